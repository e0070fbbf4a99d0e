// A file for each answer, first under a name that nobody sends.
#include "app/antwoordmap.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "app/berichtmaken.hpp"
#include "dossier/logboek.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;

bool holds(const fs::path& pad, const std::string& bytes) {
  std::ifstream in(pad, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {}) == bytes;
}

}  // namespace

std::string Antwoordmap::put(const iwmo::Boom& antwoord) const {
  if (map_.empty()) return {};
  std::error_code error;
  fs::create_directories(map_, error);
  const std::string bytes = message_bytes(antwoord);
  const fs::path name = file_name(antwoord);
  fs::path target = name;
  for (int again = 2; fs::exists(fs::path(map_) / target); ++again) {
    if (holds(fs::path(map_) / target, bytes)) return target.string();
    target = fmt::format("{}_{}{}", name.stem().string(), again, name.extension().string());
  }
  const fs::path half = fs::path(map_) / (target.string() + ".half");
  std::ofstream out(half, std::ios::binary);
  out << bytes;
  out.close();
  if (out) fs::rename(half, fs::path(map_) / target, error);
  if (!out || error)
    throw dossier::OpslagFout(
        fmt::format("In {} kan niet geschreven worden. Het antwoord is wel vastgelegd: dezelfde "
                    "opdracht zet het alsnog klaar.",
                    map_));
  return target.string();
}

}  // namespace zorgkader
