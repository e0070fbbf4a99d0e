// Veldlezer: one cell of a register to its canonical text.
#pragma once

#include <string>
#include <vector>

#include "dossier/registerlezer.hpp"
#include "feiten/cel.hpp"

namespace zorgkader::dossier {

class Veldlezer {
 public:
  Veldlezer(const Veld& veld, const Gemeentezoeker& gemeenten);
  const Veld& veld() const { return veld_; }
  /// Empty where the cell is and may be.
  feiten::Lezing<std::string> read(const feiten::Cel& cel) const;

 private:
  feiten::Lezing<std::string> read_tekst(const feiten::Cel& cel) const;
  feiten::Lezing<std::string> read_code(std::string_view text) const;
  feiten::Lezing<std::string> read_getal(const feiten::Cel& cel) const;
  feiten::Lezing<std::string> read_gemeente(std::string_view text) const;

  const Veld& veld_;
  const Gemeentezoeker& gemeenten_;
  std::vector<std::string> keuzes_;
};

}  // namespace zorgkader::dossier
