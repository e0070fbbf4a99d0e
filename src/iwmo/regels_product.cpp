// Level 2, lines with a product: what goes together in a toewijzing or a request, and nothing twice at the same time.
#include <fmt/format.h>

#include "iwmo/regelhulp.hpp"
#include "iwmo/regels.hpp"

namespace zorgkader::iwmo {
namespace {

void cd041(Deel line, Toetsing& t) {
  if (!line["Product/Code"] || line["Omvang"]) return;
  t.meld(line,
         fmt::format("Product {} is toegewezen met een Code; dan hoort er een Omvang bij.", line.tekst("Product/Code")),
         {},
         line["Budget"] ? "Voeg een Omvang toe in plaats van het Budget, of haal Product/Code weg."
                        : "Voeg een Omvang toe.");
}

void cd075(Deel line, Toetsing& t) {
  if (line["Budget"] && !line[eind_naam(line)])
    t.meld(line, fmt::format("Bij een Budget hoort een {}.", eind_naam(line)));
}

void cd076(Deel line, Toetsing& t) {
  if (line.tekst("Omvang/Frequentie") == "2" && !line[eind_naam(line)])
    t.meld(line, fmt::format("Bij een Omvang per week hoort een {}.", eind_naam(line)));
}

/// One of both goes, and both rules say the same one: with a Code the Omvang stays (CD041), without one the Budget
/// (CD080). Which of them a TeWijzigenProduct keeps its toewijzing says.
std::vector<Wijziging> one_of_both(Deel line) {
  if (line.naam() == "TeWijzigenProduct") return {};
  return {verwijder(line["Product/Code"] ? line["Budget"] : line["Omvang"])};
}
constexpr const char* kEenVanBeide = "Haal Omvang of Budget weg: houd wat de toewijzing heeft.";

void cd077(Deel line, Toetsing& t) {
  if (line["Budget"] && line["Omvang"])
    t.meld(line["Omvang"], "Omvang en Budget staan er allebei; bij een Budget hoort geen Omvang.", one_of_both(line),
           kEenVanBeide);
}

void cd078(Deel line, Toetsing& t) {
  if (line["Budget"] && line["Omvang"])
    t.meld(line["Budget"], "Omvang en Budget staan er allebei; bij een Omvang hoort geen Budget.", one_of_both(line),
           kEenVanBeide);
}

void cd079(Deel line, Toetsing& t) {
  if (!line["Budget"] && !line["Product"]) t.meld(line, "Product ontbreekt; alleen met een Budget mag dat.");
}

void no_volume_without_code(Deel line, Toetsing& t) {
  if (!line["Product/Code"] && line["Omvang"] && is_new(line.datum(eind_naam(line))))
    t.meld(line["Omvang"], "Zonder Code in Product is er geen Omvang.", {verwijder(line["Omvang"])});
}

void end_before_begin(Deel line, Toetsing& t) {
  const auto begin = line.datum(begin_naam(line)), end = line.datum(eind_naam(line));
  if (!begin || !end || *end >= *begin) return;
  t.meld(line[eind_naam(line)],
         fmt::format("{} {} ligt voor {} {}.", eind_naam(line), format_datum(*end), begin_naam(line),
                     format_datum(*begin)),
         {zet(line[eind_naam(line)], format_datum(*begin))});
}

void frequency_of_unit(Deel line, Toetsing& t) {
  const std::string_view unit = line.tekst("Omvang/Eenheid"), often = line.tekst("Omvang/Frequentie");
  const bool whole = unit == "14" || unit == "16" || unit == "83" || unit == "84";
  if (!whole || often == "2" || often == "4" || often == "6" || !is_new(line.datum(eind_naam(line)))) return;
  t.meld(line["Omvang"],
         fmt::format("Eenheid {} kan niet met Frequentie {}; kies 2 (week), 4 (maand) of 6 (totaal).", unit, often),
         {zet(line["Omvang/Frequentie"], "4")});
}

void cs058(Deel status, Toetsing& t) {
  if (status.tekst() != "1" && status.tekst() != "3")
    t.meld(status, fmt::format("StatusAanlevering {} wordt niet gebruikt.", status.tekst()), {zet(status, "1")});
}

void cs335(Deel line, Toetsing& t) {
  const Deel end = line["Einddatum"];
  if (line.tekst("RedenWijziging") != "13" || !end || end.tekst() == line.tekst("Ingangsdatum")) return;
  t.meld(line["RedenWijziging"], "Bij RedenWijziging 13 (verwijderd) zijn Ingangsdatum en Einddatum gelijk.",
         {zet(end, std::string(line.tekst("Ingangsdatum")))});
}

void cs336(Deel line, Toetsing& t) {
  const Deel reason = line["RedenWijziging"];
  if (reason.tekst() != "01") return;
  const bool deleted = line.tekst("Einddatum") == line.tekst("Ingangsdatum");
  t.meld(reason, "RedenWijziging 01 is vervallen.", {deleted ? zet(reason, "13") : verwijder(reason)});
}

bool is_deleted(Deel line) {
  const std::string_view reason = line.tekst("RedenWijziging");
  return (reason == "13" || reason == "01") && line.tekst("Einddatum") == line.tekst("Ingangsdatum");
}

bool about_the_same(Deel a, Deel b) {
  return same_product(a.tekst("Product/Categorie"), a.tekst("Product/Code"), b.tekst("Product/Categorie"),
                      b.tekst("Product/Code"));
}

Periode looptijd(Deel line) {
  return {line.datum(begin_naam(line)).value_or(kGeenBegin), line.datum(eind_naam(line)).value_or(kGeenEinde)};
}

/// Ends the one that begins first the day before the other; of two that begin together the longer begins after the
/// other. Nothing when that leaves one of them empty.
std::vector<Wijziging> apart(Deel later, Deel first) {
  const Periode a = looptijd(later), b = looptijd(first);
  if (a.tot < a.van || b.tot < b.van || a == b) return {};
  const Deel early = a.van < b.van ? later : first, longer = a.tot > b.tot ? later : first;
  if (a.van != b.van)
    return {zet(early, eind_naam(early), format_datum(std::max(a.van, b.van) - std::chrono::days(1)))};
  return {zet(longer, begin_naam(longer), format_datum(std::min(a.tot, b.tot) + std::chrono::days(1)))};
}

/// Says once of a line that it overlaps, with the first that it does.
void no_overlap(Deel lines, Toetsing& t) {
  for (Deel later : lines.delen()) {
    if (is_deleted(later)) continue;
    std::vector<Deel> same;
    for (Deel first = lines.eerste(); first && first != later; first = first.volgende()) {
      if (!is_deleted(first) && about_the_same(later, first) && overlap(looptijd(later), looptijd(first)))
        same.push_back(first);
    }
    if (same.empty()) continue;
    t.meld(later, fmt::format("Dit is hetzelfde product als {} en hun looptijden overlappen.", among_brothers(same[0])),
           same.size() == 1 ? apart(later, same[0]) : std::vector<Wijziging>{},
           "Laat de looptijden op elkaar aansluiten, of haal weg wat dubbel is.");
  }
}

constexpr std::string_view kRegels = "ToegewezenProduct AangevraagdProduct NieuwProduct";
constexpr std::string_view kRegelsOokWijzigen = "ToegewezenProduct AangevraagdProduct NieuwProduct TeWijzigenProduct";

}  // namespace

std::span<const Regel> regels_product() {
  static const std::vector<Regel> rules = {
      {"CD041", 2, "0001", "301 315 317", kRegels, "Met een Code in Product is er een Omvang.", cd041},
      {"CD075", 2, "0001", "301 315 317", kRegelsOokWijzigen, "Met een Budget is er een einddatum.", cd075},
      {"CD076", 2, "0001", "301 315 317", kRegelsOokWijzigen, "Met Frequentie 2 (week) is er een einddatum.", cd076},
      {"CD077", 2, "0001", "301 315 317", kRegelsOokWijzigen, "Met een Budget is er geen Omvang.", cd077},
      {"CD078", 2, "0001", "301 315 317", kRegelsOokWijzigen, "Met een Omvang is er geen Budget.", cd078},
      {"CD079", 2, "0001", "301 315 317", kRegels, "Zonder Budget is er een Product.", cd079},
      {"CD080", 2, "0001", "301", "ToegewezenProduct", "Zonder Code in Product is er geen Omvang.",
       no_volume_without_code},
      {"CD095", 2, "0001", "315", "AangevraagdProduct", "Zonder Code in Product is er geen Omvang.",
       no_volume_without_code},
      {"CD096", 2, "0001", "317", "NieuwProduct", "Zonder Code in Product is er geen Omvang.", no_volume_without_code},
      {"CS003", 2, "0001", "301 315 317", "Periode ToegewezenProduct AangevraagdProduct NieuwProduct TeWijzigenProduct",
       "De einddatum ligt niet voor de begindatum.", end_before_begin},
      {"CS058", 2, "0001", "305 307", "StatusAanlevering", "StatusAanlevering is 1 of 3.", cs058},
      {"CS335", 2, "0001", "301", "ToegewezenProduct", "Bij RedenWijziging 13 is Einddatum gelijk aan Ingangsdatum.",
       cs335},
      {"CS336", 2, "0001", "301", "ToegewezenProduct", "RedenWijziging 01 komt niet voor.", cs336},
      {"CS338", 2, "0001", "301 317", "ToegewezenProduct NieuwProduct TeWijzigenProduct",
       "Bij Eenheid 14, 16, 83 en 84 is Frequentie 2, 4 of 6.", frequency_of_unit},
      {"CS343", 2, "0001", "315", "AangevraagdProduct", "Bij Eenheid 14, 16, 83 en 84 is Frequentie 2, 4 of 6.",
       frequency_of_unit},
      {"TR018", 2, "0001", "307", "StopProduct", "Einddatum ligt niet voor Begindatum.", end_before_begin},
      {"TR302", 2, "0001", "301", "ToegewezenProducten", "Hetzelfde product is niet twee keer tegelijk toegewezen.",
       no_overlap},
      {"TR386", 2, "0001", "315", "AangevraagdeProducten", "Hetzelfde product is niet twee keer tegelijk aangevraagd.",
       no_overlap},
      {"TR410", 2, "0001", "317", "NieuweProducten", "Hetzelfde nieuwe product wordt niet twee keer tegelijk gevraagd.",
       no_overlap},
  };
  return rules;
}

}  // namespace zorgkader::iwmo
