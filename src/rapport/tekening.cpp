// Drawing rasters: what stands where on a line.
#include "rapport/tekening.hpp"

#include <algorithm>
#include <ostream>

#include "rapport/kleur.hpp"
#include "rapport/tekens.hpp"
#include "values/notatie.hpp"

namespace zorgkader {
namespace {

std::string blanks(std::size_t count) {
  return std::string(count, ' ');
}

Maat measure(const std::string& cell, bool number) {
  const std::size_t comma = number ? cell.find(',') : std::string::npos;
  if (comma == std::string::npos) return {display_width(cell), 0};
  return {display_width(std::string_view(cell).substr(0, comma)), display_width(std::string_view(cell).substr(comma))};
}

std::vector<std::string> lines_of(const std::string& kop) {
  std::vector<std::string> out(1);
  for (char c : kop) {
    if (c == '\n')
      out.emplace_back();
    else
      out.back() += c;
  }
  return out;
}

Maat measure(const RasterKolom& column, const std::vector<std::string>& kop) {
  Maat out;
  for (const std::string& cell : column.cellen) {
    const Maat m = measure(cell, column.getallen);
    out = {std::max(out.voor, m.voor), std::max(out.achter, m.achter)};
  }
  std::size_t widest = out.heel();
  for (const std::string& line : kop) widest = std::max(widest, display_width(line));
  out.voor += widest - out.heel();
  return out;
}

}  // namespace

Tekening::Tekening(const Raster& raster, bool kleur) : raster_(&raster), kleur_(kleur) {
  for (const RasterKolom& column : raster.kolommen) {
    koppen_.push_back(lines_of(column.kop));
    maten_.push_back(measure(column, koppen_.back()));
    kopregels_ = std::max(kopregels_, koppen_.back().size());
  }
}

void Tekening::draw(std::ostream& out) const {
  if (!raster_->dwars.empty()) {
    out << blanks(start_of(raster_->eerste_dwars)) << paint(raster_->dwars, kleuren::kMat, kleur_) << '\n';
  }
  for (std::size_t i = 0; i < kopregels_; ++i) out << paint(heading(i), kleuren::kVet, kleur_) << '\n';
  draw_rule(out);
  const std::size_t all = raster_->kolommen.front().cellen.size();
  const std::size_t lines = all - raster_->totaalregels;
  for (std::size_t i = 0; i < lines; ++i) out << line(i) << '\n';
  draw_left_out(out);
  if (raster_->totaalregels == 0) return;
  draw_rule(out);
  for (std::size_t i = lines; i < all; ++i) out << paint(line(i), kleuren::kVet, kleur_) << '\n';
}

std::size_t Tekening::start_of(std::size_t column) const {
  std::size_t at = column * kBetween;
  for (std::size_t i = 0; i < column; ++i) at += maten_[i].heel();
  return at;
}

void Tekening::draw_rule(std::ostream& out) const {
  std::string rule;
  for (std::size_t i = 0; i < width(); ++i) rule += "─";
  out << paint(rule, kleuren::kMat, kleur_) << '\n';
}

void Tekening::draw_left_out(std::ostream& out) const {
  if (raster_->weggelaten == 0) return;
  const bool one = raster_->weggelaten == 1;
  const std::string count = format_nl(Getal(static_cast<std::int64_t>(raster_->weggelaten)));
  out << paint("… en nog " + count + (one ? " regel" : " regels") + "; alles met --als csv", kleuren::kMat, kleur_)
      << '\n';
}

/// Left and right of a cell: numbers end at the comma of their column, texts begin at the left.
std::string Tekening::padded(std::size_t column, const std::string& cell) const {
  const Maat& room = maten_[column];
  const Maat m = measure(cell, raster_->kolommen[column].getallen);
  if (!raster_->kolommen[column].getallen) return cell + blanks(room.heel() - m.heel());
  return blanks(room.voor - m.voor) + cell + blanks(room.achter - m.achter);
}

template <typename Text>
std::string Tekening::join(Text text) const {
  std::string out;
  for (std::size_t i = 0; i < maten_.size(); ++i) out += (i == 0 ? "" : blanks(kBetween)) + text(i);
  out.erase(out.find_last_not_of(' ') + 1);
  return out;
}

/// Headings of fewer lines than others stand at the bottom.
std::string Tekening::heading(std::size_t line) const {
  return join([this, line](std::size_t i) {
    const std::size_t above = kopregels_ - koppen_[i].size();
    const std::string text = line < above ? "" : koppen_[i][line - above];
    const std::string fill = blanks(maten_[i].heel() - display_width(text));
    return raster_->kolommen[i].getallen ? fill + text : text + fill;
  });
}

std::string Tekening::line(std::size_t row) const {
  return join([this, row](std::size_t i) { return padded(i, raster_->kolommen[i].cellen[row]); });
}

}  // namespace zorgkader
