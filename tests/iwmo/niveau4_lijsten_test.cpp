// Level 4: the day, municipalities, products and tariffs from outside lists.
#include <gmock/gmock.h>

#include "geschiedenis.hpp"

namespace zorgkader::iwmo {
namespace {

Datum dag(std::string_view text) {
  return parse_datum_iso(text).value();
}

/// 9999 merged into 9998 on 1 March 2023.
const Lijsten kHerindeling{
    {{"9999", "Testdorp", {kGeenBegin, dag("2023-02-28")}}, {"9998", "Teststad", {dag("2023-03-01"), kGeenEinde}}}, {}};

Boom april_regel(const Waarden& change) {
  Boom out = declaratie("D4", "DN4", "2023-04-01", "2023-04-30", {regel("R4", "2023-04-01", "2023-04-30") + change});
  set_total(out);
  return out;
}

TEST(Niveau4, TR135NotInTheFuture) {
  const Berichtenarchief archive = history();
  for (const Boom& good : {toewijzingen("T2"), start("S9", "6", "2023-03-06"), verzoek("V9", "NIEUW"), wijziging(),
                           april_regel({}), declaratieantwoord("A9", "D3", "DN3", "8001")}) {
    Boom message = good;
    EXPECT_EQ(codes(message, archive), Codes{}) << good.soort().naam;
    put(message, {{"Header/BerichtIdentificatie/Dagtekening", "2023-05-10"}});
    EXPECT_EQ(codes(message, archive), Codes{}) << good.soort().naam;
    put(message, {{"Header/BerichtIdentificatie/Dagtekening", "2023-05-11"}});
    EXPECT_EQ(codes(message, archive), Codes{"TR135"}) << good.soort().naam;
  }
}

/// The first day of what is assigned or asked for decides, and one finding tells it.
TEST(Niveau4, TR378OnTheDayOfTheToewijzing) {
  const Berichtenarchief none;
  Boom message = toewijzingen();
  EXPECT_EQ(codes(message, none, kHerindeling), Codes{});
  put(message, {{kProduct + "[2]/Ingangsdatum", "2023-03-01"}, {kProduct + "[3]/Ingangsdatum", "2023-03-02"}});
  const auto all = found(message, none, kHerindeling);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].tekst, "Gemeentecode 9999 bestaat niet op 2023-03-01.");
  EXPECT_EQ(all[0].pad, "Bericht/Header/Afzender");
  EXPECT_EQ(codes(verzoek("V1", "REF1"), none, kHerindeling), Codes{"TR378"});
}

/// What follows from an old toewijzing keeps the old code.
TEST(Niveau4, TR378AnOldCodeLivesOn) {
  const Berichtenarchief archive = history();
  EXPECT_EQ(codes(april_regel({}), archive, kHerindeling), Codes{});
  EXPECT_EQ(codes(start("S9", "6", "2023-03-06"), archive, kHerindeling), Codes{});
  Lijsten unknown = kHerindeling;
  unknown.gemeenten[0].code = "9997";
  EXPECT_EQ(codes(april_regel({}), archive, unknown), Codes{"TR378"});
  EXPECT_EQ(codes(start("S9", "6", "2023-03-06"), archive, unknown), Codes{"TR378"});
  Lijsten later{{{"9999", "Testdorp", {dag("2024-01-01"), kGeenEinde}}, {"1", "Oud", {kGeenBegin, kGeenEinde}}}, {}};
  EXPECT_EQ(codes(april_regel({}), archive, later), Codes{"TR378"});
}

TEST(Niveau4, TR378DaysBeforeTheListBeginsAreNotKnownToBeWrong) {
  const Lijsten recent{{{"9998", "Teststad", {dag("2024-01-01"), kGeenEinde}}}, {}};
  EXPECT_EQ(codes(april_regel({}), history(), recent), Codes{});
}

TEST(Niveau4, TR381InEveryMessage) {
  const Berichtenarchief archive = history();
  const Lijsten other{{}, {{"", "09", "09A01", "04", 5000, Variant::inspanning}}};
  Boom begin = start("S9", "6", "2023-03-06");
  put(begin, below("Client/StartProducten/StartProduct", product("07", "07A01")));
  EXPECT_EQ(codes(begin, archive), Codes{});
  EXPECT_EQ(codes(begin, archive, other), Codes{"TR381"});
  EXPECT_EQ(codes(toewijzingen("T2"), archive, other), Codes{"TR381"});
  EXPECT_EQ(codes(verzoek("V9", "NIEUW"), archive, other), Codes{"TR381"});
  EXPECT_EQ(codes(april_regel({}), archive, other), Codes{"TR381"});
  Boom change = wijziging();
  put(change, below("Client/Verzoek/NieuweProducten/NieuwProduct[1]",
                    product("08", "08A03") + omvang("3", "04", "4") + Waarden{{"GewensteIngangsdatum", "2023-06-01"}}));
  EXPECT_EQ(codes(change, archive), Codes{});
  EXPECT_EQ(codes(change, archive, other), Codes{"TR381"});
}

/// A running toewijzing keeps its code and tariff when the list has gone on.
TEST(Niveau4, TR381ACodeLivesAsLongAsItsToewijzing) {
  const Berichtenarchief archive = history();
  Lijsten lists{{}, {{"", "02", "02A05", "04", 5000, Variant::inspanning, {kGeenBegin, dag("2023-01-31")}}}};
  EXPECT_EQ(codes(april_regel({}), archive, lists), Codes{});
  EXPECT_EQ(codes(april_regel({{"ProductTarief", "5001"}, {"IngediendBedrag/Bedrag", "40008"}}), archive, lists),
            Codes{"TR418"});
  lists.producten[0].geldig.tot = dag("2023-01-09");  // before the toewijzing began
  EXPECT_EQ(codes(april_regel({}), archive, lists), Codes{"TR381"});
}

TEST(Niveau4, TR418TheTariffOfTheDayAndOfTheProvider) {
  const Berichtenarchief archive = history();
  Lijsten lists{{},
                {{"", "02", "02A05", "04", 4000, Variant::inspanning, {kGeenBegin, dag("2023-03-31")}},
                 {"", "02", "02A05", "04", 5000, Variant::inspanning, {dag("2023-04-01"), kGeenEinde}}}};
  EXPECT_EQ(codes(april_regel({}), archive, lists), Codes{});
  lists.producten.push_back({"42420001", "02", "02A05", "04", 6000, Variant::inspanning});
  const auto all = found(april_regel({}), archive, lists);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].code + " " + all[0].retourcode, "TR418 0611");
  EXPECT_EQ(all[0].tekst, "ProductTarief is 50,00 euro; het contract zegt 60,00 euro.");
  lists.producten.back().aanbieder = "42420002";
  EXPECT_EQ(codes(april_regel({}), archive, lists), Codes{});
}

/// What is not agreed cannot differ.
TEST(Niveau4, TR418AndTR346WithoutATariff) {
  const Berichtenarchief archive = history();
  const Lijsten lists{{}, {{"", "02", "02A05", "04", std::nullopt, Variant::inspanning}}};
  EXPECT_EQ(codes(april_regel({{"ProductTarief", "5001"}, {"IngediendBedrag/Bedrag", "40008"}}), archive, lists),
            Codes{});
  EXPECT_EQ(codes(april_regel({{"GeleverdVolume", "30"},
                               {"Eenheid", "01"},
                               {"ProductTarief", "146"},
                               {"IngediendBedrag/Bedrag", "4380"}}),
                  archive, lists),
            Codes{});
}

/// The rule makes no exception for a contract in another unit than the toewijzing.
TEST(Niveau4, TR418WhenTheContractHasAnotherUnit) {
  const Berichtenarchief archive = history();
  const Lijsten pieces{{}, {{"", "02", "02A05", "82", 1000, Variant::output}}};
  EXPECT_EQ(codes(april_regel({{"ProductTarief", "77777"}, {"IngediendBedrag/Bedrag", "622216"}}), archive, pieces),
            Codes{"TR418"});
  EXPECT_EQ(codes(april_regel({{"ProductTarief", "1000"}, {"IngediendBedrag/Bedrag", "8000"}}), archive, pieces),
            Codes{});
}

/// IV085: a credit line copies what was granted, whatever the list says by now.
TEST(Niveau4, TR418NotForCreditLines) {
  const Berichtenarchief archive = history();
  Boom message =
      declaratie("D4", "DN4", "2023-04-01", "2023-04-30",
                 {regel("R4", "2023-03-01", "2023-03-31") +
                  Waarden{{"ProductReferentie/VorigReferentieNummer", "R3"}, {"IngediendBedrag/DebetCredit", "C"}}});
  set_total(message);
  EXPECT_EQ(codes(message, archive, {{}, {{"", "02", "02A05", "04", 6000, Variant::inspanning}}}), Codes{});
  EXPECT_EQ(codes(message, archive, {{}, {{"", "09", "09A01", "04", 6000, Variant::inspanning}}}), Codes{});
}

TEST(Niveau4, TR346NotForCreditLines) {
  Berichtenarchief archive = history();
  const Waarden minutes = regel("R2", "2023-02-01", "2023-02-28") + Waarden{{"GeleverdVolume", "30"},
                                                                            {"Eenheid", "01"},
                                                                            {"ProductTarief", "146"},
                                                                            {"IngediendBedrag/Bedrag", "4368"}};
  archive.add(declaratie("D2", "DN2", "2023-03-01", "2023-03-31", {minutes}));
  archive.add(declaratieantwoord("A2", "D2", "DN2", "8001"));
  Boom message = declaratie("D4", "DN4", "2023-04-01", "2023-04-30",
                            {minutes + Waarden{{"ProductReferentie/ReferentieNummer", "R4"},
                                               {"ProductReferentie/VorigReferentieNummer", "R2"},
                                               {"IngediendBedrag/DebetCredit", "C"}}});
  set_total(message);
  EXPECT_EQ(codes(message, archive, {{}, {{"", "02", "02A05", "04", 9000, Variant::inspanning}}}), Codes{});
}

TEST(Niveau4, TR346HoursInMinutes) {
  const Berichtenarchief archive = history();
  const Lijsten lists{{}, {{"", "02", "02A05", "04", 8735, Variant::inspanning}}};
  const auto minutes = [&](const std::string& tarief, const std::string& bedrag) {
    return codes(april_regel({{"GeleverdVolume", "30"},
                              {"Eenheid", "01"},
                              {"ProductTarief", tarief},
                              {"IngediendBedrag/Bedrag", bedrag}}),
                 archive, lists);
  };
  EXPECT_EQ(minutes("146", "4368"), Codes{});
  EXPECT_EQ(minutes("146", "4380"), Codes{"TR346"});  // 30 times the rounded tariff of a minute
  EXPECT_EQ(minutes("146", "4367"), Codes{"TR346"});
  EXPECT_EQ(minutes("145", "4368"), Codes{"TR418"});
}

/// An empty list is no list: then nothing is asked.
TEST(Niveau4, WithoutListsAndDayItIsSilent) {
  Boom message = april_regel({{"ProductTarief", "1"}});
  put(message, {{"Header/Ontvanger", "0000"}});
  const Berichtenarchief none;
  const Lijsten empty;
  for (const auto& b : judge(message, {4, nullptr, &empty, std::nullopt})) ADD_FAILURE() << shown(b);
  EXPECT_EQ(codes(message, none, empty), Codes{"TR338"});
}

}  // namespace
}  // namespace zorgkader::iwmo
