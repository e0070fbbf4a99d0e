// The message that answers another: a retour on 301 to 319, a 325 on 323.
#pragma once

#include <optional>
#include <string>

#include "iwmo/berichtbevinding.hpp"
#include "iwmo/boom.hpp"

namespace zorgkader::iwmo {

/// What an answer says of itself.
struct Antwoordgegevens {
  std::string identificatie;  ///< BerichtIdentificatie of a 325, IdentificatieRetour of a retour; at most 12 characters
  Datum dagtekening{};
};

/// The answer to `heen` after all its findings: a retour as IV028 builds it, a 325 as IV087 does. The findings may be
/// of every level. Nothing when there is no answer: `heen` does not fit the schema (then transport tells the sender),
/// it is an answer itself, or the finding cannot be told in this message (it has no retourcode).
std::optional<Boom> make_antwoord(const Boom& heen, const Berichtbevindingen& found, const Antwoordgegevens& gegevens);

/// The class of `heen` that carries the code of a finding in the answer: a line, a client or the declaration; nowhere
/// for the header, which refuses the whole message.
Deel drager_van(const Boom& heen, const Berichtbevinding& bevinding);

}  // namespace zorgkader::iwmo
