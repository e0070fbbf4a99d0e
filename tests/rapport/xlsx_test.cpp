// XLSX: the workbook is unzipped and its XML read, as another program would.
#include "rapport/xlsx.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "rapport/voorbeeld.hpp"
#include "rapport/werkboek_lezer.hpp"

namespace zorgkader {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string bytes(const std::string& pad) {
  std::ifstream in(pad, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Xlsx, HasTheColumnsOfTheCsv) {
  const Map map;
  const std::string pad = map.file("uit.xlsx");
  const auto size = write_xlsx(make_berekening({lumpsum()}), pad);
  ASSERT_TRUE(size);
  EXPECT_EQ(*size, std::filesystem::file_size(pad));
  EXPECT_EQ(map.files(), 1U);
  const auto rows = sheet(pad, 2);
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_THAT(rows[0], ElementsAre("'gemeente'", "'aanbieder'", "'dienst'", "'waarde'", "'eenheid'", "'status'"));
  EXPECT_THAT(rows[1], ElementsAre("'Voorstad'", "'De Brug'", "'BGG'", "960797.5", "'€'", "'concept'"));
  EXPECT_THAT(rows[3], ElementsAre("'Voorstad'", "'Één Zorg'", "'BGG'", "0.05", "'€'", "'concept'"));
  const std::string xml = part(pad, "xl/worksheets/sheet2.xml");
  EXPECT_THAT(xml, HasSubstr("state=\"frozen\""));
  EXPECT_THAT(xml, HasSubstr("<autoFilter ref=\"A1:F5\"/>"));
  EXPECT_THAT(part(pad, "xl/styles.xml"), HasSubstr("[$€-413] #,##0.00######"));
}

TEST(Xlsx, NeverChangesANumber) {
  const Map map;
  const std::string pad = map.file("uit.xlsx");
  Uitkomst u = make_uitkomst("x", "€", {});
  add(u, {}, Getal::breuk(999999999999999, 100));
  add(u, {}, Getal::breuk(1234567890123457, 100));
  add(u, {}, Getal::breuk(1, 3));
  add(u, {}, Getal(10).pow(400));
  Uitkomst p = make_uitkomst("p", "%", {});
  add(p, {}, Getal::breuk(387, 10000));
  add(p, {}, Getal::breuk(1, 3));
  ASSERT_TRUE(write_xlsx(make_berekening({u, p}), pad));
  const auto rows = sheet(pad, 2);
  EXPECT_THAT(rows[0], ElementsAre("'waarde'", "'eenheid'", "'status'", "'exact'"));
  EXPECT_THAT(rows[1], ElementsAre("9999999999999.99", "'€'", "'concept'"));
  EXPECT_THAT(rows[2], ElementsAre("'12345678901234.57'", "'€'", "'concept'", "'1234567890123457/100'"));
  EXPECT_THAT(rows[3], ElementsAre("'0.33333333333333333333'", "'€'", "'concept'", "'1/3'"));
  EXPECT_THAT(rows[4][0], HasSubstr("'1000"));
  EXPECT_EQ(rows[4][3], "'1" + std::string(400, '0') + "/1'");
  EXPECT_THAT(sheet(pad, 3)[1], ElementsAre("0.0387", "'%'", "'concept'"));
  EXPECT_THAT(sheet(pad, 3)[2], ElementsAre("'33.333333333333333333%'", "'%'", "'concept'", "'1/3'"));
}

TEST(Xlsx, WritesOtherKinds) {
  const Map map;
  const std::string pad = map.file("uit.xlsx");
  Uitkomst ja = make_uitkomst("partner", Soort::ja_nee, {});
  add(ja, {}, true);
  Uitkomst dag = make_uitkomst("ingang", Soort::datum, {});
  add(dag, {}, Datum(std::chrono::year(2022) / 3 / 1));
  add(dag, {}, Datum(std::chrono::year(1900) / 3 / 1));
  add(dag, {}, Datum(std::chrono::year(1900) / 2 / 28));
  Uitkomst tekst = make_uitkomst("reden", Soort::tekst, {});
  add(tekst, {}, std::string("=1+1"));
  ASSERT_TRUE(write_xlsx(make_berekening({ja, dag, tekst}), pad));
  EXPECT_THAT(sheet(pad, 2)[1], ElementsAre("'ja'", "'ja/nee'", "'concept'"));
  EXPECT_THAT(sheet(pad, 3)[1], ElementsAre("44621", "'datum'", "'concept'"));
  EXPECT_THAT(sheet(pad, 3)[2], ElementsAre("61", "'datum'", "'concept'"));
  EXPECT_THAT(sheet(pad, 3)[3], ElementsAre("'1900-02-28'", "'datum'", "'concept'"));
  EXPECT_THAT(sheet(pad, 4)[1], ElementsAre("'=1+1'", "'tekst'", "'concept'"));
}

TEST(Xlsx, BeginsWithAnOverview) {
  const Map map;
  const std::string pad = map.file("uit.xlsx");
  Berekening b = make_berekening({lumpsum()});
  b.gezet = {{"omzetdeel", "80%"}};
  ASSERT_TRUE(write_xlsx(b, pad));
  const auto rows = sheet(pad, 1);
  ASSERT_EQ(rows.size(), 8U);
  EXPECT_THAT(rows[0], ElementsAre("'regeling'", "'Partnerschap'"));
  EXPECT_THAT(rows[4], ElementsAre("'gezet'", "'omzetdeel=80%'"));
  EXPECT_THAT(rows[6],
              ElementsAre("'lumpsum'", "'lumpsum'", "'concept'", "'getal'", "'€'", "4", "'4.3 Lumpsum per aanbieder'",
                          "'Nota partnerschap (2022), 4.3 Lumpsum'", "112", "'0123456789abcdef'"));
  EXPECT_THAT(rows[7][0], HasSubstr("er kan niet op worden betaald"));
}

TEST(Xlsx, GivesEverySheetItsOwnName) {
  const Map map;
  const std::string pad = map.file("uit.xlsx");
  std::vector<Uitkomst> uitkomsten;
  const std::string lang(40, 'x');
  for (const std::string& naam :
       {std::string("overzicht"), lang, lang, std::string("a/b:[c]"), std::string("History"), std::string("'é'")}) {
    uitkomsten.push_back(make_uitkomst(naam, "", {}));
    add(uitkomsten.back(), {}, Getal(1));
  }
  ASSERT_TRUE(write_xlsx(make_berekening(uitkomsten), pad));
  EXPECT_THAT(all(part(pad, "xl/workbook.xml"), "<sheet name=\"([^\"]*)\""),
              ElementsAre("Overzicht", "overzicht~2", std::string(31, 'x'), std::string(29, 'x') + "~2", "a_b__c_",
                          "History~2", "_é_"));
}

TEST(Xlsx, GivesTheSameBytesForTheSameResults) {
  const Map map;
  ASSERT_TRUE(write_xlsx(make_berekening({lumpsum()}), map.file("een.xlsx")));
  ASSERT_TRUE(write_xlsx(make_berekening({lumpsum()}), map.file("twee.xlsx")));
  EXPECT_EQ(bytes(map.file("een.xlsx")), bytes(map.file("twee.xlsx")));
  EXPECT_THAT(part(map.file("een.xlsx"), "docProps/core.xml"), HasSubstr("2000-01-01T00:00:00Z"));
}

TEST(Xlsx, HoldsManyRowsInLittleMemory) {
  const Map map;
  const std::string pad = map.file("uit.xlsx");
  Uitkomst u = make_uitkomst("x", "€", {"a"});
  u.tabel.sleutels[0].leden = {"een\x01 & twee"};
  u.tabel.sleutels[0].codes.assign(50'001, 0);
  u.tabel.waarden.ints.assign(50'001, 7);
  ASSERT_TRUE(write_xlsx(make_berekening({u}), pad));
  const std::string xml = part(pad, "xl/worksheets/sheet2.xml");
  EXPECT_THAT(xml.substr(0, 2000), HasSubstr("een_x0001_ &amp; twee"));
  EXPECT_THAT(xml, HasSubstr("<row r=\"50002\">"));
  EXPECT_EQ(sheet(pad, 1).size(), 7U);
}

TEST(Xlsx, RefusesMoreRowsThanASheetHolds) {
  const Map map;
  Uitkomst u = make_uitkomst("x", "€", {});
  u.tabel.waarden.ints.assign(1'048'576, 7);
  const auto found = write_xlsx(make_berekening({u}), map.file("uit.xlsx"));
  ASSERT_FALSE(found);
  EXPECT_EQ(found.errors()[0].code, "bestand-te-groot");
  EXPECT_EQ(found.errors()[0].wat, "`x` heeft 1.048.576 rijen; een XLSX-blad houdt er ten hoogste 1.048.575.");
  EXPECT_EQ(map.files(), 0U);
}

TEST(Xlsx, LeavesWhatWasThereWhenItFails) {
  const Map map;
  const std::string pad = map.file("uit.xlsx");
  std::ofstream(pad) << "oud";
  Uitkomst u = make_uitkomst("x", Soort::tekst, {});
  add(u, {}, std::string(32'768, 'x'));
  const auto found = write_xlsx(make_berekening({u}), pad);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.errors()[0].wat, "Het bestand kan niet geschreven worden: een tekst is langer dan 32.767 tekens.");
  EXPECT_EQ(bytes(pad), "oud");
  EXPECT_EQ(map.files(), 1U);
  EXPECT_FALSE(write_xlsx(make_berekening({u}), map.file("geen/map.xlsx")));
}

}  // namespace
}  // namespace zorgkader
