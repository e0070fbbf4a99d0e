// Level 2, lines with a product: what goes together in a toewijzing or a request, and nothing twice at the same time.
#include <fmt/format.h>

#include <limits>
#include <map>

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

/// The two lowest numbers of those that were put in.
struct Laagste {
  static constexpr std::size_t kGeen = std::numeric_limits<std::size_t>::max();
  std::size_t eerste = kGeen, tweede = kGeen;
  void put(std::size_t number) {
    if (number < eerste)
      tweede = std::exchange(eerste, number);
    else if (number != eerste)
      tweede = std::min(tweede, number);
  }
  void put(const Laagste& other) {
    put(other.eerste);
    put(other.tweede);
  }
};

/// A line, and which overlap it, itself included.
struct Lopend {
  Deel deel;
  Periode periode;
  std::size_t nummer;
  Laagste overlapt = {};
};
using Lopenden = std::vector<Lopend*>;

/// For every line of `asked` the lowest numbers in `among` that overlap it. Walks days of both: those that have begun
/// go into a tree of lowest numbers (Fenwick), the last to end first.
void find_first(Lopenden asked, Lopenden among) {
  if (asked.empty() || among.empty()) return;
  std::vector<Datum> ends;
  for (const Lopend* line : among) ends.push_back(line->periode.tot);
  std::sort(ends.rbegin(), ends.rend());
  std::sort(among.begin(), among.end(), [](auto* a, auto* b) { return a->periode.van < b->periode.van; });
  std::sort(asked.begin(), asked.end(), [](auto* a, auto* b) { return a->periode.tot < b->periode.tot; });
  std::vector<Laagste> lowest(ends.size() + 1);
  auto next = among.begin();
  for (Lopend* line : asked) {
    for (; next != among.end() && (*next)->periode.van <= line->periode.tot; ++next) {
      const auto before = std::lower_bound(ends.begin(), ends.end(), (*next)->periode.tot, std::greater<>());
      for (auto at = static_cast<std::size_t>(before - ends.begin()) + 1; at < lowest.size(); at += at & (~at + 1))
        lowest[at].put((*next)->nummer);
    }
    const auto past = std::upper_bound(ends.begin(), ends.end(), line->periode.van, std::greater<>());
    for (auto at = static_cast<std::size_t>(past - ends.begin()); at > 0; at &= at - 1) line->overlapt.put(lowest[at]);
  }
}

/// As same_product() has it: which lines may not overlap which.
void find_first(std::vector<Lopend>& lines) {
  struct Categorie {
    Lopenden alle, zonder_code;
    std::map<std::string_view, Lopenden> per_code;
  };
  std::map<std::string_view, Categorie> categories;
  Lopenden all, general;
  for (Lopend& line : lines) {
    const std::string_view category = line.deel.tekst("Product/Categorie"), code = line.deel.tekst("Product/Code");
    if (!same_product(category, code, category, code)) continue;
    all.push_back(&line);
    if (category.empty()) general.push_back(&line);
    categories[category].alle.push_back(&line);
    (code.empty() ? categories[category].zonder_code : categories[category].per_code[code]).push_back(&line);
  }
  find_first(all, general);
  find_first(general, all);
  for (const auto& [category, of] : categories) {
    find_first(of.alle, of.zonder_code);
    find_first(of.zonder_code, of.alle);
    for (const auto& [code, same] : of.per_code) find_first(same, same);
  }
}

/// Says once of a line that it overlaps, with the first that it does.
void no_overlap(Deel list, Toetsing& t) {
  std::vector<Lopend> lines;
  for (Deel line : list.delen()) {
    if (!is_deleted(line)) lines.push_back({line, looptijd(line), lines.size()});
  }
  find_first(lines);
  for (const Lopend& line : lines) {
    if (line.overlapt.eerste >= line.nummer) continue;
    const Deel first = lines[line.overlapt.eerste].deel;
    const bool only = line.overlapt.tweede >= line.nummer;
    t.meld(line.deel,
           fmt::format("Dit is hetzelfde product als {} en hun looptijden overlappen.", among_brothers(first)),
           only ? apart(line.deel, first) : std::vector<Wijziging>{},
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
