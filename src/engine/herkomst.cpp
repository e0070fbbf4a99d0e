// Where a value stands in a file or a document.
#include "engine/herkomst.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace zorgkader {

std::string fact_origin(const Run& run, int grootheid, Rij row) {
  const Tabel* t = run.fact(grootheid);
  const Rij r = run.fact_row(grootheid, row);
  if (t == nullptr || r == kGeenRij) return "";
  const Herkomst& h = t->herkomst;
  std::string out = h.bestand;
  if (!h.blad.empty()) out += fmt::format(", blad {}", h.blad);
  if (r < h.regels.size()) out += fmt::format(", regel {}", h.regels[r]);
  if (r < h.bron.size() && !h.bron[r].empty()) out += "; " + h.bron[r];
  if (r < h.peildatum.size() && h.peildatum[r] != kGeenBegin) out += "; peildatum " + format_datum_nl(h.peildatum[r]);
  if (r < h.voorlopig.size() && h.voorlopig[r]) out += "; voorlopig";
  return out;
}

const Vaststelling* vaststelling(const Grootheid& g, const Index& index, Rij row) {
  for (auto v = g.vastgesteld.rbegin(); v != g.vastgesteld.rend(); ++v) {
    bool match = true;
    for (std::size_t i = 0; i < v->codes.size(); ++i)
      match = match && (v->codes[i] < 0 || index.code(row, static_cast<int>(i)) == static_cast<Code>(v->codes[i]));
    if (match) return &*v;
  }
  return nullptr;
}

std::string table_origin(const Regeling& regeling, const Grootheid& tabel, const std::vector<Code>& codes, Datum day) {
  const auto same = [](Code a, int b) { return a == static_cast<Code>(b); };
  for (const TabelRij& row : tabel.rijen) {
    if (!std::equal(codes.begin(), codes.end(), row.codes.begin(), row.codes.end(), same)) continue;
    if (row.geldig && !row.geldig->contains(day)) continue;
    std::string out = fmt::format("{}, regel {}", regeling.document.regels.bestand(), row.positie.regel);
    if (row.geldig && row.geldig->van != kGeenBegin) out += ", geldig vanaf " + format_datum_nl(row.geldig->van);
    return out;
  }
  return "";
}

}  // namespace zorgkader
