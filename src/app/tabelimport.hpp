// Tabelimport: files of registers and of facts into the logs they belong to.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "dossier/regio.hpp"
#include "dossier/stand.hpp"
#include "values/bevinding.hpp"

namespace zorgkader {

/// What became of the rows of one register in one file, or of one file with facts.
struct Tabeluitslag {
  std::string bestand, blad;  ///< sheet; empty for CSV
  std::string wat;            ///< name of the register; `feiten`; empty when the file could not be read
  std::size_t nieuw = 0;      ///< rows that were not there, or were different
  std::size_t gelijk = 0;     ///< rows that were there already
  std::size_t geweigerd = 0;
  Bevindingen bevindingen;
};

/// A file with tables, for a person `bestand` and in memory `bytes`.
struct Tabelbestand {
  std::string bestand, bytes;
};

class Tabelimport {
 public:
  /// Records an event in a log: that of the region, or of a gemeente.
  using Vastleggen =
      std::function<const dossier::Gebeurtenis&(const std::string& log, std::string_view soort, std::string inhoud)>;
  using Standzoeker = std::function<dossier::Stand&(const std::string& gemeente)>;
  Tabelimport(dossier::Regio& regio, Standzoeker stand, Vastleggen record)
      : regio_(regio), stand_(std::move(stand)), record_(std::move(record)) {}

  /// Registers go in so that none comes before one that it refers to; what is no register is facts.
  std::vector<Tabeluitslag> add(const std::vector<Tabelbestand>& bestanden);

 private:
  Tabeluitslag add_register(const dossier::Registerblok& blok);
  void add_rows(Tabeluitslag& out, const std::string& log, dossier::Registerstand& registers,
                dossier::Registerblok blok);
  Tabeluitslag add_facts(const Tabelbestand& file);
  void refuse_contradictions(dossier::Registerblok& blok);

  struct Geleverd {
    std::string waar;  ///< file and sheet
    std::vector<std::string> waarden;
  };

  dossier::Regio& regio_;
  Standzoeker stand_;
  Vastleggen record_;
  std::map<const dossier::Registersoort*, std::size_t> leveringen_;  ///< files and sheets with this register
  std::map<std::string, Geleverd> geleverd_;                         ///< by register and key
};

}  // namespace zorgkader
