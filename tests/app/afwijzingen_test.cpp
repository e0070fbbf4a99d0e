// Why lines of declarations were refused: every reason, with what the dossier knew then.
#include <gmock/gmock.h>

#include "declaraties_hulp.hpp"

namespace zorgkader {
namespace {

using namespace iwmo;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// `referentie: code code` of every refused line.
std::vector<std::string> refusals(const Declaratieafrekening& settled) {
  std::vector<std::string> out;
  for (const Afwijzing& a : settled.afwijzingen) {
    std::string text = a.referentie + ":";
    for (const auto& reason : a.redenen) {
      text += " " + reason.code;
      EXPECT_FALSE(reason.tekst.empty() || reason.bepaling.empty()) << reason.code;
    }
    out.push_back(text);
  }
  return out;
}

class Redenen : public Declaraties {
 protected:
  Declaratieafrekening why(std::optional<Datum> known = std::nullopt) const {
    Declaratievraag asked;
    asked.redenen = true;
    asked.bekend_op = known;
    return settle(asked);
  }
};

TEST_F(Redenen, EveryReasonOfALineAtOnceWithRuleAndRemedy) {
  begin();
  declare("D4", "2023-04",
          {month_line("R1", "2023-03"),
           month_line("R2", "2023-04") +
               Waarden{{"ProductCategorie", "08"}, {"ProductCode", "08A03"}, {"ProductTarief", "4000"}}});
  const auto settled = why();
  EXPECT_THAT(refusals(settled), ElementsAre("R2: TR339 TR340 TR346 CONTRACT"));
  const Afwijzing& refused = settled.afwijzingen.at(0);
  EXPECT_EQ(refused.gemeente, "Testdorp");
  EXPECT_EQ(refused.aanbieder, "De Brug");
  EXPECT_EQ(refused.declaratie, "D4");
  EXPECT_EQ(refused.maand, "2023-04");
  EXPECT_EQ(refused.product, "08A03");
  EXPECT_EQ(refused.bedrag_cent, 40'000);
  EXPECT_TRUE(refused.client.starts_with("CL") && refused.client.size() == 14) << "X-15: no bsn leaves the dossier";
  const auto& contract = refused.redenen.back();
  EXPECT_EQ(contract.tekst, "De Brug heeft op 2023-04-01 geen contract voor BGV in Testdorp.");
  EXPECT_THAT(contract.bepaling, HasSubstr("op grond van een contract"));
  EXPECT_THAT(contract.herstel, HasSubstr("Declareer over dagen waarop het contract geldt"));
  EXPECT_THAT(shown(settled.vakken), ElementsAre("Testdorp De Brug 2023-03: 40000 0 0 40000 0 0",
                                                 "Testdorp De Brug 2023-04: 40000 0 0 0 40000 0"));
}

/// What refuses more than a line is a reason of every line in it.
TEST_F(Redenen, WhatRefusesTheWholeIsAReasonOfEveryLine) {
  begin();
  Boom early = declared("D4", "2023-04", {month_line("R1", "2023-04"), month_line("R2", "2023-03")});
  put(early, {{"Header/BerichtIdentificatie/Dagtekening", "2023-04-29"}});
  put_message(early);
  import();
  const auto settled = why();
  EXPECT_THAT(refusals(settled), ElementsAre("R1: TR137", "R2: TR137"))
      << "of the DeclaratiePeriode and of the ProductPeriode of the first line, told once";
  for (const Afwijzing& refused : settled.afwijzingen) EXPECT_FALSE(refused.telt) << "OP286";
  EXPECT_THAT(settled.vakken, IsEmpty());
}

TEST_F(Redenen, ATechnicalFaultInOneLineRefusesTheOthersToo) {
  begin();
  put_message(declared("D4", "2023-04",
                       {month_line("R1", "2023-03"), month_line("R2", "2023-04") + Waarden{{"Eenheid", "83"}}}));
  EXPECT_EQ(import().at(0).uitslag, Importuitslag::geweigerd);
  EXPECT_THAT(refusals(why()), ElementsAre("R1: CD087 CS339", "R2: CD087 CS339"));
}

TEST_F(Redenen, AFaultInTheHeaderRefusesEveryLine) {
  begin();
  declare("D4", "2023-04", {month_line("R1", "2023-03")});
  Boom again = declared("D4", "2023-04", {month_line("R2", "2023-04", 1)});
  put(again, {{"Header/BerichtIdentificatie/Dagtekening", "2023-05-03"}, {"Declaratie/DeclaratieNummer", "ND5"}});
  put_message(again);
  import();
  EXPECT_THAT(refusals(why()), ElementsAre("R2: TR056"));
  EXPECT_THAT(shown(settle().vakken), ElementsAre("Testdorp De Brug 2023-03: 40000 0 0 40000 0 0",
                                                  "Testdorp De Brug 2023-04: 5000 0 0 0 5000 0"));
}

TEST_F(Redenen, AFaultOfTheDeclarationOrAClientRefusesItsLines) {
  begin();
  declare("D4", "2023-04", {month_line("R1", "2023-03")});
  Boom again = declared("D5", "2023-04", {month_line("R2", "2023-04", 1)});
  put(again, {{"Declaratie/DeclaratieNummer", "ND4"}});
  put_message(again);
  import();
  Boom other = declared("D6", "2023-04", {month_line("R3", "2023-04", 1)});
  put(other, {{"Declaratie/Clienten/Client[1]/Bsn", "999900018"}});
  put_message(other);
  import();
  EXPECT_THAT(refusals(why()), ElementsAre("R2: TR333", "R3: TR304"));
}

TEST_F(Redenen, AsTheyWereKnown) {
  begin();
  declare("D4", "2023-04", {month_line("R1", "2023-04") + Waarden{{"ToewijzingNummer", "99"}}}, kNu + kDag);
  EXPECT_THAT(refusals(why()), ElementsAre("R1: TR338"));
  EXPECT_THAT(refusals(why(kNu)), IsEmpty());
  EXPECT_THAT(refusals(why(kNu + kDag)), ElementsAre("R1: TR338"));
  EXPECT_THAT(settle().afwijzingen, IsEmpty()) << "only when they are asked";
}

/// MSP-038: a decision that comes later does not change why a line was refused, or that it was not.
TEST_F(Redenen, Msp038ALaterContractFormChangesNoEarlierAnswer) {
  begin();
  declare("D3", "2023-03", {month_line("R1", "2023-03")});
  put_file("contractvormen.csv", "contract;van;variant;bekostiging\nC1;2022-01-01;taakgericht;lumpsum\n");
  import(kNu + kDag);
  declare("D4", "2023-04", {month_line("R2", "2023-04")}, kNu + 2 * kDag);
  EXPECT_THAT(refusals(why()), ElementsAre("R2: TAAKGERICHT"));
  EXPECT_THAT(shown(settle().vakken), ElementsAre("Testdorp De Brug 2023-03: 40000 0 0 40000 0 0",
                                                  "Testdorp De Brug 2023-04: 40000 0 0 0 40000 0"));
}

}  // namespace
}  // namespace zorgkader
