// Documents that keep pace with the code: READMEs of rooms, decisions, the glossary.
#include <algorithm>
#include <regex>

#include "tidy/checks.hpp"

namespace tidy {
namespace {

constexpr int kLongestReadme = 25;
constexpr int kLongestDecision = 40;

int length_of(const std::string& text) {
  return static_cast<int>(lines_of(text).size());
}

std::string stripped(std::string cell) {
  cell.erase(std::remove_if(cell.begin(), cell.end(), [](char c) { return c == '`' || c == '*'; }), cell.end());
  const auto first = cell.find_first_not_of(' ');
  return first == std::string::npos ? "" : cell.substr(first, cell.find_last_not_of(' ') - first + 1);
}

/// The first cell of every table row.
std::set<std::string> terms(const std::string& text) {
  std::set<std::string> out;
  for (const std::string& line : lines_of(text)) {
    if (line.starts_with("|")) out.insert(stripped(line.substr(1, line.find('|', 1) - 1)));
  }
  return out;
}

/// Types defined at namespace level: the house style does not indent there.
std::vector<std::pair<std::string, int>> types(const std::string& text) {
  static const std::regex type(R"(^(class|struct|enum class|enum)\s+([A-Z]\w*)\b[^;]*$)");
  std::vector<std::pair<std::string, int>> out;
  const auto lines = lines_of(code_only(text));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::smatch m;
    const std::string declared = lines[i].substr(0, lines[i].find('{'));
    if (std::regex_search(declared, m, type)) out.emplace_back(m[2], static_cast<int>(i) + 1);
  }
  return out;
}

}  // namespace

Findings check_room_readmes(const std::vector<Source>& tree) {
  std::set<std::string> rooms;
  for (const Source& file : tree) rooms.insert(room_of(file.path));
  rooms.erase("");
  Findings out;
  for (const std::string& room : rooms) {
    const std::string path = "src/" + room + "/README.md";
    const int length = length_of(text_of(tree, path));
    if (length == 0) {
      out.push_back({path, 1, "missing; say what the room says, what it may include and which file to read first"});
    } else if (length > kLongestReadme) {
      out.push_back({path, kLongestReadme + 1, "longer than 25 lines; say less, or move it to docs/"});
    }
  }
  return out;
}

Findings check_decisions(const std::vector<Source>& tree) {
  static const std::regex name(R"(^docs/adr/(\d{4})-[a-z0-9-]+\.md$)");
  Findings out;
  int expected = 1;
  for (const Source& file : tree) {
    if (!in(file.path, "docs/adr") || file.path.ends_with("/README.md")) continue;
    std::smatch m;
    if (!std::regex_match(file.path, m, name)) {
      out.push_back({file.path, 1, "not named as a decision; write docs/adr/NNNN-short-title.md"});
      continue;
    }
    if (std::stoi(m[1]) != expected) {
      out.push_back({file.path, 1, "decision number out of order; expected " + std::to_string(expected)});
    }
    expected = std::stoi(m[1]) + 1;
    if (length_of(file.text) > kLongestDecision) {
      out.push_back({file.path, kLongestDecision + 1, "a decision over 40 lines; keep question, choice and reason"});
    }
  }
  return out;
}

Findings check_glossary(const std::vector<Source>& tree) {
  const std::string glossary = text_of(tree, "docs/GLOSSARY.md");
  if (glossary.empty()) return {};
  const auto known = terms(glossary);
  Findings out;
  for (const Source& file : tree) {
    if (!in(file.path, "src") || !is_header(file.path)) continue;
    for (const auto& [type, line] : types(file.text)) {
      if (known.contains(type)) continue;
      out.push_back({file.path, line,
                     "type " + type +
                         " has no row in docs/GLOSSARY.md; add it to the terms, or under Machinery when "
                         "it is no word of the domain"});
    }
  }
  return out;
}

}  // namespace tidy
