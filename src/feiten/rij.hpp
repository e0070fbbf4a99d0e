// Rij and Cel: what a CSV file and a worksheet both come down to before anything is made of it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace zorgkader::feiten {

/// What the file itself says a cell is. CSV knows only text; a worksheet also types its cells.
enum class CelSoort : std::uint8_t { tekst, getal, ja_nee, datum, fout };

/// A fault of the cell as text, found while cutting the row into cells.
enum class Gebrek : std::uint8_t { geen, na_aanhaling, losse_aanhaling, open_aanhaling, te_lang };

struct Cel {
  /// As written; of a worksheet: a number in Dutch notation without grouping, `ja`/`nee`, or an ISO date.
  std::string_view tekst;
  std::uint32_t plek = 0;  ///< CSV: byte offset of the cell in its row; worksheet: column number from 1
  CelSoort soort = CelSoort::tekst;
  Gebrek gebrek = Gebrek::geen;
  bool procent = false;  ///< a number of a worksheet that is shown as a percentage
};

/// The views are valid until the next row is read.
struct Rij {
  std::uint32_t regel = 0;  ///< line where the row starts, or row number in the sheet
  std::string_view bron;    ///< CSV: the row as it stands in the file; empty for a worksheet
  std::vector<Cel> cellen;
};

}  // namespace zorgkader::feiten
