// Messages read out, made from JSON, and answered.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/toetsbronnen.hpp"
#include "iwmo/boom.hpp"

namespace zorgkader {

/// A message, or why there is none.
struct Gemaakt {
  Berichtverdict verdict;  ///< of the file that it comes from; its findings stood in the way unless there is a message
  std::optional<iwmo::Boom> bericht;
};
using OpGemaakt = std::function<void(const Gemaakt&)>;

/// Every message as a tree; one that does not fit the schema comes with its findings and without a tree.
void lees_berichten(const std::vector<std::string>& paden, const OpGemaakt& take, const OpVoortgang& voortgang = {});

/// A message for every object in the files. It passes levels 1 and 2, or there is none.
void maak_berichten(const std::vector<std::string>& bestanden, const OpGemaakt& take);

struct Antwoordvraag {
  std::vector<std::string> paden;
  Datum dagtekening{};
  std::string identificatie;  ///< empty: that of the message that is answered, or for a 325 one made of it
  Toetspaden bronnen;
};

/// An answer, or what keeps it from being a good message; neither where none is due.
struct Antwoord {
  std::optional<iwmo::Boom> bericht;
  iwmo::Berichtbevindingen fouten;
};
/// The answer to `heen` after all its findings (iwmo/antwoord.hpp). Empty `identificatie`: one that is the same each
/// time.
Antwoord make_antwoord(const iwmo::Boom& heen, const iwmo::Berichtbevindingen& found, Datum dagtekening,
                       const std::string& identificatie = {});

/// The answer to every message that has one (iwmo/antwoord.hpp), after all checks; the verdict has the findings that it
/// tells.
void beantwoord_berichten(const Antwoordvraag& vraag, const OpGemaakt& take, const OpVoortgang& voortgang = {});

/// Made-up messages, as files in a new or empty folder.
struct Voorbeeldvraag {
  std::uint64_t zaad = 2023, clienten = 100, aanbieders = 4, gemeenten = 3, fouten_per_duizend = 0;
  int jaar = 2023;
};
struct Voorbeeldberichten {
  std::size_t toewijzingen = 0, declaraties = 0;
  std::optional<std::string> fout;  ///< a Dutch sentence when the files cannot be made
};
Voorbeeldberichten maak_voorbeeldberichten(const Voorbeeldvraag& vraag, const std::string& map);

/// The file of a message: UTF-8, CR/LF.
std::string message_bytes(const iwmo::Boom& bericht);
/// `WMO306_42420001_0384_HEEN7.xml`: kind, sender, receiver and number of a message, as a file name.
std::string file_name(const iwmo::Boom& bericht);

}  // namespace zorgkader
