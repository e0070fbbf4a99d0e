// What every command on an arrangement has in common: document, facts, overrides, reference date.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/dossierbestand.hpp"
#include "engine/run.hpp"

namespace zorgkader {

inline constexpr std::size_t kMostDocumentBytes = 4 * 1024 * 1024;

class Dossierstand;

struct Opdrachtgegevens {
  std::string regeling;               ///< path of the document
  std::optional<std::string> feiten;  ///< folder or file with facts
  std::vector<Zet> zetten;
  std::vector<Scenario> scenarios;
  std::optional<Datum> peildatum;
  std::set<std::string> elders;            ///< facts of the folder that only another arrangement asks for
  std::optional<Dossierpad> dossier = {};  ///< where facts come from instead
  std::optional<Datum> bekend_op = {};     ///< by what the dossier knew at the end of that day
  const Dossierstand* stand = nullptr;     ///< that dossier of that day, when it is open already; outlives the loading
  bool met_feiten() const { return feiten || dossier; }
};

/// A document read and checked, facts read and bound, nothing computed yet.
struct Geladen {
  std::string tekst;
  std::unique_ptr<Regeling> regeling;
  FeitenInvoer feiten;
  std::vector<std::string> feitbestanden;  ///< that were read
  std::unique_ptr<Run> run;  ///< nullptr when the document has errors or is not in force on the reference date
  Bevindingen bevindingen;
  std::optional<Datum> peildatum;  ///< nothing when neither caller nor document names one and no formula asks
  std::string vingerafdruk;
  bool anders = false;  ///< a parameter was changed for the occasion
};

/// Definitive is what a signed arrangement gives on definitive facts, without a parameter changed for the occasion.
bool is_concept(const Geladen& geladen, int grootheid);

/// Everything but facts that a run can compute, because no fact that it needs is absent.
std::vector<int> computable(const Run& run);

/// Reads everything and collects all findings; with `zonder_vastgesteld` the run leaves published figures out.
Geladen laad(const Opdrachtgegevens& gegevens, bool zonder_vastgesteld = false);

/// What the document asks of facts: name, unit and keys of every `invoer`.
std::vector<FeitVorm> gevraagde_feiten(const Regeling& regeling);

/// 16 hexadecimal characters over document, overrides, reference date and facts; the order of fact rows does not count.
std::string vingerafdruk(const std::string& tekst, const Opdrachtgegevens& gegevens, const FeitenInvoer& feiten);

}  // namespace zorgkader
