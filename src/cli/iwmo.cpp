// Options of the commands on messages, and running them.
#include "cli/iwmo.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "app/berichtcontrole.hpp"
#include "app/berichtvormen.hpp"
#include "cli/berichtuitvoer.hpp"

namespace zorgkader {

CLI::App* Berichtopdrachten::command(const char* name, const char* what, const char* input) {
  auto* out = iwmo_->add_subcommand(name, what)->group("Opdrachten");
  out->set_help_flag("-h,--help", "toon deze hulp")->group("Opties");
  out->add_option("bestanden", bestanden_, input)->required()->type_name("BESTAND");
  return out;
}

void Berichtopdrachten::sources(CLI::App* c) {
  c->add_option("--archief", bronnen_.archief, "eerdere berichten om mee te vergelijken (niveau 3)")->type_name("MAP");
  c->add_option("--lijsten", bronnen_.lijsten, "producten.csv en gemeenten.csv (niveau 4)")->type_name("MAP");
}

void Berichtopdrachten::to(CLI::App* c, const char* what) {
  c->add_option("--naar", naar_, what)->type_name("BESTAND|MAP");
}

Berichtopdrachten::Berichtopdrachten(CLI::App& app) {
  iwmo_ =
      app.add_subcommand("iwmo", "berichten van iWmo controleren, lezen, maken en beantwoorden")->group("Opdrachten");
  iwmo_->set_help_flag("-h,--help", "toon deze hulp")->group("Opties");
  iwmo_->require_subcommand(1);
  const char* messages = "berichten, mappen met berichten, of ZIP-archieven";

  controleer_ = command("controleer", "toets berichten aan de standaard en noem alles wat er niet klopt", messages);
  controleer_->add_option("--xsd", xsd_, "toets ook aan de officiële schema's in deze map")->type_name("MAP");
  controleer_->add_option("--nu", nu_, "de dag waarop getoetst wordt; anders vandaag")->type_name("DATUM");
  sources(controleer_);
  controleer_->add_option("--als", vorm_, "vorm van de uitvoer; json is een regel per bericht")
      ->check(CLI::IsMember({"tekst", "json"}).description(""))
      ->type_name("tekst|json");

  lees_ = command("lees", "toon berichten als JSON of CSV", messages);
  lees_->add_option("--als", leesvorm_, "vorm van de uitvoer; json is een regel per bericht")
      ->check(CLI::IsMember({"json", "csv"}).description(""))
      ->type_name("json|csv");
  to(lees_, "schrijf hierheen; een map als er meer soorten berichten zijn");

  maak_ = command("maak", "maak berichten uit JSON, zoals `lees` die toont", "bestanden met JSON");
  to(maak_, "schrijf hierheen; een map als het er meer zijn");

  retour_ = command("retour", "maak het antwoord op berichten: retour, of declaratie-antwoord", messages);
  retour_->add_option("--nu", nu_, "de dag van het antwoord; anders vandaag")->type_name("DATUM");
  retour_
      ->add_option("--identificatie", identificatie_,
                   "nummer van het antwoord; anders dat van het bericht, of bij een 325 een eigen nummer")
      ->type_name("TEKST");
  sources(retour_);
  to(retour_, "schrijf hierheen; een map als het er meer zijn");

  voorbeeld_ = iwmo_->add_subcommand("voorbeeld", "verzin toewijzingen en een jaar declaraties")->group("Opdrachten");
  voorbeeld_->set_help_flag("-h,--help", "toon deze hulp")->group("Opties");
  voorbeeld_->add_option("map", map_, "waar de berichten komen")->required()->type_name("MAP");
  voorbeeld_->add_option("--zaad", voorbeeld_vraag_.zaad, "getal waaruit de berichten volgen");
  voorbeeld_->add_option("--jaar", voorbeeld_vraag_.jaar, "jaar van de declaraties")
      ->check(CLI::Range(2021, 2099).description(""))
      ->type_name("JAAR");
  voorbeeld_->add_option("--clienten", voorbeeld_vraag_.clienten, "aantal clienten")
      ->check(CLI::Range(1, 2'000'000).description(""));
  voorbeeld_->add_option("--aanbieders", voorbeeld_vraag_.aanbieders, "aantal aanbieders")
      ->check(CLI::Range(1, 1000).description(""));
  voorbeeld_->add_option("--gemeenten", voorbeeld_vraag_.gemeenten, "aantal gemeenten")
      ->check(CLI::Range(1, 500).description(""));
  voorbeeld_->add_option("--fouten", voorbeeld_vraag_.fouten_per_duizend, "foute regels per duizend")
      ->check(CLI::Range(0, 1000).description(""));
}

std::optional<int> Berichtopdrachten::run() const {
  if (*controleer_) return run_controleer();
  if (*lees_) return run_lees();
  if (*maak_) return run_maak();
  if (*retour_) return run_retour();
  if (*voorbeeld_) return run_voorbeeld();
  return std::nullopt;
}

/// The day that was given, or that of the call: the one place where messages meet the clock.
Datum Berichtopdrachten::day() const {
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return parse_peildatum(nu_).value_or(today);
}

namespace {

void must_be_folder(const std::string& pad) {
  if (!pad.empty() && !std::filesystem::is_directory(pad))
    throw VerkeerdGebruik(fmt::format("De map {} bestaat niet.", pad));
}

int status(bool all_good) {
  const int written = finish({});
  return written != kGoed || all_good ? written : kBevindingen;
}

}  // namespace

int Berichtopdrachten::run_controleer() const {
  for (const auto& map : {xsd_, bronnen_.archief, bronnen_.lijsten}) must_be_folder(map);
  const Berichtvraag vraag{bestanden_, xsd_, day(), bronnen_, std::max(1U, std::thread::hardware_concurrency())};
  std::size_t good = 0, wrong = 0, findings = 0;
  Voortgangsregel progress;
  controleer_berichten(
      vraag,
      [&](const Berichtverdict& verdict) {
        ++(verdict.goed() ? good : wrong);
        findings += verdict.bevindingen.size() + verdict.niet_getoond;
        progress.around([&] {
          if (vorm_ == "json")
            std::cout << to_json(verdict) << '\n';
          else
            write_verdict(verdict, std::cout, colour(STDOUT_FILENO));
        });
      },
      [&](const Voortgang& at) { progress.show(at); });
  progress.clear();
  if (vorm_ != "json" && good + wrong > 1)
    std::cout << fmt::format("{} berichten: {} goed, {} niet ({} {})\n", good + wrong, good, wrong, findings,
                             findings == 1 ? "bevinding" : "bevindingen");
  return status(wrong == 0);
}

int Berichtopdrachten::run_lees() const {
  Tabeldoel tables(naar_);
  std::ofstream file;
  if (!naar_.empty() && leesvorm_ == "json") {
    file.open(naar_, std::ios::binary);
    if (!file) return finish({write_fault(naar_, "Het bestand kan niet worden gemaakt.")});
  }
  bool good = true;
  Voortgangsregel progress;
  const auto write = [&](const Gemaakt& made) {
    std::optional<std::string> fault;
    if (!made.bericht)
      write_verdict(made.verdict, std::cerr, colour(STDERR_FILENO));
    else if (leesvorm_ == "csv")
      fault = tables.write(made.verdict.bestand, *made.bericht);
    else
      (naar_.empty() ? std::cout : file) << to_json(*made.bericht) << '\n';
    if (fault) throw VerkeerdGebruik(*fault);
  };
  lees_berichten(
      bestanden_,
      [&](const Gemaakt& made) {
        good = good && made.bericht;
        progress.around([&] { write(made); });
      },
      [&](const Voortgang& at) { progress.show(at); });
  progress.clear();
  if (file.is_open() && !file.flush())
    return finish({write_fault(naar_, "De uitvoer kon niet geheel worden geschreven.")});
  return status(good);
}

/// What stands in the way of a message, or what it tells of another, goes to standard error.
int Berichtopdrachten::write_messages(const std::function<void(const OpGemaakt&, const OpVoortgang&)>& each) const {
  Berichtdoel target(naar_);
  bool good = true;
  Voortgangsregel progress;
  const auto write = [&](const Gemaakt& made) {
    if (!made.verdict.goed()) write_verdict(made.verdict, std::cerr, colour(STDERR_FILENO));
    if (!made.bericht) return;
    if (const auto fault = target.write(*made.bericht)) throw VerkeerdGebruik(*fault);
  };
  each(
      [&](const Gemaakt& made) {
        good = good && made.bericht;
        progress.around([&] { write(made); });
      },
      [&](const Voortgang& at) { progress.show(at); });
  progress.clear();
  return status(good);
}

int Berichtopdrachten::run_maak() const {
  return write_messages([&](const OpGemaakt& take, const OpVoortgang&) { maak_berichten(bestanden_, take); });
}

int Berichtopdrachten::run_retour() const {
  for (const auto& map : {bronnen_.archief, bronnen_.lijsten}) must_be_folder(map);
  const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  if (std::count_if(identificatie_.begin(), identificatie_.end(), begins) > 12)
    throw VerkeerdGebruik("Een identificatie heeft ten hoogste 12 tekens.");
  if (bronnen_.archief.empty())
    std::cerr << "let op: zonder --archief telt niet wat eerder is toegewezen, gemeld en gedeclareerd; "
                 "een antwoord zonder fouten is dan nog geen goedkeuring.\n";
  const Antwoordvraag vraag{bestanden_, day(), identificatie_, bronnen_};
  return write_messages(
      [&](const OpGemaakt& take, const OpVoortgang& voortgang) { beantwoord_berichten(vraag, take, voortgang); });
}

int Berichtopdrachten::run_voorbeeld() const {
  const auto made = maak_voorbeeldberichten(voorbeeld_vraag_, map_);
  if (made.fout) throw VerkeerdGebruik(*made.fout);
  std::cout << fmt::format(
                   "Gemaakt in {}: {} toewijzingen (WMO301) en {} declaraties (WMO323), verzonnen uit zaad {}.\n\n",
                   map_, made.toewijzingen, made.declaraties, voorbeeld_vraag_.zaad)
            << fmt::format("Controleer  zorgkader iwmo controleer {}\n", map_);
  return finish({});
}

}  // namespace zorgkader
