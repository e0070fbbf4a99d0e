// The commands on the log of a dossier.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>

#include "app/corrigeer.hpp"
#include "cli/uitvoer.hpp"

namespace zorgkader {

/// `logboek`: what was recorded, by whom and when; `corrigeer`: takes one of those back.
class Logboekopdrachten {
 public:
  /// Adds the commands to the program.
  explicit Logboekopdrachten(CLI::App& app);
  /// After parsing: the exit status of the command that was chosen, or nothing when it was another one.
  std::optional<int> run() const;

 private:
  int run_logboek() const;
  int run_corrigeer() const;

  CLI::App *logboek_, *corrigeer_;
  Logvraag vraag_;
  Correctievraag correctie_;
  std::string van_, tot_, nu_, vorm_ = "tabel";
};

}  // namespace zorgkader
