// Level 3, the answer to a declaration (325) against the declaration.
#include <fmt/format.h>

#include "iwmo/berichtenarchief.hpp"
#include "iwmo/herstel.hpp"
#include "iwmo/regelhulp.hpp"
#include "iwmo/regels.hpp"

namespace zorgkader::iwmo {
namespace {

/// The declaration that a 325 answers; of several with one identification that with its DeclaratieNummer.
std::optional<OntvangenBericht> declared(Deel deel, const Toetsing& t) {
  const Deel id = deel.boom()["Header/DeclaratieIdentificatie"];
  const std::string_view number = deel.boom()["DeclaratieAntwoord"].tekst("DeclaratieNummer");
  std::optional<OntvangenBericht> out;
  for (const auto& b : t.gegevens().archief->berichten(323, aanbieder_van(deel))) {
    const bool same = b.identificatie == id.tekst("Identificatie") && b.dagtekening == id.datum("Dagtekening") &&
                      b.ontvanger == gemeente_van(deel);
    if (same && (!out || b.declaratienummer == number)) out = b;
  }
  return out;
}

void tr337(Deel id, Toetsing& t) {
  if (!declared(id, t))
    t.meld(id, fmt::format("Er is geen declaratie {} van {} aan gemeente {}.", id.tekst("Identificatie"),
                           id.tekst("Dagtekening"), gemeente_van(id)));
}

void tr371(Deel version, Toetsing& t) {
  const auto known = declared(version, t);
  if (!known) return;
  if (known->basis_xsd == version.tekst("BasisschemaXsdVersie") &&
      known->bericht_xsd == version.tekst("BerichtXsdVersie"))
    return;
  t.meld(
      version,
      fmt::format("XsdVersieDeclaratie is {} en {}; de XsdVersie van de declaratie is {} en {}.",
                  version.tekst("BasisschemaXsdVersie"), version.tekst("BerichtXsdVersie"), known->basis_xsd,
                  known->bericht_xsd),
      {zet(version, "BasisschemaXsdVersie", known->basis_xsd), zet(version, "BerichtXsdVersie", known->bericht_xsd)});
}

/// Of the declaration that is answered; TR337 says when there is none.
void tr376(Deel answer, Toetsing& t) {
  const Deel number = answer["DeclaratieNummer"];
  const auto known = declared(answer, t);
  if (known && known->declaratienummer != number.tekst())
    t.meld(number,
           fmt::format("DeclaratieNummer is {}; dat van de declaratie is {}.", number.tekst(), known->declaratienummer),
           {zet(number, known->declaratienummer)});
}

/// Where the declaration is not known TR337 says so.
void tr366(Deel line, Toetsing& t) {
  const Prestatieregel own = prestatie_van(line);
  if (!beantwoorde_regel(line, t) && declared(line, t))
    t.meld(line["ProductReferentie"],
           fmt::format("Regel {} staat niet in declaratie {}.", own.referentie, own.declaratie));
}

void tr367(Deel line, Toetsing& t) {
  const Prestatieregel own = prestatie_van(line);
  const auto known = beantwoorde_regel(line, t);
  if (!known) return;
  std::vector<Wijziging> changes = verschillen(line, *known);
  const bool same_kind = own.credit == known->credit && own.vorig_referentie == known->vorig_referentie;
  if (changes.empty() && same_kind) return;
  if (!same_kind) changes.clear();
  t.meld(line, fmt::format("Regel {} heeft andere waarden dan in de declaratie.", own.referentie), std::move(changes));
}

}  // namespace

std::optional<Prestatieregel> beantwoorde_regel(Deel regel, const Toetsing& toetsing) {
  const Prestatieregel own = prestatie_van(regel);
  for (const auto& p : toetsing.gegevens().archief->prestaties_met(own.aanbieder, own.referentie)) {
    if (p.gemeente == own.gemeente && p.declaratie == own.declaratie && p.dagtekening == own.dagtekening) return p;
  }
  return std::nullopt;
}

std::span<const Regel> regels_antwoord() {
  static const std::vector<Regel> rules = {
      {"TR337", 3, "", "325", "DeclaratieIdentificatie", "DeclaratieIdentificatie is die van een ontvangen declaratie.",
       tr337, Vraagt::archief},
      {"TR366", 3, "9366", "325", "Prestatie", "Een regel verwijst naar een regel van de declaratie.", tr366,
       Vraagt::archief},
      {"TR367", 3, "9367", "325", "Prestatie", "Een regel heeft de waarden van de declaratie.", tr367, Vraagt::archief},
      {"TR371", 3, "", "325", "XsdVersieDeclaratie", "XsdVersieDeclaratie is de XsdVersie van de declaratie.", tr371,
       Vraagt::archief},
      {"TR376", 3, "", "325", "DeclaratieAntwoord", "DeclaratieNummer is dat van de declaratie.", tr376,
       Vraagt::archief},
  };
  return rules;
}

}  // namespace zorgkader::iwmo
