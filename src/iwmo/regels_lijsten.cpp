// Rules against what is outside the messages: the day, municipalities, products and tariffs of the contract.
#include <fmt/format.h>

#include "iwmo/berichtenarchief.hpp"
#include "iwmo/herstel.hpp"
#include "iwmo/omvang.hpp"
#include "iwmo/regelhulp.hpp"
#include "iwmo/regels.hpp"

namespace zorgkader::iwmo {
namespace {

void tr135(Deel id, Toetsing& t) {
  const auto day = id.datum("Dagtekening");
  if (day && *day > *t.gegevens().nu)
    t.meld(id["Dagtekening"],
           fmt::format("Dagtekening {} ligt na vandaag ({}).", format_datum(*day), format_datum(*t.gegevens().nu)),
           {zet(id["Dagtekening"], format_datum(*t.gegevens().nu))});
}

/// A 301 and a 315 say from which day: there the code must exist on that day, so that an old code may live on after a
/// merger. The other messages follow from a toewijzing and say no day: there it must exist or have existed. One finding
/// is enough for one code.
void tr378(Deel deel, Toetsing& t) {
  const Lijsten& lists = *t.gegevens().lijsten;
  const std::string_view code = gemeente_van(deel);
  const Deel place = deel.boom()["Header"][t.soort().van == Partij::gemeente ? "Afzender" : "Ontvanger"];
  const bool per_line = t.soort().nummer == 301 || t.soort().nummer == 315;
  if (deel.naam() == "Header") {
    if (!per_line && !lists.was_gemeente(code, t.dagtekening(deel)))
      t.meld(place, fmt::format("Gemeentecode {} bestaat niet op {}.", code, format_datum(t.dagtekening(deel))));
    return;
  }
  for (Deel line : deel.delen()) {
    const auto day = line.datum(begin_naam(line));
    if (!day || lists.is_gemeente(code, *day)) continue;
    return t.meld(place, fmt::format("Gemeentecode {} bestaat niet op {}.", code, format_datum(*day)));
  }
}

/// Where a line has its product, and from which day.
struct Productplaats {
  Deel categorie, code;
  Datum dag;
};

Productplaats product_of(Deel line) {
  if (line.naam() == "Prestatie")
    return {line["ProductCategorie"], line["ProductCode"],
            line.datum("ProductPeriode/Begindatum").value_or(kGeenBegin)};
  Datum day = dagtekening(line);
  for (const std::string_view name : {"Begindatum", "Ingangsdatum", "ToewijzingIngangsdatum", "GewensteIngangsdatum"})
    day = line.datum(name).value_or(day);
  return {line["Product/Categorie"], line["Product/Code"], day};
}

/// Here and below: a credit line is not refused for what it says (IV085).
void tr381(Deel line, Toetsing& t) {
  const Productplaats p = product_of(line);
  if (p.code && !is_credit(line) && contractproduct(line, t) == nullptr)
    t.meld(p.code, fmt::format("ProductCode {} hoort op {} niet bij ProductCategorie {} in de productlijst.",
                               p.code.tekst(), format_datum(p.dag), p.categorie.tekst()));
}

void tr346(Deel line, Toetsing& t) {
  const Contractproduct* product = is_credit(line) ? nullptr : contractproduct(line, t);
  const auto volume = line.getal("GeleverdVolume"), tariff = line.getal("ProductTarief");
  if (product == nullptr || !volume || !tariff || line.tekst("Eenheid") == "83") return;
  const bool minutes = in_minuten(*product, line.tekst("Eenheid"));
  if (minutes && !product->tarief_cent) return;
  const std::int64_t want = minutes ? bedrag_van_minuten(*product->tarief_cent, *volume) : *volume * *tariff;
  const Deel sum = line["IngediendBedrag/Bedrag"];
  if (sum.getal() == want) return;
  const std::string how = minutes ? fmt::format("{} minuten tegen {} per uur", *volume, in_euro(*product->tarief_cent))
                                  : fmt::format("{} x {}", *volume, in_euro(*tariff));
  Prestatieregel better = prestatie_van(line);
  better.bedrag_cent = want;
  t.meld(sum, fmt::format("Bedrag is {}; {} is {}.", in_euro(sum.getal().value_or(0)), how, in_euro(want)),
         verbeterd(line, better, t),
         "Maak Bedrag gelijk aan volume maal tarief, en het totaal aan de som van de regels.");
}

/// A line in another unit than its toewijzing is left to TR341. Where the contract has another unit than both, its
/// tariff is compared as it stands: the rule makes no exception.
void tr418(Deel line, Toetsing& t) {
  const Contractproduct* product = is_credit(line) ? nullptr : contractproduct(line, t);
  const Deel tariff = line["ProductTarief"];
  if (product == nullptr || !tariff) return;
  const std::string_view unit = line.tekst("Eenheid");
  const Toewijzing* known = t.toewijzing(line);
  const std::string_view asked = known == nullptr || known->eenheid.empty() ? product->eenheid : known->eenheid;
  const auto want = tarief_van(*product, unit);
  if (!want || tariff.getal() == *want || (!asked.empty() && asked != unit && !(asked == "04" && unit == "01"))) return;
  Prestatieregel better = prestatie_van(line);
  better.tarief_cent = want;
  better.bedrag_cent =
      in_minuten(*product, unit) ? bedrag_van_minuten(*product->tarief_cent, better.volume) : better.volume * *want;
  t.meld(tariff,
         fmt::format("ProductTarief is {}; het contract zegt {}.", in_euro(tariff.getal().value_or(0)), in_euro(*want)),
         verbeterd(line, better, t), "Declareer het tarief van het contract, met het bedrag dat daarbij hoort.");
}

}  // namespace

const Contractproduct* contractproduct(Deel regel, Toetsing& toetsing) {
  const Productplaats p = product_of(regel);
  return contractproduct(regel, p.categorie.tekst(), p.code.tekst(), toetsing);
}

const Contractproduct* contractproduct(Deel regel, std::string_view categorie, std::string_view code,
                                       Toetsing& toetsing) {
  const Lijsten* lists = toetsing.gegevens().lijsten;
  if (lists == nullptr) return nullptr;
  const auto on = [&](Datum day) { return lists->product(aanbieder_van(regel), categorie, code, day); };
  if (const Contractproduct* found = on(product_of(regel).dag)) return found;
  const Toewijzing* known = toetsing.toewijzing(regel);
  return known == nullptr ? nullptr : on(known->ingangsdatum);
}

std::optional<std::int64_t> tarief_van(const Contractproduct& product, std::string_view eenheid) {
  if (!product.tarief_cent || !in_minuten(product, eenheid)) return product.tarief_cent;
  return minuuttarief(*product.tarief_cent);
}

Variant variant_van(Deel regel, const Toewijzing& toewijzing, Toetsing& toetsing) {
  const Contractproduct* product = contractproduct(regel, toetsing);
  return product == nullptr ? variant_van(toewijzing.eenheid) : product->variant;
}

std::span<const Regel> regels_lijsten() {
  static const std::vector<Regel> rules = {
      {"TR135", 4, "8848", "301 305 307 315 317 319 323 325", "BerichtIdentificatie",
       "De Dagtekening ligt niet in de toekomst.", tr135, Vraagt::dag},
      {"TR346", 4, "9346", "323", "Prestatie",
       "Een bedrag is volume maal tarief; minuten tegen een uurtarief worden eerst daarna afgerond.", tr346,
       Vraagt::producten},
      {"TR378", 4, "S300", "301 305 307 315 317 319 323 325", "Header ToegewezenProducten AangevraagdeProducten",
       "De gemeentecode bestaat op de dag van de toewijzing, of in andere berichten nu of eerder.", tr378,
       Vraagt::gemeenten},
      {"TR381", 4, "S329", "301 305 307 315 317 323",
       "ToegewezenProduct StartProduct StopProduct AangevraagdProduct NieuwProduct Prestatie",
       "Een ProductCode hoort bij haar ProductCategorie in de lijst van het contract.", tr381, Vraagt::producten},
      {"TR418", 3, "0611", "323", "Prestatie", "ProductTarief is dat van het contract.", tr418, Vraagt::producten},
  };
  return rules;
}

}  // namespace zorgkader::iwmo
