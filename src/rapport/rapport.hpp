// Rapport: what a report hands to the writers: what it is about, then tables with typed columns. Every form shows it.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rapport/terminal.hpp"
#include "values/bevinding.hpp"
#include "values/grafiek.hpp"
#include "values/tabel.hpp"

namespace zorgkader {

struct Rapportkolom {
  std::string naam;  ///< for programs, unlike those of the table's other columns: `nog_te_betalen`
  std::string kop;   ///< for people; empty: the name with spaces for underscores
  Vorm vorm;
  Grafiek grafiek = Grafiek::geen;  ///< of figures
};

/// A value, nothing, or a value that is withheld and therefore not here.
struct Rapportcel {
  std::optional<Waarde> waarde = std::nullopt;
  bool weggelaten = false;
};

enum class Rijsoort { rij, subtotaal, totaal };

struct Rapportrij {
  std::vector<Rapportcel> cellen;  ///< as long as the columns
  Rijsoort soort = Rijsoort::rij;  ///< totals stand below what they add up
};

struct Rapporttabel {
  std::string naam;    ///< for programs, unlike those of the report's other tables
  std::string titel;   ///< for people
  std::string uitleg;  ///< under the title; may be empty
  std::vector<Rapportkolom> kolommen;
  std::vector<Rapportrij> rijen;
  std::vector<std::string> noten;               ///< sentences under the table
  std::string leeg = "Er is niets te melden.";  ///< in place of a table without rows
};

struct Rapport {
  std::string naam;  ///< for programs: `sla`
  std::string titel;
  bool is_concept = true;
  std::vector<std::pair<std::string, std::string>> gegevens;  ///< what it is about: `kwartaal`, `2024-Q3`
  std::vector<std::string> bronnen;                           ///< what its rules and figures rest on
  std::vector<Rapporttabel> tabellen;
  std::vector<std::string> signalen;     ///< sentences that ask for attention
  std::vector<std::string> opmerkingen;  ///< closing sentences
};

/// What stands in place of a value that is withheld, in every form.
inline constexpr const char* kWeggelaten = "x";

/// The heading of a column for people: `omzet (€)`. A heading in own words has no unit, other than of money and shares.
std::string kop_van(const Rapportkolom& kolom);
/// The cells of a column for people, numbers with equally many decimals and without unit.
std::vector<std::string> teksten_van(const Rapporttabel& tabel, std::size_t kolom);
/// A cell for programs: exact, empty when there is nothing.
std::string tekst_van(const Rapportcel& cel, const Vorm& vorm);
const char* rijsoort_naam(Rijsoort soort);
/// How many columns name a row, in front of all figures: keys. One at least.
std::size_t naamkolommen_van(const Rapporttabel& tabel);

/// Titles, tables, notes; texts cannot command the terminal. `meeste_rijen` counts for every table.
void write_tabel(const Rapport& rapport, std::ostream& out, const TabelOpties& opties = {});

/// A line a row. With several tables the first column is `tabel` and the columns are those of all tables, by name, in
/// order of first appearance; where there are totals, the last column is `rijsoort`.
void write_csv(const Rapport& rapport, std::ostream& out);

/// Format `zorgkader-rapport`, version 1: a line a row, cells by name of column; numbers are exact texts (ADR 0005).
void write_json(const Rapport& rapport, std::ostream& out);

/// A sheet `Overzicht`, then one for each table; numbers in the format of their unit, headings that stay in view,
/// beside the table what is drawn of it.
Result<std::uintmax_t> write_xlsx(const Rapport& rapport, const std::string& pad);

/// One page that stands alone and prints well: tables with captions and headings that a screen reader tells, above each
/// what is drawn of it.
void write_html(const Rapport& rapport, std::ostream& out);

}  // namespace zorgkader
