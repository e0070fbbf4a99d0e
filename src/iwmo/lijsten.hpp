// Lijsten: what the standard takes from elsewhere, as dated data: municipalities, products, contracts and their
// tariffs.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "values/datum.hpp"

namespace zorgkader::iwmo {

enum class Variant : std::uint8_t { inspanning, output, taakgericht };

/// A product as a contract has it.
struct Contractproduct {
  std::string aanbieder;  ///< AGB code; empty: every provider
  std::string categorie, code;
  std::string eenheid;           ///< in which it is declared
  std::int64_t tarief_cent = 0;  ///< of one `tarief_eenheid`
  std::string tarief_eenheid;    ///< `04` for an hour tariff that is declared in minutes
  Variant variant = Variant::inspanning;
  Periode geldig{kGeenBegin, kGeenEinde};
};

struct Gemeentecode {
  std::string code, naam;
  Periode geldig{kGeenBegin, kGeenEinde};
};

class Lijsten {
 public:
  std::vector<Gemeentecode> gemeenten;
  std::vector<Contractproduct> producten;

  /// Nothing said (empty list) is not the same as not on the list.
  bool knows_gemeenten() const { return !gemeenten.empty(); }
  bool knows_producten() const { return !producten.empty(); }
  bool is_gemeente(std::string_view code, Datum op) const;
  /// The product of this provider in force on a day.
  const Contractproduct* product(std::string_view aanbieder, std::string_view categorie, std::string_view code,
                                 Datum op) const;
};

}  // namespace zorgkader::iwmo
