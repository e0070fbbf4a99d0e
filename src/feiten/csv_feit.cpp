// CSV text to a table: character set, separator, header, rows.
#include "feiten/csv_feit.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "feiten/csv.hpp"
#include "feiten/grenzen.hpp"
#include "feiten/tekenset.hpp"
#include "values/tekst.hpp"

namespace zorgkader::feiten {
namespace {

std::string_view line_at(std::string_view inhoud, std::size_t begin) {
  std::string_view line = inhoud.substr(begin);
  line = line.substr(0, line.find('\n'));
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

/// One finding for the first bad byte: in the wrong character set no cell can be trusted.
Bevinding bad_byte(std::string_view inhoud, std::size_t at, const std::string& bestand) {
  const std::string_view before = inhoud.substr(0, at);
  const std::size_t newline = before.rfind('\n');
  const std::size_t line_begin = newline == std::string_view::npos ? 0 : newline + 1;
  const auto line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  const std::string_view good = before.substr(line_begin);
  const auto byte = static_cast<unsigned>(static_cast<unsigned char>(inhoud[at]));
  const bool nul = byte == 0;
  return {Ernst::fout,
          "bestand-onleesbaar",
          {bestand, line, static_cast<int>(count_tekens(good)) + 1, 1},
          nul ? "Het bestand bevat een NUL-byte en is dus geen tekst."
              : fmt::format("Het bestand is geen UTF-8: hier staat de byte {:02X}.", byte),
          "Bewaar het bestand als CSV in UTF-8.",
          shown(good, kMaxFragmentTekens)};
}

/// The separator under which the header names most of the required columns, then most columns; `;` when equal.
char choose_scheiding(std::string_view inhoud, const FeitVorm& vorm) {
  const auto score = [&](char scheiding) {
    Rij kop;
    CsvLezer lezer(inhoud, scheiding);
    lezer.next(kop);
    return std::pair(count_gevraagd(kop, vorm), kop.cellen.size());
  };
  return score(',') > score(';') ? ',' : ';';
}

}  // namespace

Gelezen read_csv(std::string_view inhoud, const std::string& bestand, const FeitVorm& vorm) {
  inhoud = without_bom(inhoud);
  if (const auto bad = first_bad_byte(inhoud)) return {std::nullopt, {bad_byte(inhoud, *bad, bestand)}};
  const char scheiding = choose_scheiding(inhoud, vorm);
  TabelBouwer bouwer(vorm, {bestand, "", scheiding});
  CsvLezer lezer(inhoud, scheiding);
  Rij rij;
  rij.regel = 1;
  lezer.next(rij);
  bouwer.add_kop(rij);
  bouwer.reserve(static_cast<std::size_t>(std::count(inhoud.begin(), inhoud.end(), '\n')));
  while (lezer.next(rij)) bouwer.add_rij(rij);
  // Doubles come in order of their lines, so one walk through the text finds all of them.
  std::size_t begin = 0;
  std::uint32_t line = 1;
  return bouwer.take([&](std::uint32_t wanted) {
    for (; line < wanted; ++line) begin = inhoud.find('\n', begin) + 1;
    return std::string(line_at(inhoud, begin).substr(0, kMaxFragmentTekens * 4));
  });
}

}  // namespace zorgkader::feiten
