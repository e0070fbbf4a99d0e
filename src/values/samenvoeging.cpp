// Members of several tables get common codes; then rows with the same codes are the same row.
#include "values/samenvoeging.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <unordered_map>

namespace zorgkader {
namespace {

const SleutelKolom& key_of(const Tabel& t, const std::string& naam) {
  return *std::find_if(t.sleutels.begin(), t.sleutels.end(), [&](const SleutelKolom& k) { return k.naam == naam; });
}

/// One key over all tables: its members, and for each table the common code of each of its codes.
struct Vertaling {
  std::vector<std::string> leden;
  std::vector<std::vector<std::uint32_t>> codes;
};

Vertaling translate(const std::string& naam, const std::vector<const Tabel*>& tables) {
  Vertaling out;
  std::unordered_map<std::string, std::uint32_t> known;
  for (const Tabel* t : tables) {
    auto& codes = out.codes.emplace_back();
    for (const std::string& lid : key_of(*t, naam).leden) {
      const auto [at, is_new] = known.emplace(lid, static_cast<std::uint32_t>(out.leden.size()));
      if (is_new) out.leden.push_back(lid);
      codes.push_back(at->second);
    }
  }
  return out;
}

}  // namespace

Samenvoeging voeg_samen(const std::vector<const Tabel*>& tables) {
  Samenvoeging out;
  std::vector<Vertaling> keys;
  for (const SleutelKolom& k : tables[0]->sleutels) {
    keys.push_back(translate(k.naam, tables));
    out.sleutels.push_back({k.naam, keys.back().leden, {}});
  }
  std::map<std::vector<std::uint32_t>, std::vector<std::optional<std::size_t>>> rows;
  for (std::size_t t = 0; t < tables.size(); ++t) {
    std::vector<const SleutelKolom*> columns;
    for (const SleutelKolom& k : out.sleutels) columns.push_back(&key_of(*tables[t], k.naam));
    std::vector<std::uint32_t> codes(columns.size());
    for (std::size_t row = 0; row < tables[t]->size(); ++row) {
      for (std::size_t k = 0; k < codes.size(); ++k) codes[k] = keys[k].codes[t][columns[k]->codes[row]];
      auto& places = rows[codes];
      places.resize(tables.size());
      places[t] = row;
    }
  }
  out.rijen = rows.size();
  out.plaatsen.resize(tables.size());
  for (const auto& [codes, places] : rows) {
    for (std::size_t k = 0; k < codes.size(); ++k) out.sleutels[k].codes.push_back(codes[k]);
    for (std::size_t t = 0; t < tables.size(); ++t) out.plaatsen[t].push_back(places[t]);
  }
  return out;
}

}  // namespace zorgkader
