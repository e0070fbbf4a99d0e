// Release 3.2 of the message standard: every class of every message, element by element, in order.
//
// Notation of the parts of a class: `Naam:Type`, or only `Naam` when both are the same; `?` may be absent, `+` one or
// more. A type is a group, a class of the message, or a single value (datatypen.cpp).
#include "iwmo/bouwplan.hpp"

namespace zorgkader::iwmo {
namespace {

/// Groups of values that the base schema has for all messages.
constexpr Klasse kGroepen[] = {
    {"Achternaam", "Achternaam:Naam, Voorvoegsel?"},
    {"Adres", "Huis?, Postcode?, Straatnaam?, Plaatsnaam?, LandCode?"},
    {"BedragMetDC", "Bedrag, DebetCredit"},
    {"BerichtIdentificatie", "Identificatie:IdentificatieBericht, Dagtekening:Datum"},
    {"Communicatie", "Vorm:Communicatievorm, Taal?"},
    {"Geboortedatum", "Datum, DatumGebruik?"},
    {"GeslotenPeriode", "Begindatum:Datum, Einddatum:Datum"},
    {"Huis", "Huisnummer, Huisletter?, HuisnummerToevoeging?, AanduidingWoonadres?"},
    {"Omvang", "Volume, Eenheid, Frequentie"},
    {"OpenPeriode", "Begindatum:Datum?, Einddatum:Datum?"},
    {"Product", "Categorie:ProductCategorie, Code:ProductCode?"},
    {"ProductReferentie", "ReferentieNummer, VorigReferentieNummer:ReferentieNummer?"},
    {"Telefoon", "Telefoonnummer, Landnummer"},
    {"Telefoonnummers", "Telefoon01:Telefoon, Telefoon02:Telefoon?"},
    {"TotaalBedragMetDC", "TotaalBedrag, DebetCredit"},
    {"VerkorteNaam", "Geslachtsnaam:Achternaam, Voornamen:Naam?, Voorletters?"},
    {"Verwijzer", "Type:TypeVerwijzer, Naam:NaamVerwijzer?, ZorgverlenerCode:AgbCode?"},
    {"VolledigeNaam", "Geslachtsnaam:Achternaam, Partnernaam:Achternaam?, Voornamen:Naam?, Voorletters?, NaamGebruik"},
    {"XsdVersie", "BasisschemaXsdVersie:Versie, BerichtXsdVersie:Versie"},
};

/// `{}` is the code of the message: the header of messages that go, and what a return message adds to it.
constexpr std::string_view kHeader =
    "BerichtCode, BerichtVersie, BerichtSubversie, {partijen}, BerichtIdentificatie, XsdVersie";
constexpr std::string_view kHeaderRetour =
    "IdentificatieRetour:IdentificatieBericht, DagtekeningRetour:Datum, XsltVersie:Versie?, XsdVersieRetour:XsdVersie, "
    "RetourCodes?";
constexpr std::string_view kHeader325 =
    "DeclaratieIdentificatie:BerichtIdentificatie, XsltVersie:Versie?, XsdVersieDeclaratie:XsdVersie, RetourCodes";

constexpr Klasse k301[] = {
    {"Client",
     "Bsn:BurgerServicenummer, Geboortedatum, Geslacht, Naam:VolledigeNaam, Communicatie?, JuridischeStatus?, "
     "WettelijkeVertegenwoordiging?, Commentaar?, Relaties?, Contactgegevens, ToegewezenProducten",
     "Bsn"},
    {"Relaties", "Relatie+"},
    {"Relatie",
     "Nummer:Persoonsid, Volgorde:RelatieVolgorde?, Soort:SoortRelatie, Geboortedatum?, Geslacht?, Naam:VolledigeNaam, "
     "Contact",
     "Nummer"},
    {"Contact",
     "Soort:AdresSoort, Adres?, Organisatie:Organisatienaam?, Telefoon:Telefoonnummers?, Emailadres?, "
     "Periode:OpenPeriode?",
     "Soort"},
    {"Contactgegevens", "Contact+"},
    {"ToegewezenProducten", "ToegewezenProduct+"},
    {"ToegewezenProduct",
     "ToewijzingNummer:Nummer, ReferentieAanbieder:Referentie?, Product?, Toewijzingsdatum:Datum, "
     "Toewijzingstijd:Tijd, Ingangsdatum:Datum, Einddatum:Datum?, RedenWijziging?, Omvang?, Budget?, Commentaar?",
     "ToewijzingNummer"},
};

constexpr Klasse k305[] = {
    {"Client", "Bsn:BurgerServicenummer, Geboortedatum, Geslacht, Naam:VerkorteNaam, StartProducten", "Bsn"},
    {"StartProducten", "StartProduct+"},
    {"StartProduct",
     "ToewijzingNummer:Nummer?, Product?, ToewijzingIngangsdatum:Datum?, Begindatum:Datum, StatusAanlevering",
     "ToewijzingNummer Product/Categorie Product/Code Begindatum"},
};

constexpr Klasse k307[] = {
    {"Client", "Bsn:BurgerServicenummer, Geboortedatum, Geslacht, Naam:VerkorteNaam, StopProducten", "Bsn"},
    {"StopProducten", "StopProduct+"},
    {"StopProduct",
     "ToewijzingNummer:Nummer?, Product?, ToewijzingIngangsdatum:Datum?, Begindatum:Datum, RedenBeeindiging, "
     "Einddatum:Datum, StatusAanlevering",
     "ToewijzingNummer Product/Categorie Product/Code Begindatum RedenBeeindiging Einddatum"},
};

constexpr Klasse k315[] = {
    {"Client",
     "Bsn:BurgerServicenummer, Geboortedatum, Geslacht, Naam:VerkorteNaam, Commentaar?, AangevraagdeProducten", "Bsn"},
    {"AangevraagdeProducten", "AangevraagdProduct+"},
    {"AangevraagdProduct",
     "ReferentieAanbieder:Referentie, BeschikkingNummer:Nummer?, Product?, BeschikkingIngangsdatum:Datum?, "
     "ToewijzingIngangsdatum:Datum, ToewijzingEinddatum:Datum?, Omvang?, Budget?, Verwijzer, Raamcontract:JaNee?, "
     "Commentaar?",
     "ReferentieAanbieder"},
};

constexpr Klasse k317[] = {
    {"Client", "Bsn:BurgerServicenummer, Verzoek", "Bsn"},
    {"Verzoek",
     "ReferentieAanbieder:Referentie, RedenVerzoek, OngewijzigdeProducten?, TeWijzigenProducten?, NieuweProducten?",
     "ReferentieAanbieder"},
    {"OngewijzigdeProducten", "OngewijzigdProduct+"},
    {"OngewijzigdProduct", "ToewijzingNummer:Nummer", "ToewijzingNummer"},
    {"TeWijzigenProducten", "TeWijzigenProduct+"},
    {"TeWijzigenProduct", "ToewijzingNummer:Nummer, GewensteIngangsdatum:Datum, Einddatum:Datum?, Omvang?, Budget?",
     "ToewijzingNummer"},
    {"NieuweProducten", "NieuwProduct+"},
    {"NieuwProduct", "Product?, GewensteIngangsdatum:Datum, Einddatum:Datum?, Omvang?, Budget?",
     "Product/Categorie Product/Code GewensteIngangsdatum"},
};

constexpr Klasse k319[] = {
    {"Antwoord", "ReferentieAanbieder:Referentie, VerzoekAntwoord, RedenAfwijzingVerzoek?",
     "ReferentieAanbieder VerzoekAntwoord"},
};

constexpr Klasse k323[] = {
    {"Declaratie",
     "DeclaratieNummer, DeclaratiePeriode:GeslotenPeriode, DeclaratieDagtekening:Datum, "
     "TotaalIngediendBedrag:TotaalBedragMetDC, Clienten",
     "DeclaratieNummer"},
    {"Clienten", "Client+"},
    {"Client", "Bsn:BurgerServicenummer, Prestaties", "Bsn"},
    {"Prestaties", "Prestatie+"},
    {"Prestatie",
     "ProductReferentie, ToewijzingNummer:Nummer, ProductCategorie, ProductCode, ProductPeriode:GeslotenPeriode, "
     "GeleverdVolume:Volume, Eenheid, ProductTarief:Bedrag?, IngediendBedrag:BedragMetDC",
     "ProductReferentie/ReferentieNummer ProductReferentie/VorigReferentieNummer"},
};

constexpr Klasse k325[] = {
    {"DeclaratieAntwoord",
     "DeclaratieNummer:IdentificatieDeclaratie, TotaalIngediendBedrag:TotaalBedragMetDC, "
     "TotaalToegekendBedrag:TotaalBedragMetDC, Clienten?, RetourCodes",
     "DeclaratieNummer"},
    {"Clienten", "Client+"},
    {"Client", "Bsn:BurgerServicenummer, Prestaties, RetourCodes", "Bsn"},
    {"Prestaties", "Prestatie+"},
    {"Prestatie",
     "ProductReferentie, ToewijzingNummer:Nummer, ProductCategorie, ProductCode, ProductPeriode:GeslotenPeriode, "
     "GeleverdVolume:Volume, Eenheid, ProductTarief:Bedrag?, IngediendBedrag:BedragMetDC, RetourCodes",
     "ProductReferentie/ReferentieNummer ProductReferentie/VorigReferentieNummer"},
};

constexpr Berichtplan kBerichten[] = {
    {301, "Toewijzing", "414", Partij::gemeente, "Client", k301, 302, "415"},
    {305, "Start", "418", Partij::aanbieder, "Client", k305, 306, "419"},
    {307, "Stop", "420", Partij::aanbieder, "Client", k307, 308, "421"},
    {315, "Verzoek om toewijzing", "444", Partij::aanbieder, "Client", k315, 316, "445"},
    {317, "Verzoek om wijziging", "480", Partij::aanbieder, "Client", k317, 318, "481"},
    {319, "Antwoord", "482", Partij::gemeente, "Antwoord", k319, 320, "483"},
    {323, "Declaratie", "484", Partij::aanbieder, "Declaratie", k323},
    {325, "Declaratie-antwoord", "485", Partij::gemeente, "DeclaratieAntwoord?", k325},
};

}  // namespace

const Release& release_3_2() {
  static const Release release =
      build_release({"3.2", "3", "2", "1.0.0", "2.10.5", "http://www.istandaarden.nl/iwmo/3_2/", kGroepen, kHeader,
                     kHeaderRetour, kHeader325, kBerichten});
  return release;
}

}  // namespace zorgkader::iwmo
