// Gespreksgegevens: what an arrangement says of the talks of a year: how many, when they can be, who comes.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "app/jaarplanning.hpp"
#include "app/opdracht.hpp"

namespace zorgkader {

/// The names under which a document gives its talks, per `aanbieder` and `gesprek` where nothing else is said. Only the
/// first four must be there.
namespace gespreksnamen {
inline constexpr const char* kVanaf = "gesprek_vanaf";  ///< first and last day
inline constexpr const char* kTot = "gesprek_tot";
inline constexpr const char* kDuur = "gesprek_duur";  ///< in hours or minutes
inline constexpr const char* kKan = "gesprek_kan";    ///< per time of day and `weekdag`
inline constexpr const char* kDag = "gespreksdatum";  ///< a fact: the day that people chose, or that was planned here
inline constexpr const char* kAanvang = "gesprek_aanvang";
inline constexpr const char* kDeelnemer = "gesprek_deelnemer";  ///< per aanbieder and who takes part
inline constexpr const char* kAfwezigVan = "afwezig_van";       ///< per who takes part and a number
inline constexpr const char* kAfwezigTot = "afwezig_tot";
inline constexpr const char* kVrijVan = "vrij_van";  ///< per stretch without talks
inline constexpr const char* kVrijTot = "vrij_tot";
inline constexpr const char* kPerDag = "gesprekken_per_dag";
inline constexpr const char* kRitme = "gespreksritme";  ///< per aanbieder
inline constexpr const char* kUiterlijk = "informatie_uiterlijk";
inline constexpr const char* kInbreng = "inbreng_op";  ///< per talk, gemeente and subject
inline constexpr const char* kTeltMee = "inbreng_telt_mee";
inline constexpr const char* kRodeDraad = "rode_draad";
inline constexpr const char* kVerstuurd = "rode_draad_verstuurd_op";
/// Every quantity per aanbieder that begins so: a row is a point, for the talk that it names or else the next one.
inline constexpr const char* kAgenda = "agenda_";
}  // namespace gespreksnamen

/// Members by key.
using Ledennamen = std::map<std::string, std::string>;

/// Quantities of a computation by name; what is not in the document, or has no facts, has no rows.
class Grootheidtabellen {
 public:
  /// Computes them. Findings go to `found`.
  Grootheidtabellen(Geladen& geladen, const Opdrachtgegevens& gegevens, const std::vector<std::string>& namen,
                    Bevindingen& found);
  /// Nothing when it was not computed.
  const Tabel* find(const std::string& naam) const;
  void each(const std::string& naam, const std::function<void(const Ledennamen&, const Waarde&)>& take) const;

 private:
  std::map<std::string, Tabel> tabellen_;
};

struct Gespreksgegevens {
  std::vector<Planwens> wensen;  ///< in the order of the document
  Planruimte ruimte;
  std::map<std::string, std::string> ritmes;  ///< of each aanbieder that has one
};

/// Nothing, and findings, when the document gives no talks in this form.
std::optional<Gespreksgegevens> read_gespreksgegevens(Geladen& geladen, const Opdrachtgegevens& gegevens,
                                                      Bevindingen& found);

}  // namespace zorgkader
