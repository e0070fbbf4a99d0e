// Comparisons at the terminal: all columns beside each other, groups of them below each other, or a line a column.
#include "rapport/vergelijking.hpp"

#include <algorithm>
#include <limits>
#include <ostream>

#include "rapport/kleur.hpp"
#include "rapport/raster.hpp"
#include "rapport/tekening.hpp"
#include "rapport/tekens.hpp"

namespace zorgkader {
namespace {

constexpr std::size_t kNarrowestHeading = 12;

using Kolommen = std::vector<const Vergelijkkolom*>;

std::optional<Getal> sum_of(const Cellen& cells) {
  Getal out;
  for (const auto& c : cells) {
    if (c) out += std::get<Getal>(*c);
  }
  return out;
}

bool is_zero(const std::optional<Waarde>& w) {
  const auto* number = w ? std::get_if<Getal>(&*w) : nullptr;
  return !w || (number != nullptr && number->is_zero());
}

/// The columns that people see: a cause that explains nothing in this table is left out.
Kolommen shown_columns(const Vergelijktabel& t) {
  Kolommen out;
  for (const Vergelijkkolom& k : t.kolommen) {
    const Cellen& cells = k.zichtbaar();
    if (!k.is_deel || !std::all_of(cells.begin(), cells.end(), is_zero)) out.push_back(&k);
  }
  return out;
}

Kolommen of_group(const Kolommen& all, int group) {
  Kolommen out;
  std::copy_if(all.begin(), all.end(), std::back_inserter(out), [&](const auto* k) { return k->groep == group; });
  return out;
}

/// A heading over several lines, none wider than `limit` unless one word is.
std::string wrapped(const std::string& text, std::size_t limit) {
  std::string out, line;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    if (!line.empty() && display_width(line) + 1 + display_width(word) > limit) {
      out += line + '\n';
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
    at = end + 1;
  }
  return out + line;
}

class Schikking {
 public:
  Schikking(const Vergelijktabel& t, std::size_t most)
      : t_(t), rows_(std::min(t.size(), most)), total_(adds_up(t.vorm, t.sleutels, t.size())) {}

  /// A line a cell.
  Raster wide(const Kolommen& columns) const {
    Raster out;
    out.weggelaten = t_.size() - rows_;
    out.totaalregels = total_ ? 1 : 0;
    for (std::size_t k = 0; k < t_.sleutels.size(); ++k) {
      RasterKolom& column = out.kolommen.emplace_back(RasterKolom{to_printable(t_.sleutels[k].naam), false, {}});
      for (std::size_t row = 0; row < rows_; ++row) column.cellen.push_back(member(k, row));
      if (total_) column.cellen.emplace_back(k == 0 ? "totaal" : "");
    }
    for (const Vergelijkkolom* c : columns) out.kolommen.push_back(values(*c));
    return out;
  }

  /// A line a column of each cell, with its difference beside it. `boven`: members stand on a line of their own above.
  Raster tall(const std::string& side, const Kolommen& columns, bool boven) const {
    Raster out;
    out.weggelaten = t_.size() - rows_;
    const bool above = boven && !t_.sleutels.empty();
    for (std::size_t k = 0; k < t_.sleutels.size() && !above; ++k)
      out.kolommen.push_back({to_printable(t_.sleutels[k].naam), false, {}});
    out.kolommen.push_back({above ? joined([](const SleutelKolom& k) { return k.naam; }) : side, false, {}});
    out.kolommen.push_back({"waarde", is_number(), {}});
    const bool differences = std::any_of(columns.begin(), columns.end(), [](auto* c) { return c->verschil_met >= 0; });
    if (differences) out.kolommen.push_back({"verschil", is_number(), {}});
    for (std::size_t row = 0; row < rows_; ++row) add_lines(out, columns, row, above);
    if (total_) add_lines(out, columns, std::nullopt, above);
    return out;
  }

 private:
  bool is_number() const { return t_.vorm.soort == Soort::getal; }

  /// What repeats the line above stays blank, except in the last key.
  std::string member(std::size_t key, std::size_t row) const {
    const bool repeats = key + 1 < t_.sleutels.size() && row > 0 && same_keys(t_.sleutels, row, row - 1, key + 1);
    return repeats ? "" : to_printable(t_.sleutels[key].at(row));
  }

  std::string total_text(const Vergelijkkolom& c) const {
    const auto sum = totaal(t_, c);
    return sum ? cel_tekst(*sum, t_.vorm) : "";
  }

  RasterKolom values(const Vergelijkkolom& c) const {
    RasterKolom out{"", is_number(), {}};
    std::size_t widest = kNarrowestHeading;
    for (std::size_t row = 0; row < rows_; ++row) out.cellen.push_back(cel_tekst(c.zichtbaar()[row], t_.vorm));
    if (total_) out.cellen.push_back(total_text(c));
    for (const std::string& cell : out.cellen) widest = std::max(widest, display_width(cell));
    out.kop = wrapped(to_printable(c.titel), widest);
    return out;
  }

  const Vergelijkkolom* difference_of(const Kolommen& columns, const Vergelijkkolom& c) const {
    const auto place = &c - t_.kolommen.data();
    const auto at = std::find_if(columns.begin(), columns.end(), [&](auto* d) { return d->verschil_met == place; });
    return at == columns.end() ? nullptr : *at;
  }

  using Rij = std::optional<std::size_t>;  ///< nothing: the total

  std::string text(const Vergelijkkolom& c, Rij row) const {
    return row ? cel_tekst(c.zichtbaar()[*row], t_.vorm) : total_text(c);
  }

  /// A part that is zero has no line.
  bool says_nothing(const Vergelijkkolom& c, Rij row) const {
    if (!c.is_deel) return false;
    return row ? is_zero(c.zichtbaar()[*row]) : totaal(t_, c).value_or(Getal()).is_zero();
  }

  template <typename Text>
  std::string joined(Text text) const {
    std::string out;
    for (const SleutelKolom& k : t_.sleutels) out += (out.empty() ? "" : ", ") + to_printable(text(k));
    return out;
  }

  /// The members of a row as the cells before its first line.
  std::vector<std::string> members(Rij row) const {
    std::vector<std::string> out;
    for (std::size_t k = 0; k < t_.sleutels.size(); ++k) out.push_back(row ? member(k, *row) : k == 0 ? "totaal" : "");
    return out;
  }

  static void add_line(Raster& out, Rij row, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < out.kolommen.size(); ++i)
      out.kolommen[i].cellen.push_back(i < cells.size() ? cells[i] : "");
    if (!row) ++out.totaalregels;
  }

  /// The lines of one cell: a column each, with its difference beside it; parts of a difference stand under that.
  void add_lines(Raster& out, const Kolommen& columns, Rij row, bool above) const {
    std::vector<std::string> before = above ? std::vector<std::string>() : members(row);
    if (above) add_line(out, row, {row ? joined([&](const SleutelKolom& k) { return k.at(*row); }) : "totaal"});
    for (const Vergelijkkolom* c : columns) {
      if (c->verschil_met >= 0 || says_nothing(*c, row)) continue;
      std::vector<std::string> cells = before;
      cells.push_back((above ? "  " : "") + std::string(c->is_deel ? "  " : "") + to_printable(c->titel));
      cells.push_back(c->is_deel ? "" : text(*c, row));
      const Vergelijkkolom* d = c->is_deel ? c : difference_of(columns, *c);
      cells.push_back(d == nullptr ? "" : text(*d, row));
      add_line(out, row, cells);
      before.assign(before.size(), "");
    }
  }

  const Vergelijktabel& t_;
  std::size_t rows_;
  bool total_;
};

void draw_table(const Vergelijktabel& t, const std::string& side, std::ostream& out, const TabelOpties& opties) {
  const std::size_t most = opties.meeste_rijen == 0 ? std::numeric_limits<std::size_t>::max() : opties.meeste_rijen;
  const Schikking layout(t, most);
  const Kolommen columns = shown_columns(t);
  const auto fits = [&](const Raster& r) {
    return opties.breedte == 0 || Tekening(r, false).width() <= opties.breedte;
  };
  const Raster whole = layout.wide(columns);
  if (fits(whole)) return Tekening(whole, opties.kleur).draw(out);
  const Raster first = layout.wide(of_group(columns, 0)), second = layout.wide(of_group(columns, 1));
  if (!fits(first) || !fits(second)) {
    const Raster tall = layout.tall(side, columns, false);
    return Tekening(fits(tall) ? tall : layout.tall(side, columns, true), opties.kleur).draw(out);
  }
  Tekening(first, opties.kleur).draw(out);
  out << '\n';
  Tekening(second, opties.kleur).draw(out);
}

void write_block(const Vergelijktabel& t, const std::string& side, std::ostream& out, const TabelOpties& opties) {
  out << paint(to_printable(t.naam), kleuren::kVet, opties.kleur) << "  [" << t.vorm.text() << "]";
  if (t.geen_verschil) out << "  " << paint("geen verschil", kleuren::kGroen, opties.kleur);
  out << '\n';
  if (t.size() > 0) draw_table(t, side, out, opties);
  if (!t.opmerking.empty()) out << paint(to_printable(t.opmerking), kleuren::kMat, opties.kleur) << '\n';
}

void write_opening(const Vergelijking& v, std::ostream& out, bool kleur) {
  const auto differs = [&](auto field) {
    return std::any_of(v.zijden.begin(), v.zijden.end(),
                       [&](const Zijde& z) { return z.*field != v.zijden[0].*field; });
  };
  const auto day_text = [](const std::string& iso) {
    const std::optional<Datum> day = parse_datum(iso);
    return "peildatum " + (day ? format_datum_nl(*day) : to_printable(iso));
  };
  const bool dates = differs(&Zijde::peildatum);
  out << paint(v.opening, kleuren::kVet, kleur);
  if (!dates && !v.zijden.empty() && !v.zijden[0].peildatum.empty()) out << ", " << day_text(v.zijden[0].peildatum);
  out << '\n';
  std::size_t room = 0;
  for (const Zijde& z : v.zijden) room = std::max(room, display_width(to_printable(z.titel)));
  for (const Zijde& z : v.zijden) {
    const std::string titel = to_printable(z.titel);
    out << "  " << titel << std::string(room + 2 - display_width(titel), ' ') << to_printable(z.bestand);
    if (!z.titel.starts_with(z.regeling)) out << ": " << to_printable(z.regeling);
    if (!z.versie.empty()) out << ", versie " << to_printable(z.versie);
    if (dates && !z.peildatum.empty()) out << ", " << day_text(z.peildatum);
    out << '\n';
    for (const auto& [naam, waarde] : z.gezet)
      out << std::string(room + 4, ' ') << paint("gezet: " + to_printable(naam + " = " + waarde), kleuren::kGeel, kleur)
          << '\n';
  }
}

}  // namespace

bool Vergelijking::geen_verschil() const {
  return std::all_of(tabellen.begin(), tabellen.end(), [](const Vergelijktabel& t) { return t.geen_verschil; });
}

std::optional<Getal> totaal(const Vergelijktabel& t, const Vergelijkkolom& kolom) {
  if (!adds_up(t.vorm, t.sleutels, t.size())) return std::nullopt;
  if (kolom.verschil_met < 0 || !kolom.getoond.empty()) return sum_of(kolom.zichtbaar());
  const auto& other = t.kolommen[static_cast<std::size_t>(kolom.verschil_met)];
  return *sum_of(other.zichtbaar()) - *sum_of(t.kolommen.front().zichtbaar());
}

void write_tabel(const Vergelijking& v, std::ostream& out, const TabelOpties& opties) {
  write_opening(v, out, opties.kleur);
  for (const Vergelijktabel& t : v.tabellen) {
    out << '\n';
    write_block(t, v.zijnaam, out, opties);
  }
  for (const std::string& line : v.slot) out << '\n' << to_printable(line) << '\n';
  const bool any = std::any_of(v.tabellen.begin(), v.tabellen.end(), [](const auto& t) { return t.is_concept; });
  if (any) out << '\n' << paint(kConceptZin, kleuren::kGeel, opties.kleur) << '\n';
}

}  // namespace zorgkader
