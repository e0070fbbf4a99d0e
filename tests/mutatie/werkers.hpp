// Werkers: several processes that judge mutants, each replaced when it breaks off.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

namespace mutatie {

/// What became of a mutant.
enum class Lot : int {
  geweigerd,   ///< the language does not take it
  gemerkt,     ///< a case fails
  overleefd,   ///< every case still holds
  te_lang,     ///< a case took longer than its time: noticed
  afgebroken,  ///< the program itself broke off
};

struct Oordeel {
  int mutant = -1;
  Lot lot = Lot::overleefd;
  int geval = -1;
  int poging = 0;  ///< the one that the language took
};

/// Judges mutant number `mutant`, in a process of its own; `map` is an empty folder of that process.
using Keuring = std::function<Oordeel(int mutant, const std::filesystem::path& map)>;
using Voortgang = std::function<void(const Oordeel&)>;

/// A verdict for every mutant, in their order; `voortgang` hears each as it comes.
std::vector<Oordeel> keur_alle(int aantal, int processen, const Keuring& keuring, const Voortgang& voortgang);

/// Ends this process with the signal for `te_lang` when that many seconds go by; 0 calls it off.
void wekker(unsigned seconden);

}  // namespace mutatie
