// Declarations settled: the books of a month, what is left of a ceiling, and what changed since a day.
#include <gmock/gmock.h>

#include "declaraties_hulp.hpp"
#include "iwmo/antwoord.hpp"
#include "iwmo/voorbeelden.hpp"

namespace zorgkader {
namespace {

using namespace iwmo;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
namespace soorten = dossier::soorten;

TEST_F(Declaraties, ALineIsBookedInItsMonthOfSupport) {
  begin();
  declare("D4", "2023-04", {month_line("R1", "2023-03", 7), month_line("R2", "2023-04")});
  EXPECT_THAT(shown(settle().vakken), ElementsAre("Testdorp De Brug 2023-03: 35000 0 0 35000 0 0",
                                                  "Testdorp De Brug 2023-04: 40000 0 0 40000 0 0"));
  Declaratievraag other;
  other.jaar = 2022;
  EXPECT_THAT(settle(other).vakken, IsEmpty()) << "support in another year";
}

TEST_F(Declaraties, WhatIsTakenBackIsNoLongerGranted) {
  begin();
  const Waarden line = month_line("R1", "2023-03");
  declare("D3", "2023-03", {line, month_line("R2", "2023-02", 2)});
  declare("D4", "2023-04", {taken_back(line, "R3", "R1"), month_line("R4", "2023-03", 6)});
  EXPECT_THAT(shown(settle().vakken), ElementsAre("Testdorp De Brug 2023-02: 10000 0 0 10000 0 0",
                                                  "Testdorp De Brug 2023-03: 70000 40000 0 30000 0 0"));
}

TEST_F(Declaraties, WhatIsRefusedIsClaimedAndNotGranted) {
  begin();
  declare("D4", "2023-04",
          {month_line("R1", "2023-04"), month_line("R2", "2023-03") + Waarden{{"ToewijzingNummer", "99"}}});
  declare("D5", "2023-04", {taken_back(month_line("R9", "2023-03"), "R3", "R9")});
  EXPECT_THAT(shown(settle().vakken), ElementsAre("Testdorp De Brug 2023-03: 40000 40000 0 0 0 0",
                                                  "Testdorp De Brug 2023-04: 40000 0 0 40000 0 0"))
      << "the credit line of a line that never was is refused too, so nothing is owed either way";
}

TEST_F(Declaraties, WhatWasNotAnsweredWaits) {
  begin();
  const Waarden line = month_line("R1", "2023-03");
  record(soorten::kOntvangen, declared("D3", "2023-03", {line}));
  record(soorten::kOntvangen, declared("D4", "2023-04", {taken_back(line, "R2", "R1"), month_line("R3", "2023-04")}));
  EXPECT_THAT(shown(settle().vakken), ElementsAre("Testdorp De Brug 2023-03: 40000 40000 0 0 0 0",
                                                  "Testdorp De Brug 2023-04: 40000 0 40000 0 0 0"));
  record(soorten::kVerzonden, declaratieantwoord("A4", "D4", "ND4", "9333"));
  EXPECT_THAT(shown(settle().vakken), ElementsAre("Testdorp De Brug 2023-03: 40000 40000 40000 0 -40000 0",
                                                  "Testdorp De Brug 2023-04: 40000 0 0 0 40000 0"));
}

/// OP286: what was answered with 0001 was never sent.
TEST_F(Declaraties, Op286WhatWasNeverSentIsInNoBook) {
  begin();
  Boom early = declared("D4", "2023-04", {month_line("R1", "2023-04"), month_line("R2", "2023-03")});
  put(early, {{"Header/BerichtIdentificatie/Dagtekening", "2023-04-29"}});
  put_message(early);
  EXPECT_EQ(import().at(0).uitslag, Importuitslag::geweigerd);
  EXPECT_THAT(settle().vakken, IsEmpty());
  declare("D5", "2023-04", {month_line("R1", "2023-04")});
  EXPECT_THAT(shown(settle().vakken), ElementsAre("Testdorp De Brug 2023-04: 40000 0 0 40000 0 0"))
      << "its references are free again";
}

TEST_F(Declaraties, PaymentsForDeclarationsAreBookedByTheMonthOfSupport) {
  begin({{"betalingen",
          "betaling;gemeente;aanbieder;dienst;maand;betaald_op;soort;bedrag\n"
          "B1;Testdorp;De Brug;BGI;2023-04-01;2023-06-01;declaraties;350,25\n"
          "B2;9999;De Brug;;2023-04-01;2023-07-01;declaraties;-0,25\n"
          "B3;9999;De Brug;;2023-04-01;2023-06-01;voorschot;1000,00\n"
          "B4;9999;De Brug;;2023-04-01;2023-06-01;terugvordering;-500,00\n"
          "B5;9999;De Brug;;2022-12-01;2023-01-15;declaraties;12,00\n"
          "B6;9999;De Hoek;;2023-01-01;2023-02-15;declaraties;7,00\n"}});
  declare("D4", "2023-04", {month_line("R1", "2023-04")});
  const auto settled = settle();
  EXPECT_THAT(shown(settled.vakken), ElementsAre("Testdorp De Brug 2023-04: 40000 0 0 40000 0 35000",
                                                 "Testdorp De Hoek 2023-01: 0 0 0 0 0 700"));
  const Boeking& brug = settled.vakken.at({"Testdorp", "De Brug", "2023-04"});
  EXPECT_EQ(brug.voorgeschoten, 100000);
  EXPECT_EQ(brug.teruggevorderd, 50000);
  EXPECT_EQ(settled.vakken.at({"Testdorp", "De Brug", "2023-04"}).nog_te_betalen(), 5000);
  EXPECT_EQ(settled.vakken.at({"Testdorp", "De Hoek", "2023-01"}).nog_te_betalen(), -700);
  Declaratievraag before;
  before.jaar = 2022;
  EXPECT_THAT(shown(settle(before).vakken), ElementsAre("Testdorp De Brug 2022-12: 0 0 0 0 0 1200"));
}

/// X-16, LEK-027: what is approved at a provisional tariff is not payable before the tariff is definitive.
TEST_F(Declaraties, X16NothingIsPayableByAProvisionalTariff) {
  const std::string head = "code;aanbieder;van;tot;tarief;eenheid;status\n";
  begin({{"tarieven", head + "02A05;De Brug;2022-01-01;2023-03-31;50,00;04;definitief\n"
                             "02A05;De Brug;2023-04-01;;50,00;04;voorlopig\n"}});
  declare("D3", "2023-03", {month_line("R3", "2023-03")});
  declare("D4", "2023-04", {month_line("R4", "2023-04")});
  const auto before = settle().vakken;
  EXPECT_EQ(before.at({"Testdorp", "De Brug", "2023-03"}).nog_te_betalen(), 40000);
  EXPECT_EQ(before.at({"Testdorp", "De Brug", "2023-04"}).goedgekeurd, 40000);
  EXPECT_EQ(before.at({"Testdorp", "De Brug", "2023-04"}).nog_te_betalen(), 0);
  put_file("tarieven.csv", head + "02A05;De Brug;2023-04-01;;50,00;04;definitief\n");
  import(iwmo::kNu + kDag);
  EXPECT_EQ(settle().vakken.at({"Testdorp", "De Brug", "2023-04"}).nog_te_betalen(), 40000);
}

TEST_F(Declaraties, AProviderThatNoRegisterKnowsGoesByItsCode) {
  record(soorten::kOntvangen, declared("D4", "2023-04", {month_line("R1", "2023-04")}));
  EXPECT_THAT(shown(settle().vakken), ElementsAre("9999 42420001 2023-04: 40000 0 40000 0 0 0"));
}

/// What becomes of a declaration.
enum class Lot { wacht, toegekend, afgewezen, nooit_verzonden, per_regel };

/// The answer that gives it, with the lines that are refused by themselves.
Boom answer_to(const Boom& sent, Lot lot, const std::vector<std::size_t>& refused) {
  Berichtbevindingen found;
  const auto refuse = [&](const std::string& place, int level, const std::string& code) {
    found.push_back(make_bevinding("TR", "Bericht/" + place, 0, "Niet goed."));
    found.back().niveau = level;
    found.back().retourcode = code;
  };
  if (lot == Lot::nooit_verzonden) refuse(kRegel + "[1]", 2, "0001");
  if (lot == Lot::afgewezen) refuse("Declaratie", 3, "9333");
  if (lot == Lot::per_regel)
    for (const std::size_t line : refused) refuse(fmt::format("{}[{}]", kRegel, line + 1), 3, "9338");
  return iwmo::make_antwoord(sent, found,
                             {"A" + std::string(sent["Header/BerichtIdentificatie"].tekst("Identificatie")), kNu})
      .value();
}

/// Any history: what every line says and became is what the books say.
TEST_F(Declaraties, EveryLineIsBookedTwice) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    std::filesystem::remove_all(map_);
    clear();
    Toeval chance(seed);
    std::map<std::string, Boeking> expected;
    for (int n = 1; n <= 15; ++n) {
      const Lot lot = static_cast<Lot>(chance.below(5));
      std::vector<Waarden> lines;
      std::vector<std::size_t> refused;
      for (std::uint64_t line = 0, all = 1 + chance.below(3); line < all; ++line) {
        const std::string month = fmt::format("2023-{:02}", 1 + chance.below(4));
        const std::string reference = fmt::format("R{}-{}", n, line);
        const int hours = 1 + static_cast<int>(chance.below(9));
        const bool credit = chance.one_in(4), wrong = chance.one_in(3);
        const Waarden made = month_line(reference, month, hours);
        lines.push_back(credit ? taken_back(made, reference, "R0") : made);
        if (wrong) refused.push_back(line);
        if (lot == Lot::nooit_verzonden) continue;
        Boeking& b = expected[month];
        (credit ? b.gecrediteerd : b.ingediend) += 5000 * hours;
        const bool no = lot == Lot::afgewezen || (lot == Lot::per_regel && wrong);
        (lot == Lot::wacht ? b.wacht : no ? b.afgewezen : b.goedgekeurd) += (credit ? -5000 : 5000) * hours;
      }
      const Boom sent = declared("D" + std::to_string(n), "2023-04", lines);
      record(soorten::kOntvangen, sent);
      if (lot != Lot::wacht) record(soorten::kVerzonden, answer_to(sent, lot, refused));
    }
    const auto settled = settle();
    EXPECT_EQ(settled.vakken.size(), expected.size());
    for (const auto& [month, b] : expected)
      EXPECT_EQ(settled.vakken.at({"9999", "42420001", month}), b) << "seed " << seed << ", " << month;
  }
}

const std::string kContract = "contract;aanbieder;dienst;ingangsdatum;einddatum;bestedingsruimte;signaal\n";

/// The parties talk when 70% is used: at 700 of 1.000 euros, not a cent before.
TEST_F(Declaraties, ACeilingSignalsAtItsPercentage) {
  begin({{"contracten", kContract + "C1;De Brug;BGI;2022-01-01;2024-12-31;1000,00;70%\n"}});
  declare("D3", "2023-03",
          {month_line("R1", "2023-02"),
           month_line("R2", "2023-03", 1) + Waarden{{"ProductTarief", "29999"}, {"IngediendBedrag/Bedrag", "29999"}}});
  auto room = settle().ruimtes;
  ASSERT_THAT(room, SizeIs(1));
  EXPECT_EQ(room[0].gemeente, "Testdorp");
  EXPECT_EQ(room[0].contract, "C1");
  EXPECT_EQ(room[0].plafond_cent, 100'000);
  EXPECT_EQ(room[0].besteed_cent, 69'999);
  EXPECT_FALSE(room[0].signaal);
  declare("D4", "2023-04",
          {month_line("R3", "2023-04", 1) + Waarden{{"ProductTarief", "1"}, {"IngediendBedrag/Bedrag", "1"}}});
  room = settle().ruimtes;
  EXPECT_EQ(room.at(0).besteed_cent, 70'000);
  EXPECT_TRUE(room.at(0).signaal);
  Declaratievraag before;
  before.jaar = 2022;
  EXPECT_EQ(settle(before).ruimtes.at(0).besteed_cent, 0) << "a ceiling is of a calendar year";
}

TEST_F(Declaraties, ACeilingWithoutSignalOrNoneAtAll) {
  begin({{"contracten", kContract + "C1;De Brug;BGI;2022-01-01;2024-12-31;400,00;\n"
                                    "C2;De Brug;BGV;2022-01-01;2024-12-31;;70%\n"}});
  declare("D4", "2023-04", {month_line("R1", "2023-04")});
  const auto room = settle().ruimtes;
  ASSERT_THAT(room, SizeIs(1));
  EXPECT_EQ(room[0].besteed_cent, 40'000);
  EXPECT_FALSE(room[0].signaal);
}

/// what a late declaration changes is said month by month, and is the same whenever it is asked.
TEST_F(Declaraties, X11ALateDeclarationIsTheDifferenceOfItsMonths) {
  begin();
  declare("D4", "2023-04", {month_line("R1", "2023-03", 6), month_line("R2", "2023-04")});
  const auto then = shown(settle().vakken);
  const Datum later = kNu + std::chrono::days(33);
  declare("D5", "2023-04",
          {month_line("R3", "2023-02", 3), taken_back(month_line("R1", "2023-03", 6), "R4", "R1"),
           month_line("R5", "2023-03", 7)},
          later);
  const auto late = since(kNu);
  const std::vector<std::string> difference = {"Testdorp De Brug 2023-02: 15000 0 0 15000 0 0",
                                               "Testdorp De Brug 2023-03: 35000 30000 0 5000 0 0"};
  EXPECT_EQ(shown(late.verschillen), difference);
  EXPECT_EQ(shown(since(kNu).verschillen), difference) << "asked again";
  EXPECT_EQ(shown(since(later - kDag).verschillen), difference) << "the end of the day before";
  EXPECT_THAT(since(later).verschillen, IsEmpty()) << "that day is over";
  Declaratievraag known;
  known.bekend_op = later - kDag;
  EXPECT_EQ(shown(settle(known).vakken), then) << "as it was known";
  EXPECT_THAT(since(kNu, later - kDag).verschillen, IsEmpty());
  // What was then, and the difference, is what is now.
  known.bekend_op = kNu;
  std::map<Boekingsvak, Boeking> sum = settle(known).vakken;
  for (const auto& [cell, b] : late.verschillen) sum[cell] += b;
  EXPECT_EQ(shown(sum), shown(settle().vakken));
}

TEST_F(Declaraties, ARegisterThatChangesNothingGivesNoDifference) {
  begin();
  declare("D4", "2023-04", {month_line("R1", "2023-04")});
  put_file("aanbieders.csv", kTestregisters.at("aanbieders") + "42420002;Stichting De Hoek;De Hoek;zelf\n");
  put_file("besluiten.csv", "besluit;datum;orgaan;onderwerp\nB1;2023-05-11;college;iets\n");
  import(kNu + kDag);
  EXPECT_THAT(since(kNu).verschillen, IsEmpty());
}

TEST_F(Declaraties, APaymentAndAnotherPartyAreDifferences) {
  begin();
  declare("D4", "2023-04", {month_line("R1", "2023-04")});
  put_file("aanbieders.csv", "agb;naam;aanbieder;rol\n42420001;Stichting De Brug;De Hoek;zelf\n");
  put_file("betalingen.csv",
           "betaling;gemeente;aanbieder;maand;betaald_op;soort;bedrag\n"
           "B1;9999;De Hoek;2023-04-01;2023-05-11;declaraties;400,00\n");
  import(kNu + kDag);
  EXPECT_THAT(shown(since(kNu).verschillen), ElementsAre("Testdorp De Brug 2023-04: -40000 0 0 -40000 0 0",
                                                         "Testdorp De Hoek 2023-04: 40000 0 0 40000 0 40000"));
}

}  // namespace
}  // namespace zorgkader
