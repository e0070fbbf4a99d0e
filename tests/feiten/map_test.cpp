// Folders and single files: which file is which fact.
#include "hulp.hpp"

namespace zorgkader::feiten {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Key;

std::vector<FeitVorm> asked() {
  return {{"tarief", {Soort::getal, *Eenheid::parse("€")}, {"product"}, {}},
          {"volume", {Soort::getal, {}}, {"product"}, {}}};
}

constexpr const char* kGoed = "product;waarde\nA;1\n";

TEST(Map, ReadsWhatIsAskedFor) {
  const TijdelijkeMap map;
  map.write("tarief.csv", kGoed);
  map.write("volume.CSV", kGoed);
  map.write("leesmij.txt", "");
  map.write(".tarief.csv", "x");
  map.write("~$tarief.xlsx", "x");
  std::filesystem::create_directory(map.pad() / "oud.csv");
  const Feiten got = read_feiten(map.pad(), asked());
  EXPECT_THAT(got.tabellen, ElementsAre(Key("tarief"), Key("volume")));
  EXPECT_THAT(got.bevindingen, IsEmpty());
  EXPECT_THAT(got.bestanden, ElementsAre((map.pad() / "tarief.csv").string(), (map.pad() / "volume.CSV").string()));
  EXPECT_EQ(got.tabellen.at("tarief").herkomst.bestand, (map.pad() / "tarief.csv").string());
  EXPECT_EQ(got.tabellen.at("tarief").naam, "tarief");
}

TEST(Map, PassesOverWhatAnotherArrangementAsks) {
  const TijdelijkeMap map;
  map.write("tarief.csv", kGoed);
  map.write("volume.csv", kGoed);
  map.write("uren.csv", "geen feit, en niet gelezen\n\"");
  map.write("dagen.csv", kGoed);
  const Feiten got = read_feiten(map.pad(), asked(), {"uren"});
  EXPECT_THAT(got.tabellen, ElementsAre(Key("tarief"), Key("volume")));
  ASSERT_EQ(got.bevindingen.size(), 1U);
  EXPECT_EQ(got.bevindingen[0].code, "feit-onbekend");
  EXPECT_THAT(got.bevindingen[0].wat, HasSubstr("dagen"));
}

TEST(Map, BadFileLeavesTheOthers) {
  const TijdelijkeMap map;
  map.write("tarief.csv", "product;waarde\nA;1\nB;x\n");
  map.write("volume.csv", kGoed);
  const Feiten got = read_feiten(map.pad(), asked());
  EXPECT_THAT(got.tabellen, ElementsAre(Key("volume")));
  EXPECT_THAT(got.onbruikbaar, ElementsAre("tarief"));
  EXPECT_THAT(places(got.bevindingen), ElementsAre("cel-fout 3:3"));
}

struct Onbekend {
  const char* bestand;
  const char* wat;
};

class NietGevraagd : public testing::TestWithParam<Onbekend> {};

TEST_P(NietGevraagd, IsOnlyMentioned) {
  const TijdelijkeMap map;
  map.write(GetParam().bestand, "not even parsed \xFF");
  const Feiten got = read_feiten(map.pad(), asked());
  ASSERT_EQ(got.bevindingen.size(), 1U);
  EXPECT_EQ(got.bevindingen[0].ernst, Ernst::let_op);
  EXPECT_EQ(got.bevindingen[0].code, "feit-onbekend");
  EXPECT_THAT(got.bevindingen[0].wat, HasSubstr(GetParam().wat));
  EXPECT_THAT(got.bestanden, IsEmpty());
  EXPECT_THAT(got.onbruikbaar, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Map, NietGevraagd,
                         testing::Values(Onbekend{"heel iets anders.csv", "waar de regeling om vraagt."},
                                         Onbekend{"Tarief.csv", "hoofdletters tellen mee: `tarief`"},
                                         Onbekend{"tareif.csv", "is `tarief` bedoeld?"},
                                         Onbekend{"volumes.csv", "is `volume` bedoeld?"},
                                         Onbekend{"tarief.ods", "`.ods` wordt niet gelezen"}));

TEST(Map, TwoFilesForOneFact) {
  const TijdelijkeMap map;
  map.write("tarief.CSV", kGoed);
  map.write("tarief.csv", kGoed);
  const Feiten got = read_feiten(map.pad(), asked());
  EXPECT_THAT(got.tabellen, IsEmpty());
  EXPECT_THAT(got.onbruikbaar, ElementsAre("tarief"));
  ASSERT_EQ(got.bevindingen.size(), 1U);
  EXPECT_EQ(got.bevindingen[0].code, "feit-dubbel");
  EXPECT_THAT(got.bevindingen[0].wat, HasSubstr("tarief.CSV en in "));
}

TEST(Map, SingleFile) {
  const TijdelijkeMap map;
  const std::string pad = map.write("tarief.csv", kGoed);
  EXPECT_THAT(read_feiten(pad, asked()).tabellen, ElementsAre(Key("tarief")));
  EXPECT_THAT(places(read_feiten(map.pad() / "niets.csv", asked()).bevindingen), ElementsAre("bestand-onleesbaar 0:0"));
  EXPECT_THAT(places(read_feiten(map.write("tarief.txt", ""), asked()).bevindingen),
              ElementsAre("bestand-onleesbaar 0:0"));
}

TEST(Map, NotARegularFile) {
  const TijdelijkeMap map;
  std::filesystem::create_symlink("/dev/zero", map.pad() / "tarief.csv");
  const Feiten got = read_feiten(map.pad(), asked());
  EXPECT_THAT(places(got.bevindingen), ElementsAre("bestand-onleesbaar 0:0"));
  EXPECT_THAT(got.onbruikbaar, ElementsAre("tarief"));
}

TEST(Map, FileOverTheLimit) {
  const TijdelijkeMap map;
  map.write("tarief.csv", kGoed);
  std::filesystem::resize_file(map.pad() / "tarief.csv", (2ULL << 30) + 1);  // a sparse file
  const Feiten got = read_feiten(map.pad(), asked());
  EXPECT_THAT(places(got.bevindingen), ElementsAre("bestand-te-groot 0:0"));
  EXPECT_THAT(got.onbruikbaar, ElementsAre("tarief"));
}

TEST(Map, TooManyFiles) {
  const TijdelijkeMap map;
  for (int i = 0; i <= 10'000; ++i) map.write(std::to_string(i), "");
  EXPECT_THAT(places(read_feiten(map.pad(), asked()).bevindingen), ElementsAre("bestand-te-groot 0:0"));
}

TEST(Map, BrokenWorkbook) {
  const TijdelijkeMap map;
  map.write("tarief.xlsx", "PK no zip");
  map.write("volume.csv", kGoed);
  const Feiten got = read_feiten(map.pad(), asked());
  EXPECT_THAT(got.tabellen, ElementsAre(Key("volume")));
  EXPECT_THAT(got.onbruikbaar, ElementsAre("tarief"));
  EXPECT_THAT(places(got.bevindingen), ElementsAre("bestand-onleesbaar 0:0"));
}

}  // namespace
}  // namespace zorgkader::feiten
