// Level 2, declarations and their answers: periods, references, amounts and totals of 323 and 325.
#include <fmt/format.h>

#include "iwmo/herstel.hpp"
#include "iwmo/regelhulp.hpp"
#include "iwmo/regels.hpp"

namespace zorgkader::iwmo {

std::string in_euro(std::int64_t cent) {
  const std::int64_t size = cent < 0 ? -cent : cent;
  return fmt::format("{}{},{:02} euro", cent < 0 ? "-" : "", size / 100, size % 100);
}

namespace {

constexpr Datum kEersteDag = std::chrono::sys_days(std::chrono::year(2021) / 1 / 1);

void tr137(Deel period, Toetsing& t) {
  const auto begin = period.datum("Begindatum"), end = period.datum("Einddatum");
  const Datum message = t.dagtekening(period);
  if (!begin || !end) return;
  if (*end < *begin)
    t.meld(period["Einddatum"],
           fmt::format("Einddatum {} ligt voor Begindatum {}.", format_datum(*end), format_datum(*begin)),
           when(last_of_month(*begin) <= message, zet(period["Einddatum"], format_datum(last_of_month(*begin)))),
           "Verbeter Begindatum of Einddatum.");
  else if (*end > message)
    t.meld(period["Einddatum"],
           fmt::format("Einddatum {} ligt na de Dagtekening van het bericht ({}).", format_datum(*end),
                       format_datum(message)),
           when(*end <= t.gegevens().nu.value_or(*end),
                zet(period.boom()["Header/BerichtIdentificatie/Dagtekening"], format_datum(*end))),
           "Verstuur het bericht na afloop van de periode.");
}

Deel declaratieperiode(Deel deel) {
  return deel.boom()["Declaratie/DeclaratiePeriode"];
}

void tr319(Deel period, Toetsing& t) {
  std::optional<Datum>& last = t.stand().tot;
  if (!last) last = declaratieperiode(period).datum("Einddatum");
  for (const std::string_view part : {"Begindatum", "Einddatum"}) {
    if (!last || period.datum(part).value_or(*last) <= *last) continue;
    const Datum latest = std::max(*period.datum(part), period.datum("Einddatum").value_or(kGeenBegin));
    return t.meld(period[part],
                  fmt::format("{} {} ligt na het einde van de DeclaratiePeriode ({}).", part, period.tekst(part),
                              format_datum(*last)),
                  zet_maand(declaratieperiode(period), latest), "Declareer deze regel na afloop van haar maand.");
  }
}

void tr335(Deel period, Toetsing& t) {
  std::optional<Datum>& declared = t.stand().gedeclareerd;
  if (!declared) declared = period.boom()["Declaratie"].datum("DeclaratieDagtekening");
  const auto end = period.datum("Einddatum");
  if (!declared || !end || *end >= step(*declared, -60, Tijdmaat::maand).value_or(kGeenBegin)) return;
  t.meld(period["Einddatum"], fmt::format("Einddatum {} ligt meer dan vijf jaar voor DeclaratieDagtekening {}.",
                                          format_datum(*end), format_datum(*declared)));
}

void cs100(Deel period, Toetsing& t) {
  const auto begin = period.datum("Begindatum");
  if (begin && *begin < kEersteDag)
    t.meld(period["Begindatum"], fmt::format("Begindatum {} ligt voor 1 januari 2021.", format_datum(*begin)));
}

/// A period that has one side of a month is that month. Two whole months are two lines.
void cs337(Deel period, Toetsing& t) {
  const auto begin = period.datum("Begindatum"), end = period.datum("Einddatum");
  if (!begin || !end || first_of_month(*begin) == first_of_month(*end)) return;
  const bool from_first = *begin == first_of_month(*begin), to_last = *end == last_of_month(*end);
  std::vector<Wijziging> change;
  if (*begin < *end && from_first != to_last)
    change.push_back(from_first ? zet(period["Einddatum"], format_datum(last_of_month(*begin)))
                                : zet(period["Begindatum"], format_datum(first_of_month(*end))));
  t.meld(period,
         fmt::format("De ProductPeriode van {} tot en met {} ligt niet in een kalendermaand.", format_datum(*begin),
                     format_datum(*end)),
         std::move(change), "Declareer elke maand op een eigen regel.");
}

void cs340(Deel period, Toetsing& t) {
  const auto begin = period.datum("Begindatum"), end = period.datum("Einddatum");
  if (!begin || !end || (*begin == first_of_month(*begin) && *end == last_of_month(*begin))) return;
  t.meld(period,
         fmt::format("De DeclaratiePeriode van {} tot en met {} is geen hele kalendermaand.", format_datum(*begin),
                     format_datum(*end)),
         zet_maand(period, *end), "Neem een hele kalendermaand die voorbij is.");
}

void tr315(Deel line, Toetsing& t) {
  const Deel previous = line["ProductReferentie/VorigReferentieNummer"];
  if (!previous) return;
  const auto [found, fresh] = t.stand().credit.try_emplace(std::string(previous.tekst()));
  if (!fresh)
    return t.meld(previous,
                  fmt::format("VorigReferentieNummer {} staat al bij {}.", previous.tekst(), found->second.pad));
  found->second = {previous.pad(), previous.regel()};
}

/// A credit line may come before or after the line that it takes back, in another Client too.
void tr316(Deel deel, Toetsing& t) {
  if (deel.naam() == "Prestatie") {
    const std::string_view own = deel.tekst("ProductReferentie/ReferentieNummer"),
                           previous = deel.tekst("ProductReferentie/VorigReferentieNummer");
    if (own == previous)
      t.meld(deel["ProductReferentie"], fmt::format("ReferentieNummer en VorigReferentieNummer zijn allebei {}.", own));
    else if (!is_credit(deel))
      t.stand().debet.emplace(own);
    return;
  }
  for (const auto& [reference, place] : t.stand().credit) {
    if (t.stand().debet.contains(reference))
      t.meld(place.pad, place.regel, fmt::format("{} wordt in dit bericht gedeclareerd en gecrediteerd.", reference));
  }
}

void add_to_sum(Deel line, Toetsing& t) {
  t.stand().ingediend += met_teken(line["IngediendBedrag"]);
}

void tr358(Deel deel, Toetsing& t) {
  if (deel.naam() == "Prestatie") return add_to_sum(deel, t);
  const Deel total = deel["TotaalIngediendBedrag"];
  const std::int64_t sum = t.stand().ingediend, said = met_teken(total);
  if (sum != said)
    t.meld(total,
           fmt::format("TotaalIngediendBedrag is {} en de regels tellen op tot {}.", in_euro(said), in_euro(sum)),
           zet_bedrag(total, sum));
}

void tr342(Deel deel, Toetsing& t) {
  if (deel.naam() == "Prestatie") return add_to_sum(deel, t);
  const Deel granted = deel["TotaalToegekendBedrag"];
  const std::int64_t asked = met_teken(deel["TotaalIngediendBedrag"]), given = met_teken(granted);
  bool refused = false;
  for (Deel code : deel["RetourCodes"].delen()) refused = refused || (code.tekst() != "0200" && code.tekst() != "8001");
  const std::int64_t want = refused ? 0 : asked - t.stand().ingediend;
  if (given == want) return;
  const std::string what = refused ? "De declaratie is afgewezen en TotaalToegekendBedrag is niet 0."
                                   : fmt::format("TotaalToegekendBedrag is {}; ingediend min afgewezen is {}.",
                                                 in_euro(given), in_euro(want));
  t.meld(granted, what, zet_bedrag(granted, want));
}

void tr416(Deel lines, Toetsing& t) {
  static constexpr std::string_view kSleutel[] = {"ToewijzingNummer", "ProductPeriode/Begindatum",
                                                  "ProductPeriode/Einddatum", "ProductCategorie", "ProductCode"};
  if (!lines.eerste().volgende()) return;
  std::vector<std::pair<Sleutel, Deel>> keyed;
  for (Deel line : lines.delen()) {
    if (!is_credit(line)) keyed.emplace_back(sleutel_van(line, kSleutel), line);
  }
  each_double(keyed, [&](Deel later, Deel first) {
    t.meld(later,
           fmt::format("Toewijzing, product en ProductPeriode zijn gelijk aan die van {}.", among_brothers(first)));
  });
}

void cd060(Deel line, Toetsing& t) {
  const Deel previous = line["ProductReferentie/VorigReferentieNummer"];
  if (is_credit(line) == static_cast<bool>(previous)) return;
  if (previous)
    t.meld(previous, "Een debetregel heeft geen VorigReferentieNummer.", {verwijder(previous)});
  else
    t.meld(line["ProductReferentie"], "Een creditregel heeft een VorigReferentieNummer nodig.", {},
           "Voeg het ReferentieNummer toe van de regel die wordt gecrediteerd.");
}

void cd087(Deel line, Toetsing& t) {
  const bool in_euros = line.tekst("Eenheid") == "83";
  const Deel tariff = line["ProductTarief"];
  if (in_euros != static_cast<bool>(tariff)) return;
  if (in_euros) return t.meld(tariff, "Bij Eenheid 83 (euro) hoort geen ProductTarief.", {verwijder(tariff)});
  const std::int64_t volume = line.getal("GeleverdVolume").value_or(0),
                     sum = line.getal("IngediendBedrag/Bedrag").value_or(0);
  t.meld(
      line, fmt::format("Bij Eenheid {} hoort een ProductTarief.", line.tekst("Eenheid")),
      when(volume > 0 && sum % volume == 0, zet(line, "ProductTarief", std::to_string(volume > 0 ? sum / volume : 0))),
      "Voeg het tarief van het contract toe.");
}

/// A credit line of nothing goes as a whole: it names another line, and a debit line does not.
void cs325(Deel with_sign, Toetsing& t) {
  const Deel value = with_sign.eerste(), sign = with_sign["DebetCredit"], line = with_sign.ouder();
  if (value.getal().value_or(1) != 0 || sign.tekst() == "D") return;
  t.meld(sign, "Bij een bedrag van 0 is DebetCredit D.",
         line["ProductReferentie/VorigReferentieNummer"] ? weg(line) : std::vector{zet(sign, "D")},
         "Haal deze regel weg.");
}

/// The totals rest on the amount, so the volume gives way.
void cs339(Deel line, Toetsing& t) {
  const Deel sum = line["IngediendBedrag/Bedrag"];
  const auto volume = line.getal("GeleverdVolume");
  if (line.tekst("Eenheid") != "83" || volume == sum.getal()) return;
  t.meld(sum,
         fmt::format("Bij Eenheid 83 (euro) is Bedrag gelijk aan GeleverdVolume ({}); er staat {}.",
                     line.tekst("GeleverdVolume"), sum.tekst()),
         {zet(line["GeleverdVolume"], std::string(sum.tekst()))});
}

}  // namespace

std::span<const Regel> regels_declaratie() {
  static const std::vector<Regel> rules = {
      {"CD060", 2, "0001", "323 325", "Prestatie",
       "Een creditregel heeft een VorigReferentieNummer en een debetregel niet.", cd060},
      {"CD087", 2, "0001", "323", "Prestatie", "ProductTarief is gevuld, behalve bij Eenheid 83.", cd087},
      {"CS100", 2, "0001", "323", "DeclaratiePeriode ProductPeriode",
       "Er wordt niet gedeclareerd over dagen voor 2021.", cs100},
      {"CS325", 2, "0001", "323 325", "TotaalIngediendBedrag TotaalToegekendBedrag IngediendBedrag",
       "Een bedrag van 0 is debet.", cs325},
      {"CS337", 2, "0001", "323", "ProductPeriode", "Een ProductPeriode ligt in een kalendermaand.", cs337},
      {"CS339", 2, "0001", "323", "Prestatie", "Bij Eenheid 83 is het bedrag gelijk aan het volume.", cs339},
      {"CS340", 2, "0001", "323", "DeclaratiePeriode", "De DeclaratiePeriode is een hele kalendermaand.", cs340},
      {"TR137", 2, "0001", "323 325", "DeclaratiePeriode ProductPeriode",
       "Een periode eindigt niet voor haar begin en niet na de Dagtekening.", tr137},
      {"TR315", 2, "0001", "323", "Prestatie", "Een VorigReferentieNummer komt maar een keer voor.", tr315},
      {"TR316", 2, "0001", "323", "Prestatie Declaratie",
       "Een regel wordt niet in hetzelfde bericht gedeclareerd en gecrediteerd.", tr316},
      {"TR319", 2, "0001", "323", "ProductPeriode", "Een ProductPeriode ligt niet na de DeclaratiePeriode.", tr319},
      {"TR335", 2, "0001", "323", "ProductPeriode",
       "Een ProductPeriode eindigt niet meer dan vijf jaar voor de DeclaratieDagtekening.", tr335},
      {"TR342", 2, "0001", "325", "Prestatie DeclaratieAntwoord",
       "Toegekend is ingediend min de afgewezen regels, of 0 als de declaratie is afgewezen.", tr342},
      {"TR358", 2, "0001", "323", "Prestatie Declaratie", "Het totaal is de som van de regels, credit afgetrokken.",
       tr358},
      {"TR416", 2, "0001", "323", "Prestaties",
       "Per client is er een debetregel per toewijzing, product en ProductPeriode.", tr416},
  };
  return rules;
}

}  // namespace zorgkader::iwmo
