// Members of keys and words as codes.
#include "engine/leden.hpp"

#include <algorithm>

namespace zorgkader {

std::int64_t Woordenboek::code(const std::string& word) {
  const auto [at, fresh] = codes_.emplace(word, static_cast<std::int64_t>(words_.size()));
  if (fresh) words_.push_back(word);
  return at->second;
}

Leden::Leden(const Regeling& regeling) {
  for (const Sleutel& s : regeling.sleutels) {
    Key key;
    for (const std::string& name : s.leden) {
      key.codes.emplace(name, static_cast<Code>(key.names.size()));
      key.names.push_back(name);
    }
    keys_.push_back(std::move(key));
  }
}

void Leden::extend(int key, const std::vector<std::string>& names) {
  Key& k = keys_[static_cast<std::size_t>(key)];
  std::vector<std::string> fresh;
  for (const std::string& n : names) {
    if (!k.codes.contains(n)) fresh.push_back(n);
  }
  std::sort(fresh.begin(), fresh.end());
  fresh.erase(std::unique(fresh.begin(), fresh.end()), fresh.end());
  k.codes.reserve(k.names.size() + fresh.size());
  for (std::string& n : fresh) {
    k.codes.emplace(n, static_cast<Code>(k.names.size()));
    k.names.push_back(std::move(n));
  }
}

Code Leden::code(int key, const std::string& name) const {
  const auto& codes = keys_[static_cast<std::size_t>(key)].codes;
  const auto at = codes.find(name);
  return at == codes.end() ? kGeenLid : at->second;
}

}  // namespace zorgkader
