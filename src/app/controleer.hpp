// controleer: is a document sound, and where does what it publishes depart from its own rules?
#pragma once

#include "app/opdracht.hpp"

namespace zorgkader {

/// All findings of the document (and of facts, when given): faults, departures of published figures, notes of `eis`
/// lines. Computes whatever needs no absent fact.
Bevindingen controleer(const Opdrachtgegevens& gegevens);

}  // namespace zorgkader
