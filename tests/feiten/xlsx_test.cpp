// Workbooks: written by libxlsxwriter as office users would have them, and by hand where the format has corners.
#include <xlsxwriter.h>

#include "feiten/opmaak.hpp"
#include "hulp.hpp"
#include "zipbouwer.hpp"

namespace zorgkader::feiten {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Key;
using Lines = std::vector<std::string>;

constexpr const char* kKop =
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><r><t>waar</t></r><r><t>de</t></r>"
    "<rPh><t>x</t></rPh></is></c></row>";

/// What a hand-made workbook gives: the rows, or the sentences of the findings.
Lines read(const Delen& delen, const FeitVorm& asked) {
  const TijdelijkeMap map;
  write_zip(map.pad() / "tarief.xlsx", delen);
  const Feiten got = read_feiten(map.pad(), {asked});
  EXPECT_EQ(got.tabellen.contains("tarief"), got.bevindingen.empty());
  EXPECT_EQ(got.onbruikbaar.contains("tarief"), !got.bevindingen.empty());
  if (got.bevindingen.empty()) return rows(got.tabellen.at("tarief"));
  Lines out;
  for (const Bevinding& b : got.bevindingen) out.push_back(b.code + ": " + b.wat);
  return out;
}

Lines read_rows(const std::string& sheet_data, const FeitVorm& asked) {
  return read(minimal(kKop + sheet_data), asked);
}

/// The value cell of the one row with key `A &`.
Lines read_waarde(const std::string& attributes, const std::string& content, const FeitVorm& asked) {
  return read_rows(
      "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" " + attributes + ">" + content + "</c></row>", asked);
}

struct Geval {
  const char* naam;
  const char* attributes;
  const char* content;
  FeitVorm vorm;
  const char* want;
};

const std::vector<Geval>& gevallen() {
  static const FeitVorm getal = vorm("", {"product"}), procent = vorm("%", {"product"}), euro = vorm("€", {"product"});
  static const FeitVorm ja_nee = vorm(Soort::ja_nee, {"product"}), datum = vorm(Soort::datum, {"product"}),
                        tekst = vorm(Soort::tekst, {"product"});
  static const std::vector<Geval> all = {
      {"plain", "", "<v>1234.5</v>", getal, "A &=1234.5"},
      {"typed", "t=\"n\"", "<v>-7</v>", getal, "A &=-7"},
      {"exactly_as_written", "", "<v>0.1234567890123456</v>", getal, "A &=0.1234567890123456"},
      {"three_decimals", "", "<v>1.265</v>", getal, "A &=1.265"},
      {"noise", "", "<v>1234.5599999999999</v>", euro, "A &=1234.56"},
      {"small_noise", "", "<v>0.10000000000000001</v>", euro, "A &=0.10"},
      {"noise_exponent", "", "<v>3.8699999999999998E-2</v>", getal, "A &=0.0387"},
      {"really_seventeen", "", "<v>0.30000000000000004</v>", getal, "A &=0.30000000000000004"},
      {"exponent", "", "<v>1.5E+3</v>", getal, "A &=1500"},
      {"negative_exponent", "", "<v>-25e-4</v>", getal, "A &=-0.0025"},
      {"too_big", "", "<v>1E+60</v>", getal, nullptr},
      {"formula", "", "<f>1+1</f><v>2</v>", getal, "A &=2"},
      {"formula_text", "t=\"str\"", "<f>x</f><v>1.265,50</v>", getal, "A &=1265.5"},
      {"shared_text_number", "t=\"inlineStr\"", "<is><t>€ 1.265,50</t></is>", euro, "A &=1265.50"},
      {"percent_format", "s=\"4\"", "<v>3.8699999999999998E-2</v>", procent, "A &=3.87"},
      {"percent_custom", "s=\"5\"", "<v>0.5</v>", procent, "A &=50"},
      {"percent_plain", "", "<v>3.87</v>", procent, "A &=3.87"},
      {"percent_text", "t=\"inlineStr\"", "<is><t>3,87%</t></is>", procent, "A &=3.87"},
      {"format_with_words", "s=\"3\"", "<v>5</v>", getal, "A &=5"},
      {"bool", "t=\"b\"", "<v>1</v>", ja_nee, "A &=ja"},
      {"bool_no", "t=\"b\"", "<v>0</v>", ja_nee, "A &=nee"},
      {"date_builtin", "s=\"1\"", "<v>44621</v>", datum, "A &=2022-03-01"},
      {"date_custom", "s=\"2\"", "<v>44621.0</v>", datum, "A &=2022-03-01"},
      {"date_iso", "t=\"d\"", "<v>2022-03-01T00:00:00</v>", datum, "A &=2022-03-01"},
      {"date_text", "t=\"inlineStr\"", "<is><t>1 maart 2022</t></is>", datum, "A &=2022-03-01"},
      {"first_day", "s=\"1\"", "<v>1</v>", datum, "A &=1900-01-01"},
      {"before_the_day_that_never_was", "s=\"1\"", "<v>59</v>", datum, "A &=1900-02-28"},
      {"after_it", "s=\"1\"", "<v>61</v>", datum, "A &=1900-03-01"},
      {"last_day", "s=\"1\"", "<v>2958465</v>", datum, "A &=9999-12-31"},
      {"text_of_number", "", "<v>12.5</v>", tekst, "A &=12,5"},

      {"percent_on_euro", "s=\"4\"", "<v>0.05</v>", euro,
       "cel-fout: Blad `tarief`, cel B2: De cel is opgemaakt als percentage, maar de eenheid is €."},
      {"the_day_that_never_was", "s=\"1\"", "<v>60</v>", datum, "cel-fout: Blad `tarief`, cel B2: `60` is geen datum."},
      {"time_of_day", "s=\"1\"", "<v>44621.5</v>", datum, "cel-fout: Blad `tarief`, cel B2: `44621,5` is geen datum."},
      {"number_no_date", "", "<v>44621</v>", datum, "cel-fout: Blad `tarief`, cel B2: `44621` is geen datum."},
      {"date_no_number", "s=\"1\"", "<v>44621</v>", getal,
       "cel-fout: Blad `tarief`, cel B2: `2022-03-01` is geen getal."},
      {"error", "t=\"e\"", "<f>1/0</f><v>#N/A</v>", getal,
       "cel-fout: Blad `tarief`, cel B2: De cel bevat de foutwaarde `#N/A`."},
      {"no_number", "", "<v>12x</v>", getal, "cel-fout: Blad `tarief`, cel B2: De cel bevat de foutwaarde `12x`."},
      {"shared_out_of_range", "t=\"s\"", "<v>9</v>", tekst,
       "cel-fout: Blad `tarief`, cel B2: De cel bevat de foutwaarde `9`."},
      {"missing", "", "", getal, "cel-fout: Blad `tarief`, cel B2: De waarde ontbreekt."},
      {"formula_without_outcome", "", "<f>1+1</f>", getal, "cel-fout: Blad `tarief`, cel B2: De waarde ontbreekt."},
      {"ambiguous_text", "t=\"inlineStr\"", "<is><t>1.265</t></is>", getal,
       "getal-dubbelzinnig: Blad `tarief`, cel B2: `1.265` kan een duizendtal of een breuk zijn."},
  };
  return all;
}

class Cel : public testing::TestWithParam<Geval> {};

TEST_P(Cel, Read) {
  const Geval& g = GetParam();
  const Lines got = read_waarde(g.attributes, g.content, g.vorm);
  ASSERT_EQ(got.size(), 1U);
  if (g.want == nullptr) {
    EXPECT_THAT(got[0], HasSubstr("heeft te veel cijfers"));
  } else {
    EXPECT_EQ(got[0], g.want);
  }
}

INSTANTIATE_TEST_SUITE_P(Xlsx, Cel, testing::ValuesIn(gevallen()),
                         [](const auto& info) { return std::string(info.param.naam); });

TEST(Xlsx, System1904) {
  Delen delen = minimal(
      kKop + std::string("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" s=\"1\"><v>43159</v></c></row>"
                         "<row r=\"3\"><c r=\"A3\"><v>5</v></c><c r=\"B3\" s=\"1\"><v>0</v></c></row>"));
  std::string& book = delen["xl/workbook.xml"];
  book.replace(book.find("<workbookPr/>"), 13, "<workbookPr date1904=\"1\"/>");
  EXPECT_EQ(read(delen, vorm(Soort::datum, {"product"})), (Lines{"A &=2022-03-01", "5=1904-01-01"}));
}

TEST(Xlsx, KeysOfEveryKind) {
  EXPECT_EQ(read_rows("<row r=\"2\"><c r=\"A2\"><v>2022</v></c><c r=\"B2\"><v>1</v></c></row>"
                      "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>44621</v></c><c r=\"B3\"><v>2</v></c></row>"
                      "<row r=\"4\"><c r=\"A4\" t=\"b\"><v>1</v></c><c r=\"B4\"><v>3</v></c></row>",
                      vorm("", {"product"})),
            (Lines{"2022=1", "2022-03-01=2", "ja=3"}));
}

TEST(Xlsx, RowsAndCellsWithoutAddress) {
  EXPECT_EQ(read(minimal("<row><c t=\"s\"><v>0</v></c><c "
                         "t=\"s\"><v>1</v></c></row><row><c><v>7</v></c><c><v>1</v></c></row><row/>"),
                 vorm("", {"product"})),
            (Lines{"7=1"}));
}

TEST(Xlsx, Shape) {
  const FeitVorm one = vorm("", {"product"});
  const std::string good = "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>1</v></c></row>";
  EXPECT_EQ(read_rows(good + "<row r=\"4\"><c r=\"A4\"><v>2</v></c><c r=\"B4\"><v>1</v></c></row>", one),
            (Lines{"rij-fout: Blad `tarief`, rij 3: Er staat een lege rij tussen de rijen."}));
  EXPECT_EQ(read_rows(good + "<row r=\"9\"><c r=\"A9\" s=\"1\"/></row>", one), (Lines{"1=1"}));
  EXPECT_EQ(
      read_rows("<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>1</v></c><c r=\"C2\"><v>1</v></c></row>", one),
      (Lines{"rij-fout: Blad `tarief`, rij 2: De rij heeft 3 cellen, de kopregel heeft er 2."}));
  EXPECT_EQ(read_rows("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>", one),
            (Lines{"cel-fout: Blad `tarief`, cel B2: De waarde ontbreekt."}));
  EXPECT_EQ(read_rows("<row r=\"2\"><c r=\"B2\"><v>1</v></c></row>", one),
            (Lines{"cel-fout: Blad `tarief`, cel A2: De waarde ontbreekt."}));
  EXPECT_EQ(read_rows(good + "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"B3\"><v>1</v></c></row>", one),
            (Lines{"rij-dubbel: Blad `tarief`, rij 3: Dezelfde sleutels als op rij 2: product = 1."}));
  EXPECT_EQ(
      read_rows("<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>1</v></c><c r=\"XFD2\"><v>1</v></c></row>", one),
      (Lines{"rij-fout: Blad `tarief`, rij 2: De rij heeft meer dan 256 cellen, de kopregel heeft er 2."}));
  EXPECT_EQ(read(minimal(""), one).size(), 2U);
  EXPECT_EQ(read(minimal("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>"), one).size(), 2U);
}

TEST(Xlsx, DisorderIsRefused) {
  const FeitVorm one = vorm("", {"product"});
  for (const char* data : {"<row r=\"1\"/>", "<row r=\"0\"/>", "<row r=\"2000000\"/>", "<row r=\"x\"/>",
                           "<row r=\"2\"><c r=\"B2\"/><c r=\"A2\"/></row>", "<row r=\"2\"><c r=\"A3\"/></row>",
                           "<row r=\"2\"><c r=\"2\"/></row>", "<row r=\"2\"><row r=\"3\"/></row>"}) {
    EXPECT_EQ(read_rows(data, one),
              (Lines{"bestand-onleesbaar: Blad `tarief`: De rijen of cellen staan niet op volgorde."}))
        << data;
  }
}

TEST(Xlsx, HostileXmlIsRefused) {
  const FeitVorm one = vorm("", {"product"});
  const auto with = [&](const std::string& deel, const std::string& content) {
    Delen delen = minimal(kKop);
    delen[deel] = content;
    return read(delen, one)[0];
  };
  EXPECT_THAT(with("xl/sharedStrings.xml", "<!DOCTYPE sst [<!ENTITY a \"aaaa\">]><sst><si><t>&a;</t></si></sst>"),
              HasSubstr("heeft een DTD"));
  EXPECT_THAT(with("xl/sharedStrings.xml", "<!DOCTYPE sst SYSTEM \"file:///etc/passwd\"><sst/>"),
              HasSubstr("heeft een DTD"));
  EXPECT_THAT(with("xl/workbook.xml", "<workbook><sheets>"), HasSubstr("is geen geldige XML"));
  EXPECT_THAT(with("xl/worksheets/sheet1.xml", "<worksheet>&onbekend;</worksheet>"), HasSubstr("is geen geldige XML"));
  EXPECT_THAT(with("xl/worksheets/sheet1.xml", ""), HasSubstr("is geen geldige XML"));
  EXPECT_THAT(with("_rels/.rels", "<Relationships/>"), HasSubstr("is geen XLSX-werkmap"));
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  EXPECT_THAT(with("xl/worksheets/sheet1.xml", deep), HasSubstr("is geen geldige XML"));
}

TEST(Xlsx, MissingParts) {
  for (const char* deel :
       {"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/styles.xml"}) {
    Delen delen = minimal(kKop);
    delen.erase(deel);
    EXPECT_THAT(read(delen, vorm("", {"product"})),
                ElementsAre(HasSubstr(std::string("Het deel ") + deel + " ontbreekt")))
        << deel;
  }
}

TEST(Xlsx, ZipBombs) {
  const FeitVorm one = vorm("", {"product"});
  Delen dense = minimal(kKop);
  dense["xl/media/bom"] = std::string(11 << 20, 'a');
  EXPECT_THAT(read(dense, one), ElementsAre(HasSubstr("meer dan 200 keer zo groot")));
  Delen small = minimal(kKop);
  small["xl/media/klein"] = std::string(9 << 20, 'a');
  EXPECT_THAT(read(small, one), IsEmpty());
  Delen many = minimal(kKop);
  for (int i = 0; i < 10'000; ++i) many["x/" + std::to_string(i)] = "";
  EXPECT_THAT(read(many, one), ElementsAre(HasSubstr("meer dan 10000 delen")));
}

TEST(Xlsx, ArchiveThatDeclaresMoreThanTheLimit) {
  const TijdelijkeMap map;
  write_zip(map.pad() / "tarief.xlsx", minimal(kKop));
  std::ifstream in(map.pad() / "tarief.xlsx", std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  const std::size_t entry = bytes.find("PK\x01\x02");
  ASSERT_NE(entry, std::string::npos);
  bytes.replace(entry + 24, 4, std::string("\xFF\xFF\xFF\x7F", 4));  // uncompressed size in the directory
  map.write("tarief.xlsx", bytes);
  const Feiten got = read_feiten(map.pad(), {vorm("", {"product"})});
  ASSERT_EQ(got.bevindingen.size(), 1U);
  EXPECT_THAT(got.bevindingen[0].wat, HasSubstr("uitgepakt groter dan 1 GiB"));
}

TEST(Xlsx, DamagedAnywhere) {
  const TijdelijkeMap map;
  write_zip(map.pad() / "tarief.xlsx", minimal(kKop));
  std::ifstream in(map.pad() / "tarief.xlsx", std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  // The last two bytes only measure a comment that is not there.
  for (std::size_t at = 0; at + 2 < bytes.size(); at += 3) {
    std::string bad = bytes;
    bad[at] = static_cast<char>(bad[at] ^ 0x55);
    map.write("tarief.xlsx", bad);
    const Feiten got = read_feiten(map.pad(), {vorm("", {"product"})});
    EXPECT_EQ(got.tabellen.size() + got.onbruikbaar.size(), 1U) << at;
    map.write("tarief.xlsx", bytes.substr(0, at));
    EXPECT_THAT(read_feiten(map.pad(), {vorm("", {"product"})}).tabellen, IsEmpty()) << at;
  }
}

/// A sheet as libxlsxwriter makes it: header, one row.
void add_sheet(lxw_workbook* book, const char* naam, const char* lid, double waarde) {
  lxw_worksheet* sheet = workbook_add_worksheet(book, naam);
  worksheet_write_string(sheet, 0, 0, "product", nullptr);
  worksheet_write_string(sheet, 0, 1, "waarde", nullptr);
  worksheet_write_string(sheet, 0, 2, "peildatum", nullptr);
  worksheet_write_string(sheet, 1, 0, lid, nullptr);
  worksheet_write_number(sheet, 1, 1, waarde, nullptr);
  lxw_format* day = workbook_add_format(book);
  format_set_num_format(day, "d mmmm yyyy");
  lxw_datetime when{2022, 3, 1, 0, 0, 0};
  worksheet_write_datetime(sheet, 1, 2, &when, day);
}

std::vector<FeitVorm> asked() {
  return {{"tarief", {Soort::getal, *Eenheid::parse("€")}, {"product"}, {}},
          {"volume", {Soort::getal, {}}, {"product"}, {}}};
}

TEST(Xlsx, WorkbookOfSheets) {
  const TijdelijkeMap map;
  lxw_workbook* book = workbook_new((map.pad() / "alles.xlsx").c_str());
  add_sheet(book, "volume", "A", 3);
  add_sheet(book, "tarief", "B", 1265.56);
  add_sheet(book, "Toelichting", "C", 1);
  workbook_close(book);
  const Feiten got = read_feiten(map.pad(), asked());
  ASSERT_THAT(got.tabellen, ElementsAre(Key("tarief"), Key("volume")));
  EXPECT_EQ(rows(got.tabellen.at("tarief")), (Lines{"B=1265.56"}));
  const Herkomst& from = got.tabellen.at("tarief").herkomst;
  EXPECT_EQ(from.bestand, (map.pad() / "alles.xlsx").string());
  EXPECT_EQ(from.blad, "tarief");
  EXPECT_EQ(from.regels, (std::vector<std::uint32_t>{2}));
  EXPECT_EQ(from.peildatum, (std::vector<Datum>{*parse_datum("2022-03-01")}));
  EXPECT_THAT(places(got.bevindingen), ElementsAre("feit-onbekend 0:0"));
  EXPECT_EQ(got.bevindingen[0].ernst, Ernst::let_op);
}

TEST(Xlsx, SingleSheetTakesTheNameOfTheFile) {
  const TijdelijkeMap map;
  lxw_workbook* book = workbook_new((map.pad() / "tarief.xlsx").c_str());
  add_sheet(book, "Blad1", "A", 1);
  workbook_close(book);
  const Feiten got = read_feiten(map.pad() / "tarief.xlsx", asked());
  EXPECT_THAT(got.tabellen, ElementsAre(Key("tarief")));
  EXPECT_THAT(got.bevindingen, IsEmpty());
}

TEST(Xlsx, SheetAndFileForOneFact) {
  const TijdelijkeMap map;
  lxw_workbook* book = workbook_new((map.pad() / "tarief.xlsx").c_str());
  add_sheet(book, "tarief", "A", 1);
  add_sheet(book, "volume", "A", 1);
  workbook_close(book);
  map.write("volume.csv", "product;waarde\nA;1\n");
  const Feiten got = read_feiten(map.pad(), asked());
  EXPECT_THAT(got.tabellen, ElementsAre(Key("tarief")));
  EXPECT_THAT(got.onbruikbaar, ElementsAre("volume"));
  EXPECT_THAT(places(got.bevindingen), ElementsAre("feit-dubbel 0:0"));
}

TEST(Xlsx, FormatCodes) {
  const auto kind = [](const char* code) { return soort_of_code(code); };
  for (const char* code : {"dd-mm-yyyy", "d mmm", "[$-413]dddd", "yyyy", "mm:ss", "[Red]d", "DD/MM/YY", "\"op\" d"}) {
    EXPECT_EQ(kind(code), Opmaaksoort::datum) << code;
  }
  for (const char* code : {"General", "0.00", "\"d\"0", "0\\d", "[Red]0", "[$-809]0", "0_d", "0*y", "#,##0 \"dagen\"",
                           "\"open", "[open", "0\\"}) {
    EXPECT_EQ(kind(code), Opmaaksoort::gewoon) << code;
  }
  for (const char* code : {"0%", "0.00 %", "[Red]0%"}) EXPECT_EQ(kind(code), Opmaaksoort::procent) << code;
  EXPECT_EQ(kind("0\"%\""), Opmaaksoort::gewoon);
  for (unsigned id : {14U, 22U, 45U, 47U}) EXPECT_EQ(soort_of_ingebouwd(id), Opmaaksoort::datum);
  for (unsigned id : {9U, 10U}) EXPECT_EQ(soort_of_ingebouwd(id), Opmaaksoort::procent);
  for (unsigned id : {0U, 4U, 13U, 23U, 44U, 48U}) EXPECT_EQ(soort_of_ingebouwd(id), Opmaaksoort::gewoon);
}

}  // namespace
}  // namespace zorgkader::feiten
