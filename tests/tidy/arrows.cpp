// Which room may include which: the one table of arrows, and the checks against it.
#include <regex>

#include "tidy/checks.hpp"

namespace tidy {

const std::map<std::string, std::set<std::string>>& arrows() {
  static const std::map<std::string, std::set<std::string>> table = {
      {"values", {}},
      {"regeling", {"values"}},
      {"engine", {"values", "regeling"}},
      {"feiten", {"values"}},
      {"iwmo", {"values"}},
      {"dossier", {"values", "iwmo", "feiten"}},
      {"storage", {"values", "dossier"}},
      {"rapport", {"values"}},
      {"app", {"values", "regeling", "engine", "feiten", "iwmo", "dossier", "storage", "rapport"}},
      {"server", {"values", "rapport", "app"}},
      {"cli", {"values", "rapport", "app"}},
  };
  return table;
}

std::string arrow_row(const std::string& room) {
  std::string targets;
  for (const std::string& to : arrows().at(room)) targets += (targets.empty() ? "`" : ", `") + to + "`";
  return "| `" + room + "` | " + (targets.empty() ? "nothing" : targets) + " |";
}

Findings check_includes(const Source& file) {
  const std::string room = room_of(file.path);
  if (room.empty() || !is_cpp(file.path)) return {};
  if (!arrows().contains(room))
    return {{file.path, 1, "room '" + room + "' is unknown; add it to the table of arrows"}};
  static const std::regex include(R"re(^\s*#\s*include\s*"([^"/]*)(/?)[^"]*")re");
  Findings out;
  const auto lines = lines_of(file.text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::smatch m;
    if (!std::regex_search(lines[i], m, include)) continue;
    const std::string to = m[1];
    const int line = static_cast<int>(i) + 1;
    if (m[2].length() == 0) {
      out.push_back({file.path, line, "include without a room; write \"" + room + "/" + to + "\""});
    } else if (!arrows().contains(to)) {
      out.push_back({file.path, line, "room '" + to + "' is unknown; add it to the table of arrows"});
    } else if (to != room && !arrows().at(room).contains(to)) {
      out.push_back({file.path, line,
                     "room '" + room + "' may not include '" + to +
                         "'; move the code, or add the arrow with an ADR and a row in docs/ARCHITECTURE.md"});
    }
  }
  return out;
}

Findings check_architecture(const std::vector<Source>& tree) {
  const std::string path = "docs/ARCHITECTURE.md";
  const std::string text = text_of(tree, path);
  if (text.empty()) return {};
  std::set<std::string> rooms;
  for (const Source& file : tree) rooms.insert(room_of(file.path));
  Findings out;
  for (const auto& [room, targets] : arrows()) {
    const std::string row = arrow_row(room);
    if (!rooms.contains(room) || text.find(row) != std::string::npos) continue;
    out.push_back({path, 1, "the arrows of room '" + room + "' are missing or old; write the table row: " + row});
  }
  return out;
}

}  // namespace tidy
