// Registertabel: the rows of a register as columns, with what they refer to beside them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/contracten.hpp"
#include "dossier/tabellen.hpp"

namespace zorgkader::dossier {

class Tabelmaker;

/// Which columns a register has as a table: its own; of a row with a bsn what the register clienten says of the client;
/// of a row that refers to a register the columns of that row, as far as it does not have them itself. What those refer
/// to comes along too.
class Registertabel {
 public:
  explicit Registertabel(const Registersoort& soort);
  std::vector<Tabelkop> koppen() const;
  /// `state`: the log that holds the register; registers of the region are found through it.
  void add_rows(Tabelmaker& out, const Registerstand& state, const Contracten& contracten,
                const Pseudoniem& pseudoniem) const;

 private:
  /// A row that another row, earlier in this list, names in the column `veld`.
  struct Verwijzing {
    std::size_t van = 0;
    const Veld* veld = nullptr;
    const Registersoort* naar = nullptr;
  };
  struct Kolombron {
    std::size_t rij = 0;  ///< 0: the row itself, n: what verwijzingen_[n - 1] found
    const Veld* veld = nullptr;
  };
  void add_columns(std::size_t rij, const Registersoort& soort, std::string_view only);
  void follow(std::size_t rij, const Registersoort& soort);
  bool has(std::string_view naam) const;

  const Registersoort& soort_;
  std::vector<Verwijzing> verwijzingen_;
  std::vector<Kolombron> kolommen_;
};

}  // namespace zorgkader::dossier
