// Level 3, toewijzingen (301), and what every message has.
#include <fmt/format.h>

#include "iwmo/regelhulp.hpp"
#include "iwmo/regels.hpp"

namespace zorgkader::iwmo {
namespace {

void tr056(Deel id, Toetsing& t) {
  const std::string_view own = id.tekst("Identificatie");
  if (t.gegevens().archief->has_bericht(t.soort().nummer, id.ouder().tekst("Afzender"), own))
    t.meld(id["Identificatie"],
           fmt::format("Identificatie {} is al voor een eerder {} gebruikt.", own, t.soort().naam));
}

void tr332(Deel line, Toetsing& t) {
  const Toewijzing* known = t.toewijzing(line);
  if (known == nullptr) return;
  const bool same = known->aanbieder == aanbieder_van(line) && known->bsn == bsn_van(line) &&
                    known->categorie == line.tekst("Product/Categorie") && known->code == line.tekst("Product/Code");
  if (!same)
    t.meld(line["ToewijzingNummer"],
           fmt::format("ToewijzingNummer {} is al gebruikt voor een andere client, aanbieder of een ander product.",
                       known->nummer));
}

void tr379(Deel line, Toetsing& t) {
  const Deel reference = line["ReferentieAanbieder"];
  if (!reference) return;
  const std::string_view bsn = bsn_van(line);
  for (const Verzoek& v : t.gegevens().archief->verzoeken(aanbieder_van(line))) {
    if (v.referentie == reference.tekst() && v.bsn == bsn && v.gemeente == gemeente_van(line)) return;
  }
  t.meld(reference,
         fmt::format("Er is voor deze client bij deze gemeente geen verzoek met ReferentieAanbieder {}.",
                     reference.tekst()),
         {verwijder(reference)});
}

void tr385(Deel line, Toetsing& t) {
  if (line.tekst("RedenWijziging") != "13") return;
  const std::int64_t number = line.getal("ToewijzingNummer").value_or(0);
  for (const Prestatieregel& p : t.gegevens().archief->prestaties(gemeente_van(line), number)) {
    if (p.stand != Prestatieregel::Stand::goedgekeurd || !p.telt()) continue;
    return t.meld(
        line["RedenWijziging"],
        fmt::format("Op toewijzing {} is al gedeclareerd ({}); zij kan niet meer vervallen.", number, p.referentie));
  }
}

}  // namespace

std::span<const Regel> regels_toewijzing() {
  static const std::vector<Regel> rules = {
      {"TR056", 3, "9056", "301 305 307 315 317 319 323 325", "BerichtIdentificatie",
       "Een Identificatie komt per soort bericht en afzender maar een keer voor.", tr056, Vraagt::archief},
      {"TR332", 3, "9332", "301", "ToegewezenProduct",
       "Een ToewijzingNummer hoort bij een client, aanbieder en product.", tr332, Vraagt::archief},
      {"TR379", 3, "9379", "301", "ToegewezenProduct",
       "ReferentieAanbieder verwijst naar een verzoek van deze aanbieder.", tr379, Vraagt::archief},
      {"TR385", 3, "9385", "301", "ToegewezenProduct", "Een toewijzing waarop is gedeclareerd vervalt niet.", tr385,
       Vraagt::archief},
  };
  return rules;
}

}  // namespace zorgkader::iwmo
