// From names and units to causes.
#include "engine/oorzaken.hpp"

#include <algorithm>

namespace zorgkader {
namespace {

constexpr std::array<const char*, kOorzaken> kNamen = {"volume",    "prijs",     "index",    "regelwijziging",
                                                       "laat feit", "correctie", "afronding"};

std::optional<Verschiloorzaak> named(const Regeling& r, const std::string& naam) {
  const auto at =
      std::find_if(r.oorzaken.rbegin(), r.oorzaken.rend(), [&](const Oorzaak& o) { return o.naam == naam; });
  if (at == r.oorzaken.rend()) return std::nullopt;
  if (at->oorzaak == "volume") return Verschiloorzaak::volume;
  if (at->oorzaak == "prijs") return Verschiloorzaak::prijs;
  return at->oorzaak == "index" ? Verschiloorzaak::index : Verschiloorzaak::regel;
}

}  // namespace

const char* oorzaak_naam(Verschiloorzaak oorzaak) {
  return kNamen[static_cast<std::size_t>(oorzaak)];
}

Verschiloorzaak oorzaak_van(const Regeling& a, const Regeling& b, const std::string& naam, const Vorm& vorm,
                            bool is_feit) {
  for (const Regeling* r : {&b, &a}) {
    if (const auto said = named(*r, naam)) return *said;
  }
  const Eenheid& unit = vorm.eenheid;
  const bool number = vorm.soort == Soort::getal;
  if (number && unit.text().find("€/") != std::string::npos) return Verschiloorzaak::prijs;
  if (is_feit || (number && !unit.is_bare() && !unit.has_euro())) return Verschiloorzaak::volume;
  return Verschiloorzaak::regel;
}

}  // namespace zorgkader
