// Prestatielijst: the same answers as a plain list of lines gives, whatever came in which order.
#include "iwmo/prestatielijst.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace zorgkader::iwmo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
constexpr Datum kDag = std::chrono::sys_days(std::chrono::year(2023) / 4 / 1);

Prestatieregel line(std::string_view aanbieder, std::string_view referentie, std::int64_t toewijzing,
                    std::string_view vorig = {}) {
  Prestatieregel out;
  out.gemeente = "0935";
  out.aanbieder = aanbieder;
  out.bsn = "999900006";
  out.referentie = referentie;
  out.vorig_referentie = vorig;
  out.toewijzing = toewijzing;
  out.periode = {kDag, kDag};
  out.credit = !vorig.empty();
  return out;
}

std::vector<std::string> references(const Prestatieregels& lines) {
  std::vector<std::string> out;
  for (const Prestatieregel& p : lines) out.emplace_back(p.referentie);
  return out;
}

TEST(Prestatielijst, GivesBackWhatItWasGiven) {
  Prestatieregel in = line("42420001", "R1", 7);
  in.declaratie = "D1";
  in.dagtekening = kDag;
  in.categorie = "02";
  in.code = "02A05";
  in.eenheid = "04";
  in.volume = 12;
  in.bedrag_cent = 123456;
  in.stand = Prestatieregel::Stand::afgewezen;
  Prestatielijst list;
  list.add(in);
  in.tarief_cent = 0;
  list.add(in);
  const Prestatieregel out = list[1];
  EXPECT_EQ(out.declaratie, "D1");
  EXPECT_EQ(out.dagtekening, kDag);
  EXPECT_EQ(fmt::format("{} {} {}", out.categorie, out.code, out.eenheid), "02 02A05 04");
  EXPECT_EQ(out.volume, 12);
  EXPECT_EQ(out.bedrag_cent, 123456);
  EXPECT_EQ(out.stand, Prestatieregel::Stand::afgewezen);
  EXPECT_EQ(out.tarief_cent, 0) << "a tariff of nothing is a tariff";
  EXPECT_EQ(list[0].tarief_cent, std::nullopt);
}

TEST(Prestatielijst, FindsByToewijzingReferenceAndCredit) {
  Prestatielijst list;
  list.add(line("42420001", "R1", 7));
  list.add(line("42420002", "R1", 8));
  list.add(line("42420001", "R2", 7, "R1"));
  list.add(line("42420001", "R1", 9));
  EXPECT_THAT(references(list.op_toewijzing("0935", 7)), ElementsAre("R1", "R2"));
  EXPECT_THAT(references(list.op_toewijzing("0936", 7)), IsEmpty());
  EXPECT_EQ(list.met_referentie("42420001", "R1").size(), 2U);
  EXPECT_EQ(list.met_referentie("42420001", "R1").at(1).toewijzing, 9);
  EXPECT_THROW(list.met_referentie("42420001", "R1").at(2), std::out_of_range);
  EXPECT_THAT(references(list.credits_op("42420001", "R1")), ElementsAre("R2"));
  EXPECT_THAT(references(list.credits_op("42420002", "R1")), IsEmpty());
  list.forget(0);
  EXPECT_THAT(references(list.op_toewijzing("0935", 7)), ElementsAre("R2"));
  EXPECT_EQ(list.met_referentie("42420001", "R1").at(0).toewijzing, 9);
}

RC_GTEST_PROP(Prestatielijst, AnswersAsAPlainListDoes, ()) {
  struct Plain {
    std::string aanbieder, referentie, vorig;
    std::int64_t toewijzing;
    bool vergeten;
  };
  Prestatielijst list;
  std::vector<Plain> plain;
  const int count = *rc::gen::inRange(0, 60);
  for (int i = 0; i < count; ++i) {
    const bool credit = *rc::gen::inRange(0, 3) == 0;
    plain.push_back({fmt::format("4242000{}", *rc::gen::inRange(0, 3)), fmt::format("R{}", *rc::gen::inRange(0, 8)),
                     credit ? fmt::format("R{}", *rc::gen::inRange(0, 8)) : "", *rc::gen::inRange(0, 5), false});
    list.add(line(plain.back().aanbieder, plain.back().referentie, plain.back().toewijzing, plain.back().vorig));
    if (*rc::gen::inRange(0, 4) != 0) continue;
    const int gone = *rc::gen::inRange(0, static_cast<int>(plain.size()));
    plain[static_cast<std::size_t>(gone)].vergeten = true;
    list.forget(static_cast<Prestatielijst::Nummer>(gone));
  }
  const auto expected = [&](const auto& is_it) {
    std::vector<std::string> out;
    for (const Plain& p : plain) {
      if (!p.vergeten && is_it(p)) out.push_back(p.referentie);
    }
    return out;
  };
  for (const std::string party : {"42420000", "42420001", "42420002"}) {
    for (int r = 0; r < 8; ++r) {
      const std::string name = fmt::format("R{}", r);
      RC_ASSERT(references(list.met_referentie(party, name)) ==
                expected([&](const Plain& p) { return p.aanbieder == party && p.referentie == name; }));
      RC_ASSERT(references(list.credits_op(party, name)) ==
                expected([&](const Plain& p) { return p.aanbieder == party && p.vorig == name; }));
    }
  }
  for (int t = 0; t < 5; ++t)
    RC_ASSERT(references(list.op_toewijzing("0935", t)) == expected([&](const Plain& p) { return p.toewijzing == t; }));
}

}  // namespace
}  // namespace zorgkader::iwmo
