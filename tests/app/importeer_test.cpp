// Messages into a dossier: what is recorded, refused, answered, known before, taken back, and known on a day.
#include "app/importeer.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "app/verifieer.hpp"
#include "app/werklijst.hpp"
#include "dossier/openstaand.hpp"
#include "iwmo/antwoord.hpp"
#include "iwmo/geschiedenis.hpp"

namespace zorgkader {
namespace {

using namespace iwmo;
namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Boom good_declaration(const std::string& id = "D4", const std::string& number = "DN4") {
  Boom out = declaratie(id, number, "2023-04-01", "2023-04-30", {regel("R4", "2023-04-01", "2023-04-30")});
  set_total(out);
  return out;
}

/// The answer that takes a message, or refuses it in its header.
Boom answered(const Boom& heen, const std::string& code = "") {
  Berichtbevindingen found;
  if (!code.empty()) {
    found.push_back(make_bevinding("TR", "Bericht/Header", 0, "Niet goed."));
    found.back().niveau = 3;
    found.back().retourcode = code;
  }
  return iwmo::make_antwoord(heen, found, {"A1", kNu}).value();
}

class Importtest : public testing::Test {
 protected:
  Importtest() : map_(fs::temp_directory_path() / ("zk-import-" + std::to_string(getpid()))) {
    fs::remove_all(map_);
    fs::create_directories(map_ / "in");
  }
  ~Importtest() override { fs::remove_all(map_); }

  void write(const std::string& name, const Boom& message) const {
    std::ofstream(map_ / "in" / name, std::ios::binary) << write_xml(message);
  }
  void clear() const {
    fs::remove_all(map_ / "in");
    fs::create_directories(map_ / "in");
  }
  Dossierpad dossier(const std::string& name = "d.db") const { return {(map_ / name).string(), ""}; }
  std::vector<Importregel> import(Datum nu = kNu, const std::string& name = "d.db") const {
    Importvraag vraag{dossier(name), {(map_ / "in").string()}, (map_ / "uit").string(), "", Moment(nu), "proef", 2};
    std::vector<Importregel> out;
    importeer(vraag, [&](const Importregel& line) { out.push_back(line); });
    return out;
  }
  std::map<std::string, Importuitslag> outcome(Datum nu = kNu) const {
    std::map<std::string, Importuitslag> out;
    for (const auto& line : import(nu)) out[fs::path(line.verdict.bestand).filename().string()] = line.uitslag;
    return out;
  }
  dossier::Stand stand(std::optional<Moment> tot = std::nullopt) const {
    return read_stand(Dossierbestand(dossier(), Dossierbestand::Hoe::lezen).logboek(), "9999", nullptr,
                      dossier::Loggrens::tot(tot));
  }
  std::string print(const std::string& name = "d.db") const {
    std::string out;
    EXPECT_THAT(verifieer({dossier(name)},
                          [&](const Logboekverdict& v) {
                            EXPECT_THAT(v.fouten, IsEmpty());
                            out += v.afdruk;
                          }),
                IsEmpty());
    return out;
  }
  std::vector<std::string> answers() const {
    std::vector<std::string> out;
    if (fs::exists(map_ / "uit"))
      for (const auto& at : fs::directory_iterator(map_ / "uit")) out.push_back(at.path().filename().string());
    return out;
  }

  fs::path map_;
};

using U = Importuitslag;

TEST_F(Importtest, AMessageIsRecordedAndAnsweredAndKnownTheSecondTime) {
  write("301.xml", toewijzingen());
  write("323.xml", good_declaration());
  EXPECT_THAT(outcome(), ElementsAre(std::pair("301.xml", U::vastgelegd), std::pair("323.xml", U::vastgelegd)));
  EXPECT_THAT(answers(), ElementsAre(testing::StartsWith("WMO325_9999_")));
  EXPECT_EQ(stand().archief().prestaties("9999", 1).at(0).stand, Prestatieregel::Stand::goedgekeurd);
  const std::string before = print();
  fs::remove_all(map_ / "uit");
  EXPECT_THAT(outcome(), ElementsAre(std::pair("301.xml", U::bekend), std::pair("323.xml", U::bekend)));
  EXPECT_EQ(print(), before);
  EXPECT_THAT(answers(), SizeIs(1)) << "the answer that was lost is put out again";
}

TEST_F(Importtest, TR338ADeclarationOnNothingIsGrantedNothing) {
  write("323.xml", good_declaration());
  const auto lines = import();
  ASSERT_THAT(lines, SizeIs(1));
  EXPECT_EQ(lines[0].uitslag, U::vastgelegd) << "a declaration is answered line by line";
  EXPECT_EQ(lines[0].verdict.bevindingen.at(0).code, "TR338");
  EXPECT_EQ(stand().archief().prestaties("9999", 1).at(0).stand, Prestatieregel::Stand::afgewezen);
}

TEST_F(Importtest, ARefusedMessageStaysInTheLogButDoesNotCount) {
  write("305.xml", start("S1", "77", "2023-01-12"));
  const auto lines = import();
  EXPECT_EQ(lines.at(0).uitslag, U::geweigerd);
  EXPECT_THAT(lines[0].antwoord, HasSubstr("WMO306"));
  EXPECT_THAT(stand().archief().leveringen("9999", "12345678", "999900006"), IsEmpty());
  EXPECT_TRUE(stand().berichten().at(0).geweigerd);
}

/// The provider refuses a 301: from then on there are no toewijzingen, and what was known before stays readable.
TEST_F(Importtest, X11ARefusalTakesBackWhatWasRecordedAndTheDayBeforeStillKnowsIt) {
  const Boom given = toewijzingen();
  write("301.xml", given);
  import(kNu);
  EXPECT_NE(stand().archief().toewijzing("9999", 1), nullptr);
  write("302.xml", answered(given, "9379"));
  write("323.xml", good_declaration());
  EXPECT_THAT(outcome(kNu + std::chrono::days(2)),
              ElementsAre(std::pair("301.xml", U::bekend), std::pair("302.xml", U::vastgelegd),
                          std::pair("323.xml", U::vastgelegd)));
  EXPECT_EQ(stand().archief().toewijzing("9999", 1), nullptr);
  EXPECT_EQ(stand().archief().prestaties("9999", 1).at(0).stand, Prestatieregel::Stand::afgewezen);
  EXPECT_NE(stand(einde_van_dag(kNu)).archief().toewijzing("9999", 1), nullptr);
  EXPECT_EQ(stand(einde_van_dag(kNu)).berichten().size(), 1U);
}

TEST_F(Importtest, ARefusalInTheSameRunIsTheSame) {
  const Boom given = toewijzingen();
  write("301.xml", given);
  write("302.xml", answered(given, "9379"));
  write("323.xml", good_declaration());
  import();
  EXPECT_EQ(stand().archief().toewijzing("9999", 1), nullptr);
  EXPECT_TRUE(stand().berichten().at(0).geweigerd);
  EXPECT_NE(stand().berichten().at(0).antwoord, 0);
  EXPECT_EQ(stand().archief().prestaties("9999", 1).at(0).stand, Prestatieregel::Stand::afgewezen);
}

TEST_F(Importtest, WhatAnotherProgramAnsweredIsNotAnsweredAgain) {
  const Boom declaration = good_declaration();
  write("301.xml", toewijzingen());
  write("323.xml", declaration);
  write("325.xml", answered(declaration));
  EXPECT_EQ(outcome()["325.xml"], U::vastgelegd);
  EXPECT_THAT(answers(), IsEmpty());
  EXPECT_EQ(stand().archief().prestaties("9999", 1).at(0).stand, Prestatieregel::Stand::goedgekeurd);
}

TEST_F(Importtest, AnAnswerToNothingIsPassedOver) {
  write("302.xml", answered(toewijzingen()));
  const auto lines = import();
  EXPECT_EQ(lines.at(0).uitslag, U::overgeslagen);
  EXPECT_THAT(lines[0].verdict.bevindingen.at(0).tekst, HasSubstr("geen WMO301 met identificatie T1"));
}

TEST_F(Importtest, WhatIsNoMessageIsPassedOverAndTheRestGoesIn) {
  std::ofstream(map_ / "in" / "a.xml") << "<html>";
  std::ofstream(map_ / "in" / "b.xml");
  write("c.xml", toewijzingen());
  EXPECT_THAT(outcome(), ElementsAre(std::pair("a.xml", U::overgeslagen), std::pair("b.xml", U::overgeslagen),
                                     std::pair("c.xml", U::vastgelegd)));
}

/// The same key, the same messages under other names: the same log to the byte.
TEST_F(Importtest, NamesOfFilesSayNothing) {
  write("1.xml", toewijzingen());
  write("2.xml", start("S1", "1", "2023-01-12"));
  write("3.xml", good_declaration());
  import();
  fs::copy_file(map_ / "d.db.sleutel", map_ / "e.db.sleutel");
  clear();
  write("9.xml", toewijzingen());
  write("8.xml", start("S1", "1", "2023-01-12"));
  write("7.xml", good_declaration());
  import(kNu, "e.db");
  EXPECT_EQ(print("d.db"), print("e.db"));
}

TEST_F(Importtest, OP090WhatWasSentWaitsThreeWorkingDays) {
  write("301.xml", toewijzingen());
  import(kNu);  // Wednesday 10 May 2023
  const auto rows = maak_werklijst(dossier(), kNu + std::chrono::days(3));
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0].wat, "WMO302 van de aanbieder");
  EXPECT_EQ(rows[0].uiterlijk, "2023-05-15");
  EXPECT_EQ(rows[0].werkdagen, 1) << "on Saturday only Monday is left";
  EXPECT_EQ(maak_werklijst(dossier(), kNu + std::chrono::days(8)).at(0).werkdagen, -2)
      << "Tuesday and Wednesday; Thursday 18 May 2023 is Ascension Day";
  write("302.xml", answered(toewijzingen()));
  import();
  EXPECT_THAT(maak_werklijst(dossier(), kNu), IsEmpty());
}

TEST_F(Importtest, OP274AndOP346ARequestWaitsFiveWorkingDaysOrEightWeeks) {
  write("301.xml", toewijzingen());
  write("302.xml", answered(toewijzingen()));
  Boom asked = verzoek("V1", "REF1");
  put(asked, {{"Header/BerichtIdentificatie/Dagtekening", "2023-05-08"}});
  write("315.xml", asked);
  import(kNu);
  auto rows = maak_werklijst(dossier(), kNu);
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0].bepaling, "OP274");
  EXPECT_EQ(rows[0].uiterlijk, "2023-05-17");
  EXPECT_EQ(rows[0].wie, "gemeente");
  const Boom looking = antwoord("B1", "REF1", "2");
  write("319.xml", looking);
  write("320.xml", answered(looking));
  import(kNu);
  rows = maak_werklijst(dossier(), kNu);
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0].bepaling, "OP346");
  EXPECT_EQ(rows[0].uiterlijk, "2023-07-03") << "eight weeks after 8 May";
}

TEST_F(Importtest, X15WithoutItsKeyADossierStaysShut) {
  write("301.xml", toewijzingen());
  import();
  const auto opened = [&] { return verifieer({dossier()}, [](const Logboekverdict&) {}); };
  fs::rename(map_ / "d.db.sleutel", map_ / "weg");
  EXPECT_THROW(opened(), dossier::OpslagFout);
  std::ofstream(map_ / "d.db.sleutel") << "geen sleutel\n";
  EXPECT_THROW(opened(), dossier::OpslagFout);
  std::ofstream(map_ / "d.db.sleutel") << std::string(64, 'a') << "\n";
  std::vector<std::string> faults;
  verifieer({dossier()}, [&](const Logboekverdict& v) { faults = v.fouten; });
  EXPECT_THAT(faults, ElementsAre(HasSubstr("gaat met deze sleutel niet open")));
  std::ifstream base(map_ / "d.db", std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(base), {});
  EXPECT_EQ(bytes.find("999900006"), std::string::npos) << "a BSN stands in the file for all to read";
}

TEST_F(Importtest, ACopyIsWholeAndOverwritesNothing) {
  write("301.xml", toewijzingen());
  import();
  const std::string copy = (map_ / "kopie.db").string();
  EXPECT_EQ(maak_reservekopie(dossier(), copy), std::nullopt);
  EXPECT_THAT(maak_reservekopie(dossier(), copy).value_or(""), HasSubstr("bestaat al"));
  fs::copy_file(map_ / "d.db.sleutel", map_ / "kopie.db.sleutel");
  EXPECT_EQ(print("kopie.db"), print("d.db"));
}

/// A code that no register has is no gemeente of this region: it does not get a log of its own.
TEST_F(Importtest, AGemeenteThatTheRegisterDoesNotHaveIsPassedOver) {
  std::ofstream(map_ / "in" / "gemeenten.csv") << "code;naam\n0935;Maastricht\n";
  write("301.xml", toewijzingen());
  const auto lines = import();
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_EQ(lines[1].uitslag, U::overgeslagen);
  ASSERT_THAT(lines[1].verdict.bevindingen, SizeIs(1));
  EXPECT_EQ(lines[1].verdict.bevindingen[0].code, "GEMEENTE");
  EXPECT_EQ(lines[1].verdict.bevindingen[0].tekst, "Gemeente 9999 staat niet in het register gemeenten.");
  EXPECT_THAT(Dossierbestand(dossier(), Dossierbestand::Hoe::lezen).logboek().gemeenten(), ElementsAre("regio"));
  clear();
  std::ofstream(map_ / "in" / "gemeenten.csv") << "code;naam\n9999;Testdorp\n";
  write("301.xml", toewijzingen());
  EXPECT_EQ(import().at(1).uitslag, U::vastgelegd);
}

/// Another program writes twice in between: what is so is read anew, and everything is told once.
TEST_F(Importtest, WhoIsOvertakenReadsAnewAndGoesOn) {
  write("301.xml", toewijzingen());
  import();
  clear();
  constexpr std::size_t kMessages = 230;
  for (std::size_t n = 0; n < kMessages; ++n) {
    const std::string number = std::to_string(1000 + n);
    write(number + ".xml", good_declaration("D" + number, "DN" + number));
  }
  std::map<std::string, int> told;
  std::int64_t others = 0;
  Importvraag vraag{dossier(), {(map_ / "in").string()}, (map_ / "uit").string(), "", Moment(kNu), "proef", 2};
  importeer(vraag, [&](const Importregel& line) {
    EXPECT_EQ(line.uitslag, U::vastgelegd) << line.verdict.bestand;
    ++told[line.verdict.bestand];
    if (told.size() != 1 && told.size() != 150) return;
    dossier::Gebeurtenis other;
    other.gemeente = "9999";
    other.soort = dossier::soorten::kInzage;
    other.door = "een ander";
    other.inhoud = "CL\nproef";
    Dossierbestand(dossier(), Dossierbestand::Hoe::bijwerken).append(std::move(other));
    ++others;
  });
  EXPECT_THAT(told, SizeIs(kMessages));
  for (const auto& [file, times] : told) EXPECT_EQ(times, 1) << file;
  EXPECT_EQ(others, 2);
  EXPECT_EQ(stand().einde().nummer, 1 + others + 2 * static_cast<std::int64_t>(kMessages));
  EXPECT_THAT(answers(), SizeIs(kMessages));
  print();
}

/// ADR 0029: it was sent, so it counts; and the user is told.
TEST_F(Importtest, Msp029AToewijzingBesideTheContractIsRecordedAndTold) {
  const auto put = [&](const std::string& name, const std::string& text) {
    std::ofstream(map_ / "in" / (name + ".csv")) << text;
  };
  put("aanbieders", "agb;naam;aanbieder;rol\n42420002;De Hoek;De Hoek;zelf\n");
  put("producten", "code;categorie;omschrijving;dienst\n02A05;02;Begeleiding;BGI\n");
  put("contracten", "contract;aanbieder;dienst;ingangsdatum;einddatum\nC1;De Hoek;BGI;2023-01-01;2023-12-31\n");
  import();
  clear();
  Boom heen = toewijzingen();
  for (int n = 6; n > 1; --n) heen.take_away("Bericht/" + kProduct + "[" + std::to_string(n) + "]");
  write("301.xml", heen);
  write("302.xml", answered(heen));
  const auto lines = import();
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_EQ(lines[0].uitslag, U::vastgelegd);
  EXPECT_TRUE(lines[0].verdict.goed());
  ASSERT_THAT(lines[0].afwijkingen, SizeIs(1));
  EXPECT_EQ(lines[0].afwijkingen[0].tekst, "AGB 42420001 heeft op 2023-01-10 geen contract voor BGI in 9999.");
  EXPECT_NE(stand().archief().toewijzing("9999", 1), nullptr);
}

/// Whoever is first makes the key; the others go on with it.
TEST_F(Importtest, SeveralAtOnceMakeOneDossier) {
  std::vector<std::thread> all;
  std::vector<std::string> keys(8);
  for (std::string& key : keys)
    all.emplace_back([this, &key] {
      const Dossierbestand made(dossier("samen.db"), Dossierbestand::Hoe::maken);
      key = made.kluis().pseudoniem("0001", "999900006");
    });
  for (std::thread& one : all) one.join();
  EXPECT_THAT(keys, testing::Each(keys[0]));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(map_), {}), 3)
      << "database, key, and the folder for files";
}

}  // namespace
}  // namespace zorgkader
