// Grouping: to which group each row of a sum belongs.
#pragma once

#include <memory>
#include <vector>

#include "engine/run.hpp"

namespace zorgkader {

/// A group number is a sum over the keys of the rows of what each member contributes. Groups are numbered as a grid
/// over the keys of the result.
class Grouping {
 public:
  Grouping(Run& run, const Uitdrukking& e, const Index& rows, const std::vector<int>& keys,
           const std::vector<Code>& sizes);

  const IndexPtr& index() const { return group_; }
  /// The groups of a stretch of rows; empty when a row belongs to no group, after which complete() is false.
  const std::vector<Groepreeks>& of(Rij first, Rij count);
  bool complete() const { return complete_; }

 private:
  struct Deel {
    int place = -1;                ///< key of the rows that contributes
    std::vector<Rij> table;        ///< per member of that key: its share of the group number
    std::unique_ptr<Node> values;  ///< otherwise a leaf that gives the member, times `stride`
    std::unique_ptr<Evaluator> evaluator;
    Rij stride = 0;
  };

  void add_part(Run& run, const Uitdrukking& e, int key, Rij stride);
  void add_table(int place, std::vector<Rij> table);
  void row_by_row(Rij first, Rij count);
  void add_values(Deel& d, Rij first, Rij count);

  const Index& rows_;
  IndexPtr group_;
  std::vector<Deel> parts_;
  Rij run_length_ = 1;  ///< in a grid: so many rows from the start of a run have the same group
  Batch batch_;
  std::vector<Rij> at_;
  std::vector<Groepreeks> out_;
  bool complete_ = true;
};

}  // namespace zorgkader
