// Columns keep what is put in, whatever layout it takes.
#include "engine/column.hpp"

#include <gtest/gtest.h>

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <random>

#include "values/gen.hpp"

namespace zorgkader {
namespace {

void expect_values(const Column& column, const std::vector<Getal>& wanted) {
  RC_ASSERT(column.size() == wanted.size());
  const Vec view = column.view(0);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    RC_ASSERT(column.getal(static_cast<Rij>(i)) == wanted[i]);
    RC_ASSERT(view.value(i) == wanted[i]);
    if (view.exact != nullptr) continue;
    RC_ASSERT(magnitude(view.num[i]) <= view.bound);
    RC_ASSERT(!view.nonneg || view.num[i] >= 0);
  }
}

RC_GTEST_PROP(Column, KeepsWhatIsAppended, (const std::vector<Getal>& values)) {
  Column column;
  for (const Getal& v : values) column.append(v, Toestand::goed);
  expect_values(column, values);
}

/// Stretches with denominators up to and over what a column shares.
RC_GTEST_PROP(Column, KeepsStretches, (std::uint64_t seed)) {
  std::mt19937_64 random(seed);
  const std::vector<std::int64_t> dens = {
      1, 100, 7, 999'999'999'989, 1'000'000'000'000, 999'999'999'961, 3'000'000'000'000};
  Column column;
  std::vector<Getal> wanted;
  for (int stretch = 0; stretch < 6; ++stretch) {
    std::vector<std::int64_t> nums(1 + random() % 5);
    Vec v;
    for (auto& n : nums) {
      n = static_cast<std::int64_t>(random() >> (1 + random() % 60)) * (random() % 2 == 0 ? 1 : -1);
      v.bound = std::max(v.bound, magnitude(n));
    }
    v.num = nums.data();
    v.den = dens[random() % dens.size()];
    column.append(v, nums.size());
    for (const std::int64_t n : nums) wanted.push_back(Getal::breuk(n, v.den));
    expect_values(column, wanted);
  }
}

RC_GTEST_PROP(Column, ReplacesOneValue, (const std::vector<Getal>& values, const Getal& value, std::size_t at)) {
  RC_PRE(!values.empty());
  Column column;
  for (const Getal& v : values) column.append(v, Toestand::goed);
  std::vector<Getal> wanted = values;
  wanted[at % values.size()] = value;
  column.set(static_cast<Rij>(at % values.size()), value);
  expect_values(column, wanted);
}

}  // namespace
}  // namespace zorgkader
