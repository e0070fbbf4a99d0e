// Findings with the source row of a CSV file, or the cell name of a worksheet.
#include "feiten/meldlijst.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "feiten/grenzen.hpp"
#include "feiten/tekenset.hpp"

namespace zorgkader::feiten {
namespace {

/// The place in a text file; the fragment is the row, so columns count from the start of the row.
void place_in_text(Bevinding& found, const Rij& rij, const Cel* cel, bool quote) {
  if (quote) found.fragment = shown(rij.bron, kMaxFragmentTekens);
  if (cel == nullptr) return;
  found.plaats.kolom = static_cast<int>(count_tekens(rij.bron.substr(0, cel->plek))) + 1;
  found.plaats.lengte = static_cast<int>(std::min(count_tekens(cel->tekst), kMaxFragmentTekens));
}

/// A worksheet has no line of text to show: the sentence names the cell.
void place_in_sheet(Bevinding& found, const Rij& rij, const Cel* cel, const std::string& blad) {
  const std::string where = cel == nullptr ? fmt::format("rij {}", rij.regel) : "cel " + cel_naam(cel->plek, rij.regel);
  found.wat = fmt::format("Blad `{}`, {}: {}", shown(blad, kMaxSleutelTekens), where, found.wat);
  if (cel != nullptr) found.plaats.kolom = static_cast<int>(cel->plek);
}

}  // namespace

void Meldlijst::add(const Rij& rij, const Cel* cel, CelFout fout) {
  if (++aantal_ > kMaxBevindingenPerBestand) return;
  Bevinding found{Ernst::fout,         fout.code,           {oorsprong_.bestand, static_cast<int>(rij.regel), 0, 0},
                  std::move(fout.wat), std::move(fout.doe), ""};
  if (oorsprong_.scheiding != 0) {
    place_in_text(found, rij, cel, !fout.vertrouwelijk);
  } else {
    place_in_sheet(found, rij, cel, oorsprong_.blad);
  }
  found_.push_back(std::move(found));
}

Bevindingen Meldlijst::take(std::uint32_t laatste_regel) {
  if (aantal_ > kMaxBevindingenPerBestand) {
    found_.push_back(
        {Ernst::fout,
         "cel-fout",
         {oorsprong_.bestand, static_cast<int>(laatste_regel), 0, 0},
         fmt::format("Nog {} fouten in dit bestand zijn niet getoond.", aantal_ - kMaxBevindingenPerBestand),
         "Herstel eerst wat hierboven staat en lees het bestand dan opnieuw.",
         ""});
  }
  return std::move(found_);
}

std::string cel_naam(std::uint32_t kolom, std::uint32_t rij) {
  std::string letters;
  for (; kolom > 0; kolom = (kolom - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (kolom - 1) % 26));
  return letters + std::to_string(rij);
}

}  // namespace zorgkader::feiten
