// Results as CSV: one line a value, for programs and spreadsheets.
#pragma once

#include <iosfwd>

#include "rapport/uitkomst.hpp"
#include "values/tekst.hpp"

namespace zorgkader {

/// `sleutel1;sleutel2;waarde;eenheid;status`, rows in table order, decimal point, lines end in LF, quotes as in RFC
/// 4180 where a text needs them. With several results the first column is `naam` and the key columns are the union of
/// all keys in order of first appearance.
///
/// Texts that begin with = + - or @ are left as they are, although a spreadsheet may take them for a formula: values
/// stay exact, and a program that reads them back must find what was calculated. XLSX marks them as text.
/// A disk that is full shows in the state of `out`.
void write_csv(const Berekening& berekening, std::ostream& out);

}  // namespace zorgkader
