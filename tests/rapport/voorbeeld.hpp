// Small results to write: tables are built row by row, so that a test shows what it expects.
#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "rapport/uitkomst.hpp"

namespace zorgkader {

inline Uitkomst make_uitkomst(const std::string& naam, const std::string& eenheid,
                              const std::vector<std::string>& sleutels) {
  Uitkomst u;
  u.tabel.naam = naam;
  u.tabel.vorm.eenheid = Eenheid::parse(eenheid).value();
  for (const std::string& sleutel : sleutels) u.tabel.sleutels.push_back({sleutel, {}, {}});
  u.vingerafdruk = "0123456789abcdef";
  return u;
}

inline Uitkomst make_uitkomst(const std::string& naam, Soort soort, const std::vector<std::string>& sleutels) {
  Uitkomst u = make_uitkomst(naam, "", sleutels);
  u.tabel.vorm.soort = soort;
  u.tabel.waarden.soort = soort;
  return u;
}

inline void add(Uitkomst& u, const std::vector<std::string>& leden, const Waarde& waarde) {
  for (std::size_t i = 0; i < leden.size(); ++i) {
    SleutelKolom& key = u.tabel.sleutels[i];
    const auto at = std::find(key.leden.begin(), key.leden.end(), leden[i]) - key.leden.begin();
    if (static_cast<std::size_t>(at) == key.leden.size()) key.leden.push_back(leden[i]);
    key.codes.push_back(static_cast<std::uint32_t>(at));
  }
  u.tabel.waarden.push_back(waarde);
}

inline Waarde cents(std::int64_t count) {
  return Getal::breuk(count, 100);
}

/// Two municipalities, one provider with both services.
inline Uitkomst lumpsum() {
  Uitkomst u = make_uitkomst("lumpsum", "€", {"gemeente", "aanbieder", "dienst"});
  u.kop = "4.3 Lumpsum per aanbieder";
  u.bron = "Nota partnerschap (2022), 4.3 Lumpsum";
  u.regel = 112;
  add(u, {"Voorstad", "De Brug", "BGG"}, cents(96079750));
  add(u, {"Voorstad", "De Brug", "BGI"}, cents(120000));
  add(u, {"Voorstad", "Één Zorg", "BGG"}, cents(5));
  add(u, {"Dorp", "De Brug", "BGG"}, cents(-1000000));
  return u;
}

inline Berekening make_berekening(std::vector<Uitkomst> uitkomsten) {
  Berekening b;
  b.regeling = "Partnerschap";
  b.bestand = "regelingen/partnerschap.md";
  b.peildatum = "2022-03-01";
  b.versie = "1.2";
  b.uitkomsten = std::move(uitkomsten);
  return b;
}

template <typename Write>
std::string written(Write write) {
  std::ostringstream out;
  write(out);
  return out.str();
}

}  // namespace zorgkader
