// Facts, their outcome, and a dossier to go on with.
#include "cli/demo.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "app/bereken.hpp"
#include "app/demoregio.hpp"
#include "app/voorbeeld.hpp"
#include "cli/berichtuitvoer.hpp"

namespace zorgkader {

Demoopdracht::Demoopdracht(CLI::App& app) {
  demo_ = app.add_subcommand("demo", "maak een voorbeeld met verzonnen feiten en een dossier, en reken het door")
              ->group("Opdrachten");
  demo_->set_help_flag("-h,--help", "toon deze hulp")->group("Opties");
  demo_->add_option("map", map_, "waar alles komt")->type_name("MAP");
  demo_->add_option("--zaad", zaad_, "getal waaruit alles volgt");
  demo_->add_option("--regeling", regeling_, "het document, met voorbeeld.md ernaast")->type_name("REGELING");
  demo_->add_option("--clienten", clienten_, "cliënten in het dossier; 0: geen dossier")
      ->check(CLI::Range(std::uint64_t{0}, kMeesteRegioclienten).description(""));
}

/// The same arrangement on a dossier of messages and registers.
void Demoopdracht::fill_dossier(const std::string& regeling, Bevindingen& found) const {
  Regiovraag vraag = regio_van(regeling, found);
  vraag.zaad = zaad_;
  vraag.clienten = clienten_;
  Voortgangsregel progress;
  const Demodossier made = maak_demodossier(map_, vraag, std::max(1U, std::thread::hardware_concurrency()),
                                            [&](const Voortgang& at) { progress.show(at); });
  progress.clear();
  const std::string dossier = made.pad.dossier;
  if (made.was_er_al) {
    std::cout << fmt::format("\nHet dossier {} was er al.\n", dossier);
  } else {
    const auto of = [&](Importuitslag u) { return made.berichten.contains(u) ? made.berichten.at(u) : 0; };
    std::cout << fmt::format(
        "\nEr is ook een dossier van twee jaar met {} verzonnen cliënten: {} berichten vastgelegd, {} geweigerd, {} "
        "met\n"
        "bevindingen; {} rijen in registers.\n  aangeleverd  {}\n  dossier      {}\n  antwoorden   {}\n\n",
        clienten_, of(Importuitslag::vastgelegd), of(Importuitslag::geweigerd), made.met_bevindingen,
        made.registerrijen, made.aangeleverd, dossier, made.antwoorden);
  }
  std::cout << fmt::format("Uit het dossier?    zorgkader bereken {} --dossier {}\n", regeling, dossier)
            << fmt::format("Wat staat er open?  zorgkader werklijst --dossier {} --nu {}-02-01\n", dossier,
                           vraag.jaar + 1);
}

std::optional<int> Demoopdracht::run() const {
  if (!*demo_) return std::nullopt;
  if (clienten_ > 0 && heeft_ander_zaad(map_, zaad_)) {
    fmt::print(stderr, "fout: In {} staat al een voorbeeld uit een ander zaad. Kies een andere map.\n", map_);
    return kBevindingen;
  }
  const DemoAntwoord made = maak_demo(map_, zaad_, regeling_);
  if (has_errors(made.bevindingen)) return finish(made.bevindingen);
  Opdrachtgegevens gegevens;
  gegevens.regeling = made.regeling;
  gegevens.feiten = made.feiten;
  BerekenAntwoord computed = bereken(gegevens, {});
  const Bevindingen failed = show(computed.berekening, {});
  computed.bevindingen.insert(computed.bevindingen.end(), failed.begin(), failed.end());
  const int status = finish(computed.bevindingen);
  std::cout << fmt::format("\nDe feiten zijn verzonnen uit zaad {}.\n  regeling  {}\n  feiten    {}\n\n", zaad_,
                           made.regeling, made.feiten)
            << fmt::format("Waarom dit bedrag?  zorgkader herleid {} {} --feiten {}\n", made.regeling, made.voorbeeld,
                           made.feiten);
  if (!made.parameter.empty())
    std::cout << fmt::format("Wat als?            zorgkader bereken {} --feiten {} --zet {}=5%\n", made.regeling,
                             made.feiten, made.parameter);
  Bevindingen found;
  if (clienten_ > 0) fill_dossier(made.regeling, found);
  return std::max(status, found.empty() ? int{kGoed} : finish(found));
}

}  // namespace zorgkader
