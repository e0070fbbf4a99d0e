// Walking a node tree once per batch; leaves find their rows, kernels do the rest.
#include <algorithm>
#include <cassert>

#include "engine/node.hpp"

namespace zorgkader {
namespace {

template <typename T>
void room(std::vector<T>& v, std::size_t count) {
  if (v.size() < count) v.resize(count);
}

int count_nodes(const Node& n) {
  int out = 1;
  for (const Node& c : n.in) out += count_nodes(c);
  return out;
}

}  // namespace

int number_nodes(Node& root, int next) {
  root.id = next++;
  for (Node& c : root.in) next = number_nodes(c, next);
  return next;
}

void Batch::start(Rij first_row, Rij row_count, const Rij* chosen) {
  first = first_row;
  count = row_count;
  rows = chosen;
  codes_.resize(index->keys().size());
  filled_.assign(index->keys().size(), false);
}

const Code* Batch::codes(int place) {
  const auto at = static_cast<std::size_t>(place);
  auto& out = codes_[at];
  if (filled_[at]) return out.data();
  filled_[at] = true;
  room(out, count);
  if (rows == nullptr) {
    index->fill(place, first, count, out.data());
  } else {
    for (Rij i = 0; i < count; ++i) out[i] = index->code(rows[i], place);
  }
  return out.data();
}

Evaluator::Evaluator(const Node& root, const Index& index) : root_(root) {
  batch_.index = &index;
  const auto nodes = static_cast<std::size_t>(count_nodes(root));
  buffers_.resize(nodes);
  rows_.resize(nodes);
  results_.resize(nodes);
  repeated_.resize(nodes);
}

Rij batch_rows(const Index& index) {
  if (!index.is_grid() || index.sizes().empty()) return kBatch;
  const Code last = index.sizes().back();
  return last == 0 || last > kBatch ? kBatch : kBatch / last * last;
}

Vec Evaluator::run(Rij first, Rij count, const Rij* rows) {
  batch_.start(first, count, rows);
  return eval(root_);
}

Vec Evaluator::eval(const Node& n) {
  for (const Node& c : n.in) eval(c);
  return results_[static_cast<std::size_t>(n.id)] = value(n);
}

/// The values of one node, those of its children being there.
Vec Evaluator::value(const Node& n) {
  Buffer& out = buffers_[static_cast<std::size_t>(n.id)];
  const std::size_t count = batch_.count;
  const auto in = [&](std::size_t i) -> const Vec& { return result(n.in[i]); };
  switch (n.soort) {
    case Node::Soort::constant:
      return constant(n);
    case Node::Soort::leaf:
      return leaf(n);
    case Node::Soort::periode:
      return period(n);
    case Node::Soort::naar_lid:
      return member(n);
    case Node::Soort::code:
      return codes_of(n, out);
    case Node::Soort::arithmetic:
      return arithmetic(n.teken, in(0), in(1), count, out);
    case Node::Soort::compare:
      return compare(n.teken, in(0), in(1), count, out);
    case Node::Soort::logic:
      return logic(n.teken, in(0), in(1), count, out);
    case Node::Soort::negate:
      return negate(in(0), count, out);
    case Node::Soort::invert:
      return invert(in(0), count, out);
    case Node::Soort::choose:
      return choose(in(0), in(1), in(2), count, out);
    case Node::Soort::fallback:
      return fallback(in(0), in(1), count, out);
    case Node::Soort::extreme:
      return extreme(n.highest, in(0), in(1), count, out);
    case Node::Soort::product:
      return product_of(n);
    case Node::Soort::round:
      return round_to(in(0), n.veelvoud, n.mode, count, out);
    case Node::Soort::stap:
      return step_dates(in(0), in(1), n.maat, n.richting, count, out);
    case Node::Soort::bekend:
      return known(in(0), count, out);
    case Node::Soort::kalender:
      return ask_dates(n.vraag, in(0), in(n.in.size() - 1), count, out);
  }
  return constant(n);
}

/// The member codes of a key, as values.
Vec Evaluator::codes_of(const Node& n, Buffer& out) {
  room(out.num, batch_.count);
  std::copy_n(batch_.codes(n.plaats), batch_.count, out.num.begin());
  Vec v;
  v.num = out.num.data();
  v.bound = 0xFFFFFFFFu;
  v.nonneg = true;
  return v;
}

void Evaluator::gather_factors(const Node& n) {
  factors_.clear();
  for (const Node& c : n.in) factors_.push_back(&result(c));
}

/// Factors in one pass, rounded in the same pass when the node says so.
Vec Evaluator::product_of(const Node& n) {
  gather_factors(n);
  return product(factors_, n.rounds ? &n.veelvoud : nullptr, n.mode, batch_.count,
                 buffers_[static_cast<std::size_t>(n.id)]);
}

bool Evaluator::run_sums(Rij first, Rij count, const std::vector<Groepreeks>& runs, std::vector<std::int64_t>& sums,
                         Vec& shape) {
  if (root_.soort != Node::Soort::product) return false;
  batch_.start(first, count);
  for (const Node& c : root_.in) eval(c);
  gather_factors(root_);
  lengths_.clear();
  for (const Groepreeks& r : runs) lengths_.push_back(r.count);
  sums.clear();
  return product_sums(factors_, root_.rounds ? &root_.veelvoud : nullptr, root_.mode, lengths_, sums, shape);
}

Vec Evaluator::constant(const Node& n) {
  Vec v;
  v.constant = true;
  if (n.is_exact) v.exact = &n.exact;
  v.num = &n.num;
  v.den = n.den;
  v.bound = magnitude(n.num);
  v.nonneg = n.num >= 0;
  if (n.toestand != Toestand::goed) v.toestand = &n.toestand;
  return v;
}

}  // namespace zorgkader
