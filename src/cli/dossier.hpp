// The commands on a dossier.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>

#include "app/ontvangst.hpp"
#include "app/verifieer.hpp"
#include "cli/uitvoer.hpp"

namespace zorgkader {

/// A command with its help.
CLI::App* add_command(CLI::App& app, const char* name, const char* what);
/// The options that say which dossier; it must be named.
void add_dossier(CLI::App& command, Dossierpad& pad);

/// Who calls, as the system knows them; and when: where a dossier meets the clock.
std::string account();
Moment present_moment();
/// Noon of that day; without one the present moment. Throws VerkeerdGebruik.
Moment moment_of(const std::string& dag);
/// The same, and not after today: what is recorded can never be earlier than what was recorded before it.
Moment moment_to_record(const std::string& dag);

/// `importeer`, `werklijst`, `verifieer`, `reservekopie`: what comes in, what is due, is it whole, and a copy of it.
class Dossieropdrachten {
 public:
  /// Adds the commands to the program.
  explicit Dossieropdrachten(CLI::App& app);
  /// After parsing: the exit status of the command that was chosen, or nothing when it was another one.
  std::optional<int> run() const;

 private:
  void add_verifieer(CLI::App& app);
  int run_importeer() const;
  int run_werklijst() const;
  int run_verifieer() const;
  std::vector<std::string> check_bewijs(std::vector<Genoteerd>& genoteerd) const;
  int run_reservekopie() const;
  Datum day() const { return dag_van(moment_of(nu_)); }

  CLI::App *importeer_, *werklijst_, *verifieer_, *reservekopie_;
  Importvraag vraag_;
  std::vector<std::string> regelingen_, afdrukken_;
  std::string nu_, bekend_op_, wie_, gemeente_, kopie_, bundel_, bewijs_, vorm_ = "tekst", lijstvorm_ = "tabel";
  bool alles_ = false, herstel_ = false;
};

}  // namespace zorgkader
