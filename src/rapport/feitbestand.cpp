// Numbers with a decimal comma: 1.265 could be read in two ways.
#include "rapport/feitbestand.hpp"

#include <algorithm>
#include <ostream>
#include <string>

#include "rapport/waarden.hpp"
#include "values/tekst.hpp"

namespace zorgkader {
namespace {

std::string value_text(const Tabel& t, const PlatteWaarden& values, std::size_t row) {
  std::string out;
  values.append(out, row);
  if (t.vorm.soort == Soort::tekst) return csv_text(out);
  if (t.vorm.soort == Soort::getal) std::replace(out.begin(), out.end(), '.', ',');
  return out;
}

}  // namespace

bool write_feitbestand(const Tabel& t, std::ostream& out) {
  const Herkomst& h = t.herkomst;
  const PlatteWaarden values(t, Procent::honderdvoud);
  for (const SleutelKolom& key : t.sleutels) out << csv_text(key.naam) << ';';
  out << "waarde" << (h.bron.empty() ? "" : ";bron") << (h.peildatum.empty() ? "" : ";peildatum")
      << (h.voorlopig.empty() ? "" : ";status") << '\n';
  for (std::size_t row = 0; row < t.size(); ++row) {
    if (!values.ends(row)) return false;
    for (const SleutelKolom& key : t.sleutels) out << csv_text(key.at(row)) << ';';
    out << value_text(t, values, row);
    if (!h.bron.empty()) out << ';' << csv_text(h.bron[row]);
    if (!h.peildatum.empty()) out << ';' << (h.peildatum[row] == kGeenBegin ? "" : format_datum(h.peildatum[row]));
    if (!h.voorlopig.empty()) out << ';' << (h.voorlopig[row] ? "voorlopig" : "definitief");
    out << '\n';
  }
  return true;
}

}  // namespace zorgkader
