// Getal against arbitrary precision: the fast path may never be seen in a result.
#include "values/getal.hpp"

#include "values/gen.hpp"

namespace zorgkader {
namespace {

constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();

/// In lowest terms with a positive denominator, and in 64 bits exactly when it fits: then equal values look equal.
void expect_canonical(const Getal& x) {
  const GrootGeheel num = x.numerator(), den = x.denominator();
  RC_ASSERT(den > 0);
  RC_ASSERT(gcd(num, den) == 1);
  RC_ASSERT(x.is_small() == (num > kMin && num <= kMax && den <= kMax));
}

RC_GTEST_PROP(Getal, AddsAsExactFractions, (const Getal& a, const Getal& b)) {
  expect_canonical(a + b);
  RC_ASSERT((a + b).big() == GrootGetal(a.big() + b.big()));
  RC_ASSERT((a - b).big() == GrootGetal(a.big() - b.big()));
  RC_ASSERT(a + b == b + a);
  RC_ASSERT((a - b) + b == a);
}

RC_GTEST_PROP(Getal, MultipliesAsExactFractions, (const Getal& a, const Getal& b)) {
  expect_canonical(a * b);
  RC_ASSERT((a * b).big() == GrootGetal(a.big() * b.big()));
  RC_ASSERT(a * b == b * a);
  RC_PRE(!b.is_zero());
  expect_canonical(a / b);
  RC_ASSERT((a / b).big() == GrootGetal(a.big() / b.big()));
  RC_ASSERT((a / b) * b == a);
}

RC_GTEST_PROP(Getal, ObeysTheFieldLaws, (const Getal& a, const Getal& b, const Getal& c)) {
  RC_ASSERT((a + b) + c == a + (b + c));
  RC_ASSERT((a * b) * c == a * (b * c));
  RC_ASSERT(a * (b + c) == a * b + a * c);
  RC_ASSERT(a + Getal() == a);
  RC_ASSERT(a * Getal(1) == a);
  RC_ASSERT((a + (-a)).is_zero());
  RC_ASSERT(-(-a) == a);
}

RC_GTEST_PROP(Getal, OrdersAsExactFractions, (const Getal& a, const Getal& b)) {
  RC_ASSERT((a < b) == (a.big() < b.big()));
  RC_ASSERT((a == b) == (a.big() == b.big()));
  RC_ASSERT((a <=> b) == (a - b <=> Getal()));
  RC_ASSERT(a.sign() == a.big().sign());
  RC_ASSERT(a.abs().sign() >= 0);
}

RC_GTEST_PROP(Getal, FloorAndCeilEncloseTheValue, (const Getal& a)) {
  RC_ASSERT(a.floor().is_whole());
  RC_ASSERT(a.floor() <= a);
  RC_ASSERT(a < a.floor() + Getal(1));
  RC_ASSERT(a.ceil() == -(-a).floor());
  RC_ASSERT(a.is_whole() == (a.floor() == a.ceil()));
}

RC_GTEST_PROP(Getal, PowIsRepeatedMultiplication, (const Getal& a)) {
  const int n = *rc::gen::inRange(0, 6);
  Getal expected(1);
  for (int i = 0; i < n; ++i) expected *= a;
  RC_ASSERT(a.pow(n) == expected);
  RC_PRE(!a.is_zero());
  RC_ASSERT(a.pow(-n) == Getal(1) / expected);
}

RC_GTEST_PROP(Getal, QuotientOfWideIntegers, ()) {
  const auto wide = [] { return static_cast<__int128>(*gen::edge()) * *gen::edge() + *gen::edge(); };
  const __int128 num = wide(), den = wide();
  RC_PRE(den != 0);
  const auto big = [](__int128 v) { return GrootGeheel(static_cast<boost::multiprecision::int128_t>(v)); };
  const Getal x = Getal::breuk128(num, den);
  expect_canonical(x);
  RC_ASSERT(x * Getal(GrootGetal(big(den))) == Getal(GrootGetal(big(num))));
  RC_ASSERT(x == Getal::breuk(big(num), big(den)));
}

TEST(Getal, ReducesAndKeepsTheSignAbove) {
  const Getal x = Getal::breuk(6, -4);
  EXPECT_EQ(x.small_num(), -3);
  EXPECT_EQ(x.small_den(), 2);
  EXPECT_EQ(Getal::breuk(GrootGeheel(6), GrootGeheel(-4)), x);
  EXPECT_EQ(Getal::breuk(0, -7).small_den(), 1);
}

TEST(Getal, LeavesAndReturnsTo64Bits) {
  const Getal most(kMax);
  const Getal beyond = most + Getal(1);
  EXPECT_TRUE(most.is_small());
  EXPECT_FALSE(beyond.is_small());
  EXPECT_EQ(beyond.numerator(), GrootGeheel(1) << 63);
  EXPECT_TRUE((beyond - Getal(1)).is_small());
  EXPECT_EQ(beyond - Getal(1), most);
  EXPECT_EQ((most * most / most), most);
}

TEST(Getal, SmallestInt64IsANumberLikeAnyOther) {
  const Getal least(kMin);
  EXPECT_EQ(-least, Getal(kMax) + Getal(1));
  EXPECT_EQ(least, Getal::breuk(kMin, 1));
  EXPECT_EQ(least.as_int64(), kMin);
  EXPECT_EQ(least.abs().sign(), 1);
  EXPECT_EQ(Getal::breuk(kMin, kMin), Getal(1));
  EXPECT_EQ(Getal::breuk(1, kMin), Getal(1) / least);
}

TEST(Getal, SmallestInt128IsANumberLikeAnyOther) {
  const __int128 least = static_cast<__int128>(static_cast<unsigned __int128>(1) << 127);
  EXPECT_EQ(Getal::breuk128(least, -1).numerator(), GrootGeheel(1) << 127);
  EXPECT_EQ(Getal::breuk128(1, least).denominator(), GrootGeheel(1) << 127);
  EXPECT_EQ(Getal::breuk128(least, least), Getal(1));
  EXPECT_EQ(Getal::breuk128(least, 1), -Getal::breuk128(least, -1));
}

TEST(Getal, WholeNumbersThatFit) {
  EXPECT_EQ(Getal(12).as_int64(), 12);
  EXPECT_EQ(deel(1, 2).as_int64(), std::nullopt);
  EXPECT_EQ((Getal(kMax) + Getal(1)).as_int64(), std::nullopt);
}

TEST(Getal, FloorGoesDownBelowZero) {
  EXPECT_EQ(deel(-1, 2).floor(), Getal(-1));
  EXPECT_EQ(deel(-1, 2).ceil(), Getal(0));
  EXPECT_EQ(deel(-4, 2).floor(), Getal(-2));
  EXPECT_EQ((Getal(kMax) * Getal(-4) + deel(1, 2)).floor(), Getal(kMax) * Getal(-4));
}

TEST(Getal, PowOfZeroAndOne) {
  EXPECT_EQ(Getal(0).pow(0), Getal(1));
  EXPECT_EQ(Getal(0).pow(3), Getal(0));
  EXPECT_EQ(Getal(-1).pow(kMin), Getal(1));
  EXPECT_EQ(deel(3, 2).pow(-2), deel(4, 9));
}

}  // namespace
}  // namespace zorgkader
