// Taking over values from one document into another that has the same names.
#include "engine/bronnen.hpp"

#include <algorithm>

namespace zorgkader {
namespace {

std::string key_name(const Regeling& r, int key) {
  return key < 0 ? "" : r.sleutels[static_cast<std::size_t>(key)].naam;
}

/// A parameter without keys whose value rests on parameters alone.
bool is_constant(const Regeling& r, int q) {
  const Grootheid& g = r.grootheden[static_cast<std::size_t>(q)];
  if (g.rol != Rol::parameter || !g.formule || g.is_open || g.onbekend || !g.sleutels.empty()) return false;
  const std::vector<bool> needed = behind(r, {q});
  for (std::size_t i = 0; i < needed.size(); ++i) {
    if (needed[i] && r.grootheden[i].rol != Rol::parameter) return false;
  }
  return true;
}

class Overname {
 public:
  Overname(Regeling& mengsel, const Regeling& a, Run& run_b, Verschiloorzaak oorzaak)
      : to_(mengsel), a_(a), b_(run_b.regeling()), run_b_(run_b), oorzaak_(oorzaak) {}

  bool run() {
    for (int q = 0; q < static_cast<int>(to_.grootheden.size()); ++q) {
      Grootheid& g = to_.grootheden[static_cast<std::size_t>(q)];
      const int other = b_.grootheid(g.naam);
      if (other < 0 || oorzaak_van(a_, b_, g.naam, g.vorm, false) != oorzaak_) continue;
      const Grootheid& h = b_.grootheden[static_cast<std::size_t>(other)];
      if (g.rol != h.rol || !zelfde_vorm(to_, g, b_, h)) continue;
      if (g.rol == Rol::tabel) table(g, h);
      if (g.rol == Rol::parameter && is_constant(a_, q) && is_constant(b_, other)) parameter(g, other);
    }
    for (Sleutel& key : to_.sleutels) {
      if (const int other = b_.sleutel(key.naam); other >= 0)
        attributes(key, b_.sleutels[static_cast<std::size_t>(other)]);
    }
    return changed_;
  }

 private:
  /// A member of a key by name; -1 when this document does not have it.
  int member(int key, const std::string& name) const {
    return to_.sleutels[static_cast<std::size_t>(key)].lid(name).value_or(-1);
  }

  bool fits(int lid_van, const Waarde& value) const {
    return lid_van < 0 || member(lid_van, std::get<std::string>(value)) >= 0;
  }

  void parameter(Grootheid& g, int other) {
    const Grootheid& h = b_.grootheden[static_cast<std::size_t>(other)];
    if (to_text(*g.formule) == to_text(*h.formule)) return;
    run_b_.compute({other});
    const Column& c = *run_b_.column(other);
    if (c.index->rows() != 1 || c.state(0) != Toestand::goed) return;
    const Waarde value = run_b_.waarde(c, 0);
    if (!fits(g.lid_van, value)) return;
    auto literal = std::make_unique<Uitdrukking>();
    literal->vorm = g.vorm;
    literal->lid_van = g.lid_van;
    literal->positie = g.positie;
    literal->soort = Knoopsoort::getal;
    if (const auto* number = std::get_if<Getal>(&value)) literal->getal = *number;
    if (const auto* yes = std::get_if<bool>(&value)) {
      literal->soort = Knoopsoort::ja_nee;
      literal->ja = *yes;
    }
    if (const auto* day = std::get_if<Datum>(&value)) {
      literal->soort = Knoopsoort::datum;
      literal->datum = *day;
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
      literal->soort = Knoopsoort::tekst;
      literal->tekst = *text;
    }
    g.formule = std::move(literal);
    changed_ = true;
  }

  /// The members of a row of the other document as codes of this one; nothing when one is not known here.
  std::optional<std::vector<int>> translated(const Grootheid& g, const Grootheid& h, const TabelRij& row) const {
    std::vector<int> out;
    for (const SleutelNaam& k : g.per) {
      const auto at = std::find_if(h.per.begin(), h.per.end(), [&](const SleutelNaam& n) { return n.naam == k.naam; });
      const auto place = static_cast<std::size_t>(at - h.per.begin());
      const Sleutel& theirs = b_.sleutels[static_cast<std::size_t>(h.sleutels[place])];
      out.push_back(member(g.sleutels[out.size()], theirs.leden[static_cast<std::size_t>(row.codes[place])]));
      if (out.back() < 0) return std::nullopt;
    }
    return out;
  }

  void table(Grootheid& g, const Grootheid& h) {
    if (g.met_geldigheid != h.met_geldigheid) return;
    std::vector<TabelRij> rows;
    std::set<std::vector<int>> known;
    for (const TabelRij& row : h.rijen) {
      auto codes = translated(g, h, row);
      if (!codes || !fits(g.lid_van, row.waarde)) continue;
      known.insert(*codes);
      rows.push_back({std::move(*codes), row.waarde, row.geldig, row.positie});
    }
    for (const TabelRij& row : g.rijen) {
      if (!known.contains(row.codes)) rows.push_back(row);
    }
    const auto same = [](const TabelRij& x, const TabelRij& y) {
      return x.codes == y.codes && x.waarde == y.waarde && x.geldig == y.geldig;
    };
    if (std::equal(rows.begin(), rows.end(), g.rijen.begin(), g.rijen.end(), same)) return;
    g.rijen = std::move(rows);
    changed_ = true;
  }

  void attributes(Sleutel& key, const Sleutel& theirs) {
    for (Attribuut& mine : key.attributen) {
      const auto at = std::find_if(theirs.attributen.begin(), theirs.attributen.end(),
                                   [&](const Attribuut& t) { return t.naam == mine.naam; });
      if (at == theirs.attributen.end() || at->vorm.text() != mine.vorm.text() ||
          key_name(to_, mine.verwijst) != key_name(b_, at->verwijst) ||
          oorzaak_van(a_, b_, key.naam + "." + mine.naam, mine.vorm, false) != oorzaak_)
        continue;
      for (std::size_t m = 0; m < key.leden.size(); ++m) {
        const auto other = theirs.lid(key.leden[m]);
        if (!other) continue;
        const auto& value = at->waarden[static_cast<std::size_t>(*other)];
        if (mine.waarden[m] == value || (value && !fits(mine.verwijst, *value))) continue;
        mine.waarden[m] = value;
        changed_ = true;
      }
    }
  }

  Regeling& to_;
  const Regeling& a_;
  const Regeling& b_;
  Run& run_b_;
  Verschiloorzaak oorzaak_;
  bool changed_ = false;
};

}  // namespace

bool zelfde_vorm(const Regeling& a, const Grootheid& g, const Regeling& b, const Grootheid& h) {
  std::set<std::string> one, two;
  for (const SleutelNaam& k : g.per) one.insert(k.naam);
  for (const SleutelNaam& k : h.per) two.insert(k.naam);
  return one == two && g.vorm.text() == h.vorm.text() && key_name(a, g.lid_van) == key_name(b, h.lid_van);
}

bool neem_bronnen_over(Regeling& mengsel, const Regeling& a, Run& run_b, Verschiloorzaak oorzaak) {
  return Overname(mengsel, a, run_b, oorzaak).run();
}

}  // namespace zorgkader
