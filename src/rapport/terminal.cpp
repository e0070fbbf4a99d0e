// Results at the terminal: a block a quantity, the status where it cannot be missed.
#include "rapport/terminal.hpp"

#include <limits>
#include <ostream>

#include "rapport/kleur.hpp"
#include "rapport/tekening.hpp"
#include "rapport/tekens.hpp"

namespace zorgkader {
namespace {

void write_head(const Uitkomst& u, std::ostream& out, bool kleur) {
  const std::string status = status_naam(u);
  out << paint(to_printable(u.tabel.naam), kleuren::kVet, kleur) << "  [" << u.tabel.vorm.text() << "]  "
      << (kleur && u.is_voorbehoud() ? paint(" " + status + " ", kleuren::kZwartOpGeel, true)
                                     : paint(status, kleuren::kGroen, kleur))
      << '\n';
  std::string kop = to_printable(u.kop);
  if (u.regel > 0) kop += (kop.empty() ? "regel " : " (regel ") + std::to_string(u.regel) + (kop.empty() ? "" : ")");
  if (!kop.empty()) out << paint(kop, kleuren::kMat, kleur) << '\n';
  if (!u.bron.empty()) out << paint("Bron: " + to_printable(u.bron), kleuren::kMat, kleur) << '\n';
}

void write_block(const Uitkomst& u, std::ostream& out, const TabelOpties& opties) {
  write_head(u, out, opties.kleur);
  const Tabel& tabel = u.tabel;
  if (tabel.size() == 0) {
    out << "  (geen waarden)\n";
    return;
  }
  if (tabel.sleutels.empty()) {
    out << "  " << paint(to_printable(format_nl(tabel.waarden.at(0), tabel.vorm)), kleuren::kVet, opties.kleur) << '\n';
    return;
  }
  const std::size_t most = opties.meeste_rijen == 0 ? std::numeric_limits<std::size_t>::max() : opties.meeste_rijen;
  const Raster across = across_raster(tabel, most);
  if (!across.kolommen.empty()) {
    const Tekening drawing(across, opties.kleur);
    if (opties.breedte == 0 || drawing.width() <= opties.breedte) return drawing.draw(out);
  }
  Tekening(list_raster(tabel, most), opties.kleur).draw(out);
}

void write_opening(const Berekening& b, std::ostream& out, bool kleur) {
  const std::optional<Datum> day = parse_datum(b.peildatum);
  out << paint(to_printable(b.regeling), kleuren::kVet, kleur);
  if (!b.versie.empty()) out << ", versie " << to_printable(b.versie);
  if (!b.peildatum.empty()) out << ", peildatum " << (day ? format_datum_nl(*day) : to_printable(b.peildatum));
  out << '\n';
  for (const auto& [naam, waarde] : b.gezet) {
    out << paint("Gezet: " + to_printable(naam + " = " + waarde), kleuren::kGeel, kleur) << '\n';
  }
}

}  // namespace

void write_tabel(const Berekening& berekening, std::ostream& out, const TabelOpties& opties) {
  write_opening(berekening, out, opties.kleur);
  for (const Uitkomst& u : berekening.uitkomsten) {
    out << '\n';
    write_block(u, out, opties);
  }
  if (const std::string end = slotzin(berekening); !end.empty())
    out << '\n' << paint(end, kleuren::kGeel, opties.kleur) << '\n';
}

}  // namespace zorgkader
