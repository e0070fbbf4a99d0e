// Persoonstoets: whether a text that goes to all parties says who a client is.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "app/dossierstand.hpp"

namespace zorgkader {

class Persoonstoets {
 public:
  /// With the names that messages and the register persoonsgegevens give clients; without one only numbers are known.
  explicit Persoonstoets(const Dossierstand* dossier) : dossier_(dossier) {}

  /// The finding of a text with a bsn or the surname of a client; it does not repeat either. `wat`: `De rode draad van
  /// Radar`.
  std::optional<Bevinding> check(std::string_view text, const std::string& wat);

 private:
  bool has_surname(std::string_view text);
  void read_surnames();

  const Dossierstand* dossier_;
  bool is_read_ = false;
  std::set<std::string, std::less<>> namen_;  ///< surnames, at first use
};

}  // namespace zorgkader
