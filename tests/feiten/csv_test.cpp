// The cutting of CSV into rows and cells.
#include "feiten/csv.hpp"

#include "feiten/grenzen.hpp"
#include "hulp.hpp"

namespace zorgkader::feiten {
namespace {

/// Every row as `regel: cel|cel`, with the letter of its fault behind a cell.
std::vector<std::string> cut(std::string_view text, char scheiding = ';') {
  CsvLezer lezer(text, scheiding);
  Rij rij;
  std::vector<std::string> out;
  while (lezer.next(rij)) {
    std::string row = std::to_string(rij.regel) + ": ";
    for (std::size_t i = 0; i < rij.cellen.size(); ++i) {
      const Cel& cel = rij.cellen[i];
      row += (i == 0 ? "" : "|") + std::string(cel.tekst);
      if (cel.gebrek != Gebrek::geen) row += "!" + std::to_string(static_cast<int>(cel.gebrek));
    }
    out.push_back(row);
  }
  return out;
}

struct Geval {
  const char* text;
  std::vector<std::string> want;
};

class Snijden : public testing::TestWithParam<Geval> {};

TEST_P(Snijden, GivesRows) {
  EXPECT_EQ(cut(GetParam().text), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Csv, Snijden,
    testing::Values(Geval{"", {}}, Geval{"a", {"1: a"}}, Geval{"a;b\n", {"1: a|b"}},
                    Geval{"a;b\r\nc;d", {"1: a|b", "2: c|d"}}, Geval{"a;\n;b\n", {"1: a|", "2: |b"}},
                    Geval{"\n\na\n", {"1: ", "2: ", "3: a"}}, Geval{"a,b\n", {"1: a,b"}},
                    Geval{"\"a;b\";c\n", {"1: a;b|c"}}, Geval{"\"a\"\"b\";\"\"\"\"\n", {"1: a\"b|\""}},
                    Geval{"\"\";\"\"\n", {"1: |"}}, Geval{"\"a\nb\";c\nd\n", {"1: a\nb|c", "3: d"}},
                    Geval{"\"a\r\nb\"\r\nc\r\n", {"1: a\r\nb", "3: c"}}, Geval{"a\n\"b\nc\n", {"1: a", "2: b\nc\n!3"}},
                    Geval{"\"a\"x;b\n", {"1: a!1|b"}}, Geval{"a\"b;c\n", {"1: a\"b!2|c"}},
                    Geval{" \"a\";c\n", {"1:  \"a\"!2|c"}}, Geval{"\"", {"1: !3"}}, Geval{"a;\"b\"", {"1: a|b"}},
                    Geval{"\"a\";", {"1: a|"}}, Geval{"\"a\"\"", {"1: a\"\"!3"}}, Geval{"a\rb\n", {"1: a\rb"}},
                    Geval{"a;\"b\"\nc;d\n\"e\";f\n", {"1: a|b", "2: c|d", "3: e|f"}}));

TEST(Csv, SeparatorIsTheGivenOne) {
  EXPECT_EQ(cut("a,b;c\n", ','), (std::vector<std::string>{"1: a|b;c"}));
}

TEST(Csv, CellAtAndOverTheLimit) {
  const std::string at(kMaxCelBytes, 'x');
  for (const char* quote : {"", "\""}) {
    const std::string good = quote + at + quote;
    const std::string bad = quote + at + "x" + quote;
    CsvLezer lezer(good, ';');
    Rij rij;
    lezer.next(rij);
    EXPECT_EQ(rij.cellen[0].gebrek, Gebrek::geen);
    CsvLezer other(bad, ';');
    other.next(rij);
    EXPECT_EQ(rij.cellen[0].gebrek, Gebrek::te_lang);
    EXPECT_EQ(rij.cellen[0].tekst.size(), kMaxCelBytes);
  }
}

TEST(Csv, StopsOneCellPastTheLimitOfColumns) {
  for (const std::string& first : {std::string("a"), std::string("\"a\"")}) {
    const std::string text = first + std::string(100'000, ';') + "\nb\n";
    CsvLezer lezer(text, ';');
    Rij rij;
    ASSERT_TRUE(lezer.next(rij));
    EXPECT_EQ(rij.cellen.size(), kMaxKolommen + 1);
    ASSERT_TRUE(lezer.next(rij));
    EXPECT_EQ(rij.regel, 2U);
    EXPECT_EQ(rij.cellen[0].tekst, "b");
  }
}

}  // namespace
}  // namespace zorgkader::feiten
