// A year of talks: where each stands, and what never happens.
#include "app/jaarplanning.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "values/kalender.hpp"

namespace {

using namespace zorgkader;
using namespace std::chrono;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr int kHalfTien = 9 * 60 + 30, kElf = 11 * 60;

Datum dag(int jaar, unsigned maand, unsigned d) {
  return year(jaar) / month(maand) / day(d);
}

/// Monday to Friday at 09:30 and 11:00.
Planruimte gewoon() {
  Planruimte out;
  for (std::size_t i = 0; i < 5; ++i) out.tijdstippen[i] = {kHalfTien, kElf};
  return out;
}

Planwens wens(std::string wie, std::string nummer, Datum van, Datum tot, std::vector<std::string> wie_komt = {}) {
  return {std::move(wie), std::move(nummer), Periode{van, tot}, 60, std::move(wie_komt), {}, {}};
}

std::string waar(const Planplek& plek) {
  return plek.stand == Planstand::niet_gepland ? "-" : format_datum(plek.dag) + " " + std::to_string(plek.begin);
}

// The middle of 2 to 27 January 2023 is the night between 14 and 15, a weekend: Friday 13 and Monday 16 are equally
// far.
TEST(Jaarplanning, UVP023EenGesprekStaatInHetMiddenVanZijnTijd) {
  const auto plan = plan_jaar({wens("Brug", "1", dag(2023, 1, 2), dag(2023, 1, 27))}, gewoon());
  EXPECT_EQ(waar(plan[0]), "2023-01-13 570");
}

TEST(Jaarplanning, UVP023NiemandHeeftTweeGesprekkenTegelijk) {
  const Datum d = dag(2023, 1, 3);
  const auto plan = plan_jaar({wens("Brug", "1", d, d, {"Jo"}), wens("Hoek", "1", d, d, {"Jo"}),
                               wens("Rots", "1", d, d, {"Jo"}), wens("Zee", "1", d, d, {"An"})},
                              gewoon());
  EXPECT_EQ(waar(plan[0]), "2023-01-03 570");
  EXPECT_EQ(waar(plan[1]), "2023-01-03 660");
  EXPECT_EQ(waar(plan[2]), "-");
  EXPECT_EQ(plan[2].reden,
            "tussen 3 januari 2023 en 3 januari 2023 is geen van de 2 tijdstippen vrij; het vaakst: Jo heeft een "
            "ander gesprek");
  EXPECT_EQ(waar(plan[3]), "2023-01-03 570");
}

/// An hour and a half from 09:30 on does not end before 11:00 begins; a minute more does.
TEST(Jaarplanning, UVP022EenLangGesprekHoudtHetVolgendeTijdstipBezet) {
  const Datum d = dag(2023, 1, 3);
  std::vector<Planwens> wensen = {wens("Brug", "1", d, d, {"Jo"}), wens("Hoek", "1", d, d, {"Jo"})};
  wensen[0].minuten = 90;
  EXPECT_EQ(waar(plan_jaar(wensen, gewoon())[1]), "2023-01-03 660");
  wensen[0].minuten = 91;
  EXPECT_EQ(waar(plan_jaar(wensen, gewoon())[1]), "-");
}

// 7 to 10 April 2023 are Good Friday, a weekend and Easter Monday; King's Day is Thursday 27 April.
TEST(Jaarplanning, UVP023GeenGesprekOpEenFeestdagOfInHetWeekend) {
  const auto plan = plan_jaar(
      {wens("Brug", "1", dag(2023, 4, 7), dag(2023, 4, 10)), wens("Hoek", "1", dag(2023, 4, 27), dag(2023, 4, 28))},
      gewoon());
  EXPECT_EQ(plan[0].reden, "tussen 7 april 2023 en 10 april 2023 is er geen dag waarop een gesprek kan zijn");
  EXPECT_EQ(waar(plan[1]), "2023-04-28 570");
}

TEST(Jaarplanning, UVP023WieAfwezigIsEnVrijeWekenWordenOntzien) {
  Planruimte ruimte = gewoon();
  ruimte.afwezig["Jo"] = {{dag(2023, 1, 2), dag(2023, 1, 4)}};
  ruimte.vrij = {{dag(2023, 1, 5), dag(2023, 1, 5)}};
  const auto plan = plan_jaar({wens("Brug", "1", dag(2023, 1, 2), dag(2023, 1, 6), {"Jo"})}, ruimte);
  EXPECT_EQ(waar(plan[0]), "2023-01-06 570");
}

TEST(Jaarplanning, UVP023TenHoogsteZoveelGesprekkenOpEenDag) {
  Planruimte ruimte = gewoon();
  ruimte.per_dag = 1;
  const Datum d = dag(2023, 1, 3);
  const auto plan = plan_jaar({wens("Brug", "1", d, d, {"Jo"}), wens("Hoek", "1", d, d, {"Jo"})}, ruimte);
  EXPECT_THAT(plan[1].reden, HasSubstr("Jo heeft die dag al 1 gesprekken"));
}

/// Four weeks, four talks: each week has one, though the middle of all is the same.
TEST(Jaarplanning, UVP023DeWekenZijnEvenVol) {
  std::vector<Planwens> wensen;
  for (const char* wie : {"A", "B", "C", "D"}) wensen.push_back(wens(wie, "1", dag(2023, 1, 9), dag(2023, 2, 3)));
  std::set<Datum> maandagen;
  for (const Planplek& plek : plan_jaar(wensen, gewoon())) maandagen.insert(plek.dag - (weekday(plek.dag) - Monday));
  EXPECT_EQ(maandagen.size(), 4u);
}

TEST(Jaarplanning, UVP023VerzettenLaatDeAndereStaan) {
  std::vector<Planwens> wensen;
  for (const char* wie : {"A", "B", "C", "D"})
    wensen.push_back(wens(wie, "1", dag(2023, 1, 9), dag(2023, 2, 3), {"Jo"}));
  const auto eerst = plan_jaar(wensen, gewoon());
  wensen[0].dag = dag(2023, 2, 15);
  const auto dan = plan_jaar(wensen, gewoon());
  EXPECT_EQ(waar(dan[0]), "2023-02-15 570");
  EXPECT_EQ(dan[0].stand, Planstand::vast);
  EXPECT_THAT(dan[0].bezwaren, ElementsAre("de dag ligt niet tussen 9 januari 2023 en 3 februari 2023"));
  for (std::size_t i = 1; i < 4; ++i) EXPECT_EQ(waar(dan[i]), waar(eerst[i])) << i;
}

TEST(Jaarplanning, UVP023WieInDeWegStaatWijkt) {
  std::vector<Planwens> wensen;
  for (const char* wie : {"A", "B"}) wensen.push_back(wens(wie, "1", dag(2023, 1, 9), dag(2023, 2, 3), {"Jo"}));
  const auto eerst = plan_jaar(wensen, gewoon());
  wensen[0].dag = eerst[1].dag;
  wensen[0].begin = eerst[1].begin;
  const auto dan = plan_jaar(wensen, gewoon());
  EXPECT_EQ(waar(dan[0]), waar(eerst[1]));
  EXPECT_THAT(dan[0].bezwaren, IsEmpty());
  EXPECT_EQ(dan[1].stand, Planstand::verzet);
  EXPECT_THAT(dan[1].reden, HasSubstr("en Jo heeft een ander gesprek"));
  EXPECT_NE(waar(dan[1]), waar(dan[0]));
}

TEST(Jaarplanning, UVP023TweeGekozenDagenTegelijkWordenGemeld) {
  const Datum d = dag(2023, 1, 3);
  std::vector<Planwens> wensen = {wens("A", "1", d, d, {"Jo"}), wens("B", "1", d, d, {"Jo"})};
  for (Planwens& w : wensen) w.dag = d, w.begin = kElf;
  const auto plan = plan_jaar(wensen, gewoon());
  EXPECT_THAT(plan[0].bezwaren, IsEmpty());
  EXPECT_THAT(plan[1].bezwaren, ElementsAre("Jo heeft een ander gesprek"));
}

/// A provider may be called as a person is: they are two.
TEST(Jaarplanning, EenAanbiederMagHetenAlsEenDeelnemer) {
  const Datum d = dag(2023, 1, 3);
  const auto plan = plan_jaar({wens("Jo", "1", d, d), wens("B", "1", d, d, {"Jo"})}, gewoon());
  EXPECT_EQ(plan[0].begin, plan[1].begin);
}

std::vector<Planwens> any_wensen() {
  std::vector<Planwens> out;
  const int providers = *rc::gen::inRange(1, 12);
  for (int p = 0; p < providers; ++p) {
    const int count = *rc::gen::element(2, 4, 6);
    std::vector<std::string> comers;
    for (const char* who : {"Jo", "An", "Bo", "Ko"}) {
      if (*rc::gen::arbitrary<bool>()) comers.emplace_back(who);
    }
    for (int n = 0; n < count; ++n) {
      const auto first = sys_days(year(2023) / month(static_cast<unsigned>(n * 12 / count + 1)) / 1);
      const auto next = year_month_day(first) + months(12 / count);
      out.push_back(wens("P" + std::to_string(p), std::to_string(n + 1), first, sys_days(next) - days(1), comers));
      out.back().minuten = *rc::gen::element(60, 90, 120);
    }
  }
  return out;
}

RC_GTEST_PROP(Jaarplanning, UVP023VolgordeVanAanbiedersVerandertNiets, ()) {
  const auto wensen = any_wensen();
  std::vector<std::size_t> order(wensen.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[*rc::gen::inRange<std::size_t>(0, i)]);
  std::vector<Planwens> anders;
  for (const std::size_t i : order) anders.push_back(wensen[i]);
  const auto plan = plan_jaar(wensen, gewoon()), ander_plan = plan_jaar(anders, gewoon());
  for (std::size_t i = 0; i < order.size(); ++i) RC_ASSERT(waar(ander_plan[i]) == waar(plan[order[i]]));
}

RC_GTEST_PROP(Jaarplanning, UVP023WatErStaatKan, ()) {
  const auto wensen = any_wensen();
  const auto plan = plan_jaar(wensen, gewoon());
  for (std::size_t i = 0; i < plan.size(); ++i) {
    if (plan[i].stand == Planstand::niet_gepland) {
      RC_ASSERT(!plan[i].reden.empty());
      continue;
    }
    RC_ASSERT(is_werkdag(plan[i].dag) && wensen[i].tijd->contains(plan[i].dag));
    for (std::size_t j = 0; j < i; ++j) {
      const auto& a = wensen[i].deelnemers;
      const bool together =
          wensen[i].wie == wensen[j].wie || std::any_of(a.begin(), a.end(), [&](const std::string& who) {
            const auto& b = wensen[j].deelnemers;
            return std::find(b.begin(), b.end(), who) != b.end();
          });
      const bool overlap = plan[i].dag == plan[j].dag && plan[j].stand != Planstand::niet_gepland &&
                           plan[i].begin < plan[j].begin + wensen[j].minuten &&
                           plan[j].begin < plan[i].begin + wensen[i].minuten;
      RC_ASSERT(!(together && overlap));
    }
  }
}

RC_GTEST_PROP(Jaarplanning, UVP023EenVerzetGesprekVerplaatstAlleenWieInDeWegStaat, ()) {
  auto wensen = any_wensen();
  const auto eerst = plan_jaar(wensen, gewoon());
  const auto moved = *rc::gen::inRange<std::size_t>(0, wensen.size());
  wensen[moved].dag = dag(2023, 1, 1) + days(*rc::gen::inRange(0, 365));
  const auto dan = plan_jaar(wensen, gewoon());
  for (std::size_t i = 0; i < wensen.size(); ++i) {
    if (i != moved && dan[i].stand == Planstand::gepland && eerst[i].stand == Planstand::gepland)
      RC_ASSERT(waar(dan[i]) == waar(eerst[i]));
  }
}

}  // namespace
