// One text per member of each key column, made once so that the rows of a large table only copy.
#pragma once

#include <string>
#include <vector>

#include "values/tabel.hpp"

namespace zorgkader {

using LidTeksten = std::vector<std::vector<std::string>>;  ///< [key column][code]

/// `make(naam, lid)` gives the text of one member.
template <typename Make>
LidTeksten lid_teksten(const Tabel& tabel, Make make) {
  LidTeksten out;
  for (const SleutelKolom& key : tabel.sleutels) {
    auto& texts = out.emplace_back();
    texts.reserve(key.leden.size());
    for (const std::string& lid : key.leden) texts.push_back(make(key.naam, lid));
  }
  return out;
}

}  // namespace zorgkader
