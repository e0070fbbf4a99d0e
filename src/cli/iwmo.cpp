// Options of the commands on messages, verdicts as text or as lines of JSON.
#include "cli/iwmo.hpp"

#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "app/berichtcontrole.hpp"
#include "rapport/kleur.hpp"
#include "rapport/tekens.hpp"

namespace zorgkader {
namespace {

CLI::App* command(CLI::App* group, const char* name, const char* what) {
  auto* out = group->add_subcommand(name, what)->group("Opdrachten");
  out->set_help_flag("-h,--help", "toon deze hulp")->group("Opties");
  return out;
}

/// The day of the call: the one place where messages meet the clock.
Datum today() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

void write_verdict(const Berichtverdict& verdict, bool kleur) {
  const std::string name = to_printable(verdict.bestand);
  const std::string kind = verdict.bericht.empty() ? "" : " " + verdict.bericht;
  if (verdict.goed()) {
    std::cout << fmt::format("{}:{} {}\n", name, kind, paint("goed", kleuren::kGroen, kleur));
    return;
  }
  const std::size_t count = verdict.bevindingen.size() + verdict.niet_getoond;
  const std::string total = count == 1 ? "1 bevinding" : fmt::format("{} bevindingen", count);
  std::cout << fmt::format("{}:{} {}\n", name, kind, paint(total, kleuren::kRood, kleur));
  for (const auto& found : verdict.bevindingen) {
    const std::string line = found.regel > 0 ? fmt::format("regel {}: ", found.regel) : "";
    std::cout << fmt::format("  {}{} {}\n", line, paint(found.code, kleuren::kVet, kleur), to_printable(found.tekst));
    if (!found.pad.empty()) std::cout << "    " << paint("in " + found.pad, kleuren::kMat, kleur) << '\n';
    if (found.niveau > 1 && !found.bepaling.empty())
      std::cout << "    " << paint("regel: " + found.bepaling, kleuren::kMat, kleur) << '\n';
    if (!found.herstel.empty()) std::cout << "    herstel: " << to_printable(found.herstel) << '\n';
  }
  if (verdict.niet_getoond > 0) std::cout << fmt::format("  en nog {} die niet getoond worden\n", verdict.niet_getoond);
}

/// A line on the terminal that is written over; nothing when standard error is no terminal, or the run is short.
class Voortgangsregel {
 public:
  void show(const Voortgang& at) {
    if (isatty(STDERR_FILENO) == 0 || at.totaal < 20) return;
    const auto now = std::chrono::steady_clock::now();
    if (at.gedaan < at.totaal && now - last_ < std::chrono::milliseconds(100)) return;
    last_ = now;
    fmt::print(stderr, "\r{} van {} bestanden, {} van {} MB\x1b[K{}", at.gedaan, at.totaal, at.bytes / 1'000'000,
               at.totaal_bytes / 1'000'000, at.gedaan == at.totaal ? "\r\x1b[K" : "");
    std::fflush(stderr);
  }
  void clear() const {
    if (last_ != std::chrono::steady_clock::time_point()) fmt::print(stderr, "\r\x1b[K");
  }

 private:
  std::chrono::steady_clock::time_point last_;
};

}  // namespace

Berichtopdrachten::Berichtopdrachten(CLI::App& app) {
  iwmo_ = app.add_subcommand("iwmo", "berichten van iWmo controleren")->group("Opdrachten");
  iwmo_->set_help_flag("-h,--help", "toon deze hulp")->group("Opties");
  iwmo_->require_subcommand(1);
  controleer_ = command(iwmo_, "controleer", "toets berichten aan de standaard en noem alles wat er niet klopt");
  controleer_->add_option("bestanden", bestanden_, "berichten, mappen met berichten, of ZIP-archieven")
      ->required()
      ->type_name("BESTAND");
  controleer_->add_option("--xsd", xsd_, "toets ook aan de officiele schema's in deze map")->type_name("MAP");
  controleer_->add_option("--nu", nu_, "de dag waarop getoetst wordt; anders vandaag")->type_name("DATUM");
  controleer_->add_option("--als", vorm_, "vorm van de uitvoer; json is een regel per bericht")
      ->check(CLI::IsMember({"tekst", "json"}).description(""))
      ->type_name("tekst|json");
}

std::optional<int> Berichtopdrachten::run() const {
  if (*controleer_) return run_controleer();
  return std::nullopt;
}

int Berichtopdrachten::run_controleer() const {
  if (!xsd_.empty() && !std::filesystem::is_directory(xsd_))
    throw VerkeerdGebruik(fmt::format("De map {} bestaat niet.", xsd_));
  const Berichtvraag vraag{bestanden_, xsd_, parse_peildatum(nu_).value_or(today()),
                           std::max(1U, std::thread::hardware_concurrency())};
  std::size_t good = 0, wrong = 0, findings = 0;
  Voortgangsregel progress;
  controleer_berichten(
      vraag,
      [&](const Berichtverdict& verdict) {
        ++(verdict.goed() ? good : wrong);
        findings += verdict.bevindingen.size() + verdict.niet_getoond;
        progress.clear();
        if (vorm_ == "json")
          std::cout << to_json(verdict) << '\n';
        else
          write_verdict(verdict, colour(STDOUT_FILENO));
      },
      [&](const Voortgang& at) { progress.show(at); });
  if (vorm_ != "json" && good + wrong > 1)
    std::cout << fmt::format("{} berichten: {} goed, {} niet ({} bevindingen)\n", good + wrong, good, wrong, findings);
  const int status = finish({});
  return status != kGoed || wrong == 0 ? status : kBevindingen;
}

}  // namespace zorgkader
