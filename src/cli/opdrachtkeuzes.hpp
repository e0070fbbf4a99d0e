// Opdrachtkeuzes: on which facts an arrangement is computed, and as of when, in the words of a call.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "app/opdracht.hpp"

namespace zorgkader {

struct Opdrachtkeuzes {
  Dossierpad dossier;
  std::string feiten, bekend_op, peildatum;
  std::vector<std::string> zet, scenario;
};

/// `--feiten` or `--dossier` with `--sleutel` and `--bekend-op`, and `--zet`.
void add_feiten(CLI::App& command, Opdrachtkeuzes& keuzes);
/// `--scenario`.
void add_scenario(CLI::App& command, Opdrachtkeuzes& keuzes);
/// `--peildatum`.
void add_peildatum(CLI::App& command, Opdrachtkeuzes& keuzes);

Opdrachtgegevens gegevens_van(const std::string& regeling, const Opdrachtkeuzes& keuzes);

}  // namespace zorgkader
