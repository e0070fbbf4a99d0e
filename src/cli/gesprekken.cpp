// Words of the call to a question, and the two ways out: a report in its forms, or a calendar file.
#include "cli/gesprekken.hpp"

#include "cli/dossier.hpp"
#include "cli/rapport.hpp"

namespace zorgkader {
namespace {

constexpr const char* kIcal = "ics";

Bevindingen show_ical(const Afsprakenlijst& list, const std::string& naar) {
  std::ofstream file;
  if (!naar.empty()) {
    file.open(naar, std::ios::binary);
    if (!file) return {write_fault(naar, "Het bestand kan niet worden gemaakt.")};
  }
  std::ostream& out = naar.empty() ? std::cout : file;
  write_ical(list, out);
  out.flush();
  if (!out.good()) return {write_fault(naar, "De uitvoer kon niet geheel worden geschreven.")};
  return {};
}

}  // namespace

Gespreksopdracht::Gespreksopdracht(CLI::App& rapport) {
  auto* c = add_command(rapport, "gesprekken", "de gesprekken met aanbieders: planning, agenda en wat eruit kwam");
  c->add_option("--regeling", vraag_.opdracht.regeling, "het document van de regeling (Markdown)")
      ->required()
      ->type_name("REGELING");
  auto* dossier = c->add_option("--dossier", dossier_.dossier, "het dossier")->type_name("BESTAND");
  c->add_option("--sleutel", dossier_.sleutel, "de sleutel; anders die naast het dossier ligt")
      ->needs(dossier)
      ->type_name("BESTAND");
  c->add_option("--bekend-op", bekend_op_, "naar wat aan het eind van deze dag in het dossier stond")
      ->needs(dossier)
      ->type_name("DATUM");
  c->add_option("--feiten", feiten_, "map met feiten (CSV, XLSX), in plaats van een dossier")
      ->excludes(dossier)
      ->type_name("MAP");
  c->add_option("--zet", zet_, "zet een parameter voor deze keer; mag vaker")->type_name("NAAM=WAARDE");
  c->add_option("--peildatum", peildatum_, "wat op deze dag van kracht is")->type_name("DATUM");
  c->add_option("--nu", nu_, "wat voor deze dag gepland stond, is geweest; anders vandaag")->type_name("DATUM");
  c->add_option("--aanbieder", vraag_.aanbieder, "alleen de gesprekken met deze aanbieder")->type_name("NAAM");
  add_rapportvorm(*c, uitvoer_, {kIcal});
  gesprekken_ = c;
}

std::optional<int> Gespreksopdracht::run() const {
  if (!*gesprekken_) return std::nullopt;
  Gespreksvraag vraag = vraag_;
  if (!dossier_.dossier.empty()) vraag.opdracht.dossier = dossier_;
  if (!feiten_.empty()) vraag.opdracht.feiten = feiten_;
  vraag.opdracht.zetten = parse_zetten(zet_);
  vraag.opdracht.peildatum = parse_peildatum(peildatum_);
  vraag.opdracht.bekend_op = parse_peildatum(bekend_op_);
  vraag.nu = moment_of(nu_);
  Gespreksantwoord made = rapport_gesprekken(vraag);
  if (!made.rapport) return finish(made.bevindingen);
  if (uitvoer_.vorm != kIcal) return show_rapport(*made.rapport, std::move(made.bevindingen), uitvoer_);
  const Bevindingen failed = show_ical(made.afspraken, uitvoer_.naar);
  made.bevindingen.insert(made.bevindingen.end(), failed.begin(), failed.end());
  return finish(made.bevindingen);
}

}  // namespace zorgkader
