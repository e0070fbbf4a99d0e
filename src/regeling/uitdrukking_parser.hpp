// The grammar of expressions, by recursive descent with a limit on depth.
#pragma once

#include <stdexcept>

#include "regeling/lexer.hpp"
#include "regeling/regeling.hpp"

namespace zorgkader {

/// Thrown inside the parser only, and caught in parser.cpp: one statement that cannot be read.
struct LeesFout {
  Positie positie;
  std::string wat;
  std::string doe;
  const char* code = "formule-fout";
};

class UitdrukkingParser {
 public:
  UitdrukkingParser(const std::vector<Woord>& woorden, const std::set<std::string>& eenheden)
      : woorden_(woorden), eenheden_(eenheden) {}

  UitdrukkingPtr expression();

  const Woord& peek(std::size_t ahead = 0) const;
  const Woord& take();
  bool at_name(std::string_view word) const;
  bool at_sign(std::string_view sign) const;
  bool accept_name(std::string_view word);
  bool accept_sign(std::string_view sign);
  void expect_sign(std::string_view sign, const char* where);
  std::string expect_text(const char* where);
  /// A name that is not a word of the language.
  const Woord& expect_new_name(const char* what);
  std::vector<SleutelNaam> key_list();
  std::vector<Keuze> choices();  ///< after `[`, up to and including `]`
  [[noreturn]] void fail(std::string what, std::string remedy, const char* code = "formule-fout") const;
  bool at_end() const { return peek().soort == Woordsoort::einde; }

 private:
  void deeper();
  UitdrukkingPtr either();
  UitdrukkingPtr both();
  UitdrukkingPtr negation();
  UitdrukkingPtr comparison();
  UitdrukkingPtr sum();
  UitdrukkingPtr term();
  UitdrukkingPtr minus();
  UitdrukkingPtr power();
  UitdrukkingPtr with_default();
  UitdrukkingPtr postfix();
  UitdrukkingPtr primary();
  UitdrukkingPtr number();
  UitdrukkingPtr condition();
  UitdrukkingPtr call(const Woord& name);
  UitdrukkingPtr on_dates(const Woord& name);
  UitdrukkingPtr plain_call(const Woord& name);
  UitdrukkingPtr window(const Woord& name, UitdrukkingPtr first);
  void within(Uitdrukking& langs);
  UitdrukkingPtr aggregate(const Woord& name, UitdrukkingPtr first);
  UitdrukkingPtr spread(const Woord& name);
  UitdrukkingPtr shares(const Woord& name);
  UitdrukkingPtr along(const Woord& name);
  UitdrukkingPtr node(Knoopsoort soort, const Positie& at) const;
  UitdrukkingPtr binary(Teken teken, const Positie& at, UitdrukkingPtr left, UitdrukkingPtr right) const;
  SleutelNaam key();

  const std::vector<Woord>& woorden_;
  const std::set<std::string>& eenheden_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

/// A word as messages show it.
std::string shown(const Woord& w);

/// Words with a meaning of their own, which no quantity or key can have as name.
bool is_taalwoord(std::string_view word);

}  // namespace zorgkader
