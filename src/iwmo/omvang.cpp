// Counting weeks, Sundays and months, and what may be declared in them.
#include "iwmo/omvang.hpp"

#include <algorithm>

#include "iwmo/regelhulp.hpp"

namespace zorgkader::iwmo {
namespace {

using std::chrono::days;
using std::chrono::weekday;

constexpr std::int64_t kWekenHuishouden = 6;
constexpr std::string_view kHuishouden = "01";

/// The last Sunday on or before a day.
Datum sunday_before(Datum day) {
  return day - days(weekday(day).c_encoding());
}
Datum monday_of(Datum day) {
  return day - days(weekday(day).iso_encoding() - 1);
}

std::int64_t weeks_of_output(const Toewijzing& t, Periode period) {
  const Datum last_sunday = sunday_before(t.looptijd().tot);
  const bool one_more = t.einddatum && last_sunday != *t.einddatum && period.contains(last_sunday);
  return zondagen(period) + (one_more ? 1 : 0);
}

}  // namespace

std::int64_t weken(Periode periode) {
  if (periode.tot < periode.van) return 0;
  return (monday_of(periode.tot) - monday_of(periode.van)).count() / 7 + 1;
}

std::int64_t zondagen(Periode periode) {
  if (periode.tot < periode.van) return 0;
  return (sunday_before(periode.tot) - sunday_before(periode.van - days(1))).count() / 7;
}

std::int64_t maanden(Periode periode) {
  if (periode.tot < periode.van) return 0;
  const std::chrono::year_month_day a(periode.van), b(periode.tot);
  return (b.year() / b.month() - a.year() / a.month()).count() + 1;
}

std::optional<std::int64_t> max_per_periode(const Toewijzing& t, Variant variant, Periode periode) {
  if (!t.volume) return std::nullopt;
  if (t.frequentie == "1") return *t.volume * ((periode.tot - periode.van).count() + 1);
  if (t.frequentie != "2") return *t.volume;
  if (variant == Variant::output) return *t.volume * weeks_of_output(t, periode);
  return *t.volume * (t.categorie == kHuishouden ? kWekenHuishouden : weken(periode));
}

std::optional<std::int64_t> max_over_looptijd(const Toewijzing& t, Variant variant) {
  if (!t.volume) return std::nullopt;
  if (t.frequentie == "6") return *t.volume;
  if (!t.einddatum) return std::nullopt;
  const Periode all = t.looptijd();
  if (t.frequentie == "1") return *t.volume * ((all.tot - all.van).count() + 1);
  if (t.frequentie == "4") return *t.volume * maanden(all);
  return *t.volume * (variant == Variant::output ? weeks_of_output(t, all) : weken(all));
}

std::int64_t uren_uit_minuten(std::int64_t minuten) {
  return minuten <= 0 ? 0 : std::max<std::int64_t>(1, (minuten + 30) / 60);
}

std::int64_t minuuttarief(std::int64_t uurtarief_cent) {
  return (uurtarief_cent + 30) / 60;
}

std::int64_t bedrag_van_minuten(std::int64_t uurtarief_cent, std::int64_t minuten) {
  return (uurtarief_cent * minuten + 30) / 60;
}

std::optional<Periode> productperiode(const Toewijzing& t, Datum dag) {
  const Periode out{std::max(eerste_dag(dag), t.looptijd().van), std::min(laatste_dag(dag), t.looptijd().tot)};
  return out.van <= out.tot ? std::optional(out) : std::nullopt;
}

}  // namespace zorgkader::iwmo
