// Text of a cell to a value.
#include "feiten/cel.hpp"

#include "hulp.hpp"
#include "values/notatie.hpp"

namespace zorgkader::feiten {
namespace {

Cel cel(std::string_view text, CelSoort soort = CelSoort::tekst, bool procent = false) {
  return {text, 0, soort, Gebrek::geen, procent};
}

std::string read(const Cel& one, const std::string& eenheid) {
  const auto got = read_getal(one, *Eenheid::parse(eenheid));
  if (const auto* fout = std::get_if<CelFout>(&got)) return fout->code + std::string(": ") + fout->wat;
  if (const auto* exact = std::get_if<Getal>(&got)) return format_plain(*exact);
  const auto& decimal = std::get<Decimaal>(got);
  return format_plain(Getal(decimal.cijfers) / Getal(10).pow(decimal.decimalen));
}

struct Geval {
  const char* text;
  const char* eenheid;
  const char* want;
};

class Getallen : public testing::TestWithParam<Geval> {};

TEST_P(Getallen, Read) {
  EXPECT_EQ(read(cel(GetParam().text), GetParam().eenheid), GetParam().want) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Cel, Getallen,
    testing::Values(
        Geval{"0", "", "0"}, Geval{"-0", "", "0"}, Geval{"007", "", "7"}, Geval{"1265", "", "1265"},
        Geval{"-3,87", "", "-3.87"}, Geval{"1265.00", "", "1265"}, Geval{"1.265,00", "", "1265"},
        Geval{"1.265.000", "", "1265000"}, Geval{"1,265", "", "1.265"}, Geval{"0.125", "", "0.125"},
        Geval{"1234.567", "", "1234.567"}, Geval{"999999999999999999", "", "999999999999999999"},
        Geval{"9999999999999999999", "", "9999999999999999999"}, Geval{"0,0000000000000001", "", "0.0000000000000001"},
        Geval{"1234567890123456789012345678901234567890", "", "1234567890123456789012345678901234567890"},
        Geval{" 12 ", "", "12"},
        Geval{"\xC2\xA0"
              "12\xC2\xA0",
              "", "12"},
        Geval{"\t12", "", "12"}, Geval{"€ 1.265,00", "€", "1265"}, Geval{"€1265", "€/uur", "1265"},
        Geval{"€\xC2\xA0"
              "5,5",
              "€", "5.5"},
        Geval{"-€ 5", "€", "-5"}, Geval{"€ -5", "€", "-5"}, Geval{"3,87", "%", "0.0387"}, Geval{"3,87%", "%", "0.0387"},
        Geval{"3.87 %", "%", "0.0387"}, Geval{"100", "%", "1"}, Geval{"1.000,5%", "%", "10.005"},
        Geval{"0,1234567890123456789", "%", "0.001234567890123456789"},
        Geval{"1.265", "", "getal-dubbelzinnig: `1.265` kan een duizendtal of een breuk zijn."},
        Geval{"€ 1.265", "€", "getal-dubbelzinnig: `€ 1.265` kan een duizendtal of een breuk zijn."},
        Geval{"00.123", "", "getal-dubbelzinnig: `00.123` kan een duizendtal of een breuk zijn."},
        Geval{"", "", "cel-fout: De waarde ontbreekt."}, Geval{" ", "€", "cel-fout: De waarde ontbreekt."},
        Geval{"€", "€", "cel-fout: `€` is geen getal."}, Geval{"%", "%", "cel-fout: `%` is geen getal."},
        Geval{"abc", "", "cel-fout: `abc` is geen getal."}, Geval{"+5", "", "cel-fout: `+5` is geen getal."},
        Geval{"--5", "", "cel-fout: `--5` is geen getal."}, Geval{"-€ -5", "€", "cel-fout: `-€ -5` is geen getal."},
        Geval{"1,", "", "cel-fout: `1,` is geen getal."}, Geval{",5", "", "cel-fout: `,5` is geen getal."},
        Geval{".5", "", "cel-fout: `.5` is geen getal."}, Geval{"1,2,3", "", "cel-fout: `1,2,3` is geen getal."},
        Geval{"1.26,5", "", "cel-fout: `1.26,5` is geen getal."}, Geval{"1e5", "", "cel-fout: `1e5` is geen getal."},
        Geval{"12 uur", "uur", "cel-fout: `12 uur` is geen getal."}, Geval{"nan", "", "cel-fout: `nan` is geen getal."},
        Geval{"12345678901234567890123456789012345678901", "",
              "cel-fout: `12345678901234567890123456789012345678901` heeft te veel cijfers."},
        Geval{"5%", "€", "cel-fout: `5%` heeft een procentteken, maar de eenheid is €."},
        Geval{"5%", "", "cel-fout: `5%` heeft een procentteken, maar de eenheid is getal."},
        Geval{"€ 5", "uur", "cel-fout: `€ 5` heeft een euroteken, maar de eenheid is uur."}));

TEST(Cel, SheetNumbers) {
  EXPECT_EQ(read(cel("1234,567", CelSoort::getal), ""), "1234.567");
  EXPECT_EQ(read(cel("3,87", CelSoort::getal), "%"), "0.0387");
  EXPECT_EQ(read(cel("0,0387", CelSoort::getal, true), "%"), "0.0387");
  EXPECT_EQ(read(cel("0,0387", CelSoort::getal, true), "€"),
            "cel-fout: De cel is opgemaakt als percentage, maar de eenheid is €.");
  EXPECT_EQ(read(cel("2022-03-01", CelSoort::datum), ""), "cel-fout: `2022-03-01` is geen getal.");
  EXPECT_EQ(read(cel("ja", CelSoort::ja_nee), ""), "cel-fout: `ja` is geen getal.");
  EXPECT_EQ(read(cel("#N/A", CelSoort::fout), ""), "cel-fout: De cel bevat de foutwaarde `#N/A`.");
}

TEST(Cel, JaNee) {
  for (const char* text : {"ja", "Ja", " ja "}) EXPECT_TRUE(std::get<bool>(read_ja_nee(cel(text)))) << text;
  for (const char* text : {"nee", "Nee"}) EXPECT_FALSE(std::get<bool>(read_ja_nee(cel(text)))) << text;
  for (const char* text : {"", "JA", "1", "j", "true"})
    EXPECT_TRUE(std::holds_alternative<CelFout>(read_ja_nee(cel(text)))) << text;
  EXPECT_TRUE(std::holds_alternative<CelFout>(read_ja_nee(cel("1", CelSoort::getal))));
}

TEST(Cel, Datum) {
  for (const char* text : {"2022-03-01", "01-03-2022", "1 maart 2022", " 2022-03-01 "}) {
    EXPECT_EQ(format_datum(std::get<Datum>(read_datum(cel(text)))), "2022-03-01") << text;
  }
  for (const char* text : {"", "2022-02-30", "1-3-2022", "44621"}) {
    EXPECT_TRUE(std::holds_alternative<CelFout>(read_datum(cel(text)))) << text;
  }
  EXPECT_TRUE(std::holds_alternative<CelFout>(read_datum(cel("44621", CelSoort::getal))));
}

TEST(Cel, SleutelLengthCountsCharacters) {
  std::string at, over;
  for (int i = 0; i < 200; ++i) at += "é";
  over = at + "x";
  EXPECT_EQ(std::get<std::string_view>(read_sleutel(cel(at))), at);
  EXPECT_TRUE(std::holds_alternative<CelFout>(read_sleutel(cel(over))));
  EXPECT_TRUE(std::holds_alternative<CelFout>(read_sleutel(cel("\xC2\xA0 "))));
  EXPECT_EQ(std::get<std::string_view>(read_sleutel(cel(" a b "))), "a b");
}

TEST(Cel, Status) {
  EXPECT_TRUE(std::get<bool>(read_status(cel("voorlopig"))));
  EXPECT_FALSE(std::get<bool>(read_status(cel("definitief"))));
  for (const char* text : {"", "Voorlopig", "concept"})
    EXPECT_TRUE(std::holds_alternative<CelFout>(read_status(cel(text)))) << text;
}

}  // namespace
}  // namespace zorgkader::feiten
