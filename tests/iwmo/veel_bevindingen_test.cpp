// More findings than are shown: an answer must tell all of them, and a lower level must not drown in a higher one.
#include <gmock/gmock.h>

#include "geschiedenis.hpp"
#include "iwmo/antwoord.hpp"
#include "iwmo/schrijver.hpp"
#include "iwmo/toetsing.hpp"

namespace zorgkader::iwmo {
namespace {

constexpr int kRegels = 1500;

/// Every line on a toewijzing that nobody knows (TR338).
Boom many_unknown() {
  Boom out = declaratie("D4", "DN4", "2023-04-01", "2023-04-30", {});
  for (int i = 0; i < kRegels; ++i)
    put(out,
        below(kRegel + "[" + std::to_string(i + 1) + "]", regel("X" + std::to_string(i), "2023-04-01", "2023-04-30") +
                                                              Waarden{{"ToewijzingNummer", std::to_string(5000 + i)}}));
  set_total(out);
  return out;
}

TEST(VeelBevindingen, TR338EveryLineIsRefusedInTheAnswer) {
  const Berichtenarchief archive = history();
  const Boom message = many_unknown();
  const auto found = judge(message, {4, &archive, nullptr, kNu});
  EXPECT_EQ(found.size(), static_cast<std::size_t>(kRegels));
  const auto answer = make_antwoord(message, found, {"A4", kNu});
  ASSERT_TRUE(answer);
  int refused = 0;
  for (Deel line : (*answer)["DeclaratieAntwoord/Clienten/Client/Prestaties"].delen()) refused += line ? 1 : 0;
  EXPECT_EQ(refused, kRegels);
  EXPECT_EQ(answer->wortel().tekst("DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag"), "0");
}

/// To compute a remedy every line is laid beside all others: of very many lines it is told in words.
TEST(VeelBevindingen, TR340OfManyLinesTheRemedyIsInWords) {
  const Berichtenarchief archive = history();
  for (const int count : {2, 101}) {
    Boom message = declaratie("D4", "DN4", "2023-04-01", "2023-04-30", {});
    for (int i = 0; i < count; ++i) {
      const std::string day = format_datum(*parse_datum("2023-01-01") + std::chrono::days(i));
      put(message,
          below(kRegel + "[" + std::to_string(i + 1) + "]",
                regel("X" + std::to_string(i), day, day) +
                    Waarden{{"ProductCode", "02A03"}, {"GeleverdVolume", "1"}, {"IngediendBedrag/Bedrag", "5000"}}));
    }
    set_total(message);
    int told = 0, computed = 0;
    for (const auto& b : judge(message, {4, &archive, nullptr, kNu})) {
      if (b.code != "TR340") continue;
      ++told;
      computed += b.wijzigingen.empty() ? 0 : 1;
      EXPECT_FALSE(b.herstel.empty());
    }
    EXPECT_EQ(told, count);
    EXPECT_EQ(computed, count == 2 ? 2 : 0);
  }
}

TEST(VeelBevindingen, TR358IsNotLostBehindLevelThree) {
  const Berichtenarchief archive = history();
  Boom message = many_unknown();
  put(message, {{"Declaratie/TotaalIngediendBedrag/TotaalBedrag", "1"}});
  const std::string bytes = write_xml(message);
  const auto whole = judge(message, {4, &archive, nullptr, kNu});
  const auto streamed = judge(bron_van(bytes), {4, &archive, nullptr, kNu});
  ASSERT_EQ(whole.size(), 1U);
  EXPECT_EQ(whole[0].code, "TR358");
  ASSERT_EQ(streamed.bevindingen.size(), 1U);
  EXPECT_EQ(streamed.bevindingen[0].code, "TR358");
  EXPECT_EQ(streamed.niet_getoond, 0U);
}

TEST(VeelBevindingen, AStreamShowsAThousandAndCountsTheRest) {
  const Berichtenarchief archive = history();
  const std::string bytes = write_xml(many_unknown());
  const auto streamed = judge(bron_van(bytes), {4, &archive, nullptr, kNu});
  EXPECT_EQ(streamed.bevindingen.size(), 1000U);
  EXPECT_EQ(streamed.niet_getoond, 500U);
  EXPECT_FALSE(streamed.goed());
}

}  // namespace
}  // namespace zorgkader::iwmo
