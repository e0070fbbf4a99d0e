// Bereik: which parts of an arrangement can change an outcome or a requirement.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "regeling/regeling.hpp"

namespace mutatie {

class Bereik {
 public:
  explicit Bereik(const zorgkader::Regeling& regeling);
  bool grootheid(const std::string& naam) const;
  /// Whether a formula that counts asks for this column of a key table, or goes by way of it to another key.
  bool eigenschap(const std::string& sleutel, const std::string& naam) const;

 private:
  void look_at(const zorgkader::Uitdrukking& e);
  void quantity(const zorgkader::Grootheid& g);
  void destination(const zorgkader::Uitdrukking& e, int key);

  const zorgkader::Regeling& r_;
  std::vector<bool> grootheden_;
  std::set<std::pair<std::string, std::string>> eigenschappen_;
};

/// The quantities behind one, by name; all of them for an unknown name.
std::vector<bool> achter(const zorgkader::Regeling& regeling, const std::vector<std::string>& namen);

}  // namespace mutatie
