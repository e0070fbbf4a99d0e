// One cell to one typed value, the same for CSV and worksheets; what cannot be read says why and what to do.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "feiten/rij.hpp"
#include "values/datum.hpp"
#include "values/eenheid.hpp"
#include "values/getal.hpp"

namespace zorgkader {

/// Why a cell has no value: a code of the table of findings, a sentence, and the remedy (empty: that of the table).
struct CelFout {
  const char* code = "cel-fout";
  std::string wat;
  std::string doe;
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

}  // namespace zorgkader
