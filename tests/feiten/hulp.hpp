// Short ways to write facts and to look at what reading them gave.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "feiten/csv_feit.hpp"
#include "feiten/feiten.hpp"
#include "values/tabel.hpp"

namespace zorgkader::feiten {

inline FeitVorm vorm(const std::string& eenheid, std::vector<std::string> sleutels = {}) {
  return {"tarief", {Soort::getal, *Eenheid::parse(eenheid)}, std::move(sleutels), {}};
}

inline FeitVorm vorm(Soort soort, std::vector<std::string> sleutels = {}) {
  return {"tarief", {soort, {}}, std::move(sleutels), {}};
}

/// `code regel:kolom` of every finding.
inline std::vector<std::string> places(const Bevindingen& found) {
  std::vector<std::string> out;
  for (const Bevinding& b : found) {
    out.push_back(b.code + " " + std::to_string(b.plaats.regel) + ":" + std::to_string(b.plaats.kolom));
  }
  return out;
}

/// `lid,lid=waarde` of every row, in plain notation.
inline std::vector<std::string> rows(const Tabel& tabel) {
  std::vector<std::string> out;
  for (std::size_t r = 0; r < tabel.size(); ++r) {
    std::string row;
    for (const SleutelKolom& s : tabel.sleutels) row += (row.empty() ? "" : ",") + s.at(r);
    out.push_back(row + "=" + format_plain(tabel.waarden.at(r), tabel.vorm));
  }
  return out;
}

/// The rows, or the places of the findings when there is no table.
inline std::vector<std::string> outcome(const Gelezen& gelezen) {
  return gelezen.tabel ? rows(*gelezen.tabel) : places(gelezen.bevindingen);
}

/// A folder of its own that goes away.
class TijdelijkeMap {
 public:
  TijdelijkeMap() {
    std::string name = (std::filesystem::temp_directory_path() / "zorgkader-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    pad_ = name;
  }
  ~TijdelijkeMap() {
    std::error_code ignored;
    std::filesystem::remove_all(pad_, ignored);
  }
  TijdelijkeMap(const TijdelijkeMap&) = delete;
  TijdelijkeMap& operator=(const TijdelijkeMap&) = delete;

  const std::filesystem::path& pad() const { return pad_; }
  std::string write(const std::string& naam, std::string_view inhoud) const {
    std::ofstream(pad_ / naam, std::ios::binary) << inhoud;
    return (pad_ / naam).string();
  }

 private:
  std::filesystem::path pad_;
};

}  // namespace zorgkader::feiten
