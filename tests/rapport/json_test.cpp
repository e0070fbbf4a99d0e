// JSON: the exact text, and that a JSON reader finds the same values in it.
#include "rapport/json.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "rapport/voorbeeld.hpp"

namespace zorgkader {
namespace {

std::string json(const Berekening& b) {
  return written([&](std::ostream& out) { write_json(b, out); });
}

TEST(Json, WritesALinePerRow) {
  Uitkomst u = make_uitkomst("lumpsum", "€", {"gemeente"});
  u.kop = "4.3 Lumpsum";
  u.bron = "Nota, 4.3";
  u.regel = 12;
  add(u, {"Voorstad"}, cents(96079750));
  add(u, {"Zeg \"ja\""}, Getal::breuk(1, 3));
  Berekening b = make_berekening({u});
  b.gezet = {{"omzetdeel", "80%"}, {"plafond", "1.000"}};
  b.vingerafdruk = "0123456789abcdef";
  b.oproep = {"p.md",       "feiten",    {{"omzetdeel", "80%"}}, {{"laag", {{"a", "1"}}}},
              std::nullopt, {"lumpsum"}, std::nullopt,           std::nullopt};
  EXPECT_EQ(json(b), R"({"formaat":"zorgkader-uitkomst","formaatversie":1,
"regeling":"Partnerschap",
"document":"regelingen/partnerschap.md",
"versie":"1.2",
"peildatum":"2022-03-01",
"gezet":{"omzetdeel":"80%","plafond":"1.000"},
"opdracht":{"regeling":"p.md","feiten":"feiten","zet":[{"naam":"omzetdeel","waarde":"80%"}],"scenarios":[{"naam":"laag","zet":[{"naam":"a","waarde":"1"}]}],"peildatum":null,"alleen":["lumpsum"]},
"vingerafdruk":"0123456789abcdef",
"uitkomsten":[
{"naam":"lumpsum","eenheid":"€","soort":"getal","status":"concept","kop":"4.3 Lumpsum","bron":"Nota, 4.3","regel":12,"sleutels":["gemeente"],"rijen":[
{"sleutels":{"gemeente":"Voorstad"},"waarde":"960797.50","verwijzing":"lumpsum[gemeente=Voorstad]@0123456789abcdef"},
{"sleutels":{"gemeente":"Zeg \"ja\""},"waarde":"0.33333333333333333333","teller":"1","noemer":"3","verwijzing":"lumpsum[gemeente=\"Zeg \\\"ja\\\"\"]@0123456789abcdef"}
]}
]}
)");
}

TEST(Json, IsReadBackByAnotherReader) {
  Uitkomst ja = make_uitkomst("partner", Soort::ja_nee, {"a", "b"});
  add(ja, {"x\n\x01", "\xff y"}, true);
  add(ja, {"x\n\x01", "z"}, false);
  Uitkomst dag = make_uitkomst("ingang", Soort::datum, {});
  dag.is_concept = false;
  add(dag, {}, Datum(std::chrono::year(2022) / 3 / 1));
  Uitkomst tekst = make_uitkomst("reden", Soort::tekst, {});
  add(tekst, {}, std::string("a\"b\\c"));
  Uitkomst procent = make_uitkomst("aandeel", "%", {});
  add(procent, {}, Getal::breuk(1, 3));
  const auto root = boost::json::parse(json(make_berekening({ja, dag, tekst, procent})));
  const auto& out = root.at("uitkomsten").as_array();
  const auto row = [&](std::size_t u, std::size_t r) { return out.at(u).at("rijen").at(r).as_object(); };
  EXPECT_EQ(row(0, 0).at("waarde"), true);
  EXPECT_EQ(row(0, 1).at("waarde"), false);
  EXPECT_EQ(row(0, 0).at("sleutels").at("a").as_string(), "x\n\x01");
  EXPECT_EQ(row(0, 0).at("sleutels").at("b").as_string(), "\xEF\xBF\xBD y");
  EXPECT_EQ(out.at(0).at("soort").as_string(), "ja/nee");
  EXPECT_EQ(out.at(0).at("eenheid").as_string(), "");
  EXPECT_EQ(row(1, 0).at("waarde").as_string(), "2022-03-01");
  EXPECT_EQ(out.at(1).at("status").as_string(), "definitief");
  EXPECT_EQ(row(2, 0).at("waarde").as_string(), "a\"b\\c");
  EXPECT_EQ(row(3, 0).at("waarde").as_string(), "33.333333333333333333");
  EXPECT_EQ(row(3, 0).at("teller").as_string(), "1");
  EXPECT_EQ(row(3, 0).at("noemer").as_string(), "3");
}

TEST(Json, IsWholeWithoutResults) {
  EXPECT_EQ(boost::json::parse(json(Berekening{})).at("uitkomsten").as_array().size(), 0U);
  EXPECT_EQ(boost::json::parse(json(make_berekening({make_uitkomst("x", "", {})}))).at("uitkomsten").as_array().size(),
            1U);
}

}  // namespace
}  // namespace zorgkader
