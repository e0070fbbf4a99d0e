// The calendar of the example region, and its steps in the order of their days.
#include "app/regioplan.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "values/kalender.hpp"

namespace zorgkader {
namespace {

constexpr int kOuder = 70;

void check(const Regiovraag& asked) {
  if (asked.clienten < 1 || asked.clienten > kMeesteRegioclienten || asked.jaar < kEersteRegiojaar)
    throw std::invalid_argument("example region: clienten or jaar out of range");
}

void add_routes(Regioplan& plan) {
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> found;
  for (std::size_t i = 0; i < plan.trajecten.size(); ++i) {
    const Traject& t = plan.trajecten[i];
    if (!t.afgewezen) found[{t.afzender, plan.clienten[t.client].gemeente}].push_back(i);
  }
  for (auto& [pair, numbers] : found) plan.routes.push_back({pair.first, pair.second, std::move(numbers)});
}

/// A declaration between the 12th and about the 21st of the month after; some are sent before their month is over, and
/// those are refused and come again.
void add_declaraties(Regioplan& plan, iwmo::Toeval& chance) {
  using Soort = Regiostap::Soort;
  for (int month = 0; month < kRegiomaanden; ++month) {
    for (std::size_t route = 0; route < plan.routes.size(); ++route) {
      const auto number = static_cast<std::uint32_t>(static_cast<std::size_t>(month) * plan.routes.size() + route);
      const Datum next = plan.maand(month + 1);
      plan.stappen.push_back(
          {first_werkdag(next + std::chrono::days(11 + chance.below(8))), Soort::declaratie, number});
      if (chance.below(1000) < plan.vraag.fouten_per_duizend)
        plan.stappen.push_back(
            {first_werkdag(plan.maand(month) + std::chrono::days(18 + chance.below(4))), Soort::te_vroeg, number});
    }
  }
}

}  // namespace

Datum first_werkdag(Datum d) {
  while (!is_werkdag(d)) d += std::chrono::days(1);
  return d;
}

Datum Regioplan::maand(int nummer) const {
  return std::chrono::sys_days((std::chrono::year(vraag.jaar - 1) / 1 + std::chrono::months(nummer)) / 1);
}

Datum Regioplan::dag(unsigned maand, unsigned dag) const {
  return std::chrono::sys_days(std::chrono::year(vraag.jaar) / std::chrono::month(maand) / std::chrono::day(dag));
}

int Regioplan::jaar_nummer(Datum dag) const {
  return dag < maand(kMaandenPerJaar) ? 0 : 1;
}

Datum Regioplan::laatste_dag() const {
  return maand(kRegiomaanden) - std::chrono::days(1);
}

bool Regioplan::is_oudere(const Regioclient& client) const {
  const std::chrono::year_month_day born(client.geboren);
  return std::chrono::sys_days((born.year() + std::chrono::years(kOuder)) / born.month() / born.day()) < eerste_dag();
}

bool Regioplan::ouderen_uitgezonderd(std::size_t gemeente) const {
  const auto& all = vraag.gemeenten;
  const auto is_task = [](const Voorbeeldgemeente& g) { return g.taakgericht; };
  const auto first = std::find_if(all.begin(), all.end(), is_task);
  const auto last = std::find_if(all.rbegin(), all.rend(), is_task);
  return first != all.end() && (&all[gemeente] == &*first || &all[gemeente] == &*last);
}

bool Regioplan::is_te_declareren(const Traject& t, int month) const {
  const Datum first = maand(month), last = last_of_month(first);
  if (t.afgewezen || t.volume == 0 || t.ingang > first || t.einde.value_or(last) < first) return false;
  if (is_taak(t) && month >= kMaandenPerJaar + kNogGedeclareerd) return false;
  return !t.onderbroken || t.onderbroken->van >= first || t.onderbroken->tot <= last;
}

Regioplan make_regioplan(const Regiovraag& vraag) {
  check(vraag);
  Regioplan plan;
  plan.vraag = vraag;
  iwmo::Toeval chance(vraag.zaad);
  add_partijen(plan, chance);
  for (std::uint64_t i = 0; i < vraag.clienten; ++i) add_client(plan, chance);
  add_routes(plan);
  add_declaraties(plan, chance);
  std::stable_sort(plan.stappen.begin(), plan.stappen.end(), [](const Regiostap& a, const Regiostap& b) {
    return std::pair(a.dag, a.soort) < std::pair(b.dag, b.soort);
  });
  return plan;
}

}  // namespace zorgkader
