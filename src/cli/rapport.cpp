// Reports: words of a call to a report, and its form.
#include "cli/rapport.hpp"

#include <fmt/format.h>

#include "app/rapportage/brieven.hpp"
#include "cli/dossier.hpp"

namespace zorgkader {

void add_rapportvorm(CLI::App& command, Uitvoer& uitvoer, const std::vector<std::string>& ook) {
  std::vector<std::string> forms = {"tabel", "csv", "json", "xlsx", "html"};
  forms.insert(forms.end(), ook.begin(), ook.end());
  command.add_option("--als", uitvoer.vorm, "vorm van de uitvoer")
      ->check(CLI::IsMember(forms).description(""))
      ->type_name(fmt::format("{}", fmt::join(forms, "|")));
  command.add_option("--naar", uitvoer.naar, "schrijf naar dit bestand")->type_name("BESTAND");
  command.add_option("--rijen", uitvoer.rijen, "meeste rijen per tabel op het scherm; 0 is alle");
}

int show_rapport(const Rapport& rapport, Bevindingen found, const Uitvoer& uitvoer) {
  const Bevindingen failed = show(rapport, uitvoer);
  found.insert(found.end(), failed.begin(), failed.end());
  return finish(found);
}

Rapportopdracht::Rapportopdracht(CLI::App& app)
    : rapport_(add_command(app, "rapport", "een rapport dat een regeling beschrijft, of een over een dossier")),
      gesprekken_(*rapport_) {
  CLI::App* c = rapport_;
  c->add_option("naam", vraag_.naam, "het rapport: de naam boven een tabel `Rapport` van de regeling")
      ->type_name("RAPPORT");
  c->add_option("sleutels", sleutels_, "waarover: kwartaal=2024-Q3")->type_name("SLEUTEL=WAARDE..");
  c->add_option("--regeling", regeling_, "het document van de regeling (Markdown)")->type_name("REGELING");
  add_feiten(*c, keuzes_);
  add_scenario(*c, keuzes_);
  add_peildatum(*c, keuzes_);
  auto* letters =
      c->add_option("--sjabloon", sjabloon_, "maak van elke rij een brief naar dit sjabloon, in de map --naar")
          ->type_name("BESTAND");
  add_rapportvorm(*c, uitvoer_);
  letters->needs(c->get_option("--naar"));
  c->require_subcommand(0, 1);
}

std::optional<int> Rapportopdracht::run() const {
  if (!*rapport_) return std::nullopt;
  if (const auto status = gesprekken_.run()) return status;
  if (vraag_.naam.empty() || regeling_.empty())
    throw VerkeerdGebruik("Noem een rapport en een --regeling, of een van de rapporten in `zorgkader rapport --help`.");
  Rapportvraag vraag = vraag_;
  vraag.gegevens = gegevens_van(regeling_, keuzes_);
  for (const Zet& pair : parse_zetten(sleutels_)) vraag.sleutels[pair.naam] = pair.waarde;
  const Rapportantwoord made = maak_rapport(vraag);
  if (!made.rapport) return finish(made.bevindingen, made.verkeerd_gevraagd);
  if (!sjabloon_.empty()) return run_brieven(*made.rapport, made.bevindingen);
  return show_rapport(*made.rapport, made.bevindingen, uitvoer_);
}

int Rapportopdracht::run_brieven(const Rapport& rapport, const Bevindingen& found) const {
  Brievenantwoord letters = schrijf_brieven(rapport, sjabloon_, uitvoer_.naar);
  for (const std::string& file : letters.bestanden) std::cout << file << '\n';
  if (letters.bestanden.empty() && !has_errors(letters.bevindingen))
    std::cout << "Er is niemand om aan te schrijven.\n";
  letters.bevindingen.insert(letters.bevindingen.begin(), found.begin(), found.end());
  return finish(letters.bevindingen);
}

}  // namespace zorgkader
