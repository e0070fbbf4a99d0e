// Level 3, the answer to a declaration (325) against the declaration.
#include <fmt/format.h>

#include "iwmo/berichtenarchief.hpp"
#include "iwmo/regelhulp.hpp"
#include "iwmo/regels.hpp"

namespace zorgkader::iwmo {
namespace {

std::optional<OntvangenBericht> declared(Deel deel, const Toetsing& t) {
  const Deel id = deel.boom()["Header/DeclaratieIdentificatie"];
  for (const auto& b : t.gegevens().archief->berichten(323, aanbieder_van(deel))) {
    if (b.identificatie == id.tekst("Identificatie") && b.dagtekening == id.datum("Dagtekening")) return b;
  }
  return std::nullopt;
}

void tr337(Deel id, Toetsing& t) {
  if (!declared(id, t))
    t.meld(id, fmt::format("Er is geen declaratie {} van {}.", id.tekst("Identificatie"), id.tekst("Dagtekening")));
}

void tr371(Deel version, Toetsing& t) {
  const auto known = declared(version, t);
  if (!known) return;
  if (known->basis_xsd == version.tekst("BasisschemaXsdVersie") &&
      known->bericht_xsd == version.tekst("BerichtXsdVersie"))
    return;
  t.meld(
      version, "XsdVersieDeclaratie is niet de XsdVersie van de declaratie.",
      {zet(version, "BasisschemaXsdVersie", known->basis_xsd), zet(version, "BerichtXsdVersie", known->bericht_xsd)});
}

void tr376(Deel answer, Toetsing& t) {
  const Deel number = answer["DeclaratieNummer"];
  for (const auto& b : t.gegevens().archief->berichten(323, aanbieder_van(answer))) {
    if (b.declaratienummer == number.tekst()) return;
  }
  t.meld(number, fmt::format("Er is geen declaratie met DeclaratieNummer {}.", number.tekst()));
}

void tr366(Deel line, Toetsing& t) {
  const std::string_view reference = line.tekst("ProductReferentie/ReferentieNummer");
  if (!t.gegevens().archief->prestatie(aanbieder_van(line), reference))
    t.meld(line["ProductReferentie"], fmt::format("Regel {} is niet gedeclareerd.", reference));
}

void tr367(Deel line, Toetsing& t) {
  const Prestatieregel own = prestatie_van(line);
  const auto known = t.gegevens().archief->prestatie(own.aanbieder, own.referentie);
  if (!known) return;
  const bool same = own.vorig_referentie == known->vorig_referentie && own.toewijzing == known->toewijzing &&
                    own.categorie == known->categorie && own.code == known->code && own.periode == known->periode &&
                    own.volume == known->volume && own.eenheid == known->eenheid &&
                    own.tarief_cent == known->tarief_cent && own.bedrag_cent == known->bedrag_cent &&
                    own.credit == known->credit;
  if (!same) t.meld(line, fmt::format("Regel {} heeft andere waarden dan in de declaratie.", own.referentie));
}

}  // namespace

std::span<const Regel> regels_antwoord() {
  static const std::vector<Regel> rules = {
      {"TR337", 3, "", "325", "DeclaratieIdentificatie", "DeclaratieIdentificatie is die van een ontvangen declaratie.",
       tr337, Vraagt::archief},
      {"TR366", 3, "9366", "325", "Prestatie", "Een regel verwijst naar een regel van de declaratie.", tr366,
       Vraagt::archief},
      {"TR367", 3, "9367", "325", "Prestatie", "Een regel heeft de waarden van de declaratie.", tr367, Vraagt::archief},
      {"TR371", 3, "", "325", "XsdVersieDeclaratie", "XsdVersieDeclaratie is de XsdVersie van de declaratie.", tr371,
       Vraagt::archief},
      {"TR376", 3, "", "325", "DeclaratieAntwoord", "DeclaratieNummer is dat van een declaratie.", tr376,
       Vraagt::archief},
  };
  return rules;
}

}  // namespace zorgkader::iwmo
