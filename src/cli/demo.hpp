// The command that makes an example.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>

#include "cli/uitvoer.hpp"

namespace zorgkader {

/// `demo`: an arrangement with made-up facts, computed, and the same on a made-up dossier.
class Demoopdracht {
 public:
  /// Adds the command to the program.
  explicit Demoopdracht(CLI::App& app);
  /// After parsing: the exit status, or nothing when it was another command.
  std::optional<int> run() const;

 private:
  void fill_dossier(const std::string& regeling, Bevindingen& found) const;
  CLI::App* demo_;
  std::string map_ = "demo", regeling_;
  std::uint64_t zaad_ = 2022, clienten_ = 6000;
};

}  // namespace zorgkader
