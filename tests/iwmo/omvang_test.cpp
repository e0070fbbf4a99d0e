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
  return max_per_periode(t, v, {dag(van), dag(tot)}).value_or(-1);
}

TEST(Omvang, TR321WeeksThatAPeriodTouches) {
  const Toewijzing t = toewijzing("2025-07-07", "2025-09-07", 3, "04", "2");
  EXPECT_EQ(per_period(t, Variant::inspanning, "2025-07-07", "2025-07-31"),
            12);  // four weeks, not the 9 of one example
  EXPECT_EQ(per_period(t, Variant::inspanning, "2025-08-01", "2025-08-31"), 15);
  EXPECT_EQ(per_period(t, Variant::inspanning, "2025-09-01", "2025-09-07"), 3);
  EXPECT_EQ(max_over_looptijd(t, Variant::inspanning), 27);
}

TEST(Omvang, TR321HelpAtHomeIsSixWeeks) {
  const Toewijzing t = toewijzing("2025-10-07", "2025-12-30", 3, "04", "2", "01");
  EXPECT_EQ(per_period(t, Variant::inspanning, "2025-10-07", "2025-10-31"), 18);
  EXPECT_EQ(max_over_looptijd(t, Variant::inspanning), 39);
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
  EXPECT_EQ(max_over_looptijd(toewijzing("2025-10-14", "2025-12-13", 15, "04", "4"), Variant::inspanning), 45);
  EXPECT_EQ(max_over_looptijd(toewijzing("2025-10-14", "2025-10-20", 2, "04", "1"), Variant::inspanning), 14);
  EXPECT_EQ(max_over_looptijd(toewijzing("2025-10-14", "", 2, "04", "2"), Variant::inspanning), std::nullopt);
  EXPECT_EQ(max_over_looptijd(toewijzing("2025-10-14", "", 40, "04", "6"), Variant::inspanning), 40);
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
      EXPECT_EQ(what.ends_with("toewijzing") ? max_over_looptijd(t, v).value() : per_period(t, v, row[9], row[10]),
                std::stoll(computed))
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

/// Months cut a toewijzing: together they allow at least what the whole allows, and output exactly that.
TEST(Omvang, MonthsTogetherAllowTheWhole) {
  const auto seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int run = 0; run < 2000; ++run) {
    const Datum begin = dag("2023-01-01") + std::chrono::days(random() % 800),
                end = begin + std::chrono::days(random() % 500);
    Toewijzing t =
        toewijzing("2023-01-01", "", static_cast<std::int64_t>(random() % 100), "04", random() % 2 == 0 ? "2" : "4");
    t.ingangsdatum = begin;
    t.einddatum = end;
    std::int64_t inspanning = 0, output = 0;
    for (Datum day = begin; day <= end;) {
      const Periode month = productperiode(t, day).value();
      inspanning += max_per_periode(t, Variant::inspanning, month).value();
      output += max_per_periode(t, Variant::output, month).value();
      day = month.tot + std::chrono::days(1);
    }
    EXPECT_GE(inspanning, max_over_looptijd(t, Variant::inspanning).value());
    const bool one_sunday = zondagen({begin, end}) > 0;
    if (one_sunday) {
      EXPECT_EQ(output, max_over_looptijd(t, Variant::output).value());
    }
  }
}

}  // namespace
}  // namespace zorgkader::iwmo
