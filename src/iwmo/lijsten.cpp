// Looking up in dated lists.
#include "iwmo/lijsten.hpp"

#include <algorithm>

namespace zorgkader::iwmo {

Variant variant_van(std::string_view eenheid) {
  return eenheid == "82" || eenheid == "83" ? Variant::output : Variant::inspanning;
}

bool Lijsten::is_gemeente(std::string_view code, Datum op) const {
  Datum first = kGeenEinde;
  for (const Gemeentecode& g : gemeenten) {
    if (g.code == code && g.geldig.contains(op)) return true;
    first = std::min(first, g.geldig.van);
  }
  return op < first;
}

bool Lijsten::was_gemeente(std::string_view code, Datum op) const {
  const auto known = [&](const Gemeentecode& g) { return g.code == code && g.geldig.van <= op; };
  return std::any_of(gemeenten.begin(), gemeenten.end(), known) || is_gemeente(code, op);
}

const Contractproduct* Lijsten::product(std::string_view aanbieder, std::string_view categorie, std::string_view code,
                                        Datum op) const {
  const Contractproduct* general = nullptr;
  for (const Contractproduct& p : producten) {
    if (p.categorie != categorie || p.code != code || !p.geldig.contains(op)) continue;
    if (p.aanbieder == aanbieder) return &p;
    if (p.aanbieder.empty()) general = &p;
  }
  return general;
}

}  // namespace zorgkader::iwmo
