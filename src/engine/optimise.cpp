// Cheaper trees with the same values. Exact arithmetic lets factors change places.
#include <algorithm>

#include "engine/compiler.hpp"

namespace zorgkader {
namespace {

/// Parts that vary over at most one row in this many are computed apart.
constexpr Rij kWorthwhile = 8;

class Optimiser {
 public:
  Optimiser(const Index& index, std::vector<std::unique_ptr<Column>>& owned) : index_(index), owned_(owned) {}

  void run(Node& root) {
    regroup(root);
    fold(root);
    if (varies(root) == all()) hoist_children(root);
    fuse(root);
  }

 private:
  using Places = std::uint64_t;
  Places all() const { return index_.keys().size() >= 64 ? ~Places{0} : (Places{1} << index_.keys().size()) - 1; }

  /// Which places of the batch index the value of a node depends on.
  Places varies(const Node& n) const {
    Places out = 0;
    if (n.identity) out |= all();
    if (n.soort == Node::Soort::code) out |= Places{1} << n.plaats;
    for (const Herkomstcode& from : n.route) {
      if (from.bron == Herkomstcode::Bron::batch) out |= Places{1} << from.plaats;
    }
    for (const Node& c : n.in) out |= varies(c);
    return out;
  }

  static bool is_product(const Node& n) { return n.soort == Node::Soort::arithmetic && n.teken == Teken::maal; }

  void factors(Node&& n, std::vector<Node>& out) {
    if (!is_product(n)) return void(out.push_back(std::move(n)));
    Node left = std::move(n.in[0]), right = std::move(n.in[1]);
    factors(std::move(left), out);
    factors(std::move(right), out);
  }

  /// a * b * c * d: factors that vary over the same places stand together, the fewest first.
  void regroup(Node& n) {
    for (Node& c : n.in) regroup(c);
    if (!is_product(n)) return;
    const Uitdrukking* bron = n.bron;
    std::vector<Node> parts;
    factors(std::move(n), parts);
    std::stable_sort(parts.begin(), parts.end(), [&](const Node& a, const Node& b) {
      const Places pa = varies(a), pb = varies(b);
      return std::pair(std::popcount(pa), pa) < std::pair(std::popcount(pb), pb);
    });
    // Multiply equals first, then the groups from small to large.
    std::vector<Node> groups;
    for (Node& p : parts) {
      if (!groups.empty() && varies(groups.back()) == varies(p))
        groups.back() = times(std::move(groups.back()), std::move(p), bron);
      else
        groups.push_back(std::move(p));
    }
    Node out = std::move(groups[0]);
    for (std::size_t i = 1; i < groups.size(); ++i) out = times(std::move(out), std::move(groups[i]), bron);
    n = std::move(out);
  }

  static Node times(Node a, Node b, const Uitdrukking* bron) {
    Node n;
    n.soort = Node::Soort::arithmetic;
    n.teken = Teken::maal;
    n.bron = bron;
    n.in.push_back(std::move(a));
    n.in.push_back(std::move(b));
    return n;
  }

  /// Chains of factors, and a rounding around them, as one node that needs one pass.
  void fuse(Node& n) {
    for (Node& c : n.in) fuse(c);
    if (is_product(n)) {
      Node out;
      out.soort = Node::Soort::product;
      out.bron = n.bron;
      for (Node& c : n.in) {
        if (c.soort == Node::Soort::product && !c.rounds) {
          for (Node& factor : c.in) out.in.push_back(std::move(factor));
        } else {
          out.in.push_back(std::move(c));
        }
      }
      n = std::move(out);
    } else if (n.soort == Node::Soort::round && n.in[0].soort == Node::Soort::product && !n.in[0].rounds) {
      Node out = std::move(n.in[0]);
      out.rounds = true;
      out.veelvoud = n.veelvoud;
      out.mode = n.mode;
      n = std::move(out);
    }
  }

  /// Turns parts without keys into constants.
  void fold(Node& n) {
    for (Node& c : n.in) fold(c);
    const bool foldable = n.soort != Node::Soort::constant && n.soort != Node::Soort::periode && varies(n) == 0;
    if (!foldable) return;
    number_nodes(n);
    const IndexPtr single = Index::grid({}, {});
    Evaluator one(n, *single);
    const Vec v = one.run(0, 1);
    Node out;
    out.bron = n.bron;
    out.toestand = v.state(0);
    const Getal value = out.toestand == Toestand::goed ? v.value(0) : Getal();
    out.is_exact = !value.is_small();
    if (out.is_exact)
      out.exact = value;
    else if (v.exact == nullptr && out.toestand == Toestand::goed) {
      out.num = v.num[v.at(0)];
      out.den = v.den;
    } else if (out.toestand == Toestand::goed) {
      out.num = value.small_num();
      out.den = value.small_den();
    }
    n = std::move(out);
  }

  void hoist_children(Node& n) {
    for (Node& c : n.in) {
      if (!hoist(c)) hoist_children(c);
    }
  }

  /// Replaces a part that varies over few rows by a column over just those rows.
  bool hoist(Node& n) {
    if (n.in.empty() || n.soort == Node::Soort::periode) return false;
    const Places places = varies(n);
    std::vector<int> keys;
    std::vector<Code> sizes;
    unsigned __int128 rows = 1;
    for (std::size_t i = 0; i < index_.keys().size(); ++i) {
      if (!(places >> i & 1)) continue;
      keys.push_back(index_.keys()[i]);
      sizes.push_back(index_.sizes()[i]);
      rows *= sizes.back();
    }
    if (places == all() || rows * kWorthwhile > index_.rows()) return false;
    auto column = std::make_unique<Column>();
    column->index = Index::grid(keys, sizes);
    rebase(n, *column->index);
    number_nodes(n);
    Evaluator values(n, *column->index);
    const Rij batch = batch_rows(*column->index);
    for (Rij first = 0; first < column->index->rows(); first += batch) {
      const Rij count = std::min(batch, column->index->rows() - first);
      column->append(values.run(first, count), count);
    }
    Node leaf;
    leaf.soort = Node::Soort::leaf;
    leaf.bron = n.bron;
    leaf.column = column.get();
    for (int key : keys) {
      Herkomstcode from;
      from.plaats = index_.place(key);
      leaf.route.push_back(from);
    }
    owned_.push_back(std::move(column));
    n = std::move(leaf);
    return true;
  }

  /// Makes the places of a tree those of a smaller index.
  void rebase(Node& n, const Index& target) const {
    n.identity = false;
    if (n.soort == Node::Soort::code) n.plaats = target.place(index_.keys()[static_cast<std::size_t>(n.plaats)]);
    for (Herkomstcode& from : n.route) {
      if (from.bron == Herkomstcode::Bron::batch)
        from.plaats = target.place(index_.keys()[static_cast<std::size_t>(from.plaats)]);
    }
    for (Node& c : n.in) rebase(c, target);
  }

  const Index& index_;
  std::vector<std::unique_ptr<Column>>& owned_;
};

}  // namespace

void optimise(Node& root, const Index& index, std::vector<std::unique_ptr<Column>>& owned) {
  Optimiser(index, owned).run(root);
}

}  // namespace zorgkader
