// Reading a whole file, with a limit.
#include "feiten/bestand.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <system_error>

#include "feiten/grenzen.hpp"

namespace zorgkader::feiten {
namespace {

struct Sluiter {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

Bevinding unreadable(const std::filesystem::path& pad, std::string wat) {
  return {Ernst::fout, "bestand-onleesbaar", {pad.string(), 0, 0, 0}, std::move(wat), "", ""};
}

}  // namespace

Result<Inhoud> read_bestand(const std::filesystem::path& pad) {
  std::error_code error;
  if (!std::filesystem::exists(pad, error)) return unreadable(pad, "Dit bestand bestaat niet.");
  if (!std::filesystem::is_regular_file(pad, error)) return unreadable(pad, "Dit is geen gewoon bestand.");
  const std::uintmax_t size = std::filesystem::file_size(pad, error);
  if (error) return unreadable(pad, "De grootte van het bestand is niet te bepalen.");
  if (size > kMaxBestandBytes) {
    return Bevinding{Ernst::fout,
                     "bestand-te-groot",
                     {pad.string(), 0, 0, 0},
                     fmt::format("Het bestand is groter dan {} GiB.", kMaxBestandBytes >> 30),
                     "",
                     ""};
  }
  const std::unique_ptr<std::FILE, Sluiter> file(std::fopen(pad.c_str(), "rb"));
  if (!file) return unreadable(pad, "Het bestand kan niet geopend worden.");
  auto bytes = std::make_unique_for_overwrite<char[]>(size);
  if (std::fread(bytes.get(), 1, size, file.get()) != size)
    return unreadable(pad, "Het bestand kan niet helemaal gelezen worden.");
  return Inhoud(std::move(bytes), size);
}

}  // namespace zorgkader::feiten
