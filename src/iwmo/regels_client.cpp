// Level 2, people: birth dates, names, numbers, and no part twice.
#include <fmt/format.h>

#include "iwmo/elfproef.hpp"
#include "iwmo/herstel.hpp"
#include "iwmo/regelhulp.hpp"
#include "iwmo/regels.hpp"

namespace zorgkader::iwmo {
namespace {

constexpr std::string_view kOnbekend = "1900-01-01";

/// A birth date that nobody knows, as IV009 wants it written.
std::vector<Wijziging> as_unknown(Deel birth) {
  return {zet(birth, "Datum", std::string(kOnbekend)), zet(birth, "DatumGebruik", "3")};
}

/// 20230813: the rule sheet adds 120 years to a date in this form, so that 29 February needs no care.
std::int64_t as_number(Datum day) {
  const std::chrono::year_month_day d(day);
  return static_cast<int>(d.year()) * 10'000LL + static_cast<unsigned>(d.month()) * 100LL +
         static_cast<unsigned>(d.day());
}

void tr002(Deel birth, Toetsing& t) {
  const auto day = birth.datum("Datum");
  if (!day || (birth.tekst("DatumGebruik") == "3" && birth.tekst("Datum") == kOnbekend)) return;
  if (as_number(*day) + 1'200'000 >= as_number(t.dagtekening(birth))) return;
  t.meld(birth, fmt::format("Geboortedatum {} ligt meer dan 120 jaar voor de Dagtekening.", format_datum(*day)),
         as_unknown(birth));
}

void not_after_message(Deel parent, std::string_view part, Toetsing& t) {
  const auto day = parent.datum(part);
  const Datum message = t.dagtekening(parent);
  if (!day || *day <= message) return;
  t.meld(parent[part],
         fmt::format("{} {} ligt na de Dagtekening van het bericht ({}).", part, format_datum(*day),
                     format_datum(message)),
         parent.naam() == "Geboortedatum" ? as_unknown(parent)
                                          : when(part == "Toewijzingsdatum", zet(parent[part], format_datum(message))),
         fmt::format("Verbeter de datum, of verstuur het bericht op of na {}.", format_datum(*day)));
}

void tr134(Deel deel, Toetsing& t) {
  if (deel.naam() == "Geboortedatum") return not_after_message(deel, "Datum", t);
  if (deel.naam() == "ToegewezenProduct") return not_after_message(deel, "Toewijzingsdatum", t);
  not_after_message(deel, deel.naam() == "StopProduct" ? "Einddatum" : "Begindatum", t);
}

void cs139(Deel birth, Toetsing& t) {
  const std::string_view use = birth.tekst("DatumGebruik"), day = birth.tekst("Datum");
  const std::string_view end = use == "3"   ? kOnbekend
                               : use == "2" ? kOnbekend.substr(4)
                               : use == "1" ? kOnbekend.substr(7)
                                            : "";
  if (day.ends_with(end)) return;
  t.meld(birth["DatumGebruik"],
         fmt::format("Met DatumGebruik {} hoort Datum te eindigen op {}; er staat {}.", use, end, day),
         {zet(birth, "Datum", std::string(day.substr(0, day.size() - end.size())) + std::string(end))});
}

void cs002(Deel bsn, Toetsing& t) {
  if (!doorstaat_elfproef(bsn.tekst())) t.meld(bsn, fmt::format("Bsn {} doorstaat de elfproef niet.", bsn.tekst()));
}

void cs050(Deel name, Toetsing& t) {
  const std::string_view use = name.tekst("NaamGebruik");
  if (use == "1" || (name["Partnernaam"] && use >= "1" && use <= "4")) return;
  t.meld(name["NaamGebruik"],
         name["Partnernaam"] ? fmt::format("NaamGebruik {} kan niet bij een Partnernaam.", use)
                             : fmt::format("NaamGebruik {} vraagt een Partnernaam en die ontbreekt.", use),
         {zet(name["NaamGebruik"], "1")});
}

void cd007(Deel talk, Toetsing& t) {
  const bool interpreter = talk.tekst("Vorm") == "1";
  if (interpreter == static_cast<bool>(talk["Taal"])) return;
  if (interpreter)
    t.meld(talk, "Bij Vorm 1 (tolk) hoort een Taal.");
  else
    t.meld(talk["Taal"], fmt::format("Bij Vorm {} hoort geen Taal.", talk.tekst("Vorm")), {verwijder(talk["Taal"])});
}

void melden_dubbel(Deel later, std::string_view first, bool same, Toetsing& t) {
  std::string key;
  for (const std::string_view path : later.element().sleutel) {
    if (const auto value = later.tekst(path); !value.empty())
      key += fmt::format("{}{} {}", key.empty() ? "" : ", ", path, value);
  }
  t.meld(later, fmt::format("{} met {} staat er twee keer in; eerst als {}.", later.naam(), key, first),
         same ? weg(later) : std::vector<Wijziging>{},
         "Haal een van beide weg, of geef het andere nummer of de andere waarden die bedoeld zijn.");
}

/// Clients of a declaration come one at a time; other parts are compared below the class that holds them.
void tr101(Deel deel, Toetsing& t) {
  if (deel.naam() == "Client") {
    const auto [first, fresh] = t.stand().clienten.emplace(deel.tekst("Bsn"), 0);
    if (fresh)
      first->second = static_cast<int>(t.stand().clienten.size());
    else
      melden_dubbel(deel, fmt::format("Client[{}]", first->second), false, t);
    return;
  }
  if (!deel.eerste().volgende()) return;
  std::vector<std::pair<Sleutel, Deel>> keyed;
  for (Deel part : deel.delen()) keyed.emplace_back(sleutel_van(part, part.element().sleutel), part);
  each_double(keyed, [&](Deel later, Deel first) {
    melden_dubbel(later, among_brothers(first), same_content(later, first), t);
  });
}

constexpr std::string_view kLijsten =
    "Relaties Contactgegevens ToegewezenProducten StartProducten StopProducten AangevraagdeProducten "
    "OngewijzigdeProducten "
    "TeWijzigenProducten NieuweProducten Prestaties Client";

}  // namespace

std::span<const Regel> regels_client() {
  static const std::vector<Regel> rules = {
      {"CD007", 2, "0001", "301", "Communicatie", "Taal is gevuld als Vorm 1 is, en anders niet.", cd007},
      {"CS002", 2, "0001", "301 305 307 315 317 323 325", "Bsn", "Het Bsn doorstaat de elfproef.", cs002},
      {"CS050", 2, "0001", "301", "Naam", "NaamGebruik is 1, of met een Partnernaam 1 tot en met 4.", cs050},
      {"CS139", 2, "0001", "301 305 307 315", "Geboortedatum",
       "Onbekende delen van een geboortedatum staan als 01, en een onbekend jaar als 1900.", cs139},
      {"TR002", 2, "0001", "301 305 307 315", "Geboortedatum",
       "Geboortedatum ligt niet meer dan 120 jaar voor de Dagtekening, tenzij zij geheel onbekend is.", tr002},
      {"TR101", 2, "0001", "301 305 307 315 317 323 325", kLijsten,
       "Een onderdeel komt met dezelfde sleutel maar een keer voor.", tr101},
      {"TR134", 2, "0001", "301 305 307 315 323 325",
       "Geboortedatum ToegewezenProduct StartProduct StopProduct DeclaratiePeriode ProductPeriode",
       "Wat al gebeurd moet zijn ligt niet na de Dagtekening.", tr134},
  };
  return rules;
}

}  // namespace zorgkader::iwmo
