// Divisor against plain division.
#include "engine/divisor.hpp"

#include <gtest/gtest.h>

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

namespace zorgkader {
namespace {

constexpr std::uint64_t kMost = (std::uint64_t{1} << 63) - 1;  // dividends stay below 2^63

std::vector<std::uint64_t> edges() {
  std::vector<std::uint64_t> out;
  for (unsigned k = 1; k <= 62; ++k) {
    const std::uint64_t power = std::uint64_t{1} << k;
    for (const std::uint64_t d : {power - 1, power, power + 1}) {
      if (d >= 2) out.push_back(d);
    }
  }
  for (const std::uint64_t d : {3U, 5U, 7U, 10U, 100U, 1000U, 641U, 6700417U, 1'000'000'007U}) out.push_back(d);
  return out;
}

/// Dividends around the multiples of a divisor, where a quotient is easily one off.
std::vector<std::uint64_t> dividends(std::uint64_t d) {
  std::vector<std::uint64_t> out = {0, 1, d - 1, d, d + 1, kMost, kMost - 1};
  const std::uint64_t last = kMost / d * d;
  for (const std::uint64_t n : {last, last - 1, last / 2 / d * d, last / 2 / d * d - 1}) out.push_back(n);
  if (last < kMost) out.push_back(last + 1);
  return out;
}

TEST(Divisor, IsExactAtTheEdges) {
  for (const std::uint64_t d : edges()) {
    const Divisor by(d);
    for (const std::uint64_t n : dividends(d)) {
      if (n <= kMost) {
        ASSERT_EQ(by.divide(n), n / d) << n << " / " << d;
      }
    }
  }
}

RC_GTEST_PROP(Divisor, IsExact, (std::uint64_t raw, std::uint64_t n, std::uint8_t shift)) {
  const std::uint64_t d = std::max<std::uint64_t>(2, (raw & (kMost >> 1)) >> (shift % 62));
  const Divisor by(d);
  RC_ASSERT(by.divide(n & kMost) == (n & kMost) / d);
  for (const std::uint64_t near : dividends(d)) {
    if (near <= kMost) {
      RC_ASSERT(by.divide(near) == near / d);
    }
  }
}

}  // namespace
}  // namespace zorgkader
