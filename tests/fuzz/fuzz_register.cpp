// Any bytes as a register: the first byte chooses which, the rest is the file, and also the content of an event.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "dossier/registerinhoud.hpp"
#include "dossier/registerlezer.hpp"
#include "dossier/registerstand.hpp"

using namespace zorgkader;
using namespace zorgkader::dossier;

namespace {

void look(const Registerblok& blok) {
  for (const Bevinding& found : blok.bevindingen) {
    if (to_text(found).empty() || found.plaats.regel < 0 || found.plaats.kolom < 0) std::abort();
  }
  const auto back = read_inhoud(write_inhoud(blok));
  if (!back || back->rijen != blok.rijen) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const Registersoort& soort = *registersoorten()[data[0] % registersoorten().size()];
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (const auto content = read_inhoud(text)) look(*content);
  const auto blok = read_register(soort, text, "register.csv");
  look(blok);
  Registerstand stand;
  const auto good = stand.check(blok);
  look(good);
  if (good.rijen.size() + good.geweigerd != blok.rijen.size() + blok.geweigerd) std::abort();
  if (stand.apply(soort, good.rijen, 1) != good.rijen.size()) std::abort();
  // The same again changes nothing, and nothing of it is in the way of itself.
  if (stand.check(good).rijen.size() != good.rijen.size() || stand.apply(soort, good.rijen, 2) != 0) std::abort();
  return 0;
}
