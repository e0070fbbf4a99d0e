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

/// A name for a client outside the dossier of its gemeente: `CL` and twelve signs, the same for the same bsn there.
using Pseudoniem = std::function<std::string(std::string_view gemeente, std::string_view bsn)>;

/// Names of the tables that are made from messages: `prestaties`, `toewijzingen`, `leveringen`, `berichten`. All
/// registers are tables as well.
const std::vector<std::string>& tabellen_uit_berichten();
/// What a table is made of, for messages to people: names of columns in order; empty when there is no such table.
std::vector<std::string> kolommen_van(std::string_view tabel);

/// The rows of all these gemeenten together. `bsn` columns hold pseudonyms and are called `client`; gemeenten go by
/// their name. A table that does not exist has no columns.
Dossiertabel make_tabel(std::string_view naam, const std::vector<const Stand*>& standen, const Registerstand& regio,
                        const Contracten& contracten, const Pseudoniem& pseudoniem);

}  // namespace zorgkader::dossier
