// Columns keep every number exactly; values show themselves to programs and to people.
#include "values/tabel.hpp"

#include "values/gen.hpp"

namespace zorgkader {
namespace {

Kolom column(const std::vector<Getal>& values) {
  Kolom out;
  for (const Getal& v : values) out.push_back(v);
  return out;
}

void expect_same(const std::vector<Getal>& values) {
  const Kolom kolom = column(values);
  ASSERT_EQ(kolom.size(), values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    EXPECT_EQ(kolom.getal(i), values[i]) << i;
    EXPECT_EQ(std::get<Getal>(kolom.at(i)), values[i]) << i;
  }
}

TEST(Kolom, CentsShareADenominator) {
  const Kolom kolom = column({Getal(3), cent(1265), deel(1, 4)});
  EXPECT_TRUE(kolom.exact.empty());
  EXPECT_EQ(kolom.noemer, 20);
  EXPECT_EQ(kolom.ints, (std::vector<std::int64_t>{60, 253, 5}));
}

TEST(Kolom, TurnsToFractionsWhereNoDenominatorFits) {
  const std::vector<Getal> many_primes = {deel(1, 997), deel(1, 991), deel(1, 983), cent(5)};
  EXPECT_FALSE(column(many_primes).exact.empty());
  EXPECT_TRUE(column({deel(1, 997), deel(1, 991)}).exact.empty());
  expect_same(many_primes);
}

TEST(Kolom, TurnsToFractionsWhereNumeratorsOverflow) {
  const Getal huge(std::numeric_limits<std::int64_t>::max());
  EXPECT_FALSE(column({huge, deel(1, 2)}).exact.empty());
  expect_same({huge, deel(1, 2), Getal(7)});
  expect_same({deel(1, 2), huge});
  expect_same({huge * huge, Getal(1)});
  expect_same({deel(1, 1'000'001), Getal(1)});
  expect_same({Getal(std::numeric_limits<std::int64_t>::min()), deel(1, 3)});
}

RC_GTEST_PROP(Kolom, GivesBackWhatWasPushed, (const std::vector<Getal>& values)) {
  const Kolom kolom = column(values);
  RC_ASSERT(kolom.size() == values.size());
  for (std::size_t i = 0; i < values.size(); ++i) RC_ASSERT(kolom.getal(i) == values[i]);
}

TEST(Kolom, HoldsTheOtherKinds) {
  Kolom words{.soort = Soort::tekst, .noemer = 1, .ints = {}, .exact = {}, .woorden = {}};
  for (const char* w : {"b", "a", "b"}) words.push_back(Waarde(std::string(w)));
  EXPECT_EQ(words.woorden, (std::vector<std::string>{"b", "a"}));
  EXPECT_EQ(std::get<std::string>(words.at(2)), "b");

  Kolom flags{.soort = Soort::ja_nee, .noemer = 1, .ints = {}, .exact = {}, .woorden = {}};
  flags.push_back(Waarde(true));
  flags.push_back(Waarde(false));
  EXPECT_TRUE(std::get<bool>(flags.at(0)));
  EXPECT_FALSE(std::get<bool>(flags.at(1)));

  Kolom dates{.soort = Soort::datum, .noemer = 1, .ints = {}, .exact = {}, .woorden = {}};
  dates.push_back(Waarde(kGeenBegin));
  dates.push_back(Waarde(kGeenEinde));
  EXPECT_EQ(std::get<Datum>(dates.at(0)), kGeenBegin);
  EXPECT_EQ(std::get<Datum>(dates.at(1)), kGeenEinde);
}

TEST(Kolom, NumbersGoInAsValuesToo) {
  Kolom kolom;
  kolom.push_back(Waarde(cent(5)));
  EXPECT_EQ(kolom.getal(0), cent(5));
}

TEST(SleutelKolom, PointsToItsMembers) {
  const SleutelKolom key{"gemeente", {"A", "B"}, {1, 0, 1}};
  EXPECT_EQ(key.at(0), "B");
  EXPECT_EQ(key.at(1), "A");
}

Vorm vorm(std::string_view unit) {
  return {Soort::getal, *Eenheid::parse(unit)};
}

TEST(Vorm, SaysWhatABracketSays) {
  EXPECT_EQ(vorm("€/uur").text(), "€/uur");
  EXPECT_EQ(vorm("").text(), "getal");
  EXPECT_EQ((Vorm{Soort::ja_nee, {}}).text(), "ja/nee");
  EXPECT_EQ((Vorm{Soort::tekst, {}}).text(), "tekst");
  EXPECT_EQ((Vorm{Soort::datum, {}}).text(), "datum");
  EXPECT_STREQ(soort_naam(Soort::getal), "getal");
}

TEST(FormatWaarde, ForPeople) {
  EXPECT_EQ(format_nl(Getal(1265), vorm("€")), "€ 1.265,00");
  EXPECT_EQ(format_nl(cent(-126550), vorm("€")), "-€ 1.265,50");
  EXPECT_EQ(format_nl(cent(6150), vorm("€/uur")), "€ 61,50 /uur");
  EXPECT_EQ(format_nl(deel(387, 10000), vorm("%")), "3,87%");
  EXPECT_EQ(format_nl(deel(25, 2), vorm("uur")), "12,5 uur");
  EXPECT_EQ(format_nl(Getal(12), vorm("")), "12");
  EXPECT_EQ(format_nl(true, Vorm{Soort::ja_nee, {}}), "ja");
  EXPECT_EQ(format_nl(std::string("x"), Vorm{Soort::tekst, {}}), "x");
  EXPECT_EQ(format_nl(*parse_datum("2022-03-01"), Vorm{Soort::datum, {}}), "1 maart 2022");
}

TEST(FormatWaarde, AlmostNothingStillHasADigitBeforeTheComma) {
  EXPECT_EQ(format_nl(Getal(-1) / Getal(10).pow(9), vorm("€")), "€ 0,00000000…");
  EXPECT_EQ(format_nl(Getal(1) / Getal(10).pow(9), vorm("€")), "€ 0,00000000…");
}

TEST(FormatWaarde, ForPrograms) {
  EXPECT_EQ(format_plain(Getal(1265), vorm("€")), "1265.00");
  EXPECT_EQ(format_plain(deel(387, 10000), vorm("%")), "3.87");
  EXPECT_EQ(format_plain(deel(25, 2), vorm("uur")), "12.5");
  EXPECT_EQ(format_plain(false, Vorm{Soort::ja_nee, {}}), "nee");
  EXPECT_EQ(format_plain(std::string("x"), Vorm{Soort::tekst, {}}), "x");
  EXPECT_EQ(format_plain(*parse_datum("1 maart 2022"), Vorm{Soort::datum, {}}), "2022-03-01");
}

TEST(FormatWaarde, MoneyHasTwoDecimals) {
  EXPECT_EQ(gewone_decimalen(vorm("€/maand")), 2);
  EXPECT_EQ(gewone_decimalen(vorm("uur")), 0);
  EXPECT_EQ(gewone_decimalen(Vorm{Soort::tekst, {}}), 0);
}

}  // namespace
}  // namespace zorgkader
