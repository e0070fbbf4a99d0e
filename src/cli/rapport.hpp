// The command `rapport` and what its reports share: where figures come from, and in which form they go out.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>

#include "app/rapportage/regelingrapport.hpp"
#include "cli/gesprekken.hpp"
#include "cli/uitvoer.hpp"
#include "rapport/rapport.hpp"

namespace zorgkader {

/// What every report can be asked.
struct Rapportkeuzes {
  Dossierpad dossier;
  std::string bekend_op, nu;  ///< days, as they were given
  Uitvoer uitvoer;
};

/// `--als`, `--naar`, `--rijen`. `ook`: forms that only this report has.
void add_rapportvorm(CLI::App& command, Uitvoer& uitvoer, const std::vector<std::string>& ook = {});
/// A report on a dossier: `--dossier`, `--sleutel`, `--bekend-op`, `--nu`, and its form.
CLI::App* add_rapport(CLI::App& rapport, const char* name, const char* what, Rapportkeuzes& keuzes);
/// The report in the form that was asked, its findings to standard error; the exit status.
int show_rapport(const Rapport& rapport, Bevindingen found, const Uitvoer& uitvoer);

/// `rapport`: a report of an arrangement, or one that a dossier has by itself.
class Rapportopdracht {
 public:
  /// Adds the command to the program.
  explicit Rapportopdracht(CLI::App& app);
  /// After parsing: the exit status, or nothing when it was another command.
  std::optional<int> run() const;

 private:
  int run_brieven(const Rapport& rapport, const Bevindingen& found) const;

  CLI::App* rapport_;
  Rapportvraag vraag_;
  std::vector<std::string> sleutels_, zetten_;
  std::string feiten_, peildatum_, bekend_op_, sjabloon_;
  Dossierpad dossier_;
  Uitvoer uitvoer_;
  Gespreksopdracht gesprekken_;
};

}  // namespace zorgkader
