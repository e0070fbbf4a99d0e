// One batch is written while the next one is gathered.
#include "app/logschrijver.hpp"

#include <fmt/format.h>

#include <utility>

#include "dossier/registersoort.hpp"

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
  const Geschreven written = bezig_.get();
  ingehaald_ = written.ingehaald;
  for (const auto& [log, end] : written.einden) logs_.at(log).einde = end;
  if (const auto done = std::exchange(daarna_, nullptr)) done();
  if (!written.ingehaald.empty())
    throw Ingehaald(
        fmt::format("Een ander programma schreef steeds in het logboek van {}. Wat al gemeld is staat erin; geef de "
                    "opdracht nog eens voor de rest.",
                    written.ingehaald));
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
    Geschreven out;
    const auto add = [&](const std::string& log) {
      auto& [end, events] = batch.at(log);
      if (logboek_.add(end, events) == dossier::Toevoeging::gelukt)
        out.einden[log] = {events.back().nummer, events.back().moment, events.back().afdruk};
      else
        out.ingehaald = log;
    };
    // What was judged names the last event of the region: without that it may not be there.
    const std::string region(dossier::kRegio);
    if (batch.contains(region)) add(region);
    for (const auto& [log, part] : batch) {
      if (out.ingehaald == region) break;
      if (log != region) add(log);
    }
    return out;
  });
}

}  // namespace zorgkader
