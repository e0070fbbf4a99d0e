// Processes with a pair of pipes each: numbers of mutants go in, verdicts come out.
#include "mutatie/werkers.hpp"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <string>

namespace mutatie {
namespace {

namespace fs = std::filesystem;

struct Werker {
  pid_t pid = -1;
  int naar = -1, van = -1;
  int mutant = -1;  ///< at work on, -1 when idle
};

class Ploeg {
 public:
  Ploeg(int aantal, const Keuring& keuring, const Voortgang& voortgang)
      : aantal_(aantal),
        keuring_(keuring),
        voortgang_(voortgang),
        map_(fs::temp_directory_path() / ("zorgkader-mutatie-" + std::to_string(getpid()))),
        oordelen_(static_cast<std::size_t>(aantal)) {
    std::signal(SIGPIPE, SIG_IGN);
  }
  ~Ploeg() {
    for (Werker& w : werkers_) stop(w);
    std::error_code ignored;
    fs::remove_all(map_, ignored);
  }
  Ploeg(const Ploeg&) = delete;
  Ploeg& operator=(const Ploeg&) = delete;

  std::vector<Oordeel> run(int processen) {
    for (int i = 0; i < processen && i < aantal_; ++i) {
      werkers_.emplace_back();
      start(werkers_.back());
    }
    while (done_ < aantal_) wait_for_one();
    return std::move(oordelen_);
  }

 private:
  void start(Werker& w) {
    int in[2], out[2];
    if (pipe(in) != 0 || pipe(out) != 0) throw std::runtime_error("geen pijp naar een werker");
    w.pid = fork();
    if (w.pid < 0) throw std::runtime_error("geen nieuw proces");
    if (w.pid == 0) {
      close(in[1]);
      close(out[0]);
      for (const Werker& other : werkers_) {
        if (other.naar >= 0) close(other.naar);
      }
      work(in[0], out[1]);
    }
    close(in[0]);
    close(out[1]);
    w.naar = in[1];
    w.van = out[0];
    give(w);
  }

  [[noreturn]] void work(int from, int to) {
    const fs::path own = map_ / std::to_string(getpid());
    fs::create_directories(own);
    setenv("TMPDIR", own.c_str(), 1);  // what is set up from here on goes with that folder
    int number = 0;
    while (read(from, &number, sizeof number) == sizeof number) {
      Oordeel o = keuring_(number, own);
      o.mutant = number;
      if (write(to, &o, sizeof o) != sizeof o) break;
    }
    _exit(0);  // what was set up before the fork is cleared away by the parent
  }

  void give(Werker& w) {
    w.mutant = -1;
    if (next_ == aantal_) return;
    w.mutant = next_++;
    if (write(w.naar, &w.mutant, sizeof w.mutant) != sizeof w.mutant) replace(w);
  }

  void stop(Werker& w) {
    if (w.pid < 0) return;
    close(w.naar);
    close(w.van);
    if (w.mutant >= 0) kill(w.pid, SIGTERM);
    waitpid(w.pid, nullptr, 0);
    w = {};
  }

  /// The worker is gone: the mutant it had is judged by how it went.
  void replace(Werker& w) {
    Oordeel o;
    o.mutant = w.mutant;
    int status = 0;
    waitpid(w.pid, &status, 0);
    o.lot = WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM ? Lot::te_lang : Lot::afgebroken;
    close(w.naar);
    close(w.van);
    w = {};
    keep(o);
    start(w);
  }

  void keep(const Oordeel& o) {
    oordelen_[static_cast<std::size_t>(o.mutant)] = o;
    ++done_;
    voortgang_(o);
  }

  void wait_for_one() {
    std::vector<pollfd> ends;
    std::vector<Werker*> whose;
    for (Werker& w : werkers_) {
      if (w.mutant < 0) continue;
      ends.push_back({w.van, POLLIN, 0});
      whose.push_back(&w);
    }
    if (poll(ends.data(), ends.size(), -1) < 0) return;
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (ends[i].revents == 0) continue;
      Oordeel o;
      if (read(ends[i].fd, &o, sizeof o) != sizeof o) {
        replace(*whose[i]);
        continue;
      }
      keep(o);
      give(*whose[i]);
    }
  }

  int aantal_;
  const Keuring& keuring_;
  const Voortgang& voortgang_;
  fs::path map_;
  std::vector<Oordeel> oordelen_;
  std::vector<Werker> werkers_;
  int next_ = 0, done_ = 0;
};

}  // namespace

std::vector<Oordeel> keur_alle(int aantal, int processen, const Keuring& keuring, const Voortgang& voortgang) {
  return Ploeg(aantal, keuring, voortgang).run(processen);
}

void wekker(unsigned seconden) {
  std::signal(SIGALRM, SIG_DFL);
  alarm(seconden);
}

}  // namespace mutatie
