// Options of the commands that compare, and running them.
#include "cli/vergelijken.hpp"

#include <fmt/format.h>

#include "app/vergelijk.hpp"
#include "app/verschil.hpp"

namespace zorgkader {

Vergelijkopdrachten::Vergelijkopdrachten(CLI::App& app) {
  vergelijk_ = app.add_subcommand("vergelijk", "reken verschillende regelingen door op dezelfde feiten, naast elkaar")
                   ->group("Opdrachten");
  vergelijk_->set_help_flag("-h,--help", "toon deze hulp")->group("Opties");
  vergelijk_->add_option("regelingen", regelingen_, "de documenten; met het eerste worden de andere vergeleken")
      ->required()
      ->type_name("REGELING");
  vergelijk_->add_option("--feiten", feiten_, "map met feiten voor alle regelingen samen")->type_name("MAP");
  vergelijk_->add_option("--zet", zet_, "zet een parameter in elke regeling die haar heeft; mag vaker")
      ->type_name("NAAM=WAARDE");
  vergelijk_->add_option("--peildatum", peildatum_, "wat op deze dag van kracht is")->type_name("DATUM");
  vergelijk_->add_option("--alleen", alleen_, "alleen deze grootheden")->delimiter(',')->type_name("NAAM,..");
  results(vergelijk_);

  verschil_ =
      app.add_subcommand("verschil", "waarom twee berekeningen verschillen, tot op de cent")->group("Opdrachten");
  verschil_->set_help_flag("-h,--help", "toon deze hulp")->group("Opties");
  verschil_->add_option("a", a_, "de JSON-uitvoer van bereken waarmee vergeleken wordt")
      ->required()
      ->type_name("UITKOMST");
  verschil_->add_option("b", b_, "de JSON-uitvoer die ervan verschilt")->required()->type_name("UITKOMST");
  results(verschil_);
}

void Vergelijkopdrachten::results(CLI::App* c) {
  c->add_option("--naar", uitvoer_.naar, "schrijf naar dit bestand")->type_name("BESTAND");
  c->add_option("--rijen", uitvoer_.rijen, "meeste rijen per tabel op het scherm; 0 is alle");
  const std::vector<std::string> forms = {"tabel", "csv", "json", "xlsx"};
  c->add_option("--als", uitvoer_.vorm, "vorm van de uitvoer")
      ->check(CLI::IsMember(forms).description(""))
      ->type_name(fmt::format("{}", fmt::join(forms, "|")));
}

std::optional<int> Vergelijkopdrachten::run() const {
  if (*vergelijk_) return run_vergelijk();
  if (*verschil_) return run_verschil();
  return std::nullopt;
}

int Vergelijkopdrachten::run_vergelijk() const {
  if (regelingen_.size() < 2) throw VerkeerdGebruik("Geef ten minste twee regelingen om te vergelijken.");
  VergelijkVraag vraag{regelingen_, std::nullopt, parse_zetten(zet_), alleen_, parse_peildatum(peildatum_)};
  if (!feiten_.empty()) vraag.feiten = feiten_;
  VergelijkAntwoord answer = vergelijk(vraag);
  const bool unknown = std::any_of(answer.bevindingen.begin(), answer.bevindingen.end(),
                                   [](const Bevinding& b) { return b.plaats.bestand == "--alleen"; });
  if (!answer.vergelijking.tabellen.empty()) {
    const Bevindingen failed = show(answer.vergelijking, uitvoer_);
    answer.bevindingen.insert(answer.bevindingen.end(), failed.begin(), failed.end());
  }
  return finish(answer.bevindingen, unknown);
}

int Vergelijkopdrachten::run_verschil() const {
  VerschilAntwoord answer = verschil(a_, b_);
  if (answer.klaar) {
    const Bevindingen failed = show(answer.vergelijking, uitvoer_);
    answer.bevindingen.insert(answer.bevindingen.end(), failed.begin(), failed.end());
  }
  return finish(answer.bevindingen);
}

}  // namespace zorgkader
