// Values from outside: a parameter set for this run, and scenarios as a key.
#include <fmt/format.h>

#include "regeling/controle.hpp"
#include "regeling/parser.hpp"
#include "regeling/tabellen.hpp"
#include "regeling/utf8.hpp"
#include "values/naam.hpp"

namespace zorgkader {
namespace {

class Invuller {
 public:
  Invuller(Regeling& r, Bevindingen& found) : r_(r), found_(found) {}

  void zet(const Zet& z) {
    Grootheid* g = parameter(z);
    if (g == nullptr) return;
    if (!set_.insert(z.naam).second) return report("naam-dubbel", fmt::format("`{}` wordt twee keer gezet.", z.naam));
    const int line = place("--zet " + z.naam, z);
    if (g->met_geldigheid) return in_every_period(z, *g, line);
    auto value = read(z, *g, line);
    if (!value) return;
    mark(*g, *value);
    g->vervangen = std::move(g->formule);
    g->formule = std::move(value);
    g->is_open = false;
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
  void report(const char* code, std::string what, std::string remedy = {}) {
    found_.push_back({Ernst::fout, code, {"--zet", 0, 0, 0}, std::move(what), std::move(remedy), ""});
  }

  Grootheid* parameter(const Zet& z) {
    const int q = r_.grootheid(z.naam);
    Grootheid* g = q < 0 ? nullptr : &r_.grootheden[static_cast<std::size_t>(q)];
    if (g != nullptr && (g->rol == Rol::parameter || (g->met_geldigheid && g->sleutels.empty()))) return g;
    report(g == nullptr ? "naam-onbekend" : "onderdeel-fout",
           fmt::format("`{}` is geen parameter van deze regeling.", z.naam),
           bedoelt_u(z.naam, names_of(r_, [](const Grootheid& other) { return other.rol == Rol::parameter; })));
    return nullptr;
  }

  /// A line of its own for the value, so that a finding shows it and not the document.
  int place(std::string name, const Zet& z) { return r_.document.regels.add_buiten(std::move(name), z.waarde); }

  /// Its kind and unit are compared with the parameter's own when the formulas are checked.
  UitdrukkingPtr read(const Zet& z, const Grootheid& g, int line) {
    const bool text = g.formule ? g.formule->soort == Knoopsoort::tekst : g.eenheid_tekst == "tekst";
    if (text && !z.waarde.starts_with('"')) return as_text(z, line);
    Bevindingen wrong;
    auto value = parse_los(r_.document.regels, z.waarde, {line, 1, 0}, r_.eenheden, wrong);
    // Nobody knows yet what an open choice will hold: what is no value of the language is a text.
    const bool name = value && value->soort == Knoopsoort::naam && r_.grootheid(value->tekst) < 0;
    if (!g.formule && (!value || name)) return as_text(z, line);
    found_.insert(found_.end(), wrong.begin(), wrong.end());
    return value;
  }

  static void mark(Grootheid& g, Uitdrukking& value) {
    if (g.gezet.empty()) g.grondslag = g.formule.get();
    g.gezet.push_back(&value);
  }

  static UitdrukkingPtr as_text(const Zet& z, int line) {
    auto out = leaf(Knoopsoort::tekst, z.waarde);
    out->positie = {line, 1, static_cast<int>(char_count(z.waarde))};
    return out;
  }

  static UitdrukkingPtr leaf(Knoopsoort soort, const std::string& text) {
    auto out = std::make_unique<Uitdrukking>();
    out->soort = soort;
    out->tekst = text;
    return out;
  }

  /// A parameter with periods gets the value in all of them.
  void in_every_period(const Zet& z, Grootheid& g, int line) {
    const Vorm& form = g.vorm;
    const auto value = parse_cel(r_, {z.waarde, {line, 1, 0}}, form, found_);
    if (!value) return;
    for (TabelRij& row : g.rijen) row.waarde = *value;
  }

  /// formule := als scenario = "naam" dan waarde anders formule
  void in_scenario(const Scenario& s, const Zet& z) {
    Grootheid* g = parameter(z);
    if (g == nullptr) return;
    if (g->met_geldigheid)
      return report("onderdeel-fout", fmt::format("`{}` heeft een geldigheid en kan niet in een scenario.", z.naam));
    auto value = read(z, *g, place(fmt::format("--scenario {}: {}", s.naam, z.naam), z));
    if (!value) return;
    mark(*g, *value);
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
  std::set<std::string> set_;
};

}  // namespace

void apply_opties(Regeling& regeling, const Opties& opties, Bevindingen& found) {
  Invuller apply(regeling, found);
  for (const Zet& z : opties.zetten) apply.zet(z);
  apply.scenarios(opties.scenarios);
}

}  // namespace zorgkader
