// Rounding: the only place where a number loses digits, always because a document or a display asks for it.
#pragma once

#include <vector>

#include "values/getal.hpp"

namespace zorgkader {

/// How `rond`, `rond_omhoog` and `rond_omlaag` choose a multiple. `rekenkundig`: nearest, half away from zero.
enum class Afronding { rekenkundig, omhoog, omlaag };

/// The multiple of `veelvoud` (> 0) that the mode chooses for `x`; up and down mean towards plus and minus infinity.
/// A multiple of 0 rounds nothing, here and below.
Getal rond(const Getal& x, const Getal& veelvoud, Afronding mode = Afronding::rekenkundig);

/// Parts of `bedrag`: each part rounded to `veelvoud`, never more than what is left, the last takes what remains.
/// The parts add up to `bedrag` exactly and none has the opposite sign. `delen` >= 1.
std::vector<Getal> verdeel(const Getal& bedrag, int delen, const Getal& veelvoud);

/// `bedrag` over `gewichten` (none negative, sum > 0) in multiples of `veelvoud` by largest remainder, ties to the
/// first. The parts add up to `bedrag` exactly; what is left when `bedrag` is no multiple itself goes to the part with
/// the next largest remainder.
std::vector<Getal> naar_rato(const Getal& bedrag, const std::vector<Getal>& gewichten, const Getal& veelvoud);

/// Each part in multiples of `veelvoud` (> 0), together the nearest multiple of their sum: largest remainder, ties to
/// the first. A part that is a multiple already stays as it is.
std::vector<Getal> rond_delen(const std::vector<Getal>& delen, const Getal& veelvoud);

}  // namespace zorgkader
