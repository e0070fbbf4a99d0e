// Momentopname: the state after an event, packed, so that nobody has to read the whole log for it (ADR 0028).
#pragma once

#include <optional>

#include "dossier/stand.hpp"

namespace zorgkader::dossier {

/// Of the state that the event `einde` left behind.
Gebeurtenis make_momentopname(const Stand& stand, const Einde& einde);

/// Nothing when another version of the program made it, which may have kept other things, and
/// when it is not whole.
std::optional<Stand> open_momentopname(const Gebeurtenis& momentopname, const Registerstand* regio = nullptr);

/// Keeps one of `stand`, the state at the end of its log, where enough was added to that log since the last: then each
/// event is written a few times at most, however large the log gets. Throws OpslagFout.
void refresh_momentopname(Logboek& logboek, const Stand& stand);

}  // namespace zorgkader::dossier
