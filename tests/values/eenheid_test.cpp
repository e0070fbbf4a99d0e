// Units: reading them, multiplying and dividing them, showing them.
#include "values/eenheid.hpp"

#include "values/gen.hpp"

namespace zorgkader {

static void showValue(const Eenheid& unit, std::ostream& os) {
  os << unit.naam();
}

namespace {

Eenheid eenheid(std::string_view text, const std::set<std::string>& extra = {}) {
  const auto read = Eenheid::parse(text, extra);
  EXPECT_TRUE(read) << text;
  return read.value_or(Eenheid());
}

TEST(Eenheid, ReadsAndShows) {
  for (const char* text : {"€", "€/uur", "uur/client/maand", "minuut/maand", "%", ""}) {
    EXPECT_EQ(eenheid(text).text(), text);
  }
  EXPECT_EQ(eenheid("getal/uur").text(), "1/uur");
  EXPECT_EQ(eenheid(" € / uur ").text(), "€/uur");
  EXPECT_EQ(eenheid("getal").text(), "");
}

TEST(Eenheid, PluralsCountAsTheSingular) {
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"uren", "uur"},        {"minuten", "minuut"},     {"dagen", "dag"},  {"weken", "week"},
      {"maanden", "maand"},   {"kwartalen", "kwartaal"}, {"jaren", "jaar"}, {"clienten", "client"},
      {"cliënten", "client"}, {"cliënt", "client"},      {"euro", "€"}};
  for (const auto& [plural, singular] : pairs) {
    EXPECT_EQ(Eenheid::canonical(plural), singular);
    EXPECT_TRUE(eenheid(plural).like(eenheid(singular))) << plural;
  }
}

TEST(Eenheid, RefusesUnknownWordsAndLooseSlashes) {
  for (const char* text : {"uurtje", "Uur", "€/", "/uur", "€//uur", "%/uur", "uur/%", "€ uur", "1", "€·", "·uur"}) {
    EXPECT_FALSE(Eenheid::parse(text)) << text;
  }
}

TEST(Eenheid, ReadsWhatItWrites) {
  for (const char* text : {"1/uur", "uur·€", "minuut·uur/client", "€/client/uur"}) {
    EXPECT_EQ(eenheid(text).text(), text);
  }
  EXPECT_TRUE(eenheid("€·uur").like(eenheid("uur·€")));
}

TEST(Eenheid, TakesWordsOfTheDocument) {
  EXPECT_FALSE(Eenheid::parse("rit"));
  EXPECT_EQ(eenheid("€/rit", {"rit"}).text(), "€/rit");
  EXPECT_FALSE(Eenheid::canonical("rit"));
  EXPECT_EQ(Eenheid::canonical("rit", {"rit"}), "rit");
}

TEST(Eenheid, CancelsWhatIsAboveAndBelow) {
  EXPECT_TRUE((eenheid("€/uur") * eenheid("uur")).like(eenheid("€")));
  EXPECT_TRUE((eenheid("€") / eenheid("€")).is_bare());
  EXPECT_TRUE((eenheid("uur/client/maand") * eenheid("client") * eenheid("maand")).like(eenheid("uur")));
  EXPECT_EQ((eenheid("€") / eenheid("uur").pow(2)).text(), "€/uur/uur");
  EXPECT_FALSE(eenheid("uur").like(eenheid("minuut")));
}

TEST(Eenheid, PowersKeepNoZeroes) {
  EXPECT_TRUE(eenheid("uur").pow(0).is_bare());
  EXPECT_TRUE((eenheid("€/uur").pow(-1) * eenheid("€/uur")).is_bare());
}

TEST(Eenheid, PercentIsPresentation) {
  EXPECT_TRUE(Eenheid::procent().like(Eenheid()));
  EXPECT_TRUE(eenheid("%").shows_percent());
  EXPECT_FALSE((eenheid("%") * eenheid("€")).shows_percent());
  EXPECT_EQ(eenheid("%").naam(), "%");
  EXPECT_EQ(Eenheid().naam(), "getal");
}

TEST(Eenheid, KnowsMoney) {
  EXPECT_TRUE(eenheid("€/uur").has_euro());
  EXPECT_FALSE(eenheid("uur").has_euro());
}

rc::Gen<Eenheid> some_unit() {
  return rc::gen::map(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 6)), [](const std::vector<int>& picks) {
    const std::vector<std::string> words = {"€", "uur", "dag"};
    Eenheid out;
    for (int p : picks) {
      const Eenheid base = Eenheid::basis(words[static_cast<std::size_t>(p % 3)]);
      out = p < 3 ? out * base : out / base;
    }
    return out;
  });
}

RC_GTEST_PROP(Eenheid, MultiplicationIsAnAbelianGroup, ()) {
  const Eenheid a = *some_unit().as("a"), b = *some_unit().as("b"), c = *some_unit().as("c");
  RC_ASSERT((a * b).like(b * a));
  RC_ASSERT(((a * b) * c).like(a * (b * c)));
  RC_ASSERT((a * Eenheid()).like(a));
  RC_ASSERT((a / a).is_bare());
  RC_ASSERT((a * b / b).like(a));
  RC_ASSERT(a.pow(3).like(a * a * a));
}

}  // namespace

}  // namespace zorgkader
