// Level 3, declarations against earlier ones: references, credits, how much in all.
#include <fmt/format.h>

#include <set>

#include "iwmo/berichtenarchief.hpp"
#include "iwmo/herstel.hpp"
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
  Meetellend(Deel lines, const Toetsing& t) {
    const Berichtbevindingen& found = t.bevindingen;
    const std::string above = found.empty() ? "" : lines.pad() + "/";  // a path costs more than all else here
    for (auto b = found.rbegin(); b != found.rend() && b->pad.starts_with(above); ++b)
      refused_.insert(b->pad.substr(0, b->pad.find('/', above.size())));
    for (Deel line : lines.delen()) {
      const auto previous = line.tekst("ProductReferentie/VorigReferentieNummer");
      if (!previous.empty() && counts(line)) credited_.emplace(previous);
    }
  }
  bool counts(Deel line) const { return refused_.empty() || !refused_.contains(line.pad()); }
  /// An earlier line that was not refused, and not taken back before or here (OP366: credit lines go first).
  bool counts(const Prestatieregel& earlier) const { return earlier.telt() && !credited_.contains(earlier.referentie); }

 private:
  std::set<std::string> refused_;
  std::set<std::string_view> credited_;
};

/// A limit as vergelijkbaar() has it.
std::int64_t limit_of(const Grens& grens, const Toewijzing& t) {
  return vergelijkbaar(grens.totaal(), t.eenheid, t);
}

/// A volume that is vergelijkbaar() as people say it.
std::string shown(std::int64_t volume, const Toewijzing& t) {
  if (t.eenheid == "83") return in_euro(volume);
  if (t.eenheid != "04") return fmt::format("{} ({})", volume, betekenis("Eenheid", t.eenheid));
  const std::int64_t minutes = volume % 60;
  if (minutes == 0) return fmt::format("{} uur", volume / 60);
  return fmt::format("{} uur en {} {}", volume / 60, minutes, minutes == 1 ? "minuut" : "minuten");
}

std::string shown(const Grens& grens, const Toewijzing& t) {
  static constexpr std::string_view kMaten[][2] = {{}, {"dag", "dagen"}, {"week", "weken"}, {"maand", "maanden"}};
  const std::string in_all = shown(limit_of(grens, t), t);
  if (grens.maat == Grens::Maat::geheel) return in_all;
  return fmt::format("{} ({} {} x {})", in_all, grens.maal,
                     kMaten[static_cast<std::size_t>(grens.maat)][grens.maal == 1 ? 0 : 1],
                     shown(vergelijkbaar(grens.volume, t.eenheid, t), t));
}

constexpr const char* kTeVeel =
    "Declareer hoogstens wat nog kan, met het bedrag dat daarbij hoort, en maak het totaal gelijk aan de som van de "
    "regels.";

/// What a line costs with another volume; nothing when that does not follow from what it says.
std::optional<std::int64_t> cost_of(Deel deel, const Prestatieregel& line, std::int64_t volume, Toetsing& t) {
  const Contractproduct* product = contractproduct(deel, t);
  if (product != nullptr && product->tarief_cent && in_minuten(*product, line.eenheid))
    return bedrag_van_minuten(*product->tarief_cent, volume);
  if (line.volume <= 0 || line.bedrag_cent % line.volume != 0) return std::nullopt;
  return line.bedrag_cent / line.volume * volume;
}

/// Changes that lower a line to a volume; its amount and the total follow. With nothing left the line goes.
std::vector<Wijziging> lowered(Deel deel, std::int64_t to, Toetsing& t) {
  if (to <= 0) return weg(deel);
  Prestatieregel better = prestatie_van(deel);
  const auto cost = cost_of(deel, better, to, t);
  if (!cost) return {};
  better.volume = to;
  better.bedrag_cent = *cost;
  return verbeterd(deel, better, t);
}

/// The same to a volume that is vergelijkbaar().
std::vector<Wijziging> lowered_in_hours(Deel deel, std::int64_t to, const Toewijzing& known, Toetsing& t) {
  return lowered(deel, known.eenheid == "04" && deel.tekst("Eenheid") == "04" ? to / 60 : to, t);
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
    t.meld(period,
           fmt::format("Er is al over een latere maand gedeclareerd (vanaf {}); een DeclaratiePeriode gaat niet terug.",
                       format_datum(last)),
           zet_maand(period, last), "Neem de maand waarover u het laatst declareerde, of een latere.");
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
  const Prestatieregel line = t.prestatie(deel);
  const auto most = max_per_periode(*known, variant_van(deel, *known, t), line.periode);
  if (!most || !is_vergelijkbaar(*known, line.eenheid)) return;
  const std::int64_t own = vergelijkbaar(line.volume, line.eenheid, *known), limit = limit_of(*most, *known);
  if (own <= limit) return;
  t.meld(deel["GeleverdVolume"],
         fmt::format("Van {} tot en met {} is {} gedeclareerd op toewijzing {}; ten hoogste kan {}.",
                     format_datum(line.periode.van), format_datum(line.periode.tot), shown(own, *known), known->nummer,
                     shown(*most, *known)),
         lowered_in_hours(deel, limit, *known, t), kTeVeel);
}

/// The earlier line that says the same as `line` and still counts (TR389).
std::optional<Prestatieregel> declared_before(const Prestatieregel& line, const Meetellend& counting,
                                              const Toetsing& t) {
  for (const auto& p : t.gegevens().archief->prestaties(line.gemeente, line.toewijzing)) {
    if (counting.counts(p) && p.periode == line.periode && p.categorie == line.categorie && p.code == line.code)
      return p;
  }
  return std::nullopt;
}

/// A line with which the sum gets above the limit, and that sum without it.
struct Te_veel {
  Deel deel;
  std::int64_t before;
};

/// Adds up what counts on each toewijzing, earlier lines and then those of this Client one by one. A line with which
/// the sum gets above the limit does not count: a smaller one after it may still fit. Calls `over(deel, regel,
/// toewijzing, before, room)` for it, where `room` is what all others leave.
template <typename Measure, typename Most, typename Over>
void against_total(Deel lines, Toetsing& t, Measure measure, Most most, Over over) {
  const Meetellend counting(lines, t);
  std::map<std::int64_t, std::int64_t> used;
  std::vector<Te_veel> too_much;
  for (Deel deel : lines.delen()) {
    const Toewijzing* known = toewijzing_van_debet(deel, t);
    if (known == nullptr || !counting.counts(deel)) continue;
    const std::optional<std::int64_t> limit = most(deel, *known);
    const Prestatieregel line = t.prestatie(deel);
    if (!limit || declared_before(line, counting, t)) continue;
    const auto [sum, fresh] = used.try_emplace(line.toewijzing, 0);
    if (fresh) {
      for (const auto& p : t.gegevens().archief->prestaties(line.gemeente, line.toewijzing)) {
        if (counting.counts(p)) sum->second += measure(p, *known);
      }
    }
    const std::int64_t own = measure(line, *known);
    if (sum->second + own > *limit)
      too_much.push_back({deel, sum->second});
    else
      sum->second += own;
  }
  for (const auto& [deel, before] : too_much) {
    const Toewijzing& known = *toewijzing_van_debet(deel, t);
    const Prestatieregel line = t.prestatie(deel);
    over(deel, line, known, before, *most(deel, known) - used[line.toewijzing]);
  }
}

void tr322(Deel lines, Toetsing& t) {
  std::optional<Grens> most;
  against_total(
      lines, t,
      [](const Prestatieregel& p, const Toewijzing& known) { return vergelijkbaar(p.volume, p.eenheid, known); },
      [&](Deel deel, const Toewijzing& known) -> std::optional<std::int64_t> {
        most = max_over_looptijd(known, variant_van(deel, known, t));
        if (!most) return std::nullopt;
        return limit_of(*most, known);
      },
      [&](Deel deel, const Prestatieregel& line, const Toewijzing& known, std::int64_t before, std::int64_t room) {
        t.meld(deel["GeleverdVolume"],
               fmt::format("Met deze regel is op toewijzing {} {} gedeclareerd; over de hele looptijd kan {}.",
                           known.nummer, shown(before + vergelijkbaar(line.volume, line.eenheid, known), known),
                           shown(*most, known)),
               lowered_in_hours(deel, room, known, t), kTeVeel);
      });
}

/// A Budget is money: with unit 83 the volume is the amount, with another volumes do not add up.
void tr369(Deel lines, Toetsing& t) {
  against_total(
      lines, t, [](const Prestatieregel& p, const Toewijzing&) { return p.bedrag_cent; },
      [](Deel, const Toewijzing& known) { return known.budget_cent; },
      [&](Deel deel, const Prestatieregel& line, const Toewijzing& known, std::int64_t before, std::int64_t room) {
        const std::int64_t tariff = line.volume > 0 ? line.bedrag_cent / line.volume : 0;
        t.meld(deel["IngediendBedrag"],
               fmt::format("Met deze regel is op toewijzing {} {} gedeclareerd; het Budget is {}.", known.nummer,
                           in_euro(before + line.bedrag_cent), in_euro(*known.budget_cent)),
               tariff > 0 ? lowered(deel, room / tariff, t) : std::vector<Wijziging>{}, kTeVeel);
      });
}

/// The debit line that a credit line takes back: the one that was approved, else any with its number.
std::optional<Prestatieregel> debit_of(const Prestatieregel& credit, const Toetsing& t) {
  std::optional<Prestatieregel> out;
  for (const auto& p : t.gegevens().archief->prestaties_met(credit.aanbieder, credit.vorig_referentie)) {
    if (p.gemeente != credit.gemeente || (out && p.stand != Stand::goedgekeurd)) continue;
    const bool found = !p.credit && p.stand == Stand::goedgekeurd;
    out = p;
    if (found) break;
  }
  return out;
}

void tr323(Deel deel, Toetsing& t) {
  const Prestatieregel line = t.prestatie(deel);
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
  const Prestatieregel line = t.prestatie(deel);
  if (!line.credit) return;
  const auto debit = debit_of(line, t);
  if (debit && debit->gecrediteerd)
    t.meld(deel["ProductReferentie/VorigReferentieNummer"],
           fmt::format("Regel {} is al gecrediteerd.", line.vorig_referentie), weg(deel),
           "Haal deze regel weg en trek haar bedrag van het totaal af.");
}

void tr389(Deel lines, Toetsing& t) {
  const Meetellend counting(lines, t);
  for (Deel deel : lines.delen()) {
    if (toewijzing_van_debet(deel, t) == nullptr) continue;
    if (const auto before = declared_before(t.prestatie(deel), counting, t))
      t.meld(deel, fmt::format("Dit is al gedeclareerd als regel {}; crediteer die eerst.", before->referentie),
             weg(deel), "Haal deze regel weg en trek haar bedrag van het totaal af.");
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
