// For every rule of level 2 and every kind of message that it is asked of: a change that breaks it.
#include "iwmo/voorbeelden.hpp"

namespace zorgkader::iwmo {
namespace {

#define TP "Client/ToegewezenProducten/ToegewezenProduct"
#define AP "Client/AangevraagdeProducten/AangevraagdProduct"
#define NP "Client/Verzoek/NieuweProducten/NieuwProduct"
#define WP "Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct"
#define CO "Client/Contactgegevens/Contact"
#define P1 "Declaratie/Clienten/Client[1]/Prestaties/Prestatie"
#define P2 "Declaratie/Clienten/Client[2]/Prestaties/Prestatie"
#define A1 "DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie"
#define A2 "DeclaratieAntwoord/Clienten/Client[2]"
#define TOTAAL "Declaratie/TotaalIngediendBedrag/TotaalBedrag"

constexpr Voorbeeldfout kFouten[] = {
    {"CD005", 301, "- " CO "[1]/Adres/LandCode"},
    {"CD007", 301, "Client/Communicatie/Vorm = 1"},
    {"CD007", 301, "Client/Communicatie/Taal = Deens"},
    {"CD009", 301, CO "[1]/Periode/Begindatum = 2023-06-01"},
    {"CD025", 301, "- " CO "[1]/Adres/Huis"},
    {"CD034", 301, "- " CO "[1]/Adres/Postcode; - " CO "[1]/Adres/LandCode"},
    {"CD041", 301, "- " TP "[1]/Omvang"},
    {"CD041", 315, "- " AP "[1]/Omvang"},
    {"CD041", 317, "- " NP "[1]/Omvang"},
    {"CD043", 315, "- " AP "[1]/BeschikkingIngangsdatum"},
    {"CD043", 315, "- " AP "[1]/BeschikkingNummer"},
    {"CD060", 323, "- " P1 "[2]/ProductReferentie/VorigReferentieNummer"},
    {"CD060", 323, P1 "[1]/ProductReferentie/VorigReferentieNummer = OUD9"},
    {"CD060", 325, A1 "[1]/ProductReferentie/VorigReferentieNummer = OUD9"},
    {"CD066", 315, AP "[1]/Verwijzer/Naam = Verzonnen"},
    {"CD067", 315, "- " AP "[1]/Verwijzer/ZorgverlenerCode"},
    {"CD068", 315, AP "[1]/Verwijzer/Type = 01"},
    {"CD075", 301, "- " TP "[2]/Einddatum"},
    {"CD075", 315, "- " AP "[2]/ToewijzingEinddatum"},
    {"CD075", 317, "- " NP "[2]/Einddatum"},
    {"CD076", 301, "- " TP "[3]/Einddatum"},
    {"CD076", 315, AP "[1]/Omvang/Frequentie = 2; - " AP "[1]/ToewijzingEinddatum"},
    {"CD076", 317, WP "[1]/Omvang/Frequentie = 2; - " WP "[1]/Einddatum"},
    {"CD077", 301, TP "[1]/Budget = 1", "CD078"},
    {"CD077", 315, AP "[1]/Budget = 1", "CD078"},
    {"CD077", 317, WP "[1]/Budget = 1", "CD078"},
    {"CD078", 301, TP "[3]/Budget = 1", "CD077"},
    {"CD078", 315, AP "[1]/Budget = 2", "CD077"},
    {"CD078", 317, NP "[1]/Budget = 1", "CD077"},
    {"CD079", 301, "- " TP "[1]/Product; - " TP "[1]/Omvang", "TR302"},
    {"CD079", 315, "- " AP "[1]/Product; - " AP "[1]/Omvang", "TR386"},
    {"CD079", 317, "- " NP "[1]/Product; - " NP "[1]/Omvang", "TR410"},
    {"CD080", 301, "- " TP "[1]/Product/Code"},
    {"CD085", 319, "- Antwoord/RedenAfwijzingVerzoek"},
    {"CD086", 319, "Antwoord/VerzoekAntwoord = 2"},
    {"CD087", 323, "- " P1 "[1]/ProductTarief"},
    {"CD087", 323, P2 "[1]/ProductTarief = 1"},
    {"CD095", 315, "- " AP "[1]/Product/Code"},
    {"CD096", 317, "- " NP "[1]/Product/Code"},
    {"CS002", 301, "Client/Bsn = 999900007"},
    {"CS002", 305, "Client/Bsn = 999900007"},
    {"CS002", 307, "Client/Bsn = 999900007"},
    {"CS002", 315, "Client/Bsn = 999900007"},
    {"CS002", 317, "Client/Bsn = 999900007"},
    {"CS002", 323, "Declaratie/Clienten/Client[2]/Bsn = 999900007"},
    {"CS002", 325, A2 "/Bsn = 999900007"},
    {"CS003", 301, TP "[1]/Einddatum = 2023-05-31"},
    {"CS003", 301, CO "[2]/Periode/Einddatum = 2023-05-31"},
    {"CS003", 315, AP "[1]/ToewijzingEinddatum = 2023-06-30"},
    {"CS003", 317, NP "[1]/Einddatum = 2023-06-30"},
    {"CS003", 317, WP "[1]/Einddatum = 2023-06-30"},
    {"CS050", 301, "Client/Naam/NaamGebruik = 3"},
    {"CS050", 301, "Client/Naam/NaamGebruik = 6"},
    {"CS050", 301,
     "Client/Relaties/Relatie[1]/Naam/Partnernaam/Achternaam = Ander; Client/Relaties/Relatie[1]/Naam/NaamGebruik = 5"},
    {"CS058", 305, "Client/StartProducten/StartProduct[1]/StatusAanlevering = 2"},
    {"CS058", 307, "Client/StopProducten/StopProduct[1]/StatusAanlevering = 2"},
    {"CS089", 301, CO "[1]/Adres/Postcode = 1234 AB"},
    {"CS089", 301, CO "[1]/Adres/Postcode = 0123AB"},
    {"CS100", 323, P1 "[1]/ProductPeriode/Begindatum = 2020-12-01; " P1 "[1]/ProductPeriode/Einddatum = 2020-12-31"},
    {"CS139", 301, "Client/Geboortedatum/DatumGebruik = 1"},
    {"CS139", 305, "Client/Geboortedatum/DatumGebruik = 2"},
    {"CS139", 307, "Client/Geboortedatum/DatumGebruik = 3"},
    {"CS139", 315, "Client/Geboortedatum/DatumGebruik = 2"},
    {"CS325", 323, P1 "[2]/IngediendBedrag/Bedrag = 0; " TOTAAL " = 76000"},
    {"CS325", 325,
     "DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag = 0; DeclaratieAntwoord/TotaalToegekendBedrag/DebetCredit "
     "= C",
     "TR342"},
    {"CS335", 301, TP "[1]/RedenWijziging = 13"},
    {"CS336", 301, TP "[1]/RedenWijziging = 01"},
    {"CS337", 323, P1 "[1]/ProductPeriode/Begindatum = 2023-03-15"},
    {"CS338", 301, TP "[1]/Omvang/Eenheid = 14; " TP "[1]/Omvang/Frequentie = 1"},
    {"CS338", 317, NP "[1]/Omvang/Eenheid = 84; " NP "[1]/Omvang/Frequentie = 1"},
    {"CS339", 323, P2 "[1]/GeleverdVolume = 24999"},
    {"CS340", 323, "Declaratie/DeclaratiePeriode/Begindatum = 2023-04-02"},
    {"CS343", 315, AP "[1]/Omvang/Eenheid = 16; " AP "[1]/Omvang/Frequentie = 1"},
    {"TR002", 301, "Client/Geboortedatum/Datum = 1903-06-04"},
    {"TR002", 305, "Client/Geboortedatum/Datum = 1890-01-01"},
    {"TR002", 307, "Client/Geboortedatum/Datum = 1890-01-01"},
    {"TR002", 315, "Client/Geboortedatum/Datum = 1890-01-01"},
    {"TR006", 301, "- " CO "[2]/Telefoon"},
    {"TR018", 307, "Client/StopProducten/StopProduct[1]/Einddatum = 2023-01-31"},
    {"TR061", 301, "- " CO "[1]"},
    {"TR101", 301, TP "[2]/ToewijzingNummer = 1"},
    {"TR101", 301, CO "[2]/Soort = 01; - " CO "[2]/Periode", "CD034"},
    {"TR101", 305,
     "Client/StartProducten/StartProduct[3]/ToewijzingNummer = 1; Client/StartProducten/StartProduct[3]/Begindatum = "
     "2023-06-01; "
     "Client/StartProducten/StartProduct[3]/StatusAanlevering = 1"},
    {"TR101", 307,
     "Client/StopProducten/StopProduct[2]/ToewijzingNummer = 1; Client/StopProducten/StopProduct[2]/RedenBeeindiging = "
     "20"},
    {"TR101", 315, AP "[2]/ReferentieAanbieder = REF-1", "TR383"},
    {"TR101", 317, "Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct[2]/ToewijzingNummer = 1"},
    {"TR101", 323, "Declaratie/Clienten/Client[2]/Bsn = 999900006"},
    {"TR101", 323, P1 "[3]/ProductReferentie/ReferentieNummer = RN1"},
    {"TR101", 325, A2 "/Bsn = 999900006"},
    {"TR134", 301, "Client/Geboortedatum/Datum = 2023-06-06"},
    {"TR134", 301, TP "[1]/Toewijzingsdatum = 2023-06-06"},
    {"TR134", 305, "Client/StartProducten/StartProduct[1]/Begindatum = 2023-06-06"},
    {"TR134", 307, "Client/StopProducten/StopProduct[1]/Einddatum = 2023-06-06"},
    {"TR134", 315, "Client/Geboortedatum/Datum = 2023-06-06"},
    {"TR134", 323, P1 "[1]/ProductPeriode/Begindatum = 2023-07-01; " P1 "[1]/ProductPeriode/Einddatum = 2023-07-31",
     "TR137 TR319"},
    {"TR134", 325, A1 "[1]/ProductPeriode/Begindatum = 2023-07-01", "TR137"},
    {"TR137", 323, P1 "[1]/ProductPeriode/Einddatum = 2023-03-31", "CS337"},
    {"TR137", 323, "Header/BerichtIdentificatie/Dagtekening = 2023-04-29"},
    {"TR137", 325, A1 "[1]/ProductPeriode/Einddatum = 2023-03-31"},
    {"TR302", 301, TP "[3]/Product/Categorie = 02; " TP "[3]/Product/Code = 02A05"},
    {"TR302", 301, TP "[2]/Product/Categorie = 02"},
    {"TR315", 323, P2 "[2]/ProductReferentie/VorigReferentieNummer = OUD1"},
    {"TR316", 323, P2 "[2]/ProductReferentie/VorigReferentieNummer = RN1"},
    {"TR316", 323, P1 "[2]/ProductReferentie/VorigReferentieNummer = RN2"},
    {"TR319", 323, P1 "[1]/ProductPeriode/Begindatum = 2023-05-01; " P1 "[1]/ProductPeriode/Einddatum = 2023-05-31"},
    {"TR335", 323, "Declaratie/DeclaratieDagtekening = 2028-05-01"},
    {"TR342", 325, "DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag = 1001"},
    {"TR342", 325, "DeclaratieAntwoord/RetourCodes/RetourCode = 9333"},
    {"TR352", 317, "- Client/Verzoek/OngewijzigdeProducten; - Client/Verzoek/TeWijzigenProducten"},
    {"TR353", 317, "- Client/Verzoek/NieuweProducten; - Client/Verzoek/TeWijzigenProducten"},
    {"TR358", 323, TOTAAL " = 66001"},
    {"TR358", 323, "Declaratie/TotaalIngediendBedrag/DebetCredit = C"},
    {"TR380", 317, NP "[1]/GewensteIngangsdatum = 2023-06-05"},
    {"TR383", 315, AP "[1]/ReferentieAanbieder = REF-2", "TR101"},
    {"TR386", 315, AP "[2]/Product/Categorie = 02"},
    {"TR410", 317, NP "[2]/Product/Categorie = 02"},
    {"TR416", 323, P1 "[3]/ProductPeriode/Begindatum = 2023-04-01; " P1 "[3]/ProductPeriode/Einddatum = 2023-04-30"},
};

}  // namespace

std::span<const Voorbeeldfout> voorbeeldfouten() {
  return kFouten;
}

}  // namespace zorgkader::iwmo
