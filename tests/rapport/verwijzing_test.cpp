// References: what they look like, that reading is the exact inverse of writing, and what is refused.
#include <gtest/gtest.h>
// rapidcheck's header needs gtest's before it
#include <rapidcheck/gtest.h>

#include "rapport/voorbeeld.hpp"

namespace zorgkader {
namespace {

TEST(Verwijzing, NamesOneRow) {
  EXPECT_EQ(verwijzing(lumpsum(), 1), "lumpsum[gemeente=Voorstad;aanbieder=De Brug;dienst=BGI]@0123456789abcdef");
  Uitkomst bare = make_uitkomst("budget", "€", {});
  add(bare, {}, cents(1));
  EXPECT_EQ(verwijzing(bare, 0), "budget@0123456789abcdef");
  bare.vingerafdruk.clear();
  EXPECT_EQ(verwijzing(bare, 0), "budget");
}

TEST(Verwijzing, QuotesWhatCouldBeMistaken) {
  const Verwijzing v{"x", {{"a", "B;C"}, {"b", "zeg \"ja\"\\"}, {"c", ""}, {"d", "p@q"}, {"e", "één [1]"}}, ""};
  const std::string text = R"(x[a="B;C";b="zeg \"ja\"\\";c="";d="p@q";e="één [1]"])";
  EXPECT_EQ(format_verwijzing(v), text);
  EXPECT_EQ(parse_verwijzing(text), v);
}

TEST(Verwijzing, ReadsWithoutFingerprint) {
  const Verwijzing expected{"lumpsum", {{"gemeente", "Voorstad"}}, ""};
  EXPECT_EQ(parse_verwijzing("lumpsum[gemeente=Voorstad]"), expected);
  EXPECT_EQ(parse_verwijzing("lumpsum[gemeente=\"Voorstad\"]"), expected);
}

TEST(Verwijzing, RefusesWhatIsNone) {
  for (const char* text : {"",
                           "[",
                           "@",
                           "x[",
                           "x[]",
                           "x[a]",
                           "x[a=]",
                           "x[=b]",
                           "x[a=b",
                           "x[a=b;]",
                           "x[a=b]]",
                           "x[a=b]c",
                           "x[a=b;a=c]",
                           "x]",
                           "x@",
                           "x@0123",
                           "x@0123456789ABCDEF",
                           "x@0123456789abcdef0",
                           "x[a=\"b]",
                           "x[a=\"b\\n\"]",
                           "x[a=\"b\"c]",
                           "x[a=\"b\\",
                           "x=y",
                           "x[a=b]@0123456789abcdef ",
                           "x[a[b=c]]",
                           "\"",
                           "x;y"}) {
    EXPECT_FALSE(parse_verwijzing(text)) << text;
  }
  EXPECT_FALSE(parse_verwijzing(std::string(kLangsteVerwijzing + 1, 'x')));
  EXPECT_TRUE(parse_verwijzing(std::string(kLangsteVerwijzing, 'x')));
}

/// Mostly the characters that matter.
rc::Gen<std::string> some_text() {
  return rc::gen::container<std::string>(
      rc::gen::oneOf(rc::gen::elementOf(std::string("[]=;@\"\\ aé\n")), rc::gen::arbitrary<char>()));
}

RC_GTEST_PROP(VerwijzingProperty, ReadingIsTheInverseOfWriting, ()) {
  Verwijzing v;
  v.naam = *some_text();
  const auto names = *rc::gen::unique<std::vector<std::string>>(some_text());
  for (const std::string& naam : names) v.sleutels.emplace_back(naam, *some_text());
  if (*rc::gen::arbitrary<bool>()) {
    v.vingerafdruk = *rc::gen::container<std::string>(16, rc::gen::elementOf(std::string("0123456789abcdef")));
  }
  const std::string text = format_verwijzing(v);
  RC_ASSERT(parse_verwijzing(text) == std::optional(v));
}

RC_GTEST_PROP(VerwijzingProperty, AnyBytesAreReadOrRefused, ()) {
  const std::string text = *some_text();
  const auto found = parse_verwijzing(text);
  if (found) RC_ASSERT(parse_verwijzing(format_verwijzing(*found)) == found);
}

}  // namespace
}  // namespace zorgkader
