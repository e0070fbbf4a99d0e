// The columns of the tables that are no register: what each holds, in Dutch, as documentation and messages show it.
#include <map>

#include "dossier/registertabel.hpp"

namespace zorgkader::dossier {
namespace {

using enum Soort;

constexpr const char* kAanbieder = "Korte naam van de contractpartij; de AGB-code waar de registers haar niet noemen.";
constexpr const char* kAgb = "AGB-code in het bericht.";
constexpr const char* kClient = "Pseudoniem van de cliënt, in zijn gemeente altijd hetzelfde.";
constexpr const char* kCode = "Productcode; leeg waar er geen is.";
constexpr const char* kDienst = "Dienst van het product, volgens het register producten.";
constexpr const char* kMaand = "Zoals 2022-01.";
constexpr const char* kVariant = "Variant van het contract op de eerste dag; leeg zonder contract.";

struct Tabelsoort {
  std::string_view toelichting;
  std::vector<Tabelkop> koppen;
};

const std::map<std::string_view, Tabelsoort>& tabelsoorten() {  // table
  static const std::map<std::string_view, Tabelsoort> table = {
      {"prestaties",
       {"Een rij voor elke regel van een declaratie.",
        {{"gemeente", tekst, ""},
         {"aanbieder", tekst, kAanbieder},
         {"rechtspersoon", tekst, "Volledige naam van wie declareerde."},
         {"rol", tekst, "Zelf contractpartij, lid van een combinatie, of onderaannemer: zelf, lid, onderaannemer."},
         {"agb", tekst, kAgb},
         {"client", tekst, kClient},
         {"geboortedatum", datum, "Volgens het register clienten."},
         {"product", tekst, kCode},
         {"categorie", tekst, "Productcategorie."},
         {"dienst", tekst, kDienst},
         {"toewijzing", getal, "Nummer van de toewijzing."},
         {"declaratie", tekst, "Identificatie van de declaratie."},
         {"referentie", tekst, "Nummer dat de aanbieder de regel gaf."},
         {"begin", datum, "Eerste dag van de prestatie."},
         {"eind", datum, "Laatste dag van de prestatie."},
         {"maand", tekst, "Maand van de eerste dag, zoals 2022-01."},
         {"kwartaal", tekst, "Kwartaal van de eerste dag: 1 tot en met 4."},
         {"jaar", getal, "Jaar van de eerste dag."},
         {"volume", getal, "In de eenheid."},
         {"eenheid", tekst, "Code van de eenheid."},
         {"debetcredit", tekst, "debet of credit."},
         {"stand", tekst, "wacht, goedgekeurd of afgewezen."},
         {"ingediend", getal, "Bedrag in euro; negatief bij credit."},
         {"goedgekeurd", getal, "Het bedrag als de regel goedgekeurd is, en anders 0."},
         {"afgewezen", getal, "Het bedrag als de regel afgewezen is, en anders 0."},
         {"wacht", getal, "Het bedrag als er nog geen antwoord is, en anders 0."},
         {"variant", tekst, kVariant},
         {"bekostiging", tekst, "Bekostiging van het contract op de eerste dag; leeg zonder contract."}}}},
      {"toewijzingen",
       {"Een rij voor elke toewijzing, zoals zij nu is.",
        {{"gemeente", tekst, ""},
         {"aanbieder", tekst, kAanbieder},
         {"agb", tekst, kAgb},
         {"client", tekst, kClient},
         {"geboortedatum", datum, "Volgens het register clienten."},
         {"toewijzing", getal, "Nummer van de toewijzing."},
         {"product", tekst, kCode},
         {"categorie", tekst, "Productcategorie."},
         {"dienst", tekst, kDienst},
         {"begin", datum, "Ingangsdatum."},
         {"eind", datum, "Einddatum; een dag die nooit komt waar er geen is, zodat eind >= 2022-01-01 opgaat."},
         {"besloten", datum, "Toewijzingsdatum van de nieuwste versie."},
         {"volume", getal, "In de eenheid; leeg bij een toewijzing zonder omvang."},
         {"eenheid", tekst, "Code van de eenheid."},
         {"frequentie", tekst, "Code van de frequentie."},
         {"budget", getal, "In euro."},
         {"vervallen", ja_nee, "Ja: de toewijzing is teruggenomen."},
         {"variant", tekst, kVariant}}}},
      {"leveringen",
       {"Een rij voor elk bericht dat een levering begint of eindigt.",
        {{"gemeente", tekst, ""},
         {"aanbieder", tekst, kAanbieder},
         {"agb", tekst, kAgb},
         {"client", tekst, kClient},
         {"toewijzing", getal, "Nummer van de toewijzing."},
         {"product", tekst, kCode},
         {"dienst", tekst, kDienst},
         {"begin", datum, "Eerste dag van de levering."},
         {"eind", datum, "Laatste dag; leeg bij een start."},
         {"maand", tekst, "Maand van de start, of van het einde."},
         {"reden", tekst, "Code van de reden van beëindiging."},
         {"soort", tekst, "start, stop of tijdelijk."}}}},
      {"berichten",
       {"Een rij voor elk bericht.",
        {{"gemeente", tekst, ""},
         {"aanbieder", tekst, kAanbieder},
         {"agb", tekst, kAgb},
         {"soort", tekst, "Zoals WMO301."},
         {"identificatie", tekst, "Nummer dat de afzender het gaf."},
         {"dagtekening", datum, ""},
         {"vastgelegd", datum, "De dag waarop het in het dossier kwam."},
         {"verzonden", ja_nee, "Ja: de gemeente stuurde het."},
         {"geweigerd", ja_nee, "Ja: het antwoord weigert het hele bericht."},
         {"beantwoord", ja_nee, "Ja: het antwoord is er."}}}},
      {"contractvakken",
       {"Waar een contract geldt, en hoe het betaalt: een rij voor elk contract, elke gemeente en elke vorm, met de "
        "dagen waarop alle drie gelden.",
        {{"gemeente", tekst, ""},
         {"aanbieder", tekst, "Korte naam van de contractpartij."},
         {"dienst", tekst, "Korte naam van de dienst."},
         {"contract", tekst, "Nummer of naam van het contract."},
         {"begin", datum, "Eerste dag."},
         {"eind", datum, "Laatste dag."},
         {"variant", tekst, "inspanningsgericht, outputgericht of taakgericht; leeg zolang er geen vorm is."},
         {"bekostiging", tekst, "p*q, maandtarief, lumpsum of populatie; leeg zolang er geen vorm is."}}}},
      {"bezetting",
       {"Hoeveel cliënten een aanbieder heeft op de eerste dag van een maand. Van de maand van de eerste toewijzing "
        "tot "
        "en met december van het jaar na de laatste ingangsdatum; waar niemand is, staat geen rij.",
        {{"gemeente", tekst, ""},
         {"aanbieder", tekst, kAanbieder},
         {"dienst", tekst, kDienst},
         {"maand", tekst, kMaand},
         {"clienten", getal, "Verschillende cliënten met een toewijzing die op de eerste dag loopt."}}}},
  };
  return table;
}

}  // namespace

const std::vector<std::string>& afgeleide_tabellen() {
  static const std::vector<std::string> names = {"prestaties", "toewijzingen",   "leveringen",
                                                 "berichten",  "contractvakken", "bezetting"};
  return names;
}

std::vector<Tabelkop> koppen_van(std::string_view tabel) {
  if (const auto found = tabelsoorten().find(tabel); found != tabelsoorten().end()) return found->second.koppen;
  const Registersoort* soort = find_registersoort(tabel);
  return soort == nullptr ? std::vector<Tabelkop>() : Registertabel(*soort).koppen();
}

std::string_view toelichting_van(std::string_view tabel) {
  if (const auto found = tabelsoorten().find(tabel); found != tabelsoorten().end()) return found->second.toelichting;
  const Registersoort* soort = find_registersoort(tabel);
  return soort == nullptr ? std::string_view() : soort->toelichting;
}

}  // namespace zorgkader::dossier
