// Ontvangstbewijs: what one import took in, and between which prints of the logs: enough to do it over elsewhere.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "values/bevinding.hpp"
#include "values/moment.hpp"

namespace zorgkader {

/// The last event of a log at some moment.
struct Logstand {
  std::string log;  ///< CBS code of the gemeente, or `regio`
  std::int64_t nummer = 0;
  std::string afdruk;  ///< 64 hexadecimal characters
  friend bool operator==(const Logstand&, const Logstand&) = default;
};

struct Ontvangstbewijs {
  std::string programma;  ///< its version
  Moment moment{};        ///< when it came in
  std::string door;       ///< who did it
  bool lijsten = false;   ///< judged by lists from outside the dossier
  struct Bestand {
    std::string naam, sha256;
  };
  std::vector<Bestand> bestanden;  ///< as they were delivered; archives as a whole
  struct Regel {
    std::string naam;      ///< of the message or table
    std::string uitslag;   ///< `vastgelegd`, `geweigerd`, `was er al`, `overgeslagen`
    std::string antwoord;  ///< file of the answer; empty: none
  };
  std::vector<Regel> regels;
  std::vector<Logstand> voor, na;  ///< by log; one that was not there is not in it
};

/// Format `zorgkader-ontvangstbewijs`, version 1: a file, a message and a log a line.
void write_ontvangstbewijs(const Ontvangstbewijs& bewijs, std::ostream& out);
/// Takes any bytes.
Result<Ontvangstbewijs> lees_ontvangstbewijs(std::string_view json, const std::string& bestand);

}  // namespace zorgkader
