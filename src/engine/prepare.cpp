// Parts of formulas that need whole columns before the formula itself can run: sums, running totals, divisions.
#include <fmt/format.h>

#include <algorithm>

#include "engine/run.hpp"

namespace zorgkader {

void Run::prepare(const Uitdrukking& e) {
  for (const auto& part : e.delen) prepare(*part);
  for (const Keuze& k : e.keuzes) prepare(*k.voorwaarde);
  if (hidden_.contains(&e)) return;
  std::unique_ptr<Column> made;
  switch (e.soort) {
    case Knoopsoort::som:
      made = std::make_unique<Column>(aggregate(e));
      break;
    case Knoopsoort::verdeel:
      made = std::make_unique<Column>(spread(e));
      break;
    case Knoopsoort::naar_rato:
      made = shares(e);
      break;
    case Knoopsoort::langs:
      if (e.tekst != "vorige")
        made = std::make_unique<Column>(cumulate(e));
      else if (e.delen[0]->soort != Knoopsoort::naam)
        made = std::make_unique<Column>(looked_up(*e.delen[0]));
      break;
    case Knoopsoort::kies: {
      const bool filters = std::any_of(e.keuzes.begin(), e.keuzes.end(), [](const Keuze& k) { return k.sleutel < 0; });
      if (filters)
        made = std::make_unique<Column>(filtered(e));
      else if (e.delen[0]->soort != Knoopsoort::naam)
        made = std::make_unique<Column>(looked_up(*e.delen[0]));
      break;
    }
    default:
      return;
  }
  if (made) hidden_.emplace(&e, std::move(made));
}

/// A formula part as a column over its own rows, of which only some may be asked for: a missing cell is no fault yet.
Column Run::looked_up(const Uitdrukking& e) {
  Column out = evaluate(e, rows_of(e, ordered(e.sleutels)), e.lid_van);
  constexpr std::size_t kMostFindings = 500;
  std::size_t told = 0;
  for (Rij r = 0; r < out.index->rows() && told < kMostFindings; ++r) {
    if (out.state(r) != Toestand::fout) continue;
    explain(e, out.index, r);
    ++told;
  }
  return out;
}

/// The same where every row counts.
Column Run::operand(const Uitdrukking& e) {
  Column out = evaluate(e, rows_of(e, ordered(e.sleutels)), e.lid_van);
  settle(out, e);
  return out;
}

/// The rows of the operand for which every filter between square brackets holds.
Column Run::filtered(const Uitdrukking& e) {
  IndexPtr index = rows_of(*e.delen[0], ordered(e.delen[0]->sleutels));
  for (const Keuze& k : e.keuzes) {
    if (k.sleutel >= 0) continue;
    Column test = evaluate(*k.voorwaarde, index, -1);
    settle(test, *k.voorwaarde);
    std::vector<std::uint8_t> keep(index->rows());
    for (Rij r = 0; r < index->rows(); ++r) keep[r] = test.state(r) == Toestand::goed && test.ints[r] != 0;
    index = intern(filter(index, keep));
  }
  Column out = evaluate(*e.delen[0], index, e.lid_van);
  settle(out, *e.delen[0]);
  return out;
}

/// The rows of each stretch along a key, in the order of the key; stretches differ in the other keys.
std::vector<std::vector<Rij>> Run::stretches(const IndexPtr& index, int key) const {
  std::vector<int> keys;
  for (int k : index->keys()) {
    if (k != key) keys.push_back(k);
  }
  keys.push_back(key);
  // With the key last, the rows of one stretch follow each other.
  const IndexPtr runs = reorder(index, keys);
  std::vector<std::vector<Rij>> out;
  std::vector<Code> before;
  for (Rij r = 0; r < runs->rows(); ++r) {
    std::vector<Code> codes = runs->codes(r);
    std::vector<Code> original;
    for (int k : index->keys()) original.push_back(codes[static_cast<std::size_t>(runs->place(k))]);
    codes.pop_back();
    if (out.empty() || codes != before) out.emplace_back();
    out.back().push_back(index->find(original.data()));
    before = std::move(codes);
  }
  return out;
}

/// The stretches of a running total, a rank or a window: cut where a property of the key changes, in the order of the
/// key, or from high to low where all cells are good.
std::vector<std::vector<Rij>> Run::stretches_of(const Uitdrukking& langs, const Column& values) const {
  const int key = langs.over[0].sleutel;
  auto out = stretches(values.index, key);
  if (langs.over.size() > 1) {
    const Column& property = *attributes_.at({key, langs.attribuut});
    const int place = values.index->place(key);
    const auto of = [&](Rij r) {
      const Code member = values.index->code(r, place);
      const bool there = member < property.size() && property.state(member) == Toestand::goed;
      return std::pair(there, there ? property.getal(member) : Getal());
    };
    std::vector<std::vector<Rij>> cut;
    for (const std::vector<Rij>& rows : out) {
      std::map<std::pair<bool, Getal>, std::vector<Rij>> parts;
      for (Rij r : rows) parts[of(r)].push_back(r);
      for (auto& [value, part] : parts) cut.push_back(std::move(part));
    }
    out = std::move(cut);
  }
  if (langs.tekst != "rang" && langs.tekst2.empty()) return out;
  for (std::vector<Rij>& rows : out) {
    if (std::all_of(rows.begin(), rows.end(), [&](Rij r) { return values.state(r) == Toestand::goed; }))
      std::stable_sort(rows.begin(), rows.end(), [&](Rij a, Rij b) { return values.getal(b) < values.getal(a); });
  }
  return out;
}

/// Running total along a key, in its order or from high to low, or the place in that order. What comes after a cell
/// that is not good is not good either; an order needs all cells of the stretch.
Column Run::cumulate(const Uitdrukking& e) {
  const Column values = operand(*e.delen[0]);
  if (!e.getal.is_zero()) return window(e, values);
  const bool ranks = e.tekst == "rang", sorts = ranks || !e.tekst2.empty();
  Column out;
  out.index = values.index;
  out.exact.resize(values.index->rows());
  out.toestand.assign(values.index->rows(), Toestand::goed);
  for (const std::vector<Rij>& rows : stretches_of(e, values)) {
    Getal total;
    Toestand worst = Toestand::goed;
    for (Rij r : rows) worst = sorts ? std::max(worst, values.state(r)) : worst;
    for (Rij r : rows) {
      worst = std::max(worst, values.state(r));
      if (worst == Toestand::goed) total += ranks ? Getal(1) : values.getal(r);
      out.exact[r] = total;
      out.toestand[r] = worst;
    }
  }
  return out;
}

/// The rows of a stretch that lie in the window of the one at `at`: its place of the key and those before it.
std::size_t Run::window_start(const Uitdrukking& e, const Index& index, const std::vector<Rij>& rows,
                              std::size_t at) const {
  const int place = index.place(e.over[0].sleutel);
  const auto width = static_cast<Code>(*e.getal.as_int64());
  std::size_t first = at;
  while (first > 0 && index.code(rows[at], place) - index.code(rows[first - 1], place) < width) --first;
  return first;
}

Column Run::window(const Uitdrukking& e, const Column& values) {
  Column out;
  out.index = values.index;
  out.exact.resize(values.index->rows());
  out.toestand.assign(values.index->rows(), Toestand::goed);
  for (const std::vector<Rij>& rows : stretches_of(e, values)) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::size_t first = window_start(e, *values.index, rows, i);
      Toestand worst = Toestand::goed;
      Getal total, extreme;
      for (std::size_t j = first; j <= i; ++j) {
        worst = std::max(worst, values.state(rows[j]));
        if (worst != Toestand::goed) break;
        const Getal value = values.getal(rows[j]);
        total += value;
        if (j == first || (e.tekst == "max" ? extreme < value : value < extreme)) extreme = value;
      }
      const Getal count(static_cast<std::int64_t>(i + 1 - first));
      out.toestand[rows[i]] = worst;
      if (worst == Toestand::goed)
        out.exact[rows[i]] = e.tekst == "tel"          ? count
                             : e.tekst == "gemiddelde" ? total / count
                             : e.tekst == "som"        ? total
                                                       : extreme;
    }
  }
  return out;
}

/// verdeel(bedrag; sleutel; veelvoud): every row of the amount over all members of the key.
Column Run::spread(const Uitdrukking& e) {
  const int key = e.over[0].sleutel;
  Getal veelvoud;
  const Toestand usable = constant_of(*e.delen[1], veelvoud);
  const Column amounts = operand(*e.delen[0]);
  std::vector<int> keys = amounts.index->keys();
  keys.push_back(key);
  const auto members = static_cast<int>(leden_.count(key));
  Column out;
  if (too_many(amounts.index->rows(), leden_.count(key), e.positie)) {
    out.index = none(keys);
    return out;
  }
  // With the key last, the parts of one amount follow each other in the order of the rows.
  out.index = intern(cross(amounts.index, key, static_cast<Code>(members), keys));
  for (Rij r = 0; r < amounts.index->rows(); ++r) {
    const Toestand state = std::max(amounts.state(r), usable);
    const auto parts = state == Toestand::goed ? verdeel(amounts.getal(r), members, veelvoud)
                                               : std::vector<Getal>(static_cast<std::size_t>(members));
    for (const Getal& p : parts) out.append(p, state);
  }
  return out;
}

/// naar_rato(bedrag; gewicht langs sleutel; veelvoud): every amount over the rows of the weights that share its keys.
std::unique_ptr<Column> Run::shares(const Uitdrukking& e) {
  const Uitdrukking &amount_part = *e.delen[0], &weight_part = *e.delen[1];
  const int key = e.over[0].sleutel;
  Getal veelvoud;
  const Toestand usable = constant_of(*e.delen[2], veelvoud);
  // Keys that only the amount has are added to the weights: every amount is divided by the same ones.
  IndexPtr weight_rows = rows_of(weight_part, ordered(weight_part.sleutels));
  if (amount_part.sleutels & ~weight_part.sleutels) {
    weight_rows = intern(join(weight_rows, rows_of(amount_part, ordered(amount_part.sleutels)), ordered(e.sleutels)));
  }
  Column weights = evaluate(weight_part, weight_rows, -1);
  settle(weights, weight_part);
  std::vector<int> keys;
  for (int k : weights.index->keys()) {
    if (k != key) keys.push_back(k);
  }
  const auto groups = stretches(weights.index, key);
  std::vector<std::vector<Code>> group_codes;
  for (const std::vector<Rij>& rows : groups) {
    group_codes.emplace_back();
    for (int k : keys) group_codes.back().push_back(weights.index->code(rows[0], weights.index->place(k)));
  }
  // The amount of each group, looked up over the index of the groups.
  std::vector<std::vector<Code>> columns(keys.size());
  for (const auto& codes : group_codes) {
    for (std::size_t i = 0; i < keys.size(); ++i) columns[i].push_back(codes[i]);
  }
  const IndexPtr group_index = intern(Index::list(keys, counts(keys), std::move(columns)));
  Column amounts = evaluate(amount_part, group_index, -1);
  settle(amounts, amount_part);
  if (usable != Toestand::goed) amounts.toestand.assign(amounts.size(), usable);
  auto out = std::make_unique<Column>();
  out->index = weights.index;
  out->exact.resize(weights.index->rows());
  out->toestand.assign(weights.index->rows(), Toestand::goed);
  std::map<Rij, std::string> refused;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const Rij row = group_codes[g].empty() ? 0 : group_index->find(group_codes[g].data());
    const std::string why = share_group(weights, groups[g], amounts, row, veelvoud, *out);
    for (Rij r : groups[g]) {
      if (!why.empty())
        refused.emplace(r, fmt::format("Voor {} is er niets om naar te verdelen: {}.",
                                       key_text(*weights.index, groups[g][0]), why));
    }
  }
  if (!refused.empty()) no_weights_.emplace(out.get(), std::move(refused));
  return out;
}

/// Divides one amount; the reason when that is not possible, or nothing.
std::string Run::share_group(const Column& weights, const std::vector<Rij>& rows, const Column& amounts, Rij amount_row,
                             const Getal& veelvoud, Column& out) {
  Toestand worst = amounts.state(amount_row);
  std::vector<Getal> gewichten;
  Getal total;
  bool negative = false;
  for (Rij r : rows) {
    worst = std::max(worst, weights.state(r));
    gewichten.push_back(weights.state(r) == Toestand::goed ? weights.getal(r) : Getal());
    negative = negative || gewichten.back().sign() < 0;
    total += gewichten.back();
  }
  const Getal amount = worst == Toestand::goed ? amounts.getal(amount_row) : Getal();
  const bool possible = !negative && (total.sign() > 0 || amount.is_zero());
  std::string why;
  if (worst == Toestand::goed && !possible) {
    why = negative ? "een gewicht is negatief" : "alle gewichten zijn nul";
    worst = Toestand::fout;
  }
  const auto parts = worst == Toestand::goed && total.sign() > 0 ? naar_rato(amount, gewichten, veelvoud)
                                                                 : std::vector<Getal>(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    out.exact[rows[i]] = parts[i];
    out.toestand[rows[i]] = worst;
  }
  return why;
}

}  // namespace zorgkader
