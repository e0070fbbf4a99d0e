// Level 3, lines of a declaration (323) against their toewijzing: product, unit, period.
#include <fmt/format.h>

#include "iwmo/berichtenarchief.hpp"
#include "iwmo/herstel.hpp"
#include "iwmo/omvang.hpp"
#include "iwmo/regelhulp.hpp"
#include "iwmo/regels.hpp"

namespace zorgkader::iwmo {
namespace {

void tr304_in_325(Deel client, Toetsing& t) {
  for (Deel line : client["Prestaties"].delen()) {
    const auto known = beantwoorde_regel(line, t);
    if (known && known->bsn != client.tekst("Bsn"))
      return t.meld(client["Bsn"],
                    fmt::format("Regel {} is in de declaratie van een andere client.", known->referentie));
  }
}

/// Credit lines are left to TR323.
void tr304(Deel client, Toetsing& t) {
  if (t.soort().nummer == 325) return tr304_in_325(client, t);
  const Deel lists[] = {client["Prestaties"], client["Verzoek/OngewijzigdeProducten"],
                        client["Verzoek/TeWijzigenProducten"]};
  for (const Deel list : lists) {
    for (Deel line : list.delen()) {
      const Toewijzing* known = toewijzing_van_debet(line, t);
      if (known != nullptr && known->bsn != client.tekst("Bsn"))
        return t.meld(client["Bsn"], fmt::format("Toewijzing {} is van een andere client.", known->nummer));
    }
  }
}

/// Another begin or end for the ProductPeriode of a line.
std::vector<Wijziging> from(Deel line, Datum begin, Toetsing& t) {
  Prestatieregel better = prestatie_van(line);
  better.periode.van = begin;
  return verbeterd(line, better, t);
}
std::vector<Wijziging> until(Deel line, Datum end, Toetsing& t) {
  Prestatieregel better = prestatie_van(line);
  better.periode.tot = end;
  return verbeterd(line, better, t);
}

/// The product of the toewijzing, category and code together: either alone need not be a product.
std::vector<Wijziging> as_assigned(Deel line, const Toewijzing& known, Toetsing& t) {
  Prestatieregel better = prestatie_van(line);
  better.categorie = known.categorie;
  better.code = known.code;
  return known.code.empty() ? std::vector<Wijziging>{} : verbeterd(line, better, t);
}

std::string advice_of(const Toewijzing& known) {
  return known.code.empty()
             ? fmt::format("Declareer een product van categorie {}.", known.categorie)
             : fmt::format("Declareer product {} {}, met het tarief dat daarbij hoort.", known.categorie, known.code);
}

void tr307(Deel line, Toetsing& t) {
  const Toewijzing* known = toewijzing_van_debet(line, t);
  const Deel begin = line["ProductPeriode/Begindatum"];
  if (known == nullptr || begin.datum().value_or(kGeenEinde) >= known->ingangsdatum) return;
  t.meld(begin,
         fmt::format("Begindatum {} ligt voor de Ingangsdatum van toewijzing {} ({}).", begin.tekst(), known->nummer,
                     format_datum(known->ingangsdatum)),
         from(line, known->ingangsdatum, t), "Declareer alleen over dagen waarop de toewijzing loopt.");
}

void tr308(Deel line, Toetsing& t) {
  const Toewijzing* known = toewijzing_van_debet(line, t);
  const Deel end = line["ProductPeriode/Einddatum"];
  if (known == nullptr || !known->einddatum || end.datum().value_or(kGeenBegin) <= *known->einddatum) return;
  t.meld(end,
         fmt::format("Einddatum {} ligt na de Einddatum van toewijzing {} ({}).", end.tekst(), known->nummer,
                     format_datum(*known->einddatum)),
         until(line, *known->einddatum, t), "Declareer alleen over dagen waarop de toewijzing loopt.");
}

void tr338(Deel line, Toetsing& t) {
  if (!is_credit(line) && toewijzing_van_debet(line, t) == nullptr)
    t.meld(line["ToewijzingNummer"],
           fmt::format("Toewijzing {} is voor deze aanbieder niet bekend.", line.tekst("ToewijzingNummer")));
}

void tr339(Deel line, Toetsing& t) {
  const Toewijzing* known = toewijzing_van_debet(line, t);
  const Deel own = line["ProductCategorie"];
  if (known == nullptr || known->categorie.empty() || known->categorie == own.tekst()) return;
  t.meld(own,
         fmt::format("ProductCategorie {} is niet die van toewijzing {} ({}).", own.tekst(), known->nummer,
                     known->categorie),
         as_assigned(line, *known, t), advice_of(*known));
}

void tr340(Deel line, Toetsing& t) {
  const Toewijzing* known = toewijzing_van_debet(line, t);
  const Deel own = line["ProductCode"];
  if (known == nullptr || known->code.empty() || known->code == own.tekst()) return;
  t.meld(own,
         fmt::format("ProductCode {} is niet die van toewijzing {} ({}).", own.tekst(), known->nummer, known->code),
         as_assigned(line, *known, t), advice_of(*known));
}

/// Where the toewijzing has no unit, that of the contract counts; without a list of products nothing is known of it.
/// Another unit alone is no remedy: it makes minutes of hours.
void tr341(Deel line, Toetsing& t) {
  const Toewijzing* known = toewijzing_van_debet(line, t);
  if (known == nullptr) return;
  const Contractproduct* product = known->eenheid.empty() ? contractproduct(line, t) : nullptr;
  const std::string unit = product == nullptr ? known->eenheid : product->eenheid;
  const Deel own = line["Eenheid"];
  if (unit.empty() || unit == own.tekst() || (unit == "04" && own.tekst() == "01")) return;
  const std::string of = product == nullptr ? fmt::format("toewijzing {}", known->nummer) : "het contract";
  t.meld(own, fmt::format("Eenheid {} is niet die van {} ({}).", own.tekst(), of, unit), {},
         fmt::format("Declareer in eenheid {} ({}), met het volume en het tarief die daarbij horen.", unit,
                     betekenis("Eenheid", unit)));
}

void tr384(Deel line, Toetsing& t) {
  const Toewijzing* known = toewijzing_van_debet(line, t);
  if (known != nullptr && known->is_vervallen())
    t.meld(line["ToewijzingNummer"], fmt::format("Toewijzing {} is vervallen.", known->nummer));
}

/// The month as far as the toewijzing lasts: begin and end must be exactly that (IV089).
void tr387(Deel line, Toetsing& t) {
  const Toewijzing* known = toewijzing_van_debet(line, t);
  const Deel begin = line["ProductPeriode/Begindatum"];
  if (known == nullptr || !begin.datum() || *begin.datum() < known->ingangsdatum) return;
  const auto period = productperiode(*known, *begin.datum());
  if (!period || *begin.datum() == period->van) return;
  t.meld(
      begin,
      fmt::format("Begindatum {} is niet het begin van de maand of van toewijzing {}.", begin.tekst(), known->nummer),
      from(line, period->van, t), "Declareer de hele maand, voor zover de toewijzing dan loopt.");
}

void tr388(Deel line, Toetsing& t) {
  const Toewijzing* known = toewijzing_van_debet(line, t);
  const Deel end = line["ProductPeriode/Einddatum"];
  if (known == nullptr || !end.datum() || *end.datum() > known->looptijd().tot) return;
  const auto period = productperiode(*known, *end.datum());
  if (!period || *end.datum() == period->tot) return;
  t.meld(end,
         fmt::format("Einddatum {} is niet het einde van de maand of van toewijzing {}.", end.tekst(), known->nummer),
         until(line, period->tot, t), "Declareer de hele maand, voor zover de toewijzing dan loopt.");
}

}  // namespace

const Toewijzing* toewijzing_van_debet(Deel regel, Toetsing& toetsing) {
  const Toewijzing* known = is_credit(regel) ? nullptr : toetsing.toewijzing(regel);
  return known != nullptr && known->aanbieder == aanbieder_van(regel) ? known : nullptr;
}

std::span<const Regel> regels_prestatie() {
  static const std::vector<Regel> rules = {
      {"TR304", 3, "8187", "317 323 325", "Client", "Het Bsn is dat van de client van de toewijzing.", tr304,
       Vraagt::archief},
      {"TR307", 3, "9307", "323", "Prestatie", "Een ProductPeriode begint niet voor de toewijzing.", tr307,
       Vraagt::archief},
      {"TR308", 3, "9308", "323", "Prestatie", "Een ProductPeriode eindigt niet na de toewijzing.", tr308,
       Vraagt::archief},
      {"TR338", 3, "9338", "323", "Prestatie", "Een ToewijzingNummer verwijst naar een bekende toewijzing.", tr338,
       Vraagt::archief},
      {"TR339", 3, "9339", "323", "Prestatie", "ProductCategorie is die van de toewijzing.", tr339, Vraagt::archief},
      {"TR340", 3, "9340", "323", "Prestatie", "ProductCode is die van de toewijzing.", tr340, Vraagt::archief},
      {"TR341", 3, "9341", "323", "Prestatie", "Eenheid is die van de toewijzing; uren mogen in minuten.", tr341,
       Vraagt::archief},
      {"TR384", 3, "9384", "323", "Prestatie", "Op een vervallen toewijzing wordt niet gedeclareerd.", tr384,
       Vraagt::archief},
      {"TR387", 3, "9387", "323", "Prestatie", "Een ProductPeriode begint met de maand of met de toewijzing.", tr387,
       Vraagt::archief},
      {"TR388", 3, "9388", "323", "Prestatie", "Een ProductPeriode eindigt met de maand of met de toewijzing.", tr388,
       Vraagt::archief},
  };
  return rules;
}

}  // namespace zorgkader::iwmo
