// Talks as the tables of a report.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "app/rapportage/gespreksgegevens.hpp"
#include "rapport/rapport.hpp"

namespace zorgkader {

struct Agendapunt {
  std::string onderwerp;
  std::vector<std::string> punten;  ///< an empty one: the subject says all
  /// `contract: regulier outputgericht; regulier taakgericht`
  std::string in_words() const;
};

struct Inbreng {
  Datum ontvangen_op{};
  std::optional<bool> telt_mee;
};

/// A talk with all that is known of it.
struct Gesprek {
  Planwens wens;
  Planplek plek;
  std::string ritme;
  std::vector<Agendapunt> agenda;
  std::map<Ledennamen, Inbreng> inbreng;
  std::optional<Datum> uiterlijk, verstuurd;
  std::string rode_draad;

  bool has_day() const { return plek.stand != Planstand::niet_gepland; }
  /// In order of day; those without one come last.
  std::tuple<bool, Datum, int, std::string, std::string> key() const {
    return {!has_day(), has_day() ? plek.dag : Datum{}, plek.begin, wens.wie, wens.nummer};
  }
};

/// Planning, agenda, information, summaries, and who is how busy. Talks stand in order of their key.
Rapport gespreksrapport(const std::vector<Gesprek>& gesprekken, const Geladen& geladen, Datum vandaag);

}  // namespace zorgkader
