// Reading .geval files: titles, directives and indented blocks.
#include "geval/geval.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>

namespace gevallen {
namespace {

namespace fs = std::filesystem;

class Lezer {
 public:
  Lezer(std::string bestand, std::vector<Probleem>& problemen) : bestand_(std::move(bestand)), problemen_(problemen) {}

  void line(int number, const std::string& text) {
    if (text.starts_with("  ") || (trim(text).empty() && in_blok_)) return blok(number, text);
    in_blok_ = false;
    if (trim(text).empty()) return;
    if (text.starts_with("# ")) return titel(number, text.substr(2));
    directive(number, text);
  }

  std::vector<Geval> take() {
    for (Geval& g : gevallen_) {
      for (Regel& r : g.regels) {
        while (r.blok.ends_with("\n\n")) r.blok.pop_back();
      }
    }
    return std::move(gevallen_);
  }

 private:
  void report(int number, std::string what) { problemen_.push_back({bestand_, number, std::move(what)}); }

  /// A second title line straight under the first is a remark.
  void titel(int number, const std::string& text) {
    if (!gevallen_.empty() && gevallen_.back().regels.empty()) return;
    gevallen_.push_back({bestand_, number, trim(text), {}});
  }

  void directive(int number, const std::string& text) {
    const auto colon = text.find(':');
    if (colon == std::string::npos || gevallen_.empty())
      return report(number, "Hier hoort `woord: waarde` te staan, onder een titel die met # begint.");
    Regel r{number, trim(text.substr(0, colon)), trim(text.substr(colon + 1)), "", number + 1};
    if (r.woord == "regeling" && r.tekst == "hierboven") {
      if (document_.blok.empty()) report(number, "Hierboven staat geen document.");
      r.tekst = "|";
      r.blok = document_.blok;
    }
    gevallen_.back().regels.push_back(std::move(r));
    in_blok_ = true;
  }

  void blok(int number, const std::string& text) {
    if (gevallen_.empty() || gevallen_.back().regels.empty())
      return report(number, "Deze ingesprongen regel hoort nergens bij.");
    Regel& r = gevallen_.back().regels.back();
    r.blok += (text.starts_with("  ") ? text.substr(2) : "") + "\n";
    if (r.woord == "regeling") document_ = r;
  }

  std::string bestand_;
  std::vector<Probleem>& problemen_;
  std::vector<Geval> gevallen_;
  Regel document_;
  bool in_blok_ = false;
};

}  // namespace

std::vector<const Regel*> Geval::met(const std::string& woord) const {
  std::vector<const Regel*> out;
  for (const Regel& r : regels) {
    if (r.woord == woord) out.push_back(&r);
  }
  return out;
}

const Regel* Geval::eerste(const std::string& woord) const {
  const auto all = met(woord);
  return all.empty() ? nullptr : all.front();
}

std::string Geval::slak() const {
  std::string out;
  for (const char c : titel) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (plain) out += c;
    if (!plain && !out.empty() && out.back() != '_') out += '_';
    if (out.size() >= 60) break;
  }
  while (!out.empty() && out.back() == '_') out.pop_back();
  return out;
}

fs::path root() {
  return ZORGKADER_ROOT;
}

std::string trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(" \t\r") - first + 1));
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> out;
  for (;;) {
    const auto end = text.find(at);
    out.push_back(trim(text.substr(0, end)));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

std::optional<Cel> parse_cel(std::string_view text) {
  const auto end = text.find_first_of("[ =");
  Cel out{trim(text.substr(0, end)), {}, ""};
  if (out.naam.empty()) return std::nullopt;
  if (end == std::string_view::npos) return out;
  if (text[end] != '[') {
    out.rest = trim(text.substr(end));
    return out;
  }
  const auto close = text.find(']', end);
  if (close == std::string_view::npos) return std::nullopt;
  out.leden = split(text.substr(end + 1, close - end - 1), ';');
  out.rest = trim(text.substr(close + 1));
  return out;
}

std::optional<std::vector<std::string>> read_lines(const fs::path& path) {
  std::ifstream in(path);
  if (!in) return std::nullopt;
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

std::vector<Geval> read_gevallen(const fs::path& path, std::vector<Probleem>& problemen) {
  const std::string name = path.lexically_relative(root()).string();
  const auto lines = read_lines(path);
  if (!lines) {
    problemen.push_back({name, 0, "Het bestand kan niet gelezen worden."});
    return {};
  }
  Lezer lezer(name, problemen);
  for (std::size_t i = 0; i < lines->size(); ++i) lezer.line(static_cast<int>(i) + 1, (*lines)[i]);
  return lezer.take();
}

std::vector<Geval> read_map(const fs::path& map, std::vector<Probleem>& problemen) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(map)) {
    if (entry.path().extension() == ".geval") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Geval> out;
  for (const fs::path& file : files) {
    for (Geval& g : read_gevallen(file, problemen)) out.push_back(std::move(g));
  }
  return out;
}

}  // namespace gevallen
