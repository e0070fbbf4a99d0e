// dekking: which clauses of a document the program applies, which people do, and which only inform.
#pragma once

#include "app/opdracht.hpp"
#include "rapport/dekking.hpp"

namespace zorgkader {

struct DekkingAntwoord {
  Dekking dekking;  ///< without clauses when the document has errors
  Bevindingen bevindingen;
};

/// The document heading by heading. With facts also the total of every quantity in plain euros that could be computed.
DekkingAntwoord dekking(const Opdrachtgegevens& gegevens);

}  // namespace zorgkader
