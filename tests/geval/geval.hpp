// A golden case as text: what a person wrote in a .geval file, not yet run.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gevallen {

/// One line `woord: tekst`, with the indented lines that follow it.
struct Regel {
  int nummer = 0;
  std::string woord;
  std::string tekst;
  std::string blok;  ///< without the two blanks before each line
  int blok_regel = 0;
};

struct Geval {
  std::string bestand;  ///< from the root of the project
  int regel = 0;
  std::string titel;
  std::vector<Regel> regels;

  std::vector<const Regel*> met(const std::string& woord) const;
  /// The first of a kind, or nullptr.
  const Regel* eerste(const std::string& woord) const;
  /// Letters, digits and underscores: the requirement and the first words of the title.
  std::string slak() const;
};

/// What is wrong with a case file or a case, at its line.
struct Probleem {
  std::string bestand;
  int regel = 0;
  std::string wat;
};

/// A value with the cells it belongs to: `lumpsum[Maastricht; BGI; *] = 60.000,00`.
struct Cel {
  std::string naam;
  std::vector<std::string> leden;
  std::string rest;  ///< what stands after the brackets
};

std::filesystem::path root();
std::string trim(std::string_view text);
std::vector<std::string> split(std::string_view text, char at);
/// Nothing when the brackets do not match or there is no name.
std::optional<Cel> parse_cel(std::string_view text);
/// Lines of a text file from the root; nothing when it cannot be read.
std::optional<std::vector<std::string>> read_lines(const std::filesystem::path& path);

/// The cases of one file; a case that says `regeling: hierboven` takes the document of the one before it.
std::vector<Geval> read_gevallen(const std::filesystem::path& path, std::vector<Probleem>& problemen);
/// All cases under a folder, file by file in alphabetical order.
std::vector<Geval> read_map(const std::filesystem::path& map, std::vector<Probleem>& problemen);

}  // namespace gevallen
