// The commands on messages of iWmo.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>

#include "cli/uitvoer.hpp"

namespace zorgkader {

/// `iwmo controleer`: judge messages.
class Berichtopdrachten {
 public:
  /// Adds the group to the program.
  explicit Berichtopdrachten(CLI::App& app);
  /// After parsing: the exit status of the command that was chosen, or nothing when it was another one.
  std::optional<int> run() const;

 private:
  int run_controleer() const;

  CLI::App* iwmo_;
  CLI::App* controleer_;
  std::vector<std::string> bestanden_;
  std::string vorm_ = "tekst", xsd_, nu_;
};

}  // namespace zorgkader
