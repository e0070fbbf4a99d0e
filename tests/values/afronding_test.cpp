// Rounding and dividing: worked cases of the arrangements, and what must hold for every amount.
#include "values/afronding.hpp"

#include "values/gen.hpp"

namespace zorgkader {
namespace {

const Getal kCent = cent(1);

TEST(Verdeel, MSP_056_FourAdvancesAddUpToTheLumpsum) {
  EXPECT_EQ(verdeel(cent(105687725), 4, kCent), centen({26421931, 26421931, 26421931, 26421932}));
}

TEST(Verdeel, LittleMoneyInManyPartsIsNeverNegative) {
  EXPECT_EQ(verdeel(cent(2), 4, kCent), centen({1, 1, 0, 0}));
  EXPECT_EQ(verdeel(cent(1), 4, kCent), centen({0, 0, 0, 1}));
  EXPECT_EQ(verdeel(cent(0), 2, kCent), centen({0, 0}));
}

TEST(Verdeel, CreditMirrorsDebit) {
  EXPECT_EQ(verdeel(cent(-10), 3, kCent), centen({-3, -3, -4}));
}

TEST(Verdeel, LastPartTakesWhatIsNoWholeCent) {
  EXPECT_EQ(verdeel(deel(1, 3), 2, kCent), (std::vector<Getal>{cent(17), deel(1, 3) - cent(17)}));
}

TEST(NaarRato, MSP_059_ClawbackByShareInTheLumpsum) {
  EXPECT_EQ(naar_rato(Getal(150'000), {2'400'000, 1'600'000, 1'000'000, 600'000, 400'000}, kCent),
            (std::vector<Getal>{60'000, 40'000, 25'000, 15'000, 10'000}));
}

TEST(NaarRato, MSP_060_ClawbackAddsUpToTheCent) {
  EXPECT_EQ(naar_rato(cent(10'000'001), {2'400'000, 1'600'000, 1'000'000, 600'000, 400'000}, kCent),
            centen({4'000'000, 2'666'667, 1'666'667, 1'000'000, 666'667}));
}

TEST(NaarRato, TiesGoToTheFirst) {
  EXPECT_EQ(naar_rato(cent(100), {1, 1, 1}, kCent), centen({34, 33, 33}));
  EXPECT_EQ(naar_rato(cent(101), {1, 1, 1}, kCent), centen({34, 34, 33}));
  EXPECT_EQ(naar_rato(cent(-100), {1, 1, 1}, kCent), centen({-34, -33, -33}));
}

TEST(NaarRato, LargestRemainderBeforeTheFirst) {
  EXPECT_EQ(naar_rato(cent(100), {deel(333, 1000), deel(333, 1000), deel(334, 1000)}, kCent), centen({33, 33, 34}));
}

TEST(NaarRato, NoWeightNoPart) {
  EXPECT_EQ(naar_rato(cent(5), {0, 3, 0}, kCent), centen({0, 5, 0}));
}

TEST(Rond, HalfGoesAwayFromZero) {
  EXPECT_EQ(rond(deel(5, 1000), kCent), cent(1));
  EXPECT_EQ(rond(deel(4999, 1'000'000), kCent), cent(0));
  EXPECT_EQ(rond(deel(-5, 1000), kCent), cent(-1));
  EXPECT_EQ(rond(deel(-4999, 1'000'000), kCent), cent(0));
}

TEST(Rond, UpAndDownAreTowardsInfinity) {
  EXPECT_EQ(rond(deel(-1, 1000), kCent, Afronding::omhoog), Getal(0));
  EXPECT_EQ(rond(deel(-1, 1000), kCent, Afronding::omlaag), cent(-1));
  EXPECT_EQ(rond(cent(7), kCent, Afronding::omhoog), cent(7));
  EXPECT_EQ(rond(cent(7), kCent, Afronding::omlaag), cent(7));
}

TEST(Rond, LEK_024_MonthTariffsUpToFiveEuros) {
  const Getal base = Getal(240) * deel(10387, 10000);
  const auto tariff = [&](int step) { return rond(base * deel(3, 2).pow(step), Getal(5), Afronding::omhoog); };
  EXPECT_EQ(tariff(0), Getal(250));
  EXPECT_EQ(tariff(1), Getal(375));
  EXPECT_EQ(tariff(2), Getal(565));
}

RC_GTEST_PROP(Rond, IsTheNearestMultiple, (const Getal& x)) {
  const Getal step = *rc::gen::element(cent(1), cent(5), Getal(1), Getal(5), deel(1, 3));
  const Getal near = rond(x, step);
  RC_ASSERT((near / step).is_whole());
  RC_ASSERT((near - x).abs() * Getal(2) <= step);
  RC_ASSERT(rond(near, step) == near);
  RC_ASSERT(rond(-x, step) == -near);
  if ((near - x).abs() * Getal(2) == step) RC_ASSERT(near.abs() > x.abs());
}

RC_GTEST_PROP(Rond, UpAndDownEncloseTheValue, (const Getal& x)) {
  const Getal step = *rc::gen::element(cent(1), Getal(5), deel(2, 7));
  const Getal up = rond(x, step, Afronding::omhoog), down = rond(x, step, Afronding::omlaag);
  RC_ASSERT(down <= x);
  RC_ASSERT(x <= up);
  RC_ASSERT(up - down == (up == x ? Getal(0) : step));
}

RC_GTEST_PROP(Verdeel, PartsAddUpAndKeepTheSign, (const Getal& amount)) {
  const int parts = *rc::gen::inRange(1, 60);
  const auto out = verdeel(amount, parts, kCent);
  RC_ASSERT(out.size() == static_cast<std::size_t>(parts));
  RC_ASSERT(som(out) == amount);
  for (const Getal& p : out) RC_ASSERT(p.is_zero() || p.sign() == amount.sign());
}

RC_GTEST_PROP(Verdeel, AllButTheLastAreTheRoundedShare, ()) {
  const Getal amount = *gen::bedrag();
  const int parts = *rc::gen::inRange(1, 13);
  RC_PRE(amount.abs() >= Getal(100));
  const Getal share = rond(amount / Getal(parts), kCent);
  const auto out = verdeel(amount, parts, kCent);
  for (std::size_t i = 0; i + 1 < out.size(); ++i) RC_ASSERT(out[i] == share);
}

RC_GTEST_PROP(NaarRato, PartsAddUpAndStayWithinOneStepOfTheShare, (const Getal& amount)) {
  const auto whole = rc::gen::map(rc::gen::inRange<std::int64_t>(0, 1'000'000), [](std::int64_t w) { return cent(w); });
  const auto weights = *rc::gen::nonEmpty(rc::gen::container<std::vector<Getal>>(whole));
  const Getal total = som(weights);
  RC_PRE(total.sign() > 0);
  const auto out = naar_rato(amount, weights, kCent);
  RC_ASSERT(som(out) == amount);
  for (std::size_t i = 0; i < out.size(); ++i) {
    RC_ASSERT((out[i] - amount * weights[i] / total).abs() <= kCent);
    RC_ASSERT(out[i].is_zero() || out[i].sign() == amount.sign());
    if (weights[i].is_zero()) RC_ASSERT(out[i].is_zero());
  }
}

RC_GTEST_PROP(NaarRato, WholeCentsGiveWholeCents, ()) {
  const Getal amount = *gen::bedrag();
  const auto weights = *rc::gen::nonEmpty(rc::gen::container<std::vector<Getal>>(
      rc::gen::map(rc::gen::inRange<std::int64_t>(1, 1000), [](std::int64_t w) { return Getal(w); })));
  for (const Getal& p : naar_rato(amount, weights, kCent)) RC_ASSERT((p / kCent).is_whole());
}

}  // namespace
}  // namespace zorgkader
