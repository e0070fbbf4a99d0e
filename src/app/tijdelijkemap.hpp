// Tijdelijkemap: a folder for files of one run.
#pragma once

#include <filesystem>

namespace zorgkader {

/// Only the account that runs may look into it; gone when this object is.
class Tijdelijkemap {
 public:
  /// Throws dossier::OpslagFout when there is nowhere to write.
  Tijdelijkemap();
  ~Tijdelijkemap();
  Tijdelijkemap(const Tijdelijkemap&) = delete;
  Tijdelijkemap& operator=(const Tijdelijkemap&) = delete;

  const std::filesystem::path& pad() const { return pad_; }

 private:
  std::filesystem::path pad_;
};

}  // namespace zorgkader
