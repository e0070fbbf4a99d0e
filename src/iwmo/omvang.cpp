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

/// The week in which a toewijzing ends without its Sunday counts in the period with the last Sunday, and in that of the
/// end when there is no Sunday at all. So the whole toewijzing has the weeks that it touches.
std::int64_t weeks_of_output(const Toewijzing& t, Periode period) {
  const Datum last_sunday = sunday_before(t.looptijd().tot);
  const bool one_more = t.einddatum && last_sunday != *t.einddatum &&
                        period.contains(last_sunday >= t.ingangsdatum ? last_sunday : *t.einddatum);
  return zondagen(period) + (one_more ? 1 : 0);
}

/// Per week, over a part or the whole of a toewijzing.
Grens per_week(const Toewijzing& t, Variant variant, Periode period) {
  return {variant == Variant::output ? weeks_of_output(t, period) : weken(period), *t.volume, Grens::Maat::weken};
}

}  // namespace

std::int64_t dagen(Periode periode) {
  return periode.tot < periode.van ? 0 : (periode.tot - periode.van).count() + 1;
}

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

bool is_vergelijkbaar(const Toewijzing& t, std::string_view eenheid) {
  return eenheid == t.eenheid || (t.eenheid == "04" && eenheid == "01");
}

std::int64_t vergelijkbaar(std::int64_t volume, std::string_view eenheid, const Toewijzing& t) {
  return t.eenheid == "04" && eenheid == "04" ? volume * 60 : volume;
}

std::optional<Grens> max_per_periode(const Toewijzing& t, Variant variant, Periode periode) {
  if (!t.volume) return std::nullopt;
  if (t.frequentie == "1") return Grens{dagen(periode), *t.volume, Grens::Maat::dagen};
  if (t.frequentie == "4") return Grens{1, *t.volume, Grens::Maat::maanden};
  if (t.frequentie != "2") return Grens{1, *t.volume, Grens::Maat::geheel};
  if (variant != Variant::output && t.categorie == kHuishouden)
    return Grens{kWekenHuishouden, *t.volume, Grens::Maat::weken};
  return per_week(t, variant, periode);
}

std::optional<Grens> max_over_looptijd(const Toewijzing& t, Variant variant) {
  if (!t.volume) return std::nullopt;
  if (t.frequentie == "6") return Grens{1, *t.volume, Grens::Maat::geheel};
  if (!t.einddatum) return std::nullopt;
  const Periode all = t.looptijd();
  if (t.frequentie == "1") return Grens{dagen(all), *t.volume, Grens::Maat::dagen};
  if (t.frequentie == "4") return Grens{maanden(all), *t.volume, Grens::Maat::maanden};
  return per_week(t, variant, all);
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
  return common_days({first_of_month(dag), last_of_month(dag)}, t.looptijd());
}

}  // namespace zorgkader::iwmo
