// Level 3, declarations: limits with their figures, what counts in a total, credit lines.
#include <gmock/gmock.h>

#include "geschiedenis.hpp"

namespace zorgkader::iwmo {
namespace {

using testing::ElementsAre;

/// One toewijzing with number 7 and this product and Omvang, until the end of the year.
Boom seven(const Waarden& product_en_omvang) {
  Boom out = toewijzingen("T7");
  for (int i = 6; i >= 2; --i) put(out, {{kProduct + "[" + std::to_string(i) + "]", "-"}});
  put(out, {{kProduct + "[1]/Omvang", "-"}, {kProduct + "[1]/ToewijzingNummer", "7"}});
  put(out, below(kProduct + "[1]", Waarden{{"Einddatum", "2023-12-31"}} + product_en_omvang));
  return out;
}

Berichtenarchief with_seven(const Waarden& product_en_omvang) {
  Berichtenarchief out;
  out.add(seven(product_en_omvang));
  return out;
}

Waarden line(const std::string& referentie, const Waarden& change) {
  return regel(referentie, "2023-04-01", "2023-04-30") + change;
}

Waarden hours(int volume, const std::string& toewijzing, const std::string& categorie, const std::string& code) {
  return {{"ToewijzingNummer", toewijzing},
          {"ProductCategorie", categorie},
          {"ProductCode", code},
          {"GeleverdVolume", std::to_string(volume)},
          {"IngediendBedrag/Bedrag", std::to_string(volume * 5000)}};
}

Boom of_april(const std::vector<Waarden>& lines) {
  Boom out = declaratie("D4", "DN4", "2023-04-01", "2023-04-30", lines);
  set_total(out);
  return out;
}

Waarden credit(const std::string& referentie, const std::string& vorig) {
  return regel(referentie, "2023-03-01", "2023-03-31") +
         Waarden{{"ProductReferentie/VorigReferentieNummer", vorig}, {"IngediendBedrag/DebetCredit", "C"}};
}

TEST(Niveau3, TR321SaysTheFiguresAndWhatFits) {
  const auto archive = with_seven(product("01", "01A03") + omvang("3", "04", "2"));
  const auto all = found(of_april({line("R41", hours(20, "7", "01", "01A03"))}), archive, {});
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].code, "TR321");
  EXPECT_EQ(all[0].tekst,
            "Van 2023-04-01 tot en met 2023-04-30 is 20 uur gedeclareerd op toewijzing 7; ten hoogste kan 18 uur "
            "(6 weken x 3 uur).");
  const std::string at = "Bericht/" + kRegel + "[1]/";
  EXPECT_THAT(
      all[0].wijzigingen,
      ElementsAre(Wijziging{Wijziging::Actie::zet, at + "GeleverdVolume", "18"},
                  Wijziging{Wijziging::Actie::zet, at + "IngediendBedrag/Bedrag", "90000"},
                  Wijziging{Wijziging::Actie::zet, "Bericht/Declaratie/TotaalIngediendBedrag/TotaalBedrag", "90000"}));
}

TEST(Niveau3, TR321MinutesAreComparedWithHours) {
  const auto archive = with_seven(product("02", "02A05") + omvang("3", "04", "2"));
  const Waarden minutes{{"Eenheid", "01"}, {"ProductTarief", "83"}};
  const auto in_minutes = [&](int minuten) {
    return of_april({line("R41", hours(0, "7", "02", "02A05") + minutes +
                                     Waarden{{"GeleverdVolume", std::to_string(minuten)},
                                             {"IngediendBedrag/Bedrag", std::to_string((5000 * minuten + 30) / 60)}})});
  };
  EXPECT_EQ(codes(in_minutes(900), archive), Codes{});  // five weeks of three hours
  const auto all = found(in_minutes(901), archive);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].tekst,
            "Van 2023-04-01 tot en met 2023-04-30 is 15 uur en 1 minuut gedeclareerd op toewijzing 7; ten hoogste kan "
            "15 uur (5 weken x 3 uur).");
  EXPECT_EQ(all[0].wijzigingen.at(0).waarde, "900");
}

TEST(Niveau3, TR321FollowsTheVariantOfTheContract) {
  const auto archive = with_seven(product("06", "06A01") + omvang("4", "84", "2"));
  const auto pieces = [](int volume) {
    return of_april({line("R41", hours(volume, "7", "06", "06A01") + Waarden{{"Eenheid", "84"}})});
  };
  Lijsten lists{{}, {{"", "06", "06A01", "84", 5000, Variant::inspanning}}};
  EXPECT_EQ(codes(pieces(20), archive, lists), Codes{});  // weeks 13 to 17
  EXPECT_EQ(codes(pieces(21), archive, lists), Codes{"TR321"});
  lists.producten[0].variant = Variant::output;
  EXPECT_EQ(codes(pieces(20), archive, lists), Codes{});  // Sundays 2, 9, 16, 23, 30
  EXPECT_EQ(codes(pieces(21), archive, lists), Codes{"TR321"});
  Boom march = pieces(17);
  put(march, {{kRegel + "[1]/ProductPeriode/Begindatum", "2023-03-01"},
              {kRegel + "[1]/ProductPeriode/Einddatum", "2023-03-31"}});
  EXPECT_EQ(codes(march, archive, lists), Codes{"TR321"});  // four Sundays
  lists.producten[0].variant = Variant::inspanning;
  EXPECT_EQ(codes(march, archive, lists), Codes{});  // five weeks
}

TEST(Niveau3, TR341IsAloneWhenTheUnitIsWrong) {
  const auto archive = with_seven(product("02", "02A05") + omvang("3", "04", "2"));
  EXPECT_EQ(codes(of_april({line("R41", hours(999, "7", "02", "02A05") + Waarden{{"Eenheid", "14"}})}), archive),
            Codes{"TR341"});
}

TEST(Niveau3, TR341TakesTheUnitOfTheContractWhereTheToewijzingHasNone) {
  const Berichtenarchief archive = history();
  const Waarden budget = hours(1, "2", "03", "03A01");
  EXPECT_EQ(codes(of_april({line("R41", budget)}), archive), Codes{"TR341"});  // 83 by the list
  EXPECT_EQ(codes(of_april({line("R41", budget)}), archive, {}), Codes{});
}

/// Of 20 hours in all: the first line is refused for its product, so the second has them all.
TEST(Niveau3, TR322ARefusedLineDoesNotCount) {
  const Berichtenarchief archive = history();
  Waarden february = regel("R41", "2023-02-01", "2023-02-28") + hours(15, "6", "06", "06A01");
  EXPECT_EQ(codes(of_april({february, line("R42", hours(20, "6", "07", "07A01"))}), archive, {}),
            (Codes{"TR339", "TR340"}));
  february = regel("R41", "2023-02-01", "2023-02-28") + hours(15, "6", "07", "07A01");
  EXPECT_EQ(codes(of_april({february, line("R42", hours(20, "6", "07", "07A01"))}), archive), Codes{"TR322"});
}

/// March is declared already and refused for that, so April fits.
TEST(Niveau3, TR322ALineThatWasDeclaredBeforeDoesNotCount) {
  Berichtenarchief archive = history();
  archive.add(declaratie("D2", "DN2", "2023-03-01", "2023-03-31",
                         {regel("R2", "2023-03-01", "2023-03-31") + hours(5, "6", "07", "07A01")}));
  const Waarden again = regel("R41", "2023-03-01", "2023-03-31") + hours(15, "6", "07", "07A01");
  EXPECT_EQ(codes(of_april({again, line("R42", hours(15, "6", "07", "07A01"))}), archive), Codes{"TR389"});
}

TEST(Niveau3, TR322SaysWhatIsLeft) {
  Berichtenarchief archive = history();
  archive.add(declaratie("D2", "DN2", "2023-03-01", "2023-03-31",
                         {regel("R2", "2023-03-01", "2023-03-31") + hours(13, "6", "07", "07A01")}));
  const auto all = found(of_april({line("R41", hours(8, "6", "07", "07A01"))}), archive);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].wijzigingen.at(0).waarde, "7");
  EXPECT_EQ(all[0].wijzigingen.at(1).waarde, "35000");
}

TEST(Niveau3, TR322OverWeeksCountsThemAll) {
  auto archive = with_seven(product("02", "02A05") + omvang("3", "04", "2") + Waarden{{"Einddatum", "2023-05-07"}} +
                            Waarden{{"Ingangsdatum", "2023-03-27"}});  // six weeks, 18 hours
  archive.add(declaratie("D3", "DN3", "2023-03-01", "2023-03-31",
                         {regel("R3", "2023-03-27", "2023-03-31") + hours(3, "7", "02", "02A05")}));
  EXPECT_EQ(codes(of_april({line("R41", hours(15, "7", "02", "02A05"))}), archive), Codes{});
  archive.add(declaratie("D9", "DN9", "2023-03-01", "2023-03-31",
                         {regel("R9", "2023-05-01", "2023-05-07") + hours(3, "7", "02", "02A05")}));
  const auto all = found(of_april({line("R41", hours(15, "7", "02", "02A05"))}), archive);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(
      all[0].tekst,
      "Met deze regel is op toewijzing 7 21 uur gedeclareerd; over de hele looptijd kan 18 uur (6 weken x 3 uur).");
}

TEST(Niveau3, TR369LeavesWhatFits) {
  const Berichtenarchief archive = history();
  Waarden over = line("R41", {{"ToewijzingNummer", "3"},
                              {"ProductCategorie", "04"},
                              {"ProductCode", "04A01"},
                              {"GeleverdVolume", "6000"},
                              {"Eenheid", "83"},
                              {"IngediendBedrag/Bedrag", "6000"}});
  std::erase_if(over, [](const auto& v) { return v.first == "ProductTarief"; });
  const auto all = found(of_april({over}), archive, {});
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].tekst, "Met deze regel is op toewijzing 3 60,00 euro gedeclareerd; het Budget is 50,00 euro.");
  EXPECT_EQ(all[0].wijzigingen.at(0).waarde, "5000");
  EXPECT_EQ(codes(of_april({over}), archive, {}), Codes{"TR369"});
}

/// OP366: a good credit line makes room, one that is refused does not.
TEST(Niveau3, TR389CreditLinesThatAreRefusedTakeNothingBack) {
  const Berichtenarchief archive = history();
  const Waarden again = regel("R7", "2023-03-01", "2023-03-31") + hours(9, "1", "02", "02A05");
  EXPECT_EQ(codes(of_april({credit("R6", "R3"), again}), archive), Codes{});
  EXPECT_EQ(codes(of_april({again, credit("R6", "R3")}), archive), Codes{});
  const Waarden other{{"GeleverdVolume", "7"}, {"IngediendBedrag/Bedrag", "35000"}};
  EXPECT_EQ(codes(of_april({credit("R6", "R3") + other, again}), archive), (Codes{"TR323", "TR389"}));
}

TEST(Niveau3, TR322CreditLinesMakeRoom) {
  Berichtenarchief archive = history();
  const Waarden march = regel("R2", "2023-03-01", "2023-03-31") + hours(20, "6", "07", "07A01");
  archive.add(declaratie("D2", "DN2", "2023-03-01", "2023-03-31", {march}));
  archive.add(declaratieantwoord("A2", "D2", "DN2", "8001"));
  const Waarden own = line("R41", hours(20, "6", "07", "07A01"));
  EXPECT_EQ(codes(of_april({own}), archive), Codes{"TR322"});
  const Waarden back = credit("R40", "R2") + hours(20, "6", "07", "07A01");
  EXPECT_EQ(codes(of_april({own, back}), archive), Codes{});
}

TEST(Niveau3, TR323SaysWhyALineCannotBeCredited) {
  const Berichtenarchief archive = history();
  const auto why = [&](const Waarden& change) {
    const auto all = found(of_april({credit("R6", "R3") + change}), archive);
    return all.empty() ? "" : all[0].code + " " + all[0].tekst;
  };
  EXPECT_EQ(why({}), "");
  EXPECT_EQ(why({{"ProductReferentie/VorigReferentieNummer", "R0"}}),
            "TR323 Regel R0 kan niet gecrediteerd worden: die is niet gedeclareerd.");
  EXPECT_EQ(why({{"ProductTarief", "4999"}}),
            "TR323 Regel R3 kan niet gecrediteerd worden: daarvan zijn andere waarden gedeclareerd.");
  Boom other = of_april({credit("R6", "R3")});
  put(other, {{"Declaratie/Clienten/Client[1]/Bsn", "999900018"}});
  EXPECT_EQ(codes(other, archive), Codes{"TR323"});  // and not TR304: a credit line is compared with its debit line
  Boom elsewhere = of_april({credit("R6", "R3")});
  put(elsewhere, {{"Header/Ontvanger", "9998"}});
  EXPECT_EQ(codes(elsewhere, archive, {}), Codes{"TR323"});
}

TEST(Niveau3, TR338IsAloneWhenTheToewijzingIsOfAnotherProvider) {
  const Berichtenarchief archive = history();
  Boom message = of_april({line("R41", hours(99, "1", "05", "05A01"))});
  put(message, {{"Header/Afzender", "42420002"}});
  EXPECT_EQ(codes(message, archive), Codes{"TR338"});
}

/// Of a toewijzing of another provider only TR338 speaks, whoever its client is: the other lines are judged.
TEST(Niveau3, TR304LeavesAnotherProviderToTR338) {
  Berichtenarchief archive = history();
  Boom elsewhere = toewijzingen("T9");
  put(elsewhere, {{"Client/Bsn", "999900018"}, {"Header/Ontvanger", "42420002"}});
  for (int i = 1; i <= 6; ++i)
    put(elsewhere, {{kProduct + "[" + std::to_string(i) + "]/ToewijzingNummer", std::to_string(10 + i)}});
  archive.add(elsewhere);
  const auto all = found(of_april({line("R41", {}), line("R42", hours(8, "11", "02", "02A05"))}), archive);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].code, "TR338");
  EXPECT_EQ(all[0].pad, "Bericht/" + kRegel + "[2]/ToewijzingNummer");
}

TEST(Niveau3, TR314LooksAcrossClients) {
  Berichtenarchief archive = history();
  Boom other = toewijzingen("T9");
  put(other, {{"Client/Bsn", "999900018"}});
  for (int i = 1; i <= 6; ++i)
    put(other, {{kProduct + "[" + std::to_string(i) + "]/ToewijzingNummer", std::to_string(10 + i)}});
  archive.add(other);
  Boom message = of_april({line("R41", {})});
  put(message, {{"Declaratie/Clienten/Client[2]/Bsn", "999900018"}});
  put(message,
      below("Declaratie/Clienten/Client[2]/Prestaties/Prestatie[1]", line("R42", {{"ToewijzingNummer", "11"}})));
  set_total(message);
  EXPECT_EQ(codes(message, archive), Codes{});
  put(message, {{"Declaratie/Clienten/Client[2]/Prestaties/Prestatie[1]/ProductReferentie/ReferentieNummer", "R41"}});
  EXPECT_EQ(codes(message, archive), Codes{"TR314"});
}

TEST(Niveau3, TR318ARefusedDeclarationMovesNoLimit) {
  Berichtenarchief archive = history();
  archive.add(declaratie("D5", "DN5", "2023-05-01", "2023-05-31", {regel("R5", "2023-02-01", "2023-02-28")}));
  EXPECT_EQ(codes(of_april({line("R41", {})}), archive), Codes{"TR318"});
  archive.add(declaratieantwoord("A5", "D5", "DN5", "9333"));
  EXPECT_EQ(codes(of_april({line("R41", {})}), archive), Codes{});
}

TEST(Niveau3, TR385WhatWasCreditedIsNoHindrance) {
  Berichtenarchief archive = history();
  Boom next = toewijzingen("T2");
  put(next, {{kProduct + "[1]/RedenWijziging", "13"}, {kProduct + "[1]/Einddatum", "2023-01-10"}});
  EXPECT_EQ(codes(next, archive), Codes{"TR385"});
  archive.add(declaratie("D5", "DN5", "2023-04-01", "2023-04-30", {credit("C1", "R3")}));
  EXPECT_EQ(codes(next, archive), Codes{});
}

/// An answer is about the lines of one declaration, to one municipality.
TEST(Niveau3, AntwoordGaatOverEenDeclaratie) {
  Berichtenarchief archive = history();
  archive.add(of_april({line("R41", {})}));
  Boom answer = declaratieantwoord("A9", "D3", "DN3", "0200");
  put(answer, below("DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1]",
                    regel("R3", "2023-03-01", "2023-03-31") + Waarden{{"RetourCodes/RetourCode", "9338"}}));
  put(answer, {{"DeclaratieAntwoord/Clienten/Client[1]/Bsn", "999900006"},
               {"DeclaratieAntwoord/Clienten/Client[1]/RetourCodes/RetourCode", "0200"},
               {"DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag", "0"}});
  const std::string place = "DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1]/";
  expect_all(answer, archive,
             {{"TR366", {{place + "ProductReferentie/ReferentieNummer", "R41"}}},
              {"TR376", {{"DeclaratieAntwoord/DeclaratieNummer", "DN4"}}},
              {"TR367", {{place + "ProductTarief", "-"}}},
              {"TR367",
               {{place + "ProductReferentie/VorigReferentieNummer", "R1"},
                {place + "IngediendBedrag/DebetCredit", "C"},
                {"DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag", "80000"}}}});
  put(answer, {{"Header/Afzender", "9998"}});
  EXPECT_EQ(codes(answer, archive, {}), Codes{"TR337"});
  put(answer, {{place + "ProductTarief", "-"}});
  EXPECT_EQ(codes(answer, archive, {}), Codes{"TR337"});
}

}  // namespace
}  // namespace zorgkader::iwmo
