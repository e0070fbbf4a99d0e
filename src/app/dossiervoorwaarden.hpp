// Dossiertoets: a condition on a column of the dossier, ready for every row.
#pragma once

#include <string>
#include <vector>

#include "dossier/tabellen.hpp"
#include "regeling/dossierbron.hpp"

namespace zorgkader {

/// Whether the cell says something; an empty text does not.
bool is_filled(const dossier::Dossierkolom& kolom, std::size_t rij);
/// A value of a column as the member of a key: a date in ISO, a number without grouping; empty when there is none.
std::string key_text(const dossier::Dossierkolom& kolom, std::size_t rij);
std::string value_text(const Waarde& waarde);

class Dossiertoets {
 public:
  /// What the condition says must be of the kind of the column; else there is a finding, and it is no good.
  Dossiertoets(const dossier::Dossierkolom& kolom, const Dossiervoorwaarde& voorwaarde, Bevindingen& found);
  bool is_good() const { return good_; }
  /// A row without a value holds only for `<>`.
  bool holds(std::size_t rij) const;

 private:
  bool in_text(std::size_t rij) const;
  const dossier::Dossierkolom* kolom_;
  const Dossiervoorwaarde* voorwaarde_;
  bool good_ = true;
  std::vector<bool> per_woord_;  ///< of a column of texts: whether the word is one of the values
};

}  // namespace zorgkader
