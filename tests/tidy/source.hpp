// The tree as the style checks see it: files with their lines, and the same text without comments and literals.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tidy {

/// Where a rule is broken and what to do about it, as one line for a person.
struct Finding {
  std::string file;
  int line = 0;
  std::string what;
};

using Findings = std::vector<Finding>;

struct Source {
  std::string path;  ///< from the root of the project: `src/values/getal.hpp`
  std::string text;
};

/// `file:line: what`, one finding a line.
std::string to_text(const Findings& found);

std::vector<std::string> lines_of(std::string_view text);
/// The text with comments, string and character literals and preprocessor lines blanked; lines keep their number.
std::string code_only(std::string_view text);
/// Line number, from 1, of the character at `offset`.
int line_at(std::string_view text, std::size_t offset);

/// The room of `src/room/file.cpp`, or empty for a file elsewhere.
std::string room_of(const std::string& path);
bool in(const std::string& path, std::string_view folder);
bool is_header(const std::string& path);
bool is_cpp(const std::string& path);

/// All text files below the root, without what is built, fetched or kept by version control.
std::vector<Source> read_tree(const std::string& root);
/// The text of one file of the tree; empty when it is not there.
std::string text_of(const std::vector<Source>& tree, const std::string& path);

}  // namespace tidy
