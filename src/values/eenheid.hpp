// Eenheid: what a number counts. Units multiply and divide; only like units add.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace zorgkader {

/// A product of base units with exponents (`€/uur` is €^1 uur^-1). Minuut and uur are different units on purpose: a
/// document converts by a parameter in `minuut/uur`. `%` is a number shown a hundredfold, not a unit of its own.
class Eenheid {
 public:
  Eenheid() = default;

  /// Reads `€`, `€/uur`, `uur/client/maand`, `%`, or the empty text (a bare number). Plurals count as the singular.
  /// `extra` holds unit words that a document declared itself. Nothing when a word is unknown.
  static std::optional<Eenheid> parse(std::string_view text, const std::set<std::string>& extra = {});
  static Eenheid basis(const std::string& word);
  static Eenheid procent();

  /// The singular of a known unit word, or nothing.
  static std::optional<std::string> canonical(std::string_view word, const std::set<std::string>& extra = {});

  bool is_bare() const { return machten_.empty(); }
  bool shows_percent() const { return procent_; }
  bool has_euro() const;
  /// `€/uur`, `%`, or empty for a bare number.
  std::string text() const;
  /// As text(), but `getal` for a bare number: for messages.
  std::string naam() const;

  friend Eenheid operator*(const Eenheid& a, const Eenheid& b);
  friend Eenheid operator/(const Eenheid& a, const Eenheid& b);
  Eenheid pow(int exponent) const;

  /// Same unit; the percent sign is presentation and does not count.
  bool like(const Eenheid& other) const { return machten_ == other.machten_; }

 private:
  std::map<std::string, int> machten_;  // never an exponent 0
  bool procent_ = false;
};

}  // namespace zorgkader
