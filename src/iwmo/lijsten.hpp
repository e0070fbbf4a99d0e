// Lijsten: what the standard takes from elsewhere, as dated data: municipalities, products, contracts and their
// tariffs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "values/datum.hpp"

namespace zorgkader::iwmo {

enum class Variant : std::uint8_t { inspanning, output, taakgericht };

/// Which variant a unit belongs to (processes: 82 and 83 are output, time units and 84 inspanning). Taakgericht has no
/// unit.
Variant variant_van(std::string_view eenheid);

/// A product as a contract has it.
struct Contractproduct {
  std::string aanbieder;  ///< AGB code; empty: every provider
  std::string categorie, code;
  std::string eenheid;                      ///< of what is declared where the toewijzing has none, and of the tariff
  std::optional<std::int64_t> tarief_cent;  ///< of one `eenheid`; 04 may be declared in 01; nothing: not agreed here
  Variant variant = Variant::inspanning;
  Periode geldig{kGeenBegin, kGeenEinde};
};

struct Gemeentecode {
  std::string code, naam;
  Periode geldig{kGeenBegin, kGeenEinde};
};

struct Lijsten {
  std::vector<Gemeentecode> gemeenten;     ///< empty: rules about municipalities are not asked
  std::vector<Contractproduct> producten;  ///< empty: rules about products and tariffs are not asked

  /// Whether the list knows the code on this day. Days before the list begins are not known to be wrong.
  bool is_gemeente(std::string_view code, Datum op) const;
  /// Whether the list knows the code on this day or before it: after a merger old toewijzingen keep their code.
  bool was_gemeente(std::string_view code, Datum op) const;
  /// The product of this provider in force on a day; a row of its own goes before one of every provider.
  const Contractproduct* product(std::string_view aanbieder, std::string_view categorie, std::string_view code,
                                 Datum op) const;
};

}  // namespace zorgkader::iwmo
