// Setting up a case: a temporary folder with what the case says.
#include "geval/proef.hpp"

#include <unistd.h>

#include <fstream>
#include <set>

namespace gevallen {
namespace {

namespace fs = std::filesystem;
using zorgkader::Zet;

fs::path fresh_map() {
  static int number = 0;
  fs::path out =
      fs::temp_directory_path() / ("zorgkader-geval-" + std::to_string(getpid()) + "-" + std::to_string(++number));
  fs::create_directories(out);
  return out;
}

void write(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

const std::set<std::string> kWoorden = {"regeling", "basis",    "zet",      "scenario",  "peildatum",    "feit",
                                        "csv",      "opdracht", "verwacht", "bron_zegt", "waarom_anders"};

}  // namespace

Proef::Proef(const Geval& geval) : geval_(geval), map_(fresh_map()), before_(fs::current_path()) {
  fs::current_path(map_);
  set_up();
}

Proef::~Proef() {
  std::error_code ignored;
  fs::current_path(before_, ignored);
  fs::remove_all(map_, ignored);
}

void Proef::report(const Regel& regel, std::string what) {
  problemen_.push_back({geval_.bestand, regel.nummer, std::move(what)});
}

void Proef::set_up() {
  for (const Regel& r : geval_.regels) {
    if (!kWoorden.contains(r.woord)) report(r, "Het woord `" + r.woord + "` is hier niet bekend.");
  }
  const Regel* regeling = geval_.eerste("regeling");
  if (regeling == nullptr) return void(problemen_.push_back({geval_.bestand, geval_.regel, "Er is geen `regeling:`."}));
  gegevens_.regeling = document(*regeling);
  const fs::path feiten = "feiten";
  fs::create_directories(feiten);
  write_feiten(geval_, gegevens_.regeling, feiten, problemen_);
  for (const Regel* r : geval_.met("csv")) write(feiten / r->tekst, r->blok);
  if (!fs::is_empty(feiten)) gegevens_.feiten = feiten.string();
  opties();
}

std::string Proef::document(const Regel& regel) {
  if (regel.tekst != "|") return fs::exists(root() / regel.tekst) ? (root() / regel.tekst).string() : regel.tekst;
  write("regeling.md", regel.blok);
  return "regeling.md";
}

void Proef::opties() {
  for (const Regel* r : geval_.met("zet")) zet(*r);
  for (const Regel* r : geval_.met("scenario")) scenario(*r);
  const Regel* peildatum = geval_.eerste("peildatum");
  if (peildatum == nullptr) return;
  gegevens_.peildatum = zorgkader::parse_datum(peildatum->tekst);
  if (!gegevens_.peildatum) report(*peildatum, "`" + peildatum->tekst + "` is geen datum.");
}

namespace {

std::optional<std::vector<Zet>> parse_zetten(const std::string& text) {
  std::vector<Zet> out;
  for (const std::string& one : split(text, ';')) {
    const auto equals = one.find('=');
    if (equals == std::string::npos) return std::nullopt;
    out.push_back({trim(one.substr(0, equals)), trim(one.substr(equals + 1))});
  }
  return out;
}

}  // namespace

void Proef::zet(const Regel& regel) {
  const auto all = parse_zetten(regel.tekst);
  if (!all) return report(regel, "Schrijf `zet: naam=waarde; naam=waarde`.");
  gegevens_.zetten.insert(gegevens_.zetten.end(), all->begin(), all->end());
}

void Proef::scenario(const Regel& regel) {
  const auto colon = regel.tekst.find(':');
  const auto all = colon == std::string::npos ? std::nullopt : parse_zetten(regel.tekst.substr(colon + 1));
  if (!all) return report(regel, "Schrijf `scenario: naam: parameter=waarde; ...`.");
  gegevens_.scenarios.push_back({trim(regel.tekst.substr(0, colon)), *all});
}

}  // namespace gevallen
