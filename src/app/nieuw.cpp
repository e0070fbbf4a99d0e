// Writing the templates.
#include "app/nieuw.hpp"

#include <filesystem>
#include <fstream>

#include "app/sjablonen.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;

Bevinding refused(const std::string& path, std::string what, std::string remedy) {
  return {Ernst::fout, "bestand-schrijffout", {path, 0, 0, 0}, std::move(what), std::move(remedy), ""};
}

/// Nothing when files can be put here without touching what is there.
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

}  // namespace

NieuwAntwoord maak_nieuw(const std::string& map) {
  NieuwAntwoord out;
  if (auto b = in_the_way(map)) {
    out.bevindingen.push_back(std::move(*b));
    return out;
  }
  for (const Sjabloon& s : sjablonen()) {
    const fs::path path = fs::path(map) / s.pad;
    std::error_code failed;
    fs::create_directories(path.parent_path(), failed);
    std::ofstream file(path, std::ios::binary);
    file << s.tekst;
    file.close();
    if (!file) {
      out.bevindingen.push_back(refused(path.string(), "Het bestand kan niet worden gemaakt.", ""));
      return out;
    }
    out.bestanden.push_back(s.pad);
  }
  out.regeling = (fs::path(map) / "regeling.md").string();
  out.feiten = (fs::path(map) / "feiten").string();
  out.leesmij = (fs::path(map) / "LEESMIJ.md").string();
  return out;
}

}  // namespace zorgkader
