// The table as a network: a cell is an arc, a sum is a node where as much comes in as goes out. What can be computed
// about a cell that is left out is how much its arc can change while only arcs that are left out change with it.
#include "app/rapportage/onderdrukking.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <queue>
#include <utility>

namespace zorgkader {
namespace {

constexpr std::size_t kBuiten = 0;  // where what is counted in no sum comes from and goes to
constexpr std::int64_t kOnbegrensd = std::numeric_limits<std::int64_t>::max() / 4;

struct Pijl {
  std::size_t van = kBuiten, naar = kBuiten;
  std::int64_t waarde = 0;
  std::size_t kolom = 0, rij = 0;
  bool weg = false;
};

class Netwerk {
 public:
  explicit Netwerk(const Telraam& t) : t_(t), rows_(t.rij_boven.size()), nodes_(1) {
    is_sum_.resize(rows_);
    for (const int above : t.rij_boven) {
      if (above >= 0) is_sum_[static_cast<std::size_t>(above)] = true;
    }
    sum_of_.assign(t.cellen.size(), std::vector<std::size_t>(rows_, kBuiten));
    parts_of_ = sum_of_;
    for (std::size_t c = 0; c < t.cellen.size(); ++c) {
      for (std::size_t r = 0; r < rows_; ++r) {
        if (is_sum_[r] && t.cellen[c][r]) sum_of_[c][r] = nodes_++;
        if (!is_sum_[r] && t.kolom_boven[c] >= 0 && t.cellen[c][r]) parts(c, r);
      }
    }
    for (std::size_t c = 0; c < t.cellen.size(); ++c) {
      for (std::size_t r = 0; r < rows_; ++r) {
        if (t.cellen[c][r]) add_arc(c, r);
      }
    }
    out_.resize(nodes_);
    for (std::size_t a = 0; a < arcs_.size(); ++a) {
      out_[arcs_[a].van].push_back(a);
      if (arcs_[a].naar != arcs_[a].van) out_[arcs_[a].naar].push_back(a);
    }
  }

  std::vector<std::vector<bool>> solve() {
    for (const std::int64_t d : t_.drempel) breedte_ = std::max(breedte_, d);
    for (Pijl& a : arcs_) a.weg = a.waarde > 0 && a.waarde < t_.drempel[a.kolom];
    // What is left out for the sake of others must not be computable either: until nothing comes along any more.
    for (bool more = true; more;) {
      more = false;
      for (std::size_t a = 0; a < arcs_.size(); ++a) {
        if (!arcs_[a].weg || is_safe(a)) continue;
        protect(a);
        more = true;
      }
    }
    std::vector<std::vector<bool>> out(t_.cellen.size(), std::vector<bool>(rows_));
    for (const Pijl& a : arcs_) out[a.kolom][a.rij] = a.weg;
    return out;
  }

 private:
  /// The node where the parts of a whole come together in a row.
  void parts(std::size_t part, std::size_t row) {
    std::size_t& node = parts_of_[static_cast<std::size_t>(t_.kolom_boven[part])][row];
    if (node == kBuiten) node = nodes_++;
  }

  /// The nearest total of this column that counts the row.
  std::size_t counted_in(std::size_t column, std::size_t row) const {
    for (int above = t_.rij_boven[row]; above >= 0; above = t_.rij_boven[static_cast<std::size_t>(above)]) {
      if (sum_of_[column][static_cast<std::size_t>(above)] != kBuiten)
        return sum_of_[column][static_cast<std::size_t>(above)];
    }
    return kBuiten;
  }

  /// Parts run from the whole of their row to their total, wholes from their total to their parts.
  void add_arc(std::size_t c, std::size_t r) {
    Pijl a{kBuiten, counted_in(c, r), *t_.cellen[c][r], c, r, false};
    if (is_sum_[r])
      a.van = sum_of_[c][r];
    else if (t_.kolom_boven[c] >= 0)
      a.van = parts_of_[static_cast<std::size_t>(t_.kolom_boven[c])][r];
    else
      a.van = parts_of_[c][r];
    const bool whole =
        std::find(t_.kolom_boven.begin(), t_.kolom_boven.end(), static_cast<int>(c)) != t_.kolom_boven.end();
    if (whole) std::swap(a.van, a.naar);
    arcs_.push_back(a);
  }

  /// Whether the count of an arc may be anything in a range that is wide enough.
  bool is_safe(std::size_t a) const {
    const Pijl& arc = arcs_[a];
    if (arc.van == arc.naar) return true;  // counted in no sum
    const std::int64_t up = flow(arc.naar, arc.van, a, breedte_);
    return up >= breedte_ || up + flow(arc.van, arc.naar, a, std::min(arc.waarde, breedte_ - up)) >= breedte_;
  }

  /// How much more can go from one node to another over arcs that are left out, `enough` at most.
  std::int64_t flow(std::size_t from, std::size_t to, std::size_t without, std::int64_t enough) const {
    std::vector<std::int64_t> change(arcs_.size(), 0);
    std::int64_t total = 0;
    while (total < enough) {
      std::vector<std::size_t> by(nodes_, arcs_.size());
      std::vector<bool> seen(nodes_, false);
      std::queue<std::size_t> next;
      seen[from] = true;
      next.push(from);
      while (!next.empty() && !seen[to]) {
        const std::size_t node = next.front();
        next.pop();
        for (const std::size_t a : out_[node]) {
          const std::size_t other = other_end(a, node);
          if (a == without || !arcs_[a].weg || seen[other] || room(a, node, change) <= 0) continue;
          seen[other] = true;
          by[other] = a;
          next.push(other);
        }
      }
      if (!seen[to]) break;
      total += push(from, to, by, enough - total, change);
    }
    return total;
  }

  /// The other end of an arc.
  std::size_t other_end(std::size_t a, std::size_t node) const {
    return arcs_[a].naar == node ? arcs_[a].van : arcs_[a].naar;
  }

  /// By how much a count can rise (along its arc) or fall (against it, to nothing).
  std::int64_t room(std::size_t a, std::size_t from, const std::vector<std::int64_t>& change) const {
    return arcs_[a].van == from ? kOnbegrensd - change[a] : arcs_[a].waarde + change[a];
  }

  std::int64_t push(std::size_t from, std::size_t to, const std::vector<std::size_t>& by, std::int64_t most,
                    std::vector<std::int64_t>& change) const {
    for (std::size_t node = to; node != from; node = other_end(by[node], node))
      most = std::min(most, room(by[node], other_end(by[node], node), change));
    for (std::size_t node = to; node != from; node = other_end(by[node], node))
      change[by[node]] += arcs_[by[node]].naar == node ? most : -most;
    return most;
  }

  /// Leaves out the cheapest way round along which the count of this arc can rise enough: what others can take over.
  void protect(std::size_t a) {
    const std::size_t from = arcs_[a].naar, to = arcs_[a].van;
    std::vector<std::int64_t> cost(nodes_, kOnbegrensd);
    std::vector<std::size_t> by(nodes_, arcs_.size());
    using Plek = std::pair<std::int64_t, std::size_t>;
    std::priority_queue<Plek, std::vector<Plek>, std::greater<>> next;
    cost[from] = 0;
    next.emplace(0, from);
    while (!next.empty()) {
      const auto [spent, node] = next.top();
      next.pop();
      if (spent > cost[node]) continue;
      for (const std::size_t b : out_[node]) {
        const Pijl& arc = arcs_[b];
        const bool along = arc.van == node;
        const std::size_t other = other_end(b, node);
        if (b == a || (!along && arc.waarde < breedte_)) continue;
        const std::int64_t price = spent + (arc.weg ? 0 : 1 + arc.waarde);
        if (price >= cost[other]) continue;
        cost[other] = price;
        by[other] = b;
        next.emplace(price, other);
      }
    }
    assert(cost[to] < kOnbegrensd);  // rising with all totals above it is always possible
    for (std::size_t node = to; node != from; node = other_end(by[node], node)) arcs_[by[node]].weg = true;
  }

  const Telraam& t_;
  std::size_t rows_, nodes_;
  std::int64_t breedte_ = 0;  ///< how wide the range of what is left out must be
  std::vector<bool> is_sum_;
  std::vector<std::vector<std::size_t>> sum_of_, parts_of_;  ///< [column][row]: nodes
  std::vector<Pijl> arcs_;
  std::vector<std::vector<std::size_t>> out_;  ///< of each node the arcs at it
};

}  // namespace

std::vector<std::vector<bool>> weg_te_laten(const Telraam& telraam) {
  return Netwerk(telraam).solve();
}

}  // namespace zorgkader
