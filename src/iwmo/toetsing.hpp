// Toetsing: the rules of the standard applied to one message, in one walk through its parts.
#pragma once

#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "iwmo/archief.hpp"
#include "iwmo/berichtbevinding.hpp"
#include "iwmo/boom.hpp"
#include "iwmo/lezer.hpp"
#include "iwmo/lijsten.hpp"

namespace zorgkader::iwmo {

class Toetsing;

/// What a rule must have besides the message; without it the rule is silent.
enum class Vraagt : std::uint8_t { bericht, archief, dag, gemeenten, producten };

/// One rule: for which messages and on which elements it is asked, and what it asks. The table of all of them makes
/// docs/iwmo-regels.md.
struct Regel {
  std::string_view code;        ///< `TR302`
  int niveau;                   ///< 2, 3 or 4
  std::string_view retourcode;  ///< `0001` at level 2
  std::string_view berichten;   ///< `301 315 317`
  std::string_view op;   ///< names of the elements it is asked of, when they close: `ToegewezenProduct NieuwProduct`
  std::string_view eis;  ///< what must hold, one Dutch sentence
  void (*toets)(Deel deel, Toetsing& toetsing);
  Vraagt vraagt = Vraagt::bericht;
};

/// For every element of a kind of message, by its number, the rules that are asked of it.
using Elementregels = std::vector<std::vector<const Regel*>>;

/// All rules in the order of their codes; each file of rules adds its own list.
const std::vector<Regel>& regels();

/// What earlier Clients of the same message left behind, for rules that look across them.
struct Berichtstand {
  struct Plaats {
    std::string pad;
    int regel = 0;
  };
  std::unordered_map<std::string, int> clienten;   ///< number of the first Client with a Bsn
  std::unordered_set<std::string> debet;           ///< ReferentieNummer of every debit line
  std::unordered_map<std::string, Plaats> credit;  ///< VorigReferentieNummer of every credit line
  std::unordered_set<std::string> referenties;     ///< ReferentieNummer of every line
  std::optional<Datum> tot, gedeclareerd;          ///< of a 323: end of its DeclaratiePeriode, DeclaratieDagtekening
  std::int64_t ingediend = 0;                      ///< amounts of the lines, debit minus credit, in cents
};

/// Against what a message is judged. Without `archief` level 3 is not asked, without `nu` and `lijsten` the rules that
/// need them.
struct Toetsgegevens {
  int tot_niveau = 4;
  const Archief* archief = nullptr;
  const Lijsten* lijsten = nullptr;
  std::optional<Datum> nu;
};

class Toetsing {
 public:
  /// Keeps the first `meeste` findings and counts the rest: for showing only, because an answer must tell all of them.
  Toetsing(const Berichtsoort& soort, const Toetsgegevens& gegevens,
           std::size_t meeste = std::numeric_limits<std::size_t>::max());
  const Toetsgegevens& gegevens() const { return gegevens_; }
  const Berichtsoort& soort() const { return soort_; }
  Berichtstand& stand() { return stand_; }
  /// The toewijzing that a line names; nothing when the archive has none, or there is no archive.
  const Toewijzing* toewijzing(Deel regel);
  /// A line as prestatie_van() has it; many rules ask for the same one.
  Prestatieregel prestatie(Deel regel);
  /// What comes now is another Client, whose parts may have the numbers of the last one's.
  void next_client() { prestaties_.clear(); }
  /// Day of the message.
  Datum dagtekening(Deel deel);
  /// The day of judging, or else of the message.
  Datum vandaag(Deel deel) { return gegevens_.nu.value_or(dagtekening(deel)); }

  /// Asks every rule of `deel` and of all parts below it, deepest first.
  void walk(Deel deel);
  /// Called by a rule that is running: `deel` is wrong. `wijzigingen` is the smallest change that mends it and breaks
  /// no other rule; where none is known `raad` says in words what to do, one Dutch sentence.
  void meld(Deel deel, std::string tekst, std::vector<Wijziging> wijzigingen = {}, std::string raad = {});
  /// For a rule that wants another place or more than one finding: path and line of something that is not there.
  void meld(std::string pad, int regel, std::string tekst, std::vector<Wijziging> wijzigingen = {},
            std::string raad = {});

  /// Of level 2, or when that is clean of levels 3 and 4.
  Berichtbevindingen bevindingen;
  std::size_t niet_getoond = 0;

 private:
  const Berichtsoort& soort_;
  Toetsgegevens gegevens_;
  std::size_t meeste_;
  bool binnen_fout_ = false;  ///< level 2 found something
  Berichtstand stand_;
  const Elementregels& per_element_;
  std::array<bool, 5> heeft_{};  ///< by Vraagt
  const Regel* bezig_ = nullptr;
  std::int64_t gezocht_ = -1;  ///< number of the toewijzing that was asked last
  const Toewijzing* gevonden_ = nullptr;
  std::optional<Datum> dagtekening_;
  boost::unordered_flat_map<std::uint32_t, Prestatieregel> prestaties_;  ///< by the number of their part
};

/// Reading and all levels in one pass with one Client in memory; level 2 and higher only count when level 1 is clean,
/// and levels 3 and 4 only when level 2 is.
struct Oordeel {
  const Berichtsoort* soort = nullptr;
  Berichtbevindingen bevindingen;
  std::size_t niet_getoond = 0;
  std::size_t bytes = 0;
  bool goed() const { return bevindingen.empty(); }
};
Oordeel judge(const Bron& bron, const Toetsgegevens& gegevens, const Leesgrenzen& grenzen = {});
/// The rules of levels 2 to 4 on a whole tree, with the same order of levels: every finding, for answers rest on them.
Berichtbevindingen judge(const Boom& boom, const Toetsgegevens& gegevens);

}  // namespace zorgkader::iwmo
