// Dekking: the clauses of an arrangement and what is done with each, for people and for programs.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "values/getal.hpp"

namespace zorgkader {

enum class Bepalingsoort { geautomatiseerd, met_de_hand, informatief };

/// Whether something is an outcome, counts in one (or in a requirement), or in neither.
enum class Gebruik { uitkomst, telt_mee, geen };

/// A key or quantity under a heading.
struct DekkingOnderdeel {
  std::string naam;
  std::string rol;      ///< sleutel, parameter, open keuze, feit, tabel, beslistabel or formule
  std::string eenheid;  ///< of a key: how many members
  int regel = 0;
  Gebruik gebruik = Gebruik::geen;
  std::optional<Getal> totaal;  ///< in euros, all rows together
};

/// One heading of the document.
struct DekkingBepaling {
  int niveau = 0;
  std::string titel;
  std::string bron;
  int regel = 0;
  Bepalingsoort soort = Bepalingsoort::informatief;
  std::string hand;  ///< who does it by hand, and how; also possible beside tables and formulas
  bool heeft_gebruik = false;
  std::vector<DekkingOnderdeel> onderdelen;
  int eisen = 0;
};

struct Dekking {
  std::string regeling;
  std::string bestand;
  std::string versie;
  std::string peildatum;  ///< ISO
  bool met_feiten = false;
  std::vector<DekkingBepaling> bepalingen;
};

/// For a screen of 80 columns. Texts from documents cannot command the terminal.
void write_dekking(const Dekking& dekking, std::ostream& out, bool kleur);
void write_dekking_json(const Dekking& dekking, std::ostream& out);

}  // namespace zorgkader
