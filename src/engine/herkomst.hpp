// Herkomst of single values: the file and line of a fact, the table row of a document.
#pragma once

#include <string>
#include <vector>

#include "engine/run.hpp"

namespace zorgkader {

/// `omzet_2021.csv, regel 12; bron; peildatum ...`, empty when the fact was not given.
std::string fact_origin(const Run& run, int grootheid, Rij row);

/// The row of a table that holds for these codes on a day: `regeling.md, regel 40, geldig vanaf ...`.
std::string table_origin(const Regeling& regeling, const Grootheid& tabel, const std::vector<Code>& codes, Datum day);

/// The published figure that replaces what the rule gives for a row, the last one written first; or nullptr.
const Vaststelling* vaststelling(const Grootheid& g, const Index& index, Rij row);

}  // namespace zorgkader
