// Kernels: whatever layout the operands have, a cell gets the value of exact arithmetic.
#include "engine/kernels.hpp"

#include <gtest/gtest.h>

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <limits>
#include <random>

#include "values/gen.hpp"

namespace zorgkader {
namespace {

constexpr std::size_t kCells = 7;
constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();

/// An operand that owns its numbers: small or near the limits, shared or exact, with or without states, or constant.
struct Operand {
  std::vector<std::int64_t> num;
  std::vector<Getal> exact;
  std::vector<Toestand> toestand;
  Vec vec;
};

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : random_(seed) {}
  std::size_t pick(std::size_t n) { return random_() % n; }

  Operand number() {
    Operand out;
    const std::size_t size = size_of(out);
    if (pick(5) == 0) {
      for (std::size_t i = 0; i < size; ++i)
        out.exact.push_back(Getal::breuk(signed_number(), 1 + static_cast<std::int64_t>(random_() % kMax)));
      out.vec.exact = out.exact.data();
    } else {
      integers(out, size);
    }
    return out;
  }

  /// ja/nee: 0 or 1 in whole numbers.
  Operand yes_no() {
    Operand out;
    for (std::size_t i = size_of(out); i > 0; --i) out.num.push_back(static_cast<std::int64_t>(pick(2)));
    out.vec.num = out.num.data();
    out.vec.bound = 1;
    out.vec.nonneg = true;
    return out;
  }

  Getal veelvoud() {
    const std::vector<Getal> all = {Getal::breuk(1, 100),
                                    Getal(5),
                                    Getal(1),
                                    Getal::breuk(1, 2),
                                    Getal::breuk(1, 7),
                                    Getal::breuk(3, 1000),
                                    Getal(kMax),
                                    Getal::breuk(1, kMax),
                                    Getal(64)};
    return pick(4) == 0 ? Getal::breuk(1 + static_cast<std::int64_t>(random_() % 100'000),
                                       1 + static_cast<std::int64_t>(random_() % 100'000))
                        : all[pick(all.size())];
  }

 private:
  std::size_t size_of(Operand& out) {
    out.vec.constant = pick(3) == 0;
    const std::size_t size = out.vec.constant ? 1 : kCells;
    if (pick(3) == 0) {
      for (std::size_t i = 0; i < size; ++i)
        out.toestand.push_back(pick(2) == 0 ? Toestand::goed : static_cast<Toestand>(pick(4)));
      out.vec.toestand = out.toestand.data();
    }
    return size;
  }

  std::int64_t signed_number() {
    const auto n = static_cast<std::int64_t>((random_() & static_cast<std::uint64_t>(kMax)) >> pick(63));
    return pick(2) == 0 ? n : -n;
  }

  void integers(Operand& out, std::size_t size) {
    const bool positive = pick(3) == 0;
    for (std::size_t i = 0; i < size; ++i) {
      const std::int64_t n = pick(6) == 0 ? edge() : signed_number();
      out.num.push_back(positive && n < 0 ? -n : n);
      out.vec.bound = std::max(out.vec.bound, magnitude(out.num.back()));
    }
    out.vec.num = out.num.data();
    out.vec.nonneg = std::all_of(out.num.begin(), out.num.end(), [](auto n) { return n >= 0; }) && pick(2) == 0;
    const std::vector<std::int64_t> dens = {1, 1, 100, 10'000, 3, 1'000'000'007, kMax};
    out.vec.den = dens[pick(dens.size())];
  }

  std::int64_t edge() {
    const std::vector<std::int64_t> all = {
        0, 1, -1, kMax, -kMax, kMax - 1, std::int64_t{1} << 31, std::int64_t{1} << 32};
    return all[pick(all.size())];
  }

  std::mt19937_64 random_;
};

Toestand worst(const Vec& a, const Vec& b, std::size_t i) {
  return std::max(a.state(i), b.state(i));
}

/// Bounds promise what they say, for the next step relies on them.
void expect_sound(const Vec& v) {
  if (v.exact != nullptr) return;
  for (std::size_t i = 0; i < (v.constant ? 1 : kCells); ++i) {
    if (v.state(i) != Toestand::goed) continue;
    RC_ASSERT(magnitude(v.num[i]) <= v.bound);
    RC_ASSERT(!v.nonneg || v.num[i] >= 0);
  }
}

template <typename F>
void expect_cells(const Vec& got, const Vec& a, const Vec& b, F wanted) {
  expect_sound(got);
  for (std::size_t i = 0; i < kCells; ++i) {
    Toestand state = worst(a, b, i);
    const Getal value = state == Toestand::goed ? wanted(i, state) : Getal();
    RC_ASSERT(got.state(i) == state);
    if (state == Toestand::goed) {
      RC_ASSERT(got.value(i) == value);
    }
  }
}

RC_GTEST_PROP(Kernels, ComputeExactly, (std::uint64_t seed)) {
  Maker maker(seed);
  const Operand a = maker.number(), b = maker.number();
  Buffer plus, min, maal, deel;
  expect_cells(arithmetic(Teken::plus, a.vec, b.vec, kCells, plus), a.vec, b.vec,
               [&](std::size_t i, Toestand&) { return a.vec.value(i) + b.vec.value(i); });
  expect_cells(arithmetic(Teken::min, a.vec, b.vec, kCells, min), a.vec, b.vec,
               [&](std::size_t i, Toestand&) { return a.vec.value(i) - b.vec.value(i); });
  expect_cells(arithmetic(Teken::maal, a.vec, b.vec, kCells, maal), a.vec, b.vec,
               [&](std::size_t i, Toestand&) { return a.vec.value(i) * b.vec.value(i); });
  expect_cells(arithmetic(Teken::deel, a.vec, b.vec, kCells, deel), a.vec, b.vec, [&](std::size_t i, Toestand& state) {
    if (!b.vec.value(i).is_zero()) return a.vec.value(i) / b.vec.value(i);
    state = Toestand::fout;
    return Getal();
  });
}

RC_GTEST_PROP(Kernels, NegateExactly, (std::uint64_t seed)) {
  Maker maker(seed);
  const Operand a = maker.number();
  Buffer out;
  expect_cells(negate(a.vec, kCells, out), a.vec, a.vec, [&](std::size_t i, Toestand&) { return -a.vec.value(i); });
}

RC_GTEST_PROP(Kernels, CompareExactly, (std::uint64_t seed)) {
  Maker maker(seed);
  const Operand a = maker.number(), b = maker.pick(4) == 0 ? a : maker.number();
  using Test = bool (*)(const Getal&, const Getal&);
  const std::vector<std::pair<Teken, Test>> all = {
      {Teken::gelijk, [](const Getal& x, const Getal& y) { return x == y; }},
      {Teken::ongelijk, [](const Getal& x, const Getal& y) { return x != y; }},
      {Teken::kleiner, [](const Getal& x, const Getal& y) { return x < y; }},
      {Teken::kleiner_gelijk, [](const Getal& x, const Getal& y) { return x <= y; }},
      {Teken::groter, [](const Getal& x, const Getal& y) { return x > y; }},
      {Teken::groter_gelijk, [](const Getal& x, const Getal& y) { return x >= y; }}};
  for (const auto& [teken, test] : all) {
    Buffer out;
    expect_cells(compare(teken, a.vec, b.vec, kCells, out), a.vec, b.vec,
                 [&](std::size_t i, Toestand&) { return Getal(test(a.vec.value(i), b.vec.value(i)) ? 1 : 0); });
  }
}

RC_GTEST_PROP(Kernels, TakeTheExtreme, (std::uint64_t seed)) {
  Maker maker(seed);
  const Operand a = maker.number(), b = maker.number();
  for (const bool highest : {false, true}) {
    Buffer out;
    expect_cells(extreme(highest, a.vec, b.vec, kCells, out), a.vec, b.vec, [&](std::size_t i, Toestand&) {
      return highest ? std::max(a.vec.value(i), b.vec.value(i)) : std::min(a.vec.value(i), b.vec.value(i));
    });
  }
}

RC_GTEST_PROP(Kernels, FallBackOnlyWhereEmpty, (std::uint64_t seed)) {
  Maker maker(seed);
  const Operand a = maker.number(), b = maker.number();
  Buffer out;
  const Vec got = fallback(a.vec, b.vec, kCells, out);
  expect_sound(got);
  for (std::size_t i = 0; i < kCells; ++i) {
    const Vec& from = a.vec.state(i) == Toestand::leeg ? b.vec : a.vec;
    RC_ASSERT(got.state(i) == from.state(i));
    if (got.state(i) == Toestand::goed) {
      RC_ASSERT(got.value(i) == from.value(i));
    }
  }
}

RC_GTEST_PROP(Kernels, ChooseOneSide, (std::uint64_t seed)) {
  Maker maker(seed);
  const Operand test = maker.yes_no(), yes = maker.number(), no = maker.number();
  Buffer out;
  const Vec got = choose(test.vec, yes.vec, no.vec, kCells, out);
  expect_sound(got);
  for (std::size_t i = 0; i < kCells; ++i) {
    const bool known = test.vec.state(i) == Toestand::goed;
    const Vec& from = test.vec.num[test.vec.at(i)] != 0 ? yes.vec : no.vec;
    RC_ASSERT(got.state(i) == (known ? from.state(i) : test.vec.state(i)));
    if (got.state(i) == Toestand::goed) {
      RC_ASSERT(got.value(i) == from.value(i));
    }
  }
}

RC_GTEST_PROP(Kernels, DecideWithOneSide, (std::uint64_t seed)) {
  Maker maker(seed);
  const Operand a = maker.yes_no(), b = maker.yes_no();
  for (const Teken teken : {Teken::en, Teken::of}) {
    Buffer out;
    const Vec got = logic(teken, a.vec, b.vec, kCells, out);
    for (std::size_t i = 0; i < kCells; ++i) {
      const bool x = a.vec.num[a.vec.at(i)] != 0, y = b.vec.num[b.vec.at(i)] != 0;
      const bool decided = a.vec.state(i) == Toestand::goed && x == (teken == Teken::of);
      RC_ASSERT(got.state(i) == (decided ? Toestand::goed : worst(a.vec, b.vec, i)));
      if (got.state(i) == Toestand::goed)
        RC_ASSERT((got.num[got.at(i)] != 0) == (decided ? x : teken == Teken::en ? x && y : x || y));
    }
  }
}

constexpr Afronding kWijzen[] = {Afronding::rekenkundig, Afronding::omhoog, Afronding::omlaag};

RC_GTEST_PROP(Kernels, RoundAsTheOneRoundingFunction, (std::uint64_t seed)) {
  Maker maker(seed);
  const Operand a = maker.number();
  const Getal veelvoud = maker.veelvoud();
  for (const Afronding mode : kWijzen) {
    Buffer out;
    expect_cells(round_to(a.vec, veelvoud, mode, kCells, out), a.vec, a.vec,
                 [&](std::size_t i, Toestand&) { return rond(a.vec.value(i), veelvoud, mode); });
  }
}

/// Amounts whose halves lie exactly between two multiples.
RC_GTEST_PROP(Kernels, RoundHalvesAwayFromZero, (std::int32_t n, std::uint8_t extra)) {
  const std::int64_t den = 2 * (1 + extra % 50);
  const std::vector<std::int64_t> nums = {n, -static_cast<std::int64_t>(n), 1, -1, den / 2, -den / 2, 0};
  Vec v;
  v.num = nums.data();
  v.den = den;
  for (std::int64_t x : nums) v.bound = std::max(v.bound, magnitude(x));
  for (const Afronding mode : kWijzen) {
    Buffer out;
    const Vec got = round_to(v, Getal(1), mode, kCells, out);
    for (std::size_t i = 0; i < kCells; ++i) RC_ASSERT(got.value(i) == rond(v.value(i), Getal(1), mode));
  }
}

RC_GTEST_PROP(Kernels, MultiplyInOnePass, (std::uint64_t seed)) {
  Maker maker(seed);
  std::vector<Operand> owned;
  for (std::size_t n = 2 + maker.pick(3); n > 0; --n) owned.push_back(maker.number());
  std::vector<const Vec*> factors;
  for (const Operand& o : owned) factors.push_back(&o.vec);
  const Getal veelvoud = maker.veelvoud();
  const bool rounds = maker.pick(2) == 0;
  const Afronding mode = kWijzen[maker.pick(3)];
  Buffer out;
  const Vec got = product(factors, rounds ? &veelvoud : nullptr, mode, kCells, out);
  expect_sound(got);
  for (std::size_t i = 0; i < kCells; ++i) {
    Toestand state = Toestand::goed;
    for (const Vec* f : factors) state = std::max(state, f->state(i));
    RC_ASSERT(got.state(i) == state);
    if (state != Toestand::goed) continue;
    Getal wanted(1);
    for (const Vec* f : factors) wanted *= f->value(i);
    RC_ASSERT(got.value(i) == (rounds ? rond(wanted, veelvoud, mode) : wanted));
  }
}

}  // namespace
}  // namespace zorgkader
