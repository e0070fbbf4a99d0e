// Registerstand: what the registers of one log say now: per register the current row of every key.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dossier/registerblok.hpp"
#include "values/datum.hpp"
#include "values/getal.hpp"

namespace zorgkader::dossier {

/// The current row of a key, read by the names of its columns. A name that is no column is a fault in the program.
struct Standrij {
  const Registersoort* soort = nullptr;
  Registerrij rij;
  std::int64_t gebeurtenis = 0;  ///< the event that brought it
  std::int64_t corrigeert = 0;   ///< the event that brought the row it replaced; 0: it is the first

  std::string_view tekst(std::string_view kolom) const;  ///< empty where not filled
  std::optional<Datum> datum(std::string_view kolom) const;
  std::optional<Getal> getal(std::string_view kolom) const;  ///< a percentage as it is said: 3.87
  bool ja(std::string_view kolom) const;                     ///< false for `nee` and where not filled
  /// `van` to `tot`, open where not filled or where the register has no such column.
  Periode looptijd() const;

  template <typename Vorm>
  void serialize(Vorm& vorm) {
    vorm(rij.waarden, rij.regel, gebeurtenis, corrigeert);
  }
};

class Registerstand {
 public:
  /// `regio` outlives this: registers of the region are looked up there. Without it this is the state of the region.
  explicit Registerstand(const Registerstand* regio = nullptr) : regio_(regio) {}

  /// The block with only the rows that may stand: what they refer to is there, and no rule over the rows together is
  /// broken. The others become findings at their line.
  Registerblok check(Registerblok blok) const;
  /// Rows that stand become current; how many were new or different. A row that is equal to the current one changes
  /// nothing.
  std::size_t apply(const Registersoort& soort, const std::vector<Registerrij>& rijen, std::int64_t gebeurtenis);

  /// By the values of the key in the order of its columns; nothing when there is no such row. Good until apply().
  const Standrij* find(std::string_view register_naam, const std::vector<std::string>& sleutel) const;
  /// In the order in which their keys first came, until `take` returns false.
  void each(std::string_view register_naam, const std::function<bool(const Standrij&)>& take) const;
  std::size_t size(std::string_view register_naam) const { return table(register_naam).rijen.size(); }
  /// The codes that the register gemeenten has for a name.
  std::vector<std::string> gemeentecodes(std::string_view naam) const;

  /// Every row of every register of this log, those of a register in the order in which their keys came.
  template <typename Vorm>
  void save(Vorm& vorm) const {
    for (const Registersoort* soort : registersoorten()) {
      const auto found = tabellen_.find(soort->naam);
      vorm(found == tabellen_.end() ? std::vector<Standrij>() : found->second.rijen);
    }
  }
  template <typename Vorm>
  void load(Vorm& vorm) {
    for (const Registersoort* soort : registersoorten()) {
      std::vector<Standrij> rows;
      vorm(rows);
      for (Standrij& row : rows) {
        row.soort = soort;
        add(std::move(row));
      }
    }
  }

 private:
  friend class Standtoets;
  struct Tabel {
    std::vector<Standrij> rijen;
    std::unordered_map<std::string, std::size_t> per_sleutel;
    std::unordered_map<std::string, std::vector<std::size_t>>
        per_groep;  // of the rule een_tegelijk, where there is one
  };
  /// A row with a key that is not there yet.
  void add(Standrij rij);
  const Tabel& table(std::string_view register_naam) const;
  const Standrij* find_sleutel(std::string_view register_naam, const std::string& sleutel) const;

  const Registerstand* regio_;
  std::unordered_map<std::string_view, Tabel> tabellen_;
};

}  // namespace zorgkader::dossier
