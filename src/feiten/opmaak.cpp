// Formats, numbers and day numbers as spreadsheets store them.
#include "feiten/opmaak.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "values/datum.hpp"

namespace zorgkader::feiten {
namespace {

constexpr std::size_t kNoisyDigits = 17;
constexpr int kMaxExponent = 400;
constexpr std::int64_t kMaxSerial = 2'958'465;  // 9999-12-31 in the 1900 system

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// [-]whole[.fraction][E[+-]exponent]
struct Delen {
  bool negative = false;
  std::string digits;  // whole and fraction together
  int point = 0;       // decimals behind the point, the exponent counted in; may be negative
};

std::optional<Delen> split(std::string_view text) {
  Delen out;
  out.negative = text.starts_with('-');
  if (out.negative) text.remove_prefix(1);
  const std::size_t e = text.find_first_of("eE");
  int exponent = 0;
  if (e != std::string_view::npos) {
    std::string_view power = text.substr(e + 1);
    if (power.starts_with('+')) power.remove_prefix(1);
    const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), exponent);
    if (error != std::errc{} || end != power.data() + power.size()) return std::nullopt;
    if (exponent > kMaxExponent || exponent < -kMaxExponent) return std::nullopt;
  }
  const std::string_view mantissa = text.substr(0, e);
  const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
  const std::string_view whole = mantissa.substr(0, point);
  const std::string_view fraction = point == mantissa.size() ? "" : mantissa.substr(point + 1);
  if (whole.size() + fraction.size() == 0 || !all_digits(whole) || !all_digits(fraction)) return std::nullopt;
  out.digits = std::string(whole) + std::string(fraction);
  out.point = static_cast<int>(fraction.size()) - exponent;
  return out;
}

std::size_t significant(const Delen& parts) {
  const std::size_t first = parts.digits.find_first_not_of('0');
  return first == std::string::npos ? 0 : parts.digits.size() - first;
}

std::string join(Delen parts) {
  if (parts.point < 0) parts.digits.append(static_cast<std::size_t>(-parts.point), '0');
  const auto decimals = static_cast<std::size_t>(std::max(parts.point, 0));
  if (parts.digits.size() <= decimals) parts.digits.insert(0, decimals + 1 - parts.digits.size(), '0');
  std::string whole = parts.digits.substr(0, parts.digits.size() - decimals);
  std::string fraction = parts.digits.substr(whole.size());
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  fraction.erase(fraction.find_last_not_of('0') + 1);
  return (parts.negative ? "-" : "") + whole + (fraction.empty() ? "" : "," + fraction);
}

/// A spreadsheet holds doubles and writes them with 17 digits, so 1234.56 may stand in the file as 1234.5599999999999.
/// The shortest decimal that is the same double is what the user typed. This reads the meaning of the file; nothing is
/// computed with the double.
std::string without_noise(std::string_view text) {
  double value = 0;  // exact: only to find the shortest text of the same double
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::string(text);
  char buffer[32];
  const auto shortest = std::to_chars(buffer, buffer + sizeof buffer, value);
  return shortest.ec == std::errc{} ? std::string(buffer, shortest.ptr) : std::string(text);
}

}  // namespace

Opmaaksoort soort_of_ingebouwd(unsigned nummer) {
  if (nummer == 9 || nummer == 10) return Opmaaksoort::procent;
  if ((nummer >= 14 && nummer <= 22) || (nummer >= 45 && nummer <= 47)) return Opmaaksoort::datum;
  return Opmaaksoort::gewoon;
}

Opmaaksoort soort_of_code(std::string_view code) {
  if (code == "General") return Opmaaksoort::gewoon;
  Opmaaksoort kind = Opmaaksoort::gewoon;
  for (std::size_t i = 0; i < code.size(); ++i) {
    switch (code[i]) {
      case '"':
        i = std::min(code.find('"', i + 1), code.size());
        break;
      case '[':
        i = std::min(code.find(']', i + 1), code.size());
        break;
      case '\\':
      case '_':
      case '*':
        ++i;
        break;  // the next character is text, a width or a filling
      case '%':
        kind = Opmaaksoort::procent;
        break;
      case 'd':
      case 'D':
      case 'm':
      case 'M':
      case 'y':
      case 'Y':
        return Opmaaksoort::datum;
      default:
        break;
    }
  }
  return kind;
}

std::optional<std::string> dutch_decimal(std::string_view text) {
  auto parts = split(text);
  if (parts && significant(*parts) == kNoisyDigits) parts = split(without_noise(text));
  if (!parts) return std::nullopt;
  return join(*std::move(parts));
}

std::optional<std::string> date_of_serial(std::string_view dutch, bool from_1904) {
  std::int64_t serial = 0;
  const auto [end, error] = std::from_chars(dutch.data(), dutch.data() + dutch.size(), serial);
  if (error != std::errc{} || end != dutch.data() + dutch.size() || serial < 0 || serial > kMaxSerial)
    return std::nullopt;
  using std::chrono::days;
  using std::chrono::year;
  if (from_1904) {
    const Datum day = Datum(year(1904) / 1 / 1) + days(serial);
    return day > kGeenEinde ? std::nullopt : std::optional(format_datum(day));
  }
  // The 1900 system counts a 29 February 1900 that never was as day 60.
  if (serial == 0 || serial == 60) return std::nullopt;
  return format_datum(Datum(year(1899) / 12 / (serial < 60 ? 31 : 30)) + days(serial));
}

}  // namespace zorgkader::feiten
