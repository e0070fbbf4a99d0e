// Ordering findings and showing them to people.
#include "values/bevinding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace zorgkader {
namespace {

auto order(const Bevinding& b) {
  return std::tie(b.plaats.bestand, b.plaats.regel, b.plaats.kolom, b.ernst, b.code, b.wat);
}

}  // namespace

const char* ernst_naam(Ernst e) {
  switch (e) {
    case Ernst::let_op:
      return "let op";
    case Ernst::melding:
      return "melding";
    case Ernst::fout:
      break;
  }
  return "fout";
}

bool has_errors(const Bevindingen& found) {
  return std::any_of(found.begin(), found.end(), [](const Bevinding& b) { return b.ernst == Ernst::fout; });
}

void sort_and_unique(Bevindingen& found) {
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return order(a) < order(b); });
  found.erase(
      std::unique(found.begin(), found.end(), [](const auto& a, const auto& b) { return order(a) == order(b); }),
      found.end());
}

const Melding& melding(const std::string& code) {
  for (const Melding& m : meldingen()) {
    if (m.code == code) return m;
  }
  fmt::print(stderr, "zorgkader: internal fault: finding code '{}' has no row in the table\n", code);
  std::abort();
}

std::string to_text(const Bevinding& found) {
  const Melding& row = melding(found.code);
  std::string place = found.plaats.bestand;
  if (found.plaats.regel > 0) place += fmt::format(":{}", found.plaats.regel);
  if (found.plaats.kolom > 0) place += fmt::format(":{}", found.plaats.kolom);
  std::string out = fmt::format("{}{}{}: {} [{}]\n", place, place.empty() ? "" : ": ", ernst_naam(found.ernst),
                                found.wat, found.code);
  if (!found.fragment.empty()) {
    const std::string number = std::to_string(found.plaats.regel);
    out += fmt::format("  {} | {}\n", number, found.fragment);
    if (found.plaats.kolom > 0) {
      const auto pad = number.size() + 5 + static_cast<std::size_t>(found.plaats.kolom) - 1;
      out += fmt::format("{}{}\n", std::string(pad, ' '),
                         std::string(static_cast<std::size_t>(std::max(1, found.plaats.lengte)), '^'));
    }
  }
  const std::string remedy = found.doe.empty() ? row.doe : found.doe;
  if (!remedy.empty()) out += fmt::format("  → {}\n", remedy);
  return out;
}

}  // namespace zorgkader
