// Node: a formula bound to columns, ready to run over batches of rows.
#pragma once

#include <vector>

#include "engine/tijd.hpp"

namespace zorgkader {

/// How the rows of a leaf's column follow from the row being computed: per key of the column, where its code comes
/// from.
struct Herkomstcode {
  enum class Bron { batch, vast, knoop } bron = Bron::batch;
  int plaats = -1;      ///< batch: place of the key in the batch index
  Code code = 0;        ///< vast: the chosen member
  int kind = -1;        ///< knoop: which child gives the member
  bool vorige = false;  ///< one place earlier in key order
};

struct Node {
  enum class Soort {
    constant,
    leaf,
    code,
    periode,
    naar_lid,
    arithmetic,
    compare,
    logic,
    negate,
    invert,
    choose,
    fallback,
    extreme,
    product,
    round,
    stap,
    kalender,
    bekend
  };
  Soort soort = Soort::constant;
  int id = 0;                         ///< which Buffer it uses
  const Uitdrukking* bron = nullptr;  ///< the formula part it stands for
  std::vector<Node> in;

  // constant
  Getal exact;
  std::int64_t num = 0, den = 1;
  bool is_exact = false;
  Toestand toestand = Toestand::goed;

  // leaf, periode
  const Column* column = nullptr;
  std::vector<Herkomstcode> route;
  bool identity = false;                ///< the column has exactly the rows of the batch index
  std::vector<const Column*> perioden;  ///< periode: a column for each stretch of time
  std::vector<std::int64_t> grenzen;    ///< periode: first day of each stretch

  // code: place in the batch index; naar_lid: text code -> member code
  int plaats = -1;
  std::vector<std::int64_t> leden;

  Teken teken{};
  bool highest = false;  ///< extreme
  Getal veelvoud;        ///< round, product
  bool rounds = false;   ///< product: round the result
  Afronding mode{};
  Tijdmaat maat{};        ///< stap
  int richting = 1;       ///< stap: -1 to go back
  Kalendervraag vraag{};  ///< kalender; one child when it is about one date
};

/// Rows that follow each other and belong to the same group of a sum.
struct Groepreeks {
  Rij groep = 0;
  Rij count = 0;
};

/// Rows to compute: a stretch of an index, or chosen rows of it.
struct Batch {
  const Index* index = nullptr;
  Rij first = 0;
  Rij count = 0;
  const Rij* rows = nullptr;  ///< when set: these rows, `count` of them

  const Code* codes(int place);
  void start(Rij first_row, Rij row_count, const Rij* chosen = nullptr);

 private:
  std::vector<std::vector<Code>> codes_;
  std::vector<bool> filled_;
};

/// Rows per batch: small enough for the first cache, large enough to forget the walk over the tree.
inline constexpr Rij kBatch = 1024;
/// kBatch, or a little less, so that batches of a grid start at the first member of its last key.
Rij batch_rows(const Index& index);

/// Runs one node tree; keeps a buffer a node between batches.
class Evaluator {
 public:
  Evaluator(const Node& root, const Index& index);
  /// The values of the rows, valid until the next call.
  Vec run(Rij first, Rij count, const Rij* rows = nullptr);
  /// Adds up the values of each of these runs of rows, which follow each other from `first`, without keeping them.
  /// False when the tree is no plain product of good numbers; nothing has been added then.
  bool run_sums(Rij first, Rij count, const std::vector<Groepreeks>& runs, std::vector<std::int64_t>& sums, Vec& shape);
  /// After run(): the values of any node of the tree.
  const Vec& result(const Node& node) const { return results_[static_cast<std::size_t>(node.id)]; }
  /// After run() of one row: the codes a leaf looked up, in the order of its column's keys.
  std::vector<Code> looked_up(const Node& leaf);

 private:
  Vec eval(const Node& n);
  Vec value(const Node& n);
  Vec codes_of(const Node& n, Buffer& out);
  Vec product_of(const Node& n);
  Vec constant(const Node& n);
  Vec leaf(const Node& n);
  Vec gather(const Column& column, const std::vector<Rij>& rows, std::size_t count, Buffer& out);
  void positions(const Node& n, const Index& target, std::vector<Rij>& out);
  bool grid_positions(const Node& n, const Index& target, std::vector<Rij>& out);
  bool runs(const Node& n, Buffer& out);
  void gather_factors(const Node& n);
  Vec period(const Node& n);
  Vec member(const Node& n);
  Code part(const Herkomstcode& from, const Node& n, std::size_t i);
  bool lookup(const Node& n, std::size_t i, std::vector<Code>& codes);

  const Node& root_;
  Batch batch_;
  std::vector<Buffer> buffers_;
  std::vector<std::vector<Rij>> rows_;
  std::vector<Vec> results_;
  std::vector<const Vec*> factors_;
  std::vector<Rij> lengths_;
  std::vector<std::size_t> repeated_;  ///< leaf over the last key of a grid: rows of its buffer that repeat
};

/// Numbers the nodes of a tree; returns how many there are.
int number_nodes(Node& root, int next = 0);

}  // namespace zorgkader
