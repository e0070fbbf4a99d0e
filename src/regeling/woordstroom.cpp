// Words one by one: what the parser looks at, takes, and expects.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "regeling/uitdrukking_parser.hpp"

namespace zorgkader {
namespace {

/// Names of functions are no reserved words: `product` or `max` may also be a key or a quantity.
constexpr std::array<std::string_view, 21> kWoorden = {
    "als", "dan",  "anders", "en",  "of",       "niet",        "over",      "per",   "langs", "waar", "bij_leeg",
    "op",  "cent", "invoer", "eis", "uitkomst", "vastgesteld", "beginnend", "omdat", "ja",    "nee"};

}  // namespace

std::string shown(const Woord& w) {
  if (w.soort == Woordsoort::einde) return "het einde van de bepaling";
  return "`" + (w.soort == Woordsoort::tekst ? "\"" + w.tekst + "\"" : w.tekst) + "`";
}

bool is_taalwoord(std::string_view word) {
  return std::find(kWoorden.begin(), kWoorden.end(), word) != kWoorden.end();
}

const Woord& UitdrukkingParser::peek(std::size_t ahead) const {
  return woorden_[std::min(at_ + ahead, woorden_.size() - 1)];
}

const Woord& UitdrukkingParser::take() {
  const Woord& w = peek();
  if (at_ + 1 < woorden_.size()) ++at_;
  return w;
}

bool UitdrukkingParser::at_name(std::string_view word) const {
  return peek().soort == Woordsoort::naam && peek().tekst == word;
}
bool UitdrukkingParser::at_sign(std::string_view sign) const {
  return peek().soort == Woordsoort::teken && peek().tekst == sign;
}
bool UitdrukkingParser::accept_name(std::string_view word) {
  return at_name(word) && (take(), true);
}
bool UitdrukkingParser::accept_sign(std::string_view sign) {
  return at_sign(sign) && (take(), true);
}

void UitdrukkingParser::fail(std::string what, std::string remedy, const char* code) const {
  throw LeesFout{peek().positie, std::move(what), std::move(remedy), code};
}

void UitdrukkingParser::expect_sign(std::string_view sign, const char* where) {
  if (!accept_sign(sign))
    fail(fmt::format("Hier staat {}, maar {} hoort `{}` te staan.", shown(peek()), where, sign),
         fmt::format("Zet hier `{}`.", sign));
}

std::string UitdrukkingParser::expect_text(const char* where) {
  if (peek().soort != Woordsoort::tekst)
    fail(fmt::format("{} hoort een tekst tussen aanhalingstekens.", where), "Schrijf \"...\".");
  return take().tekst;
}

const Woord& UitdrukkingParser::expect_new_name(const char* what) {
  if (peek().soort != Woordsoort::naam)
    fail(fmt::format("Hier hoort {} te staan, niet {}.", what, shown(peek())),
         "Namen bestaan uit letters, cijfers en _.");
  if (is_taalwoord(peek().tekst))
    fail(fmt::format("`{}` is een woord van de taal en kan geen naam zijn.", peek().tekst), "Kies een andere naam.");
  return take();
}

SleutelNaam UitdrukkingParser::key() {
  const Woord& w = expect_new_name("de naam van een sleutel");
  return {w.tekst, w.positie, -1};
}

std::vector<SleutelNaam> UitdrukkingParser::key_list() {
  std::vector<SleutelNaam> out{key()};
  while (accept_sign(",")) out.push_back(key());
  return out;
}

}  // namespace zorgkader
