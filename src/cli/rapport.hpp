// The command `rapport` and what its reports share: where figures come from, and in which form they go out.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>

#include "app/rapportage/regelingrapport.hpp"
#include "cli/gesprekken.hpp"
#include "cli/opdrachtkeuzes.hpp"
#include "cli/uitvoer.hpp"
#include "rapport/rapport.hpp"

namespace zorgkader {

/// `--als`, `--naar`, `--rijen`. `ook`: forms that only this report has.
void add_rapportvorm(CLI::App& command, Uitvoer& uitvoer, const std::vector<std::string>& ook = {});
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
  std::vector<std::string> sleutels_;
  std::string regeling_, sjabloon_;
  Opdrachtkeuzes keuzes_;
  Uitvoer uitvoer_;
  Gespreksopdracht gesprekken_;
};

}  // namespace zorgkader
