// What happens to a client of the example region: inflow, changes, interruptions, outflow, each as a dated step.
#include <fmt/format.h>

#include <algorithm>

#include "app/regioplan.hpp"
#include "values/kalender.hpp"

namespace zorgkader {
namespace {

using Soort = Regiostap::Soort;
using std::chrono::days;

/// Why a delivery stops, and what the 301 after it says.
struct Reden {
  std::string_view stop, wijziging;
};
constexpr Reden kRedenen[] = {{"19", "12"}, {"19", "12"}, {"19", "12"}, {"02", "02"}, {"21", "12"},
                              {"23", "12"}, {"31", "07"}, {"38", "09"}, {"39", "06"}};
/// The end of a toewijzing after a request to change it.
constexpr Reden kNaVerzoek = {"37", "12"};

// In these shares of a hundred, or one in so many.
constexpr std::uint64_t kInZorg = 62, kPgb = 4, kGeenNodig = 2, kGroep = 30, kBijPartner = 82;
constexpr std::uint64_t kTweede = 12, kOnderbreking = 10, kWijziging = 6, kAfgewezenVerzoek = 40, kDubbelVolume = 8;
constexpr std::uint64_t kUitstroomPerDuizend = 22;  ///< a month
constexpr int kKortste = 45;                        ///< days that a delivery lasts at least

class Clientloop {
 public:
  Clientloop(Regioplan& plan, iwmo::Toeval& chance) : plan_(plan), chance_(chance) {}

  void run() {
    draw_client();
    plan_.clienten.push_back(client_);
    if (client_.soort != Regioclient::Soort::zorg) return;
    const std::size_t first = add_traject(client_.groep, client_.instroom);
    if (chance_.one_in(kTweede)) add_second(first);
    if (chance_.one_in(kAfgewezenVerzoek)) add_refused(first);
    plan_.clienten.back().trajecten = plan_.trajecten.size() - client_.eerste;
  }

 private:
  Datum after(Datum from, int least, std::uint64_t spread) {
    return from + days(least) + days(static_cast<int>(chance_.below(spread)));
  }
  void step(Datum day, Soort kind, std::size_t traject) {
    plan_.stappen.push_back({first_werkdag(day), kind, static_cast<std::uint32_t>(traject)});
  }
  Datum last_step() const { return plan_.stappen.back().dag; }
  const Voorbeeldgemeente& gemeente() const { return plan_.vraag.gemeenten[client_.gemeente]; }

  void draw_client() {
    client_.eerste = plan_.trajecten.size();
    const std::uint64_t kind = chance_.below(100);
    if (kind < kPgb + kGeenNodig) client_.soort = kind < kPgb ? Regioclient::Soort::pgb : Regioclient::Soort::geen;
    client_.gemeente = draw_gemeente();
    client_.groep = chance_.below(100) < kGroep;
    const bool old = client_.groep && chance_.one_in(2);
    const std::uint64_t age = old ? 71 + chance_.below(24) : 19 + chance_.below(50);
    client_.geboren = plan_.eerste_dag() - days(static_cast<int>(age * 365 + age / 4 + chance_.below(365)));
    client_.psychogeriatrisch = client_.groep && chance_.one_in(old ? 4 : 30);
    if (chance_.below(100) < kInZorg && client_.soort == Regioclient::Soort::zorg) return;
    const Datum month = plan_.maand(1 + static_cast<int>(chance_.below(kRegiomaanden - 1)));
    client_.instroom = chance_.one_in(3) ? month : after(month, 0, 28);
  }

  /// The first is by far the largest.
  std::size_t draw_gemeente() {
    const std::size_t count = plan_.vraag.gemeenten.size();
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < count; ++i) total += 60 / (i + 1) + 5;
    std::uint64_t left = chance_.below(total);
    for (std::size_t i = 0; i + 1 < count; ++i) {
      const std::uint64_t share = 60 / (i + 1) + 5;
      if (left < share) return i;
      left -= share;
    }
    return count - 1;
  }

  /// A provider of the service in the gemeente of the client, larger ones more often; nothing when there is none.
  template <typename Fits>
  std::optional<std::size_t> draw_partij(bool groep, Fits fits) {
    const auto share = [&](std::size_t i) -> std::uint64_t {
      const Regiopartij& p = plan_.partijen[i];
      const bool here = std::find(p.gemeenten.begin(), p.gemeenten.end(), client_.gemeente) != p.gemeenten.end();
      return here && p.levert(groep) && fits(i) ? p.gewicht : 0;
    };
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < plan_.partijen.size(); ++i) total += share(i);
    if (total == 0) return std::nullopt;
    std::uint64_t left = chance_.below(total);
    for (std::size_t i = 0;; ++i) {
      if (left < share(i)) return i;
      left -= share(i);
    }
  }

  /// Partners have the first right in the second year, where they work taakgericht.
  std::size_t draw_provider(Traject& t) {
    const auto any = [](std::size_t) { return true; };
    const auto is_partner = [&](std::size_t i) { return plan_.partijen[i].partner; };
    const auto is_other = [&](std::size_t i) { return !plan_.partijen[i].partner; };
    if (!gemeente().taakgericht || plan_.jaar_nummer(t.ingang) == 0) return draw_partij(t.groep, any).value_or(0);
    const bool exempt = t.groep && (plan_.is_oudere(client_) || client_.psychogeriatrisch) &&
                        plan_.ouderen_uitgezonderd(client_.gemeente);
    if (!exempt && chance_.below(100) < kBijPartner) return draw_partij(t.groep, is_partner).value_or(0);
    if (exempt || !chance_.one_in(6)) t.reden = exempt ? Instroomreden::ouderen : Instroomreden::voorkeur;
    const auto other = draw_partij(t.groep, is_other);
    if (!other) t.reden = Instroomreden::geen;
    return other ? *other : draw_partij(t.groep, is_partner).value_or(0);
  }

  /// Members of a combination get the toewijzingen of the first year.
  std::size_t draw_sender(std::size_t partij, Datum ingang) {
    const Regiopartij& p = plan_.partijen[partij];
    return p.leden == 0 || plan_.jaar_nummer(ingang) == 1 ? partij : p.eerste_lid + chance_.below(p.leden);
  }

  void draw_product(Traject& t) {
    const auto all = regioproducten();
    const bool task = t.instroom && plan_.jaar_nummer(t.ingang) == 1 && plan_.is_taak(t);
    std::vector<std::size_t> fit;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].groep == t.groep && all[i].is_taakgericht() == task) fit.push_back(i);
    }
    t.product = fit[chance_.below(fit.size())];
    t.volume = task ? 0 : chance_.one_in(kDubbelVolume) ? 2 : 1;
  }

  void draw_end(Traject& t) {
    const std::uint64_t planned = chance_.below(4);
    if (planned == 0 && plan_.jaar_nummer(t.ingang) == 0 && !t.instroom) t.gepland = plan_.dag(1, 1) - days(1);
    if (planned == 1) t.gepland = plan_.laatste_dag();
    for (Datum month = first_of_month(t.ingang + days(kKortste)) + days(31); month < plan_.laatste_dag();
         month = last_of_month(month) + days(1)) {
      if (chance_.below(1000) >= kUitstroomPerDuizend) continue;
      t.einde = std::min(after(first_of_month(month), 0, 31), last_of_month(month));
      const Reden& why = kRedenen[chance_.below(std::size(kRedenen))];
      t.reden_stop = why.stop;
      t.reden_wijziging = why.wijziging;
      return;
    }
  }

  Traject new_traject(bool groep, std::optional<Datum> instroom) {
    Traject t;
    t.client = plan_.clienten.size() - 1;
    t.groep = groep;
    t.instroom = instroom.has_value();
    t.nummer = static_cast<std::int64_t>(plan_.trajecten.size()) + 1;
    t.ingang = t.start = instroom.value_or(plan_.eerste_dag());
    return t;
  }

  std::size_t add_traject(bool groep, std::optional<Datum> instroom) {
    Traject t = new_traject(groep, instroom);
    t.afzender = draw_sender(draw_provider(t), t.ingang);
    if (t.instroom) t.start = after(t.ingang, 0, 5);
    draw_product(t);
    draw_end(t);
    return follow(std::move(t));
  }

  /// Everything from the toewijzing on.
  std::size_t follow(Traject t) {
    const std::size_t number = plan_.trajecten.size();
    plan_.trajecten.push_back(t);
    if (!t.samen) assign(number);
    if (t.samen) plan_.trajecten[number].toegewezen = plan_.trajecten[*t.samen].toegewezen;
    step(std::max(t.start, plan_.trajecten[number].toegewezen + days(1)) + days(static_cast<int>(chance_.below(4))),
         Soort::start, number);
    if (t.volume > 0 && !t.gepland && !t.samen && chance_.one_in(kWijziging)) return change(number);
    if (chance_.one_in(kOnderbreking)) interrupt(number);
    finish(number);
    return number;
  }

  void assign(std::size_t number) {
    Traject& t = plan_.trajecten[number];
    const bool asked = t.instroom && t.volume > 0 && chance_.one_in(6);
    if (asked) {
      t.verzoek = fmt::format("VOT-{:06}", number + 1);
      step(after(t.ingang, -20, 4), Soort::verzoek, number);
      if (chance_.one_in(3)) step(last_step() + days(1), Soort::onderzoek, number);
    }
    const Datum day = !t.instroom ? after(t.ingang, 2, 8) : asked ? after(last_step(), 2, 3) : after(t.ingang, -14, 8);
    step(day, Soort::toewijzing, number);
    t.toegewezen = last_step();
  }

  void interrupt(std::size_t number) {
    Traject& t = plan_.trajecten[number];
    const Datum last = after(t.start, 60, 90), again = after(last, 21, 70);
    if (again + days(kKortste) > t.einde.value_or(plan_.laatste_dag())) return;
    t.onderbroken = Periode{last, again};
    step(after(last, 1, 3), Soort::tijdelijk, number);
    step(after(again, 0, 4), Soort::herstart, number);
  }

  void finish(std::size_t number) {
    const Traject& t = plan_.trajecten[number];
    const Datum year_end = plan_.dag(1, 1) - days(1);
    if (t.gepland == year_end && t.einde.value_or(plan_.laatste_dag()) > year_end)
      step(after(year_end, -30, 12), Soort::verlenging, number);
    if (!t.einde) return;
    step(after(*t.einde, 1, 3), Soort::stop, number);
    step(after(last_step(), 1, 2), Soort::verkorting, number);
  }

  /// A request for a heavier profile from the first of a month: granted, then a new toewijzing follows, or refused.
  std::size_t change(std::size_t number) {
    Traject& t = plan_.trajecten[number];
    const Datum last = last_of_month(after(t.start, 90, 200)), until = t.einde.value_or(plan_.laatste_dag());
    const bool heavier =
        regioproducten()[t.product + 1].groep == t.groep && !regioproducten()[t.product + 1].is_taakgericht();
    if (last + days(2 * kKortste) > until || !heavier || (plan_.is_taak(t) && plan_.jaar_nummer(last + days(1)) == 1)) {
      finish(number);
      return number;
    }
    const bool granted = !chance_.one_in(4);
    Traject next = t;
    next.instroom = false;
    next.ingang = next.start = last + days(1);
    next.product = t.product + 1;
    next.nummer = static_cast<std::int64_t>(number) + 2;
    next.verzoek = fmt::format("VOW-{:06}", number + 2);
    next.voorganger = number;
    next.afgewezen = !granted;
    t.opvolger = number + 1;
    step(after(last, -20, 5), Soort::wijzigingsverzoek, number + 1);
    if (chance_.one_in(3)) step(last_step() + days(1), Soort::onderzoek, number + 1);
    step(after(last_step(), 3, 3), granted ? Soort::toewijzing : Soort::afwijzing, number + 1);
    next.toegewezen = last_step();
    if (granted) {
      t.einde = last;
      t.reden_stop = kNaVerzoek.stop;
      t.reden_wijziging = kNaVerzoek.wijziging;
      step(after(last, 1, 3), Soort::stop, number);
      step(after(last, 1, 3), Soort::start, number + 1);
    }
    plan_.trajecten.push_back(next);
    finish(granted ? number + 1 : number);
    return number;
  }

  /// The other service too, a third of the time at the same provider.
  void add_second(std::size_t first) {
    const Traject one = plan_.trajecten[first];
    if (one.opvolger) return;
    const bool same_start = !one.instroom;
    const Datum begin = same_start ? one.ingang : after(one.ingang, 40, 60);
    if (begin + days(kKortste) > one.einde.value_or(plan_.laatste_dag())) return;
    Traject t = new_traject(!one.groep, same_start ? std::nullopt : std::optional(begin));
    const std::size_t own = plan_.afzenders[one.afzender].partij;
    const bool task = gemeente().taakgericht && plan_.jaar_nummer(begin) == 1;
    if (same_start && plan_.partijen[own].levert(t.groep) && chance_.one_in(3)) {
      t.afzender = one.afzender;
      t.samen = first;
    } else {
      if (task) return;
      const auto other = draw_partij(t.groep, [&](std::size_t i) { return i != own; });
      if (!other) return;
      t.afzender = draw_sender(*other, begin);
    }
    draw_product(t);
    draw_end(t);
    follow(std::move(t));
  }

  /// Another provider asks for a client who is in care already, and is refused.
  void add_refused(std::size_t first) {
    const Traject one = plan_.trajecten[first];
    const Datum begin = after(one.start, 90, 120);
    if (begin + days(kKortste) > one.einde.value_or(plan_.laatste_dag())) return;
    Traject t = new_traject(one.groep, begin);
    const auto other = draw_partij(t.groep, [&](std::size_t i) {
      return std::none_of(plan_.trajecten.begin() + static_cast<std::ptrdiff_t>(client_.eerste), plan_.trajecten.end(),
                          [&](const Traject& known) { return plan_.afzenders[known.afzender].partij == i; });
    });
    if (!other) return;
    t.afzender = *other;
    t.product = one.groep ? 4 : 0;
    t.afgewezen = true;
    const std::size_t number = plan_.trajecten.size();
    t.verzoek = fmt::format("VOT-{:06}", number + 1);
    plan_.trajecten.push_back(t);
    step(begin, Soort::verzoek, number);
    if (chance_.one_in(2)) step(last_step() + days(1), Soort::onderzoek, number);
    step(after(last_step(), 3, 3), Soort::afwijzing, number);
  }

  Regioplan& plan_;
  iwmo::Toeval& chance_;
  Regioclient client_;
};

}  // namespace

void add_client(Regioplan& plan, iwmo::Toeval& toeval) {
  Clientloop(plan, toeval).run();
}

}  // namespace zorgkader
