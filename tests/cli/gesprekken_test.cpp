// The report of talks, as users start it on the example facts of the plan of 2023; whole outputs stand in tests/golden.
#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "programma.hpp"

namespace {

using testing::HasSubstr;

const std::string kMap = ZORGKADER_ROOT "/regelingen/maastricht-heuvelland/";
const std::vector<std::string> kVoorbeeld = {"rapport",    "gesprekken",
                                             "--regeling", kMap + "uitvoeringsplan-2023.md",
                                             "--feiten",   kMap + "uitvoeringsplan-voorbeeld",
                                             "--nu",       "2023-03-01"};

cli::Afloop run(const cli::Map& map, std::vector<std::string> more) {
  more.insert(more.begin(), kVoorbeeld.begin(), kVoorbeeld.end());
  return map.run(more);
}

/// ZORGKADER_GALERIJ writes it anew, to be read before it is kept.
void expect_golden(const std::string& name, const std::string& have) {
  const std::string path = ZORGKADER_ROOT "/tests/golden/" + name;
  if (std::getenv("ZORGKADER_GALERIJ") != nullptr) std::ofstream(path, std::ios::binary) << have;
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(have == std::string(std::istreambuf_iterator<char>(in), {})) << name << " is not what the program says";
}

TEST(RapportGesprekken, UVP023ThePlanOfTheExampleFacts) {
  const cli::Map map;
  const auto table = run(map, {"--rijen", "0"});
  EXPECT_EQ(table.status, 0) << table.fout;
  expect_golden("rapport-gesprekken.txt", table.uit);
  const auto csv = run(map, {"--als", "csv"});
  EXPECT_EQ(csv.status, 0) << csv.fout;
  expect_golden("rapport-gesprekken.csv", csv.uit);
}

TEST(RapportGesprekken, UVP023TheCalendarOfTheExampleFacts) {
  const cli::Map map;
  const auto made = run(map, {"--als", "ics", "--naar", "g.ics"});
  EXPECT_EQ(made.status, 0) << made.fout;
  EXPECT_EQ(made.uit, "");
  const std::string text = map.read("g.ics");
  expect_golden("rapport-gesprekken.ics", text);
  EXPECT_EQ(run(map, {"--als", "ics"}).uit, text);
  EXPECT_EQ(run(map, {"--als", "ics", "--naar", "geen/map.ics"}).status, 1);
}

/// Eleven providers have 80.87% together, ten of them 78.60%; the last of the eleven is not in every quarter.
TEST(RapportOmzet80, UVP019TheLargestOfTheExampleFacts) {
  const cli::Map map;
  const auto made = map.run({"rapport", "omzet80", "--regeling", kVoorbeeld[3], "--feiten", kVoorbeeld[5]});
  EXPECT_EQ(made.status, 0) << made.fout;
  EXPECT_THAT(made.uit, HasSubstr("CAZZ Zorg&Co."));
  // The print of document and facts is not what this is about.
  const auto print = made.uit.find("vingerafdruk: ");
  ASSERT_NE(print, std::string::npos);
  expect_golden("rapport-omzet80.txt", made.uit.substr(0, print) + made.uit.substr(made.uit.find('\n', print) + 1));
}

TEST(RapportGesprekken, WordsThatDoNotFit) {
  const cli::Map map;
  EXPECT_EQ(map.run({"rapport", "gesprekken"}).status, 2);
  EXPECT_EQ(run(map, {"--als", "brief"}).status, 2);
  EXPECT_EQ(run(map, {"--dossier", "d.db"}).status, 2);
  const auto absent = map.run({"rapport", "gesprekken", "--regeling", kVoorbeeld[3], "--dossier", "weg.db"});
  EXPECT_EQ(absent.status, 1);
  EXPECT_THAT(absent.fout, HasSubstr("weg.db bestaat niet"));
}

}  // namespace
