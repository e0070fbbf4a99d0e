// Registerinhoud: the rows of one file that stand, as the content of an event, and back.
#pragma once

#include <string>
#include <string_view>

#include "dossier/registerblok.hpp"

namespace zorgkader::dossier {

/// First the register, the file and the sheet; then a header with `regel` and the columns, and the rows. CSV with `;`
/// in UTF-8, lines end in LF. The same rows give the same bytes.
std::string write_inhoud(const Registerblok& blok);

/// Any bytes: a block, or a finding that says why they are none. Columns are read by their names, so that a register
/// may get columns later; those that the content does not have are empty.
Result<Registerblok> read_inhoud(std::string_view bytes);

}  // namespace zorgkader::dossier
