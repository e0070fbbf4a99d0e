// Reading and writing decimal notations exactly.
#include "values/notatie.hpp"

#include <algorithm>

#include "values/afronding.hpp"

namespace zorgkader {
namespace {

constexpr std::size_t kMaxDigits = 40;

bool all_digits(std::string_view s) {
  return std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Groups of exactly three digits between points, the first of one to three: `1.265.000`.
bool well_grouped(std::string_view s) {
  auto point = s.find('.');
  if (point == 0 || point > 3) return false;
  while (point != std::string_view::npos) {
    s.remove_prefix(point + 1);
    point = s.find('.');
    if ((point == std::string_view::npos ? s.size() : point) != 3) return false;
  }
  return true;
}

std::variant<Getal, GetalFout> from_parts(bool negative, std::string whole, std::string_view fraction) {
  whole.erase(std::remove(whole.begin(), whole.end(), '.'), whole.end());
  if (whole.empty() || !all_digits(whole) || !all_digits(fraction)) return GetalFout::geen_getal;
  if (whole.size() + fraction.size() > kMaxDigits) return GetalFout::te_lang;
  std::string digits = whole + std::string(fraction);
  // A leading zero would make the big integer read octal.
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  const Getal scale = Getal(10).pow(static_cast<std::int64_t>(fraction.size()));
  const Getal value = Getal(GrootGetal(GrootGeheel(digits))) / scale;
  return negative ? -value : value;
}

std::string digits_of(const Getal& whole) {
  return whole.numerator().str();
}

std::string with_decimals(const Getal& scaled_abs, bool negative, int decimals, char point) {
  std::string digits = digits_of(scaled_abs);
  if (static_cast<int>(digits.size()) <= decimals)
    digits.insert(0, static_cast<std::size_t>(decimals) + 1 - digits.size(), '0');
  if (decimals > 0) digits.insert(digits.size() - static_cast<std::size_t>(decimals), 1, point);
  return (negative && !scaled_abs.is_zero() ? "-" : "") + digits;
}

/// Decimals that an ending value needs; meaningless for others.
int needed_decimals(const Getal& x) {
  GrootGeheel den = x.denominator();
  int twos = 0, fives = 0;
  for (; den % 2 == 0; den /= 2) ++twos;
  for (; den % 5 == 0; den /= 5) ++fives;
  return std::max(twos, fives);
}

std::string rounded(const Getal& x, int decimals, char point) {
  const Getal scaled = rond(x.abs() * Getal(10).pow(decimals), Getal(1));
  return with_decimals(scaled, x.sign() < 0, decimals, point);
}

}  // namespace

bool ends(const Getal& x) {
  GrootGeheel den = x.denominator();
  while (den % 2 == 0) den /= 2;
  while (den % 5 == 0) den /= 5;
  return den == 1;
}

std::variant<Getal, GetalFout> parse_getal(std::string_view text, Notatie notatie) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.front() == '-') return GetalFout::geen_getal;
  const auto comma = text.find(',');
  const auto points = std::count(text.begin(), text.end(), '.');
  if (comma != std::string_view::npos) {
    const auto whole = text.substr(0, comma);
    const auto fraction = text.substr(comma + 1);
    if (fraction.empty() || (points > 0 && !well_grouped(whole))) return GetalFout::geen_getal;
    return from_parts(negative, std::string(whole), fraction);
  }
  if (points == 0) return from_parts(negative, std::string(text), "");
  if (points > 1) {
    if (!well_grouped(text)) return GetalFout::geen_getal;
    return from_parts(negative, std::string(text), "");
  }
  const auto point = text.find('.');
  const auto whole = text.substr(0, point);
  const auto fraction = text.substr(point + 1);
  if (!all_digits(whole) || !all_digits(fraction) || whole.empty() || fraction.empty()) return GetalFout::geen_getal;
  if (fraction.size() == 3 && whole.size() <= 3 && whole != "0") return GetalFout::dubbelzinnig;
  if (notatie == Notatie::nederlands) return GetalFout::geen_getal;
  return from_parts(negative, std::string(whole), fraction);
}

std::string format_plain(const Getal& x, int decimalen) {
  if (ends(x)) return rounded(x, std::max(decimalen, needed_decimals(x)), '.');
  constexpr int kSignificant = 20;
  const Getal magnitude = x.abs();
  int decimals = kSignificant;
  if (magnitude >= Getal(1)) {
    decimals = kSignificant - static_cast<int>(digits_of(magnitude.floor()).size());
  } else {
    for (Getal m = magnitude * Getal(10); m < Getal(1); m *= Getal(10)) ++decimals;
  }
  return rounded(x, std::max(decimals, 0), '.');
}

std::string format_nl(const Getal& x, int decimalen, int meeste) {
  const bool exact = ends(x) && needed_decimals(x) <= meeste;
  std::string out = rounded(x, exact ? std::max(decimalen, needed_decimals(x)) : meeste, ',');
  const std::size_t first = out.front() == '-' ? 1 : 0;
  const std::size_t comma = out.find(',');
  for (std::size_t at = comma == std::string::npos ? out.size() : comma; at > first + 3;) {
    at -= 3;
    out.insert(at, 1, '.');
  }
  return exact ? out : out + "…";
}

}  // namespace zorgkader
