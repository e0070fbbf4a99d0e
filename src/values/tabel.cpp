// Columns that keep numbers exact, and values as text.
#include "values/tabel.hpp"

#include <algorithm>
#include <numeric>

#include "values/notatie.hpp"

namespace zorgkader {
namespace {

constexpr std::int64_t kMostSharedDenominator = 1'000'000;

/// The numerator of `value` over `den`, when it is whole and fits.
std::optional<std::int64_t> over(const Getal& value, std::int64_t den) {
  if (!value.is_small() || den % value.small_den() != 0) return std::nullopt;
  std::int64_t out = 0;
  if (__builtin_mul_overflow(value.small_num(), den / value.small_den(), &out)) return std::nullopt;
  return out;
}

bool rescale(Kolom& column, std::int64_t den) {
  const std::int64_t factor = den / column.noemer;
  std::vector<std::int64_t> scaled(column.ints.size());
  for (std::size_t i = 0; i < scaled.size(); ++i) {
    if (__builtin_mul_overflow(column.ints[i], factor, &scaled[i])) return false;
  }
  column.ints = std::move(scaled);
  column.noemer = den;
  return true;
}

}  // namespace

const char* soort_naam(Soort soort) {
  switch (soort) {
    case Soort::ja_nee:
      return "ja/nee";
    case Soort::tekst:
      return "tekst";
    case Soort::datum:
      return "datum";
    case Soort::getal:
      break;
  }
  return "getal";
}

std::string Vorm::text() const {
  return soort == Soort::getal ? eenheid.naam() : soort_naam(soort);
}

Waarde Kolom::at(std::size_t row) const {
  switch (soort) {
    case Soort::ja_nee:
      return ints[row] != 0;
    case Soort::tekst:
      return woorden[static_cast<std::size_t>(ints[row])];
    case Soort::datum:
      return Datum(std::chrono::days(ints[row]));
    case Soort::getal:
      break;
  }
  return getal(row);
}

void Kolom::push_back(const Getal& value) {
  if (exact.empty()) {
    if (const auto num = over(value, noemer)) return ints.push_back(*num);
    if (value.is_small() && value.small_den() <= kMostSharedDenominator) {
      const std::int64_t den = std::lcm(noemer, value.small_den());
      if (const auto num = over(value, den); num && den <= kMostSharedDenominator && rescale(*this, den)) {
        return ints.push_back(*num);
      }
    }
    exact.reserve(ints.size() + 1);
    for (std::int64_t n : ints) exact.push_back(Getal::breuk(n, noemer));
    ints.clear();
    noemer = 1;
  }
  exact.push_back(value);
}

void Kolom::push_back(const Waarde& value) {
  switch (soort) {
    case Soort::getal:
      return push_back(std::get<Getal>(value));
    case Soort::ja_nee:
      return ints.push_back(std::get<bool>(value) ? 1 : 0);
    case Soort::datum:
      return ints.push_back(std::get<Datum>(value).time_since_epoch().count());
    case Soort::tekst:
      break;
  }
  const auto& word = std::get<std::string>(value);
  const auto at = std::find(woorden.begin(), woorden.end(), word) - woorden.begin();
  if (static_cast<std::size_t>(at) == woorden.size()) woorden.push_back(word);
  ints.push_back(at);
}

int gewone_decimalen(const Vorm& vorm) {
  return vorm.soort == Soort::getal && vorm.eenheid.has_euro() ? 2 : 0;
}

std::string format_plain(const Waarde& waarde, const Vorm& vorm) {
  if (const auto* g = std::get_if<Getal>(&waarde)) {
    return format_plain(vorm.eenheid.shows_percent() ? *g * Getal(100) : *g, gewone_decimalen(vorm));
  }
  if (const auto* b = std::get_if<bool>(&waarde)) return *b ? "ja" : "nee";
  if (const auto* d = std::get_if<Datum>(&waarde)) return format_datum(*d);
  return std::get<std::string>(waarde);
}

std::string format_nl(const Waarde& waarde, const Vorm& vorm) {
  if (const auto* d = std::get_if<Datum>(&waarde)) return format_datum_nl(*d);
  const auto* g = std::get_if<Getal>(&waarde);
  if (g == nullptr) return format_plain(waarde, vorm);
  if (vorm.eenheid.shows_percent()) return format_nl(*g * Getal(100)) + "%";
  const std::string unit = vorm.eenheid.text();
  const std::string number = format_nl(*g, gewone_decimalen(vorm));
  constexpr std::string_view kEuro = "€";
  if (unit.starts_with(kEuro)) {
    const std::string rest = unit.substr(kEuro.size());
    return (number.starts_with('-') ? "-€ " + number.substr(1) : "€ " + number) + (rest.empty() ? "" : " " + rest);
  }
  return unit.empty() ? number : number + " " + unit;
}

}  // namespace zorgkader
