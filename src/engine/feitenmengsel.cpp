// Facts of two runs: rows of both by their members, each with the cause of its change.
#include "engine/feitenmengsel.hpp"

#include <algorithm>

#include "engine/bronnen.hpp"

namespace zorgkader {
namespace {

const Tabel* table_of(const FeitenInvoer& facts, const std::string& naam) {
  const auto at = facts.tabellen.find(naam);
  return at == facts.tabellen.end() ? nullptr : &at->second;
}

bool is_voorlopig(const Tabel& t, std::size_t row) {
  return row < t.herkomst.voorlopig.size() && t.herkomst.voorlopig[row];
}

/// Whether the arrangement knows this member: one of its own, or any where facts may bring more.
bool knows(const Regeling& r, int key, const std::string& lid) {
  const Sleutel& s = r.sleutels[static_cast<std::size_t>(key)];
  return s.open || s.lid(lid).has_value();
}

}  // namespace

Feitenmengsel::Feitenmengsel(const Kant& a, const Kant& b) : feiten_(*a.feiten) {
  for (const Grootheid& g : a.regeling->grootheden) {
    const int other = b.regeling->grootheid(g.naam);
    if (g.rol != Rol::invoer || other < 0) continue;
    const bool usable = !a.feiten->onbruikbaar.contains(g.naam) && !b.feiten->onbruikbaar.contains(g.naam);
    const Grootheid& h = b.regeling->grootheden[static_cast<std::size_t>(other)];
    if (usable && h.rol == Rol::invoer && zelfde_vorm(*a.regeling, g, *b.regeling, h)) add(g, a, b);
  }
}

void Feitenmengsel::add(const Grootheid& g, const Kant& a, const Kant& b) {
  const Tabel *one = table_of(*a.feiten, g.naam), *two = table_of(*b.feiten, g.naam);
  if (one == nullptr && two == nullptr) return;
  Feit& f = feiten_in_beide_[g.naam];
  f.vorm = g.vorm;
  for (const SleutelNaam& k : g.per) f.lege.sleutels.push_back({k.naam, {}, {}});
  f.a = one != nullptr ? one : &f.lege;
  f.b = two != nullptr ? two : &f.lege;
  f.rijen = voeg_samen({f.a, f.b});
  const Verschiloorzaak own = oorzaak_van(*a.regeling, *b.regeling, g.naam, g.vorm, true);
  for (std::size_t row = 0; row < f.rijen.rijen; ++row) f.oorzaken.push_back(cause(f, row, own, g, *a.regeling));
  f.genomen.assign(f.rijen.rijen, false);
}

/// Nothing for a row that is the same in both, and for what waits until the second arrangement itself comes.
std::optional<Verschiloorzaak> Feitenmengsel::cause(const Feit& f, std::size_t row, Verschiloorzaak own,
                                                    const Grootheid& g, const Regeling& a) const {
  const auto &in_a = f.rijen.plaatsen[0][row], &in_b = f.rijen.plaatsen[1][row];
  if (!in_b) return Verschiloorzaak::laat_feit;
  const Waarde to = f.b->waarden.at(*in_b);
  for (std::size_t k = 0; k < f.rijen.sleutels.size(); ++k) {
    if (!knows(a, a.sleutel(f.rijen.sleutels[k].naam), f.rijen.sleutels[k].at(row))) return std::nullopt;
  }
  if (g.lid_van >= 0 && !knows(a, g.lid_van, std::get<std::string>(to))) return std::nullopt;
  if (!in_a) return Verschiloorzaak::laat_feit;
  if (f.a->waarden.at(*in_a) == to) return std::nullopt;
  if (is_voorlopig(*f.a, *in_a)) return Verschiloorzaak::correctie;
  return own == Verschiloorzaak::regel ? std::nullopt : std::optional(own);
}

bool Feitenmengsel::neem_over(Verschiloorzaak oorzaak) {
  bool any = false;
  for (auto& [naam, f] : feiten_in_beide_) {
    bool changed = false;
    for (std::size_t row = 0; row < f.oorzaken.size(); ++row) {
      if (f.oorzaken[row] == oorzaak) changed = f.genomen[row] = true;
    }
    if (!changed) continue;
    any = true;
    Tabel now = table(f, naam);
    if (now.size() == 0 && f.b == &f.lege)
      feiten_.tabellen.erase(naam);
    else
      feiten_.tabellen.insert_or_assign(naam, std::move(now));
  }
  return any;
}

Tabel Feitenmengsel::table(const Feit& f, const std::string& naam) const {
  Tabel out;
  out.naam = naam;
  out.vorm = f.vorm;
  out.waarden.soort = f.vorm.soort;
  // Only members in use: one that comes later may not be there yet.
  std::vector<std::map<std::uint32_t, std::uint32_t>> used(f.rijen.sleutels.size());
  for (const SleutelKolom& k : f.rijen.sleutels) out.sleutels.push_back({k.naam, {}, {}});
  for (std::size_t row = 0; row < f.rijen.rijen; ++row) {
    const bool second = f.genomen[row];
    const auto& place = f.rijen.plaatsen[second ? 1 : 0][row];
    if (!place) continue;
    for (std::size_t k = 0; k < used.size(); ++k) {
      const std::uint32_t code = f.rijen.sleutels[k].codes[row];
      const auto [at, is_new] = used[k].emplace(code, static_cast<std::uint32_t>(out.sleutels[k].leden.size()));
      if (is_new) out.sleutels[k].leden.push_back(f.rijen.sleutels[k].leden[code]);
      out.sleutels[k].codes.push_back(at->second);
    }
    out.waarden.push_back((second ? f.b : f.a)->waarden.at(*place));
  }
  return out;
}

}  // namespace zorgkader
