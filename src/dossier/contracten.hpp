// Contracten: who may deliver what, where, when and how it is paid: the registers of the region, ready to be asked.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "dossier/registerstand.hpp"
#include "iwmo/lijsten.hpp"

namespace zorgkader::dossier {

struct Contract {
  std::string nummer, aanbieder, dienst;
  Periode looptijd{kGeenBegin, kGeenEinde};
  std::map<std::string, Periode> gemeenten;  ///< CBS code
  struct Vorm {
    std::string variant, bekostiging;
    std::vector<std::string> inbegrepen;  ///< categories and codes that the price holds already
    Periode geldig{kGeenBegin, kGeenEinde};
  };
  std::vector<Vorm> vormen;  ///< no two on one day: those of signed addenda go before that of the contract itself
  std::optional<std::int64_t> bestedingsruimte_cent;  ///< of a calendar year
  std::optional<Getal> signaal;                       ///< percentage of it at which the parties talk

  /// How it is carried out on a day; nothing when no form is agreed for that day.
  const Vorm* vorm(Datum op) const;
  /// Whether it counts in this gemeente (CBS code) on this day.
  bool holds(std::string_view gemeente, Datum op) const;
  /// Of more contracts of a party for one service in one gemeente the highest counts: the task-based one, for what a
  /// task covers is not paid again; then the one that began last.
  std::tuple<bool, Datum, std::string_view> rank(Datum op) const;
};

struct Productsoort {
  std::string code, categorie, dienst, schema, eenheid;
  std::optional<int> minimumleeftijd, maximumleeftijd;
  Periode geldig{kGeenBegin, kGeenEinde};
};

class Contracten {
 public:
  explicit Contracten(const Registerstand& regio);

  /// Without contracts in the register nothing can be said about them.
  bool is_leeg() const { return contracten_.empty(); }
  const std::vector<Contract>& contracten() const { return contracten_; }
  /// The party that an AGB code belongs to on a day; empty when the register does not say.
  std::string_view partij(std::string_view agb, Datum op) const;
  /// The same; the code itself when the register does not say.
  std::string_view partij_of_code(std::string_view agb, Datum op) const;
  /// Name of the legal person with this AGB code; the code itself when the register does not say.
  std::string_view rechtspersoon(std::string_view agb) const;
  /// What it is in its party: `zelf`, `lid`, `onderaannemer`; empty when the register does not say.
  std::string_view rol(std::string_view agb) const;
  /// For whom it works as a subcontractor for a service on a day, or for any service where none is asked; empty when
  /// for nobody.
  std::string_view hoofdaannemer(std::string_view agb, std::string_view dienst, Datum op) const;
  const Productsoort* product(std::string_view code) const;
  /// The service of a product; without a code that of the category, when all its products are of one service. Empty
  /// when the register does not say.
  std::string_view dienst(std::string_view code, std::string_view categorie) const;
  /// Of a service.
  const std::vector<Productsoort>& producten(std::string_view dienst) const;
  /// Of all legal persons of a party but its subcontractors.
  const std::vector<std::string>& agb_codes(std::string_view partij) const;
  /// The contract of this party for a service in a gemeente on a day; of more the one that goes first.
  const Contract* contract(std::string_view partij, std::string_view dienst, std::string_view gemeente, Datum op) const;
  /// Every contract of this party in a gemeente on a day.
  std::vector<const Contract*> contracten_van(std::string_view partij, std::string_view gemeente, Datum op) const;
  /// Whether the tariff of a product at this party on a day is not definitive yet: nothing may be paid by it.
  bool is_voorlopig(std::string_view code, std::string_view partij, Datum op) const;
  /// Name of a gemeente; its code when the register does not have it.
  std::string_view gemeente(std::string_view code) const;
  /// Municipalities, products and tariffs as the rules of the standard ask them.
  const iwmo::Lijsten& lijsten() const { return lijsten_; }

 private:
  struct Onderaanneming {
    std::string hoofdaannemer, dienst;  ///< empty: any service
    Periode geldig;
  };
  void read_partijen(const Registerstand& regio);
  void read_contracten(const Registerstand& regio);
  void read_producten(const Registerstand& regio);
  void add_tarief(const Standrij& row);
  iwmo::Variant variant(std::string_view partij, const Productsoort& product, Datum op) const;

  std::map<std::string, std::vector<std::pair<Periode, std::string>>, std::less<>> partij_;  ///< by AGB code
  std::map<std::string, std::string, std::less<>> naam_, rol_;                               ///< by AGB code
  std::map<std::string, std::vector<std::string>, std::less<>> agb_;                         ///< by party
  std::map<std::string, std::vector<Onderaanneming>, std::less<>> onderaannemers_;           ///< by AGB code
  std::map<std::string, std::string, std::less<>> gemeenten_;
  std::map<std::string, Productsoort, std::less<>> producten_;
  std::map<std::string, std::vector<Productsoort>, std::less<>> per_dienst_;
  std::map<std::string, std::string, std::less<>> per_categorie_;  ///< the one service; empty where there are more
  std::vector<Contract> contracten_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> per_partij_;                     ///< party and service
  std::map<std::string, std::vector<std::pair<std::string, Periode>>, std::less<>> voorlopig_;  ///< party, by product
  iwmo::Lijsten lijsten_;
};

}  // namespace zorgkader::dossier
