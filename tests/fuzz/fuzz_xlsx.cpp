// Any bytes as a workbook: every sheet is read as a fact. The seeds are stored, not deflated, so that changes reach
// the XML; a wrong checksum is seen only after it was parsed.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "feiten/werkmap.hpp"

using namespace zorgkader;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const feiten::Werkmap werkmap({reinterpret_cast<const char*>(data), size});
  if (werkmap.fault()) return 0;
  std::size_t sheets = 0;
  for (const feiten::Werkblad& blad : werkmap.bladen()) {
    if (++sheets > 4) return 0;
    for (const Soort soort : {Soort::getal, Soort::datum}) {
      const FeitVorm vorm{"feit", {soort, {}}, {"product"}};
      const auto got = feiten::read_werkblad(werkmap, blad, "feit.xlsx", vorm);
      if (got.tabel.has_value() != got.bevindingen.empty()) std::abort();
      if (got.tabel && got.tabel->herkomst.regels.size() != got.tabel->size()) std::abort();
    }
  }
  return 0;
}
