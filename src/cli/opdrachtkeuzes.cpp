// Words of a call to what an arrangement is loaded with.
#include "cli/opdrachtkeuzes.hpp"

#include <fmt/format.h>

#include "cli/uitvoer.hpp"

namespace zorgkader {
namespace {

/// `laag: taakstelling=5%; index=3%`
Scenario parse_scenario(const std::string& text) {
  const auto colon = text.find(':');
  if (colon == std::string::npos || colon == 0)
    throw VerkeerdGebruik(fmt::format("`{}` is geen NAAM:PARAMETER=WAARDE;...", text));
  Scenario out{text.substr(0, colon), {}};
  for (std::string rest = text.substr(colon + 1); !rest.empty();) {
    const auto end = rest.find(';');
    std::string one = rest.substr(0, end);
    one.erase(0, one.find_first_not_of(' '));
    out.zetten.push_back(parse_zet(one));
    rest = end == std::string::npos ? "" : rest.substr(end + 1);
  }
  return out;
}

}  // namespace

void add_feiten(CLI::App& command, Opdrachtkeuzes& o) {
  command.add_option("--feiten", o.feiten, "map met feiten (CSV, XLSX), of een bestand")->type_name("MAP");
  auto* dossier =
      command.add_option("--dossier", o.dossier.dossier, "het dossier waar de feiten uit komen")->type_name("BESTAND");
  dossier->excludes("--feiten");
  command.add_option("--sleutel", o.dossier.sleutel, "de sleutel van het dossier; anders die ernaast ligt")
      ->needs(dossier)
      ->type_name("BESTAND");
  command.add_option("--bekend-op", o.bekend_op, "naar wat aan het eind van deze dag in het dossier stond")
      ->needs(dossier)
      ->type_name("DATUM");
  command.add_option("--zet", o.zet, "zet een parameter voor deze keer; mag vaker")->type_name("NAAM=WAARDE");
}

void add_peildatum(CLI::App& command, Opdrachtkeuzes& o) {
  command.add_option("--peildatum", o.peildatum, "wat op deze dag van kracht is")->type_name("DATUM");
}

void add_scenario(CLI::App& command, Opdrachtkeuzes& o) {
  command.add_option("--scenario", o.scenario, "reken ook een scenario door; mag vaker")
      ->type_name("NAAM:PARAMETER=WAARDE;..");
}

Opdrachtgegevens gegevens_van(const std::string& regeling, const Opdrachtkeuzes& o) {
  Opdrachtgegevens out;
  out.regeling = regeling;
  if (!o.feiten.empty()) out.feiten = o.feiten;
  if (!o.dossier.dossier.empty()) out.dossier = o.dossier;
  out.bekend_op = parse_peildatum(o.bekend_op);
  out.zetten = parse_zetten(o.zet);
  for (const auto& s : o.scenario) out.scenarios.push_back(parse_scenario(s));
  out.peildatum = parse_peildatum(o.peildatum);
  return out;
}

}  // namespace zorgkader
