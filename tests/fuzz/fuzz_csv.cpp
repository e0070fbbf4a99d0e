// Any bytes as a CSV fact: the first byte chooses what is asked for, the rest is the file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "feiten/csv_feit.hpp"

using namespace zorgkader;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr Soort kSoorten[] = {Soort::getal, Soort::getal, Soort::ja_nee, Soort::tekst, Soort::datum};
  const unsigned choice = data[0] % 10U;
  FeitVorm vorm{"feit", {kSoorten[choice % 5U], choice % 5U == 1 ? Eenheid::procent() : Eenheid::basis("€")}, {}};
  if (choice < 5) vorm.sleutels = {"a", "b"};
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto got = feiten::read_csv(text, "feit.csv", vorm);
  if (got.tabel.has_value() != got.bevindingen.empty()) std::abort();
  for (const Bevinding& found : got.bevindingen) {
    if (to_text(found).empty() || found.plaats.regel < 1 || found.plaats.kolom < 0) std::abort();
  }
  if (!got.tabel) return 0;
  const Tabel& tabel = *got.tabel;
  if (tabel.herkomst.regels.size() != tabel.size()) std::abort();
  for (std::size_t row = 0; row < tabel.size(); ++row) {
    if (format_plain(tabel.waarden.at(row), tabel.vorm).empty()) std::abort();
    for (const SleutelKolom& key : tabel.sleutels) {
      if (key.at(row).empty()) std::abort();
    }
  }
  return 0;
}
