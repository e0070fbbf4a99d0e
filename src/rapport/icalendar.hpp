// Afsprakenlijst: appointments, and the calendar file (iCalendar, RFC 5545) that other programs take them from.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "values/moment.hpp"

namespace zorgkader {

struct Afspraak {
  std::string uid;  ///< the same for the same appointment, also on another day
  std::string titel, omschrijving;
  Datum dag{};
  int begin = 0;  ///< minutes after midnight in the Netherlands
  int minuten = 0;
};

struct Afsprakenlijst {
  std::string naam;
  Moment nu{};  ///< when it was made
  std::vector<Afspraak> afspraken;
};

/// In the order of the list; the same list gives the same bytes. The only place that knows libical.
void write_ical(const Afsprakenlijst& lijst, std::ostream& out);

}  // namespace zorgkader
