// Levels 3 and 4: one good message of each kind after a history, and one change for every rule.
#include <gmock/gmock.h>

#include "geschiedenis.hpp"

namespace zorgkader::iwmo {
namespace {

TEST(Niveau3, Toewijzing) {
  Berichtenarchief archive = history();
  Boom next = toewijzingen("T2");
  for (int i = 1; i <= 6; ++i) put(next, {{kProduct + "[" + std::to_string(i) + "]/Toewijzingsdatum", "2023-01-04"}});
  expect_all(next, archive,
             {{"TR056", {{"Header/BerichtIdentificatie/Identificatie", "T1"}}},
              {"TR332 TR381", {{kProduct + "[1]/Product/Code", "02A06"}, {kProduct + "[1]/Product/Categorie", "02"}}},
              {"TR332", {{"Client/Bsn", "999900018"}}},
              {"TR379", {{kProduct + "[1]/ReferentieAanbieder", "ONBEKEND"}}},
              {"TR385", {{kProduct + "[1]/RedenWijziging", "13"}, {kProduct + "[1]/Einddatum", "2023-01-10"}}},
              {"", {{kProduct + "[6]/RedenWijziging", "13"}, {kProduct + "[6]/Einddatum", "2023-01-10"}}}});
}

TEST(Niveau3, ToewijzingNaVerzoek) {
  Berichtenarchief archive = history();
  archive.add(verzoek("V1", "REF1"));
  Boom next = toewijzingen("T2");
  put(next, {{kProduct + "[1]/ReferentieAanbieder", "REF1"}});
  EXPECT_EQ(codes(next, archive), std::set<std::string>{});
}

TEST(Niveau3, Start) {
  const Berichtenarchief archive = history();
  const std::string line = "Client/StartProducten/StartProduct";
  expect_all(start("S9", "6", "2023-03-06"), archive,
             {{"TR019", {{line + "/ToewijzingNummer", "99"}}},
              {"TR019", {{"Client/Bsn", "999900018"}}},
              {"TR326", {{line + "/ToewijzingNummer", "1"}}},
              {"TR074", {{line + "/Begindatum", "2023-01-12"}}},
              {"TR063", {{line + "/StatusAanlevering", "3"}}},
              {"TR071", {{line + "/StatusAanlevering", "3"}, {line + "/Begindatum", "2023-01-12"}}},
              {"",
               {{line + "/StatusAanlevering", "3"},
                {line + "/Begindatum", "2023-01-12"},
                {line + "/ToewijzingNummer", "1"}}}});
}

TEST(Niveau3, Stop) {
  const Berichtenarchief archive = history();
  const std::string line = "Client/StopProducten/StopProduct";
  expect_all(stop("E9", "6", "2023-01-12", "19", "2023-03-01"), archive,
             {{"TR413", {{line + "/RedenBeeindiging", "20"}, {line + "/Einddatum", "2023-03-02"}}},
              {"TR414", {{line + "/Einddatum", "2023-02-28"}}},
              {"TR415", {{line + "/ToewijzingNummer", "5"}, {line + "/Einddatum", "2023-03-02"}}},
              {"TR382", {{line + "/Begindatum", "2023-01-13"}}},
              {"TR019 TR382", {{line + "/ToewijzingNummer", "99"}}},
              {"TR074", {{line + "/RedenBeeindiging", "20"}}},
              {"", {{line + "/ToewijzingNummer", "1"}, {line + "/Einddatum", "2023-04-01"}}}});
}

TEST(Niveau3, VerzoekOmToewijzing) {
  Berichtenarchief archive = history();
  archive.add(verzoek("V0", "OUD", "999900018"));
  archive.add(verzoek("V1", "AF"));
  archive.add(antwoord("N1", "AF", "1"));
  expect_all(verzoek("V9", "NIEUW"), archive,
             {{"TR347", {{"Client/AangevraagdeProducten/AangevraagdProduct[1]/ReferentieAanbieder", "AF"}}},
              {"TR374", {{"Client/Bsn", "999900018"}}}});
}

TEST(Niveau3, VerzoekOmWijziging) {
  Berichtenarchief archive = history();
  Boom other = toewijzingen("T3");
  put(other, {{"Client/Bsn", "999900018"}});
  for (int i = 1; i <= 6; ++i)
    put(other, {{kProduct + "[" + std::to_string(i) + "]/ToewijzingNummer", std::to_string(10 + i)}});
  archive.add(other);
  const std::string same = "Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct",
                    change = "Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct",
                    fresh = "Client/Verzoek/NieuweProducten/NieuwProduct[1]";
  const auto new_product = [&](const std::string& categorie) {
    return below(fresh, Waarden{{"Product/Categorie", categorie},
                                {"GewensteIngangsdatum", "2023-06-01"},
                                {"Einddatum", "2023-12-31"},
                                {"Budget", "100"}});
  };
  expect_all(wijziging(), archive,
             {{"TR349", {{same + "[3]", "-"}}},
              {"TR350", {{same + "[4]/ToewijzingNummer", "5"}}},
              {"TR350 TR304", {{same + "[4]/ToewijzingNummer", "15"}}},
              {"TR304", {{same + "[4]/ToewijzingNummer", "11"}}},
              {"TR351", {{change + "[2]/ToewijzingNummer", "99"}, {change + "[2]/GewensteIngangsdatum", "2023-06-01"}}},
              {"TR357", {{change + "[1]/GewensteIngangsdatum", "2023-05-02"}}},
              {"", {{change + "[1]/GewensteIngangsdatum", "2023-01-10"}}},
              {"TR361", new_product("02")},
              {"", new_product("09")},
              {"TR373",
               {{same + "[1]/ToewijzingNummer", "3"},
                {same + "[2]/ToewijzingNummer", "6"},
                {same + "[3]", "-"},
                {change + "[2]/ToewijzingNummer", "2"},
                {change + "[2]/GewensteIngangsdatum", "2023-06-01"},
                {change + "[2]/Einddatum", "2023-12-31"},
                {change + "[2]/Budget", "5"}}},
              {"TR412",
               {{same + "[1]/ToewijzingNummer", "3"},
                {same + "[2]/ToewijzingNummer", "6"},
                {same + "[3]", "-"},
                {change + "[2]/ToewijzingNummer", "2"},
                {change + "[2]/GewensteIngangsdatum", "2023-06-01"},
                {change + "[2]/Omvang/Volume", "1"},
                {change + "[2]/Omvang/Eenheid", "04"},
                {change + "[2]/Omvang/Frequentie", "4"}}},
              {"TR411", {{change + "[1]/Omvang", "-"}}}});
}

TEST(Niveau3, EenVerzoekTegelijk) {
  Berichtenarchief archive = history();
  archive.add(verzoek("V1", "W1"));
  EXPECT_EQ(codes(wijziging(), archive), (std::set<std::string>{"TR347", "TR374"}));
  archive.add(antwoord("N1", "W1", "2"));
  EXPECT_EQ(codes(wijziging(), archive), (std::set<std::string>{"TR347", "TR374"}));
  archive.add(antwoord("N2", "W1", "1"));
  EXPECT_EQ(codes(wijziging(), archive), (std::set<std::string>{"TR347"}));
}

TEST(Niveau3, WijzigingZonderProduct) {
  Berichtenarchief archive;
  Boom generic = toewijzingen();
  for (int i = 6; i >= 2; --i) put(generic, {{kProduct + "[" + std::to_string(i) + "]", "-"}});
  put(generic, {{kProduct + "[1]/Product", "-"}, {kProduct + "[1]/Omvang", "-"}, {kProduct + "[1]/Budget", "5000"}});
  archive.add(generic);
  Boom message = wijziging();
  put(message, {{"Client/Verzoek/OngewijzigdeProducten", "-"}});
  EXPECT_EQ(codes(message, archive), (std::set<std::string>{"TR375", "TR412"}));
}

TEST(Niveau3, Antwoord) {
  Berichtenarchief archive = history();
  archive.add(verzoek("V1", "OPEN"));
  archive.add(verzoek("V2", "BEZIG"));
  archive.add(antwoord("N2", "BEZIG", "2"));
  archive.add(verzoek("V3", "AF"));
  archive.add(antwoord("N3", "AF", "1"));
  archive.add(verzoek("V4", "TOE"));
  Boom granted = toewijzingen("T4");
  put(granted, {{kProduct + "[1]/ReferentieAanbieder", "TOE"}});
  archive.add(granted);
  const std::string reference = "Antwoord/ReferentieAanbieder";
  expect_all(
      antwoord("N9", "OPEN", "1"), archive,
      {{"TR355", {{reference, "ONBEKEND"}}},
       {"TR359", {{reference, "TOE"}}},
       {"", {{reference, "BEZIG"}}},
       {"TR360", {{reference, "BEZIG"}, {"Antwoord/VerzoekAntwoord", "2"}, {"Antwoord/RedenAfwijzingVerzoek", "-"}}},
       {"TR365", {{reference, "AF"}}},
       {"", {{"Antwoord/VerzoekAntwoord", "2"}, {"Antwoord/RedenAfwijzingVerzoek", "-"}}}});
}

TEST(Niveau3, Prestatie) {
  const Berichtenarchief archive = history();
  const std::string line = kRegel + "[1]";
  Boom good = april();
  set_total(good);
  expect_all(
      good, archive,
      {{"TR304", {{"Declaratie/Clienten/Client[1]/Bsn", "999900018"}}},
       {"TR307",
        {{line + "/ProductPeriode/Begindatum", "2023-01-01"}, {line + "/ProductPeriode/Einddatum", "2023-01-31"}}},
       {"", {{line + "/ProductPeriode/Begindatum", "2023-01-10"}, {line + "/ProductPeriode/Einddatum", "2023-01-31"}}},
       {"TR387", {{line + "/ProductPeriode/Begindatum", "2023-04-02"}}},
       {"TR388", {{line + "/ProductPeriode/Einddatum", "2023-04-29"}}},
       {"TR338", {{line + "/ToewijzingNummer", "99"}}},
       {"TR339 TR381", {{line + "/ProductCategorie", "09"}}},
       {"TR339 TR340",
        {{line + "/ProductCode", "05A01"}, {line + "/ProductCategorie", "05"}, {line + "/ToewijzingNummer", "1"}}},
       {"TR341", {{line + "/Eenheid", "14"}}},
       {"TR308 TR384",
        {{line + "/ToewijzingNummer", "4"}, {line + "/ProductCategorie", "05"}, {line + "/ProductCode", "05A01"}}},
       {"TR321", {{line + "/GeleverdVolume", "11"}, {line + "/IngediendBedrag/Bedrag", "55000"}}},
       {"", {{line + "/GeleverdVolume", "10"}, {line + "/IngediendBedrag/Bedrag", "50000"}}},
       {"",
        {{line + "/GeleverdVolume", "600"},
         {line + "/Eenheid", "01"},
         {line + "/ProductTarief", "83"},
         {line + "/IngediendBedrag/Bedrag", "50000"}}},
       {"TR321",
        {{line + "/GeleverdVolume", "601"},
         {line + "/Eenheid", "01"},
         {line + "/ProductTarief", "83"},
         {line + "/IngediendBedrag/Bedrag", "50083"}}},
       {"TR346",
        {{line + "/GeleverdVolume", "600"},
         {line + "/Eenheid", "01"},
         {line + "/ProductTarief", "83"},
         {line + "/IngediendBedrag/Bedrag", "49800"}}},
       {"TR346", {{line + "/IngediendBedrag/Bedrag", "40001"}}},
       {"TR418", {{line + "/ProductTarief", "5001"}, {line + "/IngediendBedrag/Bedrag", "40008"}}}});
}

TEST(Niveau3, VervallenEnBeeindigd) {
  const Berichtenarchief archive = history();
  const std::string line = kRegel + "[1]";
  const Waarden five{{line + "/ToewijzingNummer", "5"}, {line + "/ProductCategorie", "06"},
                     {line + "/ProductCode", "06A01"},  {line + "/Eenheid", "84"},
                     {line + "/ProductTarief", "1000"}, {line + "/IngediendBedrag/Bedrag", "8000"}};
  Boom over = april();
  put(over, five);
  set_total(over);
  EXPECT_EQ(codes(over, archive), (std::set<std::string>{"TR308"}));
}

TEST(Niveau3, Declaratie) {
  const Berichtenarchief archive = history();
  Boom good = april();
  set_total(good);
  const std::string line = kRegel + "[1]", second = kRegel + "[2]";
  const auto again = [&](const std::string& referentie) {
    Waarden out = below(second, regel(referentie, "2023-02-01", "2023-02-28"));
    return out;
  };
  expect_all(
      good, archive,
      {{"TR314", {{line + "/ProductReferentie/ReferentieNummer", "R3"}}},
       {"", again("R5")},
       {"TR333", {{"Declaratie/DeclaratieNummer", "DN3"}}},
       {"TR318",
        {{"Declaratie/DeclaratiePeriode/Begindatum", "2023-02-01"},
         {"Declaratie/DeclaratiePeriode/Einddatum", "2023-02-28"},
         {line + "/ProductPeriode/Begindatum", "2023-02-01"},
         {line + "/ProductPeriode/Einddatum", "2023-02-28"}}},
       {"TR389",
        {{line + "/ProductPeriode/Begindatum", "2023-03-01"}, {line + "/ProductPeriode/Einddatum", "2023-03-31"}}},
       {"TR323", below(second, regel("R6", "2023-03-01", "2023-03-31") +
                                   Waarden{{"ProductReferentie/VorigReferentieNummer", "ONBEKEND"},
                                           {"IngediendBedrag/DebetCredit", "C"}})},
       {"TR323", below(second, regel("R6", "2023-03-01", "2023-03-31") +
                                   Waarden{{"ProductReferentie/VorigReferentieNummer", "R3"},
                                           {"GeleverdVolume", "7"},
                                           {"IngediendBedrag/Bedrag", "35000"},
                                           {"IngediendBedrag/DebetCredit", "C"}})},
       {"", below(second,
                  regel("R6", "2023-03-01", "2023-03-31") + Waarden{{"ProductReferentie/VorigReferentieNummer", "R3"},
                                                                    {"IngediendBedrag/DebetCredit", "C"}}) +
                below(kRegel + "[3]", regel("R7", "2023-03-01", "2023-03-31") +
                                          Waarden{{"GeleverdVolume", "9"}, {"IngediendBedrag/Bedrag", "45000"}})}});
}

TEST(Niveau3, TweemaalCrediteren) {
  Berichtenarchief archive = history();
  const Waarden credit =
      regel("C1", "2023-03-01", "2023-03-31") +
      Waarden{{"ProductReferentie/VorigReferentieNummer", "R3"}, {"IngediendBedrag/DebetCredit", "C"}};
  archive.add(declaratie("D5", "DN5", "2023-03-01", "2023-03-31", {credit}));
  Boom again = declaratie("D6", "DN6", "2023-04-01", "2023-04-30", {credit});
  put(again, {{kRegel + "[1]/ProductReferentie/ReferentieNummer", "C2"}});
  set_total(again);
  EXPECT_EQ(codes(again, archive), (std::set<std::string>{"TR390"}));
  Boom refused = declaratieantwoord("A5", "D5", "DN5", "0200");
  put(refused, below("DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1]", credit));
  put(refused, {{"DeclaratieAntwoord/Clienten/Client[1]/Bsn", "999900006"}});
  archive.add(refused);
  EXPECT_EQ(codes(again, archive), std::set<std::string>{});
}

TEST(Niveau3, EenCreditregelWachtOpAntwoord) {
  Berichtenarchief archive = history();
  archive.add(april());
  const Waarden credit =
      regel("C1", "2023-04-01", "2023-04-30") +
      Waarden{{"ProductReferentie/VorigReferentieNummer", "R4"}, {"IngediendBedrag/DebetCredit", "C"}};
  Boom message = declaratie("D6", "DN6", "2023-04-01", "2023-04-30", {credit});
  set_total(message);
  EXPECT_EQ(codes(message, archive), (std::set<std::string>{"TR323"}));
  archive.add(declaratieantwoord("A4", "D4", "DN4", "8001"));
  EXPECT_EQ(codes(message, archive), std::set<std::string>{});
}

/// 20 hours in all on 6 and 1.000 euro on 2; the line that goes over is refused, a smaller one after it fits.
TEST(Niveau3, OverDeLooptijd) {
  const Berichtenarchief archive = history();
  const auto six = [](const std::string& ref, const std::string& begin, const std::string& end,
                      const std::string& hours) {
    return regel(ref, begin, end) + Waarden{{"ToewijzingNummer", "6"},
                                            {"ProductCategorie", "07"},
                                            {"ProductCode", "07A01"},
                                            {"GeleverdVolume", hours},
                                            {"IngediendBedrag/Bedrag", std::to_string(std::stoi(hours) * 5000)}};
  };
  Boom message = declaratie("D4", "DN4", "2023-04-01", "2023-04-30",
                            {six("R41", "2023-02-01", "2023-02-28", "12"), six("R42", "2023-03-01", "2023-03-31", "9"),
                             six("R43", "2023-04-01", "2023-04-30", "8")});
  set_total(message);
  const auto found = judge(message, {4, &archive, &lijsten(), kNu});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, "TR322");
  EXPECT_EQ(found[0].pad, "Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[2]/GeleverdVolume");
  EXPECT_EQ(found[0].tekst, "Met deze regel is op toewijzing 6 21 uur gedeclareerd; over de hele looptijd kan 20 uur.");
}

TEST(Niveau3, Budget) {
  const Berichtenarchief archive = history();
  const auto two = [](const std::string& ref, const std::string& begin, const std::string& end,
                      const std::string& cents) {
    Waarden out = regel(ref, begin, end) + Waarden{{"ToewijzingNummer", "2"}, {"ProductCategorie", "03"},
                                                   {"ProductCode", "03A01"},  {"Eenheid", "83"},
                                                   {"GeleverdVolume", cents}, {"IngediendBedrag/Bedrag", cents}};
    std::erase_if(out, [](const auto& v) { return v.first == "ProductTarief"; });
    return out;
  };
  Boom message =
      declaratie("D4", "DN4", "2023-04-01", "2023-04-30",
                 {two("R41", "2023-02-01", "2023-02-28", "60000"), two("R42", "2023-03-01", "2023-03-31", "40000")});
  set_total(message);
  EXPECT_EQ(codes(message, archive), std::set<std::string>{});
  put(message, {{kRegel + "[2]/GeleverdVolume", "40001"}, {kRegel + "[2]/IngediendBedrag/Bedrag", "40001"}});
  set_total(message);
  EXPECT_EQ(codes(message, archive), (std::set<std::string>{"TR369"}));
}

TEST(Niveau3, Declaratieantwoord) {
  const Berichtenarchief archive = history();
  Boom good = declaratieantwoord("A9", "D3", "DN3", "0200");
  put(good, below("DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1]",
                  regel("R3", "2023-03-01", "2023-03-31") + Waarden{{"RetourCodes/RetourCode", "9338"}}));
  put(good, {{"DeclaratieAntwoord/Clienten/Client[1]/Bsn", "999900006"},
             {"DeclaratieAntwoord/Clienten/Client[1]/RetourCodes/RetourCode", "0200"},
             {"DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag", "0"}});
  const std::string line = "DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1]";
  expect_all(good, archive,
             {{"TR337", {{"Header/DeclaratieIdentificatie/Identificatie", "ANDERS"}}},
              {"TR371", {{"Header/XsdVersieDeclaratie/BerichtXsdVersie", "1.0.0"}}},
              {"TR376", {{"DeclaratieAntwoord/DeclaratieNummer", "ANDERS"}}},
              {"TR366", {{line + "/ProductReferentie/ReferentieNummer", "ANDERS"}}},
              {"TR367", {{line + "/GeleverdVolume", "9"}}},
              {"TR304", {{"DeclaratieAntwoord/Clienten/Client[1]/Bsn", "999900018"}}}});
}

TEST(Niveau4, Lijsten) {
  const Berichtenarchief archive = history();
  Boom next = toewijzingen("T2");
  expect_all(next, archive,
             {{"TR135", {{"Header/BerichtIdentificatie/Dagtekening", "2023-05-11"}}},
              {"TR378", {{"Header/Afzender", "1234"}}},
              {"TR381 TR332", {{kProduct + "[1]/Product/Code", "02A99"}}}});
}

/// Starts and stops are no condition for payment (OP364): the same declaration is good without any.
TEST(Niveau3, BetalenHangtNietAfVanStart) {
  Berichtenarchief archive;
  archive.add(toewijzingen());
  Boom message = april();
  set_total(message);
  EXPECT_EQ(codes(message, archive), std::set<std::string>{});
}

TEST(Niveau3, ZonderArchiefIsHetStil) {
  Boom message = april();
  put(message, {{kRegel + "[1]/ToewijzingNummer", "99"}});
  set_total(message);
  EXPECT_TRUE(judge(message, {4, nullptr, nullptr, std::nullopt}).empty());
}

}  // namespace
}  // namespace zorgkader::iwmo
