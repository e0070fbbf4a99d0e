// Values as text for programs: the fast way gives what format_plain gives.
#include <gtest/gtest.h>
// rapidcheck's header needs gtest's before it
#include <rapidcheck/gtest.h>

#include <limits>

#include "rapport/voorbeeld.hpp"
#include "rapport/waarden.hpp"
#include "values/notatie.hpp"

namespace zorgkader {
namespace {

std::string plain(const Tabel& tabel, std::size_t row) {
  std::string out;
  PlatteWaarden(tabel, Procent::honderdvoud).append(out, row);
  return out;
}

Tabel column_of(const std::string& eenheid, std::int64_t noemer, std::vector<std::int64_t> ints) {
  Tabel tabel;
  tabel.vorm.eenheid = Eenheid::parse(eenheid).value();
  tabel.waarden.noemer = noemer;
  tabel.waarden.ints = std::move(ints);
  return tabel;
}

TEST(PlatteWaarden, WritesShortDecimals) {
  const Tabel euro = column_of("€", 1000, {0, 5, 10, -10, 1265000, 1265005, -1});
  const std::vector<std::string> expected = {"0.00", "0.005", "0.01", "-0.01", "1265.00", "1265.005", "-0.001"};
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(plain(euro, i), expected[i]);
  EXPECT_EQ(plain(column_of("%", 10000, {387}), 0), "3.87");
  EXPECT_EQ(plain(column_of("%", 1, {1}), 0), "100");
  EXPECT_EQ(plain(column_of("%", 8, {1}), 0), "12.5");
  EXPECT_EQ(plain(column_of("€", 3, {1}), 0), "0.33333333333333333333");
  EXPECT_EQ(plain(column_of("€", 3, {3}), 0), "1.00");
  EXPECT_EQ(plain(column_of("", 1, {std::numeric_limits<std::int64_t>::min()}), 0), "-9223372036854775808");
}

TEST(PlatteWaarden, KnowsWhatEnds) {
  const Tabel thirds = column_of("€", 300, {1, 3});
  const PlatteWaarden values(thirds, Procent::honderdvoud);
  EXPECT_FALSE(values.ends(0));
  EXPECT_TRUE(values.ends(1));
}

RC_GTEST_PROP(PlatteWaardenProperty, GivesWhatFormatPlainGives, ()) {
  const auto noemer = *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(1, 2000),
                                      rc::gen::element<std::int64_t>(10, 100, 1000, 1'000'000, 524'288, 1'953'125));
  const Tabel tabel = column_of(*rc::gen::element<std::string>("€", "%", "", "uur", "€/uur"), noemer,
                                *rc::gen::container<std::vector<std::int64_t>>(rc::gen::oneOf(
                                    rc::gen::arbitrary<std::int64_t>(), rc::gen::inRange<std::int64_t>(-5000, 5000))));
  const PlatteWaarden values(tabel, Procent::honderdvoud);
  for (std::size_t i = 0; i < tabel.size(); ++i) {
    RC_ASSERT(plain(tabel, i) == format_plain(tabel.waarden.at(i), tabel.vorm));
    RC_ASSERT(values.ends(i) == ends(tabel.waarden.getal(i)));
  }
}

}  // namespace
}  // namespace zorgkader
