// The elfproef: what tells a burgerservicenummer from nine other digits.
#pragma once

#include <string_view>

namespace zorgkader::iwmo {

/// Of nine digits: weights 9 to 2, and -1 for the last, give a multiple of eleven.
inline bool doorstaat_elfproef(std::string_view cijfers) {
  int sum = 0, weight = 9;
  for (const char digit : cijfers) {
    sum += (digit - '0') * (weight == 1 ? -1 : weight);
    --weight;
  }
  return sum % 11 == 0;
}

}  // namespace zorgkader::iwmo
