// Words that may not occur: binary fractions, the clock, output, reminders, region names, paths of one machine.
#include <regex>

#include "tidy/checks.hpp"

namespace tidy {
namespace {

Findings find_all(const Source& file, const std::string& text, const std::regex& word, const std::string& what) {
  Findings out;
  for (std::sregex_iterator it(text.begin(), text.end(), word), end; it != end; ++it) {
    const int line = line_at(text, static_cast<std::size_t>(it->position()));
    out.push_back({file.path, line, "'" + it->str() + "' " + what});
  }
  return out;
}

/// Without the findings on lines that carry `// exact: <reason>`.
Findings without_marked(const Findings& found, const Source& file) {
  static const std::regex marked(R"(// exact: \S+)");
  const auto lines = lines_of(file.text);
  Findings out;
  for (const Finding& f : found) {
    if (!std::regex_search(lines[static_cast<std::size_t>(f.line) - 1], marked)) out.push_back(f);
  }
  return out;
}

bool room_is(const Source& file, const std::set<std::string>& rooms) {
  return is_cpp(file.path) && rooms.contains(room_of(file.path));
}

}  // namespace

Findings check_no_floating_point(const Source& file) {
  if (!room_is(file, {"values", "regeling", "engine", "dossier", "iwmo"})) return {};
  static const std::regex word(R"(\b(float|double)\b)");
  return without_marked(find_all(file, code_only(file.text), word,
                                 "where amounts are computed; use Getal or integers, or end the line with "
                                 "`// exact: <why no amount passes here>`"),
                        file);
}

Findings check_no_clock(const Source& file) {
  if (room_of(file.path).empty() || room_is(file, {"cli", "server"})) return {};
  static const std::regex word(
      R"(\b(system_clock::now|steady_clock|high_resolution_clock|clock_gettime|gettimeofday|time\((nullptr|NULL|0)\)))");
  return find_all(file, code_only(file.text), word,
                  "in the domain; let the command line or the server pass the moment");
}

Findings check_no_output(const Source& file) {
  if (room_of(file.path).empty() || room_is(file, {"cli", "rapport"})) return {};
  static const std::regex word(R"((\bstd::cout\b|\bprintf\b|\bputs\b|\bfmt::print\((?!\s*stderr)))");
  return find_all(file, code_only(file.text), word, "outside cli and rapport; return the text instead");
}

Findings check_marks(const Source& file) {
  if (!in(file.path, "src") && !in(file.path, "bench") && !in(file.path, "tools") && !in(file.path, "docs") &&
      (!in(file.path, "tests") || in(file.path, "tests/tidy"))) {
    return {};
  }
  static const std::regex word(R"(\b(TODO|FIXME|XXX|HACK)\b)");
  return find_all(file, file.text, word, "left behind; do it now or describe the limit in the documentation");
}

Findings check_region_names(const Source& file) {
  if (!in(file.path, "src")) return {};
  static const std::regex word(
      R"(\b(Maastricht|Meerssen|Valkenburg|Achterhoek|Lekstroom|Drechtsteden|Levanto|SUMMA)\b)");
  return find_all(file, file.text, word, "in the program; names of regions belong in regelingen/");
}

Findings check_machine_paths(const Source& file) {
  // In two parts, so that this file does not contain what it looks for.
  static const std::regex word(std::string("(^|[\\s\"'`(=:])/(ro") + "ot|wo" + "rk|ho" + "me)/");
  return find_all(file, file.text, word, "is a path of one machine; write it from the root of the project");
}

}  // namespace tidy
