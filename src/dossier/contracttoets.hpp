// Contracttoets: lines of a declaration against what was agreed with their provider.
#pragma once

#include "dossier/contracten.hpp"
#include "dossier/stand.hpp"
#include "iwmo/berichtbevinding.hpp"

namespace zorgkader::dossier {

/// What the contract of the provider has against lines of a 323 that is good at levels 1 and 2: no contract for this
/// service in this gemeente on that day, a task that is not paid a client at a time, a cost that the tariff holds
/// already, an age that does not fit, a ceiling that is full. Credit lines are not refused for what they say (IV085).
/// The findings are of level 4 and carry code 0611: the list of the standard has one code for what differs from the
/// contract (ADR 0025).
iwmo::Berichtbevindingen toets_contract(const iwmo::Boom& declaratie, const Stand& stand, const Contracten& contracten);

/// Cents that were declared on a contract over days in a calendar year and not refused, in one gemeente.
std::int64_t besteed(const Contract& contract, int jaar, const Stand& stand, const Contracten& contracten);

/// Everything that is found of a message: the rules of the standard, and for a declaration its contract.
iwmo::Berichtbevindingen judge(const iwmo::Boom& bericht, const Stand& stand, const Contracten& contracten,
                               const iwmo::Lijsten& lijsten, Datum nu);

}  // namespace zorgkader::dossier
