// Bundles: made, and looked through.
#include "cli/bundel.hpp"

#include <fmt/format.h>

#include "cli/dossier.hpp"

namespace zorgkader {

Bundelopdracht::Bundelopdracht(CLI::App& app)
    : bundel_(add_command(
          app, "bundel",
          "een berekening voor de accountant: een map met alles erbij, die zonder dit programma te lezen is")) {
  bundel_->add_option("regeling", regeling_, "het document van de regeling (Markdown)")
      ->required()
      ->type_name("REGELING");
  add_feiten(*bundel_, keuzes_);
  add_scenario(*bundel_, keuzes_);
  add_peildatum(*bundel_, keuzes_);
  bundel_->add_option("--alleen", vraag_.alleen, "alleen deze grootheden")->delimiter(',')->type_name("NAAM,..");
  bundel_->add_option("--naar", vraag_.naar, "een map die nog niet bestaat, of leeg is")->required()->type_name("MAP");
  bundel_->add_option("--herleidingen", vraag_.herleidingen, "meeste herleidingen per grootheid; 0 is alle");
}

std::optional<int> Bundelopdracht::run() const {
  if (!*bundel_) return std::nullopt;
  Bundelvraag vraag = vraag_;
  vraag.gegevens = gegevens_van(regeling_, keuzes_);
  vraag.programma = ZORGKADER_VERSIE;
  const Bundelantwoord made = maak_bundel(vraag);
  if (made.bestanden > 0)
    std::cout << fmt::format("De bundel staat in {}: {} bestanden. Begin met LEESMIJ.html.\n", vraag.naar,
                             made.bestanden);
  return finish(made.bevindingen);
}

int run_bundelcontrole(const std::string& map) {
  const Bundelverdict seen = controleer_bundel(map);
  for (const std::string& fault : seen.fouten) fmt::print(stderr, "fout: {}\n", fault);
  if (!seen.fouten.empty()) return kBevindingen;
  std::cout << fmt::format(
      "De bundel is heel: {} bestanden zijn zoals zij waren, en dezelfde regeling en feiten geven dezelfde {} "
      "uitkomsten.\n",
      seen.bestanden, seen.uitkomsten);
  return kGoed;
}

}  // namespace zorgkader
