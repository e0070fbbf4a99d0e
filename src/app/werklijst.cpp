// Open ends of every gemeente and of arrangements, on one list.
#include "app/werklijst.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "app/keuzebesluit.hpp"
#include "app/regelingwerk.hpp"
#include "dossier/openstaand.hpp"

namespace zorgkader {
namespace {

void sort_by_day(std::vector<Werkregel>& rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const Werkregel& a, const Werkregel& b) {
    return a.uiterlijk.empty() || b.uiterlijk.empty() ? a.uiterlijk.size() > b.uiterlijk.size()
                                                      : a.uiterlijk < b.uiterlijk;
  });
}

std::vector<Werkregel> open_messages(const Dossierstand& dossier, Datum nu) {
  std::vector<Werkregel> out;
  for (const auto& stand : dossier.standen()) {
    for (const dossier::Openstaand& open : dossier::openstaand(*stand)) {
      const dossier::Dossierbericht& about = *open.op;
      out.push_back({std::string(dossier.contracten().gemeente(stand->gemeente())), about.aanbieder, about.soort->naam,
                     about.kenmerk.identificatie, format_datum(dag_van(about.moment)), open.wat,
                     open.gemeente ? "gemeente" : "aanbieder", format_datum(open.uiterlijk), open.werkdagen(nu),
                     open.bepaling, nu > open.uiterlijk ? Werkstand::te_laat : Werkstand::op_tijd, "",
                     static_cast<int>((open.uiterlijk - nu).count()), "", ""});
    }
  }
  return out;
}

/// Clients whose data need not be kept any longer.
std::vector<Werkregel> expired(const Dossierstand& dossier, Datum nu) {
  std::vector<Werkregel> out;
  for (const auto& stand : dossier.standen()) {
    stand->registers().each("clienten", [&](const dossier::Standrij& row) {
      const auto until = row.datum("bewaren_tot");
      if (!until || *until >= nu) return true;
      Werkregel made;
      made.gemeente = dossier.contracten().gemeente(stand->gemeente());
      made.bericht = dossier.bestand().kluis().pseudoniem(stand->gemeente(), row.tekst("bsn"));
      made.wat = "bewaartermijn voorbij: moeten deze gegevens nog bewaard worden";
      made.wie = "gemeente";
      made.uiterlijk = format_datum(*until);
      made.bepaling = "register clienten, bewaren_tot";
      made.stand = Werkstand::na_te_gaan;
      made.dagen = static_cast<int>((*until - nu).count());
      out.push_back(std::move(made));
      return true;
    });
  }
  return out;
}

/// Toewijzingen that were made and did not go out yet.
std::vector<Werkregel> unsent(const Dossierstand& dossier) {
  std::vector<Werkregel> out;
  for (const auto& stand : dossier.standen()) {
    for (const Keuzebesluit& decided : niet_opgenomen(*stand)) {
      Werkregel made;
      made.gemeente = dossier.contracten().gemeente(stand->gemeente());
      made.aanbieder = decided.aanbieder;
      made.bericht = "WMO301";
      made.identificatie = fmt::format("onderzoek {}, toewijzing {}", decided.onderzoek, decided.toewijzing);
      made.ontvangen = format_datum(decided.besloten_op);
      made.wat = "toewijzing versturen, en opnemen met importeer";
      made.wie = "gemeente";
      made.bepaling = "register aanbiederkeuzes";
      made.stand = Werkstand::na_te_gaan;
      out.push_back(std::move(made));
    }
  }
  return out;
}

/// Finished onderzoeken that ask for a provider: no decision, and no toewijzing to the client since.
std::vector<Werkregel> unassigned(const Dossierstand& dossier, Datum nu) {
  std::vector<Werkregel> out;
  for (const auto& stand : dossier.standen()) {
    std::map<std::string, std::string, std::less<>> newest;  // of every client: the moment of the last toewijzing
    stand->archief().each_toewijzing([&](const iwmo::Toewijzing& t) {
      if (!t.is_vervallen()) newest[t.bsn] = std::max(newest[t.bsn], t.moment);
    });
    stand->registers().each("onderzoeken", [&](const dossier::Standrij& row) {
      const auto done = row.datum("afgerond_op");
      if (!done || !row.ja("begeleiding_nodig") || row.tekst("leveringsvorm") != "ZIN") return true;
      const dossier::Standrij* melding =
          stand->registers().find("meldingen", {stand->gemeente(), std::string(row.tekst("melding"))});
      if (melding == nullptr || besluit_na(*stand, std::string(row.tekst("onderzoek")))) return true;
      const auto made = newest.find(melding->tekst("bsn"));
      if (made != newest.end() && made->second >= format_datum(*done)) return true;
      const auto begin = row.datum("ingangsdatum");
      Werkregel to_do;
      to_do.gemeente = dossier.contracten().gemeente(stand->gemeente());
      to_do.identificatie = fmt::format("onderzoek {}", row.tekst("onderzoek"));
      to_do.ontvangen = format_datum(*done);
      to_do.wat = "aanbieder kiezen: zie aanbiederkeuze";
      to_do.wie = "gemeente";
      to_do.bepaling = "register onderzoeken, ingangsdatum";
      if (begin) {
        to_do.uiterlijk = format_datum(*begin);
        to_do.dagen = static_cast<int>((*begin - nu).count());
      }
      to_do.stand = begin && *begin < nu ? Werkstand::te_laat : Werkstand::op_tijd;
      out.push_back(std::move(to_do));
      return true;
    });
  }
  return out;
}

}  // namespace

std::string_view werkstand_naam(Werkstand stand) {
  constexpr std::array<std::string_view, 8> kNames = {"op tijd",    "te laat", "geblokkeerd",   "te herstellen",
                                                      "na te gaan", "klaar",   "te laat klaar", "voorbij"};
  return kNames.at(static_cast<std::size_t>(stand));
}

bool is_af(Werkstand stand) {
  return stand == Werkstand::klaar || stand == Werkstand::te_laat_klaar || stand == Werkstand::voorbij;
}

std::vector<Werkregel> maak_werklijst(const Dossierpad& pad, Datum nu, std::optional<Datum> bekend_op) {
  return maak_werklijst({pad, nu, bekend_op}).regels;
}

Werklijst maak_werklijst(const Werkvraag& vraag) {
  const Dossierstand dossier(vraag.dossier, vraag.bekend_op);
  Werklijst out{open_messages(dossier, vraag.nu), {}};
  for (Werkregel& row : expired(dossier, vraag.nu)) out.regels.push_back(std::move(row));
  for (Werkregel& row : unsent(dossier)) out.regels.push_back(std::move(row));
  for (Werkregel& row : unassigned(dossier, vraag.nu)) out.regels.push_back(std::move(row));
  for (const std::string& regeling : vraag.regelingen) add_regelingwerk(regeling, vraag, dossier, out);
  const std::string only(
      vraag.gemeente.empty() ? "" : dossier.contracten().gemeente(dossier.stand(vraag.gemeente).gemeente()));
  std::erase_if(out.regels, [&](const Werkregel& row) {
    return (!vraag.wie.empty() && row.wie != vraag.wie) || (!only.empty() && row.gemeente != only);
  });
  sort_by_day(out.regels);
  sort_and_unique(out.bevindingen);
  return out;
}

}  // namespace zorgkader
