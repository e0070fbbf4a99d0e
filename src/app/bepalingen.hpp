// Bepalingen: an arrangement heading by heading: what stands under each, and what of it counts.
#pragma once

#include <string>
#include <vector>

#include "regeling/regeling.hpp"

namespace zorgkader {

/// What stands under one heading, by index in the arrangement.
struct Bepaling {
  int kop = -1;
  std::vector<int> sleutels, grootheden, eisen;
  bool is_automatisch() const { return !sleutels.empty() || !grootheden.empty() || !eisen.empty(); }
};

/// What can change an outcome or a requirement: a place a quantity, and a place a key. Without `uitkomst` lines every
/// formula is an outcome.
struct Bereik {
  std::vector<bool> grootheden, sleutels;
};

Bereik bereik(const Regeling& regeling);
/// One for each heading, in the order of the document.
std::vector<Bepaling> bepalingen(const Regeling& regeling);
/// Whether anything under a heading can change an outcome or a requirement.
bool heeft_gebruik(const Bepaling& bepaling, const Bereik& bereik);
/// Keys and requirements without a source; quantities are checked with the document. What counts names its clause.
void clauses_without_source(const Regeling& regeling, Bevindingen& found);
/// Notes on headings with tables or formulas of which nothing counts. What is not named anywhere is told as such with
/// the document, and not here too; and while there is nothing to count for, there is nothing to say.
void clauses_without_use(const Regeling& regeling, Bevindingen& found);

}  // namespace zorgkader
