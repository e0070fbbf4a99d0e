// Findings: text, colours, counts and JSON.
#include "rapport/bevindingen.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "rapport/voorbeeld.hpp"

namespace zorgkader {
namespace {

std::string text(const Bevindingen& found, bool kleur) {
  return written([&](std::ostream& out) { write_bevindingen(out, found, kleur); });
}

Bevindingen two() {
  return {{Ernst::fout,
           "eenheid-ongelijk",
           {"a.md", 12, 5, 3},
           "€ en uur passen niet.",
           "Reken om.",
           "    x = omzet + uren"},
          {Ernst::let_op, "ongebruikt", {"a.md", 40, 0, 0}, "`x` wordt niet gebruikt.", "", ""}};
}

TEST(Bevindingen, ArePlainWithoutColour) {
  EXPECT_EQ(text(two(), false),
            "a.md:12:5: fout: € en uur passen niet. [eenheid-ongelijk]\n"
            "  12 |     x = omzet + uren\n"
            "           ^^^\n"
            "  → Reken om.\n"
            "a.md:40: let op: `x` wordt niet gebruikt. [ongebruikt]\n"
            "  → Gebruik haar, maak er een uitkomst van of haal haar weg.\n"
            "1 fout, 1 let op\n");
}

TEST(Bevindingen, ColourSeverityAndMarker) {
  EXPECT_EQ(text({two()[0]}, true),
            "\x1b[1ma.md:12:5: \x1b[0m\x1b[1;31mfout\x1b[0m: € en uur passen niet. [eenheid-ongelijk]\n"
            "  12 |     x = omzet + uren\n"
            "\x1b[1;31m           ^^^\x1b[0m\n"
            "  → Reken om.\n"
            "\x1b[1;31m1 fout\x1b[0m\n");
}

TEST(Bevindingen, AreCounted) {
  const Bevinding fout{Ernst::fout, "kring", {}, "a", "b", ""};
  const Bevinding melding{Ernst::melding, "eis-melding", {}, "c", "d", ""};
  EXPECT_EQ(text({}, true), "");
  const std::string one = "fout: a [kring]\n  → b\n";
  EXPECT_EQ(text({fout, fout, fout}, false), one + one + one + "3 fouten\n");
  EXPECT_EQ(text({melding}, false), "melding: c [eis-melding]\n  → d\n1 melding\n");
}

TEST(Bevindingen, CannotCommandTheTerminal) {
  const Bevinding hostile{Ernst::fout, "kring", {}, "a\x1b[2Jb\xff", "c", "\tx\r"};
  EXPECT_EQ(text({hostile}, false), "fout: a\xEF\xBF\xBD[2Jb\xEF\xBF\xBD [kring]\n  0 |  x \n  → c\n1 fout\n");
}

TEST(Bevindingen, AreJson) {
  EXPECT_EQ(bevindingen_json({}), "[]\n");
  EXPECT_EQ(bevindingen_json({two()[0]}),
            "[\n{\"code\":\"eenheid-ongelijk\",\"ernst\":\"fout\",\"bestand\":\"a.md\",\"regel\":12,\"kolom\":5,"
            "\"wat\":\"€ en uur passen niet.\",\"doe\":\"Reken om.\",\"fragment\":\"    x = omzet + uren\"}\n]\n");
  const auto read = boost::json::parse(bevindingen_json(two()));
  EXPECT_EQ(read.at(1).at("ernst").as_string(), "let op");
  EXPECT_EQ(read.at(1).at("doe").as_string(), "Gebruik haar, maak er een uitkomst van of haal haar weg.");
}

}  // namespace
}  // namespace zorgkader
