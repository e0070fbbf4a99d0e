// A table of the dossier after another.
#include "cli/inzage.hpp"

#include <fmt/format.h>

#include "app/dossiertabel.hpp"
#include "cli/dossier.hpp"
#include "rapport/json_tekst.hpp"
#include "rapport/lijst.hpp"
#include "rapport/tekens.hpp"

namespace zorgkader {
Inzageopdracht::Inzageopdracht(CLI::App& app) {
  auto* c = add_command(app, "inzage", "toon wat er over een cliënt vastligt; wie keek en waarom wordt vastgelegd");
  add_dossier(*c, vraag_.dossier);
  c->add_option("--gemeente", vraag_.gemeente, "code of naam")->required()->type_name("GEMEENTE");
  c->add_option("--client", vraag_.client, "BSN, of het pseudoniem uit een lijst")->required()->type_name("CLIENT");
  c->add_option("--reden", vraag_.reden, "waarom u kijkt")->required()->type_name("TEKST");
  c->add_option("--bekend-op", bekend_op_, "naar wat aan het eind van deze dag bekend was")->type_name("DATUM");
  c->add_option("--als", vorm_, "vorm van de uitvoer")
      ->check(CLI::IsMember({"tabel", "json"}).description(""))
      ->type_name("tabel|json");
  inzage_ = c;
}

std::optional<int> Inzageopdracht::run() const {
  if (!*inzage_) return std::nullopt;
  Inzagevraag vraag = vraag_;
  if (vraag.reden.find_first_not_of(" \t") == std::string::npos)
    throw VerkeerdGebruik("Zeg met --reden waarom u kijkt.");
  vraag.bekend_op = parse_peildatum(bekend_op_);
  vraag.nu = present_moment();
  vraag.door = account();
  const Inzageantwoord seen = zie_client_in(vraag);
  const auto& tables = seen.tabellen;
  const bool json = vorm_ == "json";
  std::cout << (json ? fmt::format("{{\"client\": {}, \"bsn\": {}, \"naam\": {},\n", json_text(seen.client),
                                   json_text(seen.bsn), json_text(seen.naam))
                     : fmt::format("{}  bsn {}  {}\n\n", seen.client, seen.bsn, to_printable(seen.naam)));
  for (const auto& table : tables) {
    std::cout << (json ? fmt::format("{}\"{}\": ", &table == tables.data() ? "" : ",\n", table.naam)
                       : fmt::format("{}{}\n", &table == tables.data() ? "" : "\n", table.naam));
    write_lijst(lijst_van(table), vorm_, std::cout, colour(STDOUT_FILENO));
  }
  std::cout << (json ? "}\n" : "\nDeze inzage is vastgelegd.\n");
  return finish({});
}

}  // namespace zorgkader
