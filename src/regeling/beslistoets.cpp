// Each column cut in classes on which its conditions do not vary; then every combination of classes is tried.
#include "regeling/beslistoets.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace zorgkader {
namespace {

constexpr std::size_t kMostCases = 200'000;
constexpr std::size_t kMostGaps = 3;

/// One column: the names of its classes, and for each row which of them it takes.
struct Klassen {
  std::vector<std::string> namen;
  std::vector<std::vector<bool>> past;
};

Getal on_line(const Waarde& w) {
  if (const auto* date = std::get_if<Datum>(&w)) return Getal(date->time_since_epoch().count());
  const auto* number = std::get_if<Getal>(&w);
  return number != nullptr ? *number : Getal();
}

class Toets {
 public:
  Toets(const Regeling& r, const Grootheid& g, Bevindingen& found) : r_(r), g_(g), b_(*g.beslissing), found_(found) {}

  void run() {
    std::size_t cases = 1;
    for (std::size_t c = 0; c < b_.kolommen.size(); ++c) {
      if (b_.kolommen[c]->onbekend) return;
      columns_.push_back(classes(c));
      cases *= columns_.back().namen.size();
      if (cases > kMostCases)
        return report("tabel-fout", g_.positie, "Deze tabel heeft te veel gevallen om na te gaan.");
    }
    needed_.assign(b_.rijen.size(), false);
    std::vector<std::size_t> at(columns_.size());
    for (std::size_t i = 0; i < cases; ++i) {
      std::size_t rest = i;
      for (std::size_t c = columns_.size(); c-- > 0; rest /= columns_[c].namen.size())
        at[c] = rest % columns_[c].namen.size();
      one(at);
    }
    if (gaps_ > 0) {
      const std::string more = gaps_ > kMostGaps ? fmt::format(" (en nog {} gevallen)", gaps_ - kMostGaps) : "";
      report("beslistabel-gat", g_.positie, fmt::format("Voor {}{} staat geen regel in de tabel.", without_row_, more));
    }
    for (std::size_t i = 0; i < needed_.size(); ++i) {
      if (!needed_[i])
        report("beslistabel-overlap", b_.rijen[i].positie,
               "Alle gevallen van deze regel zijn al door eerdere regels behandeld.");
    }
  }

 private:
  void report(const char* code, const Positie& at, std::string what) {
    found_.push_back(r_.document.regels.bevinding(code, at, std::move(what)));
  }

  void one(const std::vector<std::size_t>& at) {
    for (std::size_t row = 0; row < b_.rijen.size(); ++row) {
      bool all = true;
      for (std::size_t c = 0; c < columns_.size() && all; ++c) all = columns_[c].past[row][at[c]];
      if (!all) continue;
      needed_[row] = true;
      return;
    }
    if (++gaps_ > kMostGaps) return;
    std::string text;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (columns_[c].namen.size() > 1)
        text += (text.empty() ? "" : ", ") + to_text(*b_.kolommen[c]) + " " + columns_[c].namen[at[c]];
    }
    without_row_ += (gaps_ == 1 ? "" : " en voor ") + text;
  }

  template <typename F>
  void each_part(std::size_t column, F f) const {
    for (const Beslisrij& row : b_.rijen) {
      for (const auto& all : row.voorwaarden[column]) {
        for (const Beslisdeel& d : all) f(d);
      }
    }
  }

  Klassen classes(std::size_t column) const {
    const Uitdrukking& head = *b_.kolommen[column];
    switch (head.vorm.soort) {
      case Soort::ja_nee:
        return fill(column, {"ja", "nee"}, [](const Beslisdeel& d, std::size_t k) {
          return (std::get<bool>(d.waarde) ? 0U : 1U) == k ? 0 : 1;
        });
      case Soort::tekst:
        return head.lid_van >= 0 ? members(column, head.lid_van) : texts(column);
      case Soort::getal:
      case Soort::datum:
        break;
    }
    return line(column, head.vorm);
  }

  /// `order(part, class)` says where a class lies beside the value of a part: before, on it or after.
  template <typename F>
  Klassen fill(std::size_t column, std::vector<std::string> names, F order) const {
    Klassen out{std::move(names), {}};
    for (const Beslisrij& row : b_.rijen) {
      std::vector<bool> takes(out.namen.size());
      for (std::size_t k = 0; k < takes.size(); ++k) {
        const auto& any = row.voorwaarden[column];
        takes[k] = any.empty() || std::any_of(any.begin(), any.end(), [&](const std::vector<Beslisdeel>& all) {
                     return std::all_of(all.begin(), all.end(),
                                        [&](const Beslisdeel& d) { return is_so(d.teken, order(d, k) <=> 0); });
                   });
      }
      out.past.push_back(std::move(takes));
    }
    return out;
  }

  Klassen line(std::size_t column, const Vorm& form) const {
    std::vector<Getal> points;
    each_part(column, [&](const Beslisdeel& d) { points.push_back(on_line(d.waarde)); });
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    const auto shown = [&](std::size_t i) {
      if (form.soort == Soort::getal) return format_nl(Waarde(points[i]), form);
      return format_datum_nl(Datum(std::chrono::days(*points[i].as_int64())));
    };
    // Before the first point, on it, between it and the next, ...
    std::vector<std::string> names;
    for (std::size_t i = 0; i < points.size(); ++i) {
      names.push_back(i == 0 ? "onder " + shown(0) : fmt::format("tussen {} en {}", shown(i - 1), shown(i)));
      names.push_back(shown(i));
    }
    names.push_back(points.empty() ? "" : "boven " + shown(points.size() - 1));
    return fill(column, std::move(names), [points](const Beslisdeel& d, std::size_t k) {
      const auto own =
          static_cast<std::size_t>(std::lower_bound(points.begin(), points.end(), on_line(d.waarde)) - points.begin());
      const std::size_t place = 2 * own + 1;
      return k < place ? -1 : k > place ? 1 : 0;
    });
  }

  Klassen members(std::size_t column, int key) const {
    const Sleutel& s = r_.sleutels[static_cast<std::size_t>(key)];
    std::vector<std::string> names = s.leden;
    if (s.open) names.push_back("(een ander)");
    return fill(column, std::move(names), [&s](const Beslisdeel& d, std::size_t k) {
      const int own = s.lid(d.tekst).value_or(-1), other = static_cast<int>(k);
      return other < own ? -1 : other > own ? 1 : 0;
    });
  }

  Klassen texts(std::size_t column) const {
    std::vector<std::string> names;
    each_part(column, [&](const Beslisdeel& d) {
      if (std::find(names.begin(), names.end(), d.tekst) == names.end()) names.push_back(d.tekst);
    });
    const std::vector<std::string> listed = names;
    names.push_back("(iets anders)");
    return fill(column, std::move(names), [listed](const Beslisdeel& d, std::size_t k) {
      return k < listed.size() && listed[k] == d.tekst ? 0 : 1;
    });
  }

  const Regeling& r_;
  const Grootheid& g_;
  const Beslissing& b_;
  Bevindingen& found_;
  std::vector<Klassen> columns_;
  std::vector<bool> needed_;
  std::size_t gaps_ = 0;
  std::string without_row_;
};

}  // namespace

void check_beslissing(const Regeling& regeling, const Grootheid& tabel, Bevindingen& found) {
  Toets(regeling, tabel, found).run();
}

}  // namespace zorgkader
