// Characters: widths and texts that are safe to show.
#include "rapport/tekens.hpp"

#include <gtest/gtest.h>

namespace zorgkader {
namespace {

TEST(Tekens, HaveAWidth) {
  EXPECT_EQ(display_width(""), 0U);
  EXPECT_EQ(display_width("Coöperatie"), 10U);
  EXPECT_EQ(display_width("Coo\u0308peratie"), 10U);
  EXPECT_EQ(display_width("€ 1…"), 4U);
  EXPECT_EQ(display_width("漢字"), 4U);
  EXPECT_EQ(display_width("\U0001F600"), 2U);
  EXPECT_EQ(display_width("\xff\xc3"), 2U);
}

TEST(Tekens, AreMadeValid) {
  EXPECT_EQ(to_valid_utf8("aé€\U0001F600\n\x1b"), "aé€\U0001F600\n\x1b");
  const std::string mark = "\uFFFD";
  EXPECT_EQ(to_valid_utf8("\xc3"), mark);
  EXPECT_EQ(to_valid_utf8("\xc0\xaf"), mark + mark);
  EXPECT_EQ(to_valid_utf8("\xed\xa0\x80"), mark + mark + mark);
  EXPECT_EQ(to_valid_utf8("\xe2\x82z"), mark + mark + "z");
  EXPECT_EQ(to_valid_utf8("\xf5\x80\x80\x80"), mark + mark + mark + mark);
}

TEST(Tekens, AreMadePrintable) {
  EXPECT_EQ(to_printable("a\tb\r\nc"), "a b  c");
  EXPECT_EQ(to_printable("\x1b[31m\u009b\u202e\u2066\x7f"), "\uFFFD[31m\uFFFD\uFFFD\uFFFD\uFFFD");
}

}  // namespace
}  // namespace zorgkader
