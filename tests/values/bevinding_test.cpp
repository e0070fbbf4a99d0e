// Findings: their table, their order, and how a person sees them.
#include "values/bevinding.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace zorgkader {
namespace {

Bevinding at(const std::string& file, int line, int column, const std::string& what = "Iets klopt niet.") {
  return {Ernst::fout, "naam-onbekend", {file, line, column, 0}, what, "", ""};
}

TEST(Meldingen, HaveUniqueCodesAndATitle) {
  std::set<std::string> seen;
  for (const Melding& m : meldingen()) {
    EXPECT_TRUE(seen.insert(m.code).second) << m.code;
    EXPECT_TRUE(std::regex_match(m.code, std::regex("[a-z]+(-[a-z]+)*"))) << m.code;
    EXPECT_STRNE(m.titel, "") << m.code;
    EXPECT_EQ(&melding(m.code), &m);
  }
}

TEST(Meldingen, ACodeWithoutARowIsAFaultInTheProgram) {
  EXPECT_DEATH(melding("geen-code"), "finding code 'geen-code' has no row");
}

TEST(ToText, ShowsPlaceExcerptMarkerAndRemedy) {
  Bevinding b = at("regeling.md", 12, 3, "De naam `omzt` is onbekend.");
  b.plaats.lengte = 4;
  b.fragment = "a omzt b";
  b.doe = "Schrijf `omzet`.";
  EXPECT_EQ(to_text(b),
            "regeling.md:12:3: fout: De naam `omzt` is onbekend. [naam-onbekend]\n"
            "  12 | a omzt b\n"
            "         ^^^^\n"
            "  → Schrijf `omzet`.\n");
}

TEST(ToText, LeavesOutWhatIsNotKnown) {
  Bevinding b = at("feiten.csv", 0, 0);
  b.ernst = Ernst::let_op;
  EXPECT_EQ(to_text(b), "feiten.csv: let op: Iets klopt niet. [naam-onbekend]\n  → " +
                            std::string(melding("naam-onbekend").doe) + "\n");
  b.plaats = {};
  b.ernst = Ernst::melding;
  EXPECT_THAT(to_text(b), testing::StartsWith("melding: Iets"));
}

TEST(ToText, MarksOneCharacterWhenTheLengthIsNotKnown) {
  Bevinding b = at("r.md", 1, 1);
  b.fragment = "x = 1";
  EXPECT_THAT(to_text(b), testing::HasSubstr("  1 | x = 1\n      ^\n"));
  b.plaats.kolom = 0;
  EXPECT_THAT(to_text(b), testing::Not(testing::HasSubstr("^")));
}

TEST(ToText, HasNoRemedyLineWithoutARemedy) {
  Bevinding b = at("r.md", 1, 1);
  b.code = "rekenfout";
  EXPECT_EQ(to_text(b), "r.md:1:1: fout: Iets klopt niet. [rekenfout]\n");
}

TEST(SortAndUnique, ByFileLineAndColumn) {
  Bevindingen found = {at("b", 1, 1), at("a", 10, 1), at("a", 9, 7), at("a", 9, 2), at("a", 10, 1)};
  sort_and_unique(found);
  std::vector<std::string> places;
  for (const Bevinding& b : found) {
    places.push_back(b.plaats.bestand + std::to_string(b.plaats.regel) + "." + std::to_string(b.plaats.kolom));
  }
  EXPECT_EQ(places, (std::vector<std::string>{"a9.2", "a9.7", "a10.1", "b1.1"}));
}

TEST(SortAndUnique, KeepsWhatSaysSomethingElse) {
  Bevindingen found = {at("a", 1, 1, "Een."), at("a", 1, 1, "Twee.")};
  sort_and_unique(found);
  EXPECT_EQ(found.size(), 2U);
}

TEST(HasErrors, OnlyForFout) {
  Bevindingen found = {at("a", 1, 1)};
  EXPECT_TRUE(has_errors(found));
  found[0].ernst = Ernst::let_op;
  EXPECT_FALSE(has_errors(found));
  EXPECT_FALSE(has_errors({}));
}

TEST(Result, HoldsAValueOrFindings) {
  Result<int> good = 3;
  EXPECT_TRUE(good);
  EXPECT_EQ(*good, 3);
  const Result<std::string> text = std::string("x");
  EXPECT_EQ(text->size(), 1U);
  const Result<int> bad = at("a", 1, 1);
  EXPECT_FALSE(bad);
  EXPECT_EQ(bad.errors().size(), 1U);
  const Result<int> worse = Bevindingen{at("a", 1, 1), at("a", 2, 1)};
  EXPECT_EQ(worse.errors().size(), 2U);
}

}  // namespace
}  // namespace zorgkader
