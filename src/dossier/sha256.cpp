// By libsodium.
#include "dossier/sha256.hpp"

#include <sodium.h>

#include <array>

namespace zorgkader::dossier {

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> print{};
  crypto_hash_sha256(print.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  std::string out(2 * print.size() + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), print.data(), print.size());
  out.pop_back();
  return out;
}

}  // namespace zorgkader::dossier
