// The README shows what the program says.
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/bereken.hpp"
#include "app/herleid.hpp"
#include "app/voorbeeld.hpp"
#include "rapport/herleiding.hpp"
#include "rapport/terminal.hpp"

namespace zorgkader {
namespace {

using testing::HasSubstr;

/// The two screens of its first page, on the made-up facts of the demo.
TEST(Leesmij, ShowsTheScreensOfToday) {
  const std::filesystem::path map = std::filesystem::temp_directory_path() / ("zk-leesmij-" + std::to_string(getpid()));
  std::filesystem::create_directories(map);
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(ZORGKADER_ROOT);
  const std::string regeling = "regelingen/maastricht-heuvelland/strategisch-partnerschap-2022.md";
  const DemoAntwoord demo = maak_demo(map.string(), 2022, regeling);
  ASSERT_FALSE(has_errors(demo.bevindingen));
  std::ostringstream readme, screen, why;
  readme << std::ifstream("README.md").rdbuf();
  const Opdrachtgegevens given{regeling, demo.feiten, {}, {}, std::nullopt, {}};
  write_tabel(bereken(given, {"overschrijding"}).berekening, screen, {});
  EXPECT_THAT(readme.str(), HasSubstr(screen.str()));
  write_herleiding(herleid({given, {"overschrijding", {{"gemeente", "Meerssen"}, {"dienst", "BGG"}}, ""}}).herleiding,
                   why, false);
  std::string head;
  std::istringstream lines(why.str());
  std::string line;
  for (int i = 0; i < 8 && std::getline(lines, line); ++i) head += line + '\n';
  EXPECT_THAT(readme.str(), HasSubstr(head));
  std::filesystem::current_path(before);
  std::filesystem::remove_all(map);
}

}  // namespace
}  // namespace zorgkader
