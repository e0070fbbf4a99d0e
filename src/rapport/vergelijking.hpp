// Vergelijking: the same quantities side by side, in columns of arrangements or runs, of differences and of causes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rapport/terminal.hpp"
#include "values/bevinding.hpp"
#include "values/tabel.hpp"

namespace zorgkader {

using Cellen = std::vector<std::optional<Waarde>>;  ///< a row each; nothing where the column has no such cell

struct Vergelijkkolom {
  std::string titel;
  Cellen cellen;
  Cellen getoond;         ///< what people see where parts are rounded so that they add up; empty: `cellen`
  int groep = 0;          ///< columns of one group stay together where a line is too narrow for all
  int verschil_met = -1;  ///< a difference: of this column with the first one
  bool is_deel = false;   ///< a part of a difference: not shown to people where it is zero everywhere
  const Cellen& zichtbaar() const { return getoond.empty() ? cellen : getoond; }
};

/// One quantity. Rows stand in the order in which they are shown.
struct Vergelijktabel {
  std::string naam;
  Vorm vorm;
  std::vector<SleutelKolom> sleutels;
  std::vector<Vergelijkkolom> kolommen;
  bool is_concept = true;
  bool geen_verschil = false;
  std::string opmerking;  ///< a sentence under the table
  std::size_t size() const { return kolommen.empty() ? 0 : kolommen.front().cellen.size(); }
};

/// One side of the comparison: an arrangement, or an earlier run of one.
struct Zijde {
  std::string titel;  ///< as in the heading of its column
  std::string regeling;
  std::string bestand;
  std::string versie;
  std::string peildatum;  ///< ISO
  std::string vingerafdruk;
  std::vector<std::pair<std::string, std::string>> gezet;
};

struct Vergelijking {
  std::string soort;  ///< the command: `vergelijk` or `verschil`
  std::string opening;
  std::string zijnaam;  ///< what a side is called: `regeling`, `berekening`
  std::vector<Zijde> zijden;
  std::vector<Vergelijktabel> tabellen;
  std::vector<std::string> slot;  ///< closing sentences
  bool geen_verschil() const;
};

/// The sum under a column of plain euros; of a difference, the difference of the two sums. Nothing where sums mean
/// nothing.
std::optional<Getal> totaal(const Vergelijktabel& tabel, const Vergelijkkolom& kolom);

/// A column a side where the terminal is wide enough, then groups of columns below each other, else a line a side.
void write_tabel(const Vergelijking& vergelijking, std::ostream& out, const TabelOpties& opties = {});

/// A line a cell: `naam;sleutels..;kolommen..;eenheid;status`; values as in the CSV of a calculation, exact, and empty
/// where a column has no such cell.
void write_csv(const Vergelijking& vergelijking, std::ostream& out);

/// Format `zorgkader-vergelijking`, version 1: a line a cell, `waarden` by title of column, null where there is none.
/// `getoond` stands beside a value that is shown otherwise to people.
void write_json(const Vergelijking& vergelijking, std::ostream& out);

/// A sheet a quantity, a row a cell, with what people see; beside values that a workbook cannot hold stands their
/// fraction, in columns `exact ...` at the end.
Result<std::uintmax_t> write_xlsx(const Vergelijking& vergelijking, const std::string& pad);

}  // namespace zorgkader
