// Which registers a file holds: a CSV that is named after one, or sheets that are.
#include <fmt/format.h>

#include <algorithm>

#include "dossier/registerlezer.hpp"
#include "feiten/tekenset.hpp"
#include "values/naam.hpp"

namespace zorgkader::dossier {
namespace {

Bevinding about(const std::string& bestand, const char* code, std::string wat, std::string doe = "") {
  return {Ernst::fout, code, {bestand, 0, 0, 0}, std::move(wat), std::move(doe), ""};
}

/// The name without folders and without what stands behind the last point.
std::string stem_of(const std::string& bestand) {
  const std::string naam = bestand.substr(bestand.rfind('/') + 1);
  return naam.substr(0, naam.rfind('.'));
}

Bevinding unknown(const std::string& bestand, const std::string& naam) {
  std::vector<std::string> names;
  for (const Registersoort* soort : registersoorten()) names.emplace_back(soort->naam);
  return about(bestand, "register-onbekend",
               fmt::format("`{}` is geen register.", feiten::shown(naam, feiten::kMaxSleutelTekens)),
               bedoelt_u(naam, names));
}

Result<std::vector<Registerblok>> read_werkmap(std::string_view inhoud, const std::string& bestand,
                                               const Gemeentezoeker& gemeenten) {
  const feiten::Werkmap werkmap(inhoud);
  if (werkmap.fault())
    return about(bestand, "bestand-onleesbaar", *werkmap.fault(), "Bewaar de werkmap opnieuw als .xlsx.");
  const auto* named = werkmap.bladen().size() == 1 ? find_registersoort(lower(stem_of(bestand))) : nullptr;
  std::vector<Registerblok> out;
  for (const Registersoort* soort : registersoorten()) {
    for (const feiten::Werkblad& blad : werkmap.bladen()) {
      if (soort == named || (named == nullptr && lower(feiten::trim(blad.naam)) == soort->naam))
        out.push_back(read_register(*soort, werkmap, blad, bestand, gemeenten));
    }
  }
  if (!out.empty()) return out;
  Bevindingen none;
  for (const feiten::Werkblad& blad : werkmap.bladen()) none.push_back(unknown(bestand, blad.naam));
  if (none.empty()) none.push_back(about(bestand, "bestand-onleesbaar", "De werkmap heeft geen bladen."));
  return none;
}

}  // namespace

Result<std::vector<Registerblok>> read_registers(std::string_view inhoud, const std::string& bestand,
                                                 const Gemeentezoeker& gemeenten) {
  if (inhoud.size() > kMaxRegisterBytes)
    return about(bestand, "bestand-te-groot", fmt::format("Het bestand is groter dan {} MB.", kMaxRegisterBytes >> 20),
                 "Verdeel het register over bestanden.");
  const std::string kind = lower(bestand);
  if (kind.ends_with(".xlsx")) return read_werkmap(inhoud, bestand, gemeenten);
  const std::string naam = stem_of(bestand);
  const Registersoort* soort = find_registersoort(lower(naam));
  if (soort == nullptr) return unknown(bestand, naam);
  if (!kind.ends_with(".csv"))
    return about(bestand, "bestand-onleesbaar", "Een register is een bestand .csv of een werkmap .xlsx.");
  return std::vector<Registerblok>{read_register(*soort, inhoud, bestand, gemeenten)};
}

}  // namespace zorgkader::dossier
