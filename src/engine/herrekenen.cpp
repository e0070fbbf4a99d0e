// Sums in plain exact fractions, one after the other.
#include "engine/herrekenen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace zorgkader {

std::optional<Waarde> combine(const std::string& how, const std::vector<Waarde>& values) {
  if (values.empty()) return std::nullopt;
  if (how == "min") return *std::min_element(values.begin(), values.end());
  if (how == "max") return *std::max_element(values.begin(), values.end());
  if (how == "tel") {
    const auto counts = [](const Waarde& w) { return !std::holds_alternative<bool>(w) || std::get<bool>(w); };
    return Waarde(Getal(std::count_if(values.begin(), values.end(), counts)));
  }
  Getal total = how == "product" ? Getal(1) : Getal();
  for (const Waarde& w : values) {
    const Getal& next = std::get<Getal>(w);
    if (how == "product")
      total *= next;
    else
      total += next;
  }
  return Waarde(how == "gemiddelde" ? total / Getal(static_cast<std::int64_t>(values.size())) : total);
}

void check_step(const HerleidingStap& step, const std::optional<Waarde>& recomputed) {
  if (step.waarde == recomputed) return;
  fmt::print(stderr, "zorgkader: internal fault: the derivation of '{}' does not give the computed value\n", step.naam);
  std::abort();
}

}  // namespace zorgkader
