// Index: which key tuples a column has rows for, in key order. Shared by columns with the same rows.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/leden.hpp"
#include "regeling/formule.hpp"

namespace zorgkader {

using Rij = std::uint32_t;
inline constexpr Rij kGeenRij = 0xFFFFFFFFu;

/// A full grid (every combination has a row) or a sorted list of tuples. Rows stand in lexicographic order of codes.
class Index {
 public:
  /// Every combination of the first `sizes[i]` members of `keys[i]`.
  static std::shared_ptr<const Index> grid(std::vector<int> keys, std::vector<Code> sizes);
  /// From tuples in any order, one vector a key; double tuples are merged. Becomes a grid when it is one.
  static std::shared_ptr<const Index> list(std::vector<int> keys, std::vector<Code> sizes,
                                           std::vector<std::vector<Code>> columns);

  const std::vector<int>& keys() const { return keys_; }
  const std::vector<Code>& sizes() const { return sizes_; }
  Sleutels key_set() const { return set_; }
  Rij rows() const { return rows_; }
  bool is_grid() const { return grid_; }
  /// Place of `key` in keys(), or -1.
  int place(int key) const;
  /// How far a step of one in key place `i` moves in a grid.
  Rij stride(int i) const { return strides_[static_cast<std::size_t>(i)]; }
  Code code(Rij row, int place) const;
  std::vector<Code> codes(Rij row) const;
  /// A list's codes of one key, a row each; a grid has none stored.
  const std::vector<Code>& column(int place) const { return columns_[static_cast<std::size_t>(place)]; }
  /// The row of a tuple (codes in the order of keys()), or kGeenRij.
  Rij find(const Code* codes) const;
  /// Fills `out` with the codes of key place `i` for rows first .. first + count - 1.
  void fill(int i, Rij first, Rij count, Code* out) const;
  bool same_rows(const Index& other) const;

 private:
  Index() = default;
  bool less_than(Rij row, const Code* codes) const;
  std::vector<int> keys_;
  std::vector<Code> sizes_;
  std::vector<Rij> strides_;
  std::vector<std::vector<Code>> columns_;
  Sleutels set_ = 0;
  Rij rows_ = 0;
  bool grid_ = false;
};

using IndexPtr = std::shared_ptr<const Index>;

/// Rows that `a` or `b` has; both have the same keys, the result has those of `a` in its order.
IndexPtr unite(const IndexPtr& a, const IndexPtr& b);
/// The same rows with the keys in another order.
IndexPtr reorder(const IndexPtr& a, const std::vector<int>& keys);
/// Natural join: tuples over the keys of both whose parts are in `a` and in `b`. `keys` gives the order of the result.
IndexPtr join(const IndexPtr& a, const IndexPtr& b, const std::vector<int>& keys);
/// Adds `key` with all `size` members to every row.
IndexPtr cross(const IndexPtr& a, int key, Code size, const std::vector<int>& keys);
/// The rows for which keep[row] is not 0.
IndexPtr filter(const IndexPtr& a, const std::vector<std::uint8_t>& keep);

}  // namespace zorgkader
