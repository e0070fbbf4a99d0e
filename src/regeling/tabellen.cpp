// The order in which tables are read, and what their readers share.
#include "regeling/tabellen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "regeling/tabel_lezer.hpp"
#include "values/tekst.hpp"

namespace zorgkader {
std::vector<std::string> split_list(std::string_view text, char at) {
  std::vector<std::string> out;
  while (true) {
    const auto end = text.find(at);
    out.emplace_back(trim(text.substr(0, end)));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

void TabelLezer::report(const char* code, const Positie& at, std::string what, std::string remedy) {
  found_.push_back(r_.document.regels.bevinding(code, at, std::move(what), std::move(remedy)));
}

std::optional<std::size_t> TabelLezer::column(const TabelBlok& t, std::string_view name) const {
  for (std::size_t i = 0; i < t.kop.size(); ++i) {
    if (t.kop[i].tekst == name) return i;
  }
  return std::nullopt;
}

const Cel* TabelLezer::filled(const TabelBlok& t, const std::vector<Cel>& row, std::string_view name) const {
  const auto at = column(t, name);
  return at && *at < row.size() && !row[*at].tekst.empty() ? &row[*at] : nullptr;
}

std::optional<int> TabelLezer::member(int key, const std::string& name, const Positie& at) {
  const Sleutel& s = r_.sleutels[static_cast<std::size_t>(key)];
  if (const auto lid = s.lid(name)) return lid;
  report("lid-onbekend", at, fmt::format("`{}` is geen {}.", name, s.naam));
  return std::nullopt;
}

std::optional<Periode> TabelLezer::period(const TabelBlok& t, const std::vector<Cel>& row, Grootheid& g) {
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

/// Rows of the same keys: periods must follow each other; without periods there is one row.
void TabelLezer::check_periods(const Grootheid& g) {
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

std::string TabelLezer::named(const Grootheid& g, const std::vector<int>& codes) const {
  std::string out;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const Sleutel& s = r_.sleutels[static_cast<std::size_t>(g.sleutels[i])];
    out += (i ? ", " : "") + s.naam + " " + s.leden[static_cast<std::size_t>(codes[i])];
  }
  return out.empty() ? g.naam : out;
}

void read_tabellen(Regeling& regeling, Bevindingen& found) {
  std::vector<std::optional<Bijschrift>> captions;
  for (const TabelBlok& t : regeling.document.tabellen) captions.push_back(read_bijschrift(regeling, t, found));
  const auto each = [&](auto wanted, auto read) {
    for (std::size_t i = 0; i < captions.size(); ++i) {
      if (captions[i] && wanted(captions[i]->soort)) read(regeling.document.tabellen[i], *captions[i]);
    }
  };
  using S = Bijschrift::Soort;
  const auto is_key = [](S s) { return s == S::sleutel; };
  const auto has_values = [](S s) { return s == S::tabel || s == S::beslistabel; };
  name_periods(regeling, found);
  each(is_key, [&](const TabelBlok& t, const Bijschrift& b) { read_sleutel(regeling, t, b, found); });
  describe_periods(regeling);
  each(is_key, [&](const TabelBlok& t, const Bijschrift& b) { read_attributen(regeling, t, b, found); });
  each(has_values, [&](const TabelBlok& t, const Bijschrift& b) { read_waarden(regeling, t, b, found); });
  each([](S s) { return s == S::parameters; },
       [&](const TabelBlok& t, const Bijschrift&) { read_parameters(regeling, t, found); });
  each([](S s) { return s == S::termijnen; },
       [&](const TabelBlok& t, const Bijschrift& b) { read_termijnen(regeling, t, b, found); });
  // Last: whoever names a term or a parameter instead of a fact must hear that it is one.
  each([](S s) { return s == S::dossierbronnen; },
       [&](const TabelBlok& t, const Bijschrift&) { read_dossierbronnen(regeling, t, found); });
  each([](S s) { return s == S::rapport; },
       [&](const TabelBlok& t, const Bijschrift& b) { read_rapportdeel(regeling, t, b, found); });
}

}  // namespace zorgkader
