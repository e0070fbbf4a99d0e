// Members and texts that a row of `Uit het dossier` gives itself, and the words leeg and peildatum.
#include "dossierbron_hulp.hpp"

namespace zorgkader {
namespace {

/// Rows of one fact stand side by side when no cell can come from two of them.
TEST(Dossierbronnen, MogenElkEenEigenLidHebben) {
  const auto got = rows(
      "| omzet | t | waarde a | | jaar = \"2021\"; kwartaal = k |\n| omzet | t | aantal | | jaar = \"2022\" |\n"
      "| stand | t | waarde \"nog niet\" | a = 1 | |\n| stand | t | waarde \"klaar\" | a = 2 | |");
  EXPECT_EQ(faults(got), Lijst());
  Lijst lines;
  for (const Dossierbron& b : got.regeling.dossierbronnen) lines.push_back(shown(b));
  EXPECT_EQ(lines, Lijst({"omzet < t: waarde a; kwartaal <- k; jaar <- '2021'", "omzet < t: aantal ; jaar <- '2022'",
                          "stand < t: waarde ; a = ('1' 1); 'nog niet'", "stand < t: waarde ; a = ('2' 2); 'klaar'"}));
  const Dossierbron& first = got.regeling.dossierbronnen.at(0);
  EXPECT_EQ(*first.vast_lid("jaar"), "2021");
  EXPECT_EQ(first.vast_lid("kwartaal"), nullptr);
  const std::string one = "| omzet | t | waarde a | | jaar = \"2021\" |\n";
  EXPECT_EQ(faults(rows(one + one)), Lijst({"+1 dossierbron-dubbel 3+5"}));
  EXPECT_EQ(faults(rows(one + "| omzet | t | waarde a | | kwartaal = \"2022-K1\" |")),
            Lijst({"+1 dossierbron-dubbel 3+5"}))
      << "the first quarter of 2021 could come from both";
  EXPECT_EQ(faults(rows("| stand | t | waarde \"x\" | | |\n| stand | t | waarde b | | |")),
            Lijst({"+1 dossierbron-dubbel 3+5"}));
}

TEST(Dossierbronnen, WeigerenEenTekstDieErNietPast) {
  check({{"| stand | t | som \"x\" | | |", {"dossierbron-telling 19+3"}},
         {"| omzet | t | waarde \"x\" | | |", {"dossierbron-soort 22+3"}},
         {"| begin | t | waarde \"2022-01-01\" | | |", {"dossierbron-soort 22+12"}},
         {"| eerste_jaar | t | waarde \"2023\" | | |", {"dossierbron-soort 28+6"}},
         {"| eerste_jaar | t | waarde \"2022\" | | |", {}},
         {"| stand | t | waarde \"x\" y | | |", {"dossierbron-telling 26+1"}}});
}

TEST(Dossierbronnen, KennenLeegAlsWoordEnNietAlsTekst) {
  const auto got = rows("| omzet | t | aantal | a <= 3 of leeg; b = \"leeg\"; c <> leeg of x | |");
  ASSERT_EQ(faults(got), Lijst());
  const auto& waar = got.regeling.dossierbronnen.at(0).waar;
  EXPECT_TRUE(!waar.at(0).waarden.at(0).leeg && waar.at(0).waarden.at(1).leeg);
  EXPECT_FALSE(waar.at(1).waarden.at(0).leeg);
  EXPECT_TRUE(waar.at(2).waarden.at(0).leeg && !waar.at(2).waarden.at(1).leeg);
  check({{"| omzet | t | aantal | a > leeg | |", {"dossierbron-waar 28+4"}},
         {"| omzet | t | aantal | a > 3 of 4 of leeg | |", {"dossierbron-waar 30+2"}},
         {"| omzet | t | aantal | a > 3 of leeg of leeg | |", {}}});
}

TEST(Dossierbronnen, KennenDePeildatumAlsWoordEnNietAlsTekst) {
  const auto got = rows("| omzet | t | aantal | a <= peildatum; b = \"peildatum\" | |\n| begin | t | eerste b | | |");
  ASSERT_EQ(faults(got), Lijst());
  const auto& conditions = got.regeling.dossierbronnen.at(0).waar;
  EXPECT_TRUE(conditions.at(0).waarden.at(0).peildatum);
  EXPECT_FALSE(conditions.at(1).waarden.at(0).peildatum);
  EXPECT_TRUE(got.regeling.dossierbronnen.at(0).vraagt_peildatum());
  EXPECT_FALSE(got.regeling.dossierbronnen.at(1).vraagt_peildatum());
}

}  // namespace
}  // namespace zorgkader
