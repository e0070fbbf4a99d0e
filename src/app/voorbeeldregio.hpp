// An example region: the files that its parties would deliver in two years, made up from a seed.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace zorgkader {

struct Voorbeeldgemeente {
  std::string code, naam;  ///< code of four digits
  bool taakgericht = false;
};

/// A strategic partner, as its contract and an arrangement call it.
struct Voorbeeldpartner {
  std::string naam, kort;
  bool groep = false;              ///< delivers support in a group too
  std::vector<std::string> leden;  ///< of a combination: its members, which declare until the second year
};

constexpr std::uint64_t kMeesteRegioclienten = 9000;  ///< so many test BSNs there are
constexpr int kEersteRegiojaar = 2022;                ///< nothing may be declared before 2021

/// Without gemeenten or partners invented ones are taken: six, of which three taakgericht, and five. Nineteen other
/// providers are always invented.
struct Regiovraag {
  std::uint64_t zaad = 2022;
  std::uint64_t clienten = 6000;  ///< of both years together; from 1 to kMeesteRegioclienten
  int jaar = 2022;                ///< the second year, in which partners work taakgericht; from kEersteRegiojaar
  std::string regio = "Voorbeeldregio";
  std::vector<Voorbeeldgemeente> gemeenten;
  std::vector<Voorbeeldpartner> partners;
  std::uint64_t fouten_per_duizend = 5;  ///< lines with one fault
};

/// Calls `take(pad, bytes)` for every file, one in memory at a time, the same bytes for the same question; throws
/// std::invalid_argument when clienten or jaar is out of range. The files:
/// - `registers/<register>.csv`: what people and other systems deliver;
/// - `besluit-<jaar>-04/<register>.csv`: what changes when it is decided in April that partners work taakgericht;
/// - `lijsten/producten.csv` and `lijsten/gemeenten.csv`: what messages are judged against (app/toetsbronnen.hpp);
/// - `berichten/<jjjj-mm>/<naam>.xml`: 301, 305, 307, 315, 317, 319 and 323 in the order of their days; answers are
///   for the program to make;
/// - `feiten/<feit>_<jaar>.csv`: what follows from the messages when the faults are refused, as facts of the
///   gemeenten that are taakgericht, to compare with what the program finds itself;
/// - `fouten.csv` (bestand, referentie, soort, codes): every fault that was put in and the codes that a check must
///   give, those of the message standard or the requirement MSP-038; a row without referentie is about the message.
void each_bestand(const Regiovraag& vraag, const std::function<void(std::string pad, std::string bytes)>& take);

}  // namespace zorgkader
