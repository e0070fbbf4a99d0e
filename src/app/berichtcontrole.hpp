// Messages judged: every file with its verdict and all findings.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/toetsbronnen.hpp"

namespace zorgkader {

struct Berichtvraag {
  std::vector<std::string> paden;  ///< files, folders, archives
  std::string xsd;                 ///< folder with the official schemas; empty: own tables only
  std::optional<Datum> nu;         ///< the day of judging; nothing: rules that ask it are silent
  Toetspaden bronnen;
  unsigned threads = 1;
};

/// Verdicts in the order of the call, each as soon as it and all before it are there. When what is judged against
/// cannot be read, only that is told. `voortgang` comes from other threads, never while `take` or itself runs.
void controleer_berichten(const Berichtvraag& vraag, const std::function<void(const Berichtverdict&)>& take,
                          const OpVoortgang& voortgang = {});

/// One line: `{"bestand": .., "bericht": .., "uitslag": "goed"|"fout", "bevindingen": [..]}`, and `niet_getoond` when
/// findings were left out.
std::string to_json(const Berichtverdict& verdict);

}  // namespace zorgkader
