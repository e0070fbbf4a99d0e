// The functions of the language that ask something of the calendar, as one table.
#pragma once

#include <string_view>

#include "regeling/formule.hpp"
#include "values/kalender.hpp"

namespace zorgkader {

struct Kalenderfunctie {
  std::string_view naam;
  std::string_view wijze;  ///< the text that has to follow the dates; empty: nothing follows
  Kalendervraag vraag;
  std::size_t datums;        ///< how many dates it takes
  std::string_view eenheid;  ///< of the answer; empty: a date
};

bool is_kalenderfunctie(std::string_view naam);
/// The function that a call stands for; nullptr when name, number of arguments or way of counting do not fit.
const Kalenderfunctie* kalenderfunctie(const Uitdrukking& call);
/// How calls of that name are written, for messages: `jaardeel(van; tot; "30/360")`.
std::string voorbeelden_van(std::string_view naam);

}  // namespace zorgkader
