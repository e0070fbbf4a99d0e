// The command that chooses providers, as users start it on the example region.
#include <gmock/gmock.h>

#include "programma.hpp"

namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kRegeling = ZORGKADER_ROOT "/regelingen/maastricht-heuvelland/strategisch-partnerschap-2022.md";

TEST(Aanbiederkeuze, ListsCandidatesAndMakesTheToewijzing) {
  const cli::Map map;
  ASSERT_EQ(map.run({"demo", "demo", "--regeling", kRegeling, "--clienten", "300"}).status, 0);
  const std::string dossier = "demo/dossier.db";
  const auto list = map.run({"aanbiederkeuze", kRegeling, "--dossier", dossier, "--als", "csv"});
  EXPECT_EQ(list.status, 0) << list.fout;
  EXPECT_THAT(list.uit, testing::StartsWith("gemeente;onderzoek;dienst;rang;aanbieder;reden\n"));
  const std::string tail = ";partner: krijgt als eerste de kans om te helpen\n";
  const auto at = list.uit.find(tail);
  ASSERT_NE(at, std::string::npos);
  const std::string row = list.uit.substr(list.uit.rfind('\n', at) + 1, at - list.uit.rfind('\n', at) - 1);
  std::vector<std::string> cells(1);
  for (const char c : row) c == ';' ? (void)cells.emplace_back() : cells.back().push_back(c);
  ASSERT_EQ(cells.size(), 5U) << row;

  const auto one = map.run({"aanbiederkeuze", kRegeling, "--dossier", dossier, "--onderzoek", cells[1], "--alles"});
  EXPECT_THAT(one.uit, HasSubstr(cells[4]));
  EXPECT_THAT(one.uit, HasSubstr("de partners krijgen eerst de kans om te helpen"));
  const auto refused = map.run({"aanbiederkeuze", kRegeling, "--dossier", dossier, "--onderzoek", cells[1], "--wijs",
                                "Niemand", "--naar", "uit"});
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.fout, HasSubstr("fout: Niemand komt in deze keuze niet voor."));
  const auto absent = map.run({"aanbiederkeuze", kRegeling, "--dossier", dossier, "--onderzoek", "O0"});
  EXPECT_EQ(absent.status, 1);
  EXPECT_THAT(absent.fout, HasSubstr("Onderzoek O0 staat niet in dit dossier."));
  const auto rows = map.run({"feitrijen", kRegeling, "omzet_2021", "gemeente=" + cells[0], "--dossier", dossier});
  EXPECT_EQ(rows.status, 0) << rows.fout;
  EXPECT_THAT(rows.uit, HasSubstr(" van prestaties; goedgekeurd samen € "));
  EXPECT_THAT(rows.uit, HasSubstr("--rijen 0 toont alle"));
}

TEST(Aanbiederkeuze, WordsThatDoNotFit) {
  const cli::Map map;
  const auto alone = map.run({"aanbiederkeuze", kRegeling, "--dossier", "d.db", "--wijs", "Levanto"});
  EXPECT_EQ(alone.status, 2);
  EXPECT_THAT(alone.fout, HasSubstr("Bij --wijs hoort --onderzoek"));
  EXPECT_EQ(map.run({"aanbiederkeuze", kRegeling}).status, 2);
  const auto size = map.run({"aanbiederkeuze", kRegeling, "--dossier", "d.db", "--onderzoek", "O1", "--wijs", "Levanto",
                             "--naar", "uit", "--omvang", "veel"});
  EXPECT_EQ(size.status, 2);
  EXPECT_THAT(size.fout, HasSubstr("`veel` is geen omvang"));
  const auto absent = map.run({"aanbiederkeuze", kRegeling, "--dossier", "weg.db"});
  EXPECT_EQ(absent.status, 1);
  EXPECT_THAT(absent.fout, HasSubstr("weg.db bestaat niet"));
}

}  // namespace
