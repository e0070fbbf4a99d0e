// Exact decimals without big numbers wherever 64 bits hold them.
#include "rapport/waarden.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "values/notatie.hpp"

namespace zorgkader {
namespace {

constexpr int kMostDecimals = 18;  // 10^18 is the largest power of ten in 64 bits

int strip_factor(std::int64_t& number, std::int64_t factor) {
  int count = 0;
  for (; number % factor == 0; number /= factor) ++count;
  return count;
}

/// `units` of 10^-decimals, without zeros at the end beyond `least` decimals.
void append_units(std::string& out, bool negative, std::uint64_t units, int decimals, int least) {
  for (; decimals > least && units % 10 == 0; units /= 10) --decimals;
  std::array<char, 24> digits{};
  char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), units).ptr;
  const auto count = static_cast<int>(end - digits.data());
  if (negative && units != 0) out += '-';
  const int whole = count - decimals;
  if (whole > 0) {
    out.append(digits.data(), static_cast<std::size_t>(whole));
  } else {
    out += '0';
  }
  if (decimals == 0) return;
  out += '.';
  if (whole < 0) out.append(static_cast<std::size_t>(-whole), '0');
  out.append(digits.data() + std::max(whole, 0), end);
}

}  // namespace

PlatteWaarden::PlatteWaarden(const Tabel& tabel, Procent procent)
    : tabel_(&tabel),
      hundredfold_(procent == Procent::honderdvoud && tabel.vorm.eenheid.shows_percent()),
      least_decimals_(gewone_decimalen(tabel.vorm)) {
  const Kolom& column = tabel.waarden;
  if (tabel.vorm.soort != Soort::getal || !column.exact.empty()) return;
  rest_ = column.noemer;
  const int needed = std::max(strip_factor(rest_, 2), strip_factor(rest_, 5));
  const int shift = hundredfold_ ? 2 : 0;
  const int power = std::max({needed, shift, least_decimals_ + shift});
  if (power > kMostDecimals) return;
  std::int64_t ten = 1;
  for (int i = 0; i < power; ++i) ten *= 10;
  factor_ = ten / (column.noemer / rest_);
  decimals_ = power - shift;
}

bool PlatteWaarden::ends(std::size_t row) const {
  if (tabel_->vorm.soort != Soort::getal) return true;
  const Kolom& column = tabel_->waarden;
  return column.exact.empty() ? column.ints[row] % rest_ == 0 : zorgkader::ends(column.exact[row]);
}

bool PlatteWaarden::append_fast(std::string& out, std::size_t row) const {
  if (factor_ == 0) return false;
  const std::int64_t num = tabel_->waarden.ints[row];
  if (rest_ != 1 && num % rest_ != 0) return false;
  const __int128 units = static_cast<__int128>(num / rest_) * factor_;
  const __int128 size = units < 0 ? -units : units;
  if (size > std::numeric_limits<std::int64_t>::max()) return false;
  append_units(out, units < 0, static_cast<std::uint64_t>(size), decimals_, least_decimals_);
  return true;
}

void PlatteWaarden::append(std::string& out, std::size_t row) const {
  const Kolom& column = tabel_->waarden;
  switch (tabel_->vorm.soort) {
    case Soort::ja_nee:
      out += column.ints[row] != 0 ? "ja" : "nee";
      return;
    case Soort::tekst:
      out += column.woorden[static_cast<std::size_t>(column.ints[row])];
      return;
    case Soort::datum:
      out += format_datum(Datum(std::chrono::days(column.ints[row])));
      return;
    case Soort::getal:
      break;
  }
  if (append_fast(out, row)) return;
  const Getal value = column.getal(row);
  out += format_plain(hundredfold_ ? value * Getal(100) : value, least_decimals_);
}

std::string eenheid_tekst(const Vorm& vorm) {
  return vorm.soort == Soort::getal ? vorm.eenheid.text() : soort_naam(vorm.soort);
}

}  // namespace zorgkader
