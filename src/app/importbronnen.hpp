// Importbronnen: files, folders and archives as messages one by one, in the order in which they were exchanged.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/tijdelijkemap.hpp"
#include "iwmo/kenmerk.hpp"
#include "iwmo/lezer.hpp"

namespace zorgkader {

/// A file to be read, by what its first bytes say.
struct Importbron {
  std::string naam;           ///< as the user knows it; of an entry of an archive `archief.zip/naam.xml`
  std::filesystem::path pad;  ///< where its bytes lie now
  std::uintmax_t bytes = 0;
  std::optional<std::string> fout;  ///< a Dutch sentence when there is nothing to read
  const iwmo::Berichtsoort* soort = nullptr;
  iwmo::Berichtkenmerk kenmerk;
  bool weigert = false;  ///< an answer that takes the whole of its message away
};

/// The bytes of a source, and the message in them.
struct Ingelezen {
  std::string bytes;
  std::optional<std::string> fout;
  std::optional<iwmo::Gelezen> gelezen;
  std::string kenmerk;  ///< by its bytes
};
Ingelezen read_one(const Importbron& bron);

/// What came along with a message in the same run.
enum class Beantwoord { nee, aangenomen, afgewezen };

class Importbronnen {
 public:
  /// What is unpacked of archives is gone when this object is.
  Importbronnen(const std::vector<std::string>& paden, unsigned threads);

  /// First the answers that refuse what was recorded before, then by day; on a day requests, then other messages, then
  /// answers. What the files are called says nothing.
  const std::vector<Importbron>& bronnen() const { return bronnen_; }
  /// Files .csv and .xlsx, by name.
  const std::vector<std::filesystem::path>& tabellen() const { return tabellen_; }
  /// Whether an answer to this message is among the files: then it was answered by another program. Where messages
  /// share a kenmerk nobody can tell which of them an answer refuses, unless it refuses all.
  Beantwoord answer_of(const iwmo::Berichtkenmerk& kenmerk) const;

 private:
  struct Verkeer {
    std::size_t berichten = 0, aangenomen = 0, afgewezen = 0;
  };
  void find(const std::string& pad);
  void unpack(const std::filesystem::path& pad);
  void count(const Importbron& bron);
  void sort();

  std::optional<Tijdelijkemap> tijdelijk_;
  std::vector<Importbron> bronnen_;
  std::vector<std::filesystem::path> tabellen_;
  std::map<iwmo::Berichtkenmerk, Verkeer> verkeer_;
};

}  // namespace zorgkader
