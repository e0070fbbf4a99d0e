// Any bytes as a message: read and judged without a crash; what is read without findings is written and read back the
// same.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "iwmo/schrijver.hpp"
#include "iwmo/toetsing.hpp"

using namespace zorgkader::iwmo;

/// What reading gave: the same by either way of reading.
static std::string outcome(const Gelezen& read) {
  std::string out = read.soort == nullptr ? "" : write_xml(read.boom);
  for (const auto& found : read.bevindingen) out += found.code + found.pad + found.tekst + found.herstel;
  return out;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  judge(bron_van(bytes), {4, nullptr, nullptr, zorgkader::Datum(std::chrono::days(20'000))});
  const Gelezen read = read_bericht(bron_van(bytes));
  Leesgrenzen slow;
  slow.snelspoor = false;
  const Gelezen safe = read_bericht(bron_van(bytes), slow);
  if (outcome(read) != outcome(safe)) std::abort();
  if (!read.bevindingen.empty()) return 0;
  const std::string written = write_xml(read.boom);
  const Gelezen again = read_bericht(bron_van(written));
  if (!again.bevindingen.empty() || write_xml(again.boom) != written) std::abort();
  return 0;
}
