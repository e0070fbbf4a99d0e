// Reads a message: streaming, one Client in memory at a time when asked, every fault against the schema with its line.
#pragma once

#include <functional>
#include <string_view>

#include "iwmo/berichtbevinding.hpp"
#include "iwmo/boom.hpp"

namespace zorgkader::iwmo {

struct Leesgrenzen {
  std::size_t bytes = 25'000'000;      ///< of a file (OP179)
  std::size_t waarde_bytes = 100'000;  ///< of one value
  int diepte = 16;                     ///< of nested elements
  std::size_t bevindingen = 1'000;     ///< of one file; the rest is counted
  bool snelspoor = true;               ///< false: every byte through libxml2; the outcome is the same
};

/// The next stretch of the file, at most a megabyte; empty at its end. It stays valid until the next call.
using Bron = std::function<std::string_view()>;
/// All of `bytes`, a stretch at a time: libxml2 takes no more than a few megabytes at once.
Bron bron_van(std::string_view bytes);

struct Gelezen {
  const Berichtsoort* soort = nullptr;  ///< nothing when the file is no message of this release
  Boom boom;                            ///< without the Clients that were handed out
  Berichtbevindingen bevindingen;       ///< level 1; empty: the message fits the schema
  std::size_t niet_getoond = 0;         ///< findings beyond the limit
  std::size_t bytes = 0;
};

/// Reads to the end or to a fault after which nothing can be trusted (not XML, a DTD, a limit). `op_client`, when
/// given, gets every Client of the message as it closes, with the header above it, and it is dropped after that.
Gelezen read_bericht(const Bron& bron, const Leesgrenzen& grenzen = {},
                     const std::function<void(Deel)>& op_client = {});

}  // namespace zorgkader::iwmo
