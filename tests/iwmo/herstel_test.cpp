// Remedies: where they say the change is, what changes along with it, and when there is only advice.
#include <gmock/gmock.h>

#include "geschiedenis.hpp"
#include "iwmo/voorbeelden.hpp"

namespace zorgkader::iwmo {
namespace {

using testing::ElementsAre;

constexpr Toetsgegevens kBinnen{2, nullptr, nullptr, std::nullopt};

Waarden april_line(const std::string& referentie, const Waarden& change) {
  return regel(referentie, "2023-04-01", "2023-04-30") + change;
}

Boom of_april(const std::vector<Waarden>& lines) {
  Boom out = declaratie("D4", "DN4", "2023-04-01", "2023-04-30", lines);
  set_total(out);
  return out;
}

Waarden hours(int volume, const std::string& toewijzing = "1", const std::string& categorie = "02",
              const std::string& code = "02A05") {
  return {{"ToewijzingNummer", toewijzing},
          {"ProductCategorie", categorie},
          {"ProductCode", code},
          {"GeleverdVolume", std::to_string(volume)},
          {"IngediendBedrag/Bedrag", std::to_string(volume * 5000)}};
}

/// The one finding of a message after the history.
Berichtbevinding only(const Boom& message, const Toetsgegevens& given) {
  const auto all = judge(message, given);
  for (const auto& b : all) EXPECT_EQ(all.size(), 1U) << shown(b);
  return all.empty() ? Berichtbevinding{} : all[0];
}

TEST(Herstel, SaysTheOtherLineThatChanges) {
  Boom message = good_bericht(301);
  put(message, {{kProduct + "[2]/Product/Categorie", "02"}, {kProduct + "[2]/Ingangsdatum", "2023-07-01"}});
  EXPECT_EQ(only(message, kBinnen).herstel, "Zet ToegewezenProduct[1]/Einddatum op 2023-06-30.");
}

TEST(Herstel, SaysThePlaceInTheHead) {
  Boom message = of_april({regel("R5", "2023-05-01", "2023-05-31")});
  put(message, {{"Header/BerichtIdentificatie/Dagtekening", "2023-06-02"}});
  const auto found = only(message, kBinnen);
  EXPECT_EQ(found.code, "TR319");
  EXPECT_EQ(found.herstel,
            "Zet DeclaratiePeriode/Begindatum op 2023-05-01 en zet DeclaratiePeriode/Einddatum op 2023-05-31.");
  EXPECT_TRUE(judge(mended(message, found), kBinnen).empty());
}

TEST(Herstel, AMonthThatIsNotOverIsNotDeclared) {
  const auto all = judge(of_april({regel("R5", "2023-05-01", "2023-05-31")}), kBinnen);
  for (const auto& b : all) {
    if (b.code != "TR319") continue;
    EXPECT_TRUE(b.wijzigingen.empty());
    EXPECT_EQ(b.herstel, "Declareer deze regel na afloop van haar maand.");
  }
}

TEST(Herstel, SaysWhatIsAdded) {
  const Berichtenarchief archive = history();
  Boom message = wijziging();
  put(message, {{"Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct[3]", "-"}});
  EXPECT_EQ(only(message, {4, &archive, nullptr, kNu}).herstel,
            "Voeg OngewijzigdeProducten/OngewijzigdProduct[3]/ToewijzingNummer toe met waarde 6.");
}

TEST(Herstel, TR349GivesAdviceWhenTheProductIsAskedAnew) {
  const Berichtenarchief archive = history();
  Boom message = wijziging();
  put(message, {{"Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct[3]", "-"}});
  put(message,
      below("Client/Verzoek/NieuweProducten/NieuwProduct[1]",
            product("07", "07A01") + omvang("3", "04", "4") + Waarden{{"GewensteIngangsdatum", "2023-06-01"}}));
  EXPECT_TRUE(only(message, {4, &archive, nullptr, kNu}).wijzigingen.empty());
}

TEST(Herstel, TR321TakesTheTotalAlong) {
  const Berichtenarchief archive = history();
  const Toetsgegevens given{4, &archive, &lijsten(), kNu};
  const Boom message = of_april({april_line("R4", hours(11))});
  const auto found = only(message, given);
  EXPECT_EQ(
      found.herstel,
      "Zet GeleverdVolume op 10, zet IngediendBedrag/Bedrag op 50000 en zet TotaalIngediendBedrag/TotaalBedrag op "
      "50000.");
  EXPECT_TRUE(judge(mended(message, found), given).empty());
}

/// Of 20 hours in all 12 and 8 fit, so nothing is left for the line between them.
TEST(Herstel, TR322LeavesRoomForLaterLines) {
  const Berichtenarchief archive = history();
  const Toetsgegevens given{4, &archive, &lijsten(), kNu};
  const Boom message = of_april({regel("R41", "2023-02-01", "2023-02-28") + hours(12, "6", "07", "07A01"),
                                 regel("R42", "2023-03-01", "2023-03-31") + hours(9, "6", "07", "07A01"),
                                 april_line("R43", hours(8, "6", "07", "07A01"))});
  const auto found = only(message, given);
  EXPECT_EQ(found.code, "TR322");
  EXPECT_EQ(found.herstel, "Haal Prestatie[2] weg en zet TotaalIngediendBedrag/TotaalBedrag op 100000.");
  EXPECT_TRUE(judge(mended(message, found), given).empty());
}

/// 20 hours of another product in one month, of 20 in all: they would not fit beside the others.
TEST(Herstel, TR340GivesAdviceWhenTheLineWouldBeTooMuch) {
  const Berichtenarchief archive = history();
  const auto all = judge(of_april({regel("R41", "2023-02-01", "2023-02-28") + hours(15, "6", "07", "07A99"),
                                   april_line("R42", hours(20, "6", "07", "07A01"))}),
                         {4, &archive, nullptr, kNu});
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].code, "TR340");
  EXPECT_TRUE(all[0].wijzigingen.empty());
  EXPECT_EQ(all[0].herstel, "Declareer product 07 07A01, met het tarief dat daarbij hoort.");
}

TEST(Herstel, TR341AnotherUnitIsOtherWork) {
  const Berichtenarchief archive = history();
  const auto found =
      only(of_april({april_line("R4", hours(10) + Waarden{{"Eenheid", "14"}})}), {3, &archive, nullptr, std::nullopt});
  EXPECT_EQ(found.code, "TR341");
  EXPECT_TRUE(found.wijzigingen.empty());
  EXPECT_EQ(found.herstel, "Declareer in eenheid 04 (Uur), met het volume en het tarief die daarbij horen.");
}

TEST(Herstel, TR418TakesTheAmountsAlong) {
  const Berichtenarchief archive = history();
  const Toetsgegevens given{4, &archive, &lijsten(), kNu};
  const Boom message = of_april({april_line("R4", {{"ProductTarief", "5001"}, {"IngediendBedrag/Bedrag", "40008"}})});
  const auto found = only(message, given);
  EXPECT_EQ(found.herstel,
            "Zet ProductTarief op 5000, zet IngediendBedrag/Bedrag op 40000 en zet TotaalIngediendBedrag/TotaalBedrag "
            "op 40000.");
  EXPECT_TRUE(judge(mended(message, found), given).empty());
}

/// The side of a month that a period has says which month it is.
TEST(Herstel, CS337TakesTheMonthThatIsWhole) {
  const Berichtenarchief archive = history();
  const auto remedy = [&](const std::string& begin, const std::string& end) {
    const Boom message = of_april({regel("R4", begin, end) + hours(8)});
    const auto found = only(message, kBinnen);
    EXPECT_EQ(found.code, "CS337");
    if (!found.wijzigingen.empty()) {
      EXPECT_TRUE(judge(mended(message, found), {4, &archive, &lijsten(), kNu}).empty()) << found.herstel;
    }
    return found.herstel;
  };
  EXPECT_EQ(remedy("2023-01-31", "2023-02-28"), "Zet Begindatum op 2023-02-01.");
  EXPECT_EQ(remedy("2023-02-01", "2023-03-01"), "Zet Einddatum op 2023-02-28.");
  EXPECT_EQ(remedy("2023-02-01", "2023-03-31"), "Declareer elke maand op een eigen regel.");
  EXPECT_EQ(remedy("2023-02-02", "2023-03-30"), "Declareer elke maand op een eigen regel.");
}

/// Both rules name the same part, so that following both leaves the other.
TEST(Herstel, CD077AndCD078TakeOneOfBothAway) {
  Boom message = good_bericht(301);
  put(message, {{kProduct + "[1]/Budget", "100"}});
  const auto all = judge(message, kBinnen);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].herstel, "Haal Budget weg.");
  EXPECT_EQ(all[0].wijzigingen, all[1].wijzigingen);
  EXPECT_TRUE(judge(mended(message, all[0]), kBinnen).empty());
}

/// Level 1 too, where only one value is possible or none is needed.
TEST(Herstel, OfTheSchema) {
  std::string bytes = write_xml(good_bericht(301));
  const auto replace = [&](const std::string& what, const std::string& with) {
    ASSERT_NE(bytes.find(what), std::string::npos) << what;
    bytes.replace(bytes.find(what), what.size(), with);
  };
  replace("BerichtSubversie>2<", "BerichtSubversie>1<");
  replace("Einddatum>2023-12-31<", "Einddatum><");
  const auto found = judge(bron_van(bytes), kBinnen).bevindingen;
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].herstel, "Zet BerichtSubversie op 2.");
  EXPECT_EQ(found[1].herstel, "Haal Einddatum weg.");
}

TEST(Herstel, CS339KeepsTheAmount) {
  const Boom message = with_fout(*std::find_if(voorbeeldfouten().begin(), voorbeeldfouten().end(),
                                               [](const auto& f) { return f.code == "CS339"; }));
  EXPECT_EQ(only(message, kBinnen).herstel, "Zet GeleverdVolume op 25000.");
}

}  // namespace
}  // namespace zorgkader::iwmo
