// Berichtenarchief: what it answers after messages in any order (IV013, IV085, OP366).
#include <gmock/gmock.h>

#include "geschiedenis.hpp"

namespace zorgkader::iwmo {
namespace {

using Stand = Prestatieregel::Stand;

Boom with_first_product(const std::string& id, const std::string& tijd, const std::string& einde) {
  Boom out = toewijzingen(id);
  put(out, {{kProduct + "[1]/Toewijzingstijd", tijd}, {kProduct + "[1]/Einddatum", einde}});
  return out;
}

Waarden credit_of(const std::string& referentie, const std::string& vorig, const std::string& maand,
                  const std::string& eind) {
  return regel(referentie, maand, eind) +
         Waarden{{"ProductReferentie/VorigReferentieNummer", vorig}, {"IngediendBedrag/DebetCredit", "C"}};
}

/// A 325 that grants a declaration without this line.
Boom without(const std::string& id, const std::string& of, const std::string& nummer, const Waarden& line) {
  Boom out = declaratieantwoord(id, of, nummer, "0200");
  put(out, below("DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1]", line));
  put(out, {{"DeclaratieAntwoord/Clienten/Client[1]/Bsn", "999900006"}});
  return out;
}

TEST(Berichtenarchief, IV013TheLatestDecisionWinsWhateverTheOrder) {
  const Boom early = with_first_product("T1", "10:00:00", "2023-12-09"),
             late = with_first_product("T2", "10:00:01", "2023-11-30");
  Berichtenarchief forth, back;
  forth.add(early);
  forth.add(late);
  back.add(late);
  back.add(early);
  for (const Berichtenarchief* archive : {&forth, &back}) {
    EXPECT_EQ(archive->toewijzing("9999", 1)->einddatum, parse_datum_iso("2023-11-30"));
    EXPECT_EQ(archive->toewijzingen("9999", "42420001", "999900006").size(), 6U);
  }
  EXPECT_EQ(forth.toewijzing("9998", 1), nullptr);
  EXPECT_EQ(forth.toewijzing("9999", 99), nullptr);
  EXPECT_TRUE(forth.toewijzingen("9999", "42420002", "999900006").empty());
}

TEST(Berichtenarchief, CurrentAndTakenBack) {
  Berichtenarchief archive;
  archive.add(toewijzingen());
  const auto current = [&](std::int64_t number, std::string_view day) {
    return archive.toewijzing("9999", number)->is_actueel(parse_datum_iso(day).value());
  };
  EXPECT_TRUE(archive.toewijzing("9999", 4)->is_vervallen());
  EXPECT_FALSE(current(4, "2023-01-01"));
  EXPECT_TRUE(current(1, "2023-01-01"));  // still to begin
  EXPECT_TRUE(current(1, "2023-12-09"));
  EXPECT_FALSE(current(1, "2023-12-10"));
}

/// The rule sheet lets reason 13 pass without an Einddatum; it means the same.
TEST(Berichtenarchief, TR384TakenBackWithoutAnEnd) {
  Berichtenarchief archive;
  Boom message = toewijzingen();
  put(message, {{kProduct + "[1]/RedenWijziging", "13"}, {kProduct + "[1]/Einddatum", "-"}});
  archive.add(message);
  EXPECT_TRUE(archive.toewijzing("9999", 1)->is_vervallen());
  Boom lines = april();
  set_total(lines);
  EXPECT_EQ(codes(lines, archive), Codes{"TR384"});
}

TEST(Berichtenarchief, ADeletionTakesAwayOneDelivery) {
  Berichtenarchief archive;
  archive.add(start("S1", "1", "2023-01-12"));
  archive.add(start("S2", "6", "2023-01-12"));
  Boom deletion = start("S3", "1", "2023-01-12");
  put(deletion, {{"Client/StartProducten/StartProduct/StatusAanlevering", "3"}});
  archive.add(deletion);
  const auto left = archive.leveringen("9999", "42420001", "999900006");
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].toewijzing, 6);
}

TEST(Berichtenarchief, LinesWaitUntilTheyAreAnswered) {
  Berichtenarchief archive;
  archive.add(declaratie("D3", "DN3", "2023-03-01", "2023-03-31",
                         {regel("R3", "2023-03-01", "2023-03-31"), regel("R4", "2023-02-01", "2023-02-28")}));
  EXPECT_EQ(archive.prestaties("9999", 1).at(0).stand, Stand::wacht);
  EXPECT_TRUE(archive.prestaties("9999", 1).at(0).telt());
  archive.add(without("A3", "D3", "DN3", regel("R4", "2023-02-01", "2023-02-28")));
  EXPECT_EQ(archive.prestaties("9999", 1).at(0).stand, Stand::goedgekeurd);
  EXPECT_EQ(archive.prestaties("9999", 1).at(1).stand, Stand::afgewezen);
  EXPECT_FALSE(archive.prestaties("9999", 1).at(1).telt());
  EXPECT_FALSE(archive.berichten(323, "42420001").at(0).afgewezen);
}

TEST(Berichtenarchief, AWholeDeclarationIsRefused) {
  Berichtenarchief archive;
  archive.add(declaratie("D3", "DN3", "2023-03-01", "2023-03-31", {regel("R3", "2023-03-01", "2023-03-31")}));
  Boom refusal = declaratieantwoord("A3", "D3", "DN3", "9333");
  archive.add(refusal);
  EXPECT_EQ(archive.prestaties("9999", 1).at(0).stand, Stand::afgewezen);
  EXPECT_TRUE(archive.berichten(323, "42420001").at(0).afgewezen);
}

/// OP286: a technical fault means that it was never sent, so it may be sent again with the same numbers.
TEST(Berichtenarchief, ADeclarationWithATechnicalFaultWasNeverSent) {
  Berichtenarchief archive = history();
  Boom message = april();
  set_total(message);
  archive.add(message);
  EXPECT_EQ(codes(message, archive), (Codes{"TR056", "TR314", "TR333", "TR389"}));
  const Boom refusal = made(325, {{"Header/BerichtIdentificatie/Identificatie", "A4"},
                                  {"Header/DeclaratieIdentificatie/Identificatie", "D4"},
                                  {"Header/DeclaratieIdentificatie/Dagtekening", "2023-05-02"},
                                  {"Header/RetourCodes/RetourCode", "0001"}});
  archive.add(refusal);
  EXPECT_EQ(codes(message, archive), Codes{});
  EXPECT_EQ(archive.prestaties("9999", 1).size(), 1U);
}

/// A line that used a number again was refused; the line that had it first stays granted.
TEST(Berichtenarchief, ARefusedLineDoesNotRefuseAnEarlierOneWithItsNumber) {
  Berichtenarchief archive = history();
  archive.add(declaratie("D4", "DN4", "2023-04-01", "2023-04-30", {regel("R3", "2023-04-01", "2023-04-30")}));
  archive.add(without("A4", "D4", "DN4", regel("R3", "2023-04-01", "2023-04-30")));
  const auto lines = archive.prestaties_met("42420001", "R3");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines.at(0).stand, Stand::goedgekeurd);
  EXPECT_EQ(lines.at(1).stand, Stand::afgewezen);
}

/// Two lines with one number in a declaration: the later was refused, or both.
TEST(Berichtenarchief, OfTwoLinesWithOneNumberTheLaterIsRefused) {
  Berichtenarchief archive;
  archive.add(declaratie("D3", "DN3", "2023-03-01", "2023-03-31",
                         {regel("R3", "2023-03-01", "2023-03-31"), regel("R3", "2023-02-01", "2023-02-28")}));
  Boom answer = without("A3", "D3", "DN3", regel("R3", "2023-02-01", "2023-02-28"));
  archive.add(answer);
  const auto stand = [&](std::size_t i) { return archive.prestaties_met("42420001", "R3").at(i).stand; };
  EXPECT_EQ(stand(0), Stand::goedgekeurd);
  EXPECT_EQ(stand(1), Stand::afgewezen);
  put(answer,
      below("DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[2]", regel("R3", "2023-03-01", "2023-03-31")));
  archive.add(answer);
  EXPECT_EQ(stand(0), Stand::afgewezen);
  EXPECT_EQ(stand(1), Stand::afgewezen);
}

/// What a 325 says in its header alone is about the declaration that waits.
TEST(Berichtenarchief, ARefusalInTheHeaderIsAboutWhatWaits) {
  Berichtenarchief archive;
  for (const char* number : {"1", "2"})
    archive.add(declaratie("D3", std::string("DN") + number, "2023-03-01", "2023-03-31",
                           {regel(std::string("R") + number, "2023-03-01", "2023-03-31")}));
  const auto stand = [&](const char* line) { return archive.prestaties_met("42420001", line).at(0).stand; };
  Boom refusal = declaratieantwoord("A2", "D3", "DN2", "9056");
  put(refusal, {{"Header/RetourCodes/RetourCode", "9056"}, {"DeclaratieAntwoord", "-"}});
  archive.add(refusal);
  EXPECT_EQ(stand("R1"), Stand::wacht);
  EXPECT_EQ(stand("R2"), Stand::wacht);
  archive.add(declaratieantwoord("A1", "D3", "DN1", "8001"));
  archive.add(refusal);
  EXPECT_EQ(stand("R1"), Stand::goedgekeurd);
  EXPECT_EQ(stand("R2"), Stand::afgewezen);
}

/// A second credit line that is refused leaves the first as it was.
TEST(Berichtenarchief, TR390ARefusedCreditLineChangesNothing) {
  Berichtenarchief archive = history();
  const auto credited = [&] { return archive.prestaties_met("42420001", "R3").at(0).gecrediteerd; };
  EXPECT_FALSE(credited());
  archive.add(declaratie("D5", "DN5", "2023-04-01", "2023-04-30", {credit_of("C1", "R3", "2023-03-01", "2023-03-31")}));
  EXPECT_TRUE(credited());
  archive.add(declaratieantwoord("A5", "D5", "DN5", "8001"));
  EXPECT_TRUE(credited());
  archive.add(declaratie("D6", "DN6", "2023-04-01", "2023-04-30", {credit_of("C2", "R3", "2023-03-01", "2023-03-31")}));
  archive.add(without("A6", "D6", "DN6", credit_of("C2", "R3", "2023-03-01", "2023-03-31")));
  EXPECT_TRUE(credited());
}

TEST(Berichtenarchief, ARequestIsOpenUntilItIsRefusedOrGranted) {
  Berichtenarchief archive;
  const auto open = [&] { return archive.verzoeken("42420001").at(0).is_open(); };
  archive.add(verzoek("V1", "REF1"));
  EXPECT_TRUE(open());
  archive.add(antwoord("N1", "REF1", "2"));
  EXPECT_TRUE(open());
  archive.add(antwoord("N2", "REF1", "1"));
  EXPECT_FALSE(open());
}

}  // namespace
}  // namespace zorgkader::iwmo
