// Reading and writing dates in the two notations that Dutch documents use.
#include "values/datum.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace zorgkader {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"januari",   "februari", "maart",    "april",
                                                      "mei",       "juni",     "juli",     "augustus",
                                                      "september", "oktober",  "november", "december"};

std::optional<int> digits(std::string_view text, std::size_t least, std::size_t most) {
  if (text.size() < least || text.size() > most) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
  return value;
}

std::optional<Datum> make(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
  if (!year || !month || !day || *year < 1) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                        std::chrono::day(static_cast<unsigned>(*day))};
  if (!ymd.ok()) return std::nullopt;
  return Datum(ymd);
}

}  // namespace

std::optional<Periode> common_days(const Periode& a, const Periode& b) {
  const Periode out{std::max(a.van, b.van), std::min(a.tot, b.tot)};
  return out.van <= out.tot ? std::optional(out) : std::nullopt;
}

std::vector<Periode> days_without(const Periode& a, const Periode& b) {
  const auto both = common_days(a, b);
  if (!both) return {a};
  std::vector<Periode> out;
  if (a.van < both->van) out.push_back({a.van, both->van - std::chrono::days(1)});
  if (both->tot < a.tot) out.push_back({both->tot + std::chrono::days(1), a.tot});
  return out;
}

std::optional<unsigned> month_from_name(std::string_view name) {
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i] == name) return i + 1;
  }
  return std::nullopt;
}

std::optional<Datum> parse_datum(std::string_view text) {
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    return make(digits(text.substr(0, 4), 4, 4), digits(text.substr(5, 2), 2, 2), digits(text.substr(8, 2), 2, 2));
  }
  if (text.size() == 10 && text[2] == '-' && text[5] == '-') {
    return make(digits(text.substr(6, 4), 4, 4), digits(text.substr(3, 2), 2, 2), digits(text.substr(0, 2), 2, 2));
  }
  const auto first = text.find(' ');
  const auto last = text.rfind(' ');
  if (first == std::string_view::npos || first == last) return std::nullopt;
  const auto month = month_from_name(text.substr(first + 1, last - first - 1));
  if (!month) return std::nullopt;
  return make(digits(text.substr(last + 1), 4, 4), static_cast<int>(*month), digits(text.substr(0, first), 1, 2));
}

std::string format_datum(Datum d) {
  const std::chrono::year_month_day ymd(d);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                     static_cast<unsigned>(ymd.day()));
}

std::string format_maand(Datum d) {
  const std::chrono::year_month_day ymd(d);
  return fmt::format("{:04}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()));
}

int year_of(Datum d) {
  return static_cast<int>(std::chrono::year_month_day(d).year());
}

int quarter_of(Datum d) {
  return (static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(d).month())) + 2) / 3;
}

std::string format_datum_nl(Datum d) {
  const std::chrono::year_month_day ymd(d);
  return fmt::format("{} {} {}", static_cast<unsigned>(ymd.day()), kMonths[static_cast<unsigned>(ymd.month()) - 1],
                     static_cast<int>(ymd.year()));
}

}  // namespace zorgkader
