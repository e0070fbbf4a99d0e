// Answers: which codes come where, what is sent back, and what it adds up to (IV028, IV087, OP065, TR342).
#include <gmock/gmock.h>

#include "bouw.hpp"
#include "hulp.hpp"
#include "iwmo/antwoord.hpp"
#include "iwmo/schrijver.hpp"
#include "iwmo/toetsing.hpp"

namespace zorgkader::iwmo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Datum kVandaag = std::chrono::sys_days(std::chrono::year(2023) / 5 / 6);
const Antwoordgegevens kGegevens{"ANTW1", kVandaag};

Boom declaratie() {
  Boom out = made(323, {{"Declaratie/DeclaratieNummer", "DN1"},
                        {"Declaratie/DeclaratiePeriode/Begindatum", "2023-04-01"},
                        {"Declaratie/DeclaratiePeriode/Einddatum", "2023-04-30"},
                        {"Declaratie/DeclaratieDagtekening", "2023-05-02"},
                        {"Declaratie/TotaalIngediendBedrag/TotaalBedrag", "5500"},
                        {"Declaratie/TotaalIngediendBedrag/DebetCredit", "D"}});
  struct Line {
    const char *client, *line, *bsn, *amount, *sign;
  };
  for (const Line& l : {Line{"1", "1", "999900006", "5000", "D"}, Line{"1", "2", "999900006", "2500", "C"},
                        Line{"2", "1", "999900018", "3000", "D"}}) {
    const std::string client = std::string("Bericht/Declaratie/Clienten/Client[") + l.client + "]";
    const std::string line = client + "/Prestaties/Prestatie[" + l.line + "]";
    out.put(client + "/Bsn", l.bsn);
    out.put(line + "/ProductReferentie/ReferentieNummer", std::string("RN") + l.client + l.line);
    if (*l.sign == 'C') out.put(line + "/ProductReferentie/VorigReferentieNummer", "OUD");
    out.put(line + "/ToewijzingNummer", "20072");
    out.put(line + "/ProductCategorie", "02");
    out.put(line + "/ProductCode", "02A05");
    out.put(line + "/ProductPeriode/Begindatum", *l.sign == 'C' ? "2023-03-01" : "2023-04-01");
    out.put(line + "/ProductPeriode/Einddatum", *l.sign == 'C' ? "2023-03-31" : "2023-04-30");
    out.put(line + "/GeleverdVolume", "10");
    out.put(line + "/Eenheid", "04");
    out.put(line + "/ProductTarief", "500");
    out.put(line + "/IngediendBedrag/Bedrag", l.amount);
    out.put(line + "/IngediendBedrag/DebetCredit", l.sign);
  }
  return out;
}

Boom start() {
  return made(305, client() + below("Client/StartProducten", {{"StartProduct[1]/ToewijzingNummer", "1"},
                                                              {"StartProduct[1]/Begindatum", "2023-04-03"},
                                                              {"StartProduct[1]/StatusAanlevering", "1"},
                                                              {"StartProduct[2]/ToewijzingNummer", "2"},
                                                              {"StartProduct[2]/Begindatum", "2023-04-03"},
                                                              {"StartProduct[2]/StatusAanlevering", "1"}}));
}

Berichtbevinding found(int niveau, const char* retourcode, const char* pad) {
  Berichtbevinding out;
  out.code = "TR000";
  out.niveau = niveau;
  out.retourcode = retourcode;
  out.pad = pad;
  return out;
}

void collect(Deel deel, std::vector<std::string>& out) {
  for (Deel part : deel.delen()) {
    if (part.naam() != "RetourCodes") {
      collect(part, out);
      continue;
    }
    std::string line = deel.pad() + ":";
    for (Deel code : part.delen()) line += " " + std::string(code.tekst());
    out.push_back(line.substr(std::string("Bericht/").size()));
  }
}

/// `Header: 0200` and so on, for every class with codes; the answer must be a good message itself.
std::vector<std::string> codes(const std::optional<Boom>& answer) {
  if (!answer) return {"geen"};
  const std::string bytes = write_xml(*answer);
  for (const auto& b : judge(bron_van(bytes), {2, nullptr, nullptr, std::nullopt}).bevindingen)
    ADD_FAILURE() << shown(b);
  std::vector<std::string> out;
  collect(answer->wortel(), out);
  return out;
}

TEST(Retour, GoodMessageGetsAHeaderWithoutCodes) {
  const auto answer = make_antwoord(start(), {}, kGegevens);
  EXPECT_THAT(codes(answer), IsEmpty());
  EXPECT_EQ(answer->soort().naam, "WMO306");
  const Deel header = (*answer)["Header"];
  EXPECT_EQ(header.tekst("BerichtCode"), "419");
  EXPECT_EQ(header.tekst("Afzender"), "42420001");  // as it was in the 305
  EXPECT_EQ(header.tekst("Ontvanger"), "9999");
  EXPECT_EQ(header.tekst("BerichtIdentificatie/Identificatie"), "HEEN7");
  EXPECT_EQ(header.tekst("XsdVersie/BerichtXsdVersie"), "1.0.1");
  EXPECT_EQ(header.tekst("IdentificatieRetour"), "ANTW1");
  EXPECT_EQ(header.tekst("DagtekeningRetour"), "2023-05-06");
  EXPECT_EQ(header.tekst("XsdVersieRetour/BerichtXsdVersie"), "1.0.0");
  EXPECT_FALSE(header["XsltVersie"]);
  EXPECT_FALSE((*answer)["Client"]);
}

TEST(Retour, SchemaFaultGetsNone) {
  EXPECT_THAT(codes(make_antwoord(start(), {found(1, "", "Bericht/Header")}, kGegevens)), ElementsAre("geen"));
}

TEST(Retour, FaultInsideTheMessageIs0001InTheHeaderOnly) {
  const auto answer = make_antwoord(start(), {found(2, "0001", "Bericht/Client/Bsn")}, kGegevens);
  EXPECT_THAT(codes(answer), ElementsAre("Header: 0001"));
  EXPECT_EQ((*answer)["Header"].tekst("XsltVersie"), "2.10.5");
}

TEST(Retour, FaultInTheHeaderStopsThere) {
  EXPECT_THAT(codes(make_antwoord(start(),
                                  {found(3, "9056", "Bericht/Header/BerichtIdentificatie"),
                                   found(3, "9019", "Bericht/Client/StartProducten/StartProduct[1]")},
                                  kGegevens)),
              ElementsAre("Header: 9056"));
}

TEST(Retour, FaultInALineBringsTheWholeClient) {
  const auto answer = make_antwoord(start(),
                                    {found(3, "9019", "Bericht/Client/StartProducten/StartProduct[2]/ToewijzingNummer"),
                                     found(3, "9326", "Bericht/Client/StartProducten/StartProduct[2]"),
                                     found(3, "9019", "Bericht/Client/StartProducten/StartProduct[2]")},
                                    kGegevens);
  EXPECT_THAT(codes(answer), ElementsAre("Header: 0200", "Client/StartProducten/StartProduct[1]: 0200",
                                         "Client/StartProducten/StartProduct[2]: 9019 9326", "Client: 0200"));
  EXPECT_EQ((*answer)["Client"].tekst("Naam/Geslachtsnaam/Achternaam"), "Test");
}

TEST(Retour, WhatLiesBelowAWrongClassWasNotJudged) {
  EXPECT_THAT(codes(make_antwoord(start(), {found(3, "8187", "Bericht/Client/Bsn")}, kGegevens)),
              ElementsAre("Header: 0200", "Client/StartProducten/StartProduct[1]: 0233",
                          "Client/StartProducten/StartProduct[2]: 0233", "Client: 8187"));
}

TEST(Retour, AnswerOfTheMunicipality) {
  const Boom answer = made(319, {{"Antwoord/ReferentieAanbieder", "R1"}, {"Antwoord/VerzoekAntwoord", "2"}});
  EXPECT_THAT(codes(make_antwoord(answer, {found(3, "9355", "Bericht/Antwoord/ReferentieAanbieder")}, kGegevens)),
              ElementsAre("Header: 0200", "Antwoord: 9355"));
}

TEST(Retour, AnAnswerIsNotAnswered) {
  const auto retour = make_antwoord(start(), {}, kGegevens);
  EXPECT_THAT(codes(make_antwoord(*retour, {}, kGegevens)), ElementsAre("geen"));
}

TEST(Retour, WithoutARetourcodeThereIsNothingToTell) {
  EXPECT_THAT(codes(make_antwoord(start(), {found(3, "", "Bericht/Client")}, kGegevens)), ElementsAre("geen"));
}

std::string granted(const std::optional<Boom>& answer) {
  const Deel total = (*answer)["DeclaratieAntwoord/TotaalToegekendBedrag"];
  return std::string(total.tekst("TotaalBedrag")) + " " + std::string(total.tekst("DebetCredit"));
}

TEST(Declaratieantwoord, AllApproved) {
  const auto answer = make_antwoord(declaratie(), {}, kGegevens);
  EXPECT_THAT(codes(answer), ElementsAre("Header: 0200", "DeclaratieAntwoord: 8001"));
  EXPECT_EQ(granted(answer), "5500 D");
  const Deel header = (*answer)["Header"];
  EXPECT_EQ(header.tekst("Afzender"), "9999");
  EXPECT_EQ(header.tekst("Ontvanger"), "42420001");
  EXPECT_EQ(header.tekst("BerichtIdentificatie/Identificatie"), "ANTW1");
  EXPECT_EQ(header.tekst("DeclaratieIdentificatie/Identificatie"), "HEEN7");
  EXPECT_EQ(header.tekst("DeclaratieIdentificatie/Dagtekening"), "2023-05-02");
  EXPECT_EQ(header.tekst("XsdVersieDeclaratie/BerichtXsdVersie"), "1.0.1");
  EXPECT_FALSE((*answer)["DeclaratieAntwoord/Clienten"]);
}

TEST(Declaratieantwoord, SchemaFaultGetsNone) {
  EXPECT_THAT(codes(make_antwoord(declaratie(), {found(1, "", "Bericht")}, kGegevens)), ElementsAre("geen"));
}

TEST(Declaratieantwoord, FaultInsideTheMessageIs0001) {
  const auto answer =
      make_antwoord(declaratie(), {found(2, "0001", "Bericht/Declaratie/DeclaratiePeriode")}, kGegevens);
  EXPECT_THAT(codes(answer), ElementsAre("Header: 0001"));
  EXPECT_EQ((*answer)["Header"].tekst("XsltVersie"), "2.10.5");
}

TEST(Declaratieantwoord, FaultInTheHeader) {
  EXPECT_THAT(codes(make_antwoord(declaratie(), {found(4, "8848", "Bericht/Header/BerichtIdentificatie/Dagtekening")},
                                  kGegevens)),
              ElementsAre("Header: 8848"));
}

TEST(Declaratieantwoord, FaultInTheDeclarationGrantsNothing) {
  const auto answer = make_antwoord(declaratie(), {found(3, "9333", "Bericht/Declaratie/DeclaratieNummer")}, kGegevens);
  EXPECT_THAT(codes(answer), ElementsAre("Header: 0200", "DeclaratieAntwoord: 9333"));
  EXPECT_EQ(granted(answer), "0 D");
}

TEST(Declaratieantwoord, FaultInAClientRefusesAllItsLines) {
  const auto answer =
      make_antwoord(declaratie(), {found(3, "8187", "Bericht/Declaratie/Clienten/Client[1]/Bsn")}, kGegevens);
  const std::string client = "DeclaratieAntwoord/Clienten/Client[1]";
  EXPECT_THAT(codes(answer),
              ElementsAre("Header: 0200", client + "/Prestaties/Prestatie[1]: 0233",
                          client + "/Prestaties/Prestatie[2]: 0233", client + ": 8187", "DeclaratieAntwoord: 0200"));
  EXPECT_EQ(granted(answer), "3000 D");
}

TEST(Declaratieantwoord, FaultInALineSendsBackThatLine) {
  const auto answer = make_antwoord(
      declaratie(),
      {found(3, "9338", "Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]/ToewijzingNummer")}, kGegevens);
  const std::string client = "DeclaratieAntwoord/Clienten/Client[1]";
  EXPECT_THAT(codes(answer), ElementsAre("Header: 0200", client + "/Prestaties/Prestatie[1]: 9338", client + ": 0200",
                                         "DeclaratieAntwoord: 0200"));
  EXPECT_EQ(granted(answer), "500 D");
  EXPECT_EQ(answer->at("Bericht/" + client + "/Prestaties/Prestatie[1]").tekst("ProductReferentie/ReferentieNummer"),
            "RN11");
}

TEST(Declaratieantwoord, WhatRemainsMayBeCredit) {
  const auto answer = make_antwoord(declaratie(),
                                    {found(3, "9338", "Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]"),
                                     found(3, "9338", "Bericht/Declaratie/Clienten/Client[2]/Prestaties/Prestatie[1]")},
                                    kGegevens);
  EXPECT_EQ(granted(answer), "2500 C");
  EXPECT_THAT(codes(answer), testing::SizeIs(6));
}

}  // namespace
}  // namespace zorgkader::iwmo
