// Toewijzingtoets: what a 301 assigns against what was agreed with its provider.
#pragma once

#include "dossier/contracten.hpp"
#include "dossier/stand.hpp"
#include "iwmo/berichtbevinding.hpp"

namespace zorgkader::dossier {

/// What the registers have against lines of a 301: no contract for this service in this gemeente on that day, a
/// subcontractor in place of the provider that he works for, a size under a task. A line that says what was assigned
/// already (OP087), or takes it back, is not judged again. The findings are of level 4 and carry no code: none refuses
/// a message (ADR 0029).
iwmo::Berichtbevindingen toets_toewijzing(const iwmo::Boom& toewijzing, const Stand& stand,
                                          const Contracten& contracten);

}  // namespace zorgkader::dossier
