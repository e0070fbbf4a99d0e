// A derivation for people (a tree of steps) and for programs (JSON, versioned).
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "rapport/uitkomst.hpp"
#include "values/herleiding.hpp"

namespace zorgkader {

/// The asked value first, below it what it was made of, down to facts. A step that stands more than once is shown in
/// full the first time and named after that.
void write_herleiding(const Herleiding& herleiding, std::ostream& out, bool kleur);

/// {"formaat":"zorgkader-herleiding","formaatversie":1,...,"stappen":[...]}: steps in order, `van` holds their numbers
/// from 0, each below its own. Numbers are exact texts; values that do not end also have `teller` and `noemer`.
void write_herleiding_json(const Herleiding& herleiding, std::ostream& out);

/// One page with the derivation of each of these rows of an outcome, the first ones of its table.
void write_herleidingen_html(const Uitkomst& uitkomst, const std::vector<Herleiding>& each, std::ostream& out);

/// `gemeente Oost, dienst BGI`, after `before` when there are keys.
std::string key_text(const HerleidingStap& stap, const std::string& before);

/// Its value in Dutch notation, or why there is none.
std::string shown_value(const HerleidingStap& stap);

/// A fact, a cell of a table, or a parameter that is just a value: its formula would repeat it.
bool is_plain(const HerleidingStap& stap);

}  // namespace zorgkader
