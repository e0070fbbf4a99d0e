// Moments as text.
#include "values/moment.hpp"

#include <fmt/format.h>

#include <charconv>

namespace zorgkader {

namespace chr = std::chrono;

std::string format_moment(Moment moment) {
  const auto day = chr::floor<chr::days>(moment);
  const chr::hh_mm_ss<chr::microseconds> time(moment - day);
  return fmt::format("{}T{:02}:{:02}:{:02}.{:06}Z", format_datum(Datum(day)), time.hours().count(),
                     time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

std::optional<Moment> parse_moment(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00T00:00:00.000000Z";
  if (text.size() != kForm.size()) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kForm[i] == '0' ? !digit : text[i] != kForm[i]) return std::nullopt;
  }
  const auto number = [&](std::size_t from, std::size_t size) {
    int out = 0;
    std::from_chars(text.data() + from, text.data() + from + size, out);
    return out;
  };
  const auto day = parse_datum(std::string(text.substr(0, 10)));
  const int hour = number(11, 2), minute = number(14, 2), second = number(17, 2);
  if (!day || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  return Moment(*day) + chr::hours(hour) + chr::minutes(minute) + chr::seconds(second) +
         chr::microseconds(number(20, 6));
}

namespace {

chr::hours ahead_of_utc(Moment moment) {
  const chr::year year = chr::year_month_day(chr::floor<chr::days>(moment)).year();
  const auto change = [&](chr::month month) {
    return Moment(chr::sys_days(year / month / chr::Sunday[chr::last])) + chr::hours(1);
  };
  return chr::hours(moment >= change(chr::March) && moment < change(chr::October) ? 2 : 1);
}

}  // namespace

std::string format_moment_nl(Moment moment) {
  const std::string there = format_moment(moment + ahead_of_utc(moment));
  constexpr std::size_t kDay = 10, kTime = 8;
  return there.substr(0, kDay) + " " + there.substr(kDay + 1, kTime);
}

Datum dag_van(Moment moment) {
  return Datum(chr::floor<chr::days>(moment + ahead_of_utc(moment)));
}

Moment einde_van_dag(Datum dag) {
  // No clock changes in the hours around midnight, so its own end says how far ahead the day is.
  const Moment end = Moment(dag) + chr::days(1);
  return end - ahead_of_utc(end - chr::hours(1));
}

}  // namespace zorgkader
