// Bars lie down, so that names have room; lines go from left to right.
#include "rapport/grafiek.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>

#include "rapport/bladzijde.hpp"
#include "rapport/tekens.hpp"
#include "values/notatie.hpp"
#include "values/tekst.hpp"

namespace zorgkader {
namespace {

constexpr std::int64_t kBreed = 760;
constexpr std::array<const char*, 6> kStreken = {"", "6 3", "2 2", "8 3 2 3", "1 3", "10 4"};

/// A position in tenths of a pixel, rounded down.
std::string px(const Getal& at) {
  const std::int64_t tenths = (at * 10).floor().as_int64().value_or(0);
  return fmt::format("{}{}.{}", tenths < 0 ? "-" : "", std::abs(tenths) / 10, std::abs(tenths) % 10);
}

std::string text_at(const Getal& x, const Getal& y, const char* anchor, const std::string& text) {
  return fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>", px(x), px(y), anchor, html(text));
}

std::optional<Getal> number_in(const Rapporttabel& t, std::size_t row, std::size_t column) {
  const auto& value = t.rijen[row].cellen[column].waarde;
  const auto* number = value ? std::get_if<Getal>(&*value) : nullptr;
  return number == nullptr ? std::nullopt : std::optional(*number);
}

/// From zero or lower to zero or higher, with a line at every round step.
struct As {
  Getal laag, hoog, stap;

  As(const Getal& least, const Getal& most) {
    const Getal range = std::max(most, Getal(0)) - std::min(least, Getal(0));
    stap = 1;
    if (!range.is_zero()) {
      while (stap * 6 < range) stap *= 10;
      while (stap * 6 / 10 >= range) stap = stap / 10;
      for (const Getal& part : {Getal::breuk(1, 5), Getal::breuk(1, 2)}) {
        if (stap * part * 6 >= range) {
          stap *= part;
          break;
        }
      }
    }
    laag = (std::min(least, Getal(0)) / stap).floor() * stap;
    hoog = std::max((std::max(most, Getal(0)) / stap).ceil() * stap, laag + stap);
  }
  Getal deel(const Getal& value) const { return (value - laag) / (hoog - laag); }
};

class Tekenaar {
 public:
  Tekenaar(const Rapporttabel& t, const Tabelgrafiek& g, std::ostream& out) : t_(t), g_(g), out_(out) {
    for (const std::size_t column : g.kolommen) texts_.push_back(teksten_van(t, column));
  }

  void write() {
    const As as = axis();
    const std::int64_t legend = g_.kolommen.size() > 1 ? 26 : 4;
    const std::int64_t high = g_.soort == Grafiek::lijn ? kLijnHoog : bars_high();
    out_ << fmt::format(
        "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\" xmlns=\"http://www.w3.org/2000/svg\">\n", kBreed,
        legend + high + 24, html(omschrijving_van(t_, g_)));
    if (g_.kolommen.size() > 1) write_legend();
    if (g_.soort == Grafiek::lijn)
      write_lines(as, legend, high);
    else
      write_bars(as, legend, high);
    out_ << "</svg>\n";
  }

 private:
  static constexpr std::int64_t kLijnHoog = 260, kStaaf = 16, kTussen = 8, kWaarde = 96;

  std::int64_t bars_in_row() const {
    return g_.soort == Grafiek::gestapeld ? 1 : static_cast<std::int64_t>(g_.kolommen.size());
  }
  std::int64_t bars_high() const {
    return static_cast<std::int64_t>(g_.rijen.size()) * (bars_in_row() * kStaaf + kTussen);
  }

  As axis() const {
    Getal least(0), most(0);
    for (const std::size_t row : g_.rijen) {
      Getal below(0), above(0);
      for (const std::size_t column : g_.kolommen) {
        const Getal value = number_in(t_, row, column).value_or(Getal(0));
        Getal& side = value.sign() < 0 ? below : above;
        side = g_.soort == Grafiek::gestapeld ? side + value
               : value.sign() < 0             ? std::min(side, value)
                                              : std::max(side, value);
      }
      least = std::min(least, below);
      most = std::max(most, above);
    }
    return {least, most};
  }

  void write_legend() {
    std::int64_t x = 4;
    for (std::size_t i = 0; i < g_.kolommen.size(); ++i) {
      const std::string head = kop_van(t_.kolommen[g_.kolommen[i]]);
      out_ << fmt::format("<rect x=\"{}\" y=\"4\" width=\"12\" height=\"12\" fill=\"{}\"/>", x, colour(i))
           << text_at(x + 17, 14, "start", head);
      x += 40 + 7 * static_cast<std::int64_t>(display_width(head));
    }
    out_ << '\n';
  }

  static std::string colour(std::size_t series) {
    return fmt::format("#{:06x}", kGrafiekkleuren.at(series % kGrafiekkleuren.size()));
  }

  /// What is too long for its place is cut; the whole stands in the table.
  static std::string cut(const std::string& name, std::size_t most) {
    if (display_width(name) <= most) return name;
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
      std::size_t end = at + 1;
      while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) ++end;
      if (display_width(out) + 2 > most) break;
      out += name.substr(at, end - at);
      at = end;
    }
    return out + "…";
  }

  void write_bars(const As& as, std::int64_t top, std::int64_t high) {
    constexpr std::size_t kNaam = 34;
    std::size_t longest = 4;
    for (const std::size_t row : g_.rijen) longest = std::max(longest, display_width(rijnaam_van(t_, row)));
    const std::int64_t left = 12 + 7 * static_cast<std::int64_t>(std::min(longest, kNaam));
    const Getal wide(kBreed - left - kWaarde);
    const auto x = [&](const Getal& value) { return Getal(left) + as.deel(value) * wide; };
    for (Getal tick = as.laag; tick <= as.hoog; tick += as.stap) {
      out_ << fmt::format("<line x1=\"{0}\" x2=\"{0}\" y1=\"{1}\" y2=\"{2}\" class=\"{3}\"/>", px(x(tick)), top,
                          top + high, tick.is_zero() ? "nul" : "raster")
           << text_at(x(tick), top + high + 14, "middle", format_nl(tick)) << '\n';
    }
    std::int64_t y = top + kTussen / 2;
    for (const std::size_t row : g_.rijen) {
      const std::int64_t middle = y + bars_in_row() * kStaaf / 2 + 4;
      out_ << text_at(left - 8, middle, "end", cut(rijnaam_van(t_, row), kNaam));
      write_row_of_bars(row, y, x);
      out_ << '\n';
      y += bars_in_row() * kStaaf + kTussen;
    }
  }

  template <typename X>
  void write_row_of_bars(std::size_t row, std::int64_t y, const X& x) {
    const bool stacked = g_.soort == Grafiek::gestapeld;
    bool withheld = false;
    Getal below(0), above(0);
    std::int64_t at = y;
    for (std::size_t i = 0; i < g_.kolommen.size(); ++i, at += stacked ? 0 : kStaaf) {
      const auto value = number_in(t_, row, g_.kolommen[i]);
      if (!value) {
        withheld = withheld || t_.rijen[row].cellen[g_.kolommen[i]].weggelaten;
        if (!stacked) out_ << text_at(x(Getal(0)) + 5, at + kStaaf - 4, "start", std::string(trim(texts_[i][row])));
        continue;
      }
      Getal& side = value->sign() < 0 ? below : above;
      const Getal from = stacked ? side : Getal(0), to = from + *value;
      if (stacked) side = to;
      const Getal a = x(std::min(from, to)), b = x(std::max(from, to));
      out_ << fmt::format(
          "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\" class=\"vlak\"><title>{}</title></rect>",
          px(a), at, px(b - a), kStaaf - 2, colour(i), html(told(row, i)));
      if (!stacked)
        out_ << text_at(x(std::max(to, Getal(0))) + 5, at + kStaaf - 4, "start", std::string(trim(texts_[i][row])));
    }
    if (stacked && withheld) out_ << text_at(x(above) + 5, at + kStaaf - 4, "start", fmt::format("+ {}", kWeggelaten));
  }

  std::string told(std::size_t row, std::size_t series) const {
    return fmt::format("{}, {}: {}", rijnaam_van(t_, row), kop_van(t_.kolommen[g_.kolommen[series]]),
                       trim(texts_[series][row]));
  }
  void write_lines(const As& as, std::int64_t top, std::int64_t high) {
    std::size_t longest = 1;
    for (Getal tick = as.laag; tick <= as.hoog; tick += as.stap) longest = std::max(longest, format_nl(tick).size());
    const std::int64_t left = 12 + 7 * static_cast<std::int64_t>(longest), wide = kBreed - left - 30;
    const auto count = static_cast<std::int64_t>(g_.rijen.size());
    const auto y = [&](const Getal& value) { return Getal(top + 6) + (Getal(1) - as.deel(value)) * (high - 12); };
    const auto x = [&](std::size_t i) {
      return Getal(left + 8) +
             Getal::breuk(static_cast<std::int64_t>(i) * (wide - 16), std::max<std::int64_t>(count - 1, 1));
    };
    for (Getal tick = as.laag; tick <= as.hoog; tick += as.stap) {
      out_ << fmt::format("<line x1=\"{0}\" x2=\"{1}\" y1=\"{2}\" y2=\"{2}\" class=\"{3}\"/>", left, left + wide,
                          px(y(tick)), tick.is_zero() ? "nul" : "raster")
           << text_at(left - 6, y(tick) + 4, "end", format_nl(tick)) << '\n';
    }
    std::size_t widest = 4;
    for (const std::size_t row : g_.rijen) widest = std::max(widest, display_width(rijnaam_van(t_, row)) + 2);
    const std::size_t fit = std::max<std::size_t>(1, static_cast<std::size_t>(wide) / (7 * widest));
    const std::size_t every = (g_.rijen.size() + fit - 1) / fit;
    for (std::size_t i = 0; i < g_.rijen.size(); i += every)
      out_ << text_at(x(i), top + high + 14, "middle", rijnaam_van(t_, g_.rijen[i]));
    out_ << '\n';
    for (std::size_t s = 0; s < g_.kolommen.size(); ++s) write_line(s, x, y);
  }

  /// A row without a value breaks the line.
  template <typename X, typename Y>
  void write_line(std::size_t series, const X& x, const Y& y) {
    std::string path, points;
    bool pen_up = true;
    for (std::size_t i = 0; i < g_.rijen.size(); ++i) {
      const auto value = number_in(t_, g_.rijen[i], g_.kolommen[series]);
      if (value) {
        path += fmt::format("{}{} {}", pen_up ? "M" : "L", px(x(i)), px(y(*value)));
        points += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"3\" fill=\"{}\"><title>{}</title></circle>", px(x(i)),
                              px(y(*value)), colour(series), html(told(g_.rijen[i], series)));
      }
      pen_up = !value;
    }
    out_ << fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\" stroke-dasharray=\"{}\"/>", path,
                        colour(series), kStreken.at(series % kStreken.size()))
         << points << '\n';
  }

  const Rapporttabel& t_;
  const Tabelgrafiek& g_;
  std::ostream& out_;
  std::vector<std::vector<std::string>> texts_;  ///< of each drawn column, by row
};

}  // namespace

void write_svg(const Rapporttabel& tabel, const Tabelgrafiek& grafiek, std::ostream& out) {
  Tekenaar(tabel, grafiek, out).write();
}

std::vector<Tabelgrafiek> grafieken_van(const Rapporttabel& tabel) {
  std::vector<Tabelgrafiek> out;
  if (tabel.kolommen.empty() || tabel.kolommen[0].vorm.soort == Soort::getal) return out;  // nothing names a row
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < tabel.rijen.size(); ++i) {
    if (tabel.rijen[i].soort == Rijsoort::rij) rows.push_back(i);
  }
  for (std::size_t i = 0; i < tabel.kolommen.size(); ++i) {
    const Rapportkolom& k = tabel.kolommen[i];
    if (k.grafiek == Grafiek::geen || k.vorm.soort != Soort::getal) continue;
    const auto same = std::find_if(out.begin(), out.end(), [&](const Tabelgrafiek& g) {
      return g.soort == k.grafiek && tabel.kolommen[g.kolommen[0]].vorm.eenheid.text() == k.vorm.eenheid.text();
    });
    if (same != out.end())
      same->kolommen.push_back(i);
    else if (!rows.empty() && rows.size() <= (k.grafiek == Grafiek::lijn ? kMostPoints : kMostBars))
      out.push_back({k.grafiek, {i}, rows});
  }
  std::erase_if(out, [&](const Tabelgrafiek& g) {
    return std::none_of(g.rijen.begin(), g.rijen.end(), [&](std::size_t row) {
      return std::any_of(g.kolommen.begin(), g.kolommen.end(),
                         [&](std::size_t column) { return number_in(tabel, row, column).has_value(); });
    });
  });
  return out;
}

std::string rijnaam_van(const Rapporttabel& tabel, std::size_t rij) {
  std::string out;
  for (std::size_t i = 0; i < naamkolommen_van(tabel); ++i) {
    const std::string part = tekst_van(tabel.rijen[rij].cellen[i], tabel.kolommen[i].vorm);
    if (!part.empty()) out += (out.empty() ? "" : ", ") + part;
  }
  return out;
}

std::string onderwerp_van(const Rapporttabel& tabel, const Tabelgrafiek& grafiek) {
  std::vector<std::string> heads, keys;
  for (const std::size_t column : grafiek.kolommen) heads.push_back(kop_van(tabel.kolommen[column]));
  for (std::size_t i = 0; i < naamkolommen_van(tabel); ++i) keys.push_back(kop_van(tabel.kolommen[i]));
  const std::string last = heads.size() > 1 ? " en " + heads.back() : "";
  if (heads.size() > 1) heads.pop_back();
  return fmt::format("{}{} per {}", fmt::join(heads, ", "), last, fmt::join(keys, ", "));
}

std::string omschrijving_van(const Rapporttabel& tabel, const Tabelgrafiek& grafiek) {
  constexpr std::array<const char*, 4> kHow = {"", "als staven", "als delen van een staaf", "als lijn"};
  return fmt::format("{}, {}", onderwerp_van(tabel, grafiek), kHow.at(static_cast<std::size_t>(grafiek.soort)));
}

}  // namespace zorgkader
