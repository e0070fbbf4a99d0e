// Messages with one fault each and the verdict of the official schemas and rule sheet.
#include <gmock/gmock.h>

#include <set>

#include "bouw.hpp"
#include "hulp.hpp"

namespace zorgkader::iwmo {
namespace {

std::set<std::string> words(const std::string& text) {
  std::set<std::string> out;
  std::istringstream in(text);
  for (std::string word; in >> word;) out.insert(word);
  return out;
}

std::set<std::string> codes(const Berichtbevindingen& found) {
  std::set<std::string> out;
  for (const auto& b : found) out.insert(b.code);
  return out;
}

TEST(Orakel, EveryCaseGetsItsVerdict) {
  NEEDS_STANDAARD();
  int cases = 0;
  for (const auto& row : read_rows(standaard() / "oracle" / "verdicts.csv")) {
    ++cases;
    const std::string bytes = read_file(standaard() / "oracle" / "cases" / row[0]);
    const Oordeel judged = judge(bron_van(bytes), {2, nullptr, nullptr, std::nullopt});
    ASSERT_NE(judged.soort, nullptr) << row[0] << shown(judged.bevindingen);
    EXPECT_EQ(judged.soort->naam, row[1]) << row[0];
    const auto want = row[2] == "invalid" ? std::set<std::string>{"XSD"} : words(row[3]);
    EXPECT_EQ(codes(judged.bevindingen), want) << row[0] << "\n" << shown(judged.bevindingen);
  }
  EXPECT_EQ(cases, 75);
}

TEST(Orakel, RemediesOfEveryCaseBreakNothing) {
  NEEDS_STANDAARD();
  int mended = 0;
  for (const auto& file : std::filesystem::directory_iterator(standaard() / "oracle" / "cases")) {
    const std::string bytes = read_file(file.path());
    const Gelezen read = read_bericht(bron_van(bytes));
    if (!read.bevindingen.empty()) continue;
    const Toetsgegevens inside{2, nullptr, nullptr, std::nullopt};
    for (const auto& finding : judge(read.boom, inside)) {
      if (finding.wijzigingen.empty()) continue;
      SCOPED_TRACE(file.path().string());
      expect_mends(read.boom, finding, inside);
      ++mended;
    }
  }
  EXPECT_GT(mended, 10);
}

TEST(Orakel, SamplesAreGood) {
  NEEDS_STANDAARD();
  int files = 0;
  for (const auto& file : std::filesystem::directory_iterator(standaard() / "samples")) {
    ++files;
    const std::string bytes = read_file(file.path());
    EXPECT_EQ(shown(judge(bron_van(bytes), {2, nullptr, nullptr, std::nullopt}).bevindingen), "") << file.path();
  }
  EXPECT_EQ(files, 5);
}

}  // namespace
}  // namespace zorgkader::iwmo
