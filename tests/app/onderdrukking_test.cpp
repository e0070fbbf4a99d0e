// Which counts stay out: by hand, and against somebody who tries every table that agrees with what is shown.
#include "app/rapportage/onderdrukking.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>

namespace zorgkader {
namespace {

using Getallen = std::vector<std::optional<std::int64_t>>;

/// The rows of one column that are left out; the last row is the total of the others.
std::vector<std::size_t> left_out(Getallen column, std::int64_t drempel) {
  Telraam t;
  const int last = static_cast<int>(column.size()) - 1;
  t.rij_boven.assign(column.size(), last);
  t.rij_boven.back() = -1;
  t.kolom_boven = {-1};
  t.drempel = {drempel};
  t.cellen = {std::move(column)};
  std::vector<std::size_t> out;
  const auto marks = weg_te_laten(t);
  for (std::size_t r = 0; r < marks[0].size(); ++r) {
    if (marks[0][r]) out.push_back(r);
  }
  return out;
}

using Rijen = std::vector<std::size_t>;

/// DRE-017: one small count would follow from the total, so the cheapest that can take its place goes too.
TEST(Onderdrukking, OneSmallCountTakesAnotherAlong) {
  EXPECT_EQ(left_out({6, 1, 20, 27}, 5), (Rijen{0, 1}));
  EXPECT_EQ(left_out({1, 40, 41}, 5), (Rijen{0, 1}));
  EXPECT_EQ(left_out({1, 1}, 5), (Rijen{0, 1}));
}

TEST(Onderdrukking, TwoThatCoverEachOtherAreEnough) {
  EXPECT_EQ(left_out({3, 2, 30, 35}, 5), (Rijen{0, 1}));  // together 5: each may be 0 to 5
}

/// Two of one each would leave a range of 0 to 2: the third covers them.
TEST(Onderdrukking, TwoThatAreTooSmallTogetherTakeAThird) {
  EXPECT_EQ(left_out({1, 1, 30, 10, 42}, 5), (Rijen{0, 1, 3}));
}

TEST(Onderdrukking, NothingGoesWhereNothingIsSmall) {
  EXPECT_EQ(left_out({5, 0, 20, 25}, 5), Rijen{});
  EXPECT_EQ(left_out({1, 2, 3}, 0), Rijen{});
  EXPECT_EQ(left_out({std::nullopt, 7, 7}, 5), Rijen{});
}

/// Without a total nothing can be computed.
TEST(Onderdrukking, WithoutTotalsOnlySmallCountsGo) {
  const Telraam t{{{3, 8, 20}}, {-1, -1, -1}, {-1}, {5}};
  EXPECT_EQ(weg_te_laten(t), (std::vector<std::vector<bool>>{{true, false, false}}));
}

/// Parts and their whole: 2 + 10 = 12 and 9 + 11 = 20. The 2 takes along a cell in its row, one in its column, and the
/// one where these cross.
TEST(Onderdrukking, PartsTakeAlongAWayRound) {
  const Telraam t{{{2, 9, 11}, {10, 11, 21}, {12, 20, 32}}, {2, 2, -1}, {2, 2, -1}, {5, 5, 5}};
  EXPECT_EQ(weg_te_laten(t),
            (std::vector<std::vector<bool>>{{true, true, false}, {true, true, false}, {false, false, false}}));
}

/// A random table: groups of rows, one column or two parts with their whole.
struct Proef {
  Telraam t;
  std::size_t parts = 1;
  std::vector<bool> is_sum;
};

Proef make(const std::vector<std::vector<std::vector<int>>>& groups, std::size_t parts, bool subtotals, bool total,
           int drempel) {
  Proef out;
  out.parts = parts;
  const std::size_t columns = parts == 1 ? 1 : parts + 1;
  out.t.cellen.resize(columns);
  std::vector<std::int64_t> all(columns, 0);
  const auto add = [&](const std::vector<std::int64_t>& cells, bool sum) {
    for (std::size_t c = 0; c < columns; ++c) out.t.cellen[c].emplace_back(cells[c]);
    out.t.rij_boven.push_back(-1);
    out.is_sum.push_back(sum);
    return static_cast<int>(out.t.rij_boven.size()) - 1;
  };
  std::vector<int> top;
  for (const auto& group : groups) {
    std::vector<std::int64_t> sub(columns, 0);
    std::vector<int> rows;
    for (const auto& row : group) {
      std::vector<std::int64_t> cells(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(parts));
      if (parts > 1) cells.push_back(std::accumulate(cells.begin(), cells.end(), std::int64_t{0}));
      for (std::size_t c = 0; c < columns; ++c) sub[c] += cells[c];
      rows.push_back(add(cells, false));
    }
    for (std::size_t c = 0; c < columns; ++c) all[c] += sub[c];
    if (!subtotals) {
      top.insert(top.end(), rows.begin(), rows.end());
      continue;
    }
    top.push_back(add(sub, true));
    for (const int r : rows) out.t.rij_boven[static_cast<std::size_t>(r)] = top.back();
  }
  if (total) {
    const int last = add(all, true);
    for (const int r : top) out.t.rij_boven[static_cast<std::size_t>(r)] = last;
  }
  out.t.kolom_boven.assign(columns, -1);
  for (std::size_t c = 0; c + 1 < columns; ++c) out.t.kolom_boven[c] = static_cast<int>(columns) - 1;
  out.t.drempel.assign(columns, drempel);
  return out;
}

/// Tries all tables near the true one that agree with what is shown, and keeps the range of every cell.
class Aanvaller {
 public:
  Aanvaller(const Proef& p, const std::vector<std::vector<bool>>& weg, std::int64_t reach)
      : p_(p), weg_(weg), reach_(reach) {
    for (std::size_t r = 0; r < p.is_sum.size(); ++r) {
      for (std::size_t c = 0; c < p.parts && !p.is_sum[r]; ++c) leaves_.emplace_back(c, r);
    }
    now_ = p.t.cellen;
    ranges_.resize(p.t.cellen.size(), std::vector<std::pair<std::int64_t, std::int64_t>>(p.is_sum.size(), {1'000, -1}));
    search(0);
  }

  bool is_covered(std::int64_t width) const {
    for (std::size_t c = 0; c < weg_.size(); ++c) {
      for (std::size_t r = 0; r < weg_[c].size(); ++r) {
        const bool stands_alone = p_.t.rij_boven[r] < 0 && p_.parts == 1 && !p_.is_sum[r];
        if (weg_[c][r] && !stands_alone && ranges_[c][r].second - ranges_[c][r].first < width) return false;
      }
    }
    return true;
  }

 private:
  /// The sums that follow from the leaves; whether all that are shown are right.
  bool agrees() {
    for (std::size_t c = 0; c < now_.size(); ++c) {
      for (std::size_t r = 0; r < p_.is_sum.size(); ++r) {
        if (p_.is_sum[r]) now_[c][r] = 0;
      }
    }
    for (std::size_t r = 0; r < p_.is_sum.size(); ++r) {
      if (p_.parts > 1 && !p_.is_sum[r]) now_[p_.parts][r] = *now_[0][r] + *now_[1][r];
      for (std::size_t c = 0; c < now_.size(); ++c) {
        if (!weg_[c][r] && now_[c][r] != p_.t.cellen[c][r]) return false;
        if (p_.t.rij_boven[r] >= 0) *now_[c][static_cast<std::size_t>(p_.t.rij_boven[r])] += *now_[c][r];
      }
    }
    return true;
  }

  void search(std::size_t at) {
    if (at == leaves_.size()) {
      if (!agrees()) return;
      for (std::size_t c = 0; c < now_.size(); ++c) {
        for (std::size_t r = 0; r < p_.is_sum.size(); ++r) {
          ranges_[c][r].first = std::min(ranges_[c][r].first, *now_[c][r]);
          ranges_[c][r].second = std::max(ranges_[c][r].second, *now_[c][r]);
        }
      }
      return;
    }
    const auto [c, r] = leaves_[at];
    const std::int64_t own = *p_.t.cellen[c][r];
    const std::int64_t from = weg_[c][r] ? std::max<std::int64_t>(0, own - reach_) : own;
    for (std::int64_t value = from; value <= (weg_[c][r] ? own + reach_ : own); ++value) {
      now_[c][r] = value;
      search(at + 1);
    }
    now_[c][r] = own;
  }

  const Proef& p_;
  const std::vector<std::vector<bool>>& weg_;
  std::int64_t reach_;
  std::vector<std::pair<std::size_t, std::size_t>> leaves_;
  std::vector<Getallen> now_;
  std::vector<std::vector<std::pair<std::int64_t, std::int64_t>>> ranges_;
};

Proef any_table() {
  const auto parts = *rc::gen::inRange<std::size_t>(1, 3);
  const auto count = *rc::gen::inRange<std::size_t>(1, 3);
  std::vector<std::vector<std::vector<int>>> groups(count);
  for (auto& group : groups) {
    group.resize(*rc::gen::inRange<std::size_t>(1, 3));
    for (auto& row : group) row = *rc::gen::container<std::vector<int>>(2, rc::gen::inRange(0, 5));
  }
  return make(groups, parts, *rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>(), 2);
}

/// rows, columns and totals together do not give away what is withheld.
RC_GTEST_PROP(Onderdrukking, NobodyComputesWhatIsLeftOut, ()) {
  const Proef p = any_table();
  const auto weg = weg_te_laten(p.t);
  RC_ASSERT(Aanvaller(p, weg, 2).is_covered(2));
  for (std::size_t c = 0; c < weg.size(); ++c) {
    for (std::size_t r = 0; r < weg[c].size(); ++r) RC_ASSERT(weg[c][r] || *p.t.cellen[c][r] != 1);
  }
  RC_ASSERT(weg_te_laten(p.t) == weg);
}

}  // namespace
}  // namespace zorgkader
