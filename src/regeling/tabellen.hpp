// Markdown tables -> keys, values, parameters, decision tables, sources in the dossier, by what their caption says.
#pragma once

#include "regeling/regeling.hpp"

namespace zorgkader {

/// What the line above a table says: `Tabel `tarief` per product, jaar [€/uur]`.
struct Bijschrift {
  enum class Soort {
    sleutel,
    tabel,
    parameters,
    beslistabel,
    termijnen,
    dossierbronnen,
    rapport,
    overzicht
  } soort = Soort::overzicht;
  std::string naam;
  std::vector<SleutelNaam> per;
  std::string eenheid;  ///< text between square brackets
  bool open = false;    ///< Sleutel: facts may bring more members
};

/// Reads every table of the document; key tables first, because the others name their members.
void read_tabellen(Regeling& regeling, Bevindingen& found);

/// Kind and unit from the text between square brackets; `lid_van` when it names a key.
std::optional<Vorm> parse_vorm(const Regeling& regeling, const std::string& text, int& lid_van);

/// A cell as value of that form. Adds the finding when it cannot be read.
std::optional<Waarde> parse_cel(const Regeling& regeling, const Cel& cel, const Vorm& vorm, Bevindingen& found);

}  // namespace zorgkader
