// Getal: an exact rational number. No operation rounds; rounding is a named step in afronding.hpp.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace zorgkader {

using GrootGeheel = boost::multiprecision::cpp_int;
using GrootGetal = boost::multiprecision::cpp_rational;

/// Always in lowest terms with a positive denominator. Values that fit in 64 bits over 64 bits take no heap memory.
class Getal {
 public:
  Getal() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a whole number is a Getal
  Getal(std::int64_t whole) : num_(whole) {
    if (whole == INT64_MIN) *this = Getal(GrootGetal(whole));  // has no opposite in 64 bits
  }
  explicit Getal(const GrootGetal& value);

  /// num / den. `den` must not be zero.
  static Getal breuk(std::int64_t num, std::int64_t den);
  /// Exact quotient of 128-bit integers. `den` must not be zero.
  static Getal breuk128(__int128 num, __int128 den);
  static Getal breuk(const GrootGeheel& num, const GrootGeheel& den);

  bool is_small() const { return !big_; }
  std::int64_t small_num() const { return num_; }  ///< only when is_small()
  std::int64_t small_den() const { return den_; }  ///< only when is_small()
  GrootGetal big() const;
  GrootGeheel numerator() const;
  GrootGeheel denominator() const;

  /// Bits of numerator and denominator together: what the value costs to keep and to compute with.
  std::size_t bits() const;
  int sign() const;
  bool is_zero() const { return !big_ && num_ == 0; }
  bool is_whole() const;
  /// The value as int64 when it is a whole number that fits.
  std::optional<std::int64_t> as_int64() const;

  Getal operator-() const;
  friend Getal operator+(const Getal& a, const Getal& b);
  friend Getal operator-(const Getal& a, const Getal& b);
  friend Getal operator*(const Getal& a, const Getal& b);
  /// `b` must not be zero: callers check and report, for only they know the place.
  friend Getal operator/(const Getal& a, const Getal& b);
  Getal& operator+=(const Getal& b) { return *this = *this + b; }
  Getal& operator-=(const Getal& b) { return *this = *this - b; }
  Getal& operator*=(const Getal& b) { return *this = *this * b; }

  friend bool operator==(const Getal& a, const Getal& b);
  friend std::strong_ordering operator<=>(const Getal& a, const Getal& b);

  /// Largest whole number that is not above this value.
  Getal floor() const;
  Getal ceil() const;
  Getal abs() const { return sign() < 0 ? -*this : *this; }
  /// this ^ exponent for a whole exponent; zero to a negative power is a caller's error.
  Getal pow(std::int64_t exponent) const;

 private:
  std::int64_t num_ = 0;
  std::int64_t den_ = 1;
  std::shared_ptr<const GrootGetal> big_;  // set only when the value does not fit num_/den_
};

}  // namespace zorgkader
