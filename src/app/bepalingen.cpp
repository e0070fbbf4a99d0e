// From outcomes and requirements back to what they rest on, and the same by heading.
#include "app/bepalingen.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/aanbiederkeuze.hpp"
#include "engine/run.hpp"

namespace zorgkader {
namespace {

std::vector<int> asked(const Regeling& r) {
  std::vector<int> out;
  for (const auto& [name, at] : r.uitkomsten) out.push_back(r.grootheid(name));
  for (int q = 0; q < static_cast<int>(r.grootheden.size()) && r.uitkomsten.empty(); ++q) {
    if (r.grootheden[static_cast<std::size_t>(q)].rol == Rol::formule) out.push_back(q);
  }
  for (const Eis& e : r.eisen) {
    quantities_of(*e.voorwaarde, out);
    if (e.waar) quantities_of(*e.waar, out);
  }
  // What a choice of providers or a worklist asks is used as well.
  for (const char* name : {keuzenamen::kRang, keuzenamen::kReden, keuzenamen::kProduct})
    out.push_back(r.grootheid(name));
  for (const Termijn& t : r.termijnen) {
    for (const std::string* name : {&t.binnen, &t.uiterlijk, &t.op_tijd}) out.push_back(r.grootheid(*name));
  }
  for (const Rapportdeel& part : r.rapportdelen) {
    for (const Rapportdeelkolom& k : part.kolommen) {
      out.push_back(r.grootheid(k.grootheid));
      if (!k.drempel.empty()) out.push_back(r.grootheid(k.drempel));
      for (const Rapporttotaal& t : k.totalen) out.push_back(r.grootheid(t.grootheid));
    }
  }
  std::erase(out, -1);
  return out;
}

class Sleutelzoeker {
 public:
  explicit Sleutelzoeker(const Regeling& r) : r_(r), used_(r.sleutels.size()) {}

  void quantity(const Grootheid& g) {
    for (int k : g.sleutels) key(k);
    key(g.lid_van);
    for (const UitdrukkingPtr* e : {&g.formule, &g.waar, &g.bij_leeg}) {
      if (*e) formula(**e);
    }
    if (g.begin) formula(*g.begin->waarde);
  }

  void formula(const Uitdrukking& e) {
    key(e.sleutel);
    key(e.lid_van);
    for (const SleutelNaam& k : e.over) key(k.sleutel);
    for (const SleutelNaam& k : e.naar) key(k.sleutel);
    for (const auto& part : e.delen) formula(*part);
    for (const Keuze& k : e.keuzes) formula(*k.voorwaarde);
  }

  std::vector<bool> take() { return std::move(used_); }

 private:
  void key(int k) {
    // A scenario is a key that no document has.
    if (k >= 0 && k < static_cast<int>(used_.size())) used_[static_cast<std::size_t>(k)] = true;
  }

  const Regeling& r_;
  std::vector<bool> used_;
};

}  // namespace

Bereik bereik(const Regeling& r) {
  Bereik out{behind(r, asked(r)), {}};
  Sleutelzoeker keys(r);
  for (std::size_t q = 0; q < out.grootheden.size(); ++q) {
    if (out.grootheden[q]) keys.quantity(r.grootheden[q]);
  }
  for (const Eis& e : r.eisen) {
    keys.formula(*e.voorwaarde);
    if (e.waar) keys.formula(*e.waar);
  }
  out.sleutels = keys.take();
  return out;
}

std::vector<Bepaling> bepalingen(const Regeling& r) {
  std::vector<Bepaling> out(r.document.koppen.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i].kop = static_cast<int>(i);
  const auto place = [&](const auto& all, auto list) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].kop >= 0) (out[static_cast<std::size_t>(all[i].kop)].*list).push_back(static_cast<int>(i));
    }
  };
  place(r.sleutels, &Bepaling::sleutels);
  place(r.grootheden, &Bepaling::grootheden);
  place(r.eisen, &Bepaling::eisen);
  return out;
}

bool heeft_gebruik(const Bepaling& b, const Bereik& bereik) {
  const auto counts = [](const std::vector<bool>& which) {
    return [&which](int i) { return which[static_cast<std::size_t>(i)]; };
  };
  return !b.eisen.empty() || std::any_of(b.grootheden.begin(), b.grootheden.end(), counts(bereik.grootheden)) ||
         std::any_of(b.sleutels.begin(), b.sleutels.end(), counts(bereik.sleutels));
}

void clauses_without_source(const Regeling& r, Bevindingen& found) {
  const auto check = [&](int heading, const Positie& at, const std::string& what) {
    const Kop* kop = r.kop(heading);
    if (kop != nullptr && !kop->bron.empty()) return;
    found.push_back(r.document.regels.bevinding(
        "bron-ontbreekt", at, fmt::format("Boven {} staat geen {}.", what, kop == nullptr ? "kop" : "bron")));
  };
  for (std::size_t k = 0; k < r.sleutels.size(); ++k) {
    const Sleutel& s = r.sleutels[k];
    if (static_cast<int>(k) != r.scenario_sleutel) check(s.kop, s.positie, "`" + s.naam + "`");
  }
  for (const Eis& e : r.eisen) check(e.kop, e.positie, "deze eis");
}

void clauses_without_use(const Regeling& r, Bevindingen& found) {
  if (asked(r).empty()) return;
  const Bereik counts = bereik(r);
  const auto told = [&](int q) {
    const Grootheid& g = r.grootheden[static_cast<std::size_t>(q)];
    return g.rol != Rol::formule && !g.gebruikt;
  };
  for (const Bepaling& b : bepalingen(r)) {
    if (!b.is_automatisch() || heeft_gebruik(b, counts)) continue;
    if (b.sleutels.empty() && std::all_of(b.grootheden.begin(), b.grootheden.end(), told)) continue;
    const Kop& kop = *r.kop(b.kop);
    Bevinding note = r.document.regels.bevinding(
        "bepaling-zonder-gebruik", {kop.regel, 1, 0},
        fmt::format("Wat onder `{}` staat, verandert geen uitkomst en geen eis.", kop.titel));
    note.ernst = Ernst::melding;
    found.push_back(std::move(note));
  }
}

}  // namespace zorgkader
