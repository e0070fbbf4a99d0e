// A dossier looked through: is the chain whole, does everything open, does the state follow, and every answer. And a
// copy of it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/dossierbestand.hpp"

namespace zorgkader {

/// What was found of the log of one gemeente.
struct Logboekverdict {
  std::string gemeente;
  std::int64_t gebeurtenissen = 0;
  std::string laatste_moment;  ///< ISO; empty for an empty log
  std::string afdruk;          ///< of the last event: whoever kept it elsewhere can see that nothing was changed
  std::size_t berichten = 0, geweigerd = 0;
  std::size_t nagerekend = 0;       ///< answers of this program that were made once more
  bool hersteld = false;            ///< its momentopname was wrong, and is made again
  std::vector<std::string> fouten;  ///< Dutch sentences
};

/// A print that somebody noted down: of a gemeente, and its 64 hexadecimal characters, or the first of them.
struct Genoteerd {
  std::string gemeente, afdruk;
  friend bool operator==(const Genoteerd&, const Genoteerd&) = default;
};

struct Verificatievraag {
  Dossierpad dossier;
  std::vector<Genoteerd> genoteerd = {};
  bool herstel = false;  ///< make a momentopname again that is wrong; nothing else can be
};

/// The file itself, then every log, and whether every print that was noted is in its chain. Throws dossier::OpslagFout
/// when the dossier cannot be opened at all.
std::vector<std::string> verifieer(const Verificatievraag& vraag,
                                   const std::function<void(const Logboekverdict&)>& take);

/// A whole copy, as of now, in a new file, and then verified without the key. Nothing, or a Dutch sentence.
std::optional<std::string> maak_reservekopie(const Dossierpad& pad, const std::string& naar);

}  // namespace zorgkader
