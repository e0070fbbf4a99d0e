// A decision is a row of a register: arrangements can count it, and it is taken back like any other row.
#include "app/keuzebesluit.hpp"

#include <algorithm>

#include "dossier/registerinhoud.hpp"
#include "iwmo/boom.hpp"

namespace zorgkader {
namespace {

constexpr std::string_view kRegister = "aanbiederkeuzes";

Keuzebesluit decision_of(const dossier::Standrij& row) {
  return {std::string(row.tekst("onderzoek")), std::string(row.tekst("aanbieder")),
          iwmo::parse_getal(row.tekst("toewijzing")).value_or(0), row.datum("besloten_op").value_or(Datum{}),
          row.gebeurtenis};
}

}  // namespace

std::optional<Keuzebesluit> besluit_na(const dossier::Stand& stand, const std::string& onderzoek) {
  const dossier::Standrij* row = stand.registers().find(kRegister, {stand.gemeente(), onderzoek});
  if (row == nullptr) return std::nullopt;
  Keuzebesluit out = decision_of(*row);
  const iwmo::Toewijzing* made = stand.archief().toewijzing(stand.gemeente(), out.toewijzing);
  return made != nullptr && made->is_vervallen() ? std::nullopt : std::optional(std::move(out));
}

std::vector<Keuzebesluit> niet_opgenomen(const dossier::Stand& stand) {
  std::vector<Keuzebesluit> out;
  stand.registers().each(kRegister, [&](const dossier::Standrij& row) {
    Keuzebesluit one = decision_of(row);
    if (stand.archief().toewijzing(stand.gemeente(), one.toewijzing) == nullptr) out.push_back(std::move(one));
    return true;
  });
  return out;
}

std::int64_t hoogste_toewijzing(const dossier::Stand& stand) {
  std::int64_t out = 0;
  stand.archief().each_toewijzing([&](const iwmo::Toewijzing& t) { out = std::max(out, t.nummer); });
  for (const Keuzebesluit& one : niet_opgenomen(stand)) out = std::max(out, one.toewijzing);
  return out;
}

bool leg_besluit_vast(const Dossierpad& pad, const std::string& gemeente, std::int64_t na, const Keuzebesluit& besluit,
                      const std::string& door, Moment nu) {
  dossier::Registerblok block;
  block.soort = dossier::find_registersoort(kRegister);
  block.bestand = "aanbiederkeuze --wijs";
  block.rijen = {{{gemeente, besluit.onderzoek, besluit.aanbieder, std::to_string(besluit.toewijzing),
                   format_datum(besluit.besloten_op)},
                  1}};
  dossier::Gebeurtenis made;
  made.gemeente = gemeente;
  made.moment = nu;
  made.soort = dossier::soorten::kRegister;
  made.door = door;
  made.inhoud = write_inhoud(block);
  Dossierbestand file(pad, Dossierbestand::Hoe::bijwerken);
  const dossier::Einde end = file.logboek().einde(gemeente);
  std::vector<dossier::Gebeurtenis> events{std::move(made)};
  return end.nummer == na && file.logboek().add(end, events) == dossier::Toevoeging::gelukt;
}

}  // namespace zorgkader
