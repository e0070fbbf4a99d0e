// The sources of one fact, read once more and kept as rows.
#include "app/feitrijen.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/dossierfeiten.hpp"
#include "app/dossierstand.hpp"
#include "values/naam.hpp"

namespace zorgkader {
namespace {

Feitrijen rows_of(const Feitbron& source) {
  Feitrijen out{dossier::cut(*source.tabel, source.rijen), source.kolom, std::nullopt};
  const dossier::Dossierkolom* column = out.rijen.kolom(source.kolom);
  if (column == nullptr || column->waarden.soort != Soort::getal) return out;
  out.som = Getal(0);
  for (std::size_t row = 0; row < out.rijen.rijen; ++row) {
    if (column->has(row)) out.som = *out.som + column->waarden.getal(row);
  }
  return out;
}

Bevinding unknown(const Feitrijvraag& vraag, std::string wat, const std::string& naam,
                  const std::vector<std::string>& names) {
  return {Ernst::fout, "naam-onbekend", {vraag.gegevens.regeling, 0, 0, 0}, std::move(wat), bedoelt_u(naam, names), ""};
}

}  // namespace

Feitrijantwoord feitrijen(const Feitrijvraag& vraag) {
  Feitrijantwoord out;
  const Dossierstand dossier(vraag.gegevens.dossier.value(), vraag.gegevens.bekend_op);
  Opdrachtgegevens given = vraag.gegevens;
  given.stand = &dossier;
  const Geladen loaded = laad(given);
  if (!loaded.regeling || !loaded.run) {
    out.bevindingen = loaded.bevindingen;
    return out;
  }
  const std::vector<FeitVorm> facts = gevraagde_feiten(*loaded.regeling);
  const auto fact = std::find_if(facts.begin(), facts.end(), [&](const FeitVorm& f) { return f.naam == vraag.feit; });
  if (fact == facts.end()) {
    std::vector<std::string> names;
    for (const FeitVorm& f : facts) names.push_back(f.naam);
    out.bevindingen.push_back(
        unknown(vraag, fmt::format("De regeling vraagt geen feit `{}`.", vraag.feit), vraag.feit, names));
    return out;
  }
  for (const auto& [key, member] : vraag.sleutels) {
    if (std::find(fact->sleutels.begin(), fact->sleutels.end(), key) == fact->sleutels.end())
      out.bevindingen.push_back(
          unknown(vraag, fmt::format("`{}` heeft geen sleutel `{}`.", vraag.feit, key), key, fact->sleutels));
  }
  if (!out.bevindingen.empty()) return out;
  out.vorm = fact->vorm;
  for (const Feitbron& source :
       rows_behind(dossier, *loaded.regeling, *fact, loaded.peildatum, vraag.sleutels, out.bevindingen))
    out.bronnen.push_back(rows_of(source));
  if (out.bronnen.empty())
    out.bevindingen.push_back(unknown(
        vraag,
        fmt::format("`{}` komt niet uit een tabel van het dossier, maar uit een bestand met feiten.", vraag.feit), "",
        {}));
  return out;
}

}  // namespace zorgkader
