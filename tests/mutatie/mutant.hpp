// Mutant: one small change of an arrangement, which the golden cases should notice.
#pragma once

#include <string>
#include <vector>

#include "regeling/document.hpp"

namespace mutatie {

/// A stretch of the text, in bytes, and what comes in its place.
struct Ingreep {
  std::size_t begin = 0;
  std::size_t lengte = 0;
  std::string tekst;
};

/// One way to make the change, as text to apply and as words to show.
struct Poging {
  std::vector<Ingreep> ingrepen;  ///< from front to back
  std::string mutatie;            ///< "`+` wordt `-`"
};

struct Mutant {
  zorgkader::Positie positie;
  std::string grootheid;         ///< what it changes: quantity, table or `sleutel.eigenschap`; empty for an eis
  std::string plek;              ///< the line of a formula, or table, row and column: a place without line number
  std::vector<Poging> pogingen;  ///< the first that the language accepts counts
};

/// A text by line and column, and changed copies of it.
class Tekst {
 public:
  explicit Tekst(std::string text);
  const std::string& tekst() const { return tekst_; }
  /// The byte at a place that is counted in characters.
  std::size_t plaats(int regel, int kolom) const;
  Ingreep ingreep(const zorgkader::Positie& waar, std::string door) const;
  std::string stuk(const zorgkader::Positie& waar) const;
  std::string met(const Poging& poging) const;

 private:
  std::string tekst_;
  std::vector<std::size_t> begin_;  ///< of every line
};

/// Values that differ from a number as written, the nearest first: `60,00` gives `61,00` and `59,00`.
std::vector<std::string> andere_getallen(const std::string& cijfers);
/// Twice a number as written.
std::string dubbel(const std::string& cijfers);
/// The day after, in the same notation: `2022-03-01`, `01-03-2022` or `1 maart 2022`.
std::string dag_later(const std::string& datum);

}  // namespace mutatie
