// Messages from the newest back, until one is about the client.
#include "app/clientgegevens.hpp"

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
  if (!given.bericht && !asked.bericht) return std::nullopt;
  const bool by_request = asked.gebeurtenis > given.gebeurtenis;
  if (!by_request) return Clientgegevens(*std::move(given.bericht), std::nullopt);
  return Clientgegevens(*std::move(asked.bericht), std::move(given.bericht));
}

}  // namespace zorgkader
