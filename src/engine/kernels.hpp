// Kernels: exact arithmetic on batches. Integers over a shared denominator while bounds prove that nothing overflows,
// exact fractions cell by cell otherwise. Both give the same values; only the speed differs.
#pragma once

#include <vector>

#include "engine/column.hpp"
#include "regeling/formule.hpp"
#include "values/afronding.hpp"

namespace zorgkader {

/// Room for the result of one node; kept from batch to batch so that no cell costs an allocation.
struct Buffer {
  std::vector<std::int64_t> num;
  std::vector<Getal> exact;
  std::vector<Toestand> toestand;
  std::vector<std::uint8_t> pick;
  std::vector<Buffer> spare;  ///< product: results between factors when one pass does not do
};

/// `teken` is plus, min, maal, deel or macht. A division by zero leaves `fout` in its cell.
Vec arithmetic(Teken teken, const Vec& a, const Vec& b, std::size_t count, Buffer& out);
/// Any of the six comparisons; the result is 0/1.
Vec compare(Teken teken, const Vec& a, const Vec& b, std::size_t count, Buffer& out);
/// en / of: the right side does not count where the left side decides.
Vec logic(Teken teken, const Vec& a, const Vec& b, std::size_t count, Buffer& out);
Vec negate(const Vec& a, std::size_t count, Buffer& out);
Vec invert(const Vec& a, std::size_t count, Buffer& out);
/// Cell i from `yes` where `test` is 1, from `no` where it is 0; the other one does not count.
Vec choose(const Vec& test, const Vec& yes, const Vec& no, std::size_t count, Buffer& out);
/// `a`, or `b` in the cells where `a` is leeg.
Vec fallback(const Vec& a, const Vec& b, std::size_t count, Buffer& out);
/// 1 where a cell is good, 0 where it is leeg.
Vec known(const Vec& a, std::size_t count, Buffer& out);
/// Lowest or highest of two.
Vec extreme(bool highest, const Vec& a, const Vec& b, std::size_t count, Buffer& out);
/// Rounds to multiples of `veelvoud` (> 0).
Vec round_to(const Vec& a, const Getal& veelvoud, Afronding mode, std::size_t count, Buffer& out);

/// The product of two or more factors, rounded when `veelvoud` is given: in one pass where bounds allow.
Vec product(const std::vector<const Vec*>& factors, const Getal* veelvoud, Afronding mode, std::size_t count,
            Buffer& out);

/// The product of factors summed over stretches of `lengths[i]` rows: appends a sum each to `sums`, in one pass without
/// keeping the products. False, with nothing done, when bounds do not allow it. `shape` gets denominator and bound.
bool product_sums(const std::vector<const Vec*>& factors, const Getal* veelvoud, Afronding mode,
                  const std::vector<Rij>& lengths, std::vector<std::int64_t>& sums, Vec& shape);

}  // namespace zorgkader
