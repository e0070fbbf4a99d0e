// Moment: a point in time in UTC, to the microsecond. It comes in at the edge; no room asks a clock.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "values/datum.hpp"

namespace zorgkader {

using Moment = std::chrono::sys_time<std::chrono::microseconds>;

/// `2026-11-30T09:15:00.000000Z`: as text in the same order as in time.
std::string format_moment(Moment moment);
/// For people: the day and the time that it is in the Netherlands, to the second: `2026-11-30 10:15:00`.
std::string format_moment_nl(Moment moment);
/// The exact inverse of `format_moment`; nothing for any other text.
std::optional<Moment> parse_moment(std::string_view text);
/// The day that it is in the Netherlands: an hour later than UTC, and two from the last Sunday of March to the last
/// Sunday of October, both at 01:00 UTC (directive 2000/84/EC; Besluit zomertijd).
Datum dag_van(Moment moment);
/// The first moment after a day in the Netherlands.
Moment einde_van_dag(Datum dag);

}  // namespace zorgkader
