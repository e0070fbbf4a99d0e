// What the files of rules share: changes, dates of product lines, equal keys.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "iwmo/toetsing.hpp"

namespace zorgkader::iwmo {

inline Wijziging zet(Deel ouder, std::string_view pad, std::string waarde) {
  return {Wijziging::Actie::zet, ouder.pad() + "/" + std::string(pad), std::move(waarde)};
}
inline Wijziging zet(Deel deel, std::string waarde) {
  return {Wijziging::Actie::zet, deel.pad(), std::move(waarde)};
}
inline Wijziging verwijder(Deel deel) {
  return {Wijziging::Actie::verwijder, deel.pad(), {}};
}

/// Takes a line away when its list keeps another; without any the message would not fit the schema.
inline std::vector<Wijziging> weg(Deel regel) {
  return regel.ouder().eerste().volgende() ? std::vector{verwijder(regel)} : std::vector<Wijziging>{};
}

/// What a class calls the first and last day of what is assigned or asked for.
inline std::string_view begin_naam(Deel regel) {
  const std::string_view name = regel.naam();
  if (name == "ToegewezenProduct") return "Ingangsdatum";
  if (name == "AangevraagdProduct") return "ToewijzingIngangsdatum";
  return name == "Periode" ? "Begindatum" : "GewensteIngangsdatum";
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

inline std::int64_t met_teken(std::int64_t bedrag, std::string_view debet_credit) {
  return debet_credit == "C" ? -bedrag : bedrag;
}

/// Cents as people write them: `12,50 euro`.
std::string in_euro(std::int64_t cent);

inline Datum eerste_dag(Datum dag) {
  const std::chrono::year_month_day d(dag);
  return Datum(d.year() / d.month() / 1);
}
inline Datum laatste_dag(Datum dag) {
  const std::chrono::year_month_day d(dag);
  return Datum(d.year() / d.month() / std::chrono::last);
}

/// Whether two lines are about the same product (TR302): one without a code stands for its whole category, one without
/// a category for everything; hulpmiddelen (11 to 14) may be stacked.
inline bool same_product(std::string_view categorie_a, std::string_view code_a, std::string_view categorie_b,
                         std::string_view code_b) {
  const auto is_hulpmiddel = [](std::string_view categorie) { return categorie >= "11" && categorie <= "14"; };
  if (is_hulpmiddel(categorie_a) || is_hulpmiddel(categorie_b)) return false;
  if (categorie_a.empty() || categorie_b.empty()) return true;
  return categorie_a == categorie_b && (code_a.empty() || code_b.empty() || code_a == code_b);
}

/// What must change in a line of a 323 or 325 for it to have the product, period, volume and amounts of `als`; empty
/// when it has them (TR323, TR367).
std::vector<Wijziging> verschillen(Deel regel, const Prestatieregel& als);

/// The line of the declaration that a line of a 325 is about; nothing when the archive does not have it (TR366).
std::optional<Prestatieregel> beantwoorde_regel(Deel regel, const Toetsing& toetsing);

/// The toewijzing that a debit line of a 323 is on, when it is of this provider; nothing for a credit line, which is
/// not refused for what it says (IV085), and where TR338 says that there is none.
const Toewijzing* toewijzing_van_debet(Deel regel, Toetsing& toetsing);

/// The product of a line in the list of the contract, on the day of the line, or else on the Ingangsdatum of its
/// toewijzing: that keeps its code when the list changes. Nothing without a list and for a product that it does not
/// have.
const Contractproduct* contractproduct(Deel regel, Toetsing& toetsing);

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
