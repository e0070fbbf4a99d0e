// Arranging tables: which values share a line, which keys need no repeating, what adds up.
#include "rapport/raster.hpp"

#include <algorithm>

#include "rapport/tekens.hpp"
#include "values/notatie.hpp"

namespace zorgkader {
namespace {

constexpr std::size_t kLeastAcross = 2;
constexpr std::size_t kMostAcross = 6;
constexpr std::size_t kNoRow = static_cast<std::size_t>(-1);
constexpr const char* kEmpty = "–";

using Lijn = std::vector<std::size_t>;  // rows of the table, one for each value column

struct Lijnen {
  std::vector<Lijn> getoond;
  std::size_t aantal = 0;
  void add(const Lijn& lijn, std::size_t meeste) {
    if (aantal++ < meeste) getoond.push_back(lijn);
  }
};

/// The exact sum of values of one column; integers over the shared denominator need no fractions.
class Som {
 public:
  explicit Som(const Kolom& kolom) : kolom_(&kolom) {}
  void add(std::size_t row) {
    if (row == kNoRow) return;
    if (kolom_->exact.empty()) {
      ints_ += kolom_->ints[row];
    } else {
      exact_ += kolom_->exact[row];
    }
  }
  Getal value() const { return exact_ + Getal::breuk128(ints_, kolom_->noemer); }

 private:
  const Kolom* kolom_;
  __int128 ints_ = 0;
  Getal exact_;
};

std::string number_text(const Getal& value, const Vorm& vorm) {
  return format_nl(vorm.eenheid.shows_percent() ? value * Getal(100) : value, gewone_decimalen(vorm));
}

std::string value_text(const Tabel& tabel, std::size_t row) {
  return cel_tekst(row == kNoRow ? std::nullopt : std::optional(tabel.waarden.at(row)), tabel.vorm);
}

bool adds_up(const Tabel& tabel) {
  return zorgkader::adds_up(tabel.vorm, tabel.sleutels, tabel.size());
}

bool same_keys(const Tabel& tabel, std::size_t a, std::size_t b, std::size_t count) {
  return zorgkader::same_keys(tabel.sleutels, a, b, count);
}

std::size_t first_row(const Lijn& lijn) {
  return *std::find_if(lijn.begin(), lijn.end(), [](std::size_t row) { return row != kNoRow; });
}

/// The first `count` keys; what repeats the line above stays blank, except in the last of them.
void add_key_columns(Raster& raster, const Tabel& tabel, const Lijnen& lijnen, std::size_t count) {
  for (std::size_t k = 0; k < count; ++k) {
    const SleutelKolom& key = tabel.sleutels[k];
    RasterKolom& column = raster.kolommen.emplace_back(RasterKolom{to_printable(key.naam), false, {}});
    for (std::size_t i = 0; i < lijnen.getoond.size(); ++i) {
      const std::size_t row = first_row(lijnen.getoond[i]);
      const bool repeats = k + 1 < count && i > 0 && same_keys(tabel, row, first_row(lijnen.getoond[i - 1]), k + 1);
      column.cellen.push_back(repeats ? "" : to_printable(key.at(row)));
    }
    if (raster.totaalregels > 0) column.cellen.emplace_back(k == 0 ? "totaal" : "");
  }
}

void add_value_column(Raster& raster, const Tabel& tabel, const Lijnen& lijnen, std::size_t slot, std::string kop) {
  RasterKolom& column = raster.kolommen.emplace_back(RasterKolom{std::move(kop), tabel.vorm.soort == Soort::getal, {}});
  for (const Lijn& lijn : lijnen.getoond) column.cellen.push_back(value_text(tabel, lijn[slot]));
}

/// Members of the last key that the rows use, in key order; none when there are fewer than 2 or more than 6.
std::vector<std::uint32_t> members_across(const Tabel& tabel) {
  if (tabel.sleutels.size() < 2) return {};
  std::vector<std::uint32_t> used;
  for (std::uint32_t code : tabel.sleutels.back().codes) {
    const auto at = std::lower_bound(used.begin(), used.end(), code);
    if (at != used.end() && *at == code) continue;
    if (used.size() == kMostAcross) return {};
    used.insert(at, code);
  }
  return used.size() < kLeastAcross ? std::vector<std::uint32_t>{} : used;
}

std::size_t slot_of(const std::vector<std::uint32_t>& members, std::uint32_t code) {
  return static_cast<std::size_t>(std::lower_bound(members.begin(), members.end(), code) - members.begin());
}

Lijnen lines_across(const Tabel& tabel, const std::vector<std::uint32_t>& members, std::size_t meeste) {
  const std::size_t before = tabel.sleutels.size() - 1;
  Lijnen out;
  Lijn lijn(members.size(), kNoRow);
  for (std::size_t row = 0; row < tabel.size(); ++row) {
    const std::size_t slot = slot_of(members, tabel.sleutels.back().codes[row]);
    if (row > 0 && (!same_keys(tabel, row, row - 1, before) || lijn[slot] != kNoRow)) {
      out.add(lijn, meeste);
      lijn.assign(members.size(), kNoRow);
    }
    lijn[slot] = row;
  }
  if (tabel.size() > 0) out.add(lijn, meeste);
  return out;
}

/// Under each column its sum, and behind the columns the sum of each line.
void add_totals_across(Raster& raster, const Tabel& tabel, const Lijnen& lijnen,
                       const std::vector<std::uint32_t>& members) {
  Som whole(tabel.waarden);
  std::vector<Som> sums(members.size(), whole);
  for (std::size_t row = 0; row < tabel.size(); ++row) {
    sums[slot_of(members, tabel.sleutels.back().codes[row])].add(row);
    whole.add(row);
  }
  for (std::size_t i = 0; i < sums.size(); ++i) {
    raster.kolommen[raster.eerste_dwars + i].cellen.push_back(number_text(sums[i].value(), tabel.vorm));
  }
  RasterKolom& last = raster.kolommen.emplace_back(RasterKolom{"totaal", true, {}});
  for (const Lijn& lijn : lijnen.getoond) {
    Som sum(tabel.waarden);
    for (std::size_t row : lijn) sum.add(row);
    last.cellen.push_back(number_text(sum.value(), tabel.vorm));
  }
  last.cellen.push_back(number_text(whole.value(), tabel.vorm));
}

}  // namespace

std::string cel_tekst(const std::optional<Waarde>& waarde, const Vorm& vorm) {
  if (!waarde) return kEmpty;
  if (vorm.soort == Soort::getal) return number_text(std::get<Getal>(*waarde), vorm);
  return to_printable(format_nl(*waarde, vorm));
}

bool adds_up(const Vorm& vorm, const std::vector<SleutelKolom>& sleutels, std::size_t rijen) {
  const bool scenarios =
      std::any_of(sleutels.begin(), sleutels.end(), [](const SleutelKolom& key) { return key.naam == "scenario"; });
  return !scenarios && vorm.soort == Soort::getal && vorm.eenheid.text() == "€" && !sleutels.empty() && rijen > 1;
}

bool same_keys(const std::vector<SleutelKolom>& sleutels, std::size_t a, std::size_t b, std::size_t count) {
  return std::all_of(sleutels.begin(), sleutels.begin() + static_cast<std::ptrdiff_t>(count),
                     [a, b](const SleutelKolom& key) { return key.codes[a] == key.codes[b]; });
}

Raster list_raster(const Tabel& tabel, std::size_t meeste) {
  Lijnen lijnen;
  for (std::size_t row = 0; row < std::min(tabel.size(), meeste); ++row) lijnen.add({row}, meeste);
  Raster raster;
  raster.weggelaten = tabel.size() - lijnen.getoond.size();
  raster.totaalregels = adds_up(tabel) ? 1 : 0;
  add_key_columns(raster, tabel, lijnen, tabel.sleutels.size());
  add_value_column(raster, tabel, lijnen, 0, "waarde");
  if (raster.totaalregels == 0) return raster;
  Som sum(tabel.waarden);
  for (std::size_t row = 0; row < tabel.size(); ++row) sum.add(row);
  raster.kolommen.back().cellen.push_back(number_text(sum.value(), tabel.vorm));
  return raster;
}

Raster across_raster(const Tabel& tabel, std::size_t meeste) {
  const std::vector<std::uint32_t> members = members_across(tabel);
  if (members.empty()) return {};
  const Lijnen lijnen = lines_across(tabel, members, meeste);
  if (tabel.size() * 2 < lijnen.aantal * members.size()) return {};
  const SleutelKolom& last = tabel.sleutels.back();
  Raster raster;
  raster.dwars = to_printable(last.naam);
  raster.eerste_dwars = tabel.sleutels.size() - 1;
  raster.weggelaten = lijnen.aantal - lijnen.getoond.size();
  raster.totaalregels = adds_up(tabel) ? 1 : 0;
  add_key_columns(raster, tabel, lijnen, raster.eerste_dwars);
  for (std::size_t i = 0; i < members.size(); ++i) {
    add_value_column(raster, tabel, lijnen, i, to_printable(last.leden[members[i]]));
  }
  if (raster.totaalregels > 0) add_totals_across(raster, tabel, lijnen, members);
  return raster;
}

}  // namespace zorgkader
