// Stand: what is so in the dossier of a gemeente, by its log and nothing else.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dossier/logboek.hpp"
#include "dossier/registerstand.hpp"
#include "iwmo/berichtenarchief.hpp"
#include "iwmo/kenmerk.hpp"

namespace zorgkader::dossier {

/// A message that was recorded, and what became of it.
struct Dossierbericht {
  std::int64_t gebeurtenis = 0;  ///< its number in the log
  Moment moment{};               ///< when it came, or went
  const iwmo::Berichtsoort* soort = nullptr;
  iwmo::Berichtkenmerk kenmerk;
  std::string aanbieder;
  Datum dagtekening{};
  bool verzonden = false;                ///< by the gemeente
  bool geweigerd = false;                ///< its answer, or that of the gemeente, refuses the whole of it
  std::int64_t antwoord = 0;             ///< the event that answers it; 0: none yet
  std::vector<std::string> referenties;  ///< of a 315 or 317: by what its 301 and 319 name it

  template <typename Vorm>
  void save(Vorm& vorm) const {
    vorm(gebeurtenis, moment, soort->nummer, kenmerk, aanbieder, dagtekening, verzonden, geweigerd, antwoord,
         referenties);
  }
  template <typename Vorm>
  void load(Vorm& vorm) {
    int number = 0;
    vorm(gebeurtenis, moment, number, kenmerk, aanbieder, dagtekening, verzonden, geweigerd, antwoord, referenties);
    soort = iwmo::release_3_2().bericht(number);
  }
};

class Stand {
 public:
  /// `regio`: the registers of the region, which outlive this; may be absent where no register of the gemeente refers
  /// to them.
  explicit Stand(std::string gemeente, const Registerstand* regio = nullptr)
      : gemeente_(std::move(gemeente)), registers_(regio) {}

  /// The next event of the log. `teruggenomen`: a later one takes it back, as a return message with codes does; what it
  /// says does not count then. Throws OpslagFout where a message in the log cannot be read.
  void apply(const Gebeurtenis& gebeurtenis, bool teruggenomen = false);
  /// The same, for who has the message already.
  void apply(const Gebeurtenis& gebeurtenis, const iwmo::Boom& bericht, bool teruggenomen = false);

  const std::string& gemeente() const { return gemeente_; }
  const Einde& einde() const { return einde_; }
  /// Whether an event with this kenmerk is in the log, taken back or not.
  bool is_bekend(const std::string& kenmerk) const { return kenmerken_.contains(kenmerk); }
  const iwmo::Berichtenarchief& archief() const { return archief_; }
  const Registerstand& registers() const { return registers_; }
  Registerstand& registers() { return registers_; }
  /// In the order of the log.
  const std::vector<Dossierbericht>& berichten() const { return berichten_; }
  /// That of an event; nothing where it brought none.
  const Dossierbericht* bericht(std::int64_t gebeurtenis) const;
  /// The first message with this kenmerk that was not answered.
  const Dossierbericht* wachtend(const iwmo::Berichtkenmerk& kenmerk) const;
  /// The answer to a message that was recorded with this kenmerk; nothing when it has none.
  const Dossierbericht* antwoord_op(const std::string& kenmerk) const;

  template <typename Vorm>
  void save(Vorm& vorm) const {
    vorm(kenmerken_, archief_, registers_, berichten_);
  }
  template <typename Vorm>
  void load(Vorm& vorm) {
    vorm(kenmerken_, archief_, registers_, berichten_);
    for (std::size_t at = 0; at < berichten_.size(); ++at) index(at);
  }
  /// Of one that was just loaded: the event after which it was kept.
  void set_einde(const Einde& einde) {
    einde_ = einde;
    bewaard_ = einde.nummer;
  }
  /// The event after which the momentopname was kept that this began with; 0 where it began with the log.
  std::int64_t bewaard() const { return bewaard_; }

 private:
  void index(std::size_t bericht);
  void record(const Gebeurtenis& gebeurtenis);
  void note(const Gebeurtenis& gebeurtenis, const iwmo::Boom& bericht, bool teruggenomen);
  void couple(const Dossierbericht& answer, bool refuses);

  std::string gemeente_;
  Einde einde_;
  std::int64_t bewaard_ = 0;
  std::map<std::string, std::int64_t, std::less<>> kenmerken_;  ///< to the event
  iwmo::Berichtenarchief archief_;
  Registerstand registers_;
  std::vector<Dossierbericht> berichten_;
  std::map<std::int64_t, std::size_t> per_gebeurtenis_;  ///< places in berichten_
  std::map<iwmo::Berichtkenmerk, std::vector<std::size_t>> per_kenmerk_;
};

/// The message of an event that brings one. Throws OpslagFout where it cannot be read.
iwmo::Boom bericht_van(const Gebeurtenis& gebeurtenis);

/// By every event of the log as far as `grens`. Throws OpslagFout.
Stand replay_stand(const Logboek& logboek, const std::string& gemeente, const Registerstand* regio = nullptr,
                   const Loggrens& grens = {});
/// The same, from the momentopname on where there is one that holds. Throws OpslagFout.
Stand read_stand(const Logboek& logboek, const std::string& gemeente, const Registerstand* regio = nullptr,
                 const Loggrens& grens = {});

}  // namespace zorgkader::dossier
