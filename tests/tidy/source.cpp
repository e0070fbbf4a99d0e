// Reading the tree and taking comments and literals out of C++.
#include "tidy/source.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace tidy {
namespace {

bool word_char(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Where the literal or comment that starts at `at` ends (one past it), or `at` when none starts there.
std::size_t end_of_raw_string(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("R\"")) return at;
  const auto open = text.find('(', at);
  if (open == std::string_view::npos) return at;
  const std::string close = ")" + std::string(text.substr(at + 2, open - at - 2)) + "\"";
  const auto end = text.find(close, open);
  return end == std::string_view::npos ? text.size() : end + close.size();
}

std::size_t end_of_quoted(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == quote || text[i] == '\n') {
      return i + 1;
    }
  }
  return text.size();
}

/// A line that begins with #, with its continuations.
std::size_t end_of_directive(std::string_view text, std::size_t at) {
  auto end = text.find('\n', at);
  while (end != std::string_view::npos && end > at && text[end - 1] == '\\') end = text.find('\n', end + 1);
  return std::min(end, text.size());
}

bool starts_line(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
  return at == 0 || text[at - 1] == '\n';
}

std::size_t end_of_non_code(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at);
  const bool after_word = at > 0 && word_char(text[at - 1]);
  if (rest.starts_with("//")) return std::min(text.find('\n', at), text.size());
  if (rest.starts_with("/*")) return std::min(text.find("*/", at + 2), text.size() - 2) + 2;
  if (rest.front() == 'R' && !after_word) return end_of_raw_string(text, at);
  if (rest.front() == '"') return end_of_quoted(text, at);
  if (rest.front() == '\'' && !after_word) return end_of_quoted(text, at);  // after a word it separates digits
  if (rest.front() == '#' && starts_line(text, at)) return end_of_directive(text, at);
  return at;
}

/// What is fetched, kept by version control, or built at the top of the tree.
bool skipped(const std::string& name, int depth) {
  if (name == ".git" || name == "node_modules") return true;
  return depth == 0 && (name == "demo" || name == "build" || name.starts_with("build-"));
}

bool is_text(const std::string& text) {
  return text.find('\0') == std::string::npos;
}

}  // namespace

std::string to_text(const Findings& found) {
  std::string out;
  for (const Finding& f : found) out += f.file + ":" + std::to_string(f.line) + ": " + f.what + "\n";
  return out;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

std::string code_only(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(end_of_non_code(text, i), text.size());
    for (std::size_t k = i; k < end; ++k) {
      if (out[k] != '\n') out[k] = ' ';
    }
    i = std::max(end, i + 1);
  }
  return out;
}

int line_at(std::string_view text, std::size_t offset) {
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

bool in(const std::string& path, std::string_view folder) {
  return path.starts_with(std::string(folder) + "/");
}

std::string room_of(const std::string& path) {
  constexpr std::string_view kSrc = "src/";
  const auto slash = path.find('/', kSrc.size());
  if (!path.starts_with(kSrc) || slash == std::string::npos) return "";
  return path.substr(kSrc.size(), slash - kSrc.size());
}

bool is_header(const std::string& path) {
  return path.ends_with(".hpp");
}
bool is_cpp(const std::string& path) {
  return is_header(path) || path.ends_with(".cpp");
}

std::vector<Source> read_tree(const std::string& root) {
  namespace fs = std::filesystem;
  std::vector<Source> out;
  for (auto it = fs::recursive_directory_iterator(root); it != fs::recursive_directory_iterator(); ++it) {
    if (skipped(it->path().filename().string(), it.depth())) {
      it.disable_recursion_pending();
      continue;
    }
    if (!it->is_regular_file() || it->is_symlink()) continue;
    std::ifstream in(it->path(), std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (is_text(text)) out.push_back({fs::relative(it->path(), root).generic_string(), std::move(text)});
  }
  std::sort(out.begin(), out.end(), [](const Source& a, const Source& b) { return a.path < b.path; });
  return out;
}

std::string text_of(const std::vector<Source>& tree, const std::string& path) {
  const auto at = std::find_if(tree.begin(), tree.end(), [&](const Source& s) { return s.path == path; });
  return at == tree.end() ? "" : at->text;
}

}  // namespace tidy
