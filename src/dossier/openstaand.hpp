// Openstaand: what in the message traffic waits for someone, and until when.
#pragma once

#include <vector>

#include "dossier/stand.hpp"

namespace zorgkader::dossier {

/// Something that has to come. The day itself is in time.
struct Openstaand {
  const Dossierbericht* op = nullptr;
  std::string wat;       ///< Dutch: `WMO302 van de aanbieder`
  std::string bepaling;  ///< the rule of the standard that sets the term: `OP090`
  Datum uiterlijk{};
  bool gemeente = false;  ///< the gemeente itself must act; else it waits for the provider

  /// Working days left after `nu`, the last day included; negative: those that it is late.
  int werkdagen(Datum nu) const;
};

/// In order of the last day. Answers to messages (3 working days, a declaration 10: OP090, OP090x4), and decisions on
/// requests (5 working days, or 8 weeks when a 319 says that it is being looked into: OP274, OP346).
std::vector<Openstaand> openstaand(const Stand& stand);

}  // namespace zorgkader::dossier
