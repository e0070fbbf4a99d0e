// The worklist of a dossier: what is due, by whom and until when.
#pragma once

#include <string>
#include <vector>

#include "app/dossierbestand.hpp"

namespace zorgkader {

struct Werkregel {
  std::string gemeente, aanbieder;
  std::string bericht, identificatie;  ///< what it is about
  std::string ontvangen;               ///< the day on which that came or went, ISO
  std::string wat;                     ///< what has to come, Dutch
  std::string wie;                     ///< `gemeente` or `aanbieder`
  std::string uiterlijk;               ///< the last day, ISO
  int werkdagen = 0;                   ///< left, the last day included; negative: late by so many
  std::string bepaling;
};

/// In order of the last day. `tot`: by what was known at the end of that day.
std::vector<Werkregel> maak_werklijst(const Dossierpad& pad, Datum nu, std::optional<Datum> bekend_op = std::nullopt);

}  // namespace zorgkader
