// A fact as the file that an arrangement reads it from.
#pragma once

#include <iosfwd>

#include "values/tabel.hpp"

namespace zorgkader {

/// CSV that gives the same table when it is read as facts: keys, `waarde`, and `bron`, `peildatum` and `status` where
/// rows have them. False when a value has no decimal text: then the file is of no use.
bool write_feitbestand(const Tabel& tabel, std::ostream& out);

}  // namespace zorgkader
