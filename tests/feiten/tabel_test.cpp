// Whole CSV texts to tables, and every way in which they can be wrong.
#include "feiten/grenzen.hpp"
#include "hulp.hpp"

namespace zorgkader::feiten {
namespace {

using Lines = std::vector<std::string>;
using testing::HasSubstr;

struct Geval {
  const char* naam;
  std::string text;
  FeitVorm vorm;
  Lines want;
};

const std::vector<Geval>& gevallen() {
  static const FeitVorm one = vorm("€", {"product"});
  static const FeitVorm two = vorm("€", {"product", "jaar"});
  static const std::vector<Geval> all = {
      {"semicolon", "product;jaar;waarde\nA;2022;1,5\nB;2022;2\n", two, {"A,2022=1.50", "B,2022=2.00"}},
      {"comma", "product,jaar,waarde\nA,2022,1.5\nB,2022,\"2,25\"\n", two, {"A,2022=1.50", "B,2022=2.25"}},
      {"any_order", "waarde;jaar;product\n1;2022;A\n", two, {"A,2022=1.00"}},
      {"bom_crlf", "\xEF\xBB\xBFproduct;waarde\r\nA;1\r\n", one, {"A=1.00"}},
      {"blanks",
       " product ;waarde\n A ;\xC2\xA0"
       "1 \n",
       one,
       {"A=1.00"}},
      {"quoted", "\"product\";\"waarde\"\n\"A;\n\"\"B\"\"\";\"1\"\n", one, {"A;\n\"B\"=1.00"}},
      {"scalar", "waarde\n3,87\n", vorm("%"), {"=3.87"}},
      {"empty_end", "product;waarde\nA;1\n\n;\n \n", one, {"A=1.00"}},
      {"no_rows", "product;waarde\n", one, {}},
      {"no_newline", "product;waarde\nA;1", one, {"A=1.00"}},
      {"many_decimals",
       "product;waarde\nA;1\nB;0,123456789\nC;2,5\n",
       vorm("", {"product"}),
       {"A=1", "B=0.123456789", "C=2.5"}},
      {"more_and_more_decimals",
       "product;waarde\nA;9000000000000000\nB;0,1\nC;0,0001\n",
       vorm("", {"product"}),
       {"A=9000000000000000", "B=0.1", "C=0.0001"}},
      {"ja_nee", "product;waarde\nA;ja\nB;Nee\n", vorm(Soort::ja_nee, {"product"}), {"A=ja", "B=nee"}},
      {"tekst", "product;waarde\nA;x, y\nB;z\nC;z\n", vorm(Soort::tekst, {"product"}), {"A=x, y", "B=z", "C=z"}},
      {"datum", "product;waarde\nA;1 maart 2022\n", vorm(Soort::datum, {"product"}), {"A=2022-03-01"}},

      {"empty_file", "", two, {"kolom-ontbreekt 1:0", "kolom-ontbreekt 1:0", "kolom-ontbreekt 1:0"}},
      {"missing_columns", "a;jaar\n1;2\n", two, {"kolom-ontbreekt 1:0", "kolom-ontbreekt 1:0", "kolom-onbekend 1:1"}},
      {"upper_case", "Product;waarde\nA;1\n", one, {"kolom-ontbreekt 1:1"}},
      {"typo", "waarde;produkt\n1;A\n", one, {"kolom-ontbreekt 1:8"}},
      {"unknown", "product;waarde;opmerking\nA;1;x\n", one, {"kolom-onbekend 1:16"}},
      {"unknown_and_bad_cell", "product;waarde;x\nA;?;x\n", one, {"kolom-onbekend 1:16", "cel-fout 2:3"}},
      {"nameless", "product;waarde;\nA;1;\n", one, {"kolom-onbekend 1:16"}},
      {"doubled_quotes_in_header",
       "product;\"a \"\"long\"\" name of a column\";waarde\nA;1;2\n",
       one,
       {"kolom-onbekend 1:9"}},
      {"twice", "product;waarde;waarde\nA;1;2\n", one, {"kolom-onbekend 1:16"}},
      {"all_bad_cells",
       "product;jaar;waarde\n;2022;x\nA;;1.265\nB;2022;1\n",
       two,
       {"cel-fout 2:1", "cel-fout 2:7", "cel-fout 3:3", "getal-dubbelzinnig 3:4"}},
      {"column_counts_characters", "product;waarde\ncliënt €;x\n", one, {"cel-fout 2:10"}},
      {"line_after_quoted_newlines", "product;waarde\n\"A\n\n\";1\nB;x\n", one, {"cel-fout 5:3"}},
      {"column_in_row_with_newline", "product;waarde\n\"A\nB\";x\n", one, {"cel-fout 2:7"}},
      {"empty_value", "product;waarde\nA;\n", one, {"cel-fout 2:3"}},
      {"empty_between", "product;waarde\nA;1\n\n\nB;2\n", one, {"rij-fout 3:0"}},
      {"too_few", "product;jaar;waarde\nA;2022\n", two, {"rij-fout 2:0"}},
      {"too_many", "product;waarde\nA;1;2\n", one, {"rij-fout 2:0"}},
      {"double", "product;waarde\nA;1\nB;1\n A;2\nA;1\n", one, {"rij-dubbel 4:0", "rij-dubbel 5:0"}},
      {"double_of_bad_row", "product;waarde\nA;x\nA;2\n", one, {"cel-fout 2:3", "rij-dubbel 3:0"}},
      {"scalar_twice", "waarde\n1\n2\n", vorm(""), {"rij-dubbel 3:0"}},
      {"scalar_never", "waarde\n\n", vorm(""), {"rij-fout 1:0"}},
      {"open_quote", "product;waarde\nA;1\n\"B;2\nC;x\n", one, {"cel-fout 3:1"}},
      {"open_quote_header",
       "\"product;waarde\nA;1\n",
       one,
       {"cel-fout 1:1", "kolom-ontbreekt 1:0", "kolom-ontbreekt 1:0"}},
      {"stray_quotes", "product;waarde\nA\"B;1\n\"A\"B;2\n", one, {"cel-fout 2:1", "cel-fout 3:1"}},
      {"nul",
       std::string("product;waarde\nA;\0"
                   "1\n",
                   19),
       one,
       {"bestand-onleesbaar 2:3"}},
      {"latin1", "product;waarde\nclié\xEBnt;1\n", one, {"bestand-onleesbaar 2:5"}},
      {"overlong", "product;waarde\n\xC0\x80;1\n", one, {"bestand-onleesbaar 2:1"}},
      {"surrogate", "product;waarde\nA\xED\xA0\x80;1\n", one, {"bestand-onleesbaar 2:2"}},
      {"truncated", "product;waarde\nA;1\xE2\x82", one, {"bestand-onleesbaar 2:4"}},
      {"utf16", "\xFF\xFEp", one, {"bestand-onleesbaar 1:1"}},
      {"many_columns", "product;waarde" + std::string(300, ';') + "\nA;1\n", one, {"kolom-onbekend 1:0"}},
      {"many_cells", "product;waarde\nA;1" + std::string(300, ';') + "\n", one, {"rij-fout 2:0"}},
      {"long_cell", "product;waarde\n" + std::string(kMaxCelBytes + 1, 'A') + ";1\n", one, {"cel-fout 2:1"}},
      {"status_empty", "product;waarde;status\nA;1;\n", one, {"cel-fout 2:5"}},
      {"peildatum_bad", "product;waarde;peildatum\nA;1;gisteren\n", one, {"cel-fout 2:5"}},
      {"tekst_empty", "product;waarde\nA; \n", vorm(Soort::tekst, {"product"}), {"cel-fout 2:3"}},
  };
  return all;
}

class Csv : public testing::TestWithParam<Geval> {};

TEST_P(Csv, TableOrPlaces) {
  const auto got = read_csv(GetParam().text, "tarief.csv", GetParam().vorm);
  EXPECT_EQ(outcome(got), GetParam().want);
  EXPECT_EQ(got.tabel.has_value(), got.bevindingen.empty());
  for (const Bevinding& b : got.bevindingen) {
    EXPECT_EQ(b.ernst, Ernst::fout);
    EXPECT_EQ(b.plaats.bestand, "tarief.csv");
    EXPECT_FALSE(to_text(b).empty());
  }
}

INSTANTIATE_TEST_SUITE_P(Tabel, Csv, testing::ValuesIn(gevallen()),
                         [](const auto& info) { return std::string(info.param.naam); });

Bevinding first(const std::string& text, const FeitVorm& asked) {
  const auto got = read_csv(text, "tarief.csv", asked);
  return got.bevindingen.empty() ? Bevinding{} : got.bevindingen.front();
}

TEST(Tabel, FindingsSayWhatAndWhatToDo) {
  const FeitVorm one = vorm("€", {"product"});
  const auto empty = first("product;waarde\nA;\n", one);
  EXPECT_EQ(empty.wat, "De waarde ontbreekt.");
  EXPECT_THAT(empty.doe, HasSubstr("schrijf 0"));
  EXPECT_EQ(empty.fragment, "A;");
  EXPECT_EQ(first("x;y\n", one).wat, "De kolom `product` ontbreekt (gelezen met `;` als scheidingsteken).");
  EXPECT_THAT(first("x,waarde,z\n", one).wat, HasSubstr("(gelezen met `,` als scheidingsteken)"));
  EXPECT_EQ(first("Product;waarde\n", one).wat,
            "De kolom `product` ontbreekt; er staat wel `Product`, en hoofdletters tellen mee.");
  EXPECT_EQ(first("product;waarde;Bron\n", one).wat,
            "De kolom `Bron` is niet verwacht; hoofdletters tellen mee: `bron`.");
  EXPECT_EQ(first("product;waarde;peildatm\n", one).wat,
            "De kolom `peildatm` is niet verwacht; is `peildatum` bedoeld?");
  EXPECT_EQ(first("product;waarde\nA;1\nA;2\n", one).wat, "Dezelfde sleutels als op regel 2: product = A.");
  EXPECT_EQ(first("product;waarde\nA;1\nA;2\n", one).fragment, "A;2");
  EXPECT_THAT(first("product,waarde\nA,1,50\n", one).doe, HasSubstr("aanhalingstekens"));
  EXPECT_EQ(first("product;waarde\nA;1;2\n", one).wat, "De rij heeft 3 cellen, de kopregel heeft er 2.");
}

TEST(Tabel, FragmentIsCutAndCannotDriveATerminal) {
  const auto bad = first("product;waarde\n\x1B[31m" + std::string(300, 'A') + ";x\n", vorm("", {"product"}));
  EXPECT_EQ(bad.fragment, " [31m" + std::string(195, 'A') + "…");
}

TEST(Tabel, FindingsAreCapped) {
  std::string text = "product;waarde\n";
  for (int i = 0; i < 1500; ++i) text += std::to_string(i) + ";x\n";
  const auto got = read_csv(text, "tarief.csv", vorm("", {"product"}));
  ASSERT_EQ(got.bevindingen.size(), 1001U);
  EXPECT_EQ(got.bevindingen.back().wat, "Nog 500 fouten in dit bestand zijn niet getoond.");
  EXPECT_EQ(got.bevindingen.back().plaats.regel, 1501);
  text = "product;waarde\n";
  for (int i = 0; i < 1000; ++i) text += std::to_string(i) + ";x\n";
  EXPECT_EQ(read_csv(text, "tarief.csv", vorm("", {"product"})).bevindingen.size(), 1000U);
}

TEST(Tabel, OriginOnlyWhereGiven) {
  const FeitVorm one = vorm("€", {"product"});
  const auto bare = read_csv("product;waarde\nA;1\n\"B\n\";2\nC;3\n", "x/tarief.csv", one).tabel->herkomst;
  EXPECT_EQ(bare.bestand, "x/tarief.csv");
  EXPECT_EQ(bare.blad, "");
  EXPECT_EQ(bare.regels, (std::vector<std::uint32_t>{2, 3, 5}));
  EXPECT_TRUE(bare.bron.empty() && bare.peildatum.empty() && bare.voorlopig.empty());
  const auto full =
      read_csv("product;status;waarde;peildatum;bron\nA;voorlopig;1;2022-03-01;CBS\nB;definitief;2;;\n", "t.csv", one)
          .tabel->herkomst;
  EXPECT_EQ(full.bron, (Lines{"CBS", ""}));
  EXPECT_EQ(full.peildatum, (std::vector<Datum>{*parse_datum("2022-03-01"), kGeenBegin}));
  EXPECT_EQ(full.voorlopig, (std::vector<bool>{true, false}));
}

TEST(Tabel, MembersInOrderOfFirstAppearance) {
  const auto got =
      read_csv("product;waarde;jaar\nB;1;2023\nA;1;2023\nB;1;2022\n", "t.csv", vorm("", {"jaar", "product"}));
  ASSERT_TRUE(got.tabel);
  EXPECT_EQ(got.tabel->sleutels[0].leden, (Lines{"2023", "2022"}));
  EXPECT_EQ(got.tabel->sleutels[1].leden, (Lines{"B", "A"}));
  EXPECT_EQ(got.tabel->sleutels[1].codes, (std::vector<std::uint32_t>{0, 1, 0}));
}

TEST(Tabel, SharedDenominatorDoesNotDependOnNotation) {
  const FeitVorm one = vorm("€", {"product"});
  const auto a = read_csv("product;waarde\nA;1,50\nB;2,000\n", "t.csv", one).tabel->waarden;
  const auto b = read_csv("product,waarde\nA,1.5\nB,2\n", "t.csv", one).tabel->waarden;
  EXPECT_EQ(a.noemer, 2);
  EXPECT_EQ(a.noemer, b.noemer);
  EXPECT_EQ(a.ints, b.ints);
}

TEST(Tabel, KeyMayHaveTheNameOfAnOptionalColumn) {
  EXPECT_EQ(outcome(read_csv("status;waarde\nx;1\n", "t.csv", vorm("", {"status"}))), (Lines{"x=1"}));
}

}  // namespace
}  // namespace zorgkader::feiten
