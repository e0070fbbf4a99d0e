// Names that are nearly right: which one was probably meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zorgkader {

enum class Gelijkenis { geen, hoofdletters, bijna };

struct Bedoeld {
  Gelijkenis gelijkenis = Gelijkenis::geen;
  std::string naam;
};

/// The candidate that differs only by upper and lower case (ASCII), else the nearest within two changes that are fewer
/// than half of its characters.
Bedoeld find_bedoeld(std::string_view naam, const std::vector<std::string>& kandidaten);

/// A question for the reader, ``Bedoelt u `lumpsum`?``, or nothing.
std::string bedoelt_u(std::string_view naam, const std::vector<std::string>& kandidaten);

/// ASCII letters in lower case.
std::string lower(std::string_view text);

}  // namespace zorgkader
