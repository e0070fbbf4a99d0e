// Regelingwerk: what an arrangement leaves to be done in a dossier: its terms, and its requirements that fail.
#pragma once

#include "app/dossierstand.hpp"
#include "app/werklijst.hpp"

namespace zorgkader {

/// Appends to the list; `dossier` is that of the question. A term is there for every member for whom its last day is
/// known; a requirement for every row that fails and has a key of which facts bring the members (a client, a plan):
/// others are about the document, and become findings.
void add_regelingwerk(const std::string& regeling, const Werkvraag& vraag, const Dossierstand& dossier, Werklijst& out);

/// Findings for who shows failed requirements as lines of his own: those and notes are left out; that something could
/// not be judged is said once.
void take_findings(const std::string& regeling, Bevindingen& found, Bevindingen& out);

}  // namespace zorgkader
