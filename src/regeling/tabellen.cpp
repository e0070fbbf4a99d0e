// Captions and tables. A table never guesses: what does not fit its caption is a finding at the cell.
#include "regeling/tabellen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "regeling/parser.hpp"

namespace zorgkader {
namespace {

using Soortnaam = std::pair<std::string_view, Bijschrift::Soort>;
constexpr Soortnaam kCaptions[] = {
    {"Sleutel", Bijschrift::Soort::sleutel},
    {"Tabel", Bijschrift::Soort::tabel},
    {"Reeks", Bijschrift::Soort::tabel},
    {"Parameters", Bijschrift::Soort::parameters},
    {"Beslistabel", Bijschrift::Soort::beslistabel},
    {"Termijnen", Bijschrift::Soort::overzicht},
    {"Overzicht", Bijschrift::Soort::overzicht},
};

std::string_view trim(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == ':')) s.remove_suffix(1);
  return s;
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> out;
  while (true) {
    const auto end = text.find(at);
    out.emplace_back(trim(text.substr(0, end)));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

class TabelLezer {
 public:
  TabelLezer(Regeling& regeling, Bevindingen& found) : r_(regeling), found_(found) {}

  void run() {
    std::vector<std::optional<Bijschrift>> captions;
    for (const TabelBlok& t : r_.document.tabellen) captions.push_back(caption(t));
    pass(captions, [this](const TabelBlok& t, const Bijschrift& b) {
      if (b.soort == Bijschrift::Soort::sleutel) key_names(t, b);
    });
    pass(captions, [this](const TabelBlok& t, const Bijschrift& b) {
      if (b.soort == Bijschrift::Soort::sleutel) key_table(t, b);
    });
    pass(captions, [this](const TabelBlok& t, const Bijschrift& b) { other_table(t, b); });
  }

 private:
  template <typename F>
  void pass(const std::vector<std::optional<Bijschrift>>& captions, F f) {
    for (std::size_t i = 0; i < captions.size(); ++i) {
      if (captions[i]) f(r_.document.tabellen[i], *captions[i]);
    }
  }

  void report(const char* code, const Positie& at, std::string what, std::string remedy = {}) {
    found_.push_back(r_.document.regels.bevinding(code, at, std::move(what), std::move(remedy)));
  }

  std::optional<Bijschrift> caption(const TabelBlok& t) {
    const auto word = t.bijschrift.substr(0, t.bijschrift.find_first_of(" :"));
    const auto* known =
        std::find_if(std::begin(kCaptions), std::end(kCaptions), [&](const Soortnaam& k) { return k.first == word; });
    if (known == std::end(kCaptions)) {
      report("tabel-zonder-bijschrift", t.positie, "Boven deze tabel staat niet wat zij is.");
      return std::nullopt;
    }
    Bijschrift out;
    out.soort = known->second;
    std::string_view rest = trim(std::string_view(t.bijschrift).substr(word.size()));
    if (out.soort == Bijschrift::Soort::parameters || out.soort == Bijschrift::Soort::overzicht) return out;
    const auto close = rest.size() > 1 && rest[0] == '`' ? rest.find('`', 1) : std::string_view::npos;
    if (close == std::string_view::npos) {
      report("bijschrift-fout", t.bijschrift_positie,
             fmt::format("Na `{}` hoort een naam tussen accenten (`naam`).", word));
      return std::nullopt;
    }
    out.naam = rest.substr(1, close - 1);
    return tail(t, std::move(out), trim(rest.substr(close + 1)));
  }

  std::optional<Bijschrift> tail(const TabelBlok& t, Bijschrift out, std::string_view rest) {
    if (const auto open = rest.find('('); open != std::string_view::npos) {
      out.open = rest.substr(open + 1).starts_with("open");
      rest = trim(rest.substr(0, open));
    }
    if (const auto bracket = rest.find('['); bracket != std::string_view::npos) {
      const auto end = rest.find(']', bracket);
      out.eenheid = rest.substr(bracket + 1, end == std::string_view::npos ? end : end - bracket - 1);
      rest = trim(rest.substr(0, bracket));
    }
    if (rest.starts_with("per ")) {
      for (const std::string& k : split(rest.substr(4), ',')) out.per.push_back({k, t.bijschrift_positie, -1});
    } else if (!rest.empty()) {
      report("bijschrift-fout", t.bijschrift_positie,
             fmt::format("Dit deel van het bijschrift is niet te lezen: `{}`.", rest));
      return std::nullopt;
    }
    return out;
  }

  // --- keys ---

  void key_names(const TabelBlok& t, const Bijschrift& b) {
    if (r_.sleutel(b.naam) >= 0)
      return report("naam-dubbel", t.bijschrift_positie, fmt::format("De sleutel `{}` bestaat al.", b.naam));
    if (r_.sleutels.size() + 1 >= kMostSleutels)
      return report("tabel-fout", t.bijschrift_positie, "Een regeling heeft ten hoogste 63 sleutels.");
    if (t.kop.empty() || t.kop[0].tekst != b.naam)
      return report("tabel-fout", t.positie,
                    fmt::format("De eerste kolom van de sleuteltabel hoort `{}` te heten.", b.naam));
    Sleutel s;
    s.naam = b.naam;
    s.open = b.open;
    s.kop = t.kop_index;
    s.positie = t.bijschrift_positie;
    for (const auto& row : t.rijen) {
      if (row.empty() || row[0].tekst.empty()) {
        report("cel-fout", row.empty() ? t.positie : row[0].positie, "Een lid van een sleutel heeft een naam nodig.");
        continue;
      }
      if (s.lid(row[0].tekst))
        report("naam-dubbel", row[0].positie, fmt::format("`{}` staat al in deze sleutel.", row[0].tekst));
      s.leden.push_back(row[0].tekst);
    }
    r_.sleutels.push_back(std::move(s));
  }

  void key_table(const TabelBlok& t, const Bijschrift& b) {
    const int index = r_.sleutel(b.naam);
    if (index < 0 || r_.sleutels[static_cast<std::size_t>(index)].positie.regel != t.bijschrift_positie.regel) return;
    for (std::size_t column = 1; column < t.kop.size(); ++column) attribute(t, column, index);
  }

  void attribute(const TabelBlok& t, std::size_t column, int key) {
    Attribuut a;
    // `uren [uur]` in the header names the unit; without it the cells decide.
    const std::string& head = t.kop[column].tekst;
    const auto bracket = head.find('[');
    a.naam = std::string(trim(std::string_view(head).substr(0, bracket)));
    int member_of = -1;
    std::optional<Vorm> form;
    if (bracket != std::string::npos) {
      form = parse_vorm(r_, head.substr(bracket + 1, head.find(']') - bracket - 1), member_of);
      if (!form)
        return report("eenheid-onbekend", t.kop[column].positie, fmt::format("De eenheid in `{}` bestaat niet.", head));
    } else if ((member_of = r_.sleutel(a.naam)) >= 0) {
      form = Vorm{Soort::tekst, {}};
    } else {
      form = guess(t, column);
    }
    a.vorm = *form;
    a.verwijst = member_of;
    for (const auto& row : t.rijen) {
      if (row.empty() || row[0].tekst.empty()) continue;
      if (column >= row.size() || row[column].tekst.empty()) {
        a.waarden.emplace_back();
        continue;
      }
      if (member_of >= 0) member(member_of, row[column].tekst, row[column].positie);
      a.waarden.push_back(parse_cel(r_, row[column], a.vorm, found_));
    }
    r_.sleutels[static_cast<std::size_t>(key)].attributen.push_back(std::move(a));
  }

  /// ja/nee or dates when every filled cell is one, else text.
  static Vorm guess(const TabelBlok& t, std::size_t column) {
    bool yes_no = true, dates = true, any = false;
    for (const auto& row : t.rijen) {
      if (column >= row.size() || row[column].tekst.empty()) continue;
      any = true;
      yes_no = yes_no && (row[column].tekst == "ja" || row[column].tekst == "nee");
      dates = dates && parse_datum(row[column].tekst);
    }
    return Vorm{any && yes_no ? Soort::ja_nee : any && dates ? Soort::datum : Soort::tekst, {}};
  }

  std::optional<int> member(int key, const std::string& name, const Positie& at) {
    const Sleutel& s = r_.sleutels[static_cast<std::size_t>(key)];
    if (const auto lid = s.lid(name)) return lid;
    report("lid-onbekend", at, fmt::format("`{}` is geen {}.", name, s.naam));
    return std::nullopt;
  }

  // --- values ---

  void other_table(const TabelBlok& t, const Bijschrift& b) {
    if (b.soort == Bijschrift::Soort::parameters) return parameters(t);
    if (b.soort != Bijschrift::Soort::tabel && b.soort != Bijschrift::Soort::beslistabel) return;
    Grootheid g;
    g.naam = b.naam;
    g.rol = Rol::tabel;
    g.kop = t.kop_index;
    g.positie = t.bijschrift_positie;
    g.per = b.per;
    g.vorm_gegeven = true;
    const auto form = parse_vorm(r_, b.eenheid, g.lid_van);
    if (!form)
      return report("eenheid-onbekend", t.bijschrift_positie, fmt::format("De eenheid `{}` bestaat niet.", b.eenheid));
    g.vorm = *form;
    for (SleutelNaam& k : g.per) {
      k.sleutel = r_.sleutel(k.naam);
      if (k.sleutel < 0)
        return report("sleutel-onbekend", t.bijschrift_positie, fmt::format("De sleutel `{}` bestaat niet.", k.naam));
      g.sleutels.push_back(k.sleutel);
    }
    rows(t, b, g);
    r_.grootheden.push_back(std::move(g));
  }

  std::optional<std::size_t> column(const TabelBlok& t, std::string_view name) const {
    for (std::size_t i = 0; i < t.kop.size(); ++i) {
      if (t.kop[i].tekst == name) return i;
    }
    return std::nullopt;
  }

  void rows(const TabelBlok& t, const Bijschrift& b, Grootheid& g) {
    const auto value = column(t, "waarde");
    const std::size_t down = value ? g.sleutels.size() : g.sleutels.size() - 1;
    if (g.sleutels.empty() && !value) return report("tabel-fout", t.positie, "Deze tabel mist een kolom `waarde`.");
    std::vector<std::size_t> key_columns;
    for (std::size_t i = 0; i < down; ++i) {
      const auto at = column(t, g.per[i].naam);
      if (!at) return report("tabel-fout", t.positie, fmt::format("De kolom `{}` ontbreekt.", g.per[i].naam));
      key_columns.push_back(*at);
    }
    for (const auto& row : t.rijen) {
      if (row.size() > t.kop.size()) {
        report("tabel-fout", row[0].positie,
               fmt::format("Deze rij heeft {} cellen; de kop heeft er {}.", row.size(), t.kop.size()));
        continue;
      }
      if (value)
        long_row(t, row, key_columns, *value, g, b);
      else
        crossed_row(t, row, key_columns, g);
    }
    if (b.soort == Bijschrift::Soort::beslistabel)
      first_hit(t, g);
    else
      check_periods(g);
  }

  /// The member codes that a key cell stands for: one, a list with `;`, or all with `*` in a decision table.
  std::vector<int> members(const Cel& cel, int key, bool wildcard) {
    std::vector<int> out;
    if (wildcard && cel.tekst == "*") {
      for (std::size_t i = 0; i < r_.sleutels[static_cast<std::size_t>(key)].leden.size(); ++i)
        out.push_back(static_cast<int>(i));
      return out;
    }
    for (const std::string& name : split(cel.tekst, ';')) {
      if (const auto lid = member(key, name, cel.positie)) out.push_back(*lid);
    }
    return out;
  }

  static std::vector<std::vector<int>> combinations(const std::vector<std::vector<int>>& choices) {
    std::vector<std::vector<int>> out{{}};
    for (const auto& options : choices) {
      std::vector<std::vector<int>> next;
      for (const auto& begun : out) {
        for (int o : options) {
          next.push_back(begun);
          next.back().push_back(o);
        }
      }
      out = std::move(next);
    }
    return out;
  }

  std::optional<Periode> period(const TabelBlok& t, const std::vector<Cel>& row, Grootheid& g) {
    const auto from = column(t, "geldig_van"), to = column(t, "geldig_tot");
    if (!from && !to) return std::nullopt;
    g.met_geldigheid = true;
    Periode out{kGeenBegin, kGeenEinde};
    const auto date = [&](const std::optional<std::size_t>& at, Datum& target) {
      if (!at || *at >= row.size() || row[*at].tekst.empty()) return;
      if (const auto d = parse_cel(r_, row[*at], Vorm{Soort::datum, {}}, found_)) target = std::get<Datum>(*d);
    };
    date(from, out.van);
    date(to, out.tot);
    if (out.tot < out.van)
      report("geldigheid-overlap", row[0].positie, "De periode eindigt voor zij begint.", "Draai de datums om.");
    return out;
  }

  std::optional<Waarde> value_of(const Cel& cel, const Grootheid& g) {
    if (g.lid_van >= 0) member(g.lid_van, cel.tekst, cel.positie);
    return parse_cel(r_, cel, g.vorm, found_);
  }

  void long_row(const TabelBlok& t, const std::vector<Cel>& row, const std::vector<std::size_t>& key_columns,
                std::size_t value, Grootheid& g, const Bijschrift& b) {
    std::vector<std::vector<int>> choices;
    for (std::size_t i = 0; i < key_columns.size(); ++i) {
      if (key_columns[i] >= row.size()) return report("tabel-fout", row[0].positie, "Deze rij mist een sleutel.");
      choices.push_back(members(row[key_columns[i]], g.sleutels[i], b.soort == Bijschrift::Soort::beslistabel));
    }
    const auto geldig = period(t, row, g);
    if (value >= row.size() || row[value].tekst.empty()) return;  // missing stays missing
    const auto waarde = value_of(row[value], g);
    if (!waarde) return;
    for (auto& codes : combinations(choices))
      g.rijen.push_back({std::move(codes), *waarde, geldig, row[value].positie});
  }

  void crossed_row(const TabelBlok& t, const std::vector<Cel>& row, const std::vector<std::size_t>& key_columns,
                   Grootheid& g) {
    std::vector<std::vector<int>> choices;
    for (std::size_t i = 0; i < key_columns.size(); ++i)
      choices.push_back(members(row[key_columns[i]], g.sleutels[i], false));
    for (std::size_t c = 0; c < t.kop.size(); ++c) {
      if (std::find(key_columns.begin(), key_columns.end(), c) != key_columns.end()) continue;
      const auto across = member(g.sleutels.back(), t.kop[c].tekst, t.kop[c].positie);
      if (!across || c >= row.size() || row[c].tekst.empty()) continue;
      const auto waarde = value_of(row[c], g);
      if (!waarde) continue;
      for (auto& codes : combinations(choices)) {
        codes.push_back(*across);
        g.rijen.push_back({std::move(codes), *waarde, std::nullopt, row[c].positie});
      }
    }
  }

  /// Keeps the first row of every case; reports cases without a row and rows that never come up.
  void first_hit(const TabelBlok& t, Grootheid& g) {
    std::map<std::vector<int>, TabelRij> kept;
    std::map<int, bool> used;
    for (TabelRij& row : g.rijen) {
      const bool fresh = kept.emplace(row.codes, row).second;
      used[row.positie.regel] = used[row.positie.regel] || fresh;
    }
    for (const TabelRij& row : g.rijen) {
      if (!std::exchange(used[row.positie.regel], true)) {
        report("beslistabel-overlap", row.positie,
               "Alle gevallen van deze regel zijn al door eerdere regels behandeld.");
      }
    }
    std::vector<std::vector<int>> all;
    for (int key : g.sleutels) all.push_back(members({"*", {}}, key, true));
    for (const auto& codes : combinations(all)) {
      if (!kept.contains(codes))
        report("beslistabel-gat", t.positie, fmt::format("Voor {} staat geen regel in de tabel.", named(g, codes)));
    }
    g.rijen.clear();
    for (auto& [codes, row] : kept) g.rijen.push_back(std::move(row));
  }

  std::string named(const Grootheid& g, const std::vector<int>& codes) const {
    std::string out;
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const Sleutel& s = r_.sleutels[static_cast<std::size_t>(g.sleutels[i])];
      out += (i ? ", " : "") + s.naam + " " + s.leden[static_cast<std::size_t>(codes[i])];
    }
    return out.empty() ? g.naam : out;
  }

  /// Rows of the same keys: periods must follow each other; without periods there is one row.
  void check_periods(const Grootheid& g) {
    std::map<std::vector<int>, std::vector<const TabelRij*>> cells;
    for (const TabelRij& row : g.rijen) cells[row.codes].push_back(&row);
    for (auto& [codes, rows] : cells) {
      std::stable_sort(rows.begin(), rows.end(), [](const TabelRij* a, const TabelRij* b) {
        return a->geldig && b->geldig && a->geldig->van < b->geldig->van;
      });
      for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto& before = *rows[i - 1];
        const auto& after = *rows[i];
        if (!before.geldig || !after.geldig) {
          report("rij-dubbel", after.positie,
                 fmt::format("Voor {} staat er al een waarde op regel {}.", named(g, codes), before.positie.regel));
        } else if (after.geldig->van <= before.geldig->tot) {
          report("geldigheid-overlap", after.positie,
                 fmt::format("Voor {} geldt tot en met {} al een andere waarde (regel {}).", named(g, codes),
                             format_datum_nl(before.geldig->tot), before.positie.regel));
        } else if (after.geldig->van != before.geldig->tot + std::chrono::days(1)) {
          report("geldigheid-gat", after.positie,
                 fmt::format("Voor {} geldt er geen waarde tussen {} en {}.", named(g, codes),
                             format_datum_nl(before.geldig->tot), format_datum_nl(after.geldig->van)));
        }
      }
    }
  }

  // --- parameters ---

  void parameters(const TabelBlok& t) {
    const auto name = column(t, "naam"), value = column(t, "waarde"), unit = column(t, "eenheid"),
               note = column(t, "toelichting");
    if (!name || !value)
      return report("tabel-fout", t.positie, "Een tabel met parameters heeft de kolommen `naam` en `waarde`.");
    for (const auto& row : t.rijen) {
      if (std::max(*name, *value) >= row.size()) {
        report("tabel-fout", t.positie, "Deze rij mist een naam of een waarde.");
        continue;
      }
      parameter(t, row, row[*name], row[*value], unit && *unit < row.size() ? row[*unit].tekst : "",
                note && *note < row.size() ? row[*note].tekst : "");
    }
    for (const Grootheid& g : r_.grootheden) {
      if (g.rol == Rol::tabel && g.met_geldigheid && g.sleutels.empty() && g.kop == t.kop_index) check_periods(g);
    }
  }

  void parameter(const TabelBlok& t, const std::vector<Cel>& row, const Cel& name, const Cel& value,
                 const std::string& unit, const std::string& note) {
    Grootheid g;
    g.naam =
        std::string(name.tekst.starts_with('`') && name.tekst.size() > 2 ? name.tekst.substr(1, name.tekst.size() - 2)
                                                                         : name.tekst);
    g.rol = Rol::parameter;
    g.kop = t.kop_index;
    g.positie = name.positie;
    g.toelichting = note;
    const auto geldig = period(t, row, g);
    if (value.tekst == "open") {
      g.is_open = true;
      g.open_reden = note;
    } else {
      g.formule = parse_los(r_.document.regels, value.tekst + (unit.empty() || unit == "%" ? "" : " " + unit),
                            value.positie, r_.eenheden, found_);
      if (!g.formule) return;
      if (unit == "%" && !value.tekst.ends_with('%'))
        return report("cel-fout", value.positie, "Bij een percentage hoort een %-teken achter het getal.",
                      "Schrijf bijvoorbeeld 3,87%.");
    }
    if (!geldig) return void(r_.grootheden.push_back(std::move(g)));
    with_period(std::move(g), value, *geldig);
  }

  /// Rows with the same name and different periods become one table without keys.
  void with_period(Grootheid g, const Cel& value, const Periode& geldig) {
    const Uitdrukking& e = *g.formule;
    const bool literal = e.soort == Knoopsoort::getal || e.soort == Knoopsoort::ja_nee ||
                         e.soort == Knoopsoort::tekst || e.soort == Knoopsoort::datum;
    if (!literal)
      return report("cel-fout", value.positie, "Een parameter met een geldigheid is een vaste waarde.",
                    "Schrijf een getal, datum, tekst, ja of nee.");
    const Waarde w = e.soort == Knoopsoort::getal    ? Waarde(e.getal)
                     : e.soort == Knoopsoort::ja_nee ? Waarde(e.ja)
                     : e.soort == Knoopsoort::datum  ? Waarde(e.datum)
                                                     : Waarde(e.tekst);
    g.vorm = {e.soort == Knoopsoort::getal    ? Soort::getal
              : e.soort == Knoopsoort::ja_nee ? Soort::ja_nee
              : e.soort == Knoopsoort::datum  ? Soort::datum
                                              : Soort::tekst,
              e.vorm.eenheid};
    g.vorm_gegeven = true;
    g.rol = Rol::tabel;
    g.formule = nullptr;
    const TabelRij row{{}, w, geldig, value.positie};
    const int existing = r_.grootheid(g.naam);
    if (existing >= 0 && r_.grootheden[static_cast<std::size_t>(existing)].met_geldigheid) {
      Grootheid& same = r_.grootheden[static_cast<std::size_t>(existing)];
      if (same.vorm.soort != g.vorm.soort || !same.vorm.eenheid.like(g.vorm.eenheid))
        report("eenheid-ongelijk", value.positie,
               fmt::format("`{}` heeft op regel {} een andere eenheid.", g.naam, same.positie.regel));
      same.rijen.push_back(row);
      return;
    }
    g.rijen.push_back(row);
    r_.grootheden.push_back(std::move(g));
  }

  Regeling& r_;
  Bevindingen& found_;
};

}  // namespace

void read_tabellen(Regeling& regeling, Bevindingen& found) {
  TabelLezer(regeling, found).run();
}

}  // namespace zorgkader
