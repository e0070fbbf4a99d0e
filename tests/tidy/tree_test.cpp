// Every check over the real tree.
#include <gtest/gtest.h>

#include "tidy/checks.hpp"

namespace tidy {
namespace {

// Files and functions that are longer than the house allows, with the length they may not exceed. Rows only go.
const Ratchet kLongFiles = {};
const Ratchet kLongFunctions = {};

const std::vector<Source>& tree() {
  static const std::vector<Source> all = read_tree(ZORGKADER_ROOT);
  return all;
}

template <typename Check>
void expect_clean(Check check) {
  for (const Source& file : tree()) {
    const Findings found = check(file);
    EXPECT_TRUE(found.empty()) << to_text(found);
  }
}

TEST(Tree, IsRead) {
  EXPECT_FALSE(text_of(tree(), "src/values/getal.hpp").empty());
}
TEST(Tree, IncludesFollowTheArrows) {
  expect_clean(check_includes);
}
TEST(Tree, NoFloatingPointWhereAmountsAreComputed) {
  expect_clean(check_no_floating_point);
}
TEST(Tree, NoClockInTheDomain) {
  expect_clean(check_no_clock);
}
TEST(Tree, NoOutputOutsideCliAndRapport) {
  expect_clean(check_no_output);
}
TEST(Tree, NothingLeftBehind) {
  expect_clean(check_marks);
}
TEST(Tree, NoRegionNamesInTheProgram) {
  expect_clean(check_region_names);
}
TEST(Tree, NoPathsOfOneMachine) {
  expect_clean(check_machine_paths);
}
TEST(Tree, FilesSayWhatTheyAre) {
  expect_clean(check_first_line);
}

TEST(Tree, FilesAreShort) {
  expect_clean([](const Source& f) { return check_file_length(f, kLongFiles); });
}

TEST(Tree, FunctionsAreShort) {
  expect_clean([](const Source& f) { return check_function_length(f, kLongFunctions); });
}

TEST(Tree, ArchitecturePrintsTheArrows) {
  const Findings found = check_architecture(tree());
  EXPECT_TRUE(found.empty()) << to_text(found);
}

TEST(Tree, EveryRoomHasAReadme) {
  const Findings found = check_room_readmes(tree());
  EXPECT_TRUE(found.empty()) << to_text(found);
}

TEST(Tree, DecisionsAreShortAndNumbered) {
  const Findings found = check_decisions(tree());
  EXPECT_TRUE(found.empty()) << to_text(found);
}

TEST(Tree, GlossaryKnowsEveryType) {
  const Findings found = check_glossary(tree());
  EXPECT_TRUE(found.empty()) << to_text(found);
}

}  // namespace
}  // namespace tidy
