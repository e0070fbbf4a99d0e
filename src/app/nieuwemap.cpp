// Only what is empty, or not there.
#include "app/nieuwemap.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;

Bevinding refused(const std::string& path, std::string what, std::string remedy) {
  return {Ernst::fout, "bestand-schrijffout", {path, 0, 0, 0}, std::move(what), std::move(remedy), ""};
}

}  // namespace

std::optional<Bevinding> in_the_way(const fs::path& map) {
  if (map.empty()) return refused("", "De naam van de map is leeg.", "Noem een map die nog niet bestaat, of een lege.");
  std::error_code failed;
  const fs::file_status there = fs::status(map, failed);
  if (there.type() == fs::file_type::not_found) return std::nullopt;
  const std::string remedy = "Kies een map die nog niet bestaat, of een lege.";
  if (there.type() != fs::file_type::directory)
    return refused(map.string(), "Hier staat al iets dat geen map is.", remedy);
  const bool empty = fs::is_empty(map, failed);
  if (failed) return refused(map.string(), "De map kan niet worden gelezen.", remedy);
  if (!empty) return refused(map.string(), "Deze map is niet leeg; er wordt niets overschreven.", remedy);
  return std::nullopt;
}

}  // namespace zorgkader
