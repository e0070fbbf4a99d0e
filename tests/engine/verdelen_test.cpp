// Parts add up to the whole, in whole runs over random amounts and weights.
#include <gtest/gtest.h>

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "engine/herleiden.hpp"
#include "values/gen.hpp"

namespace zorgkader {
namespace {

constexpr std::string_view kDocument = R"(# Proef
Bron: Proef, 1

Sleutel `g`

| g |
|---|
| a |
| b |

Sleutel `p`

| p |
|---|
| 1 |
| 2 |
| 3 |
| 4 |
| 5 |

```regel
invoer bedrag per g [€]
invoer gewicht per g, p [client]
deel per g, p [€] = verdeel(bedrag; p; cent)
aandeel per g, p [€] = naar_rato(bedrag; gewicht langs p; cent)
samen per g [€] = som(deel over p)
opgeteld per g [€] = som(aandeel over p)
omgekeerd per g, p [€] = naar_rato(-bedrag; gewicht langs p; 5)
terug per g [€] = som(omgekeerd over p)
```
)";

FeitenInvoer facts(const std::vector<Getal>& bedragen, const std::vector<std::uint16_t>& gewichten) {
  FeitenInvoer out;
  Tabel bedrag{"bedrag", {Soort::getal, Eenheid::basis("€")}, {{"g", {"a", "b"}, {0, 1}}}, {}, {}};
  for (const Getal& b : bedragen) bedrag.waarden.push_back(b);
  SleutelKolom g{"g", {"a", "b"}, {}}, p{"p", {"1", "2", "3", "4", "5"}, {}};
  Tabel gewicht{"gewicht", {Soort::getal, Eenheid::basis("client")}, {}, {}, {}};
  for (std::uint32_t i = 0; i < 10; ++i) {
    g.codes.push_back(i / 5);
    p.codes.push_back(i % 5);
    gewicht.waarden.push_back(Getal::breuk(gewichten[i], 1 + i % 3));
  }
  gewicht.sleutels = {g, p};
  out.tabellen = {{"bedrag", bedrag}, {"gewicht", gewicht}};
  return out;
}

RC_GTEST_PROP(Verdelen, VerliestGeenCent, (const Getal& one, const Getal& two)) {
  auto gewichten = *rc::gen::container<std::vector<std::uint16_t>>(10, rc::gen::inRange<std::uint16_t>(0, 4));
  gewichten[0] = gewichten[9] = 1;  // each group has something to divide to
  const FeitenInvoer feiten = facts({one, two}, gewichten);
  Bevindingen found;
  const Regeling r = read_regeling("proef.md", kDocument, {}, found);
  Run run(r, feiten, {}, found);
  run.compute({r.grootheid("samen"), r.grootheid("opgeteld"), r.grootheid("terug")});
  RC_ASSERT(!has_errors(found));
  for (Rij row = 0; row < 2; ++row) {
    const Getal& bedrag = row == 0 ? one : two;
    RC_ASSERT(run.column(r.grootheid("samen"))->getal(row) == bedrag);
    RC_ASSERT(run.column(r.grootheid("opgeteld"))->getal(row) == bedrag);
    RC_ASSERT(run.column(r.grootheid("terug"))->getal(row) == -bedrag);
  }
  for (const char* name : {"deel", "aandeel"}) {
    const Column& parts = *run.column(r.grootheid(name));
    for (Rij row = 0; row < parts.index->rows(); ++row) {
      const Getal& bedrag = row < 5 ? one : two;
      RC_ASSERT(parts.getal(row).sign() * bedrag.sign() >= 0);
      if (std::string_view(name) == "aandeel" && gewichten[row] == 0) {
        RC_ASSERT(parts.getal(row).is_zero());
      }
      derive(run, r.grootheid(name), row);
    }
  }
}

}  // namespace
}  // namespace zorgkader
