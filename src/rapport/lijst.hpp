// Lijst: rows of texts under named columns, for people and for programs.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace zorgkader {

struct Lijstkolom {
  std::string naam;       ///< for programs: `dagen_over`
  bool getallen = false;  ///< texts are numbers: aligned on the comma, and numbers in JSON
};

struct Lijst {
  std::vector<Lijstkolom> kolommen;
  std::vector<std::vector<std::string>> rijen;  ///< as long as `kolommen`; an empty text is no value
};

/// Leaves out the columns in which nothing stands: for people.
void drop_empty(Lijst& lijst);
/// Columns under their names with spaces for underscores.
void write_tabel(const Lijst& lijst, std::ostream& out, bool kleur);
/// `;` between cells, as other CSV of this program.
void write_csv(const Lijst& lijst, std::ostream& out);
/// An array of objects, a row a line; what is empty is null, and whole numbers are numbers. Others are texts, so that
/// no digit is lost.
void write_json(const Lijst& lijst, std::ostream& out);

/// As `vorm` says: `tabel`, `csv` or `json`.
void write_lijst(const Lijst& lijst, const std::string& vorm, std::ostream& out, bool kleur);

}  // namespace zorgkader
