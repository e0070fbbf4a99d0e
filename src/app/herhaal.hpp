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

/// Refuses when the file is no such JSON, when document or facts are gone, or when they are not what they were.
Result<Herhaald> herhaal(const std::string& bestand);

}  // namespace zorgkader
