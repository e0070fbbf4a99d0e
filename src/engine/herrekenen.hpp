// Herrekenen: the value of a step from those of its operands, without columns, to hold against what was computed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "values/herleiding.hpp"

namespace zorgkader {

/// The outcome of som, gemiddelde, tel, min, max or product over values that are all there.
std::optional<Waarde> combine(const std::string& how, const std::vector<Waarde>& values);

/// The promise of a derivation: what its operands give is what stands in the table. A difference is a fault in the
/// program and aborts.
void check_step(const HerleidingStap& step, const std::optional<Waarde>& recomputed);

}  // namespace zorgkader
