// Words and their places: columns count characters, not bytes.
#include "regeling/lexer.hpp"

#include <gtest/gtest.h>

#include "regeling/regeling.hpp"

namespace zorgkader {
namespace {

struct Gelezen {
  std::vector<Opdracht> opdrachten;
  Bevindingen bevindingen;
};

Gelezen lex(const std::string& text) {
  Gelezen out;
  const Regels lines("proef.md", text);
  out.opdrachten = split_opdrachten(lines, {text, 1, -1}, out.bevindingen);
  return out;
}

TEST(Lexer, CountsColumnsInCharacters) {
  const auto got = lex("prijs = 3 € + café * \"ï\" - x");
  ASSERT_TRUE(got.bevindingen.empty());
  const auto& words = got.opdrachten.at(0).woorden;
  ASSERT_EQ(words.size(), 11U);
  const std::vector<int> columns = {1, 7, 9, 11, 13, 15, 20, 22, 26, 28, 29};
  for (std::size_t i = 0; i < columns.size(); ++i) EXPECT_EQ(words[i].positie.kolom, columns[i]) << i;
  EXPECT_EQ(words[5].tekst, "café");
  EXPECT_EQ(words[5].positie.lengte, 4);
  EXPECT_EQ(words.back().soort, Woordsoort::einde);
}

TEST(Lexer, PutsAFaultAtItsCharacter) {
  const auto got = lex("é = \"één\" + 1.265\n");
  ASSERT_EQ(got.bevindingen.size(), 1U);
  EXPECT_EQ(got.bevindingen[0].code, "getal-dubbelzinnig");
  EXPECT_EQ(got.bevindingen[0].plaats.kolom, 13);
  EXPECT_EQ(got.bevindingen[0].plaats.lengte, 5);
  EXPECT_EQ(got.bevindingen[0].fragment, "é = \"één\" + 1.265");
  EXPECT_TRUE(got.opdrachten.empty());
}

TEST(Lexer, JoinsIndentedLinesWithTheirStatement) {
  const auto got = lex("a = 1\n    + 2\n\n  + 3\nb = 4\n");
  ASSERT_EQ(got.opdrachten.size(), 2U);
  EXPECT_EQ(got.opdrachten[0].regelstarts.size(), 3U);
  EXPECT_EQ(got.opdrachten[0].woorden[3].positie.regel, 2);
  EXPECT_EQ(got.opdrachten[1].woorden[0].positie.regel, 5);
}

TEST(Lexer, ReadsNumbersPercentagesAndDates) {
  const auto got = lex("a = 1.265,50 3,87% 2022-03-01 1 maart 2022 12");
  const auto& w = got.opdrachten.at(0).woorden;
  EXPECT_EQ(w[2].getal, Getal::breuk(126550, 100));
  EXPECT_EQ(w[3].getal, Getal::breuk(387, 10000));
  EXPECT_TRUE(w[3].procent);
  EXPECT_EQ(w[4].datum, parse_datum("2022-03-01"));
  EXPECT_EQ(w[5].datum, w[4].datum);
  EXPECT_EQ(w[6].getal, Getal(12));
}

TEST(Lexer, RefusesADayThatDoesNotExist) {
  for (const char* text : {"a = 2022-02-29", "a = 31 april 2022"}) {
    const auto got = lex(text);
    ASSERT_EQ(got.bevindingen.size(), 1U) << text;
    EXPECT_EQ(got.bevindingen[0].plaats.kolom, 5);
  }
}

TEST(Lexer, KnowsWhetherABlankStandsBefore) {
  const auto got = lex("a = 1 uur/maand / b");
  const auto& w = got.opdrachten.at(0).woorden;
  EXPECT_TRUE(w[4].vast);
  EXPECT_TRUE(w[5].vast);
  EXPECT_FALSE(w[6].vast);
  EXPECT_FALSE(w[7].vast);
}

TEST(Lexer, GoesOnAfterABadStatement) {
  const auto got = lex("a = 1 ! 2\nb = \"open\nc = 3\n");
  EXPECT_EQ(got.bevindingen.size(), 2U);
  ASSERT_EQ(got.opdrachten.size(), 1U);
  EXPECT_EQ(got.opdrachten[0].woorden[0].tekst, "c");
}

}  // namespace
}  // namespace zorgkader
