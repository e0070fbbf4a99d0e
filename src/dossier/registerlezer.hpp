// Registerlezer: files of registers to rows in canonical form; a bad row is refused and the others stand.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/registerblok.hpp"
#include "feiten/werkmap.hpp"

namespace zorgkader::dossier {

inline constexpr std::size_t kMaxRegisterBytes = 256ULL << 20;
inline constexpr std::size_t kMaxRegisterRijen = 1'000'000;
inline constexpr std::size_t kMaxRegisterTekst = 8192;  ///< bytes of one value

/// The codes of gemeenten with this name: none, one, or several when the name is not enough.
using Gemeentezoeker = std::function<std::vector<std::string>(std::string_view naam)>;

/// CSV with `;` or `,`. `bestand` is the name that findings show.
Registerblok read_register(const Registersoort& soort, std::string_view inhoud, const std::string& bestand,
                           const Gemeentezoeker& gemeenten = {});
/// One sheet of a workbook.
Registerblok read_register(const Registersoort& soort, const feiten::Werkmap& werkmap, const feiten::Werkblad& blad,
                           const std::string& bestand, const Gemeentezoeker& gemeenten = {});

/// Every register in a file: `<register>.csv`, or a workbook with sheets that are named as registers (or one sheet in a
/// workbook that is). In the order of registersoorten(). A file that holds no register, or cannot be opened, is an
/// error.
Result<std::vector<Registerblok>> read_registers(std::string_view inhoud, const std::string& bestand,
                                                 const Gemeentezoeker& gemeenten = {});

/// Nine digits that pass the elfproef.
bool is_bsn(std::string_view text);
/// Whether such digits stand somewhere in a text, by themselves.
bool contains_bsn(std::string_view text);

}  // namespace zorgkader::dossier
