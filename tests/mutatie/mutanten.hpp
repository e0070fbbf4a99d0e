// The mutants of a document: what its formulas and tables can be changed into.
#pragma once

#include "mutatie/bereik.hpp"
#include "mutatie/mutant.hpp"
#include "regeling/lexer.hpp"

namespace mutatie {

/// What every maker of mutants needs to know of the document.
struct Omgeving {
  const zorgkader::Regeling& regeling;
  const Bereik& bereik;
  const Tekst& tekst;
  std::vector<std::string> eenheden;  ///< units that occur between brackets, for a bare 0
};

/// A place that is being changed: whose it is and how it is told.
struct Plek {
  std::string grootheid;
  std::string tekst;  ///< empty: the line itself, with the name before it where the statement began earlier
  int regel = 0;      ///< line on which the statement begins
};

/// Collects mutants; numbers those that would read the same.
class Verzameling {
 public:
  explicit Verzameling(const Omgeving& omgeving) : o_(omgeving) {}

  /// A stretch of the text that becomes one of these, the first that the language takes.
  void vervang(const Plek& plek, const zorgkader::Positie& waar, const std::vector<std::string>& door);
  void voeg_toe(Mutant mutant) { mutanten_.push_back(std::move(mutant)); }
  std::string plek_van(const Plek& plek, const zorgkader::Positie& waar) const;
  std::vector<Mutant> take();

 private:
  const Omgeving& o_;
  std::vector<Mutant> mutanten_;
};

/// Words of one expression, from `eerste` up to the end of the statement or cell.
void muteer_uitdrukking(const Omgeving& o, const std::vector<zorgkader::Woord>& woorden, std::size_t eerste,
                        const Plek& plek, Verzameling& uit);
void muteer_blokken(const Omgeving& o, Verzameling& uit);
void muteer_tabellen(const Omgeving& o, Verzameling& uit);

/// Members of the keys that have `lid`, but that one; the next member first.
std::vector<std::string> andere_leden(const zorgkader::Regeling& regeling, const std::string& lid, int sleutel = -1);

/// All mutants that can reach an outcome or a requirement, in the order of the document.
std::vector<Mutant> maak_mutanten(const zorgkader::Regeling& regeling, const Tekst& tekst);

}  // namespace mutatie
