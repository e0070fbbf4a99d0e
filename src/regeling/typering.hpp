// Kinds, units and keys of expressions: what a formula yields, or why it cannot be.
#pragma once

#include <functional>

#include "regeling/regeling.hpp"

namespace zorgkader {

/// Completes expression trees in place. Each fault is one finding; what hangs on it is marked `onbekend`.
class Typering {
 public:
  /// `ensure(index, place)` makes the form of another quantity known before it is used; false inside a circle.
  using Ensure = std::function<bool(int, const Uitdrukking&, int langs)>;
  Typering(Regeling& regeling, Bevindingen& found, Ensure ensure)
      : r_(regeling), found_(found), ensure_(std::move(ensure)) {}

  void expression(Uitdrukking& e);
  /// Reads a literal or bare word as member of `key`; other expressions must already yield members of it.
  /// With `or_text`, a plain text will do as well: it is looked up among the members while running.
  void as_member(Uitdrukking& e, int key, bool or_text = false);
  /// Checks that `e` fits a wanted form; a bare number takes the wanted unit when `bare_fits`.
  bool fits(Uitdrukking& e, const Vorm& wanted, bool bare_fits, const std::string& what);
  /// A choice `key = member` with a fixed member: its key and code; nothing with a finding otherwise.
  std::optional<std::pair<int, int>> fixed_choice(Keuze& k);
  int key(SleutelNaam& k);
  std::string key_names(Sleutels keys) const;
  void report(const char* code, const Positie& at, std::string what, std::string remedy = {});
  /// The formula that is read now has a condition that fixes its rows: facts are needed for those only.
  void rows_are_given(bool given) { rows_given_ = given; }

 private:
  void name(Uitdrukking& e);
  bool known_first(const Uitdrukking& e);
  void known(Uitdrukking& e);
  void attribute(Uitdrukking& e);
  void choice(Uitdrukking& e);
  void in_force(Uitdrukking& e);
  void binary(Uitdrukking& e);
  void arithmetic(Uitdrukking& e);
  void power(Uitdrukking& e);
  void comparison(Uitdrukking& e);
  void logic(Uitdrukking& e);
  void condition(Uitdrukking& e);
  void fallback(Uitdrukking& e);
  void function(Uitdrukking& e);
  void on_dates(Uitdrukking& e);
  void member_branches(Uitdrukking& e, int key);
  bool unclear_percent(const Uitdrukking& literal, const Vorm& beside);
  bool destination(SleutelNaam& k, const Uitdrukking& x);
  void whole(Uitdrukking& e);
  void aggregate(Uitdrukking& e);
  void along(Uitdrukking& e);
  void stretch_within(Uitdrukking& e);
  void spread(Uitdrukking& e);
  void shares(Uitdrukking& e);
  void multiple(Uitdrukking& m, const Uitdrukking& x);
  bool same_form(Uitdrukking& a, Uitdrukking& b, const Positie& at, const char* verb);
  bool want(const Uitdrukking& e, Soort soort, const char* what);
  void take_form(Uitdrukking& e, const Uitdrukking& from);
  void broken(Uitdrukking& e) { e.onbekend = true; }

  Regeling& r_;
  Bevindingen& found_;
  Ensure ensure_;
  int langs_ = -1;      ///< key of the `vorige` we are inside of, -1 outside
  bool whole_ = false;  ///< inside what needs whole columns: a recurrence cannot reach in there
  bool left_of_default_ = false;
  bool rows_given_ = false;
};

}  // namespace zorgkader
