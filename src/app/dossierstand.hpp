// Dossierstand: what is so in the dossiers of a region, as it was known on a day, as tables.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/dossierbestand.hpp"
#include "dossier/regio.hpp"
#include "dossier/tabellen.hpp"

namespace zorgkader {

class Dossierstand {
 public:
  /// `bekend_op`: by what was known at the end of that day. Throws dossier::OpslagFout.
  explicit Dossierstand(const Dossierpad& pad, std::optional<Datum> bekend_op = std::nullopt);
  Dossierstand(const Dossierstand&) = delete;
  Dossierstand& operator=(const Dossierstand&) = delete;

  const dossier::Regio& regio() const { return regio_; }
  const dossier::Contracten& contracten() const { return contracten_; }
  /// Of each gemeente, in order of code.
  const std::vector<std::unique_ptr<dossier::Stand>>& standen() const { return standen_; }
  /// That of a gemeente by its code or its name in the register. Throws dossier::OpslagFout when there is none.
  const dossier::Stand& stand(const std::string& gemeente) const;
  /// Made at the first call; a table that does not exist has no columns.
  const dossier::Dossiertabel& tabel(const std::string& naam) const;
  const Dossierbestand& bestand() const { return bestand_; }
  const std::string& pad() const { return pad_; }

 private:
  std::string pad_;
  Dossierbestand bestand_;
  dossier::Regio regio_;
  dossier::Contracten contracten_;
  std::vector<std::unique_ptr<dossier::Stand>> standen_;
  mutable std::map<std::string, dossier::Dossiertabel> tabellen_;
};

}  // namespace zorgkader
