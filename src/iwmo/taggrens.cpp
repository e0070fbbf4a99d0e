// Where in a file we are, a character at a time.
#include "iwmo/taggrens.hpp"

namespace zorgkader::iwmo {

std::size_t Taggrens::take(std::string_view piece) {
  for (std::size_t i = 0; i < piece.size(); ++i) {
    step(piece[i]);
    if (size_ > kMost) return i;
    before_ = last_;
    last_ = piece[i];
  }
  return piece.size();
}

void Taggrens::step(char c) {
  const bool ends = c == '>';
  switch (plek_) {
    case Plek::tekst:
      if (c == '<') plek_ = Plek::begin;
      size_ = 0;
      return;
    case Plek::begin:
      plek_ = c == '!' ? Plek::uitroep : c == '?' ? Plek::opdracht : ends ? Plek::tekst : Plek::tag;
      return;
    case Plek::uitroep:
      plek_ = c == '-' ? Plek::opmerking : c == '[' ? Plek::cdata : Plek::tag;
      return;
    case Plek::opdracht:
      if (ends && last_ == '?') plek_ = Plek::tekst;
      return;
    case Plek::opmerking:
      if (ends && last_ == '-' && before_ == '-') plek_ = Plek::tekst;
      return;
    case Plek::cdata:
      if (ends && last_ == ']' && before_ == ']') plek_ = Plek::tekst;
      return;
    case Plek::tag:
      break;
  }
  ++size_;
  if (quote_ != 0)
    quote_ = c == quote_ ? '\0' : quote_;
  else if (c == '"' || c == '\'')
    quote_ = c;
  else if (ends)
    plek_ = Plek::tekst;
}

}  // namespace zorgkader::iwmo
