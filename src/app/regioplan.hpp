// Regioplan: who is in the example region, and what happens there on which day. Everything chance decides but lines of
// declarations stands here; files follow from it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/voorbeeldregio.hpp"
#include "iwmo/voorbeelden.hpp"
#include "values/datum.hpp"

namespace zorgkader {

/// Months of both years, counted from 0.
constexpr int kRegiomaanden = 24;
constexpr int kMaandenPerJaar = 12;
/// How many months of the second year the partners declared before the decision to work taakgericht.
constexpr int kNogGedeclareerd = 2;

struct Regioproduct {
  std::string_view code, categorie, omschrijving, profiel;
  bool groep = false;
  std::int64_t tarief_cent = 0;  ///< a month in the first year; 0: taakgericht, no tariff
  bool is_taakgericht() const { return tarief_cent == 0; }
  /// With the index of the second year, to the cent.
  std::int64_t tarief_in(int jaar_nummer) const;
};
/// Profiles from light to heavy, BGI and then BGG, and last the two for new clients of partners.
std::span<const Regioproduct> regioproducten();
std::string_view dienst_naam(bool groep);

/// A contract party.
struct Regiopartij {
  std::string naam, kort;
  bool partner = false, individueel = false, groep = false;
  std::vector<std::size_t> gemeenten;
  std::uint64_t gewicht = 1;              ///< share of the clients
  std::size_t eerste_lid = 0, leden = 0;  ///< among the Regioafzenders
  bool levert(bool groep_gevraagd) const { return groep_gevraagd ? groep : individueel; }
};

/// Who sends messages: a contract party itself (same number), or a member of one.
struct Regioafzender {
  std::string agb, naam;
  std::size_t partij = 0;
  bool lid = false;
};

/// How a client came to a provider that is no partner, where partners have the first right.
enum class Instroomreden : std::uint8_t { geen, voorkeur, ouderen };

/// Support of one client by one provider under one toewijzing, or only the request for it that was refused.
struct Traject {
  std::size_t client = 0, afzender = 0, product = 0;
  bool groep = false, instroom = false, afgewezen = false;
  std::int64_t nummer = 0;  ///< ToewijzingNummer
  std::int64_t volume = 1;  ///< a month; 0: taakgericht
  Datum ingang{}, start{};
  std::optional<Datum> gepland;  ///< Einddatum of the first 301
  std::optional<Datum> einde;    ///< last day of delivery
  std::string_view reden_stop, reden_wijziging;
  std::optional<Periode> onderbroken;  ///< last day before it, first day after it
  std::optional<std::size_t> voorganger, opvolger;
  std::optional<std::size_t> samen;  ///< comes in the 301 of this one
  Datum toegewezen{};                ///< day of the first 301
  std::string verzoek;               ///< ReferentieAanbieder of the 315 or 317 that it follows from
  Instroomreden reden = Instroomreden::geen;
};

struct Regioclient {
  enum class Soort : std::uint8_t { zorg, pgb, geen };  ///< `geen`: reported, and no support needed
  Soort soort = Soort::zorg;
  std::size_t gemeente = 0;
  bool groep = false;  ///< first service asked for
  Datum geboren{};
  bool psychogeriatrisch = false;
  std::optional<Datum> instroom;          ///< nothing: in care from the first day
  std::size_t eerste = 0, trajecten = 0;  ///< among the trajecten
};

/// Something that one message says, in the order of messages on one day.
struct Regiostap {
  enum class Soort : std::uint8_t {
    verzoek,
    wijzigingsverzoek,
    toewijzing,
    verlenging,
    verkorting,
    start,
    herstart,
    tijdelijk,
    stop,
    onderzoek,
    afwijzing,
    declaratie,
    te_vroeg
  };
  Datum dag{};
  Soort soort = Soort::verzoek;
  std::uint32_t nummer = 0;  ///< of the Traject; of a declaration: month * number of routes + route
};

/// Provider and gemeente between which declarations go.
struct Regioroute {
  std::size_t afzender = 0, gemeente = 0;
  std::vector<std::size_t> trajecten;  ///< in order of client
};

struct Regioplan {
  Regiovraag vraag;  ///< with gemeenten and partners filled in
  std::vector<Regiopartij> partijen;
  std::vector<Regioafzender> afzenders;
  std::vector<Regioclient> clienten;
  std::vector<Traject> trajecten;
  std::vector<Regioroute> routes;
  std::vector<Regiostap> stappen;  ///< by day

  /// First day of a month.
  Datum maand(int nummer) const;
  /// A day of the second year.
  Datum dag(unsigned maand, unsigned dag) const;
  /// 0 or 1: first or second year.
  int jaar_nummer(Datum dag) const;
  Datum eerste_dag() const { return maand(0); }
  Datum laatste_dag() const;
  const Regiopartij& partij(const Traject& traject) const { return partijen[afzenders[traject.afzender].partij]; }
  const Voorbeeldgemeente& gemeente(const Traject& traject) const {
    return vraag.gemeenten[clienten[traject.client].gemeente];
  }
  const Regioproduct& product(const Traject& traject) const { return regioproducten()[traject.product]; }
  /// Under the task of a partner in a gemeente that is taakgericht.
  bool is_taak(const Traject& traject) const { return partij(traject).partner && gemeente(traject).taakgericht; }
  /// Older than 70 at the beginning of the first year: how revenue is selected.
  bool is_oudere(const Regioclient& client) const;
  /// Gemeenten where support in a group of the elderly has partners of its own: the first and the last taakgericht one.
  bool ouderen_uitgezonderd(std::size_t gemeente) const;
  /// Whether a whole month is declared; the first broken month is not, the last is.
  bool is_te_declareren(const Traject& traject, int maand) const;
};

/// The working day on or after a day: messages go on working days.
Datum first_werkdag(Datum dag);

Regioplan make_regioplan(const Regiovraag& vraag);

/// The parties alone (regiopartijen.cpp).
void add_partijen(Regioplan& plan, iwmo::Toeval& toeval);
/// What happens to one client (regioclienten.cpp).
void add_client(Regioplan& plan, iwmo::Toeval& toeval);

}  // namespace zorgkader
