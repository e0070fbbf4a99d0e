// Level 2, where somebody can be reached: addresses and telephones.
#include <fmt/format.h>

#include "iwmo/regelhulp.hpp"
#include "iwmo/regels.hpp"

namespace zorgkader::iwmo {
namespace {

/// `1234AB`
bool is_nederlands(std::string_view postcode) {
  return postcode.size() == 6 && postcode[0] != '0' && std::all_of(postcode.begin(), postcode.begin() + 4, is_digit) &&
         std::all_of(postcode.begin() + 4, postcode.end(), is_letter);
}

void tr006(Deel contact, Toetsing& t) {
  if (contact["Telefoon"] || (contact["Adres/Huis"] && contact["Adres/Postcode"])) return;
  t.meld(contact, "Dit Contact heeft geen Telefoon, en ook geen Adres met Huis en Postcode.");
}

void tr061(Deel contacts, Toetsing& t) {
  for (Deel contact : contacts.delen()) {
    const std::string_view kind = contact.tekst("Soort");
    if (kind == "01" || kind == "02" || kind == "03") return;
  }
  t.meld(contacts, "De client heeft geen Contact met Soort 01, 02 of 03.");
}

void cd005(Deel address, Toetsing& t) {
  const Deel land = address["LandCode"], postcode = address["Postcode"];
  if (static_cast<bool>(land) == static_cast<bool>(postcode)) return;
  if (land)
    t.meld(land, "LandCode is gevuld en Postcode niet.", {verwijder(land)});
  else
    t.meld(postcode, "Postcode is gevuld en LandCode niet.",
           when(is_nederlands(postcode.tekst()) && address["Huis"], zet(address, "LandCode", "NL")),
           "Voeg de LandCode toe.");
}

void cd009(Deel contact, Toetsing& t) {
  if (!contact["Periode"] || contact.tekst("Soort") == "04") return;
  t.meld(contact["Periode"], fmt::format("Een Contact van Soort {} heeft geen Periode.", contact.tekst("Soort")),
         {verwijder(contact["Periode"])});
}

void cd025(Deel address, Toetsing& t) {
  if (address.tekst("LandCode") == "NL" && !address["Huis"])
    t.meld(address, "Een adres in Nederland heeft een Huisnummer nodig.");
}

void cd034(Deel contact, Toetsing& t) {
  const std::string_view kind = contact.tekst("Soort");
  if ((kind == "01" || kind == "03") && !contact["Adres/Postcode"])
    t.meld(contact, fmt::format("Een Contact van Soort {} heeft een Postcode nodig.", kind));
}

void cs089(Deel address, Toetsing& t) {
  const Deel postcode = address["Postcode"];
  if (address.tekst("LandCode") != "NL" || !postcode || is_nederlands(postcode.tekst())) return;
  std::string tight(postcode.tekst());
  std::erase(tight, ' ');
  t.meld(postcode, fmt::format("Postcode {} is geen Nederlandse postcode zoals 1234AB.", postcode.tekst()),
         when(is_nederlands(tight), zet(postcode, tight)));
}

}  // namespace

std::span<const Regel> regels_contact() {
  static const std::vector<Regel> rules = {
      {"CD005", 2, "0001", "301", "Adres", "LandCode en Postcode zijn beide gevuld of beide leeg.", cd005},
      {"CD009", 2, "0001", "301", "Contact", "Alleen een tijdelijk adres (Soort 04) heeft een Periode.", cd009},
      {"CD025", 2, "0001", "301", "Adres", "Bij LandCode NL is Huis gevuld.", cd025},
      {"CD034", 2, "0001", "301", "Contact", "Bij Soort 01 en 03 is Postcode gevuld.", cd034},
      {"CS089", 2, "0001", "301", "Adres", "Bij LandCode NL is Postcode vier cijfers en twee letters, zonder spatie.",
       cs089},
      {"TR006", 2, "0001", "301", "Contact", "Elk Contact heeft een Telefoon, of een Adres met Huis en Postcode.",
       tr006},
      {"TR061", 2, "0001", "301", "Contactgegevens", "De client heeft een Contact met Soort 01, 02 of 03.", tr061},
  };
  return rules;
}

}  // namespace zorgkader::iwmo
