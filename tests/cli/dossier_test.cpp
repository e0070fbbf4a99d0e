// The commands on a dossier as users start them; and the program killed while it writes one.
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <iostream>
#include <random>
#include <thread>

#include "programma.hpp"

namespace {

using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

void make_messages(const cli::Map& map, const std::string& clients = "40") {
  ASSERT_EQ(map.run({"iwmo", "voorbeeld", "berichten", "--clienten", clients, "--fouten", "50"}).status, 0);
}

TEST(Dossier, TellsWhatItDidAndWhatToDo) {
  const cli::Map map;
  make_messages(map);
  const auto first = map.run({"importeer", "--dossier", "d.db", "berichten", "--naar", "uit", "--nu", "2024-01-10"});
  EXPECT_EQ(first.status, 1) << first.fout;
  EXPECT_THAT(first.uit, HasSubstr("was er al, 0 overgeslagen"));
  EXPECT_THAT(first.uit, HasSubstr("antwoorden in uit"));
  const auto again = map.run({"importeer", "--dossier", "d.db", "berichten"});
  EXPECT_EQ(again.status, 0) << again.fout;
  EXPECT_THAT(again.uit, HasSubstr("0 vastgelegd, 0 geweigerd"));
  const auto due = map.run({"werklijst", "--dossier", "d.db", "--nu", "2024-01-11", "--als", "csv"});
  EXPECT_EQ(due.status, 0);
  EXPECT_THAT(due.uit, HasSubstr("2024-01-15;2;aanbieder;WMO302 van de aanbieder;WMO301;"));
  EXPECT_EQ(map.run({"werklijst", "--dossier", "d.db", "--nu", "2024-01-16"}).status, 1) << "something is late";
  EXPECT_EQ(map.run({"verifieer", "--dossier", "d.db"}).status, 0);
  EXPECT_EQ(map.run({"reservekopie", "--dossier", "d.db", "kopie.db"}).status, 0);
  EXPECT_EQ(map.run({"reservekopie", "--dossier", "d.db", "kopie.db"}).status, 1);
}

TEST(Dossier, X11TheLogIsListedAndAnEventTakenBack) {
  const cli::Map map;
  map.write("besluiten.csv", "besluit;datum;orgaan;onderwerp\nB1;2022-01-01;college;Inkoop\n");
  const auto first = map.run({"importeer", "--dossier", "d.db", "besluiten.csv", "--nu", "2022-02-01"});
  EXPECT_EQ(first.status, 0) << first.fout;
  EXPECT_THAT(first.uit, HasSubstr("Het dossier is nieuw. Zijn sleutel is d.db.sleutel"));
  const auto list = map.run({"logboek", "--dossier", "d.db", "--als", "csv"});
  EXPECT_THAT(list.uit, HasSubstr("regio;1;2022-02-01T12:00:00.000000Z;register ingelezen;besluiten, 1 rij uit "
                                  "besluiten.csv;"));
  const auto back =
      map.run({"corrigeer", "--dossier", "d.db", "--gemeente", "regio", "--gebeurtenis", "1", "--reden", "concept"});
  EXPECT_EQ(back.status, 0) << back.fout;
  EXPECT_THAT(back.uit, HasSubstr("Ongedaan maken: neem gebeurtenis 2 terug."));
  EXPECT_THAT(map.run({"logboek", "--dossier", "d.db", "--soort", "correctie"}).uit, HasSubstr("concept"));
  EXPECT_EQ(
      map.run({"corrigeer", "--dossier", "d.db", "--gemeente", "regio", "--gebeurtenis", "1", "--reden", " "}).status,
      2);
  const auto future = map.run({"importeer", "--dossier", "d.db", "besluiten.csv", "--nu", "2999-01-01"});
  EXPECT_EQ(future.status, 2);
  EXPECT_THAT(future.fout, HasSubstr("--nu ligt na vandaag"));
  const auto noted = map.run({"verifieer", "--dossier", "d.db", "--afdruk", "regio=00000000"});
  EXPECT_EQ(noted.status, 1);
  EXPECT_THAT(noted.fout, HasSubstr("De afdruk 00000000 staat niet in de keten van regio"));
  EXPECT_EQ(map.run({"verifieer", "--dossier", "d.db", "--afdruk", "regio=xyz"}).status, 2);
}

TEST(Dossier, NothingIsMadeWhereThereIsNothingToPutInIt) {
  const cli::Map map;
  EXPECT_EQ(map.run({"importeer", "--dossier", "d.db", "weg.xml"}).status, 1);
  EXPECT_FALSE(fs::exists(map.pad() / "d.db"));
  EXPECT_FALSE(fs::exists(map.pad() / "d.db.sleutel"));
}

TEST(Dossier, ClearErrors) {
  const cli::Map map;
  const auto absent = map.run({"verifieer", "--dossier", "weg.db"});
  EXPECT_EQ(absent.status, 1);
  EXPECT_THAT(absent.fout, HasSubstr("weg.db bestaat niet"));
  map.write("tekst.db", "dit is geen dossier, maar wel lang genoeg om er een te lijken");
  map.write("tekst.db.sleutel", std::string(64, 'a') + "\n");
  const auto other = map.run({"verifieer", "--dossier", "tekst.db"});
  EXPECT_EQ(other.status, 1);
  EXPECT_THAT(other.fout, HasSubstr("is geen dossier, of is beschadigd"));
  const auto remote = map.run({"verifieer", "--dossier", "postgresql://ergens/dossier"});
  EXPECT_EQ(remote.status, 1);
  EXPECT_THAT(remote.fout, HasSubstr("PostgreSQL"));
  EXPECT_EQ(map.run({"importeer", "--dossier", "d.db"}).status, 2);
}

/// The end of every log, with the number of events: the whole of a dossier in a line.
std::string prints(const cli::Map& map, const std::string& name) {
  const auto done = map.run({"verifieer", "--dossier", name, "--als", "json"});
  EXPECT_EQ(done.status, 0) << done.fout;
  return done.uit;
}

/// Starts an import in a process of its own and kills it after a while; whether it was still at work.
bool killed_after(const cli::Map& map, std::chrono::microseconds wait) {
  const pid_t child = fork();
  if (child == 0) {
    if (chdir(map.pad().c_str()) != 0 || freopen("/dev/null", "w", stdout) == nullptr ||
        freopen("/dev/null", "w", stderr) == nullptr)
      _exit(127);
    execl(ZORGKADER_PROGRAM, "zorgkader", "importeer", "--dossier", "b.db", "berichten", "--naar", "uit-b", "--nu",
          "2024-01-10", static_cast<char*>(nullptr));
    _exit(127);
  }
  std::this_thread::sleep_for(wait);
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}

std::size_t files_in(const fs::path& map) {
  return fs::exists(map) ? static_cast<std::size_t>(std::distance(fs::directory_iterator(map), {})) : 0;
}

/// However often it is killed, the same call goes on where it was, and at the end the log is the same to the byte as
/// that of a run that was left alone; no answer is missing.
/// Two processes, each with messages for the same gemeenten: both end well, and everything is in once.
TEST(Dossier, TwoImportsAtOnceBothGoIn) {
  const cli::Map map;
  ASSERT_EQ(map.run({"iwmo", "voorbeeld", "berichten", "--clienten", "160"}).status, 0);
  const fs::path all = map.pad() / "berichten";
  std::vector<fs::path> files;
  for (const auto& at : fs::recursive_directory_iterator(all)) {
    if (at.path().extension() == ".xml") files.push_back(at.path());
  }
  std::sort(files.begin(), files.end());
  map.write("besluiten.csv", "besluit;datum;orgaan;onderwerp\nB1;2022-01-01;college;Inkoop\n");
  ASSERT_EQ(map.run({"importeer", "--dossier", "d.db", "besluiten.csv", "--nu", "2022-02-01"}).status, 0);
  for (std::size_t i = 0; i < files.size(); ++i) {
    const fs::path half = map.pad() / (i % 2 == 0 ? "een" : "twee");
    fs::create_directories(half);
    fs::copy_file(files[i], half / files[i].filename());
  }
  const auto start = [&](const char* half) {
    return std::async(std::launch::async, [&map, half] {
      return map.run({"importeer", "--dossier", "d.db", half, "--nu", "2024-01-10"});
    });
  };
  auto one = start("een"), two = start("twee");
  const cli::Afloop a = one.get(), b = two.get();
  for (const cli::Afloop& end : {a, b}) {
    EXPECT_THAT(end.status, testing::AnyOf(0, 1)) << end.fout;
    EXPECT_EQ(end.fout, "");
  }
  EXPECT_EQ(map.run({"verifieer", "--dossier", "d.db"}).status, 0);
  const auto again = map.run({"importeer", "--dossier", "d.db", "een", "twee", "--nu", "2024-01-10"});
  EXPECT_THAT(again.uit, HasSubstr("0 vastgelegd, 0 geweigerd"));
}

TEST(Dossier, X11AProgramThatIsKilledLosesNothingAndDoublesNothing) {
  const char* wanted = std::getenv("ZORGKADER_SOAK");
  const int rounds = wanted == nullptr ? 2 : std::max(2, std::atoi(wanted) / 50);
  const auto seed = std::random_device{}();
  std::cout << "zaad " << seed << std::endl;
  std::mt19937 chance(seed);
  for (int round = 0; round < rounds; ++round) {
    const cli::Map map;
    make_messages(map, "120");
    map.write("a.db.sleutel", std::string(64, '1') + "\n");
    map.write("b.db.sleutel", std::string(64, '1') + "\n");
    const auto begin = std::chrono::steady_clock::now();
    map.run({"importeer", "--dossier", "a.db", "berichten", "--naar", "uit-a", "--nu", "2024-01-10"});
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
    for (int kills = 0; kills < 8; ++kills)
      killed_after(map, std::chrono::microseconds(chance() % static_cast<unsigned>(whole.count())));
    map.run({"importeer", "--dossier", "b.db", "berichten", "--naar", "uit-b", "--nu", "2024-01-10"});
    EXPECT_EQ(prints(map, "a.db"), prints(map, "b.db"));
    EXPECT_EQ(files_in(map.pad() / "uit-a"), files_in(map.pad() / "uit-b"));
  }
}

}  // namespace
