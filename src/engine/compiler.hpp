// Compiler: formula tree + columns + the rows to compute -> node tree.
#pragma once

#include "engine/run.hpp"

namespace zorgkader {

class Compiler {
 public:
  Compiler(Run& run, const Index& index) : run_(run), index_(index) {}
  Node compile(const Uitdrukking& e);

 private:
  Node name(const Uitdrukking& e);
  Node attribute(const Uitdrukking& e);
  Node choice(const Uitdrukking& e);
  Node previous(const Uitdrukking& e);
  Node in_force(const Uitdrukking& e);
  Node binary(const Uitdrukking& e);
  Node function(const Uitdrukking& e);
  Node literal(const Uitdrukking& e);
  Node quantity(int q, const Uitdrukking& e);
  Node member_of(const Uitdrukking& e, int key);
  Node leaf(const Column& column, const Uitdrukking& e);
  Node with_default(Node node, int q, const Uitdrukking& e);
  Node make(Node::Soort soort, const Uitdrukking& e) const;
  Node wrap(Node::Soort soort, const Uitdrukking& e, Node first) const;
  void route_by_batch(Node& node, const Index& target);

  Run& run_;
  const Index& index_;
};

/// Makes the tree cheaper without changing any value: folds constants, multiplies small factors first, and computes
/// parts that vary over few rows once per such row. New columns go to `owned`.
void optimise(Node& root, const Index& index, std::vector<std::unique_ptr<Column>>& owned);

}  // namespace zorgkader
