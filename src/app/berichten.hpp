// Messages where they lie: files, folders and ZIP archives, one after another or several at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "iwmo/lezer.hpp"

namespace zorgkader {

/// A message, or what should have been one. `open` can be called more than once while the call that got it lasts.
struct Berichtbestand {
  std::string naam;                 ///< path; of an entry of an archive `archief.zip/naam.xml`
  std::optional<std::string> fout;  ///< a Dutch sentence when it cannot be read
  std::function<iwmo::Bron()> open;
  std::uintmax_t bytes = 0;  ///< of the file; of an entry of an archive its share
};

/// A file to be looked at, in the order of the call; in a folder every .xml and .zip below it, by name.
struct Berichtpad {
  std::filesystem::path pad;
  std::uintmax_t bytes = 0;
  std::optional<std::string> fout;
};

std::vector<Berichtpad> find_berichten(const std::vector<std::string>& paden);

/// Calls `take` for the message in a file or for every .xml entry of an archive.
void each_bericht(const Berichtpad& pad, const std::function<void(const Berichtbestand&)>& take);

/// How far a long run is: messages so far, and bytes of files.
struct Voortgang {
  std::size_t gedaan = 0;
  std::uintmax_t bytes = 0, totaal_bytes = 0;
};
using OpVoortgang = std::function<void(const Voortgang&)>;

/// Tells after every message how far the run over these files is.
class Berichtteller {
 public:
  Berichtteller(const std::vector<Berichtpad>& paden, OpVoortgang op);
  void add(const Berichtbestand& bestand);

 private:
  Voortgang stand_;
  OpVoortgang op_;
};

/// Runs `work(i)` for 0 <= i < count on `threads` threads and `done(i)` for the same in order on this one, never more
/// than a few dozen ahead. The first exception of either ends the run and is thrown here.
void in_order(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work,
              const std::function<void(std::size_t)>& done);

}  // namespace zorgkader
