// Cells as plain texts.
#include "app/dossiertabel.hpp"

namespace zorgkader {

Lijst lijst_van(const dossier::Dossiertabel& table) {
  Lijst out;
  out.rijen.resize(table.rijen);
  for (const dossier::Dossierkolom& column : table.kolommen) {
    const bool euros = column.waarden.soort == Soort::getal && column.waarden.noemer == 100;
    const Vorm plain{column.waarden.soort, euros ? Eenheid::basis("€") : Eenheid()};
    out.kolommen.push_back({column.naam, euros});
    for (std::size_t row = 0; row < table.rijen; ++row) {
      const bool open = column.has(row) && column.waarden.at(row) == Waarde(kGeenEinde);
      out.rijen[row].push_back(column.has(row) && !open ? format_plain(column.waarden.at(row), plain) : "");
    }
  }
  drop_empty(out);
  return out;
}

}  // namespace zorgkader
