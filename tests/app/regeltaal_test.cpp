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

/// The formulas and rows of the blocks that show what is refused, without the reason behind them.
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

/// The examples with one more formula, or one more row that says where a fact comes from in the dossier.
std::string with(const std::string& document, const std::string& refused) {
  if (!refused.starts_with("|")) return document + "\n```regel\n" + refused + "\n```\n";
  return document + "\nUit het dossier\n\n| feit | tabel | telling | waar | sleutels |\n|---|---|---|---|---|\n" +
         refused + "\n";
}

TEST(Regeltaal, WeigertWatZijGeweigerdNoemt) {
  const auto lines = regeltaal();
  for (const std::string& one : refused(lines)) EXPECT_TRUE(has_errors(read(with(examples(lines), one)))) << one;
}

TEST(Regeltaal, WeigertEenBronInHetDossierOmHaarEigenFout) {
  const auto lines = regeltaal();
  int rows = 0;
  for (const std::string& row : refused(lines)) {
    if (!row.starts_with("|")) continue;
    ++rows;
    Bevindingen errors = read(with(examples(lines), row));
    std::erase_if(errors, [](const Bevinding& b) { return b.ernst != Ernst::fout; });
    ASSERT_EQ(errors.size(), 1U) << row;
    EXPECT_EQ(errors[0].code.substr(0, 12), "dossierbron-") << row;
  }
  EXPECT_EQ(rows, 15);
  EXPECT_FALSE(has_errors(read(with(examples(lines), "| betaald | prestaties | som bedrag | jaar = 2022 | |"))));
}

/// Each row of a table `Rapport` that the description calls refused has one fault.
TEST(Regeltaal, WeigertEenKolomVanEenRapport) {
  int rows = 0;
  bool open = false;
  for (const std::string& line : regeltaal()) {
    if (line.starts_with("```")) open = line == "```geweigerd-rapport";
    const auto reason = line.find("geweigerd:");
    if (!open || reason == std::string::npos) continue;
    ++rows;
    Bevindingen errors = read(examples(regeltaal()) +
                              "\nRapport `proef` per gemeente, aanbieder\n\n| kolom | grootheid | totaal | onderdruk | "
                              "deel_van | volgorde | grafiek |\n|---|---|---|---|---|---|---|\n" +
                              trim(line.substr(0, reason)) + "\n");
    std::erase_if(errors, [](const Bevinding& b) { return b.ernst != Ernst::fout; });
    EXPECT_EQ(errors.size(), 1U) << line;
  }
  EXPECT_EQ(rows, 8);
}

TEST(Regeltaal, ZegtWaarFeitenInHetDossierStaan) {
  Bevindingen found;
  const auto r = zorgkader::read_regeling("regeltaal.md", examples(regeltaal()), {}, found);
  const auto& all = r.dossierbronnen;
  ASSERT_EQ(all.size(), 8U);
  EXPECT_EQ(all[0].feit, "omzet_2021");
  EXPECT_EQ(all[0].tabel, "prestaties");
  EXPECT_EQ(all[0].telling, zorgkader::Telling::som);
  EXPECT_EQ(all[0].kolom, "goedgekeurd");
  EXPECT_EQ(all[1].telling, zorgkader::Telling::aantal);
  EXPECT_EQ(all[1].waar.size(), 2U);
  EXPECT_TRUE(all[1].vraagt_peildatum());
  EXPECT_FALSE(all[2].vraagt_peildatum());
  EXPECT_EQ(all[2].waar[1].waarden[1].tekst, "goedgekeurd");
  EXPECT_EQ(all[2].kolom_van("kalendermaand"), "maand");
  EXPECT_EQ(all[3].telling, zorgkader::Telling::waarde);
  EXPECT_EQ(all[3].kolom_van("client"), "client");
  EXPECT_EQ(*all[4].vast_lid("stap"), "plan ontvangen");
  EXPECT_EQ(all[4].vast_lid("client"), nullptr);
  EXPECT_TRUE(all[4].is_apart(all[5]));
  EXPECT_EQ(all[6].vast, "in natura");
}

}  // namespace
}  // namespace gevallen
