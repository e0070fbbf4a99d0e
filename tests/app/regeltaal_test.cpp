// The description of the language is itself an arrangement: all its examples together have no errors.
#include <gtest/gtest.h>

#include "app/geval.hpp"
#include "regeling/regeling.hpp"

namespace gevallen {
namespace {

/// The blocks ```markdown as they are and ```regel as blocks, each on its own line, so that findings point there.
std::string examples(const std::vector<std::string>& lines) {
  std::string out;
  std::string open;
  for (const std::string& line : lines) {
    const bool fence = line.starts_with("```");
    std::string kept = open.empty() || fence ? "" : line;
    if (fence && (open == "```regel" || line == "```regel")) kept = open.empty() ? line : "```";
    if (fence) open = open.empty() ? line : "";
    if (open == "```text" || open == "```") kept = "";
    out += kept + "\n";
  }
  return out;
}

TEST(Regeltaal, HeeftVoorbeeldenZonderFouten) {
  const auto lines = read_lines(root() / "docs" / "regeltaal.md");
  ASSERT_TRUE(lines.has_value());
  auto text = *lines;
  text.at(0) = "# De taal van regelingen";
  std::string document = examples(text);
  document = "# Voorbeelden\nBron: de beschrijving van de taal\n" + document;
  zorgkader::Bevindingen found;
  zorgkader::read_regeling("regeltaal.md", document, {}, found);
  for (const auto& b : found) EXPECT_NE(b.ernst, zorgkader::Ernst::fout) << to_text(b);
}

}  // namespace
}  // namespace gevallen
