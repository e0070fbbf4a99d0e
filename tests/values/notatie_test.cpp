// Numbers as text: every notation that is read, every text that is refused, and the way back.
#include "values/notatie.hpp"

#include "values/gen.hpp"

namespace zorgkader {
namespace {

constexpr auto kNl = Notatie::nederlands;
constexpr auto kPunt = Notatie::nederlands_of_punt;

void expect_reads(std::string_view text, Notatie notatie, const Getal& value) {
  const auto read = parse_getal(text, notatie);
  ASSERT_TRUE(std::holds_alternative<Getal>(read)) << text;
  EXPECT_EQ(std::get<Getal>(read), value) << text;
}

void expect_refuses(std::string_view text, Notatie notatie, GetalFout why) {
  const auto read = parse_getal(text, notatie);
  ASSERT_TRUE(std::holds_alternative<GetalFout>(read)) << text;
  EXPECT_EQ(std::get<GetalFout>(read), why) << text;
}

TEST(ParseGetal, ReadsDutchNotation) {
  expect_reads("1265", kNl, 1265);
  expect_reads("1.265,00", kNl, 1265);
  expect_reads("-3,87", kNl, cent(-387));
  expect_reads("1265,5", kNl, deel(2531, 2));
  expect_reads("12.345.678", kNl, 12'345'678);
  expect_reads("1.234.567,89", kNl, cent(123'456'789));
  expect_reads("0", kNl, 0);
  expect_reads("-0,0", kNl, 0);
  expect_reads("007", kNl, 7);
  expect_reads("0,08", kNl, cent(8));
}

TEST(ParseGetal, ReadsADecimalPointOnlyWhereAsked) {
  expect_reads("1265.00", kPunt, 1265);
  expect_reads("0.125", kPunt, deel(1, 8));
  expect_reads("1265.125", kPunt, deel(10121, 8));
  expect_reads("1.265,00", kPunt, 1265);
  expect_refuses("1265.00", kNl, GetalFout::geen_getal);
  expect_refuses("0.125", kNl, GetalFout::geen_getal);
  expect_refuses("1265.125", kNl, GetalFout::geen_getal);
}

TEST(ParseGetal, RefusesToGuess) {
  for (const char* text : {"1.265", "-1.265", "12.500", "999.999"}) {
    expect_refuses(text, kNl, GetalFout::dubbelzinnig);
    expect_refuses(text, kPunt, GetalFout::dubbelzinnig);
  }
}

TEST(ParseGetal, RefusesWhatIsNoNumber) {
  for (const char* text : {"",           "-",        "--1",    "+1",     " 1",       "1 ",           "1,",
                           ",5",         ".5",       "5.",     "1,2,3",  "1,2.3",    "12,3.456",     "1.26,0",
                           "1265.000,0", "1.2650,0", ".265,0", "1..265", "1.265.00", "1265.000.000", "1e3",
                           "€1",         "x",        "1,x",    "0x10",   "１"}) {
    expect_refuses(text, kNl, GetalFout::geen_getal);
    expect_refuses(text, kPunt, GetalFout::geen_getal);
  }
}

TEST(ParseGetal, HasALimitOfFortyDigits) {
  const std::string forty(40, '9');
  expect_reads(forty, kNl, Getal(10).pow(40) - Getal(1));
  expect_reads("0," + std::string(39, '9'), kNl, Getal(1) - Getal(10).pow(-39));
  expect_refuses(forty + "9", kNl, GetalFout::te_lang);
  expect_refuses(forty + ",9", kNl, GetalFout::te_lang);
}

TEST(FormatPlain, WritesWhatEndsExactly) {
  EXPECT_EQ(format_plain(Getal(1265)), "1265");
  EXPECT_EQ(format_plain(Getal(1265), 2), "1265.00");
  EXPECT_EQ(format_plain(cent(-7), 2), "-0.07");
  EXPECT_EQ(format_plain(deel(1, 1024), 2), "0.0009765625");
  EXPECT_EQ(format_plain(Getal(0), 2), "0.00");
}

TEST(FormatPlain, WritesTwentyDigitsOfWhatDoesNotEnd) {
  EXPECT_EQ(format_plain(deel(1, 3)), "0.33333333333333333333");
  EXPECT_EQ(format_plain(deel(2, 3), 2), "0.66666666666666666667");
  EXPECT_EQ(format_plain(deel(-1, 300)), "-0.0033333333333333333333");
  EXPECT_EQ(format_plain(deel(1000, 3)), "333.33333333333333333");
  EXPECT_EQ(format_plain(Getal(10).pow(24) / Getal(3)), "333333333333333333333333");
}

TEST(FormatNl, GroupsThousands) {
  EXPECT_EQ(format_nl(Getal(1)), "1");
  EXPECT_EQ(format_nl(Getal(999)), "999");
  EXPECT_EQ(format_nl(Getal(1000)), "1.000");
  EXPECT_EQ(format_nl(Getal(-123456)), "-123.456");
  EXPECT_EQ(format_nl(cent(126500), 2), "1.265,00");
  EXPECT_EQ(format_nl(cent(-123456789), 2), "-1.234.567,89");
}

TEST(FormatNl, MarksWhatIsCutOff) {
  EXPECT_EQ(format_nl(deel(1, 3)), "0,33333333…");
  EXPECT_EQ(format_nl(deel(2, 3), 2, 2), "0,67…");
  EXPECT_EQ(format_nl(deel(1, 1024), 2), "0,00097656…");
  EXPECT_EQ(format_nl(deel(1, 8), 2, 3), "0,125");
  EXPECT_EQ(format_nl(deel(-1, 1000), 0, 2), "0,00…");
}

TEST(Ends, OnlyFactorsTwoAndFive) {
  EXPECT_TRUE(ends(Getal(0)));
  EXPECT_TRUE(ends(deel(7, 80)));
  EXPECT_FALSE(ends(deel(1, 3)));
  EXPECT_FALSE(ends(deel(1, 30)));
  EXPECT_TRUE(ends(deel(3, 30)));
}

/// A number of at most 20 digits, `decimals` of them behind the comma.
Getal decimal(int decimals) {
  return Getal(*rc::gen::arbitrary<std::int64_t>()) / Getal(10).pow(decimals);
}

RC_GTEST_PROP(Notatie, DutchRoundTrips, ()) {
  const Getal x = decimal(*rc::gen::inRange(0, 9));
  RC_ASSERT(std::get<Getal>(parse_getal(format_nl(x, 2), kNl)) == x);
}

RC_GTEST_PROP(Notatie, PlainRoundTripsBesideThreeDecimals, ()) {
  const Getal x = decimal(*rc::gen::inRange(0, 9));
  const std::string text = format_plain(x);
  const auto read = parse_getal(text, kPunt);
  if (read.index() == 1) {
    RC_ASSERT(std::get<GetalFout>(read) == GetalFout::dubbelzinnig);
    RC_ASSERT(text.find('.') == text.size() - 4);
  } else {
    RC_ASSERT(std::get<Getal>(read) == x);
  }
}

RC_GTEST_PROP(Notatie, WhatIsReadIsWrittenBack, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789.,-")));
  const auto read = parse_getal(text, kPunt);
  if (const auto* x = std::get_if<Getal>(&read)) {
    RC_ASSERT(std::get<Getal>(parse_getal(format_nl(*x, 1, 40), kPunt)) == *x);
  }
}

}  // namespace
}  // namespace zorgkader
