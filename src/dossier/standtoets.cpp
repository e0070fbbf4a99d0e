// References found by key; periods of a group laid side by side, as they will be when the whole file is taken in.
#include "dossier/standtoets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "feiten/grenzen.hpp"
#include "feiten/tekenset.hpp"
#include "values/naam.hpp"

namespace zorgkader::dossier {
namespace {

constexpr std::size_t kShown = 60;
/// A refused row gives its place back to the row it would have replaced, which can stand in the way of another. After
/// so many rounds what is left of a group is refused: that takes a file that contradicts itself on purpose.
constexpr int kRondes = 8;

}  // namespace

Standtoets::Standtoets(const Registerstand& stand, Registerblok blok)
    : stand_(stand), blok_(std::move(blok)), soort_(*blok_.soort), staat_(blok_.rijen.size(), true) {
  for (std::size_t kolom = 0; kolom < soort_.velden.size(); ++kolom) {
    if (!soort_.velden[kolom].verwijst.empty()) check_verwijzing(kolom);
    if (!herkomst_van(soort_.velden[kolom]).empty()) check_herkomst(kolom);
  }
  if (const Registerregel* regel = regel_een_tegelijk(soort_)) check_regel(*regel);
}

Registerblok Standtoets::take() {
  if (fouten_ > feiten::kMaxBevindingenPerBestand)
    blok_.bevindingen.push_back(
        {Ernst::fout,
         "register-regel",
         {blok_.bestand, 0, 0, 0},
         fmt::format("Nog {} fouten in dit bestand zijn niet getoond.", fouten_ - feiten::kMaxBevindingenPerBestand),
         "Herstel eerst wat hierboven staat en lever het bestand dan opnieuw aan.",
         ""});
  std::vector<Registerrij> good;
  for (std::size_t row = 0; row < staat_.size(); ++row) {
    if (staat_[row]) good.push_back(std::move(blok_.rijen[row]));
  }
  blok_.geweigerd += blok_.rijen.size() - good.size();
  blok_.rijen = std::move(good);
  return std::move(blok_);
}

void Standtoets::refuse(std::size_t row, const char* code, std::string wat, std::string doe) {
  staat_[row] = false;
  if (++fouten_ > feiten::kMaxBevindingenPerBestand) return;
  const std::uint32_t line = blok_.rijen[row].regel;
  if (!blok_.blad.empty())
    wat = fmt::format("Blad `{}`, rij {}: {}", feiten::shown(blok_.blad, feiten::kMaxSleutelTekens), line, wat);
  blok_.bevindingen.push_back(
      {Ernst::fout, code, {blok_.bestand, static_cast<int>(line), 0, 0}, std::move(wat), std::move(doe), ""});
}

std::string Standtoets::shown_waarde(std::size_t row, std::size_t kolom) const {
  if (soort_.velden[kolom].soort == Veldsoort::bsn) return "dit bsn";
  return fmt::format("`{}`", feiten::shown(waarden(row)[kolom], kShown));
}

/// The last column of the key that is referred to is this one; those before it have their own names here.
void Standtoets::check_verwijzing(std::size_t kolom) {
  const Veld& veld = soort_.velden[kolom];
  const Registersoort& naar = *find_registersoort(veld.verwijst);
  std::vector<std::size_t> from;
  for (const std::size_t key : naar.sleutelkolommen())
    from.push_back(soort_.kolom(naar.velden[key].naam).value_or(kolom));
  from.back() = kolom;
  for (std::size_t row = 0; row < staat_.size(); ++row) {
    if (waarden(row)[kolom].empty()) continue;
    if (stand_.find_sleutel(veld.verwijst, waarden_van(from, waarden(row))) != nullptr) continue;
    refuse(row, "register-verwijzing",
           fmt::format("Kolom `{}`: {} staat niet in het register {}.", veld.naam, shown_waarde(row, kolom),
                       veld.verwijst));
  }
}

void Standtoets::check_herkomst(std::size_t kolom) {
  const Veld& veld = soort_.velden[kolom];
  const auto parts = split(herkomst_van(veld), ' ');
  if (!veld.altijd && stand_.size(parts[0]) == 0) return;
  std::set<std::string, std::less<>> known;
  stand_.each(parts[0], [&](const Standrij& rij) {
    known.emplace(rij.tekst(parts[1]));
    return true;
  });
  for (std::size_t row = 0; row < staat_.size(); ++row) {
    const std::string& value = waarden(row)[kolom];
    if (value.empty() || known.contains(value)) continue;
    const std::string meant = bedoelt_u(value, {known.begin(), known.end()});
    refuse(row, "register-verwijzing",
           fmt::format("Kolom `{}`: {} staat niet als {} in het register {}.", veld.naam, shown_waarde(row, kolom),
                       parts[1], parts[0]),
           meant.empty()
               ? fmt::format("Herstel de waarde, of lever eerst het register {} aan met een rij ervoor.", parts[0])
               : meant);
  }
}

void Standtoets::check_regel(const Registerregel& regel) {
  const auto kolommen = kolommen_van(soort_, regel.velden);
  std::map<std::string, std::vector<std::size_t>> groups;
  for (std::size_t row = 0; row < staat_.size(); ++row) {
    if (staat_[row]) groups[waarden_van(kolommen, waarden(row))].push_back(row);
  }
  for (const auto& [groep, rows] : groups) check_groep(groep, rows, regel);
}

/// What the state has in a group, without what standing rows of the file replace.
Standtoets::Bezet Standtoets::bezet_van(const std::string& groep, const std::vector<std::size_t>& rows) const {
  const Registerstand::Tabel& tabel = stand_.table(soort_.naam);
  const auto at = tabel.per_groep.find(groep);
  Bezet out;
  if (at == tabel.per_groep.end()) return out;
  std::set<std::string> replaced;
  for (const std::size_t row : rows) {
    if (staat_[row]) replaced.insert(sleutel_van(soort_, waarden(row)));
  }
  for (const std::size_t number : at->second) {
    const Standrij& now = tabel.rijen[number];
    if (replaced.contains(sleutel_van(soort_, now.rij.waarden))) continue;
    const Periode period = now.looptijd();
    out.emplace(period.van, std::pair(period.tot, 0U));
  }
  return out;
}

void Standtoets::check_groep(const std::string& groep, const std::vector<std::size_t>& rows,
                             const Registerregel& regel) {
  const std::string doe = fmt::format("{} (Bron: {}.) Geef de eerdere rij een einde, in hetzelfde bestand of eerder.",
                                      regel.zegt, regel.bron);
  bool again = true;
  for (int round = 0; again; ++round) {
    Bezet taken = bezet_van(groep, rows);
    again = false;
    for (const std::size_t row : rows) {
      if (!staat_[row]) continue;
      const Periode period = looptijd_van(soort_, waarden(row));
      const auto after = taken.upper_bound(period.tot);
      const bool free = after == taken.begin() || std::prev(after)->second.first < period.van;
      if (free && round < kRondes) {
        taken.emplace(period.van, std::pair(period.tot, blok_.rijen[row].regel));
        continue;
      }
      const std::uint32_t line = free ? 0 : std::prev(after)->second.second;
      refuse(row, "register-regel",
             line == 0 ? "De dagen van deze rij vallen samen met die van een rij die al vastligt."
                       : fmt::format("De dagen van deze rij vallen samen met die van {} {}.",
                                     blok_.blad.empty() ? "regel" : "rij", line),
             doe);
      again = again || stand_.find_sleutel(soort_.naam, sleutel_van(soort_, waarden(row))) != nullptr;
    }
  }
}

}  // namespace zorgkader::dossier
