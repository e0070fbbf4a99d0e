// Sources of figures inside a document: parameters, tables and properties of members, taken over from another document.
#pragma once

#include "engine/oorzaken.hpp"
#include "engine/run.hpp"

namespace zorgkader {

/// Same keys by name, same kind and unit, and members of the same key.
bool zelfde_vorm(const Regeling& a, const Grootheid& g, const Regeling& b, const Grootheid& h);

/// Gives `mengsel`, which began as `a`, the values that `b` has for every source with this cause. What `b` has in
/// another form, and members that `mengsel` does not know, stay as they are. `run_b` computes parameters of `b`. False
/// when nothing changed.
bool neem_bronnen_over(Regeling& mengsel, const Regeling& a, Run& run_b, Verschiloorzaak oorzaak);

}  // namespace zorgkader
