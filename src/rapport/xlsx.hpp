// Results as an XLSX workbook.
#pragma once

#include <cstdint>
#include <string>

#include "rapport/uitkomst.hpp"
#include "values/bevinding.hpp"

namespace zorgkader {

/// A sheet `Overzicht`, then one for each quantity with the columns of the CSV in row 1. Numbers of a workbook are
/// doubles: a value with more than 15 significant digits, or whose expansion does not end, is written as text, and the
/// column `exact`, there only when needed, gives it as a fraction in lowest terms (ADR 0005). A percentage is its
/// number with a percent format; as text it ends in `%`.
///
/// The same results give the same bytes. Writes beside `pad` first and renames: on failure `pad` is as it was. Gives
/// the size of the file.
Result<std::uintmax_t> write_xlsx(const Berekening& berekening, const std::string& pad);

}  // namespace zorgkader
