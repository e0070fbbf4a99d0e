// Linear probing at a load of at most one half; rows often repeat the member of the row above.
#include "feiten/woordenboek.hpp"

#include <functional>

namespace zorgkader {

std::uint32_t Woordenboek::code(std::string_view word) {
  if (last_ < woorden_.size() && woorden_[last_] == word) return last_;
  const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(word));
  std::size_t at = hash & (vakken_.size() - 1);
  for (; vakken_[at].code_plus_1 != 0; at = (at + 1) & (vakken_.size() - 1)) {
    const std::uint32_t known = vakken_[at].code_plus_1 - 1;
    if (vakken_[at].hash == hash && woorden_[known] == word) return last_ = known;
  }
  return last_ = add(word, hash, at);
}

std::uint32_t Woordenboek::add(std::string_view word, std::uint32_t hash, std::size_t free) {
  const auto code = static_cast<std::uint32_t>(woorden_.size());
  woorden_.emplace_back(word);
  vakken_[free] = {hash, code + 1};
  if (woorden_.size() * 2 > vakken_.size()) grow();
  return code;
}

void Woordenboek::grow() {
  std::vector<Vak> wider(vakken_.size() * 2);
  for (const Vak& vak : vakken_) {
    if (vak.code_plus_1 == 0) continue;
    std::size_t at = vak.hash & (wider.size() - 1);
    while (wider[at].code_plus_1 != 0) at = (at + 1) & (wider.size() - 1);
    wider[at] = vak;
  }
  vakken_ = std::move(wider);
}

}  // namespace zorgkader
