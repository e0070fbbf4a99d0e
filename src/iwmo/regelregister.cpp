// Where the rules went that are no check of their own: kept by the schema, by another rule, or not for a program to
// judge.
#include "iwmo/regelregister.hpp"

namespace zorgkader::iwmo {
namespace {

constexpr std::string_view kSchema = "schema", kLezen = "lezen en schrijven", kAntwoord = "antwoord",
                           kAndere = "andere regel", kAfspraak = "afspraak", kTermijn = "termijn", kMensen = "mensen";

constexpr Regeltoelichting kToelichtingen[] = {
    {"RS001 RS002 RS004 RS005 RS006 RS040", kSchema, "De grenzen van een getal staan bij het datatype."},
    {"RS008 RS009 RS010 RS011 RS012 RS013 RS014 RS015 RS016 RS017 RS018 RS019 RS020 RS021 RS023 RS024 RS025 RS026 "
     "RS028",
     kSchema, "De langste lengte staat bij het datatype."},
    {"RS031 RS033", kSchema, "Een waarde is nooit leeg; de schrijver laat lege onderdelen weg."},
    {"RS032 RS034", kSchema, "Een datum of tijd met een tijdzone wordt niet gelezen."},
    {"RS035 RS036 RS037 RS045 RS046 RS048", kSchema, "Hoe een waarde eruitziet staat bij het datatype."},
    {"RS047 CS015 CS025", kSchema, "De vaste waarden staan bij de uitgave en bij het bericht."},
    {"CS319", kSchema, "DeclaratieNummer heeft alleen letters en cijfers; dat staat bij het datatype."},
    {"OP079 OP091 OP260 OP281", kSchema, "De vorm van het bericht laat niets anders toe."},
    {"IV024 IV042", kSchema,
     "Bedragen en volumes zijn gehele getallen; bij Eenheid 83 toetst CS339 dat bedrag en volume gelijk zijn."},
    {"IV034", kSchema, "De versies staan bij de uitgave."},
    {"OP179 OP192", kLezen,
     "De lezer weigert een bestand dat te groot is of geen UTF-8 zonder BOM; de schrijver maakt CR/LF."},
    {"OP047 OP286", kAntwoord, "Een fout binnen het bericht geeft 0001 en keurt het hele bericht af."},
    {"OP065 OP303 OP304 IV028 IV033 IV087 IV088", kAntwoord, "Zo wordt het antwoord gebouwd."},
    {"IV032", kAntwoord, "De vier niveaus: een hoger niveau telt pas als de lagere schoon zijn."},
    {"CS318", kAndere, "CS050: NaamGebruik 6 is nooit goed."},
    {"OP033 IV008", kAndere, "TR063, TR071, TR074 en TR382."},
    {"OP033x2", kAndere, "CS058."},
    {"OP072 OP155", kAndere, "TR382: zonder de start waarnaar hij verwijst is er geen stop."},
    {"OP130", kAndere, "TR006; de naam is verplicht in het schema."},
    {"OP252 IV009", kAndere, "CS139."},
    {"OP259", kAndere, "TR302."},
    {"OP267", kAndere, "TR341."},
    {"OP275", kAndere, "TR332."},
    {"OP276 OP086", kAndere, "TR338: zonder toewijzing wordt niet betaald."},
    {"OP279 OP368 IV084 IV089", kAndere, "TR307, TR308, TR387 en TR388."},
    {"OP280", kAndere, "CS340 en TR319."},
    {"OP283", kAndere, "TR314."},
    {"OP284 IV090", kAndere, "TR318."},
    {"OP289 OP379", kAndere, "TR326."},
    {"OP302", kAndere, "TR339, TR340 en TR381."},
    {"OP305", kAndere, "CS338 laat Eenheid 84 toe; of stuks per inspanning zijn afgesproken staat in het contract."},
    {"OP306 IV092", kAndere, "TR349, TR350 en TR351."},
    {"OP308", kAndere, "TR352 en TR353."},
    {"OP344", kAndere, "TR359, TR360 en TR365; dat er een antwoord komt is een termijn."},
    {"OP347", kAndere, "TR361, TR386 en TR410."},
    {"OP349", kAndere, "TR333."},
    {"OP350", kAndere, "TR374."},
    {"OP354", kAndere, "TR137."},
    {"OP355", kAndere, "TR337 en TR376."},
    {"OP360", kAndere, "TR390."},
    {"OP361", kAndere, "TR347 en TR383."},
    {"OP362", kAndere, "TR385."},
    {"OP365 IV076 IV077 IV078", kAndere, "TR321, TR322 en TR369."},
    {"OP366", kAndere, "TR322, TR369 en TR389 tellen creditregels eerst."},
    {"OP367", kAndere, "CS337."},
    {"OP377 OP378", kAndere, "TR413, TR414 en TR415."},
    {"IV007", kAndere, "CS050; de delen van een naam staan los in het schema."},
    {"IV013 OP080", kAndere,
     "Het archief ordent toewijzingen op Toewijzingsdatum en Toewijzingstijd en niet op ontvangst."},
    {"IV046", kAndere, "TR378."},
    {"IV052", kAndere, "CD043; of er een beschikking is weet de aanbieder."},
    {"IV075", kAndere, "CD041 en CD077 tot en met CD080."},
    {"IV079 IV081", kAndere, "TR346 rekent bij een uurtarief in minuten met het uurtarief."},
    {"IV085 IV091", kAndere, "TR323; een creditregel wordt alleen om haar vorm afgekeurd."},
    {"IV086", kAndere, "TR316."},
    {"IV096", kAndere, "TR019 en TR101: zonder ToewijzingNummer is het product met Begindatum de sleutel."},
    {"IV097", kAndere, "TR379."},
    {"OP364", kAfspraak, "Geen regel keurt een prestatie af om een start of stop; dat is met een test bewaakt."},
    {"OP095 OP039", kAfspraak, "Er wordt niets getoetst wat de afzender niet kan weten of wat mag verschillen."},
    {"OP087 OP348 IV093 IV094", kAfspraak,
     "Wat een 301 moet bevatten volgt uit wat de gemeente heeft besloten; voor de ontvanger is er geen retourcode."},
    {"OP257 OP380 IV066 IV099", kAfspraak,
     "Of een wijziging een nieuw nummer of een reden vraagt hangt af van wat de gemeente bedoelde; er is geen "
     "retourcode."},
    {"OP258 OP363 OP369 OP288", kAfspraak,
     "Zegt welk bericht bij welke gebeurtenis hoort; of het gebeurd is staat er niet in."},
    {"OP261 OP262 OP263 OP264 OP295 OP296 IV074", kAfspraak,
     "De uitvoeringsvariant staat in het contract; wat daarvan in Lijsten staat bepaalt hoe het volume wordt "
     "getoetst."},
    {"OP254", kAfspraak, "Het register van AGB-codes is niet openbaar; het schema toetst hoe een code eruitziet."},
    {"OP090 OP090x2 OP090x4 OP271 OP272 OP274 OP343 OP346", kTermijn,
     "Of iets op tijd is blijkt uit de dag van ontvangst en niet uit het bericht."},
    {"OP003 OP076 OP191 OP297 IV002 IV047", kMensen, "Vraagt een oordeel over een persoon of een situatie."},
    {"OP033x1 OP186 OP298 OP299", kMensen, "Vraagt instemming van de aanbieder; die staat in geen bericht."},
    {"OP043 OP307", kMensen, "Of er een pgb of een open beschikking is staat in geen bericht."},
    {"OP071", kMensen, "Of een Relatie dezelfde persoon is als eerder blijkt niet uit het bericht."},
    {"OP345 UP031", kMensen,
     "Of zorg rechtmatig blijft beoordelen gemeente en aanbieder; TR385 bewaakt wat al gedeclareerd is."},
    {"UP001 UP003 UP004 UP006 UP007 UP016 UP017 UP019 UP023 UP024 UP025 UP026 UP027 UP028 UP032 UP037", kAfspraak,
     "Uitgangspunt van de standaard; de andere regels werken het uit."},
};

}  // namespace

std::span<const Regeltoelichting> regeltoelichtingen() {
  return kToelichtingen;
}

}  // namespace zorgkader::iwmo
