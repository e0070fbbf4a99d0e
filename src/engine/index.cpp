// Grids and sorted lists of key tuples.
#include "engine/index.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace zorgkader {
namespace {

constexpr std::uint64_t kMostRows = 0xFFFFFFF0u;

std::uint64_t product(const std::vector<Code>& sizes) {
  unsigned __int128 out = 1;
  for (Code s : sizes) {
    out *= s;
    if (out > kMostRows) return kMostRows + 1;
  }
  return static_cast<std::uint64_t>(out);
}

/// Row numbers in lexicographic order of the columns.
std::vector<Rij> sorted_order(const std::vector<std::vector<Code>>& columns, std::size_t rows) {
  std::vector<Rij> order(rows);
  std::iota(order.begin(), order.end(), Rij{0});
  const auto less = [&](Rij a, Rij b) {
    for (const auto& c : columns) {
      if (c[a] != c[b]) return c[a] < c[b];
    }
    return false;
  };
  if (!std::is_sorted(order.begin(), order.end(), less)) std::stable_sort(order.begin(), order.end(), less);
  return order;
}

std::vector<Code> sizes_for(const std::vector<int>& keys, const Index& a, const Index* b = nullptr) {
  std::vector<Code> out;
  for (int k : keys) {
    const int at = a.place(k);
    out.push_back(at >= 0 ? a.sizes()[static_cast<std::size_t>(at)]
                          : b->sizes()[static_cast<std::size_t>(b->place(k))]);
  }
  return out;
}

}  // namespace

IndexPtr Index::grid(std::vector<int> keys, std::vector<Code> sizes) {
  std::shared_ptr<Index> out(new Index());
  out->grid_ = true;
  out->rows_ = static_cast<Rij>(product(sizes));
  out->strides_.resize(keys.size());
  Rij step = 1;
  for (std::size_t i = keys.size(); i-- > 0;) {
    out->strides_[i] = step;
    step *= sizes[i];
    out->set_ |= bit(keys[i]);
  }
  out->keys_ = std::move(keys);
  out->sizes_ = std::move(sizes);
  return out;
}

IndexPtr Index::list(std::vector<int> keys, std::vector<Code> sizes, std::vector<std::vector<Code>> columns) {
  const std::size_t rows = columns.empty() ? 0 : columns[0].size();
  if (keys.empty()) return grid({}, {});
  const auto order = sorted_order(columns, rows);
  const auto same = [&](Rij a, Rij b) {
    return std::all_of(columns.begin(), columns.end(), [&](const auto& c) { return c[a] == c[b]; });
  };
  std::vector<Rij> kept;
  kept.reserve(rows);
  for (Rij r : order) {
    if (kept.empty() || !same(kept.back(), r)) kept.push_back(r);
  }
  if (kept.size() == product(sizes)) return grid(std::move(keys), std::move(sizes));
  std::shared_ptr<Index> out(new Index());
  out->rows_ = static_cast<Rij>(kept.size());
  for (const auto& column : columns) {
    std::vector<Code> sorted(kept.size());
    for (std::size_t i = 0; i < kept.size(); ++i) sorted[i] = column[kept[i]];
    out->columns_.push_back(std::move(sorted));
  }
  for (int k : keys) out->set_ |= bit(k);
  out->keys_ = std::move(keys);
  out->sizes_ = std::move(sizes);
  return out;
}

int Index::place(int key) const {
  const auto at = std::find(keys_.begin(), keys_.end(), key);
  return at == keys_.end() ? -1 : static_cast<int>(at - keys_.begin());
}

Code Index::code(Rij row, int place) const {
  const auto i = static_cast<std::size_t>(place);
  return grid_ ? row / strides_[i] % sizes_[i] : columns_[i][row];
}

std::vector<Code> Index::codes(Rij row) const {
  std::vector<Code> out;
  for (int i = 0; i < static_cast<int>(keys_.size()); ++i) out.push_back(code(row, i));
  return out;
}

bool Index::less_than(Rij row, const Code* codes) const {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i][row] != codes[i]) return columns_[i][row] < codes[i];
  }
  return false;
}

Rij Index::find(const Code* codes) const {
  if (grid_) {
    Rij row = 0;
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      if (codes[i] >= sizes_[i]) return kGeenRij;
      row += codes[i] * strides_[i];
    }
    return row;
  }
  Rij low = 0, high = rows_;
  while (low < high) {
    const Rij mid = low + (high - low) / 2;
    if (less_than(mid, codes))
      low = mid + 1;
    else
      high = mid;
  }
  if (low == rows_) return kGeenRij;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i][low] != codes[i]) return kGeenRij;
  }
  return low;
}

void Index::fill(int i, Rij first, Rij count, Code* out) const {
  const auto place = static_cast<std::size_t>(i);
  if (!grid_) {
    std::copy_n(columns_[place].begin() + first, count, out);
    return;
  }
  const Rij stride = strides_[place];
  if (count == 0) return;  // a key without members makes a grid without rows
  Code code = first / stride % sizes_[place];
  Rij left = stride - first % stride;
  for (Rij done = 0; done < count;) {
    const Rij run = std::min(left, count - done);
    std::fill_n(out + done, run, code);
    done += run;
    left = stride;
    if (++code == sizes_[place]) code = 0;
  }
}

bool Index::same_rows(const Index& other) const {
  if (this == &other) return true;
  if (keys_ != other.keys_ || sizes_ != other.sizes_ || rows_ != other.rows_ || grid_ != other.grid_) return false;
  return columns_ == other.columns_;
}

IndexPtr reorder(const IndexPtr& a, const std::vector<int>& keys) {
  if (a->keys() == keys) return a;
  const auto sizes = sizes_for(keys, *a);
  if (a->is_grid()) return Index::grid(keys, sizes);
  std::vector<std::vector<Code>> columns;
  for (int k : keys) columns.push_back(a->column(a->place(k)));
  return Index::list(keys, sizes, std::move(columns));
}

IndexPtr unite(const IndexPtr& a, const IndexPtr& b_any) {
  const IndexPtr b = reorder(b_any, a->keys());
  if (a->same_rows(*b) || a->is_grid()) return a;
  if (b->is_grid()) return b;
  std::vector<std::vector<Code>> columns;
  for (std::size_t i = 0; i < a->keys().size(); ++i) {
    columns.push_back(a->column(static_cast<int>(i)));
    const auto& more = b->column(static_cast<int>(i));
    columns.back().insert(columns.back().end(), more.begin(), more.end());
  }
  return Index::list(a->keys(), a->sizes(), std::move(columns));
}

IndexPtr join(const IndexPtr& a, const IndexPtr& b, const std::vector<int>& keys) {
  std::vector<std::vector<Code>> columns(keys.size());
  // Sort the rows of b by what they share with a, so that each row of a finds its partners by binary search.
  std::vector<int> shared, order;
  for (int k : b->keys()) {
    if (a->place(k) >= 0) shared.push_back(k);
  }
  order = shared;
  for (int k : b->keys()) {
    if (a->place(k) < 0) order.push_back(k);
  }
  const IndexPtr sorted = reorder(b, order);
  const auto compare = [&](Rij row_b, Rij row_a) {
    for (std::size_t i = 0; i < shared.size(); ++i) {
      const Code left = sorted->code(row_b, static_cast<int>(i)), right = a->code(row_a, a->place(shared[i]));
      if (left != right) return left < right ? -1 : 1;
    }
    return 0;
  };
  for (Rij ra = 0; ra < a->rows(); ++ra) {
    Rij low = 0, high = sorted->rows();
    while (low < high) {
      const Rij mid = low + (high - low) / 2;
      if (compare(mid, ra) < 0)
        low = mid + 1;
      else
        high = mid;
    }
    for (Rij rb = low; rb < sorted->rows() && compare(rb, ra) == 0; ++rb) {
      for (std::size_t i = 0; i < keys.size(); ++i) {
        const int in_a = a->place(keys[i]);
        columns[i].push_back(in_a >= 0 ? a->code(ra, in_a) : sorted->code(rb, sorted->place(keys[i])));
      }
    }
  }
  return Index::list(keys, sizes_for(keys, *a, b.get()), std::move(columns));
}

IndexPtr cross(const IndexPtr& a, int key, Code size, const std::vector<int>& keys) {
  if (a->is_grid()) {
    std::vector<Code> sizes;
    for (int k : keys) sizes.push_back(k == key ? size : a->sizes()[static_cast<std::size_t>(a->place(k))]);
    return Index::grid(keys, std::move(sizes));
  }
  return join(a, Index::grid({key}, {size}), keys);
}

IndexPtr filter(const IndexPtr& a, const std::vector<std::uint8_t>& keep) {
  if (std::all_of(keep.begin(), keep.end(), [](std::uint8_t k) { return k != 0; })) return a;
  std::vector<std::vector<Code>> columns(a->keys().size());
  for (Rij r = 0; r < a->rows(); ++r) {
    if (keep[r] == 0) continue;
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].push_back(a->code(r, static_cast<int>(i)));
  }
  if (columns.empty()) return a;
  return Index::list(a->keys(), a->sizes(), std::move(columns));
}

}  // namespace zorgkader
