// Feitrijen: the rows of a dossier behind a fact of an arrangement: the end of every derivation.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/opdracht.hpp"
#include "dossier/tabellen.hpp"

namespace zorgkader {

struct Feitrijvraag {
  Opdrachtgegevens gegevens;  ///< document, dossier, days
  std::string feit;
  std::map<std::string, std::string> sleutels;  ///< member by key; a key may be left out
};

/// Rows of one table that count, whole.
struct Feitrijen {
  dossier::Dossiertabel rijen;
  std::string kolom;         ///< that is added up or taken; empty: rows are counted
  std::optional<Getal> som;  ///< of that column, when it holds numbers
};

struct Feitrijantwoord {
  std::vector<Feitrijen> bronnen;  ///< in the order of the document
  Vorm vorm;                       ///< of the fact
  Bevindingen bevindingen;
};

/// Throws dossier::OpslagFout; that there is no such fact, key or source is a finding.
Feitrijantwoord feitrijen(const Feitrijvraag& vraag);

}  // namespace zorgkader
