// The commands that put results side by side.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>

#include "cli/uitvoer.hpp"

namespace zorgkader {

/// `vergelijk`: the same facts under several arrangements. `verschil`: why two runs differ.
class Vergelijkopdrachten {
 public:
  /// Adds the commands to the program.
  explicit Vergelijkopdrachten(CLI::App& app);
  /// After parsing: the exit status of the command that was chosen, or nothing when it was another one.
  std::optional<int> run() const;

 private:
  void results(CLI::App* c);
  int run_vergelijk() const;
  int run_verschil() const;

  CLI::App* vergelijk_;
  CLI::App* verschil_;
  std::vector<std::string> regelingen_, zet_, alleen_;
  std::string feiten_, peildatum_, a_, b_;
  Uitvoer uitvoer_;
};

}  // namespace zorgkader
