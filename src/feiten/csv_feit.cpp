// CSV text to a table: character set, separator, header, rows.
#include "feiten/csv_feit.hpp"

#include <algorithm>

#include "feiten/csv.hpp"
#include "feiten/csvtekst.hpp"
#include "feiten/grenzen.hpp"
#include "values/tekst.hpp"

namespace zorgkader::feiten {
namespace {

std::string_view line_at(std::string_view inhoud, std::size_t begin) {
  std::string_view line = inhoud.substr(begin);
  line = line.substr(0, line.find('\n'));
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

}  // namespace

Gelezen read_csv(std::string_view inhoud, const std::string& bestand, const FeitVorm& vorm) {
  inhoud = without_bom(inhoud);
  if (auto bad = check_tekenset(inhoud, bestand)) return {std::nullopt, {*std::move(bad)}};
  const char scheiding = choose_scheiding(inhoud, [&](const Rij& kop) { return count_gevraagd(kop, vorm); });
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
