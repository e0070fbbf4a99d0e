// A kept state is what the log gives, and nobody begins with one that no longer holds (X-11, ADR 0028).
#include "dossier/momentopname.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <cereal/archives/binary.hpp>
#include <cereal/types/chrono.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/vector.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/importeer.hpp"
#include "app/verifieer.hpp"
#include "iwmo/antwoord.hpp"
#include "iwmo/geschiedenis.hpp"

namespace zorgkader {
namespace {

using namespace iwmo;
namespace fs = std::filesystem;
using dossier::Gebeurtenis;
using dossier::Loggrens;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Momentopnametest : public testing::Test {
 protected:
  Momentopnametest() : map_(fs::temp_directory_path() / ("zk-moment-" + std::to_string(getpid()))) {
    fs::remove_all(map_);
    fs::create_directories(map_);
  }
  ~Momentopnametest() override { fs::remove_all(map_); }

  Dossierpad pad() const { return {(map_ / "d.db").string(), ""}; }
  void import(const std::vector<Boom>& messages, Datum nu) const {
    fs::remove_all(map_ / "in");
    fs::create_directories(map_ / "in");
    for (std::size_t i = 0; i < messages.size(); ++i)
      std::ofstream(map_ / "in" / (std::to_string(i) + ".xml"), std::ios::binary) << write_xml(messages[i]);
    importeer({pad(), {(map_ / "in").string()}, "", "", Moment(nu), "proef", 1}, [](const Importregel& line) {
      EXPECT_EQ(line.uitslag, Importuitslag::vastgelegd) << line.verdict.bestand;
    });
  }
  /// Keeps what is so now, however little it is.
  void keep() const {
    Dossierbestand file(pad(), Dossierbestand::Hoe::bijwerken);
    const dossier::Stand now = replay_stand(file.logboek(), "9999");
    file.logboek().keep_momentopname(make_momentopname(now, now.einde()));
  }
  /// What the log gives; what is read must be the same.
  std::string state(const Loggrens& grens = {}) const {
    const Dossierbestand file(pad(), Dossierbestand::Hoe::lezen);
    const dossier::Stand read = read_stand(file.logboek(), "9999", nullptr, grens);
    const dossier::Stand replayed = replay_stand(file.logboek(), "9999", nullptr, grens);
    const std::string out = make_momentopname(replayed, replayed.einde()).inhoud;
    EXPECT_EQ(make_momentopname(read, read.einde()).inhoud, out);
    EXPECT_EQ(read.einde().afdruk, replayed.einde().afdruk);
    from_ = read.bewaard();
    return out;
  }
  std::vector<std::string> faults(bool herstel = false) const {
    std::vector<std::string> out;
    verifieer({pad(), {}, herstel},
              [&](const Logboekverdict& v) { out.insert(out.end(), v.fouten.begin(), v.fouten.end()); });
    return out;
  }

  fs::path map_;
  mutable std::int64_t from_ = 0;  ///< the event with whose momentopname the last state began
};

Boom declared() {
  Boom out = declaratie("D4", "DN4", "2023-04-01", "2023-04-30", {regel("R4", "2023-04-01", "2023-04-30")});
  set_total(out);
  return out;
}

Boom refused(const Boom& heen) {
  Berichtbevindingen found{make_bevinding("TR", "Bericht/Header", 0, "Niet goed.")};
  found.back().niveau = 3;
  found.back().retourcode = "9379";
  return iwmo::make_antwoord(heen, found, {"A1", kNu}).value();
}

TEST_F(Momentopnametest, X11WhatIsKeptAndWhatCameAfterIsWhatTheLogGives) {
  import({toewijzingen()}, kNu);
  keep();
  import({start("S1", "1", "2023-01-12"), declared()}, kNu + std::chrono::days(1));
  const std::string now = state();
  EXPECT_EQ(from_, 1);
  keep();
  EXPECT_EQ(state(), now);
  EXPECT_EQ(from_, 5) << "two messages and their answers";
  EXPECT_NE(state(Loggrens::tot(Moment(kNu + std::chrono::days(1)))), now);
  EXPECT_EQ(from_, 0) << "the day before it knew less than what is kept";
  EXPECT_THAT(faults(), IsEmpty());
}

/// The provider refuses the 301, which is in what was kept.
TEST_F(Momentopnametest, X11NobodyBeginsWithWhatWasTakenBackSince) {
  const Boom given = toewijzingen();
  import({given}, kNu);
  keep();
  import({refused(given)}, kNu + std::chrono::days(2));
  state();
  EXPECT_EQ(from_, 0);
  state(Loggrens::tot(Moment(kNu + std::chrono::days(1))));
  EXPECT_EQ(from_, 1) << "what came later takes nothing from the day before";
  EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Momentopnametest, X11OneThatDoesNotFollowFromTheLogIsFoundAndMadeAgain) {
  import({toewijzingen()}, kNu);
  const std::string right = state();
  {
    Dossierbestand file(pad(), Dossierbestand::Hoe::bijwerken);
    file.logboek().keep_momentopname(make_momentopname(dossier::Stand("9999"), file.logboek().einde("9999")));
  }
  EXPECT_THAT(faults(),
              ElementsAre(HasSubstr("De momentopname na gebeurtenis 1 is niet wat er uit het logboek volgt")));
  EXPECT_THAT(faults(true), IsEmpty());
  EXPECT_THAT(faults(), IsEmpty());
  EXPECT_EQ(state(), right);
  EXPECT_EQ(from_, 1);
}

TEST_F(Momentopnametest, X15WhatIsKeptIsSealedAndOfThisVersionOfTheProgram) {
  import({toewijzingen()}, kNu);
  keep();
  Dossierbestand file(pad(), Dossierbestand::Hoe::bijwerken);
  const std::string sealed = file.verzegeld().momentopname("9999").value().inhoud;
  EXPECT_EQ(sealed.find("999900006"), std::string::npos);
  Gebeurtenis other = file.logboek().momentopname("9999").value();
  ASSERT_TRUE(open_momentopname(other));
  ++other.inhoud[8];  // behind its length stands the version
  EXPECT_FALSE(open_momentopname(other));
  other.inhoud.resize(other.inhoud.size() / 2);
  --other.inhoud[8];
  EXPECT_FALSE(open_momentopname(other)) << "half of one";
}

/// Where this fails, what is kept or how it is derived has changed: give `kVersie` its next number, and then this one.
/// Columns of registers are in the version already.
TEST_F(Momentopnametest, AChangeOfWhatIsKeptNeedsANewVersion) {
  import({toewijzingen(), start("S1", "1", "2023-01-12"), declared()}, kNu);
  const Dossierbestand file(pad(), Dossierbestand::Hoe::lezen);
  const dossier::Stand stand = replay_stand(file.logboek(), "9999");
  std::ostringstream out;
  cereal::BinaryOutputArchive form(out);
  form(stand.archief(), stand.berichten());
  EXPECT_EQ(dossier::hex(dossier::afdruk_van(out.str())).substr(0, 16), "e679311c2fb297dc");
}

}  // namespace
}  // namespace zorgkader
