// Leden: the members of every key during one run, the document's first, then what facts bring to open keys.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "regeling/regeling.hpp"

namespace zorgkader {

using Code = std::uint32_t;
inline constexpr Code kGeenLid = 0xFFFFFFFFu;

/// Plain texts as numbers, so that columns of text are columns of integers.
class Woordenboek {
 public:
  std::int64_t code(const std::string& word);
  std::int64_t size() const { return static_cast<std::int64_t>(words_.size()); }
  const std::string& word(std::int64_t code) const { return words_[static_cast<std::size_t>(code)]; }

 private:
  std::vector<std::string> words_;
  std::unordered_map<std::string, std::int64_t> codes_;
};

class Leden {
 public:
  explicit Leden(const Regeling& regeling);

  /// Adds names to an open key, in alphabetical order after those it has, so that the order of facts does not matter.
  void extend(int key, const std::vector<std::string>& names);

  std::size_t count(int key) const { return keys_[static_cast<std::size_t>(key)].names.size(); }
  const std::string& name(int key, Code code) const { return keys_[static_cast<std::size_t>(key)].names[code]; }
  Code code(int key, const std::string& name) const;  ///< kGeenLid when it is no member

 private:
  struct Key {
    std::vector<std::string> names;
    std::unordered_map<std::string, Code> codes;
  };
  std::vector<Key> keys_;
};

}  // namespace zorgkader
