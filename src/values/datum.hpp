// Datum and Periode: calendar days without a clock. "Now" never enters here.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zorgkader {

using Datum = std::chrono::sys_days;

/// Closed on both ends, as the message standard counts: the last day belongs to it.
struct Periode {
  Datum van;
  Datum tot;
  bool contains(Datum d) const { return van <= d && d <= tot; }
  friend bool operator==(const Periode&, const Periode&) = default;
};

/// The days that both have; nothing when there are none.
std::optional<Periode> common_days(const Periode& a, const Periode& b);
/// The days of `a` that `b` does not have: none, one or two stretches.
std::vector<Periode> days_without(const Periode& a, const Periode& b);

/// Stands for an open end ("until further notice").
inline constexpr Datum kGeenEinde = std::chrono::sys_days(std::chrono::year(9999) / 12 / 31);
inline constexpr Datum kGeenBegin = std::chrono::sys_days(std::chrono::year(1) / 1 / 1);

/// Reads `2022-03-01`, `1 maart 2022` or `01-03-2022`; nothing else, and only days that exist.
std::optional<Datum> parse_datum(std::string_view text);

/// ISO: `2022-03-01`.
std::string format_datum(Datum d);
/// For people: `1 maart 2022`.
std::string format_datum_nl(Datum d);

/// A month: `2022-03`.
std::string format_maand(Datum d);
int year_of(Datum d);
/// 1 to 4.
int quarter_of(Datum d);

/// Month number 1..12 of a full Dutch month name in lower case, or nothing.
std::optional<unsigned> month_from_name(std::string_view name);

}  // namespace zorgkader
