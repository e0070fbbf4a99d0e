// Level 3, starts and stops, requests and answers: keys, replacements, other municipalities.
#include <gmock/gmock.h>

#include "geschiedenis.hpp"

namespace zorgkader::iwmo {
namespace {

const std::string kStart = "Client/StartProducten/StartProduct", kStop = "Client/StopProducten/StopProduct";

/// On a toewijzing the number decides, whether a product is named or not.
TEST(Niveau3, TR326OneStartForANumber) {
  const Berichtenarchief archive = history();
  Boom message = start("S9", "1", "2023-03-06");
  EXPECT_EQ(codes(message, archive), Codes{"TR326"});
  put(message, below(kStart, product("02", "02A05")));
  EXPECT_EQ(codes(message, archive), Codes{"TR326"});
}

TEST(Niveau3, TR415OneDefinitiveStopForANumber) {
  const Berichtenarchief archive = history();
  Boom message = stop("E9", "5", "2023-01-12", "19", "2023-02-27");
  EXPECT_EQ(codes(message, archive), Codes{"TR415"});
  put(message, below(kStop, product("06", "06A01")));
  EXPECT_EQ(codes(message, archive), (Codes{"TR382", "TR415"}));
}

/// Taken back and delivered anew in one message: the old line is no hindrance.
TEST(Niveau3, TR326AStartIsReplaced) {
  const Berichtenarchief archive = history();
  Boom message = start("S9", "1", "2023-01-12");
  put(message, {{kStart + "[1]/StatusAanlevering", "3"},
                {kStart + "[2]/ToewijzingNummer", "1"},
                {kStart + "[2]/Begindatum", "2023-01-19"},
                {kStart + "[2]/StatusAanlevering", "1"}});
  EXPECT_EQ(codes(message, archive), Codes{});
  put(message, {{kStart + "[1]/StatusAanlevering", "1"}});
  EXPECT_EQ(codes(message, archive), (Codes{"TR074", "TR326"}));
}

TEST(Niveau3, TR326TwoStartsInOneMessage) {
  Berichtenarchief archive;
  archive.add(toewijzingen());
  Boom message = start("S9", "1", "2023-01-12");
  put(message, {{kStart + "[2]/ToewijzingNummer", "1"},
                {kStart + "[2]/Begindatum", "2023-01-19"},
                {kStart + "[2]/StatusAanlevering", "1"}});
  EXPECT_EQ(codes(message, archive), Codes{"TR326"});
}

TEST(Niveau3, TR413AStopIsReplaced) {
  const Berichtenarchief archive = history();
  Boom message = stop("E9", "6", "2023-01-12", "20", "2023-03-01");
  put(message, {{kStop + "[1]/StatusAanlevering", "3"},
                {kStop + "[2]/ToewijzingNummer", "6"},
                {kStop + "[2]/Begindatum", "2023-01-12"},
                {kStop + "[2]/RedenBeeindiging", "20"},
                {kStop + "[2]/Einddatum", "2023-02-15"},
                {kStop + "[2]/StatusAanlevering", "1"}});
  EXPECT_EQ(codes(message, archive), Codes{});
}

/// Only taakgericht may go without a number, and only the list of the contract knows what that is.
TEST(Niveau3, TR019WithoutANumber) {
  const Berichtenarchief archive = history();
  Boom message = start("S9", "1", "2023-03-06");
  put(message, {{kStart + "/ToewijzingNummer", "-"}});
  put(message, below(kStart, product("02", "02A05")));
  Lijsten lists = lijsten();
  EXPECT_EQ(codes(message, archive, {}), Codes{});
  EXPECT_EQ(codes(message, archive, lists), Codes{"TR019"});
  lists.producten[0].variant = Variant::taakgericht;
  EXPECT_EQ(codes(message, archive, lists), Codes{});
}

TEST(Niveau3, TR382ProposesTheStartThatIsOpen) {
  const Berichtenarchief archive = history();
  const auto all = found(stop("E9", "1", "2023-01-13", "19", "2023-03-01"), archive);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].herstel, "Zet Begindatum op 2023-01-12.");
}

TEST(Niveau3, TR355TheRequestWasToThisMunicipality) {
  Berichtenarchief archive = history();
  archive.add(verzoek("V1", "REF1"));
  Boom answer = antwoord("N9", "REF1", "1");
  EXPECT_EQ(codes(answer, archive), Codes{});
  put(answer, {{"Header/Afzender", "9998"}});
  EXPECT_EQ(codes(answer, archive, {}), Codes{"TR355"});
}

TEST(Niveau3, TR379TheRequestWasToThisMunicipality) {
  Berichtenarchief archive = history();
  Boom request = verzoek("V1", "REF1");
  put(request, {{"Header/Ontvanger", "9998"}});
  archive.add(request);
  Boom next = toewijzingen("T2");
  put(next, {{kProduct + "[1]/ReferentieAanbieder", "REF1"}});
  EXPECT_EQ(codes(next, archive), Codes{"TR379"});
}

TEST(Niveau3, TR374AnotherMunicipalityOrProviderIsNoHindrance) {
  Berichtenarchief archive = history();
  Boom elsewhere = verzoek("V1", "REF1");
  put(elsewhere, {{"Header/Ontvanger", "9998"}});
  archive.add(elsewhere);
  Boom somebody = verzoek("V2", "REF2");
  put(somebody, {{"Header/Afzender", "42420002"}});
  archive.add(somebody);
  EXPECT_EQ(codes(verzoek("V9", "REF9"), archive), Codes{});
  archive.add(verzoek("V3", "REF3"));
  EXPECT_EQ(codes(verzoek("V9", "REF9"), archive), Codes{"TR374"});
}

TEST(Niveau3, TR349ProposesEveryToewijzingThatIsMissing) {
  const Berichtenarchief archive = history();
  Boom message = wijziging();
  put(message, {{"Client/Verzoek/OngewijzigdeProducten", "-"}});
  const auto all = found(message, archive);
  ASSERT_EQ(all.size(), 3U);
  for (const auto& b : all) {
    EXPECT_EQ(b.code, "TR349");
    for (const Wijziging& w : b.wijzigingen) EXPECT_TRUE(message.put(w.pad, w.waarde)) << w.pad;
  }
  EXPECT_EQ(codes(message, archive), Codes{});
}

/// Without a day of judging the day of the message decides which toewijzingen are current.
TEST(Niveau3, TR349OnTheDayOfJudging) {
  const Berichtenarchief archive = history();
  Boom message = wijziging();
  put(message, {{"Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]/GewensteIngangsdatum", "2023-01-10"}});
  const auto on = [&](std::optional<Datum> day) {
    Codes out;
    for (const auto& b : judge(message, {4, &archive, nullptr, day})) out.insert(b.code);
    return out;
  };
  EXPECT_EQ(on(std::nullopt), Codes{});
  EXPECT_EQ(on(parse_datum_iso("2023-02-28")), (Codes{"TR135", "TR349"}));  // 5 was still current then
  EXPECT_EQ(on(parse_datum_iso("2023-12-10")), Codes{"TR351"});             // and 1 is over
}

TEST(Niveau3, TR361AidsMayBeStacked) {
  Berichtenarchief archive;
  Boom aid = toewijzingen();
  for (int i = 6; i >= 2; --i) put(aid, {{kProduct + "[" + std::to_string(i) + "]", "-"}});
  put(aid, {{kProduct + "[1]/Product/Categorie", "11"}, {kProduct + "[1]/Product/Code", "11001"}});
  archive.add(aid);
  Boom message = wijziging();
  put(message, {{"Client/Verzoek/OngewijzigdeProducten", "-"}});
  put(message,
      below("Client/Verzoek/NieuweProducten/NieuwProduct[1]",
            product("11", "11001") + omvang("1", "82", "4") + Waarden{{"GewensteIngangsdatum", "2023-06-01"}}));
  EXPECT_EQ(codes(message, archive, {}), Codes{});
}

}  // namespace
}  // namespace zorgkader::iwmo
