// Kalender: steps and counts in weeks, months and working days, as Dutch arrangements use them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "values/datum.hpp"
#include "values/eenheid.hpp"
#include "values/getal.hpp"

namespace zorgkader {

/// Units of time that a date can step by.
enum class Tijdmaat { dag, week, maand, kwartaal, jaar, werkdag };

/// The step that a unit stands for; nothing for `uur`, `€/maand` and the like.
std::optional<Tijdmaat> tijdmaat(const Eenheid& eenheid);

Datum first_of_month(Datum d);
Datum last_of_month(Datum d);

/// Monday to Friday, and no holiday of the Algemene termijnenwet (art. 3): 1 January, Good Friday, Easter Monday,
/// King's Day (27 April, a day earlier when that is a Sunday; 30 April before 2014), 5 May, Ascension Day, Whit Monday
/// and both days of Christmas.
bool is_werkdag(Datum d);

/// `d` and a number of steps, backwards when negative. A month has the same day of the month, or its last day where
/// that does not exist. Nothing when the result lies outside the years 1 to 9999.
std::optional<Datum> step(Datum d, std::int64_t count, Tijdmaat maat);

/// What the language can ask of the calendar; all but the last three take two dates.
enum class Kalendervraag {
  weken,           ///< whole weeks from the first date to the second; negative when the second comes first
  maanden,         ///< whole months
  jaren,           ///< whole years: an age
  werkdagen,       ///< working days after the first date, up to and including the second
  jaar_365,        ///< years: days / 365, the second date not included
  jaar_werkelijk,  ///< years: each day a 365th or 366th, as its own year has it
  jaar_30_360,     ///< years: months of 30 days, years of 360 (European rule)
  werkdag,         ///< the date itself when it is a working day, else the first one after it
  begin_van_maand,
  einde_van_maand
};

/// The answer: a number in the unit of the question, or for the last three the days since 1970 of a date.
Getal ask(Kalendervraag vraag, Datum van, Datum tot);

}  // namespace zorgkader
