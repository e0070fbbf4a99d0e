// The command that makes a bundle for an auditor.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "app/rapportage/bundel.hpp"
#include "cli/opdrachtkeuzes.hpp"

namespace zorgkader {

/// `bundel`: a calculation with all that it rests on, as a folder.
class Bundelopdracht {
 public:
  /// Adds the command to the program.
  explicit Bundelopdracht(CLI::App& app);
  /// After parsing: the exit status, or nothing when it was another command.
  std::optional<int> run() const;

 private:
  CLI::App* bundel_;
  Bundelvraag vraag_;
  std::string regeling_;
  Opdrachtkeuzes keuzes_;
};

/// What `verifieer --bundel` shows; the exit status.
int run_bundelcontrole(const std::string& map);

}  // namespace zorgkader
