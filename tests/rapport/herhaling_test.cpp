// Reading back what bereken wrote: every word of the call, and nothing that was not written so.
#include "rapport/herhaling.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rapport/json.hpp"
#include "rapport/voorbeeld.hpp"

namespace zorgkader {
namespace {

using testing::HasSubstr;

Berekening voorbeeld() {
  Berekening b = make_berekening({lumpsum()});
  b.vingerafdruk = "0123456789abcdef";
  b.oproep = {"map/p \"x\".md",
              std::nullopt,
              {{"a", "5%"}, {"a", "6%"}},
              {{"laag", {{"b", "1"}, {"c", "ja"}}}, {"hoog", {}}},
              "2022-03-01",
              {"lumpsum", "x"},
              std::nullopt,
              std::nullopt};
  return b;
}

std::string json(const Berekening& b) {
  return written([&](std::ostream& out) { write_json(b, out); });
}

TEST(Herhaling, LeestElkWoordTerug) {
  Berekening b = voorbeeld();
  auto read = lees_herhaling(json(b), "a.json");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->oproep, b.oproep);
  EXPECT_EQ(read->vingerafdruk, b.vingerafdruk);
  for (const Oproep& other : {Oproep{"p.md", "feiten", {}, {}, std::nullopt, {}, std::nullopt, std::nullopt},
                              Oproep{"p.md", std::nullopt, {}, {}, std::nullopt, {}, "map/d.db", "2025-06-30"},
                              Oproep{"p.md", std::nullopt, {}, {}, std::nullopt, {}, "map/d.db", std::nullopt}}) {
    b.oproep = other;
    read = lees_herhaling(json(b), "a.json");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->oproep, other);
  }
}

TEST(Herhaling, WeigertWatGeenUitkomstIs) {
  const auto refusal = [](const std::string& text) {
    const auto read = lees_herhaling(text, "a.json");
    return read ? std::string("gelezen") : read.errors()[0].code + ": " + read.errors()[0].wat;
  };
  const std::string good = json(voorbeeld());
  const auto without = [&](const std::string& from, const std::string& to) {
    std::string out = good;
    out.replace(out.find(from), from.size(), to);
    return out;
  };
  for (const std::string& text :
       {std::string(), std::string("gemeente;waarde\n"), std::string("[1]"), std::string("\xff"), good + "x",
        std::string(200, '['), without("\"alleen\":[", "\"alleen\":[1,"), without("\"feiten\":null", "\"feiten\":3"),
        without("\"zet\":[", "\"zeten\":["), without("\"vingerafdruk\":", "\"vinger\":")})
    EXPECT_THAT(refusal(text), HasSubstr("uitkomst-onleesbaar")) << text;
  EXPECT_THAT(refusal(without("zorgkader-uitkomst", "zorgkader-herleiding")), HasSubstr("`formaat`"));
  EXPECT_THAT(refusal(without("\"opdracht\":", "\"opdrachten\":")), HasSubstr("waarmee"));
}

TEST(Herhaling, ZietElkAnderBedrag) {
  const Berekening b = voorbeeld();
  EXPECT_TRUE(zelfde_uitkomsten(json(b), b));
  std::string other = json(b);
  other.replace(other.find("960797.50"), 9, "960797.51");
  EXPECT_FALSE(zelfde_uitkomsten(other, b));
  EXPECT_FALSE(zelfde_uitkomsten("{}", b));
  EXPECT_FALSE(zelfde_uitkomsten("x", b));
}

}  // namespace
}  // namespace zorgkader
