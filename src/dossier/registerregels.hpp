// Registerregels: the rules of a register that one row can break, made ready to be asked of many rows.
#pragma once

#include <string>
#include <vector>

#include "dossier/registersoort.hpp"

namespace zorgkader::dossier {

/// A rule that a row breaks: the column it shows in, a sentence, and the rule with its source as remedy.
struct Regelbreuk {
  std::size_t kolom = 0;
  std::string wat;
  std::string doe;
};

class Regeltoets {
 public:
  explicit Regeltoets(const Registersoort& soort);
  /// Of a row whose values are all good by themselves.
  std::vector<Regelbreuk> check(const std::vector<std::string>& waarden) const;

 private:
  struct Voorwaarde {
    std::size_t kolom = 0;
    std::string waarde;  // empty: is filled
  };
  struct Toets {
    const Registerregel* regel;
    std::vector<Voorwaarde> als;
    std::vector<std::size_t> kolommen;
  };
  void check_one(const Toets& toets, const std::vector<std::string>& waarden, std::vector<Regelbreuk>& out) const;
  void check_eerdere(const Toets& toets, std::size_t place, const std::vector<std::string>& waarden,
                     std::vector<Regelbreuk>& out) const;

  const Registersoort& soort_;
  std::vector<Toets> toetsen_;
};

/// `van` is not after `tot`: holds in every register that has both.
const Registerregel& regel_looptijd();
/// The rule that rows may not hold on the same day; nothing when the register has none.
const Registerregel* regel_een_tegelijk(const Registersoort& soort);
/// The columns that a rule names. A name that is no column is a fault in the table.
std::vector<std::size_t> kolommen_van(const Registersoort& soort, std::string_view namen);

}  // namespace zorgkader::dossier
