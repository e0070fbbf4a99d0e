// Reports: texts of cells, and the form for a terminal.
#include "rapport/rapport.hpp"

#include <algorithm>
#include <limits>
#include <ostream>

#include "rapport/kleur.hpp"
#include "rapport/tekening.hpp"
#include "rapport/tekens.hpp"
#include "rapport/uitkomst.hpp"
#include "values/notatie.hpp"

namespace zorgkader {
namespace {

constexpr int kMostDecimals = 8;  // as format_nl shows at most

Getal shown(const Getal& value, const Vorm& vorm) {
  return vorm.eenheid.shows_percent() ? value * Getal(100) : value;
}

/// The decimals that the column needs so that all its numbers end alike; shares have one at least.
int decimals_of(const Rapporttabel& tabel, std::size_t kolom) {
  const Vorm& vorm = tabel.kolommen[kolom].vorm;
  int out = std::max(gewone_decimalen(vorm), vorm.eenheid.shows_percent() ? 1 : 0);
  for (const Rapportrij& row : tabel.rijen) {
    const auto& cel = row.cellen[kolom];
    const auto* number = cel.waarde ? std::get_if<Getal>(&*cel.waarde) : nullptr;
    if (number == nullptr) continue;
    const std::string text = format_nl(shown(*number, vorm));
    const std::size_t comma = text.find(',');
    if (comma == std::string::npos || text.ends_with("…")) continue;
    out = std::max(out, static_cast<int>(text.size() - comma - 1));
  }
  return std::min(out, kMostDecimals);
}

Raster raster_of(const Rapporttabel& tabel, std::size_t meeste) {
  Raster out;
  const std::size_t all = tabel.rijen.size();
  std::size_t totals = 0;
  while (totals < all && tabel.rijen[all - totals - 1].soort == Rijsoort::totaal) ++totals;
  const std::size_t lines = std::min(all - totals, meeste);
  out.totaalregels = totals;
  out.weggelaten = all - totals - lines;
  for (std::size_t i = 0; i < tabel.kolommen.size(); ++i) {
    const Rapportkolom& kolom = tabel.kolommen[i];
    RasterKolom column{to_printable(kop_van(kolom)), kolom.vorm.soort == Soort::getal, {}};
    const std::vector<std::string> texts = teksten_van(tabel, i);
    for (std::size_t row = 0; row < all; ++row) {
      if (row < lines || row >= all - totals) column.cellen.push_back(to_printable(texts[row]));
    }
    out.kolommen.push_back(std::move(column));
  }
  return out;
}

void write_head(const Rapport& r, std::ostream& out, bool kleur) {
  const std::string status = r.is_concept ? "concept" : "definitief";
  out << paint(to_printable(r.titel), kleuren::kVet, kleur) << "  "
      << (kleur && r.is_concept ? paint(" " + status + " ", kleuren::kZwartOpGeel, true)
                                : paint(status, kleuren::kGroen, kleur))
      << '\n';
  for (const auto& [naam, waarde] : r.gegevens) out << to_printable(naam) << ": " << to_printable(waarde) << '\n';
  for (const std::string& bron : r.bronnen) out << paint("Bron: " + to_printable(bron), kleuren::kMat, kleur) << '\n';
}

void write_block(const Rapporttabel& tabel, std::ostream& out, const TabelOpties& opties) {
  out << '\n' << paint(to_printable(tabel.titel), kleuren::kVet, opties.kleur) << '\n';
  if (!tabel.uitleg.empty()) out << to_printable(tabel.uitleg) << '\n';
  const std::size_t most = opties.meeste_rijen == 0 ? std::numeric_limits<std::size_t>::max() : opties.meeste_rijen;
  if (tabel.rijen.empty())
    out << "  " << to_printable(tabel.leeg) << '\n';
  else
    Tekening(raster_of(tabel, most), opties.kleur).draw(out);
  for (const std::string& noot : tabel.noten) out << paint(to_printable(noot), kleuren::kMat, opties.kleur) << '\n';
}

}  // namespace

std::string kop_van(const Rapportkolom& kolom) {
  std::string out = kolom.kop.empty() ? kolom.naam : kolom.kop;
  if (kolom.kop.empty()) std::replace(out.begin(), out.end(), '_', ' ');
  const std::string unit = kolom.vorm.soort == Soort::getal ? kolom.vorm.eenheid.text() : "";
  // Who wrote a heading said what it counts; money and shares show their sign all the same.
  const bool sign = kolom.vorm.eenheid.has_euro() || kolom.vorm.eenheid.shows_percent();
  return unit.empty() || (!kolom.kop.empty() && !sign) ? out : out + " (" + unit + ")";
}

std::vector<std::string> teksten_van(const Rapporttabel& tabel, std::size_t kolom) {
  const Vorm& vorm = tabel.kolommen[kolom].vorm;
  const int decimals = decimals_of(tabel, kolom);
  std::vector<std::string> out;
  for (const Rapportrij& row : tabel.rijen) {
    const Rapportcel& cel = row.cellen[kolom];
    const auto* number = cel.waarde ? std::get_if<Getal>(&*cel.waarde) : nullptr;
    if (cel.weggelaten)
      out.emplace_back(kWeggelaten);
    else if (number != nullptr)
      out.push_back(format_nl(shown(*number, vorm), decimals));
    else
      out.push_back(cel.waarde ? format_nl(*cel.waarde, vorm) : row.soort == Rijsoort::rij ? "–" : "");
  }
  return out;
}

std::string tekst_van(const Rapportcel& cel, const Vorm& vorm) {
  if (cel.weggelaten) return kWeggelaten;
  return cel.waarde ? format_plain(*cel.waarde, vorm) : "";
}

const char* rijsoort_naam(Rijsoort soort) {
  return soort == Rijsoort::rij ? "rij" : soort == Rijsoort::subtotaal ? "subtotaal" : "totaal";
}

void write_tabel(const Rapport& rapport, std::ostream& out, const TabelOpties& opties) {
  write_head(rapport, out, opties.kleur);
  for (const Rapporttabel& tabel : rapport.tabellen) write_block(tabel, out, opties);
  if (!rapport.signalen.empty()) out << '\n' << paint("Signalen", kleuren::kVet, opties.kleur) << '\n';
  for (const std::string& text : rapport.signalen) out << "! " << to_printable(text) << '\n';
  if (!rapport.opmerkingen.empty()) out << '\n';
  for (const std::string& text : rapport.opmerkingen) out << to_printable(text) << '\n';
  if (rapport.is_concept) out << '\n' << paint(kConceptZin, kleuren::kGeel, opties.kleur) << '\n';
}

std::size_t naamkolommen_van(const Rapporttabel& tabel) {
  std::size_t out = 1;
  while (out < tabel.kolommen.size() && tabel.kolommen[out].kop.empty() &&
         tabel.kolommen[out].vorm.soort == Soort::tekst)
    ++out;
  return out;
}

}  // namespace zorgkader
