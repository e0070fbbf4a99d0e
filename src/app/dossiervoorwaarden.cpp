// The kind of the column decides what a condition means.
#include "app/dossiervoorwaarden.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "values/notatie.hpp"

namespace zorgkader {
namespace {

/// Where a day lies from a period: in it is equal.
std::strong_ordering order_of(Datum day, const Periode& days) {
  return day < days.van   ? std::strong_ordering::less
         : day > days.tot ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
}

/// `<>` is what is not `=`: of no value in the list.
Teken positive(Teken teken) {
  return teken == Teken::ongelijk ? Teken::gelijk : teken;
}

const char* kind(Soort soort) {
  return soort == Soort::datum ? "een datum" : soort == Soort::getal ? "een getal" : "ja of nee";
}

}  // namespace

std::string value_text(const Waarde& waarde) {
  if (const auto* g = std::get_if<Getal>(&waarde)) return format_plain(*g);
  if (const auto* b = std::get_if<bool>(&waarde)) return *b ? "ja" : "nee";
  if (const auto* d = std::get_if<Datum>(&waarde)) return format_datum(*d);
  return std::get<std::string>(waarde);
}

std::string key_text(const dossier::Dossierkolom& kolom, std::size_t rij) {
  return value_text(kolom.waarden.at(rij));
}

bool is_filled(const dossier::Dossierkolom& kolom, std::size_t rij) {
  return kolom.has(rij) && (kolom.waarden.soort != Soort::tekst || !key_text(kolom, rij).empty());
}

Dossiertoets::Dossiertoets(const dossier::Dossierkolom& kolom, const Dossiervoorwaarde& voorwaarde, Bevindingen& found)
    : kolom_(&kolom), voorwaarde_(&voorwaarde) {
  const Soort soort = kolom.waarden.soort;
  if (soort == Soort::ja_nee && voorwaarde.teken != Teken::gelijk && voorwaarde.teken != Teken::ongelijk) {
    good_ = false;
    found.push_back({Ernst::fout, "dossierbron-waar", voorwaarde.plaats,
                     fmt::format("De kolom `{}` is ja of nee; die hebben geen volgorde.", voorwaarde.kolom),
                     "Schrijf `=` of `<>`.", ""});
  }
  for (const Dossierwaarde& value : voorwaarde.waarden) {
    const bool fits = value.leeg || soort == Soort::tekst || (soort == Soort::datum && value.dagen) ||
                      (soort == Soort::getal && value.getal) ||
                      (soort == Soort::ja_nee && (value.tekst == "ja" || value.tekst == "nee"));
    if (fits) continue;
    good_ = false;
    found.push_back(
        {Ernst::fout, "dossierbron-waar", voorwaarde.plaats,
         fmt::format("De kolom `{}` is {}, en `{}` is dat niet.", voorwaarde.kolom, kind(soort), value.tekst), "", ""});
  }
  if (soort != Soort::tekst) return;
  for (const std::string& word : kolom.waarden.woorden) {
    per_woord_.push_back(std::any_of(voorwaarde.waarden.begin(), voorwaarde.waarden.end(), [&](const Dossierwaarde& v) {
      if (v.leeg) return word.empty();
      return is_so(positive(voorwaarde.teken), word <=> v.tekst);
    }));
  }
}

bool Dossiertoets::holds(std::size_t rij) const {
  const bool negated = voorwaarde_->teken == Teken::ongelijk;
  if (!kolom_->has(rij)) {
    const auto is_empty = [](const Dossierwaarde& v) { return v.leeg; };
    return std::any_of(voorwaarde_->waarden.begin(), voorwaarde_->waarden.end(), is_empty) != negated;
  }
  const Kolom& column = kolom_->waarden;
  const Teken teken = positive(voorwaarde_->teken);
  if (column.soort == Soort::tekst) return per_woord_[static_cast<std::size_t>(column.ints[rij])] != negated;
  const auto fits = [&](const Dossierwaarde& v) {
    if (v.leeg) return false;
    if (column.soort == Soort::datum)
      return is_so(teken, order_of(Datum(std::chrono::days(column.ints[rij])), *v.dagen));
    if (column.soort == Soort::ja_nee) return (column.ints[rij] != 0) == (v.tekst == "ja");
    return is_so(teken, column.getal(rij) <=> *v.getal);
  };
  return std::any_of(voorwaarde_->waarden.begin(), voorwaarde_->waarden.end(), fits) != negated;
}

}  // namespace zorgkader
