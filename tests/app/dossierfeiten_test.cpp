// Facts out of a dossier: every telling, every condition, and keys.
#include <gmock/gmock.h>

#include "dossierfeiten_hulp.hpp"

namespace zorgkader {
namespace {

using testing::IsEmpty;

TEST_F(Dossierfeiten, ASumAndACountAreZeroForNamedMembersWithoutRows) {
  const Geladen loaded = load(
      "invoer som per gemeente [getal]\ninvoer rijen per gemeente [getal]\ninvoer partijen per gemeente [getal]\n"
      "invoer maten per gemeente [getal]\ninvoer geheel [getal]\ninvoer niets [getal]\n",
      "| som | capaciteit | som plaatsen | | |\n| rijen | capaciteit | aantal | | |\n"
      "| partijen | capaciteit | aantal aanbieder | | |\n| maten | capaciteit | aantal plaatsen | | |\n"
      "| geheel | capaciteit | som plaatsen | | |\n| niets | capaciteit | som plaatsen | dienst = XYZ | |\n");
  EXPECT_THAT(faults(loaded), IsEmpty());
  EXPECT_EQ(shown(loaded, "som"), Lijst({"Oost=15", "West=10", "Zuid=0"}));
  EXPECT_EQ(shown(loaded, "rijen"), Lijst({"Oost=3", "West=2", "Zuid=0"}));
  EXPECT_EQ(shown(loaded, "partijen"), Lijst({"Oost=2", "West=2", "Zuid=0"}));
  EXPECT_EQ(shown(loaded, "maten"), Lijst({"Oost=2", "West=2", "Zuid=0"})) << "what is not filled in is no value";
  EXPECT_EQ(shown(loaded, "geheel"), Lijst({"=25"}));
  EXPECT_EQ(shown(loaded, "niets"), Lijst({"=0"}));
}

TEST_F(Dossierfeiten, ZerosAreForEveryCombinationOfNamedMembersAndOthersComeWithTheirRows) {
  const Geladen loaded =
      load("invoer som per gemeente, aanbieder [getal]\n", "| som | capaciteit | som plaatsen | | |\n");
  EXPECT_EQ(shown(loaded, "som"), Lijst({"Oost,De Brug=15", "Oost,De Hoek=0", "West,De Brug=0", "West,De Hoek=7",
                                         "West,De Laan=3", "Zuid,De Brug=0"}))
      << "De Hoek in Oost has a row without a number of places";
}

TEST_F(Dossierfeiten, FirstLastTheOneValueAndWhetherThereIsARow) {
  const Geladen loaded = load(
      "invoer begin per gemeente [datum]\ninvoer nieuwste per gemeente [datum]\ninvoer minst per gemeente [getal]\n"
      "invoer meest per gemeente [getal]\ninvoer achterste per gemeente [tekst]\ninvoer er per gemeente [ja/nee]\n"
      "invoer dicht per aanbieder [ja/nee]\ninvoer einde per gemeente [datum]\ninvoer index [%]\n",
      "| begin | capaciteit | eerste van | | |\n| nieuwste | capaciteit | laatste van | | |\n"
      "| minst | capaciteit | eerste plaatsen | | |\n| meest | capaciteit | laatste plaatsen | | |\n"
      "| achterste | capaciteit | laatste aanbieder | | |\n| er | capaciteit | bestaat | | |\n"
      "| dicht | capaciteit | waarde clientstop | dienst = BGI | |\n| einde | capaciteit | laatste tot | | |\n"
      "| index | indexcijfers | waarde waarde | | |\n");
  EXPECT_THAT(faults(loaded), IsEmpty());
  EXPECT_EQ(shown(loaded, "begin"), Lijst({"Oost=2022-01-01", "West=2022-02-15"}));
  EXPECT_EQ(shown(loaded, "nieuwste"), Lijst({"Oost=2022-02-01", "West=2022-03-01"}));
  EXPECT_EQ(shown(loaded, "minst"), Lijst({"Oost=5", "West=3"}));
  EXPECT_EQ(shown(loaded, "meest"), Lijst({"Oost=10", "West=7"}));
  EXPECT_EQ(shown(loaded, "achterste"), Lijst({"Oost=De Hoek", "West=De Laan"}));
  EXPECT_EQ(shown(loaded, "er"), Lijst({"Oost=ja", "West=ja"}));
  EXPECT_EQ(shown(loaded, "dicht"), Lijst({"De Brug=nee", "De Hoek=nee", "De Laan=ja"}));
  EXPECT_EQ(shown(loaded, "einde"), Lijst({"Oost=2022-02-28"})) << "where no row has a value there is none";
  EXPECT_EQ(shown(loaded, "index"), Lijst({"=3.87"}));
}

TEST_F(Dossierfeiten, SeveralRowsOfSumsAddUp) {
  const Geladen loaded = load("invoer geld per gemeente [€]\n",
                              "| geld | budgetten | som plafond | status = definitief | |\n"
                              "| geld | budgetten | som plafond | versie = 1; gemeente <> West | |\n");
  EXPECT_THAT(faults(loaded), IsEmpty());
  EXPECT_EQ(shown(loaded, "geld"), Lijst({"Oost=1999.75", "West=10.00", "Zuid=0.00"})) << "999,25 and 1.000,50";
  const Tabel& table = loaded.feiten.tabellen.at("geld");
  EXPECT_THAT(table.herkomst.bron, testing::Contains("1 rij van budgetten, 1 rij van budgetten"));
}

TEST_F(Dossierfeiten, SumsOfDifferentMembersOfAnOpenKeyAddUpToo) {
  const Geladen loaded = load("invoer n per aanbieder [getal]\n",
                              "| n | capaciteit | som plaatsen | gemeente = Oost | |\n"
                              "| n | capaciteit | som plaatsen | gemeente = West | |\n");
  EXPECT_EQ(shown(loaded, "n"), Lijst({"De Brug=15", "De Hoek=7", "De Laan=3"}));
}

TEST_F(Dossierfeiten, ConditionsOnTexts) {
  EXPECT_EQ(count("dienst = BGI"), "=4");
  EXPECT_EQ(count("dienst = BGI of BGG"), "=5");
  EXPECT_EQ(count("dienst <> BGI"), "=1");
  EXPECT_EQ(count("dienst <> BGI of BGG"), "=0");
  EXPECT_EQ(count("aanbieder = \"De Brug\""), "=2");
  EXPECT_EQ(count("aanbieder < \"De Hoek\""), "=2");
  EXPECT_EQ(count("aanbieder <= \"De Hoek\""), "=4");
  EXPECT_EQ(count("aanbieder > \"De Hoek\""), "=1");
  EXPECT_EQ(count("aanbieder >= \"De Hoek\""), "=3");
  EXPECT_EQ(count("gemeente = 9001"), "=0") << "gemeenten go by their name";
}

TEST_F(Dossierfeiten, ConditionsOnNumbers) {
  EXPECT_EQ(count("plaatsen = 5"), "=1");
  EXPECT_EQ(count("plaatsen = 5 of 7"), "=2");
  EXPECT_EQ(count("plaatsen <> 5"), "=4") << "a row without a value is not 5";
  EXPECT_EQ(count("plaatsen <> 5 of 7"), "=3");
  EXPECT_EQ(count("plaatsen < 7"), "=2");
  EXPECT_EQ(count("plaatsen <= 7"), "=3");
  EXPECT_EQ(count("plaatsen > 5"), "=2");
  EXPECT_EQ(count("plaatsen >= 5"), "=3");
  EXPECT_EQ(count("plaatsen >= -1"), "=4") << "nor is it anything else";
}

/// A month is all its days: in it is equal to it.
TEST_F(Dossierfeiten, ConditionsOnDatesAndMonths) {
  EXPECT_EQ(count("van = 2022-02-15"), "=1");
  EXPECT_EQ(count("van = 2022-02"), "=2");
  EXPECT_EQ(count("van <> 2022-02"), "=3");
  EXPECT_EQ(count("van = 2022-01 of 2022-03"), "=3");
  EXPECT_EQ(count("van < 2022-02"), "=2");
  EXPECT_EQ(count("van <= 2022-02"), "=4");
  EXPECT_EQ(count("van > 2022-02"), "=1");
  EXPECT_EQ(count("van >= 2022-02"), "=3");
  EXPECT_EQ(count("van < 1 februari 2022"), "=2");
  EXPECT_EQ(count("tot = 2022-01"), "=1");
  EXPECT_EQ(count("tot <> 2022-01"), "=4") << "without an end it does not end in January";
  EXPECT_EQ(count("tot >= 2022-01"), "=2");
  EXPECT_EQ(count("tot <= 2022-12-31"), "=2");
  EXPECT_EQ(count("tot >= 2022-02 of leeg"), "=4");
  EXPECT_EQ(count("tot = leeg"), "=3");
  EXPECT_EQ(count("tot <> leeg"), "=2");
  EXPECT_EQ(count("tot <> leeg of 2022-01"), "=1");
  EXPECT_EQ(count("plaatsen = leeg"), "=1");
  EXPECT_EQ(count("van <= peildatum"), "=5") << "10 May 2023";
  EXPECT_EQ(count("van > peildatum"), "=0");
}

TEST_F(Dossierfeiten, ConditionsOnYesAndNoAndSeveralTogether) {
  EXPECT_EQ(count("clientstop = ja"), "=2");
  EXPECT_EQ(count("clientstop = nee"), "=3");
  EXPECT_EQ(count("clientstop <> ja"), "=3");
  EXPECT_EQ(count("clientstop = ja of nee"), "=5");
  EXPECT_EQ(count("clientstop = nee; van >= 2022-02; gemeente = Oost"), "=1");
  EXPECT_EQ(count(""), "=5");
}

TEST_F(Dossierfeiten, AKeyMayComeFromAColumnOfAnotherName) {
  const Geladen loaded = load("invoer n per aanbieder, plaats [getal]\ninvoer m per kalendermaand [getal]\n",
                              "| n | capaciteit | som plaatsen | | plaats = gemeente |\n"
                              "| m | capaciteit | som plaatsen | | kalendermaand = dienst |\n");
  EXPECT_EQ(shown(loaded, "n"), Lijst({"De Brug,Oost=15", "De Hoek,Oost=0"}));
  EXPECT_EQ(shown(loaded, "m"), Lijst({"2022-01=0", "2022-02=0", "2022-03=0"})) << "no dienst is a month";
}

/// Months of prestaties are the members of a row of months.
TEST_F(Dossierfeiten, MonthsAreMembers) {
  record(dossier::soorten::kOntvangen,
         declared("D4", "2022-02", {month_line("R1", "2022-01", 3), month_line("R2", "2022-02", 4)}));
  const Geladen loaded =
      load("invoer geld per kalendermaand [€]\n", "| geld | prestaties | som wacht | | kalendermaand = maand |\n");
  EXPECT_THAT(faults(loaded), IsEmpty());
  EXPECT_EQ(shown(loaded, "geld"), Lijst({"2022-01=150.00", "2022-02=200.00", "2022-03=0.00"}));
}

/// A day belongs to the period of the key that it lies in.
TEST_F(Dossierfeiten, ADayIsAMemberByItsPeriod) {
  const Geladen loaded = load(
      "sleutel kwartaal = kwartalen van 2022-01-01 tot en met 2022-06-30\nsleutel boekjaar = jaren van 2022-01-01 tot "
      "en met 2022-12-31\ninvoer m per kalendermaand [getal]\ninvoer k per kwartaal [getal]\n"
      "invoer j per boekjaar [getal]\n",
      "| m | capaciteit | som plaatsen | | kalendermaand = van |\n"
      "| k | capaciteit | som plaatsen | | kwartaal = van |\n"
      "| j | capaciteit | som plaatsen | | boekjaar = van |\n");
  EXPECT_THAT(faults(loaded), IsEmpty());
  EXPECT_EQ(shown(loaded, "m"), Lijst({"2022-01=15", "2022-02=7", "2022-03=3"}));
  EXPECT_EQ(shown(loaded, "k"), Lijst({"2022-K1=25", "2022-K2=0"}));
  EXPECT_EQ(shown(loaded, "j"), Lijst({"2022=25"}));
}

/// A start names a toewijzing and no product.
TEST_F(Dossierfeiten, ADeliveryHasTheProductOfItsToewijzing) {
  record(dossier::soorten::kVerzonden, one_toewijzing());
  record(dossier::soorten::kOntvangen, iwmo::start("S1", "1", "2023-01-12"));
  record(dossier::soorten::kOntvangen, iwmo::start("S2", "99", "2023-01-12"));
  const Geladen loaded = load("invoer n [getal]\ninvoer product [tekst]\n",
                              "| n | leveringen | aantal | product = 02A05; soort = start | |\n"
                              "| product | leveringen | waarde product | toewijzing = 1 | |\n");
  EXPECT_THAT(faults(loaded), IsEmpty());
  EXPECT_EQ(shown(loaded, "n"), Lijst({"=1"}));
  EXPECT_EQ(shown(loaded, "product"), Lijst({"=02A05"}));
}

TEST_F(Dossierfeiten, RowsWithAFixedMemberStandSideBySide) {
  const Geladen loaded = load(
      "invoer x per gemeente, aanbieder [getal]\ninvoer groep per aanbieder [tekst]\ninvoer leeg per aanbieder "
      "[tekst]\n",
      "| x | capaciteit | som plaatsen | dienst = BGI | aanbieder = \"De Brug\" |\n"
      "| x | capaciteit | eerste plaatsen | | aanbieder = \"Iedereen\" |\n"
      "| groep | capaciteit | waarde \"groot\" | plaatsen >= 7 | |\n"
      "| groep | capaciteit | waarde \"klein\" | plaatsen < 5 | |\n"
      "| leeg | dispensaties | waarde \"ja\" | aanbieder <> leeg | |\n");
  EXPECT_THAT(faults(loaded), IsEmpty());
  EXPECT_EQ(shown(loaded, "x"),
            Lijst({"Oost,De Brug=10", "Oost,Iedereen=5", "West,De Brug=10", "West,Iedereen=3", "Zuid,De Brug=0"}))
      << "a sum is zero for that member only";
  EXPECT_EQ(shown(loaded, "groep"), Lijst({"De Brug=groot", "De Hoek=groot", "De Laan=klein"}));
  EXPECT_EQ(shown(loaded, "leeg"), Lijst({"De Brug=ja"}));
  const Geladen both = load("invoer groep per aanbieder [tekst]\n",
                            "| groep | capaciteit | waarde \"groot\" | plaatsen >= 7 | |\n"
                            "| groep | capaciteit | waarde \"klein\" | plaatsen < 10 | |\n");
  EXPECT_EQ(faults(both), Lijst({"dossierbron-rij 2:3", "dossierbron-rij 2:3"})) << "De Brug and De Hoek";
  EXPECT_EQ(shown(both, "groep"), Lijst({"-"}));
}

}  // namespace
}  // namespace zorgkader
