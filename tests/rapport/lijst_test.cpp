// Lists as people and programs read them: nothing that a cell holds breaks the frame or loses a digit.
#include "rapport/lijst.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <sstream>

namespace zorgkader {
namespace {

/// A column of texts and one of numbers.
Lijst list(std::vector<std::vector<std::string>> rows) {
  return {{{"naam", false}, {"nog_te_betalen", true}}, std::move(rows)};
}

std::string made(const Lijst& from, const std::string& vorm) {
  std::ostringstream out;
  write_lijst(from, vorm, out, false);
  return out.str();
}

TEST(Lijst, TableForPeopleHasDutchNumbersAlignedOnTheComma) {
  EXPECT_EQ(
      made(list({{"De Brug", "1234.50"}, {"De Hoek", "-1234567.05"}, {"Niets", "0.00"}, {"Heel", "-12"}}), "tabel"),
      "naam     nog te betalen\n"
      "───────────────────────\n"
      "De Brug        1.234,50\n"
      "De Hoek   -1.234.567,05\n"
      "Niets              0,00\n"
      "Heel             -12\n");
}

TEST(Lijst, TableLeavesTheEmptyEmpty) {
  EXPECT_EQ(made(list({{"", "7"}, {"A", ""}}), "tabel"),
            "naam  nog te betalen\n"
            "────────────────────\n"
            "                   7\n"
            "A\n");
  EXPECT_EQ(made(list({}), "tabel"), "naam  nog te betalen\n────────────────────\n");
}

/// Three decimals are no thousands: 1.265 hours is not 1265.
TEST(Lijst, TableShowsThreeDecimalsAsDecimals) {
  const std::string shown = made(list({{"uren", "1.265"}, {"meer", "-1234.125"}, {"duizend", "1265"}}), "tabel");
  EXPECT_NE(shown.find("    1,265\n"), std::string::npos) << shown;
  EXPECT_NE(shown.find("-1.234,125\n"), std::string::npos) << shown;
  EXPECT_NE(shown.find("1.265\n"), std::string::npos) << shown;
}

TEST(Lijst, TableShowsNothingThatCommandsATerminal) {
  const std::string shown = made(list({{"\x1b[31mrood\n\ttweede", "3"}, {"x", "\x1b[2J"}}), "tabel");
  EXPECT_EQ(shown.find('\x1b'), std::string::npos);
  EXPECT_EQ(std::count(shown.begin(), shown.end(), '\n'), 4) << "a line end in a cell is no line of the table";
  EXPECT_NE(shown.find("\xEF\xBF\xBD[31mrood  tweede"), std::string::npos) << shown;
}

TEST(Lijst, CsvQuotesWhatWouldBreakARow) {
  EXPECT_EQ(made(list({{"A; B", "-1234.50"}, {"zei \"ja\"", ""}, {"twee\nregels", "0"}, {"gewoon", "1"}}), "csv"),
            "naam;nog_te_betalen\n"
            "\"A; B\";-1234.50\n"
            "\"zei \"\"ja\"\"\";\n"
            "\"twee\nregels\";0\n"
            "gewoon;1\n");
  EXPECT_EQ(made(list({}), "csv"), "naam;nog_te_betalen\n");
}

TEST(Lijst, JsonHasNullForTheEmptyAndNumbersThatAreWhole) {
  EXPECT_EQ(made(list({{"De \"Brug\"; café", "-12"}, {"", ""}, {"0935", "1234.50"}}), "json"),
            "[\n"
            "{\"naam\": \"De \\\"Brug\\\"; café\", \"nog_te_betalen\": -12},\n"
            "{\"naam\": null, \"nog_te_betalen\": null},\n"
            "{\"naam\": \"0935\", \"nog_te_betalen\": \"1234.50\"}\n"
            "]\n");
  EXPECT_EQ(made(list({}), "json"), "[\n]\n");
}

/// What JSON does not write as a number stays a text: a reader must not stumble over it.
TEST(Lijst, JsonIsJsonWhateverANumberHolds) {
  for (const std::string value : {"007", "-", "+5", "--5", "1e3", "12 uur", "-007", "1.", "0x1", "\xff"}) {
    const auto read = boost::json::parse(made(list({{"x", value}}), "json"));
    EXPECT_TRUE(read.as_array().at(0).at("nog_te_betalen").is_string()) << value;
  }
  for (const std::string value : {"0", "-0", "7", "-12", "10"}) {
    const auto read = boost::json::parse(made(list({{"x", value}}), "json"));
    EXPECT_TRUE(read.as_array().at(0).at("nog_te_betalen").is_int64()) << value;
  }
}

RC_GTEST_PROP(Lijst, JsonHoldsAnyText, (const std::string& name, const std::string& number)) {
  const auto read = boost::json::parse(made(list({{name, number}, {"laatste", "1"}}), "json"));
  RC_ASSERT(read.as_array().size() == 2U);
  RC_ASSERT(read.at(1).at("naam").as_string() == "laatste");
}

}  // namespace
}  // namespace zorgkader
