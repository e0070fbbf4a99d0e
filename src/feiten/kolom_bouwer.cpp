// Numbers share a power of ten as long as that fits; Kolom::push_back takes over where it does not.
#include "feiten/kolom_bouwer.hpp"

#include <array>
#include <numeric>

namespace zorgkader::feiten {
namespace {

constexpr std::array<std::int64_t, 19> kTien = [] {
  std::array<std::int64_t, 19> out{};
  std::int64_t power = 1;
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = power;
    if (i + 1 < out.size()) power *= 10;
  }
  return out;
}();

std::int64_t ten(int exponent) {
  return kTien[static_cast<std::size_t>(exponent)];
}

constexpr int kMaxGedeeldeDecimalen = 6;  // the largest shared denominator of Kolom is a million

}  // namespace

bool KolomBouwer::raise_decimals(int decimals) {
  if (decimals > kMaxGedeeldeDecimalen) return false;
  std::vector<std::int64_t> scaled(kolom_.ints.size());
  for (std::size_t i = 0; i < scaled.size(); ++i) {
    if (__builtin_mul_overflow(kolom_.ints[i], ten(decimals - decimalen_), &scaled[i])) return false;
  }
  kolom_.ints = std::move(scaled);
  decimalen_ = decimals;
  kolom_.noemer = ten(decimals);
  return true;
}

void KolomBouwer::add(const Decimaal& value) {
  if (!vrij_ && (value.decimalen <= decimalen_ || raise_decimals(value.decimalen))) {
    std::int64_t scaled = 0;
    if (!__builtin_mul_overflow(value.cijfers, ten(decimalen_ - value.decimalen), &scaled)) {
      return kolom_.ints.push_back(scaled);
    }
  }
  add(Getal::breuk(value.cijfers, ten(value.decimalen)));
}

void KolomBouwer::add(const Getal& value) {
  vrij_ = true;
  kolom_.push_back(value);
}

Kolom KolomBouwer::take() {
  std::int64_t divisor = kolom_.noemer;
  for (const std::int64_t n : kolom_.ints) {
    if (divisor == 1) break;
    divisor = std::gcd(divisor, n);
  }
  if (divisor > 1) {
    for (std::int64_t& n : kolom_.ints) n /= divisor;
    kolom_.noemer /= divisor;
  }
  kolom_.woorden = woorden_.take();
  return std::move(kolom_);
}

}  // namespace zorgkader::feiten
