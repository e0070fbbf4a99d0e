// One line after another, on the first day that it counts.
#include "dossier/toewijzingtoets.hpp"

#include <fmt/format.h>

#include "iwmo/regelhulp.hpp"

namespace zorgkader::dossier {
namespace {

class Toets {
 public:
  Toets(const iwmo::Boom& toewijzing, const Stand& stand, const Contracten& contracten)
      : stand_(stand),
        contracten_(contracten),
        agb_(iwmo::aanbieder_van(toewijzing.wortel())),
        gemeente_(iwmo::gemeente_van(toewijzing.wortel())) {}

  void line(iwmo::Deel line) {
    if (!assigns_anew(line)) return;
    const Datum day = line.datum("Ingangsdatum").value_or(kGeenBegin);
    const std::string_view code = line.tekst("Product/Code"), party = contracten_.partij(agb_, day);
    // That a product is unknown is for the list of the standard to say.
    if (!code.empty() && contracten_.product(code) == nullptr) return;
    const std::string_view service = contracten_.dienst(code, line.tekst("Product/Categorie"));
    if (service.empty()) {
      // A category of more services, or none: then at least some contract must be there.
      if (contracten_.contracten_van(party, gemeente_, day).empty()) no_contract(line, party, service, day);
      return;
    }
    const Contract* contract = contracten_.contract(party, service, gemeente_, day);
    if (contract == nullptr) return no_contract(line, party, service, day);
    const Contract::Vorm* form = contract->vorm(day);
    const iwmo::Deel size = line["Omvang"] ? line["Omvang"] : line["Budget"];
    if (form == nullptr || form->variant != "taakgericht" || !size) return;
    meld(size, "TAAKGERICHT",
         fmt::format("Contract {} is op {} taakgericht, en deze toewijzing noemt een {}.", contract->nummer,
                     format_datum(day), line["Omvang"] ? "omvang" : "budget"),
         "Onder een taakgerichte opdracht bepaalt de aanbieder hoe intensief de begeleiding is (uitvoeringsvariant "
         "taakgericht; register contractvormen).",
         "Wijs toe zonder omvang en zonder budget.");
  }

  iwmo::Berichtbevindingen take() { return std::move(found_); }

 private:
  /// Something else than a new end.
  bool assigns_anew(iwmo::Deel line) const {
    if (line.tekst("RedenWijziging") == "13") return false;
    const iwmo::Toewijzing* known = stand_.archief().toewijzing(gemeente_, line.getal("ToewijzingNummer").value_or(0));
    return known == nullptr || known->aanbieder != agb_ || known->ingangsdatum != line.datum("Ingangsdatum") ||
           known->categorie != line.tekst("Product/Categorie") || known->code != line.tekst("Product/Code") ||
           known->volume != line.getal("Omvang/Volume") || known->budget_cent != line.getal("Budget");
  }

  void no_contract(iwmo::Deel line, std::string_view party, std::string_view service, Datum day) {
    const std::string what = service.empty() ? "" : fmt::format(" voor {}", service);
    const std::string_view main = contracten_.hoofdaannemer(agb_, service, day);
    if (!main.empty() && main != party)
      return meld(line, "ONDERAANNEMER",
                  fmt::format("AGB {} is op {} onderaannemer van {}{} en heeft zelf geen contract.", agb_,
                              format_datum(day), main, what),
                  "Een toewijzing gaat naar wie het contract heeft; hij laat de onderaannemer leveren (registers "
                  "aanbieders en onderaannemers).",
                  fmt::format("Wijs toe aan een AGB-code van {}.", main));
    meld(line, "CONTRACT",
         fmt::format("{} heeft op {} geen contract{} in {}.",
                     party.empty() ? fmt::format("AGB {}", agb_) : std::string(party), format_datum(day), what,
                     contracten_.gemeente(gemeente_)),
         "Er wordt toegewezen aan een aanbieder met een contract voor de dienst dat op de ingangsdatum geldt "
         "(registers contracten en contractgemeenten).",
         "Wijs toe aan een aanbieder met een contract, of laat het contract in het register opnemen.");
  }

  void meld(iwmo::Deel at, std::string code, std::string text, std::string rule, std::string remedy) {
    found_.push_back(
        {std::move(code), 4, "", at.pad(), at.regel(), std::move(text), std::move(rule), std::move(remedy), {}});
  }

  const Stand& stand_;
  const Contracten& contracten_;
  std::string_view agb_, gemeente_;
  iwmo::Berichtbevindingen found_;
};

}  // namespace

iwmo::Berichtbevindingen toets_toewijzing(const iwmo::Boom& toewijzing, const Stand& stand,
                                          const Contracten& contracten) {
  if (contracten.is_leeg()) return {};
  Toets toets(toewijzing, stand, contracten);
  for (const iwmo::Deel line : toewijzing["Client/ToegewezenProducten"].delen()) toets.line(line);
  return toets.take();
}

}  // namespace zorgkader::dossier
