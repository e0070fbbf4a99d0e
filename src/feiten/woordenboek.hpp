// Woordenboek: texts to codes 0, 1, 2, ... in order of first appearance.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zorgkader::feiten {

/// An open hash table of codes; a text that is already known costs no allocation.
class Woordenboek {
 public:
  std::uint32_t code(std::string_view word);
  const std::vector<std::string>& woorden() const { return woorden_; }
  std::vector<std::string> take() { return std::move(woorden_); }

 private:
  struct Vak {
    std::uint32_t hash = 0;
    std::uint32_t code_plus_1 = 0;  // 0: free
  };
  std::uint32_t find_or_add(std::string_view word);
  std::uint32_t add(std::string_view word, std::uint32_t hash, std::size_t free);
  void grow();

  std::vector<std::string> woorden_;
  std::vector<Vak> vakken_ = std::vector<Vak>(64);
  std::vector<std::uint32_t> volgende_;  // per code, the code that last came after it: rows tend to repeat an order
  std::uint32_t last_ = 0;
};

}  // namespace zorgkader::feiten
