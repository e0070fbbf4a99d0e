// Reader, writer, tables and the official schemas agree, on messages from a seed.
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "hulp.hpp"
#include "iwmo/berichtenarchief.hpp"
#include "iwmo/schrijver.hpp"
#include "iwmo/toetsing.hpp"
#include "iwmo/voorbeelden.hpp"
#include "iwmo/xsd.hpp"

namespace zorgkader::iwmo {
namespace {

std::uint64_t seed() {
  const char* given = std::getenv("ZORGKADER_ZAAD");
  return given != nullptr ? std::stoull(given) : std::random_device()();
}

TEST(Rondgang, WhatIsWrittenReadsBackTheSame) {
  const auto zaad = seed();
  SCOPED_TRACE("ZORGKADER_ZAAD=" + std::to_string(zaad));
  Toeval chance(zaad);
  for (int run = 0; run < 40; ++run) {
    for (const Berichtsoort& kind : release_3_2().berichten) {
      const Boom made = random_bericht(kind, chance);
      const std::string bytes = write_xml(made);
      const Gelezen read = read_bericht(bron_van(bytes));
      ASSERT_EQ(shown(read.bevindingen), "") << kind.naam << "\n" << bytes;
      ASSERT_TRUE(same_content(made.wortel(), read.boom.wortel())) << kind.naam << "\n" << bytes;
      ASSERT_EQ(write_xml(read.boom), bytes);
    }
  }
}

/// A path leads back to its part, also after parts were put between others and taken away.
TEST(Rondgang, PathsLeadBack) {
  const auto zaad = seed();
  SCOPED_TRACE("ZORGKADER_ZAAD=" + std::to_string(zaad));
  Toeval chance(zaad);
  for (int run = 0; run < 60; ++run) {
    for (const Berichtsoort& kind : release_3_2().berichten) {
      Boom made = random_bericht(kind, chance);
      std::vector<std::string> paths;
      const auto walk = [&](auto&& self, Deel deel) -> void {
        EXPECT_TRUE(made.at(deel.pad()) == deel) << deel.pad();
        paths.push_back(deel.pad());
        for (Deel part : deel.delen()) self(self, part);
      };
      walk(walk, made.wortel());
      for (int i = 0; i < 5; ++i) {
        made.take_away(paths[chance.below(paths.size())]);
        made.put(paths[chance.below(paths.size())], "1");
      }
      walk(walk, made.wortel());
    }
  }
}

TEST(Rondgang, WrittenFilesAreAsTheStandardWants) {
  Toeval chance(7);
  const std::string bytes = write_xml(random_bericht(*release_3_2().bericht(301), chance));
  EXPECT_TRUE(bytes.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n"));
  EXPECT_TRUE(bytes.ends_with("</wmo301:Bericht>\r\n"));
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\n') {
      ASSERT_EQ(bytes[i - 1], '\r');
    }
  }
  EXPECT_EQ(bytes.find("/>"), std::string::npos);
}

TEST(Rondgang, WhatIsWrittenFitsTheOfficialSchemas) {
  NEEDS_STANDAARD();
  const auto zaad = seed();
  SCOPED_TRACE("ZORGKADER_ZAAD=" + std::to_string(zaad));
  Toeval chance(zaad);
  Xsd xsd(standaard() / "xsd");
  for (int run = 0; run < 40; ++run) {
    for (const Berichtsoort& kind : release_3_2().berichten) {
      const std::string bytes = write_xml(random_bericht(kind, chance));
      ASSERT_EQ(shown(xsd.check(kind, bron_van(bytes))), "") << kind.naam << "\n" << bytes;
    }
  }
}

/// One small change anywhere in the text of a message.
std::string mutated(const std::string& bytes, Toeval& chance) {
  std::string out = bytes;
  const std::size_t header = out.find("Header>");
  const auto somewhere = [&](std::string_view what) {
    std::vector<std::size_t> places;
    for (auto at = out.find(what, header); at != std::string::npos; at = out.find(what, at + 1)) places.push_back(at);
    return places.empty() ? std::string::npos : places[chance.below(places.size())];
  };
  const auto line_begin = [&](std::size_t at) { return out.rfind('\n', at) + 1; };
  const auto line_end = [&](std::size_t at) { return out.find('\n', at) + 1; };
  switch (chance.below(6)) {
    case 0: {  // another value
      static constexpr std::string_view kValues[] = {
          "",           " ",           "0",
          "-1",         "99",          "1.0",
          "2023-02-29", "2023-04-30Z", "2023-04-30T00:00:00",
          "abc",        "A1!",         "1234567890123456789012345678901234567890",
          "+5",         "005",         "24:00:00",
          "10:00:00.5", "10:00",       "\xC3\xA9",
          "a\nb",       "  x",         "1.2.3",
          "01.2.3",     "1e3",         "2023-4-3",
          "0000",       "D",           "C",
          "NL"};
      const auto close = somewhere("</");
      const auto open = out.rfind('>', close);
      if (open == std::string::npos ||
          out.substr(open + 1, close - open - 1).find_first_not_of(" \r\n") == std::string::npos)
        return out;
      out.replace(open + 1, close - open - 1, kValues[chance.below(std::size(kValues))]);
      return out;
    }
    case 1: {  // a line twice
      const auto at = somewhere("</");
      const auto begin = line_begin(at);
      const std::string line = out.substr(begin, line_end(at) - begin);
      if (line.find('<') != line.find("</")) out.insert(begin, line);
      return out;
    }
    case 2: {  // a line less
      const auto at = somewhere("</");
      const auto begin = line_begin(at);
      const std::string line = out.substr(begin, line_end(at) - begin);
      if (line.find('<') != line.find("</")) out.erase(begin, line.size());
      return out;
    }
    case 3: {  // two lines the other way round
      const auto at = somewhere("</");
      const auto begin = line_begin(at), middle = line_end(at);
      const auto end = out.find('\n', middle) + 1;
      const std::string first = out.substr(begin, middle - begin), second = out.substr(middle, end - middle);
      const auto leaf = [](const std::string& line) {
        return line.find("</") != std::string::npos && line.find('<') != line.find("</");
      };
      if (leaf(first) && leaf(second)) out.replace(begin, end - begin, second + first);
      return out;
    }
    case 4: {  // the other namespace
      const auto at = somewhere("<iwmo:");
      if (at == std::string::npos) return out;
      const auto close = out.find("</iwmo:", at);
      const std::string prefix = "wmo" + out.substr(out.find("<wmo") + 4, 3);
      const auto line = out.substr(at, line_end(at) - at);
      if (line.find("</iwmo:") == std::string::npos) return out;
      out.replace(close + 2, 4, prefix);
      out.replace(at + 1, 4, prefix);
      return out;
    }
    default: {  // a character
      const auto close = somewhere("</");
      const auto open = out.rfind('>', close);
      if (close <= open + 1) return out;
      const auto at = open + 1 + chance.below(close - open - 1);
      if (static_cast<unsigned char>(out[at]) < 0x80 && out[at] != '&' && out[at] != ';' && out[at] != '<')
        out[at] = "0aZ 9-:."[chance.below(8)];
      return out;
    }
  }
}

TEST(Rondgang, LevelOneSaysWhatTheOfficialSchemasSay) {
  NEEDS_STANDAARD();
  const auto zaad = seed();
  SCOPED_TRACE("ZORGKADER_ZAAD=" + std::to_string(zaad));
  Toeval chance(zaad);
  Xsd xsd(standaard() / "xsd");
  int refused = 0, compared = 0;
  for (int run = 0; run < 150; ++run) {
    for (const Berichtsoort& kind : release_3_2().berichten) {
      const std::string bytes = mutated(write_xml(random_bericht(kind, chance)), chance);
      const auto ours = judge(bron_van(bytes), {1, nullptr, nullptr, std::nullopt}).bevindingen;
      if (!ours.empty() && ours.front().code == "XML") continue;  // no longer well-formed
      const auto theirs = xsd.check(kind, bron_van(bytes));
      ASSERT_EQ(ours.empty(), theirs.empty()) << kind.naam << "\n" << shown(ours) << shown(theirs) << bytes;
      refused += ours.empty() ? 0 : 1;
      ++compared;
    }
  }
  EXPECT_GT(refused, compared / 4);
}

TEST(Rondgang, DeclarationsOfAYearAreGood) {
  Declaratiereeks reeks;
  reeks.clienten = 300;
  int messages = 0, lines = 0;
  each_declaratie(reeks, [&](const std::string& name, const Boom& message) {
    ++messages;
    const std::string bytes = write_xml(message);
    ASSERT_EQ(shown(judge(bron_van(bytes), {2, nullptr, nullptr, std::nullopt}).bevindingen), "") << name;
    for (Deel client : message["Declaratie/Clienten"].delen()) lines += client ? 1 : 0;
  });
  EXPECT_EQ(lines, 300 * 12);
  EXPECT_EQ(messages, 300 + 50 * 12);
}

TEST(Rondgang, FaultyLinesAreFound) {
  Declaratiereeks reeks;
  reeks.clienten = 300;
  reeks.fouten_per_duizend = 100;
  Berichtenarchief archive;
  std::map<std::string, int> inside, against;
  each_declaratie(reeks, [&](const std::string&, const Boom& message) {
    if (message.soort().nummer == 301) return archive.add(message);
    const auto found = judge(message, {3, &archive, nullptr, std::nullopt});
    for (const auto& b : found) ++(b.niveau == 2 ? inside : against)[b.code];
  });
  for (const char* code : {"CS337", "CD060", "CD087", "CS002"}) EXPECT_GT(inside[code], 20) << code;
  EXPECT_EQ(inside.size(), 4U);
  for (const char* code : {"TR321", "TR338", "TR339"}) EXPECT_GT(against[code], 0) << code;
}

}  // namespace
}  // namespace zorgkader::iwmo
