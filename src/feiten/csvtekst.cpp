// Bytes that are no text, and the separator that a header shows.
#include "feiten/csvtekst.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "feiten/csv.hpp"
#include "feiten/grenzen.hpp"
#include "feiten/tekenset.hpp"

namespace zorgkader::feiten {

std::optional<Bevinding> check_tekenset(std::string_view inhoud, const std::string& bestand) {
  const auto at = first_bad_byte(inhoud);
  if (!at) return std::nullopt;
  const std::string_view before = inhoud.substr(0, *at);
  const std::size_t newline = before.rfind('\n');
  const std::size_t line_begin = newline == std::string_view::npos ? 0 : newline + 1;
  const auto line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  const std::string_view good = before.substr(line_begin);
  const auto byte = static_cast<unsigned>(static_cast<unsigned char>(inhoud[*at]));
  const bool nul = byte == 0;
  return Bevinding{Ernst::fout,
                   "bestand-onleesbaar",
                   {bestand, line, static_cast<int>(count_tekens(good)) + 1, 1},
                   nul ? "Het bestand bevat een NUL-byte en is dus geen tekst."
                       : fmt::format("Het bestand is geen UTF-8: hier staat de byte {:02X}.", byte),
                   "Bewaar het bestand als CSV in UTF-8.",
                   shown(good, kMaxFragmentTekens)};
}

char choose_scheiding(std::string_view inhoud, const std::function<std::size_t(const Rij&)>& count_gevraagd) {
  const auto score = [&](char scheiding) {
    Rij kop;
    CsvLezer lezer(inhoud, scheiding);
    lezer.next(kop);
    return std::pair(count_gevraagd(kop), kop.cellen.size());
  };
  return score(',') > score(';') ? ',' : ';';
}

}  // namespace zorgkader::feiten
