// Reports: words of a call to a report, and its form.
#include "cli/rapport.hpp"

#include "cli/dossier.hpp"

namespace zorgkader {

void add_rapportvorm(CLI::App& command, Uitvoer& uitvoer) {
  command.add_option("--als", uitvoer.vorm, "vorm van de uitvoer")
      ->check(CLI::IsMember({"tabel", "csv", "json", "xlsx", "html"}).description(""))
      ->type_name("tabel|csv|json|xlsx|html");
  command.add_option("--naar", uitvoer.naar, "schrijf naar dit bestand")->type_name("BESTAND");
  command.add_option("--rijen", uitvoer.rijen, "meeste rijen per tabel op het scherm; 0 is alle");
}

CLI::App* add_rapport(CLI::App& rapport, const char* name, const char* what, Rapportkeuzes& keuzes) {
  auto* out = add_command(rapport, name, what);
  add_dossier(*out, keuzes.dossier);
  out->add_option("--bekend-op", keuzes.bekend_op, "naar wat aan het eind van deze dag bekend was")->type_name("DATUM");
  out->add_option("--nu", keuzes.nu, "tel de dagen vanaf deze dag; anders vandaag")->type_name("DATUM");
  add_rapportvorm(*out, keuzes.uitvoer);
  return out;
}

int show_rapport(const Rapport& rapport, Bevindingen found, const Uitvoer& uitvoer) {
  const Bevindingen failed = show(rapport, uitvoer);
  found.insert(found.end(), failed.begin(), failed.end());
  return finish(found);
}

Rapportopdracht::Rapportopdracht(CLI::App& app)
    : rapport_(add_command(app, "rapport", "een rapport over een periode")) {}

std::optional<int> Rapportopdracht::run() const {
  if (!*rapport_) return std::nullopt;
  throw VerkeerdGebruik("Noem een rapport; `zorgkader rapport --help` zegt welke er zijn.");
}

}  // namespace zorgkader
