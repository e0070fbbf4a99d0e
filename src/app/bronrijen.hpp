// Bronrijen: the rows that several sources in a dossier give of one fact, as one table.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "regeling/dossierbron.hpp"
#include "values/tabel.hpp"

namespace zorgkader {

class Bronrijen {
 public:
  explicit Bronrijen(const Vorm& vorm) : vorm_(vorm) {}

  /// Numbers of the same cell add up; anything else must be the same. If not, there is a finding at this source and
  /// nothing counts.
  bool add(Tabel deel, const Dossierbron& bron, Bevindingen& found);
  /// After one source at least.
  Tabel take();

 private:
  void add_row(const Tabel& deel, std::size_t rij);

  Vorm vorm_;
  Tabel out_;
  std::vector<Waarde> waarden_;
  std::map<std::vector<std::string>, std::size_t> plaats_;  ///< members to row
};

}  // namespace zorgkader
