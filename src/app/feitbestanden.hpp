// Feitbestanden: files with facts that went into a dossier, as facts.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "dossier/regio.hpp"
#include "feiten/feiten.hpp"

namespace zorgkader {

/// Adds to `out` what the newest files give of what is asked, and the findings about them; where a file lies for the
/// moment is in none of those. `elders`: facts that only another arrangement asks for. Throws dossier::OpslagFout.
void read_feitbestanden(const dossier::Regio& regio, const std::vector<FeitVorm>& gevraagd,
                        const std::set<std::string>& elders, Feiten& out);

}  // namespace zorgkader
