// Level 2, requests and their answers: 315, 317 and 319.
#include <fmt/format.h>

#include "iwmo/regelhulp.hpp"
#include "iwmo/regels.hpp"

namespace zorgkader::iwmo {
namespace {

void cd043(Deel line, Toetsing& t) {
  const Deel number = line["BeschikkingNummer"], begin = line["BeschikkingIngangsdatum"];
  if (static_cast<bool>(number) == static_cast<bool>(begin)) return;
  if (number)
    t.meld(line, "BeschikkingNummer is gevuld en BeschikkingIngangsdatum niet.", {verwijder(number)});
  else
    t.meld(begin, "BeschikkingIngangsdatum is gevuld en BeschikkingNummer niet.", {verwijder(begin)});
}

bool is_zorgverlener(Deel referrer) {
  const std::string_view type = referrer.tekst("Type");
  return type >= "02" && type <= "05";
}

void cd066(Deel referrer, Toetsing& t) {
  if (is_zorgverlener(referrer) && referrer["ZorgverlenerCode"] && referrer["Naam"])
    t.meld(referrer["Naam"], "Met een ZorgverlenerCode hoort de Naam van de verwijzer leeg te zijn.",
           {verwijder(referrer["Naam"])});
}

void cd067(Deel referrer, Toetsing& t) {
  if (is_zorgverlener(referrer) && !referrer["ZorgverlenerCode"] && !referrer["Naam"])
    t.meld(referrer, fmt::format("Een verwijzer van Type {} heeft een ZorgverlenerCode of een Naam nodig.",
                                 referrer.tekst("Type")));
}

void cd068(Deel referrer, Toetsing& t) {
  if (!is_zorgverlener(referrer) && referrer["ZorgverlenerCode"])
    t.meld(referrer["ZorgverlenerCode"],
           fmt::format("Een verwijzer van Type {} heeft geen ZorgverlenerCode.", referrer.tekst("Type")),
           {verwijder(referrer["ZorgverlenerCode"])});
}

void tr383(Deel lines, Toetsing& t) {
  std::vector<std::pair<Sleutel, Deel>> keyed;
  for (Deel line : lines.delen()) keyed.emplace_back(Sleutel{line.tekst("ReferentieAanbieder")}, line);
  each_double(keyed, [&](Deel later, Deel) {
    const Deel reference = later["ReferentieAanbieder"];
    t.meld(reference,
           fmt::format("ReferentieAanbieder {} staat al bij een ander AangevraagdProduct.", reference.tekst()));
  });
}

void tr352(Deel request, Toetsing& t) {
  if (!request["OngewijzigdeProducten"] && !request["TeWijzigenProducten"])
    t.meld(request, "Een verzoek om wijziging heeft een OngewijzigdProduct of een TeWijzigenProduct nodig.");
}

void tr353(Deel request, Toetsing& t) {
  if (!request["TeWijzigenProducten"] && !request["NieuweProducten"])
    t.meld(request, "Een verzoek om wijziging heeft een TeWijzigenProduct of een NieuwProduct nodig.");
}

void tr380(Deel line, Toetsing& t) {
  const Deel begin = line["GewensteIngangsdatum"];
  const Datum message = t.dagtekening(line);
  if (begin.datum().value_or(kGeenEinde) > message) return;
  t.meld(begin,
         fmt::format("GewensteIngangsdatum {} van een nieuw product ligt niet na de Dagtekening ({}).", begin.tekst(),
                     format_datum(message)),
         when(line.datum("Einddatum").value_or(kGeenEinde) > message,
              zet(begin, format_datum(message + std::chrono::days(1)))),
         "Kies een dag na de Dagtekening.");
}

void cd085(Deel answer, Toetsing& t) {
  if (answer.tekst("VerzoekAntwoord") == "1" && !answer["RedenAfwijzingVerzoek"])
    t.meld(answer, "Een afwijzing heeft een RedenAfwijzingVerzoek nodig.");
}

void cd086(Deel answer, Toetsing& t) {
  const Deel reason = answer["RedenAfwijzingVerzoek"];
  if (answer.tekst("VerzoekAntwoord") == "2" && reason)
    t.meld(reason, "Een verzoek dat in onderzoek is heeft geen RedenAfwijzingVerzoek.", {verwijder(reason)});
}

}  // namespace

std::span<const Regel> regels_verzoek() {
  static const std::vector<Regel> rules = {
      {"CD043", 2, "0001", "315", "AangevraagdProduct",
       "BeschikkingNummer en BeschikkingIngangsdatum zijn beide gevuld of beide leeg.", cd043},
      {"CD066", 2, "0001", "315", "Verwijzer", "Bij Type 02 tot en met 05 met een ZorgverlenerCode is Naam leeg.",
       cd066},
      {"CD067", 2, "0001", "315", "Verwijzer", "Bij Type 02 tot en met 05 zonder ZorgverlenerCode is Naam gevuld.",
       cd067},
      {"CD068", 2, "0001", "315", "Verwijzer", "Bij een ander Type dan 02 tot en met 05 is ZorgverlenerCode leeg.",
       cd068},
      {"CD085", 2, "0001", "319", "Antwoord", "Bij VerzoekAntwoord 1 is RedenAfwijzingVerzoek gevuld.", cd085},
      {"CD086", 2, "0001", "319", "Antwoord", "Bij VerzoekAntwoord 2 is RedenAfwijzingVerzoek leeg.", cd086},
      {"TR352", 2, "0001", "317", "Verzoek", "Er is een OngewijzigdProduct of een TeWijzigenProduct.", tr352},
      {"TR353", 2, "0001", "317", "Verzoek", "Er is een TeWijzigenProduct of een NieuwProduct.", tr353},
      {"TR380", 2, "0001", "317", "NieuwProduct", "GewensteIngangsdatum ligt na de Dagtekening.", tr380},
      {"TR383", 2, "0001", "315", "AangevraagdeProducten",
       "ReferentieAanbieder is voor elk AangevraagdProduct een andere.", tr383},
  };
  return rules;
}

}  // namespace zorgkader::iwmo
