// The command that shows what is known of one client.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>

#include "app/inzage.hpp"
#include "cli/uitvoer.hpp"

namespace zorgkader {

/// `inzage`: the dossier of a client, and a line in the log that says who looked and why.
class Inzageopdracht {
 public:
  /// Adds the command to the program.
  explicit Inzageopdracht(CLI::App& app);
  /// After parsing: the exit status, or nothing when it was another command.
  std::optional<int> run() const;

 private:
  CLI::App* inzage_;
  Inzagevraag vraag_;
  std::string nu_, bekend_op_, vorm_ = "tabel";
};

}  // namespace zorgkader
