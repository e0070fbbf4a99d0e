// Any bytes as the JSON of a calculation: what is read must be written back and read as the same.
#include <cstdlib>
#include <sstream>
#include <string_view>

#include "rapport/herhaling.hpp"
#include "rapport/json.hpp"

using namespace zorgkader;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  zelfde_uitkomsten(text, {});
  const auto read = lees_herhaling(text, "a.json");
  if (!read) {
    require(read.errors()[0].code == "uitkomst-onleesbaar");
    return 0;
  }
  Berekening b;
  b.oproep = read->oproep;
  b.vingerafdruk = read->vingerafdruk;
  std::ostringstream out;
  write_json(b, out);
  const auto again = lees_herhaling(out.str(), "b.json");
  require(again && again->oproep == b.oproep && again->vingerafdruk == b.vingerafdruk);
  require(zelfde_uitkomsten(out.str(), b));
  return 0;
}
