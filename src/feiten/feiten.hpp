// Facts: files that an arrangement asks for, as typed tables.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "values/bevinding.hpp"
#include "values/tabel.hpp"

namespace zorgkader {

struct Feiten {
  std::map<std::string, Tabel> tabellen;
  /// Facts that a file was found for, but whose file has errors: never used in part.
  std::set<std::string> onbruikbaar;
  Bevindingen bevindingen;
  /// The files that were read, in order.
  std::vector<std::string> bestanden;
};

/// Reads the facts of `pad`: a folder of `<fact>.csv` and workbooks (`.xlsx`, a sheet a fact; a workbook that is named
/// after a fact and has one sheet is that fact), or one such file. Whether every fact is there, and whether members of
/// keys exist, is for the caller to see. Facts named in `elders` are passed over without a word: another arrangement
/// that shares the folder asks for them.
Feiten read_feiten(const std::filesystem::path& pad, const std::vector<FeitVorm>& gevraagd,
                   const std::set<std::string>& elders = {});

}  // namespace zorgkader
