// The command `rapport`, as users start it.
#include <gmock/gmock.h>

#include <algorithm>

#include "programma.hpp"

namespace {

using testing::HasSubstr;
using testing::StartsWith;

const std::string kMap = ZORGKADER_ROOT "/regelingen/drechtsteden/";

std::vector<std::string> sla(std::vector<std::string> more) {
  std::vector<std::string> out = {"rapport",
                                  "sla",
                                  "kwartaal=2024-Q3",
                                  "--regeling",
                                  kMap + "sla-rapportage.md",
                                  "--feiten",
                                  kMap + "voorbeeld-sla-rapportage"};
  out.insert(out.end(), more.begin(), more.end());
  return out;
}

TEST(Rapport, InEveryForm) {
  const cli::Map map;
  const auto screen = map.run(sla({}));
  EXPECT_EQ(screen.status, 0) << screen.fout;
  EXPECT_THAT(screen.uit, StartsWith("SLA-rapportage individuele begeleiding  concept\nkwartaal: 2024-Q3\n"));
  EXPECT_THAT(map.run(sla({"--als", "csv"})).uit, HasSubstr("\nrapport_noemer;IB licht;4100;40;x;x;x;"));
  EXPECT_THAT(map.run(sla({"--als", "json"})).uit,
              StartsWith("{\"formaat\":\"zorgkader-rapport\",\"formaatversie\":1,"));
  EXPECT_EQ(map.run(sla({"--als", "html", "--naar", "r.html"})).status, 0);
  EXPECT_THAT(map.read("r.html"), StartsWith("<!DOCTYPE html>"));
  EXPECT_EQ(map.run(sla({"--als", "xlsx", "--naar", "r.xlsx"})).status, 0);
  EXPECT_THAT(map.read("r.xlsx"), StartsWith("PK"));
}

/// DRE-017: whoever makes the report may look behind it; that is written above it.
TEST(Rapport, WithoutThreshold) {
  const cli::Map map;
  const auto all = map.run(sla({"--zet", "drempel_kleine_aantallen=0"}));
  EXPECT_EQ(all.status, 0) << all.fout;
  EXPECT_THAT(all.uit, HasSubstr("gezet: drempel_kleine_aantallen = 0\n"));
  EXPECT_THAT(all.uit, testing::Not(HasSubstr("weggelaten")));
}

TEST(Rapport, Letters) {
  const cli::Map map;
  auto words = sla({"--peildatum", "2024-11-05", "--sjabloon", kMap + "brieven/herinnering-1.md", "--naar", "brieven"});
  words[1] = "herinnering_1";
  const auto made = map.run(words);
  EXPECT_EQ(made.status, 0) << made.fout;
  EXPECT_EQ(made.uit, "brieven/herinnering-1-bedacht-begeleid.md\n");
  EXPECT_THAT(map.read("brieven/herinnering-1-bedacht-begeleid.md"), StartsWith("Aan Bedacht Begeleid\n"));
  map.write("eigen.md", "Aan {{naam}}\n");
  std::replace(words.begin(), words.end(), kMap + "brieven/herinnering-1.md", std::string("eigen.md"));
  words.back() = "geen";
  const auto refused = map.run(words);
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.fout, HasSubstr("eigen.md:1:5: fout: Het rapport heeft geen veld `naam`. [sjabloon-veld]"));
  EXPECT_FALSE(std::filesystem::exists(map.pad() / "geen"));
}

TEST(Rapport, WordsThatDoNotFit) {
  const cli::Map map;
  EXPECT_EQ(map.run({"rapport"}).status, 2);
  EXPECT_THAT(map.run({"rapport", "sla"}).fout, HasSubstr("Noem een rapport en een --regeling"));
  auto words = sla({});
  words.erase(words.begin() + 2);
  const auto open = map.run(words);
  EXPECT_EQ(open.status, 2);
  EXPECT_THAT(open.fout, HasSubstr("Dit rapport gaat over één kwartaal."));
  EXPECT_EQ(map.run(sla({"--als", "pdf"})).status, 2);
  EXPECT_THAT(map.run(sla({"--sjabloon", "x.md"})).fout, HasSubstr("Bij --sjabloon hoort --naar"));
}

/// what an auditor does with a bundle, without the program and with it.
TEST(Bundel, IsCheckedByTheSystemAndByTheProgram) {
  const cli::Map map;
  const std::vector<std::string> make = {
      "bundel", kMap + "indexering.md", "--feiten", kMap + "voorbeeld-indexering", "--alleen", "tarief", "--naar",
      "bundel"};
  const auto made = map.run(make);
  EXPECT_EQ(made.status, 0) << made.fout;
  EXPECT_THAT(made.uit, StartsWith("De bundel staat in bundel: "));
  EXPECT_EQ(std::system(("cd " + map.pad().string() + "/bundel && sha256sum --quiet --strict -c SHA256SUMS").c_str()),
            0);
  const auto seen = map.run({"verifieer", "--bundel", "bundel"});
  EXPECT_EQ(seen.status, 0) << seen.fout;
  EXPECT_THAT(seen.uit, StartsWith("De bundel is heel: "));
  map.write("bundel/feiten/begintarief.csv", "product;waarde\n");
  const auto changed = map.run({"verifieer", "--bundel", "bundel"});
  EXPECT_EQ(changed.status, 1);
  EXPECT_THAT(changed.fout, HasSubstr("feiten/begintarief.csv is niet meer zoals toen de bundel werd gemaakt."));
  EXPECT_EQ(map.run(make).status, 1) << "nothing is written over";
  EXPECT_EQ(map.run({"verifieer"}).status, 2);
}

}  // namespace
