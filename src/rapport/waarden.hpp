// PlatteWaarden: the values of one table as text for programs, cell by cell, made for millions of rows.
#pragma once

#include <cstdint>
#include <string>

#include "values/tabel.hpp"

namespace zorgkader {

/// How a percentage is written: as people see it (`3.87`) or as the number it is (`0.0387`).
enum class Procent { honderdvoud, getal };

/// Gives the same text as format_plain of values. Where all values of a column share a denominator it needs no big
/// numbers. The table must outlive it.
class PlatteWaarden {
 public:
  PlatteWaarden(const Tabel& tabel, Procent procent);
  void append(std::string& out, std::size_t row) const;
  /// Whether the number of this row has a decimal expansion that ends; true for other kinds.
  bool ends(std::size_t row) const;

 private:
  bool append_fast(std::string& out, std::size_t row) const;

  const Tabel* tabel_;
  bool hundredfold_;
  int least_decimals_;
  std::int64_t rest_ = 1;    // the shared denominator without its factors 2 and 5
  std::int64_t factor_ = 0;  // numerator / rest_ * factor_ counts units of 10^-decimals_; 0: always the general way
  int decimals_ = 0;
};

/// The text of the column `eenheid`: the unit, empty for a bare number, the kind for what is no number.
std::string eenheid_tekst(const Vorm& vorm);

}  // namespace zorgkader
