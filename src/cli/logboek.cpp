// Events as a list, and one taken back.
#include "cli/logboek.hpp"

#include <fmt/format.h>

#include "cli/dossier.hpp"
#include "rapport/lijst.hpp"
#include "rapport/tekens.hpp"

namespace zorgkader {
namespace {

namespace soorten = dossier::soorten;

std::string number(std::int64_t event) {
  return event == 0 ? "" : std::to_string(event);
}

}  // namespace

Logboekopdrachten::Logboekopdrachten(CLI::App& app) {
  logboek_ = add_command(app, "logboek", "wat is er vastgelegd, wanneer en door wie");
  add_dossier(*logboek_, vraag_.dossier);
  logboek_->add_option("--gemeente", vraag_.gemeente, "alleen van deze gemeente (code of naam), of `regio`")
      ->type_name("GEMEENTE");
  logboek_->add_option("--van", van_, "vanaf deze dag")->type_name("DATUM");
  logboek_->add_option("--tot", tot_, "tot en met deze dag")->type_name("DATUM");
  logboek_->add_option("--soort", vraag_.soort, "alleen deze soort, zoals \"correctie\" of \"ingezien\"")
      ->check(CLI::IsMember(std::vector<std::string>(soorten::kAlle.begin(), soorten::kAlle.end())).description(""))
      ->type_name("SOORT");
  logboek_->add_option("--als", vorm_, "vorm van de uitvoer")
      ->check(CLI::IsMember({"tabel", "csv", "json"}).description(""))
      ->type_name("tabel|csv|json");

  corrigeer_ =
      add_command(app, "corrigeer", "neem terug wat niet vastgelegd had moeten worden; het blijft in het logboek");
  add_dossier(*corrigeer_, correctie_.dossier);
  corrigeer_->add_option("--gemeente", correctie_.gemeente, "code of naam, of `regio`")
      ->required()
      ->type_name("GEMEENTE");
  corrigeer_->add_option("--gebeurtenis", correctie_.gebeurtenis, "het nummer in het logboek")
      ->required()
      ->check(CLI::PositiveNumber.description(""))
      ->type_name("NUMMER");
  corrigeer_->add_option("--reden", correctie_.reden, "waarom")->required()->type_name("TEKST");
  corrigeer_->add_option("--nu", nu_, "de dag van de correctie; anders vandaag")->type_name("DATUM");
}

std::optional<int> Logboekopdrachten::run() const {
  if (*logboek_) return run_logboek();
  if (*corrigeer_) return run_corrigeer();
  return std::nullopt;
}

int Logboekopdrachten::run_logboek() const {
  Logvraag vraag = vraag_;
  vraag.van = parse_peildatum(van_);
  vraag.tot = parse_peildatum(tot_);
  Lijst list{{{"gemeente", false},
              {"nummer", false},
              {"moment", false},
              {"soort", false},
              {"wat", false},
              {"door", false},
              {"corrigeert", false},
              {"teruggenomen_door", false}},
             {}};
  each_logregel(vraag, [&](const Logregel& line) {
    list.rijen.push_back({line.gemeente, number(line.nummer),
                          vorm_ == "tabel" ? format_moment_nl(line.moment) : format_moment(line.moment), line.soort,
                          line.wat, line.door, number(line.corrigeert), number(line.teruggenomen_door)});
  });
  if (vorm_ == "tabel") drop_empty(list);
  if (list.rijen.empty() && vorm_ == "tabel")
    std::cout << "Het logboek heeft hier niets over.\n";
  else
    write_lijst(list, vorm_, std::cout, colour(STDOUT_FILENO));
  return finish({});
}

int Logboekopdrachten::run_corrigeer() const {
  Correctievraag vraag = correctie_;
  if (vraag.reden.find_first_not_of(" \t") == std::string::npos) throw VerkeerdGebruik("Zeg met --reden waarom.");
  vraag.nu = moment_to_record(nu_);
  vraag.door = account();
  const Correctieantwoord made = corrigeer(vraag);
  const Logregel& line = made.teruggenomen;
  std::cout << fmt::format("Gebeurtenis {} van {} telt niet meer mee: {}, {}.\n", line.nummer,
                           to_printable(line.gemeente), line.soort, to_printable(line.wat));
  if (made.beantwoord)
    std::cout << "Er was al op geantwoord: de afzender weet nog niet dat het bericht niet meer telt.\n";
  std::cout << fmt::format("Ongedaan maken: neem gebeurtenis {} terug.\n", made.gebeurtenis);
  return finish({});
}

}  // namespace zorgkader
