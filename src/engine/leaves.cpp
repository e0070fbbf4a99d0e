// Leaves of a node tree: finding the rows of a column that a batch needs.
#include <algorithm>

#include "engine/node.hpp"

namespace zorgkader {
namespace {

template <typename T>
void room(std::vector<T>& v, std::size_t count) {
  if (v.size() < count) v.resize(count);
}

/// Cells past the end of a buffer that repeat() may write.
constexpr std::size_t kSlack = 4;

/// Writes a value `count` times, four at a time: runs are short, and a general fill costs more to start than to do.
void repeat(std::int64_t* out, std::size_t count, std::int64_t value) {
  for (std::size_t i = 0; i < count; i += kSlack) {
    for (std::size_t j = 0; j < kSlack; ++j) out[i + j] = value;
  }
}

}  // namespace

/// The code a part of the route gives for row i of the batch; kGeenLid when there is none.
Code Evaluator::part(const Herkomstcode& from, const Node& n, std::size_t i) {
  Code code = from.code;
  if (from.bron == Herkomstcode::Bron::batch) {
    code = batch_.codes(from.plaats)[i];
  } else if (from.bron == Herkomstcode::Bron::knoop) {
    const Vec& v = result(n.in[static_cast<std::size_t>(from.kind)]);
    if (v.state(i) != Toestand::goed || v.num[v.at(i)] < 0) return kGeenLid;
    code = static_cast<Code>(v.num[v.at(i)]);
  }
  if (!from.vorige) return code;
  return code == 0 || code == kGeenLid ? kGeenLid : code - 1;
}

bool Evaluator::lookup(const Node& n, std::size_t i, std::vector<Code>& codes) {
  codes.clear();
  for (const Herkomstcode& from : n.route) {
    codes.push_back(part(from, n, i));
    if (codes.back() == kGeenLid) return false;
  }
  return true;
}

std::vector<Code> Evaluator::looked_up(const Node& leaf) {
  std::vector<Code> codes;
  for (const Herkomstcode& from : leaf.route) codes.push_back(part(from, leaf, 0));
  return codes;
}

/// Sums code times stride over the parts of the route; false when a part may have no member, which needs the slow way.
bool Evaluator::grid_positions(const Node& n, const Index& target, std::vector<Rij>& out) {
  const std::size_t count = batch_.count;
  std::fill_n(out.begin(), count, Rij{0});
  for (std::size_t k = 0; k < n.route.size(); ++k) {
    const Herkomstcode& from = n.route[k];
    const Rij stride = target.stride(static_cast<int>(k));
    if (from.vorige || (from.bron == Herkomstcode::Bron::vast && from.code == kGeenLid)) return false;
    if (from.bron == Herkomstcode::Bron::vast) {
      for (std::size_t i = 0; i < count; ++i) out[i] += from.code * stride;
    } else if (from.bron == Herkomstcode::Bron::batch) {
      const Code* codes = batch_.codes(from.plaats);
      for (std::size_t i = 0; i < count; ++i) out[i] += codes[i] * stride;
    } else {
      const Vec& v = result(n.in[static_cast<std::size_t>(from.kind)]);
      if (v.toestand != nullptr || v.constant) return false;
      std::int64_t lowest = 0;
      for (std::size_t i = 0; i < count; ++i) {
        lowest = std::min(lowest, v.num[i]);
        out[i] += static_cast<Rij>(v.num[i]) * stride;
      }
      if (lowest < 0) return false;
    }
  }
  return true;
}

void Evaluator::positions(const Node& n, const Index& target, std::vector<Rij>& out) {
  const std::size_t count = batch_.count;
  room(out, count);
  if (target.is_grid() && grid_positions(n, target, out)) return;
  std::vector<Code> codes;
  for (std::size_t i = 0; i < count; ++i) out[i] = lookup(n, i, codes) ? target.find(codes.data()) : kGeenRij;
}

/// A stretch of a grid, and a column over one of its keys: values come in runs, or in the order of the column.
bool Evaluator::runs(const Node& n, Buffer& out) {
  const Column& column = *n.column;
  const bool simple = batch_.rows == nullptr && batch_.index->is_grid() && column.index->is_grid() &&
                      n.route.size() == 1 && n.route[0].bron == Herkomstcode::Bron::batch && !n.route[0].vorige &&
                      column.toestand.empty() && column.exact.empty();
  if (!simple) return false;
  room(out.num, batch_.count + kSlack);
  if (batch_.count == 0) return false;
  const Rij stride = batch_.index->stride(n.route[0].plaats);
  const Code size = batch_.index->sizes()[static_cast<std::size_t>(n.route[0].plaats)];
  // The last key of a grid repeats: a batch that starts at the same member finds its values already there.
  const std::size_t known = repeated_[static_cast<std::size_t>(n.id)];
  if (stride == 1 && batch_.first % size == 0) {
    if (known >= batch_.count) return true;
    repeated_[static_cast<std::size_t>(n.id)] = batch_.count;
  } else {
    repeated_[static_cast<std::size_t>(n.id)] = 0;
  }
  Code code = batch_.first / stride % size;
  Rij left = stride - batch_.first % stride;
  for (Rij done = 0; done < batch_.count;) {
    const Rij rest = batch_.count - done;
    const Rij run = stride == 1 ? std::min(size - code, rest) : std::min(left, rest);
    if (stride == 1)
      std::copy_n(column.ints.data() + code, run, out.num.data() + done);
    else
      repeat(out.num.data() + done, run, column.ints[code]);
    done += run;
    left = stride;
    code = stride == 1 || code + 1 == size ? 0 : code + 1;
  }
  return true;
}

Vec Evaluator::gather(const Column& column, const std::vector<Rij>& rows, std::size_t count, Buffer& out) {
  Vec v;
  v.den = column.noemer;
  v.bound = column.bound;
  v.nonneg = column.nonneg;
  const bool grid = column.index->is_grid() && column.toestand.empty() && column.exact.empty();
  room(out.num, count);
  if (grid && std::find(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(count), kGeenRij) ==
                  rows.begin() + static_cast<std::ptrdiff_t>(count)) {
    const std::int64_t* from = column.ints.data();
    for (std::size_t i = 0; i < count; ++i) out.num[i] = from[rows[i]];
    v.num = out.num.data();
    return v;
  }
  room(out.toestand, count);
  if (!column.exact.empty()) room(out.exact, count);
  bool good = true;
  for (std::size_t i = 0; i < count; ++i) {
    const Rij r = rows[i];
    out.toestand[i] = r == kGeenRij ? Toestand::leeg : column.state(r);
    const bool there = out.toestand[i] == Toestand::goed;
    good = good && there;
    if (column.exact.empty())
      out.num[i] = there ? column.ints[r] : 0;
    else
      out.exact[i] = there ? column.exact[r] : Getal();
  }
  v.num = out.num.data();
  if (!column.exact.empty()) v.exact = out.exact.data();
  if (!good) v.toestand = out.toestand.data();
  return v;
}

Vec Evaluator::leaf(const Node& n) {
  if (n.identity && batch_.rows == nullptr) return n.column->view(batch_.first);
  Buffer& out = buffers_[static_cast<std::size_t>(n.id)];
  if (runs(n, out)) {
    Vec v;
    v.num = out.num.data();
    v.den = n.column->noemer;
    v.bound = n.column->bound;
    v.nonneg = n.column->nonneg;
    return v;
  }
  auto& rows = rows_[static_cast<std::size_t>(n.id)];
  positions(n, *n.column->index, rows);
  return gather(*n.column, rows, batch_.count, out);
}

/// The last child is the date; the stretch of time it falls in tells which column to read.
Vec Evaluator::period(const Node& n) {
  const Vec& date = result(n.in.back());
  Buffer& out = buffers_[static_cast<std::size_t>(n.id)];
  const std::size_t count = batch_.count;
  const std::int64_t den = n.perioden.front()->noemer;
  const bool fixed = std::all_of(n.perioden.begin(), n.perioden.end(),
                                 [&](const Column* c) { return c->exact.empty() && c->noemer == den; });
  Vec v;
  for (const Column* c : n.perioden) v.bound = std::max(v.bound, c->bound);
  room(out.num, count);
  room(out.exact, count);
  room(out.toestand, count);
  std::vector<Code> codes;
  for (std::size_t i = 0; i < count; ++i) {
    out.num[i] = 0;
    out.toestand[i] = date.state(i);
    if (out.toestand[i] != Toestand::goed) continue;
    const auto after = std::upper_bound(n.grenzen.begin(), n.grenzen.end(), date.num[date.at(i)]);
    out.toestand[i] = Toestand::leeg;
    if (after == n.grenzen.begin() || !lookup(n, i, codes)) continue;
    const Column& column = *n.perioden[static_cast<std::size_t>(after - n.grenzen.begin() - 1)];
    const Rij row = column.index->find(codes.data());
    if (row == kGeenRij || column.state(row) != Toestand::goed) continue;
    out.toestand[i] = Toestand::goed;
    if (fixed)
      out.num[i] = column.ints[row];
    else
      out.exact[i] = column.getal(row);
  }
  v.num = out.num.data();
  v.den = den;
  if (!fixed) v.exact = out.exact.data();
  v.toestand = out.toestand.data();
  return v;
}

Vec Evaluator::member(const Node& n) {
  const Vec& text = result(n.in[0]);
  Buffer& out = buffers_[static_cast<std::size_t>(n.id)];
  const std::size_t count = text.constant ? 1 : batch_.count;
  room(out.num, count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto word = static_cast<std::size_t>(text.num[i]);
    out.num[i] = text.state(i) == Toestand::goed && word < n.leden.size() ? n.leden[word] : -1;
  }
  Vec v = text;
  v.nonneg = false;
  v.num = out.num.data();
  return v;
}

}  // namespace zorgkader
