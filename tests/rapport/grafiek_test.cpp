// Charts: what is drawn together, what the drawing says of each value, and what a workbook draws.
#include "rapport/grafiek.hpp"

#include <gmock/gmock.h>

#include <sstream>

#include "rapport/werkboek_lezer.hpp"

namespace zorgkader {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Vorm unit(const char* text) {
  return {Soort::getal, Eenheid::parse(text).value()};
}

Rapportcel text(const char* value) {
  return {std::string(value), false};
}
Rapportcel number(std::int64_t value) {
  return {Getal(value), false};
}
const Rapportcel kWithheld{std::nullopt, true}, kNothing{std::nullopt, false};

/// Two municipalities with a subtotal between, two counts and an amount.
Rapporttabel example(Grafiek counts, Grafiek amount = Grafiek::geen) {
  Rapporttabel t;
  t.naam = "instroom";
  t.titel = "Instroom";
  t.kolommen = {{"gemeente", "", {Soort::tekst, {}}, Grafiek::geen},
                {"dienst", "", {Soort::tekst, {}}, Grafiek::geen},
                {"partners", "", unit("client"), counts},
                {"anderen", "naar anderen", unit("client"), counts},
                {"omzet", "", unit("€"), amount}};
  t.rijen = {{{text("Oost"), text("BGI"), number(30), number(10), number(4000)}, Rijsoort::rij},
             {{text("Oost"), text("BGG"), number(5), number(15), number(-1000)}, Rijsoort::rij},
             {{text("Oost"), text("samen"), number(35), number(25), number(3000)}, Rijsoort::subtotaal},
             {{text("<West>"), text("BGI"), number(20), kWithheld, kNothing}, Rijsoort::rij},
             {{text("samen"), kNothing, number(55), number(25), number(3000)}, Rijsoort::totaal}};
  return t;
}

std::string svg(const Rapporttabel& t, std::size_t at = 0) {
  std::ostringstream out;
  write_svg(t, grafieken_van(t).at(at), out);
  return out.str();
}

std::size_t times(const std::string& all, const std::string& part) {
  std::size_t out = 0;
  for (auto at = all.find(part); at != std::string::npos; at = all.find(part, at + 1)) ++out;
  return out;
}

TEST(Grafiek, ColumnsOfOneKindAndUnitAreDrawnTogether) {
  EXPECT_THAT(grafieken_van(example(Grafiek::geen)), IsEmpty());
  const auto both = grafieken_van(example(Grafiek::staaf, Grafiek::staaf));
  ASSERT_EQ(both.size(), 2U);
  EXPECT_THAT(both[0].kolommen, ElementsAre(2, 3));
  EXPECT_THAT(both[1].kolommen, ElementsAre(4));
  EXPECT_THAT(both[0].rijen, ElementsAre(0, 1, 3)) << "totals are not drawn";
  EXPECT_EQ(omschrijving_van(example(Grafiek::gestapeld), grafieken_van(example(Grafiek::gestapeld))[0]),
            "partners (client) en naar anderen per gemeente, dienst, als delen van een staaf");
}

TEST(Grafiek, IsNotMadeOfNothingOrOfMoreThanCanBeRead) {
  Rapporttabel t = example(Grafiek::staaf);
  t.rijen.clear();
  EXPECT_THAT(grafieken_van(t), IsEmpty());
  for (std::size_t i = 0; i < kMostBars; ++i) t.rijen.push_back(example(Grafiek::geen).rijen[0]);
  EXPECT_EQ(grafieken_van(t).size(), 1U);
  t.rijen.push_back(t.rijen[0]);
  EXPECT_THAT(grafieken_van(t), IsEmpty());
  for (Rapportkolom& k : t.kolommen) k.grafiek = k.grafiek == Grafiek::staaf ? Grafiek::lijn : k.grafiek;
  EXPECT_EQ(grafieken_van(t).size(), 1U);
  t.rijen = {example(Grafiek::geen).rijen[3]};
  t.rijen[0].cellen[2] = kWithheld;
  EXPECT_THAT(grafieken_van(t), IsEmpty()) << "all is withheld";
}

/// The axis goes from 0 to 30 in steps of 5: a bar of 10 has a third of the width of one of 30.
TEST(Grafiek, ABarIsAsLongAsItsValue) {
  const std::string drawn = svg(example(Grafiek::staaf));
  EXPECT_THAT(drawn, HasSubstr("width=\"575.0\" height=\"14\" fill=\"#0072b2\" class=\"vlak\"><title>Oost, BGI, "
                               "partners (client): 30</title>"));
  EXPECT_THAT(drawn, HasSubstr("width=\"191.6\" height=\"14\" fill=\"#e69f00\" class=\"vlak\"><title>Oost, BGI, "
                               "naar anderen: 10</title>"));
  EXPECT_THAT(drawn, HasSubstr(">&lt;West&gt;, BGI</text>"));
  EXPECT_THAT(drawn, Not(HasSubstr("<West>")));
  EXPECT_EQ(times(drawn, "class=\"vlak\""), 5U) << "what is withheld has no bar";
  EXPECT_EQ(times(drawn, ">x</text>"), 1U) << "and says so";
}

TEST(Grafiek, PartsOfABarFollowEachOther) {
  const std::string drawn = svg(example(Grafiek::gestapeld));
  EXPECT_THAT(drawn, HasSubstr("<rect x=\"89.0\" y=\"30\" width=\"431.2\""));
  EXPECT_THAT(drawn, HasSubstr("<rect x=\"520.2\" y=\"30\" width=\"143.7\""));
  EXPECT_EQ(times(drawn, ">+ x</text>"), 1U) << "a bar that lacks a part says so";
}

TEST(Grafiek, BelowZeroIsLeftOfTheLine) {
  const std::string drawn = svg(example(Grafiek::geen, Grafiek::staaf));
  EXPECT_THAT(drawn, HasSubstr("class=\"nul\"/>"));
  EXPECT_THAT(drawn, HasSubstr("text-anchor=\"middle\">-1.000</text>"));
  EXPECT_EQ(times(drawn, "class=\"vlak\""), 2U) << "nothing is not zero";
}

TEST(Grafiek, ALineBreaksWhereAValueIsWithheld) {
  Rapporttabel t = example(Grafiek::lijn);
  t.rijen.insert(t.rijen.begin() + 4, t.rijen[1]);
  const std::string drawn = svg(t);
  EXPECT_EQ(times(drawn, "<circle"), 7U);
  EXPECT_EQ(times(drawn, "stroke-dasharray=\"6 3\""), 1U) << "told apart without colour";
  const std::string second = drawn.substr(drawn.rfind("<path"));
  EXPECT_EQ(times(second.substr(0, second.find("fill=")), "M"), 2U);
}

TEST(Grafiek, AWorkbookDrawsItsOwnCells) {
  const Map map;
  Rapport r;
  r.titel = "Instroom";
  r.tabellen = {example(Grafiek::gestapeld, Grafiek::lijn)};
  r.tabellen[0].naam = "de'in";
  ASSERT_TRUE(write_xlsx(r, map.file("r.xlsx")));
  const std::string bars = part(map.file("r.xlsx"), "xl/charts/chart1.xml");
  EXPECT_THAT(all(bars, "<c:f>([^<]*)</c:f>"),
              ElementsAre("'de_in'!$A$2:$B$3", "'de_in'!$C$2:$C$3", "'de_in'!$A$2:$B$3", "'de_in'!$D$2:$D$3"))
      << "the row with a value that is withheld is not drawn";
  const std::string line = part(map.file("r.xlsx"), "xl/charts/chart2.xml");
  EXPECT_THAT(all(line, "<c:f>([^<]*)</c:f>"),
              ElementsAre("('de_in'!$A$2:$B$3,'de_in'!$A$5:$B$5)", "('de_in'!$E$2:$E$3,'de_in'!$E$5:$E$5)"))
      << "the subtotal between is not drawn";
  EXPECT_THAT(part(map.file("r.xlsx"), "xl/drawings/drawing1.xml"), HasSubstr("als delen van een staaf"));
}

TEST(Grafiek, APageHasTheTableBelowTheChart) {
  Rapport r;
  r.titel = "Instroom";
  r.tabellen = {example(Grafiek::gestapeld)};
  std::ostringstream out;
  write_html(r, out);
  const std::string page = out.str();
  EXPECT_LT(page.find("<figcaption>partners (client) en naar anderen per gemeente, dienst</figcaption>"),
            page.find("<table>"));
  EXPECT_THAT(page, HasSubstr("role=\"img\" aria-label=\"partners (client) en naar anderen"));
}

}  // namespace
}  // namespace zorgkader
