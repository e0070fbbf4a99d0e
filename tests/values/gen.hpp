// Generators for properties: numbers that are everyday, at the edge of 64 bits, and far beyond it.
#pragma once

#include <gtest/gtest.h>

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <limits>
#include <ostream>
#include <vector>

#include "values/getal.hpp"

namespace zorgkader {

inline void PrintTo(const Getal& x, std::ostream* os) {
  *os << x.big();
}
inline void showValue(const Getal& x, std::ostream& os) {
  os << x.big();
}

/// A fraction, as `deel(1, 3)`; and an amount in cents.
inline Getal deel(std::int64_t num, std::int64_t den) {
  return Getal::breuk(num, den);
}
inline Getal cent(std::int64_t cents) {
  return Getal::breuk(cents, 100);
}
inline std::vector<Getal> centen(const std::vector<std::int64_t>& cents) {
  std::vector<Getal> out;
  for (std::int64_t c : cents) out.push_back(cent(c));
  return out;
}
inline Getal som(const std::vector<Getal>& parts) {
  Getal out;
  for (const Getal& p : parts) out += p;
  return out;
}

namespace gen {

inline rc::Gen<std::int64_t> edge() {
  constexpr auto kMax = std::numeric_limits<std::int64_t>::max();
  constexpr auto kMin = std::numeric_limits<std::int64_t>::min();
  return rc::gen::elementOf(std::vector<std::int64_t>{kMin, kMin + 1, kMin + 2, kMin / 2, -(1LL << 32), -1, 1, 2,
                                                      1LL << 31, 1LL << 32, kMax / 2, kMax / 2 + 1, kMax - 1, kMax});
}

inline rc::Gen<Getal> fraction(rc::Gen<std::int64_t> num, rc::Gen<std::int64_t> den) {
  return rc::gen::apply([](std::int64_t n, std::int64_t d) { return Getal::breuk(n, d); }, std::move(num),
                        std::move(den));
}

inline rc::Gen<Getal> everyday() {
  return fraction(rc::gen::inRange<std::int64_t>(-100'000, 100'000), rc::gen::inRange<std::int64_t>(1, 1000));
}

/// An amount in whole cents.
inline rc::Gen<Getal> bedrag() {
  return rc::gen::map(rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000), cent);
}

inline rc::Gen<Getal> at_the_edge() {
  return fraction(edge(), edge());
}

inline rc::Gen<Getal> huge() {
  return rc::gen::apply([](const Getal& a, const Getal& b, const Getal& c) { return a * b * c; }, at_the_edge(),
                        at_the_edge(), everyday());
}

}  // namespace gen
}  // namespace zorgkader

namespace rc {

template <>
struct Arbitrary<zorgkader::Getal> {
  static Gen<zorgkader::Getal> arbitrary() {
    using namespace zorgkader::gen;
    return gen::oneOf(everyday(), bedrag(), at_the_edge(), huge());
  }
};

}  // namespace rc
