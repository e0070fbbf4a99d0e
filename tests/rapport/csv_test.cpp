// CSV: exact texts.
#include "rapport/csv.hpp"

#include <gtest/gtest.h>

#include "rapport/voorbeeld.hpp"

namespace zorgkader {
namespace {

std::string csv(std::vector<Uitkomst> uitkomsten) {
  return written([&](std::ostream& out) { write_csv(make_berekening(std::move(uitkomsten)), out); });
}

TEST(Csv, WritesOneQuantity) {
  EXPECT_EQ(csv({lumpsum()}),
            "gemeente;aanbieder;dienst;waarde;eenheid;status\n"
            "Voorstad;De Brug;BGG;960797.50;€;concept\n"
            "Voorstad;De Brug;BGI;1200.00;€;concept\n"
            "Voorstad;Één Zorg;BGG;0.05;€;concept\n"
            "Dorp;De Brug;BGG;-10000.00;€;concept\n");
}

TEST(Csv, WritesSeveralQuantitiesUnderTheUnionOfTheirKeys) {
  Uitkomst a = make_uitkomst("aandeel", "%", {"gemeente"});
  a.is_concept = false;
  add(a, {"Dorp"}, Getal::breuk(387, 10000));
  Uitkomst b = make_uitkomst("volume", "", {"maand", "gemeente"});
  add(b, {"mei", "Dorp"}, Getal::breuk(25, 2));
  Uitkomst c = make_uitkomst("budget", "€/uur", {});
  add(c, {}, Getal::breuk(1, 3));
  EXPECT_EQ(csv({a, b, c}),
            "naam;gemeente;maand;waarde;eenheid;status\n"
            "aandeel;Dorp;;3.87;%;definitief\n"
            "volume;Dorp;mei;12.5;;concept\n"
            "budget;;;0.33333333333333333333;€/uur;concept\n");
}

TEST(Csv, WritesOtherKinds) {
  Uitkomst ja = make_uitkomst("partner", Soort::ja_nee, {});
  add(ja, {}, true);
  Uitkomst dag = make_uitkomst("ingang", Soort::datum, {});
  add(dag, {}, Datum(std::chrono::year(2022) / 3 / 1));
  Uitkomst tekst = make_uitkomst("reden", Soort::tekst, {});
  add(tekst, {}, std::string("=1+1;\"a\"\nb"));
  EXPECT_EQ(csv({ja, dag, tekst}),
            "naam;waarde;eenheid;status\npartner;ja;ja/nee;concept\ningang;2022-03-01;datum;concept\n"
            "reden;\"=1+1;\"\"a\"\"\nb\";tekst;concept\n");
}

TEST(Csv, QuotesMembersAndNames) {
  Uitkomst u = make_uitkomst("x", "", {"a;b"});
  add(u, {"c\"d"}, Getal(1));
  add(u, {"-e"}, Getal(2));
  EXPECT_EQ(csv({u}), "\"a;b\";waarde;eenheid;status\n\"c\"\"d\";1;;concept\n-e;2;;concept\n");
}

TEST(Csv, WritesHeadersWithoutRows) {
  EXPECT_EQ(csv({}), "waarde;eenheid;status\n");
  EXPECT_EQ(csv({make_uitkomst("x", "", {"a"})}), "a;waarde;eenheid;status\n");
}

TEST(Csv, KeepsEveryRowOfALargeTable) {
  Uitkomst u = make_uitkomst("x", "€", {});
  u.tabel.waarden.noemer = 100;
  std::string expected = "waarde;eenheid;status\n";
  for (int i = 0; i < 100'000; ++i) {
    u.tabel.waarden.ints.push_back(i * 100);
    expected += std::to_string(i) + ".00;€;concept\n";
  }
  EXPECT_EQ(csv({u}), expected);
}

}  // namespace
}  // namespace zorgkader
