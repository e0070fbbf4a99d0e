// Calendar arithmetic. Working days are counted with a table of holidays a year, not day by day.
#include "values/kalender.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace zorgkader {
namespace {

using namespace std::chrono;

constexpr int kLastYear = 9999;

/// Easter Sunday of a year (Gregorian calendar, Meeus, Jones and Butcher).
Datum easter(int y) {
  const int a = y % 19, b = y / 100, c = y % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
  return year(y) / month(static_cast<unsigned>(n / 31)) / day(static_cast<unsigned>(n % 31 + 1));
}

Datum kings_day(int y) {
  const Datum d = y < 2014 ? Datum(year(y) / 4 / 30) : Datum(year(y) / 4 / 27);
  return weekday(d) == Sunday ? d - days(1) : d;
}

/// The holidays of a year in order of date.
std::array<Datum, 9> holidays(int y) {
  const Datum e = easter(y);
  std::array<Datum, 9> out = {Datum(year(y) / 1 / 1),  e - days(2),  e + days(1),  kings_day(y),
                              Datum(year(y) / 5 / 5),  e + days(39), e + days(50), Datum(year(y) / 12 / 25),
                              Datum(year(y) / 12 / 26)};
  std::sort(out.begin(), out.end());
  return out;
}

bool in_the_week(Datum d) {
  return weekday(d).iso_encoding() <= 5;
}

/// Holidays on Monday to Friday of one year, up to and including `last`.
int free_days(int y, Datum last) {
  int out = 0;
  Datum before{};
  for (const Datum h : holidays(y)) {
    if (h > last) break;
    out += h != before && in_the_week(h);  // Ascension Day can fall on 5 May
    before = h;
  }
  return out;
}

/// Days of Monday to Friday from 1 January of the year 1 (a Monday) up to and including `d`.
std::int64_t week_days(Datum d) {
  const std::int64_t n = (d - kGeenBegin).count() + 1;
  return n / 7 * 5 + std::min<std::int64_t>(n % 7, 5);
}

/// Working days from the year 1 up to and including `d`.
std::int64_t working_days(Datum d) {
  static const std::vector<int> before = [] {
    std::vector<int> out(static_cast<std::size_t>(kLastYear) + 2);
    for (int y = 1; y <= kLastYear; ++y)
      out[static_cast<std::size_t>(y) + 1] = out[static_cast<std::size_t>(y)] + free_days(y, year(y) / 12 / 31);
    return out;
  }();
  const int y = year_of(d);
  return week_days(d) - before[static_cast<std::size_t>(y)] - free_days(y, d);
}

bool in_reach(Datum d) {
  return d >= kGeenBegin && d <= kGeenEinde;
}

/// The first day up to and including which there are `count` working days.
std::optional<Datum> day_with(std::int64_t count) {
  if (count < 1 || count > working_days(kGeenEinde)) return std::nullopt;
  Datum low = kGeenBegin, high = kGeenEinde;
  while (low < high) {
    const Datum middle = low + (high - low) / 2;
    if (working_days(middle) < count)
      low = middle + days(1);
    else
      high = middle;
  }
  return low;
}

std::optional<Datum> add_months(Datum d, std::int64_t count) {
  const year_month_day from(d);
  const std::int64_t month_number =
      static_cast<int>(from.year()) * std::int64_t{12} + static_cast<unsigned>(from.month()) - 1 + count;
  if (month_number < 12 || month_number >= (kLastYear + 1) * std::int64_t{12}) return std::nullopt;
  const year_month to = year(static_cast<int>(month_number / 12)) / month(static_cast<unsigned>(month_number % 12) + 1);
  const day last = year_month_day_last(to.year(), month_day_last(to.month())).day();
  return Datum(to / std::min(from.day(), last));
}

/// Whole steps of `months` months that fit between two dates.
std::int64_t months_between(Datum van, Datum tot, int months) {
  if (tot < van) return -months_between(tot, van, months);
  const year_month_day a(van), b(tot);
  std::int64_t out = (static_cast<int>(b.year()) - static_cast<int>(a.year())) * std::int64_t{12} +
                     static_cast<int>(static_cast<unsigned>(b.month())) -
                     static_cast<int>(static_cast<unsigned>(a.month()));
  if (add_months(van, out).value_or(kGeenEinde) > tot) --out;
  return out / months;
}

Getal years_by_calendar(Datum van, Datum tot) {
  if (tot < van) return -years_by_calendar(tot, van);
  Getal out;
  for (Datum from = van; from < tot;) {
    const year y = year_month_day(from).year();
    const Datum to = y == year(kLastYear) ? tot : std::min(tot, Datum((y + years(1)) / 1 / 1));
    out += Getal::breuk((to - from).count(), y.is_leap() ? 366 : 365);
    from = to;
  }
  return out;
}

Getal years_of_360(Datum van, Datum tot) {
  const year_month_day a(van), b(tot);
  const auto number = [](const year_month_day& d) {
    return static_cast<int>(d.year()) * std::int64_t{360} + static_cast<unsigned>(d.month()) * std::int64_t{30} +
           std::min(static_cast<unsigned>(d.day()), 30U);
  };
  return Getal::breuk(number(b) - number(a), 360);
}

Getal as_number(Datum d) {
  return Getal(d.time_since_epoch().count());
}

}  // namespace

Datum first_of_month(Datum d) {
  const year_month_day ymd(d);
  return ymd.year() / ymd.month() / 1;
}

Datum last_of_month(Datum d) {
  const year_month_day ymd(d);
  return ymd.year() / ymd.month() / last;
}

std::optional<Tijdmaat> tijdmaat(const Eenheid& eenheid) {
  static const std::array<std::pair<Eenheid, Tijdmaat>, 6> kSteps = {{{Eenheid::basis("dag"), Tijdmaat::dag},
                                                                      {Eenheid::basis("week"), Tijdmaat::week},
                                                                      {Eenheid::basis("maand"), Tijdmaat::maand},
                                                                      {Eenheid::basis("kwartaal"), Tijdmaat::kwartaal},
                                                                      {Eenheid::basis("jaar"), Tijdmaat::jaar},
                                                                      {Eenheid::basis("werkdag"), Tijdmaat::werkdag}}};
  for (const auto& [unit, maat] : kSteps) {
    if (unit.like(eenheid)) return maat;
  }
  return std::nullopt;
}

bool is_werkdag(Datum d) {
  if (!in_the_week(d)) return false;
  const auto free = holidays(year_of(d));
  return std::find(free.begin(), free.end(), d) == free.end();
}

std::optional<Datum> step(Datum d, std::int64_t count, Tijdmaat maat) {
  constexpr std::int64_t kFarthest = 4'000'000;
  if (!in_reach(d) || count < -kFarthest || count > kFarthest) return std::nullopt;
  switch (maat) {
    case Tijdmaat::maand:
      return add_months(d, count);
    case Tijdmaat::kwartaal:
      return add_months(d, 3 * count);
    case Tijdmaat::jaar:
      return add_months(d, 12 * count);
    case Tijdmaat::werkdag:
      if (count == 0) return d;
      // Back from a free day, the first working day before it is one step away.
      return day_with(working_days(count < 0 && is_werkdag(d) ? d - days(1) : d) + count + (count < 0 ? 1 : 0));
    case Tijdmaat::dag:
    case Tijdmaat::week:
      break;
  }
  const Datum out = d + days(static_cast<int>(count * (maat == Tijdmaat::week ? 7 : 1)));
  return in_reach(out) ? std::optional(out) : std::nullopt;
}

Getal ask(Kalendervraag vraag, Datum van, Datum tot) {
  switch (vraag) {
    case Kalendervraag::weken:
      return Getal((tot - van).count() / 7);
    case Kalendervraag::maanden:
      return Getal(months_between(van, tot, 1));
    case Kalendervraag::jaren:
      return Getal(months_between(van, tot, 12));
    case Kalendervraag::werkdagen:
      return Getal(working_days(tot) - working_days(van));
    case Kalendervraag::jaar_365:
      return Getal::breuk((tot - van).count(), 365);
    case Kalendervraag::jaar_werkelijk:
      return years_by_calendar(van, tot);
    case Kalendervraag::jaar_30_360:
      return years_of_360(van, tot);
    case Kalendervraag::werkdag:
      return as_number(is_werkdag(van) ? van : day_with(working_days(van) + 1).value_or(van));
    case Kalendervraag::begin_van_maand:
      return as_number(first_of_month(van));
    case Kalendervraag::einde_van_maand:
      break;
  }
  return as_number(last_of_month(van));
}

}  // namespace zorgkader
