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

/// Which lines of a Client count: not those in which a rule for lines found something, whatever it was. An answer
/// approves line by line, so what is refused neither takes up volume nor takes an earlier line back.
class Meetellend {
 public:
  Meetellend(Deel lines, const Toetsing& t) : above_(lines.pad() + "/") {
    const Berichtbevindingen& found = t.bevindingen;
    for (auto b = found.rbegin(); b != found.rend() && b->pad.starts_with(above_); ++b)
      refused_.insert(b->pad.substr(0, b->pad.find('/', above_.size())));
    for (Deel line : lines.delen()) {
      const auto previous = line.tekst("ProductReferentie/VorigReferentieNummer");
      if (!previous.empty() && counts(line)) credited_.emplace(previous);
    }
  }
  bool counts(Deel line) const { return refused_.empty() || !refused_.contains(line.pad()); }
  /// An earlier line that was not refused, and not taken back before or here (OP366: credit lines go first).
  bool counts(const Prestatieregel& earlier) const { return earlier.telt() && !credited_.contains(earlier.referentie); }

 private:
  std::string above_;
  std::set<std::string> refused_, credited_;
};

/// Whether a line is in a unit that can be compared with the toewijzing; TR341 says when it is not.
bool is_comparable(const Prestatieregel& line, const Toewijzing& t) {
  return line.eenheid == t.eenheid || (t.eenheid == "04" && line.eenheid == "01");
}

/// Volumes of hours are compared in minutes, because either may be declared.
std::int64_t in_unit(std::int64_t volume, std::string_view unit, const Toewijzing& t) {
  return t.eenheid == "04" && unit == "04" ? volume * 60 : volume;
}

/// A volume that is in_unit() as people say it.
std::string shown(std::int64_t volume, const Toewijzing& t) {
  if (t.eenheid == "83") return in_euro(volume);
  if (t.eenheid != "04") return fmt::format("{} ({})", volume, betekenis("Eenheid", t.eenheid));
  const std::int64_t minutes = volume % 60;
  if (minutes == 0) return fmt::format("{} uur", volume / 60);
  return fmt::format("{} uur en {} {}", volume / 60, minutes, minutes == 1 ? "minuut" : "minuten");
}

std::string shown(const Grens& grens, const Toewijzing& t) {
  static constexpr std::string_view kMaten[][2] = {{}, {"dag", "dagen"}, {"week", "weken"}, {"maand", "maanden"}};
  const std::string in_all = shown(in_unit(grens.totaal(), t.eenheid, t), t);
  if (grens.maat == Grens::Maat::geheel) return in_all;
  return fmt::format("{} ({} {} x {})", in_all, grens.maal,
                     kMaten[static_cast<std::size_t>(grens.maat)][grens.maal == 1 ? 0 : 1],
                     shown(in_unit(grens.volume, t.eenheid, t), t));
}

/// The contract says which variant a product has; without it the unit does.
Variant variant_of(Deel line, const Toewijzing& known, Toetsing& t) {
  const Contractproduct* product = contractproduct(line, t);
  return product == nullptr ? variant_van(known.eenheid) : product->variant;
}

/// Changes that lower a line to a volume that is in_unit(): its amount follows. With nothing left the line goes.
std::vector<Wijziging> lowered(Deel deel, const Prestatieregel& line, std::int64_t to, const Toewijzing& t) {
  const std::int64_t volume = t.eenheid == "04" && line.eenheid == "04" ? to / 60 : to;
  if (volume <= 0) return weg(deel);
  std::vector<Wijziging> out{zet(deel, "GeleverdVolume", std::to_string(volume))};
  if (line.volume > 0 && line.bedrag_cent % line.volume == 0)
    out.push_back(zet(deel, "IngediendBedrag/Bedrag", std::to_string(line.bedrag_cent / line.volume * volume)));
  return out;
}

void tr314(Deel line, Toetsing& t) {
  const Deel reference = line["ProductReferentie/ReferentieNummer"];
  const bool fresh = t.stand().referenties.emplace(reference.tekst()).second;
  if (!fresh)
    return t.meld(reference,
                  fmt::format("ReferentieNummer {} staat al bij een andere regel van dit bericht.", reference.tekst()));
  if (!t.gegevens().archief->prestaties_met(aanbieder_van(line), reference.tekst()).empty())
    t.meld(reference, fmt::format("ReferentieNummer {} is al in een eerdere declaratie gebruikt.", reference.tekst()));
}

/// A declaration that was refused whole was not processed and moves no limit.
void tr318(Deel declaration, Toetsing& t) {
  const Deel period = declaration["DeclaratiePeriode"];
  const auto begin = period.datum("Begindatum");
  Datum last = kGeenBegin;
  for (const auto& b : t.gegevens().archief->berichten(323, aanbieder_van(declaration))) {
    if (b.ontvanger == gemeente_van(declaration) && !b.afgewezen) last = std::max(last, b.declaratieperiode.van);
  }
  if (begin && *begin < last)
    t.meld(
        period,
        fmt::format("Er is al over een latere maand gedeclareerd (vanaf {}); een DeclaratiePeriode gaat niet terug.",
                    format_datum(last)),
        {zet(period, "Begindatum", format_datum(last)), zet(period, "Einddatum", format_datum(last_of_month(last)))});
}

void tr333(Deel declaration, Toetsing& t) {
  const Deel number = declaration["DeclaratieNummer"];
  for (const auto& b : t.gegevens().archief->berichten(323, aanbieder_van(declaration))) {
    if (b.declaratienummer == number.tekst())
      return t.meld(number, fmt::format("DeclaratieNummer {} is al gebruikt.", number.tekst()));
  }
}

void tr321(Deel deel, Toetsing& t) {
  const Toewijzing* known = toewijzing_van_debet(deel, t);
  if (known == nullptr) return;
  const Prestatieregel line = prestatie_van(deel);
  const auto most = max_per_periode(*known, variant_of(deel, *known, t), line.periode);
  if (!most || !is_comparable(line, *known)) return;
  const std::int64_t own = in_unit(line.volume, line.eenheid, *known),
                     limit = in_unit(most->totaal(), known->eenheid, *known);
  if (own <= limit) return;
  t.meld(deel["GeleverdVolume"],
         fmt::format("Van {} tot en met {} is {} gedeclareerd op toewijzing {}; ten hoogste kan {}.",
                     format_datum(line.periode.van), format_datum(line.periode.tot), shown(own, *known), known->nummer,
                     shown(*most, *known)),
         lowered(deel, line, limit, *known));
}

/// The earlier line that says the same as `line` and still counts (TR389).
std::optional<Prestatieregel> declared_before(const Prestatieregel& line, const Meetellend& counting,
                                              const Toetsing& t) {
  for (auto& p : t.gegevens().archief->prestaties(line.gemeente, line.toewijzing)) {
    if (counting.counts(p) && p.periode == line.periode && p.categorie == line.categorie && p.code == line.code)
      return std::move(p);
  }
  return std::nullopt;
}

/// Adds up what counts on each toewijzing, earlier lines and then those of this Client one by one, and calls
/// `over(deel, regel, toewijzing, before)` for a line with which the sum gets above the limit. That line does not
/// count: a smaller one after it may still fit.
template <typename Measure, typename Most, typename Over>
void against_total(Deel lines, Toetsing& t, Measure measure, Most most, Over over) {
  const Meetellend counting(lines, t);
  std::map<std::int64_t, std::int64_t> used;
  for (Deel deel : lines.delen()) {
    const Toewijzing* known = toewijzing_van_debet(deel, t);
    if (known == nullptr || !counting.counts(deel)) continue;
    const std::optional<std::int64_t> limit = most(deel, *known);
    const Prestatieregel line = prestatie_van(deel);
    if (!limit || declared_before(line, counting, t)) continue;
    const auto [sum, fresh] = used.try_emplace(line.toewijzing, 0);
    if (fresh) {
      for (const auto& p : t.gegevens().archief->prestaties(line.gemeente, line.toewijzing)) {
        if (counting.counts(p)) sum->second += measure(p, *known);
      }
    }
    const std::int64_t own = measure(line, *known);
    if (sum->second + own > *limit)
      over(deel, line, *known, sum->second);
    else
      sum->second += own;
  }
}

void tr322(Deel lines, Toetsing& t) {
  std::optional<Grens> most;
  against_total(
      lines, t, [](const Prestatieregel& p, const Toewijzing& known) { return in_unit(p.volume, p.eenheid, known); },
      [&](Deel deel, const Toewijzing& known) -> std::optional<std::int64_t> {
        most = max_over_looptijd(known, variant_of(deel, known, t));
        if (!most) return std::nullopt;
        return in_unit(most->totaal(), known.eenheid, known);
      },
      [&](Deel deel, const Prestatieregel& line, const Toewijzing& known, std::int64_t before) {
        const std::int64_t limit = in_unit(most->totaal(), known.eenheid, known);
        t.meld(deel["GeleverdVolume"],
               fmt::format("Met deze regel is op toewijzing {} {} gedeclareerd; over de hele looptijd kan {}.",
                           known.nummer, shown(before + in_unit(line.volume, line.eenheid, known), known),
                           shown(*most, known)),
               lowered(deel, line, limit - before, known));
      });
}

/// A Budget is money: with unit 83 the volume is the amount, with another volumes do not add up.
void tr369(Deel lines, Toetsing& t) {
  against_total(
      lines, t, [](const Prestatieregel& p, const Toewijzing&) { return p.bedrag_cent; },
      [](Deel, const Toewijzing& known) { return known.budget_cent; },
      [&](Deel deel, const Prestatieregel& line, const Toewijzing& known, std::int64_t before) {
        const std::int64_t left = *known.budget_cent - before,
                           tariff = line.volume > 0 ? line.bedrag_cent / line.volume : 0;
        t.meld(deel["IngediendBedrag"],
               fmt::format("Met deze regel is op toewijzing {} {} gedeclareerd; het Budget is {}.", known.nummer,
                           in_euro(before + line.bedrag_cent), in_euro(*known.budget_cent)),
               tariff > 0 && line.bedrag_cent % line.volume == 0 ? lowered(deel, line, left / tariff, known)
                                                                 : std::vector<Wijziging>{});
      });
}

/// The debit line that a credit line takes back: the one that was approved, else any with its number.
std::optional<Prestatieregel> debit_of(const Prestatieregel& credit, const Toetsing& t) {
  std::optional<Prestatieregel> out;
  for (auto& p : t.gegevens().archief->prestaties_met(credit.aanbieder, credit.vorig_referentie)) {
    if (p.gemeente != credit.gemeente || (out && p.stand != Stand::goedgekeurd)) continue;
    const bool found = !p.credit && p.stand == Stand::goedgekeurd;
    out = std::move(p);
    if (found) break;
  }
  return out;
}

void tr323(Deel deel, Toetsing& t) {
  const Prestatieregel line = prestatie_van(deel);
  if (!line.credit) return;
  const auto debit = debit_of(line, t);
  const bool approved = debit && !debit->credit && debit->stand == Stand::goedgekeurd && debit->bsn == line.bsn;
  std::vector<Wijziging> changes = approved ? verschillen(deel, *debit) : std::vector<Wijziging>{};
  if (approved && changes.empty()) return;
  const std::string why = !debit                             ? "die is niet gedeclareerd"
                          : debit->credit                    ? "dat is zelf een creditregel"
                          : debit->stand == Stand::wacht     ? "die is nog niet beantwoord"
                          : debit->stand == Stand::afgewezen ? "die is afgewezen"
                          : debit->bsn != line.bsn           ? "die is van een andere client"
                                                             : "daarvan zijn andere waarden gedeclareerd";
  t.meld(deel["ProductReferentie/VorigReferentieNummer"],
         fmt::format("Regel {} kan niet gecrediteerd worden: {}.", line.vorig_referentie, why), std::move(changes));
}

void tr390(Deel deel, Toetsing& t) {
  const Prestatieregel line = prestatie_van(deel);
  if (!line.credit) return;
  const auto debit = debit_of(line, t);
  if (debit && debit->gecrediteerd)
    t.meld(deel["ProductReferentie/VorigReferentieNummer"],
           fmt::format("Regel {} is al gecrediteerd.", line.vorig_referentie), weg(deel));
}

void tr389(Deel lines, Toetsing& t) {
  const Meetellend counting(lines, t);
  for (Deel deel : lines.delen()) {
    if (toewijzing_van_debet(deel, t) == nullptr) continue;
    if (const auto before = declared_before(prestatie_van(deel), counting, t))
      t.meld(deel, fmt::format("Dit is al gedeclareerd als regel {}; crediteer die eerst.", before->referentie),
             weg(deel));
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
