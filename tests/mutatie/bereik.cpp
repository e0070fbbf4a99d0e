// From outcomes and requirements back to everything that they rest on.
#include "mutatie/bereik.hpp"

#include "engine/run.hpp"

namespace mutatie {

using namespace zorgkader;

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
  std::erase(out, -1);
  return out;
}

}  // namespace

Bereik::Bereik(const Regeling& regeling) : r_(regeling), grootheden_(behind(regeling, asked(regeling))) {
  for (std::size_t q = 0; q < grootheden_.size(); ++q) {
    if (grootheden_[q]) quantity(r_.grootheden[q]);
  }
  for (const Eis& e : r_.eisen) {
    look_at(*e.voorwaarde);
    if (e.waar) look_at(*e.waar);
  }
}

bool Bereik::grootheid(const std::string& naam) const {
  const int q = r_.grootheid(naam);
  return q >= 0 && grootheden_[static_cast<std::size_t>(q)];
}

bool Bereik::eigenschap(const std::string& sleutel, const std::string& naam) const {
  return eigenschappen_.contains({sleutel, naam});
}

void Bereik::quantity(const Grootheid& g) {
  if (g.formule) look_at(*g.formule);
  if (g.waar) look_at(*g.waar);
  if (g.bij_leeg) look_at(*g.bij_leeg);
  if (g.begin) look_at(*g.begin->waarde);
}

void Bereik::look_at(const Uitdrukking& e) {
  if (e.soort == Knoopsoort::attribuut) eigenschappen_.insert({e.tekst, e.tekst2});
  if (e.soort == Knoopsoort::langs && e.over.size() > 1) eigenschappen_.insert({e.over[0].naam, e.over[1].naam});
  for (const SleutelNaam& k : e.naar) {
    if (k.grootheid < 0) destination(e, k.sleutel);
  }
  for (const auto& part : e.delen) look_at(*part);
  for (const Keuze& k : e.keuzes) look_at(*k.voorwaarde);
}

/// `som(x over gemeente per regio)` goes by way of gemeente.regio.
void Bereik::destination(const Uitdrukking& e, int key) {
  for (const SleutelNaam& from : e.over) {
    if (from.sleutel < 0) continue;
    const Sleutel& s = r_.sleutels[static_cast<std::size_t>(from.sleutel)];
    for (const Attribuut& a : s.attributen) {
      if (a.verwijst == key) eigenschappen_.insert({s.naam, a.naam});
    }
  }
}

std::vector<bool> achter(const Regeling& regeling, const std::vector<std::string>& namen) {
  std::vector<int> asked;
  for (const std::string& naam : namen) {
    const int q = regeling.grootheid(naam);
    if (q < 0) return std::vector<bool>(regeling.grootheden.size(), true);
    asked.push_back(q);
  }
  return behind(regeling, asked);
}

}  // namespace mutatie
