// Linear probing at a load of at most one half; rows repeat the member above or the order of members.
#include "feiten/woordenboek.hpp"

#include <functional>

namespace zorgkader::feiten {

std::uint32_t Woordenboek::code(std::string_view word) {
  if (woorden_.empty()) return find_or_add(word);
  if (woorden_[last_] == word) return last_;
  const std::uint32_t guess = volgende_[last_];
  const std::uint32_t found = woorden_[guess] == word ? guess : find_or_add(word);
  volgende_[last_] = found;
  return last_ = found;
}

std::uint32_t Woordenboek::find_or_add(std::string_view word) {
  const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(word));
  std::size_t at = hash & (vakken_.size() - 1);
  for (; vakken_[at].code_plus_1 != 0; at = (at + 1) & (vakken_.size() - 1)) {
    const std::uint32_t known = vakken_[at].code_plus_1 - 1;
    if (vakken_[at].hash == hash && woorden_[known] == word) return known;
  }
  return add(word, hash, at);
}

std::uint32_t Woordenboek::add(std::string_view word, std::uint32_t hash, std::size_t free) {
  const auto code = static_cast<std::uint32_t>(woorden_.size());
  woorden_.emplace_back(word);
  volgende_.push_back(code);
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

}  // namespace zorgkader::feiten
