// The command that shows the rows behind a fact.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>

#include "app/feitrijen.hpp"
#include "cli/uitvoer.hpp"

namespace zorgkader {

/// `feitrijen`: the rows of a dossier that a fact of an arrangement rests on.
class Feitrijopdracht {
 public:
  /// Adds the command to the program.
  explicit Feitrijopdracht(CLI::App& app);
  /// After parsing: the exit status, or nothing when it was another command.
  std::optional<int> run() const;

 private:
  CLI::App* feitrijen_;
  Feitrijvraag vraag_;
  Dossierpad dossier_;
  std::vector<std::string> sleutels_;
  std::string bekend_op_, peildatum_, vorm_ = "tabel";
  std::size_t meeste_ = 20;
};

}  // namespace zorgkader
