// A fingerprint of texts and numbers (FNV-1a, 64 bits): the same everywhere and always. Not for secrets.
#pragma once

#include <cstdint>
#include <string_view>

namespace zorgkader {

class Hash {
 public:
  void add(std::string_view text) {
    for (const char c : text) step(static_cast<unsigned char>(c));
    step(0xFF);  // so that "ab" + "c" differs from "a" + "bc"
  }
  void add(std::uint64_t v) {
    for (int i = 0; i < 8; ++i, v >>= 8) step(static_cast<unsigned char>(v));
  }
  std::uint64_t value() const { return state_; }

 private:
  void step(unsigned char c) { state_ = (state_ ^ c) * 0x100000001b3u; }
  std::uint64_t state_ = 0xcbf29ce484222325u;
};

}  // namespace zorgkader
