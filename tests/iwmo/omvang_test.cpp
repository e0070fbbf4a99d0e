// How much may be declared: the worked limits, and what must hold for every period (TR321, TR322, IV076 to IV081).
#include <gmock/gmock.h>

#include <random>

#include "hulp.hpp"
#include "iwmo/boom.hpp"
#include "iwmo/omvang.hpp"

namespace zorgkader::iwmo {
namespace {

Datum dag(std::string_view text) {
  return parse_datum_iso(text).value();
}

Toewijzing toewijzing(std::string_view van, std::string_view tot, std::int64_t volume, std::string eenheid,
                      std::string frequentie, std::string categorie = "02") {
  Toewijzing out;
  out.categorie = std::move(categorie);
  out.ingangsdatum = dag(van);
  if (!tot.empty()) out.einddatum = dag(tot);
  out.volume = volume;
  out.eenheid = std::move(eenheid);
  out.frequentie = std::move(frequentie);
  return out;
}

std::int64_t per_period(const Toewijzing& t, Variant v, std::string_view van, std::string_view tot) {
  const auto found = max_per_periode(t, v, {dag(van), dag(tot)});
  return found ? found->totaal() : -1;
}

/// -1 when there is no limit.
std::int64_t in_all(const Toewijzing& t, Variant v) {
  const auto found = max_over_looptijd(t, v);
  return found ? found->totaal() : -1;
}

TEST(Omvang, TR321WeeksThatAPeriodTouches) {
  const Toewijzing t = toewijzing("2025-07-07", "2025-09-07", 3, "04", "2");
  EXPECT_EQ(per_period(t, Variant::inspanning, "2025-07-07", "2025-07-31"),
            12);  // four weeks, not the 9 of one example
  EXPECT_EQ(per_period(t, Variant::inspanning, "2025-08-01", "2025-08-31"), 15);
  EXPECT_EQ(per_period(t, Variant::inspanning, "2025-09-01", "2025-09-07"), 3);
  EXPECT_EQ(in_all(t, Variant::inspanning), 27);
}

TEST(Omvang, TR321HelpAtHomeIsSixWeeks) {
  const Toewijzing t = toewijzing("2025-10-07", "2025-12-30", 3, "04", "2", "01");
  EXPECT_EQ(per_period(t, Variant::inspanning, "2025-10-07", "2025-10-31"), 18);
  EXPECT_EQ(in_all(t, Variant::inspanning), 39);
}

TEST(Omvang, TR321SundaysOfOutput) {
  const Toewijzing sunday = toewijzing("2025-07-07", "2025-09-07", 30000, "83", "2"),
                   saturday = toewijzing("2025-07-07", "2025-09-06", 30000, "83", "2");
  EXPECT_EQ(per_period(sunday, Variant::output, "2025-08-01", "2025-08-31"), 150000);
  EXPECT_EQ(per_period(sunday, Variant::output, "2025-09-01", "2025-09-07"), 30000);
  EXPECT_EQ(per_period(saturday, Variant::output, "2025-08-01", "2025-08-31"), 180000);
  EXPECT_EQ(per_period(saturday, Variant::output, "2025-09-01", "2025-09-06"), 0);
  EXPECT_EQ(
      per_period(toewijzing("2025-10-01", "2025-12-31", 30000, "83", "2"), Variant::output, "2025-10-01", "2025-10-31"),
      120000);
}

TEST(Omvang, TR321MonthDayAndTotal) {
  EXPECT_EQ(per_period(toewijzing("2025-10-14", "2025-12-13", 15, "04", "4"), Variant::inspanning, "2025-10-14",
                       "2025-10-31"),
            15);
  EXPECT_EQ(
      per_period(toewijzing("2025-10-14", "2025-12-13", 2, "04", "1"), Variant::inspanning, "2025-10-14", "2025-10-31"),
      36);
  EXPECT_EQ(per_period(toewijzing("2025-10-14", "", 40, "04", "6"), Variant::inspanning, "2025-10-14", "2025-10-31"),
            40);
}

TEST(Omvang, TR322OverTheWholeToewijzing) {
  EXPECT_EQ(in_all(toewijzing("2025-10-14", "2025-12-13", 15, "04", "4"), Variant::inspanning), 45);
  EXPECT_EQ(in_all(toewijzing("2025-10-14", "2025-10-20", 2, "04", "1"), Variant::inspanning), 14);
  EXPECT_EQ(in_all(toewijzing("2025-10-14", "", 2, "04", "2"), Variant::inspanning), -1);
  EXPECT_EQ(in_all(toewijzing("2025-10-14", "", 40, "04", "6"), Variant::inspanning), 40);
}

TEST(Omvang, TR346HoursAndMinutes) {
  EXPECT_EQ(uren_uit_minuten(380), 6);
  EXPECT_EQ(uren_uit_minuten(29), 1);
  EXPECT_EQ(uren_uit_minuten(90), 2);
  EXPECT_EQ(uren_uit_minuten(89), 1);
  EXPECT_EQ(uren_uit_minuten(0), 0);
  EXPECT_EQ(minuuttarief(8735), 146);
  EXPECT_EQ(bedrag_van_minuten(8735, 30), 4368);
  EXPECT_EQ(minuuttarief(8700), 145);
  EXPECT_EQ(bedrag_van_minuten(8700, 10), 1450);
  EXPECT_EQ(minuuttarief(8729), 145);
  EXPECT_EQ(bedrag_van_minuten(8729, 20), 2910);
}

TEST(Omvang, TR387TheMonthAsFarAsTheToewijzingLasts) {
  const Toewijzing t = toewijzing("2022-04-08", "2022-06-17", 1, "04", "4");
  EXPECT_EQ(productperiode(t, dag("2022-04-20")), (Periode{dag("2022-04-08"), dag("2022-04-30")}));
  EXPECT_EQ(productperiode(t, dag("2022-05-20")), (Periode{dag("2022-05-01"), dag("2022-05-31")}));
  EXPECT_EQ(productperiode(t, dag("2022-06-01")), (Periode{dag("2022-06-01"), dag("2022-06-17")}));
  EXPECT_EQ(productperiode(t, dag("2022-07-01")), std::nullopt);
}

TEST(Omvang, EveryWorkedLimit) {
  NEEDS_STANDAARD();
  int seen = 0;
  for (const auto& row : read_rows(standaard() / "volume_cases.csv")) {
    const std::string &id = row[0], &what = row[11], &computed = row[12];
    if (what.starts_with("max")) {
      const Toewijzing t = toewijzing(row[7], row[8], std::stoll(row[5]), row[3], row[4], row[6]);
      const Variant v = row[2] == "output" ? Variant::output : Variant::inspanning;
      EXPECT_EQ(what.ends_with("toewijzing") ? in_all(t, v) : per_period(t, v, row[9], row[10]), std::stoll(computed))
          << id;
    } else if (id[0] == 'H') {
      const std::int64_t minutes = std::stoll(what.substr(what.find("period") + 7));
      EXPECT_EQ(uren_uit_minuten(minutes), computed.empty() ? 0 : std::stoll(computed)) << id;
    } else if (id[0] == 'T') {
      const std::int64_t tariff = std::stoll(what.substr(what.find("tariff") + 7));
      EXPECT_EQ(bedrag_van_minuten(tariff, std::stoll(row[5])), std::stoll(computed)) << id;
    } else {
      const Toewijzing t = toewijzing(row[7], row[8], 1, "04", "4");
      EXPECT_EQ(productperiode(t, dag(row[9])), (Periode{dag(row[9]), dag(row[10])})) << id;
    }
    ++seen;
  }
  EXPECT_EQ(seen, 34);
}

TEST(Omvang, TR321SaysHowItCounts) {
  const Toewijzing t = toewijzing("2025-07-07", "2025-09-06", 3, "04", "2");
  EXPECT_EQ(max_per_periode(t, Variant::inspanning, {dag("2025-07-07"), dag("2025-07-31")}),
            (Grens{4, 3, Grens::Maat::weken}));
  EXPECT_EQ(max_per_periode(t, Variant::output, {dag("2025-08-01"), dag("2025-08-31")}),
            (Grens{6, 3, Grens::Maat::weken}));
  EXPECT_EQ(max_per_periode(Toewijzing{}, Variant::output, {dag("2025-08-01"), dag("2025-08-31")}), std::nullopt);
  EXPECT_EQ(max_over_looptijd(Toewijzing{}, Variant::output), std::nullopt);
}

/// Five days from Monday are one week, wherever the month ends.
TEST(Omvang, TR321OutputWithoutASunday) {
  const Toewijzing t = toewijzing("2024-04-29", "2024-05-03", 30000, "83", "2");
  EXPECT_EQ(per_period(t, Variant::output, "2024-04-29", "2024-04-30"), 0);
  EXPECT_EQ(per_period(t, Variant::output, "2024-05-01", "2024-05-03"), 30000);
  EXPECT_EQ(in_all(t, Variant::output), 30000);
}

TEST(Omvang, WeeksOfCalendar) {
  const auto weeks = [](std::string_view van, std::string_view tot) { return weken({dag(van), dag(tot)}); };
  EXPECT_EQ(weeks("2021-02-01", "2021-02-28"), 4);  // Monday to Sunday
  EXPECT_EQ(weeks("2022-05-01", "2022-05-31"), 6);  // begins on a Sunday
  EXPECT_EQ(weeks("2024-12-30", "2025-01-05"), 1);  // over the end of a year
  EXPECT_EQ(weeks("2025-07-07", "2025-07-06"), 0);  // ends before it begins
  EXPECT_EQ(zondagen({dag("2025-07-07"), dag("2025-07-06")}), 0);
  EXPECT_EQ(dagen({dag("2025-07-07"), dag("2025-07-06")}), 0);
  EXPECT_EQ(maanden({dag("2025-07-07"), dag("2025-06-06")}), 0);
  EXPECT_EQ(zondagen({dag("2025-07-06"), dag("2025-07-06")}), 1);
  EXPECT_EQ(zondagen({dag("2025-07-07"), dag("2025-07-12")}), 0);
  EXPECT_EQ(maanden({dag("2025-12-31"), dag("2026-01-01")}), 2);
}

/// Counts day by day: the slow way that everybody believes.
TEST(Omvang, CountsAreThoseOfAWalkThroughTheDays) {
  const auto seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int run = 0; run < 500; ++run) {
    const Datum begin = dag("2019-01-01") + std::chrono::days(random() % 4000),
                end = begin + std::chrono::days(random() % 120);
    std::int64_t days = 0, weeks = 0, sundays = 0, months = 0;
    for (Datum day = begin; day <= end; day += std::chrono::days(1)) {
      const std::chrono::weekday weekday(day);
      ++days;
      if (day == begin || weekday == std::chrono::Monday) ++weeks;
      if (weekday == std::chrono::Sunday) ++sundays;
      if (day == begin || std::chrono::year_month_day(day).day() == std::chrono::day(1)) ++months;
    }
    const Periode period{begin, end};
    EXPECT_EQ(dagen(period), days);
    EXPECT_EQ(weken(period), weeks);
    EXPECT_EQ(zondagen(period), sundays);
    EXPECT_EQ(maanden(period), months);
  }
}

/// Minutes: never more than the hours say, and adding minutes never lowers what may be charged.
TEST(Omvang, TR346GrowsWithTheMinutes) {
  const auto seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int run = 0; run < 2000; ++run) {
    const std::int64_t tariff = random() % 20000, minutes = random() % 10000;
    EXPECT_LE(uren_uit_minuten(minutes), uren_uit_minuten(minutes + 1));
    EXPECT_LE(bedrag_van_minuten(tariff, minutes), bedrag_van_minuten(tariff, minutes + 1));
    EXPECT_EQ(bedrag_van_minuten(tariff, 60 * (minutes % 100)), tariff * (minutes % 100));
    EXPECT_EQ(uren_uit_minuten(60 * minutes), minutes);
    EXPECT_LE(std::abs(60 * minuuttarief(tariff) - tariff), 30);
  }
}

/// Months cut a toewijzing: together they allow at least what the whole allows; output and days exactly that. Of
/// inspanning the weeks at a border count twice. Over the whole both variants have the weeks that are touched.
TEST(Omvang, MonthsTogetherAllowTheWhole) {
  const auto seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int run = 0; run < 2000; ++run) {
    const Datum begin = dag("2023-01-01") + std::chrono::days(random() % 800),
                end = begin + std::chrono::days(random() % 500);
    const char* frequentie[] = {"1", "2", "4", "6"};
    Toewijzing t = toewijzing("2023-01-01", "", static_cast<std::int64_t>(random() % 100), "04",
                              frequentie[random() % 4], random() % 5 == 0 ? "01" : "02");
    t.ingangsdatum = begin;
    t.einddatum = end;
    std::int64_t inspanning = 0, output = 0, months = 0;
    for (Datum day = begin; day <= end; ++months) {
      const Periode month = productperiode(t, day).value();
      const std::int64_t i = max_per_periode(t, Variant::inspanning, month)->totaal(),
                         o = max_per_periode(t, Variant::output, month)->totaal();
      EXPECT_GE(i, 0);
      EXPECT_GE(o, 0);
      inspanning += i;
      output += o;
      day = month.tot + std::chrono::days(1);
    }
    const std::int64_t whole = in_all(t, Variant::inspanning), whole_output = in_all(t, Variant::output);
    EXPECT_GE(inspanning, whole);
    EXPECT_GE(whole, 0);
    if (t.frequentie == "1") {
      EXPECT_EQ(inspanning, whole);
    } else if (t.frequentie == "2" && t.categorie != "01") {
      EXPECT_LE(inspanning, whole + (months - 1) * *t.volume);
    }
    EXPECT_EQ(whole_output, whole);
    if (t.frequentie != "6") {
      EXPECT_EQ(output, whole_output);
    }
  }
}

}  // namespace
}  // namespace zorgkader::iwmo
