// Rows, source by source.
#include "cli/feitrijen.hpp"

#include <fmt/format.h>

#include "app/dossiertabel.hpp"
#include "cli/dossier.hpp"
#include "values/tabel.hpp"

namespace zorgkader {
namespace {

/// `2963 rijen van prestaties; goedgekeurd samen € 600.743,76`
std::string heading(const Feitrijen& source, const Vorm& vorm) {
  std::string out =
      fmt::format("{} {} van {}", source.rijen.rijen, source.rijen.rijen == 1 ? "rij" : "rijen", source.rijen.naam);
  if (source.som) out += fmt::format("; {} samen {}", source.kolom, format_nl(Waarde(*source.som), vorm));
  return out;
}

}  // namespace

Feitrijopdracht::Feitrijopdracht(CLI::App& app) {
  auto* c = add_command(app, "feitrijen", "de rijen van het dossier achter een feit: waar een herleiding eindigt");
  c->add_option("regeling", vraag_.gegevens.regeling, "het document van de regeling (Markdown)")
      ->required()
      ->type_name("REGELING");
  c->add_option("feit", vraag_.feit, "de naam van het feit (een `invoer`)")->required()->type_name("FEIT");
  c->add_option("sleutels", sleutels_, "de cel: gemeente=... dienst=...; wat u weglaat mag alles zijn")
      ->type_name("SLEUTEL=WAARDE..");
  add_dossier(*c, dossier_);
  c->add_option("--bekend-op", bekend_op_, "naar wat aan het eind van deze dag in het dossier stond")
      ->type_name("DATUM");
  c->add_option("--peildatum", peildatum_, "wat op deze dag van kracht is")->type_name("DATUM");
  c->add_option("--rijen", meeste_, "meeste rijen per bron op het scherm; 0 is alle");
  c->add_option("--als", vorm_, "vorm van de uitvoer")
      ->check(CLI::IsMember({"tabel", "csv", "json"}).description(""))
      ->type_name("tabel|csv|json");
  feitrijen_ = c;
}

std::optional<int> Feitrijopdracht::run() const {
  if (!*feitrijen_) return std::nullopt;
  Feitrijvraag vraag = vraag_;
  vraag.gegevens.dossier = dossier_;
  vraag.gegevens.bekend_op = parse_peildatum(bekend_op_);
  vraag.gegevens.peildatum = parse_peildatum(peildatum_);
  for (const Zet& pair : parse_zetten(sleutels_)) vraag.sleutels[pair.naam] = pair.waarde;
  const Feitrijantwoord made = feitrijen(vraag);
  for (const Feitrijen& source : made.bronnen) {
    Lijst list = lijst_van(source.rijen);
    if (vorm_ != "tabel") {
      write_lijst(list, vorm_, std::cout, false);
      continue;
    }
    std::cout << (&source == made.bronnen.data() ? "" : "\n") << heading(source, made.vorm) << '\n';
    const bool more = meeste_ > 0 && list.rijen.size() > meeste_;
    if (more) list.rijen.resize(meeste_);
    if (!list.rijen.empty()) write_tabel(list, std::cout, colour(STDOUT_FILENO));
    if (more) std::cout << fmt::format("... en nog {}; --rijen 0 toont alle\n", source.rijen.rijen - meeste_);
  }
  return finish(made.bevindingen);
}

}  // namespace zorgkader
