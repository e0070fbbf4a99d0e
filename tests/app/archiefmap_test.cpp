// A folder of earlier messages: which of them count, in which order, and what is wrong with it.
#include "app/archiefmap.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "iwmo/antwoord.hpp"
#include "iwmo/geschiedenis.hpp"

namespace zorgkader {
namespace {

using namespace iwmo;
using testing::HasSubstr;

Boom with_id(Boom message, const std::string& id, const std::string& day) {
  put(message, {{"Header/BerichtIdentificatie/Identificatie", id}, {"Header/BerichtIdentificatie/Dagtekening", day}});
  return message;
}

Boom declared(const std::string& id, const std::string& day, const std::string& number, const Waarden& line,
              const std::string& begin = "2023-03-01", const std::string& end = "2023-03-31") {
  Boom out = with_id(declaratie(id, number, begin, end, {line}), id, day);
  put(out, {{"Declaratie/DeclaratieDagtekening", day}});
  set_total(out);
  return out;
}

/// The answer that takes a message, or refuses it in its header.
Boom answered(const Boom& heen, const std::string& id, const std::string& code = "") {
  Berichtbevindingen found;
  if (!code.empty()) {
    found.push_back(make_bevinding("TR", "Bericht/Header", 0, "Niet goed."));
    found.back().niveau = 3;
    found.back().retourcode = code;
  }
  return make_antwoord(heen, found, {id, kNu}).value();
}

Boom status(Boom message, const std::string& list, const std::string& value) {
  put(message, {{"Client/" + list + "/StatusAanlevering", value}});
  return message;
}

/// Toewijzingen with the first product ending on a day, so that versions differ.
Boom ending(const std::string& id, const std::string& day, const std::string& end) {
  Boom out = with_id(toewijzingen(id), id, day);
  put(out, {{kProduct + "[1]/Einddatum", end}});
  return out;
}

const Waarden kMaart = regel("R3", "2023-03-01", "2023-03-31");

class Archiefmaptest : public testing::Test {
 protected:
  Archiefmaptest() : map_(std::filesystem::temp_directory_path() / ("zk-archief-" + std::to_string(getpid()))) {
    clear();
  }
  ~Archiefmaptest() override { std::filesystem::remove_all(map_); }

  void clear() const {
    std::filesystem::remove_all(map_);
    std::filesystem::create_directories(map_);
  }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(map_ / name, std::ios::binary) << bytes;
  }
  void write(const std::string& name, const Boom& message) const { write(name, write_xml(message)); }
  std::vector<Berichtverdict> faults() const { return Archiefmap(map_.string()).fouten(); }
  Berichtenarchief archive() const {
    Archiefmap map(map_.string());
    for (const auto& fault : map.fouten()) ADD_FAILURE() << fault.bestand + ": " + fault.bevindingen.back().tekst;
    Berichtenarchief out;
    map.fill(out);
    return out;
  }
  Codes codes_of(const Boom& message) const { return codes(message, archive()); }

 private:
  std::filesystem::path map_;
};

TEST_F(Archiefmaptest, TR389ARefusedDeclarationLeavesTheOneThatHadItsIdentificationFirst) {
  const Boom first = declared("D1", "2023-05-01", "DN1", kMaart);
  const Boom second = declared("D1", "2023-05-02", "DN2", regel("R4", "2023-02-01", "2023-02-28"));
  write("301.xml", toewijzingen());
  write("323a.xml", first);
  write("325a.xml", answered(first, "A1"));
  write("323b.xml", second);
  write("325b.xml", answered(second, "A2", "9056"));
  EXPECT_EQ(codes_of(declared("D3", "2023-05-03", "DN3", regel("R5", "2023-03-01", "2023-03-31"))), Codes{"TR389"});
  Waarden credit = regel("R6", "2023-03-01", "2023-03-31") +
                   Waarden{{"ProductReferentie/VorigReferentieNummer", "R3"}, {"IngediendBedrag/DebetCredit", "C"}};
  EXPECT_EQ(codes_of(declared("D4", "2023-05-03", "DN4", credit)), Codes{});
}

TEST_F(Archiefmaptest, TR338ARefusedMessageLeavesTheOneThatHadItsIdentification) {
  const Boom first = ending("T1", "2023-01-05", "2023-12-09"), second = ending("T1", "2023-01-06", "2023-11-30");
  for (const bool first_refused : {false, true}) {
    clear();
    write("301a.xml", first);
    write("302a.xml", answered(first, "A1", first_refused ? "9379" : ""));
    write("301b.xml", second);
    write("302b.xml", answered(second, "A2", first_refused ? "" : "9056"));
    EXPECT_EQ(archive().toewijzing("9999", 1)->einddatum, parse_datum_iso(first_refused ? "2023-11-30" : "2023-12-09"));
  }
}

/// Nobody can tell which one a refusal is about, so nothing that may have been taken is left out.
TEST_F(Archiefmaptest, OfMessagesWithOneIdentificationOnOneDayAllStayUntilAllAreRefused) {
  const Boom first = ending("T1", "2023-01-05", "2023-12-09"), second = ending("T1", "2023-01-05", "2023-11-30");
  write("301a.xml", first);
  write("301b.xml", second);
  write("302a.xml", answered(first, "A1", "9379"));
  EXPECT_NE(archive().toewijzing("9999", 1), nullptr);
  write("302b.xml", answered(second, "A2"));
  EXPECT_NE(archive().toewijzing("9999", 1), nullptr);
  write("302b.xml", answered(second, "A2", "9379"));
  EXPECT_EQ(archive().toewijzing("9999", 1), nullptr);
}

TEST_F(Archiefmaptest, ADeclarationThatWasSentTwiceOnOneDayWaitsUntilItIsAnsweredItself) {
  const Boom declaration = declared("D1", "2023-05-01", "DN1", kMaart);
  const auto stand = [&] { return archive().prestaties("9999", 1).at(0).stand; };
  write("a.xml", declaration);
  write("b.xml", declaration);
  write("c.xml", answered(declaration, "A2", "9056"));
  EXPECT_EQ(archive().prestaties("9999", 1).size(), 1U);
  EXPECT_EQ(stand(), Prestatieregel::Stand::wacht);
  write("d.xml", answered(declaration, "A1"));
  EXPECT_EQ(stand(), Prestatieregel::Stand::goedgekeurd);
}

TEST_F(Archiefmaptest, NamesOfFilesSayNothing) {
  const Boom begun = with_id(start("S1", "1", "2023-01-12"), "S1", "2023-01-13");
  const Boom deleted =
      with_id(status(start("S2", "1", "2023-01-12"), "StartProducten/StartProduct", "3"), "S2", "2023-01-13");
  for (const std::vector<std::string>& names : {std::vector<std::string>{"a", "b"}, {"b", "a"}}) {
    clear();
    write(names[0] + ".xml", begun);
    write(names[1] + ".xml", deleted);
    EXPECT_TRUE(archive().leveringen("9999", "42420001", "999900006").empty());
    write("c.xml", with_id(start("S3", "1", "2023-01-12"), "S3", "2023-01-13"));
    EXPECT_EQ(archive().leveringen("9999", "42420001", "999900006").size(), 1U);
  }
}

TEST_F(Archiefmaptest, ARequestGoesBeforeItsAnswersOfThatDay) {
  write("a.xml", with_id(antwoord("N2", "REF1", "1"), "N1", "2023-05-02"));
  write("b.xml", with_id(antwoord("N1", "REF1", "2"), "N2", "2023-05-02"));
  write("c.xml", verzoek("V1", "REF1"));
  EXPECT_FALSE(archive().verzoeken("42420001").at(0).is_open());
  clear();
  Boom granted = with_id(toewijzingen(), "T1", "2023-05-02");
  put(granted, {{kProduct + "[1]/ReferentieAanbieder", "REF1"}});
  write("a.xml", granted);
  write("b.xml", verzoek("V1", "REF1"));
  EXPECT_FALSE(archive().verzoeken("42420001").at(0).is_open());
}

TEST_F(Archiefmaptest, WhatCannotBeReadIsAFault) {
  EXPECT_TRUE(faults().empty());  // an archive begins empty
  const std::string whole = write_xml(toewijzingen());
  write("stuk.xml", whole.substr(0, whole.size() / 2));
  write("goed.xml", start("S1", "1", "2023-01-12"));
  write("geen.zip", "geen archief");
  const auto found = faults();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_THAT(found[0].bestand, HasSubstr("geen.zip"));
  EXPECT_THAT(found[1].bestand, HasSubstr("stuk.xml"));
  EXPECT_EQ(found[1].bevindingen.at(0).code, "ARCHIEF");
  EXPECT_EQ(found[1].bevindingen.at(1).code, "XML");
}

TEST_F(Archiefmaptest, AFaultForWhichItWasRefusedIsNone) {
  Boom wrong = toewijzingen();
  put(wrong, {{kProduct + "[1]/Omvang", "-"}});
  write("301.xml", wrong);
  ASSERT_EQ(faults().size(), 1U);
  EXPECT_EQ(faults()[0].bevindingen.at(1).code, "CD041");
  write("302.xml", answered(wrong, "A1", "0001"));
  EXPECT_TRUE(faults().empty());
  EXPECT_EQ(archive().toewijzing("9999", 1), nullptr);
}

}  // namespace
}  // namespace zorgkader
