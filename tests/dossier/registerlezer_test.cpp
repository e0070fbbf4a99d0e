// Files of registers: what is read, what is refused and where.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "feiten/hulp.hpp"
#include "feiten/zipbouwer.hpp"
#include "register_hulp.hpp"

namespace zorgkader::dossier {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kBsn = "999900006";

TEST(Registerlezer, ReadsColumnsInAnyOrderToCanonicalText) {
  const auto blok = lees("contracten",
                         "\xEF\xBB\xBF"
                         "aanbieder;contract;dienst;einddatum;ingangsdatum;bestedingsruimte;signaal\r\n"
                         "\"Zorg; & co\";C1;BGI;31-12-2023;1 januari 2022;€ 1.265,5;87,5%\r\n");
  EXPECT_THAT(rijen(blok), ElementsAre("2: C1|Zorg; & co|BGI||2022-01-01|2023-12-31||1265.50|87.5"));
  EXPECT_THAT(blok.bevindingen, IsEmpty());
  EXPECT_EQ(blok.geweigerd, 0u);
}

TEST(Registerlezer, ReadsCommas) {
  EXPECT_THAT(rijen(lees("gemeenten", "code,naam\n0935,\"Een, stad\"\n")), ElementsAre("2: 0935|Een, stad|||"));
}

TEST(Registerlezer, RefusesTheRowAndKeepsTheOthers) {
  const auto blok = lees("gemeenten",
                         "code;naam;van;tot\n"
                         "0935;Een;2022-01-01;\n"
                         "935;Twee;;\n"
                         "0936;;31-02-2022;\n"
                         "0937;Vier;2022-01-02;2022-01-01\n"
                         "0938;Vijf\n"
                         "0939;Zes;;\n");
  EXPECT_THAT(rijen(blok), ElementsAre("2: 0935|Een||2022-01-01|", "7: 0939|Zes|||"));
  EXPECT_THAT(plekken(blok.bevindingen),
              ElementsAre("cel-fout 3:1", "cel-fout 4:6", "cel-fout 4:7", "register-regel 5:22", "rij-fout 6:0"));
  EXPECT_EQ(blok.geweigerd, 4u);
  EXPECT_EQ(blok.bevindingen[0].wat, "`935` heeft geen 4 cijfers.");
  EXPECT_EQ(blok.bevindingen[3].wat, "`tot` (2022-01-01) ligt voor `van` (2022-01-02).");
  EXPECT_EQ(blok.bevindingen[0].fragment, "935;Twee;;");
}

TEST(Registerlezer, SecondRowOfAKeyIsRefused) {
  const auto blok = lees("tarieven",
                         "code;aanbieder;van;tarief;eenheid\n"
                         "02A06;;2022-01-01;250;82\n"
                         "02A06;;01-01-2022;251;82\n"
                         "02A06;Vlinder;2022-01-01;251;82\n");
  EXPECT_THAT(rijen(blok), ElementsAre("2: 02A06||2022-01-01||250.00|82|", "4: 02A06|Vlinder|2022-01-01||251.00|82|"));
  EXPECT_THAT(plekken(blok.bevindingen), ElementsAre("rij-dubbel 3:0"));
  EXPECT_EQ(blok.bevindingen[0].wat, "Dezelfde sleutel als op regel 2: code 02A06, van 2022-01-01.");
}

TEST(Registerlezer, HeaderSaysWhatIsMissingAndUnknown) {
  const auto blok = lees("gemeenten", "code;nam;regio;regio;\n0935;Een;R;R;\n");
  EXPECT_THAT(plekken(blok.bevindingen),
              ElementsAre("kolom-onbekend 1:6", "kolom-onbekend 1:16", "kolom-onbekend 1:22", "kolom-ontbreekt 1:0"));
  EXPECT_THAT(blok.bevindingen[0].doe, HasSubstr("`naam`"));
  EXPECT_THAT(blok.rijen, IsEmpty());
  EXPECT_EQ(blok.geweigerd, 1u);
}

TEST(Registerlezer, AnUnknownColumnDoesNotStopTheRows) {
  const auto blok = lees("gemeenten", "code;naam;kleur\n0935;Een;rood\n");
  EXPECT_THAT(plekken(blok.bevindingen), ElementsAre("kolom-onbekend 1:11"));
  EXPECT_THAT(rijen(blok), ElementsAre("2: 0935|Een|||"));
}

TEST(Registerlezer, EmptyFilesAndRows) {
  EXPECT_THAT(plekken(lees("gemeenten", "").bevindingen), ElementsAre("kolom-ontbreekt 1:0", "kolom-ontbreekt 1:0"));
  EXPECT_THAT(rijen(lees("gemeenten", "code;naam\n;\n\n0935;Een\n\n")), ElementsAre("4: 0935|Een|||"));
  EXPECT_THAT(plekken(lees("gemeenten",
                           "code;naam\n09\xFF"
                           "5;Een\n")
                          .bevindingen),
              ElementsAre("bestand-onleesbaar 2:3"));
}

struct Cellen {
  const char* naam;
  const char* csv;
  const char* want;  // the row, or the sentence
};

const Cellen kCellen[] = {
    {"indexcijfers", "publicatie;component;jaar;stand;waarde\nP;ova;2022;voorlopig;-1,25\n",
     "2: P|ova|2022|voorlopig|-1.25"},
    {"indexcijfers", "publicatie;component;jaar;stand;waarde\nP;ova;22;voorlopig;1\n", "`22` heeft geen 4 cijfers."},
    {"indexcijfers", "publicatie;component;jaar;stand;waarde\nP;ova;2022;Voorlopig;1\n",
     "`Voorlopig` is geen keuze voor stand."},
    {"indexcijfers", "publicatie;component;jaar;stand;waarde\nP;ova;2022;definitief;3,87 %\n",
     "2: P|ova|2022|definitief|3.87"},
    {"budgetten", "gemeente;dienst;jaar;versie;plafond;status\n0935;BGI;2022;1;1.265;definitief\n",
     "`1.265` kan een duizendtal of een breuk zijn."},
    {"budgetten", "gemeente;dienst;jaar;versie;plafond;status\n0935;BGI;2022;1;12,345;definitief\n",
     "`12,345` heeft meer dan twee decimalen."},
    {"budgetten", "gemeente;dienst;jaar;versie;plafond;status\n0935;BGI;2022;1;-1;definitief\n",
     "`-1` is kleiner dan 0."},
    {"budgetten", "gemeente;dienst;jaar;versie;plafond;status\n0935;BGI;2022;1,5;1;definitief\n",
     "`1,5` is geen geheel getal."},
    {"budgetten", "gemeente;dienst;jaar;versie;plafond;status\nEen;BGI;2022;1;1;definitief\n",
     "2: 0935|BGI|2022|1|1.00|definitief"},
    {"budgetten", "gemeente;dienst;jaar;versie;plafond;status\nTwee;BGI;2022;1;1;definitief\n",
     "`Twee` is de naam van meer dan een gemeente."},
    {"budgetten", "gemeente;dienst;jaar;versie;plafond;status\nDrie;BGI;2022;1;1;definitief\n",
     "`Drie` is geen gemeente."},
    {"planregels", "gemeente;plan;activiteit;maand;uren\n0935;P1;koken;1;2,5\n", "2: 0935|P1|koken|1|2.5"},
    {"planregels", "gemeente;plan;activiteit;maand;uren\n0935;P1;koken;0;2,5\n", "`0` is kleiner dan 1."},
    {"clienten", "gemeente;bsn;geboortedatum\n0935;123456789;1950-01-01\n", "`123456789` is geen burgerservicenummer."},
    {"clienten", "gemeente;bsn;geboortedatum\n0935;000000000;1950-01-01\n", "`000000000` is geen burgerservicenummer."},
    {"clienten", "gemeente;bsn;geboortedatum;psychogeriatrisch\n0935;999900006;1950-01-01;Ja\n",
     "2: 0935|999900006|1950-01-01||ja|"},
    {"pgb", "gemeente;bsn;dienst;maand;bedrag\n0935;999900006;BGI;2022-03-02;10\n",
     "2022-03-02 is niet de eerste dag van een maand."},
};

TEST(Registerlezer, CellsOfEveryKind) {
  const Gemeentezoeker search = [](std::string_view naam) {
    return naam == "Een" ? Teksten{"0935"} : naam == "Twee" ? Teksten{"0936", "0937"} : Teksten{};
  };
  for (const Cellen& c : kCellen) {
    const auto blok = lees(c.naam, c.csv, search);
    EXPECT_THAT(blok.bevindingen.empty() ? rijen(blok) : zinnen(blok.bevindingen), ElementsAre(c.want)) << c.csv;
  }
}

// ---- a burgerservicenummer where none may stand -------------------------------------------------------------------

TEST(UVP_027, X_15_ABsnInARegisterOfTheRegionIsRefused) {
  const auto blok = lees("besluiten",
                         "besluit;datum;orgaan;onderwerp;extra\n"
                         "B1;2022-01-01;college;Over cliënt 999900006.;\n"
                         "B2;2022-01-01;college;Zaak 1999900006 en 999900007;\n"
                         "B3;2022-01-01;college;x;999900006\n");
  EXPECT_THAT(rijen(blok), ElementsAre("3: B2|2022-01-01|college|Zaak 1999900006 en 999900007|||"));
  EXPECT_THAT(plekken(blok.bevindingen), ElementsAre("kolom-onbekend 1:32", "bsn-verboden 2:23", "bsn-verboden 4:25"));
  for (const Bevinding& b : blok.bevindingen) EXPECT_THAT(to_text(b), Not(HasSubstr(kBsn)));
}

TEST(X_15, ABsnStandsOnlyInItsColumn) {
  const auto blok = lees("clienten", "gemeente;bsn;geboortedatum;wijk\n0935;999900006;1950-01-01;999900006\n");
  EXPECT_THAT(plekken(blok.bevindingen), ElementsAre("bsn-verboden 2:27"));
  EXPECT_THAT(blok.rijen, IsEmpty());
}

TEST(X_15, ANumberOfAToewijzingIsNoBsn) {
  EXPECT_THAT(
      rijen(lees("onderbrekingen", "gemeente;bsn;toewijzing;van;reden\n0935;999900006;999900006;2022-01-01;op reis\n")),
      ElementsAre("2: 0935|999900006|999900006|2022-01-01||op reis|"));
}

TEST(X_15, FindingsOnPersonsQuoteNoRow) {
  const auto blok = lees("clienten",
                         "gemeente;bsn;geboortedatum\n0935;999900006;31-02-1950\n0935;999900006;1950-01-01\n"
                         "0935;999900006;1950-01-02\n");
  EXPECT_THAT(plekken(blok.bevindingen), ElementsAre("cel-fout 2:16", "rij-dubbel 3:0", "rij-dubbel 4:0"));
  for (const Bevinding& b : blok.bevindingen) EXPECT_THAT(to_text(b), Not(HasSubstr(kBsn)));
}

RC_GTEST_PROP(Registerlezer, AnyDigitsAreJudgedAsTheElfproefDoes, ()) {
  const auto digits = *rc::gen::container<std::string>(9, rc::gen::inRange('0', static_cast<char>('9' + 1)));
  int sum = 0;
  for (int i = 0; i < 8; ++i) sum += (digits[static_cast<std::size_t>(i)] - '0') * (9 - i);
  RC_ASSERT(is_bsn(digits) == ((sum - (digits[8] - '0')) % 11 == 0 && digits != "000000000"));
  RC_ASSERT(contains_bsn("nr." + digits + "x") == is_bsn(digits));
  RC_ASSERT(!contains_bsn("1" + digits));
}

// ---- rules of one row
// -------------------------------------------------------------------------------------------------

std::string onderzoek(const std::string& columns, const std::string& cells) {
  return "gemeente;onderzoek;melding;" + columns + "\n0935;O1;M1;" + cells + "\n";
}

TEST(MSP_023, AFinishedOnderzoekSaysWhetherSupportIsNeeded) {
  EXPECT_THAT(zinnen(lees("onderzoeken", onderzoek("afgerond_op", "2022-03-01")).bevindingen),
              ElementsAre("`begeleiding_nodig` is niet gevuld."));
  EXPECT_EQ(lees("onderzoeken", onderzoek("afgerond_op;begeleiding_nodig", "2022-03-01;nee")).rijen.size(), 1u);
  EXPECT_EQ(lees("onderzoeken", onderzoek("begeleiding_nodig", "ja")).rijen.size(), 1u);  // not finished yet
}

TEST(MSP_025, NeedAndExpertiseAndWhyMaatwerkAreFilled) {
  const std::string columns =
      "afgerond_op;begeleiding_nodig;leveringsvorm;dienst;zorgbehoefte;deskundigheid;eerdere_lagen";
  EXPECT_EQ(lees("onderzoeken", onderzoek(columns, "2022-03-01;ja;ZIN;BGI;a;b;c")).rijen.size(), 1u);
  const auto blok = lees("onderzoeken", onderzoek(columns, "2022-03-01;ja;PGB;BGI;;;"));
  EXPECT_THAT(zinnen(blok.bevindingen), ElementsAre("`zorgbehoefte` is niet gevuld.", "`deskundigheid` is niet gevuld.",
                                                    "`eerdere_lagen` is niet gevuld."));  // the last one: ACH-058
  EXPECT_THAT(blok.bevindingen[2].doe, HasSubstr("Bijlage 2"));
}

TEST(MSP_031, APreferenceHasAMotivationAndAFlag) {
  EXPECT_THAT(plekken(lees("onderzoeken", onderzoek("voorkeur;voorkeur_motivering", "Vlinder;")).bevindingen),
              ElementsAre("register-regel 2:0", "register-regel 2:20"));
  EXPECT_EQ(
      lees("onderzoeken", onderzoek("voorkeur;voorkeur_motivering;voorkeur_geworven", "Vlinder;x;nee")).rijen.size(),
      1u);
}

TEST(MSP_002, AnAddendumSkipsNoStep) {
  const std::string head = "addendum;contract;in_overleg_op;akkoord_op;besluit_op;getekend_op\n";
  EXPECT_EQ(lees("addenda", head + "A1;C1;2022-01-01;2022-01-01;2022-02-01;2022-03-01\n").rijen.size(), 1u);
  EXPECT_EQ(lees("addenda", head + "A1;C1;;;;\n").rijen.size(), 1u);
  EXPECT_THAT(zinnen(lees("addenda", head + "A1;C1;2022-01-01;;;2022-03-01\n").bevindingen),
              ElementsAre("`getekend_op` is gevuld, maar `besluit_op` niet."));
  EXPECT_THAT(zinnen(lees("addenda", head + "A1;C1;2022-01-02;2022-01-01;;\n").bevindingen),
              ElementsAre("`akkoord_op` (2022-01-01) ligt voor `in_overleg_op` (2022-01-02)."));
}

TEST(LEK_033, APlanGoesToTheInhabitantAfterApproval) {
  const std::string head =
      "gemeente;plan;bsn;soort;plan_ontvangen_op;getoetst_op;goedgekeurd_op;naar_inwoner_op;goedgekeurd_door\n"
      "0935;P1;999900006;begeleidingsplan;";
  EXPECT_EQ(lees("plannen", head + "2022-01-01;2022-01-02;2022-01-03;2022-01-03;ST\n").rijen.size(), 1u);
  EXPECT_THAT(zinnen(lees("plannen", head + "2022-01-01;2022-01-02;;2022-01-03;\n").bevindingen),
              ElementsAre("`naar_inwoner_op` is gevuld, maar `goedgekeurd_op` niet."));
  EXPECT_THAT(zinnen(lees("plannen", head + "2022-01-01;2022-01-02;2022-01-04;2022-01-03;\n").bevindingen),
              ElementsAre("`naar_inwoner_op` (2022-01-03) ligt voor `goedgekeurd_op` (2022-01-04).",
                          "`goedgekeurd_door` is niet gevuld."));
}

TEST(LEK_036, MoreThanTheBandHasAnEnd) {
  const std::string head = "gemeente;plan;bsn;soort;reden_hoger;hoger_tot\n0935;P1;999900006;begeleidingsplan;";
  EXPECT_EQ(lees("plannen", head + "start;2022-03-01\n").rijen.size(), 1u);
  EXPECT_THAT(zinnen(lees("plannen", head + "start;\n").bevindingen), ElementsAre("`hoger_tot` is niet gevuld."));
}

TEST(DRE_022, DRE_028_ALongDecisionSaysTimeMandateAndObjection) {
  const std::string head =
      "gemeente;beschikking;bsn;soort;datum;product;tijdseenheid;omvang;van;mandaat;bezwaar_bij\n"
      "0935;B1;999900006;";
  EXPECT_EQ(lees("beschikkingen", head + "lang;2024-01-01;02A05;minuten per week;90;2024-01-01;SDD;SDD\n").rijen.size(),
            1u);
  EXPECT_EQ(lees("beschikkingen", head + "kort;2024-01-01;02A05;;;2024-01-01;;\n").rijen.size(), 1u);
  EXPECT_THAT(
      zinnen(lees("beschikkingen", head + "lang;2024-01-01;schoon en leefbaar huis;;;2024-01-01;;\n").bevindingen),
      ElementsAre("`tijdseenheid` is niet gevuld.", "`omvang` is niet gevuld.", "`mandaat` is niet gevuld.",
                  "`bezwaar_bij` is niet gevuld."));
}

TEST(ACH_031, ACH_006_AResultNeedsThreeAgreementsAndIsClosedByToegang) {
  const std::string head =
      "gemeente;bsn;resultaat;resultaatgebied;streefdatum;akkoord_toegang;akkoord_client;akkoord_aanbieder;behaald_op;"
      "gesloten_door\n0935;999900006;R1;wonen;2023-01-01;";
  EXPECT_EQ(lees("resultaten", head + "ja;ja;ja;2022-12-01;toegang\n").rijen.size(), 1u);
  EXPECT_THAT(zinnen(lees("resultaten", head + "ja;nee;ja;;\n").bevindingen),
              ElementsAre("Hier staat `nee`; hier hoort `ja`."));
  EXPECT_THAT(zinnen(lees("resultaten", head + "ja;ja;ja;2022-12-01;aanbieder\n").bevindingen),
              ElementsAre("Hier staat `aanbieder`; hier hoort `toegang`."));
  EXPECT_THAT(zinnen(lees("resultaten", head + "ja;ja;ja;2022-12-01;\n").bevindingen),
              ElementsAre("`gesloten_door` is niet gevuld; hier hoort `toegang`."));
}

TEST(ACH_057, ASubcontractorWithoutProofIsRefused) {
  const std::string head = "aanbieder;agb;dienst;kwaliteit_aangetoond\nVlinder;42420001;BGI;";
  EXPECT_EQ(lees("onderaannemers", head + "ja\n").rijen.size(), 1u);
  EXPECT_THAT(plekken(lees("onderaannemers", head + "nee\n").bevindingen), ElementsAre("register-regel 2:22"));
}

// ---- workbooks and files ------------------------------------------------------------------------------------------

std::string cel(const std::string& adres, const std::string& text) {
  return "<c r=\"" + adres + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

std::string werkmap(const std::string& blad, const std::string& sheet) {
  auto delen = feiten::minimal(sheet);
  std::string& book = delen["xl/workbook.xml"];
  book.replace(book.find("\"tarief\""), 8, "\"" + blad + "\"");
  const feiten::TijdelijkeMap map;
  feiten::write_zip(map.pad() / "x.xlsx", delen);
  std::ifstream in(map.pad() / "x.xlsx", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const std::string kBlad = "<row r=\"1\">" + cel("A1", "code") + cel("B1", "naam") + cel("C1", "van") +
                          "</row><row r=\"2\">" + cel("A2", "0935") + cel("B2", "Een") +
                          "<c r=\"C2\" s=\"1\"><v>44621</v></c></row><row r=\"5\"><c r=\"A5\"><v>936</v></c>" +
                          cel("B5", "Twee") + "</row><row r=\"6\">" + cel("A6", "0937") + cel("B6", "Drie") + "</row>";

TEST(Registerbestand, ASheetNamedAsARegisterIsOne) {
  const auto read = read_registers(werkmap("gemeenten", kBlad), "map/levering.xlsx");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 1u);
  const Registerblok& blok = read->front();
  EXPECT_THAT(rijen(blok), ElementsAre("2: 0935|Een||2022-03-01|", "6: 0937|Drie|||"));
  EXPECT_THAT(zinnen(blok.bevindingen), ElementsAre("Blad `gemeenten`, cel A5: `936` heeft geen 4 cijfers."));
  EXPECT_EQ(blok.blad, "gemeenten");
  EXPECT_EQ(blok.geweigerd, 1u);
}

TEST(Registerbestand, AWorkbookOfOneSheetMayCarryTheName) {
  const auto read = read_registers(werkmap("Blad1", kBlad), "gemeenten.xlsx");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->front().rijen.size(), 2u);
}

TEST(Registerbestand, WhatIsNoRegisterIsSaid) {
  EXPECT_THAT(plekken(read_registers(werkmap("Blad1", kBlad), "x.xlsx").errors()),
              ElementsAre("register-onbekend 0:0"));
  EXPECT_THAT(plekken(read_registers("geen zip", "gemeenten.xlsx").errors()), ElementsAre("bestand-onleesbaar 0:0"));
  EXPECT_THAT(plekken(read_registers("", "plannen.txt").errors()), ElementsAre("bestand-onleesbaar 0:0"));
  const auto near = read_registers("", "map/plannnen.csv");
  ASSERT_FALSE(near);
  EXPECT_EQ(near.errors()[0].wat, "`plannnen` is geen register.");
  EXPECT_THAT(near.errors()[0].doe, HasSubstr("`plannen`"));
  EXPECT_EQ(read_registers("code;naam\n0935;Een\n", "map/gemeenten.CSV")->front().rijen.size(), 1u);
}

TEST(Registerlezer, HasLimits) {
  std::string many = "code;naam\n";
  for (std::size_t i = 0; i <= kMaxRegisterRijen; ++i) many += "x;\n";
  const auto blok = lees("gemeenten", many);
  EXPECT_THAT(plekken(blok.bevindingen), ElementsAre("bestand-te-groot 0:0"));
  EXPECT_THAT(blok.rijen, IsEmpty());
  EXPECT_THAT(plekken(lees("gemeenten", std::string(kMaxRegisterBytes + 1, 'x')).bevindingen),
              ElementsAre("bestand-te-groot 0:0"));
  const auto text =
      lees("besluiten", "besluit;datum;orgaan;onderwerp\nB;2022-01-01;c;" + std::string(kMaxRegisterTekst + 1, 'x'));
  EXPECT_THAT(plekken(text.bevindingen), ElementsAre("cel-fout 2:16"));
}

}  // namespace
}  // namespace zorgkader::dossier
