// A new arrangement: the templates as they stand, what they give, and that nothing is overwritten.
#include "app/nieuw.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "app/bereken.hpp"
#include "app/controleer.hpp"
#include "app/dekking.hpp"
#include "app/sjablonen.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::Not;

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Nieuw : public testing::Test {
 protected:
  Nieuw() : map_(fs::temp_directory_path() / ("zorgkader-nieuw-" + std::to_string(getpid()))) {
    fs::create_directories(map_);
  }
  ~Nieuw() override { fs::remove_all(map_); }
  fs::path map_;
};

TEST_F(Nieuw, SchrijftDeSjablonenZoalsZeErStaan) {
  const NieuwAntwoord made = maak_nieuw((map_ / "waterdam" / "2025").string());
  EXPECT_THAT(made.bevindingen, IsEmpty());
  EXPECT_THAT(made.bestanden, ElementsAre("LEESMIJ.md", "feiten/betaald.csv", "feiten/plan_beoordeeld.csv",
                                          "feiten/plan_ontvangen.csv", "feiten/uren.csv", "regeling.md"));
  for (const std::string& file : made.bestanden) {
    const std::string want = text_of(fs::path(ZORGKADER_ROOT) / "sjablonen" / file);
    EXPECT_FALSE(want.empty()) << file;
    EXPECT_EQ(text_of(map_ / "waterdam" / "2025" / file), want) << file;
  }
}

TEST_F(Nieuw, IsMeteenTeControlerenEnTeBerekenen) {
  const NieuwAntwoord made = maak_nieuw((map_ / "waterdam").string());
  Opdrachtgegevens asked;
  asked.regeling = made.regeling;
  asked.feiten = made.feiten;
  const DekkingAntwoord checked = dekking(asked);
  // One choice is open and one published figure departs from its rule: both on purpose.
  EXPECT_THAT(checked.bevindingen,
              ElementsAre(Field(&Bevinding::code, "open-keuze"), Field(&Bevinding::code, "vastgesteld-afwijking")));
  for (const Bepalingsoort soort :
       {Bepalingsoort::geautomatiseerd, Bepalingsoort::met_de_hand, Bepalingsoort::informatief})
    EXPECT_THAT(checked.dekking.bepalingen, Contains(Field(&DekkingBepaling::soort, soort)));
  EXPECT_THAT(checked.dekking.bepalingen, Each(Field(&DekkingBepaling::bron, Not(IsEmpty()))));

  const BerekenAntwoord computed = bereken(asked, {});
  EXPECT_FALSE(has_errors(computed.bevindingen));
  EXPECT_EQ(computed.berekening.uitkomsten.size(), 8U) << "all but the one that waits for the open choice";
  asked.zetten = {{"winstdeling", "20%"}};
  EXPECT_EQ(bereken(asked, {}).berekening.uitkomsten.size(), 9U);
}

/// A fact that an outcome needs is missed by the check as well as by the computation.
TEST_F(Nieuw, ControleMistEenFeitDatNietIsAangeleverd) {
  Opdrachtgegevens asked;
  const NieuwAntwoord made = maak_nieuw((map_ / "waterdam").string());
  asked.regeling = made.regeling;
  asked.feiten = made.feiten;
  EXPECT_FALSE(has_errors(controleer(asked)));
  fs::remove(map_ / "waterdam" / "feiten" / "uren.csv");
  EXPECT_THAT(controleer(asked), Contains(Field(&Bevinding::code, "feit-ontbreekt")));
}

/// Every kind of block that the language has is shown once.
TEST(Sjablonen, LatenElkSoortOnderdeelZien) {
  const std::string text = text_of(fs::path(ZORGKADER_ROOT) / "sjablonen" / "regeling.md");
  for (const char* part : {"\nSleutel `", "(open:", "\nTabel `", "\nParameters\n", "\nBeslistabel `", "\nTermijnen per",
                           "\nOverzicht", "| open ", "\ninvoer ", "bij_leeg", "mag ontbreken", "rond(", "som(",
                           "vastgesteld [", "\neis ", "meld \"", "\nuitkomst ", "\nMet de hand:", "\neenheid "})
    EXPECT_NE(text.find(part), std::string::npos) << part;
}

TEST(Sjablonen, StaanInDeVolgordeVanHetAlfabet) {
  const auto& all = sjablonen();
  EXPECT_TRUE(
      std::is_sorted(all.begin(), all.end(), [](const Sjabloon& a, const Sjabloon& b) { return a.pad < b.pad; }));
}

TEST_F(Nieuw, MagInEenLegeMap) {
  EXPECT_THAT(maak_nieuw(map_.string()).bevindingen, IsEmpty());
  EXPECT_TRUE(fs::exists(map_ / "regeling.md"));
}

TEST_F(Nieuw, OverschrijftNiets) {
  for (const char* name : {"aantekeningen.txt", "regeling.md", ".verborgen"}) {
    const fs::path own = map_ / ("vol-" + std::string(name));
    fs::create_directories(own);
    std::ofstream(own / name) << "van mij";
    const NieuwAntwoord refused = maak_nieuw(own.string());
    EXPECT_THAT(refused.bevindingen, ElementsAre(Field(&Bevinding::code, "bestand-schrijffout")));
    EXPECT_EQ(std::distance(fs::directory_iterator(own), fs::directory_iterator()), 1) << name;
    EXPECT_EQ(text_of(own / name), "van mij");
  }
}

/// An unset variable in a script gives an empty name: that is not the folder one stands in.
TEST_F(Nieuw, WeigertEenLegeNaam) {
  EXPECT_THAT(maak_nieuw("").bevindingen, ElementsAre(Field(&Bevinding::code, "bestand-schrijffout")));
}

TEST_F(Nieuw, WeigertEenBestandAlsMap) {
  std::ofstream(map_ / "bestand") << "van mij";
  EXPECT_TRUE(has_errors(maak_nieuw((map_ / "bestand").string()).bevindingen));
  EXPECT_TRUE(has_errors(maak_nieuw((map_ / "bestand" / "map").string()).bevindingen));
  EXPECT_EQ(text_of(map_ / "bestand"), "van mij");
}

}  // namespace
}  // namespace zorgkader
