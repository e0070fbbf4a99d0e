// Taggrens: how long a tag may be. libxml2 compares every attribute of a tag with all others before it tells of any.
#pragma once

#include <cstddef>
#include <string_view>

namespace zorgkader::iwmo {

/// Looks at a file in pieces, as XML reads it: comments, CDATA and processing instructions are no tags.
class Taggrens {
 public:
  static constexpr std::size_t kMost = 8192;
  /// How many bytes come before a tag has more than kMost: all, or fewer and then no more.
  std::size_t take(std::string_view piece);

 private:
  enum class Plek { tekst, begin, opdracht, uitroep, opmerking, cdata, tag };
  void step(char c);
  Plek plek_ = Plek::tekst;
  char quote_ = 0, last_ = 0, before_ = 0;
  std::size_t size_ = 0;
};

}  // namespace zorgkader::iwmo
