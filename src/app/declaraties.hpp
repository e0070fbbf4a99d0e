// Declarations of a year settled: what was claimed, approved, refused, paid and taken back, and why a line was refused.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/bestedingsruimte.hpp"
#include "app/dossierstand.hpp"
#include "iwmo/berichtbevinding.hpp"

namespace zorgkader {

/// Where amounts of a month stand, in cents. Every line is booked twice, so the accounts of a cell always add up to
/// nothing: what was claimed waits, is approved or refused; what is approved is still to be paid, or paid.
struct Boeking {
  std::int64_t ingediend = 0;       ///< debit lines
  std::int64_t gecrediteerd = 0;    ///< credit lines: taken back by the provider
  std::int64_t wacht = 0;           ///< not answered yet, credits taken off
  std::int64_t goedgekeurd = 0;     ///< credits taken off
  std::int64_t afgewezen = 0;       ///< credits taken off
  std::int64_t betaald = 0;         ///< for declarations, by the register betalingen
  std::int64_t voorgeschoten = 0;   ///< advances, by the same register; what for is for an arrangement to say
  std::int64_t teruggevorderd = 0;  ///< what came back, by the same register
  std::int64_t voorlopig = 0;       ///< of what is approved: at a tariff that is not definitive, so not payable yet
  std::int64_t nog_te_betalen() const { return goedgekeurd - voorlopig - betaald; }
  /// Zero, or something is booked once.
  std::int64_t verschil() const { return ingediend - gecrediteerd - wacht - goedgekeurd - afgewezen; }
  Boeking& operator+=(const Boeking& more);
  Boeking& operator-=(const Boeking& less);
  friend bool operator==(const Boeking&, const Boeking&) = default;
};

/// A cell of the settlement.
struct Boekingsvak {
  std::string gemeente, aanbieder, maand;  ///< names; `2022-01`, the month of support
  friend auto operator<=>(const Boekingsvak&, const Boekingsvak&) = default;
};

/// A line that was refused, with every reason.
struct Afwijzing {
  std::string gemeente, aanbieder, client, declaratie, referentie, maand, product;
  std::int64_t bedrag_cent = 0;
  bool telt = true;                  ///< in the accounts; not where the whole declaration counts as never sent (OP286)
  iwmo::Berichtbevindingen redenen;  ///< each once
};

struct Declaratievraag {
  Dossierpad dossier;
  int jaar = 0;
  std::optional<Datum> bekend_op;
  std::optional<Datum> sinds;  ///< also what changed after the end of that day, month by month
  bool redenen = false;        ///< judge every refused declaration again, for its reasons
};

struct Declaratieafrekening {
  std::map<Boekingsvak, Boeking> vakken;
  std::map<Boekingsvak, Boeking> verschillen;  ///< cells that changed since `sinds`, now minus then
  std::vector<Ruimte> ruimtes;
  std::vector<Afwijzing> afwijzingen;
  std::vector<std::string> fouten;  ///< answers in the dossier that are not what the rules give; Dutch sentences
};

/// Support in the year, by what the dossier knew. Throws dossier::OpslagFout.
Declaratieafrekening reken_declaraties_af(const Declaratievraag& vraag);

}  // namespace zorgkader
