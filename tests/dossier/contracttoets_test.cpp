// Declarations against contracts: what is refused, on which days, and what never is.
#include "dossier/contracttoets.hpp"

#include <gmock/gmock.h>

#include "iwmo/geschiedenis.hpp"
#include "iwmo/toetsing.hpp"
#include "register_hulp.hpp"

namespace zorgkader::dossier {
namespace {

using iwmo::Boom;
using iwmo::regel;
using iwmo::Waarden;
using iwmo::operator+;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Provider 42420001 is De Brug; it has contract C1 for BGI in 9999, paid by the hour; 08A03 is travel (BGV).
using Registers = std::map<std::string, std::string>;
const Registers kRegisters = {
    {"gemeenten", "code;naam\n9999;Testdorp\n9998;Elders\n"},
    {"aanbieders", "agb;naam;aanbieder;rol;van;tot\n42420001;Stichting De Brug;De Brug;zelf;2023-01-10;2023-12-20\n"},
    {"producten",
     "code;categorie;omschrijving;dienst;eenheid;minimumleeftijd;maximumleeftijd\n"
     "02A05;02;Begeleiding;BGI;04;;\n02A06;02;Anders;BGI;04;;\n08A03;08;Reiskosten;BGV;04;;\n"},
    {"contracten",
     "contract;aanbieder;dienst;ingangsdatum;einddatum;bestedingsruimte\n"
     "C1;De Brug;BGI;2023-01-01;2023-12-31;\nC2;De Brug;BGV;2023-01-01;2023-12-31;\n"},
    {"contractgemeenten", "contract;gemeente;van;tot\nC1;9999;;\nC2;9999;;\n"},
    {"contractvormen",
     "contract;van;tot;variant;bekostiging;inbegrepen\n"
     "C1;2023-01-01;;inspanningsgericht;p*q;\nC2;2023-01-01;;inspanningsgericht;p*q;\n"}};

class Wereld {
 public:
  /// Registers in place of those above, by name.
  explicit Wereld(Registers others = {}) {
    others.insert(kRegisters.begin(), kRegisters.end());
    for (const Registersoort* kind : registersoorten()) {
      const auto text = others.find(std::string(kind->naam));
      if (text != others.end()) take(kind->per_gemeente() ? stand_.registers() : regio_, kind->naam, text->second);
    }
    message(iwmo::toewijzingen(), soorten::kVerzonden);
    Boom aspecific = iwmo::toewijzingen("T2");
    for (int n = 6; n > 1; --n) put(aspecific, {{iwmo::kProduct + "[" + std::to_string(n) + "]", "-"}});
    put(aspecific, {{iwmo::kProduct + "[1]/ToewijzingNummer", "7"}, {iwmo::kProduct + "[1]/Omvang", "-"}});
    message(aspecific, soorten::kVerzonden);
  }

  void message(const Boom& from, std::string_view kind = soorten::kOntvangen) {
    stand_.apply({"9999", ++number_, {}, std::string(kind), "proef", 0, {}, {}, {}}, from);
  }
  /// A declaration, and the answer that grants it.
  void granted(const std::string& id, const std::vector<Waarden>& lines) {
    Boom sent = iwmo::declaratie(id, "N" + id, "2023-03-01", "2023-03-31", lines);
    set_total(sent);
    message(sent);
    message(iwmo::declaratieantwoord("A" + id, id, "N" + id, "8001"), soorten::kVerzonden);
  }
  iwmo::Berichtbevindingen found(const std::vector<Waarden>& lines) const {
    Boom sent = iwmo::declaratie("D9", "DN9", "2023-04-01", "2023-04-30", lines);
    set_total(sent);
    return found_of(sent);
  }
  iwmo::Berichtbevindingen found_of(const Boom& sent) const {
    auto out = toets_contract(sent, stand_, Contracten(regio_));
    for (const auto& b : out) {
      EXPECT_EQ(b.niveau, 4);
      EXPECT_EQ(b.retourcode, "0611") << b.code;
      EXPECT_FALSE(b.tekst.empty() || b.bepaling.empty() || b.herstel.empty()) << b.code;
      EXPECT_TRUE(sent.at(b.pad)) << b.pad;
    }
    return out;
  }
  /// `code number of the line` of every finding.
  Teksten codes(const std::vector<Waarden>& lines) const {
    Teksten out;
    for (const auto& b : found(lines)) out.push_back(b.code + " " + b.pad.substr(b.pad.rfind('[')));
    return out;
  }
  /// Of a good line that begins on this day.
  Teksten on(const std::string& day, const Waarden& change = {}) const {
    return codes({regel("R1", day, day) + change});
  }
  std::int64_t spent(int year = 2023) const {
    const Contracten contracts(regio_);
    return besteed(contracts.contracten().front(), year, stand_, contracts);
  }

 private:
  static void take(Registerstand& state, std::string_view name, const std::string& text) {
    const Registerblok block = state.check(lees(name, text));
    for (const auto& b : block.bevindingen) ADD_FAILURE() << name << ": " << b.wat;
    state.apply(*block.soort, block.rijen, 1);
  }

  Registerstand regio_;
  Stand stand_{"9999", &regio_};
  std::int64_t number_ = 1;
};

const Waarden kAspecific = {{"ToewijzingNummer", "7"}};
const Waarden kCredit = {{"IngediendBedrag/DebetCredit", "C"}};

Waarden credit(const std::string& reference, const std::string& of, const std::string& day) {
  return regel(reference, day, day) + kCredit + Waarden{{"ProductReferentie/VorigReferentieNummer", of}};
}
Waarden travel(const std::string& reference, const std::string& day) {
  return regel(reference, day, day) + Waarden{{"ProductCategorie", "08"}, {"ProductCode", "08A03"}};
}
Waarden amount(const std::string& cents) {
  return {{"IngediendBedrag/Bedrag", cents}};
}

TEST(Contracttoets, WhatIsAgreedIsNotRefused) {
  EXPECT_THAT(Wereld().codes({regel("R1", "2023-04-01", "2023-04-30"), travel("R2", "2023-04-03")}), IsEmpty());
}

TEST(Contracttoets, WithoutContractsNothingCanBeSaid) {
  Registerstand empty;
  Stand stand("9999", &empty);
  const Boom sent =
      iwmo::declaratie("D9", "DN9", "2023-04-01", "2023-04-30", {regel("R1", "2023-04-01", "2023-04-30")});
  EXPECT_THAT(toets_contract(sent, stand, Contracten(empty)), IsEmpty());
}

TEST(Contracttoets, WithoutAContractForTheServiceALineIsRefused) {
  const Wereld none(Registers{{"contracten",
                               "contract;aanbieder;dienst;ingangsdatum;einddatum\n"
                               "C1;De Brug;BGG;2023-01-01;2023-12-31\nC2;De Brug;BGV;2023-01-01;2023-12-31\n"}});
  const auto found = none.found({regel("R1", "2023-04-01", "2023-04-30"), travel("R2", "2023-04-03")});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, "CONTRACT");
  EXPECT_EQ(found[0].tekst, "De Brug heeft op 2023-04-01 geen contract voor BGI in Testdorp.");
}

TEST(Contracttoets, OfAnUnknownProviderTheAgbIsTold) {
  const Wereld other(Registers{{"aanbieders", "agb;naam;aanbieder;rol\n42420099;De Hoek;De Brug;zelf\n"}});
  EXPECT_THAT(other.found({regel("R1", "2023-04-01", "2023-04-30")}).at(0).tekst, HasSubstr("AGB 42420001 heeft"));
}

TEST(Contracttoets, ASubcontractorHasNoContractOfItsOwn) {
  const Wereld sub(Registers{{"aanbieders", "agb;naam;aanbieder;rol\n42420001;De Hoek;De Brug;onderaannemer\n"}});
  EXPECT_THAT(sub.on("2023-04-01"), ElementsAre("CONTRACT [1]"));
}

TEST(Contracttoets, AContractInAnotherGemeenteDoesNotCount) {
  const Wereld elsewhere(Registers{{"contractgemeenten", "contract;gemeente\nC1;9998\nC2;9999\n"}});
  EXPECT_THAT(elsewhere.on("2023-04-01"), ElementsAre("CONTRACT [1]"));
}

/// The first and the last day are in, the days around them are not.
TEST(Contracttoets, EveryPeriodHasItsFirstAndLastDay) {
  struct Grens {
    const char* name;
    Registers registers;
    const char *before, *first, *last, *after;
  };
  const std::vector<Grens> bounds = {
      {"contract",
       {{"contracten",
         "contract;aanbieder;dienst;ingangsdatum;einddatum\n"
         "C1;De Brug;BGI;2023-03-15;2023-06-30\nC2;De Brug;BGV;2023-01-01;2023-12-31\n"}},
       "2023-03-14",
       "2023-03-15",
       "2023-06-30",
       "2023-07-01"},
      {"gemeente",
       {{"contractgemeenten", "contract;gemeente;van;tot\nC1;9999;2023-02-28;2023-05-31\nC2;9999;;\n"}},
       "2023-02-27",
       "2023-02-28",
       "2023-05-31",
       "2023-06-01"},
      {"party", {}, "2023-01-09", "2023-01-10", "2023-12-20", "2023-12-21"}};
  for (const Grens& g : bounds) {
    const Wereld world(g.registers);
    EXPECT_THAT(world.on(g.before), ElementsAre("CONTRACT [1]")) << g.name;
    EXPECT_THAT(world.on(g.first), IsEmpty()) << g.name;
    EXPECT_THAT(world.on(g.last), IsEmpty()) << g.name;
    EXPECT_THAT(world.on(g.after), ElementsAre("CONTRACT [1]")) << g.name;
  }
}

TEST(Contracttoets, Msp038Uvp008WhatIsTaakgerichtIsNotPaidAClientAtATime) {
  const Wereld world(Registers{{"contractvormen",
                                "contract;van;tot;variant;bekostiging\n"
                                "C1;2023-01-01;2023-02-28;outputgericht;maandtarief\n"
                                "C1;2023-03-01;2023-09-30;taakgericht;lumpsum\n"
                                "C1;2023-10-01;;taakgericht;populatie\nC2;2023-01-01;;outputgericht;p*q\n"}});
  EXPECT_THAT(world.on("2023-02-28"), IsEmpty());
  EXPECT_THAT(world.on("2023-03-01"), ElementsAre("TAAKGERICHT [1]"));
  EXPECT_THAT(world.on("2023-09-30"), ElementsAre("TAAKGERICHT [1]"));
  EXPECT_THAT(world.found({regel("R1", "2023-10-01", "2023-10-31")}).at(0).tekst,
              HasSubstr("Contract C1 is op 2023-10-01 taakgericht en wordt niet per client betaald, maar met een "
                        "populatie"));
  EXPECT_THAT(world.codes({travel("R2", "2023-04-03")}), IsEmpty()) << "another contract";
}

TEST(Contracttoets, Lek006NothingNextToATariffThatCoversIt) {
  const std::string form = "contract;van;tot;variant;bekostiging;inbegrepen\nC2;2023-01-01;;inspanningsgericht;p*q;\n";
  for (const std::string covered : {"08", "08A03", "09; 08A03"}) {
    const Wereld world(Registers{
        {"contractvormen", form + "C1;2023-04-01;2023-06-30;outputgericht;maandtarief;\"" + covered + "\"\n"}});
    const auto found = world.found({regel("R1", "2023-04-01", "2023-04-30"), travel("R2", "2023-04-01")});
    ASSERT_EQ(found.size(), 1U) << covered;
    EXPECT_EQ(found[0].code, "INBEGREPEN");
    EXPECT_THAT(found[0].tekst, HasSubstr("08A03 is op 2023-04-01 inbegrepen in wat contract C1 al betaalt "
                                          "(maandtarief)"));
    EXPECT_THAT(world.codes({travel("R2", "2023-06-30")}), ElementsAre("INBEGREPEN [1]"));
    EXPECT_THAT(world.codes({travel("R2", "2023-03-31"), travel("R3", "2023-07-01")}), IsEmpty())
        << "the days before and after it";
  }
  const Wereld others(Registers{{"contractvormen", form + "C1;2023-04-01;;outputgericht;maandtarief;\"08A04; 09\"\n"}});
  EXPECT_THAT(others.codes({travel("R2", "2023-04-01")}), IsEmpty()) << "other costs";
}

/// Born on 2 May 2005: 18 on 2 May 2023.
TEST(Contracttoets, Ach020AProductIsForItsAge) {
  const std::string head = "code;categorie;omschrijving;dienst;eenheid;minimumleeftijd;maximumleeftijd\n";
  const std::string clients = "gemeente;bsn;geboortedatum\n9999;999900006;2005-05-02\n";
  const Wereld adult(Registers{{"producten", head + "02A05;02;Begeleiding;BGI;04;18;\n"}, {"clienten", clients}});
  EXPECT_THAT(adult.on("2023-05-01"), ElementsAre("LEEFTIJD [1]"));
  EXPECT_THAT(adult.on("2023-05-02"), IsEmpty());
  EXPECT_THAT(adult.found({regel("R1", "2023-05-01", "2023-05-31")}).at(0).tekst,
              HasSubstr("is op 2023-05-01 17 jaar; product 02A05 is er vanaf 18 jaar"));
  const Wereld young(Registers{{"producten", head + "02A05;02;Begeleiding;BGI;04;;17\n"}, {"clienten", clients}});
  EXPECT_THAT(young.on("2023-05-01"), IsEmpty());
  EXPECT_THAT(young.on("2023-05-02"), ElementsAre("LEEFTIJD [1]"));
  const Wereld unknown(Registers{{"producten", head + "02A05;02;Begeleiding;BGI;04;18;\n"}});
  EXPECT_THAT(unknown.on("2023-05-01"), IsEmpty()) << "who is not in the register has no age";
}

TEST(Contracttoets, EveryReasonOfALineIsTold) {
  const Wereld world(Registers{{"producten",
                                "code;categorie;omschrijving;dienst;eenheid;minimumleeftijd\n"
                                "02A05;02;Begeleiding;BGX;04;18\n08A03;08;Reiskosten;BGV;04;\n"},
                               {"clienten", "gemeente;bsn;geboortedatum\n9999;999900006;2010-01-01\n"}});
  EXPECT_THAT(world.codes({travel("R0", "2023-04-03"), regel("R1", "2023-04-01", "2023-04-30")}),
              ElementsAre("LEEFTIJD [2]", "CONTRACT [2]"));
}

TEST(Contracttoets, AnUnknownProductIsForTheListOfTheStandard) {
  EXPECT_THAT(Wereld().on("2023-04-01", {{"ProductCode", "02A99"}}), IsEmpty());
}

/// IV085: a provider may always take back what it declared.
TEST(Contracttoets, Iv085ACreditLineIsNeverRefused) {
  const Wereld world(Registers{{"contractvormen",
                                "contract;van;tot;variant;bekostiging;inbegrepen\n"
                                "C1;2023-01-01;;taakgericht;lumpsum;08\nC2;2023-01-01;;outputgericht;p*q;\n"},
                               {"producten",
                                "code;categorie;omschrijving;dienst;eenheid;minimumleeftijd\n"
                                "02A05;02;Begeleiding;BGI;04;99\n08A03;08;Reiskosten;BGV;04;\n"},
                               {"clienten", "gemeente;bsn;geboortedatum\n9999;999900006;1990-01-01\n"}});
  EXPECT_THAT(world.codes({credit("R1", "R0", "2023-04-01"), credit("R2", "R0", "2019-01-01"),
                           travel("R3", "2023-04-03") + kCredit}),
              IsEmpty());
  EXPECT_THAT(world.on("2023-04-01"), ElementsAre("LEEFTIJD [1]", "TAAKGERICHT [1]"));
}

/// A ceiling of 1.000 euros a calendar year; a line is 400.
Wereld with_ceiling() {
  return Wereld(Registers{{"contracten",
                           "contract;aanbieder;dienst;ingangsdatum;einddatum;bestedingsruimte\n"
                           "C1;De Brug;BGI;2022-01-01;2024-12-31;1000,00\nC2;De Brug;BGV;2022-01-01;2024-12-31;\n"},
                          {"aanbieders", "agb;naam;aanbieder;rol\n42420001;Stichting De Brug;De Brug;zelf\n"},
                          {"contractvormen",
                           "contract;van;tot;variant;bekostiging\n"
                           "C1;2022-01-01;;inspanningsgericht;p*q\nC2;2022-01-01;;inspanningsgericht;p*q\n"}});
}

Waarden free_line(const std::string& reference, const std::string& day = "2023-04-01") {
  return regel(reference, day, day) + kAspecific;
}

TEST(Contracttoets, AFullCeilingStopsWhatIsNotAssignedLineByLine) {
  const auto found = with_ceiling().found({free_line("R1"), free_line("R2"), free_line("R3")});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, "BESTEDINGSRUIMTE");
  EXPECT_THAT(found[0].pad, testing::EndsWith("[3]"));
  EXPECT_EQ(
      found[0].tekst,
      "De bestedingsruimte van contract C1 in 2023 is 1000,00 euro; daarvan is 800,00 euro gebruikt, en deze regel "
      "is 400,00 euro.");
}

TEST(Contracttoets, TheLastCentOfACeilingMayBeSpent) {
  const Wereld world = with_ceiling();
  EXPECT_THAT(world.codes({free_line("R1"), free_line("R2"), free_line("R3") + amount("20000")}), IsEmpty());
  EXPECT_THAT(world.codes({free_line("R1"), free_line("R2"), free_line("R3") + amount("20001"),
                           free_line("R4") + amount("20000")}),
              ElementsAre("BESTEDINGSRUIMTE [3]"))
      << "what was refused takes no room";
}

TEST(Contracttoets, WhatIsAssignedIsPaidAboveTheCeilingAndCounts) {
  const Wereld world = with_ceiling();
  const auto assigned = [](const char* r) { return regel(r, "2023-04-01", "2023-04-01"); };
  EXPECT_THAT(world.codes({assigned("R1"), assigned("R2"), assigned("R3")}), IsEmpty()) << "a volume";
  EXPECT_THAT(world.codes({assigned("R1") + Waarden{{"ToewijzingNummer", "3"}}, assigned("R2"), assigned("R3")}),
              IsEmpty())
      << "a budget";
  EXPECT_THAT(world.codes({assigned("R1"), assigned("R2"), free_line("R3")}), ElementsAre("BESTEDINGSRUIMTE [3]"));
}

TEST(Contracttoets, ACeilingIsOfACalendarYear) {
  Wereld world = with_ceiling();
  world.granted("D1", {free_line("R1", "2023-01-01"), free_line("R2", "2023-12-31")});
  EXPECT_EQ(world.spent(), 80'000);
  EXPECT_EQ(world.spent(2022), 0);
  EXPECT_THAT(world.codes({free_line("R3", "2022-12-31"), free_line("R4", "2024-01-01")}), IsEmpty());
  EXPECT_THAT(world.codes({free_line("R3")}), ElementsAre("BESTEDINGSRUIMTE [1]"));
}

TEST(Contracttoets, WhatWasRefusedOrTakenBackMakesRoom) {
  Wereld refused = with_ceiling();
  Boom sent = iwmo::declaratie("D1", "ND1", "2023-03-01", "2023-03-31", {free_line("R1"), free_line("R2")});
  set_total(sent);
  refused.message(sent);
  EXPECT_EQ(refused.spent(), 80'000) << "what waits counts";
  refused.message(iwmo::declaratieantwoord("A1", "D1", "ND1", "9333"), soorten::kVerzonden);
  EXPECT_EQ(refused.spent(), 0);

  Wereld taken_back = with_ceiling();
  taken_back.granted("D1", {free_line("R1"), free_line("R2")});
  taken_back.granted("D2", {credit("R3", "R2", "2023-04-01") + kAspecific});
  EXPECT_EQ(taken_back.spent(), 40'000);
  EXPECT_THAT(taken_back.codes({free_line("R4")}), IsEmpty());
}

/// A correction is a credit line and a new line, in one message.
TEST(Contracttoets, ACorrectionFitsWhereTheLineFitted) {
  Wereld world = with_ceiling();
  world.granted("D1", {free_line("R1"), free_line("R2"), free_line("R3") + amount("20000")});
  const Waarden back = credit("R4", "R2", "2023-04-01") + kAspecific;
  EXPECT_THAT(world.codes({back, free_line("R5")}), IsEmpty());
  EXPECT_THAT(world.codes({free_line("R5"), back}), IsEmpty()) << "the order of lines says nothing";
  EXPECT_THAT(world.codes({back, free_line("R5") + amount("40001")}), ElementsAre("BESTEDINGSRUIMTE [2]"));
  EXPECT_THAT(world.codes({credit("R4", "R99", "2023-04-01"), free_line("R5")}), ElementsAre("BESTEDINGSRUIMTE [2]"))
      << "what was never declared gives nothing back";
}

/// A contract that follows another in the course of a year has a ceiling of its own.
TEST(Contracttoets, ACeilingIsOfOneContract) {
  Wereld world(Registers{{"contracten",
                          "contract;aanbieder;dienst;ingangsdatum;einddatum;bestedingsruimte\n"
                          "C1;De Brug;BGI;2023-01-01;2023-06-30;1000,00\n"
                          "C3;De Brug;BGI;2023-07-01;2023-12-31;500,00\nC2;De Brug;BGV;2023-01-01;2023-12-31;\n"},
                         {"contractgemeenten", "contract;gemeente\nC1;9999\nC3;9999\nC2;9999\n"},
                         {"contractvormen",
                          "contract;van;variant;bekostiging\nC1;2023-01-01;inspanningsgericht;p*q\n"
                          "C3;2023-07-01;inspanningsgericht;p*q\n"}});
  world.granted("D1", {free_line("R1", "2023-06-30"), free_line("R2", "2023-06-30")});
  EXPECT_EQ(world.spent(), 80'000);
  EXPECT_THAT(world.codes({free_line("R3", "2023-07-01")}), IsEmpty());
  world.granted("D2", {free_line("R3", "2023-07-01")});
  EXPECT_EQ(world.spent(), 80'000);
  EXPECT_THAT(world.codes({free_line("R4", "2023-06-01") + amount("20000"), free_line("R5", "2023-07-01")}),
              ElementsAre("BESTEDINGSRUIMTE [2]"));
}

TEST(Contracttoets, WhatIsNoDeclarationIsJudgedByTheStandardOnly) {
  const Wereld world(Registers{{"contractgemeenten", "contract;gemeente\nC1;9998\nC2;9998\n"}});
  EXPECT_THAT(world.found_of(iwmo::start("S1", "1", "2023-01-12")), IsEmpty());
}

/// A partner may hold an output contract and a task in one gemeente: what the task covers is not paid again, whichever
/// the register names first.
TEST(Contracttoets, UVP007OfTwoContractsTheTaskGoesFirst) {
  const std::string head = "contract;aanbieder;dienst;ingangsdatum;einddatum\n";
  const std::string output = "C1;De Brug;BGI;2023-01-01;2023-12-31\n", task = "A0;De Brug;BGI;2023-03-01;2023-10-31\n";
  for (const std::string& order : {output + task, task + output}) {
    const Wereld world(Registers{{"contracten", head + order},
                                 {"contractgemeenten", "contract;gemeente\nC1;9999\nA0;9999\n"},
                                 {"contractvormen",
                                  "contract;van;variant;bekostiging\nC1;2023-01-01;outputgericht;maandtarief\n"
                                  "A0;2023-03-01;taakgericht;lumpsum\n"}});
    EXPECT_THAT(world.on("2023-02-28"), IsEmpty()) << order;
    EXPECT_THAT(world.on("2023-03-01"), ElementsAre("TAAKGERICHT [1]")) << order;
    EXPECT_THAT(world.on("2023-11-01"), IsEmpty()) << order;
  }
}

/// MSP-017, MSP-073: until the addendum is signed the contract pays as it did; then also for days before the signature.
TEST(Contracttoets, MSP073WhatAnAddendumSaysCountsWhenItIsSigned) {
  const auto world = [](const std::string& signed_on) {
    return Wereld(Registers{
        {"addenda",
         "addendum;contract;in_overleg_op;akkoord_op;besluit_op;getekend_op\nA1;C1;2023-01-20;2023-03-08;2023-04-12;" +
             signed_on + "\n"},
        {"contractvormen",
         "contract;van;tot;addendum;variant;bekostiging\nC1;2023-01-01;;;outputgericht;maandtarief\n"
         "C1;2023-02-01;2023-11-30;A1;taakgericht;lumpsum\n"}});
  };
  EXPECT_THAT(world("").on("2023-04-03"), IsEmpty());
  EXPECT_THAT(world("2023-04-21").on("2023-04-03"), ElementsAre("TAAKGERICHT [1]"));
  EXPECT_THAT(world("2023-04-21").on("2023-01-31"), IsEmpty());
  EXPECT_THAT(world("2023-04-21").on("2023-12-01"), IsEmpty());
}

}  // namespace
}  // namespace zorgkader::dossier
