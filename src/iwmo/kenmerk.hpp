// Berichtkenmerk: by what a message and its answers know each other.
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "iwmo/boom.hpp"

namespace zorgkader::iwmo {

/// Kind, sender, receiver, Identificatie and Dagtekening of a message; of an answer those of what it answers.
struct Berichtkenmerk {
  int soort = 0;
  std::string afzender, ontvanger, identificatie, dagtekening;
  friend auto operator<=>(const Berichtkenmerk&, const Berichtkenmerk&) = default;
  template <typename Vorm>
  void serialize(Vorm& vorm) {
    vorm(soort, afzender, ontvanger, identificatie, dagtekening);
  }

  /// The two parties, whoever sends the message or its answer: a retour keeps the header of what it answers.
  const std::string& gemeente() const { return is_van_gemeente() ? afzender : ontvanger; }
  const std::string& aanbieder() const { return is_van_gemeente() ? ontvanger : afzender; }

 private:
  bool is_van_gemeente() const { return release_3_2().bericht(soort)->van == Partij::gemeente; }
};

Berichtkenmerk kenmerk_van(const Boom& bericht);
/// As much of a message as holds its header: as most programs lay it out that ends within a kilobyte.
constexpr std::size_t kBerichtbegin = 8192;
inline std::string_view begin_van(std::string_view bericht) {
  return bericht.substr(0, kBerichtbegin);
}

/// A retour, or a 325.
inline bool is_antwoord(const Berichtsoort& soort) {
  return soort.heen != 0 || soort.nummer == 325;
}
/// An answer that takes the whole message away: a retour with codes, a 325 without a DeclaratieAntwoord, which does not
/// say which number the declaration had.
bool refuses_all(const Boom& antwoord);

}  // namespace zorgkader::iwmo
