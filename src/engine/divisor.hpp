// Divisor: division by a number known once a batch, as a multiplication and a shift.
#pragma once

#include <bit>
#include <cstdint>

namespace zorgkader {

/// Exact quotients of dividends below 2^63 by d >= 2. With s = ceil(log2 d), the reciprocal floor(2^(63+s) / d) + 1 is
/// off by less than 2^s / 2^(63+s), which is too little to reach the next whole quotient of such a dividend.
class Divisor {
 public:
  explicit Divisor(std::uint64_t d)
      : shift_(static_cast<unsigned>(std::bit_width(d - 1)) - 1),
        reciprocal_(static_cast<std::uint64_t>((static_cast<unsigned __int128>(1) << (64 + shift_)) / d + 1)) {}
  std::uint64_t divide(std::uint64_t n) const {
    return static_cast<std::uint64_t>(static_cast<unsigned __int128>(n) * reciprocal_ >> 64) >> shift_;
  }

 private:
  unsigned shift_;
  std::uint64_t reciprocal_;
};

}  // namespace zorgkader
