// Voorbeelden: made-up messages from a seed, good ones and ones with a single fault. No real person, no clock.
#pragma once

#include <cstdint>
#include <functional>
#include <random>
#include <span>
#include <string>
#include <string_view>

#include "iwmo/boom.hpp"

namespace zorgkader::iwmo {

/// Chance that is the same everywhere for the same seed.
class Toeval {
 public:
  explicit Toeval(std::uint64_t zaad) : bron_(zaad) {}
  /// 0 <= n < most, for most > 0.
  std::uint64_t below(std::uint64_t most) { return bron_() % most; }
  bool one_in(std::uint64_t most) { return below(most) == 0; }

 private:
  std::mt19937_64 bron_;
};

/// The n-th test BSN from 999900006 on that passes the elfproef; there are some nine thousand, then they begin again.
std::string test_bsn(std::uint64_t nummer);

/// The beginning of a message between these parties, whoever sends it.
Boom with_header(int nummer, std::string_view gemeente, std::string_view aanbieder, std::string_view id, Datum dag);

/// Any tree that fits the schema, whatever the rules say of it.
Boom random_bericht(const Berichtsoort& soort, Toeval& toeval);

/// A message without findings at levels 1 and 2, always with the same parts.
Boom good_bericht(int nummer);

/// A change that gives a good message one fault of level 2.
struct Voorbeeldfout {
  std::string_view code;
  int bericht;
  std::string_view wijziging;  ///< steps with `; ` between: `pad = waarde` below Bericht, or `- pad` to take away
  std::string_view ook = {};   ///< codes that come along unavoidably
};
std::span<const Voorbeeldfout> voorbeeldfouten();
Boom with_fout(const Voorbeeldfout& fout);

/// A year of declarations.
struct Declaratiereeks {
  std::uint64_t zaad = 1;
  int jaar = 2023;
  std::uint64_t clienten = 1000, aanbieders = 10, gemeenten = 5;
  std::uint64_t fouten_per_duizend = 0;  ///< lines with one fault, of a kind that is drawn
};

/// For every client the 301 that assigns, then month by month a 323 for each provider and municipality that share
/// clients: one message in memory at a time. The name is a file name.
void each_declaratie(const Declaratiereeks& reeks,
                     const std::function<void(const std::string& naam, const Boom& bericht)>& take);

}  // namespace zorgkader::iwmo
