// Messages judged: every file with its verdict and all findings.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/berichten.hpp"
#include "iwmo/toetsing.hpp"

namespace zorgkader {

struct Berichtvraag {
  std::vector<std::string> paden;  ///< files, folders, archives
  std::string xsd;                 ///< folder with the official schemas; empty: own tables only
  std::optional<Datum> nu;         ///< the day of judging; nothing: rules that ask it are silent
  unsigned threads = 1;
};

struct Berichtverdict {
  std::string bestand;
  std::string bericht;  ///< `WMO323`; empty when it is no message of this release
  std::size_t bytes = 0;
  iwmo::Berichtbevindingen bevindingen;  ///< code `BESTAND` when the file could not be read
  std::size_t niet_getoond = 0;
  bool goed() const { return bevindingen.empty(); }
};

/// Verdicts in the order of the call, each as soon as it and all before it are there.
void controleer_berichten(const Berichtvraag& vraag, const std::function<void(const Berichtverdict&)>& take,
                          const OpVoortgang& voortgang = {});

/// One line: `{"bestand": .., "bericht": .., "uitslag": "goed"|"fout", "bevindingen": [..]}`, and `niet_getoond` when
/// findings were left out.
std::string to_json(const Berichtverdict& verdict);

}  // namespace zorgkader
