// The checks of a whole arrangement: names, forms, keys, order of computation, use.
#pragma once

#include "regeling/regeling.hpp"

namespace zorgkader {

/// Completes the arrangement for running: resolves names, forms and keys, and puts it in order of computation.
void check_regeling(Regeling& regeling, Bevindingen& found);

/// Puts `--zet` values and scenarios in the place of the parameters they name.
void apply_opties(Regeling& regeling, const Opties& opties, Bevindingen& found);

}  // namespace zorgkader
