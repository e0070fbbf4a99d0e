// Words of the call to a question, and the two ways out: a report in its forms, or a calendar file.
#include "cli/gesprekken.hpp"

#include "cli/dossier.hpp"
#include "cli/rapport.hpp"

namespace zorgkader {
namespace {

constexpr const char* kIcal = "ics";

}  // namespace

Gespreksopdracht::Gespreksopdracht(CLI::App& rapport) {
  auto* c = add_command(rapport, "gesprekken", "de gesprekken met aanbieders: planning, agenda en wat eruit kwam");
  c->add_option("--regeling", regeling_, "het document van de regeling (Markdown)")->required()->type_name("REGELING");
  add_feiten(*c, keuzes_);
  add_peildatum(*c, keuzes_);
  c->add_option("--nu", nu_, "wat voor deze dag gepland stond, is geweest; anders vandaag")->type_name("DATUM");
  c->add_option("--aanbieder", vraag_.aanbieder, "alleen de gesprekken met deze aanbieder")->type_name("NAAM");
  add_rapportvorm(*c, uitvoer_, {kIcal});
  gesprekken_ = c;
}

std::optional<int> Gespreksopdracht::run() const {
  if (!*gesprekken_) return std::nullopt;
  Gespreksvraag vraag = vraag_;
  vraag.opdracht = gegevens_van(regeling_, keuzes_);
  vraag.nu = moment_of(nu_);
  Gespreksantwoord made = rapport_gesprekken(vraag);
  if (!made.rapport) return finish(made.bevindingen);
  if (uitvoer_.vorm != kIcal) return show_rapport(*made.rapport, std::move(made.bevindingen), uitvoer_);
  const Bevindingen failed = write_to(uitvoer_.naar, [&](std::ostream& out) { write_ical(made.afspraken, out); });
  made.bevindingen.insert(made.bevindingen.end(), failed.begin(), failed.end());
  return finish(made.bevindingen);
}

}  // namespace zorgkader
