// Why two runs differ: a walk from one to the other that changes one group of sources at a time (ADR 0018).
#pragma once

#include <functional>
#include <vector>

#include "engine/oorzaken.hpp"
#include "engine/run.hpp"

namespace zorgkader {

/// One of two runs that are compared: an arrangement without errors, its facts and its reference date.
struct Kant {
  const Regeling* regeling;
  const FeitenInvoer* feiten;
  Datum peildatum{};
};

/// Cells of one quantity that both runs have, with their value in each.
struct Verschilvraag {
  std::string naam;
  std::vector<SleutelKolom> sleutels;
  std::vector<Getal> van, naar;
};

/// The parts of every difference, by question and cell. `lees_a` reads the arrangement of the first run once more, for
/// the walk changes it on its way.
std::vector<std::vector<Delen>> verklaar(const Kant& a, const Kant& b, const std::function<Regeling()>& lees_a,
                                         const std::vector<Verschilvraag>& vragen);

}  // namespace zorgkader
