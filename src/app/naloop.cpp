// Two logs side by side: that of the gemeente, and that of the region as far as it was known.
#include "app/naloop.hpp"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <utility>

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

/// The registers of the region as they were after an event. Asked in the order of a log of a gemeente, so mostly
/// onwards.
class Regioloop {
 public:
  explicit Regioloop(const dossier::Logboek& log) : corrections_(log.correcties(std::string(dossier::kRegio))) {
    log.each(std::string(dossier::kRegio), 1, [&](const Gebeurtenis& g) {
      if (g.soort == dossier::soorten::kRegister) events_.push_back(g);
      return true;
    });
    contracten_.emplace(regio_.registers());
  }

  const dossier::Contracten& at(std::int64_t nummer) {
    bool moved = take_back(nummer);
    for (; next_ < events_.size() && events_[next_].nummer <= nummer; ++next_) {
      regio_.apply(events_[next_], taken_back_.contains(events_[next_].nummer));
      moved = true;
    }
    if (moved) contracten_.emplace(regio_.registers());
    return *contracten_;
  }
  const dossier::Registerstand& registers() const { return regio_.registers(); }

 private:
  /// Begins anew where a correction was not seen yet.
  bool take_back(std::int64_t nummer) {
    const auto before = corrected_;
    while (corrected_ < corrections_.size() && corrections_[corrected_].gebeurtenis <= nummer) ++corrected_;
    if (corrected_ == before) return false;
    taken_back_ = dossier::teruggenomen_door(std::span(corrections_).first(corrected_));
    regio_ = {};
    next_ = 0;
    return true;
  }

  std::vector<Gebeurtenis> events_;
  std::vector<dossier::Correctie> corrections_;
  std::size_t next_ = 0, corrected_ = 0;
  std::map<std::int64_t, std::int64_t> taken_back_;
  dossier::Regio regio_;
  std::optional<dossier::Contracten> contracten_;
};

/// A message is judged by what was known when it came, so nothing is taken back before the event that does so.
class Naloop {
 public:
  Naloop(const dossier::Logboek& log, const std::string& gemeente, const std::function<void(const Nagelopen&)>& take)
      : log_(log), regio_(log), stand_(gemeente, &regio_.registers()), take_(take) {}

  /// A message waits until its answer says by which registers it was judged.
  void next(const Gebeurtenis& g) {
    const auto answer = read_kenmerk(g.kenmerk);
    if (answer && wacht_ && answer->bericht == wacht_->nummer && !answer->lijsten) judge(g, regio_.at(answer->regio));
    settle();
    wacht_ = g;
  }
  const dossier::Stand& finish() {
    const std::int64_t end = wacht_ ? wacht_->nummer + 1 : 1;
    settle();
    catch_up(end);
    return stand_;
  }

 private:
  void settle() {
    if (!wacht_) return;
    const dossier::Dossierbericht* taken = stand_.bericht(wacht_->corrigeert);
    achterhaald_ = achterhaald_ || (wacht_->corrigeert != 0 && (taken == nullptr || !taken->geweigerd));
    if (bericht_)
      stand_.apply(*wacht_, *bericht_);
    else
      stand_.apply(*wacht_);
    wacht_.reset();
    bericht_.reset();
  }

  /// What is so must be read anew after something was taken back.
  void catch_up(std::int64_t voor) {
    if (!std::exchange(achterhaald_, false)) return;
    stand_ = dossier::replay_stand(log_, stand_.gemeente(), &regio_.registers(), dossier::Loggrens::voor(voor));
  }

  void judge(const Gebeurtenis& answer, const dossier::Contracten& contracten) {
    catch_up(wacht_->nummer);
    const iwmo::Boom& message = bericht_.emplace(dossier::bericht_van(*wacht_));
    const Datum day = dag_van(wacht_->moment);
    const auto found = dossier::judge(message, stand_, contracten, contracten.lijsten(), day);
    const Antwoord again = make_antwoord(message, found, day);
    const bool equal = again.bericht && message_bytes(*again.bericht) == answer.inhoud;
    take_({*wacht_, message, contracten, found, equal});
  }

  const dossier::Logboek& log_;
  Regioloop regio_;
  dossier::Stand stand_;
  const std::function<void(const Nagelopen&)>& take_;
  std::optional<Gebeurtenis> wacht_;
  std::optional<iwmo::Boom> bericht_;  ///< that of `wacht_`, once it was read to be judged
  bool achterhaald_ = false;
};

}  // namespace

std::string kenmerk_antwoord(std::int64_t bericht, std::int64_t regio, bool lijsten) {
  return lijsten ? fmt::format("{}{}{}", kAntwoord, bericht, kMetLijsten)
                 : fmt::format("{}{}{}{}", kAntwoord, bericht, kMetRegio, regio);
}

std::optional<std::int64_t> beantwoord_bericht(std::string_view kenmerk) {
  const auto read = read_kenmerk(kenmerk);
  return read ? std::optional(read->bericht) : std::nullopt;
}

void loop_na(const Dossierbestand& bestand, const std::string& gemeente, std::optional<Moment> tot,
             const std::function<void(const Nagelopen&)>& take,
             const std::function<void(const dossier::Stand&)>& daarna) {
  Naloop loop(bestand.logboek(), gemeente, take);
  const auto until = dossier::Loggrens::tot(tot);
  bestand.logboek().each(gemeente, 1, [&](const Gebeurtenis& g) {
    if (!until.includes(g.nummer, g.moment)) return false;
    loop.next(g);
    return true;
  });
  const dossier::Stand& end = loop.finish();
  if (daarna) daarna(end);
}

}  // namespace zorgkader
