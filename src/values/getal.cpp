// Getal: 64-bit fractions on the fast path, arbitrary precision behind it.
#include "values/getal.hpp"

#include <cassert>
#include <limits>
#include <numeric>

namespace zorgkader {
namespace {

using Wide = __int128;
constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();

bool fits(Wide v) {
  return v > kMin && v <= kMax;
}

unsigned __int128 gcd128(unsigned __int128 a, unsigned __int128 b) {
  while (b != 0) {
    if ((a >> 64) == 0 && (b >> 64) == 0) return std::gcd(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
    const unsigned __int128 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

GrootGeheel to_big(Wide v) {
  const bool negative = v < 0;
  const unsigned __int128 m = negative ? -static_cast<unsigned __int128>(v) : static_cast<unsigned __int128>(v);
  GrootGeheel out = static_cast<std::uint64_t>(m >> 64);
  out <<= 64;
  out += static_cast<std::uint64_t>(m);
  return negative ? GrootGeheel(-out) : out;
}

}  // namespace

Getal::Getal(const GrootGetal& value) {
  const GrootGeheel num = boost::multiprecision::numerator(value);
  const GrootGeheel den = boost::multiprecision::denominator(value);
  if (num > kMin && num <= kMax && den <= kMax) {
    num_ = num.convert_to<std::int64_t>();
    den_ = den.convert_to<std::int64_t>();
  } else {
    big_ = std::make_shared<const GrootGetal>(value);
  }
}

Getal Getal::breuk(std::int64_t num, std::int64_t den) {
  return breuk128(num, den);
}

Getal Getal::breuk128(Wide num, Wide den) {
  assert(den != 0);
  if (den < 0) {
    constexpr Wide kLeast = static_cast<Wide>(static_cast<unsigned __int128>(1) << 127);
    if (num == kLeast || den == kLeast) return Getal(GrootGetal(to_big(num), to_big(den)));
    num = -num;
    den = -den;
  }
  const unsigned __int128 magnitude =
      num < 0 ? -static_cast<unsigned __int128>(num) : static_cast<unsigned __int128>(num);
  const auto divisor = static_cast<Wide>(gcd128(magnitude, static_cast<unsigned __int128>(den)));
  if (divisor > 1) {
    num /= divisor;
    den /= divisor;
  }
  if (!fits(num) || !fits(den)) return Getal(GrootGetal(to_big(num), to_big(den)));
  Getal out;
  out.num_ = static_cast<std::int64_t>(num);
  out.den_ = static_cast<std::int64_t>(den);
  return out;
}

Getal Getal::breuk(const GrootGeheel& num, const GrootGeheel& den) {
  return Getal(GrootGetal(num, den));
}

GrootGetal Getal::big() const {
  return big_ ? *big_ : GrootGetal(num_, den_);
}
GrootGeheel Getal::numerator() const {
  return big_ ? boost::multiprecision::numerator(*big_) : GrootGeheel(num_);
}
GrootGeheel Getal::denominator() const {
  return big_ ? boost::multiprecision::denominator(*big_) : GrootGeheel(den_);
}

std::size_t Getal::bits() const {
  const auto of = [](const GrootGeheel& v) {
    return v == 0 ? 0 : boost::multiprecision::msb(GrootGeheel(boost::multiprecision::abs(v))) + 1;
  };
  return big_ ? of(numerator()) + of(denominator()) : 128;
}

int Getal::sign() const {
  return big_ ? big_->sign() : (num_ > 0) - (num_ < 0);
}
bool Getal::is_whole() const {
  return big_ ? denominator() == 1 : den_ == 1;
}

std::optional<std::int64_t> Getal::as_int64() const {
  if (big_ && *big_ == kMin) return kMin;
  if (big_ || den_ != 1) return std::nullopt;
  return num_;
}

Getal Getal::operator-() const {
  if (big_) return Getal(GrootGetal(-*big_));
  Getal out = *this;
  out.num_ = -num_;  // num_ is never INT64_MIN: see fits()
  return out;
}

Getal operator+(const Getal& a, const Getal& b) {
  if (a.big_ || b.big_) return Getal(GrootGetal(a.big() + b.big()));
  if (a.den_ == b.den_) return Getal::breuk128(Wide(a.num_) + b.num_, a.den_);
  Wide left, right, sum;
  left = Wide(a.num_) * b.den_;
  right = Wide(b.num_) * a.den_;
  if (__builtin_add_overflow(left, right, &sum)) return Getal(GrootGetal(a.big() + b.big()));
  return Getal::breuk128(sum, Wide(a.den_) * b.den_);
}

Getal operator-(const Getal& a, const Getal& b) {
  return a + (-b);
}

Getal operator*(const Getal& a, const Getal& b) {
  if (a.big_ || b.big_) return Getal(GrootGetal(a.big() * b.big()));
  return Getal::breuk128(Wide(a.num_) * b.num_, Wide(a.den_) * b.den_);
}

Getal operator/(const Getal& a, const Getal& b) {
  assert(!b.is_zero());
  if (a.big_ || b.big_) return Getal(GrootGetal(a.big() / b.big()));
  return Getal::breuk128(Wide(a.num_) * b.den_, Wide(a.den_) * b.num_);
}

bool operator==(const Getal& a, const Getal& b) {
  if (!a.big_ && !b.big_) return a.num_ == b.num_ && a.den_ == b.den_;
  return a.big_ && b.big_ && *a.big_ == *b.big_;
}

std::strong_ordering operator<=>(const Getal& a, const Getal& b) {
  if (!a.big_ && !b.big_) return Wide(a.num_) * b.den_ <=> Wide(b.num_) * a.den_;
  const int c = a.big().compare(b.big());
  return c <=> 0;
}

Getal Getal::floor() const {
  if (!big_) return Getal(num_ / den_ - (num_ % den_ < 0 ? 1 : 0));
  const GrootGeheel num = numerator(), den = denominator();
  GrootGeheel quotient, rest;
  boost::multiprecision::divide_qr(num, den, quotient, rest);
  if (rest < 0) --quotient;
  return Getal(GrootGetal(quotient));
}

Getal Getal::ceil() const {
  return -(-*this).floor();
}

Getal Getal::pow(std::int64_t exponent) const {
  const bool inverse = exponent < 0;
  std::uint64_t left = inverse ? -static_cast<std::uint64_t>(exponent) : static_cast<std::uint64_t>(exponent);
  Getal out(1), base = *this;
  for (; left != 0; left >>= 1) {
    if (left & 1) out *= base;
    if (left > 1) base *= base;
  }
  return inverse ? Getal(1) / out : out;
}

}  // namespace zorgkader
