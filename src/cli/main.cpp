// The command line: argv to use cases, results to standard output, findings to standard error.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <regex>

#include "app/bereken.hpp"
#include "app/controleer.hpp"
#include "app/dekking.hpp"
#include "app/herleid.hpp"
#include "app/nieuw.hpp"
#include "app/voorbeeld.hpp"
#include "cli/aanbiederkeuze.hpp"
#include "cli/bundel.hpp"
#include "cli/declaraties.hpp"
#include "cli/demo.hpp"
#include "cli/dossier.hpp"
#include "cli/feitrijen.hpp"
#include "cli/inzage.hpp"
#include "cli/iwmo.hpp"
#include "cli/logboek.hpp"
#include "cli/opdrachtkeuzes.hpp"
#include "cli/rapport.hpp"
#include "cli/uitvoer.hpp"
#include "cli/vergelijken.hpp"
#include "rapport/bevindingen.hpp"
#include "rapport/dekking.hpp"
#include "rapport/herleiding.hpp"

namespace zorgkader {
namespace {

/// Everything the options can say; each command uses its part.
struct Keuzes {
  std::string regeling, naam, vorm = "tabel", naar, map;
  std::vector<std::string> sleutels, alleen;
  Opdrachtkeuzes opdracht;
  std::size_t termen = 50, rijen = 200;
  bool opnieuw = false, dekking = false;
};

Opdrachtgegevens gegevens(const Keuzes& o) {
  return gegevens_van(o.regeling, o.opdracht);
}

int run_dekking(const Keuzes& o) {
  const DekkingAntwoord answer = dekking(gegevens(o));
  if (!answer.dekking.bepalingen.empty()) {
    if (o.vorm == "json")
      write_dekking_json(answer.dekking, std::cout);
    else
      write_dekking(answer.dekking, std::cout, colour(STDOUT_FILENO));
    std::cout.flush();
  }
  return finish(answer.bevindingen);
}

int run_controleer(const Keuzes& o) {
  if (o.dekking) return run_dekking(o);
  const Bevindingen found = controleer(gegevens(o));
  if (o.vorm == "json") {
    std::cout << bevindingen_json(found) << '\n';
    return has_errors(found) ? kBevindingen : kGoed;
  }
  if (found.empty()) fmt::print(stderr, "{}: geen bevindingen.\n", o.regeling);
  return finish(found);
}

int run_bereken(const Keuzes& o) {
  BerekenAntwoord answer = bereken(gegevens(o), o.alleen);
  const bool unknown = std::any_of(answer.bevindingen.begin(), answer.bevindingen.end(),
                                   [](const Bevinding& b) { return b.plaats.bestand == "--alleen"; });
  if (!answer.berekening.uitkomsten.empty() && !unknown) {
    const Bevindingen failed = show(answer.berekening, {o.vorm, o.naar, o.rijen});
    answer.bevindingen.insert(answer.bevindingen.end(), failed.begin(), failed.end());
  }
  return finish(answer.bevindingen, unknown);
}

Verwijzing amount(const Keuzes& o) {
  if (o.sleutels.empty()) {
    if (auto v = parse_verwijzing(o.naam)) return *v;
    throw VerkeerdGebruik(fmt::format("`{}` is geen naam of verwijzing.", o.naam));
  }
  Verwijzing out{o.naam, {}, ""};
  for (const auto& s : o.sleutels) {
    const Zet z = parse_zet(s);
    out.sleutels.emplace_back(z.naam, z.waarde);
  }
  return out;
}

int run_herleid(const Keuzes& o) {
  const HerleidAntwoord answer = herleid({gegevens(o), amount(o), o.termen, o.opnieuw});
  if (!answer.herleiding.stappen.empty()) {
    if (o.vorm == "json")
      write_herleiding_json(answer.herleiding, std::cout);
    else
      write_herleiding(answer.herleiding, std::cout, colour(STDOUT_FILENO));
    if (o.opnieuw && !has_errors(answer.bevindingen))
      fmt::print(stderr, "Herberekend uit de bestanden: alle {} stappen zijn gelijk.\n",
                 answer.herleiding.stappen.size());
  }
  return finish(answer.bevindingen);
}

/// A path as an argument of a command line.
std::string as_word(const std::string& path) {
  return path.find(' ') == std::string::npos ? path : "\"" + path + "\"";
}

int run_nieuw(const Keuzes& o) {
  const NieuwAntwoord made = maak_nieuw(o.map);
  if (has_errors(made.bevindingen)) return finish(made.bevindingen);
  std::cout << fmt::format("Gemaakt in {}:\n", o.map);
  for (const std::string& file : made.bestanden) std::cout << "  " << file << '\n';
  const std::string document = as_word(made.regeling), facts = as_word(made.feiten);
  std::cout << fmt::format("\nControleer  zorgkader controleer {}\n", document)
            << fmt::format("Bereken     zorgkader bereken {} --feiten {}\n", document, facts)
            << fmt::format("En daarna   {}\n", made.leesmij);
  return finish(made.bevindingen);
}

void common(CLI::App* c, Keuzes& o) {
  c->set_help_flag("-h,--help", "toon deze hulp")->group("Opties");
  c->add_option("regeling", o.regeling, "het document van de regeling (Markdown)")->required()->type_name("REGELING");
  add_feiten(*c, o.opdracht);
  add_scenario(*c, o.opdracht);
  add_peildatum(*c, o.opdracht);
}

/// What is wrong with the words of a call.
std::string in_dutch(const CLI::App& app, const CLI::Error& e) {
  const std::string text = e.what();
  const std::string first = text.substr(0, text.find_first_of(" :"));
  const std::string after = text.find(": ") == std::string::npos ? text : text.substr(text.find(": ") + 2);
  const bool command = app.get_parent() == nullptr && app.get_subcommands().empty();
  if (command && !app.remaining().empty()) return fmt::format("`{}` is geen opdracht.", app.remaining()[0]);
  if (command || first == "A") return "Geef een opdracht.";
  if (dynamic_cast<const CLI::ExtrasError*>(&e) != nullptr) return "Dit wordt niet begrepen: " + after;
  if (dynamic_cast<const CLI::RequiredError*>(&e) != nullptr) return "Dit ontbreekt: " + first;
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&e) != nullptr) return "Hier hoort een waarde bij: " + first;
  if (dynamic_cast<const CLI::ValidationError*>(&e) != nullptr) {
    static const std::regex range(R"(Value (.*) not in range \[?(\S+) (?:-|to) ([^\]\s]+)\]?)");
    if (std::smatch m; std::regex_search(after, m, range))
      return fmt::format("Deze waarde kan niet: {} {}; kies {} tot en met {}", first, m.str(1), m.str(2), m.str(3));
    const auto in = after.find(" not in ");
    return fmt::format("Deze waarde kan niet: {} {}", first,
                       in == std::string::npos ? after : after.substr(0, in) + "; kies uit " + after.substr(in + 8));
  }
  for (const auto& [english, dutch] :
       {std::pair{" excludes ", "{} en {} gaan niet samen."}, {" requires ", "Bij {} hoort {}."}}) {
    if (const auto at = text.find(english); at != std::string::npos)
      return fmt::format(fmt::runtime(dutch), text.substr(0, at), text.substr(at + std::string_view(english).size()));
  }
  if (dynamic_cast<const CLI::ConversionError*>(&e) != nullptr) return "Dit is geen getal: " + after;
  return text;
}

/// CLI11 speaks English; users of this program read Dutch.
void speak_dutch(CLI::App& app) {
  const auto format = app.get_formatter();
  for (const auto& [english, dutch] : {std::pair{"Usage", "Gebruik"},
                                       {"OPTIONS", "opties"},
                                       {"Options", "Opties"},
                                       {"Positionals", "Wat het leest"},
                                       {"SUBCOMMAND", "opdracht"},
                                       {"SUBCOMMANDS", "opdrachten"},
                                       {"Subcommand", "Opdracht"},
                                       {"Subcommands", "Opdrachten"},
                                       {"REQUIRED", "(verplicht)"},
                                       {"Needs", "hoort bij"},
                                       {"Excludes", "niet samen met"},
                                       {"TEXT", "TEKST"},
                                       {"UINT", "GETAL"}}) {
    format->label(english, dutch);
  }
  format->column_width(36);
  app.failure_message([](const CLI::App* a, const CLI::Error& e) {
    return fmt::format("zorgkader: {}\nZie `zorgkader --help`, of `zorgkader OPDRACHT --help`.\n", in_dutch(*a, e));
  });
}

/// `--als`, with the first of these names as what it is without.
void shape(CLI::App* c, Keuzes& o, const std::vector<std::string>& names) {
  o.vorm = names[0];
  c->add_option("--als", o.vorm, "vorm van de uitvoer")
      ->check(CLI::IsMember(names).description(""))
      ->type_name(fmt::format("{}", fmt::join(names, "|")));
}

CLI::App* add_nieuw(CLI::App& app, Keuzes& o) {
  auto* c = app.add_subcommand("nieuw", "maak een map met een regeling om mee te beginnen")->group("Opdrachten");
  c->set_help_flag("-h,--help", "toon deze hulp")->group("Opties");
  c->add_option("map", o.map, "een map die nog niet bestaat, of leeg is")->required()->type_name("MAP");
  return c;
}

/// The exit status of the one command that was chosen.
template <typename... Opdrachten>
std::optional<int> first_status(const Opdrachten&... all) {
  std::optional<int> out;
  static_cast<void>(((out = all.run()) || ...));
  return out;
}

int run(int argc, char** argv) {
  CLI::App app{"Zorgkader: regelingen voor Wmo-begeleiding, leesbaar en uitvoerbaar", "zorgkader"};
  speak_dutch(app);
  app.option_defaults()->group("Opties");
  app.set_version_flag("--version", ZORGKADER_VERSIE, "toon de versie");
  app.set_help_flag("-h,--help", "toon deze hulp")->group("Opties");
  app.require_subcommand(1);
  Keuzes o;
  auto* check = app.add_subcommand("controleer", "lees en controleer een regeling")->group("Opdrachten");
  common(check, o);
  check->add_flag("--dekking", o.dekking, "toon van elke bepaling of zij geautomatiseerd is, en wat zij doet");
  shape(check, o, {"tekst", "json"});

  auto* compute = app.add_subcommand("bereken", "bereken een regeling op feiten")->group("Opdrachten");
  common(compute, o);
  compute->add_option("--alleen", o.alleen, "alleen deze grootheden")->delimiter(',')->type_name("NAAM,..");
  compute->add_option("--naar", o.naar, "schrijf naar dit bestand")->type_name("BESTAND");
  compute->add_option("--rijen", o.rijen, "meeste rijen per tabel op het scherm; 0 is alle");
  shape(compute, o, {"tabel", "csv", "json", "xlsx"});

  auto* why = app.add_subcommand("herleid", "waarom dit bedrag: stap voor stap, met de bron van elke stap")
                  ->group("Opdrachten");
  common(why, o);
  why->add_option("naam", o.naam, "de grootheid, of een verwijzing uit de JSON-uitvoer")->required()->type_name("NAAM");
  why->add_option("sleutels", o.sleutels, "de cel: gemeente=... dienst=...")->type_name("SLEUTEL=WAARDE..");
  why->add_option("--termen", o.termen, "meeste termen van een som; 0 is alle");
  why->add_flag("--controleer", o.opnieuw, "herbereken uit de bestanden en vergelijk elke stap");
  shape(why, o, {"tekst", "json"});

  const Demoopdracht demo(app);
  auto* fresh = add_nieuw(app, o);
  o.vorm = "tabel";
  const Vergelijkopdrachten comparing(app);
  const Berichtopdrachten messages(app);
  const Dossieropdrachten dossier(app);
  const Declaratieopdracht declaraties(app);
  const Inzageopdracht inzage(app);
  const Keuzeopdracht keuze(app);
  const Logboekopdrachten log(app);
  const Feitrijopdracht rows(app);
  const Rapportopdracht reports(app);
  const Bundelopdracht bundle(app);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? kGoed : kVerkeerdGebruik;
  }
  if (*check) return run_controleer(o);
  if (*compute) return run_bereken(o);
  if (*why) return run_herleid(o);
  if (*fresh) return run_nieuw(o);
  return first_status(comparing, messages, dossier, declaraties, inzage, keuze, log, rows, reports, bundle, demo)
      .value_or(kVerkeerdGebruik);
}

}  // namespace
}  // namespace zorgkader

int main(int argc, char** argv) {
  try {
    return zorgkader::run(argc, argv);
  } catch (const zorgkader::VerkeerdGebruik& e) {
    fmt::print(stderr, "zorgkader: {}\n", e.what());
    return zorgkader::kVerkeerdGebruik;
  } catch (const zorgkader::dossier::OpslagFout& e) {
    fmt::print(stderr, "fout: {}\n", e.what());
    return zorgkader::kBevindingen;
  } catch (const std::exception& e) {
    fmt::print(stderr, "zorgkader: interne fout: {}\n", e.what());
    return zorgkader::kInterneFout;
  }
}
