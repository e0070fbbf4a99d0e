// The code lists of the standard that are part of its schema: the only values a field may have.
#pragma once

#include "iwmo/schema.hpp"

namespace zorgkader::iwmo::codelijst {

inline constexpr Code kAanduidingWoonadres[] = {
    {"AB", "Aan boord"}, {"BY", "Bij"}, {"TO", "Tegenover"}, {"WW", "Woonwagen"}};
inline constexpr Code kAdresSoort[] = {
    {"01", "BRP-adres"}, {"02", "Correspondentie-adres"}, {"03", "Verblijfadres"}, {"04", "Tijdelijk verblijfadres"}};
inline constexpr Code kCommunicatievorm[] = {{"1", "Tolk taal"}, {"2", "Doventolk"}, {"3", "Doofblindentolk"}};
inline constexpr Code kDatumGebruik[] = {{"1", "dag onbekend; alleen maand en jaar gebruiken"},
                                         {"2", "dag en maand onbekend; alleen jaar gebruiken"},
                                         {"3", "dag, maand en jaar onbekend; onbekende datum"}};
inline constexpr Code kDebetCredit[] = {{"C", "Creditbedrag en aantal"}, {"D", "Debetbedrag en aantal"}};
inline constexpr Code kEenheid[] = {{"01", "Minuut"},
                                    {"04", "Uur"},
                                    {"14", "Etmaal"},
                                    {"16", "Dagdeel (4 uur)"},
                                    {"82", "Stuks (output)"},
                                    {"83", "Euro's"},
                                    {"84", "Stuks (inspanning)"}};
inline constexpr Code kFrequentie[] = {
    {"1", "Per dag"}, {"2", "Per week"}, {"4", "Per maand"}, {"6", "Totaal binnen geldigheidsduur toewijzing"}};
inline constexpr Code kGeslacht[] = {{"0", "Onbekend"}, {"1", "Mannelijk"}, {"2", "Vrouwelijk"}};
inline constexpr Code kJaNee[] = {{"1", "Ja"}, {"2", "Nee"}};
inline constexpr Code kJuridischeStatus[] = {{"01", "Rechterlijke machtiging (rm) voorlopig / voortgezette machtiging"},
                                             {"02", "RM op eigen verzoek"},
                                             {"03", "RM met voorwaardelijk ontslag"},
                                             {"04", "Onder toezichtstelling (ots)"},
                                             {"05", "In bewaring stelling (ibs)"},
                                             {"11", "Strafrechterlijke justitiele contacten: tbs"},
                                             {"12", "Strafrechterlijke justitiele contacten: overig"}};
inline constexpr Code kLandCode[] = {
    {"AD", ""}, {"AE", ""}, {"AF", ""}, {"AG", ""}, {"AI", ""}, {"AL", ""}, {"AM", ""}, {"AO", ""}, {"AQ", ""},
    {"AR", ""}, {"AS", ""}, {"AT", ""}, {"AU", ""}, {"AW", ""}, {"AX", ""}, {"AZ", ""}, {"BA", ""}, {"BB", ""},
    {"BD", ""}, {"BE", ""}, {"BF", ""}, {"BG", ""}, {"BH", ""}, {"BI", ""}, {"BJ", ""}, {"BL", ""}, {"BM", ""},
    {"BN", ""}, {"BO", ""}, {"BQ", ""}, {"BR", ""}, {"BS", ""}, {"BT", ""}, {"BV", ""}, {"BW", ""}, {"BY", ""},
    {"BZ", ""}, {"CA", ""}, {"CC", ""}, {"CD", ""}, {"CF", ""}, {"CG", ""}, {"CH", ""}, {"CI", ""}, {"CK", ""},
    {"CL", ""}, {"CM", ""}, {"CN", ""}, {"CO", ""}, {"CR", ""}, {"CU", ""}, {"CV", ""}, {"CW", ""}, {"CX", ""},
    {"CY", ""}, {"CZ", ""}, {"DE", ""}, {"DJ", ""}, {"DK", ""}, {"DM", ""}, {"DO", ""}, {"DZ", ""}, {"EC", ""},
    {"EE", ""}, {"EG", ""}, {"EH", ""}, {"ER", ""}, {"ES", ""}, {"ET", ""}, {"FI", ""}, {"FJ", ""}, {"FK", ""},
    {"FM", ""}, {"FO", ""}, {"FR", ""}, {"GA", ""}, {"GB", ""}, {"GD", ""}, {"GE", ""}, {"GF", ""}, {"GG", ""},
    {"GH", ""}, {"GI", ""}, {"GL", ""}, {"GM", ""}, {"GN", ""}, {"GP", ""}, {"GQ", ""}, {"GR", ""}, {"GS", ""},
    {"GT", ""}, {"GU", ""}, {"GW", ""}, {"GY", ""}, {"HK", ""}, {"HM", ""}, {"HN", ""}, {"HR", ""}, {"HT", ""},
    {"HU", ""}, {"ID", ""}, {"IE", ""}, {"IL", ""}, {"IM", ""}, {"IN", ""}, {"IO", ""}, {"IQ", ""}, {"IR", ""},
    {"IS", ""}, {"IT", ""}, {"JE", ""}, {"JM", ""}, {"JO", ""}, {"JP", ""}, {"KE", ""}, {"KG", ""}, {"KH", ""},
    {"KI", ""}, {"KM", ""}, {"KN", ""}, {"KP", ""}, {"KR", ""}, {"KW", ""}, {"KY", ""}, {"KZ", ""}, {"LA", ""},
    {"LB", ""}, {"LC", ""}, {"LI", ""}, {"LK", ""}, {"LR", ""}, {"LS", ""}, {"LT", ""}, {"LU", ""}, {"LV", ""},
    {"LY", ""}, {"MA", ""}, {"MC", ""}, {"MD", ""}, {"ME", ""}, {"MF", ""}, {"MG", ""}, {"MH", ""}, {"MK", ""},
    {"ML", ""}, {"MM", ""}, {"MN", ""}, {"MO", ""}, {"MP", ""}, {"MQ", ""}, {"MR", ""}, {"MS", ""}, {"MT", ""},
    {"MU", ""}, {"MV", ""}, {"MW", ""}, {"MX", ""}, {"MY", ""}, {"MZ", ""}, {"NA", ""}, {"NC", ""}, {"NE", ""},
    {"NF", ""}, {"NG", ""}, {"NI", ""}, {"NL", ""}, {"NO", ""}, {"NP", ""}, {"NR", ""}, {"NU", ""}, {"NZ", ""},
    {"OM", ""}, {"PA", ""}, {"PE", ""}, {"PF", ""}, {"PG", ""}, {"PH", ""}, {"PK", ""}, {"PL", ""}, {"PM", ""},
    {"PN", ""}, {"PR", ""}, {"PS", ""}, {"PT", ""}, {"PW", ""}, {"PY", ""}, {"QA", ""}, {"RE", ""}, {"RO", ""},
    {"RS", ""}, {"RU", ""}, {"RW", ""}, {"SA", ""}, {"SB", ""}, {"SC", ""}, {"SD", ""}, {"SE", ""}, {"SG", ""},
    {"SH", ""}, {"SI", ""}, {"SJ", ""}, {"SK", ""}, {"SL", ""}, {"SM", ""}, {"SN", ""}, {"SO", ""}, {"SR", ""},
    {"SS", ""}, {"ST", ""}, {"SV", ""}, {"SX", ""}, {"SY", ""}, {"SZ", ""}, {"TC", ""}, {"TD", ""}, {"TF", ""},
    {"TG", ""}, {"TH", ""}, {"TJ", ""}, {"TK", ""}, {"TL", ""}, {"TM", ""}, {"TN", ""}, {"TO", ""}, {"TR", ""},
    {"TT", ""}, {"TV", ""}, {"TW", ""}, {"TZ", ""}, {"UA", ""}, {"UG", ""}, {"UM", ""}, {"US", ""}, {"UY", ""},
    {"UZ", ""}, {"VA", ""}, {"VC", ""}, {"VE", ""}, {"VG", ""}, {"VI", ""}, {"VN", ""}, {"VU", ""}, {"WF", ""},
    {"WS", ""}, {"YE", ""}, {"YT", ""}, {"ZA", ""}, {"ZM", ""}, {"ZW", ""}};
inline constexpr Code kNaamGebruik[] = {{"1", "Eigen naam"},
                                        {"2", "Naam echtgenoot of geregistreerd partner of alternatieve naam"},
                                        {"3", "Naam echtgenoot of geregistreerd partner gevolgd door eigen naam"},
                                        {"4", "Eigen naam gevolgd door naam echtgenoot of geregistreerd partner"},
                                        {"5", "Pseudoniem"},
                                        {"6", "Niet-natuurlijk persoon"}};
inline constexpr Code kProductCategorie[] = {
    {"01", "Hulp bij het huishouden"},
    {"02", "Begeleiding"},
    {"03", "Persoonlijke verzorging"},
    {"04", "Kortdurend verblijf"},
    {"05", "Woondiensten"},
    {"06", "Overige ondersteuning gericht op het individu of huishouden/gezin"},
    {"07", "Dagbesteding"},
    {"08", "Vervoerdiensten"},
    {"09", "Overige groepsgerichte ondersteuning"},
    {"10", "Overige maatwerk arrangementen"},
    {"11", "Rolstoelen"},
    {"12", "Vervoervoorzieningen"},
    {"13", "Woonvoorzieningen"},
    {"14", "Overige hulpmiddelen"},
    {"15", "Beschermd wonen"},
    {"16", "Opvang"},
    {"17", "Spoedopvang"},
    {"18", "Overige beschermd wonen en opvang"}};
inline constexpr Code kRedenAfwijzingVerzoek[] = {{"1", "Geen wijziging, maar nieuwe aanvraag"},
                                                  {"2", "Past niet binnen budget"},
                                                  {"3", "Geen contract"},
                                                  {"4", "Past niet binnen contract"},
                                                  {"5", "Andere gemeente"},
                                                  {"6", "Stapeling"},
                                                  {"7", "Zorginhoudelijke afkeur"},
                                                  {"8", "Woonplaatsbeginsel"},
                                                  {"9", "Leeftijdsgrens is bereikt"}};
inline constexpr Code kRedenBeeindiging[] = {{"02", "Overlijden"},
                                             {"19", "Levering volgens plan beeindigd"},
                                             {"20", "Levering is tijdelijk beeindigd"},
                                             {"21", "Levering is eenzijdig door client beeindigd"},
                                             {"22", "Levering is eenzijdig door aanbieder beeindigd"},
                                             {"23", "Levering is in overeenstemming voortijdig beeindigd"},
                                             {"31", "Verhuizing naar een andere gemeente"},
                                             {"36", "Geinitieerd door de gemeente"},
                                             {"37", "In verband met wijzigingsverzoek"},
                                             {"38", "Overstap naar andere aanbieder"},
                                             {"39", "Uitstroom naar ander domein"}};
inline constexpr Code kRedenVerzoek[] = {{"1", "Verandering clientsituatie"}, {"2", "Wijziging zorgplan"}};
inline constexpr Code kRedenWijziging[] = {{"01", "Administratieve correctie (vervallen)"},
                                           {"02", "Client overleden"},
                                           {"03", "Contractwijziging"},
                                           {"04", "Herbeoordeling: verlenging toewijzing"},
                                           {"05", "Herbeoordeling: verkorting toewijzing"},
                                           {"06", "Uitstroom naar ander domein"},
                                           {"07", "Verhuizing naar een andere gemeente"},
                                           {"08", "Wijziging leveringsvorm"},
                                           {"09", "Overstap naar andere aanbieder"},
                                           {"10", "Overgang naar nieuwe bekostigingssystematiek"},
                                           {"11", "Gemeentelijke herindeling"},
                                           {"12", "Geinitieerd door de aanbieder"},
                                           {"13", "Verwijderd"},
                                           {"14", "Administratieve correctie"}};
inline constexpr Code kRetourCode[] = {
    {"0001", ""}, {"0200", ""}, {"0233", ""}, {"0611", ""}, {"8001", ""}, {"8017", ""}, {"8021", ""}, {"8187", ""},
    {"8214", ""}, {"8848", ""}, {"9019", ""}, {"9056", ""}, {"9063", ""}, {"9069", ""}, {"9071", ""}, {"9074", ""},
    {"9307", ""}, {"9308", ""}, {"9319", ""}, {"9321", ""}, {"9322", ""}, {"9326", ""}, {"9332", ""}, {"9333", ""},
    {"9338", ""}, {"9339", ""}, {"9340", ""}, {"9341", ""}, {"9346", ""}, {"9347", ""}, {"9349", ""}, {"9350", ""},
    {"9351", ""}, {"9355", ""}, {"9357", ""}, {"9359", ""}, {"9360", ""}, {"9361", ""}, {"9365", ""}, {"9366", ""},
    {"9367", ""}, {"9369", ""}, {"9373", ""}, {"9374", ""}, {"9375", ""}, {"9379", ""}, {"9384", ""}, {"9385", ""},
    {"9387", ""}, {"9388", ""}, {"9389", ""}, {"9390", ""}, {"9411", ""}, {"9412", ""}, {"9413", ""}, {"9414", ""},
    {"9415", ""}, {"S300", ""}, {"S329", ""}};
inline constexpr Code kSoortRelatie[] = {{"03", "Curator (juridisch)"},
                                         {"04", "Financieel (gemachtigd)"},
                                         {"05", "Financieel (toetsing)"},
                                         {"06", "Leefeenheid"},
                                         {"07", "Hulpverlener"},
                                         {"08", "Specialist"},
                                         {"09", "Anders"},
                                         {"10", "Ouder"},
                                         {"11", "Voogd"},
                                         {"12", "Partner/echtgeno(o)t(e)"},
                                         {"13", "Pleegouder"},
                                         {"14", "Bewindvoerder"},
                                         {"15", "Mentor"},
                                         {"16", "Zoon/dochter"},
                                         {"17", "Familielid"},
                                         {"18", "Gezinslid"},
                                         {"19", "Buur"},
                                         {"20", "Vriend(in)/kennis"},
                                         {"21", "Clientondersteuner"},
                                         {"22", "Huisarts"},
                                         {"23", "Erven van"},
                                         {"24", "Werkgever"},
                                         {"25", "Wijkcoach"}};
inline constexpr Code kStatusAanlevering[] = {{"1", "Eerste aanlevering"},
                                              {"2", "Gewijzigde aanlevering"},
                                              {"3", "Verwijderen aanlevering"},
                                              {"9", "Niet van toepassing (ongewijzigd)"}};
inline constexpr Code kTypeVerwijzer[] = {{"01", "Gemeente"},
                                          {"02", "Huisarts"},
                                          {"03", "Jeugdarts"},
                                          {"04", "Gecertificeerde instelling"},
                                          {"05", "Medisch specialist"},
                                          {"06", "Zelfverwijzer/geen verwijzer"},
                                          {"08", ""}};
inline constexpr Code kVerzoekAntwoord[] = {{"1", "Verzoek afgewezen"}, {"2", "Aanvraag in onderzoek"}};
inline constexpr Code kWettelijkeVertegenwoordiging[] = {{"06", "Voogdij"},
                                                         {"07", "Bewindvoering"},
                                                         {"08", "Mentorschap"},
                                                         {"09", "Onder curatele stelling"},
                                                         {"10", "Zaakwaarneming"}};

}  // namespace zorgkader::iwmo::codelijst
