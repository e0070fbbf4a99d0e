// Meldlijst: the findings of one file or sheet, each at its place, with a cap.
#pragma once

#include <string>

#include "feiten/cel.hpp"
#include "feiten/rij.hpp"
#include "values/bevinding.hpp"

namespace zorgkader::feiten {

/// Where rows come from, as far as messages need to know.
struct Oorsprong {
  std::string bestand;
  std::string blad;    ///< empty for CSV
  char scheiding = 0;  ///< separator; 0 for a worksheet
};

class Meldlijst {
 public:
  explicit Meldlijst(Oorsprong oorsprong) : oorsprong_(std::move(oorsprong)) {}

  /// At `cel`, or at the whole row when that is null.
  void add(const Rij& rij, const Cel* cel, CelFout fout);
  bool is_leeg() const { return aantal_ == 0; }
  const Oorsprong& oorsprong() const { return oorsprong_; }
  /// The findings; past the cap one more, at `laatste_regel`, that says how many are not shown.
  Bevindingen take(std::uint32_t laatste_regel);

 private:
  Oorsprong oorsprong_;
  Bevindingen found_;
  std::size_t aantal_ = 0;
};

/// `B12` for column 2 of row 12.
std::string cel_naam(std::uint32_t kolom, std::uint32_t rij);

}  // namespace zorgkader::feiten
