// Options of the commands on a dossier, and running them.
#include "cli/dossier.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "app/verifieer.hpp"
#include "app/werklijst.hpp"
#include "cli/berichtuitvoer.hpp"
#include "cli/bundel.hpp"
#include "cli/declaraties.hpp"
#include "rapport/bevindingen.hpp"
#include "rapport/lijst.hpp"
#include "values/naam.hpp"

namespace zorgkader {

CLI::App* add_command(CLI::App& app, const char* name, const char* what) {
  auto* out = app.add_subcommand(name, what)->group("Opdrachten");
  out->set_help_flag("-h,--help", "toon deze hulp")->group("Opties");
  return out;
}

void add_dossier(CLI::App& command, Dossierpad& pad) {
  command.add_option("--dossier", pad.dossier, "het dossier")->required()->type_name("BESTAND");
  command.add_option("--sleutel", pad.sleutel, "de sleutel; anders die naast het dossier ligt")->type_name("BESTAND");
}

Dossieropdrachten::Dossieropdrachten(CLI::App& app) {
  const auto command = [&](const char* name, const char* what) {
    auto* out = add_command(app, name, what);
    add_dossier(*out, vraag_.dossier);
    return out;
  };
  importeer_ = command("importeer", "neem berichten en tabellen op in een dossier, en maak de antwoorden");
  importeer_
      ->add_option("bestanden", vraag_.paden,
                   "berichten, registers en feiten (CSV, XLSX), mappen, of ZIP-archieven met berichten")
      ->required()
      ->type_name("BESTAND|MAP");
  importeer_->add_option("--naar", vraag_.naar, "leg de antwoorden in deze map klaar")->type_name("MAP");
  importeer_->add_option("--lijsten", vraag_.lijsten, "producten.csv en gemeenten.csv (niveau 4); anders de registers")
      ->type_name("MAP");
  importeer_->add_option("--nu", nu_, "de dag van ontvangst; anders vandaag")->type_name("DATUM");
  importeer_
      ->add_option("--bewijs", bewijs_, "schrijf een ontvangstbewijs, waarmee een ander deze invoer over kan doen")
      ->type_name("BESTAND");
  importeer_->add_flag("--alles", alles_, "noem ook wat zonder bevindingen is vastgelegd");

  werklijst_ = command("werklijst", "wat er moet komen, van wie en wanneer");
  werklijst_->add_option("--nu", nu_, "tel de dagen vanaf deze dag; anders vandaag")->type_name("DATUM");
  werklijst_->add_option("--bekend-op", bekend_op_, "naar wat aan het eind van deze dag bekend was")
      ->type_name("DATUM");
  werklijst_
      ->add_option("--regeling", regelingen_,
                   "ook de termijnen van deze regeling, en wat zij eist en er niet is; mag vaker")
      ->type_name("BESTAND");
  werklijst_->add_option("--wie", wie_, "alleen wat de gemeente, of de aanbieder, moet doen")
      ->check(CLI::IsMember({"gemeente", "aanbieder"}).description(""))
      ->type_name("gemeente|aanbieder");
  werklijst_->add_option("--gemeente", gemeente_, "alleen van deze gemeente (code of naam)")->type_name("GEMEENTE");
  werklijst_->add_flag("--alles", alles_, "noem ook de termijnen waar niets meer voor hoeft te gebeuren");
  werklijst_->add_option("--als", lijstvorm_, "vorm van de uitvoer")
      ->check(CLI::IsMember({"tabel", "csv", "json"}).description(""))
      ->type_name("tabel|csv|json");

  add_verifieer(app);
  reservekopie_ = command("reservekopie", "een hele kopie, ook terwijl er geschreven wordt");
  reservekopie_->add_option("bestand", kopie_, "waar de kopie komt")->required()->type_name("BESTAND");
}

void Dossieropdrachten::add_verifieer(CLI::App& app) {
  verifieer_ = add_command(app, "verifieer", "is een dossier heel, en volgt alles uit het logboek; of een bundel");
  add_dossier(*verifieer_, vraag_.dossier);
  verifieer_->get_option("--dossier")->required(false);
  verifieer_->add_option("--bundel", bundel_, "een map die `zorgkader bundel` maakte")
      ->excludes(verifieer_->get_option("--dossier"))
      ->type_name("MAP");
  auto* receipt = verifieer_->add_option("--bewijs", bewijs_, "is wat dit ontvangstbewijs noemt nog zoals toen")
                      ->needs(verifieer_->get_option("--dossier"))
                      ->type_name("BESTAND");
  verifieer_
      ->add_option("--over", vraag_.paden,
                   "neem wat toen werd aangeleverd nog eens op, in een kopie: komt er hetzelfde uit")
      ->needs(receipt)
      ->type_name("BESTAND|MAP");
  verifieer_
      ->add_option("--afdruk", afdrukken_,
                   "staat deze afdruk, die u eerder noteerde, nog in de keten; het begin volstaat; mag vaker")
      ->type_name("GEMEENTE=AFDRUK");
  verifieer_->add_flag("--herstel", herstel_,
                       "maak een momentopname die niet klopt opnieuw; het logboek blijft zoals het is");
  verifieer_->add_option("--als", vorm_, "vorm van de uitvoer")
      ->check(CLI::IsMember({"tekst", "json"}).description(""))
      ->type_name("tekst|json");
}

std::optional<int> Dossieropdrachten::run() const {
  if (*importeer_) return run_importeer();
  if (*werklijst_) return run_werklijst();
  if (*verifieer_) return run_verifieer();
  if (*reservekopie_) return run_reservekopie();
  return std::nullopt;
}

std::string account() {
  const char* name = std::getenv("USER");
  return name == nullptr || *name == '\0' ? "opdrachtregel" : name;
}

Moment present_moment() {
  return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

Moment moment_to_record(const std::string& dag) {
  const Moment out = moment_of(dag);
  if (dag_van(out) > dag_van(present_moment()))
    throw VerkeerdGebruik("--nu ligt na vandaag. Wat wordt vastgelegd krijgt dat moment, en alles daarna ook.");
  return out;
}

Moment moment_of(const std::string& dag) {
  if (const auto day = parse_peildatum(dag)) return Moment(*day) + std::chrono::hours(12);
  return present_moment();
}

namespace {

/// What is left for the providers that declared.
void write_rooms(const std::map<std::tuple<std::string, std::string, int>, Ruimte>& rooms) {
  if (rooms.empty()) return;
  std::vector<Ruimte> all;
  for (const auto& [key, room] : rooms) all.push_back(room);
  std::cout << "\nBestedingsruimte na deze declaraties\n";
  write_tabel(lijst_van(all), std::cout, colour(STDOUT_FILENO));
}

/// A table in a line, and what was refused of it below that.
void write_table(const Tabeluitslag& table, std::ostream& out, bool kleur) {
  const std::string sheet = table.blad.empty() ? "" : fmt::format(" [{}]", table.blad);
  if (table.wat == "feiten")
    out << fmt::format("{}: feiten{}\n", table.bestand, table.nieuw > 0 ? "" : table.gelijk > 0 ? ", was er al" : "");
  else if (!table.wat.empty())
    out << fmt::format("{}{}: register {}: {} nieuw of anders, {} was er al, {} geweigerd\n", table.bestand, sheet,
                       table.wat, table.nieuw, table.gelijk, table.geweigerd);
  if (!table.bevindingen.empty()) write_bevindingen(out, table.bevindingen, kleur);
}

}  // namespace

int Dossieropdrachten::run_importeer() const {
  Importvraag vraag = vraag_;
  vraag.nu = moment_to_record(nu_);
  vraag.door = account();
  vraag.threads = std::max(1U, std::thread::hardware_concurrency());
  const bool had_key = std::filesystem::exists(vraag.dossier.sleutelpad());
  std::map<Importuitslag, std::size_t> count;
  std::size_t with_findings = 0, deviating = 0, answers = 0;
  bool bad_tables = false;
  std::map<std::tuple<std::string, std::string, int>, Ruimte> rooms;
  Voortgangsregel progress;
  const auto told = [&](const Importregel& line) {
    if (line.tabel) {
      bad_tables = bad_tables || !line.tabel->bevindingen.empty();
      return progress.around([&] { write_table(*line.tabel, std::cout, colour(STDOUT_FILENO)); });
    }
    ++count[line.uitslag];
    with_findings += line.verdict.goed() ? 0 : 1;
    deviating += line.afwijkingen.empty() ? 0 : 1;
    answers += line.antwoord.empty() ? 0 : 1;
    for (const Ruimte& r : line.ruimtes) rooms[{r.gemeente, r.contract, r.jaar}] = r;
    if (line.verdict.goed() && line.afwijkingen.empty() && !alles_) return;
    progress.around([&] {
      write_verdict(line.verdict, std::cout, colour(STDOUT_FILENO));
      write_afwijkingen(line.afwijkingen, std::cout, colour(STDOUT_FILENO));
      std::cout << fmt::format("  {}{}\n", uitslag_naam(line.uitslag),
                               line.antwoord.empty() ? "" : "; antwoord " + line.antwoord);
    });
  };
  const auto moved = [&](const Voortgang& at) { progress.show(at); };
  std::optional<Ontvangstbewijs> receipt;
  if (bewijs_.empty())
    importeer(vraag, told, moved);
  else
    receipt = importeer_met_bewijs(vraag, ZORGKADER_VERSIE, told, moved);
  progress.clear();
  const auto of = [&](Importuitslag u) { return count[u]; };
  if (!count.empty())
    std::cout << fmt::format(
        "berichten: {} vastgelegd, {} geweigerd, {} was er al, {} overgeslagen; {} met bevindingen\n",
        of(Importuitslag::vastgelegd), of(Importuitslag::geweigerd), of(Importuitslag::bekend),
        of(Importuitslag::overgeslagen), with_findings);
  if (deviating > 0)
    std::cout << fmt::format("toewijzingen anders dan het contract: {}; zij tellen wel mee\n", deviating);
  if (answers > 0) std::cout << fmt::format("{} antwoorden in {}\n", answers, vraag.naar);
  write_rooms(rooms);
  if (!had_key && std::filesystem::exists(vraag.dossier.sleutelpad()))
    std::cout << fmt::format(
        "Het dossier is nieuw. Zijn sleutel is {}: zonder haar is het niet te lezen; bewaar elders "
        "een kopie.\n",
        vraag.dossier.sleutelpad());
  const int written = finish(
      receipt ? write_to(bewijs_, [&](std::ostream& out) { write_ontvangstbewijs(*receipt, out); }) : Bevindingen{});
  return written != kGoed ? written : with_findings == 0 && !bad_tables ? kGoed : kBevindingen;
}

namespace {

/// `0935=a23ffbdd..`: a few characters would fit by chance.
std::vector<Genoteerd> parse_afdrukken(const std::vector<std::string>& texts) {
  constexpr std::size_t kFewest = 8;
  std::vector<Genoteerd> out;
  for (const std::string& text : texts) {
    const std::size_t at = text.find('=');
    Genoteerd made{text.substr(0, at), at == std::string::npos ? "" : lower(text.substr(at + 1))};
    if (made.afdruk.size() < kFewest || made.afdruk.find_first_not_of("0123456789abcdef") != std::string::npos)
      throw VerkeerdGebruik(fmt::format(
          "`{}` is geen afdruk: schrijf CODE=AFDRUK, zoals 0935=a23ffbdd; ten minste {} tekens.", text, kFewest));
    out.push_back(std::move(made));
  }
  return out;
}

Lijst list_of(const std::vector<Werkregel>& rows) {
  Lijst out{{{"uiterlijk", false},
             {"werkdagen_over", true},
             {"wie", false},
             {"wat", false},
             {"over", false},
             {"identificatie", false},
             {"ontvangen", false},
             {"aanbieder", false},
             {"gemeente", false},
             {"regel", false},
             {"stand", false},
             {"dagen_over", true},
             {"streven", false},
             {"regeling", false},
             {"bron", false}},
            {}};
  for (const Werkregel& row : rows) {
    const bool has_day = !row.uiterlijk.empty();
    out.rijen.push_back({row.uiterlijk, has_day ? std::to_string(row.werkdagen) : "", row.wie, row.wat, row.bericht,
                         row.identificatie, row.ontvangen, row.aanbieder, row.gemeente, row.bepaling,
                         std::string(werkstand_naam(row.stand)), has_day ? std::to_string(row.dagen) : "", row.streven,
                         row.regeling, row.bron});
  }
  return out;
}

/// `12 regels: 3 te laat, 9 op tijd`
std::string summary(const std::vector<Werkregel>& rows) {
  std::map<Werkstand, std::size_t> count;
  for (const Werkregel& row : rows) ++count[row.stand];
  std::string parts;
  for (const auto& [state, number] : count)
    parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", number, werkstand_naam(state));
  return fmt::format("\n{} {}: {}\n", rows.size(), rows.size() == 1 ? "regel" : "regels", parts);
}

}  // namespace

int Dossieropdrachten::run_werklijst() const {
  const Werklijst work =
      maak_werklijst({vraag_.dossier, day(), parse_peildatum(bekend_op_), regelingen_, alles_, wie_, gemeente_});
  Lijst list = list_of(work.regels);
  const bool late = std::any_of(work.regels.begin(), work.regels.end(), [&](const Werkregel& row) {
    return !row.uiterlijk.empty() && row.uiterlijk < format_datum(day()) && !is_af(row.stand);
  });
  if (lijstvorm_ == "tabel") drop_empty(list);
  if (work.regels.empty() && lijstvorm_ == "tabel")
    std::cout << "Er staat niets open.\n";
  else
    write_lijst(list, lijstvorm_, std::cout, colour(STDOUT_FILENO));
  if (lijstvorm_ == "tabel" && !work.regels.empty()) std::cout << summary(work.regels);
  const int written = finish(work.bevindingen);
  return written != kGoed ? written : late ? kBevindingen : kGoed;
}

/// What a receipt names, in the dossier that is there now.
std::vector<std::string> Dossieropdrachten::check_bewijs(std::vector<Genoteerd>& genoteerd) const {
  const auto receipt = read_bewijs(bewijs_);
  if (!receipt) return {receipt.errors()[0].wat};
  for (const auto* logs : {&receipt->voor, &receipt->na}) {
    for (const Logstand& l : *logs) {
      if (l.nummer > 0) genoteerd.push_back({l.log, l.afdruk});
    }
  }
  if (vraag_.paden.empty()) return {};
  std::vector<std::string> out =
      doe_over({vraag_.dossier, *receipt, vraag_.paden, std::max(1U, std::thread::hardware_concurrency())});
  if (out.empty())
    std::cout << fmt::format("Overgedaan: {} bestanden geven dezelfde logboeken als op {}.\n",
                             receipt->bestanden.size(), format_moment_nl(receipt->moment));
  return out;
}

int Dossieropdrachten::run_verifieer() const {
  if (!bundel_.empty()) return run_bundelcontrole(bundel_);
  if (vraag_.dossier.dossier.empty()) throw VerkeerdGebruik("Noem een --dossier of een --bundel.");
  Lijst list{{{"gemeente", false},
              {"gebeurtenissen", true},
              {"berichten", true},
              {"geweigerd", true},
              {"nagerekend", true},
              {"laatste_moment", false},
              {"afdruk", false},
              {"uitslag", false}},
             {}};
  std::vector<Genoteerd> noted = parse_afdrukken(afdrukken_);
  std::vector<std::string> inside;
  if (!bewijs_.empty()) inside = check_bewijs(noted);
  const auto take = [&](const Logboekverdict& v) {
    list.rijen.push_back({v.gemeente, std::to_string(v.gebeurtenissen), std::to_string(v.berichten),
                          std::to_string(v.geweigerd), std::to_string(v.nagerekend), v.laatste_moment, v.afdruk,
                          !v.fouten.empty() ? "fout"
                          : v.hersteld      ? "hersteld"
                                            : "heel"});
    for (const std::string& fault : v.fouten) inside.push_back(fmt::format("{}: {}", v.gemeente, fault));
  };
  std::vector<std::string> faults = verifieer({vraag_.dossier, noted, herstel_}, take);
  faults.insert(faults.end(), inside.begin(), inside.end());
  if (vorm_ == "json") {
    write_json(list, std::cout);
  } else {
    if (!list.rijen.empty()) write_tabel(list, std::cout, colour(STDOUT_FILENO));
    std::cout << (list.rijen.empty() ? "Het dossier is leeg.\n" : "");
  }
  for (const std::string& fault : faults) fmt::print(stderr, "fout: {}\n", fault);
  const int written = finish({});
  return written != kGoed || faults.empty() ? written : kBevindingen;
}

int Dossieropdrachten::run_reservekopie() const {
  if (const auto fault = maak_reservekopie(vraag_.dossier, kopie_)) {
    fmt::print(stderr, "fout: {}\n", *fault);
    return kBevindingen;
  }
  std::cout << fmt::format(
      "De kopie staat in {} en is heel. De sleutel {} is niet meegekopieerd: bewaar haar elders.\n", kopie_,
      vraag_.dossier.sleutelpad());
  return finish({});
}

}  // namespace zorgkader
