// The formula as a tree: what the parser makes, the checker completes and the engine runs.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "regeling/document.hpp"
#include "values/tabel.hpp"

namespace zorgkader {

/// A set of keys of one arrangement, a bit a key: at most 64 keys.
using Sleutels = std::uint64_t;
inline constexpr int kMostSleutels = 64;
inline Sleutels bit(int key) {
  return Sleutels{1} << key;
}

enum class Knoopsoort {
  getal,      ///< literal; `getal`, `eenheid`
  cent,       ///< 0,01 euro in the unit beside it
  tekst,      ///< literal; also a member of a key once checked
  datum,      ///< literal
  ja_nee,     ///< literal
  naam,       ///< a quantity, or a key as value
  peildatum,  ///< the word `peildatum`: the reference date of the run
  attribuut,  ///< key.attribute; `tekst` key, `tekst2` attribute
  kies,       ///< delen[0] [keuzes]
  op,         ///< delen[0] op(delen[1]): what was in force on a date
  niet,
  min_teken,  ///< unary minus
  binair,     ///< `teken` of delen[0] and delen[1]
  als,        ///< delen: condition, then, otherwise
  bij_leeg,   ///< delen[0], or delen[1] where that is missing
  functie,    ///< `tekst`: min max rond rond_omhoog rond_omlaag
  som,        ///< aggregate: `tekst` som gemiddelde tel min max product; `over`, `naar`
  langs,  ///< of delen[0] along `over[0]`: `tekst` vorige, cumulatief or rang (`tekst2` aflopend: from high to low), or
          ///< som gemiddelde tel min max of the last `getal` places; over[1]: the property within which (attribuut)
  verdeel,    ///< delen[0] in parts along key over[0], multiple delen[1]
  naar_rato,  ///< delen[0] over weights delen[1] along over[0], multiple delen[2]
};

enum class Teken {
  plus,
  min,
  maal,
  deel,
  macht,
  gelijk,
  ongelijk,
  kleiner,
  kleiner_gelijk,
  groter,
  groter_gelijk,
  en,
  of
};

/// A key mentioned by name.
struct SleutelNaam {
  std::string naam;
  Positie positie;
  int sleutel = -1;    ///< filled in by the checker
  int grootheid = -1;  ///< checker: grouping by a quantity that names members of `sleutel`
};

struct Uitdrukking;
using UitdrukkingPtr = std::unique_ptr<Uitdrukking>;

/// One condition between square brackets: a choice `sleutel = waarde` or a filter.
struct Keuze {
  UitdrukkingPtr voorwaarde;
  int sleutel = -1;  ///< checker: the key that is chosen, -1 for a filter; the value is then voorwaarde->delen[1]
};

struct Uitdrukking {
  Knoopsoort soort;
  Positie positie;
  Teken teken{};
  std::string tekst, tekst2;
  Getal getal;
  Datum datum{};
  bool ja = false;
  bool neemt_eenheid = false;  ///< a number in a cell of a decision table: it stands in the unit of its column
  std::vector<UitdrukkingPtr> delen;
  std::vector<Keuze> keuzes;
  std::vector<SleutelNaam> over, naar;

  // What the checker finds out.
  Vorm vorm;                  ///< kind and unit of the value
  int lid_van = -1;           ///< for tekst: the key whose member it is
  bool eenheid_vrij = false;  ///< a literal 0, which takes any unit
  bool onbekend = false;      ///< broken or still open: suits everything, so that one fault gives one finding
  Sleutels sleutels = 0;      ///< keys of the value
  int grootheid = -1;         ///< naam: index in Regeling::grootheden
  int sleutel = -1;           ///< naam, attribuut: index in Regeling::sleutels
  int attribuut = -1;         ///< attribuut: index in Sleutel::attributen
};

/// The formula as text, as it stands in the document but for blanks.
std::string to_text(const Uitdrukking& e);
/// The same, with values in the place of the parts for which `fill` gives a text.
using Invulling = std::function<std::string(const Uitdrukking&)>;
std::string to_text(const Uitdrukking& e, const Invulling& fill);
/// Appends the quantities that a formula names, those it groups by included.
void quantities_of(const Uitdrukking& e, std::vector<int>& out);
const char* teken_tekst(Teken teken);
/// Whether a comparison is so of two values in this order.
bool is_so(Teken vergelijking, std::strong_ordering orde);
/// Binding strength, for brackets: higher binds tighter.
int voorrang(const Uitdrukking& e);

}  // namespace zorgkader
