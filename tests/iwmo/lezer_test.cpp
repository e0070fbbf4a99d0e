// What the reader takes and refuses: encodings, prefixes, other standards, hostile XML under its limits.
#include <gmock/gmock.h>
#include <sys/resource.h>

#include <random>

#include "hulp.hpp"
#include "iwmo/schrijver.hpp"
#include "iwmo/tekens.hpp"
#include "iwmo/toetsing.hpp"
#include "iwmo/voorbeelden.hpp"

namespace zorgkader::iwmo {
namespace {

using testing::HasSubstr;

std::string good() {
  static const std::string bytes = write_xml(good_bericht(305));
  return bytes;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

Oordeel judged(const std::string& bytes) {
  return judge(bron_van(bytes), {2, nullptr, nullptr, std::nullopt});
}

/// The one finding that ends a file: `CODE text`.
std::string refused(const std::string& bytes) {
  const Oordeel out = judged(bytes);
  if (out.bevindingen.size() != 1) return std::to_string(out.bevindingen.size()) + " findings";
  EXPECT_GT(out.bevindingen[0].regel, 0);
  return out.bevindingen[0].code + " " + out.bevindingen[0].tekst;
}

TEST(Lezer, TakesEveryWayToWriteTheSame) {
  EXPECT_TRUE(judged(good()).goed());
  const std::string shared =
      replaced(replaced(replaced(good(), "<iwmo:", "<a:"), "</iwmo:", "</a:"), "xmlns:iwmo", "xmlns:a");
  const std::string own =
      replaced(replaced(replaced(good(), "<wmo305:", "<"), "</wmo305:", "</"), "xmlns:wmo305", "xmlns");
  EXPECT_TRUE(judged(shared).goed());
  EXPECT_TRUE(judged(own).goed());
  EXPECT_TRUE(judged(replaced(good(), "\r\n", "\n")).goed());
  EXPECT_TRUE(judged(replaced(replaced(good(), "\r\n", ""), "  ", "")).goed());
  EXPECT_TRUE(judged(replaced(good(), ">Voorbeeld<", "><![CDATA[Voor]]>beeld<")).goed());
  EXPECT_TRUE(judged(replaced(good(), ">Voorbeeld<", ">V&#111;orbeeld<!-- en --> &amp; co<")).goed());
  EXPECT_TRUE(judged(replaced(good(), "<wmo305:Header>", "<?pi doet niets?><wmo305:Header>")).goed());
  EXPECT_TRUE(
      judged(replaced(good(), "xmlns:iwmo",
                      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a b\" xmlns:iwmo"))
          .goed());
}

TEST(Lezer, RefusesOtherStandardsAndReleases) {
  EXPECT_THAT(refused(replaced(good(), "/iwmo/3_2/wmo305", "/ijw/3_2/jw305")),
              HasSubstr("XSD Dit is geen bericht van iWmo 3.2 maar van iJw"));
  EXPECT_THAT(refused(replaced(good(), "/iwmo/3_2/", "/iwmo/2_4/")),
              HasSubstr("XSD Dit is geen bericht van iWmo 3.2 maar van een andere uitgave"));
  EXPECT_THAT(refused(replaced(good(), "/iwmo/3_2/", "/iwmo/3_1/")), HasSubstr("andere uitgave"));
  EXPECT_THAT(refused(replaced(replaced(replaced(good(), "wmo305:", ""), "iwmo:", ""), "xmlns", "x")),
              HasSubstr("geen naamruimte"));
  EXPECT_THAT(refused("<bericht><client/></bericht>"), HasSubstr("XSD"));
  EXPECT_THAT(refused("{\"bericht\": \"WMO305\"}"), HasSubstr("XML Het bestand is geen XML"));
  EXPECT_THAT(refused(""), HasSubstr("leeg"));
}

TEST(Lezer, NamesEveryFaultWithItsLine) {
  std::string bytes = replaced(good(), "<wmo305:Geslacht>2</wmo305:Geslacht>", "<wmo305:Geslacht>x</wmo305:Geslacht>");
  bytes = replaced(bytes, "<wmo305:StatusAanlevering>1</wmo305:StatusAanlevering>",
                   "<wmo305:StatusAanlevering>1</wmo305:StatusAanlevering><wmo305:Nieuw/>");
  const auto found = judged(bytes).bevindingen;
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].pad, "Bericht/Client/Geslacht");
  EXPECT_EQ(found[0].tekst, "Geslacht `x` staat niet in de codelijst (0, 1, 2).");
  EXPECT_LT(found[0].regel, found[1].regel);
  EXPECT_EQ(found[1].tekst, "Nieuw hoort niet in StartProduct.");
}

TEST(Lezer, RefusesOtherEncodings) {
  EXPECT_THAT(refused("\xEF\xBB\xBF" + good()), HasSubstr("OP192"));
  EXPECT_THAT(refused("\xFF\xFE<\0b\0"), HasSubstr("OP192"));
  EXPECT_THAT(refused(replaced(good(), "UTF-8", "ISO-8859-1")), HasSubstr("OP192"));
  EXPECT_THAT(refused(replaced(good(), "UTF-8", "UTF-7")), HasSubstr("OP192"));
  EXPECT_TRUE(judged(replaced(good(), "\"UTF-8\"", "'utf-8'")).goed());
  EXPECT_TRUE(judged(replaced(good(), " encoding=\"UTF-8\"", "")).goed());
  EXPECT_THAT(refused(replaced(good(), ">Voorbeeld<",
                               ">Voor\xE9"
                               "beeld<")),
              HasSubstr("XML"));
  EXPECT_THAT(refused(replaced(good(), ">Voorbeeld<", std::string_view(">Voor\0beeld<", 12))), HasSubstr("XML"));
  EXPECT_THAT(refused(replaced(good(), ">Voorbeeld<", ">Voor&#0;beeld<")), HasSubstr("XML"));
}

TEST(Lezer, NothingElsePassesForUtf8) {
  EXPECT_THAT(refused("\x4C\x6F\xA7\x94\x93\x40\xA5\x85\x99\xA2\x89\x96\x95"), HasSubstr("EBCDIC"));
  const std::string far = "<?xml version=\"1.0\"" + std::string(70000, ' ') + "encoding=\"ISO-8859-1\"?>\r\n" +
                          good().substr(good().find('\n') + 1);
  EXPECT_THAT(refused(far), HasSubstr("is te lang"));
  std::string latin = replaced(good(), ">Voorbeeld<", ">V\xF6orbeeld<");
  EXPECT_THAT(refused(latin), HasSubstr("UTF-8"));
}

/// libxml2 compares each attribute with all others: a tag has an end in sight, or is refused.
TEST(Lezer, RefusesTagsWithoutEnd) {
  std::string many;
  for (int i = 0; i < 200'000; ++i) many += " a" + std::to_string(i) + "=\">'\"";
  for (const bool fast : {true, false}) {
    Leesgrenzen limits;
    limits.snelspoor = fast;
    const std::string bytes = replaced(good(), "<wmo305:Header>", "<wmo305:Header" + many + ">");
    const Gelezen read = read_bericht(bron_van(bytes), limits);
    ASSERT_EQ(read.bevindingen.size(), 1U);
    EXPECT_THAT(read.bevindingen[0].tekst, HasSubstr("8192 tekens"));
  }
  EXPECT_TRUE(
      judged(replaced(good(), "<wmo305:Header>", "<!-- " + std::string(20'000, '<') + "--><wmo305:Header>")).goed());
  EXPECT_TRUE(
      judged(replaced(good(), "<wmo305:Header>", "<?pi " + std::string(20'000, '<') + "?><wmo305:Header>")).goed());
}

TEST(Lezer, SaysThatMoreFollows) {
  EXPECT_THAT(refused(good() + "<nog/>"), HasSubstr("Na het einde van het bericht"));
  EXPECT_THAT(refused(good().substr(0, good().size() / 2)), HasSubstr("houdt op"));
}

TEST(Lezer, CutsWhatItShowsBetweenCharacters) {
  std::string name = "a";
  for (int i = 0; i < 250; ++i) name += "\u00e9";
  const Oordeel out = judged(replaced(good(), ">Voorbeeld<", ">" + name + "<"));
  ASSERT_FALSE(out.goed());
  EXPECT_THAT(out.bevindingen[0].tekst, HasSubstr("aé"));
  for (std::string_view left = out.bevindingen[0].tekst; !left.empty();) {
    const std::size_t size = static_cast<unsigned char>(left[0]) < 0x80 ? 1 : wide_character(left).bytes;
    ASSERT_GT(size, 0U) << out.bevindingen[0].tekst;
    left.remove_prefix(size);
  }
}

TEST(Lezer, RefusesEntitiesAndDoctypes) {
  const std::string bomb =
      "<!DOCTYPE Bericht [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
      "\"&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>\n";
  EXPECT_THAT(refused(replaced(good(), "?>\r\n", "?>\n" + bomb)), HasSubstr("DOCTYPE"));
  EXPECT_THAT(refused(replaced(good(), "?>\r\n", "?>\n<!DOCTYPE Bericht SYSTEM \"file:///etc/passwd\">")),
              HasSubstr("DOCTYPE"));
  EXPECT_THAT(refused(replaced(good(), "?>\r\n", "?>\n<!DOCTYPE Bericht SYSTEM \"http://127.0.0.1:9/x.dtd\">")),
              HasSubstr("DOCTYPE"));
  EXPECT_THAT(refused(replaced(good(), ">Voorbeeld<", ">&onbekend;<")), HasSubstr("XML"));
}

TEST(Lezer, CutFilesAreNotGood) {
  const std::string whole = good();
  for (std::size_t size = 0; size + 2 < whole.size(); size += 7)
    EXPECT_FALSE(judged(whole.substr(0, size)).goed()) << size;
  EXPECT_FALSE(judged(whole + "<nog iets/>").goed());
}

TEST(Lezer, StopsCountingFindings) {
  Boom many(*release_3_2().bericht(305));
  std::string bytes = good();
  const std::string line = "<wmo305:Onzin/>\r\n";
  std::string lines;
  for (int i = 0; i < 1500; ++i) lines += line;
  bytes.insert(bytes.find("<wmo305:Geslacht>"), lines);
  const Oordeel out = judged(bytes);
  EXPECT_EQ(out.bevindingen.size(), 1000U);
  EXPECT_EQ(out.niet_getoond, 500U);
}

TEST(Lezer, AtMostTwentyFiveMegabytes) {
  std::string bytes = good();
  bytes.insert(bytes.find("<wmo305:Client>"), 25'000'000 - bytes.size(), ' ');
  EXPECT_TRUE(judged(bytes).goed());
  bytes.insert(bytes.find("<wmo305:Client>"), 1, ' ');
  EXPECT_THAT(refused(bytes), HasSubstr("OP179"));
}

/// Gives `begin`, then `more` without end; counts what was asked for.
struct Stroom {
  std::string begin, more;
  std::size_t given = 0;
  Bron bron() {
    return [this]() -> std::string_view {
      const bool first = given == 0;
      const std::string_view out = first ? begin : more;
      given += out.size();
      return given > (std::size_t{2} << 30) ? std::string_view() : out;
    };
  }
};

std::size_t peak_kilobytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::size_t>(usage.ru_maxrss);
}

TEST(Lezer, EndlessInputEndsSoon) {
  const std::string head = good().substr(0, good().find("<wmo305:Client>"));
  const std::string open = head + "<wmo305:Client><wmo305:Bsn>";
  std::string deep;
  for (int i = 0; i < 4000; ++i) deep += "<wmo305:a>";
  const std::string a(1 << 16, 'a');
  struct Case {
    const char* name;
    std::string begin, more, code;
    std::size_t most;
  };
  const std::vector<Case> cases = {{"a text", open, a, "XML", 400'000},
                                   {"depth", head, deep, "XML", 200'000},
                                   {"an element name", head + "<", a, "", 26'000'000},
                                   {"an attribute", head + "<x y=\"", a, "", 26'000'000},
                                   {"a comment", head + "<!--", a, "", 26'000'000},
                                   {"an instruction", head + "<?p ", a, "", 26'000'000},
                                   {"CDATA", open + "<![CDATA[", a, "", 26'000'000},
                                   {"white space", head, std::string(1 << 16, ' '), "OP179", 26'000'000},
                                   {"attributes", head + "<x", " a=\"1\"", "", 26'000'000}};
  const std::size_t before = peak_kilobytes();
  for (const Case& c : cases) {
    Stroom endless{c.begin, c.more};
    const Oordeel out = judge(endless.bron(), {2, nullptr, nullptr, std::nullopt});
    ASSERT_FALSE(out.bevindingen.empty()) << c.name;
    if (!c.code.empty()) {
      EXPECT_EQ(out.bevindingen.back().code, c.code) << c.name;
    }
    EXPECT_LE(endless.given, c.most) << c.name;
    EXPECT_FALSE(out.bevindingen.back().tekst.empty());
  }
  EXPECT_LT(peak_kilobytes() - before, 500'000U);  // with the sanitizers' own memory
}

/// Everything that reading gives, by either way, in pieces of some size.
std::string outcome(const std::string& bytes, bool snelspoor, std::size_t piece) {
  std::string_view left = bytes;
  const Bron bron = [&]() {
    const std::string_view out = left.substr(0, piece);
    left.remove_prefix(out.size());
    return out;
  };
  Leesgrenzen limits;
  limits.snelspoor = snelspoor;
  std::string clients;
  const Gelezen read = read_bericht(
      bron, limits, [&](Deel client) { clients += client.pad() + ":" + std::to_string(client.regel()) + "\n"; });
  std::string out = clients + (read.soort == nullptr ? "" : write_xml(read.boom));
  for (const auto& b : read.bevindingen) out += shown(b) + "\n";
  Gelezen whole = read_bericht(bron_van(bytes), limits);
  return out + (whole.soort == nullptr ? "" : write_xml(whole.boom));
}

TEST(Lezer, BothWaysReadTheSame) {
  const auto seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  Toeval chance(seed);
  static constexpr std::string_view kPieces[] = {"<!-- x -->",
                                                 "<![CDATA[a]]>",
                                                 "&#65;",
                                                 "&amp;",
                                                 "&lt;",
                                                 "&x;",
                                                 "]]>",
                                                 "<?p x?>",
                                                 "<Bsn/>",
                                                 "<iwmo:Datum>",
                                                 "</iwmo:Datum>",
                                                 "\r",
                                                 "\n",
                                                 "\xC3\xA9",
                                                 "\xC0\x80",
                                                 "\xED\xA0\x80",
                                                 "\xEF\xBF\xBF",
                                                 "\x01",
                                                 ">",
                                                 "<",
                                                 " x='1'",
                                                 "<wmo305:Client>",
                                                 "</wmo323:Bericht>",
                                                 "  ",
                                                 "<!DOCTYPE a>"};
  int quick = 0;
  for (int run = 0; run < 120; ++run) {
    for (const Berichtsoort& kind : release_3_2().berichten) {
      std::string bytes = write_xml(random_bericht(kind, chance));
      const auto at = [&] { return chance.below(bytes.size()); };
      switch (chance.below(5)) {
        case 0:
          break;
        case 1:
          bytes.insert(at(), kPieces[chance.below(std::size(kPieces))]);
          break;
        case 2:
          bytes.erase(at(), 1 + chance.below(12));
          break;
        case 3:
          bytes[at()] = static_cast<char>(chance.below(256));
          break;
        default:
          bytes.resize(at());
      }
      const std::size_t piece = chance.one_in(3) ? 1 + chance.below(40) : 1 << 16;
      const std::string snel = outcome(bytes, true, std::max<std::size_t>(piece, 4)),
                        safe = outcome(bytes, false, 1 << 16);
      ASSERT_EQ(snel, safe) << kind.naam << " in pieces of " << piece << "\n" << bytes;
      quick += snel.empty() ? 0 : 1;
    }
  }
  EXPECT_GT(quick, 0);
}

/// A file whose last line ends in a lone CR is whole, however it comes in.
TEST(Lezer, ACarriageReturnAtTheEndIsTheEndOfALine) {
  std::string bytes = write_xml(good_bericht(305));
  bytes.pop_back();
  ASSERT_EQ(bytes.back(), '\r');
  for (const std::size_t piece : {std::size_t{4}, std::size_t{30}, bytes.size() - 1, bytes.size()}) {
    for (const bool quick : {true, false}) EXPECT_EQ(outcome(bytes, quick, piece).find("XML ("), std::string::npos);
  }
}

TEST(Lezer, RandomBytesAreRefused) {
  const auto seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int run = 0; run < 300; ++run) {
    std::string bytes = good();
    for (int i = 0; i < 4; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    judged(bytes);  // whatever it says, it says something
    std::string noise(random() % 2000, ' ');
    for (char& c : noise) c = static_cast<char>(random());
    EXPECT_FALSE(judged(noise).goed());
  }
}

/// What libxml2 says of a bad character depends on where the pieces end; what a user hears does not.
TEST(Lezer, ABadCharacterIsToldWhereverThePiecesEnd) {
  Toeval chance(7);
  const std::string whole = write_xml(random_bericht(*release_3_2().bericht(305), chance));
  for (const char* bad : {"\xC3", "\xC0\x80", "\xED\xA0\x80", "\xEF\xBF\xBF", "\x01", "\xF0\x9F"}) {
    for (const std::size_t at :
         {whole.find("<wmo305:Header>") + 4, whole.find("<wmo305:Header>") + 15, whole.size() - 3}) {
      const std::string bytes = whole.substr(0, at) + bad + whole.substr(at);
      const std::string safe = outcome(bytes, false, 1 << 16);
      EXPECT_THAT(safe, HasSubstr("Hier staat een teken dat in XML in UTF-8 niet mag.")) << at;
      for (const std::size_t piece : {1UL, 2UL, 3UL, 5UL, 1UL << 16}) {
        ASSERT_EQ(outcome(bytes, false, piece), safe) << "pieces of " << piece << " at " << at;
        ASSERT_EQ(outcome(bytes, true, std::max(piece, 4UL)), safe) << "pieces of " << piece << " at " << at;
      }
    }
  }
}

}  // namespace
}  // namespace zorgkader::iwmo
