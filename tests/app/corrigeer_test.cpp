// What is taken back counts no more, what was known stays known, and nothing leaves the log.
#include "app/corrigeer.hpp"

#include "declaraties_hulp.hpp"
#include "iwmo/antwoord.hpp"

namespace zorgkader {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Corrigeer : public Declaraties {
 protected:
  std::vector<Logregel> log(const std::string& gemeente = "Testdorp") const {
    std::vector<Logregel> out;
    each_logregel({pad(), gemeente, {}, {}, "", {}}, [&](const Logregel& line) { out.push_back(line); });
    return out;
  }
  /// The last event with these words in it.
  std::int64_t number(const std::string& wat, const std::string& gemeente = "9999") const {
    std::int64_t out = 0;
    for (const Logregel& line : log(gemeente)) {
      if (line.wat.find(wat) != std::string::npos) out = line.nummer;
    }
    return out;
  }
  Correctieantwoord take_back(std::int64_t event, const std::string& gemeente = "9999",
                              Datum day = iwmo::kNu + std::chrono::days(30)) const {
    return corrigeer({pad(), gemeente, event, "vergissing", "proef", Moment(day)});
  }
  std::string refusal(std::int64_t event, const std::string& gemeente = "9999") const {
    try {
      take_back(event, gemeente);
      return "teruggenomen";
    } catch (const dossier::OpslagFout& e) {
      return e.what();
    }
  }
};

TEST_F(Corrigeer, X11ADeclarationTakenBackCountsNoMoreAndTheDayBeforeStillKnowsIt) {
  begin();
  declare("D4", "2023-04", {month_line("R4", "2023-04")});
  const auto before = shown(settle().vakken);
  EXPECT_THAT(before, ElementsAre("Testdorp De Brug 2023-04: 40000 0 0 40000 0 0"));
  const Correctieantwoord made = take_back(number("WMO323 D4"));
  EXPECT_TRUE(made.beantwoord);
  EXPECT_EQ(made.teruggenomen.wat, "WMO323 D4 van 2023-05-02, aanbieder 42420001");
  EXPECT_THAT(shown(settle().vakken), IsEmpty());
  EXPECT_THAT(shown(since(iwmo::kNu + kDag).verschillen),
              ElementsAre("Testdorp De Brug 2023-04: -40000 0 0 -40000 0 0"));
  Declaratievraag then;
  then.bekend_op = iwmo::kNu + kDag;
  EXPECT_EQ(shown(settle(then).vakken), before);
  take_back(made.gebeurtenis);
  EXPECT_EQ(shown(settle().vakken), before) << "the correction itself was taken back";
}

/// A line was granted on a toewijzing that is taken back later: the answer of then is still what followed then.
TEST_F(Corrigeer, AnswersFromBeforeAreMadeAgainByWhatWasKnownThen) {
  begin();
  declare("D4", "2023-04", {month_line("R4", "2023-04")});
  take_back(number("WMO301"));
  prints();
  declare("D5", "2023-03", {month_line("R5", "2023-03")}, iwmo::kNu + std::chrono::days(31));
  prints();
  EXPECT_THAT(shown(settle().vakken), ElementsAre("Testdorp De Brug 2023-03: 40000 0 0 0 40000 0",
                                                  "Testdorp De Brug 2023-04: 40000 0 0 40000 0 0"));
}

TEST_F(Corrigeer, RowsOfARegisterTakenBackMakeTheRowsBeforeThemCountAgain) {
  begin();
  put_file("contractgemeenten.csv", "contract;gemeente;tot\nC1;9999;2023-01-31\n");
  import(iwmo::kNu + kDag);
  declare("D4", "2023-03", {month_line("R4", "2023-03")}, iwmo::kNu + kDag);
  EXPECT_THAT(shown(settle().vakken), ElementsAre("Testdorp De Brug 2023-03: 40000 0 0 0 40000 0"));
  take_back(number("contractgemeenten", "regio"), "regio");
  declare("D5", "2023-04", {month_line("R5", "2023-04")}, iwmo::kNu + std::chrono::days(31));
  prints();
  EXPECT_THAT(shown(settle().vakken), ElementsAre("Testdorp De Brug 2023-03: 40000 0 0 0 40000 0",
                                                  "Testdorp De Brug 2023-04: 40000 0 0 40000 0 0"));
}

TEST_F(Corrigeer, ARefusalTakenBackLeavesTheMessageUnanswered) {
  begin();
  iwmo::Berichtbevindingen found{iwmo::make_bevinding("TR", "Bericht/Header", 0, "Niet goed.")};
  found.back().niveau = 3;
  found.back().retourcode = "9379";
  put_message(iwmo::make_antwoord(one_toewijzing(), found, {"A1", iwmo::kNu}).value());
  import(iwmo::kNu + kDag);
  const auto counts = [&] {
    const Dossierbestand file(pad(), Dossierbestand::Hoe::lezen);
    const dossier::Stand stand = dossier::read_stand(file.logboek(), "9999");
    return std::pair(stand.archief().toewijzing("9999", 1) != nullptr, stand.berichten().at(0).antwoord != 0);
  };
  EXPECT_EQ(counts(), std::pair(false, true));
  take_back(number("WMO302"));
  EXPECT_EQ(counts(), std::pair(true, false));
}

TEST_F(Corrigeer, SaysWhyItCannot) {
  begin();
  declare("D4", "2023-04", {month_line("R4", "2023-04")});
  EXPECT_THAT(refusal(99), HasSubstr("geen gebeurtenis 99"));
  EXPECT_THAT(refusal(1, "Nergens"), HasSubstr("Van gemeente Nergens is er niets"));
  EXPECT_THAT(refusal(number("WMO325")), HasSubstr("Neem het bericht terug waar het op antwoordt: gebeurtenis 2"));
  EXPECT_EQ(refusal(2), "teruggenomen");
  EXPECT_THAT(refusal(2), HasSubstr("al teruggenomen, door gebeurtenis 4"));
  const auto lines = log();
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[1].teruggenomen_door, 4);
  EXPECT_EQ(lines[3].corrigeert, 2);
  EXPECT_EQ(lines[3].wat, "vergissing");
}

/// a print that was noted down proves that all that lay before it is there still.
TEST_F(Corrigeer, X11APrintThatWasNotedIsInTheChainOrItIsSaid) {
  begin();
  std::string noted;
  verifieer({pad()}, [&](const Logboekverdict& v) { noted = v.gemeente == "9999" ? v.afdruk : noted; });
  declare("D4", "2023-04", {month_line("R4", "2023-04")});
  const auto ask = [&](const std::string& print) {
    return verifieer({pad(), {{"9999", print}}}, [](const Logboekverdict&) {});
  };
  EXPECT_THAT(ask(noted), IsEmpty());
  EXPECT_THAT(ask(noted.substr(0, 10)), IsEmpty());
  EXPECT_THAT(ask("0000000000"), ElementsAre(HasSubstr("De afdruk 0000000000 staat niet in de keten van 9999")));
}

}  // namespace
}  // namespace zorgkader
