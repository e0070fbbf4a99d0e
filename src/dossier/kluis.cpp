// Packing by zstd, sealing by libsodium.
#include "dossier/kluis.hpp"

#include <fmt/format.h>
#include <sodium.h>
#include <zstd.h>

#include <memory>

namespace zorgkader::dossier {
namespace {

constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kPrint = crypto_generichash_BYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

std::string keyed_print(std::string_view key, std::string_view text, std::size_t size) {
  std::string out(size, '\0');
  crypto_generichash(bytes_of(out), size, bytes_of(text), text.size(), bytes_of(key), key.size());
  return out;
}

/// Messages are XML that says the same over and over: packed they take a fourteenth of the room, and all that comes
/// after is that much faster.
std::string packed(std::string_view text) {
  constexpr int kFastest = 1;
  // To make its tables anew for each message costs as much as to pack one.
  static thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> tables(ZSTD_createCCtx(),
                                                                                        &ZSTD_freeCCtx);
  std::string out(ZSTD_compressBound(text.size()), '\0');
  const std::size_t size = ZSTD_compressCCtx(tables.get(), out.data(), out.size(), text.data(), text.size(), kFastest);
  if (ZSTD_isError(size) != 0) throw OpslagFout("De inhoud kan niet ingepakt worden: er is te weinig geheugen.");
  out.resize(size);
  return out;
}

/// Nothing when it is not what packed() gave. What is opened was sealed by this program, so its size can be believed.
std::optional<std::string> unpacked(std::string_view bytes) {
  const auto size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR) return std::nullopt;
  std::string out(size, '\0');
  return ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size()) == size ? std::optional(std::move(out))
                                                                                     : std::nullopt;
}

/// What an event is about: fields by their length, and an end, so that with the content behind it no two are alike.
std::string about(const Gebeurtenis& g) {
  return fmt::format("{}:{}{}:{}{}:{}{}:{}{}:", g.gemeente.size(), g.gemeente, g.soort.size(), g.soort, g.door.size(),
                     g.door, g.kenmerk.size(), g.kenmerk, g.corrigeert);
}

}  // namespace

Kluis::Kluis(std::string_view sleutel) : sleutel_(sleutel) {
  if (sodium_init() < 0) throw OpslagFout("De versleuteling kan niet beginnen: libsodium werkt niet op deze machine.");
  if (sleutel.size() != kSleutelBytes)
    throw OpslagFout(fmt::format("De sleutel heeft {} bytes; dat horen er {} te zijn.", sleutel.size(), kSleutelBytes));
}

std::string Kluis::make_sleutel() {
  if (sodium_init() < 0) throw OpslagFout("Er kan geen sleutel gemaakt worden: libsodium werkt niet op deze machine.");
  std::string out(kSleutelBytes, '\0');
  randombytes_buf(out.data(), out.size());
  return out;
}

std::string Kluis::seal(const Gebeurtenis& g) const {
  const std::string key = keyed_print(sleutel_, "dossier " + g.gemeente, kSleutelBytes), aside = about(g),
                    content = packed(g.inhoud);
  std::string out = keyed_print(key, aside + content, kNonce);
  out.resize(kNonce + content.size() + kTag);
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(out) + kNonce, nullptr, bytes_of(content), content.size(),
                                             bytes_of(aside), aside.size(), nullptr, bytes_of(out), bytes_of(key));
  return out;
}

std::optional<std::string> Kluis::open(const Gebeurtenis& g) const {
  if (g.inhoud.size() < kNonce + kTag) return std::nullopt;
  const std::string key = keyed_print(sleutel_, "dossier " + g.gemeente, kSleutelBytes), aside = about(g);
  const std::string_view sealed = std::string_view(g.inhoud).substr(kNonce);
  std::string out(sealed.size() - kTag, '\0');
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes_of(out), nullptr, nullptr, bytes_of(sealed), sealed.size(),
                                                 bytes_of(aside), aside.size(), bytes_of(g.inhoud), bytes_of(key)) != 0)
    return std::nullopt;
  return unpacked(out);
}

std::string Kluis::pseudoniem(std::string_view gemeente, std::string_view bsn) const {
  constexpr std::string_view kSigns = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // no I, L, O, U: they are misread
  constexpr std::size_t kSize = 12;
  std::string out = "CL";
  for (const char c : keyed_print(sleutel_, fmt::format("pseudoniem {} {}", gemeente, bsn), kPrint).substr(0, kSize))
    out += kSigns[static_cast<unsigned char>(c) % kSigns.size()];
  return out;
}

Toevoeging VerzegeldLogboek::add(const Einde& na, std::vector<Gebeurtenis>& gebeurtenissen) {
  std::vector<Gebeurtenis> sealed = gebeurtenissen;
  for (Gebeurtenis& g : sealed) g.inhoud = kluis_.seal(g);
  const Toevoeging done = binnen_.add(na, sealed);
  for (std::size_t i = 0; i < sealed.size() && done == Toevoeging::gelukt; ++i) {
    sealed[i].inhoud = std::move(gebeurtenissen[i].inhoud);
    gebeurtenissen[i] = std::move(sealed[i]);
  }
  return done;
}

std::optional<Gebeurtenis> VerzegeldLogboek::momentopname(const std::string& gemeente) const {
  auto found = binnen_.momentopname(gemeente);
  if (!found) return std::nullopt;
  auto content = kluis_.open(*found);
  if (!content) return std::nullopt;
  found->inhoud = std::move(*content);
  return found;
}

void VerzegeldLogboek::keep_momentopname(const Gebeurtenis& momentopname) {
  Gebeurtenis sealed = momentopname;
  sealed.inhoud = kluis_.seal(momentopname);
  binnen_.keep_momentopname(sealed);
}

void VerzegeldLogboek::each(const std::string& gemeente, std::int64_t vanaf,
                            const std::function<bool(const Gebeurtenis&)>& take) const {
  binnen_.each(gemeente, vanaf, [&](const Gebeurtenis& sealed) {
    auto content = kluis_.open(sealed);
    if (!content)
      throw OpslagFout(fmt::format(
          "Gebeurtenis {} van gemeente {} gaat met deze sleutel niet open: het is de sleutel van een ander dossier, of "
          "de inhoud is veranderd. `zorgkader verifieer` zegt welk van beide.",
          sealed.nummer, gemeente));
    Gebeurtenis opened = sealed;
    opened.inhoud = std::move(*content);
    return take(opened);
  });
}

}  // namespace zorgkader::dossier
