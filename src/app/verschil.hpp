// verschil: why two runs differ, to the cent.
#pragma once

#include "app/opdracht.hpp"
#include "rapport/vergelijking.hpp"

namespace zorgkader {

struct VerschilAntwoord {
  Vergelijking vergelijking;
  Bevindingen bevindingen;
  bool klaar = false;  ///< both runs could be repeated
};

/// Repeats the runs of two files that `bereken --als json` wrote, and divides every difference into causes (ADR 0018).
/// Refuses when a document or its facts are not as they were.
VerschilAntwoord verschil(const std::string& a, const std::string& b);

}  // namespace zorgkader
