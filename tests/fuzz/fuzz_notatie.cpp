// Any text as number, date and unit: what is read must be written back as the same value.
#include <cstdlib>
#include <string_view>

#include "values/datum.hpp"
#include "values/eenheid.hpp"
#include "values/notatie.hpp"

using namespace zorgkader;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_getal(std::string_view text, Notatie notatie) {
  const auto read = parse_getal(text, notatie);
  const auto* x = std::get_if<Getal>(&read);
  if (x == nullptr) return;
  const auto again = parse_getal(format_nl(*x, 1, 40), notatie);
  if (const auto* fault = std::get_if<GetalFout>(&again)) return require(*fault == GetalFout::te_lang);
  require(std::get<Getal>(again) == *x);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_getal(text, Notatie::nederlands);
  check_getal(text, Notatie::nederlands_of_punt);
  if (const auto day = parse_datum(text)) require(parse_datum(format_datum(*day)) == day);
  if (const auto unit = Eenheid::parse(text)) require(unit->like(*unit) && !unit->naam().empty());
  return 0;
}
