// The command that says which providers come first for an onderzoek, and makes the toewijzing.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>

#include "app/toewijzingmaken.hpp"
#include "cli/uitvoer.hpp"

namespace zorgkader {

/// `aanbiederkeuze`: candidates with their reasons, and with `--wijs` the 301 to one of them.
class Keuzeopdracht {
 public:
  /// Adds the command to the program.
  explicit Keuzeopdracht(CLI::App& app);
  /// After parsing: the exit status, or nothing when it was another command.
  std::optional<int> run() const;

 private:
  int list(const Keuzevraag& vraag) const;
  int assign(Toewijzingsvraag vraag) const;

  CLI::App* keuze_;
  Toewijzingsvraag vraag_;
  std::vector<std::string> zet_;
  std::string bekend_op_, peildatum_, omvang_, nu_, naar_, vorm_ = "tabel";
  bool alles_ = false;
};

}  // namespace zorgkader
