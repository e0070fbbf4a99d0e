// Registerblok: the rows of one delivery of a register that stand, and what is wrong with the others.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "dossier/registersoort.hpp"
#include "values/bevinding.hpp"
#include "values/datum.hpp"

namespace zorgkader::dossier {

struct Registerrij {
  std::vector<std::string> waarden;  ///< in the order of the columns of its register; empty where not filled
  std::uint32_t regel = 0;           ///< line of the file, or row of the sheet
  friend bool operator==(const Registerrij&, const Registerrij&) = default;
};

struct Registerblok {
  const Registersoort* soort = nullptr;
  std::string bestand;
  std::string blad;  ///< empty for CSV
  std::vector<Registerrij> rijen;
  std::vector<std::size_t> afwezig;  ///< columns that the file does not have
  Bevindingen bevindingen;
  std::size_t geweigerd = 0;  ///< rows that do not stand
};

/// The values of the key as one text; no value holds the NUL that separates them.
std::string sleutel_van(const Registersoort& soort, const std::vector<std::string>& waarden);
/// The values of these columns as one text, in the same way.
std::string waarden_van(const std::vector<std::size_t>& kolommen, const std::vector<std::string>& waarden);
/// `van` to `tot`, open where not filled or where the register has no such column.
Periode looptijd_van(const Registersoort& soort, const std::vector<std::string>& waarden);
/// `gemeente 0935, plan P1`: for people. A bsn is not shown.
std::string sleutel_tekst(const Registersoort& soort, const std::vector<std::string>& waarden);
/// The rows of a block of a register of persons, by gemeente.
std::vector<std::pair<std::string, Registerblok>> split_per_gemeente(const Registerblok& blok);

}  // namespace zorgkader::dossier
