// First the prints, then the calculation.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "app/herhaal.hpp"
#include "app/rapportage/bundel.hpp"
#include "dossier/sha256.hpp"
#include "feiten/bestand.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;
constexpr const char* kSums = "SHA256SUMS";

/// A name that stays within the folder.
bool is_inside(const fs::path& file) {
  return file.is_relative() && std::none_of(file.begin(), file.end(), [](const fs::path& p) { return p == ".."; });
}

void check_file(const fs::path& map, const std::string& line, std::set<std::string>& known, Bundelverdict& out) {
  constexpr std::size_t kPrint = 64;
  const std::string file = line.size() > kPrint + 2 ? line.substr(kPrint + 2) : "";
  if (file.empty() || !is_inside(file))
    return out.fouten.push_back(fmt::format("In {} staat een regel die geen afdruk en bestand noemt.", kSums));
  known.insert(file);
  const auto bytes = feiten::read_bestand(map / file);
  ++out.bestanden;
  if (!bytes)
    out.fouten.push_back(fmt::format("{} is er niet, of is niet te lezen.", file));
  else if (dossier::sha256(bytes->view()) != line.substr(0, kPrint))
    out.fouten.push_back(fmt::format("{} is niet meer zoals toen de bundel werd gemaakt.", file));
}

void check_added(const fs::path& map, const std::set<std::string>& known, Bundelverdict& out) {
  std::error_code failed;
  for (fs::recursive_directory_iterator at(map, failed), end; !failed && at != end; at.increment(failed)) {
    const std::string file = at->path().lexically_relative(map).generic_string();
    if (!at->is_directory(failed) && file != kSums && !known.contains(file))
      out.fouten.push_back(fmt::format("{} hoort niet bij de bundel.", file));
  }
}

}  // namespace

Bundelverdict controleer_bundel(const std::string& map) {
  Bundelverdict out;
  std::ifstream sums(fs::path(map) / kSums);
  if (!sums) {
    out.fouten.push_back(fmt::format("{} is geen bundel: er is geen bestand {}.", map, kSums));
    return out;
  }
  std::set<std::string> known;
  for (std::string line; std::getline(sums, line);) check_file(map, line, known, out);
  check_added(map, known, out);
  const auto run = herhaal((fs::path(map) / "uitkomst.json").string(), Waar::ernaast);
  if (run)
    out.uitkomsten = run->berekening.uitkomsten.size();
  else
    for (const Bevinding& b : run.errors()) out.fouten.push_back(b.wat);
  return out;
}

}  // namespace zorgkader
