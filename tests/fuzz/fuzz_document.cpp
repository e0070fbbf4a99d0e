// Any bytes as an arrangement: findings have places and text; what has no errors is computed without facts, and every
// value that comes out can be derived.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/herleiden.hpp"
#include "engine/run.hpp"

using namespace zorgkader;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const Bevindingen& found) {
  for (const Bevinding& b : found) require(!to_text(b).empty() && b.plaats.regel >= 0 && b.plaats.kolom >= 0);
}

void derive_some(Run& run, int q) {
  constexpr Rij kMostCells = 8;
  const Column* column = run.column(q);
  if (column == nullptr || column->onbruikbaar) return;
  for (Rij row = 0; row < std::min(kMostCells, column->index->rows()); ++row) {
    if (column->state(row) == Toestand::goed) require(!derive(run, q, row).stappen.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Bevindingen found;
  const Regeling r = read_regeling("fuzz.md", text, {}, found);
  check(found);
  if (has_errors(found)) return 0;
  Run run(r, {}, {Datum{}, false}, found);
  std::vector<int> all(r.grootheden.size());
  for (std::size_t q = 0; q < all.size(); ++q) all[q] = static_cast<int>(q);
  run.compute(all);
  run.check_eisen(true);
  for (int q : all) derive_some(run, q);
  check(found);
  return 0;
}
