// The description of the language is itself an arrangement: its examples have no errors, what it calls refused is
// refused.
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <map>

#include "app/bereken.hpp"
#include "app/controleer.hpp"
#include "geval/geval.hpp"
#include "regeling/regeling.hpp"

namespace gevallen {
namespace {

namespace fs = std::filesystem;
using zorgkader::Bevinding;
using zorgkader::Bevindingen;
using zorgkader::Ernst;

/// A statement that the description calls refused, and the line where it does so.
struct Geweigerd {
  std::string bepaling;
  std::size_t regel;
};

/// The text of the blocks of these kinds, every line on its own line number, so that findings point there.
std::string examples(const std::vector<std::string>& lines) {
  std::string out = "# Voorbeelden\nBron: de beschrijving van de taal\n";
  std::string open;
  for (const std::string& line : lines) {
    const bool fence = line.starts_with("```");
    if (fence && (line == "```regel" || open == "```regel"))
      out += open.empty() ? line : "```";
    else if (!fence && (open == "```regel" || open == "```markdown"))
      out += line;
    if (fence) open = open.empty() ? line : "";
    out += "\n";
  }
  return out;
}

/// The formulas of the blocks that show what is refused, without the reason behind them.
std::vector<std::string> refused(const std::vector<std::string>& lines) {
  std::vector<std::string> out;
  bool open = false;
  for (const std::string& line : lines) {
    if (line.starts_with("```")) open = line == "```geweigerd";
    const auto reason = line.find("geweigerd:");
    if (open && reason != std::string::npos) out.push_back(trim(line.substr(0, reason)));
  }
  return out;
}

zorgkader::Bevindingen read(const std::string& document) {
  zorgkader::Bevindingen found;
  zorgkader::read_regeling("regeltaal.md", document, {}, found);
  return found;
}

std::vector<std::string> regeltaal() {
  const auto lines = read_lines(root() / "docs" / "regeltaal.md");
  return lines ? *lines : std::vector<std::string>();
}

TEST(Regeltaal, HeeftVoorbeeldenZonderFouten) {
  ASSERT_FALSE(regeltaal().empty());
  for (const auto& b : read(examples(regeltaal()))) EXPECT_NE(b.ernst, zorgkader::Ernst::fout) << to_text(b);
}

TEST(Regeltaal, WeigertWatZijGeweigerdNoemt) {
  const auto lines = regeltaal();
  for (const std::string& formula : refused(lines))
    EXPECT_TRUE(has_errors(read(examples(lines) + "\n```regel\n" + formula + "\n```\n"))) << formula;
}

}  // namespace
}  // namespace gevallen
