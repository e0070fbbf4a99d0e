// Results as JSON for programs: format `zorgkader-uitkomst`, version 1.
#pragma once

#include <iosfwd>

#include "rapport/uitkomst.hpp"

namespace zorgkader {

/// One object, a line for each row of a table. Numbers are strings and exact (ADR 0005); a percentage is written a
/// hundredfold, as people see it, with `eenheid` `%`. When a decimal expansion does not end, `waarde` has 20
/// significant digits and `teller` and `noemer` give the value itself in lowest terms: for a third as percentage 1 and
/// 3, not 100 and 3. ja/nee is a JSON boolean, a date an ISO string; `eenheid` is empty for what is no number.
/// `verwijzing` is what `herleid` takes; `opdracht` and `vingerafdruk` are what `verschil` repeats the run with.
/// A disk that is full shows in the state of `out`.
void write_json(const Berekening& berekening, std::ostream& out);

}  // namespace zorgkader
