// One cell to one typed value, the same for CSV and worksheets; what cannot be read says why and what to do.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "feiten/grenzen.hpp"
#include "feiten/rij.hpp"
#include "values/datum.hpp"
#include "values/eenheid.hpp"
#include "values/getal.hpp"

namespace zorgkader::feiten {

/// Why a cell has no value: a code of the table of findings, a sentence, and the remedy (empty: that of the table).
struct CelFout {
  const char* code = "cel-fout";
  std::string wat;
  std::string doe;
  bool vertrouwelijk = false;  ///< the finding does not quote the row: it may name a person
};

/// cijfers / 10^decimalen, with at most 18 decimals: the usual number, without big integers.
struct Decimaal {
  std::int64_t cijfers = 0;
  int decimalen = 0;
};

template <typename... T>
using Lezing = std::variant<T..., CelFout>;

/// A percentage is read as its hundredth: 3,87 in a column of `%` is 0.0387.
Lezing<Decimaal, Getal> read_getal(const Cel& cel, const Eenheid& eenheid);
Lezing<bool> read_ja_nee(const Cel& cel);
Lezing<Datum> read_datum(const Cel& cel);
/// Not empty; trimmed. Numbers and dates of a worksheet count as their text.
Lezing<std::string_view> read_tekst(const Cel& cel);
/// As read_tekst, and not too long for a key.
Lezing<std::string_view> read_sleutel(const Cel& cel);
/// `voorlopig` (true) or `definitief`.
Lezing<bool> read_status(const Cel& cel);

bool is_leeg(const Cel& cel);

/// The whole cell when there is nothing to look into: no fault, nothing to trim, not too long for a key. Else empty:
/// then the functions above decide. Most cells of most files pass here without a call.
inline std::string_view plain_tekst(const Cel& cel) {
  if (cel.soort != CelSoort::tekst || cel.gebrek != Gebrek::geen || cel.tekst.empty()) return {};
  const auto outside = [](char c) { return c > ' ' && c != 0x7F; };  // a signed char above ASCII is negative
  return outside(cel.tekst.front()) && outside(cel.tekst.back()) && cel.tekst.size() <= kMaxSleutelTekens
             ? cel.tekst
             : std::string_view();
}

/// The usual number: digits, at most one separator with digits on both sides, at most 18 characters, and not the point
/// that may group thousands. Nothing when the text is anything else.
std::optional<Decimaal> simple_decimal(std::string_view text);

}  // namespace zorgkader::feiten
