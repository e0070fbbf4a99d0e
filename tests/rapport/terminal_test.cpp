// The terminal: exact texts, as people see them.
#include "rapport/terminal.hpp"

#include <gtest/gtest.h>

#include "rapport/voorbeeld.hpp"

namespace zorgkader {
namespace {

const std::string kOpening = "Partnerschap, versie 1.2, peildatum 1 maart 2022\n";
const std::string kSlot =
    "\nConcept: aan deze bedragen kunnen geen rechten worden ontleend; er kan niet op worden betaald.\n";

std::string shown(const Berekening& b, const TabelOpties& opties = {}) {
  return written([&](std::ostream& out) { write_tabel(b, out, opties); });
}

TEST(Terminal, ShowsASmallLastKeyAsColumns) {
  EXPECT_EQ(shown(make_berekening({lumpsum()})), kOpening + R"(
lumpsum  [€]  concept
4.3 Lumpsum per aanbieder (regel 112)
Bron: Nota partnerschap (2022), 4.3 Lumpsum
                     dienst
gemeente  aanbieder         BGG       BGI      totaal
─────────────────────────────────────────────────────
Voorstad  De Brug    960.797,50  1.200,00  961.997,50
          Één Zorg         0,05      –           0,05
Dorp      De Brug    -10.000,00      –     -10.000,00
─────────────────────────────────────────────────────
totaal               950.797,55  1.200,00  951.997,55
)" + kSlot);
}

TEST(Terminal, RejectedAmountsSayThatTheyDoNotCount) {
  Uitkomst u = make_uitkomst("budget", "€", {});
  u.is_afgekeurd = true;
  add(u, {}, cents(1200));
  EXPECT_EQ(shown(make_berekening({u})), kOpening +
                                             "\nbudget  [€]  afgekeurd\n  € 12,00\n\nAfgekeurd: aan een eis van "
                                             "de regeling is niet voldaan; bedragen met deze status gelden niet.\n");
}

TEST(Terminal, ShowsAListWhenColumnsDoNotFit) {
  EXPECT_EQ(shown(make_berekening({lumpsum()}), {false, 3, 50}), kOpening + R"(
lumpsum  [€]  concept
4.3 Lumpsum per aanbieder (regel 112)
Bron: Nota partnerschap (2022), 4.3 Lumpsum
gemeente  aanbieder  dienst      waarde
───────────────────────────────────────
Voorstad  De Brug    BGG     960.797,50
                     BGI       1.200,00
          Één Zorg   BGG           0,05
… en nog 1 regel; alles met --als csv
───────────────────────────────────────
totaal                       951.997,55
)" + kSlot);
}

TEST(Terminal, AlignsOnTheComma) {
  Uitkomst u = make_uitkomst("tarief", "€/uur", {"product"});
  u.is_concept = false;
  add(u, {"45A04"}, cents(6312));
  add(u, {"45A05"}, Getal::breuk(1000, 7));
  add(u, {"漢字"}, Getal(5500));
  EXPECT_EQ(shown(make_berekening({u})), kOpening + R"(
tarief  [€/uur]  definitief
product           waarde
────────────────────────
45A04       63,12
45A05      142,85714286…
漢字     5.500,00
)");
}

TEST(Terminal, ShowsScalarsAndOtherKinds) {
  Uitkomst scalar = make_uitkomst("budget", "€", {});
  add(scalar, {}, cents(126500001));
  Uitkomst ja = make_uitkomst("partner", Soort::ja_nee, {"aanbieder", "dienst"});
  add(ja, {"De Brug", "BGG"}, true);
  add(ja, {"De Brug", "BGI"}, false);
  Uitkomst dag = make_uitkomst("ingang", Soort::datum, {"dienst"});
  add(dag, {"BGG"}, Datum(std::chrono::year(2022) / 3 / 1));
  Uitkomst leeg = make_uitkomst("leeg", "%", {"dienst"});
  EXPECT_EQ(shown(make_berekening({scalar, ja, dag, leeg})), kOpening + R"(
budget  [€]  concept
  € 1.265.000,01

partner  [ja/nee]  concept
           dienst
aanbieder  BGG  BGI
───────────────────
De Brug    ja   nee

ingang  [datum]  concept
dienst  waarde
────────────────────
BGG     1 maart 2022

leeg  [%]  concept
  (geen waarden)
)" + kSlot);
}

TEST(Terminal, KeepsAListWhereColumnsWouldBeMostlyEmpty) {
  Uitkomst u = make_uitkomst("uren", "uur", {"aanbieder", "dienst"});
  for (const char* lid : {"a", "b", "c"}) add(u, {std::string("Zorg ") + lid, lid}, Getal(1));
  const std::string out = shown(make_berekening({u}));
  EXPECT_NE(out.find("aanbieder  dienst  waarde\n"), std::string::npos) << out;
  EXPECT_EQ(out.find("totaal"), std::string::npos) << "hours are no euros";
}

TEST(Terminal, AddsExactlyWhatItDoesNotShow) {
  Uitkomst u = make_uitkomst("x", "€", {"client"});
  for (int i = 0; i < 300; ++i) add(u, {std::to_string(i)}, Getal::breuk(1, 3));
  const std::string out = shown(make_berekening({u}));
  EXPECT_NE(out.find("\n… en nog 100 regels; alles met --als csv\n"), std::string::npos) << out;
  EXPECT_NE(out.find("\ntotaal  100,00\n"), std::string::npos) << out;
  EXPECT_EQ(shown(make_berekening({u}), {false, 0, 0}).find("en nog"), std::string::npos);
}

TEST(Terminal, AddsFractionsWithoutSharedDenominator) {
  Uitkomst u = make_uitkomst("x", "€", {"a", "b"});
  add(u, {"p", "een"}, Getal::breuk(1, 1'000'003));
  add(u, {"p", "twee"}, Getal::breuk(1'000'002, 1'000'003));
  add(u, {"q", "een"}, Getal(2));
  add(u, {"q", "twee"}, Getal(3));
  EXPECT_EQ(shown(make_berekening({u})), kOpening + R"(
x  [€]  concept
        b
a               een         twee  totaal
────────────────────────────────────────
p       0,00000100…  0,99999900…    1,00
q       2,00         3,00           5,00
────────────────────────────────────────
totaal  2,00000100…  3,99999900…    6,00
)" + kSlot);
}

TEST(Terminal, ShowsOverridesAndColours) {
  Uitkomst u = make_uitkomst("budget", "€", {});
  u.kop = "2 Budget";
  add(u, {}, Getal(1));
  Berekening b = make_berekening({u});
  b.gezet = {{"omzetdeel", "80%"}};
  EXPECT_EQ(shown(b, {true, 200, 0}),
            "\x1b[1mPartnerschap\x1b[0m, versie 1.2, peildatum 1 maart 2022\n"
            "\x1b[1;33mGezet: omzetdeel = 80%\x1b[0m\n\n"
            "\x1b[1mbudget\x1b[0m  [€]  \x1b[30;43m concept \x1b[0m\n"
            "\x1b[2m2 Budget\x1b[0m\n"
            "  \x1b[1m€ 1,00\x1b[0m\n\n"
            "\x1b[1;33mConcept: aan deze bedragen kunnen geen rechten worden ontleend; er kan niet op worden betaald."
            "\x1b[0m\n");
}

TEST(Terminal, CannotBeCommandedByFacts) {
  Uitkomst u = make_uitkomst("x", Soort::tekst, {"client"});
  add(u, {"a\x1b[2J"}, std::string("b\n\x07"));
  const std::string out = shown(make_berekening({u}));
  EXPECT_EQ(out.find('\x1b'), std::string::npos);
  EXPECT_NE(out.find("a\uFFFD[2J   b \uFFFD\n"), std::string::npos) << out;
}

}  // namespace
}  // namespace zorgkader
