// The rules of the house that a program can check. Each takes a file (or the tree) and returns what breaks the rule.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tidy/source.hpp"

namespace tidy {

/// What the files of a room may include, beside the room itself.
const std::map<std::string, std::set<std::string>>& arrows();
/// The rows of `arrows()` as the architecture document must print them: "| `values` | nothing |".
std::string arrow_row(const std::string& room);

Findings check_includes(const Source& file);
Findings check_architecture(const std::vector<Source>& tree);

Findings check_no_floating_point(const Source& file);
Findings check_no_clock(const Source& file);
Findings check_no_output(const Source& file);

/// Longest file and longest function; a row in the ratchet allows one more, and must go when it is not needed.
using Ratchet = std::map<std::string, int>;
inline constexpr int kLongestFile = 400;
inline constexpr int kLongestFunction = 60;
Findings check_file_length(const Source& file, const Ratchet& allowed);
/// The ratchet's keys are path and name: `src/engine/evaluate.cpp:evaluate`.
Findings check_function_length(const Source& file, const Ratchet& allowed);

Findings check_first_line(const Source& file);
Findings check_marks(const Source& file);
Findings check_region_names(const Source& file);
Findings check_machine_paths(const Source& file);

Findings check_room_readmes(const std::vector<Source>& tree);
Findings check_decisions(const std::vector<Source>& tree);
/// Types declared in the headers of src/ against the first column of every table in docs/GLOSSARY.md.
Findings check_glossary(const std::vector<Source>& tree);

}  // namespace tidy
