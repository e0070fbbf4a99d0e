// Rows are those of the first column with all keys; columns with fewer keys repeat along them.
#include "app/rapportage/rapporttafel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/rapportage/onderdrukking.hpp"
#include "values/notatie.hpp"

namespace zorgkader {
namespace {

using Leden = std::vector<std::string>;

/// An outcome for the chosen members: its values by the members of the keys of the table that it has.
class Reeks {
 public:
  Reeks(const Uitkomst& u, const Rapportdeel& deel, const std::map<std::string, std::string>& chosen) : u_(&u) {
    const Tabel& t = u.tabel;
    std::vector<const SleutelKolom*> own;
    for (std::size_t k = 0; k < deel.per.size(); ++k) {
      for (const SleutelKolom& key : t.sleutels) {
        if (key.naam != deel.per[k]) continue;
        own.push_back(&key);
        plaatsen_.push_back(k);
      }
    }
    for (std::size_t row = 0; row < t.size(); ++row) {
      const bool counts = std::all_of(t.sleutels.begin(), t.sleutels.end(), [&](const SleutelKolom& key) {
        const auto choice = chosen.find(key.naam);
        return choice == chosen.end() || choice->second == key.at(row);
      });
      if (!counts) continue;
      Leden members;
      for (const SleutelKolom* key : own) members.push_back(key->at(row));
      if (waarden_.emplace(members, t.waarden.at(row)).second) volgorde_.push_back(std::move(members));
    }
  }

  const Vorm& vorm() const { return u_->tabel.vorm; }
  bool has_all(const Rapportdeel& deel) const { return plaatsen_.size() == deel.per.size(); }
  /// The rows in the order of the keys of the quantity.
  const std::vector<Leden>& rows() const { return volgorde_; }
  /// For the members of a row, or of a total that has only the first of them.
  std::optional<Waarde> at(const Leden& row) const {
    Leden members;
    for (const std::size_t k : plaatsen_) {
      if (k >= row.size()) return std::nullopt;
      members.push_back(row[k]);
    }
    const auto found = waarden_.find(members);
    return found == waarden_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  const Uitkomst* u_;
  std::vector<std::size_t> plaatsen_;  ///< of its keys among those of the table
  std::map<Leden, Waarde> waarden_;
  std::vector<Leden> volgorde_;
};

class Tafel {
 public:
  Tafel(const Rapportdeel& deel, const Rapportstof& stof, Bevindingen& found)
      : deel_(deel), stof_(stof), found_(found) {
    for (const Rapportdeelkolom& k : deel.kolommen) reeksen_.push_back(series(k.grootheid));
  }

  Rapporttabel make() {
    heads();
    rows();
    for (const auto& [level, members] : plan_) add(level, members);
    withhold();
    drop_empty();
    return std::move(out_);
  }

 private:
  Reeks series(const std::string& name) const { return {*stof_.uitkomsten.at(name), deel_, stof_.gekozen}; }

  void heads() {
    for (const std::string& key : deel_.per) out_.kolommen.push_back({key, "", {Soort::tekst, {}}, Grafiek::geen});
    for (std::size_t i = 0; i < reeksen_.size(); ++i)
      out_.kolommen.push_back({deel_.kolommen[i].grootheid, deel_.kolommen[i].kop, reeksen_[i].vorm(), drawn(i)});
  }

  /// Only figures can be drawn.
  Grafiek drawn(std::size_t column) {
    const Rapportdeelkolom& k = deel_.kolommen[column];
    if (k.grafiek != Grafiek::geen && reeksen_[column].vorm().soort != Soort::getal)
      report("rapport-grafiek", k, fmt::format("`{}` is geen getal, en kan niet getekend worden.", k.grootheid),
             "Haal het woord onder `grafiek` weg.");
    return k.grafiek;
  }

  /// Which rows there are, and where totals stand: below the last row that they count.
  void rows() {
    const auto first = std::find_if(reeksen_.begin(), reeksen_.end(), [&](const Reeks& r) { return r.has_all(deel_); });
    if (first == reeksen_.end()) return;
    std::vector<Leden> all = first->rows();
    std::set<std::size_t, std::greater<>> levels;
    for (const Rapportdeelkolom& k : deel_.kolommen) {
      for (const Rapporttotaal& t : k.totalen) levels.insert(t.niveau);
    }
    if (deel_.per.empty()) levels.clear();  // one row: it adds nothing up
    const auto part = [](const Leden& row, std::size_t count) {
      return Leden(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(count));
    };
    order(all);
    group(all, deel_.per.empty() ? 0 : deel_.per.size() - 1);
    for (std::size_t i = 0; i < all.size(); ++i) {
      plan_.emplace_back(deel_.per.size(), all[i]);
      for (const std::size_t level : levels) {
        if (i + 1 == all.size() || part(all[i], level) != part(all[i + 1], level))
          plan_.emplace_back(level, part(all[i], level));
      }
    }
  }

  /// By the column that says the order; rows in which it is empty come last, equal ones stay as they were.
  void order(std::vector<Leden>& all) const {
    for (std::size_t i = 0; i < reeksen_.size(); ++i) {
      const Volgorde by = deel_.kolommen[i].volgorde;
      if (by == Volgorde::geen) continue;
      std::stable_sort(all.begin(), all.end(), [&](const Leden& a, const Leden& b) {
        const auto p = reeksen_[i].at(a), q = reeksen_[i].at(b);
        if (!p || !q) return p.has_value() && !q.has_value();
        return by == Volgorde::oplopend ? *p < *q : *q < *p;
      });
    }
  }

  /// Rows with the same first members together, groups and rows in order of first appearance.
  static void group(std::vector<Leden>& all, std::size_t count) {
    for (std::size_t level = count; level > 0; --level) {
      std::map<Leden, std::size_t> place;
      const auto of = [&](const Leden& row) {
        return place.at(Leden(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(level)));
      };
      for (const Leden& row : all)
        place.emplace(Leden(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(level)), place.size());
      std::stable_sort(all.begin(), all.end(), [&](const Leden& a, const Leden& b) { return of(a) < of(b); });
    }
  }

  void add(std::size_t level, const Leden& members) {
    const bool is_row = level == deel_.per.size();
    Rapportrij row;
    row.soort = is_row ? Rijsoort::rij : level == 0 ? Rijsoort::totaal : Rijsoort::subtotaal;
    for (std::size_t k = 0; k < deel_.per.size(); ++k) {
      if (k < members.size())
        row.cellen.push_back({members[k]});
      else
        row.cellen.push_back(k == members.size() ? Rapportcel{std::string("samen")} : Rapportcel{});
    }
    for (std::size_t i = 0; i < reeksen_.size(); ++i)
      row.cellen.push_back(is_row ? Rapportcel{reeksen_[i].at(members)} : Rapportcel{total(i, level, members)});
    out_.rijen.push_back(std::move(row));
  }

  std::optional<Waarde> total(std::size_t column, std::size_t level, const Leden& members) const {
    for (const Rapporttotaal& t : deel_.kolommen[column].totalen) {
      if (t.niveau != level) continue;
      if (!t.grootheid.empty()) return series(t.grootheid).at(members);
      std::optional<Getal> sum;
      for (const auto& [other, row] : plan_) {
        if (other != deel_.per.size() || !std::equal(members.begin(), members.end(), row.begin())) continue;
        const auto value = reeksen_[column].at(row);
        if (const auto* number = value ? std::get_if<Getal>(&*value) : nullptr) sum = sum.value_or(Getal()) + *number;
      }
      if (sum) return Waarde(*sum);
    }
    return std::nullopt;
  }

  Rapportcel& cell(std::size_t column, std::size_t row) { return out_.rijen[row].cellen[deel_.per.size() + column]; }

  void report(const char* code, const Rapportdeelkolom& k, std::string what, std::string remedy = {}) {
    found_.push_back({Ernst::fout,
                      code,
                      {"", k.positie.regel, k.positie.kolom, k.positie.lengte},
                      std::move(what),
                      std::move(remedy),
                      ""});
  }

  std::int64_t threshold(const Rapportdeelkolom& k) {
    if (k.drempel.empty()) return 0;
    const auto value = stof_.uitkomsten.at(k.drempel)->tabel.waarden.at(0);
    const auto* number = std::get_if<Getal>(&value);
    const auto count = number == nullptr ? std::nullopt : number->as_int64();
    if (count && *count >= 0 && *count < kMostThreshold) return *count;
    report("rapport-telling", k, fmt::format("`{}` is geen heel getal van 0 tot {}.", k.drempel, kMostThreshold));
    return 0;
  }

  /// Counts of the columns with a threshold and of those that add up with them, all rows that are totals above them.
  void withhold() {
    std::set<std::size_t> columns;
    for (std::size_t i = 0; i < deel_.kolommen.size(); ++i) {
      const Rapportdeelkolom& k = deel_.kolommen[i];
      if (!k.drempel.empty()) columns.insert(i);
      if (k.deel_van) columns.insert({i, *k.deel_van});
    }
    Telraam counts;
    const std::vector<std::size_t> order(columns.begin(), columns.end());
    for (const std::size_t i : order) {
      const Rapportdeelkolom& k = deel_.kolommen[i];
      counts.drempel.push_back(threshold(k));
      const auto whole = k.deel_van ? std::find(order.begin(), order.end(), *k.deel_van) - order.begin() : -1;
      counts.kolom_boven.push_back(static_cast<int>(whole));
      counts.cellen.push_back(numbers(i));
    }
    counts.rij_boven = rows_above();
    parts_add_up(order, counts);
    if (has_errors(found_)) return;
    const auto out = weg_te_laten(counts);
    for (std::size_t c = 0; c < order.size(); ++c) {
      for (std::size_t r = 0; r < out_.rijen.size(); ++r) {
        if (out[c][r]) cell(order[c], r) = {std::nullopt, true};
      }
    }
    with_others();
    legend(counts.drempel);
  }

  std::vector<std::optional<std::int64_t>> numbers(std::size_t column) {
    std::vector<std::optional<std::int64_t>> out;
    for (std::size_t r = 0; r < out_.rijen.size(); ++r) {
      const auto& value = cell(column, r).waarde;
      const auto* number = value ? std::get_if<Getal>(&*value) : nullptr;
      const auto count = number == nullptr ? std::nullopt : number->as_int64();
      if (value && (!count || *count < 0 || *count > kMostCount)) {
        report("rapport-telling", deel_.kolommen[column],
               fmt::format("`{}` heeft {}, en dat is geen aantal.", deel_.kolommen[column].grootheid,
                           format_nl(*value, reeksen_[column].vorm())),
               "Alleen hele aantallen vanaf 0 kunnen worden onderdrukt, of een deel zijn.");
        return std::vector<std::optional<std::int64_t>>(out_.rijen.size());
      }
      out.push_back(count);
    }
    return out;
  }

  /// Of each row the nearest total below it of a wider level.
  std::vector<int> rows_above() const {
    std::vector<int> out;
    for (std::size_t r = 0; r < plan_.size(); ++r) {
      std::size_t above = r + 1;
      while (above < plan_.size() && plan_[above].first >= plan_[r].first) ++above;
      out.push_back(above < plan_.size() ? static_cast<int>(above) : -1);
    }
    return out;
  }

  /// A part without its whole, or parts that are not the whole, would make a range where there is none.
  void parts_add_up(const std::vector<std::size_t>& order, const Telraam& counts) {
    for (std::size_t w = 0; w < order.size(); ++w) {
      for (std::size_t r = 0; r < plan_.size() && !has_errors(found_); ++r) {
        std::optional<std::int64_t> sum;
        for (std::size_t c = 0; c < order.size(); ++c) {
          if (counts.kolom_boven[c] == static_cast<int>(w) && counts.cellen[c][r])
            sum = sum.value_or(0) + *counts.cellen[c][r];
        }
        if (!sum || plan_[r].first != deel_.per.size() || counts.cellen[w][r] == sum) continue;
        report("rapport-telling", deel_.kolommen[order[w]],
               fmt::format("Bij {} zijn de delen van `{}` samen {}, maar het geheel is {}.",
                           fmt::join(plan_[r].second, ", "), deel_.kolommen[order[w]].grootheid, *sum,
                           counts.cellen[w][r] ? std::to_string(*counts.cellen[w][r]) : "er niet"),
               "Zet wat overblijft in een eigen kolom, of haal `deel_van` weg.");
      }
    }
  }

  /// A column may go with one that goes with another.
  void with_others() {
    for (bool more = true; more;) {
      more = false;
      for (std::size_t i = 0; i < deel_.kolommen.size(); ++i) {
        for (std::size_t r = 0; r < out_.rijen.size(); ++r) {
          const auto& with = deel_.kolommen[i].met;
          const bool gone = std::any_of(with.begin(), with.end(), [&](std::size_t c) { return cell(c, r).weggelaten; });
          if (!gone || !cell(i, r).waarde) continue;
          cell(i, r) = {std::nullopt, true};
          more = true;
        }
      }
    }
  }

  /// What was not asked in this period has no column.
  void drop_empty() {
    for (std::size_t at = out_.kolommen.size(); at-- > deel_.per.size();) {
      const bool empty = std::none_of(out_.rijen.begin(), out_.rijen.end(), [&](const Rapportrij& row) {
        return row.cellen[at].waarde.has_value() || row.cellen[at].weggelaten;
      });
      if (!empty || out_.rijen.empty()) continue;
      const auto place = static_cast<std::ptrdiff_t>(at);
      out_.kolommen.erase(out_.kolommen.begin() + place);
      for (Rapportrij& row : out_.rijen) row.cellen.erase(row.cellen.begin() + place);
    }
  }

  void legend(const std::vector<std::int64_t>& thresholds) {
    const bool any = std::any_of(out_.rijen.begin(), out_.rijen.end(), [](const Rapportrij& row) {
      return std::any_of(row.cellen.begin(), row.cellen.end(), [](const Rapportcel& c) { return c.weggelaten; });
    });
    if (any)
      out_.noten.push_back(
          fmt::format("{}: weggelaten. Het gaat om een aantal onder {}, of een dat een aantal onder {} zou "
                      "verraden.",
                      kWeggelaten, *std::max_element(thresholds.begin(), thresholds.end()),
                      *std::max_element(thresholds.begin(), thresholds.end())));
  }

  static constexpr std::int64_t kMostThreshold = 1'000, kMostCount = 1'000'000'000;

  const Rapportdeel& deel_;
  const Rapportstof& stof_;
  Bevindingen& found_;
  std::vector<Reeks> reeksen_;                       ///< of each column
  std::vector<std::pair<std::size_t, Leden>> plan_;  ///< of each row how many keys it has, and their members
  Rapporttabel out_;
};

}  // namespace

Rapporttabel maak_rapporttabel(const Rapportdeel& deel, const Rapportstof& stof, Bevindingen& found) {
  return Tafel(deel, stof, found).make();
}

}  // namespace zorgkader
