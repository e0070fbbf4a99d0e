// Names, members and keys: which keys a value has, and where they come from or go.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "regeling/typering.hpp"
#include "values/naam.hpp"

namespace zorgkader {
namespace {

std::string nearest(const Regeling& r, const std::string& name) {
  auto names = names_of(r, [](const Grootheid&) { return true; });
  for (const auto& s : r.sleutels) names.push_back(s.naam);
  return bedoelt_u(name, names);
}

}  // namespace

int Typering::key(SleutelNaam& k) {
  k.sleutel = r_.sleutel(k.naam);
  if (k.sleutel < 0)
    report("sleutel-onbekend", k.positie, fmt::format("De sleutel `{}` bestaat niet.", k.naam), nearest(r_, k.naam));
  return k.sleutel;
}

void Typering::name(Uitdrukking& e) {
  e.grootheid = r_.grootheid(e.tekst);
  if (e.grootheid >= 0) {
    Grootheid& g = r_.grootheden[static_cast<std::size_t>(e.grootheid)];
    g.gebruikt = true;
    if (!left_of_default_) g.verplicht = true;
    if (!left_of_default_ && (whole_ || langs_ >= 0 || !rows_given_)) g.volledig = true;
    if (!known_first(e)) return broken(e);
    const Grootheid& known = r_.grootheden[static_cast<std::size_t>(e.grootheid)];
    r_.vraagt_peildatum = r_.vraagt_peildatum || known.met_geldigheid;
    e.vorm = known.vorm;
    e.lid_van = known.lid_van;
    e.sleutels = known.sleutelset;
    e.onbekend = known.onbekend;
    return;
  }
  e.sleutel = r_.sleutel(e.tekst);
  if (e.sleutel >= 0) {
    e.vorm = {Soort::tekst, {}};
    e.lid_van = e.sleutel;
    e.sleutels = bit(e.sleutel);
    return;
  }
  if (e.tekst == "peildatum") {
    e.soort = Knoopsoort::peildatum;
    r_.vraagt_peildatum = true;
    e.vorm = {Soort::datum, {}};
    return;
  }
  report("naam-onbekend", e.positie, fmt::format("De naam `{}` is nergens bepaald.", e.tekst), nearest(r_, e.tekst));
  broken(e);
}

/// Makes another quantity known; where we are in this formula does not count while its formula is read.
bool Typering::known_first(const Uitdrukking& e) {
  const int langs = whole_ ? -1 : langs_;
  const auto here = std::tuple(std::exchange(langs_, -1), std::exchange(whole_, false),
                               std::exchange(left_of_default_, false), std::exchange(rows_given_, false));
  const bool known = ensure_(e.grootheid, e, langs);
  std::tie(langs_, whole_, left_of_default_, rows_given_) = here;
  return known;
}

void Typering::attribute(Uitdrukking& e) {
  e.sleutel = r_.sleutel(e.tekst);
  if (e.sleutel < 0) {
    report("sleutel-onbekend", e.positie, fmt::format("De sleutel `{}` bestaat niet.", e.tekst), nearest(r_, e.tekst));
    return broken(e);
  }
  const auto& attributes = r_.sleutels[static_cast<std::size_t>(e.sleutel)].attributen;
  const auto at =
      std::find_if(attributes.begin(), attributes.end(), [&](const Attribuut& a) { return a.naam == e.tekst2; });
  if (at == attributes.end()) {
    report("naam-onbekend", e.positie, fmt::format("De sleutel `{}` heeft geen kolom `{}`.", e.tekst, e.tekst2),
           "Voeg de kolom toe aan de sleuteltabel.");
    return broken(e);
  }
  e.attribuut = static_cast<int>(at - attributes.begin());
  e.vorm = at->vorm;
  e.lid_van = at->verwijst;
  e.sleutels = bit(e.sleutel);
}

void Typering::as_member(Uitdrukking& e, int key, bool or_text) {
  const Sleutel& s = r_.sleutels[static_cast<std::size_t>(key)];
  if (e.soort == Knoopsoort::als || e.soort == Knoopsoort::bij_leeg) return member_branches(e, key);
  const bool known = r_.grootheid(e.tekst) >= 0 || r_.sleutel(e.tekst) >= 0;
  const bool word = e.soort == Knoopsoort::tekst || (e.soort == Knoopsoort::getal && e.vorm.eenheid.is_bare()) ||
                    (e.soort == Knoopsoort::naam && (s.lid(e.tekst) || !known));
  if (!word) {
    expression(e);
    const bool text = or_text && e.lid_van < 0 && e.vorm.soort == Soort::tekst;
    if (e.onbekend || e.lid_van == key || text) return;
    report("soort-fout", e.positie, fmt::format("Hier hoort een {} te staan.", s.naam), "Noem een lid van de sleutel.");
    return broken(e);
  }
  e.soort = Knoopsoort::tekst;
  e.vorm = {Soort::tekst, {}};
  e.lid_van = key;
  if (s.lid(e.tekst) || s.open) return;
  report("lid-onbekend", e.positie, fmt::format("`{}` is geen {}.", e.tekst, s.naam));
  broken(e);
}

/// Members as the branches of a choice: `als jaar = 2021 dan Zuid anders Noord`.
void Typering::member_branches(Uitdrukking& e, int key) {
  if (e.soort == Knoopsoort::als) {
    expression(*e.delen[0]);
    if (!want(*e.delen[0], Soort::ja_nee, "De voorwaarde")) broken(e);
  }
  for (auto& part : e.delen) {
    const bool may_be_absent = e.soort == Knoopsoort::bij_leeg && &part == &e.delen[0];
    const bool before = std::exchange(left_of_default_, left_of_default_ || may_be_absent);
    if (e.soort != Knoopsoort::als || &part != &e.delen[0]) as_member(*part, key);
    left_of_default_ = before;
    e.sleutels |= part->sleutels;
    if (part->onbekend) broken(e);
  }
  e.vorm = {Soort::tekst, {}};
  e.lid_van = key;
}

std::optional<std::pair<int, int>> Typering::fixed_choice(Keuze& k) {
  Uitdrukking& v = *k.voorwaarde;
  if (v.soort != Knoopsoort::binair || v.teken != Teken::gelijk || v.delen[0]->soort != Knoopsoort::naam) {
    report("onderdeel-fout", v.positie, "Hier hoort `sleutel = waarde` te staan.",
           "Schrijf bijvoorbeeld [jaar = 2021].");
    return std::nullopt;
  }
  SleutelNaam name{v.delen[0]->tekst, v.delen[0]->positie, -1};
  if (key(name) < 0) return std::nullopt;
  as_member(*v.delen[1], name.sleutel);
  if (v.delen[1]->onbekend) return std::nullopt;
  const auto lid = r_.sleutels[static_cast<std::size_t>(name.sleutel)].lid(v.delen[1]->tekst);
  if (v.delen[1]->soort != Knoopsoort::tekst || !lid) {
    report("lid-onbekend", v.delen[1]->positie, "Hier hoort een vaste waarde van de sleutel te staan.");
    return std::nullopt;
  }
  return std::pair{name.sleutel, *lid};
}

void Typering::choice(Uitdrukking& e) {
  Uitdrukking& x = *e.delen[0];
  whole(x);
  take_form(e, x);
  e.sleutels = x.sleutels;
  if (x.onbekend) broken(e);
  Sleutels added = 0;
  for (Keuze& k : e.keuzes) {
    Uitdrukking& v = *k.voorwaarde;
    const bool equal =
        v.soort == Knoopsoort::binair && v.teken == Teken::gelijk && v.delen[0]->soort == Knoopsoort::naam;
    const int chosen = equal && r_.grootheid(v.delen[0]->tekst) < 0 ? r_.sleutel(v.delen[0]->tekst) : -1;
    if (chosen < 0) {
      expression(v);
      if (!want(v, Soort::ja_nee, "Een voorwaarde tussen rechte haken")) broken(e);
      if (!x.onbekend && (v.sleutels & ~x.sleutels)) {
        report("sleutel-ontbreekt", v.positie,
               fmt::format("De voorwaarde gaat over {}, maar de waarde heeft die sleutel niet.",
                           key_names(v.sleutels & ~x.sleutels)));
        broken(e);
      }
      continue;
    }
    k.sleutel = chosen;
    as_member(*v.delen[1], chosen, true);
    added |= v.delen[1]->sleutels;
    if (v.delen[1]->onbekend) broken(e);
    if (!x.onbekend && !(x.sleutels & bit(chosen))) {
      report("sleutel-ontbreekt", v.delen[0]->positie,
             fmt::format("`{}` heeft geen sleutel {}.", to_text(x), v.delen[0]->tekst));
      broken(e);
    }
    e.sleutels &= ~bit(chosen);
  }
  e.sleutels |= added;
}

void Typering::in_force(Uitdrukking& e) {
  Uitdrukking &x = *e.delen[0], &d = *e.delen[1];
  const bool before = r_.vraagt_peildatum;
  expression(x);
  r_.vraagt_peildatum = before;  // the date stands in the formula
  expression(d);
  take_form(e, x);
  e.sleutels = x.sleutels | d.sleutels;
  if (x.onbekend || !want(d, Soort::datum, "Wat tussen de haken van `op` staat")) return broken(e);
  if (x.grootheid < 0 || !r_.grootheden[static_cast<std::size_t>(x.grootheid)].met_geldigheid) {
    report("soort-fout", x.positie, fmt::format("`{}` heeft geen geldigheid.", to_text(x)),
           "`op(datum)` werkt op een tabel met de kolommen geldig_van en geldig_tot.");
    broken(e);
  }
}

/// A key to group by, or a quantity whose values are members of one (`gemeente_van per client [gemeente]`).
bool Typering::destination(SleutelNaam& k, const Uitdrukking& x) {
  const int q = r_.grootheid(k.naam);
  if (q < 0) return key(k) >= 0;
  auto use = std::make_unique<Uitdrukking>();
  use->soort = Knoopsoort::naam;
  use->positie = k.positie;
  use->tekst = k.naam;
  expression(*use);
  if (use->onbekend) return false;
  if (use->lid_van < 0 || (use->sleutels & ~x.sleutels)) {
    report("sleutel-ontbreekt", k.positie,
           fmt::format("`{}` wijst voor deze sleutels geen leden van een sleutel aan.", k.naam),
           "Groepeer naar een sleutel, of naar een tabel die leden van een sleutel noemt.");
    return false;
  }
  k.grootheid = q;
  k.sleutel = use->lid_van;
  return true;
}

void Typering::whole(Uitdrukking& e) {
  const bool before = std::exchange(whole_, true);
  expression(e);
  whole_ = before;
}

void Typering::aggregate(Uitdrukking& e) {
  Uitdrukking& x = *e.delen[0];
  whole(x);
  take_form(e, x);
  e.sleutels = x.sleutels;
  if (x.onbekend) broken(e);
  for (SleutelNaam& k : e.over) {
    if (key(k) < 0) return broken(e);
    if (!x.onbekend && !(x.sleutels & bit(k.sleutel))) {
      report("sleutel-ontbreekt", k.positie, fmt::format("`{}` heeft geen sleutel {}.", to_text(x), k.naam));
      return broken(e);
    }
    e.sleutels &= ~bit(k.sleutel);
  }
  for (SleutelNaam& k : e.naar) {
    if (!destination(k, x)) return broken(e);
    if (k.grootheid >= 0) {
      e.sleutels |= bit(k.sleutel);
      continue;
    }
    int ways = 0;
    for (const SleutelNaam& from : e.over) {
      for (const Attribuut& a : r_.sleutels[static_cast<std::size_t>(from.sleutel)].attributen)
        ways += a.verwijst == k.sleutel;
    }
    if (ways != 1) {
      report("sleutel-ontbreekt", k.positie,
             fmt::format("Er {} kolom die van de weggenomen sleutels naar {} verwijst.",
                         ways == 0 ? "is geen" : "is meer dan een", k.naam),
             fmt::format("Geef de sleuteltabel precies een kolom `{}`.", k.naam));
      return broken(e);
    }
    e.sleutels |= bit(k.sleutel);
  }
  if (e.onbekend) return;
  if (e.tekst == "tel") {
    e.vorm = {Soort::getal, {}};
    e.lid_van = -1;
    return;
  }
  if (x.vorm.soort == Soort::tekst && x.lid_van < 0) {
    report("soort-fout", x.positie, "Vrije tekst heeft geen volgorde en kan niet worden samengevoegd.");
    return broken(e);
  }
  if (e.tekst != "min" && e.tekst != "max" && !want(x, Soort::getal, "Wat wordt samengevoegd")) return broken(e);
  if (e.tekst == "product" && !x.vorm.eenheid.is_bare()) {
    report("eenheid-ongelijk", x.positie,
           fmt::format("`product` werkt op getallen zonder eenheid, niet op {}.", x.vorm.text()));
    broken(e);
  }
}

void Typering::along(Uitdrukking& e) {
  const int k = key(e.over[0]);
  const int before = std::exchange(langs_, e.tekst == "vorige" && e.delen[0]->soort == Knoopsoort::naam ? k : -1);
  expression(*e.delen[0]);
  langs_ = before;
  Uitdrukking& x = *e.delen[0];
  take_form(e, x);
  e.sleutels = x.sleutels;
  if (k < 0 || x.onbekend) return broken(e);
  if (!(x.sleutels & bit(k))) {
    report("sleutel-ontbreekt", e.over[0].positie,
           fmt::format("`{}` heeft geen sleutel {}.", to_text(x), e.over[0].naam));
    return broken(e);
  }
  if (e.tekst == "vorige") return;
  if (e.over.size() > 1) stretch_within(e);
  if (!want(x, Soort::getal, e.tekst == "rang" ? "Wat op grootte wordt gezet" : "Wat wordt opgeteld")) broken(e);
  if (e.tekst != "rang" && e.tekst != "tel") return;
  e.vorm = {Soort::getal, {}};
  e.eenheid_vrij = false;
}

/// The property of the key at which a running total or rank starts anew.
void Typering::stretch_within(Uitdrukking& e) {
  const auto& attributes = r_.sleutels[static_cast<std::size_t>(e.over[0].sleutel)].attributen;
  const auto at =
      std::find_if(attributes.begin(), attributes.end(), [&](const Attribuut& a) { return a.naam == e.over[1].naam; });
  if (at == attributes.end()) {
    report("naam-onbekend", e.over[1].positie,
           fmt::format("De sleutel `{}` heeft geen kolom `{}`.", e.over[0].naam, e.over[1].naam),
           "Achter `binnen` staat een eigenschap van de sleutel.");
    return broken(e);
  }
  e.attribuut = static_cast<int>(at - attributes.begin());
}

void Typering::spread(Uitdrukking& e) {
  Uitdrukking& x = *e.delen[0];
  whole(x);
  const int k = key(e.over[0]);
  multiple(*e.delen[1], x);
  e.vorm = x.vorm;
  e.sleutels = x.sleutels;
  if (k < 0 || !want(x, Soort::getal, "Wat wordt verdeeld")) return broken(e);
  if (x.sleutels & bit(k)) {
    report("onderdeel-fout", e.over[0].positie, fmt::format("`{}` is al per {}.", to_text(x), e.over[0].naam),
           "Verdeel langs een sleutel die het bedrag nog niet heeft.");
    return broken(e);
  }
  e.sleutels |= bit(k);
}

void Typering::shares(Uitdrukking& e) {
  Uitdrukking &x = *e.delen[0], &w = *e.delen[1];
  whole(x);
  whole(w);
  const int k = key(e.over[0]);
  multiple(*e.delen[2], x);
  e.vorm = x.vorm;
  e.sleutels = w.sleutels | x.sleutels;
  if (k < 0 || !want(x, Soort::getal, "Wat wordt verdeeld") || !want(w, Soort::getal, "Het gewicht")) return broken(e);
  if (!(w.sleutels & bit(k))) {
    report("sleutel-ontbreekt", e.over[0].positie,
           fmt::format("Het gewicht `{}` heeft geen sleutel {}.", to_text(w), e.over[0].naam));
    return broken(e);
  }
  if (x.sleutels & bit(k)) {
    report("onderdeel-fout", x.positie, fmt::format("`{}` is zelf al per {}.", to_text(x), e.over[0].naam),
           "Verdeel een bedrag dat die sleutel nog niet heeft.");
    broken(e);
  }
}

}  // namespace zorgkader
