// One good message of every kind, and for every rule of level 2 the change that breaks it.
#include <fmt/format.h>

#include <stdexcept>

#include "iwmo/antwoord.hpp"
#include "iwmo/voorbeelden.hpp"

namespace zorgkader::iwmo {
namespace {

/// `pad = waarde` on each line; `@ pad` begins the paths of the lines after it.
constexpr std::string_view kClient = R"(
@ Client
Bsn = 999900006
Geboortedatum/Datum = 1950-02-03
Geslacht = 2
Naam/Geslachtsnaam/Achternaam = Voorbeeld)";

constexpr std::string_view k301 = R"(
Naam/NaamGebruik = 1
Communicatie/Vorm = 2
Relaties/Relatie[1]/Nummer = 1
Relaties/Relatie[1]/Soort = 03
Relaties/Relatie[1]/Naam/Geslachtsnaam/Achternaam = Verzonnen
Relaties/Relatie[1]/Naam/NaamGebruik = 1
Relaties/Relatie[1]/Contact/Soort = 04
Relaties/Relatie[1]/Contact/Telefoon/Telefoon01/Telefoonnummer = 0200000000
Relaties/Relatie[1]/Contact/Telefoon/Telefoon01/Landnummer = 31
@ Client/Contactgegevens
Contact[1]/Soort = 01
Contact[1]/Adres/Huis/Huisnummer = 1
Contact[1]/Adres/Postcode = 1234AB
Contact[1]/Adres/LandCode = NL
Contact[1]/Telefoon/Telefoon01/Telefoonnummer = 0200000000
Contact[1]/Telefoon/Telefoon01/Landnummer = 31
Contact[2]/Soort = 04
Contact[2]/Telefoon/Telefoon01/Telefoonnummer = 0200000000
Contact[2]/Telefoon/Telefoon01/Landnummer = 31
Contact[2]/Periode/Begindatum = 2023-06-01
Contact[2]/Periode/Einddatum = 2023-07-01
@ Client/ToegewezenProducten
ToegewezenProduct[1]/ToewijzingNummer = 1
ToegewezenProduct[1]/Product/Categorie = 02
ToegewezenProduct[1]/Product/Code = 02A05
ToegewezenProduct[1]/Toewijzingsdatum = 2023-06-01
ToegewezenProduct[1]/Toewijzingstijd = 10:00:00
ToegewezenProduct[1]/Ingangsdatum = 2023-06-01
ToegewezenProduct[1]/Einddatum = 2023-12-31
ToegewezenProduct[1]/Omvang/Volume = 10
ToegewezenProduct[1]/Omvang/Eenheid = 04
ToegewezenProduct[1]/Omvang/Frequentie = 4
ToegewezenProduct[2]/ToewijzingNummer = 2
ToegewezenProduct[2]/Product/Categorie = 03
ToegewezenProduct[2]/Toewijzingsdatum = 2023-06-01
ToegewezenProduct[2]/Toewijzingstijd = 10:00:00
ToegewezenProduct[2]/Ingangsdatum = 2023-06-01
ToegewezenProduct[2]/Einddatum = 2023-12-31
ToegewezenProduct[2]/Budget = 100000
ToegewezenProduct[3]/ToewijzingNummer = 3
ToegewezenProduct[3]/Product/Categorie = 07
ToegewezenProduct[3]/Product/Code = 07A01
ToegewezenProduct[3]/Toewijzingsdatum = 2023-06-01
ToegewezenProduct[3]/Toewijzingstijd = 10:00:00
ToegewezenProduct[3]/Ingangsdatum = 2023-06-01
ToegewezenProduct[3]/Einddatum = 2023-12-31
ToegewezenProduct[3]/Omvang/Volume = 3
ToegewezenProduct[3]/Omvang/Eenheid = 16
ToegewezenProduct[3]/Omvang/Frequentie = 2)";

constexpr std::string_view k305 = R"(
@ Client/StartProducten
StartProduct[1]/ToewijzingNummer = 1
StartProduct[1]/Begindatum = 2023-06-01
StartProduct[1]/StatusAanlevering = 1
StartProduct[2]/Product/Categorie = 04
StartProduct[2]/Product/Code = 04A01
StartProduct[2]/Begindatum = 2023-06-02
StartProduct[2]/StatusAanlevering = 3)";

constexpr std::string_view k307 = R"(
@ Client/StopProducten
StopProduct[1]/ToewijzingNummer = 1
StopProduct[1]/Begindatum = 2023-02-01
StopProduct[1]/RedenBeeindiging = 20
StopProduct[1]/Einddatum = 2023-05-01
StopProduct[1]/StatusAanlevering = 1
StopProduct[2]/ToewijzingNummer = 2
StopProduct[2]/Begindatum = 2023-02-01
StopProduct[2]/RedenBeeindiging = 19
StopProduct[2]/Einddatum = 2023-05-01
StopProduct[2]/StatusAanlevering = 1)";

constexpr std::string_view k315 = R"(
@ Client/AangevraagdeProducten
AangevraagdProduct[1]/ReferentieAanbieder = REF-1
AangevraagdProduct[1]/BeschikkingNummer = 77
AangevraagdProduct[1]/Product/Categorie = 02
AangevraagdProduct[1]/Product/Code = 02A05
AangevraagdProduct[1]/BeschikkingIngangsdatum = 2023-05-01
AangevraagdProduct[1]/ToewijzingIngangsdatum = 2023-07-01
AangevraagdProduct[1]/ToewijzingEinddatum = 2023-12-31
AangevraagdProduct[1]/Omvang/Volume = 10
AangevraagdProduct[1]/Omvang/Eenheid = 04
AangevraagdProduct[1]/Omvang/Frequentie = 4
AangevraagdProduct[1]/Verwijzer/Type = 02
AangevraagdProduct[1]/Verwijzer/ZorgverlenerCode = 01000001
AangevraagdProduct[2]/ReferentieAanbieder = REF-2
AangevraagdProduct[2]/Product/Categorie = 03
AangevraagdProduct[2]/ToewijzingIngangsdatum = 2023-07-01
AangevraagdProduct[2]/ToewijzingEinddatum = 2023-12-31
AangevraagdProduct[2]/Budget = 100000
AangevraagdProduct[2]/Verwijzer/Type = 01)";

constexpr std::string_view k317 = R"(
@ Client
Bsn = 999900006
@ Client/Verzoek
ReferentieAanbieder = REF-3
RedenVerzoek = 1
OngewijzigdeProducten/OngewijzigdProduct[1]/ToewijzingNummer = 1
OngewijzigdeProducten/OngewijzigdProduct[2]/ToewijzingNummer = 2
TeWijzigenProducten/TeWijzigenProduct[1]/ToewijzingNummer = 3
TeWijzigenProducten/TeWijzigenProduct[1]/GewensteIngangsdatum = 2023-07-01
TeWijzigenProducten/TeWijzigenProduct[1]/Einddatum = 2023-12-31
TeWijzigenProducten/TeWijzigenProduct[1]/Omvang/Volume = 4
TeWijzigenProducten/TeWijzigenProduct[1]/Omvang/Eenheid = 04
TeWijzigenProducten/TeWijzigenProduct[1]/Omvang/Frequentie = 4
NieuweProducten/NieuwProduct[1]/Product/Categorie = 02
NieuweProducten/NieuwProduct[1]/Product/Code = 02A05
NieuweProducten/NieuwProduct[1]/GewensteIngangsdatum = 2023-07-01
NieuweProducten/NieuwProduct[1]/Einddatum = 2023-12-31
NieuweProducten/NieuwProduct[1]/Omvang/Volume = 10
NieuweProducten/NieuwProduct[1]/Omvang/Eenheid = 04
NieuweProducten/NieuwProduct[1]/Omvang/Frequentie = 4
NieuweProducten/NieuwProduct[2]/Product/Categorie = 03
NieuweProducten/NieuwProduct[2]/GewensteIngangsdatum = 2023-07-01
NieuweProducten/NieuwProduct[2]/Einddatum = 2023-12-31
NieuweProducten/NieuwProduct[2]/Budget = 100000)";

constexpr std::string_view k319 = R"(
@ Antwoord
ReferentieAanbieder = REF-1
VerzoekAntwoord = 1
RedenAfwijzingVerzoek = 5)";

/// Client 1: April, and March corrected (credit and anew); client 2: April in euros, and a credit of March.
constexpr std::string_view k323 = R"(
@ Declaratie
DeclaratieNummer = DN1
DeclaratiePeriode/Begindatum = 2023-04-01
DeclaratiePeriode/Einddatum = 2023-04-30
DeclaratieDagtekening = 2023-06-05
TotaalIngediendBedrag/TotaalBedrag = 66000
TotaalIngediendBedrag/DebetCredit = D
@ Declaratie/Clienten/Client[1]
Bsn = 999900006
Prestaties/Prestatie[1]/ProductReferentie/ReferentieNummer = RN1
Prestaties/Prestatie[1]/ToewijzingNummer = 1
Prestaties/Prestatie[1]/ProductCategorie = 02
Prestaties/Prestatie[1]/ProductCode = 02A05
Prestaties/Prestatie[1]/ProductPeriode/Begindatum = 2023-04-01
Prestaties/Prestatie[1]/ProductPeriode/Einddatum = 2023-04-30
Prestaties/Prestatie[1]/GeleverdVolume = 8
Prestaties/Prestatie[1]/Eenheid = 04
Prestaties/Prestatie[1]/ProductTarief = 5000
Prestaties/Prestatie[1]/IngediendBedrag/Bedrag = 40000
Prestaties/Prestatie[1]/IngediendBedrag/DebetCredit = D
Prestaties/Prestatie[2]/ProductReferentie/ReferentieNummer = RN2
Prestaties/Prestatie[2]/ProductReferentie/VorigReferentieNummer = OUD1
Prestaties/Prestatie[2]/ToewijzingNummer = 1
Prestaties/Prestatie[2]/ProductCategorie = 02
Prestaties/Prestatie[2]/ProductCode = 02A05
Prestaties/Prestatie[2]/ProductPeriode/Begindatum = 2023-03-01
Prestaties/Prestatie[2]/ProductPeriode/Einddatum = 2023-03-31
Prestaties/Prestatie[2]/GeleverdVolume = 2
Prestaties/Prestatie[2]/Eenheid = 04
Prestaties/Prestatie[2]/ProductTarief = 5000
Prestaties/Prestatie[2]/IngediendBedrag/Bedrag = 10000
Prestaties/Prestatie[2]/IngediendBedrag/DebetCredit = C
Prestaties/Prestatie[3]/ProductReferentie/ReferentieNummer = RN3
Prestaties/Prestatie[3]/ToewijzingNummer = 1
Prestaties/Prestatie[3]/ProductCategorie = 02
Prestaties/Prestatie[3]/ProductCode = 02A05
Prestaties/Prestatie[3]/ProductPeriode/Begindatum = 2023-03-01
Prestaties/Prestatie[3]/ProductPeriode/Einddatum = 2023-03-31
Prestaties/Prestatie[3]/GeleverdVolume = 3
Prestaties/Prestatie[3]/Eenheid = 04
Prestaties/Prestatie[3]/ProductTarief = 5000
Prestaties/Prestatie[3]/IngediendBedrag/Bedrag = 15000
Prestaties/Prestatie[3]/IngediendBedrag/DebetCredit = D
@ Declaratie/Clienten/Client[2]
Bsn = 999900018
Prestaties/Prestatie[1]/ProductReferentie/ReferentieNummer = RN4
Prestaties/Prestatie[1]/ToewijzingNummer = 2
Prestaties/Prestatie[1]/ProductCategorie = 03
Prestaties/Prestatie[1]/ProductCode = 03A01
Prestaties/Prestatie[1]/ProductPeriode/Begindatum = 2023-04-01
Prestaties/Prestatie[1]/ProductPeriode/Einddatum = 2023-04-30
Prestaties/Prestatie[1]/GeleverdVolume = 25000
Prestaties/Prestatie[1]/Eenheid = 83
Prestaties/Prestatie[1]/IngediendBedrag/Bedrag = 25000
Prestaties/Prestatie[1]/IngediendBedrag/DebetCredit = D
Prestaties/Prestatie[2]/ProductReferentie/ReferentieNummer = RN5
Prestaties/Prestatie[2]/ProductReferentie/VorigReferentieNummer = OUD2
Prestaties/Prestatie[2]/ToewijzingNummer = 2
Prestaties/Prestatie[2]/ProductCategorie = 03
Prestaties/Prestatie[2]/ProductCode = 03A01
Prestaties/Prestatie[2]/ProductPeriode/Begindatum = 2023-03-01
Prestaties/Prestatie[2]/ProductPeriode/Einddatum = 2023-03-31
Prestaties/Prestatie[2]/GeleverdVolume = 4000
Prestaties/Prestatie[2]/Eenheid = 83
Prestaties/Prestatie[2]/IngediendBedrag/Bedrag = 4000
Prestaties/Prestatie[2]/IngediendBedrag/DebetCredit = C)";

std::string_view inhoud(int nummer) {
  switch (nummer) {
    case 301:
      return k301;
    case 305:
      return k305;
    case 307:
      return k307;
    case 315:
      return k315;
    case 317:
      return k317;
    case 319:
      return k319;
    case 323:
      return k323;
    default:
      throw std::logic_error("no example of " + std::to_string(nummer));
  }
}

void put_line(Boom& out, std::string_view below, std::string_view line) {
  const auto equals = line.find(" = ");
  const std::string path = fmt::format("Bericht/{}{}{}", below, below.empty() ? "" : "/",
                                       line.substr(line.starts_with("- ") ? 2 : 0, equals));
  const bool done = line.starts_with("- ") ? out.take_away(path) : out.put(path, line.substr(equals + 3));
  if (!done) throw std::logic_error("example: " + std::string(line));
}

void put_lines(Boom& out, std::string_view lines) {
  std::string_view below;
  while (!lines.empty()) {
    const auto end = lines.find('\n');
    const std::string_view line = lines.substr(0, end);
    lines = end == std::string_view::npos ? "" : lines.substr(end + 1);
    if (line.starts_with("@ "))
      below = line.substr(2);
    else if (!line.empty())
      put_line(out, below, line);
  }
}

/// The answer when the first lines of both clients are refused.
Boom declaratieantwoord() {
  Berichtbevindingen refused(2);
  for (std::size_t i = 0; i < refused.size(); ++i) {
    refused[i].niveau = 3;
    refused[i].retourcode = "9338";
    refused[i].pad = fmt::format("Bericht/Declaratie/Clienten/Client[{}]/Prestaties/Prestatie[1]", i + 1);
  }
  return *make_antwoord(good_bericht(323), refused, {"VB2", std::chrono::year(2023) / 6 / 12});
}

}  // namespace

Boom good_bericht(int nummer) {
  const Berichtsoort& kind = *release_3_2().bericht(nummer);
  if (nummer == 325) return declaratieantwoord();
  if (kind.heen != 0) return *make_antwoord(good_bericht(kind.heen), {}, {"VB2", std::chrono::year(2023) / 6 / 12});
  Boom out = with_header(nummer, "9999", "42420001", "VB1", std::chrono::year(2023) / 6 / 5);
  if (nummer < 317) put_lines(out, fmt::format("{}{}", kClient, nummer == 301 ? inhoud(nummer) : ""));
  if (nummer != 301) put_lines(out, inhoud(nummer));
  return out;
}

Boom with_fout(const Voorbeeldfout& fout) {
  Boom out = good_bericht(fout.bericht);
  for (std::string_view steps = fout.wijziging; !steps.empty();) {
    const auto end = steps.find("; ");
    put_line(out, "", steps.substr(0, end));
    steps = end == std::string_view::npos ? "" : steps.substr(end + 2);
  }
  return out;
}

}  // namespace zorgkader::iwmo
