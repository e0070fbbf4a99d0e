// Rounding and exact division of an amount in parts.
#include "values/afronding.hpp"

#include <algorithm>
#include <numeric>

namespace zorgkader {

Getal rond(const Getal& x, const Getal& veelvoud, Afronding mode) {
  if (veelvoud.is_zero()) return x;
  const Getal steps = x / veelvoud;
  switch (mode) {
    case Afronding::omhoog:
      return steps.ceil() * veelvoud;
    case Afronding::omlaag:
      return steps.floor() * veelvoud;
    case Afronding::rekenkundig:
      break;
  }
  const Getal nearest = (steps.abs() + Getal::breuk(1, 2)).floor();
  return (steps.sign() < 0 ? -nearest : nearest) * veelvoud;
}

std::vector<Getal> verdeel(const Getal& bedrag, int delen, const Getal& veelvoud) {
  const bool negative = bedrag.sign() < 0;
  Getal left = bedrag.abs();
  const Getal part = rond(left / Getal(delen), veelvoud);
  std::vector<Getal> out;
  out.reserve(static_cast<std::size_t>(delen));
  for (int i = 0; i < delen; ++i) {
    const Getal next = i + 1 == delen ? left : std::min(part, left);
    left -= next;
    out.push_back(negative ? -next : next);
  }
  return out;
}

std::vector<Getal> naar_rato(const Getal& bedrag, const std::vector<Getal>& gewichten, const Getal& veelvoud) {
  Getal total;
  for (const Getal& w : gewichten) total += w;
  const bool negative = bedrag.sign() < 0;
  Getal left = bedrag.abs();
  const Getal share = left / total;
  std::vector<Getal> parts, rest;
  for (const Getal& w : gewichten) {
    const Getal exact = share * w;
    parts.push_back(rond(exact, veelvoud, Afronding::omlaag));
    rest.push_back(exact - parts.back());
    left -= parts.back();
  }
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rest[a] > rest[b]; });
  for (std::size_t i = 0; i < order.size() && left.sign() > 0; ++i) {
    const Getal extra = std::min(veelvoud, left);
    parts[order[i]] += extra;
    left -= extra;
  }
  if (negative) {
    for (Getal& p : parts) p = -p;
  }
  return parts;
}

std::vector<Getal> rond_delen(const std::vector<Getal>& delen, const Getal& veelvoud) {
  Getal whole, floors;
  std::vector<Getal> parts, rest;
  for (const Getal& d : delen) {
    whole += d;
    parts.push_back(rond(d, veelvoud, Afronding::omlaag));
    rest.push_back(d - parts.back());
    floors += parts.back();
  }
  Getal left = rond(whole, veelvoud) - floors;
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rest[a] > rest[b]; });
  for (std::size_t i = 0; left.sign() > 0; ++i, left -= veelvoud) parts[order[i]] += veelvoud;
  return parts;
}

}  // namespace zorgkader
