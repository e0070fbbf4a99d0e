// Logschrijver: events are numbered at once and written by another thread, while who brings them goes on.
#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <map>
#include <string>
#include <vector>

#include "dossier/logboek.hpp"

namespace zorgkader {

/// Another program wrote in a log first: what was judged here was judged by an old state.
class Ingehaald : public dossier::OpslagFout {
  using OpslagFout::OpslagFout;
};

class Logschrijver {
 public:
  /// `door`: who records; `nu`: when.
  Logschrijver(dossier::Logboek& logboek, std::string door, Moment nu)
      : logboek_(logboek), door_(std::move(door)), nu_(nu) {}
  ~Logschrijver();
  Logschrijver(const Logschrijver&) = delete;
  Logschrijver& operator=(const Logschrijver&) = delete;

  /// Before the first event of a log: its end on disk. A second time changes nothing.
  void open(const std::string& log, const dossier::Einde& einde) {
    logs_.try_emplace(log, Lopend{einde, einde.nummer, {}});
  }
  /// Good until the next call for this log or a write. Only its afdruk is not known yet.
  const dossier::Gebeurtenis& add(const std::string& log, std::string_view soort, std::string inhoud,
                                  std::string kenmerk = {}, std::int64_t corrigeert = 0);
  /// The moment that a next event in this log gets: never before that of its predecessor.
  Moment moment(const std::string& log) const { return std::max(nu_, logs_.at(log).einde.moment); }
  /// Number of the last event, written or not; of the last one that is safe.
  std::int64_t laatste(const std::string& log) const { return logs_.at(log).laatste; }
  std::int64_t veilig(const std::string& log) const { return logs_.at(log).einde.nummer; }
  /// Whether all that was handed over is.
  bool is_safe() const { return ingehaald_.empty(); }
  std::size_t bytes() const { return bytes_; }
  /// Whether what was handed over is not safe yet.
  bool is_bezig() const {
    return bezig_.valid() && bezig_.wait_for(std::chrono::seconds(0)) != std::future_status::ready;
  }

  /// Hands over what was added. First waits for what was handed over before, and calls its `daarna` on this thread,
  /// also when another program was first in some log: `veilig` then says which logs were written.
  /// Throws dossier::OpslagFout, also of that; Ingehaald when its part for a log was not written.
  void write(std::function<void()> daarna);
  /// Waits until all that was handed over is safe.
  void finish();

 private:
  struct Lopend {
    dossier::Einde einde;  ///< of what is safe
    std::int64_t laatste = 0;
    std::vector<dossier::Gebeurtenis> wacht;
  };

  dossier::Logboek& logboek_;
  std::string door_;
  Moment nu_;
  std::map<std::string, Lopend> logs_;
  std::size_t bytes_ = 0;
  std::string ingehaald_;  ///< a log that was not written; empty: all were
  struct Geschreven {
    std::map<std::string, dossier::Einde> einden;
    std::string ingehaald;
  };
  std::future<Geschreven> bezig_;
  std::function<void()> daarna_;
};

}  // namespace zorgkader
