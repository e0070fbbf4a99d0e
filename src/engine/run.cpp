// A run: quantities in order of need, each evaluated over its rows in batches.
#include "engine/run.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace zorgkader {
namespace {

/// Findings of one kind about one quantity, after which the rest is only counted.
constexpr std::size_t kMostFindings = 500;

template <typename F>
void each_formula(const Grootheid& g, F f) {
  if (g.formule) f(*g.formule);
  if (g.waar) f(*g.waar);
  if (g.bij_leeg) f(*g.bij_leeg);
  if (g.begin) f(*g.begin->waarde);
  for (const Vaststelling& v : g.vastgesteld) f(*v.waarde);
}

bool has_own_rows(Knoopsoort soort) {
  return soort == Knoopsoort::kies || soort == Knoopsoort::op || soort == Knoopsoort::som ||
         soort == Knoopsoort::langs || soort == Knoopsoort::verdeel || soort == Knoopsoort::naar_rato;
}

}  // namespace

bool awaits_rows(const Uitdrukking& e) {
  if (e.onbekend && has_own_rows(e.soort)) return true;
  const auto waits = [](const UitdrukkingPtr& part) { return awaits_rows(*part); };
  return std::any_of(e.delen.begin(), e.delen.end(), waits) ||
         std::any_of(e.keuzes.begin(), e.keuzes.end(), [&](const Keuze& k) { return waits(k.voorwaarde); });
}

Run::Run(const Regeling& regeling, const FeitenInvoer& feiten, const RunOpties& opties, Bevindingen& found)
    : r_(regeling), opties_(opties), found_(found), leden_(regeling), columns_(regeling.grootheden.size()) {
  // All facts first: they bring members to open keys, and every grid must know them.
  for (const Grootheid& g : r_.grootheden) {
    const auto t = feiten.tabellen.find(g.naam);
    if (g.rol != Rol::invoer || t == feiten.tabellen.end()) continue;
    for (const SleutelKolom& k : t->second.sleutels) {
      const int key = r_.sleutel(k.naam);
      if (key >= 0 && r_.sleutels[static_cast<std::size_t>(key)].open) leden_.extend(key, k.leden);
    }
    const bool names_open = g.lid_van >= 0 && r_.sleutels[static_cast<std::size_t>(g.lid_van)].open;
    if (names_open && t->second.waarden.soort == Soort::tekst) leden_.extend(g.lid_van, t->second.waarden.woorden);
  }
  attributes();
  for (int q = 0; q < static_cast<int>(r_.grootheden.size()); ++q) {
    const Grootheid& g = r_.grootheden[static_cast<std::size_t>(q)];
    if (g.rol == Rol::tabel) table(q);
    if (g.rol == Rol::invoer) bind(q, feiten);
  }
}

void Run::report(const char* code, const Positie& at, std::string what, std::string remedy, Ernst ernst) {
  if (!reported_.insert(code + what).second) return;
  Bevinding b = r_.document.regels.bevinding(code, at, std::move(what), std::move(remedy));
  b.ernst = ernst;
  found_.push_back(std::move(b));
}

const Column* Run::hidden(const Uitdrukking& e) const {
  const auto at = hidden_.find(&e);
  return at == hidden_.end() ? nullptr : at->second.get();
}

std::vector<bool> behind(const Regeling& r, std::vector<int> todo) {
  std::vector<bool> needed(r.grootheden.size());
  while (!todo.empty()) {
    const int q = todo.back();
    todo.pop_back();
    if (needed[static_cast<std::size_t>(q)]) continue;
    needed[static_cast<std::size_t>(q)] = true;
    each_formula(r.grootheden[static_cast<std::size_t>(q)], [&](const Uitdrukking& e) { quantities_of(e, todo); });
  }
  return needed;
}

void Run::compute(const std::vector<int>& grootheden) {
  const std::vector<bool> needed = behind(r_, grootheden);
  for (int q : r_.volgorde) {
    if (needed[static_cast<std::size_t>(q)] && columns_[static_cast<std::size_t>(q)] == nullptr) formula(q);
    // An input that is needed but not there is said once, here; what uses it stays uncomputed.
    if (needed[static_cast<std::size_t>(q)]) missing_input(q);
  }
}

void Run::missing_input(int q) {
  const Grootheid& g = r_.grootheden[static_cast<std::size_t>(q)];
  Column& c = *columns_[static_cast<std::size_t>(q)];
  if (g.rol != Rol::invoer || facts_.contains(q) || c.onbruikbaar || g.bij_leeg || !g.verplicht) return;
  c.onbruikbaar = true;
  report("feit-ontbreekt", g.positie, fmt::format("Het feit `{}` is niet aangeleverd.", g.naam),
         fmt::format("Lever het aan als {}.csv, met de kolommen van zijn sleutels en `waarde`.", g.naam));
}

void Run::forget() {
  for (std::size_t q = 0; q < columns_.size(); ++q) {
    const Rol rol = r_.grootheden[q].rol;
    if (rol == Rol::formule || rol == Rol::parameter) columns_[q] = nullptr;
  }
  hidden_.clear();
  no_weights_.clear();
  hoisted_.clear();
  reported_.clear();
  geschonden_.clear();
  schendingen_.clear();
}

bool Run::usable(const Uitdrukking& e) const {
  std::vector<int> needed;
  quantities_of(e, needed);
  return std::none_of(needed.begin(), needed.end(),
                      [this](int q) { return column(q) != nullptr && column(q)->onbruikbaar; });
}

/// Values of a formula over an index, as a column. Members become codes.
Column Run::evaluate(const Uitdrukking& e, const IndexPtr& index, int lid_van) {
  Column out;
  out.index = index;
  out.soort = e.vorm.soort;
  out.lid_van = lid_van;
  out.reserve(index->rows());
  const Node root = compile(e, *index, true);
  Evaluator values(root, *index);
  const Rij batch = batch_rows(*index);
  for (Rij first = 0; first < index->rows(); first += batch) {
    const Rij count = std::min(batch, index->rows() - first);
    out.append(values.run(first, count), count);
  }
  return out;
}

/// A result has no missing cells: each is reported, with what was missing, and marked.
void Run::settle(Column& column, const Uitdrukking& e) {
  if (column.toestand.empty()) return;
  std::size_t told = 0;
  for (Rij r = 0; r < column.index->rows(); ++r) {
    Toestand& state = column.toestand[r];
    if (state != Toestand::leeg && state != Toestand::fout) continue;
    if (++told <= kMostFindings) explain(e, column.index, r);
    state = Toestand::fout;
  }
}

void Run::formula(int q) {
  const Grootheid& g = r_.grootheden[static_cast<std::size_t>(q)];
  auto column = std::make_unique<Column>();
  column->soort = g.vorm.soort;
  column->lid_van = g.lid_van;
  column->index = Index::grid({}, {});
  bool good = true, open = g.is_open;
  each_formula(g, [&](const Uitdrukking& e) {
    good = good && usable(e);
    open = open || awaits_rows(e);
  });
  if (open || !good) {
    column->append_int(0, good ? Toestand::open : Toestand::fout);
    column->onbruikbaar = !good;
    columns_[static_cast<std::size_t>(q)] = std::move(column);
    return;
  }
  refused_ = false;
  prepare(*g.formule);
  if (g.waar) prepare(*g.waar);
  if (g.begin) prepare(*g.begin->waarde);
  bool waits = false;
  IndexPtr index = g.waar ? where_rows(g, waits) : rows_of(*g.formule, g.sleutels, q);
  if (waits) {
    column->index = index;
    for (Rij r = 0; r < index->rows(); ++r) column->append_int(0, Toestand::open);
    columns_[static_cast<std::size_t>(q)] = std::move(column);
    return;
  }
  if (g.recurrentie >= 0 || g.begin) {
    recurrence(q, index);
  } else {
    *column = evaluate(*g.formule, index, g.lid_van);
    settle(*column, *g.formule);
    columns_[static_cast<std::size_t>(q)] = std::move(column);
  }
  if (!opties_.zonder_vastgesteld) overrides(q);
  columns_[static_cast<std::size_t>(q)]->onbruikbaar = refused_;
}

/// The rows for which the condition after `waar` holds.
IndexPtr Run::where_rows(const Grootheid& g, bool& waits) {
  const IndexPtr all = rows_of(*g.waar, g.sleutels);
  Column test = evaluate(*g.waar, all, -1);
  settle(test, *g.waar);
  // While the condition itself waits for a choice, it is not known which rows there are.
  waits = std::find(test.toestand.begin(), test.toestand.end(), Toestand::open) != test.toestand.end();
  if (waits) return all;
  refused_ = refused_ ||
             std::any_of(test.toestand.begin(), test.toestand.end(), [](Toestand t) { return t != Toestand::goed; });
  std::vector<std::uint8_t> keep(all->rows());
  for (Rij r = 0; r < all->rows(); ++r) keep[r] = test.state(r) == Toestand::goed && test.ints[r] != 0;
  return intern(filter(all, keep));
}

/// Values that refer to themselves one place earlier: slice by slice along the key.
void Run::recurrence(int q, const IndexPtr& formula_rows) {
  const Grootheid& g = r_.grootheden[static_cast<std::size_t>(q)];
  const int key = g.begin ? g.begin->sleutel : g.recurrentie;
  IndexPtr index = formula_rows;
  IndexPtr starts;
  if (g.begin) {
    std::vector<int> rest = g.sleutels;
    std::erase(rest, key);
    starts =
        join(rows_of(*g.begin->waarde, rest), Index::grid({key}, {static_cast<Code>(leden_.count(key))}), g.sleutels);
    std::vector<std::uint8_t> keep(starts->rows());
    for (Rij r = 0; r < starts->rows(); ++r)
      keep[r] = starts->code(r, starts->place(key)) == static_cast<Code>(g.begin->lid);
    starts = filter(starts, keep);
    index = unite(index, starts);
    std::vector<std::uint8_t> after(index->rows());
    for (Rij r = 0; r < index->rows(); ++r)
      after[r] = index->code(r, index->place(key)) >= static_cast<Code>(g.begin->lid);
    index = intern(filter(index, after));
  }
  auto& slot = columns_[static_cast<std::size_t>(q)];
  slot = std::make_unique<Column>();
  slot->index = index;
  slot->soort = g.vorm.soort;
  slot->lid_van = g.lid_van;
  // Only numbers turn to fractions: members, texts, dates and ja/nee are whole in every layout.
  if (slot->soort == Soort::getal)
    slot->exact.resize(index->rows());
  else
    slot->ints.resize(index->rows());
  slot->toestand.assign(index->rows(), Toestand::leeg);
  const Node step = compile(*g.formule, *index, false);
  Evaluator values(step, *index);
  std::vector<std::vector<Rij>> slices(leden_.count(key));
  for (Rij r = 0; r < index->rows(); ++r) slices[index->code(r, index->place(key))].push_back(r);
  for (std::size_t s = 0; s < slices.size(); ++s) {
    if (g.begin && static_cast<int>(s) == g.begin->lid)
      begin_slice(q, slices[s]);
    else
      run_slice(*slot, values, slices[s]);
    // A published figure counts for what comes after it.
    if (!opties_.zonder_vastgesteld) overrides(q);
  }
  settle(*slot, *g.formule);
}

void Run::run_slice(Column& column, Evaluator& values, const std::vector<Rij>& rows) {
  for (std::size_t first = 0; first < rows.size(); first += kBatch) {
    const auto count = static_cast<Rij>(std::min<std::size_t>(kBatch, rows.size() - first));
    const Vec v = values.run(0, count, rows.data() + first);
    for (Rij i = 0; i < count; ++i) {
      column.toestand[rows[first + i]] = v.state(i);
      if (v.state(i) == Toestand::goed) column.set(rows[first + i], v.value(i));
    }
  }
}

void Run::begin_slice(int q, const std::vector<Rij>& rows) {
  const Grootheid& g = r_.grootheden[static_cast<std::size_t>(q)];
  Column& column = *columns_[static_cast<std::size_t>(q)];
  const Node start = compile(*g.begin->waarde, *column.index, false);
  Evaluator values(start, *column.index);
  run_slice(column, values, rows);
}

void Run::overrides(int q) {
  const Grootheid& g = r_.grootheden[static_cast<std::size_t>(q)];
  Column& column = *columns_[static_cast<std::size_t>(q)];
  for (const Vaststelling& v : g.vastgesteld) {
    const IndexPtr single = Index::grid({}, {});
    prepare(*v.waarde);
    const Column value = evaluate(*v.waarde, single, g.lid_van);
    bool hit = false;
    for (Rij r = 0; r < column.index->rows(); ++r) {
      bool match = true;
      for (std::size_t i = 0; i < v.codes.size(); ++i) {
        match =
            match && (v.codes[i] < 0 || column.index->code(r, static_cast<int>(i)) == static_cast<Code>(v.codes[i]));
      }
      if (!match) continue;
      hit = true;
      column.set(r, value.getal(0));
    }
    if (!hit)
      report("onderdeel-fout", v.positie, fmt::format("`{}` heeft geen cel voor deze vastgestelde waarde.", g.naam),
             "Verbeter de keuze tussen de rechte haken.");
  }
}

/// The multiple of a rounding. When it has no value that can be rounded to, neither has what is rounded.
Toestand Run::constant_of(const Uitdrukking& e, Getal& value) {
  if (opties_.zonder_afronding) {
    value = Getal();  // a multiple of zero rounds nothing
    return Toestand::goed;
  }
  value = e.getal;
  if (e.soort == Knoopsoort::getal) return Toestand::goed;
  const Column c = evaluate(e, Index::grid({}, {}), -1);
  value = Getal(1);
  if (c.state(0) == Toestand::open) return Toestand::open;
  if (c.state(0) == Toestand::goed && c.getal(0).sign() > 0) {
    value = c.getal(0);
    return Toestand::goed;
  }
  report("rekenfout", e.positie, "Het veelvoud van een afronding hoort een waarde groter dan nul te hebben.");
  return Toestand::fout;
}

}  // namespace zorgkader
