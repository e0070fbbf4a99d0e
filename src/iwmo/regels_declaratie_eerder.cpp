// Level 3, declarations against earlier ones: references, credits, how much in all.
#include <fmt/format.h>

#include <set>

#include "iwmo/berichtenarchief.hpp"
#include "iwmo/omvang.hpp"
#include "iwmo/regelhulp.hpp"
#include "iwmo/regels.hpp"

namespace zorgkader::iwmo {
namespace {

using Stand = Prestatieregel::Stand;

std::set<std::string> credited_here(Deel lines) {
  std::set<std::string> out;
  for (Deel line : lines.delen()) {
    if (const auto previous = line.tekst("ProductReferentie/VorigReferentieNummer"); !previous.empty())
      out.emplace(previous);
  }
  return out;
}

/// Volumes of hours are compared in minutes, because either may be declared.
std::int64_t in_unit(std::int64_t volume, std::string_view unit, const Toewijzing& t) {
  return t.eenheid == "04" && unit == "04" ? volume * 60 : volume;
}

std::string shown(std::int64_t volume, const Toewijzing& t) {
  if (t.eenheid == "83") return in_euro(volume);
  if (t.eenheid != "04") return fmt::format("{} ({})", volume, betekenis("Eenheid", t.eenheid));
  return volume % 60 == 0 ? fmt::format("{} uur", volume / 60)
                          : fmt::format("{} uur en {} minuten", volume / 60, volume % 60);
}

/// The contract says which variant a product has; without it the unit does.
Variant variant_of(const Prestatieregel& line, const Toewijzing& known, const Toetsing& t) {
  const auto* product = t.gegevens().lijsten == nullptr ? nullptr
                                                        : t.gegevens().lijsten->product(line.aanbieder, line.categorie,
                                                                                        line.code, line.periode.van);
  return product == nullptr ? variant_van(known.eenheid) : product->variant;
}

std::optional<std::int64_t> over_period(const Prestatieregel& line, const Toewijzing& known, const Toetsing& t) {
  const auto most = max_per_periode(known, variant_of(line, known, t), line.periode);
  if (!most || in_unit(line.volume, line.eenheid, known) <= in_unit(*most, known.eenheid, known)) return std::nullopt;
  return most;
}

void tr314(Deel line, Toetsing& t) {
  const Deel reference = line["ProductReferentie/ReferentieNummer"];
  const bool fresh = t.stand().referenties.emplace(reference.tekst()).second;
  if (!fresh)
    return t.meld(reference,
                  fmt::format("ReferentieNummer {} staat al bij een andere regel van dit bericht.", reference.tekst()));
  if (t.gegevens().archief->prestatie(aanbieder_van(line), reference.tekst()))
    t.meld(reference, fmt::format("ReferentieNummer {} is al in een eerdere declaratie gebruikt.", reference.tekst()));
}

void tr318(Deel declaration, Toetsing& t) {
  const Deel period = declaration["DeclaratiePeriode"];
  const auto begin = period.datum("Begindatum");
  Datum last = kGeenBegin;
  for (const auto& b : t.gegevens().archief->berichten(323, aanbieder_van(declaration))) {
    if (b.ontvanger == gemeente_van(declaration)) last = std::max(last, b.declaratieperiode.van);
  }
  if (begin && *begin < last)
    t.meld(period,
           fmt::format("Er is al over een latere maand gedeclareerd (vanaf {}); een DeclaratiePeriode gaat niet terug.",
                       format_datum(last)),
           {zet(period, "Begindatum", format_datum(last)), zet(period, "Einddatum", format_datum(laatste_dag(last)))});
}

void tr333(Deel declaration, Toetsing& t) {
  const Deel number = declaration["DeclaratieNummer"];
  for (const auto& b : t.gegevens().archief->berichten(323, aanbieder_van(declaration))) {
    if (b.declaratienummer == number.tekst())
      return t.meld(number, fmt::format("DeclaratieNummer {} is al gebruikt.", number.tekst()));
  }
}

void tr321(Deel deel, Toetsing& t) {
  const Toewijzing* known = t.toewijzing(deel);
  const Prestatieregel line = prestatie_van(deel);
  if (known == nullptr || line.credit || line.eenheid.empty()) return;
  const auto most = over_period(line, *known, t);
  if (!most) return;
  const std::int64_t in_minutes = in_unit(*most, known->eenheid, *known);
  t.meld(
      deel["GeleverdVolume"],
      fmt::format("Van {} tot en met {} is {} gedeclareerd op toewijzing {}; ten hoogste kan {}.",
                  format_datum(line.periode.van), format_datum(line.periode.tot),
                  shown(in_unit(line.volume, line.eenheid, *known), *known), known->nummer, shown(in_minutes, *known)),
      {zet(deel["GeleverdVolume"], std::to_string(line.eenheid == known->eenheid ? *most : in_minutes))});
}

/// What counts already on a toewijzing: earlier lines that were not refused or taken back, and earlier lines of this
/// message.
template <typename Measure, typename Most, typename Over>
void against_total(Deel lines, Toetsing& t, Measure measure, Most most, Over over) {
  const std::set<std::string> credited = credited_here(lines);
  std::map<std::int64_t, std::int64_t> used;
  for (Deel deel : lines.delen()) {
    const Prestatieregel line = prestatie_van(deel);
    const Toewijzing* known = t.toewijzing(deel);
    if (line.credit || known == nullptr) continue;
    const std::optional<std::int64_t> limit = most(*known, line);
    if (!limit || over_period(line, *known, t)) continue;
    const auto [sum, fresh] = used.try_emplace(line.toewijzing, 0);
    if (fresh) {
      for (const auto& p : t.gegevens().archief->prestaties(line.gemeente, line.toewijzing)) {
        if (p.telt() && !credited.contains(p.referentie)) sum->second += measure(p, *known);
      }
    }
    const std::int64_t with = sum->second + measure(line, *known);
    if (with > *limit)
      over(deel, *known, with, *limit);
    else
      sum->second = with;
  }
}

void tr322(Deel lines, Toetsing& t) {
  against_total(
      lines, t, [](const Prestatieregel& p, const Toewijzing& known) { return in_unit(p.volume, p.eenheid, known); },
      [&](const Toewijzing& known, const Prestatieregel& line) {
        auto most = max_over_looptijd(known, variant_of(line, known, t));
        if (most) most = in_unit(*most, known.eenheid, known);
        return most;
      },
      [&](Deel line, const Toewijzing& known, std::int64_t with, std::int64_t most) {
        t.meld(line["GeleverdVolume"],
               fmt::format("Met deze regel is op toewijzing {} {} gedeclareerd; over de hele looptijd kan {}.",
                           known.nummer, shown(with, known), shown(most, known)));
      });
}

void tr369(Deel lines, Toetsing& t) {
  against_total(
      lines, t, [](const Prestatieregel& p, const Toewijzing&) { return p.bedrag_cent; },
      [](const Toewijzing& known, const Prestatieregel&) { return known.budget_cent; },
      [&](Deel line, const Toewijzing& known, std::int64_t with, std::int64_t most) {
        t.meld(line["IngediendBedrag"],
               fmt::format("Met deze regel is op toewijzing {} {} gedeclareerd; het Budget is {}.", known.nummer,
                           in_euro(with), in_euro(most)));
      });
}

bool same_values(const Prestatieregel& a, const Prestatieregel& b) {
  return a.toewijzing == b.toewijzing && a.categorie == b.categorie && a.code == b.code && a.periode == b.periode &&
         a.volume == b.volume && a.eenheid == b.eenheid && a.tarief_cent == b.tarief_cent &&
         a.bedrag_cent == b.bedrag_cent;
}

void tr323(Deel deel, Toetsing& t) {
  const Prestatieregel line = prestatie_van(deel);
  if (!line.credit) return;
  const auto debit = t.gegevens().archief->prestatie(line.aanbieder, line.vorig_referentie);
  const bool good = debit && !debit->credit && debit->stand == Stand::goedgekeurd && debit->bsn == line.bsn &&
                    same_values(line, *debit);
  if (good) return;
  const std::string why = !debit                             ? "die is niet gedeclareerd"
                          : debit->credit                    ? "dat is zelf een creditregel"
                          : debit->stand == Stand::wacht     ? "die is nog niet beantwoord"
                          : debit->stand == Stand::afgewezen ? "die is afgewezen"
                                                             : "daarvan zijn andere waarden gedeclareerd";
  t.meld(deel["ProductReferentie/VorigReferentieNummer"],
         fmt::format("Regel {} kan niet gecrediteerd worden: {}.", line.vorig_referentie, why));
}

void tr390(Deel deel, Toetsing& t) {
  const Prestatieregel line = prestatie_van(deel);
  if (!line.credit) return;
  const auto debit = t.gegevens().archief->prestatie(line.aanbieder, line.vorig_referentie);
  if (debit && debit->gecrediteerd)
    t.meld(deel["ProductReferentie/VorigReferentieNummer"],
           fmt::format("Regel {} is al gecrediteerd.", line.vorig_referentie));
}

void tr389(Deel lines, Toetsing& t) {
  const std::set<std::string> credited = credited_here(lines);
  for (Deel deel : lines.delen()) {
    const Prestatieregel line = prestatie_van(deel);
    if (line.credit) continue;
    for (const auto& p : t.gegevens().archief->prestaties(line.gemeente, line.toewijzing)) {
      if (!p.telt() || credited.contains(p.referentie) || p.aanbieder != line.aanbieder) continue;
      if (p.periode != line.periode || p.categorie != line.categorie || p.code != line.code) continue;
      t.meld(deel, fmt::format("Dit is al gedeclareerd als regel {}; crediteer die eerst.", p.referentie));
      break;
    }
  }
}

}  // namespace

std::span<const Regel> regels_declaratie_eerder() {
  static const std::vector<Regel> rules = {
      {"TR314", 3, "8021", "323", "Prestatie", "Een ReferentieNummer is bij de aanbieder niet eerder gebruikt.", tr314,
       Vraagt::archief},
      {"TR318", 3, "8214", "323", "Declaratie", "Een DeclaratiePeriode ligt niet voor een die al gedeclareerd is.",
       tr318, Vraagt::archief},
      {"TR321", 3, "9321", "323", "Prestatie", "Een regel declareert niet meer dan in haar periode is toegewezen.",
       tr321, Vraagt::archief},
      {"TR322", 3, "9322", "323", "Prestaties",
       "Alle regels samen declareren niet meer dan over de looptijd is toegewezen.", tr322, Vraagt::archief},
      {"TR323", 3, "8017", "323", "Prestatie", "Een creditregel is gelijk aan een goedgekeurde debetregel.", tr323,
       Vraagt::archief},
      {"TR333", 3, "9333", "323", "Declaratie", "Een DeclaratieNummer is bij de aanbieder niet eerder gebruikt.", tr333,
       Vraagt::archief},
      {"TR369", 3, "9369", "323", "Prestaties", "Alle regels samen declareren niet meer dan het Budget.", tr369,
       Vraagt::archief},
      {"TR389", 3, "9389", "323", "Prestaties", "Hetzelfde wordt niet nog eens gedeclareerd zonder te crediteren.",
       tr389, Vraagt::archief},
      {"TR390", 3, "9390", "323", "Prestatie", "Een debetregel wordt maar een keer gecrediteerd.", tr390,
       Vraagt::archief},
  };
  return rules;
}

}  // namespace zorgkader::iwmo
