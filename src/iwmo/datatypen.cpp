// The types of single values: base, length or range, look, code list.
#include <algorithm>
#include <stdexcept>
#include <string>

#include "iwmo/codelijsten.hpp"
#include "iwmo/schema.hpp"

namespace zorgkader::iwmo {
namespace {

/// In alphabetical order, but for the last: lookup is by name.
constexpr Datatype kDatatypen[] = {
    {"AanduidingWoonadres", Basis::tekst, 0, 2, Patroon::vrij, codelijst::kAanduidingWoonadres},
    {"AdresSoort", Basis::tekst, 0, 2, Patroon::vrij, codelijst::kAdresSoort},
    {"AgbCode", Basis::tekst, 8, 8, Patroon::cijfers},
    {"Bedrag", Basis::getal, 0, 99999999},
    {"BerichtCode", Basis::tekst, 1, 3},
    {"BerichtSubversie", Basis::getal, 0, 99},
    {"BerichtVersie", Basis::getal, 0, 99},
    {"Budget", Basis::getal, 0, 99999999},
    {"BurgerServicenummer", Basis::tekst, 9, 9, Patroon::cijfers},
    {"Commentaar", Basis::tekst, 1, 0, Patroon::alinea},
    {"Communicatievorm", Basis::tekst, 0, 1, Patroon::vrij, codelijst::kCommunicatievorm},
    {"Datum", Basis::datum},
    {"DatumGebruik", Basis::tekst, 0, 1, Patroon::vrij, codelijst::kDatumGebruik},
    {"DebetCredit", Basis::tekst, 0, 1, Patroon::vrij, codelijst::kDebetCredit},
    {"Eenheid", Basis::tekst, 0, 2, Patroon::vrij, codelijst::kEenheid},
    {"Emailadres", Basis::tekst, 1, 80, Patroon::zichtbaar},
    {"Frequentie", Basis::tekst, 0, 1, Patroon::vrij, codelijst::kFrequentie},
    {"Gemeente", Basis::tekst, 4, 4, Patroon::cijfers},
    {"Geslacht", Basis::tekst, 0, 1, Patroon::vrij, codelijst::kGeslacht},
    {"Huisletter", Basis::tekst, 1, 1, Patroon::zichtbaar},
    {"Huisnummer", Basis::getal, 0, 99999},
    {"HuisnummerToevoeging", Basis::tekst, 1, 4, Patroon::zichtbaar},
    {"IdentificatieBericht", Basis::tekst, 1, 12, Patroon::zichtbaar},
    {"IdentificatieDeclaratie", Basis::tekst, 1, 12},
    {"JaNee", Basis::tekst, 0, 1, Patroon::vrij, codelijst::kJaNee},
    {"JuridischeStatus", Basis::tekst, 0, 2, Patroon::vrij, codelijst::kJuridischeStatus},
    {"LandCode", Basis::tekst, 0, 2, Patroon::vrij, codelijst::kLandCode},
    {"Landnummer", Basis::tekst, 1, 4, Patroon::zichtbaar},
    {"Naam", Basis::tekst, 1, 200, Patroon::zichtbaar},
    {"NaamGebruik", Basis::tekst, 0, 1, Patroon::vrij, codelijst::kNaamGebruik},
    {"NaamVerwijzer", Basis::tekst, 1, 64, Patroon::zichtbaar},
    {"Nummer", Basis::getal, 0, 999999999},
    {"Organisatienaam", Basis::tekst, 1, 35, Patroon::zichtbaar},
    {"Persoonsid", Basis::tekst, 1, 20, Patroon::zichtbaar},
    {"Plaatsnaam", Basis::tekst, 1, 80, Patroon::zichtbaar},
    {"Postcode", Basis::tekst, 1, 8, Patroon::zichtbaar},
    {"ProductCategorie", Basis::tekst, 0, 2, Patroon::vrij, codelijst::kProductCategorie},
    {"ProductCode", Basis::tekst, 1, 5, Patroon::zichtbaar},
    {"RedenAfwijzingVerzoek", Basis::tekst, 0, 2, Patroon::vrij, codelijst::kRedenAfwijzingVerzoek},
    {"RedenBeeindiging", Basis::tekst, 0, 2, Patroon::vrij, codelijst::kRedenBeeindiging},
    {"RedenVerzoek", Basis::tekst, 0, 1, Patroon::vrij, codelijst::kRedenVerzoek},
    {"RedenWijziging", Basis::tekst, 0, 2, Patroon::vrij, codelijst::kRedenWijziging},
    {"Referentie", Basis::tekst, 1, 36, Patroon::zichtbaar},
    {"ReferentieNummer", Basis::tekst, 1, 20},
    {"RelatieVolgorde", Basis::getal, 0, 99},
    {"RetourCode", Basis::tekst, 0, 4, Patroon::vrij, codelijst::kRetourCode},
    {"SoortRelatie", Basis::tekst, 0, 2, Patroon::vrij, codelijst::kSoortRelatie},
    {"StatusAanlevering", Basis::tekst, 0, 1, Patroon::vrij, codelijst::kStatusAanlevering},
    {"Straatnaam", Basis::tekst, 1, 24, Patroon::zichtbaar},
    {"Taal", Basis::tekst, 1, 25, Patroon::zichtbaar},
    {"Telefoonnummer", Basis::tekst, 1, 15, Patroon::cijfers},
    {"Tijd", Basis::tijd},
    {"TotaalBedrag", Basis::getal, 0, 999999999999},
    {"TypeVerwijzer", Basis::tekst, 0, 2, Patroon::vrij, codelijst::kTypeVerwijzer},
    {"Versie", Basis::tekst, 1, 0, Patroon::versie},
    {"VerzoekAntwoord", Basis::tekst, 0, 1, Patroon::vrij, codelijst::kVerzoekAntwoord},
    {"Volume", Basis::getal, 0, 99999999},
    {"Voorletters", Basis::tekst, 1, 6, Patroon::letters},
    {"Voorvoegsel", Basis::tekst, 1, 10, Patroon::zichtbaar},
    {"WettelijkeVertegenwoordiging", Basis::tekst, 0, 2, Patroon::vrij, codelijst::kWettelijkeVertegenwoordiging},
    {"DeclaratieNummer", Basis::tekst, 1, 12, Patroon::letters_cijfers},  // of a 323; the 325 repeats it unchecked
};

}  // namespace

const Datatype& datatype(std::string_view naam) {
  const auto* found =
      std::find_if(std::begin(kDatatypen), std::end(kDatatypen), [&](const Datatype& t) { return t.naam == naam; });
  if (found == std::end(kDatatypen)) throw std::logic_error("no type " + std::string(naam));
  return *found;
}

std::string_view betekenis(std::string_view type, std::string_view code) {
  for (const Code& c : datatype(type).codes) {
    if (c.code == code) return c.betekenis.empty() ? code : c.betekenis;
  }
  return code;
}

}  // namespace zorgkader::iwmo
