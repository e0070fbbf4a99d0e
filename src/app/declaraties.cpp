// Lines of a dossier to accounts, and refused ones to reasons.
#include "app/declaraties.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <tuple>

#include "app/naloop.hpp"
#include "dossier/contracttoets.hpp"
#include "iwmo/antwoord.hpp"
#include "iwmo/regelhulp.hpp"

namespace zorgkader {
namespace {

constexpr std::array kRekeningen = {&Boeking::ingediend,   &Boeking::gecrediteerd,  &Boeking::wacht,
                                    &Boeking::goedgekeurd, &Boeking::afgewezen,     &Boeking::betaald,
                                    &Boeking::voorlopig,   &Boeking::voorgeschoten, &Boeking::teruggevorderd};

void book(const iwmo::Prestatieregel& line, bool voorlopig, Boeking& to) {
  using Stand = iwmo::Prestatieregel::Stand;
  (line.credit ? to.gecrediteerd : to.ingediend) += line.bedrag_cent;
  const std::int64_t amount = line.credit ? -line.bedrag_cent : line.bedrag_cent;
  (line.stand == Stand::wacht ? to.wacht : line.stand == Stand::goedgekeurd ? to.goedgekeurd : to.afgewezen) += amount;
  if (voorlopig && line.stand == Stand::goedgekeurd) to.voorlopig += amount;
}

void book_payments(const Dossierstand& dossier, int jaar, std::map<Boekingsvak, Boeking>& out) {
  dossier.regio().registers().each("betalingen", [&](const dossier::Standrij& row) {
    const auto month = row.datum("maand");
    const auto cents = (row.getal("bedrag").value_or(Getal(0)) * Getal(100)).as_int64();
    if (!month || year_of(*month) != jaar) return true;
    Boeking& cell = out[{std::string(dossier.contracten().gemeente(row.tekst("gemeente"))),
                         std::string(row.tekst("aanbieder")), format_maand(*month)}];
    if (row.tekst("soort") == "declaraties") cell.betaald += cents.value_or(0);
    if (row.tekst("soort") == "voorschot") cell.voorgeschoten += cents.value_or(0);
    if (row.tekst("soort") == "terugvordering") cell.teruggevorderd -= cents.value_or(0);
    return true;
  });
}

std::map<Boekingsvak, Boeking> book_all(const Dossierstand& dossier, int jaar) {
  std::map<Boekingsvak, Boeking> out;
  for (const auto& stand : dossier.standen()) {
    const std::string gemeente(dossier.contracten().gemeente(stand->gemeente()));
    // Many lines share provider, product and first day, and to look up what follows from those costs more than to book.
    struct Plaats {
      Boeking* vak = nullptr;
      bool voorlopig = false;
    };
    using Gelijk = std::tuple<std::string_view, std::string_view, std::int64_t>;
    boost::unordered_flat_map<Gelijk, Plaats> known;
    stand->archief().each_prestatie([&](const iwmo::Prestatieregel& line) {
      const Datum day = line.periode.van;
      const auto [at, fresh] = known.try_emplace({line.aanbieder, line.code, day.time_since_epoch().count()});
      if (fresh && year_of(day) == jaar) {
        const std::string party(dossier.contracten().partij_of_code(line.aanbieder, day));
        at->second = {&out[{gemeente, party, format_maand(day)}],
                      dossier.contracten().is_voorlopig(line.code, party, day)};
      }
      if (at->second.vak != nullptr) book(line, at->second.voorlopig, *at->second.vak);
    });
  }
  book_payments(dossier, jaar, out);
  return out;
}

/// What a cell has now and did not have then; cells that are the same are left out.
std::map<Boekingsvak, Boeking> differences(const std::map<Boekingsvak, Boeking>& then,
                                           const std::map<Boekingsvak, Boeking>& now) {
  std::map<Boekingsvak, Boeking> out = now;
  for (const auto& [cell, was] : then) {
    out[cell] -= was;
  }
  std::erase_if(out, [](const auto& cell) { return cell.second == Boeking{}; });
  return out;
}

std::vector<Ruimte> ceilings(const Dossierstand& dossier, int jaar) {
  std::vector<Ruimte> out;
  for (const dossier::Contract& contract : dossier.contracten().contracten()) {
    for (const auto& stand : dossier.standen()) {
      if (auto room = ruimte_van(contract, jaar, *stand, dossier.contracten())) out.push_back(*std::move(room));
    }
  }
  return out;
}

/// Why the answer refuses a line: what was found in the line, its client, the declaration or the header. A message with
/// a technical fault is refused whole, so a line in which nothing is wrong itself has the faults of the others.
iwmo::Berichtbevindingen reasons_of(iwmo::Deel line, iwmo::Deel client, const Nagelopen& seen) {
  iwmo::Berichtbevindingen out, technical;
  for (const iwmo::Berichtbevinding& found : seen.bevindingen) {
    const iwmo::Deel carrier = iwmo::drager_van(seen.boom, found);
    if (!carrier || carrier == line || carrier == client || carrier == seen.boom["Declaratie"]) out.push_back(found);
    if (found.niveau <= 2) technical.push_back(found);
  }
  iwmo::Berichtbevindingen& all = out.empty() ? technical : out;
  iwmo::Berichtbevindingen once;
  for (iwmo::Berichtbevinding& one : all) {
    const auto same = [&](const auto& b) { return b.code == one.code && b.tekst == one.tekst; };
    if (std::none_of(once.begin(), once.end(), same)) once.push_back(std::move(one));
  }
  return once;
}

/// Lines of one declaration that its answer refuses.
void add_refusals(const Nagelopen& seen, const Dossierstand& dossier, int jaar, std::vector<Afwijzing>& out) {
  if (seen.boom.soort().nummer != 323 || seen.bevindingen.empty()) return;
  const std::string gemeente(iwmo::gemeente_van(seen.boom.wortel()));
  const std::string agb(iwmo::aanbieder_van(seen.boom.wortel()));
  for (const iwmo::Deel client : seen.boom["Declaratie/Clienten"].delen()) {
    for (const iwmo::Deel line : client["Prestaties"].delen()) {
      const Datum day = line.datum("ProductPeriode/Begindatum").value_or(kGeenBegin);
      if (year_of(day) != jaar) continue;
      Afwijzing made;
      made.redenen = reasons_of(line, client, seen);
      made.telt = seen.bericht.soort != dossier::soorten::kGeweigerd;
      if (made.redenen.empty()) continue;
      const auto amount = line.getal("IngediendBedrag/Bedrag").value_or(0);
      made.gemeente = dossier.contracten().gemeente(gemeente);
      made.aanbieder = dossier.contracten().partij_of_code(agb, day);
      made.client = dossier.bestand().kluis().pseudoniem(gemeente, client.tekst("Bsn"));
      made.declaratie = seen.boom["Header/BerichtIdentificatie"].tekst("Identificatie");
      made.referentie = line.tekst("ProductReferentie/ReferentieNummer");
      made.maand = format_maand(day);
      made.product = line.tekst("ProductCode");
      made.bedrag_cent = iwmo::is_credit(line) ? -amount : amount;
      out.push_back(std::move(made));
    }
  }
}

}  // namespace

Boeking& Boeking::operator+=(const Boeking& more) {
  for (const auto account : kRekeningen) this->*account += more.*account;
  return *this;
}

Boeking& Boeking::operator-=(const Boeking& less) {
  for (const auto account : kRekeningen) this->*account -= less.*account;
  return *this;
}

Declaratieafrekening reken_declaraties_af(const Declaratievraag& vraag) {
  Declaratieafrekening out;
  const Dossierstand dossier(vraag.dossier, vraag.bekend_op);
  out.vakken = book_all(dossier, vraag.jaar);
  if (vraag.sinds)
    out.verschillen = differences(book_all(Dossierstand(vraag.dossier, vraag.sinds), vraag.jaar), out.vakken);
  out.ruimtes = ceilings(dossier, vraag.jaar);
  if (!vraag.redenen) return out;
  const auto until = vraag.bekend_op ? std::optional(einde_van_dag(*vraag.bekend_op)) : std::nullopt;
  for (const auto& stand : dossier.standen()) {
    loop_na(dossier.bestand(), stand->gemeente(), until, [&](const Nagelopen& seen) {
      if (!seen.gelijk)
        out.fouten.push_back(
            fmt::format("Het antwoord op {} (gebeurtenis {} van gemeente {}) is niet wat er nu uit volgt.",
                        seen.boom.soort().naam, seen.bericht.nummer, stand->gemeente()));
      add_refusals(seen, dossier, vraag.jaar, out.afwijzingen);
    });
  }
  return out;
}

}  // namespace zorgkader
