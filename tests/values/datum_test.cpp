// Dates: the notations of documents, the days that exist, the days that do not.
#include "values/datum.hpp"

#include "values/gen.hpp"

namespace zorgkader {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

TEST(Datum, ReadsThreeNotations) {
  const Datum day = sys_days(year(2022) / 3 / 1);
  EXPECT_EQ(parse_datum("2022-03-01"), day);
  EXPECT_EQ(parse_datum("01-03-2022"), day);
  EXPECT_EQ(parse_datum("1 maart 2022"), day);
  EXPECT_EQ(parse_datum("01 maart 2022"), day);
}

TEST(Datum, KnowsLeapDays) {
  EXPECT_TRUE(parse_datum("2024-02-29"));
  EXPECT_TRUE(parse_datum("29 februari 2000"));
  EXPECT_FALSE(parse_datum("2023-02-29"));
  EXPECT_FALSE(parse_datum("29-02-1900"));
  EXPECT_EQ(*parse_datum("2024-03-01") - *parse_datum("2024-02-28"), days(2));
}

TEST(Datum, RefusesWhatIsNoDay) {
  for (const char* text :
       {"",           "2022",         "2022-13-01",    "2022-00-10",    "2022-04-31",    "2022-4-1",      "31-04-2022",
        "0000-01-01", "2022/03/01",   "1 Maart 2022",  "1 mrt 2022",    "1  maart 2022", " 1 maart 2022", "1 maart 22",
        "maart 2022", "0 maart 2022", "32 maart 2022", "-1 maart 2022", "1 maart -022",  "+1-03-2022",    "2022-03-01 ",
        "2022-03-0x", "99999-01-01",  "1 maart 20220"}) {
    EXPECT_FALSE(parse_datum(text)) << text;
  }
}

TEST(Datum, MonthsHaveFullNames) {
  EXPECT_EQ(month_from_name("januari"), 1U);
  EXPECT_EQ(month_from_name("december"), 12U);
  EXPECT_EQ(month_from_name("Januari"), std::nullopt);
  EXPECT_EQ(month_from_name(""), std::nullopt);
}

TEST(Datum, WritesBothNotations) {
  const Datum day = sys_days(year(2022) / 8 / 5);
  EXPECT_EQ(format_datum(day), "2022-08-05");
  EXPECT_EQ(format_datum_nl(day), "5 augustus 2022");
  EXPECT_EQ(format_datum(kGeenBegin), "0001-01-01");
  EXPECT_EQ(format_datum(kGeenEinde), "9999-12-31");
}

TEST(Periode, ContainsBothEnds) {
  const Periode march{*parse_datum("2022-03-01"), *parse_datum("2022-03-31")};
  EXPECT_TRUE(march.contains(march.van));
  EXPECT_TRUE(march.contains(march.tot));
  EXPECT_FALSE(march.contains(march.van - days(1)));
  EXPECT_FALSE(march.contains(march.tot + days(1)));
  EXPECT_EQ(march, march);
}

RC_GTEST_PROP(Datum, EveryDayRoundTrips, ()) {
  const int offset = *rc::gen::inRange(-800'000, 2'900'000);
  const Datum day{days(offset)};
  RC_PRE(kGeenBegin <= day && day <= kGeenEinde);
  RC_ASSERT(parse_datum(format_datum(day)) == day);
  if (day >= sys_days(year(1000) / 1 / 1)) RC_ASSERT(parse_datum(format_datum_nl(day)) == day);
}

RC_GTEST_PROP(Datum, ArbitraryTextIsReadOrRefused, (const std::string& text)) {
  if (const auto day = parse_datum(text)) RC_ASSERT(parse_datum(format_datum(*day)) == day);
}

/// Every day of `a` is in exactly one of: the days that both have, a stretch without `b`.
TEST(Periodes, WhatIsInCommonAndWhatIsLeftAreTheWhole) {
  const auto day = [](int n) { return Datum(std::chrono::days(n)); };
  for (int a = 0; a < 6; ++a) {
    for (int b = a; b < 6; ++b) {
      for (int c = 0; c < 6; ++c) {
        for (int d = c; d < 6; ++d) {
          const Periode one{day(a), day(b)}, other{day(c), day(d)};
          const auto left = days_without(one, other);
          const auto both = common_days(one, other);
          for (int n = 0; n < 6; ++n) {
            int times = both && both->contains(day(n)) ? 1 : 0;
            for (const Periode& p : left) times += p.contains(day(n)) ? 1 : 0;
            ASSERT_EQ(times, one.contains(day(n)) ? 1 : 0) << a << b << c << d << n;
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace zorgkader
