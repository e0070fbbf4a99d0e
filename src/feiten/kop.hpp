// The header of a fact file: which column holds what.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "feiten/meldlijst.hpp"
#include "feiten/rij.hpp"
#include "values/tabel.hpp"

namespace zorgkader::feiten {

enum class Rol : std::uint8_t { onbekend, sleutel, waarde, bron, peildatum, status };

struct KolomRol {
  Rol rol = Rol::onbekend;
  std::size_t sleutel = 0;  ///< index in FeitVorm::sleutels, for Rol::sleutel
};

struct Kop {
  std::vector<KolomRol> kolommen;
  bool compleet = false;  ///< every required column is there, so rows can be read
  bool has(Rol rol) const;
};

/// Every missing and every unexpected column becomes a finding.
Kop read_kop(const Rij& rij, const FeitVorm& vorm, Meldlijst& meldlijst);

/// How many of the required columns `rij` names: what the choice of a separator goes by.
std::size_t count_gevraagd(const Rij& rij, const FeitVorm& vorm);

}  // namespace zorgkader::feiten
