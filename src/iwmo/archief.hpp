// Archief: what was exchanged before, as the rules across messages ask it. In memory here; the dossier answers the same
// questions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "values/datum.hpp"

namespace zorgkader::iwmo {

/// A toewijzing as the newest accepted 301 has it (IV013).
struct Toewijzing {
  std::string gemeente, aanbieder, bsn;
  std::int64_t nummer = 0;
  std::string referentie_aanbieder;
  std::string categorie, code;  ///< empty for a generic one
  Datum ingangsdatum{};
  std::optional<Datum> einddatum;
  std::string toewijzingsmoment;  ///< date and time as ISO text: it orders versions
  std::string reden_wijziging;
  std::optional<std::int64_t> volume;
  std::string eenheid, frequentie;
  std::optional<std::int64_t> budget_cent;
  /// Taken back: reason 13 (or the old 01) with equal dates.
  bool vervallen() const {
    return (reden_wijziging == "13" || reden_wijziging == "01") && einddatum && *einddatum == ingangsdatum;
  }
};

/// A line of a declaration that was received, and what became of it.
struct Prestatieregel {
  std::string gemeente, aanbieder, bsn;
  std::string referentie, vorig_referentie;
  std::int64_t toewijzing = 0;
  std::string categorie, code;
  Periode periode{};
  std::int64_t volume = 0;
  std::string eenheid;
  std::optional<std::int64_t> tarief_cent;
  std::int64_t bedrag_cent = 0;
  bool credit = false;
  bool afgewezen = false;
  std::string declaratienummer;
};

/// A start (einddatum absent) or stop that was accepted and not deleted.
struct Levering {
  std::string bsn;
  std::int64_t toewijzing = 0;  ///< 0: by product (taakgericht)
  std::string categorie, code;
  Datum begindatum{};
  std::optional<Datum> einddatum;
  std::string reden_beeindiging;
  bool is_stop() const { return einddatum.has_value(); }
};

/// A 315 per product or a 317 as a whole.
struct Verzoek {
  int bericht = 0;
  std::string gemeente, aanbieder, bsn, referentie;
  Datum dagtekening{};
};

struct Antwoord {
  std::string referentie, aanbieder;
  std::string antwoord;  ///< `1` refused, `2` under investigation
};

struct OntvangenBericht {
  int bericht = 0;
  std::string afzender, identificatie, ontvanger;
  Datum dagtekening{};
  std::string basis_xsd, bericht_xsd;
  std::string declaratienummer;  ///< of a 323
  Periode declaratieperiode{};
};

/// The questions. All about one domain (Wmo) and about accepted messages, in the order they were taken in.
class Archief {
 public:
  virtual ~Archief() = default;
  virtual std::vector<OntvangenBericht> berichten(int bericht, std::string_view afzender) const = 0;
  virtual std::optional<Toewijzing> toewijzing(std::string_view gemeente, std::int64_t nummer) const = 0;
  virtual std::vector<Toewijzing> toewijzingen(std::string_view gemeente, std::string_view aanbieder,
                                               std::string_view bsn) const = 0;
  virtual std::vector<Levering> leveringen(std::string_view gemeente, std::string_view aanbieder,
                                           std::string_view bsn) const = 0;
  virtual std::vector<Prestatieregel> prestaties(std::string_view gemeente, std::int64_t toewijzing) const = 0;
  virtual std::optional<Prestatieregel> prestatie(std::string_view aanbieder, std::string_view referentie) const = 0;
  virtual std::vector<Verzoek> verzoeken(std::string_view aanbieder) const = 0;
  virtual std::vector<Antwoord> antwoorden(std::string_view aanbieder) const = 0;
};

}  // namespace zorgkader::iwmo
