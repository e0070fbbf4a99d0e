// What the readers of the different tables share: places, columns, members and periods.
#pragma once

#include "regeling/tabellen.hpp"

namespace zorgkader {

/// Parts of a text between separators, without blanks around them.
std::vector<std::string> split_list(std::string_view text, char at);

class TabelLezer {
 public:
  TabelLezer(Regeling& regeling, Bevindingen& found) : r_(regeling), found_(found) {}

 protected:
  void report(const char* code, const Positie& at, std::string what, std::string remedy = {});
  std::optional<std::size_t> column(const TabelBlok& t, std::string_view name) const;
  /// The cell of a row under that column, or nullptr when there is none or it is empty.
  const Cel* filled(const TabelBlok& t, const std::vector<Cel>& row, std::string_view name) const;
  /// The code of a member; a finding when the key does not have it.
  std::optional<int> member(int key, const std::string& name, const Positie& at);
  /// The columns geldig_van and geldig_tot of a row, when the table has them.
  std::optional<Periode> period(const TabelBlok& t, const std::vector<Cel>& row, Grootheid& g);
  /// Rows of the same keys: periods must follow each other; without periods there is one row.
  void check_periods(const Grootheid& g);
  std::string named(const Grootheid& g, const std::vector<int>& codes) const;

  Regeling& r_;
  Bevindingen& found_;
};

/// Which columns of a decision table hold conditions, and which one the outcome.
struct BeslisKolommen {
  std::vector<std::size_t> voorwaarden;
  std::size_t uitslag = 0;
};

/// What the line above a table says; nothing with a finding when it says nothing that is known.
std::optional<Bijschrift> read_bijschrift(const Regeling& regeling, const TabelBlok& t, Bevindingen& found);
/// Names and members of a key; attributes come later, for they may name members of other keys.
void read_sleutel(Regeling& regeling, const TabelBlok& t, const Bijschrift& b, Bevindingen& found);
void read_attributen(Regeling& regeling, const TabelBlok& t, const Bijschrift& b, Bevindingen& found);
/// Members of the keys that are rows of periods, and their properties; the latter after all other keys are known.
void name_periods(Regeling& regeling, Bevindingen& found);
void describe_periods(Regeling& regeling);
void read_waarden(Regeling& regeling, const TabelBlok& t, const Bijschrift& b, Bevindingen& found);
/// A decision table with conditions, as a formula.
void read_beslissing(Regeling& regeling, const TabelBlok& t, const Bijschrift& b, const BeslisKolommen& columns,
                     Bevindingen& found);
/// Terms, as formulas on dates.
void read_termijnen(Regeling& regeling, const TabelBlok& t, const Bijschrift& b, Bevindingen& found);
void read_parameters(Regeling& regeling, const TabelBlok& t, Bevindingen& found);
/// Where facts come from in a dossier.
void read_dossierbronnen(Regeling& regeling, const TabelBlok& t, Bevindingen& found);
/// A table of a report.
void read_rapportdeel(Regeling& regeling, const TabelBlok& t, const Bijschrift& b, Bevindingen& found);
/// A cell with conditions between `;`. What cannot be read is left out, with a finding.
std::vector<Dossiervoorwaarde> read_voorwaarden(const Regels& regels, const Cel& cel, Bevindingen& found);

}  // namespace zorgkader
