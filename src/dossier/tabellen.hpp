// Dossiertabel: what is so in a dossier as rows and columns, for whoever counts: arrangements, settlement, reports.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/contracten.hpp"
#include "dossier/stand.hpp"
#include "values/tabel.hpp"

namespace zorgkader::dossier {

/// Columns of equal length. A text that is not there is empty; numbers and dates that are not there are `geen`.
struct Dossierkolom {
  std::string naam;
  Kolom waarden;
  std::vector<bool> geen;  ///< empty: every row has a value
  bool has(std::size_t row) const { return geen.empty() || !geen[row]; }
};

struct Dossiertabel {
  std::string naam;
  std::vector<Dossierkolom> kolommen;
  std::size_t rijen = 0;
  const Dossierkolom* kolom(std::string_view gezocht) const;
};

/// A column as people read of it: its meaning is a Dutch sentence, or empty where the name says enough.
struct Tabelkop {
  std::string naam;
  Soort soort = Soort::tekst;
  std::string toelichting;
};

/// A name for a client outside the dossier of its gemeente: `CL` and twelve signs, the same for the same bsn there.
using Pseudoniem = std::function<std::string(std::string_view gemeente, std::string_view bsn)>;

/// Names of the tables that are no register: made from messages or from several registers. All registers are tables as
/// well (dossier/registertabel.hpp).
const std::vector<std::string>& afgeleide_tabellen();
/// The columns of a table in order; empty when there is no such table.
std::vector<Tabelkop> koppen_van(std::string_view tabel);
/// What a row of it is: a Dutch sentence.
std::string_view toelichting_van(std::string_view tabel);

/// The same table with these rows only, in this order.
Dossiertabel cut(const Dossiertabel& tabel, const std::vector<std::size_t>& rijen);

/// The rows of all these gemeenten together. `bsn` columns hold pseudonyms and are called `client`; gemeenten go by
/// their name. A table that does not exist has no columns.
Dossiertabel make_tabel(std::string_view naam, const std::vector<const Stand*>& standen, const Registerstand& regio,
                        const Contracten& contracten, const Pseudoniem& pseudoniem);

}  // namespace zorgkader::dossier
