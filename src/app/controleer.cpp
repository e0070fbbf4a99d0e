// Two runs side by side: as the document stands, and as its rules alone would have it.
#include "app/controleer.hpp"

#include <fmt/format.h>

#include "app/bepalingen.hpp"
#include "app/bereken.hpp"
#include "engine/herkomst.hpp"

namespace zorgkader {
namespace {

void compare(const Run& as_published, const Run& by_rule, int q, Bevindingen& found) {
  const Regeling& r = as_published.regeling();
  const Grootheid& g = r.grootheden[static_cast<std::size_t>(q)];
  const Column &a = *as_published.column(q), &b = *by_rule.column(q);
  if (!a.index->same_rows(*b.index)) return;
  for (Rij row = 0; row < a.index->rows(); ++row) {
    if (a.state(row) != Toestand::goed) continue;
    const bool known = b.state(row) == Toestand::goed;
    const Waarde left = as_published.waarde(a, row);
    if (known && left == by_rule.waarde(b, row)) continue;
    const Vaststelling* v = vaststelling(g, *a.index, row);
    const std::string keys = as_published.key_text(*a.index, row);
    std::string text = fmt::format("`{}`{}{}: {} {}, de eigen regel geeft {}", g.naam, keys.empty() ? "" : " voor ",
                                   keys, v != nullptr ? "vastgesteld op" : "is", format_nl(left, g.vorm),
                                   known ? format_nl(by_rule.waarde(b, row), g.vorm) : "geen waarde");
    if (known && g.vorm.soort == Soort::getal)
      text += fmt::format(" (verschil {})", format_nl(Waarde(a.getal(row) - b.getal(row)), g.vorm));
    text += v != nullptr ? fmt::format(". Reden: {}.", v->reden)
                         : ". Dit volgt uit een vastgestelde waarde eerder in de berekening.";
    Bevinding note =
        r.document.regels.bevinding("vastgesteld-afwijking", v != nullptr ? v->positie : g.positie, std::move(text));
    note.ernst = Ernst::melding;
    found.push_back(std::move(note));
  }
}

}  // namespace

Bevindingen controleer(const Opdrachtgegevens& gegevens) {
  Geladen loaded = laad(gegevens);
  if (loaded.run) {
    const auto all = computable(*loaded.run);
    loaded.run->compute(all);
    // What an outcome needs and no file brings is said here, as `bereken` would.
    if (gegevens.met_feiten()) loaded.run->compute(uitkomsten_van(*loaded.regeling));
    loaded.run->check_eisen(true);
    bool any = false;
    for (const Grootheid& g : loaded.regeling->grootheden) any = any || !g.vastgesteld.empty();
    if (any) {
      Bevindingen twice;
      Run by_rule(*loaded.regeling, loaded.feiten, RunOpties{loaded.peildatum.value_or(Datum{}), true}, twice);
      by_rule.compute(all);
      for (int q : all) compare(*loaded.run, by_rule, q, loaded.bevindingen);
    }
    clauses_without_use(*loaded.regeling, loaded.bevindingen);
    for (const Grootheid& g : loaded.regeling->grootheden) {
      if (!g.is_open) continue;
      Bevinding b = loaded.regeling->document.regels.bevinding(
          "open-keuze", g.positie, fmt::format("`{}` staat nog open: {}.", g.naam, g.open_reden));
      b.ernst = Ernst::melding;
      loaded.bevindingen.push_back(std::move(b));
    }
  }
  sort_and_unique(loaded.bevindingen);
  return std::move(loaded.bevindingen);
}

}  // namespace zorgkader
