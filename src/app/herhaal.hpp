// A run once more, from the JSON that `bereken` wrote: the same files, the same words, the same outcomes.
#pragma once

#include "app/bereken.hpp"

namespace zorgkader {

struct Herhaald {
  std::string bestand;  ///< the JSON
  Opdrachtgegevens gegevens;
  std::unique_ptr<Geladen> geladen;  ///< stays where it is: its run refers to it
  Berekening berekening;
};

/// Where the document and the facts are looked for.
enum class Waar {
  zoals_genoemd,  ///< as they were named then; where that is not there from here, seen from the folder of the JSON
  ernaast         ///< only in the folder of the JSON, and not outside it
};

/// Refuses when the file is no such JSON, when document or facts are gone, or when they are not what they were.
Result<Herhaald> herhaal(const std::string& bestand, Waar waar = Waar::zoals_genoemd);

}  // namespace zorgkader
