// Toewijzingen against contracts: who has none, who is a subcontractor, and a task has no size.
#include "dossier/toewijzingtoets.hpp"

#include <gmock/gmock.h>

#include "iwmo/geschiedenis.hpp"
#include "register_hulp.hpp"

namespace zorgkader::dossier {
namespace {

using iwmo::Boom;
using iwmo::Waarden;
using iwmo::operator+;
using testing::ElementsAre;
using testing::IsEmpty;

/// 42420001 is De Brug, with C1 for BGI (category 02) in Testdorp; category 07 holds two services.
using Registers = std::map<std::string, std::string>;
const Registers kRegisters = {
    {"gemeenten", "code;naam\n9999;Testdorp\n9998;Elders\n"},
    {"aanbieders", "agb;naam;aanbieder;rol\n42420001;Stichting De Brug;De Brug;zelf\n42420002;De Hoek;De Hoek;zelf\n"},
    {"producten",
     "code;categorie;omschrijving;dienst;eenheid\n02A05;02;Begeleiding;BGI;04\n07A01;07;Groep;BGG;04\n"
     "07A02;07;Vervoer;BGV;04\n"},
    {"contracten",
     "contract;aanbieder;dienst;ingangsdatum;einddatum\nC1;De Brug;BGI;2023-01-10;2023-12-31\n"
     "C2;De Hoek;BGG;2023-01-01;2023-12-31\n"},
    {"contractgemeenten", "contract;gemeente\nC1;9999\nC2;9999\n"},
    {"contractvormen",
     "contract;van;variant;bekostiging\nC1;2023-01-01;inspanningsgericht;p*q\nC2;2023-01-01;outputgericht;p*q\n"}};

const Waarden kLine = iwmo::toewijzing("1", iwmo::product("02", "02A05") + iwmo::omvang("10", "04", "4"));
const Waarden kNoSize = iwmo::toewijzing("1", {{"Product/Categorie", "02"}});

/// A 301 with one line.
Boom message(const Waarden& line) {
  Boom out = iwmo::toewijzingen();
  for (int n = 6; n > 1; --n) put(out, {{iwmo::kProduct + "[" + std::to_string(n) + "]", "-"}});
  put(out, {{iwmo::kProduct + "[1]", "-"}});
  put(out, iwmo::below(iwmo::kProduct + "[1]", line));
  return out;
}

class Wereld {
 public:
  explicit Wereld(Registers others = {}) {
    others.insert(kRegisters.begin(), kRegisters.end());
    for (const Registersoort* kind : registersoorten()) {
      const auto text = others.find(std::string(kind->naam));
      if (text == others.end()) continue;
      const Registerblok block = regio_.check(lees(kind->naam, text->second));
      for (const auto& b : block.bevindingen) ADD_FAILURE() << kind->naam << ": " << b.wat;
      regio_.apply(*block.soort, block.rijen, 1);
    }
  }
  void sent(const Boom& bericht) {
    stand_.apply({"9999", ++number_, {}, std::string(soorten::kVerzonden), "proef", 0, {}, {}, {}}, bericht);
  }
  iwmo::Berichtbevindingen found(const Boom& bericht) const {
    auto out = toets_toewijzing(bericht, stand_, Contracten(regio_));
    for (const auto& b : out) {
      EXPECT_EQ(b.niveau, 4);
      EXPECT_EQ(b.retourcode, "") << b.code;
      EXPECT_FALSE(b.tekst.empty() || b.bepaling.empty() || b.herstel.empty()) << b.code;
      EXPECT_TRUE(bericht.at(b.pad)) << b.pad;
    }
    return out;
  }
  Teksten codes(const Waarden& line) const {
    Teksten out;
    for (const auto& b : found(message(line))) out.push_back(b.code);
    return out;
  }
  std::string text(const Waarden& line) const {
    const auto all = found(message(line));
    return all.size() == 1 ? all[0].tekst : std::to_string(all.size()) + " findings";
  }

 private:
  Registerstand regio_;
  Stand stand_{"9999", &regio_};
  std::int64_t number_ = 1;
};

TEST(Toewijzingtoets, WhatIsContractedIsGood) {
  EXPECT_THAT(Wereld().codes(kLine), IsEmpty());
  EXPECT_THAT(Wereld().codes(kNoSize), IsEmpty());
}

TEST(Toewijzingtoets, WithoutContractsNothingCanBeSaid) {
  Registerstand empty;
  EXPECT_THAT(toets_toewijzing(message(kLine), Stand("9999", &empty), Contracten(empty)), IsEmpty());
}

TEST(Toewijzingtoets, Msp015AProviderWithoutAContractForTheServiceIsTold) {
  const Wereld world;
  EXPECT_EQ(world.text(iwmo::toewijzing("1", iwmo::product("07", "07A01"))),
            "De Brug heeft op 2023-01-10 geen contract voor BGG in Testdorp.");
  EXPECT_THAT(world.codes(iwmo::toewijzing("1", {{"Product/Categorie", "07"}})), IsEmpty())
      << "two services: it has a contract for something here";
  EXPECT_THAT(world.codes(iwmo::toewijzing("1", iwmo::product("07", "07A99"))), IsEmpty())
      << "an unknown product is for the list of the standard";
}

TEST(Toewijzingtoets, Msp014AContractIsForAGemeente) {
  const Wereld elsewhere(Registers{{"contractgemeenten", "contract;gemeente\nC1;9998\nC2;9999\n"}});
  EXPECT_EQ(elsewhere.text(kLine), "De Brug heeft op 2023-01-10 geen contract voor BGI in Testdorp.");
  EXPECT_EQ(elsewhere.text(iwmo::toewijzing("1", {{"Product/Categorie", "07"}})),
            "De Brug heeft op 2023-01-10 geen contract in Testdorp.");
}

TEST(Toewijzingtoets, TheFirstDayOfALineCounts) {
  const Wereld world;
  const auto from = [](const char* day) { return kLine + Waarden{{"Ingangsdatum", day}}; };
  EXPECT_THAT(world.codes(from("2023-01-09")), ElementsAre("CONTRACT"));
  EXPECT_THAT(world.codes(from("2023-12-31")), IsEmpty());
  EXPECT_THAT(world.codes(from("2024-01-01")), ElementsAre("CONTRACT"));
}

TEST(Toewijzingtoets, ASubcontractorIsToldWithHisMain) {
  const Wereld sub(Registers{
      {"aanbieders", "agb;naam;aanbieder;rol\n42420001;De Hoek;De Brug;onderaannemer\n42420002;De Brug;De Brug;zelf\n"},
      {"contracten",
       "contract;aanbieder;dienst;ingangsdatum;einddatum\nC1;De Brug;BGI;2023-01-10;2023-12-31\n"
       "C2;De Brug;BGG;2023-01-01;2023-12-31\n"}});
  EXPECT_EQ(sub.text(kLine),
            "AGB 42420001 is op 2023-01-10 onderaannemer van De Brug voor BGI en heeft zelf geen "
            "contract.");
  EXPECT_EQ(sub.found(message(kLine)).at(0).code, "ONDERAANNEMER");
  const Wereld unknown(Registers{
      {"aanbieders", "agb;naam;aanbieder;rol\n42420002;De Hoek;De Hoek;zelf\n42420003;De Brug;De Brug;zelf\n"}});
  EXPECT_EQ(unknown.text(kLine), "AGB 42420001 heeft op 2023-01-10 geen contract voor BGI in Testdorp.");
}

/// A provider with a contract of its own may work for another, for another service and for a while.
TEST(Toewijzingtoets, ASubcontractorForAServiceOnDays) {
  const auto world = [](const std::string& service, const std::string& until) {
    return Wereld(Registers{{"onderaannemers", "aanbieder;agb;dienst;kwaliteit_aangetoond;van;tot\nDe Hoek;42420001;" +
                                                   service + ";ja;2023-01-01;" + until + "\n"}});
  };
  const Waarden group = iwmo::toewijzing("1", iwmo::product("07", "07A01"));
  EXPECT_THAT(world("BGG", "2023-01-10").codes(group), ElementsAre("ONDERAANNEMER"));
  EXPECT_THAT(world("BGG", "2023-01-09").codes(group), ElementsAre("CONTRACT"));
  EXPECT_THAT(world("BGV", "").codes(group), ElementsAre("CONTRACT"));
  EXPECT_THAT(world("BGI", "").codes(kLine), IsEmpty()) << "it has a contract of its own";
}

TEST(Toewijzingtoets, Msp036ATaskHasNoSizeAndNoBudget) {
  const Wereld world(Registers{{"contractvormen",
                                "contract;van;tot;variant;bekostiging\nC1;2023-01-01;2023-02-28;outputgericht;p*q\n"
                                "C1;2023-03-01;;taakgericht;lumpsum\nC2;2023-01-01;;outputgericht;p*q\n"}});
  const Waarden march = {{"Ingangsdatum", "2023-03-01"}};
  EXPECT_EQ(world.text(kLine + march),
            "Contract C1 is op 2023-03-01 taakgericht, en deze toewijzing noemt een omvang.");
  EXPECT_EQ(world.text(kNoSize + march + Waarden{{"Budget", "1000"}}),
            "Contract C1 is op 2023-03-01 taakgericht, en deze toewijzing noemt een budget.");
  EXPECT_THAT(world.codes(kNoSize + march), IsEmpty());
  EXPECT_THAT(world.codes(kLine + Waarden{{"Ingangsdatum", "2023-02-28"}}), IsEmpty()) << "MSP-040";
}

TEST(Toewijzingtoets, OP087WhatOnlyComesAlongIsNotJudgedAgain) {
  const std::string none = "contract;gemeente\nC1;9998\nC2;9999\n";
  Wereld world(Registers{{"contractgemeenten", none}});
  EXPECT_THAT(world.codes(kLine), ElementsAre("CONTRACT"));
  EXPECT_THAT(world.codes(kLine + Waarden{{"Einddatum", "2023-01-10"}, {"RedenWijziging", "13"}}), IsEmpty());
  world.sent(message(kLine));
  EXPECT_THAT(world.codes(kLine), IsEmpty());
  EXPECT_THAT(world.codes(kLine + Waarden{{"Einddatum", "2023-06-30"}}), IsEmpty()) << "an end is no new toewijzing";
  EXPECT_THAT(world.codes(kLine + Waarden{{"Ingangsdatum", "2023-02-01"}}), ElementsAre("CONTRACT"));
  EXPECT_THAT(world.codes(kLine + Waarden{{"Omvang/Volume", "11"}}), ElementsAre("CONTRACT"));
  EXPECT_THAT(world.codes(iwmo::toewijzing("1", {{"Product/Categorie", "02"}, {"Budget", "100"}})),
              ElementsAre("CONTRACT"));
  EXPECT_THAT(world.codes(kLine + Waarden{{"ToewijzingNummer", "2"}}), ElementsAre("CONTRACT"));
}

}  // namespace
}  // namespace zorgkader::dossier
