// Column: the values of one quantity over its rows; Vec: the same for one batch, as operands of loops.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/index.hpp"
#include "values/tabel.hpp"

namespace zorgkader {

/// Why a cell has a value or not. The worst of the operands is the state of a result.
enum class Toestand : std::uint8_t {
  goed = 0,
  leeg = 1,  ///< no fact: missing, which is not zero
  open = 2,  ///< depends on a choice still to be made
  fout = 3,  ///< could not be computed, and that has been reported
};

/// A part of a column, or a constant, ready for loops. Value i is num[i] / den, or exact[i] when that is set.
struct Vec {
  const std::int64_t* num = nullptr;
  std::int64_t den = 1;
  std::uint64_t bound = 0;             ///< no |num[i]| is above this
  const Getal* exact = nullptr;        ///< set when a shared denominator or 64 bits do not suffice
  const Toestand* toestand = nullptr;  ///< nullptr: every value is good
  bool constant = false;               ///< one value for all rows
  bool nonneg = false;                 ///< no num[i] is below zero

  std::size_t at(std::size_t i) const { return constant ? 0 : i; }
  Toestand state(std::size_t i) const { return toestand == nullptr ? Toestand::goed : toestand[at(i)]; }
  Getal value(std::size_t i) const { return exact != nullptr ? exact[at(i)] : Getal::breuk(num[at(i)], den); }
};

/// Numbers as numerators over one denominator; ja/nee as 0/1; text and members as codes; dates as days.
struct Column {
  IndexPtr index;
  Soort soort = Soort::getal;
  int lid_van = -1;
  std::int64_t noemer = 1;
  std::vector<std::int64_t> ints;
  std::vector<Getal> exact;        ///< when not empty it replaces `ints`
  std::vector<Toestand> toestand;  ///< empty: every value is good
  std::uint64_t bound = 0;         ///< no |ints[i]| is above this
  bool nonneg = true;              ///< no ints[i] is below zero
  bool onbruikbaar = false;        ///< its facts are absent or refused: what needs it is not computed

  std::size_t size() const { return exact.empty() ? ints.size() : exact.size(); }
  Toestand state(Rij row) const { return toestand.empty() ? Toestand::goed : toestand[row]; }
  Getal getal(Rij row) const { return exact.empty() ? Getal::breuk(ints[row], noemer) : exact[row]; }
  void reserve(std::size_t rows) { ints.reserve(rows); }
  /// Adds `count` values of `v` at the end, turning to a wider layout when they do not fit the one so far.
  void append(const Vec& v, std::size_t count);
  void append(const Getal& value, Toestand state);
  void append_int(std::int64_t value, Toestand state);
  void set(Rij row, const Getal& value);
  Vec view(Rij first) const;

 private:
  void append_state(const Vec& v, std::size_t count);
  bool widen_to(std::int64_t den);
  void make_exact();
};

std::uint64_t magnitude(std::int64_t v);

}  // namespace zorgkader
