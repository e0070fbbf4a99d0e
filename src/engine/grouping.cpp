// Group numbers by tables per member, in runs where the rows are a grid.
#include "engine/grouping.hpp"

#include <algorithm>

namespace zorgkader {

Grouping::Grouping(Run& run, const Uitdrukking& e, const Index& rows, const std::vector<int>& keys,
                   const std::vector<Code>& sizes)
    : rows_(rows), group_(Index::grid(keys, sizes)) {
  batch_.index = &rows_;
  for (std::size_t i = 0; i < keys.size(); ++i) add_part(run, e, keys[i], group_->stride(static_cast<int>(i)));
  bool tables = rows_.is_grid();
  Rij shortest = rows_.rows();
  for (Deel& d : parts_) {
    if (d.values) d.evaluator = std::make_unique<Evaluator>(*d.values, rows_);
    tables = tables && !d.values;
    if (tables) shortest = std::min(shortest, rows_.stride(d.place));
  }
  if (tables) run_length_ = std::max<Rij>(shortest, 1);
}

void Grouping::add_part(Run& run, const Uitdrukking& e, int key, Rij stride) {
  const int place = rows_.place(key);
  if (place >= 0) {
    std::vector<Rij> table(rows_.sizes()[static_cast<std::size_t>(place)]);
    for (std::size_t i = 0; i < table.size(); ++i) table[i] = static_cast<Rij>(i) * stride;
    return add_table(place, std::move(table));
  }
  const Column& members = run.destination(e, key);
  const bool known = members.toestand.empty() && members.exact.empty() && members.index->is_grid() && members.nonneg;
  if (known && members.index->keys().size() == 1) {
    std::vector<Rij> table(members.ints.size());
    for (std::size_t i = 0; i < table.size(); ++i) table[i] = static_cast<Rij>(members.ints[i]) * stride;
    return add_table(rows_.place(members.index->keys()[0]), std::move(table));
  }
  Deel d;
  d.stride = stride;
  d.values = std::make_unique<Node>();
  d.values->soort = Node::Soort::leaf;
  d.values->column = &members;
  for (int k : members.index->keys()) {
    Herkomstcode from;
    from.plaats = rows_.place(k);
    d.values->route.push_back(from);
  }
  parts_.push_back(std::move(d));
}

/// A key that contributes more than once is looked up once.
void Grouping::add_table(int place, std::vector<Rij> table) {
  for (Deel& d : parts_) {
    if (d.place != place) continue;
    for (std::size_t i = 0; i < table.size(); ++i) d.table[i] += table[i];
    return;
  }
  Deel d;
  d.place = place;
  d.table = std::move(table);
  parts_.push_back(std::move(d));
}

const std::vector<Groepreeks>& Grouping::of(Rij first, Rij count) {
  out_.clear();
  if (run_length_ == 1) {
    row_by_row(first, count);
    return out_;
  }
  const bool single = parts_.size() == 1;
  Code code = single ? rows_.code(first, parts_[0].place) : 0;
  Rij length = std::min(run_length_ - first % run_length_, count);
  for (Rij row = first, end = first + count; row < end; length = std::min(run_length_, end - row)) {
    Rij group = 0;
    if (single) {
      group = parts_[0].table[code];
      if (++code == parts_[0].table.size()) code = 0;
    } else {
      for (const Deel& d : parts_) group += d.table[rows_.code(row, d.place)];
    }
    out_.push_back({group, length});
    row += length;
  }
  return out_;
}

void Grouping::row_by_row(Rij first, Rij count) {
  batch_.start(first, count);
  at_.assign(count, 0);
  for (Deel& d : parts_) {
    if (d.evaluator) {
      add_values(d, first, count);
      continue;
    }
    const Code* codes = batch_.codes(d.place);
    for (Rij i = 0; i < count; ++i) at_[i] += d.table[codes[i]];
  }
  if (!complete_) return;
  for (Rij i = 0; i < count; ++i) {
    if (out_.empty() || out_.back().groep != at_[i]) out_.push_back({at_[i], 0});
    ++out_.back().count;
  }
}

void Grouping::add_values(Deel& d, Rij first, Rij count) {
  const Vec v = d.evaluator->run(first, count);
  for (Rij i = 0; i < count; ++i) {
    const bool known = v.state(i) == Toestand::goed && v.num[v.at(i)] >= 0;
    if (known) at_[i] += static_cast<Rij>(v.num[v.at(i)]) * d.stride;
    complete_ = complete_ && known;
  }
}

}  // namespace zorgkader
