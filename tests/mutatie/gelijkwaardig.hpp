// Mutants that cannot be noticed because they mean the same: gevallen/<map>/gelijkwaardig.md says which, and why.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace mutatie {

struct Gelijkwaardig {
  int regel = 0;  ///< in gelijkwaardig.md
  std::string plek, mutatie, reden;
  bool gevonden = false;
};

/// The rows of the tables with the columns `regel`, `mutatie` and `reden`; none when there is no such file.
/// `fouten` tells of rows without a reason.
std::vector<Gelijkwaardig> lees_gelijkwaardig(const std::filesystem::path& pad, std::vector<std::string>& fouten);

/// Whether a place and a mutation are listed; accents and extra blanks do not count. Marks the row as found.
bool staat_in(std::vector<Gelijkwaardig>& lijst, const std::string& plek, const std::string& mutatie);

}  // namespace mutatie
