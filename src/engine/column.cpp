// Building columns batch by batch without losing a digit.
#include "engine/column.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace zorgkader {
namespace {

constexpr std::int64_t kMostSharedDenominator = 1'000'000'000'000;

}  // namespace

std::uint64_t magnitude(std::int64_t v) {
  return v < 0 ? -static_cast<std::uint64_t>(v) : static_cast<std::uint64_t>(v);
}

void Column::append_state(const Vec& v, std::size_t count) {
  if (v.toestand == nullptr) {
    if (!toestand.empty()) toestand.insert(toestand.end(), count, Toestand::goed);
    return;
  }
  if (toestand.empty()) toestand.assign(size(), Toestand::goed);
  if (v.constant)
    toestand.insert(toestand.end(), count, v.toestand[0]);
  else
    toestand.insert(toestand.end(), v.toestand, v.toestand + count);
}

void Column::make_exact() {
  if (!exact.empty() || ints.empty()) return;
  exact.reserve(ints.capacity());
  for (std::int64_t n : ints) exact.push_back(Getal::breuk(n, noemer));
  ints.clear();
}

bool Column::widen_to(std::int64_t den) {
  if (den == noemer) return true;
  if (den > kMostSharedDenominator || noemer > kMostSharedDenominator) return false;
  const auto least = static_cast<__int128>(noemer / std::gcd(noemer, den)) * den;  // does not fit 64 bits at worst
  if (least > kMostSharedDenominator) return false;
  const auto common = static_cast<std::int64_t>(least);
  const std::int64_t factor = common / noemer;
  if (bound > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) / static_cast<std::uint64_t>(factor))
    return false;
  for (std::int64_t& n : ints) n *= factor;
  bound *= static_cast<std::uint64_t>(factor);
  noemer = common;
  return true;
}

void Column::append(const Vec& v, std::size_t count) {
  append_state(v, count);
  if (v.exact == nullptr && exact.empty()) {
    if (ints.empty()) noemer = v.den;
    if (widen_to(v.den)) {
      const std::int64_t factor = noemer / v.den;
      const auto limit =
          static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) / static_cast<std::uint64_t>(factor);
      if (noemer % v.den == 0 && v.bound <= limit) {
        bound = std::max(bound, v.bound * static_cast<std::uint64_t>(factor));
        const std::size_t start = ints.size();
        ints.resize(start + count);
        std::int64_t lowest = 0;
        for (std::size_t i = 0; i < count; ++i) {
          ints[start + i] = v.num[v.at(i)] * factor;
          lowest = std::min(lowest, ints[start + i]);
        }
        nonneg = nonneg && lowest == 0;
        return;
      }
    }
  }
  if (exact.empty() && ints.empty()) exact.reserve(count);
  make_exact();
  for (std::size_t i = 0; i < count; ++i) exact.push_back(v.state(i) == Toestand::goed ? v.value(i) : Getal());
}

void Column::append(const Getal& value, Toestand state) {
  Vec v;
  v.exact = &value;
  std::int64_t num = 0;
  if (value.is_small()) {
    num = value.small_num();
    v.exact = nullptr;
    v.num = &num;
    v.den = value.small_den();
    v.bound = magnitude(num);
  }
  v.toestand = state == Toestand::goed ? nullptr : &state;
  v.constant = true;
  append(v, 1);
}

void Column::append_int(std::int64_t value, Toestand state) {
  Vec v;
  v.num = &value;
  v.bound = magnitude(value);
  v.toestand = state == Toestand::goed ? nullptr : &state;
  v.constant = true;
  append(v, 1);
}

void Column::set(Rij row, const Getal& value) {
  const auto num = exact.empty() ? (value * Getal(noemer)).as_int64() : std::nullopt;
  if (num) {
    ints[row] = *num;
    bound = std::max(bound, magnitude(*num));
    nonneg = nonneg && *num >= 0;
  } else {
    make_exact();
    exact[row] = value;
  }
  if (!toestand.empty()) toestand[row] = Toestand::goed;
}

Vec Column::view(Rij first) const {
  Vec v;
  if (!exact.empty())
    v.exact = exact.data() + first;
  else
    v.num = ints.data() + first;
  v.den = noemer;
  v.bound = bound;
  v.nonneg = nonneg;
  if (!toestand.empty()) v.toestand = toestand.data() + first;
  return v;
}

}  // namespace zorgkader
