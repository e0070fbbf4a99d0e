// Feitenmengsel: the facts of two runs, of which a part is taken from the second one.
#pragma once

#include "engine/verklaren.hpp"
#include "values/samenvoeging.hpp"

namespace zorgkader {

/// For every fact that both arrangements ask for in the same form, row by row what changed and why.
class Feitenmengsel {
 public:
  Feitenmengsel(const Kant& a, const Kant& b);

  /// Takes over the rows that changed for this cause; false when there are none.
  bool neem_over(Verschiloorzaak oorzaak);
  /// The facts as they are now.
  const FeitenInvoer& feiten() const { return feiten_; }

 private:
  struct Feit {
    Vorm vorm;
    const Tabel *a, *b;
    Tabel lege;  ///< stands for the table that one of the two lacks
    Samenvoeging rijen;
    std::vector<std::optional<Verschiloorzaak>> oorzaken;  ///< a row each; nothing: not on this walk
    std::vector<bool> genomen;                             ///< a row each: as in the second run
  };

  void add(const Grootheid& g, const Kant& a, const Kant& b);
  std::optional<Verschiloorzaak> cause(const Feit& f, std::size_t row, Verschiloorzaak own, const Grootheid& g,
                                       const Regeling& a) const;
  Tabel table(const Feit& f, const std::string& naam) const;

  std::map<std::string, Feit> feiten_in_beide_;
  FeitenInvoer feiten_;
};

}  // namespace zorgkader
