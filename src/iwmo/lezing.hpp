// Lezing: what the two ways of reading a message share while they read it.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "iwmo/vormtoets.hpp"

namespace zorgkader::iwmo {

struct Lezing {
  const Leesgrenzen& grenzen;
  const std::function<void(Deel)>& op_client;
  Gelezen out{nullptr, Boom(release_3_2().berichten.front()), {}, 0, 0};
  std::optional<Vormtoets> toets = {};
  int regel = 1;
  bool gestopt = false;

  /// A fault after which nothing of the file can be trusted.
  void stop(std::string code, std::string tekst, std::string herstel = {}) {
    if (gestopt) return;
    gestopt = true;
    out.bevindingen.push_back(make_bevinding(std::move(code), "Bericht", regel, std::move(tekst), std::move(herstel)));
  }

  /// The first element is that of a message of this release.
  void begin(const Berichtsoort& soort) {
    out.soort = &soort;
    out.boom = Boom(soort);
    toets.emplace(soort, grenzen, out, op_client);
  }

  void text(std::string_view piece) {
    if (!toets->text(piece, regel))
      stop("XML", "Een waarde is langer dan " + std::to_string(grenzen.waarde_bytes) + " bytes.");
  }
};

}  // namespace zorgkader::iwmo
