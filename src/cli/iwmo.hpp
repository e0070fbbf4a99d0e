// The commands on messages of iWmo.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>

#include "app/berichtmaken.hpp"
#include "cli/uitvoer.hpp"

namespace zorgkader {

/// `iwmo controleer|lees|maak|retour|voorbeeld`: judge, read out, make, answer and make up messages.
class Berichtopdrachten {
 public:
  /// Adds the group to the program.
  explicit Berichtopdrachten(CLI::App& app);
  /// After parsing: the exit status of the command that was chosen, or nothing when it was another one.
  std::optional<int> run() const;

 private:
  CLI::App* command(const char* name, const char* what, const char* input);
  void sources(CLI::App* c);
  void to(CLI::App* c, const char* what);
  int run_controleer() const;
  int run_lees() const;
  int run_maak() const;
  int run_retour() const;
  int run_voorbeeld() const;
  Datum day() const;
  int write_messages(const std::function<void(const OpGemaakt&, const OpVoortgang&)>& each) const;

  CLI::App* iwmo_;
  CLI::App *controleer_, *lees_, *maak_, *retour_, *voorbeeld_;
  std::vector<std::string> bestanden_;
  std::string vorm_ = "tekst", leesvorm_ = "json", xsd_, nu_, naar_, identificatie_, map_;
  Toetspaden bronnen_;
  Voorbeeldvraag voorbeeld_vraag_;
};

}  // namespace zorgkader
