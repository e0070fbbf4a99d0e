// One function a table.
#include "app/rapportage/gesprektabellen.hpp"

#include <fmt/format.h>

namespace zorgkader {
namespace {

const Vorm kTekst{Soort::tekst, {}}, kDatum{Soort::datum, {}}, kJaNee{Soort::ja_nee, {}}, kGetal{Soort::getal, {}};
const Vorm kUur{Soort::getal, Eenheid::basis("uur")};

Rapportcel cell(std::string text) {
  return text.empty() ? Rapportcel{} : Rapportcel{Waarde(std::move(text))};
}
Rapportcel cell(const std::optional<Datum>& day) {
  return day ? Rapportcel{Waarde(*day)} : Rapportcel{};
}
Rapportcel number(std::int64_t value) {
  return {Waarde(Getal(value))};
}
Rapportcel hours(std::int64_t minutes) {
  return {Waarde(Getal::breuk(minutes, 60))};
}

Rapportcel clock(const Gesprek& talk) {
  return talk.has_day() ? cell(fmt::format("{:02}:{:02}", talk.plek.begin / 60, talk.plek.begin % 60)) : Rapportcel{};
}
Rapportcel day_of(const Gesprek& talk) {
  return cell(talk.has_day() ? std::optional(talk.plek.dag) : std::nullopt);
}

const char* in_words(const Gesprek& talk, Datum today) {
  switch (talk.plek.stand) {
    case Planstand::niet_gepland:
      return "niet gepland";
    case Planstand::vast:
      return talk.plek.dag < today ? "gehouden" : "vast";
    case Planstand::verzet:
    case Planstand::gepland:
      break;
  }
  if (talk.plek.dag < today) return "niet vastgelegd";
  return talk.plek.stand == Planstand::verzet ? "verzet" : "gepland";
}

std::string remark(const Gesprek& talk) {
  std::vector<std::string> all = talk.plek.bezwaren;
  if (!talk.plek.reden.empty()) all.insert(all.begin(), talk.plek.reden);
  return fmt::format("{}", fmt::join(all, "; "));
}

Rapporttabel planning(const std::vector<Gesprek>& talks, Datum today) {
  Rapporttabel out{"planning", "Planning", "", {}, {}, {}};
  out.kolommen = {{"datum", "", kDatum},      {"aanvang", "", kTekst},
                  {"duur", "", kUur},         {"aanbieder", "", kTekst},
                  {"gesprek", "", kTekst},    {"ritme", "", kTekst},
                  {"deelnemers", "", kTekst}, {"informatie_uiterlijk", "", kDatum},
                  {"stand", "", kTekst},      {"opmerking", "", kTekst}};
  for (const Gesprek& talk : talks)
    out.rijen.push_back(
        {{day_of(talk), clock(talk), hours(talk.wens.minuten), cell(talk.wens.wie), cell(talk.wens.nummer),
          cell(talk.ritme), cell(fmt::format("{}", fmt::join(talk.wens.deelnemers, ", "))), cell(talk.uiterlijk),
          cell(in_words(talk, today)), cell(remark(talk))}});
  out.leeg = "Er zijn geen gesprekken te plannen.";
  return out;
}

Rapporttabel agenda(const std::vector<Gesprek>& talks) {
  Rapporttabel out{"agenda", "Agenda", "Wat openstaat, bij de gesprekken die nog komen.", {}, {}, {}};
  out.kolommen = {{"datum", "", kDatum},
                  {"aanbieder", "", kTekst},
                  {"gesprek", "", kTekst},
                  {"onderwerp", "", kTekst},
                  {"punten", "", kTekst}};
  for (const Gesprek& talk : talks) {
    for (const Agendapunt& point : talk.agenda)
      out.rijen.push_back({{day_of(talk), cell(talk.wens.wie), cell(talk.wens.nummer), cell(point.onderwerp),
                            cell(fmt::format("{}", fmt::join(point.punten, "; ")))}});
  }
  return out;
}

Rapporttabel information(const std::vector<Gesprek>& talks) {
  Rapporttabel out{"informatie", "Informatie", "Wat te laat kwam, wordt in het gesprek niet gebruikt.", {}, {}, {}};
  out.kolommen = {{"datum", "", kDatum},     {"aanbieder", "", kTekst}, {"gesprek", "", kTekst},
                  {"gemeente", "", kTekst},  {"onderwerp", "", kTekst}, {"ontvangen_op", "", kDatum},
                  {"uiterlijk", "", kDatum}, {"telt_mee", "", kJaNee}};
  for (const Gesprek& talk : talks) {
    for (const auto& [of, what] : talk.inbreng) {
      std::string from, subject;
      for (const auto& [key, member] : of) {
        if (key == "gemeente")
          from = member;
        else if (key != "aanbieder" && key != "gesprek")
          subject += (subject.empty() ? "" : ", ") + member;
      }
      out.rijen.push_back({{day_of(talk), cell(talk.wens.wie), cell(talk.wens.nummer), cell(from), cell(subject),
                            cell(what.ontvangen_op), cell(talk.uiterlijk),
                            what.telt_mee ? Rapportcel{Waarde(*what.telt_mee)} : Rapportcel{}}});
    }
  }
  out.leeg = "Er is nog geen informatie binnen.";
  return out;
}

Rapporttabel summaries(const std::vector<Gesprek>& talks) {
  Rapporttabel out{"rode_draad", "Rode draad", "", {}, {}, {}};
  out.kolommen = {{"datum", "", kDatum},
                  {"aanbieder", "", kTekst},
                  {"gesprek", "", kTekst},
                  {"rode_draad", "", kTekst},
                  {"verstuurd_op", "", kDatum}};
  for (const Gesprek& talk : talks) {
    if (!talk.rode_draad.empty() || talk.verstuurd)
      out.rijen.push_back(
          {{day_of(talk), cell(talk.wens.wie), cell(talk.wens.nummer), cell(talk.rode_draad), cell(talk.verstuurd)}});
  }
  out.leeg = "Er is nog geen rode draad.";
  return out;
}

/// How many talks and hours, by what `of` says of a talk.
template <typename Of>
Rapporttabel busy(const char* name, const char* title, const char* column, const std::vector<Gesprek>& talks, Of of) {
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> all;
  for (const Gesprek& talk : talks) {
    if (!talk.has_day()) continue;
    for (const std::string& who : of(talk)) {
      ++all[who].first;
      all[who].second += talk.wens.minuten;
    }
  }
  Rapporttabel out{name, title, "", {}, {}, {}};
  out.kolommen = {{column, "", kTekst}, {"gesprekken", "", kGetal}, {"duur", "", kUur}};
  for (const auto& [who, count] : all) out.rijen.push_back({{cell(who), number(count.first), hours(count.second)}});
  return out;
}

}  // namespace

std::string Agendapunt::in_words() const {
  const std::string all = fmt::format("{}", fmt::join(punten, "; "));
  return all.empty() ? onderwerp : onderwerp + ": " + all;
}

Rapport gespreksrapport(const std::vector<Gesprek>& talks, const Geladen& geladen, Datum vandaag) {
  Rapport out;
  const Regeling& r = *geladen.regeling;
  out.naam = "gesprekken";
  out.titel = "Gesprekken met aanbieders";
  out.is_concept = is_concept(geladen, r.grootheid(gespreksnamen::kVanaf));
  out.gegevens = {{"regeling", r.titel}, {"op", format_datum_nl(vandaag)}};
  if (geladen.peildatum) out.gegevens.emplace_back("peildatum", format_datum_nl(*geladen.peildatum));
  if (const Kop* heading = r.kop(r.grootheden[static_cast<std::size_t>(r.grootheid(gespreksnamen::kVanaf))].kop))
    out.bronnen.push_back(heading->bron);
  out.tabellen.push_back(planning(talks, vandaag));
  out.tabellen.push_back(agenda(talks));
  out.tabellen.push_back(information(talks));
  out.tabellen.push_back(summaries(talks));
  out.tabellen.push_back(busy("maanden", "Per maand", "maand", talks, [](const Gesprek& talk) {
    return std::vector<std::string>{format_maand(talk.plek.dag)};
  }));
  out.tabellen.push_back(busy("deelnemers", "Per deelnemer", "deelnemer", talks,
                              [](const Gesprek& talk) { return talk.wens.deelnemers; }));
  for (const Gesprek& talk : talks) {
    if (!talk.has_day() || !talk.plek.bezwaren.empty())
      out.signalen.push_back(fmt::format("Gesprek {} met {}{}: {}.", talk.wens.nummer, talk.wens.wie,
                                         talk.has_day() ? "" : " is niet gepland", remark(talk)));
  }
  return out;
}

}  // namespace zorgkader
