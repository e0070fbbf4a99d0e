// Index against sets of tuples.
#include "engine/index.hpp"

#include <gtest/gtest.h>

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace zorgkader {
namespace {

using Tuple = std::vector<Code>;
using Tuples = std::set<Tuple>;

struct Proef {
  std::vector<int> keys;
  std::vector<Code> sizes;
  Tuples tuples;
};

constexpr Code kSizes[] = {3, 2, 4, 1, 5};  // of keys 0 to 4

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : random_(seed) {}
  std::size_t pick(std::size_t n) { return random_() % n; }

  Proef make(const std::vector<int>& keys) {
    Proef out{keys, {}, {}};
    for (int k : keys) out.sizes.push_back(kSizes[k]);
    const std::size_t dense = pick(4);  // now and then a full grid
    fill(out, {}, dense);
    return out;
  }

  std::vector<int> some_keys(std::size_t most) {
    std::vector<int> all = {0, 1, 2, 3, 4};
    std::shuffle(all.begin(), all.end(), random_);
    all.resize(1 + pick(most));
    return all;
  }

  std::mt19937_64& random() { return random_; }

 private:
  void fill(Proef& out, Tuple tuple, std::size_t dense) {
    if (tuple.size() == out.keys.size()) {
      if (dense == 0 || pick(dense + 1) == 0) out.tuples.insert(tuple);
      return;
    }
    for (Code c = 0; c < out.sizes[tuple.size()]; ++c) {
      tuple.push_back(c);
      fill(out, tuple, dense);
      tuple.pop_back();
    }
  }

  std::mt19937_64 random_;
};

/// From tuples in any order, some of them twice.
IndexPtr index_of(const Proef& p, Maker& maker) {
  std::vector<Tuple> rows(p.tuples.begin(), p.tuples.end());
  for (const Tuple& t : p.tuples) {
    if (maker.pick(3) == 0) rows.push_back(t);
  }
  std::shuffle(rows.begin(), rows.end(), maker.random());
  std::vector<std::vector<Code>> columns(p.keys.size());
  for (const Tuple& t : rows) {
    for (std::size_t i = 0; i < t.size(); ++i) columns[i].push_back(t[i]);
  }
  return Index::list(p.keys, p.sizes, columns);
}

void expect_rows(const Index& index, const Tuples& wanted) {
  RC_ASSERT(index.rows() == wanted.size());
  Rij row = 0;
  for (const Tuple& t : wanted) {  // a set is in lexicographic order, and so are the rows
    RC_ASSERT(index.codes(row) == t);
    RC_ASSERT(index.find(t.data()) == row);
    ++row;
  }
}

RC_GTEST_PROP(Index, HoldsItsTuplesInOrder, (std::uint64_t seed)) {
  Maker maker(seed);
  const Proef p = maker.make(maker.some_keys(3));
  const IndexPtr index = index_of(p, maker);
  expect_rows(*index, p.tuples);
  std::uint64_t all = 1;
  for (Code s : p.sizes) all *= s;
  RC_ASSERT(index->is_grid() == (p.tuples.size() == all));
  Proef whole = p;
  for (int tries = 0; tries < 20; ++tries) {
    Tuple t;
    for (Code s : p.sizes) t.push_back(static_cast<Code>(maker.pick(s)));
    RC_ASSERT((index->find(t.data()) != kGeenRij) == p.tuples.contains(t));
  }
}

RC_GTEST_PROP(Index, FillsStretchesOfCodes, (std::uint64_t seed)) {
  Maker maker(seed);
  const Proef p = maker.make(maker.some_keys(3));
  const IndexPtr index = index_of(p, maker);
  RC_PRE(index->rows() > 0);
  const Rij first = static_cast<Rij>(maker.pick(index->rows()));
  const Rij count = static_cast<Rij>(1 + maker.pick(index->rows() - first));
  for (int i = 0; i < static_cast<int>(p.keys.size()); ++i) {
    std::vector<Code> codes(count);
    index->fill(i, first, count, codes.data());
    for (Rij r = 0; r < count; ++r) RC_ASSERT(codes[r] == index->code(first + r, i));
  }
}

RC_GTEST_PROP(Index, ReordersUnitesAndFilters, (std::uint64_t seed)) {
  Maker maker(seed);
  const Proef a = maker.make(maker.some_keys(3));
  Proef b = maker.make(a.keys);
  const IndexPtr ia = index_of(a, maker), ib = index_of(b, maker);
  Tuples both = a.tuples;
  both.insert(b.tuples.begin(), b.tuples.end());
  expect_rows(*unite(ia, ib), both);
  std::vector<int> turned(a.keys.rbegin(), a.keys.rend());
  Tuples reversed;
  for (const Tuple& t : a.tuples) reversed.insert(Tuple(t.rbegin(), t.rend()));
  expect_rows(*reorder(ia, turned), reversed);
  expect_rows(*unite(ia, reorder(ib, turned)), both);
  std::vector<std::uint8_t> keep(ia->rows());
  Tuples kept;
  for (Rij r = 0; r < ia->rows(); ++r) {
    keep[r] = maker.pick(2) == 0;
    if (keep[r] != 0) kept.insert(ia->codes(r));
  }
  expect_rows(*filter(ia, keep), kept);
}

RC_GTEST_PROP(Index, JoinsOnWhatIsShared, (std::uint64_t seed)) {
  Maker maker(seed);
  const Proef a = maker.make(maker.some_keys(3)), b = maker.make(maker.some_keys(3));
  std::vector<int> keys = a.keys;
  for (int k : b.keys) {
    if (std::find(keys.begin(), keys.end(), k) == keys.end()) keys.push_back(k);
  }
  std::shuffle(keys.begin(), keys.end(), maker.random());
  Tuples wanted;
  for (const Tuple& ta : a.tuples) {
    for (const Tuple& tb : b.tuples) {
      std::map<int, Code> code;
      bool match = true;
      for (std::size_t i = 0; i < ta.size(); ++i) code[a.keys[i]] = ta[i];
      for (std::size_t i = 0; i < tb.size(); ++i)
        match = code.emplace(b.keys[i], tb[i]).first->second == tb[i] && match;
      Tuple t;
      for (int k : keys) t.push_back(code[k]);
      if (match) wanted.insert(t);
    }
  }
  expect_rows(*join(index_of(a, maker), index_of(b, maker), keys), wanted);
}

RC_GTEST_PROP(Index, CrossesWithEveryMember, (std::uint64_t seed)) {
  Maker maker(seed);
  const Proef a = maker.make({0, 2});
  Tuples wanted;
  for (const Tuple& t : a.tuples) {
    for (Code c = 0; c < kSizes[4]; ++c) wanted.insert({t[0], c, t[1]});
  }
  expect_rows(*cross(index_of(a, maker), 4, kSizes[4], {0, 4, 2}), wanted);
}

TEST(Index, WithoutKeysHasOneRow) {
  const IndexPtr one = Index::grid({}, {});
  EXPECT_EQ(one->rows(), 1U);
  EXPECT_EQ(one->find(nullptr), 0U);
}

}  // namespace
}  // namespace zorgkader
