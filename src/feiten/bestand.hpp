// The bytes of a file, read at once: findings quote them.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "values/bevinding.hpp"

namespace zorgkader::feiten {

class Inhoud {
 public:
  Inhoud(std::unique_ptr<char[]> bytes, std::size_t size) : bytes_(std::move(bytes)), size_(size) {}
  std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_;
};

Result<Inhoud> read_bestand(const std::filesystem::path& pad);

}  // namespace zorgkader::feiten
