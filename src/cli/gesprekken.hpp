// `rapport gesprekken`: the talks of a year as a report, and as a calendar.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>

#include "app/rapportage/gesprekken.hpp"
#include "cli/opdrachtkeuzes.hpp"
#include "cli/uitvoer.hpp"

namespace zorgkader {

class Gespreksopdracht {
 public:
  /// Adds it to the reports.
  explicit Gespreksopdracht(CLI::App& rapport);
  /// After parsing: the exit status, or nothing when it was another report.
  std::optional<int> run() const;

 private:
  Gespreksvraag vraag_;
  Opdrachtkeuzes keuzes_;
  std::string regeling_, nu_;
  Uitvoer uitvoer_;
  CLI::App* gesprekken_;
};

}  // namespace zorgkader
