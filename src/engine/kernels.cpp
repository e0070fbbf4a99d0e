// Loops over batches. The bound of each operand decides once a batch whether plain 64-bit integers are safe.
#include "engine/kernels.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace zorgkader {
namespace {

/// A value with more bits than this is no amount, volume or index.
constexpr std::size_t kMostBits = 128'000;
constexpr std::uint64_t kMax = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

template <typename T>
void room(std::vector<T>& v, std::size_t count) {
  if (v.size() < count) v.resize(count);
}

/// Both vecs constant: one cell is enough.
std::size_t cells(const Vec& a, const Vec& b, std::size_t count) {
  return a.constant && b.constant ? 1 : count;
}

const Toestand* worst(const Vec& a, const Vec& b, std::size_t count, Buffer& out) {
  if (a.toestand == nullptr && b.toestand == nullptr) return nullptr;
  room(out.toestand, count);
  for (std::size_t i = 0; i < count; ++i) out.toestand[i] = std::max(a.state(i), b.state(i));
  return out.toestand.data();
}

/// Runs f(x, y) over two operands of which either may be a constant, in loops a compiler can vectorise.
template <typename F>
void each(const Vec& a, const Vec& b, std::size_t count, std::int64_t* out, F f) {
  if (a.constant && !b.constant) {
    const std::int64_t x = a.num[0];
    for (std::size_t i = 0; i < count; ++i) out[i] = f(x, b.num[i]);
  } else if (b.constant && !a.constant) {
    const std::int64_t y = b.num[0];
    for (std::size_t i = 0; i < count; ++i) out[i] = f(a.num[i], y);
  } else {
    for (std::size_t i = 0; i < count; ++i) out[i] = f(a.num[i], b.num[i]);
  }
}

Vec result(const Vec& a, const Vec& b, Buffer& out, const Toestand* states) {
  Vec v;
  v.num = out.num.data();
  v.toestand = states;
  v.constant = a.constant && b.constant;
  return v;
}

/// Factors that bring two denominators to their least common multiple; false when bounds would not fit.
struct Common {
  std::int64_t den = 1, left = 1, right = 1;
  std::uint64_t left_bound = 0, right_bound = 0;
};
bool common(const Vec& a, const Vec& b, Common& c) {
  if (a.exact != nullptr || b.exact != nullptr) return false;
  const auto den = static_cast<__int128>(a.den / std::gcd(a.den, b.den)) * b.den;
  if (den > static_cast<__int128>(kMax)) return false;
  c.den = static_cast<std::int64_t>(den);
  c.left = c.den / a.den;
  c.right = c.den / b.den;
  const auto left = static_cast<unsigned __int128>(a.bound) * static_cast<std::uint64_t>(c.left);
  const auto right = static_cast<unsigned __int128>(b.bound) * static_cast<std::uint64_t>(c.right);
  if (left + right > kMax) return false;
  c.left_bound = static_cast<std::uint64_t>(left);
  c.right_bound = static_cast<std::uint64_t>(right);
  return true;
}

bool add_fast(Teken teken, const Vec& a, const Vec& b, std::size_t count, Buffer& out, Vec& v) {
  Common c;
  if (!common(a, b, c)) return false;
  const std::int64_t l = c.left, r = teken == Teken::plus ? c.right : -c.right;
  if (l == 1 && r == 1)
    each(a, b, count, out.num.data(), [](auto x, auto y) { return x + y; });
  else if (l == 1 && r == -1)
    each(a, b, count, out.num.data(), [](auto x, auto y) { return x - y; });
  else
    each(a, b, count, out.num.data(), [l, r](auto x, auto y) { return x * l + y * r; });
  v.den = c.den;
  v.bound = c.left_bound + c.right_bound;
  v.nonneg = teken == Teken::plus && a.nonneg && b.nonneg;
  return true;
}

bool multiply_fast(const Vec& a, const Vec& b, std::size_t count, Buffer& out, Vec& v) {
  if (a.exact != nullptr || b.exact != nullptr) return false;
  const auto bound = static_cast<unsigned __int128>(a.bound) * b.bound;
  const auto den = static_cast<__int128>(a.den) * b.den;
  if (bound > kMax || den > static_cast<__int128>(kMax)) return false;
  each(a, b, count, out.num.data(), [](auto x, auto y) { return x * y; });
  v.den = static_cast<std::int64_t>(den);
  v.bound = static_cast<std::uint64_t>(bound);
  v.nonneg = a.nonneg && b.nonneg;
  return true;
}

/// Division by a constant is multiplication by its inverse.
bool divide_fast(const Vec& a, const Vec& b, std::size_t count, Buffer& out, Vec& v) {
  if (!b.constant || b.exact != nullptr || b.toestand != nullptr || b.num[0] == 0) return false;
  const std::int64_t sign = b.num[0] < 0 ? -1 : 1;
  const std::int64_t num = sign * b.den;
  Vec inverse = b;
  inverse.num = &num;
  inverse.den = sign * b.num[0];
  inverse.bound = magnitude(num);
  inverse.nonneg = num >= 0;
  return multiply_fast(a, inverse, count, out, v);
}

Getal exact_step(Teken teken, const Getal& x, const Getal& y, Toestand& state) {
  switch (teken) {
    case Teken::plus:
      return x + y;
    case Teken::min:
      return x - y;
    case Teken::maal:
      return x * y;
    case Teken::deel:
      if (!y.is_zero()) return x / y;
      break;
    default: {
      const auto exponent = y.as_int64();
      constexpr std::int64_t kMostExponent = 1000;
      const bool in_range = exponent && *exponent >= -kMostExponent && *exponent <= kMostExponent;
      if (in_range && x.bits() * magnitude(*exponent) <= kMostBits && (!x.is_zero() || *exponent >= 0))
        return x.pow(*exponent);
    }
  }
  state = Toestand::fout;
  return Getal();
}

Vec arithmetic_exact(Teken teken, const Vec& a, const Vec& b, std::size_t count, Buffer& out) {
  room(out.exact, count);
  room(out.toestand, count);
  bool good = true;
  for (std::size_t i = 0; i < count; ++i) {
    Toestand state = std::max(a.state(i), b.state(i));
    out.exact[i] = state == Toestand::goed ? exact_step(teken, a.value(i), b.value(i), state) : Getal();
    // A recurrence that squares itself would otherwise never end.
    if (out.exact[i].bits() > kMostBits) {
      out.exact[i] = Getal();
      state = Toestand::fout;
    }
    out.toestand[i] = state;
    good = good && state == Toestand::goed;
  }
  Vec v;
  v.exact = out.exact.data();
  v.toestand = good ? nullptr : out.toestand.data();
  v.constant = a.constant && b.constant;
  return v;
}

void compare_fast(Teken teken, const Vec& a, const Vec& b, std::int64_t l, std::int64_t r, std::size_t count,
                  std::int64_t* out) {
  switch (teken) {
    case Teken::gelijk:
      return each(a, b, count, out, [l, r](auto x, auto y) -> std::int64_t { return x * l == y * r; });
    case Teken::ongelijk:
      return each(a, b, count, out, [l, r](auto x, auto y) -> std::int64_t { return x * l != y * r; });
    case Teken::kleiner:
      return each(a, b, count, out, [l, r](auto x, auto y) -> std::int64_t { return x * l < y * r; });
    case Teken::kleiner_gelijk:
      return each(a, b, count, out, [l, r](auto x, auto y) -> std::int64_t { return x * l <= y * r; });
    case Teken::groter:
      return each(a, b, count, out, [l, r](auto x, auto y) -> std::int64_t { return x * l > y * r; });
    default:
      return each(a, b, count, out, [l, r](auto x, auto y) -> std::int64_t { return x * l >= y * r; });
  }
}

/// Takes cell i from a (out.pick 0) or b (1) into one vec.
/// `states` are the states of the merged cells, nullptr when all are good.
Vec merge(const Vec& a, const Vec& b, const Toestand* states, std::size_t count, Buffer& out) {
  const std::uint8_t* pick = out.pick.data();
  Vec v;
  Common c;
  v.toestand = states;
  if (common(a, b, c)) {
    room(out.num, count);
    for (std::size_t i = 0; i < count; ++i)
      out.num[i] = pick[i] == 0 ? a.num[a.at(i)] * c.left : b.num[b.at(i)] * c.right;
    v.num = out.num.data();
    v.den = c.den;
    v.bound = std::max(c.left_bound, c.right_bound);
    v.nonneg = a.nonneg && b.nonneg;
    return v;
  }
  room(out.exact, count);
  for (std::size_t i = 0; i < count; ++i) out.exact[i] = pick[i] == 0 ? a.value(i) : b.value(i);
  v.exact = out.exact.data();
  return v;
}

}  // namespace

Vec arithmetic(Teken teken, const Vec& a, const Vec& b, std::size_t count, Buffer& out) {
  count = cells(a, b, count);
  room(out.num, count);
  Vec v = result(a, b, out, nullptr);
  const bool sum = teken == Teken::plus || teken == Teken::min;
  const bool fast = sum                    ? add_fast(teken, a, b, count, out, v)
                    : teken == Teken::maal ? multiply_fast(a, b, count, out, v)
                    : teken == Teken::deel ? divide_fast(a, b, count, out, v)
                                           : false;
  if (!fast) return arithmetic_exact(teken, a, b, count, out);
  v.toestand = worst(a, b, count, out);
  return v;
}

Vec compare(Teken teken, const Vec& a, const Vec& b, std::size_t count, Buffer& out) {
  count = cells(a, b, count);
  room(out.num, count);
  Vec v = result(a, b, out, worst(a, b, count, out));
  v.bound = 1;
  Common c;
  if (common(a, b, c)) {
    compare_fast(teken, a, b, c.left, c.right, count, out.num.data());
  } else {
    for (std::size_t i = 0; i < count; ++i)
      out.num[i] = v.state(i) == Toestand::goed && is_so(teken, a.value(i) <=> b.value(i));
  }
  return v;
}

Vec logic(Teken teken, const Vec& a, const Vec& b, std::size_t count, Buffer& out) {
  count = cells(a, b, count);
  room(out.num, count);
  Vec v = result(a, b, out, nullptr);
  v.bound = 1;
  const std::int64_t decisive = teken == Teken::of ? 1 : 0;
  if (a.toestand == nullptr && b.toestand == nullptr) {
    if (decisive == 1)
      each(a, b, count, out.num.data(), [](auto x, auto y) { return x | y; });
    else
      each(a, b, count, out.num.data(), [](auto x, auto y) { return x & y; });
    return v;
  }
  room(out.toestand, count);
  for (std::size_t i = 0; i < count; ++i) {
    const bool decided = a.state(i) == Toestand::goed && a.num[a.at(i)] == decisive;
    out.toestand[i] = decided ? Toestand::goed : std::max(a.state(i), b.state(i));
    out.num[i] = decided ? decisive : b.num[b.at(i)];
  }
  v.toestand = out.toestand.data();
  return v;
}

Vec negate(const Vec& a, std::size_t count, Buffer& out) {
  static const std::int64_t kZero = 0;
  Vec zero;
  zero.num = &kZero;
  zero.constant = true;
  return arithmetic(Teken::min, zero, a, count, out);
}

Vec invert(const Vec& a, std::size_t count, Buffer& out) {
  if (a.constant) count = 1;
  room(out.num, count);
  for (std::size_t i = 0; i < count; ++i) out.num[i] = a.num[i] ^ 1;
  Vec v = a;
  v.num = out.num.data();
  return v;
}

Vec choose(const Vec& test, const Vec& yes, const Vec& no, std::size_t count, Buffer& out) {
  room(out.pick, count);
  const bool states = test.toestand != nullptr || yes.toestand != nullptr || no.toestand != nullptr;
  if (states) room(out.toestand, count);
  for (std::size_t i = 0; i < count; ++i) {
    out.pick[i] = test.num[test.at(i)] == 0;
    if (states)
      out.toestand[i] = test.state(i) != Toestand::goed ? test.state(i) : out.pick[i] == 0 ? yes.state(i) : no.state(i);
  }
  return merge(yes, no, states ? out.toestand.data() : nullptr, count, out);
}

Vec fallback(const Vec& a, const Vec& b, std::size_t count, Buffer& out) {
  if (a.toestand == nullptr) return a;
  room(out.pick, count);
  room(out.toestand, count);
  for (std::size_t i = 0; i < count; ++i) {
    out.pick[i] = a.state(i) == Toestand::leeg;
    out.toestand[i] = out.pick[i] != 0 ? b.state(i) : a.state(i);
  }
  return merge(a, b, out.toestand.data(), count, out);
}

Vec known(const Vec& a, std::size_t count, Buffer& out) {
  room(out.num, count);
  room(out.toestand, count);
  for (std::size_t i = 0; i < count; ++i) {
    const Toestand state = a.state(i);
    out.num[i] = state == Toestand::goed ? 1 : 0;
    out.toestand[i] = state == Toestand::leeg ? Toestand::goed : state;
  }
  Vec v;
  v.num = out.num.data();
  v.bound = 1;
  v.nonneg = true;
  v.toestand = out.toestand.data();
  return v;
}

Vec extreme(bool highest, const Vec& a, const Vec& b, std::size_t count, Buffer& out) {
  room(out.pick, count);
  const Toestand* states = worst(a, b, count, out);
  Common c;
  const bool fast = common(a, b, c);
  for (std::size_t i = 0; i < count; ++i) {
    const bool above = fast ? a.num[a.at(i)] * c.left >= b.num[b.at(i)] * c.right
                            : std::max(a.state(i), b.state(i)) == Toestand::goed && a.value(i) >= b.value(i);
    out.pick[i] = above != highest;
  }
  return merge(a, b, states, count, out);
}

}  // namespace zorgkader
