// Checking quantities one by one, each after what it needs.
#include "regeling/controle.hpp"

#include <fmt/format.h>

#include <map>

#include "regeling/beslistoets.hpp"
#include "regeling/tabellen.hpp"
#include "regeling/typering.hpp"

namespace zorgkader {
namespace {

class Controle {
 public:
  Controle(Regeling& r, Bevindingen& found)
      : r_(r),
        found_(found),
        types_(r, found, [this](int q, const Uitdrukking& e, int langs) { return ensure(q, e, langs); }) {}

  void run() {
    unique_names();
    for (Grootheid& g : r_.grootheden) declare(g);
    state_.assign(r_.grootheden.size(), State::fresh);
    for (int i = 0; i < static_cast<int>(r_.grootheden.size()); ++i) visit(i);
    for (Eis& e : r_.eisen) requirement(e);
    for (const auto& [name, at] : r_.uitkomsten) outcome(name, at);
    for (const Grootheid& g : r_.grootheden) {
      if (g.beslissing && !g.onbekend) check_beslissing(r_, g, found_);
      use_and_source(g);
    }
    for (Grootheid& g : r_.grootheden) {
      if (g.mag_ontbreken) g.verplicht = g.volledig = false;
    }
    causes();
  }

 private:
  enum class State { fresh, busy, done };

  Grootheid& at(int q) { return r_.grootheden[static_cast<std::size_t>(q)]; }

  void unique_names() {
    std::map<std::string, int> seen;
    for (const Sleutel& s : r_.sleutels) seen.emplace(s.naam, s.positie.regel);
    for (const Grootheid& g : r_.grootheden) {
      const auto [old, fresh] = seen.emplace(g.naam, g.positie.regel);
      if (!fresh)
        types_.report("naam-dubbel", g.positie, fmt::format("`{}` is al bepaald op regel {}.", g.naam, old->second));
    }
  }

  /// Keys and form as declared, before any formula is looked at.
  void declare(Grootheid& g) {
    if (g.rol != Rol::tabel) {
      for (SleutelNaam& k : g.per) {
        if (types_.key(k) < 0) {
          g.onbekend = true;
          continue;
        }
        if (g.sleutelset & bit(k.sleutel))
          types_.report("naam-dubbel", k.positie, fmt::format("De sleutel `{}` staat er twee keer.", k.naam));
        g.sleutels.push_back(k.sleutel);
        g.sleutelset |= bit(k.sleutel);
      }
    } else {
      for (int k : g.sleutels) g.sleutelset |= bit(k);
    }
    // What an open choice will be is known when it says its unit; then what uses it is tested already.
    if (g.is_open && !g.vorm_gegeven) g.onbekend = true;
    if (!g.vorm_gegeven || g.rol == Rol::tabel) return;
    const auto form = parse_vorm(r_, g.eenheid_tekst, g.lid_van);
    if (form)
      g.vorm = *form;
    else {
      types_.report("eenheid-onbekend", g.eenheid_positie,
                    fmt::format("De eenheid `{}` bestaat niet.", g.eenheid_tekst));
      g.onbekend = true;
    }
  }

  void visit(int q) {
    State& state = state_[static_cast<std::size_t>(q)];
    if (state != State::fresh) return;
    state = State::busy;
    busy_.push_back(q);
    examine(q);
    busy_.pop_back();
    state_[static_cast<std::size_t>(q)] = State::done;
    r_.volgorde.push_back(q);
  }

  bool ensure(int q, const Uitdrukking& e, int langs) {
    if (state_.empty() || state_[static_cast<std::size_t>(q)] == State::done) return true;
    if (state_[static_cast<std::size_t>(q)] == State::fresh) {
      visit(q);
      return true;
    }
    Grootheid& g = at(q);
    if (q == busy_.back() && langs >= 0 && (g.sleutelset & bit(langs)) && g.vorm_gegeven &&
        (g.recurrentie < 0 || g.recurrentie == langs)) {
      g.recurrentie = langs;
      return true;
    }
    if (q == busy_.back() && langs >= 0 && !g.vorm_gegeven) {
      types_.report(
          "kring", e.positie,
          fmt::format("`{}` verwijst naar zichzelf; dan hoort de eenheid er tussen rechte haken bij.", g.naam),
          "Schrijf de eenheid achter de naam.");
      return false;
    }
    std::string path;
    bool inside = false;
    for (int b : busy_) {
      inside = inside || b == q;
      if (inside) path += at(b).naam + " → ";
    }
    types_.report("kring", e.positie, fmt::format("De bepaling hangt van zichzelf af: {}{}.", path, g.naam));
    return false;
  }

  void examine(int q) {
    Grootheid& g = at(q);
    if (g.bij_leeg) {
      g.lid_van >= 0 ? types_.as_member(*g.bij_leeg, g.lid_van) : types_.expression(*g.bij_leeg);
      if (!g.onbekend) types_.fits(*g.bij_leeg, g.vorm, true, "De waarde na `bij_leeg`");
    }
    if (g.formule) formula(q);
    if (at(q).waar) filter(q);
    if (at(q).beslissing) {
      for (auto& head : at(q).beslissing->kolommen) types_.expression(*head);
    }
    overrides(q);
    beginning(q);
  }

  void formula(int q) {
    Grootheid& g = at(q);
    Uitdrukking& e = *g.formule;
    if (!g.gezet.empty()) set_from_outside(g);
    types_.rows_are_given(g.waar != nullptr);
    if (g.lid_van >= 0)
      types_.as_member(e, g.lid_van);
    else
      types_.expression(e);
    types_.rows_are_given(false);
    if (e.onbekend) g.onbekend = true;
    if (e.onbekend && !g.vorm_gegeven) return;
    if (!g.vorm_gegeven) {
      g.vorm = e.vorm;
      g.lid_van = e.lid_van;
    } else if (!g.onbekend) {
      types_.fits(e, g.vorm, false, fmt::format("`{}`", g.naam));
      if (g.vorm.soort == Soort::tekst && g.lid_van < 0 && e.lid_van >= 0) member_as_text(g, e);
    }
    add_scenario(g, e.sleutels);
    if (const Sleutels lost = e.sleutels & ~g.sleutelset) {
      types_.report(
          "sleutel-verdwijnt", e.positie,
          fmt::format("De formule is per {}, maar `{}` niet.", types_.key_names(lost), g.naam),
          g.rol == Rol::parameter ? "Een parameter heeft geen sleutels: schrijf `naam per sleutel = formule`." : "");
    }
  }

  /// The code of a member means nothing among free texts.
  void member_as_text(const Grootheid& g, const Uitdrukking& e) {
    const std::string& key = r_.sleutels[static_cast<std::size_t>(e.lid_van)].naam;
    types_.report("soort-fout", e.positie,
                  fmt::format("`{}` is vrije tekst, en hier staat een lid van {}.", g.naam, key),
                  fmt::format("Schrijf `[lid van {}]`.", key));
  }

  /// What a parameter is set to must be of the kind and in the unit that the document gives it.
  void set_from_outside(Grootheid& g) {
    if (g.grondslag != nullptr && !g.vorm_gegeven) types_.expression(*g.grondslag);
    if (g.grondslag != nullptr && g.grondslag->onbekend) return;
    const Vorm form = g.vorm_gegeven || g.grondslag == nullptr ? g.vorm : g.grondslag->vorm;
    for (Uitdrukking* value : g.gezet) {
      if (g.grondslag != nullptr && g.grondslag->lid_van >= 0) continue;  // looked up with the formula itself
      types_.expression(*value);
      value->onbekend = value->onbekend || !suits(g, *value, form);
    }
  }

  bool suits(const Grootheid& g, Uitdrukking& value, const Vorm& form) {
    const bool bare = value.soort == Knoopsoort::getal && value.vorm.eenheid.is_bare() &&
                      !value.vorm.eenheid.shows_percent() && !value.getal.is_zero();
    const bool unsaid = g.grondslag == nullptr && !g.vorm_gegeven;
    if (bare && unsaid) {
      types_.report(
          "eenheid-ongelijk", value.positie,
          fmt::format("De open keuze `{}` zegt niet waarin zij is: {} kan van alles zijn.", g.naam, value.tekst),
          "Vul in het document haar eenheid in: %, €, week, of getal voor een getal zonder eenheid.");
      return false;
    }
    if (bare && form.eenheid.shows_percent()) {
      types_.report("getal-dubbelzinnig", value.positie,
                    fmt::format("`{0}` is een percentage: {1} kan {1}% of {1}00% betekenen.", g.naam, value.tekst),
                    fmt::format("Schrijf het met het teken: {}%.", value.tekst));
      return false;
    }
    return unsaid || types_.fits(value, form, true, fmt::format("`{}`", g.naam));
  }

  /// The scenario key passes by itself to whatever depends on a changed parameter.
  void add_scenario(Grootheid& g, Sleutels keys) {
    const int s = r_.scenario_sleutel;
    if (s < 0 || !(keys & bit(s)) || (g.sleutelset & bit(s))) return;
    g.sleutels.insert(g.sleutels.begin(), s);
    g.sleutelset |= bit(s);
  }

  void filter(int q) {
    Grootheid& g = at(q);
    Uitdrukking& w = *g.waar;
    types_.expression(w);
    if (g.per.empty())
      types_.report("onderdeel-fout", w.positie,
                    fmt::format("`waar` kiest rijen, maar `{}` heeft geen sleutels.", g.naam),
                    "Schrijf: als voorwaarde dan x anders y.");
    if (w.onbekend) return;
    if (w.vorm.soort != Soort::ja_nee)
      types_.report("soort-fout", w.positie,
                    fmt::format("De voorwaarde na `waar` hoort ja of nee te geven, geen {}.", w.vorm.text()));
    add_scenario(g, w.sleutels);
    if (const Sleutels lost = w.sleutels & ~g.sleutelset) {
      types_.report("sleutel-verdwijnt", w.positie,
                    fmt::format("De voorwaarde is per {}, maar `{}` niet.", types_.key_names(lost), g.naam));
    }
  }

  void overrides(int q) {
    for (Vaststelling& v : at(q).vastgesteld) {
      v.codes.assign(at(q).sleutels.size(), -1);
      for (Keuze& k : v.keuzes) {
        const auto chosen = types_.fixed_choice(k);
        if (!chosen) continue;
        const auto& keys = at(q).sleutels;
        const auto place = std::find(keys.begin(), keys.end(), chosen->first);
        if (place == keys.end())
          types_.report("sleutel-ontbreekt", k.voorwaarde->positie,
                        fmt::format("`{}` heeft deze sleutel niet.", at(q).naam));
        else
          v.codes[static_cast<std::size_t>(place - keys.begin())] = chosen->second;
      }
      types_.expression(*v.waarde);
      if (at(q).onbekend) continue;
      types_.fits(*v.waarde, at(q).vorm, true, "De vastgestelde waarde");
      if (v.waarde->sleutels != 0)
        types_.report("onderdeel-fout", v.waarde->positie, "Een vastgestelde waarde is een vast bedrag.",
                      "Schrijf een getal.");
    }
  }

  void beginning(int q) {
    if (!at(q).begin) return;
    Begin& b = *at(q).begin;
    if (b.keuzes.size() != 1)
      return types_.report("onderdeel-fout", b.positie, "`beginnend` kiest een lid van een sleutel.",
                           "Schrijf bijvoorbeeld: beginnend [jaar = 2021] = waarde.");
    const auto chosen = types_.fixed_choice(b.keuzes[0]);
    types_.expression(*b.waarde);
    if (!chosen) return;
    b.sleutel = chosen->first;
    b.lid = chosen->second;
    const Grootheid& g = at(q);
    if (!(g.sleutelset & bit(b.sleutel)))
      return types_.report("sleutel-ontbreekt", b.positie, fmt::format("`{}` heeft deze sleutel niet.", g.naam));
    if (!g.onbekend) types_.fits(*b.waarde, g.vorm, true, "De beginwaarde");
    if (const Sleutels lost = b.waarde->sleutels & ~(g.sleutelset & ~bit(b.sleutel))) {
      types_.report("sleutel-verdwijnt", b.waarde->positie,
                    fmt::format("De beginwaarde is per {}, maar `{}` niet.", types_.key_names(lost), g.naam));
    }
  }

  void requirement(Eis& e) {
    types_.rows_are_given(e.waar != nullptr);
    types_.expression(*e.voorwaarde);
    types_.rows_are_given(false);
    if (e.waar) where_it_holds(e);
    Sleutels declared = 0;
    for (SleutelNaam& k : e.per) {
      if (types_.key(k) >= 0) declared |= bit(k.sleutel);
    }
    if (e.voorwaarde->onbekend) return;
    if (e.voorwaarde->vorm.soort != Soort::ja_nee)
      types_.report("soort-fout", e.voorwaarde->positie, "Een eis is een voorwaarde die opgaat of niet.",
                    "Vergelijk bijvoorbeeld twee bedragen met =.");
    if (const Sleutels lost = e.voorwaarde->sleutels & ~declared & ~scenario(); lost && !e.per.empty()) {
      types_.report("sleutel-verdwijnt", e.voorwaarde->positie,
                    fmt::format("De eis is ook per {}.", types_.key_names(lost)),
                    "Noem alle sleutels na `per`, of geen.");
    }
  }

  void where_it_holds(Eis& e) {
    Uitdrukking& w = *e.waar;
    types_.expression(w);
    if (w.onbekend || e.voorwaarde->onbekend) return;
    if (w.vorm.soort != Soort::ja_nee)
      types_.report("soort-fout", w.positie,
                    fmt::format("De voorwaarde na `waar` hoort ja of nee te geven, geen {}.", w.vorm.text()));
    if (const Sleutels lost = w.sleutels & ~e.voorwaarde->sleutels)
      types_.report("sleutel-verdwijnt", w.positie,
                    fmt::format("De voorwaarde na `waar` is per {}, maar de eis niet.", types_.key_names(lost)));
  }

  Sleutels scenario() const { return r_.scenario_sleutel < 0 ? 0 : bit(r_.scenario_sleutel); }

  void outcome(const std::string& name, const Positie& where) {
    const int q = r_.grootheid(name);
    if (q < 0) return types_.report("naam-onbekend", where, fmt::format("De uitkomst `{}` is nergens bepaald.", name));
    at(q).gebruikt = true;
    at(q).verplicht = true;
    at(q).volledig = true;
  }

  void causes() {
    for (const Oorzaak& o : r_.oorzaken) {
      if (r_.grootheid(o.naam) < 0)
        types_.report("naam-onbekend", o.positie, fmt::format("De naam `{}` is nergens bepaald.", o.naam));
    }
  }

  void use_and_source(const Grootheid& g) {
    const Kop* kop = r_.kop(g.kop);
    if (kop == nullptr || kop->bron.empty()) {
      types_.report("bron-ontbreekt", g.positie,
                    fmt::format("Boven `{}` staat geen {}.", g.naam, kop == nullptr ? "kop" : "bron"));
    }
    if (g.gebruikt || g.rol == Rol::formule) return;
    types_.report("ongebruikt", g.positie, fmt::format("`{}` wordt nergens gebruikt.", g.naam));
    found_.back().ernst = Ernst::let_op;
  }

  Regeling& r_;
  Bevindingen& found_;
  std::vector<State> state_;
  std::vector<int> busy_;
  Typering types_;
};

}  // namespace

void check_regeling(Regeling& regeling, Bevindingen& found) {
  Controle(regeling, found).run();
}

}  // namespace zorgkader
