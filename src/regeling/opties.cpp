// Values from outside: a parameter set for this run, and scenarios as a key.
#include <fmt/format.h>

#include "regeling/controle.hpp"
#include "regeling/parser.hpp"
#include "regeling/tabellen.hpp"

namespace zorgkader {
namespace {

class Invuller {
 public:
  Invuller(Regeling& r, Bevindingen& found) : r_(r), found_(found) {}

  void zet(const Zet& z) {
    if (Grootheid* g = parameter(z)) {
      if (g->met_geldigheid) return in_every_period(z, *g);
      if (auto value = read(z, *g)) {
        g->formule = std::move(value);
        g->is_open = false;
      }
    }
  }

  void scenarios(const std::vector<Scenario>& all) {
    if (all.empty()) return;
    Sleutel key;
    key.naam = "scenario";
    key.leden.push_back("basis");
    for (const Scenario& s : all) {
      if (key.lid(s.naam)) report("naam-dubbel", fmt::format("Het scenario `{}` bestaat al.", s.naam));
      key.leden.push_back(s.naam);
    }
    if (r_.sleutel("scenario") >= 0) return report("naam-dubbel", "De regeling heeft zelf al een sleutel `scenario`.");
    r_.scenario_sleutel = static_cast<int>(r_.sleutels.size());
    r_.sleutels.push_back(std::move(key));
    for (const Scenario& s : all) {
      for (const Zet& z : s.zetten) in_scenario(s, z);
    }
  }

 private:
  void report(const char* code, std::string what) {
    found_.push_back({Ernst::fout, code, {"--zet", 0, 0, 0}, std::move(what), "", ""});
  }

  Grootheid* parameter(const Zet& z) {
    const int q = r_.grootheid(z.naam);
    Grootheid* g = q < 0 ? nullptr : &r_.grootheden[static_cast<std::size_t>(q)];
    if (g != nullptr && (g->rol == Rol::parameter || (g->met_geldigheid && g->sleutels.empty()))) return g;
    report(g == nullptr ? "naam-onbekend" : "onderdeel-fout",
           fmt::format("`{}` is geen parameter van deze regeling.", z.naam));
    return nullptr;
  }

  UitdrukkingPtr read(const Zet& z, const Grootheid& g) {
    if (g.formule && g.formule->soort == Knoopsoort::tekst && !z.waarde.starts_with('"'))
      return leaf(Knoopsoort::tekst, z.waarde);
    const Regels lines("--zet " + z.naam, z.waarde);
    Bevindingen wrong;
    auto value = parse_los(lines, z.waarde, {1, 1, 0}, r_.eenheden, wrong);
    // Nobody knows yet what an open choice will hold: what is no value of the language is a text.
    const bool name = value && value->soort == Knoopsoort::naam && r_.grootheid(value->tekst) < 0;
    if (!g.formule && (!value || name)) return leaf(Knoopsoort::tekst, z.waarde);
    found_.insert(found_.end(), wrong.begin(), wrong.end());
    if (!value || !g.formule) return value;
    const Uitdrukking& old = *g.formule;
    // A bare number means the unit that the parameter already has.
    const bool bare =
        value->soort == Knoopsoort::getal && value->vorm.eenheid.is_bare() && !value->vorm.eenheid.shows_percent();
    if (old.soort == Knoopsoort::getal && bare) value->vorm = old.vorm;
    if (bare && is_percentage(old) && !value->getal.is_zero()) {
      report("getal-dubbelzinnig", fmt::format("`{}` is een percentage: {} kan {}% of {}% betekenen.", z.naam, z.waarde,
                                               z.waarde, z.waarde + "00"));
      return nullptr;
    }
    const bool literal = value->soort == Knoopsoort::getal && old.soort == Knoopsoort::getal;
    if (literal && !value->vorm.eenheid.like(old.vorm.eenheid)) {
      report("eenheid-ongelijk",
             fmt::format("`{}` is in {}, niet in {}.", z.naam, old.vorm.text(), value->vorm.text()));
      return nullptr;
    }
    return value;
  }

  /// Whether a parameter is written as a percentage, be it by way of others (`index := mev_raming + ova_ophoging`).
  bool is_percentage(const Uitdrukking& e, int depth = 0) const {
    constexpr int kDeepEnough = 20;
    if (e.soort == Knoopsoort::getal) return e.vorm.eenheid.shows_percent();
    const bool sum = e.soort == Knoopsoort::binair && (e.teken == Teken::plus || e.teken == Teken::min);
    if (e.soort == Knoopsoort::naam && depth < kDeepEnough) {
      const int q = r_.grootheid(e.tekst);
      const Grootheid* g = q < 0 ? nullptr : &r_.grootheden[static_cast<std::size_t>(q)];
      return g != nullptr && g->formule && is_percentage(*g->formule, depth + 1);
    }
    return sum && is_percentage(*e.delen[0], depth) && is_percentage(*e.delen[1], depth);
  }

  static UitdrukkingPtr leaf(Knoopsoort soort, const std::string& text) {
    auto out = std::make_unique<Uitdrukking>();
    out->soort = soort;
    out->tekst = text;
    return out;
  }

  /// A parameter with periods gets the value in all of them.
  void in_every_period(const Zet& z, Grootheid& g) {
    const Vorm& form = g.vorm;
    const auto value = parse_cel(r_, {z.waarde, {1, 1, 0}}, form, found_);
    if (!value) return;
    for (TabelRij& row : g.rijen) row.waarde = *value;
  }

  /// formule := als scenario = "naam" dan waarde anders formule
  void in_scenario(const Scenario& s, const Zet& z) {
    Grootheid* g = parameter(z);
    if (g == nullptr) return;
    if (g->met_geldigheid)
      return report("onderdeel-fout", fmt::format("`{}` heeft een geldigheid en kan niet in een scenario.", z.naam));
    auto value = read(z, *g);
    if (!value) return;
    auto test = leaf(Knoopsoort::binair, "");
    test->teken = Teken::gelijk;
    test->delen.push_back(leaf(Knoopsoort::naam, "scenario"));
    test->delen.push_back(leaf(Knoopsoort::tekst, s.naam));
    auto choice = leaf(Knoopsoort::als, "");
    choice->delen.push_back(std::move(test));
    choice->delen.push_back(std::move(value));
    if (!g->formule)
      return report("open-keuze", fmt::format("`{}` staat nog open; zet eerst een basiswaarde met --zet.", z.naam));
    choice->delen.push_back(std::move(g->formule));
    g->formule = std::move(choice);
  }

  Regeling& r_;
  Bevindingen& found_;
};

}  // namespace

void apply_opties(Regeling& regeling, const Opties& opties, Bevindingen& found) {
  Invuller apply(regeling, found);
  for (const Zet& z : opties.zetten) apply.zet(z);
  apply.scenarios(opties.scenarios);
}

}  // namespace zorgkader
