// Value tables, long or crossed, and decision tables.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "regeling/tabel_lezer.hpp"

namespace zorgkader {
namespace {

class WaardeLezer : TabelLezer {
 public:
  using TabelLezer::TabelLezer;

  void read(const TabelBlok& t, const Bijschrift& b) {
    if (const auto columns = conditions(t, b)) return read_beslissing(r_, t, b, *columns, found_);
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
    const auto reason = column(t, "reden");
    if (b.soort == Bijschrift::Soort::beslistabel && reason) reasons(t, *reason, g);
    r_.grootheden.push_back(std::move(g));
  }

 private:
  /// The columns of a decision table that has more than keys and an outcome.
  std::optional<BeslisKolommen> conditions(const TabelBlok& t, const Bijschrift& b) const {
    if (b.soort != Bijschrift::Soort::beslistabel) return std::nullopt;
    Grootheid named;
    named.per = b.per;
    const auto outcome = value_column(t, b, named);
    BeslisKolommen out;
    bool beyond_keys = false;
    for (std::size_t c = 0; c < t.kop.size() && outcome; ++c) {
      const std::string& name = t.kop[c].tekst;
      if (c == *outcome || name == "reden" || name == "toelichting" || name == "bron") continue;
      const bool key = std::any_of(b.per.begin(), b.per.end(), [&](const SleutelNaam& k) { return k.naam == name; });
      beyond_keys = beyond_keys || (!key && !is_note(name));
      out.voorwaarden.push_back(c);
    }
    out.uitslag = outcome.value_or(0);
    return beyond_keys ? std::optional(out) : std::nullopt;
  }

  void rows(const TabelBlok& t, const Bijschrift& b, Grootheid& g) {
    const auto value = value_column(t, b, g);
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

  /// The column `waarde`; a decision table may give its last column a name of its own.
  std::optional<std::size_t> value_column(const TabelBlok& t, const Bijschrift& b, const Grootheid& g) const {
    const auto named_so = column(t, "waarde");
    if (named_so || b.soort != Bijschrift::Soort::beslistabel) return named_so;
    for (std::size_t c = t.kop.size(); c-- > 0;) {
      const std::string& name = t.kop[c].tekst;
      const bool key = std::any_of(g.per.begin(), g.per.end(), [&](const SleutelNaam& k) { return k.naam == name; });
      if (!key && !is_note(name)) return c;
    }
    return std::nullopt;
  }

  /// The reason of the row that counted, as a table of its own.
  void reasons(const TabelBlok& t, std::size_t column, const Grootheid& of) {
    std::map<int, std::string> texts;
    for (const auto& row : t.rijen) texts[row[0].positie.regel] = column < row.size() ? row[column].tekst : "";
    Grootheid g;
    g.naam = of.naam + "_reden";
    g.rol = Rol::tabel;
    g.kop = of.kop;
    g.positie = of.positie;
    g.per = of.per;
    g.sleutels = of.sleutels;
    g.vorm = {Soort::tekst, {}};
    g.vorm_gegeven = true;
    g.gebruikt = true;
    for (const TabelRij& row : of.rijen)
      g.rijen.push_back({row.codes, Waarde(texts[row.positie.regel]), row.geldig, row.positie});
    r_.grootheden.push_back(std::move(g));
  }

  /// Columns that hold no value: for the reader, or the period of the row.
  static bool is_note(const std::string& name) {
    return name == "reden" || name == "toelichting" || name == "bron" || name.starts_with("geldig_");
  }

  /// The member codes that a key cell stands for: one, a list with `;`, or all with `*` in a decision table.
  std::vector<int> members(const Cel& cel, int key, bool wildcard) {
    std::vector<int> out;
    if (wildcard && cel.tekst == "*") {
      for (std::size_t i = 0; i < r_.sleutels[static_cast<std::size_t>(key)].leden.size(); ++i)
        out.push_back(static_cast<int>(i));
      return out;
    }
    for (const std::string& name : split_list(cel.tekst, ';')) {
      if (const auto lid = member(key, name, cel.positie)) out.push_back(*lid);
    }
    return out;
  }

  std::vector<std::vector<int>> combinations(const std::vector<std::vector<int>>& choices, const Positie& at) {
    constexpr std::size_t kMostCombinations = 100'000;
    std::size_t total = 1;
    for (const auto& options : choices) {
      total *= std::max<std::size_t>(options.size(), 1);
      if (total <= kMostCombinations) continue;
      report("tabel-fout", at, "Deze regel staat voor meer dan 100.000 gevallen.",
             "Gebruik minder sleutels in de tabel.");
      return {};
    }
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
    for (auto& codes : combinations(choices, row[value].positie))
      g.rijen.push_back({std::move(codes), *waarde, geldig, row[value].positie});
  }

  void crossed_row(const TabelBlok& t, const std::vector<Cel>& row, const std::vector<std::size_t>& key_columns,
                   Grootheid& g) {
    std::vector<std::vector<int>> choices;
    for (std::size_t i = 0; i < key_columns.size(); ++i) {
      if (key_columns[i] >= row.size()) return report("tabel-fout", t.positie, "Een rij mist een sleutel.");
      choices.push_back(members(row[key_columns[i]], g.sleutels[i], false));
    }
    const auto geldig = period(t, row, g);
    for (std::size_t c = 0; c < t.kop.size(); ++c) {
      const std::string& head = t.kop[c].tekst;
      if (std::find(key_columns.begin(), key_columns.end(), c) != key_columns.end()) continue;
      if (is_note(head)) continue;
      const auto across = member(g.sleutels.back(), t.kop[c].tekst, t.kop[c].positie);
      if (!across || c >= row.size() || row[c].tekst.empty()) continue;
      const auto waarde = value_of(row[c], g);
      if (!waarde) continue;
      for (auto& codes : combinations(choices, row[c].positie)) {
        codes.push_back(*across);
        g.rijen.push_back({std::move(codes), *waarde, geldig, row[c].positie});
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
    for (const auto& codes : combinations(all, t.positie)) {
      if (!kept.contains(codes))
        report("beslistabel-gat", t.positie, fmt::format("Voor {} staat geen regel in de tabel.", named(g, codes)));
    }
    g.rijen.clear();
    for (auto& [codes, row] : kept) g.rijen.push_back(std::move(row));
  }
};

}  // namespace

void read_waarden(Regeling& regeling, const TabelBlok& t, const Bijschrift& b, Bevindingen& found) {
  WaardeLezer(regeling, found).read(t, b);
}

}  // namespace zorgkader
