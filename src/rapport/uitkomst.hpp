// Uitkomst and Berekening: what a calculation hands to the writers, and the reference that names one of its amounts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "values/tabel.hpp"

namespace zorgkader {

/// One computed quantity, ready to show. Rows of the table are already in key order.
struct Uitkomst {
  Tabel tabel;
  bool is_concept = true;
  bool is_afgekeurd = false;  ///< a requirement of the arrangement on what it rests on does not hold
  bool is_voorbehoud() const { return is_concept || is_afgekeurd; }
  std::string kop;           ///< heading of the arrangement it stands under, such as `4.3 Lumpsum per aanbieder`
  std::string bron;          ///< source line, such as `Ontwikkeling strategisch partnerschap (2022), 4.3 Lumpsum`
  int regel = 0;             ///< line in the document, 0 when not known
  std::string vingerafdruk;  ///< of document, facts and overrides: 16 hexadecimal characters
};

/// NAAM and WAARDE as they were given.
using Zetparen = std::vector<std::pair<std::string, std::string>>;

/// The call that gave a calculation, word for word: enough to repeat it with the same files.
struct Oproep {
  std::string regeling;
  std::optional<std::string> feiten;
  Zetparen gezet;
  std::vector<std::pair<std::string, Zetparen>> scenarios;
  std::optional<std::string> peildatum;  ///< ISO; nothing when the call named none
  std::vector<std::string> alleen;
  std::optional<std::string> dossier, bekend_op;  ///< ISO
  friend bool operator==(const Oproep&, const Oproep&) = default;
};

struct Berekening {
  std::string regeling;
  std::string bestand;    ///< the document, as the user named it
  std::string peildatum;  ///< ISO
  std::string versie;
  Zetparen gezet;  ///< overrides
  Oproep oproep;
  std::string vingerafdruk;  ///< of document, facts and overrides, as in every reference
  std::vector<Uitkomst> uitkomsten;
};

/// `afgekeurd`, `concept` or `definitief`.
const char* status_naam(const Uitkomst& uitkomst);
/// Says why nothing may be paid from these amounts: one is rejected, or a concept (requirement MSP-073). Every writer
/// for people ends with it; empty when all are definitief.
std::string slotzin(const Berekening& berekening);
extern const char* const kConceptZin;

/// Names one amount of one run.
struct Verwijzing {
  std::string naam;
  std::vector<std::pair<std::string, std::string>> sleutels;
  std::string vingerafdruk;  ///< 16 lower case hexadecimal characters, or empty: the run at hand
  friend bool operator==(const Verwijzing&, const Verwijzing&) = default;
};

/// `lumpsum[gemeente=Voorstad;dienst=BGI;aanbieder=De Brug]@0123456789abcdef`. Without keys there are no brackets,
/// without a fingerprint no `@`. A text that is empty or has one of []=;@"\ stands between double quotes, in which a
/// backslash goes before a double quote and a backslash.
std::string format_verwijzing(const Verwijzing& verwijzing);
std::string verwijzing(const Uitkomst& uitkomst, std::size_t row);

/// The exact inverse of format_verwijzing. Takes any bytes; refuses what is longer than kLangsteVerwijzing, names a key
/// twice, or has a fingerprint of another form.
std::optional<Verwijzing> parse_verwijzing(std::string_view text);
inline constexpr std::size_t kLangsteVerwijzing = 65'536;

}  // namespace zorgkader
