// Facts out of a dossier that cannot be had: what is said and where; and facts from files that went into it.
#include <gmock/gmock.h>

#include "dossierfeiten_hulp.hpp"

namespace zorgkader {
namespace {

using iwmo::kNu;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST_F(Dossierfeiten, ARowWithoutAKeyMakesTheFactUseless) {
  const std::string invoer = "invoer n per aanbieder [getal]\n";
  Geladen loaded = load(invoer, "| n | dispensaties | aantal | | |\n");
  EXPECT_EQ(faults(loaded), Lijst({"dossierbron-rij 1:3"}));
  EXPECT_EQ(shown(loaded, "n"), Lijst({"-"}));
  EXPECT_TRUE(loaded.feiten.onbruikbaar.contains("n"));
  EXPECT_EQ(loaded.bevindingen.at(0).wat, "Van 2 rijen van `dispensaties` is niet bekend welke aanbieder erbij hoort.");
  loaded = load(invoer, "| n | dispensaties | aantal | aanbieder <> \"\" | |\n");
  EXPECT_THAT(faults(loaded), IsEmpty());
  EXPECT_EQ(shown(loaded, "n"), Lijst({"De Brug=1"}));
}

/// The dossier knows gemeenten that the document does not have: told once a key, not once a fact or a row.
TEST_F(Dossierfeiten, MembersOutsideAClosedKeyAreToldOnce) {
  const Geladen loaded = load("invoer n per plaats [getal]\ninvoer m per plaats [getal]\n",
                              "| n | capaciteit | aantal | | plaats = gemeente |\n"
                              "| m | dispensaties | aantal | | plaats = gemeente |\n");
  EXPECT_EQ(faults(loaded), Lijst({"dossierbron-buiten 1:3"}));
  EXPECT_EQ(loaded.bevindingen.at(0).ernst, Ernst::melding);
  EXPECT_EQ(loaded.bevindingen.at(0).wat,
            "Wat het dossier over plaats West heeft, telt niet mee: de regeling heeft dat lid niet.");
  EXPECT_EQ(shown(loaded, "n"), Lijst({"Oost=3"}));
  EXPECT_EQ(shown(loaded, "m"), Lijst({"Oost=2"}));
}

TEST_F(Dossierfeiten, MoreThanOneValueIsAFault) {
  const Geladen loaded =
      load("invoer stop per aanbieder [ja/nee]\n", "| stop | capaciteit | waarde clientstop | | |\n");
  EXPECT_EQ(faults(loaded), Lijst({"dossierbron-rij 1:3"}));
  EXPECT_EQ(loaded.bevindingen.at(0).wat, "`stop` heeft voor aanbieder De Brug meer dan een waarde: ja en nee.");
  EXPECT_EQ(shown(loaded, "stop"), Lijst({"-"}));
}

/// What stands wrong in one row, and what must be found.
struct Fout {
  const char *invoer, *rij;
  Lijst bevindingen;
};

TEST_F(Dossierfeiten, TablesColumnsAndKindsThatAreNotThereAreToldAtTheirPlace) {
  const std::vector<Fout> all = {
      {"invoer x [getal]", "| x | capacitet | aantal | | |", {"dossierbron-tabel 1:7"}},
      {"invoer x [getal]", "| x | capaciteit | som plekken | | |", {"dossierbron-kolom 1:20"}},
      {"invoer x [getal]", "| x | capaciteit | som dienst | | |", {"dossierbron-kolom 1:20"}},
      {"invoer x [getal]", "| x | capaciteit | som van | | |", {"dossierbron-kolom 1:20"}},
      {"invoer x [getal]", "| x | capaciteit | laatste van | | |", {"dossierbron-kolom 1:20"}},
      {"invoer x [datum]", "| x | capaciteit | eerste plaatsen | | |", {"dossierbron-kolom 1:20"}},
      {"invoer x [tekst]", "| x | capaciteit | eerste van | | |", {"dossierbron-kolom 1:20"}},
      {"invoer x [ja/nee]", "| x | capaciteit | waarde dienst | dienst = XYZ | |", {"dossierbron-kolom 1:20"}},
      {"invoer x [getal]", "| x | capaciteit | aantal | dienst = BGI; soort = 1 | |", {"dossierbron-kolom 1:43"}},
      {"invoer x [getal]", "| x | capaciteit | aantal | plaatsen = veel | |", {"dossierbron-waar 1:29"}},
      {"invoer x [getal]", "| x | capaciteit | aantal | dienst = BGI; van > 5 | |", {"dossierbron-waar 1:43"}},
      {"invoer x [getal]", "| x | capaciteit | aantal | clientstop = misschien | |", {"dossierbron-waar 1:29"}},
      {"invoer x [getal]", "| x | capaciteit | aantal | clientstop > nee | |", {"dossierbron-waar 1:29"}},
      {"invoer x [getal]", "| x | capaciteit | aantal | van = 2022-01 of dienst | |", {"dossierbron-waar 1:29"}},
      {"invoer x per plaats [getal]", "| x | capaciteit | aantal | | |", {"dossierbron-kolom 1:3"}},
      {"invoer x per plaats [getal]", "| x | capaciteit | aantal | | plaats = stad |", {"dossierbron-kolom 1:31"}},
      {"invoer x per plaats [getal]",
       "| x | capaciteit | som plekken | stad = Oost; plaatsen = veel | plaats = stad |",
       {"dossierbron-kolom 1:20", "dossierbron-kolom 1:34", "dossierbron-waar 1:47", "dossierbron-kolom 1:65"}}};
  for (const Fout& f : all) {
    const Geladen loaded = load(std::string(f.invoer) + "\n", std::string(f.rij) + "\n");
    EXPECT_EQ(faults(loaded), f.bevindingen) << f.rij;
    EXPECT_EQ(shown(loaded, "x"), Lijst({"-"})) << f.rij;
    EXPECT_TRUE(loaded.feiten.onbruikbaar.contains("x")) << f.rij;
    for (const auto& b : loaded.bevindingen)
      EXPECT_FALSE(b.doe.empty() && std::string(melding(b.code).doe).empty()) << b.code << ": what can be done";
  }
}

TEST_F(Dossierfeiten, AFaultInOneFactLeavesTheOthers) {
  const Geladen loaded = load("invoer goed [getal]\ninvoer fout [getal]\n",
                              "| fout | capaciteit | som dienst | | |\n| goed | capaciteit | aantal | | |\n");
  EXPECT_EQ(faults(loaded), Lijst({"dossierbron-kolom 1:23"}));
  EXPECT_EQ(shown(loaded, "goed"), Lijst({"=5"}));
}

TEST_F(Dossierfeiten, OneBadSumOfSeveralMakesTheFactUseless) {
  const Geladen loaded =
      load("invoer x [getal]\n", "| x | capaciteit | som plaatsen | | |\n| x | budgetten | som status | | |\n");
  EXPECT_EQ(faults(loaded), Lijst({"dossierbron-kolom 2:19"}));
  EXPECT_EQ(shown(loaded, "x"), Lijst({"-"}));
}

/// What no table gives comes from the newest file of that name in the dossier.
TEST_F(Dossierfeiten, X11FactsFromFilesAreTheNewestThatWasKnown) {
  const std::string invoer = "invoer geld per gemeente [€]\ninvoer n [getal]\n";
  const std::string row = "| n | capaciteit | aantal | | |\n";
  put_file("geld.csv", "gemeente;waarde\nOost;1,50\nWest;2,00\nZuid;3,00\n");
  put_file("n.csv", "waarde\n77\n");
  put_file("onbekend.csv", "waarde\n1\n");
  import(kNu);
  put_file("geld.csv", "gemeente;waarde\nOost;10,00\nWest;20,00\nZuid;30,00\n");
  import(kNu + std::chrono::days(2));
  const Lijst first = {"Oost=1.50", "West=2.00", "Zuid=3.00"}, second = {"Oost=10.00", "West=20.00", "Zuid=30.00"};
  const Geladen now = load(invoer, row);
  EXPECT_EQ(shown(now, "geld"), second);
  EXPECT_EQ(shown(now, "n"), Lijst({"=5"})) << "a source goes before a file";
  EXPECT_THAT(now.bevindingen, IsEmpty()) << "that this arrangement does not ask for a file is nothing to tell";
  EXPECT_EQ(now.feiten.tabellen.at("geld").herkomst.bestand, "dossier:geld.csv");
  EXPECT_EQ(shown(load(invoer, row, kNu), "geld"), first);
  EXPECT_EQ(shown(load(invoer, row, kNu + std::chrono::days(1)), "geld"), first);
  EXPECT_EQ(shown(load(invoer, row, kNu + std::chrono::days(2)), "geld"), second);
  EXPECT_EQ(shown(load(invoer, row, kNu - std::chrono::days(1)), "geld"), Lijst({"-"})) << "not known yet";
  EXPECT_EQ(shown(load(invoer, row, kNu - std::chrono::days(1)), "n"), Lijst({"-"}))
      << "nor were the registers: then nothing is zero";
}

TEST_F(Dossierfeiten, AFaultInAFileIsToldWithTheNameOfTheFileOnly) {
  put_file("geld.csv", "gemeente;waarde\nOost;veel\n");
  import();
  const Geladen loaded = load("invoer geld per gemeente [€]\n", "");
  ASSERT_EQ(loaded.bevindingen.size(), 1U);
  EXPECT_EQ(loaded.bevindingen[0].plaats.bestand, "dossier:geld.csv");
  EXPECT_EQ(loaded.bevindingen[0].plaats.regel, 2);
  EXPECT_THAT(loaded.bevindingen[0].wat, Not(HasSubstr("/")));
  EXPECT_TRUE(loaded.feiten.onbruikbaar.contains("geld"));
}

}  // namespace
}  // namespace zorgkader
