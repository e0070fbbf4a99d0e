// The files as a folder, for the reader of facts.
#include "app/feitbestanden.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "app/tijdelijkemap.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;

/// Files lie in the dossier as they came; readers of facts want a folder.
void put_files(const dossier::Regio& regio, const fs::path& folder) {
  for (const auto& [file, content] : regio.feiten()) {
    std::ofstream out(folder / fs::path(file).filename(), std::ios::binary);
    if (!(out << content.bytes).flush())
      throw dossier::OpslagFout(
          fmt::format("De feiten uit {} zijn niet klaar te zetten: is er nog ruimte voor tijdelijke bestanden?",
                      fs::path(file).filename().string()));
  }
}

/// Where the file is now is nobody's business.
std::string without_folder(const std::string& text, const fs::path& folder) {
  const std::string prefix = folder.string() + "/";
  std::string out = text;
  for (auto at = out.find(prefix); at != std::string::npos; at = out.find(prefix))
    out.replace(at, prefix.size(), "dossier:");
  return out;
}

}  // namespace

void read_feitbestanden(const dossier::Regio& regio, const std::vector<FeitVorm>& gevraagd,
                        const std::set<std::string>& elders, Feiten& out) {
  if (regio.feiten().empty()) return;
  const Tijdelijkemap folder;
  put_files(regio, folder.pad());
  Feiten read = read_feiten(folder.pad(), gevraagd, elders);
  for (auto& [name, table] : read.tabellen) {
    table.herkomst.bestand = without_folder(table.herkomst.bestand, folder.pad());
    out.tabellen.emplace(name, std::move(table));
  }
  out.onbruikbaar.merge(read.onbruikbaar);
  for (Bevinding& found : read.bevindingen) {
    // The dossier serves every arrangement; that this one does not ask for a file is nothing to tell.
    if (found.code == "feit-onbekend") continue;
    found.plaats.bestand = without_folder(found.plaats.bestand, folder.pad());
    found.wat = without_folder(found.wat, folder.pad());
    out.bevindingen.push_back(std::move(found));
  }
}

}  // namespace zorgkader
