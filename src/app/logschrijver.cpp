// One batch is written while the next one is gathered.
#include "app/logschrijver.hpp"

#include <fmt/format.h>

#include <utility>

namespace zorgkader {

using dossier::Einde;
using dossier::Gebeurtenis;

Logschrijver::~Logschrijver() {
  if (bezig_.valid()) bezig_.wait();
}

const Gebeurtenis& Logschrijver::add(const std::string& log, std::string_view soort, std::string inhoud,
                                     std::string kenmerk, std::int64_t corrigeert) {
  Lopend& to = logs_.at(log);
  bytes_ += inhoud.size();
  to.wacht.push_back({log,
                      ++to.laatste,
                      moment(log),
                      std::string(soort),
                      door_,
                      corrigeert,
                      std::move(kenmerk),
                      std::move(inhoud),
                      {}});
  return to.wacht.back();
}

void Logschrijver::finish() {
  if (!bezig_.valid()) return;
  for (const auto& [log, end] : bezig_.get()) logs_.at(log).einde = end;
  if (const auto done = std::exchange(daarna_, nullptr)) done();
}

void Logschrijver::write(std::function<void()> daarna) {
  finish();
  std::map<std::string, std::pair<Einde, std::vector<Gebeurtenis>>> batch;
  for (auto& [log, lopend] : logs_) {
    if (!lopend.wacht.empty()) batch.emplace(log, std::pair(lopend.einde, std::exchange(lopend.wacht, {})));
  }
  bytes_ = 0;
  daarna_ = std::move(daarna);
  bezig_ = std::async(std::launch::async, [this, batch = std::move(batch)]() mutable {
    std::map<std::string, Einde> ends;
    for (auto& [log, part] : batch) {
      auto& [end, events] = part;
      if (logboek_.add(end, events) != dossier::Toevoeging::gelukt)
        throw dossier::OpslagFout(
            fmt::format("Een ander programma schreef intussen in het logboek van {}. Wat al gemeld is staat erin; geef "
                        "de opdracht nog eens voor de rest.",
                        log));
      ends[log] = {events.back().nummer, events.back().moment, events.back().afdruk};
    }
    return ends;
  });
}

}  // namespace zorgkader
