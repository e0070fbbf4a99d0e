// Length of files and functions, and what every source file begins with.
#include <optional>
#include <regex>

#include "tidy/checks.hpp"

namespace tidy {
namespace {

/// Walks over code at namespace and class level. A scope is entered, a body measured, an initialiser passed over.
class FunctionWalk {
 public:
  struct Function {
    std::string name;
    std::size_t begin;  ///< of the header
    std::size_t open;   ///< of the brace
    std::size_t end;
  };

  explicit FunctionWalk(const std::string& code) : code_(code) {
    while (at_ < code_.size()) step();
  }
  const std::vector<Function>& functions() const { return functions_; }

 private:
  void step() {
    const char c = code_[at_];
    if (c == ';' || c == '}' || (c == ':' && ends_label(at_))) header_ = at_ + 1;
    if (c == '{') return open();
    ++at_;
  }

  /// Whether the colon at `at` closes `public:` and its like.
  bool ends_label(std::size_t at) const {
    const std::string word = trimmed(header_, at);
    return word == "public" || word == "private" || word == "protected";
  }

  void open() {
    const std::string header = trimmed(header_, at_);
    // What follows a closed brace directly, or after a comma, still belongs to the header before it: `a_{a}, b_{b} {`.
    const bool continued = header.empty() || header.front() == ',';
    const std::string whole = continued ? last_header_ : header;
    const std::size_t begin = continued ? last_begin_ : begin_of(header_);
    last_header_ = whole;
    last_begin_ = begin;
    if (opens_scope(whole)) {
      header_ = ++at_;
      last_header_.clear();
      return;
    }
    const std::size_t end = matching(at_);
    if (const auto name = function_name(whole)) functions_.push_back({*name, begin, at_, end});
    at_ = end;
    header_ = std::min(end + 1, code_.size());
    ++at_;
  }

  std::size_t begin_of(std::size_t at) const {
    while (at < code_.size() && std::isspace(static_cast<unsigned char>(code_[at])) != 0) ++at;
    return at;
  }

  std::string trimmed(std::size_t from, std::size_t to) const {
    from = std::min(begin_of(from), to);
    while (to > from && std::isspace(static_cast<unsigned char>(code_[to - 1])) != 0) --to;
    return code_.substr(from, to - from);
  }

  std::size_t matching(std::size_t at) const {
    int depth = 0;
    for (; at < code_.size(); ++at) {
      if (code_[at] == '{') ++depth;
      if (code_[at] == '}' && --depth == 0) return at;
    }
    return code_.size();
  }

  static bool opens_scope(const std::string& header) {
    static const std::regex scope(
        R"(^((inline\s+)?namespace\b|extern\b|(template\s*<.*>\s*)?(class|struct|union|enum)\b))");
    return std::regex_search(header, scope) && header.find('(') == std::string::npos;
  }

  /// Nothing for an initialiser: an `=` before the first parenthesis that is not part of an operator's name.
  static std::optional<std::string> function_name(std::string header) {
    static const std::regex op(R"(operator\s*(\(\)|[^\s(\w]+))");
    static const std::regex head(R"(^template\s*<[^(]*>\s)");
    header = std::regex_replace(std::regex_replace(header, head, ""), op, "operator");
    const auto open = header.find('(');
    const auto equals = header.find('=');
    const bool lambda = equals < open && std::regex_search(header, std::regex(R"(=\s*\[[^\]]*\]\s*\()"));
    if (open == std::string::npos || (equals < open && !lambda)) return std::nullopt;
    static const std::regex name(R"(([~\w]+)\s*$)");
    const std::string before = header.substr(0, lambda ? equals : open);
    std::smatch m;
    return std::regex_search(before, m, name) ? m[1].str() : "operator";
  }

  const std::string& code_;
  std::vector<Function> functions_;
  std::size_t at_ = 0, header_ = 0, last_begin_ = 0;
  std::string last_header_;
};

/// The finding for something of `length` lines, given what the ratchet allows it.
std::optional<std::string> too_long(const std::string& name, int length, int limit, const Ratchet& allowed) {
  const auto row = allowed.find(name);
  const std::string counted = std::to_string(length) + " lines, the limit is " + std::to_string(limit);
  if (row == allowed.end()) {
    if (length <= limit) return std::nullopt;
    return counted + "; split it";
  }
  if (length <= limit) return counted + "; remove its row from the ratchet";
  if (length <= row->second) return std::nullopt;
  return counted + " and the ratchet allows " + std::to_string(row->second) + "; make it shorter, never the row longer";
}

}  // namespace

Findings check_file_length(const Source& file, const Ratchet& allowed) {
  if (!in(file.path, "src") || !is_cpp(file.path)) return {};
  const auto what = too_long(file.path, static_cast<int>(lines_of(file.text).size()), kLongestFile, allowed);
  if (!what) return {};
  return {{file.path, 1, "a file of " + *what}};
}

Findings check_function_length(const Source& file, const Ratchet& allowed) {
  if (!in(file.path, "src") || !is_cpp(file.path)) return {};
  const std::string code = code_only(file.text);
  const auto lines = lines_of(file.text);
  const FunctionWalk walk(code);
  Findings out;
  for (const auto& f : walk.functions()) {
    const int first = line_at(code, f.begin);
    // A function that is one table is as long as its table: it says so behind its opening brace.
    if (lines[static_cast<std::size_t>(line_at(code, f.open)) - 1].ends_with("// table")) continue;
    const int length = line_at(code, f.end) - first + 1;
    if (const auto what = too_long(file.path + ":" + f.name, length, kLongestFunction, allowed)) {
      out.push_back({file.path, first, "function " + f.name + " has " + *what});
    }
  }
  return out;
}

Findings check_first_line(const Source& file) {
  if (!in(file.path, "src") || !is_cpp(file.path)) return {};
  Findings out;
  const auto lines = lines_of(file.text);
  if (lines.empty() || !std::regex_search(lines.front(), std::regex(R"(^// \S+ \S+)"))) {
    out.push_back({file.path, 1, "the first line does not say what this file is; begin with `// ` and a sentence"});
  }
  if (is_header(file.path) && file.text.find("\n#pragma once\n") == std::string::npos) {
    out.push_back({file.path, 2, "a header without #pragma once; add it below the first comment"});
  }
  return out;
}

}  // namespace tidy
