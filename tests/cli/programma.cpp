// Starting the program with posix_spawn.
#include "cli/programma.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

extern char** environ;

namespace cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kRegeling = R"(---
titel: Proef
geldig_van: 2022-01-01
geldig_tot: 2022-12-31
status: concept
---
# 1 Proef
Bron: Proef, 1

Sleutel `gemeente`

| gemeente    |
|-------------|
| Oost        |
| West & Zuid |

```regel
index := 3,87%
invoer omzet per gemeente [€]
lumpsum per gemeente [€] = rond(omzet * (1 + index); cent)
derde per gemeente [€] = omzet / 3
totaal [€] = som(lumpsum over gemeente)
eis totaal < 5000 € meld "totaal is {links}"
uitkomst lumpsum, totaal
```
)";

void redirect(posix_spawn_file_actions_t& actions, int fd, const fs::path& file) {
  posix_spawn_file_actions_addopen(&actions, fd, file.c_str(), O_RDWR | O_CREAT | O_TRUNC, 0600);
}

}  // namespace

Map::Map() {
  static int number = 0;
  pad_ = fs::temp_directory_path() / ("zorgkader-cli-" + std::to_string(getpid()) + "-" + std::to_string(++number));
  fs::create_directories(pad_ / "feiten");
  write("proef.md", kRegeling);
  write("feiten/omzet.csv", "gemeente;waarde\nOost;1.000,00\nWest & Zuid;2000,50\n");
}

Map::~Map() {
  std::error_code ignored;
  fs::remove_all(pad_, ignored);
}

void Map::write(const std::string& naam, const std::string& text) const {
  fs::create_directories((pad_ / naam).parent_path());
  std::ofstream(pad_ / naam, std::ios::binary) << text;
}

std::string Map::read(const std::string& naam) const {
  std::ifstream in(pad_ / naam, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Afloop Map::run(const std::vector<std::string>& arguments) const {
  std::vector<std::string> words = {ZORGKADER_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& w : words) argv.push_back(w.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  redirect(actions, STDOUT_FILENO, pad_ / ".uit");
  redirect(actions, STDERR_FILENO, pad_ / ".fout");
  posix_spawn_file_actions_addchdir_np(&actions, pad_.c_str());
  pid_t child = 0;
  Afloop out;
  if (posix_spawn(&child, words[0].c_str(), &actions, nullptr, argv.data(), environ) == 0) {
    int status = 0;
    waitpid(child, &status, 0);
    out.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  posix_spawn_file_actions_destroy(&actions);
  out.uit = read(".uit");
  out.fout = read(".fout");
  return out;
}

}  // namespace cli
