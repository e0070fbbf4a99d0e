// The description of the language is itself an arrangement: its examples have no errors, what it calls refused is
// refused.
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <map>

#include "app/bereken.hpp"
#include "app/controleer.hpp"
#include "app/geval.hpp"
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

/// The blocks of the description, by the word behind their opening fence. Every line of `document` stands at the line
/// number it has in the description, so that findings point there.
struct Beschrijving {
  std::string document;                       ///< headings, ```markdown as text and ```regel as blocks
  std::map<std::string, std::string> feiten;  ///< ```csv naam
  std::vector<Geweigerd> geweigerd;           ///< ```geweigerd, a statement a line
};

Beschrijving read_beschrijving(const std::vector<std::string>& lines) {
  Beschrijving out;
  std::string open;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string& line = lines[i];
    const bool fence = line.starts_with("```");
    std::string kept = open.empty() && line.starts_with("#") ? line : "";
    if (i == 1) kept = "Bron: de taal van regelingen";
    if (fence && (open == "regel" || line == "```regel")) kept = open.empty() ? line : "```";
    if (!fence && (open == "regel" || open == "markdown")) kept = line;
    if (!fence && open.starts_with("csv ")) out.feiten[open.substr(4)] += line + "\n";
    if (!fence && open == "geweigerd") out.geweigerd.push_back({trim(line.substr(0, line.find("geweigerd:"))), i + 1});
    if (fence) open = open.empty() ? line.substr(3) : "";
    out.document += kept + "\n";
  }
  return out;
}

/// Every quantity that has a formula.
std::vector<std::string> formulas(const zorgkader::Regeling& regeling) {
  std::vector<std::string> out;
  for (const auto& g : regeling.grootheden) {
    if (g.rol == zorgkader::Rol::formule) out.push_back(g.naam);
  }
  return out;
}

class Regeltaal : public testing::Test {
 protected:
  void SetUp() override {
    const auto lines = read_lines(root() / "docs" / "regeltaal.md");
    ASSERT_TRUE(lines.has_value());
    taal_ = read_beschrijving(*lines);
    fs::create_directories(map_ / "feiten");
    std::ofstream(map_ / "regeltaal.md", std::ios::binary) << taal_.document;
    for (const auto& [name, rows] : taal_.feiten)
      std::ofstream(map_ / "feiten" / (name + ".csv"), std::ios::binary) << rows;
    gegevens_.regeling = (map_ / "regeltaal.md").string();
    gegevens_.feiten = (map_ / "feiten").string();
    gegevens_.peildatum = zorgkader::parse_datum("2022-03-01");
  }

  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(map_, ignored);
  }

  static void expect_no_errors(const Bevindingen& found) {
    for (const Bevinding& b : found)
      EXPECT_NE(b.ernst, Ernst::fout) << "docs/regeltaal.md:" << b.plaats.regel << "\n" << to_text(b);
  }

  const fs::path map_ = fs::temp_directory_path() / ("zorgkader-regeltaal-" + std::to_string(getpid()));
  Beschrijving taal_;
  zorgkader::Opdrachtgegevens gegevens_;
};

TEST_F(Regeltaal, HeeftVoorbeeldenZonderFouten) {
  expect_no_errors(zorgkader::controleer(gegevens_));
}

TEST_F(Regeltaal, HeeftVoorbeeldenDieHelemaalWordenBerekend) {
  Bevindingen found;
  const auto regeling = zorgkader::read_regeling("regeltaal.md", taal_.document, {}, found);
  const auto asked = formulas(regeling);
  const auto answer = zorgkader::bereken(gegevens_, asked);
  expect_no_errors(answer.bevindingen);
  EXPECT_GT(asked.size(), 40U);
  EXPECT_EQ(answer.berekening.uitkomsten.size(), asked.size());
}

TEST_F(Regeltaal, WeigertWatZijGeweigerdNoemt) {
  EXPECT_GT(taal_.geweigerd.size(), 5U);
  for (const Geweigerd& one : taal_.geweigerd) {
    Bevindingen found;
    zorgkader::read_regeling("regeltaal.md", taal_.document + "```regel\n" + one.bepaling + "\n```\n", {}, found);
    EXPECT_TRUE(has_errors(found)) << "docs/regeltaal.md:" << one.regel << " wordt niet geweigerd: " << one.bepaling;
  }
}

}  // namespace
}  // namespace gevallen
