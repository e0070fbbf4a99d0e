// The codes of a row become one number; the first row of each number is kept in an array, or in a hash table when
// that array would be mostly empty.
#include "feiten/dubbel.hpp"

namespace zorgkader::feiten {
namespace {

constexpr std::uint32_t kGeen = 0xFFFFFFFF;

/// Number to the row that had it first, in an open hash table.
class EersteRijen {
 public:
  explicit EersteRijen(std::size_t rows) {
    std::size_t size = 16;
    while (size < rows * 2) size *= 2;
    vakken_.resize(size);
  }

  std::uint32_t first(std::uint64_t number, std::uint32_t row) {
    std::size_t at = (number * 0x9E3779B97F4A7C15ULL >> 20) & (vakken_.size() - 1);
    for (; vakken_[at].rij != kGeen; at = (at + 1) & (vakken_.size() - 1)) {
      if (vakken_[at].number == number) return vakken_[at].rij;
    }
    vakken_[at] = {number, row};
    return row;
  }

 private:
  struct Vak {
    std::uint64_t number = 0;
    std::uint32_t rij = kGeen;
  };
  std::vector<Vak> vakken_;
};

std::vector<std::uint32_t> first_rows(const std::vector<std::uint64_t>& numbers, std::uint64_t bound) {
  std::vector<std::uint32_t> out(numbers.size());
  const auto rows = static_cast<std::uint32_t>(numbers.size());
  if (bound <= 4 * std::uint64_t{rows} + 1024) {
    std::vector<std::uint32_t> seen(bound, kGeen);
    for (std::uint32_t row = 0; row < rows; ++row) {
      if (seen[numbers[row]] == kGeen) seen[numbers[row]] = row;
      out[row] = seen[numbers[row]];
    }
    return out;
  }
  EersteRijen seen(rows);
  for (std::uint32_t row = 0; row < rows; ++row) out[row] = seen.first(numbers[row], row);
  return out;
}

}  // namespace

std::vector<Dubbel> find_dubbel(const std::vector<SleutelKolom>& sleutels, std::size_t rijen) {
  std::vector<std::uint64_t> numbers(rijen, 0);
  std::uint64_t bound = 1;
  for (const SleutelKolom& sleutel : sleutels) {
    const std::uint64_t members = sleutel.leden.size();
    std::uint64_t next = 0;
    if (__builtin_mul_overflow(bound, members, &next)) {
      // Too many combinations to number: number only those that occur, by the row that has them first.
      const auto firsts = first_rows(numbers, bound);
      numbers.assign(firsts.begin(), firsts.end());
      next = rijen * members;
    }
    for (std::size_t row = 0; row < rijen; ++row) numbers[row] = numbers[row] * members + sleutel.codes[row];
    bound = next;
  }
  std::vector<Dubbel> out;
  const auto firsts = first_rows(numbers, bound);
  for (std::uint32_t row = 0; row < rijen; ++row) {
    if (firsts[row] != row) out.push_back({row, firsts[row]});
  }
  return out;
}

}  // namespace zorgkader::feiten
