// Writing the templates.
#include "app/nieuw.hpp"

#include <filesystem>
#include <fstream>

#include "app/nieuwemap.hpp"
#include "app/sjablonen.hpp"

namespace zorgkader {

namespace fs = std::filesystem;

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
      out.bevindingen.push_back({Ernst::fout,
                                 "bestand-schrijffout",
                                 {path.string(), 0, 0, 0},
                                 "Het bestand kan niet worden gemaakt.",
                                 "",
                                 ""});
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
