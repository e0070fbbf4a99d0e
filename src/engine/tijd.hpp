// Kernels for dates: steps along the calendar, and what lies between two days.
#pragma once

#include "engine/kernels.hpp"
#include "values/kalender.hpp"

namespace zorgkader {

/// Dates (days since 1970) plus `sign` times a whole number of steps; a broken number, or a day beyond the year 9999,
/// leaves `fout` in its cell.
Vec step_dates(const Vec& date, const Vec& steps, Tijdmaat maat, int sign, std::size_t count, Buffer& out);

/// The answer to a question about one date, or with `tot` about two.
Vec ask_dates(Kalendervraag vraag, const Vec& van, const Vec& tot, std::size_t count, Buffer& out);

}  // namespace zorgkader
