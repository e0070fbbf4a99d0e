// Edit distance with swaps of neighbours, over bytes: a hint needs no more.
#include "values/naam.hpp"

#include <algorithm>

namespace zorgkader {
namespace {

constexpr std::size_t kMaxLengte = 100;  // of names that are compared

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

Bedoeld find_bedoeld(std::string_view naam, const std::vector<std::string>& kandidaten) {
  const std::string small = lower(naam);
  Bedoeld best;
  std::size_t nearest = 3;
  for (const std::string& candidate : kandidaten) {
    if (lower(candidate) == small) return {Gelijkenis::hoofdletters, candidate};
    if (small.size() > kMaxLengte || candidate.size() > kMaxLengte) continue;
    const std::size_t changes = distance(small, lower(candidate));
    if (changes >= nearest || 2 * changes >= candidate.size()) continue;
    nearest = changes;
    best = {Gelijkenis::bijna, candidate};
  }
  return best;
}

std::string bedoelt_u(std::string_view naam, const std::vector<std::string>& kandidaten) {
  const Bedoeld meant = find_bedoeld(naam, kandidaten);
  return meant.naam.empty() ? "" : "Bedoelt u `" + meant.naam + "`?";
}

}  // namespace zorgkader
