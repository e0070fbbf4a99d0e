// The chain of events and the lock on them: what holds, and that every change shows.
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "dossier/kluis.hpp"

namespace zorgkader::dossier {
namespace {

using testing::HasSubstr;

Moment at(std::string_view text) {
  return parse_moment(text).value();
}

Gebeurtenis event(std::string inhoud, std::string kenmerk = {}) {
  Gebeurtenis out;
  out.gemeente = "0935";
  out.moment = at("2022-03-01T09:00:00.000000Z");
  out.soort = soorten::kOntvangen;
  out.door = "proef";
  out.kenmerk = std::move(kenmerk);
  out.inhoud = std::move(inhoud);
  return out;
}

std::vector<Gebeurtenis> log() {
  std::vector<Gebeurtenis> out{event("een"), event("twee", "k2"), event("drie")};
  out[2].moment = at("2022-03-01T10:00:00.000000Z");
  schakel({}, out);
  return out;
}

std::optional<Ketenfout> fault_of(const std::vector<Gebeurtenis>& events) {
  Ketentoets test;
  for (const Gebeurtenis& g : events) test.take(g);
  return test.fout();
}

TEST(Moment, AsTextAndBack) {
  EXPECT_EQ(format_moment_nl(at("2022-03-01T09:00:00.000001Z")), "2022-03-01 10:00:00");
  EXPECT_EQ(format_moment_nl(at("2022-07-31T22:30:00.000000Z")), "2022-08-01 00:30:00") << "summer time";
  EXPECT_EQ(format_moment(at("2022-03-01T09:00:00.000001Z")), "2022-03-01T09:00:00.000001Z");
  EXPECT_EQ(einde_van_dag(*parse_datum("2022-12-31")), at("2022-12-31T23:00:00.000000Z"));
  EXPECT_EQ(einde_van_dag(*parse_datum("2022-07-01")), at("2022-07-01T22:00:00.000000Z"));
  EXPECT_EQ(einde_van_dag(*parse_datum("2022-03-27")), at("2022-03-27T22:00:00.000000Z"));
  EXPECT_EQ(einde_van_dag(*parse_datum("2022-03-26")), at("2022-03-26T23:00:00.000000Z"));
  EXPECT_EQ(dag_van(at("2022-12-31T22:59:59.999999Z")), *parse_datum("2022-12-31"));
  EXPECT_EQ(dag_van(at("2022-12-31T23:00:00.000000Z")), *parse_datum("2023-01-01"));
  EXPECT_EQ(dag_van(at("2022-10-29T22:00:00.000000Z")), *parse_datum("2022-10-30"));
  EXPECT_EQ(dag_van(at("2022-10-30T22:30:00.000000Z")), *parse_datum("2022-10-30"));
  for (const char* wrong :
       {"", "2022-03-01", "2022-03-01T09:00:00Z", "2022-02-30T09:00:00.000000Z", "2022-03-01T24:00:00.000000Z",
        "2022-03-01T09:60:00.000000Z", "2022-03-01t09:00:00.000000Z"})
    EXPECT_FALSE(parse_moment(wrong)) << wrong;
}

RC_GTEST_PROP(Moment, EveryOneComesBack, ()) {
  const auto micros = *rc::gen::inRange<std::int64_t>(0, 4'000'000'000'000'000);
  const Moment moment{std::chrono::microseconds(micros)};
  RC_ASSERT(parse_moment(format_moment(moment)) == moment);
}

TEST(Keten, NumbersAndLinks) {
  const auto events = log();
  EXPECT_EQ(events[0].nummer, 1);
  EXPECT_EQ(events[2].nummer, 3);
  EXPECT_NE(events[0].afdruk, events[1].afdruk);
  EXPECT_FALSE(fault_of(events));
  Ketentoets test;
  for (const auto& g : events) EXPECT_TRUE(test.take(g));
  EXPECT_EQ(test.einde().nummer, 3);
  EXPECT_EQ(test.einde().afdruk, events[2].afdruk);
}

/// The print is part of what is stored for ever: another way to make it would break every log there is.
TEST(Keten, ThePrintIsFixed) {
  EXPECT_EQ(hex(afdruk_van("zorgkader")), "641ac3ad5d7ade9c1ad4a1c9317990dba3034386c4fbfd7b5aee5f940aa218f8");
  EXPECT_EQ(hex(log()[0].afdruk), "8805c27dbd58f4487bcb55383070c5686acdf012e1b3d9b167d22a42a52c887e");
}

TEST(Keten, AClockThatGoesBackDoesNotTurnHistoryAround) {
  std::vector<Gebeurtenis> events{event("een"), event("twee")};
  events[1].moment = at("2021-01-01T00:00:00.000000Z");
  schakel({}, events);
  EXPECT_EQ(events[1].moment, events[0].moment);
  EXPECT_FALSE(fault_of(events));
}

TEST(Keten, EveryChangeShows) {
  using Change = void (*)(Gebeurtenis&);
  for (const Change change : std::initializer_list<Change>{
           [](Gebeurtenis& g) { g.inhoud += "!"; }, [](Gebeurtenis& g) { g.gemeente = "0994"; },
           [](Gebeurtenis& g) { g.soort = soorten::kVerzonden; }, [](Gebeurtenis& g) { g.door += "x"; },
           [](Gebeurtenis& g) { g.corrigeert = 1; }, [](Gebeurtenis& g) { g.kenmerk = "k3"; },
           [](Gebeurtenis& g) { g.moment += std::chrono::microseconds(1); }, [](Gebeurtenis& g) { g.afdruk[31] ^= 1; },
           [](Gebeurtenis& g) { g.nummer = 7; }, [](Gebeurtenis& g) { std::swap(g.door, g.inhoud); }}) {
    auto events = log();
    change(events[1]);
    ASSERT_TRUE(fault_of(events));
    EXPECT_TRUE(fault_of(events)->nummer == 2 || fault_of(events)->nummer == 7);
  }
  auto gap = log();
  gap.erase(gap.begin() + 1);
  EXPECT_THAT(fault_of(gap)->wat, HasSubstr("na gebeurtenis 1 komt 3"));
  auto turned = log();
  std::swap(turned[0], turned[1]);
  EXPECT_TRUE(fault_of(turned));
}

class MemLogboek : public Logboek {
 public:
  std::vector<std::string> gemeenten() const override { return {"0935"}; }
  Einde einde(const std::string&) const override {
    return all.empty() ? Einde{} : Einde{all.back().nummer, all.back().moment, all.back().afdruk};
  }
  Toevoeging add(const Einde& na, std::vector<Gebeurtenis>& events) override {
    schakel(na, events);
    all.insert(all.end(), events.begin(), events.end());
    return Toevoeging::gelukt;
  }
  void each(const std::string&, std::int64_t vanaf,
            const std::function<bool(const Gebeurtenis&)>& take) const override {
    for (const auto& g : all) {
      if (g.nummer >= vanaf && !take(g)) return;
    }
  }
  std::vector<Correctie> correcties(const std::string&) const override {
    std::vector<Correctie> out;
    for (const auto& g : all) {
      if (g.corrigeert != 0) out.push_back({g.nummer, g.moment, g.corrigeert});
    }
    return out;
  }
  std::optional<Gebeurtenis> momentopname(const std::string&) const override { return kept; }
  void keep_momentopname(const Gebeurtenis& momentopname) override { kept = momentopname; }
  std::vector<Gebeurtenis> all;
  std::optional<Gebeurtenis> kept;
};

TEST(Kluis, SealsAndOpens) {
  const std::string key(Kluis::kSleutelBytes, 'k');
  MemLogboek inside;
  VerzegeldLogboek log(inside, Kluis(key));
  std::vector<Gebeurtenis> events{event("bsn 999900006"), event("")};
  ASSERT_EQ(log.add({}, events), Toevoeging::gelukt);
  EXPECT_EQ(events[0].inhoud, "bsn 999900006");
  EXPECT_THAT(inside.all[0].inhoud, testing::Not(HasSubstr("999900006")));
  EXPECT_FALSE(fault_of(inside.all)) << "the chain is tested without a key";
  std::vector<std::string> read;
  log.each("0935", 1, [&](const Gebeurtenis& g) { return read.push_back(g.inhoud), true; });
  EXPECT_THAT(read, testing::ElementsAre("bsn 999900006", ""));
  EXPECT_EQ(Kluis(key).seal(event("x")), Kluis(key).seal(event("x"))) << "the same each time";
}

/// Two contents under one nonce would give both away: the number that is corrected must not run into the content.
TEST(Kluis, NoNonceIsUsedForTwoContents) {
  const Kluis kluis(std::string(Kluis::kSleutelBytes, 'k'));
  constexpr std::size_t kNonce = 24;
  Gebeurtenis one = event("2abc"), other = event("abc");
  one.corrigeert = 1;
  other.corrigeert = 12;
  EXPECT_NE(kluis.seal(one).substr(0, kNonce), kluis.seal(other).substr(0, kNonce));
}

TEST(Kluis, OpensNothingElse) {
  const std::string key(Kluis::kSleutelBytes, 'k');
  Gebeurtenis sealed = event("geheim");
  sealed.inhoud = Kluis(key).seal(sealed);
  EXPECT_EQ(Kluis(key).open(sealed), "geheim");
  EXPECT_FALSE(Kluis(std::string(Kluis::kSleutelBytes, 'l')).open(sealed));
  for (std::size_t i = 0; i < sealed.inhoud.size(); ++i) {
    Gebeurtenis changed = sealed;
    changed.inhoud[i] = static_cast<char>(changed.inhoud[i] ^ 1);
    EXPECT_FALSE(Kluis(key).open(changed)) << i;
  }
  for (const auto change : {&Gebeurtenis::gemeente, &Gebeurtenis::soort, &Gebeurtenis::door, &Gebeurtenis::kenmerk}) {
    Gebeurtenis moved = sealed;
    moved.*change += "x";
    EXPECT_FALSE(Kluis(key).open(moved));
  }
  Gebeurtenis cut = sealed;
  cut.inhoud.resize(10);
  EXPECT_FALSE(Kluis(key).open(cut));
  EXPECT_THROW(Kluis("te kort"), OpslagFout);
  EXPECT_EQ(Kluis::make_sleutel().size(), Kluis::kSleutelBytes);
  EXPECT_NE(Kluis::make_sleutel(), Kluis::make_sleutel());
}

}  // namespace
}  // namespace zorgkader::dossier
