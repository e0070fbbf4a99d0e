// Collecting mutants and giving each a place that survives other lines coming or going.
#include "mutatie/mutanten.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "values/tekst.hpp"

namespace mutatie {

using namespace zorgkader;

void Verzameling::vervang(const Plek& plek, const Positie& waar, const std::vector<std::string>& door) {
  const std::string was = o_.tekst.stuk(waar);
  Mutant m{waar, plek.grootheid, plek_van(plek, waar), {}};
  for (const std::string& text : door)
    m.pogingen.push_back(
        {{o_.tekst.ingreep(waar, text)}, "`" + was + "` " + (text.empty() ? "weg" : "wordt `" + text + "`")});
  if (!m.pogingen.empty()) mutanten_.push_back(std::move(m));
}

std::string Verzameling::plek_van(const Plek& plek, const Positie& waar) const {
  if (!plek.tekst.empty()) return plek.tekst;
  const std::string line(trim(o_.regeling.document.regels.regel(waar.regel)));
  return waar.regel == plek.regel ? line : (plek.grootheid.empty() ? "eis" : plek.grootheid) + ": " + line;
}

std::vector<Mutant> Verzameling::take() {
  std::stable_sort(mutanten_.begin(), mutanten_.end(), [](const Mutant& a, const Mutant& b) {
    return std::pair(a.positie.regel, a.positie.kolom) < std::pair(b.positie.regel, b.positie.kolom);
  });
  std::map<std::pair<std::string, std::string>, int> seen;
  for (Mutant& m : mutanten_) {
    for (Poging& p : m.pogingen) {
      const int nth = ++seen[{m.plek, p.mutatie}];
      if (nth > 1) p.mutatie += " (" + std::to_string(nth) + "e keer)";
    }
  }
  return std::move(mutanten_);
}

std::vector<std::string> andere_leden(const Regeling& regeling, const std::string& lid, int sleutel) {
  std::vector<std::string> out;
  for (std::size_t k = 0; k < regeling.sleutels.size(); ++k) {
    const Sleutel& s = regeling.sleutels[k];
    const auto at = s.lid(lid);
    if (!at || (sleutel >= 0 && static_cast<int>(k) != sleutel)) continue;
    for (std::size_t i = 1; i < s.leden.size(); ++i)
      out.push_back(s.leden[(static_cast<std::size_t>(*at) + i) % s.leden.size()]);
  }
  return out;
}

std::vector<Mutant> maak_mutanten(const Regeling& regeling, const Tekst& tekst) {
  const Bereik bereik(regeling);
  std::set<std::string> units;
  for (const Grootheid& g : regeling.grootheden) {
    const std::string unit = g.vorm.eenheid.text();
    if (!unit.empty() && unit != "%" && unit.find("·") == std::string::npos) units.insert(unit);
  }
  const Omgeving o{regeling, bereik, tekst, {units.begin(), units.end()}};
  Verzameling out(o);
  muteer_blokken(o, out);
  muteer_tabellen(o, out);
  return out.take();
}

}  // namespace mutatie
