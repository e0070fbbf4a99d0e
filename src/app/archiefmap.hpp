// Archiefmap: a folder of earlier messages and their answers as an archive.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "app/berichten.hpp"
#include "app/toetsbronnen.hpp"
#include "iwmo/berichtenarchief.hpp"
#include "iwmo/kenmerk.hpp"

namespace zorgkader {

/// Messages in the order that they say themselves, whatever their files are called; one that its return message refuses
/// is left out (ADR 0022).
class Archiefmap {
 public:
  explicit Archiefmap(const std::string& map);
  /// What cannot be read or fails level 1 or 2, and was not refused for it: the archive is worth nothing then.
  std::vector<Berichtverdict> fouten() const;
  void fill(iwmo::Berichtenarchief& archief);

 private:
  /// What came with one Berichtkenmerk.
  struct Verkeer {
    std::size_t berichten = 0, aangenomen = 0, afgewezen = 0;
  };
  /// First by stage and day; the rest makes that the names of files say nothing.
  using Volgorde = std::tuple<int, Datum, bool, iwmo::Berichtkenmerk>;
  struct Bericht {
    Volgorde volgorde;
    iwmo::Boom boom;
  };
  struct Fout {
    iwmo::Berichtkenmerk kenmerk;
    Berichtverdict verdict;
  };

  static Volgorde volgorde_van(const iwmo::Boom& boom);
  void take(const Berichtbestand& bestand);
  void count(const iwmo::Boom& boom);
  bool is_left_out(const iwmo::Boom& boom) const;

  std::vector<Bericht> berichten_;
  std::vector<Fout> fouten_;
  std::map<iwmo::Berichtkenmerk, Verkeer> verkeer_;
};

}  // namespace zorgkader
