// Any bytes as a formula block in a sound document with keys, tables, inputs and facts: what can be read is computed,
// and every value derives to itself.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/herleiden.hpp"
#include "engine/run.hpp"

using namespace zorgkader;

namespace {

constexpr std::string_view kDocument = R"(# Proef
Bron: Proef, 1

Sleutel `g`

| g | h | n [getal] |
|---|---|-----------|
| a | p | 1         |
| b | q | 0,5       |
| c | p |           |

Sleutel `h`

| h |
|---|
| p |
| q |

Sleutel `j`

| j    |
|------|
| 2021 |
| 2022 |
| 2023 |

Tabel `t` per g, j [€]

| g | 2021 | 2022   | 2023 |
|---|------|--------|------|
| a | 1,00 | 2,50   | 0    |
| b | 3,33 | -10,00 | 7,77 |
| c |      | 4,00   | 5,00 |

Tabel `d` per h [€]

| h | waarde | geldig_van | geldig_tot |
|---|--------|------------|------------|
| p | 1,00   |            | 2021-12-31 |
| p | 2,00   | 2022-01-01 |            |
| q | 3,00   |            |            |

```regel
p1 := 3,87%
p2 := 240 €
invoer x per g, j [€]
invoer y per g [client] bij_leeg 0
invoer z per g [h]
invoer s [ja/nee]
)";

SleutelKolom key(const char* name, std::vector<std::string> leden, std::vector<std::uint32_t> codes) {
  return {name, std::move(leden), std::move(codes)};
}

FeitenInvoer facts() {
  FeitenInvoer out;
  Tabel x{"x", {Soort::getal, Eenheid::basis("€")}, {}, {}, {}};
  x.sleutels = {key("g", {"a", "b", "c"}, {0, 0, 0, 1, 1, 1, 2, 2, 2}),
                key("j", {"2021", "2022", "2023"}, {0, 1, 2, 0, 1, 2, 0, 1, 2})};
  for (const std::int64_t cents : {100LL, 0LL, -250LL, 999999999999LL, 33LL, 1LL, 5LL, 7LL, -1LL})
    x.waarden.push_back(Getal::breuk(cents, 100));
  Tabel z{"z", {Soort::tekst, {}}, {key("g", {"a", "b"}, {0, 1})}, {Soort::tekst, 1, {}, {}, {}}, {}};
  for (const char* member : {"p", "q"}) z.waarden.push_back(Waarde(std::string(member)));
  Tabel s{"s", {Soort::ja_nee, {}}, {}, {Soort::ja_nee, 1, {}, {}, {}}, {}};
  s.waarden.push_back(Waarde(true));
  out.tabellen = {{"x", x}, {"z", z}, {"s", s}};
  return out;
}

void derive_all(Run& run, int q) {
  const Column* column = run.column(q);
  if (column == nullptr || column->onbruikbaar) return;
  for (Rij row = 0; row < std::min<Rij>(30, column->index->rows()); ++row) {
    if (column->state(row) != Toestand::goed) continue;
    const Herleiding h = derive(run, q, row);
    if (h.stappen.empty() || h.stappen.back().waarde != run.waarde(*column, row)) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const FeitenInvoer kFacts = facts();
  std::string text(kDocument);
  text.append(reinterpret_cast<const char*>(data), size);
  text += "\n```\n";
  Bevindingen found;
  const Regeling r = read_regeling("fuzz.md", text, {}, found);
  if (has_errors(found)) return 0;
  Run run(r, kFacts, {parse_datum("2022-06-01").value(), false}, found);
  std::vector<int> all(r.grootheden.size());
  for (std::size_t q = 0; q < all.size(); ++q) all[q] = static_cast<int>(q);
  run.compute(all);
  run.check_eisen(true);
  for (int q : all) derive_all(run, q);
  return 0;
}
