// One line after another; every reason is told.
#include "dossier/contracttoets.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "iwmo/regelhulp.hpp"
#include "iwmo/toetsing.hpp"

namespace zorgkader::dossier {
namespace {

/// Whole years on a day.
int age_on(Datum born, Datum day) {
  const std::chrono::year_month_day a(born), b(day);
  const bool before_birthday = std::pair(b.month(), b.day()) < std::pair(a.month(), a.day());
  return static_cast<int>(b.year()) - static_cast<int>(a.year()) - (before_birthday ? 1 : 0);
}

class Toets {
 public:
  Toets(const iwmo::Boom& declaratie, const Stand& stand, const Contracten& contracten)
      : stand_(stand),
        contracten_(contracten),
        agb_(iwmo::aanbieder_van(declaratie.wortel())),
        gemeente_(iwmo::gemeente_van(declaratie.wortel())) {}

  void line(iwmo::Deel prestatie, std::string_view bsn) {
    const Datum day = prestatie.datum("ProductPeriode/Begindatum").value_or(kGeenBegin);
    const std::string_view code = prestatie.tekst("ProductCode");
    const Productsoort* product = contracten_.product(code);
    // That a product is unknown is for the list of the standard to say (TR381).
    if (product == nullptr) return;
    check_age(prestatie, *product, bsn, day);
    const std::string_view party = contracten_.partij(agb_, day);
    if (const auto* all_in = holds_already(party, *product, day))
      return meld(
          prestatie, "INBEGREPEN",
          fmt::format("Product {} is op {} inbegrepen in wat contract {} al betaalt ({}).", product->code,
                      format_datum(day), all_in->nummer, all_in->vorm(day)->bekostiging),
          "Naast een tarief dat alles dekt, worden geen andere kosten betaald (register contractvormen, inbegrepen).",
          "Trek de regel in; deze kosten zitten in het tarief.");
    const Contract* contract = contracten_.contract(party, product->dienst, gemeente_, day);
    if (contract == nullptr)
      return meld(prestatie, "CONTRACT",
                  fmt::format("{} heeft op {} geen contract voor {} in {}.",
                              party.empty() ? fmt::format("AGB {}", agb_) : std::string(party), format_datum(day),
                              product->dienst, contracten_.gemeente(gemeente_)),
                  "Een prestatie wordt betaald op grond van een contract dat op die dag geldt (registers contracten en "
                  "contractgemeenten).",
                  "Declareer over dagen waarop het contract geldt, of laat het contract in het register opnemen.");
    const Contract::Vorm* vorm = contract->vorm(day);
    if (vorm != nullptr && vorm->variant == "taakgericht")
      return meld(prestatie, "TAAKGERICHT",
                  fmt::format("Contract {} is op {} taakgericht en wordt niet per client betaald, maar met een {}.",
                              contract->nummer, format_datum(day), vorm->bekostiging),
                  "Bij een taakgerichte opdracht vervallen declaraties per client (uitvoeringsvariant taakgericht; "
                  "register contractvormen).",
                  "Trek de regel in; de vergoeding zit in het bedrag dat is afgesproken.");
    check_ceiling(prestatie, *contract, day);
  }

  /// What the provider takes back makes room, for lines in the same message too: a line is corrected by a credit line
  /// and a new one. Only a line that counts can be taken back.
  void credit(iwmo::Deel prestatie) {
    bool counts = false;
    const std::string_view previous = prestatie.tekst("ProductReferentie/VorigReferentieNummer");
    for (const auto& line : stand_.archief().prestaties_met(agb_, previous)) counts = counts || line.telt();
    if (!counts) return;
    const Datum day = prestatie.datum("ProductPeriode/Begindatum").value_or(kGeenBegin);
    const Productsoort* product = contracten_.product(prestatie.tekst("ProductCode"));
    if (product == nullptr) return;
    const Contract* contract = contracten_.contract(contracten_.partij(agb_, day), product->dienst, gemeente_, day);
    if (contract != nullptr) spent(*contract, year_of(day)) -= prestatie.getal("IngediendBedrag/Bedrag").value_or(0);
  }

  iwmo::Berichtbevindingen take() { return std::move(found_); }

 private:
  void check_age(iwmo::Deel prestatie, const Productsoort& product, std::string_view bsn, Datum day) {
    if (!product.minimumleeftijd && !product.maximumleeftijd) return;
    const Standrij* client = stand_.registers().find("clienten", {std::string(gemeente_), std::string(bsn)});
    const auto born = client == nullptr ? std::nullopt : client->datum("geboortedatum");
    if (!born) return;
    const int age = age_on(*born, day);
    const bool young = product.minimumleeftijd && age < *product.minimumleeftijd;
    const bool old = product.maximumleeftijd && age > *product.maximumleeftijd;
    if (young || old)
      meld(prestatie, "LEEFTIJD",
           fmt::format("De client is op {} {} jaar; product {} is er {} {} jaar.", format_datum(day), age, product.code,
                       young ? "vanaf" : "tot en met", young ? *product.minimumleeftijd : *product.maximumleeftijd),
           "Een product wordt betaald voor de leeftijd waarvoor het bestemd is (register producten).",
           "Declareer het product dat bij de leeftijd hoort, op een toewijzing daarvoor.");
  }

  /// The contract of this party that covers the cost of this product in another price.
  const Contract* holds_already(std::string_view party, const Productsoort& product, Datum day) const {
    for (const Contract* contract : contracten_.contracten_van(party, gemeente_, day)) {
      const Contract::Vorm* vorm = contract->vorm(day);
      if (vorm == nullptr) continue;
      const auto covers = [&](const std::string& word) { return word == product.code || word == product.categorie; };
      if (std::any_of(vorm->inbegrepen.begin(), vorm->inbegrepen.end(), covers)) return contract;
    }
    return nullptr;
  }

  /// Only what is not assigned line by line: a toewijzing with a volume or a budget is always paid (model contract,
  /// art. 1.5). Lines above in the same message count.
  void check_ceiling(iwmo::Deel prestatie, const Contract& contract, Datum day) {
    if (!contract.bestedingsruimte_cent) return;
    const int year = year_of(day);
    std::int64_t& before = spent(contract, year);
    const std::int64_t amount = prestatie.getal("IngediendBedrag/Bedrag").value_or(0);
    const auto* toewijzing = stand_.archief().toewijzing(gemeente_, prestatie.getal("ToewijzingNummer").value_or(0));
    const bool assigned = toewijzing != nullptr && (toewijzing->volume || toewijzing->budget_cent);
    if (!assigned && before + amount > *contract.bestedingsruimte_cent)
      return meld(
          prestatie, "BESTEDINGSRUIMTE",
          fmt::format("De bestedingsruimte van contract {} in {} is {}; daarvan is {} gebruikt, en deze regel is "
                      "{}.",
                      contract.nummer, year, iwmo::in_euro(*contract.bestedingsruimte_cent), iwmo::in_euro(before),
                      iwmo::in_euro(amount)),
          "Boven de bestedingsruimte van een kalenderjaar wordt alleen betaald na een schriftelijke afspraak "
          "(Contractstandaard Wmo, art. 1.5; register contracten).",
          "Vraag de gemeente om de bestedingsruimte aan te passen, en declareer daarna opnieuw.");
    before += amount;
  }

  /// Of all legal persons of the party together.
  std::int64_t& spent(const Contract& contract, int year) {
    const auto [at, fresh] = spent_.try_emplace({contract.nummer, year}, 0);
    if (fresh) at->second = besteed(contract, year, stand_, contracten_);
    return at->second;
  }

  void meld(iwmo::Deel at, std::string code, std::string text, std::string rule, std::string remedy) {
    found_.push_back(
        {std::move(code), 4, "0611", at.pad(), at.regel(), std::move(text), std::move(rule), std::move(remedy), {}});
  }

  const Stand& stand_;
  const Contracten& contracten_;
  std::string_view agb_, gemeente_;
  std::map<std::pair<std::string, int>, std::int64_t> spent_;
  iwmo::Berichtbevindingen found_;
};

}  // namespace

std::int64_t besteed(const Contract& contract, int jaar, const Stand& stand, const Contracten& contracten) {
  const auto where = contract.gemeenten.find(stand.gemeente());
  if (where == contract.gemeenten.end()) return 0;
  const std::chrono::year year(jaar);
  const auto valid = common_days(contract.looptijd, where->second);
  const auto days = valid ? common_days({Datum(year / 1 / 1), Datum(year / 12 / 31)}, *valid) : valid;
  if (!days) return 0;
  std::int64_t out = 0;
  for (const std::string& agb : contracten.agb_codes(contract.aanbieder)) {
    for (const Productsoort& product : contracten.producten(contract.dienst))
      out += stand.archief().besteed(agb, product.code, *days);
  }
  return out;
}

iwmo::Berichtbevindingen toets_contract(const iwmo::Boom& declaratie, const Stand& stand,
                                        const Contracten& contracten) {
  if (contracten.is_leeg()) return {};
  Toets toets(declaratie, stand, contracten);
  const auto each_line = [&](const auto& take) {
    for (const iwmo::Deel client : declaratie["Declaratie/Clienten"].delen()) {
      for (const iwmo::Deel line : client["Prestaties"].delen()) take(line, client.tekst("Bsn"));
    }
  };
  each_line([&](iwmo::Deel line, std::string_view) {
    if (iwmo::is_credit(line)) toets.credit(line);
  });
  each_line([&](iwmo::Deel line, std::string_view bsn) {
    if (!iwmo::is_credit(line)) toets.line(line, bsn);
  });
  return toets.take();
}

iwmo::Berichtbevindingen judge(const iwmo::Boom& bericht, const Stand& stand, const Contracten& contracten,
                               const iwmo::Lijsten& lijsten, Datum nu) {
  iwmo::Berichtbevindingen out = iwmo::judge(bericht, {4, &stand.archief(), &lijsten, nu});
  const bool inside = std::any_of(out.begin(), out.end(), [](const auto& b) { return b.niveau <= 2; });
  if (inside || bericht.soort().nummer != 323) return out;
  for (auto& found : toets_contract(bericht, stand, contracten)) out.push_back(std::move(found));
  return out;
}

}  // namespace zorgkader::dossier
