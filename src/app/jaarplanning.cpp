// Places are given one by one, the narrowest wishes first, each the best that is left.
#include "app/jaarplanning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>

#include "values/kalender.hpp"

namespace zorgkader {
namespace {

using std::chrono::days;

constexpr int kDaysInWeek = 7;

struct Plek {
  Datum dag{};
  int begin = 0;
};

/// What is taken: of persons and of weeks.
class Planbord {
 public:
  Planbord(const std::vector<Planwens>& wishes, const Planruimte& space) : wishes_(wishes), space_(space) {
    for (const Planwens& wish : wishes) {
      std::vector<int> all = {number("\1" + wish.wie)};  // a provider may be called as a person is
      for (const std::string& name : wish.deelnemers) all.push_back(number(name));
      std::sort(all.begin(), all.end());
      all.erase(std::unique(all.begin(), all.end()), all.end());
      persons_.push_back(std::move(all));
    }
    taken_.resize(numbers_.size());
  }

  void put(std::size_t wish, Plek at) {
    for (const int person : persons_[wish]) taken_[person][at.dag].push_back({at.begin, wish});
    ++week_[week_of(at.dag)];
    ++day_[at.dag];
    of_wie_[wishes_[wish].wie].push_back(at.dag);
  }

  /// Who cannot be there, and why; empty: everybody can.
  std::string hindrance(std::size_t wish, Plek at) const {
    for (const int person : persons_[wish]) {
      if (const std::string why = hindrance(person, wish, at); !why.empty()) return why;
    }
    return "";
  }

  bool is_day(Datum day) const {
    return is_werkdag(day) &&
           std::none_of(space_.vrij.begin(), space_.vrij.end(), [&](const Periode& p) { return p.contains(day); });
  }
  const std::vector<int>& times(Datum day) const {
    return space_.tijdstippen[std::chrono::weekday(day).iso_encoding() - 1];
  }

  /// The best place that is left; nothing with the reason when there is none.
  std::optional<Plek> best(std::size_t wish, std::string& reason) const {
    const Periode within = *wishes_[wish].tijd;
    std::optional<std::tuple<bool, int, int, int, Datum, int>> found;
    std::map<std::string, int> hindrances;
    int places = 0;
    for (Datum day = within.van; day <= within.tot; day += days(1)) {
      if (!is_day(day)) continue;
      for (const int begin : times(day)) {
        ++places;
        if (const std::string why = hindrance(wish, {day, begin}); !why.empty()) {
          ++hindrances[why];
          continue;
        }
        const auto rank = rank_of(wish, within, {day, begin});
        if (!found || rank < *found) found = rank;
      }
    }
    if (found) return Plek{std::get<4>(*found), std::get<5>(*found)};
    const auto most = std::max_element(hindrances.begin(), hindrances.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    reason = fmt::format("tussen {} en {} ", format_datum_nl(within.van), format_datum_nl(within.tot));
    reason += places == 0 ? "is er geen dag waarop een gesprek kan zijn"
                          : fmt::format("is geen van de {} tijdstippen vrij; het vaakst: {}", places, most->first);
    return std::nullopt;
  }

  /// Persons of the wish with another meeting at that time, or away: against a day that was chosen.
  std::vector<std::string> objections(std::size_t wish, Plek at) const {
    std::vector<std::string> out;
    if (!is_werkdag(at.dag)) out.emplace_back("de dag is geen werkdag");
    const auto& within = wishes_[wish].tijd;
    if (within && !within->contains(at.dag))
      out.push_back(
          fmt::format("de dag ligt niet tussen {} en {}", format_datum_nl(within->van), format_datum_nl(within->tot)));
    for (const int person : persons_[wish]) {
      if (std::string why = hindrance(person, wish, at); !why.empty()) out.push_back(std::move(why));
    }
    return out;
  }

 private:
  int number(const std::string& name) {
    const auto [at, fresh] = numbers_.try_emplace(name, static_cast<int>(names_.size()));
    if (fresh) names_.push_back(name.starts_with('\1') ? name.substr(1) : name);
    return at->second;
  }
  static std::int64_t week_of(Datum day) {
    const Datum monday = day - (std::chrono::weekday(day) - std::chrono::Monday);
    return monday.time_since_epoch().count() / kDaysInWeek;
  }

  std::string hindrance(int person, std::size_t wish, Plek at) const {
    const std::string& name = names_[static_cast<std::size_t>(person)];
    const auto away = space_.afwezig.find(name);
    if (away != space_.afwezig.end() &&
        std::any_of(away->second.begin(), away->second.end(), [&](const Periode& p) { return p.contains(at.dag); }))
      return name + " is afwezig";
    const auto& taken = taken_[static_cast<std::size_t>(person)];
    const auto there = taken.find(at.dag);
    if (there == taken.end()) return "";
    for (const auto& [begin, other] : there->second) {
      if (begin < at.begin + wishes_[wish].minuten && at.begin < begin + wishes_[other].minuten)
        return name + " heeft een ander gesprek";
    }
    const bool full = space_.per_dag > 0 && there->second.size() >= static_cast<std::size_t>(space_.per_dag);
    return full ? fmt::format("{} heeft die dag al {} gesprekken", name, there->second.size()) : "";
  }

  /// Less is better: distance to other meetings of the provider, then fullness, then the middle of its time.
  std::tuple<bool, int, int, int, Datum, int> rank_of(std::size_t wish, const Periode& within, Plek at) const {
    const auto length = (within.tot - within.van).count() + 1;
    bool close = false;
    if (const auto own = of_wie_.find(wishes_[wish].wie); own != of_wie_.end()) {
      for (const Datum other : own->second) close = close || std::abs((at.dag - other).count()) < length / 2;
    }
    const auto off = std::abs(2 * (at.dag - within.van).count() - (within.tot - within.van).count());
    return {close, count(week_, week_of(at.dag)), count(day_, at.dag), static_cast<int>(off), at.dag, at.begin};
  }
  template <typename Key>
  static int count(const std::map<Key, int>& counts, const Key& key) {
    const auto at = counts.find(key);
    return at == counts.end() ? 0 : at->second;
  }

  const std::vector<Planwens>& wishes_;
  const Planruimte& space_;
  std::map<std::string, int> numbers_;
  std::vector<std::string> names_;
  std::vector<std::vector<int>> persons_;                                         ///< of each wish
  std::vector<std::map<Datum, std::vector<std::pair<int, std::size_t>>>> taken_;  ///< of each person
  std::map<std::int64_t, int> week_;
  std::map<Datum, int> day_;
  std::map<std::string, std::vector<Datum>> of_wie_;
};

class Planner {
 public:
  Planner(const std::vector<Planwens>& wishes, const Planruimte& space)
      : wishes_(wishes), space_(space), out_(wishes.size()), order_(wishes.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  }

  std::vector<Planplek> plan() {
    const auto before = without_choices();
    Planbord board(wishes_, space_);
    choose(board);
    std::vector<std::size_t> displaced;
    for (const std::size_t wish : order_) {
      if (wishes_[wish].dag || !wishes_[wish].tijd) continue;
      const auto& place = before[wish];
      const std::string why = place ? board.hindrance(wish, *place) : "";
      if (place && why.empty())
        put(board, wish, *place, Planstand::gepland);
      else
        displaced.push_back(wish);
      if (!why.empty()) out_[wish].reden = fmt::format("stond op {}, en {}", format_datum_nl(place->dag), why);
    }
    for (const std::size_t wish : displaced) {
      const auto place = board.best(wish, out_[wish].reden);
      if (place) put(board, wish, *place, before[wish] ? Planstand::verzet : Planstand::gepland);
    }
    return out_;
  }

 private:
  /// Short times first, and in them those with most persons: they have least choice.
  std::tuple<std::int64_t, Datum, std::int64_t, std::string, std::string> key(std::size_t i) const {
    const Planwens& w = wishes_[i];
    const Periode within = w.tijd.value_or(Periode{kGeenBegin, kGeenEinde});
    return {(within.tot - within.van).count(), within.tot, -static_cast<std::int64_t>(w.deelnemers.size()), w.wie,
            w.nummer};
  }

  /// As if nobody had chosen a day: what stands here does not move when a day is chosen elsewhere.
  std::vector<std::optional<Plek>> without_choices() const {
    std::vector<std::optional<Plek>> out(wishes_.size());
    Planbord board(wishes_, space_);
    std::string ignored;
    for (const std::size_t wish : order_) {
      if (!wishes_[wish].tijd) continue;
      out[wish] = board.best(wish, ignored);
      if (out[wish]) board.put(wish, *out[wish]);
    }
    return out;
  }

  /// Those with a time before those that still need one.
  void choose(Planbord& board) {
    for (const bool timed : {true, false}) {
      for (const std::size_t wish : order_) {
        const Planwens& w = wishes_[wish];
        if (!w.dag || w.begin.has_value() != timed) continue;
        Plek at{*w.dag, w.begin.value_or(0)};
        if (!timed) at.begin = free_time(board, wish, *w.dag);
        out_[wish].bezwaren = board.objections(wish, at);
        put(board, wish, at, Planstand::vast);
      }
    }
  }

  static int free_time(const Planbord& board, std::size_t wish, Datum day) {
    constexpr int kElse = 9 * 60;  // a day without times of its own
    const std::vector<int>& times = board.times(day);
    for (const int begin : times) {
      if (board.hindrance(wish, {day, begin}).empty()) return begin;
    }
    return times.empty() ? kElse : times.front();
  }

  void put(Planbord& board, std::size_t wish, Plek at, Planstand stand) {
    board.put(wish, at);
    out_[wish].stand = stand;
    out_[wish].dag = at.dag;
    out_[wish].begin = at.begin;
  }

  const std::vector<Planwens>& wishes_;
  const Planruimte& space_;
  std::vector<Planplek> out_;
  std::vector<std::size_t> order_;
};

}  // namespace

std::vector<Planplek> plan_jaar(const std::vector<Planwens>& wensen, const Planruimte& ruimte) {
  return Planner(wensen, ruimte).plan();
}

}  // namespace zorgkader
