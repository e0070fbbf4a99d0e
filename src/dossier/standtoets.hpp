// Standtoets: one block against a state: references, and rows that may not hold on the same day.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dossier/registerregels.hpp"
#include "dossier/registerstand.hpp"

namespace zorgkader::dossier {

class Standtoets {
 public:
  Standtoets(const Registerstand& stand, Registerblok blok);
  Registerblok take();

 private:
  /// Periods of one group that have no day in common: first day to last day, and the line in the file, or 0.
  using Bezet = std::map<Datum, std::pair<Datum, std::uint32_t>>;

  void check_verwijzing(std::size_t kolom);
  void check_herkomst(std::size_t kolom);
  void check_regel(const Registerregel& regel);
  void check_groep(const std::string& groep, const std::vector<std::size_t>& rows, const Registerregel& regel);
  Bezet bezet_van(const std::string& groep, const std::vector<std::size_t>& rows) const;
  void refuse(std::size_t row, const char* code, std::string wat, std::string doe = "");
  const std::vector<std::string>& waarden(std::size_t row) const { return blok_.rijen[row].waarden; }
  std::string shown_waarde(std::size_t row, std::size_t kolom) const;

  const Registerstand& stand_;
  Registerblok blok_;
  const Registersoort& soort_;
  std::vector<bool> staat_;
  std::size_t fouten_ = 0;
};

}  // namespace zorgkader::dossier
