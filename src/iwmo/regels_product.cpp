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
         line["Budget"] ? std::vector{verwijder(line["Product/Code"])} : std::vector<Wijziging>{});
}

void cd075(Deel line, Toetsing& t) {
  if (line["Budget"] && !line[eind_naam(line)])
    t.meld(line, fmt::format("Bij een Budget hoort een {}.", eind_naam(line)));
}

void cd076(Deel line, Toetsing& t) {
  if (line.tekst("Omvang/Frequentie") == "2" && !line[eind_naam(line)])
    t.meld(line, fmt::format("Bij een Omvang per week hoort een {}.", eind_naam(line)));
}

void cd077(Deel line, Toetsing& t) {
  if (line["Budget"] && line["Omvang"])
    t.meld(line["Omvang"], "Omvang en Budget staan er allebei; bij een Budget hoort geen Omvang.",
           {verwijder(line["Omvang"])});
}

void cd078(Deel line, Toetsing& t) {
  if (line["Budget"] && line["Omvang"])
    t.meld(line["Budget"], "Omvang en Budget staan er allebei; bij een Omvang hoort geen Budget.",
           {verwijder(line["Budget"])});
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

/// Ends the one that begins first the day before the other, where that leaves something of both.
std::vector<Wijziging> apart(Deel later, Deel first) {
  const Periode a = looptijd(later), b = looptijd(first);
  if (a.tot < a.van) return {};
  if (a.van > b.van) return {zet(first, eind_naam(first), format_datum(a.van - std::chrono::days(1)))};
  if (a.tot >= b.tot && b.tot < kGeenEinde)
    return {zet(later, begin_naam(later), format_datum(b.tot + std::chrono::days(1)))};
  return {};
}

/// A line, and the lowest number of a line that overlaps it; its own when none before it does.
struct Lopend {
  Deel deel;
  Periode periode;
  std::size_t nummer, eerste;
};
using Lopenden = std::vector<Lopend*>;

/// For every line of `asked` the lowest number in `among` that overlaps it. Walks days of both: those that have begun
/// go into a tree of lowest numbers (Fenwick), the last to end first.
void find_first(Lopenden asked, Lopenden among) {
  if (asked.empty() || among.empty()) return;
  std::vector<Datum> ends;
  for (const Lopend* line : among) ends.push_back(line->periode.tot);
  std::sort(ends.rbegin(), ends.rend());
  std::sort(among.begin(), among.end(), [](auto* a, auto* b) { return a->periode.van < b->periode.van; });
  std::sort(asked.begin(), asked.end(), [](auto* a, auto* b) { return a->periode.tot < b->periode.tot; });
  std::vector<std::size_t> lowest(ends.size() + 1, std::numeric_limits<std::size_t>::max());
  auto next = among.begin();
  for (Lopend* line : asked) {
    for (; next != among.end() && (*next)->periode.van <= line->periode.tot; ++next) {
      const auto before = std::lower_bound(ends.begin(), ends.end(), (*next)->periode.tot, std::greater<>());
      for (auto at = static_cast<std::size_t>(before - ends.begin()) + 1; at < lowest.size(); at += at & (~at + 1))
        lowest[at] = std::min(lowest[at], (*next)->nummer);
    }
    const auto past = std::upper_bound(ends.begin(), ends.end(), line->periode.van, std::greater<>());
    for (auto at = static_cast<std::size_t>(past - ends.begin()); at > 0; at &= at - 1)
      line->eerste = std::min(line->eerste, lowest[at]);
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
    if (!is_deleted(line)) lines.push_back({line, looptijd(line), lines.size(), lines.size()});
  }
  find_first(lines);
  for (const Lopend& line : lines) {
    if (line.eerste == line.nummer) continue;
    const Deel first = lines[line.eerste].deel;
    t.meld(line.deel,
           fmt::format("Dit is hetzelfde product als {} en hun looptijden overlappen.", among_brothers(first)),
           apart(line.deel, first));
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
