// Planned first; then the arrangement says of every talk what is due, what counts and what is open.
#include "app/rapportage/gesprekken.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/dossierstand.hpp"
#include "app/rapportage/gespreksgegevens.hpp"
#include "app/rapportage/gesprektabellen.hpp"
#include "app/rapportage/persoonstoets.hpp"
#include "app/regelingwerk.hpp"
#include "values/hash.hpp"

namespace zorgkader {
namespace {

namespace namen = gespreksnamen;

/// Makes the days of the plan facts of the arrangement, and forgets what was computed without them.
void give_back(Geladen& loaded, const std::vector<Gesprek>& talks) {
  const int q = loaded.regeling->grootheid(namen::kDag);
  if (q < 0 || loaded.regeling->grootheden[static_cast<std::size_t>(q)].rol != Rol::invoer) return;
  Tabel days{namen::kDag, {Soort::datum, {}}, {{"aanbieder", {}, {}}, {"gesprek", {}, {}}}, {}, {}};
  days.waarden.soort = Soort::datum;
  days.herkomst.bestand = "planning";
  for (const Gesprek& talk : talks) {
    if (!talk.has_day()) continue;
    for (std::size_t k = 0; k < 2; ++k) {
      days.sleutels[k].codes.push_back(static_cast<std::uint32_t>(days.sleutels[k].leden.size()));
      days.sleutels[k].leden.push_back(k == 0 ? talk.wens.wie : talk.wens.nummer);
    }
    days.waarden.push_back(Waarde(talk.plek.dag));
  }
  loaded.feiten.tabellen[namen::kDag] = std::move(days);
  loaded.run = std::make_unique<Run>(*loaded.regeling, loaded.feiten, RunOpties{loaded.peildatum.value_or(Datum{})},
                                     loaded.bevindingen);
}

/// By provider and number.
std::map<std::pair<std::string, std::string>, Gesprek*> by_number(std::vector<Gesprek>& talks) {
  std::map<std::pair<std::string, std::string>, Gesprek*> out;
  for (Gesprek& talk : talks) out[{talk.wens.wie, talk.wens.nummer}] = &talk;
  return out;
}

/// Points for the talks that are still to come.
class Agendamaker {
 public:
  Agendamaker(Geladen& loaded, std::vector<Gesprek>& talks, Datum today, Persoonstoets& persons, Bevindingen& found)
      : loaded_(loaded), talks_(talks), persons_(persons), found_(found), all_(by_number(talks)) {
    for (std::size_t i = 0; i < talks.size(); ++i) {
      if (!talks[i].has_day() || talks[i].plek.dag < today) continue;
      upcoming_[{talks[i].wens.wie, talks[i].wens.nummer}] = i;
      next_.try_emplace(talks[i].wens.wie, i);  // they stand in order of day
    }
  }

  /// What the arrangement requires and is not so: against the talk itself, or a point for it.
  void add_requirements() {
    const Regeling& r = *loaded_.regeling;
    for (const Schending& failed : loaded_.run->schendingen()) {
      Ledennamen members;
      for (const auto& [key, code] : failed.leden)
        members[r.sleutels[static_cast<std::size_t>(key)].naam] = loaded_.run->leden().name(key, code);
      const Eis& requirement = r.eisen[failed.eis];
      if (Gesprek* talk = named(members); talk != nullptr && !requirement.is_melding) {
        talk->plek.bezwaren.push_back(failed.wat);
        continue;
      }
      const Kop* heading = r.kop(requirement.kop);
      add(members, heading == nullptr ? "eis" : heading->titel, failed.wat);
    }
  }

  void add_points(const Grootheidtabellen& tables, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      std::string subject = name.substr(std::string_view(namen::kAgenda).size());
      std::replace(subject.begin(), subject.end(), '_', ' ');
      tables.each(name, [&](const Ledennamen& of, const Waarde& value) {
        const auto* yes = std::get_if<bool>(&value);
        if (yes != nullptr && !*yes) return;
        add(of, subject, yes != nullptr ? "" : format_nl(value, tables.find(name)->vorm));
      });
    }
  }

 private:
  Gesprek* named(const Ledennamen& of) const {
    const auto who = of.find("aanbieder"), number = of.find("gesprek");
    if (who == of.end() || number == of.end()) return nullptr;
    const auto at = all_.find({who->second, number->second});
    return at == all_.end() ? nullptr : at->second;
  }

  void add(Ledennamen of, const std::string& subject, const std::string& text) {
    const auto who = of.find("aanbieder");
    if (who == of.end()) return;
    const std::string provider = who->second;
    of.erase(who);
    std::optional<std::size_t> talk;
    if (const auto number = of.find("gesprek"); number != of.end()) {
      if (const auto at = upcoming_.find({provider, number->second}); at != upcoming_.end()) talk = at->second;
      of.erase(number);
    } else if (const auto at = next_.find(provider); at != next_.end()) {
      talk = at->second;
    }
    if (!talk) return;
    std::string point;
    for (const auto& [key, member] : of) point += (point.empty() ? "" : ", ") + member;
    if (!text.empty()) point += (point.empty() ? "" : ": ") + text;
    if (auto fault = persons_.check(point, fmt::format("Een agendapunt voor {}", provider))) {
      found_.push_back(*std::move(fault));
      return;
    }
    auto& points = talks_[*talk].agenda;
    const auto same = std::find_if(points.begin(), points.end(), [&](const auto& p) { return p.onderwerp == subject; });
    Agendapunt& to = same == points.end() ? points.emplace_back(Agendapunt{subject, {}}) : *same;
    if (std::find(to.punten.begin(), to.punten.end(), point) == to.punten.end()) to.punten.push_back(std::move(point));
  }

  Geladen& loaded_;
  std::vector<Gesprek>& talks_;
  Persoonstoets& persons_;
  Bevindingen& found_;
  std::map<std::pair<std::string, std::string>, Gesprek*> all_;
  std::map<std::pair<std::string, std::string>, std::size_t> upcoming_;
  std::map<std::string, std::size_t> next_;
};

/// Quantities of the agenda in the order of the document.
std::vector<std::string> agenda_names(const Regeling& r) {
  std::vector<std::string> out;
  for (const Grootheid& g : r.grootheden) {
    const bool of_provider =
        std::any_of(g.per.begin(), g.per.end(), [](const SleutelNaam& k) { return k.naam == "aanbieder"; });
    if (g.naam.starts_with(namen::kAgenda) && of_provider) out.push_back(g.naam);
  }
  return out;
}

std::vector<Gesprek> planned(const Gespreksgegevens& given) {
  const auto places = plan_jaar(given.wensen, given.ruimte);
  std::vector<Gesprek> out;
  for (std::size_t i = 0; i < places.size(); ++i) {
    Gesprek& talk = out.emplace_back();
    talk.wens = given.wensen[i];
    talk.plek = places[i];
    if (const auto rhythm = given.ritmes.find(talk.wens.wie); rhythm != given.ritmes.end()) talk.ritme = rhythm->second;
  }
  std::sort(out.begin(), out.end(), [](const Gesprek& a, const Gesprek& b) { return a.key() < b.key(); });
  return out;
}

/// What came in for talks and what came of them.
void add_facts(const Grootheidtabellen& tables, std::vector<Gesprek>& talks, Persoonstoets& persons,
               Bevindingen& found) {
  const auto known = by_number(talks);
  const auto each = [&](const char* name, const std::function<void(Gesprek&, const Ledennamen&, const Waarde&)>& take) {
    tables.each(name, [&](const Ledennamen& of, const Waarde& value) {
      if (!of.contains("aanbieder") || !of.contains("gesprek")) return;
      const auto talk = known.find({of.at("aanbieder"), of.at("gesprek")});
      if (talk != known.end()) take(*talk->second, of, value);
    });
  };
  each(namen::kUiterlijk, [](Gesprek& talk, const Ledennamen&, const Waarde& value) {
    if (const auto* day = std::get_if<Datum>(&value)) talk.uiterlijk = *day;
  });
  each(namen::kInbreng, [](Gesprek& talk, const Ledennamen& of, const Waarde& value) {
    if (const auto* day = std::get_if<Datum>(&value)) talk.inbreng[of] = {*day, std::nullopt};
  });
  each(namen::kTeltMee, [](Gesprek& talk, const Ledennamen& of, const Waarde& value) {
    const auto* counts = std::get_if<bool>(&value);
    if (const auto at = talk.inbreng.find(of); counts != nullptr && at != talk.inbreng.end())
      at->second.telt_mee = *counts;
  });
  each(namen::kVerstuurd, [](Gesprek& talk, const Ledennamen&, const Waarde& value) {
    if (const auto* day = std::get_if<Datum>(&value)) talk.verstuurd = *day;
  });
  each(namen::kRodeDraad, [&](Gesprek& talk, const Ledennamen&, const Waarde& value) {
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) return;
    auto fault =
        persons.check(*text, fmt::format("De rode draad van gesprek {} met {}", talk.wens.nummer, talk.wens.wie));
    if (fault)
      found.push_back(*std::move(fault));
    else
      talk.rode_draad = *text;
  });
}

Afspraak appointment(const Gesprek& talk, std::size_t of, const Regeling& r) {
  Hash content;
  content.add(r.titel);
  if (r.geldig) content.add(format_datum(r.geldig->van));
  content.add(talk.wens.wie);
  content.add(talk.wens.nummer);
  Afspraak out;
  out.uid = fmt::format("{:016x}@zorgkader", content.value());
  out.titel = fmt::format("Gesprek met {} ({} van {})", talk.wens.wie, talk.wens.nummer, of);
  out.dag = talk.plek.dag;
  out.begin = talk.plek.begin;
  out.minuten = talk.wens.minuten;
  std::string& text = out.omschrijving;
  if (!talk.wens.deelnemers.empty()) text += fmt::format("Deelnemers: {}\n", fmt::join(talk.wens.deelnemers, ", "));
  if (talk.uiterlijk) text += fmt::format("Informatie uiterlijk: {}\n", format_datum_nl(*talk.uiterlijk));
  for (const Agendapunt& point : talk.agenda) text += fmt::format("- {}\n", point.in_words());
  if (!text.empty()) text.pop_back();
  return out;
}

Afsprakenlijst appointments(const std::vector<Gesprek>& talks, const Gespreksvraag& vraag, const Regeling& r) {
  std::map<std::string, std::size_t> count;
  for (const Gesprek& talk : talks) ++count[talk.wens.wie];
  Afsprakenlijst out{"Gesprekken " + r.titel, vraag.nu, {}};
  for (const Gesprek& talk : talks) {
    if (talk.has_day()) out.afspraken.push_back(appointment(talk, count[talk.wens.wie], r));
  }
  return out;
}

}  // namespace

Gespreksantwoord rapport_gesprekken(const Gespreksvraag& asked) {
  Gespreksantwoord out;
  std::optional<Dossierstand> dossier;
  Gespreksvraag vraag = asked;
  if (vraag.opdracht.dossier)
    vraag.opdracht.stand = &dossier.emplace(*vraag.opdracht.dossier, vraag.opdracht.bekend_op);
  Geladen loaded = laad(vraag.opdracht);
  if (!loaded.run) {
    out.bevindingen = std::move(loaded.bevindingen);
    return out;
  }
  Bevindingen found;
  const auto given = read_gespreksgegevens(loaded, vraag.opdracht, found);
  if (given) {
    std::vector<Gesprek> talks = planned(*given);
    give_back(loaded, talks);
    std::vector<std::string> names = agenda_names(*loaded.regeling);
    Persoonstoets persons(dossier ? &*dossier : nullptr);
    loaded.run->check_eisen(true);
    Agendamaker agenda(loaded, talks, dag_van(vraag.nu), persons, out.bevindingen);
    agenda.add_requirements();
    const Grootheidtabellen points(loaded, vraag.opdracht, names, found);
    agenda.add_points(points, names);
    const Grootheidtabellen facts(
        loaded, vraag.opdracht,
        {namen::kUiterlijk, namen::kInbreng, namen::kTeltMee, namen::kRodeDraad, namen::kVerstuurd}, found);
    add_facts(facts, talks, persons, out.bevindingen);
    if (!vraag.aanbieder.empty())
      std::erase_if(talks, [&](const Gesprek& talk) { return talk.wens.wie != vraag.aanbieder; });
    out.rapport = gespreksrapport(talks, loaded, dag_van(vraag.nu));
    out.afspraken = appointments(talks, vraag, *loaded.regeling);
  }
  found.insert(found.end(), loaded.bevindingen.begin(), loaded.bevindingen.end());
  sort_and_unique(found);
  take_findings(vraag.opdracht.regeling, found, out.bevindingen);
  return out;
}

}  // namespace zorgkader
