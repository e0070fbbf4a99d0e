// docs/schrijfwijzer.md is carried out from top to bottom: its document grows, and every command gives what it shows.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "cli/programma.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

const fs::path kStuk = fs::path(ZORGKADER_ROOT) / "docs" / "schrijfwijzer.md";

/// The words of a command, with quotation marks as a shell takes them.
std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> out;
  bool quoted = false, fresh = true;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ' ' && !quoted) {
      fresh = true;
    } else {
      if (fresh) out.emplace_back();
      out.back() += c;
      fresh = false;
    }
  }
  return out;
}

/// Whether the lines that are shown are those that were given; `...` stands for any number of them.
bool fits(const std::vector<std::string>& shown, std::size_t s, const std::vector<std::string>& given, std::size_t g) {
  if (s == shown.size()) return g == given.size();
  if (shown[s] == "...") return fits(shown, s + 1, given, g) || (g < given.size() && fits(shown, s, given, g + 1));
  return g < given.size() && shown[s] == given[g] && fits(shown, s + 1, given, g + 1);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

class Uitvoering {
 public:
  Uitvoering() { fs::remove_all(map_.pad() / "feiten"); }

  /// One fenced block; what a reader does with it, and the lines that should stand in it.
  std::vector<std::string> block(const std::string& info, const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    if (info == "markdown") document_ += "\n" + text;
    if (info == "regel") document_ += "\n```regel\n" + text + "```\n";
    if (info == "probeer") attempt_ = text.starts_with("Beslistabel") ? "\n" + text : "\n```regel\n" + text + "```\n";
    if (info.starts_with("csv ")) write_csv(info.substr(4), text);
    return info == "console" ? console(lines) : lines;
  }

 private:
  void write_csv(const std::string& name, const std::string& text) {
    const fs::path path = (fs::path("feiten") / name).lexically_normal();
    fs::create_directories(map_.pad() / path.parent_path());
    map_.write(path.string(), text);
  }

  std::vector<std::string> console(const std::vector<std::string>& lines) {
    const std::string text = document_ + attempt_;
    map_.write("regeling.md", text.substr(std::min(text.find_first_not_of('\n'), text.size())));
    attempt_.clear();
    std::vector<std::string> out;
    for (std::size_t i = 0; i < lines.size();) {
      const std::string command = lines[i++];
      std::vector<std::string> shown;
      while (i < lines.size() && !lines[i].starts_with("$ ")) shown.push_back(lines[i++]);
      out.push_back(command);
      const auto given = answer(command);
      const auto& keep = fits(shown, 0, given, 0) ? shown : given;
      out.insert(out.end(), keep.begin(), keep.end());
    }
    return out;
  }

  std::vector<std::string> answer(const std::string& command) {
    auto words = words_of(command);
    EXPECT_TRUE(words.size() > 2 && words[0] == "$" && words[1] == "zorgkader") << command;
    const Afloop got = map_.run({words.begin() + 2, words.end()});
    EXPECT_LE(got.status, 1) << command << "\n" << got.fout;
    return lines_of(got.uit + got.fout);
  }

  Map map_;
  std::string document_, attempt_;
};

/// The text with the answers that the program gives now.
std::string carried_out(const std::vector<std::string>& lines) {
  Uitvoering run;
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out += lines[i] + "\n";
    if (!lines[i].starts_with("```")) continue;
    std::vector<std::string> block;
    const std::string info = lines[i].substr(3);
    for (++i; i < lines.size() && lines[i] != "```"; ++i) block.push_back(lines[i]);
    for (const std::string& line : run.block(info, block)) out += line + "\n";
    out += "```\n";
  }
  return out;
}

TEST(Schrijfwijzer, ToontWatHetProgrammaDoet) {
  std::ifstream in(kStuk, std::ios::binary);
  const std::string have{std::istreambuf_iterator<char>(in), {}};
  const std::string wanted = carried_out(lines_of(have));
  if (std::getenv("ZORGKADER_GALERIJ") != nullptr) return void(std::ofstream(kStuk, std::ios::binary) << wanted);
  EXPECT_EQ(have, wanted) << "docs/schrijfwijzer.md is niet meer van nu; vernieuw het met `make galerij`.";
}

}  // namespace
}  // namespace cli
