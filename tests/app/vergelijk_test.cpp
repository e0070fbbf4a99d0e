// The same facts under several arrangements: the six examples, a shadow run, and what cannot be compared.
#include "app/vergelijk.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace zorgkader {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const fs::path kVoorbeelden = fs::path(ZORGKADER_ROOT) / "regelingen/voorbeelden/bekostiging";

std::string voorbeeld(const std::string& naam) {
  return (kVoorbeelden / (naam + ".md")).string();
}

/// `12,34` per row of a column, `-` where it has no cell.
std::vector<std::string> cells(const Vergelijkkolom& k, const Vorm& vorm) {
  std::vector<std::string> out;
  for (const auto& c : k.cellen) out.push_back(c ? format_plain(*c, vorm) : "-");
  return out;
}

std::vector<std::string> codes(const Bevindingen& found) {
  std::vector<std::string> out;
  for (const Bevinding& b : found) out.push_back(b.code);
  return out;
}

class VergelijkTest : public testing::Test {
 protected:
  VergelijkTest() : map_(fs::temp_directory_path() / ("zorgkader-vergelijk-" + std::to_string(getpid()))) {
    fs::create_directories(map_ / "feiten");
    write("feiten/uren.csv", "gemeente;waarde\nOost;10\nWest;20\n");
  }
  ~VergelijkTest() override { fs::remove_all(map_); }

  void write(const std::string& naam, const std::string& text) const { std::ofstream(map_ / naam) << text; }

  /// A small arrangement with this title and these formulas.
  std::string regeling(const std::string& naam, const std::string& titel, const std::string& formulas) const {
    write(naam, "---\ntitel: " + titel + "\n---\n# 1 Proef\nBron: Proef, 1\n\nSleutel `gemeente`\n\n| gemeente |\n" +
                    "|---|\n| Oost |\n| West |\n\n```regel\n" + formulas + "\n```\n");
    return (map_ / naam).string();
  }

  VergelijkAntwoord run(const std::vector<std::string>& documents, const std::vector<Zet>& zetten = {},
                        const std::vector<std::string>& alleen = {}) const {
    return vergelijk({documents, (map_ / "feiten").string(), zetten, alleen, std::nullopt});
  }

  fs::path map_;
};

/// Worked out apart from the program, from the CSV files.
TEST_F(VergelijkTest, RekentZesBekostigingenDoorOpDezelfdeClienten) {
  const VergelijkAntwoord got = vergelijk({{voorbeeld("lumpsum"), voorbeeld("inspanning"), voorbeeld("output"),
                                            voorbeeld("maandtarief"), voorbeeld("bandbreedte"), voorbeeld("populatie")},
                                           (kVoorbeelden / "feiten").string(),
                                           {},
                                           {},
                                           std::nullopt});
  EXPECT_THAT(codes(got.bevindingen), ElementsAre("eis-melding"));
  ASSERT_EQ(got.vergelijking.tabellen.size(), 3U);
  const Vergelijktabel& t = got.vergelijking.tabellen[0];
  ASSERT_EQ(t.kolommen.size(), 11U);
  const std::vector<std::vector<std::string>> wanted = {
      {"9980.71", "17364.82", "14555.71", "12075.44", "24961.92", "-", "8394.09", "6572.66"},
      {"10429.87", "10897.40", "13355.73", "9674.59", "29180.74", "2393.50", "7984.23", "4834.87"},
      {"6520.50", "12937.50", "3415.50", "5278.50", "6520.50", "8383.50", "15576.75", "16767.00"},
      {"10836.56", "11509.20", "13920.81", "9936.08", "28286.60", "1873.36", "10955.49", "4595.40"},
      {"10696.84", "10800.23", "13367.08", "10231.06", "27474.13", "2256.31", "8414.59", "5532.08"},
      {"21817.80", "10908.90", "21817.80", "15131.70", "15131.70", "7565.85", "9017.44", "9017.44"}};
  for (std::size_t i = 0; i < wanted.size(); ++i) EXPECT_EQ(cells(t.kolommen[i], t.vorm), wanted[i]) << i;
  EXPECT_THAT(cells(t.kolommen[6], t.vorm),
              ElementsAre("449.16", "-6467.42", "-1199.98", "-2400.85", "4218.82", "-", "-409.86", "-1737.79"));
  EXPECT_EQ(totaal(t, t.kolommen[0]), Getal::breuk(9390535, 100));
  EXPECT_EQ(totaal(t, t.kolommen[6]), Getal::breuk(-515442, 100));
  const Vergelijktabel& risk = got.vergelijking.tabellen[2];
  EXPECT_EQ(risk.kolommen.size(), 6U);
  EXPECT_EQ(cells(risk.kolommen[1], risk.vorm)[0], "gemeente");
  EXPECT_FALSE(got.vergelijking.geen_verschil());
}

TEST_F(VergelijkTest, EenSchaduwdraaiGeeftNergensVerschil) {
  const std::string one = regeling("a.md", "Proef",
                                   "invoer uren per gemeente [uur]\nbedrag per gemeente [€] = uren * "
                                   "3 €/uur\nlaat [tekst] = \"ja\"\nuitkomst bedrag, laat");
  fs::copy_file(one, map_ / "b.md");
  for (const std::string& other : {one, (map_ / "b.md").string()}) {
    const VergelijkAntwoord got = run({one, other, one});
    EXPECT_THAT(got.bevindingen, IsEmpty());
    EXPECT_TRUE(got.vergelijking.geen_verschil());
    for (const Vergelijktabel& t : got.vergelijking.tabellen) EXPECT_TRUE(t.geen_verschil);
    EXPECT_THAT(cells(got.vergelijking.tabellen[0].kolommen[3], {}), ElementsAre("0", "0"));
    EXPECT_THAT(got.vergelijking.slot,
                ElementsAre("Geen verschil: 3 cellen van 2 uitkomsten zijn in elke regeling gelijk."));
  }
}

TEST_F(VergelijkTest, GeeftElkeKolomEenEigenNaam) {
  const std::string text = "bedrag [€] = 3 €\nuitkomst bedrag";
  const VergelijkAntwoord got = run({regeling("a.md", "Proef", text), regeling("b.md", "Proef", text),
                                     regeling("c.md", "Anders", text), regeling("a.md", "Proef", text)});
  std::vector<std::string> titles;
  for (const Zijde& z : got.vergelijking.zijden) titles.push_back(z.titel);
  EXPECT_THAT(titles, ElementsAre("Proef (a)", "Proef (b)", "Anders", "Proef (a) (2)"));
}

TEST_F(VergelijkTest, EenFeitMagVoorEenVanDeRegelingenZijn) {
  write("feiten/dagen.csv", "gemeente;waarde\nOost;1\nWest;2\n");
  const std::string a = regeling("a.md", "A",
                                 "invoer uren per gemeente [uur]\nbedrag per gemeente [€] = uren * 3 "
                                 "€/uur\nuitkomst bedrag");
  const std::string b = regeling("b.md", "B",
                                 "invoer dagen per gemeente [dag]\nbedrag per gemeente [€] = dagen * 3 "
                                 "€/dag\nuitkomst bedrag");
  EXPECT_THAT(run({a, b}).bevindingen, IsEmpty());
  write("feiten/weken.csv", "gemeente;waarde\nOost;1\n");
  const Bevindingen found = run({a, b}).bevindingen;
  EXPECT_THAT(codes(found), ElementsAre("feit-onbekend"));
  EXPECT_THAT(found[0].plaats.bestand, HasSubstr("weken.csv"));
}

TEST_F(VergelijkTest, EenFeitDatVoorEenRegelingAndersMoetNoemtHaar) {
  const std::string x = "\nx [€] = som(uren over gemeente) * 3 €/uur\nuitkomst x";
  const VergelijkAntwoord got =
      run({regeling("a.md", "A", "invoer uren per gemeente [uur]" + x),
           regeling("b.md", "B",
                    "invoer uren per gemeente [uur] peildatum 2023-01-01\ninvoer dienst [uur]" + x +
                        "\ny [uur] = dienst\nuitkomst y")});
  ASSERT_THAT(codes(got.bevindingen), ElementsAre("niet-vergelijkbaar", "niet-berekend", "feit-ontbreekt"));
  write("feiten/uren.csv", "gemeente;waarde;peildatum\nOost;10;2022-01-01\nWest;20;2023-01-01\n");
  const VergelijkAntwoord dated =
      run({regeling("a.md", "A", "invoer uren per gemeente [uur]" + x),
           regeling("b.md", "B", "invoer uren per gemeente [uur] peildatum 2023-01-01" + x)});
  ASSERT_THAT(codes(dated.bevindingen), ElementsAre("peildatum-anders"));
  EXPECT_THAT(dated.bevindingen[0].wat, HasSubstr("Gevraagd door `B`."));
}

TEST_F(VergelijkTest, EenCelDieEenRegelingNietHeeftIsLeeg) {
  const std::string text = "invoer uren per gemeente [uur]\nbedrag per gemeente [€] = uren * 3 €/uur\n";
  const VergelijkAntwoord got = run({regeling("a.md", "A", text + "uitkomst bedrag"),
                                     regeling("b.md", "B", text + "    waar gemeente = West\nuitkomst bedrag")});
  const Vergelijktabel& t = got.vergelijking.tabellen.at(0);
  EXPECT_THAT(cells(t.kolommen[1], t.vorm), ElementsAre("-", "60.00"));
  EXPECT_THAT(cells(t.kolommen[2], t.vorm), ElementsAre("-", "0.00"));
  EXPECT_EQ(totaal(t, t.kolommen[2]), Getal(-30));
  EXPECT_FALSE(t.geen_verschil);
  EXPECT_THAT(t.opmerking, HasSubstr("streepje"));
}

TEST_F(VergelijkTest, SleutelsInEenAndereVolgordeZijnDezelfde) {
  const std::string jaar = "\n```\n\nSleutel `jaar`\n\n| jaar |\n|---|\n| 2022 |\n| 2023 |\n\n```regel\n";
  const std::string a = "x per gemeente, jaar [€] = als jaar = 2022 en gemeente = Oost dan 1 € anders 2 €\nuitkomst x";
  const std::string b = "x per jaar, gemeente [€] = als jaar = 2022 en gemeente = Oost dan 1 € anders 2 €\nuitkomst x";
  EXPECT_TRUE(run({regeling("a.md", "A", jaar + a), regeling("b.md", "B", jaar + b)}).vergelijking.geen_verschil());
}

TEST_F(VergelijkTest, ZegtWatNietTeVergelijkenIs) {
  const std::string a = regeling("a.md", "A",
                                 "invoer uren per gemeente [uur]\nx per gemeente [€] = uren * 3 €/uur\n"
                                 "y [€] = 1 €\nz [€] = 1 €\nuitkomst x, y, z");
  const std::string b = regeling("b.md", "B",
                                 "invoer uren per gemeente [uur]\nx [uur] = som(uren over gemeente)\n"
                                 "y [€] = 2 €\nuitkomst x, y");
  const VergelijkAntwoord got = run({a, b});
  ASSERT_EQ(got.vergelijking.tabellen.size(), 1U);
  EXPECT_EQ(got.vergelijking.tabellen[0].naam, "y");
  ASSERT_THAT(codes(got.bevindingen), ElementsAre("niet-vergelijkbaar", "niet-vergelijkbaar"));
  EXPECT_THAT(got.bevindingen[0].wat, HasSubstr("`z`"));
  EXPECT_THAT(got.bevindingen[1].wat, HasSubstr("per gemeente [€] in `A`, en [uur] in `B`"));
  EXPECT_FALSE(has_errors(got.bevindingen));
  EXPECT_TRUE(has_errors(run({a, regeling("c.md", "C", "q [€] = 1 €\nuitkomst q")}).bevindingen));
}

TEST_F(VergelijkTest, ZetGeldtVoorWieDeParameterHeeft) {
  fs::remove(map_ / "feiten/uren.csv");
  const std::string a = regeling("a.md", "A", "index := 3%\nx [€] = 100 € * (1 + index)\nuitkomst x");
  const std::string b = regeling("b.md", "B", "korting := 10%\nx [€] = 100 € * (1 - korting)\nuitkomst x");
  const VergelijkAntwoord got = run({a, b}, {{"index", "5%"}});
  EXPECT_THAT(got.bevindingen, IsEmpty());
  EXPECT_THAT(cells(got.vergelijking.tabellen[0].kolommen[0], {}), ElementsAre("105"));
  EXPECT_THAT(cells(got.vergelijking.tabellen[0].kolommen[1], {}), ElementsAre("90"));
  EXPECT_EQ(got.vergelijking.zijden[0].gezet.size(), 1U);
  EXPECT_THAT(got.vergelijking.zijden[1].gezet, IsEmpty());
  EXPECT_THAT(codes(run({a, b}, {{"inxed", "5%"}}).bevindingen), ElementsAre("naam-onbekend"));
}

TEST_F(VergelijkTest, AlleenKentElkeGrootheidVanAlleRegelingen) {
  const std::string a = regeling("a.md", "A", "tussen [€] = 1 €\nx [€] = tussen * 2\nuitkomst x");
  const std::string b = regeling("b.md", "B", "tussen [€] = 4 €\nx [€] = tussen * 2\nuitkomst x");
  EXPECT_EQ(run({a, b}, {}, {"tussen"}).vergelijking.tabellen.at(0).naam, "tussen");
  const VergelijkAntwoord unknown = run({a, regeling("c.md", "C", "x [€] = 3 €\nuitkomst x")}, {}, {"tussen"});
  EXPECT_THAT(codes(unknown.bevindingen), ElementsAre("naam-onbekend"));
  EXPECT_THAT(unknown.bevindingen[0].wat, HasSubstr("`C`"));
  EXPECT_THAT(unknown.vergelijking.tabellen, IsEmpty());
}

TEST_F(VergelijkTest, EenFoutInEenDocumentLaatNietsNaastElkaarStaan) {
  const std::string a = regeling("a.md", "A", "x [€] = 1 €\nuitkomst x");
  const VergelijkAntwoord got = run({a, regeling("b.md", "B", "x [€] = y\nuitkomst x")});
  EXPECT_TRUE(has_errors(got.bevindingen));
  EXPECT_THAT(got.vergelijking.tabellen, IsEmpty());
  EXPECT_TRUE(has_errors(run({a, (map_ / "weg.md").string()}).bevindingen));
}

}  // namespace
}  // namespace zorgkader
