// Two logs side by side: that of the gemeente, and that of the region as far as it was known.
#include "app/naloop.hpp"

#include <fmt/format.h>

#include <charconv>

#include "app/berichtmaken.hpp"
#include "dossier/contracttoets.hpp"
#include "dossier/regio.hpp"

namespace zorgkader {
namespace {

using dossier::Gebeurtenis;

constexpr std::string_view kAntwoord = "antwoord ", kMetRegio = " regio ", kMetLijsten = " lijsten";

struct Antwoordkenmerk {
  std::int64_t bericht = 0, regio = 0;
  bool lijsten = false;
};

std::optional<Antwoordkenmerk> read_kenmerk(std::string_view text) {
  if (!text.starts_with(kAntwoord)) return std::nullopt;
  Antwoordkenmerk out;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data() + kAntwoord.size(), end, out.bericht);
  const std::string_view rest(at, static_cast<std::size_t>(end - at));
  out.lijsten = rest == kMetLijsten;
  if (!out.lijsten && !rest.starts_with(kMetRegio)) return std::nullopt;
  if (!out.lijsten) std::from_chars(at + kMetRegio.size(), end, out.regio);
  return error == std::errc() ? std::optional(out) : std::nullopt;
}

/// The registers of the region, moved on as far as an event.
class Regioloop {
 public:
  explicit Regioloop(const dossier::Logboek& log) {
    dossier::replay(log, std::string(dossier::kRegio), std::nullopt, [&](const Gebeurtenis& g, bool taken_back) {
      if (!taken_back && g.soort == dossier::soorten::kRegister) events_.push_back(g);
    });
    contracten_.emplace(regio_.registers());
  }

  const dossier::Contracten& at(std::int64_t nummer) {
    bool moved = false;
    for (; next_ < events_.size() && events_[next_].nummer <= nummer; ++next_) {
      regio_.apply(events_[next_]);
      moved = true;
    }
    if (moved) contracten_.emplace(regio_.registers());
    return *contracten_;
  }
  const dossier::Registerstand& registers() const { return regio_.registers(); }

 private:
  std::vector<Gebeurtenis> events_;
  std::size_t next_ = 0;
  dossier::Regio regio_;
  std::optional<dossier::Contracten> contracten_;
};

class Naloop {
 public:
  Naloop(const dossier::Logboek& log, const std::string& gemeente, const std::function<void(const Nagelopen&)>& take)
      : regio_(log), stand_(gemeente, &regio_.registers()), take_(take) {}

  /// A message waits until its answer says by which registers it was judged.
  void next(const Gebeurtenis& g, bool taken_back) {
    const auto answer = read_kenmerk(g.kenmerk);
    if (answer && wacht_ && answer->bericht == wacht_->nummer && !answer->lijsten) judge(g, regio_.at(answer->regio));
    settle();
    wacht_ = g;
    teruggenomen_ = taken_back;
  }
  const dossier::Stand& finish() {
    settle();
    return stand_;
  }

 private:
  void settle() {
    if (bericht_)
      stand_.apply(*wacht_, *bericht_, teruggenomen_);
    else if (wacht_)
      stand_.apply(*wacht_, teruggenomen_);
    wacht_.reset();
    bericht_.reset();
  }

  void judge(const Gebeurtenis& answer, const dossier::Contracten& contracten) {
    const iwmo::Boom& message = bericht_.emplace(dossier::bericht_van(*wacht_));
    const Datum day = dag_van(wacht_->moment);
    const auto found = dossier::judge(message, stand_, contracten, contracten.lijsten(), day);
    const Antwoord again = make_antwoord(message, found, day);
    const bool equal = again.bericht && message_bytes(*again.bericht) == answer.inhoud;
    take_({*wacht_, message, contracten, found, equal});
  }

  Regioloop regio_;
  dossier::Stand stand_;
  const std::function<void(const Nagelopen&)>& take_;
  std::optional<Gebeurtenis> wacht_;
  std::optional<iwmo::Boom> bericht_;  ///< that of `wacht_`, once it was read to be judged
  bool teruggenomen_ = false;
};

}  // namespace

std::string kenmerk_antwoord(std::int64_t bericht, std::int64_t regio, bool lijsten) {
  return lijsten ? fmt::format("{}{}{}", kAntwoord, bericht, kMetLijsten)
                 : fmt::format("{}{}{}{}", kAntwoord, bericht, kMetRegio, regio);
}

void loop_na(const Dossierbestand& bestand, const std::string& gemeente, std::optional<Moment> tot,
             const std::function<void(const Nagelopen&)>& take,
             const std::function<void(const dossier::Stand&)>& daarna) {
  Naloop loop(bestand.logboek(), gemeente, take);
  dossier::replay(bestand.logboek(), gemeente, tot,
                  [&](const Gebeurtenis& g, bool taken_back) { loop.next(g, taken_back); });
  const dossier::Stand& end = loop.finish();
  if (daarna) daarna(end);
}

}  // namespace zorgkader
