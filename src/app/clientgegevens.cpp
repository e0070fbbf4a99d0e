// Messages from the newest back, until one is about the client; a row of the register as the message it would be.
#include "app/clientgegevens.hpp"

#include <algorithm>
#include <array>

#include "iwmo/lezer.hpp"

namespace zorgkader {
namespace {

using iwmo::Boom;
using iwmo::Deel;

/// In the order of the schema.
constexpr std::array<std::string_view, 6> kDelen = {
    "Geslacht", "Naam", "Communicatie", "JuridischeStatus", "WettelijkeVertegenwoordiging", "Relaties"};

/// The newest message of this kind about the client, of number `before` or lower.
struct Gevonden {
  std::int64_t gebeurtenis = 0;
  std::optional<Boom> bericht;
};

Gevonden newest_of(const Dossierbestand& bestand, const dossier::Stand& stand, int soort, const std::string& bsn) {
  Gevonden out;
  const auto& all = stand.berichten();
  for (auto at = all.rbegin(); at != all.rend() && !out.bericht; ++at) {
    if (at->soort->nummer != soort || at->geweigerd) continue;
    bestand.logboek().each(stand.gemeente(), at->gebeurtenis, [&](const dossier::Gebeurtenis& g) {
      // A message that does not name the client at all is not read.
      if (g.inhoud.find(bsn) == std::string::npos) return false;
      iwmo::Gelezen read = iwmo::read_bericht(iwmo::bron_van(g.inhoud));
      if (read.boom["Client"].tekst("Bsn") == bsn) out = {g.nummer, std::move(read.boom)};
      return false;
    });
  }
  return out;
}

void add_part(Boom& out, Deel to, Deel part) {
  if (part) out.copy(out.add(to, part.naam(), part.tekst()), part);
}

/// Where in a 301 a column of the register stands, below Client.
constexpr std::array<std::pair<const char*, const char*>, 15> kPlaatsen = {
    {{"geslacht", "Geslacht"},
     {"achternaam", "Naam/Geslachtsnaam/Achternaam"},
     {"voorvoegsel", "Naam/Geslachtsnaam/Voorvoegsel"},
     {"partnernaam", "Naam/Partnernaam/Achternaam"},
     {"partnervoorvoegsel", "Naam/Partnernaam/Voorvoegsel"},
     {"voornamen", "Naam/Voornamen"},
     {"voorletters", "Naam/Voorletters"},
     {"naamgebruik", "Naam/NaamGebruik"},
     {"huisnummer", "Contactgegevens/Contact[1]/Adres/Huis/Huisnummer"},
     {"huisletter", "Contactgegevens/Contact[1]/Adres/Huis/Huisletter"},
     {"toevoeging", "Contactgegevens/Contact[1]/Adres/Huis/HuisnummerToevoeging"},
     {"postcode", "Contactgegevens/Contact[1]/Adres/Postcode"},
     {"straat", "Contactgegevens/Contact[1]/Adres/Straatnaam"},
     {"plaats", "Contactgegevens/Contact[1]/Adres/Plaatsnaam"},
     {"land", "Contactgegevens/Contact[1]/Adres/LandCode"}}};

/// `1234 AB` is written without the blank.
Boom message_of(const dossier::Standrij& row) {
  const std::string client = "Bericht/Client/";
  Boom out(*iwmo::release_3_2().bericht(301));
  out.put(client + "Naam/NaamGebruik", "1");
  out.put(client + "Contactgegevens/Contact[1]/Soort", "01");
  out.put(client + "Contactgegevens/Contact[1]/Adres/LandCode", "NL");
  for (const auto& [column, place] : kPlaatsen) {
    std::string value(row.tekst(column));
    if (std::string_view(column) == "postcode") std::erase(value, ' ');
    if (!value.empty()) out.put(client + place, value);
  }
  return out;
}

}  // namespace

void Clientgegevens::add_to(Boom& out, Deel client) const {
  const Deel newest = newest_["Client"];
  const Deel before = toewijzing_ ? (*toewijzing_)["Client"] : Deel();
  for (const std::string_view name : kDelen) {
    const Deel part = newest[name] ? newest[name] : before[name];
    add_part(out, client, part);
    if (name == "Naam" && !part["NaamGebruik"] && before["Naam/NaamGebruik"])
      out.add(client["Naam"], "NaamGebruik", before.tekst("Naam/NaamGebruik"));
  }
  add_part(out, client, newest["Contactgegevens"] ? newest["Contactgegevens"] : before["Contactgegevens"]);
}

std::string Clientgegevens::naam() const {
  const Deel name = newest_["Client/Naam"];
  std::string out(name["Voornamen"] ? name.tekst("Voornamen") : name.tekst("Voorletters"));
  for (const char* part : {"Geslachtsnaam/Voorvoegsel", "Geslachtsnaam/Achternaam"}) {
    if (name[part]) out += (out.empty() ? "" : " ") + std::string(name.tekst(part));
  }
  return out;
}

std::optional<Clientgegevens> newest_client(const Dossierbestand& bestand, const dossier::Stand& stand,
                                            const std::string& bsn) {
  Gevonden given = newest_of(bestand, stand, 301, bsn), asked = newest_of(bestand, stand, 315, bsn);
  const dossier::Standrij* row = stand.registers().find("persoonsgegevens", {stand.gemeente(), bsn});
  if (row != nullptr && row->gebeurtenis > std::max(given.gebeurtenis, asked.gebeurtenis))
    return Clientgegevens(message_of(*row), std::move(given.bericht));
  if (!given.bericht && !asked.bericht) return std::nullopt;
  const bool by_request = asked.gebeurtenis > given.gebeurtenis;
  if (!by_request) return Clientgegevens(*std::move(given.bericht), std::nullopt);
  return Clientgegevens(*std::move(asked.bericht), std::move(given.bericht));
}

}  // namespace zorgkader
