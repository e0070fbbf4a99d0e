// Level 3, requests and their answers (315, 317, 319) against toewijzingen and earlier requests.
#include <fmt/format.h>

#include <set>

#include "iwmo/regelhulp.hpp"
#include "iwmo/regels.hpp"

namespace zorgkader::iwmo {
namespace {

/// The toewijzing of a line, when it is of this client and provider; TR304 and TR351 say when it is not.
const Toewijzing* own_toewijzing(Deel line, Toetsing& t) {
  const Toewijzing* known = t.toewijzing(line);
  return known != nullptr && known->bsn == bsn_van(line) && known->aanbieder == aanbieder_van(line) ? known : nullptr;
}

void tr347(Deel deel, Toetsing& t) {
  const Deel reference = deel["ReferentieAanbieder"];
  for (const Verzoek& v : t.gegevens().archief->verzoeken(aanbieder_van(deel))) {
    if (v.referentie == reference.tekst())
      return t.meld(reference,
                    fmt::format("ReferentieAanbieder {} is al voor een eerder verzoek gebruikt.", v.referentie));
  }
}

void tr374(Deel client, Toetsing& t) {
  for (const Verzoek& v : t.gegevens().archief->verzoeken(aanbieder_van(client))) {
    if (v.bsn == client.tekst("Bsn") && v.gemeente == gemeente_van(client) && v.is_open())
      return t.meld(client, fmt::format("Voor deze client staat verzoek {} nog open.", v.referentie));
  }
}

/// Whether a new product is the same as that of the toewijzing, while it lasts (TR361).
bool asked_anew(Deel request, const Toewijzing& known) {
  for (Deel line : request["NieuweProducten"].delen()) {
    const bool same =
        same_product(known.categorie, known.code, line.tekst("Product/Categorie"), line.tekst("Product/Code"));
    if (same && overlap(known.looptijd(), {line.datum("GewensteIngangsdatum").value_or(kGeenBegin),
                                           line.datum("Einddatum").value_or(kGeenEinde)}))
      return true;
  }
  return false;
}

/// Without a day of judging the day of the message is today.
void tr349(Deel request, Toetsing& t) {
  std::size_t unchanged = 0;
  std::set<std::int64_t> named;
  for (const std::string_view list : {"OngewijzigdeProducten", "TeWijzigenProducten"}) {
    for (Deel line : request[list].delen()) {
      named.insert(line.getal("ToewijzingNummer").value_or(0));
      if (line.naam() == "OngewijzigdProduct") ++unchanged;
    }
  }
  for (const Toewijzing& known :
       t.gegevens().archief->toewijzingen(gemeente_van(request), aanbieder_van(request), bsn_van(request))) {
    if (!known.is_actueel(t.vandaag(request)) || named.contains(known.nummer)) continue;
    const std::string place = fmt::format("OngewijzigdeProducten/OngewijzigdProduct[{}]/ToewijzingNummer", ++unchanged);
    t.meld(request, fmt::format("Toewijzing {} loopt nog en staat niet in het verzoek.", known.nummer),
           when(!asked_anew(request, known), zet(request, place, std::to_string(known.nummer))),
           "Neem haar op als TeWijzigenProduct, met een Einddatum voordat het nieuwe product begint.");
  }
}

void points_to_current(Deel line, Toetsing& t) {
  const Toewijzing* known = t.toewijzing(line);
  if (known != nullptr && known->aanbieder == aanbieder_van(line) && known->is_actueel(t.vandaag(line))) return;
  t.meld(line["ToewijzingNummer"],
         fmt::format("Toewijzing {} is niet bekend of loopt niet meer.", line.tekst("ToewijzingNummer")));
}

/// From the first day of the toewijzing, when the line does not end before it.
std::vector<Wijziging> from_begin(Deel line, const Toewijzing& known) {
  return when(line.datum("Einddatum").value_or(kGeenEinde) >= known.ingangsdatum,
              zet(line, "GewensteIngangsdatum", format_datum(known.ingangsdatum)));
}

void tr357(Deel line, Toetsing& t) {
  const Toewijzing* known = own_toewijzing(line, t);
  const auto wanted = line.datum("GewensteIngangsdatum");
  if (known == nullptr || !wanted || *wanted > t.dagtekening(line) || *wanted == known->ingangsdatum) return;
  t.meld(line["GewensteIngangsdatum"],
         fmt::format(
             "GewensteIngangsdatum {} ligt niet na de Dagtekening en is niet de Ingangsdatum van de toewijzing ({}).",
             format_datum(*wanted), format_datum(known->ingangsdatum)),
         from_begin(line, *known), "Kies een dag na de Dagtekening.");
}

void tr373(Deel line, Toetsing& t) {
  const Toewijzing* known = own_toewijzing(line, t);
  if (known == nullptr || line.datum("GewensteIngangsdatum") == known->ingangsdatum) return;
  const bool budget = line["Budget"] && known->budget_cent;
  const bool total = line.tekst("Omvang/Frequentie") == "6" && known->frequentie == "6";
  if (!budget && !total) return;
  t.meld(line["GewensteIngangsdatum"],
         fmt::format("Een {} geldt over de hele toewijzing: GewensteIngangsdatum is dan {}.",
                     budget ? "Budget" : "totaal volume", format_datum(known->ingangsdatum)),
         from_begin(line, *known));
}

void tr375(Deel line, Toetsing& t) {
  const Toewijzing* known = own_toewijzing(line, t);
  if (known != nullptr && known->categorie.empty() && line["Omvang"] && is_new(known->einddatum))
    t.meld(line["Omvang"], fmt::format("Toewijzing {} heeft geen Product; dan is er geen Omvang.", known->nummer),
           {verwijder(line["Omvang"])});
}

/// The Omvang of the toewijzing, where a line can have it as it is (CD076, CD077, TR373).
std::vector<Wijziging> omvang_of(Deel line, const Toewijzing& known) {
  const bool per_week = known.frequentie == "2" && !line["Einddatum"];
  const bool in_all = known.frequentie == "6" && line.datum("GewensteIngangsdatum") != known.ingangsdatum;
  if (!known.volume || line["Budget"] || per_week || in_all) return {};
  return {zet(line, "Omvang/Volume", std::to_string(*known.volume)), zet(line, "Omvang/Eenheid", known.eenheid),
          zet(line, "Omvang/Frequentie", known.frequentie)};
}

void tr411(Deel line, Toetsing& t) {
  const Toewijzing* known = own_toewijzing(line, t);
  if (known != nullptr && !known->code.empty() && !line["Omvang"])
    t.meld(line, fmt::format("Toewijzing {} heeft een Code; dan hoort er een Omvang bij.", known->nummer),
           omvang_of(line, *known), "Voeg een Omvang toe.");
}

void tr412(Deel line, Toetsing& t) {
  const Toewijzing* known = own_toewijzing(line, t);
  if (known != nullptr && known->code.empty() && line["Omvang"] && is_new(known->einddatum))
    t.meld(line["Omvang"], fmt::format("Toewijzing {} heeft geen Code; dan is er geen Omvang.", known->nummer),
           {verwijder(line["Omvang"])});
}

/// A line of the wanted situation with its product and dates.
struct Gewenst {
  Deel regel;
  std::string categorie, code;
  Periode looptijd;
};

std::vector<Gewenst> wanted(Deel request, Toetsing& t) {
  std::vector<Gewenst> out;
  for (Deel line : request["OngewijzigdeProducten"].delen()) {
    if (const Toewijzing* known = own_toewijzing(line, t))
      out.push_back({line, known->categorie, known->code, known->looptijd()});
  }
  for (Deel line : request["TeWijzigenProducten"].delen()) {
    if (const Toewijzing* known = own_toewijzing(line, t))
      out.push_back(
          {line, known->categorie, known->code, {known->ingangsdatum, line.datum("Einddatum").value_or(kGeenEinde)}});
  }
  for (Deel line : request["NieuweProducten"].delen())
    out.push_back(
        {line,
         std::string(line.tekst("Product/Categorie")),
         std::string(line.tekst("Product/Code")),
         {line.datum("GewensteIngangsdatum").value_or(kGeenBegin), line.datum("Einddatum").value_or(kGeenEinde)}});
  return out;
}

void tr361(Deel request, Toetsing& t) {
  const auto lines = wanted(request, t);
  for (std::size_t later = 1; later < lines.size(); ++later) {
    for (std::size_t first = 0; first < later; ++first) {
      const Gewenst &a = lines[first], &b = lines[later];
      const bool unchanged = b.regel.naam() == "OngewijzigdProduct", both_new = a.regel.naam() == "NieuwProduct";
      if (unchanged || both_new || !same_product(a.categorie, a.code, b.categorie, b.code)) continue;
      if (!overlap(a.looptijd, b.looptijd)) continue;
      t.meld(b.regel, fmt::format("Dit is hetzelfde product als toewijzing {} en hun looptijden overlappen.",
                                  a.regel.tekst("ToewijzingNummer")));
    }
  }
}

std::optional<Verzoek> asked(Deel answer, const Toetsing& t) {
  for (const Verzoek& v : t.gegevens().archief->verzoeken(aanbieder_van(answer))) {
    if (v.referentie == answer.tekst("ReferentieAanbieder") && v.gemeente == gemeente_van(answer)) return v;
  }
  return std::nullopt;
}

void tr355(Deel answer, Toetsing& t) {
  if (!asked(answer, t))
    t.meld(answer["ReferentieAanbieder"],
           fmt::format("Er is geen verzoek met ReferentieAanbieder {}.", answer.tekst("ReferentieAanbieder")));
}

void tr359(Deel answer, Toetsing& t) {
  const auto request = asked(answer, t);
  if (request && request->toegewezen)
    t.meld(answer["ReferentieAanbieder"], fmt::format("Verzoek {} is al toegewezen.", request->referentie));
}

void tr360(Deel answer, Toetsing& t) {
  const auto request = asked(answer, t);
  if (request && (request->in_onderzoek || request->afgewezen) && answer.tekst("VerzoekAntwoord") == "2")
    t.meld(answer["VerzoekAntwoord"],
           fmt::format("Verzoek {} is al beantwoord; in onderzoek kan dan niet meer.", request->referentie));
}

void tr365(Deel answer, Toetsing& t) {
  const auto request = asked(answer, t);
  if (request && request->afgewezen)
    t.meld(answer["VerzoekAntwoord"], fmt::format("Verzoek {} is al afgewezen.", request->referentie));
}

}  // namespace

std::span<const Regel> regels_verzoek_eerder() {
  static const std::vector<Regel> rules = {
      {"TR347", 3, "9347", "315 317", "AangevraagdProduct Verzoek", "Een ReferentieAanbieder is niet eerder gebruikt.",
       tr347, Vraagt::archief},
      {"TR349", 3, "9349", "317", "Verzoek",
       "Het verzoek noemt elke toewijzing van de client bij deze aanbieder die loopt of nog begint.", tr349,
       Vraagt::archief},
      {"TR350", 3, "9350", "317", "OngewijzigdProduct",
       "Een OngewijzigdProduct verwijst naar een toewijzing die loopt.", points_to_current, Vraagt::archief},
      {"TR351", 3, "9351", "317", "TeWijzigenProduct", "Een TeWijzigenProduct verwijst naar een toewijzing die loopt.",
       points_to_current, Vraagt::archief},
      {"TR355", 3, "9355", "319", "Antwoord", "Een antwoord hoort bij een verzoek.", tr355, Vraagt::archief},
      {"TR357", 3, "9357", "317", "TeWijzigenProduct",
       "GewensteIngangsdatum ligt na de Dagtekening of is de Ingangsdatum van de toewijzing.", tr357, Vraagt::archief},
      {"TR359", 3, "9359", "319", "Antwoord", "Na een toewijzing volgt geen antwoord meer.", tr359, Vraagt::archief},
      {"TR360", 3, "9360", "319", "Antwoord", "In onderzoek kan alleen het eerste antwoord zijn.", tr360,
       Vraagt::archief},
      {"TR361", 3, "9361", "317", "Verzoek", "Hetzelfde product wordt niet twee keer tegelijk gewenst.", tr361,
       Vraagt::archief},
      {"TR365", 3, "9365", "319", "Antwoord", "Een tweede antwoord volgt alleen op in onderzoek.", tr365,
       Vraagt::archief},
      {"TR373", 3, "9373", "317", "TeWijzigenProduct",
       "Een Budget of totaal volume wijzigt vanaf de Ingangsdatum van de toewijzing.", tr373, Vraagt::archief},
      {"TR374", 3, "9374", "315 317", "Client", "Voor een client staat hoogstens een verzoek open.", tr374,
       Vraagt::archief},
      {"TR375", 3, "9375", "317", "TeWijzigenProduct", "Een toewijzing zonder Product krijgt geen Omvang.", tr375,
       Vraagt::archief},
      {"TR411", 3, "9411", "317", "TeWijzigenProduct", "Een toewijzing met een Code krijgt een Omvang.", tr411,
       Vraagt::archief},
      {"TR412", 3, "9412", "317", "TeWijzigenProduct", "Een toewijzing zonder Code krijgt geen Omvang.", tr412,
       Vraagt::archief},
  };
  return rules;
}

}  // namespace zorgkader::iwmo
