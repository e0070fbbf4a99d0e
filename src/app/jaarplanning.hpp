// Jaarplanning: a day and a time for every meeting of a year. What it plans by comes in; it knows no arrangement.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "values/datum.hpp"

namespace zorgkader {

/// A meeting that needs a place. `wie` and `nummer` together name it.
struct Planwens {
  std::string wie;              ///< with whom: he has one meeting at a time too
  std::string nummer;           ///< which of his meetings
  std::optional<Periode> tijd;  ///< within which it must be; nothing: it is there only because it has a day
  int minuten = 0;
  std::vector<std::string> deelnemers;
  std::optional<Datum> dag;  ///< people chose it: it stands
  std::optional<int> begin;  ///< minutes after midnight; with `dag` only
};

struct Planruimte {
  std::array<std::vector<int>, 7> tijdstippen;          ///< by weekday from Monday on: minutes after midnight
  std::vector<Periode> vrij;                            ///< no meetings
  std::map<std::string, std::vector<Periode>> afwezig;  ///< of who takes part
  int per_dag = 0;                                      ///< meetings of one person; 0: any number
};

enum class Planstand {
  gepland,
  vast,    ///< on the day that was chosen
  verzet,  ///< it stood where a chosen one came
  niet_gepland
};

struct Planplek {
  Planstand stand = Planstand::niet_gepland;
  Datum dag{};
  int begin = 0;                      ///< minutes after midnight
  std::string reden;                  ///< why not, or why moved
  std::vector<std::string> bezwaren;  ///< against a day that was chosen: it stands all the same
};

/// One place a wish, in the order of the wishes; that order changes no place. Days are working days; nobody has two
/// meetings at once; those of one provider keep their distance and the weeks are equally full. A chosen day moves only
/// its own meeting, and those that stood in its way.
std::vector<Planplek> plan_jaar(const std::vector<Planwens>& wensen, const Planruimte& ruimte);

}  // namespace zorgkader
