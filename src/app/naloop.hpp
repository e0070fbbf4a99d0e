// Naloop: every message that this program answered judged once more, by what the dossier knew when it came.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/dossierbestand.hpp"
#include "dossier/contracten.hpp"
#include "dossier/stand.hpp"
#include "iwmo/berichtbevinding.hpp"

namespace zorgkader {

struct Nagelopen {
  const dossier::Gebeurtenis& bericht;
  const iwmo::Boom& boom;
  const dossier::Contracten& contracten;  ///< as they were known
  const iwmo::Berichtbevindingen& bevindingen;
  bool gelijk = false;  ///< the answer that follows from them is the one in the log, to the byte
};

/// In the order of the log of a gemeente, up to a moment. What was judged by lists from outside the dossier is passed
/// over. `daarna` gets what is so at the end. Throws dossier::OpslagFout.
void loop_na(const Dossierbestand& bestand, const std::string& gemeente, std::optional<Moment> tot,
             const std::function<void(const Nagelopen&)>& take,
             const std::function<void(const dossier::Stand&)>& daarna = {});

/// What an answer of this program is recorded with: the message that it answers, and the last event of the region that
/// counted; `lijsten`: judged by lists from outside.
std::string kenmerk_antwoord(std::int64_t bericht, std::int64_t regio, bool lijsten);
/// The event that an event with such a kenmerk answers; nothing for any other.
std::optional<std::int64_t> beantwoord_bericht(std::string_view kenmerk);

}  // namespace zorgkader
