// Tables of parameters: fixed values, open choices, values with a period.
#include <fmt/format.h>

#include <algorithm>

#include "regeling/parser.hpp"
#include "regeling/tabel_lezer.hpp"

namespace zorgkader {
namespace {

class ParameterLezer : TabelLezer {
 public:
  using TabelLezer::TabelLezer;

  void read(const TabelBlok& t) {
    const auto name = column(t, "naam"), value = column(t, "waarde"), unit = column(t, "eenheid"),
               note = column(t, "toelichting");
    if (!name || !value)
      return report("tabel-fout", t.positie, "Een tabel met parameters heeft de kolommen `naam` en `waarde`.");
    for (const auto& row : t.rijen) {
      if (std::max(*name, *value) >= row.size()) {
        report("tabel-fout", t.positie, "Deze rij mist een naam of een waarde.");
        continue;
      }
      parameter(t, row, row[*name], row[*value], unit && *unit < row.size() ? row[*unit] : Cel(),
                note && *note < row.size() ? row[*note].tekst : "");
    }
    for (const Grootheid& g : r_.grootheden) {
      if (g.rol == Rol::tabel && g.met_geldigheid && g.sleutels.empty() && g.kop == t.kop_index) check_periods(g);
    }
  }

 private:
  void parameter(const TabelBlok& t, const std::vector<Cel>& row, const Cel& name, const Cel& value, const Cel& unit,
                 const std::string& note) {
    Grootheid g;
    g.naam =
        std::string(name.tekst.starts_with('`') && name.tekst.size() > 2 ? name.tekst.substr(1, name.tekst.size() - 2)
                                                                         : name.tekst);
    g.rol = Rol::parameter;
    g.kop = t.kop_index;
    g.positie = name.positie;
    g.toelichting = note;
    const auto geldig = period(t, row, g);
    int member = -1;
    if (!unit.tekst.empty() && !parse_vorm(r_, unit.tekst, member)) {
      report("eenheid-onbekend", unit.positie, fmt::format("De eenheid `{}` bestaat niet.", unit.tekst));
      g.onbekend = true;  // what uses the name need not be said
      return r_.grootheden.push_back(std::move(g));
    }
    if (value.tekst == "open") {
      g.is_open = true;
      g.open_reden = note;
      g.eenheid_tekst = unit.tekst;
      g.eenheid_positie = unit.positie;
      g.vorm_gegeven = !unit.tekst.empty();
    } else {
      g.formule = parse_los(
          r_.document.regels,
          value.tekst + (unit.tekst.empty() || unit.tekst == "%" || unit.tekst == "getal" ? "" : " " + unit.tekst),
          value.positie, r_.eenheden, found_);
      if (!g.formule) return;
      if (unit.tekst == "%" && !value.tekst.ends_with('%'))
        return report("cel-fout", value.positie, "Bij een percentage hoort een %-teken achter het getal.",
                      "Schrijf bijvoorbeeld 3,87%.");
    }
    if (!geldig) return void(r_.grootheden.push_back(std::move(g)));
    with_period(std::move(g), value, *geldig);
  }

  /// Rows with the same name and different periods become one table without keys.
  void with_period(Grootheid g, const Cel& value, const Periode& geldig) {
    if (!g.formule) {
      return report("cel-fout", value.positie, "Een open keuze heeft geen geldigheid.",
                    "Zet de open keuze in een tabel zonder geldig_van en geldig_tot.");
    }
    const Uitdrukking& e = *g.formule;
    const bool literal = e.soort == Knoopsoort::getal || e.soort == Knoopsoort::ja_nee ||
                         e.soort == Knoopsoort::tekst || e.soort == Knoopsoort::datum;
    if (!literal)
      return report("cel-fout", value.positie, "Een parameter met een geldigheid is een vaste waarde.",
                    "Schrijf een getal, datum, tekst, ja of nee.");
    const Waarde w = e.soort == Knoopsoort::getal    ? Waarde(e.getal)
                     : e.soort == Knoopsoort::ja_nee ? Waarde(e.ja)
                     : e.soort == Knoopsoort::datum  ? Waarde(e.datum)
                                                     : Waarde(e.tekst);
    g.vorm = {e.soort == Knoopsoort::getal    ? Soort::getal
              : e.soort == Knoopsoort::ja_nee ? Soort::ja_nee
              : e.soort == Knoopsoort::datum  ? Soort::datum
                                              : Soort::tekst,
              e.vorm.eenheid};
    g.vorm_gegeven = true;
    g.rol = Rol::tabel;
    g.formule = nullptr;
    const TabelRij row{{}, w, geldig, value.positie};
    const int existing = r_.grootheid(g.naam);
    if (existing >= 0 && r_.grootheden[static_cast<std::size_t>(existing)].met_geldigheid) {
      Grootheid& same = r_.grootheden[static_cast<std::size_t>(existing)];
      if (same.vorm.soort != g.vorm.soort || !same.vorm.eenheid.like(g.vorm.eenheid))
        report("eenheid-ongelijk", value.positie,
               fmt::format("`{}` heeft op regel {} een andere eenheid.", g.naam, same.positie.regel));
      same.rijen.push_back(row);
      return;
    }
    g.rijen.push_back(row);
    r_.grootheden.push_back(std::move(g));
  }
};

}  // namespace

void read_parameters(Regeling& regeling, const TabelBlok& t, Bevindingen& found) {
  ParameterLezer(regeling, found).read(t);
}

}  // namespace zorgkader
