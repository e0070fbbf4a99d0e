// Run: one computation of an arrangement on facts. Columns of quantities appear in order of need and never change.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "engine/node.hpp"
#include "regeling/regeling.hpp"
#include "values/bevinding.hpp"

namespace zorgkader {

/// The facts of one run, by quantity. `onbruikbaar`: facts that were there but had errors.
struct FeitenInvoer {
  std::map<std::string, Tabel> tabellen;
  std::set<std::string> onbruikbaar;
};

/// The quantities that these need, they included: a place a quantity of the arrangement.
std::vector<bool> behind(const Regeling& regeling, std::vector<int> grootheden);

/// Whether a part of a formula that has rows of its own hangs on an open choice: then those rows are not known.
bool awaits_rows(const Uitdrukking& e);

/// A row for which a requirement does not hold.
struct Schending {
  std::size_t eis = 0;                      ///< its place in the arrangement
  std::vector<std::pair<int, Code>> leden;  ///< of each key of the requirement the member
  std::string wat;                          ///< one Dutch sentence that does not name the members
};

struct RunOpties {
  Datum peildatum{};                ///< what is in force where a formula does not say `op(datum)`
  bool zonder_vastgesteld = false;  ///< leave published figures out, to see what the rules themselves give
  bool zonder_afronding = false;    ///< `rond` gives what it rounds, divisions give exact parts (ADR 0018)
};

class Run {
 public:
  /// Binds facts to keys. Faults in facts become findings; the fact concerned is then not used at all.
  Run(const Regeling& regeling, const FeitenInvoer& feiten, const RunOpties& opties, Bevindingen& found);

  /// Computes these quantities and all they need.
  void compute(const std::vector<int>& grootheden);
  /// Evaluates every `eis` whose quantities were computed. With `compute_them`, first computes what it needs where the
  /// facts for it are there.
  void check_eisen(bool compute_them);

  /// Every row that was found so, by requirement; of one requirement kMostSchendingen at most.
  const std::vector<Schending>& schendingen() const { return schendingen_; }
  static constexpr std::size_t kMostSchendingen = 20'000;

  /// Whether a quantity rests on something that a requirement names which does not hold.
  bool is_afgekeurd(int grootheid) const;

  /// Drops what was computed and keeps the facts, for another computation on the same facts.
  void forget();

  const Regeling& regeling() const { return r_; }
  const Leden& leden() const { return leden_; }
  const Woordenboek& woorden() const { return woorden_; }
  /// nullptr when it was not computed.
  const Column* column(int grootheid) const { return columns_[static_cast<std::size_t>(grootheid)].get(); }
  /// The column of a part of a formula that needs whole columns (som, verdeel, ...), or nullptr.
  const Column* hidden(const Uitdrukking& e) const;
  /// Binds a formula to columns for the rows of `index`. Without `optimise` the tree has a node for every part.
  Node compile(const Uitdrukking& e, const Index& index, bool optimise);
  /// The rows of a formula: those of its operands with the most keys, then every member of keys that none has.
  IndexPtr rows_of(const Uitdrukking& e, const std::vector<int>& keys, int self = -1);
  /// Keys of a set in the order of the arrangement.
  std::vector<int> ordered(Sleutels keys) const;
  /// The value in a cell; the row must be good.
  Waarde waarde(const Column& column, Rij row) const;
  /// The first value of an evaluated part.
  Waarde waarde(const Vec& v, Soort soort, int lid_van) const;
  std::string key_text(const Index& index, Rij row) const;  ///< `gemeente Voorstad, dienst BGI`
  /// The row of the fact table that a row of an input column came from, or kGeenRij.
  Rij fact_row(int grootheid, Rij row) const;
  const Tabel* fact(int grootheid) const;
  /// Whether a provisional fact or an open choice stands behind a quantity.
  bool voorlopig(int grootheid) const { return voorlopig_.contains(grootheid); }
  /// Whether no fact that a quantity needs is absent.
  bool has_facts(int grootheid) const;
  bool zonder_vastgesteld() const { return opties_.zonder_vastgesteld; }

 private:
  friend class Compiler;
  friend class Grouping;
  friend class Herleider;
  void bind(int q, const FeitenInvoer& feiten);
  void bind_rows(int q, const Tabel& t);
  bool member_codes(int q, const Tabel& t, std::vector<std::vector<Code>>& columns);
  bool check_members(int q, const Tabel& t, const Column& filled);
  bool defaults_everywhere(const Grootheid& g) const;
  void check_complete(int q, const Column& column);
  void check_origin(int q, const Tabel& t);
  void table(int q);
  Column table_on(const Grootheid& g, Datum day);
  void attributes();
  void formula(int q);
  void missing_input(int q);
  IndexPtr where_rows(const Grootheid& g, bool& waits);
  void recurrence(int q, const IndexPtr& formula_rows);
  void run_slice(Column& column, Evaluator& values, const std::vector<Rij>& rows);
  void begin_slice(int q, const std::vector<Rij>& rows);
  void overrides(int q);
  bool usable(const Uitdrukking& e) const;
  void unknown_member(const Uitdrukking& e);
  void prepare(const Uitdrukking& e);
  Column evaluate(const Uitdrukking& e, const IndexPtr& index, int lid_van);
  Column looked_up(const Uitdrukking& e);
  Column operand(const Uitdrukking& e);
  Column filtered(const Uitdrukking& e);
  Column aggregate(const Uitdrukking& e);
  const Column& destination(const Uitdrukking& e, int key) const;
  void note_states(const Uitdrukking& x, const IndexPtr& rows, Rij first, const Vec& v,
                   const std::vector<Groepreeks>& runs, std::vector<Toestand>& states);
  std::vector<std::vector<Rij>> stretches(const IndexPtr& index, int key) const;
  std::vector<std::vector<Rij>> stretches_of(const Uitdrukking& langs, const Column& values) const;
  std::size_t window_start(const Uitdrukking& e, const Index& index, const std::vector<Rij>& rows,
                           std::size_t at) const;
  Column window(const Uitdrukking& e, const Column& values);
  Column cumulate(const Uitdrukking& e);
  Column spread(const Uitdrukking& e);
  std::unique_ptr<Column> shares(const Uitdrukking& e);
  std::string share_group(const Column& weights, const std::vector<Rij>& rows, const Column& amounts, Rij amount_row,
                          const Getal& veelvoud, Column& out);
  Toestand constant_of(const Uitdrukking& e, Getal& value);
  IndexPtr full_grid(const std::vector<int>& keys) const;
  IndexPtr none(const std::vector<int>& keys) const;
  bool too_many(std::size_t rows, std::size_t times, const Positie& at);
  bool refused_ = false;  ///< some rows of the formula at hand are not known: what it gives cannot be used
  std::vector<Code> counts(const std::vector<int>& keys) const;
  void settle(Column& column, const Uitdrukking& e);
  void explain(const Uitdrukking& e, const IndexPtr& index, Rij row);
  bool explain_node(const Node& n, Evaluator& values, const std::string& where_from);
  void not_judged(const Eis& e, const std::vector<int>& needed);
  bool no_shares(const Node& n, Evaluator& values);
  void report(const char* code, const Positie& at, std::string what, std::string remedy = {},
              Ernst ernst = Ernst::fout);
  void first_places(const Uitdrukking& e, int self, std::vector<IndexPtr>& weak) const;
  void collect(const Uitdrukking& e, int self, std::vector<IndexPtr>& strong, std::vector<IndexPtr>& weak);
  IndexPtr choose_rows(const Uitdrukking& kies, const IndexPtr& rows) const;
  IndexPtr shift_rows(const IndexPtr& rows, int key) const;
  void check_join(const Uitdrukking& e, const Index& a, const Index& b, const Index& joined);
  void requirement(const Eis& e);
  void violated(const Eis& e, const Index& index, Rij row, std::string text, bool tell);
  bool computed(const Uitdrukking& e) const;
  std::string fill_in(const Eis& e, const Node& root, const Evaluator& values);

  const Regeling& r_;
  RunOpties opties_;
  Bevindingen& found_;
  Leden leden_;
  Woordenboek woorden_;
  std::vector<std::unique_ptr<Column>> columns_;
  std::map<const Uitdrukking*, std::unique_ptr<Column>> hidden_;
  std::map<std::pair<int, int>, std::unique_ptr<Column>> attributes_;
  std::map<int, std::pair<std::vector<std::int64_t>, std::vector<std::unique_ptr<Column>>>> periods_;
  std::vector<std::unique_ptr<Column>> hoisted_;
  std::map<int, const Tabel*> facts_;
  std::map<int, std::vector<Rij>> fact_rows_;
  std::set<int> voorlopig_;
  /// Divisions by weight that could not be made: column, row -> why.
  std::map<const Column*, std::map<Rij, std::string>> no_weights_;
  std::set<std::string> reported_;
  std::vector<Schending> schendingen_;
  std::set<int> geschonden_;  ///< quantities that a requirement which does not hold names
  std::vector<IndexPtr> known_indexes_;
  IndexPtr intern(IndexPtr index);
};

}  // namespace zorgkader
