// Messages with one fault for every rule of level 2, and remedies that mend what they say they mend.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "bouw.hpp"
#include "hulp.hpp"
#include "iwmo/voorbeelden.hpp"

namespace zorgkader::iwmo {
namespace {

constexpr Toetsgegevens kBinnen{2, nullptr, nullptr, std::nullopt};

std::set<std::string> words(std::string_view text) {
  std::istringstream in{std::string(text)};
  return {std::istream_iterator<std::string>(in), {}};
}

std::set<std::string> codes(const Berichtbevindingen& found) {
  std::set<std::string> out;
  for (const auto& b : found) out.insert(b.code);
  return out;
}

TEST(Fouten, GoodMessagesAreGood) {
  for (const Berichtsoort& kind : release_3_2().berichten) {
    const std::string bytes = write_xml(good_bericht(kind.nummer));
    EXPECT_EQ(shown(judge(bron_van(bytes), kBinnen).bevindingen), "") << kind.naam;
  }
}

TEST(Fouten, EachGivesItsCodeAndNoOther) {
  for (const Voorbeeldfout& f : voorbeeldfouten()) {
    const std::string bytes = write_xml(with_fout(f));
    const auto found = judge(bron_van(bytes), kBinnen).bevindingen;
    auto want = words(f.ook);
    want.insert(std::string(f.code));
    EXPECT_EQ(codes(found), want) << f.code << " " << f.bericht << ": " << f.wijziging << "\n" << shown(found);
  }
}

TEST(Fouten, ThereIsOneForEveryRuleAndMessage) {
  std::set<std::pair<std::string, std::string>> have;
  for (const Voorbeeldfout& f : voorbeeldfouten()) have.emplace(f.code, std::to_string(f.bericht));
  for (const Regel& rule : regels()) {
    if (rule.niveau != 2) continue;
    for (const auto& kind : words(rule.berichten))
      EXPECT_TRUE(have.contains({std::string(rule.code), kind})) << rule.code << " in " << kind;
  }
}

/// Levels must not hide each other: the whole tree and the stream say the same, with line numbers in the stream.
TEST(Fouten, StreamAndTreeAgree) {
  for (const Voorbeeldfout& f : voorbeeldfouten()) {
    const Boom message = with_fout(f);
    const std::string bytes = write_xml(message);
    auto streamed = judge(bron_van(bytes), kBinnen).bevindingen, whole = judge(message, kBinnen);
    const auto by_place = [](const auto& a, const auto& b) {
      return std::tie(a.code, a.pad, a.tekst) < std::tie(b.code, b.pad, b.tekst);
    };
    std::sort(streamed.begin(), streamed.end(), by_place);
    std::sort(whole.begin(), whole.end(), by_place);
    ASSERT_EQ(streamed.size(), whole.size()) << f.code;
    for (std::size_t i = 0; i < whole.size(); ++i) {
      EXPECT_EQ(streamed[i].pad, whole[i].pad) << f.code;
      EXPECT_EQ(streamed[i].tekst, whole[i].tekst) << f.code;
      EXPECT_GT(streamed[i].regel, 0) << f.code;
    }
  }
}

TEST(Herstel, MendsAndBreaksNothing) {
  int mended = 0;
  for (const Voorbeeldfout& f : voorbeeldfouten()) {
    const Boom message = with_fout(f);
    for (const auto& finding : judge(message, kBinnen)) {
      if (finding.wijzigingen.empty()) continue;
      EXPECT_FALSE(finding.herstel.empty());
      expect_mends(message, finding, kBinnen);
      ++mended;
    }
  }
  EXPECT_GT(mended, 60);
}

}  // namespace
}  // namespace zorgkader::iwmo
