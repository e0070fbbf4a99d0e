// The chain: every event carries the print of all before it.
#include "dossier/gebeurtenis.hpp"

#include <fmt/format.h>
#include <sodium.h>

namespace zorgkader::dossier {
namespace {

class Afdrukker {
 public:
  Afdrukker() { crypto_generichash_init(&state_, nullptr, 0, Afdruk().size()); }
  void add(const void* bytes, std::size_t size) {
    crypto_generichash_update(&state_, static_cast<const unsigned char*>(bytes), size);
  }
  void add(std::int64_t number) {
    std::array<unsigned char, 8> bytes;
    for (auto& b : bytes) {
      b = static_cast<unsigned char>(number & 0xFF);
      number >>= 8;
    }
    add(bytes.data(), bytes.size());
  }
  void add(std::string_view text) {
    add(static_cast<std::int64_t>(text.size()));
    add(text.data(), text.size());
  }
  Afdruk result() {
    Afdruk out;
    crypto_generichash_final(&state_, out.data(), out.size());
    return out;
  }

 private:
  crypto_generichash_state state_;
};

}  // namespace

Afdruk afdruk_van(const Gebeurtenis& g, const Afdruk& vorige) {
  Afdrukker out;
  out.add(vorige.data(), vorige.size());
  out.add(g.gemeente);
  out.add(g.nummer);
  out.add(g.moment.time_since_epoch().count());
  out.add(g.soort);
  out.add(g.door);
  out.add(g.corrigeert);
  out.add(g.kenmerk);
  out.add(g.inhoud);
  return out.result();
}

Afdruk afdruk_van(std::string_view bytes) {
  Afdrukker out;
  out.add(bytes.data(), bytes.size());
  return out.result();
}

std::string hex(const Afdruk& afdruk) {
  std::string out;
  for (const unsigned char b : afdruk) out += fmt::format("{:02x}", b);
  return out;
}

}  // namespace zorgkader::dossier
