// The log in SQLite: what was acknowledged is there, whatever happens; what was not is not there at all.
#include "storage/sqlitelogboek.hpp"

#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <thread>

#include "storage/stukke_schijf.hpp"

namespace zorgkader::storage {
namespace {

namespace fs = std::filesystem;
using dossier::Einde;
using dossier::Gebeurtenis;
using dossier::Ketentoets;
using dossier::OpslagFout;
using dossier::Toevoeging;
using testing::ElementsAre;
using testing::HasSubstr;

class Opslag : public testing::Test {
 protected:
  Opslag() : map_(fs::temp_directory_path() / ("zorgkader-opslag-" + std::to_string(getpid()))) {
    fs::create_directories(map_);
  }
  ~Opslag() override {
    StukkeSchijf::goed = std::numeric_limits<int>::max();
    fs::remove_all(map_);
  }
  std::string pad(const std::string& name = "d.db") const { return (map_ / name).string(); }
  fs::path map_;
};

Gebeurtenis event(std::string inhoud, std::string kenmerk = {}, std::string gemeente = "0935") {
  Gebeurtenis out;
  out.gemeente = std::move(gemeente);
  out.moment = *parse_moment("2022-03-01T09:00:00.000000Z");
  out.soort = dossier::soorten::kOntvangen;
  out.door = "proef";
  out.kenmerk = std::move(kenmerk);
  out.inhoud = std::move(inhoud);
  return out;
}

Toevoeging add(dossier::Logboek& log, std::vector<Gebeurtenis> events) {
  return log.add(log.einde(events.front().gemeente), events);
}

/// The end of a log whose chain is whole.
Einde whole(const dossier::Logboek& log, const std::string& gemeente = "0935") {
  Ketentoets test;
  log.each(gemeente, 1, [&](const Gebeurtenis& g) { return test.take(g); });
  EXPECT_FALSE(test.fout()) << test.fout()->nummer << ": " << test.fout()->wat;
  EXPECT_EQ(test.einde().nummer, log.einde(gemeente).nummer);
  return test.einde();
}

TEST_F(Opslag, GeeftTerugWatErIn) {
  const std::string kMetNul("een\0twee", 8);
  {
    SqliteLogboek log(pad());
    EXPECT_EQ(log.einde("0935").nummer, 0);
    EXPECT_EQ(add(log, {event(kMetNul, "k"), event("")}), Toevoeging::gelukt);
    Gebeurtenis back = event("terug");
    back.corrigeert = 1;
    EXPECT_EQ(add(log, {back}), Toevoeging::gelukt);
    EXPECT_EQ(add(log, {event("x", "k", "0994")}), Toevoeging::gelukt) << "another log, another kenmerk";
  }
  SqliteLogboek log(pad());
  EXPECT_EQ(whole(log).nummer, 3);
  EXPECT_THAT(log.gemeenten(), ElementsAre("0935", "0994"));
  std::vector<Gebeurtenis> read;
  log.each("0935", 1, [&](const Gebeurtenis& g) { return read.push_back(g), read.size() < 3; });
  ASSERT_EQ(read.size(), 3U);
  EXPECT_EQ(read[0].kenmerk, "k");
  EXPECT_EQ(read[0].inhoud, kMetNul);
  EXPECT_EQ(read[0].soort, dossier::soorten::kOntvangen);
  EXPECT_EQ(read[1].inhoud, "");
  EXPECT_EQ(read[2].corrigeert, 1);
  EXPECT_EQ(format_moment(read[2].moment), "2022-03-01T09:00:00.000000Z");
}

TEST_F(Opslag, HetzelfdeTeltEenKeer) {
  SqliteLogboek log(pad());
  EXPECT_EQ(add(log, {event("een", "k")}), Toevoeging::gelukt);
  EXPECT_EQ(add(log, {event("twee"), event("een", "k")}), Toevoeging::bekend);
  EXPECT_EQ(whole(log).nummer, 1) << "all or none";
}

TEST_F(Opslag, WieTeLaatIsHoortHet) {
  SqliteLogboek log(pad()), other(pad());
  const Einde before = log.einde("0935");
  EXPECT_EQ(add(other, {event("eerst")}), Toevoeging::gelukt);
  std::vector<Gebeurtenis> late{event("laat")};
  EXPECT_EQ(log.add(before, late), Toevoeging::achterhaald);
  EXPECT_EQ(log.add(log.einde("0935"), late), Toevoeging::gelukt);
  EXPECT_EQ(whole(other).nummer, 2);
}

TEST_F(Opslag, TweeSchrijversVerliezenNiets) {
  constexpr int kEach = 100;
  const auto write = [&](int who) {
    SqliteLogboek log(pad());
    for (int i = 0; i < kEach; ++i) {
      std::vector<Gebeurtenis> one{event(std::to_string(who) + ":" + std::to_string(i))};
      while (log.add(log.einde("0935"), one) != Toevoeging::gelukt) {
      }
    }
  };
  SqliteLogboek first(pad());
  std::thread a(write, 1), b(write, 2);
  a.join();
  b.join();
  EXPECT_EQ(whole(first).nummer, 2 * kEach);
}

TEST_F(Opslag, HetLogboekGroeitAlleen) {
  SqliteLogboek log(pad());
  ASSERT_EQ(add(log, {event("een")}), Toevoeging::gelukt);
  Sqlite direct(pad(), Sqlite::Toegang::schrijven);
  EXPECT_THROW(direct.run("UPDATE gebeurtenis SET inhoud = x'00'"), OpslagFout);
  EXPECT_THROW(direct.run("DELETE FROM gebeurtenis"), OpslagFout);
  // Whoever takes the guard away is seen by the chain.
  direct.run("DROP TRIGGER gebeurtenis_blijft; UPDATE gebeurtenis SET door = 'iemand anders'");
  Ketentoets test;
  log.each("0935", 1, [&](const Gebeurtenis& g) { return test.take(g); });
  EXPECT_TRUE(test.fout());
}

std::string fault_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const OpslagFout& e) {
    return e.what();
  }
  return "geen fout";
}

TEST_F(Opslag, WeigertWatGeenDossierIs) {
  std::ofstream(pad("tekst.db")) << std::string(5000, 'x');
  EXPECT_THAT(fault_of([&] { SqliteLogboek log(pad("tekst.db")); }), HasSubstr("is geen dossier"));
  EXPECT_THAT(fault_of([&] { SqliteLogboek log(pad("weg.db"), Sqlite::Toegang::lezen); }), HasSubstr("bestaat het"));
  EXPECT_FALSE(fs::exists(pad("weg.db")));
  EXPECT_THAT(fault_of([&] { SqliteLogboek log(pad("geen/map/d.db")); }), HasSubstr("kan niet geopend worden"));
  { SqliteLogboek made(pad()); }
  Sqlite(pad(), Sqlite::Toegang::schrijven).run("INSERT INTO versie VALUES (1000)");
  EXPECT_THAT(fault_of([&] { SqliteLogboek log(pad()); }), HasSubstr("nieuwere versie"));
}

TEST_F(Opslag, WerktEenOudereVersieBijOokOmTeLezen) {
  {
    SqliteLogboek made(pad());
    add(made, {event("een")});
  }
  Sqlite(pad(), Sqlite::Toegang::schrijven).run("DROP TABLE momentopname; DELETE FROM versie WHERE nummer = 3");
  const SqliteLogboek log(pad(), Sqlite::Toegang::lezen);
  EXPECT_EQ(whole(log).nummer, 1);
  EXPECT_FALSE(log.momentopname("0935"));
  Sqlite(pad("leeg.db"), Sqlite::Toegang::schrijven).run("CREATE TABLE iets (a)");
  EXPECT_THAT(fault_of([&] { SqliteLogboek other(pad("leeg.db"), Sqlite::Toegang::lezen); }),
              HasSubstr("is geen dossier"));
}

/// There is one for a gemeente, of an event that is in its log.
TEST_F(Opslag, BewaartEenMomentopnameNaastHetLogboek) {
  SqliteLogboek log(pad());
  EXPECT_FALSE(log.momentopname("0935"));
  add(log, {event("een"), event("twee")});
  Gebeurtenis kept = event("stand");
  const Einde end = log.einde("0935");
  kept.nummer = end.nummer;
  kept.afdruk = end.afdruk;
  log.keep_momentopname(kept);
  EXPECT_EQ(log.momentopname("0935").value().nummer, 2);
  EXPECT_EQ(log.momentopname("0935").value().moment, end.moment);
  EXPECT_FALSE(log.momentopname("0936"));
  add(log, {event("drie")});
  kept.inhoud = "later";
  kept.nummer = log.einde("0935").nummer;
  kept.afdruk = log.einde("0935").afdruk;
  log.keep_momentopname(kept);
  EXPECT_EQ(log.momentopname("0935").value().inhoud, "later");
  kept.afdruk[0] ^= 1;
  log.keep_momentopname(kept);
  EXPECT_FALSE(log.momentopname("0935")) << "of another history";
  EXPECT_EQ(whole(log).nummer, 3) << "it is no part of the chain";
}

/// An auditor has a disc or an archive where nobody may write.
TEST_F(Opslag, LeestWaarNiemandMagSchrijven) {
  const fs::path still = map_ / "schijf %?#";
  fs::create_directories(still);
  const std::string file = (still / "d.db").string();
  {
    SqliteLogboek log(file);
    EXPECT_EQ(add(log, {event("een")}), Toevoeging::gelukt);
  }
  fs::permissions(file, static_cast<fs::perms>(0444));
  fs::permissions(still, static_cast<fs::perms>(0555));
  const pid_t child = fork();
  if (child == 0) {
    constexpr uid_t kNobody = 65534;
    if (geteuid() == 0 && setuid(kNobody) != 0) _exit(2);
    try {
      const SqliteLogboek log(file, Sqlite::Toegang::lezen);
      _exit(log.einde("0935").nummer == 1 ? 0 : 1);
    } catch (const OpslagFout& e) {
      std::cerr << e.what() << '\n';
      _exit(3);
    }
  }
  int status = 0;
  waitpid(child, &status, 0);
  fs::permissions(still, fs::perms::owner_all);
  EXPECT_EQ(status, 0);
}

TEST_F(Opslag, KopieertTerwijlErGeschrevenWordt) {
  SqliteLogboek log(pad());
  for (int i = 0; i < 200; ++i) ASSERT_EQ(add(log, {event(std::string(3000, 'x'))}), Toevoeging::gelukt);
  log.copy_to(pad("kopie.db"));
  ASSERT_EQ(add(log, {event("later")}), Toevoeging::gelukt);
  EXPECT_EQ(whole(SqliteLogboek(pad("kopie.db"))).nummer, 200);
}

/// At every point where the disk can break: what was acknowledged stays, what was not leaves no trace.
TEST_F(Opslag, EenSchijfDieBreektVerliestNiets) {
  for (const int code : {SQLITE_IOERR_WRITE, SQLITE_FULL, SQLITE_IOERR_READ}) {
    for (int good = 0; good < 60; ++good) {
      const std::string name = pad("b" + std::to_string(code) + "-" + std::to_string(good) + ".db");
      std::int64_t acknowledged = 0;
      StukkeSchijf::code = code;
      StukkeSchijf::bij_lezen = code == SQLITE_IOERR_READ;
      StukkeSchijf::geteld = 0;
      StukkeSchijf::goed = good;
      try {
        SqliteLogboek log(name, Sqlite::Toegang::schrijven, StukkeSchijf::naam());
        for (int i = 0; i < 5; ++i) {
          if (add(log, {event("a" + std::to_string(i)), event("b")}) == Toevoeging::gelukt) acknowledged += 2;
        }
      } catch (const OpslagFout& e) {
        EXPECT_THAT(e.what(), testing::Not(HasSubstr("geen dossier")));
      }
      StukkeSchijf::goed = std::numeric_limits<int>::max();
      SqliteLogboek log(name);
      const std::int64_t there = whole(log).nummer;
      EXPECT_GE(there, acknowledged) << "after " << good << " times, code " << code;
      EXPECT_EQ(there % 2, 0) << "two events of one call: both or none";
      EXPECT_EQ(add(log, {event("verder")}), Toevoeging::gelukt);
    }
  }
}

/// A process that is killed at a random moment, again and again on one log.
TEST_F(Opslag, EenProcesDatSterftVerliestNiets) {
  const auto seed = std::random_device()();
  RecordProperty("zaad", std::to_string(seed));
  std::cout << "zaad " << seed << '\n';
  std::mt19937 random(seed);
  const char* asked = std::getenv("ZORGKADER_SOAK");
  const int rounds = asked == nullptr ? 15 : std::atoi(asked);
  std::int64_t acknowledged = 0;
  for (int round = 0; round < rounds; ++round) {
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
      close(ends[0]);
      SqliteLogboek log(pad());
      while (true) {
        std::vector<Gebeurtenis> events{event(std::string(500, 'x')), event("y")};
        if (log.add(log.einde("0935"), events) != Toevoeging::gelukt) _exit(1);
        const std::int64_t last = events.back().nummer;
        if (write(ends[1], &last, sizeof last) != sizeof last) _exit(2);
      }
    }
    close(ends[1]);
    std::uniform_int_distribution<int> pause(0, 30'000);
    usleep(static_cast<useconds_t>(pause(random)));
    kill(child, SIGKILL);
    for (std::int64_t last = 0; read(ends[0], &last, sizeof last) == sizeof last;) acknowledged = last;
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << WEXITSTATUS(status);
    SqliteLogboek log(pad());
    const std::int64_t there = whole(log).nummer;
    ASSERT_GE(there, acknowledged);
    ASSERT_EQ(there % 2, 0);
  }
  std::cout << acknowledged << " gebeurtenissen bevestigd\n";
}

}  // namespace
}  // namespace zorgkader::storage
