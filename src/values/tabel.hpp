// Tabel: the one table that facts and results share: keys as coded columns, one value column, an origin per row.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "values/datum.hpp"
#include "values/eenheid.hpp"
#include "values/getal.hpp"

namespace zorgkader {

enum class Soort { getal, ja_nee, tekst, datum };

/// `getal`, `ja/nee`, `tekst` or `datum`.
const char* soort_naam(Soort soort);

/// What a value is: its kind and, for numbers, its unit.
struct Vorm {
  Soort soort = Soort::getal;
  Eenheid eenheid;
  /// The text between square brackets: `€/uur`, `ja/nee`, `%`; `getal` for a bare number.
  std::string text() const;
};

/// One value of any kind. bool is ja_nee.
using Waarde = std::variant<Getal, bool, std::string, Datum>;

/// A column of values of one kind, laid out for loops: integers that share one denominator, and exact fractions only
/// where a shared denominator does not fit.
struct Kolom {
  Soort soort = Soort::getal;
  std::int64_t noemer = 1;           ///< getal: value i is ints[i] / noemer
  std::vector<std::int64_t> ints;    ///< numerators; 0/1; index in `woorden`; days since 1970-01-01
  std::vector<Getal> exact;          ///< getal: when not empty it replaces `ints`
  std::vector<std::string> woorden;  ///< tekst: the words that `ints` points to

  std::size_t size() const { return exact.empty() ? ints.size() : exact.size(); }
  Waarde at(std::size_t row) const;
  /// Only for soort getal.
  Getal getal(std::size_t row) const { return exact.empty() ? Getal::breuk(ints[row], noemer) : exact[row]; }
  /// Appends; finds a shared denominator while one below a million fits, else turns to exact fractions.
  void push_back(const Getal& value);
  void push_back(const Waarde& value);
};

/// A key column: row r has the member leden[codes[r]].
struct SleutelKolom {
  std::string naam;
  std::vector<std::string> leden;
  std::vector<std::uint32_t> codes;
  const std::string& at(std::size_t row) const { return leden[codes[row]]; }
};

/// Where rows came from. Vectors are empty (not given) or as long as the table.
struct Herkomst {
  std::string bestand;
  std::string blad;                   ///< sheet of a workbook, else empty
  std::vector<std::uint32_t> regels;  ///< line or row number in the file, from 1
  std::vector<std::string> bron;      ///< free text per row
  std::vector<Datum> peildatum;       ///< reference date per row; kGeenBegin where the cell was empty
  std::vector<bool> voorlopig;        ///< per row: status column said `voorlopig`
};

struct Tabel {
  std::string naam;
  Vorm vorm;
  std::vector<SleutelKolom> sleutels;
  Kolom waarden;
  Herkomst herkomst;
  std::size_t size() const { return waarden.size(); }
};

/// What a fact file of one quantity must look like: asked by an arrangement, checked by the readers.
struct FeitVorm {
  std::string naam;
  Vorm vorm;
  std::vector<std::string> sleutels;
  std::vector<std::vector<std::string>> leden;  ///< per key, the members it may have; empty or absent: any
};

/// Decimals that people expect at least: 2 for units with euro, 0 for others.
int gewone_decimalen(const Vorm& vorm);
/// For programs: decimal point, ISO dates, `ja`/`nee`; percentages a hundredfold.
std::string format_plain(const Waarde& waarde, const Vorm& vorm);
/// For people: Dutch notation with unit, `€ 1.265,00`, `3,87%`, `12,5 uur`.
std::string format_nl(const Waarde& waarde, const Vorm& vorm);

}  // namespace zorgkader
