// Rows of registers to questions.
#include "dossier/contracten.hpp"

#include <algorithm>

#include "iwmo/boom.hpp"

namespace zorgkader::dossier {
namespace {

std::string both(std::string_view a, std::string_view b) {
  return std::string(a) + '\n' + std::string(b);
}

std::optional<std::int64_t> cents(std::optional<Getal> euros) {
  if (!euros) return std::nullopt;
  return (*euros * Getal(100)).as_int64();
}

std::optional<int> years(const Standrij& row, std::string_view column) {
  const auto number = iwmo::parse_getal(row.tekst(column));
  return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

template <typename Take>
void each_row(const Registerstand& regio, std::string_view name, Take take) {
  regio.each(name, [&](const Standrij& row) {
    take(row);
    return true;
  });
}

/// What an addendum says binds nobody before it is signed (Ontwikkeling strategisch partnerschap Wmo begeleiding 2022,
/// 4, Voorbehoud).
bool is_getekend(const Registerstand& regio, const Standrij& vorm) {
  const std::string addendum(vorm.tekst("addendum"));
  if (addendum.empty()) return true;
  const Standrij* found = regio.find("addenda", {addendum});
  return found != nullptr && found->datum("getekend_op");
}

/// On the days that no form has yet: those of addenda come first.
void add_form(Contract& to, const Contract::Vorm& form) {
  std::vector<Periode> left{form.geldig};
  for (const Contract::Vorm& known : to.vormen) {
    std::vector<Periode> still;
    for (const Periode& days : left) {
      for (const Periode& piece : days_without(days, known.geldig)) still.push_back(piece);
    }
    left = std::move(still);
  }
  for (const Periode& days : left) {
    to.vormen.push_back(form);
    to.vormen.back().geldig = days;
  }
}

}  // namespace

const Contract::Vorm* Contract::vorm(Datum op) const {
  const auto found = std::find_if(vormen.begin(), vormen.end(), [&](const Vorm& v) { return v.geldig.contains(op); });
  return found == vormen.end() ? nullptr : &*found;
}

bool Contract::holds(std::string_view gemeente, Datum op) const {
  const auto where = gemeenten.find(std::string(gemeente));
  return looptijd.contains(op) && where != gemeenten.end() && where->second.contains(op);
}

std::tuple<bool, Datum, std::string_view> Contract::rank(Datum op) const {
  const Vorm* form = vorm(op);
  return {form != nullptr && form->variant == "taakgericht", looptijd.van, nummer};
}

Contracten::Contracten(const Registerstand& regio) {
  each_row(regio, "gemeenten", [&](const Standrij& row) {
    gemeenten_[std::string(row.tekst("code"))] = row.tekst("naam");
    lijsten_.gemeenten.push_back({std::string(row.tekst("code")), std::string(row.tekst("naam")), row.looptijd()});
  });
  read_partijen(regio);
  read_contracten(regio);
  read_producten(regio);
}

void Contracten::read_partijen(const Registerstand& regio) {
  each_row(regio, "aanbieders", [&](const Standrij& row) {
    const std::string agb(row.tekst("agb")), party(row.tekst("aanbieder"));
    naam_[agb] = row.tekst("naam");
    rol_[agb] = row.tekst("rol");
    if (row.tekst("rol") == "onderaannemer") return onderaannemers_[agb].push_back({party, "", row.looptijd()});
    partij_[agb].emplace_back(row.looptijd(), party);
    agb_[party].push_back(agb);
  });
  each_row(regio, "onderaannemers", [&](const Standrij& row) {
    onderaannemers_[std::string(row.tekst("agb"))].push_back(
        {std::string(row.tekst("aanbieder")), std::string(row.tekst("dienst")), row.looptijd()});
  });
}

void Contracten::read_contracten(const Registerstand& regio) {
  std::map<std::string, std::size_t> place;
  each_row(regio, "contracten", [&](const Standrij& row) {
    Contract made{std::string(row.tekst("contract")),
                  std::string(row.tekst("aanbieder")),
                  std::string(row.tekst("dienst")),
                  {row.datum("ingangsdatum").value_or(kGeenBegin), row.datum("einddatum").value_or(kGeenEinde)},
                  {},
                  {},
                  cents(row.getal("bestedingsruimte")),
                  row.getal("signaal")};
    place[made.nummer] = contracten_.size();
    per_partij_[both(made.aanbieder, made.dienst)].push_back(contracten_.size());
    contracten_.push_back(std::move(made));
  });
  each_row(regio, "contractgemeenten", [&](const Standrij& row) {
    const auto at = place.find(std::string(row.tekst("contract")));
    if (at != place.end()) contracten_[at->second].gemeenten[std::string(row.tekst("gemeente"))] = row.looptijd();
  });
  const auto add_forms = [&](bool of_addenda) {
    each_row(regio, "contractvormen", [&](const Standrij& row) {
      const auto at = place.find(std::string(row.tekst("contract")));
      if (at == place.end() || row.tekst("addendum").empty() == of_addenda || !is_getekend(regio, row)) return;
      add_form(contracten_[at->second], {std::string(row.tekst("variant")), std::string(row.tekst("bekostiging")),
                                         words_of(row.tekst("inbegrepen")), row.looptijd()});
    });
  };
  add_forms(true);
  add_forms(false);
}

void Contracten::read_producten(const Registerstand& regio) {
  each_row(regio, "producten", [&](const Standrij& row) {
    Productsoort made{std::string(row.tekst("code")),    std::string(row.tekst("categorie")),
                      std::string(row.tekst("dienst")),  std::string(row.tekst("schema")),
                      std::string(row.tekst("eenheid")), years(row, "minimumleeftijd"),
                      years(row, "maximumleeftijd"),     row.looptijd()};
    // A row without a tariff: the product exists, also for who has no price agreed.
    const std::string code = made.code;
    lijsten_.producten.push_back(
        {"", made.categorie, made.code, made.eenheid, std::nullopt, variant("", made, made.geldig.van), made.geldig});
    per_dienst_[made.dienst].push_back(made);
    const auto [at, fresh] = per_categorie_.try_emplace(made.categorie, made.dienst);
    if (!fresh && at->second != made.dienst) at->second.clear();
    producten_.emplace(code, std::move(made));
  });
  each_row(regio, "tarieven", [&](const Standrij& row) { add_tarief(row); });
}

void Contracten::add_tarief(const Standrij& row) {
  const Productsoort* product = this->product(row.tekst("code"));
  if (product == nullptr) return;
  const std::string party(row.tekst("aanbieder"));
  const Periode valid = row.looptijd();
  if (row.tekst("status") == "voorlopig") voorlopig_[product->code].emplace_back(party, valid);
  const iwmo::Variant how = variant(party, *product, valid.van);
  const auto add = [&](const std::string& agb) {
    lijsten_.producten.push_back({agb, product->categorie, product->code, std::string(row.tekst("eenheid")),
                                  cents(row.getal("tarief")), how, valid});
  };
  if (party.empty()) return add("");
  const auto agbs = agb_.find(party);
  if (agbs == agb_.end()) return;
  for (const std::string& agb : agbs->second) add(agb);
}

/// As the contract says on the day; without a contract the unit says it.
iwmo::Variant Contracten::variant(std::string_view partij, const Productsoort& product, Datum op) const {
  const auto found = per_partij_.find(both(partij, product.dienst));
  if (found != per_partij_.end()) {
    for (const std::size_t at : found->second) {
      const Contract::Vorm* vorm = contracten_[at].vorm(op);
      if (vorm == nullptr) continue;
      if (vorm->variant == "taakgericht") return iwmo::Variant::taakgericht;
      return vorm->variant == "outputgericht" ? iwmo::Variant::output : iwmo::Variant::inspanning;
    }
  }
  return product.eenheid.empty() ? iwmo::Variant::taakgericht : iwmo::variant_van(product.eenheid);
}

std::string_view Contracten::partij(std::string_view agb, Datum op) const {
  const auto found = partij_.find(agb);
  if (found == partij_.end()) return {};
  for (const auto& [valid, party] : found->second) {
    if (valid.contains(op)) return party;
  }
  return {};
}

std::string_view Contracten::partij_of_code(std::string_view agb, Datum op) const {
  const std::string_view found = partij(agb, op);
  return found.empty() ? agb : found;
}

std::string_view Contracten::rechtspersoon(std::string_view agb) const {
  const auto found = naam_.find(agb);
  return found == naam_.end() ? agb : std::string_view(found->second);
}

std::string_view Contracten::rol(std::string_view agb) const {
  const auto found = rol_.find(agb);
  return found == rol_.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view Contracten::hoofdaannemer(std::string_view agb, std::string_view dienst, Datum op) const {
  const auto found = onderaannemers_.find(agb);
  if (found == onderaannemers_.end()) return {};
  for (const Onderaanneming& one : found->second) {
    const bool fits = dienst.empty() || one.dienst.empty() || one.dienst == dienst;
    if (fits && one.geldig.contains(op)) return one.hoofdaannemer;
  }
  return {};
}

const Productsoort* Contracten::product(std::string_view code) const {
  const auto found = producten_.find(code);
  return found == producten_.end() ? nullptr : &found->second;
}

std::string_view Contracten::dienst(std::string_view code, std::string_view categorie) const {
  if (const Productsoort* found = product(code)) return found->dienst;
  const auto found = per_categorie_.find(categorie);
  return code.empty() && found != per_categorie_.end() ? std::string_view(found->second) : std::string_view();
}

const std::vector<Productsoort>& Contracten::producten(std::string_view dienst) const {
  static const std::vector<Productsoort> none;
  const auto found = per_dienst_.find(dienst);
  return found == per_dienst_.end() ? none : found->second;
}

const std::vector<std::string>& Contracten::agb_codes(std::string_view partij) const {
  static const std::vector<std::string> none;
  const auto found = agb_.find(partij);
  return found == agb_.end() ? none : found->second;
}

const Contract* Contracten::contract(std::string_view partij, std::string_view dienst, std::string_view gemeente,
                                     Datum op) const {
  const auto found = per_partij_.find(both(partij, dienst));
  if (found == per_partij_.end()) return nullptr;
  const Contract* out = nullptr;
  for (const std::size_t at : found->second) {
    const Contract& contract = contracten_[at];
    if (contract.holds(gemeente, op) && (out == nullptr || contract.rank(op) > out->rank(op))) out = &contract;
  }
  return out;
}

std::vector<const Contract*> Contracten::contracten_van(std::string_view partij, std::string_view gemeente,
                                                        Datum op) const {
  std::vector<const Contract*> out;
  for (const Contract& contract : contracten_) {
    if (contract.aanbieder == partij && contract.holds(gemeente, op)) out.push_back(&contract);
  }
  return out;
}

bool Contracten::is_voorlopig(std::string_view code, std::string_view partij, Datum op) const {
  const auto found = voorlopig_.find(code);
  return found != voorlopig_.end() && std::any_of(found->second.begin(), found->second.end(), [&](const auto& tariff) {
           return (tariff.first.empty() || tariff.first == partij) && tariff.second.contains(op);
         });
}

std::string_view Contracten::gemeente(std::string_view code) const {
  const auto found = gemeenten_.find(code);
  return found == gemeenten_.end() ? code : std::string_view(found->second);
}

}  // namespace zorgkader::dossier
