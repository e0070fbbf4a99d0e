// Drawing rasters: columns aligned on the comma, thin rules, the status where it cannot be missed.
#include "rapport/terminal.hpp"

#include <algorithm>
#include <limits>
#include <ostream>

#include "rapport/kleur.hpp"
#include "rapport/raster.hpp"
#include "rapport/tekens.hpp"
#include "values/notatie.hpp"

namespace zorgkader {
namespace {

constexpr std::size_t kBetween = 2;

std::string blanks(std::size_t count) {
  return std::string(count, ' ');
}

/// Columns before the comma and from the comma on; a text without comma has only the first.
struct Maat {
  std::size_t voor = 0;
  std::size_t achter = 0;
  std::size_t heel() const { return voor + achter; }
};

Maat measure(const std::string& cell, bool number) {
  const std::size_t comma = number ? cell.find(',') : std::string::npos;
  if (comma == std::string::npos) return {display_width(cell), 0};
  return {display_width(std::string_view(cell).substr(0, comma)), display_width(std::string_view(cell).substr(comma))};
}

Maat measure(const RasterKolom& column) {
  Maat out;
  for (const std::string& cell : column.cellen) {
    const Maat m = measure(cell, column.getallen);
    out = {std::max(out.voor, m.voor), std::max(out.achter, m.achter)};
  }
  out.voor += std::max(out.heel(), display_width(column.kop)) - out.heel();
  return out;
}

/// A raster with the width of its columns, drawn line by line.
class Tekening {
 public:
  Tekening(const Raster& raster, bool kleur) : raster_(&raster), kleur_(kleur) {
    for (const RasterKolom& column : raster.kolommen) maten_.push_back(measure(column));
  }

  std::size_t width() const { return start_of(maten_.size()) - kBetween; }

  void draw(std::ostream& out) const {
    if (!raster_->dwars.empty()) {
      out << blanks(start_of(raster_->eerste_dwars)) << paint(raster_->dwars, kleuren::kMat, kleur_) << '\n';
    }
    out << paint(heading(), kleuren::kVet, kleur_) << '\n';
    draw_rule(out);
    const std::size_t lines = raster_->kolommen.front().cellen.size() - (raster_->heeft_totaal ? 1 : 0);
    for (std::size_t i = 0; i < lines; ++i) out << line(i) << '\n';
    draw_left_out(out);
    if (!raster_->heeft_totaal) return;
    draw_rule(out);
    out << paint(line(lines), kleuren::kVet, kleur_) << '\n';
  }

 private:
  std::size_t start_of(std::size_t column) const {
    std::size_t at = column * kBetween;
    for (std::size_t i = 0; i < column; ++i) at += maten_[i].heel();
    return at;
  }

  void draw_rule(std::ostream& out) const {
    std::string rule;
    for (std::size_t i = 0; i < width(); ++i) rule += "─";
    out << paint(rule, kleuren::kMat, kleur_) << '\n';
  }

  void draw_left_out(std::ostream& out) const {
    if (raster_->weggelaten == 0) return;
    const bool one = raster_->weggelaten == 1;
    const std::string count = format_nl(Getal(static_cast<std::int64_t>(raster_->weggelaten)));
    out << paint("… en nog " + count + (one ? " regel" : " regels") + "; alles met --als csv", kleuren::kMat, kleur_)
        << '\n';
  }

  /// Left and right of a cell: numbers end at the comma of their column, texts begin at the left.
  std::string padded(std::size_t column, const std::string& cell) const {
    const Maat& room = maten_[column];
    const Maat m = measure(cell, raster_->kolommen[column].getallen);
    if (!raster_->kolommen[column].getallen) return cell + blanks(room.heel() - m.heel());
    return blanks(room.voor - m.voor) + cell + blanks(room.achter - m.achter);
  }

  std::string padded_heading(std::size_t column) const {
    const RasterKolom& c = raster_->kolommen[column];
    const std::string fill = blanks(maten_[column].heel() - display_width(c.kop));
    return c.getallen ? fill + c.kop : c.kop + fill;
  }

  template <typename Text>
  std::string join(Text text) const {
    std::string out;
    for (std::size_t i = 0; i < maten_.size(); ++i) out += (i == 0 ? "" : blanks(kBetween)) + text(i);
    out.erase(out.find_last_not_of(' ') + 1);
    return out;
  }

  std::string heading() const {
    return join([this](std::size_t i) { return padded_heading(i); });
  }
  std::string line(std::size_t row) const {
    return join([this, row](std::size_t i) { return padded(i, raster_->kolommen[i].cellen[row]); });
  }

  const Raster* raster_;
  bool kleur_;
  std::vector<Maat> maten_;
};

void write_head(const Uitkomst& u, std::ostream& out, bool kleur) {
  const std::string status = status_naam(u);
  out << paint(to_printable(u.tabel.naam), kleuren::kVet, kleur) << "  [" << u.tabel.vorm.text() << "]  "
      << (kleur && u.is_concept ? paint(" " + status + " ", kleuren::kZwartOpGeel, true)
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
  if (has_concept(berekening)) out << '\n' << paint(kConceptZin, kleuren::kGeel, opties.kleur) << '\n';
}

}  // namespace zorgkader
