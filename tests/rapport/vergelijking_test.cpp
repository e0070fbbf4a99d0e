// Comparisons in every form: what people see at several widths, and what programs read.
#include "rapport/vergelijking.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "rapport/voorbeeld.hpp"
#include "rapport/werkboek_lezer.hpp"

namespace zorgkader {
namespace {

std::optional<Waarde> euro(std::int64_t count) {
  return cents(count);
}

Vergelijkkolom column(const std::string& titel, Cellen cells, int groep = 0, int verschil_met = -1) {
  Vergelijkkolom out;
  out.titel = titel;
  out.cellen = std::move(cells);
  out.groep = groep;
  out.verschil_met = verschil_met;
  return out;
}

/// Three cells under two arrangements; the second does not have the last one.
Vergelijking two() {
  Vergelijking v{"vergelijk", "Vergelijking van 2 regelingen", "regeling", {}, {}, {"Een slotzin."}};
  v.zijden.push_back({"Lumpsum", "Lumpsum", "a.md", "1", "2023-01-01", "0123456789abcdef", {{"index", "3%"}}});
  v.zijden.push_back({"P*q in uren", "P*q in uren", "map/b.md", "", "2023-01-01", "", {}});
  Vergelijktabel t;
  t.naam = "bedrag";
  t.vorm.eenheid = *Eenheid::parse("€");
  t.sleutels = {{"gemeente", {"Oost", "West;Zuid"}, {0, 0, 1}}, {"aanbieder", {"De Brug", "De Hoek"}, {0, 1, 0}}};
  t.kolommen.push_back(column("Lumpsum", {euro(123456), euro(5), euro(100)}));
  t.kolommen.push_back(column("P*q in uren", {euro(120000), Waarde(Getal::breuk(1, 3)), std::nullopt}));
  t.kolommen.push_back(column("verschil P*q in uren", {euro(-3456), Waarde(Getal::breuk(17, 60)), std::nullopt}, 1, 1));
  t.opmerking = "Een opmerking.";
  v.tabellen.push_back(t);
  Vergelijktabel r;
  r.naam = "risico";
  r.vorm.soort = Soort::tekst;
  r.sleutels = {{"soort", {"volume"}, {0}}};
  r.kolommen.push_back(column("Lumpsum", {Waarde(std::string("aanbieder"))}));
  r.kolommen.push_back(column("P*q in uren", {Waarde(std::string("aanbieder"))}));
  r.geen_verschil = true;
  r.is_concept = false;
  v.tabellen.push_back(r);
  return v;
}

std::string shown(const Vergelijking& v, std::size_t width) {
  return written([&](std::ostream& out) { write_tabel(v, out, {false, 200, width}); });
}

const std::string kOpening = R"(Vergelijking van 2 regelingen, peildatum 1 januari 2023
  Lumpsum      a.md, versie 1
               gezet: index = 3%
  P*q in uren  map/b.md

bedrag  [€]
)";
const std::string kSlot = R"(
risico  [tekst]  geen verschil
soort   Lumpsum    P*q in uren
──────────────────────────────
volume  aanbieder  aanbieder

Een slotzin.

Concept: aan deze bedragen kunnen geen rechten worden ontleend; er kan niet op worden betaald.
)";

TEST(Vergelijking, HasAColumnASideWhereThereIsRoom) {
  EXPECT_EQ(shown(two(), 0), kOpening + R"(                                                  verschil P*q
gemeente   aanbieder   Lumpsum      P*q in uren        in uren
──────────────────────────────────────────────────────────────
Oost       De Brug    1.234,56  1.200,00         -34,56
           De Hoek        0,05      0,33333333…    0,28333333…
West;Zuid  De Brug        1,00      –              –
──────────────────────────────────────────────────────────────
totaal                1.235,61  1.200,33333333…  -35,27666667…
Een opmerking.
)" + kSlot);
}

TEST(Vergelijking, PutsDifferencesBelowWhereTheyDoNotFit) {
  const std::string got = shown(two(), 50);
  EXPECT_NE(got.find("gemeente   aanbieder   Lumpsum      P*q in uren\n"), std::string::npos) << got;
  EXPECT_NE(got.find("gemeente   aanbieder        in uren\n"), std::string::npos) << got;
}

TEST(Vergelijking, HasALineASideOnANarrowTerminal) {
  Vergelijking v = two();
  v.tabellen.pop_back();
  auto& columns = v.tabellen[0].kolommen;
  columns[1].cellen[1] = euro(33);
  columns[2].cellen[1] = euro(28);
  columns.insert(columns.begin() + 2, column("Maandtarief", {euro(100), euro(200), euro(300)}));
  columns.push_back(column("verschil Maandtarief", {euro(-123356), euro(195), euro(200)}, 1, 2));
  EXPECT_EQ(shown(v, 55), kOpening + R"(gemeente   aanbieder  regeling       waarde   verschil
──────────────────────────────────────────────────────
Oost       De Brug    Lumpsum      1.234,56
                      P*q in uren  1.200,00     -34,56
                      Maandtarief      1,00  -1.233,56
           De Hoek    Lumpsum          0,05
                      P*q in uren      0,33       0,28
                      Maandtarief      2,00       1,95
West;Zuid  De Brug    Lumpsum          1,00
                      P*q in uren      –          –
                      Maandtarief      3,00       2,00
──────────────────────────────────────────────────────
totaal                Lumpsum      1.235,61
                      P*q in uren  1.200,33     -35,28
                      Maandtarief      6,00  -1.229,61
Een opmerking.

Een slotzin.

Concept: aan deze bedragen kunnen geen rechten worden ontleend; er kan niet op worden betaald.
)");
}

TEST(Vergelijking, PutsMembersOnALineOfTheirOwnWhereNothingElseFits) {
  Vergelijking v = two();
  v.tabellen.pop_back();
  v.tabellen[0].kolommen[1].cellen[1] = euro(33);
  v.tabellen[0].kolommen[2].cellen[1] = euro(28);
  Vergelijkkolom part = column("volume", {euro(-3456), euro(0), std::nullopt}, 1);
  part.is_deel = true;
  v.tabellen[0].kolommen.push_back(part);
  EXPECT_EQ(shown(v, 40), kOpening + R"(gemeente, aanbieder    waarde  verschil
───────────────────────────────────────
Oost, De Brug
  Lumpsum            1.234,56
  P*q in uren        1.200,00    -34,56
    volume                       -34,56
Oost, De Hoek
  Lumpsum                0,05
  P*q in uren            0,33      0,28
West;Zuid, De Brug
  Lumpsum                1,00
  P*q in uren            –         –
───────────────────────────────────────
totaal
  Lumpsum            1.235,61
  P*q in uren        1.200,33    -35,28
    volume                       -34,56
Een opmerking.

Een slotzin.

Concept: aan deze bedragen kunnen geen rechten worden ontleend; er kan niet op worden betaald.
)");
}

TEST(Vergelijking, LeavesOutRowsBeyondTheLimitButCountsThem) {
  const std::string got = written([&](std::ostream& out) { write_tabel(two(), out, {false, 1, 0}); });
  EXPECT_NE(got.find("… en nog 2 regels; alles met --als csv"), std::string::npos) << got;
  EXPECT_NE(got.find("totaal               1.235,61"), std::string::npos) << got;
}

TEST(Vergelijking, IsExactAsCsv) {
  EXPECT_EQ(written([](std::ostream& out) { write_csv(two(), out); }),
            R"(naam;gemeente;aanbieder;soort;Lumpsum;P*q in uren;verschil P*q in uren;eenheid;status
bedrag;Oost;De Brug;;1234.56;1200.00;-34.56;€;concept
bedrag;Oost;De Hoek;;0.05;0.33333333333333333333;0.28333333333333333333;€;concept
bedrag;"West;Zuid";De Brug;;1.00;;;€;concept
risico;;;volume;aanbieder;aanbieder;;tekst;definitief
)");
}

TEST(Vergelijking, IsReadBackAsJson) {
  Vergelijking v = two();
  v.tabellen[0].kolommen[1].getoond = {euro(120000), euro(33), std::nullopt};
  const auto root = boost::json::parse(written([&](std::ostream& out) { write_json(v, out); }));
  EXPECT_EQ(root.at("formaat").as_string(), "zorgkader-vergelijking");
  EXPECT_EQ(root.at("soort").as_string(), "vergelijk");
  EXPECT_EQ(root.at("geen_verschil"), false);
  EXPECT_EQ(root.at("zijden").at(0).at("gezet").at("index").as_string(), "3%");
  const auto& rows = root.at("tabellen").at(0).at("rijen");
  EXPECT_EQ(rows.at(0).at("sleutels").at("aanbieder").as_string(), "De Brug");
  EXPECT_EQ(rows.at(0).at("waarden").at("Lumpsum").at("waarde").as_string(), "1234.56");
  EXPECT_EQ(rows.at(1).at("waarden").at("P*q in uren").at("noemer").as_string(), "3");
  EXPECT_EQ(rows.at(1).at("waarden").at("P*q in uren").at("getoond").as_string(), "0.33");
  EXPECT_TRUE(rows.at(2).at("waarden").at("P*q in uren").is_null());
  EXPECT_EQ(root.at("tabellen").at(1).at("geen_verschil"), true);
}

TEST(Vergelijking, IsAWorkbookWithASheetAQuantity) {
  const Map map;
  const std::string pad = map.file("uit.xlsx");
  ASSERT_TRUE(write_xlsx(two(), pad));
  EXPECT_EQ(sheet(pad, 1).at(2).at(2), "'a.md'");
  const auto rows = sheet(pad, 2);
  EXPECT_EQ(rows.at(0), (Rij{"'gemeente'", "'aanbieder'", "'Lumpsum'", "'P*q in uren'", "'verschil P*q in uren'",
                             "'eenheid'", "'status'", "'exact P*q in uren'", "'exact verschil P*q in uren'"}));
  EXPECT_EQ(rows.at(1), (Rij{"'Oost'", "'De Brug'", "1234.56", "1200", "-34.56", "'€'", "'concept'"}));
  EXPECT_EQ(rows.at(2).at(7), "'1/3'");
  EXPECT_EQ(rows.at(3), (Rij{"'West;Zuid'", "'De Brug'", "1", "'€'", "'concept'"}));
  EXPECT_EQ(sheet(pad, 3).at(1), (Rij{"'volume'", "'aanbieder'", "'aanbieder'", "'tekst'", "'definitief'"}));
  EXPECT_EQ(map.files(), 1U);
}

TEST(Vergelijking, ALostFolderIsAFinding) {
  const auto written = write_xlsx(two(), "geen/map/uit.xlsx");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.errors()[0].code, "bestand-onleesbaar");
}

}  // namespace
}  // namespace zorgkader
