// What the files of rules share: changes, dates of product lines, equal keys.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "iwmo/tekens.hpp"
#include "iwmo/toetsing.hpp"
#include "values/kalender.hpp"

namespace zorgkader::iwmo {

inline Wijziging zet(Deel ouder, std::string_view pad, std::string waarde) {
  return {ouder[pad] ? Wijziging::Actie::zet : Wijziging::Actie::voeg_toe, ouder.pad() + "/" + std::string(pad),
          std::move(waarde)};
}
inline Wijziging zet(Deel deel, std::string waarde) {
  return {Wijziging::Actie::zet, deel.pad(), std::move(waarde)};
}
inline Wijziging verwijder(Deel deel) {
  return {Wijziging::Actie::verwijder, deel.pad(), {}};
}

/// One change, where it holds that it breaks no other rule.
inline std::vector<Wijziging> when(bool holds, Wijziging change) {
  return holds ? std::vector{std::move(change)} : std::vector<Wijziging>{};
}

/// What a class calls its first and last day.
inline std::string_view begin_naam(Deel regel) {
  const std::string_view name = regel.naam();
  if (name == "ToegewezenProduct") return "Ingangsdatum";
  if (name == "AangevraagdProduct") return "ToewijzingIngangsdatum";
  return name == "Periode" || name == "StopProduct" ? "Begindatum" : "GewensteIngangsdatum";
}
inline std::string_view eind_naam(Deel regel) {
  return regel.naam() == "AangevraagdProduct" ? "ToewijzingEinddatum" : "Einddatum";
}

/// Day of the message.
inline Datum dagtekening(Deel deel) {
  return deel.boom()["Header/BerichtIdentificatie"].datum("Dagtekening").value_or(kGeenEinde);
}

/// The two parties of a message, whoever sends it.
inline std::string_view gemeente_van(Deel deel) {
  return deel.boom()["Header"].tekst(deel.boom().soort().van == Partij::gemeente ? "Afzender" : "Ontvanger");
}
inline std::string_view aanbieder_van(Deel deel) {
  return deel.boom()["Header"].tekst(deel.boom().soort().van == Partij::gemeente ? "Ontvanger" : "Afzender");
}

/// Bsn of the Client that a part belongs to.
inline std::string_view bsn_van(Deel deel) {
  while (deel && deel.naam() != "Client") deel = deel.ouder();
  return deel.tekst("Bsn");
}

/// `Prestatie[2]`: a part among its brothers.
inline std::string among_brothers(Deel deel) {
  return std::string(last_step(deel.pad()));
}

/// The rules about units hold for what lasts into 2021 or has no end; what ended before is left as it was.
inline bool is_new(std::optional<Datum> einddatum) {
  return einddatum.value_or(kGeenEinde) > Datum(std::chrono::year(2020) / 12 / 31);
}

inline bool overlap(Periode a, Periode b) {
  return a.van <= b.tot && b.van <= a.tot;
}

inline bool is_credit(Deel prestatie) {
  return prestatie.tekst("IngediendBedrag/DebetCredit") == "C";
}

/// Cents of an amount that has its sign in DebetCredit.
inline std::int64_t met_teken(Deel bedrag) {
  const std::int64_t cents = bedrag.eerste().getal().value_or(0);
  return bedrag.tekst("DebetCredit") == "C" ? -cents : cents;
}

/// The same the other way round: size and sign; 0 is debit (CS325).
struct Bedrag {
  std::string cent, debet_credit;
};
inline Bedrag bedrag(std::int64_t cent) {
  return {std::to_string(cent < 0 ? -cent : cent), cent < 0 ? "C" : "D"};
}

/// Cents as people write them: `12,50 euro`.
std::string in_euro(std::int64_t cent);

/// Whether two lines are about the same product (TR302): one without a code stands for its whole category, one without
/// a category for everything; hulpmiddelen (11 to 14) may be stacked.
inline bool same_product(std::string_view categorie_a, std::string_view code_a, std::string_view categorie_b,
                         std::string_view code_b) {
  const auto is_hulpmiddel = [](std::string_view categorie) { return categorie >= "11" && categorie <= "14"; };
  if (is_hulpmiddel(categorie_a) || is_hulpmiddel(categorie_b)) return false;
  if (categorie_a.empty() || categorie_b.empty()) return true;
  return categorie_a == categorie_b && (code_a.empty() || code_b.empty() || code_a == code_b);
}

/// The line of the declaration that a line of a 325 is about; nothing when the archive does not have it (TR366).
std::optional<Prestatieregel> beantwoorde_regel(Deel regel, const Toetsing& toetsing);

/// The toewijzing that a debit line of a 323 is on, when it is of this provider; nothing for a credit line, which is
/// not refused for what it says (IV085), and where TR338 says that there is none.
const Toewijzing* toewijzing_van_debet(Deel regel, Toetsing& toetsing);

/// The product of a line in the list of the contract, on the day of the line, or else on the Ingangsdatum of its
/// toewijzing: that keeps its code when the list changes. Nothing without a list and for a product that it does not
/// have.
const Contractproduct* contractproduct(Deel regel, Toetsing& toetsing);
/// The same, were the line about this product.
const Contractproduct* contractproduct(Deel regel, std::string_view categorie, std::string_view code,
                                       Toetsing& toetsing);
/// What ProductTarief is by the contract when `eenheid` is declared; nothing when the contract has no tariff in it.
std::optional<std::int64_t> tarief_van(const Contractproduct& product, std::string_view eenheid);
/// Whether an hour tariff is declared in minutes.
inline bool in_minuten(const Contractproduct& product, std::string_view eenheid) {
  return product.eenheid == "04" && eenheid == "01";
}
/// The variant of a line by the contract; without one its toewijzing says it.
Variant variant_van(Deel regel, const Toewijzing& toewijzing, Toetsing& toetsing);

/// Values at `paths`, absent ones empty; a place beyond the last path stays empty.
using Sleutel = std::array<std::string_view, 8>;
template <typename Paths>
Sleutel sleutel_van(Deel deel, const Paths& paths) {
  Sleutel out{};
  std::size_t i = 0;
  for (const std::string_view path : paths) out[i++] = deel.tekst(path);
  return out;
}

/// Calls `twice(later, first)` for every part whose key an earlier part has too.
template <typename Twice>
void each_double(std::vector<std::pair<Sleutel, Deel>>& keyed, Twice twice) {
  std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t first = 0, i = 1; i < keyed.size(); ++i) {
    if (keyed[i].first == keyed[first].first)
      twice(keyed[i].second, keyed[first].second);
    else
      first = i;
  }
}

}  // namespace zorgkader::iwmo
