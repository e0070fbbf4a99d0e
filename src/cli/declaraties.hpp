// The command that settles declarations.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>

#include "app/declaraties.hpp"
#include "cli/uitvoer.hpp"
#include "rapport/lijst.hpp"

namespace zorgkader {

/// Ceilings of contracts as rows.
Lijst lijst_van(const std::vector<Ruimte>& ruimtes);

/// `declaraties`: a year of them, per provider, with reasons for every refusal.
class Declaratieopdracht {
 public:
  /// Adds the command to the program.
  explicit Declaratieopdracht(CLI::App& app);
  /// After parsing: the exit status, or nothing when it was another command.
  std::optional<int> run() const;

 private:
  CLI::App* declaraties_;
  Declaratievraag vraag_;
  std::string bekend_op_, sinds_, vorm_ = "tabel", per_;
};

}  // namespace zorgkader
