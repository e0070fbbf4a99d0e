// Facts and tables as columns: names become codes, rows find their place, nothing is used in part.
#include <fmt/format.h>

#include <algorithm>

#include "engine/run.hpp"

namespace zorgkader {
namespace {

constexpr std::size_t kMostFindings = 500;

std::int64_t as_int(const Waarde& w, int lid_van, const Leden& leden, Woordenboek& words) {
  if (const auto* b = std::get_if<bool>(&w)) return *b ? 1 : 0;
  if (const auto* d = std::get_if<Datum>(&w)) return d->time_since_epoch().count();
  const auto& text = std::get<std::string>(w);
  if (lid_van < 0) return words.code(text);
  const Code code = leden.code(lid_van, text);
  return code == kGeenLid ? -1 : static_cast<std::int64_t>(code);
}

/// Values in the order of an index, with `leeg` where no row was given.
void place(Column& column, const std::vector<std::pair<Rij, Waarde>>& values, const Leden& leden, Woordenboek& words) {
  std::vector<const Waarde*> at(column.index->rows(), nullptr);
  for (const auto& [row, value] : values) at[row] = &value;
  for (const Waarde* w : at) {
    if (w == nullptr)
      column.append_int(0, Toestand::leeg);
    else if (column.soort == Soort::getal)
      column.append(std::get<Getal>(*w), Toestand::goed);
    else
      column.append_int(as_int(*w, column.lid_van, leden, words), Toestand::goed);
  }
}

}  // namespace

void Run::bind(int q, const FeitenInvoer& feiten) {
  const Grootheid& g = r_.grootheden[static_cast<std::size_t>(q)];
  auto column = std::make_unique<Column>();
  column->soort = g.vorm.soort;
  column->lid_van = g.lid_van;
  column->onbruikbaar = feiten.onbruikbaar.contains(g.naam);
  column->index = defaults_everywhere(g) ? intern(full_grid(g.sleutels)) : none(g.sleutels);
  for (Rij r = 0; r < column->index->rows(); ++r) column->append_int(0, Toestand::leeg);
  columns_[static_cast<std::size_t>(q)] = std::move(column);
  const auto t = feiten.tabellen.find(g.naam);
  if (t == feiten.tabellen.end()) return;
  facts_[q] = &t->second;
  bind_rows(q, t->second);
}

/// An input with a default and closed keys has a row for every combination: absent ones count as the default.
bool Run::defaults_everywhere(const Grootheid& g) const {
  constexpr std::size_t kMostRows = 1'000'000;
  std::size_t rows = 1;
  for (int k : g.sleutels) {
    if (r_.sleutels[static_cast<std::size_t>(k)].open || leden_.count(k) > kMostRows / rows) return false;
    rows *= std::max<std::size_t>(leden_.count(k), 1);
  }
  return g.bij_leeg != nullptr;
}

bool Run::member_codes(int q, const Tabel& t, std::vector<std::vector<Code>>& columns) {
  const Grootheid& g = r_.grootheden[static_cast<std::size_t>(q)];
  std::size_t wrong = 0;
  for (int key : g.sleutels) {
    const Sleutel& s = r_.sleutels[static_cast<std::size_t>(key)];
    const auto given =
        std::find_if(t.sleutels.begin(), t.sleutels.end(), [&](const SleutelKolom& k) { return k.naam == s.naam; });
    if (given == t.sleutels.end()) {
      found_.push_back({Ernst::fout,
                        "kolom-ontbreekt",
                        {t.herkomst.bestand, 1, 0, 0},
                        fmt::format("De kolom `{}` ontbreekt.", s.naam),
                        "",
                        ""});
      return false;
    }
    std::vector<Code> translate;
    for (const std::string& name : given->leden) translate.push_back(leden_.code(key, name));
    auto& out = columns.emplace_back(t.size());
    for (std::size_t r = 0; r < t.size(); ++r) {
      out[r] = translate[given->codes[r]];
      if (out[r] != kGeenLid || ++wrong > kMostFindings) continue;
      const int line = r < t.herkomst.regels.size() ? static_cast<int>(t.herkomst.regels[r]) : 0;
      found_.push_back({Ernst::fout,
                        "lid-onbekend",
                        {t.herkomst.bestand, line, 0, 0},
                        fmt::format("`{}` is geen {} van deze regeling.", given->at(r), s.naam),
                        "",
                        ""});
    }
  }
  return wrong == 0;
}

void Run::bind_rows(int q, const Tabel& t) {
  const Grootheid& g = r_.grootheden[static_cast<std::size_t>(q)];
  Column& column = *columns_[static_cast<std::size_t>(q)];
  std::vector<std::vector<Code>> codes;
  if (column.onbruikbaar || !member_codes(q, t, codes)) {
    column.onbruikbaar = true;
    return;
  }
  const bool whole = g.sleutels.empty() || defaults_everywhere(g);
  const IndexPtr index = intern(whole ? full_grid(g.sleutels) : Index::list(g.sleutels, counts(g.sleutels), codes));
  auto& rows = fact_rows_[q];
  rows.assign(index->rows(), kGeenRij);
  std::vector<Code> tuple(g.sleutels.size());
  for (Rij r = 0; r < t.size(); ++r) {
    for (std::size_t i = 0; i < tuple.size(); ++i) tuple[i] = codes[i][r];
    rows[index->find(tuple.data())] = r;
  }
  Column filled;
  filled.index = index;
  filled.soort = g.vorm.soort;
  filled.lid_van = g.lid_van;
  const bool plain = g.vorm.soort == Soort::getal && t.waarden.exact.empty() && t.size() == index->rows();
  if (plain) {
    filled.noemer = t.waarden.noemer;
    filled.ints.resize(t.size());
    for (Rij r = 0; r < index->rows(); ++r) {
      filled.ints[r] = t.waarden.ints[rows[r]];
      filled.bound = std::max(filled.bound, magnitude(filled.ints[r]));
      filled.nonneg = filled.nonneg && filled.ints[r] >= 0;
    }
  } else {
    std::vector<std::pair<Rij, Waarde>> values;
    for (Rij r = 0; r < index->rows(); ++r) {
      if (rows[r] != kGeenRij) values.emplace_back(r, t.waarden.at(rows[r]));
    }
    place(filled, values, leden_, woorden_);
  }
  if (g.lid_van >= 0 && !check_members(q, t, filled)) return;
  column = std::move(filled);
  check_origin(q, t);
  if (g.volledig && !g.bij_leeg) check_complete(q, column);
}

/// Values that name members of a key must be members.
bool Run::check_members(int q, const Tabel& t, const Column& filled) {
  const Grootheid& g = r_.grootheden[static_cast<std::size_t>(q)];
  const std::string& key = r_.sleutels[static_cast<std::size_t>(g.lid_van)].naam;
  bool good = true;
  for (Rij r = 0; r < filled.index->rows(); ++r) {
    if (filled.state(r) != Toestand::goed || filled.ints[r] >= 0) continue;
    const Rij row = fact_rows_[q][r];
    const int line = row < t.herkomst.regels.size() ? static_cast<int>(t.herkomst.regels[row]) : 0;
    found_.push_back({Ernst::fout,
                      "lid-onbekend",
                      {t.herkomst.bestand, line, 0, 0},
                      fmt::format("`{}` is geen {} van deze regeling.", std::get<std::string>(t.waarden.at(row)), key),
                      "",
                      ""});
    good = false;
  }
  columns_[static_cast<std::size_t>(q)]->onbruikbaar = !good;
  return good;
}

/// An input whose keys are all closed must have a row for every combination: an absent one is no zero.
void Run::check_complete(int q, const Column& column) {
  const Grootheid& g = r_.grootheden[static_cast<std::size_t>(q)];
  const bool closed = std::none_of(g.sleutels.begin(), g.sleutels.end(),
                                   [&](int k) { return r_.sleutels[static_cast<std::size_t>(k)].open; });
  if (!closed || g.sleutels.empty()) return;
  std::size_t cells = 1;
  for (Code c : counts(g.sleutels)) {
    if (too_many(cells, c, g.positie)) return;
    cells *= c;
  }
  const IndexPtr all = full_grid(g.sleutels);
  if (all->rows() == column.index->rows()) return;
  for (Rij r = 0; r < all->rows(); ++r) {
    if (column.index->find(all->codes(r).data()) != kGeenRij) continue;
    found_.push_back({Ernst::fout,
                      "feit-ontbreekt",
                      {facts_[q]->herkomst.bestand, 0, 0, 0},
                      fmt::format("`{}` heeft geen rij voor {}.", g.naam, key_text(*all, r)),
                      "",
                      ""});
    columns_[static_cast<std::size_t>(q)]->onbruikbaar = true;
  }
}

/// Reference dates against the document, and facts that are provisional.
void Run::check_origin(int q, const Tabel& t) {
  const Grootheid& g = r_.grootheden[static_cast<std::size_t>(q)];
  const Herkomst& h = t.herkomst;
  if (std::find(h.voorlopig.begin(), h.voorlopig.end(), true) != h.voorlopig.end()) voorlopig_.insert(q);
  if (!g.peildatum) return;
  for (std::size_t r = 0; r < h.peildatum.size(); ++r) {
    if (h.peildatum[r] == *g.peildatum || h.peildatum[r] == kGeenBegin) continue;
    found_.push_back({Ernst::let_op,
                      "peildatum-anders",
                      {h.bestand, static_cast<int>(h.regels[r]), 0, 0},
                      fmt::format("`{}` heeft peildatum {}; de regeling vraagt {}.", g.naam,
                                  format_datum_nl(h.peildatum[r]), format_datum_nl(*g.peildatum)),
                      "",
                      ""});
  }
}

Column Run::table_on(const Grootheid& g, Datum day) {
  std::vector<std::vector<Code>> codes(g.sleutels.size());
  std::vector<const TabelRij*> rows;
  for (const TabelRij& row : g.rijen) {
    if (row.geldig && !row.geldig->contains(day)) continue;
    rows.push_back(&row);
    for (std::size_t i = 0; i < codes.size(); ++i) codes[i].push_back(static_cast<Code>(row.codes[i]));
  }
  Column out;
  out.soort = g.vorm.soort;
  out.lid_van = g.lid_van;
  out.index = g.sleutels.empty() ? Index::grid({}, {}) : Index::list(g.sleutels, counts(g.sleutels), codes);
  std::vector<std::pair<Rij, Waarde>> values;
  for (const TabelRij* row : rows) {
    std::vector<Code> tuple;
    for (int c : row->codes) tuple.push_back(static_cast<Code>(c));
    values.emplace_back(out.index->find(tuple.data()), row->waarde);
  }
  place(out, values, leden_, woorden_);
  return out;
}

/// A table of the document: what is in force on the reference date, and one column a stretch of time for `op(datum)`.
void Run::table(int q) {
  const Grootheid& g = r_.grootheden[static_cast<std::size_t>(q)];
  auto column = std::make_unique<Column>(table_on(g, opties_.peildatum));
  column->index = intern(column->index);
  columns_[static_cast<std::size_t>(q)] = std::move(column);
  if (!g.met_geldigheid) return;
  std::set<std::int64_t> starts;
  for (const TabelRij& row : g.rijen) {
    if (!row.geldig) continue;
    starts.insert(row.geldig->van.time_since_epoch().count());
    if (row.geldig->tot != kGeenEinde) starts.insert(row.geldig->tot.time_since_epoch().count() + 1);
  }
  auto& [days, columns] = periods_[q];
  for (std::int64_t day : starts) {
    days.push_back(day);
    columns.push_back(std::make_unique<Column>(table_on(g, Datum(std::chrono::days(day)))));
  }
}

/// Columns of key tables as columns over that key.
void Run::attributes() {
  for (int k = 0; k < static_cast<int>(r_.sleutels.size()); ++k) {
    const Sleutel& s = r_.sleutels[static_cast<std::size_t>(k)];
    for (std::size_t a = 0; a < s.attributen.size(); ++a) {
      const Attribuut& attribute = s.attributen[a];
      auto column = std::make_unique<Column>();
      column->soort = attribute.vorm.soort;
      column->lid_van = attribute.verwijst;
      column->index = full_grid({k});
      std::vector<std::pair<Rij, Waarde>> values;
      for (std::size_t m = 0; m < attribute.waarden.size(); ++m) {
        if (attribute.waarden[m]) values.emplace_back(static_cast<Rij>(m), *attribute.waarden[m]);
      }
      place(*column, values, leden_, woorden_);
      attributes_.emplace(std::pair(k, static_cast<int>(a)), std::move(column));
    }
  }
}

Waarde Run::waarde(const Column& column, Rij row) const {
  if (column.soort == Soort::getal) return column.getal(row);
  const std::int64_t code = column.exact.empty() ? column.ints[row] : *column.exact[row].as_int64();
  if (column.soort == Soort::ja_nee) return code != 0;
  if (column.soort == Soort::datum) return Datum(std::chrono::days(code));
  return column.lid_van >= 0 ? leden_.name(column.lid_van, static_cast<Code>(code)) : woorden_.word(code);
}

Waarde Run::waarde(const Vec& v, Soort soort, int lid_van) const {
  if (soort == Soort::getal) return v.value(0);
  const std::int64_t code = v.exact != nullptr ? *v.value(0).as_int64() : v.num[v.at(0)];
  if (soort == Soort::ja_nee) return code != 0;
  if (soort == Soort::datum) return Datum(std::chrono::days(code));
  return lid_van >= 0 ? leden_.name(lid_van, static_cast<Code>(code)) : woorden_.word(code);
}

std::string Run::key_text(const Index& index, Rij row) const {
  std::string out;
  for (int i = 0; i < static_cast<int>(index.keys().size()); ++i) {
    const int key = index.keys()[static_cast<std::size_t>(i)];
    out +=
        (i ? ", " : "") + r_.sleutels[static_cast<std::size_t>(key)].naam + " " + leden_.name(key, index.code(row, i));
  }
  return out;
}

Rij Run::fact_row(int grootheid, Rij row) const {
  const auto at = fact_rows_.find(grootheid);
  return at == fact_rows_.end() ? kGeenRij : at->second[row];
}

const Tabel* Run::fact(int grootheid) const {
  const auto at = facts_.find(grootheid);
  return at == facts_.end() ? nullptr : at->second;
}

}  // namespace zorgkader
