// Logboek: where events are kept. It only grows; what it acknowledged is never lost.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "dossier/gebeurtenis.hpp"

namespace zorgkader::dossier {

/// The place where events are kept failed: a full disk, a lock that does not come free, a file that is no dossier. The
/// text is a Dutch sentence for the user.
class OpslagFout : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

enum class Toevoeging {
  gelukt,
  bekend,      ///< an event with one of these kenmerken is there already: nothing was added
  achterhaald  ///< another writer was first: read the new end and try again
};

/// An event that takes back an earlier one.
struct Correctie {
  std::int64_t gebeurtenis = 0;
  Moment moment{};
  std::int64_t corrigeert = 0;
};

class Logboek {
 public:
  virtual ~Logboek() = default;
  virtual std::vector<std::string> gemeenten() const = 0;
  virtual Einde einde(const std::string& gemeente) const = 0;
  /// Links the events of one gemeente to the end of its log and keeps them: all or none. When this returns `gelukt`
  /// they survive the loss of power.
  virtual Toevoeging add(const Einde& na, std::vector<Gebeurtenis>& gebeurtenissen) = 0;
  /// In order, from `vanaf`, until `take` returns false.
  virtual void each(const std::string& gemeente, std::int64_t vanaf,
                    const std::function<bool(const Gebeurtenis&)>& take) const = 0;
  /// In order, without what they say.
  virtual std::vector<Correctie> correcties(const std::string& gemeente) const = 0;
  /// The momentopname that was kept last, with number, moment and print of the event that it was made after; nothing
  /// where there is none, or where that event is not in this log.
  virtual std::optional<Gebeurtenis> momentopname(const std::string& gemeente) const = 0;
  /// Puts it in the place of an earlier one. What is lost with it is time: all of it follows from the log.
  virtual void keep_momentopname(const Gebeurtenis& momentopname) = 0;
};

/// Where a stretch of a log ends: before a moment, before the event with a number, or where the log does.
struct Loggrens {
  std::optional<Moment> moment;
  std::optional<std::int64_t> nummer;

  static Loggrens tot(std::optional<Moment> moment) { return {moment, std::nullopt}; }
  static Loggrens voor(std::int64_t nummer) { return {std::nullopt, nummer}; }
  bool includes(std::int64_t number, Moment when) const {
    return !(moment && when >= *moment) && !(nummer && number >= *nummer);
  }
};

/// Every event that is taken back, with the one that does it, by the corrections of a stretch of a log. What takes back
/// may itself be taken back by what comes after it.
std::map<std::int64_t, std::int64_t> teruggenomen_door(std::span<const Correctie> correcties);

/// Every event of a stretch from a number on; with whether a later one in that stretch takes it back.
void replay(const Logboek& logboek, const std::string& gemeente, const Loggrens& grens,
            const std::function<void(const Gebeurtenis&, bool teruggenomen)>& take, std::int64_t vanaf = 1);

/// Numbers events and links them to the end of their log. A moment before that of the predecessor becomes that one: a
/// clock that was set back does not turn history around.
void schakel(const Einde& na, std::vector<Gebeurtenis>& gebeurtenissen);

/// The first fault in a log: a gap, a moment that goes back, a print that does not fit. Nothing: it is whole.
struct Ketenfout {
  std::int64_t nummer = 0;
  std::string wat;  ///< a Dutch sentence
};
/// Looks at the events of a log in order.
class Ketentoets {
 public:
  /// False at the first fault, and from then on.
  bool take(const Gebeurtenis& gebeurtenis);
  const std::optional<Ketenfout>& fout() const { return fout_; }
  const Einde& einde() const { return einde_; }

 private:
  Einde einde_;
  std::optional<Ketenfout> fout_;
};

}  // namespace zorgkader::dossier
