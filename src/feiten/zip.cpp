// The one file that knows minizip.
#include "feiten/zip.hpp"

#include <fmt/format.h>
#include <minizip/unzip.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "feiten/grenzen.hpp"

namespace zorgkader::feiten {
namespace {

constexpr int kCaseSensitive = 1;
constexpr unsigned kEncrypted = 1;

/// minizip asks for a FILE; the memory is opened as one. Its name is not used.
voidpf open_memory(voidpf opaque, const void*, int) {
  const auto* bytes = static_cast<const std::string_view*>(opaque);
  // fmemopen takes a pointer to change, but with "r" it only reads.
  return fmemopen(const_cast<char*>(bytes->data()), bytes->size(), "r");
}

/// Closes the current entry when a read stops halfway.
class OpenDeel {
 public:
  explicit OpenDeel(unzFile file) : file_(file), open_(unzOpenCurrentFile(file) == UNZ_OK) {}
  ~OpenDeel() {
    if (open_) unzCloseCurrentFile(file_);
  }
  OpenDeel(const OpenDeel&) = delete;
  OpenDeel& operator=(const OpenDeel&) = delete;
  bool is_open() const { return open_; }
  /// False when the checksum does not fit.
  bool close() {
    open_ = false;
    return unzCloseCurrentFile(file_) == UNZ_OK;
  }

 private:
  unzFile file_;
  bool open_;
};

}  // namespace

struct Zip::Archief {
  std::string_view bytes;
  unzFile file = nullptr;

  explicit Archief(std::string_view content) : bytes(content) {
    zlib_filefunc64_def functions;
    fill_fopen64_filefunc(&functions);
    functions.zopen64_file = open_memory;
    functions.opaque = &bytes;
    if (!bytes.empty()) file = unzOpen2_64("", &functions);
  }
  ~Archief() {
    if (file != nullptr) unzClose(file);
  }
  Archief(const Archief&) = delete;
  Archief& operator=(const Archief&) = delete;
};

Zip::Zip(std::string_view bytes, std::string wat) : archief_(std::make_unique<Archief>(bytes)), wat_(std::move(wat)) {
  if (archief_->file == nullptr) {
    fault_ = wat_ == "werkmap" ? "Het bestand is geen XLSX-werkmap, of het is met een wachtwoord beveiligd."
                               : "Het bestand is geen ZIP-archief, of het is beschadigd.";
  } else {
    fault_ = check_limits();
  }
}

Zip::~Zip() = default;

/// What the directory declares; minizip never unpacks more of an entry than is declared for it.
std::optional<std::string> Zip::check_limits() const {
  std::uint64_t total = 0;
  std::size_t entries = 0;
  int status = unzGoToFirstFile(archief_->file);
  for (; status == UNZ_OK; status = unzGoToNextFile(archief_->file)) {
    unz_file_info64 info{};
    if (unzGetCurrentFileInfo64(archief_->file, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK) break;
    if (++entries > kMaxZipDelen) return fmt::format("{} heeft meer dan {} delen.", the(), kMaxZipDelen);
    if ((info.flag & kEncrypted) != 0) return the() + " is met een wachtwoord beveiligd.";
    if (info.uncompressed_size > kMaxUitgepaktBytes - total) {
      return fmt::format("{} is uitgepakt groter dan {} GiB.", the(), kMaxUitgepaktBytes >> 30);
    }
    total += info.uncompressed_size;
    if (info.uncompressed_size > kVerhoudingVanafBytes &&
        info.uncompressed_size / kMaxUitpakVerhouding >= info.compressed_size) {
      return fmt::format("Een deel van {} {} is meer dan {} keer zo groot als het ingepakt is.", article(), wat_,
                         kMaxUitpakVerhouding);
    }
  }
  if (status != UNZ_END_OF_LIST_OF_FILE)
    return fmt::format("De inhoudsopgave van {} {} is beschadigd.", article(), wat_);
  return std::nullopt;
}

std::string_view Zip::article() const {
  return wat_ == "werkmap" ? "de" : "het";
}
std::string Zip::the() const {
  return fmt::format("{} {}", wat_ == "werkmap" ? "De" : "Het", wat_);
}

std::vector<Zip::Plaats> Zip::plaatsen() const {
  std::vector<Plaats> out;
  std::array<char, 1024> name;
  for (int status = unzGoToFirstFile(archief_->file); status == UNZ_OK; status = unzGoToNextFile(archief_->file)) {
    unz_file_info64 info{};
    if (unzGetCurrentFileInfo64(archief_->file, &info, name.data(), name.size() - 1, nullptr, 0, nullptr, 0) != UNZ_OK)
      break;
    const std::string_view text(name.data(), std::min<std::size_t>(info.size_filename, name.size() - 1));
    unz64_file_pos at{};
    if (text.empty() || text.back() == '/' || unzGetFilePos64(archief_->file, &at) != UNZ_OK) continue;
    out.push_back({std::string(text), at.pos_in_zip_directory, at.num_of_file});
  }
  return out;
}

bool Zip::contains(const std::string& deel) const {
  return unzLocateFile(archief_->file, deel.c_str(), kCaseSensitive) == UNZ_OK;
}

std::optional<std::string> Zip::read(const std::string& deel, const std::function<bool(std::string_view)>& take) const {
  if (!contains(deel)) return fmt::format("Het deel {} ontbreekt in {} {}.", deel, article(), wat_);
  return read_current(deel, take);
}

std::optional<std::string> Zip::read(const Plaats& plaats, const std::function<bool(std::string_view)>& take) const {
  const unz64_file_pos at{plaats.in_inhoudsopgave, plaats.nummer};
  if (unzGoToFilePos64(archief_->file, &at) != UNZ_OK)
    return fmt::format("Het deel {} ontbreekt in {} {}.", plaats.naam, article(), wat_);
  return read_current(plaats.naam, take);
}

std::optional<std::string> Zip::read_current(const std::string& deel,
                                             const std::function<bool(std::string_view)>& take) const {
  OpenDeel entry(archief_->file);
  if (!entry.is_open()) return fmt::format("Het deel {} van {} {} kan niet uitgepakt worden.", deel, article(), wat_);
  std::array<char, 64 << 10> buffer;
  for (;;) {
    const int count = unzReadCurrentFile(archief_->file, buffer.data(), static_cast<unsigned>(buffer.size()));
    if (count < 0) return fmt::format("Het deel {} van {} {} is beschadigd.", deel, article(), wat_);
    if (count == 0) break;
    if (!take({buffer.data(), static_cast<std::size_t>(count)})) return std::nullopt;
  }
  if (!entry.close()) return fmt::format("Het deel {} van {} {} is beschadigd.", deel, article(), wat_);
  return std::nullopt;
}

}  // namespace zorgkader::feiten
