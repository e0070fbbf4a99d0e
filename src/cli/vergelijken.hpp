// The commands that put results side by side.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>

#include "cli/uitvoer.hpp"

namespace zorgkader {

/// `vergelijk`: the same facts under several arrangements.
class Vergelijkopdrachten {
 public:
  /// Adds the commands to the program.
  explicit Vergelijkopdrachten(CLI::App& app);
  /// After parsing: the exit status of the command that was chosen, or nothing when it was another one.
  std::optional<int> run() const;

 private:
  void results(CLI::App* c);
  int run_vergelijk() const;

  CLI::App* vergelijk_;
  std::vector<std::string> regelingen_, zet_, alleen_;
  std::string feiten_, peildatum_;
  Uitvoer uitvoer_;
};

}  // namespace zorgkader
