// Rounding and products in one pass: the loops that most of the time of a run goes to.
#include <algorithm>
#include <limits>
#include <numeric>

#include "engine/divisor.hpp"
#include "engine/kernels.hpp"

namespace zorgkader {
namespace {

constexpr std::uint64_t kMax = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

template <typename T>
void room(std::vector<T>& v, std::size_t count) {
  if (v.size() < count) v.resize(count);
}

/// Steps of `veelvoud` in numerators: value = num/den, step = p/q, so steps = num*q / (den*p).
struct RoundPlan {
  std::int64_t times = 1, over = 1, unit = 1, den = 1;
};
bool plan_round(const Vec& a, const Getal& veelvoud, RoundPlan& plan, std::uint64_t& bound) {
  if (a.exact != nullptr || !veelvoud.is_small()) return false;
  const std::int64_t shared = std::gcd(veelvoud.small_den(), a.den);
  plan.times = veelvoud.small_den() / shared;
  const auto over = static_cast<__int128>(a.den / shared) * veelvoud.small_num();
  const auto scaled = static_cast<unsigned __int128>(a.bound) * static_cast<std::uint64_t>(plan.times);
  // Twice over and a half must still fit: see the nearest rule in round_to.
  if (over > static_cast<__int128>(kMax / 4) || scaled > kMax / 4) return false;
  plan.over = static_cast<std::int64_t>(over);
  plan.unit = veelvoud.small_num();
  plan.den = veelvoud.small_den();
  const auto most = (static_cast<std::uint64_t>(scaled) / static_cast<std::uint64_t>(over) + 1) *
                    static_cast<unsigned __int128>(plan.unit);
  if (most > kMax) return false;
  bound = static_cast<std::uint64_t>(most);
  return true;
}

/// Steps of a rounding: magnitude, whole steps, the sign again. What is added before dividing decides where it rounds
/// to.
class Steps {
 public:
  Steps(const RoundPlan& plan, Afronding mode)
      : by_(static_cast<std::uint64_t>(plan.over)),
        above_(mode == Afronding::rekenkundig ? plan.over / 2
               : mode == Afronding::omhoog    ? plan.over - 1
                                              : 0),
        below_(mode == Afronding::rekenkundig ? plan.over / 2
               : mode == Afronding::omlaag    ? plan.over - 1
                                              : 0) {}

  template <bool kNonneg>
  std::int64_t of(std::int64_t x) const {
    if constexpr (kNonneg) return static_cast<std::int64_t>(by_.divide(static_cast<std::uint64_t>(x + above_)));
    const std::int64_t sign = x >> 63;  // 0 or -1
    const std::int64_t shift = above_ + ((below_ - above_) & sign);
    const auto steps = static_cast<std::int64_t>(by_.divide(static_cast<std::uint64_t>(((x ^ sign) - sign) + shift)));
    return (steps ^ sign) - sign;
  }

 private:
  Divisor by_;
  std::int64_t above_, below_;
};

/// Calls finish(f) with f(i) the rounded numerator, where value(i) gives the numerator before rounding.
template <typename F, typename Finish>
void rounded(const RoundPlan& plan, Afronding mode, bool nonneg, F value, Finish finish) {
  const std::int64_t times = plan.times, unit = plan.unit;
  if (plan.over == 1) return finish([value, times, unit](std::size_t i) { return value(i) * times * unit; });
  const Steps steps(plan, mode);
  if (nonneg && times == 1 && unit == 1) {
    finish([value, steps](std::size_t i) { return steps.of<true>(value(i)); });
  } else {
    finish([value, steps, times, unit](std::size_t i) { return steps.of<false>(value(i) * times) * unit; });
  }
}

/// Fills a buffer.
struct Fill {
  std::int64_t* out;
  std::size_t count;
  template <typename F>
  void operator()(F value) const {
    for (std::size_t i = 0; i < count; ++i) out[i] = value(i);
  }
};

/// Sums stretches.
struct SumUp {
  const std::vector<Rij>& lengths;
  std::vector<std::int64_t>& sums;
  template <typename F>
  void operator()(F value) const {
    std::size_t i = 0;
    for (const Rij length : lengths) {
      std::int64_t total = 0;
      for (const std::size_t end = i + length; i < end; ++i) total += value(i);
      sums.push_back(total);
    }
  }
};

/// Up to three factors that vary, one constant factor, and a rounding.
struct ProductPlan {
  const std::int64_t* factors[3] = {};
  int varying = 0;
  std::int64_t k = 1;
  bool rounds = false;
  RoundPlan round;
  bool nonneg = true;  ///< of the product before rounding, as `shape` is after it
  Vec shape;           ///< denominator and bound of the result
};

/// Whether a product can be made in one pass; false when it must go factor by factor.
bool plan_product(const std::vector<const Vec*>& factors, const Getal* veelvoud, ProductPlan& plan) {
  unsigned __int128 bound = 1;
  __int128 den = 1;
  for (const Vec* f : factors) {
    if (f->exact != nullptr || f->toestand != nullptr) return false;
    // At least 1, so that the bound also covers the constants when some factor is always zero.
    bound *= std::max<std::uint64_t>(f->bound, 1);
    den *= f->den;
    if (bound > kMax || den > static_cast<__int128>(kMax)) return false;
    plan.nonneg = plan.nonneg && f->nonneg;
    if (f->constant)
      plan.k *= f->num[0];
    else if (plan.varying == 3)
      return false;
    else
      plan.factors[plan.varying++] = f->num;
  }
  plan.shape.bound = static_cast<std::uint64_t>(bound);
  plan.shape.den = static_cast<std::int64_t>(den);
  plan.shape.nonneg = plan.nonneg;
  if (plan.varying == 0) return false;
  if (veelvoud == nullptr) return true;
  plan.rounds = true;
  const Vec before = plan.shape;
  if (!plan_round(before, *veelvoud, plan.round, plan.shape.bound)) return false;
  plan.shape.den = plan.round.den;
  return true;
}

template <typename Finish>
void run_product(const ProductPlan& plan, Afronding mode, Finish finish) {
  const auto last = [&](auto value) {
    if (plan.rounds)
      rounded(plan.round, mode, plan.nonneg, value, finish);
    else
      finish(value);
  };
  const std::int64_t *a = plan.factors[0], *b = plan.factors[1], *c = plan.factors[2], k = plan.k;
  if (plan.varying == 3 && k == 1)
    last([a, b, c](std::size_t i) { return a[i] * b[i] * c[i]; });
  else if (plan.varying == 3)
    last([a, b, c, k](std::size_t i) { return a[i] * b[i] * c[i] * k; });
  else if (plan.varying == 2)
    last([a, b, k](std::size_t i) { return a[i] * b[i] * k; });
  else
    last([a, k](std::size_t i) { return a[i] * k; });
}

}  // namespace

Vec round_to(const Vec& a, const Getal& veelvoud, Afronding mode, std::size_t count, Buffer& out) {
  if (a.constant) count = 1;
  Vec v = a;
  RoundPlan plan;
  if (plan_round(a, veelvoud, plan, v.bound)) {
    room(out.num, count);
    const std::int64_t* from = a.num;
    rounded(
        plan, mode, a.nonneg, [from](std::size_t i) { return from[i]; }, Fill{out.num.data(), count});
    v.num = out.num.data();
    v.den = plan.den;
    return v;
  }
  room(out.exact, count);
  for (std::size_t i = 0; i < count; ++i)
    out.exact[i] = a.state(i) == Toestand::goed ? rond(a.value(i), veelvoud, mode) : Getal();
  v.exact = out.exact.data();
  return v;
}

Vec product(const std::vector<const Vec*>& factors, const Getal* veelvoud, Afronding mode, std::size_t count,
            Buffer& out) {
  ProductPlan plan;
  if (plan_product(factors, veelvoud, plan)) {
    room(out.num, count);
    run_product(plan, mode, Fill{out.num.data(), count});
    plan.shape.num = out.num.data();
    return plan.shape;
  }
  if (out.spare.size() < factors.size() + 1) out.spare.resize(factors.size() + 1);
  Vec v = *factors[0];
  for (std::size_t i = 1; i < factors.size(); ++i) v = arithmetic(Teken::maal, v, *factors[i], count, out.spare[i]);
  return veelvoud == nullptr ? v : round_to(v, *veelvoud, mode, count, out.spare[0]);
}

bool product_sums(const std::vector<const Vec*>& factors, const Getal* veelvoud, Afronding mode,
                  const std::vector<Rij>& lengths, std::vector<std::int64_t>& sums, Vec& shape) {
  ProductPlan plan;
  if (!plan_product(factors, veelvoud, plan)) return false;
  const std::uint64_t rows = std::accumulate(lengths.begin(), lengths.end(), std::uint64_t{0});
  if (static_cast<unsigned __int128>(plan.shape.bound) * rows > kMax) return false;
  run_product(plan, mode, SumUp{lengths, sums});
  shape = plan.shape;
  return true;
}

}  // namespace zorgkader
