// The tables of a dossier, cut down to one client.
#include "app/inzage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/clientgegevens.hpp"

namespace zorgkader {
namespace {

using dossier::Dossierkolom;
using dossier::Dossiertabel;

/// The rows whose column `client` says this.
Dossiertabel rows_of(const Dossiertabel& table, const std::string& client, std::string_view gemeente) {
  const Dossierkolom* who = table.kolom("client");
  const Dossierkolom* where = table.kolom("gemeente");
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; who != nullptr && where != nullptr && row < table.rijen; ++row) {
    if (std::get<std::string>(who->waarden.at(row)) == client &&
        std::get<std::string>(where->waarden.at(row)) == gemeente)
      rows.push_back(row);
  }
  return dossier::cut(table, rows);
}

/// The bsn behind a pseudonym, or the bsn itself; empty when the dossier has nobody of that name.
std::string bsn_of(const Dossierstand& dossier, const dossier::Stand& stand, const std::string& client) {
  const auto is_it = [&](std::string_view bsn) {
    return bsn == client || dossier.bestand().kluis().pseudoniem(stand.gemeente(), bsn) == client;
  };
  std::string out;
  stand.registers().each("clienten", [&](const dossier::Standrij& row) {
    if (is_it(row.tekst("bsn"))) out = row.tekst("bsn");
    return out.empty();
  });
  std::set<std::string> seen;
  stand.archief().each_toewijzing([&](const iwmo::Toewijzing& t) {
    if (out.empty() && seen.insert(t.bsn).second && is_it(t.bsn)) out = t.bsn;
  });
  return out;
}

}  // namespace

std::int64_t leg_inzage_vast(const Dossierpad& pad, const std::string& gemeente, const std::string& client,
                             const std::string& reden, const std::string& door, Moment nu) {
  Dossierbestand file(pad, Dossierbestand::Hoe::bijwerken);
  dossier::Gebeurtenis seen;
  seen.gemeente = gemeente;
  seen.moment = nu;
  seen.soort = dossier::soorten::kInzage;
  seen.door = door;
  seen.inhoud = client + '\n' + reden;
  return file.append(std::move(seen));
}

Inzageantwoord zie_client_in(const Inzagevraag& vraag) {
  const Dossierstand dossier(vraag.dossier, vraag.bekend_op);
  const dossier::Stand& stand = dossier.stand(vraag.gemeente);
  Inzageantwoord out;
  out.client = vraag.client.starts_with("CL") ? vraag.client
                                              : dossier.bestand().kluis().pseudoniem(stand.gemeente(), vraag.client);
  std::vector<std::string> names = dossier::afgeleide_tabellen();
  for (const dossier::Registersoort* soort : dossier::registersoorten()) {
    if (soort->per_gemeente()) names.emplace_back(soort->naam);
  }
  for (const std::string& name : names) {
    Dossiertabel rows = rows_of(dossier.tabel(name), out.client, dossier.contracten().gemeente(stand.gemeente()));
    if (rows.rijen > 0) out.tabellen.push_back(std::move(rows));
  }
  if (out.tabellen.empty())
    throw dossier::OpslagFout(
        fmt::format("In het dossier van gemeente {} is er niets over deze cliënt.", vraag.gemeente));
  leg_inzage_vast(vraag.dossier, stand.gemeente(), out.client, vraag.reden, vraag.door, vraag.nu);
  out.bsn = bsn_of(dossier, stand, out.client);
  if (const auto known = newest_client(dossier.bestand(), stand, out.bsn)) out.naam = known->naam();
  return out;
}

}  // namespace zorgkader
