// Dossierbron: where the rows of a fact come from in a dossier, as a document says it. Knows no tables or columns.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "regeling/formule.hpp"
#include "values/bevinding.hpp"
#include "values/datum.hpp"
#include "values/getal.hpp"

namespace zorgkader {

/// What becomes of the rows of the dossier that have the same keys.
enum class Telling {
  som,      ///< the sum of a column
  aantal,   ///< the number of different values of a column, or of rows where no column is named
  waarde,   ///< the one value of a column
  eerste,   ///< the smallest value of a column
  laatste,  ///< the largest value of a column
  bestaat,  ///< ja where there is a row
};

/// The word of the language for it: `som`.
std::string_view telling_naam(Telling telling);

/// A value as a condition names it. Only who knows the column knows whether `0344` is a code or a number.
struct Dossierwaarde {
  std::string tekst;             ///< as written, without quotation marks
  std::optional<Getal> getal;    ///< when it also reads as a number
  std::optional<Periode> dagen;  ///< a date is one day, a month such as `2022-01` all its days
  bool peildatum = false;        ///< the word `peildatum`: with a column of dates the reference date of the run
  bool leeg = false;             ///< the word `leeg`: nothing is filled in
  friend bool operator==(const Dossierwaarde&, const Dossierwaarde&) = default;
};

/// `kolom` `teken` one of `waarden`; with `ongelijk`: none of them. The other signs have one value, and maybe `leeg`.
struct Dossiervoorwaarde {
  std::string kolom;
  Teken teken = Teken::gelijk;  ///< a comparison
  std::vector<Dossierwaarde> waarden;
  Plaats plaats;  ///< of the whole condition
};

struct Dossierbron {
  std::string feit;   ///< an invoer of the document
  std::string tabel;  ///< of the dossier
  Telling telling = Telling::bestaat;
  std::string kolom;                ///< what is counted; empty: rows
  std::optional<std::string> vast;  ///< of `waarde "tekst"`: what every cell that has a row gets; there is no column
  std::vector<Dossiervoorwaarde> waar;                           ///< all must hold
  std::vector<std::pair<std::string, std::string>> sleutels;     ///< key of the fact, column that gives it
  std::vector<std::pair<std::string, std::string>> vaste_leden;  ///< key of the fact, the member that all rows have
  Plaats plaats;                                                 ///< of the fact
  Plaats tabel_plaats;
  Plaats telling_plaats;
  Plaats sleutels_plaats;
  /// Which column of the dossier gives a key of the fact: the one named, else the one with the key's own name.
  const std::string& kolom_van(const std::string& sleutel) const;
  /// The member that all rows have; nullptr when a column gives it.
  const std::string* vast_lid(const std::string& sleutel) const;
  /// Whether no cell can come from both: there is a key of which they have different members.
  bool is_apart(const Dossierbron& ander) const;
  /// Whether some condition asks for the reference date.
  bool vraagt_peildatum() const;
};

}  // namespace zorgkader
