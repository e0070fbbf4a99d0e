// What registers say together: current rows, references, and rows that may not hold on one day.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "dossier/registerstand.hpp"
#include "register_hulp.hpp"

namespace zorgkader::dossier {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Reads, checks and applies; what was found.
Bevindingen neem(Registerstand& stand, std::string_view naam, std::string_view csv, std::int64_t event) {
  const auto blok = stand.check(lees(naam, csv));
  stand.apply(*blok.soort, blok.rijen, event);
  return blok.bevindingen;
}

TEST(Registerstand, KnowsTheCurrentRowAndWhatItCorrects) {
  Registerstand stand;
  const std::string head = "gemeente;dienst;jaar;versie;plafond;status\n";
  const auto first = lees("budgetten", head + "0935;BGI;2022;1;100,5;voorlopig\n0936;BGI;2022;1;7;voorlopig\n");
  EXPECT_EQ(stand.apply(*first.soort, first.rijen, 3), 2u);
  EXPECT_EQ(stand.apply(*first.soort, first.rijen, 4), 0u);
  const auto second = lees("budgetten", head + "0936;BGI;2022;1;7;voorlopig\n0935;BGI;2022;1;200;definitief\n");
  EXPECT_EQ(stand.apply(*second.soort, second.rijen, 5), 1u);
  const Standrij* row = stand.find("budgetten", {"0935", "BGI", "2022", "1"});
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->tekst("status"), "definitief");
  EXPECT_EQ(row->getal("plafond"), Getal(200));
  EXPECT_EQ(row->gebeurtenis, 5);
  EXPECT_EQ(row->corrigeert, 3);
  EXPECT_EQ(row->rij.regel, 3u);
  EXPECT_EQ(stand.find("budgetten", {"0936", "BGI", "2022", "1"})->gebeurtenis, 3);
  EXPECT_EQ(stand.find("budgetten", {"0936", "BGI", "2022", "2"}), nullptr);
  EXPECT_EQ(stand.size("budgetten"), 2u);
  EXPECT_EQ(stand.size("capaciteit"), 0u);
}

TEST(Registerstand, ReadsRowsByColumn) {
  Registerstand stand;
  neem(stand, "capaciteit", "aanbieder;gemeente;dienst;van;plaatsen;clientstop\nVlinder;0935;BGI;2022-03-01;1200;nee\n",
       1);
  neem(stand, "indexcijfers", "publicatie;component;jaar;stand;waarde\nP;ova;2022;voorlopig;1,125\n", 2);
  const Standrij& row = *stand.find("capaciteit", {"Vlinder", "0935", "BGI", "2022-03-01"});
  EXPECT_EQ(row.datum("van"), parse_datum("2022-03-01"));
  EXPECT_EQ(row.datum("tot"), std::nullopt);
  EXPECT_EQ(row.looptijd().tot, kGeenEinde);
  EXPECT_EQ(row.getal("plaatsen"), Getal(1200));
  EXPECT_FALSE(row.ja("clientstop"));
  EXPECT_EQ(stand.find("indexcijfers", {"P", "ova", "2022", "voorlopig"})->getal("waarde"), Getal::breuk(9, 8));
  int seen = 0;
  stand.each("capaciteit", [&](const Standrij&) { return ++seen < 1; });
  EXPECT_EQ(seen, 1);
}

TEST(Registerstand, FindsGemeentenByName) {
  Registerstand stand;
  neem(stand, "gemeenten", "code;naam\n0935;Een\n0936;Twee\n0937;Twee\n", 1);
  EXPECT_THAT(stand.gemeentecodes("Een"), ElementsAre("0935"));
  EXPECT_THAT(stand.gemeentecodes("Twee"), ElementsAre("0936", "0937"));
  EXPECT_THAT(stand.gemeentecodes("een"), IsEmpty());
}

TEST(MSP_003, AnAddendumWithoutItsContractIsRefused) {
  Registerstand stand;
  const std::string contract =
      "contract;aanbieder;dienst;ingangsdatum;einddatum\nC1;Vlinder;BGI;2022-01-01;2022-12-31\n";
  const std::string addendum = "addendum;contract;in_overleg_op\nA1;C1;2022-02-01\nA2;C2;2022-02-01\n";
  EXPECT_THAT(plekken(stand.check(lees("addenda", addendum)).bevindingen),
              ElementsAre("register-verwijzing 2:0", "register-verwijzing 3:0"));
  neem(stand, "contracten", contract, 1);
  const auto blok = stand.check(lees("addenda", addendum));
  EXPECT_THAT(rijen(blok), ElementsAre("2: A1|C1|2022-02-01|||"));
  EXPECT_THAT(zinnen(blok.bevindingen), ElementsAre("Kolom `contract`: `C2` staat niet in het register contracten."));
  EXPECT_EQ(blok.geweigerd, 1u);
}

TEST(Registerstand, OfAGemeenteLooksInTheRegionToo) {
  Registerstand regio;
  neem(regio, "dispensaties",
       "dispensatie;gemeente;dienst;populatie;van\nD1;0935;BGI;niet-aangeboren hersenletsel;2022-01-01\n", 1);
  Registerstand stand(&regio);
  EXPECT_NE(stand.find("dispensaties", {"D1"}), nullptr);
  const std::string melding = "gemeente;melding;bsn;ontvangen_op\n0935;M1;999900006;2022-03-01\n";
  const auto refused = stand.check(lees("meldingen", melding));
  EXPECT_THAT(zinnen(refused.bevindingen), ElementsAre("Kolom `bsn`: dit bsn staat niet in het register clienten."));
  neem(stand, "clienten", "gemeente;bsn;geboortedatum\n0935;999900006;1950-01-01\n", 1);
  EXPECT_THAT(neem(stand, "meldingen", melding, 2), IsEmpty());
  // MSP-032: a populatie is one that a partner was dispensed from.
  const auto blok = stand.check(lees("onderzoeken",
                                     "gemeente;onderzoek;melding;populatie\n"
                                     "0935;O1;M1;niet-aangeboren hersenletsel\n0935;O2;M1;iets anders\n0935;O3;M2;\n"));
  EXPECT_THAT(plekken(blok.bevindingen), ElementsAre("register-verwijzing 4:0", "register-verwijzing 3:0"));
  EXPECT_EQ(blok.rijen.size(), 1u);
}

/// A name that the region does not know would be a row that counts nowhere.
TEST(Registerstand, AnAanbiederIsOneOfTheRegisterOnceThatHasRows) {
  Registerstand regio;
  Registerstand stand(&regio);
  const std::string rows =
      "aanbieder;gemeente;dienst;van;clientstop\nVlinder;0935;BGI;2022-01-01;nee\nVlindr;0935;BGI;2022-01-01;ja\n";
  EXPECT_THAT(regio.check(lees("capaciteit", rows)).bevindingen, IsEmpty());
  neem(regio, "aanbieders", "agb;naam;aanbieder;rol\n42420001;Stichting Vlinder;Vlinder;zelf\n", 1);
  const auto blok = regio.check(lees("capaciteit", rows));
  EXPECT_THAT(plekken(blok.bevindingen), ElementsAre("register-verwijzing 3:0"));
  EXPECT_EQ(blok.bevindingen[0].wat,
            "Kolom `aanbieder`: `Vlindr` staat niet als aanbieder in het register aanbieders.");
  EXPECT_EQ(blok.bevindingen[0].doe, "Bedoelt u `Vlinder`?");
  EXPECT_EQ(blok.rijen.size(), 1U);
  const auto waits = stand.check(lees("wachtlijst", "gemeente;bsn;aanbieder;van\n0935;999900006;Das;2022-01-01\n"));
  ASSERT_EQ(waits.bevindingen.size(), 1U);
  EXPECT_EQ(waits.bevindingen[0].doe,
            "Herstel de waarde, of lever eerst het register aanbieders aan met een rij ervoor.");
  const std::string none = "maatregel;soort;reden;aanbieder;van\nM1;tarief;te hoog;;2022-01-01\n";
  EXPECT_THAT(regio.check(lees("maatregelen", none)).bevindingen, IsEmpty()) << "empty is nobody";
}

TEST(Registerstand, AGemeenteIsOneOfTheRegisterOnceThatHasRows) {
  Registerstand regio;
  Registerstand stand(&regio);
  const std::string rows = "gemeente;bsn;geboortedatum\n0935;999900006;1980-01-01\n0936;999900018;1980-01-01\n";
  EXPECT_THAT(stand.check(lees("clienten", rows)).bevindingen, IsEmpty());
  neem(regio, "gemeenten", "code;naam\n0935;Maastricht\n", 1);
  EXPECT_THAT(zinnen(stand.check(lees("clienten", rows)).bevindingen),
              ElementsAre("Kolom `gemeente`: `0936` staat niet als code in het register gemeenten."));
}

// ---- rows that may not hold on one day ----------------------------------------------------------------------------

const std::string kWacht = "gemeente;bsn;aanbieder;van;tot\n";

TEST(DRE_031, AClientStandsOnOneWaitingList) {
  Registerstand stand;
  EXPECT_THAT(neem(stand, "wachtlijst", kWacht + "0935;999900006;Vlinder;2024-01-01;2024-01-31\n", 1), IsEmpty());
  const auto found = neem(stand, "wachtlijst",
                          kWacht +
                              "0935;999900006;Egel;2024-01-31;\n"  // the last day still counts
                              "0935;999900006;Egel;2024-02-01;\n"  // the day after
                              "0935;999900006;Das;2024-05-01;\n"   // while at Egel
                              "0935;999900018;Das;2024-05-01;\n",  // somebody else
                          2);
  EXPECT_THAT(plekken(found), ElementsAre("register-regel 2:0", "register-regel 4:0"));
  EXPECT_EQ(found[0].wat, "De dagen van deze rij vallen samen met die van een rij die al vastligt.");
  EXPECT_EQ(found[1].wat, "De dagen van deze rij vallen samen met die van regel 3.");
  EXPECT_THAT(found[0].doe, HasSubstr("wachtlijst"));
  for (const Bevinding& b : found) EXPECT_THAT(to_text(b), Not(HasSubstr("999900006")));
  EXPECT_EQ(stand.size("wachtlijst"), 3u);
}

TEST(DRE_031, OneFileMayCloseAPlaceAndOpenAnotherInAnyOrder) {
  Registerstand stand;
  neem(stand, "wachtlijst", kWacht + "0935;999900006;Vlinder;2024-01-01;\n", 1);
  EXPECT_THAT(neem(stand, "wachtlijst",
                   kWacht + "0935;999900006;Egel;2024-03-01;\n0935;999900006;Vlinder;2024-01-01;2024-02-29\n", 2),
              IsEmpty());
  EXPECT_EQ(stand.size("wachtlijst"), 2u);
}

/// The row that would have made room is refused itself: the row it replaces stays, and is in the way again.
TEST(DRE_031, ARefusedRowMakesNoRoom) {
  Registerstand stand;
  neem(stand, "wachtlijst",
       kWacht + "0935;999900006;Vlinder;2024-01-01;2024-06-30\n0935;999900006;Das;2024-07-01;2024-07-31\n", 1);
  const auto blok = stand.check(lees("wachtlijst", kWacht + "0935;999900006;Egel;2024-02-01;2024-02-28\n"
                                                            "0935;999900006;Uil;2024-08-01;2024-12-31\n"
                                                            "0935;999900006;Vlinder;2024-01-01;2024-12-31\n"));
  // Vlinder until December meets Egel; without it Vlinder until June stands, and Egel falls within it.
  EXPECT_THAT(rijen(blok), ElementsAre("3: 0935|999900006|Uil|2024-08-01|2024-12-31||"));
  EXPECT_THAT(plekken(blok.bevindingen), ElementsAre("register-regel 4:0", "register-regel 2:0"));
}

TEST(Registerstand, ATariefAndAVormHoldOneAtATime) {
  Registerstand stand;
  neem(stand, "producten", "code;categorie;omschrijving;dienst\n02A06;02;x;BGI\n", 1);
  const std::string head = "code;aanbieder;van;tot;tarief;eenheid\n";
  EXPECT_THAT(plekken(neem(stand, "tarieven",
                           head + "02A06;;2022-01-01;;250;82\n02A06;Vlinder;2022-06-01;;260;82\n"
                                  "02A06;;2023-01-01;;255;82\n",
                           2)),
              ElementsAre("register-regel 4:0"));
  EXPECT_THAT(neem(stand, "tarieven", head + "02A06;;2022-01-01;2022-12-31;250;82\n02A06;;2023-01-01;;255;82\n", 3),
              IsEmpty());
  neem(stand, "contracten", "contract;aanbieder;dienst;ingangsdatum;einddatum\nC1;Vlinder;BGI;2022-01-01;2022-12-31\n",
       4);
  EXPECT_THAT(plekken(neem(stand, "contractvormen",
                           "contract;van;tot;variant;bekostiging\nC1;2021-01-01;2021-12-31;outputgericht;maandtarief\n"
                           "C1;2021-12-31;;taakgericht;lumpsum\nC1;2022-01-01;;taakgericht;lumpsum\n",
                           5)),
              ElementsAre("register-regel 3:0"));
}

/// Whatever is delivered, in whatever pieces: no client is on two lists on one day.
RC_GTEST_PROP(DRE_031, NoDayHasTwoLists, ()) {
  Registerstand stand;
  const auto deliveries = *rc::gen::inRange(1, 5);
  for (int event = 1; event <= deliveries; ++event) {
    std::string csv = kWacht;
    const auto rows = *rc::gen::inRange(1, 7);
    for (int i = 0; i < rows; ++i) {
      const int van = *rc::gen::inRange(1, 9), tot = van + *rc::gen::inRange(0, 4);
      csv += "0935;999900006;" + std::string(1, *rc::gen::element('A', 'B', 'C')) + ";2024-01-0" + std::to_string(van) +
             ";2024-01-" + (tot < 10 ? "0" : "") + std::to_string(tot) + "\n";
    }
    neem(stand, "wachtlijst", csv, event);
  }
  std::map<Datum, int> days;
  stand.each("wachtlijst", [&](const Standrij& row) {
    for (Datum day = row.looptijd().van; day <= row.looptijd().tot; day += std::chrono::days(1)) ++days[day];
    return true;
  });
  for (const auto& [day, count] : days) RC_ASSERT(count == 1);
}

TEST(Registerblok, IsCutByGemeente) {
  const auto parts = split_per_gemeente(lees("clienten",
                                             "gemeente;bsn;geboortedatum\n0936;999900006;1950-01-01\n"
                                             "0935;999900018;1950-01-01\n0936;999900018;1950-01-01\n"));
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[0].first, "0935");
  EXPECT_EQ(parts[1].second.rijen.size(), 2u);
  EXPECT_EQ(parts[1].second.bestand, "clienten.csv");
}

}  // namespace
}  // namespace zorgkader::dossier
