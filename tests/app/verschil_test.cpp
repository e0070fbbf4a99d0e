// Why two runs differ: each cause by itself and all at once, worked out by hand; and runs that cannot be repeated.
#include "app/verschil.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "app/bereken.hpp"
#include "rapport/json.hpp"
#include "values/notatie.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

/// Hours times a tariff, an index and a factor, rounded once.
constexpr const char* kRegels = R"(tarief := 60,00 €/uur
index := 3%
factor := 2
invoer uren per client [uur]
bedrag [€] = rond(som(uren over client) * tarief * (1 + index) * factor; cent)
oorzaak index = index
uitkomst bedrag
)";

class VerschilTest : public testing::Test {
 protected:
  VerschilTest()
      : map_(fs::temp_directory_path() / ("zorgkader-verschil-" + std::to_string(getpid()))),
        before_(fs::current_path()) {
    fs::remove_all(map_);
    fs::create_directories(map_);
    fs::current_path(map_);
  }
  ~VerschilTest() override {
    fs::current_path(before_);
    fs::remove_all(map_);
  }

  static void write(const std::string& naam, const std::string& text) {
    fs::create_directories(fs::absolute(naam).parent_path());
    std::ofstream(naam) << text;
  }

  static std::string document(const std::string& regels, const std::string& tables = "") {
    return "---\ntitel: Proef\ngeldig_van: 2022-01-01\n---\n# 1 Proef\nBron: Proef, 1\n\nSleutel `client` (open)\n\n"
           "| client |\n|---|\n\n" +
           tables + "\n```regel\n" + regels + "\n```\n";
  }

  static std::string with(std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
  }

  /// Runs a document on facts in a folder of its own, and keeps the outcome as `naam`.json.
  static std::string keep(const std::string& naam, const std::string& text,
                          const std::map<std::string, std::string>& facts, Opdrachtgegevens words = {},
                          const std::vector<std::string>& alleen = {}) {
    write(naam + ".md", text);
    for (const auto& [fact, csv] : facts) write(naam + "/" + fact + ".csv", csv);
    words.regeling = naam + ".md";
    if (!facts.empty()) words.feiten = naam;
    const BerekenAntwoord answer = bereken(words, alleen);
    for (const Bevinding& b : answer.bevindingen) ADD_FAILURE() << to_text(b);
    std::ofstream out(naam + ".json");
    write_json(answer.berekening, out);
    return naam + ".json";
  }

  /// `c1;10;` is a definitive row.
  static std::string uren(const std::string& rows) {
    std::string out = "client;waarde;status\n" + rows;
    for (std::size_t at = 0; (at = out.find(";\n", at)) != std::string::npos;) out.insert(at + 1, "definitief");
    return out;
  }

  /// Cause and exact part of what is not zero, of one row of a table.
  static std::vector<std::pair<std::string, std::string>> parts(const Vergelijktabel& t, std::size_t row = 0) {
    std::vector<std::pair<std::string, std::string>> out;
    for (const Vergelijkkolom& k : t.kolommen) {
      if (!k.is_deel || std::get<Getal>(*k.cellen[row]).is_zero()) continue;
      out.emplace_back(k.titel, format_plain(std::get<Getal>(*k.cellen[row])));
    }
    return out;
  }

  static std::string shown(const Vergelijkkolom& k, std::size_t row = 0) {
    return format_plain(std::get<Getal>(*k.zichtbaar()[row]), 2);
  }

  static Vergelijking both(const std::string& a, const std::string& b) {
    VerschilAntwoord got = verschil(a, b);
    EXPECT_THAT(got.bevindingen, IsEmpty());
    EXPECT_TRUE(got.klaar);
    return std::move(got.vergelijking);
  }

  /// The parts of the one amount when the first run has `one` and the second `two`.
  static std::vector<std::pair<std::string, std::string>> causes(const std::string& document_a, const std::string& one,
                                                                 const std::string& document_b,
                                                                 const std::string& two) {
    const Vergelijking v =
        both(keep("a", document_a, {{"uren", uren(one)}}), keep("b", document_b, {{"uren", uren(two)}}));
    return v.tabellen.empty() ? std::vector<std::pair<std::string, std::string>>() : parts(v.tabellen.at(0));
  }

  const std::string kDocument = document(kRegels);
  fs::path map_, before_;
};

constexpr const char* kUren = "c1;10;\nc2;5;\n";

TEST_F(VerschilTest, GelijkIsGelijk) {
  const std::string a = keep("a", kDocument, {{"uren", uren(kUren)}});
  for (const std::string& b : {a, keep("b", kDocument, {{"uren", uren("c2;5,0;\nc1;10;\n")}})}) {
    const Vergelijking v = both(a, b);
    EXPECT_THAT(v.tabellen, IsEmpty());
    EXPECT_TRUE(v.geen_verschil());
    EXPECT_THAT(v.slot, ElementsAre("Geen verschil: de ene cel is gelijk."));
  }
}

TEST_F(VerschilTest, Volume) {
  EXPECT_THAT(causes(kDocument, kUren, kDocument, "c1;12;\nc2;5;\n"), ElementsAre(Pair("volume", "247.2")));
}

TEST_F(VerschilTest, Prijs) {
  EXPECT_THAT(causes(kDocument, kUren, with(kDocument, "60,00", "61,00"), kUren), ElementsAre(Pair("prijs", "30.9")));
}

TEST_F(VerschilTest, Index) {
  EXPECT_THAT(causes(kDocument, kUren, with(kDocument, "3%", "4%"), kUren), ElementsAre(Pair("index", "18")));
}

TEST_F(VerschilTest, Regelwijziging) {
  EXPECT_THAT(causes(kDocument, kUren, with(kDocument, "factor := 2", "factor := 3"), kUren),
              ElementsAre(Pair("regelwijziging", "927")));
  EXPECT_THAT(causes(kDocument, kUren, with(kDocument, "* factor;", "* factor + 1 €;"), kUren),
              ElementsAre(Pair("regelwijziging", "1")));
}

TEST_F(VerschilTest, LaatFeitDatErbijKomtOfVervalt) {
  EXPECT_THAT(causes(kDocument, kUren, kDocument, "c1;10;\nc2;5;\nc3;4;\n"), ElementsAre(Pair("laat feit", "494.4")));
  EXPECT_THAT(causes(kDocument, kUren, kDocument, "c1;10;\n"), ElementsAre(Pair("laat feit", "-618")));
}

TEST_F(VerschilTest, CorrectieVanEenVoorlopigCijfer) {
  EXPECT_THAT(causes(kDocument, "c1;10;voorlopig\nc2;5;\n", kDocument, "c1;11;definitief\nc2;5;\n"),
              ElementsAre(Pair("correctie", "123.6")));
  EXPECT_THAT(causes(kDocument, "c1;10;voorlopig\nc2;5;\n", kDocument, "c1;11;voorlopig\nc2;5;\n"),
              ElementsAre(Pair("correctie", "123.6")));
  EXPECT_THAT(causes(kDocument, "c1;10;definitief\nc2;5;\n", kDocument, "c1;11;voorlopig\nc2;5;\n"),
              ElementsAre(Pair("volume", "123.6")));
}

/// 0,01 uur x 60 x 1,03 x 2 = 1,236 and 1,24; 0,02 uur: 2,472 and 2,47.
TEST_F(VerschilTest, Afronding) {
  EXPECT_THAT(causes(kDocument, "c1;0,01;\n", kDocument, "c1;0,02;\n"),
              ElementsAre(Pair("volume", "1.236"), Pair("afronding", "-0.006")));
}

/// 16 x 60 x 1,03 x 2 = 1.977,60. Then 18 hours 2.224,80; 61,25 a hour 2.271,15; index 3,33% 2.278,4265; c3 comes and
/// c4 goes 2.658,16425; c1 corrected 2.784,7435; factor 3 4.177,11525, which is rounded to 4.177,12.
TEST_F(VerschilTest, AllesTegelijk) {
  const std::string second = with(with(with(kDocument, "60,00", "61,25"), "3%", "3,33%"), "factor := 2", "factor := 3");
  const Vergelijking v = both(keep("a", kDocument, {{"uren", uren("c1;10;voorlopig\nc2;5;\nc4;1;\n")}}),
                              keep("b", second, {{"uren", uren("c1;11;\nc2;7;\nc3;4;\n")}}));
  const Vergelijktabel& t = v.tabellen.at(0);
  EXPECT_THAT(parts(t), ElementsAre(Pair("volume", "247.2"), Pair("prijs", "46.35"), Pair("index", "7.2765"),
                                    Pair("regelwijziging", "1392.37175"), Pair("laat feit", "379.73775"),
                                    Pair("correctie", "126.57925"), Pair("afronding", "0.00475")));
  EXPECT_EQ(shown(t.kolommen[0]), "1977.60");
  EXPECT_EQ(shown(t.kolommen[1]), "4177.12");
  EXPECT_EQ(shown(t.kolommen[2]), "2199.52");
  std::vector<std::string> printed;
  for (std::size_t i = 3; i < t.kolommen.size(); ++i) printed.push_back(shown(t.kolommen[i]));
  EXPECT_THAT(printed, ElementsAre("247.20", "46.35", "7.28", "1392.37", "379.74", "126.58", "0.00"));
}

TEST_F(VerschilTest, DeOorzaakStaatInHetDocument) {
  EXPECT_THAT(causes(kDocument, kUren, kDocument + "\n```regel\noorzaak prijs = uren\n```\n", "c1;12;\nc2;5;\n"),
              ElementsAre(Pair("prijs", "247.2")));
  EXPECT_THAT(causes(kDocument + "\n```regel\noorzaak regel = uren\n```\n", kUren, kDocument, "c1;12;\nc2;5;\n"),
              ElementsAre(Pair("regelwijziging", "247.2")));
  EXPECT_THAT(causes(kDocument + "\n```regel\noorzaak volume = factor\n```\n", kUren,
                     with(kDocument, "factor := 2", "factor := 3"), kUren),
              ElementsAre(Pair("volume", "927")));
}

TEST_F(VerschilTest, EenParameterUitAndereParameters) {
  const std::string a = with(kDocument, "index := 3%", "mev := 1%\nova := 2%\nindex := mev + ova") +
                        "\n```regel\noorzaak index = mev, ova\n```\n";
  EXPECT_THAT(causes(a, kUren, with(a, "ova := 2%", "ova := 3%"), kUren), ElementsAre(Pair("index", "18")));
  const std::string b = keep("c", a, {{"uren", uren(kUren)}}, {"", {}, {{"index", "4%"}}, {}, {}, {}});
  EXPECT_THAT(parts(both(keep("a", a, {{"uren", uren(kUren)}}), b).tabellen.at(0)), ElementsAre(Pair("index", "18")));
}

TEST_F(VerschilTest, TabellenEnEigenschappenVanLeden) {
  const std::string tables =
      "Sleutel `gemeente`\n\n| gemeente | inwoners [client] |\n|---|---|\n| Oost | 10 |\n| West | 20 |\n\n"
      "Tabel `prijs` per gemeente [€/client]\n\n| gemeente | waarde | geldig_van | geldig_tot |\n|---|---|---|---|\n"
      "| Oost | 3,00 | | |\n| West | 4,00 | | 2022-06-30 |\n| West | 5,00 | 2022-07-01 | |\n";
  const std::string rules = "bedrag per gemeente [€] = gemeente.inwoners * prijs\nuitkomst bedrag";
  const std::string a = document(rules, tables);
  const auto first = [&](const std::string& b) {
    return parts(both(keep("a", a, {}), keep("b", b, {})).tabellen.at(0));
  };
  EXPECT_THAT(first(with(a, "| Oost | 10", "| Oost | 12")), ElementsAre(Pair("volume", "6")));
  EXPECT_THAT(first(with(a, "4,00", "4,50")), ElementsAre(Pair("prijs", "10")));
  // On another day, with the same tables: what counts by itself is no change of price.
  Opdrachtgegevens later;
  later.peildatum = parse_datum("2022-08-01");
  EXPECT_THAT(parts(both(keep("a", a, {}), keep("b", a, {}, later)).tabellen.at(0)),
              ElementsAre(Pair("regelwijziging", "20")));
}

TEST_F(VerschilTest, GrootsteEerstMetWatGelijkIsEnWatMaarEenVanBeideHeeft) {
  const std::string rules = "invoer uren per client [uur]\nbedrag per client [€] = uren * 2 €/uur\nuitkomst bedrag";
  const Vergelijking v =
      both(keep("a", document(rules), {{"uren", uren("c1;1;\nc2;2;\nc3;3;\nc4;4;\nc5;5;\n")}}),
           keep("b", document(rules), {{"uren", uren("c1;2;\nc2;0;\nc3;3;\nc4;4;\nc6;6;\nc7;7;\n")}}));
  ASSERT_EQ(v.tabellen.size(), 2U);
  const Vergelijktabel &t = v.tabellen[0], &alone = v.tabellen[1];
  EXPECT_EQ(t.sleutels[0].at(0), "c2");
  EXPECT_EQ(t.sleutels[0].at(1), "c1");
  EXPECT_EQ(t.opmerking, "2 andere cellen zijn gelijk.");
  EXPECT_EQ(totaal(t, t.kolommen[2]), Getal(-2));
  EXPECT_EQ(totaal(t, t.kolommen[3]), Getal(-2));
  EXPECT_EQ(alone.naam, "bedrag, alleen in A of in B");
  ASSERT_EQ(alone.size(), 3U);
  EXPECT_EQ(alone.sleutels[0].at(0), "c7");
  EXPECT_FALSE(alone.kolommen[0].cellen[0]);
  EXPECT_EQ(alone.kolommen[1].cellen[0], Waarde(Getal(14)));
  EXPECT_EQ(alone.sleutels[0].at(2), "c5");
  EXPECT_FALSE(alone.kolommen[1].cellen[2]);
}

TEST_F(VerschilTest, TekstenEnGroothedenVanEenVanBeide) {
  const std::string a =
      document("wie [tekst] = \"gemeente\"\nx [€] = 1 €\ny [€] = 1 €\nz [€] = 3 €\nuitkomst wie, x, y, z");
  const std::string b =
      document("wie [tekst] = \"aanbieder\"\nx [€] = 1 €\ny [uur] = 1 uur\nq = 1\nuitkomst wie, x, y, q");
  const Vergelijking v = both(keep("a", a, {}), keep("b", b, {}));
  ASSERT_EQ(v.tabellen.size(), 1U);
  EXPECT_EQ(v.tabellen[0].kolommen.size(), 2U);
  EXPECT_EQ(v.tabellen[0].kolommen[1].cellen[0], Waarde(std::string("aanbieder")));
  EXPECT_THAT(v.slot, ElementsAre(HasSubstr("`y` heeft in A"), "Alleen in A: `z`.", "Alleen in B: `q`."));
}

TEST_F(VerschilTest, WatAlleenMetAfrondingEenWaardeHeeft) {
  const std::string rules =
      "invoer uren per client [uur]\njaren = rond(som(uren over client) / 10 uur; 1)\n"
      "bedrag [€] = 100 € * 2 ^ jaren\nuitkomst bedrag";
  EXPECT_THAT(causes(document(rules), "c1;11;\n", document(rules), "c1;29;\n"), ElementsAre(Pair("volume", "600")));
}

TEST_F(VerschilTest, EenLaterLidVanEenGeslotenSleutelKomtMetHetDocument) {
  const std::string tables = "Sleutel `wijk`\n\n| wijk |\n|---|\n| Oost |\n";
  const std::string rules = "invoer uren per wijk [uur]\nbedrag [€] = som(uren over wijk) * 2 €/uur\nuitkomst bedrag";
  const Vergelijking v =
      both(keep("a", document(rules, tables), {{"uren", "wijk;waarde\nOost;1\n"}}),
           keep("b", document(rules, tables + "| West |\n"), {{"uren", "wijk;waarde\nOost;2\nWest;5\n"}}));
  EXPECT_THAT(parts(v.tabellen.at(0)), ElementsAre(Pair("volume", "2"), Pair("regelwijziging", "10")));
}

TEST_F(VerschilTest, MetScenariosEnAlleen) {
  Opdrachtgegevens words;
  words.scenarios = {{"hoog", {{"index", "5%"}}}};
  const Vergelijking v = both(keep("a", kDocument, {{"uren", uren(kUren)}}, words, {"bedrag"}),
                              keep("b", kDocument, {{"uren", uren("c1;12;\nc2;5;\n")}}, words, {"bedrag"}));
  const Vergelijktabel& t = v.tabellen.at(0);
  ASSERT_EQ(t.size(), 2U);
  EXPECT_EQ(t.sleutels[0].at(0), "hoog");
  EXPECT_THAT(parts(t, 0), ElementsAre(Pair("volume", "252")));
  EXPECT_THAT(parts(t, 1), ElementsAre(Pair("volume", "247.2")));
}

TEST_F(VerschilTest, WeigertWatNietMeerIsZoalsHetWas) {
  const std::string a = keep("a", kDocument, {{"uren", uren(kUren)}}),
                    b = keep("b", kDocument, {{"uren", uren(kUren)}});
  const auto refusal = [&] {
    const VerschilAntwoord got = verschil(a, b);
    EXPECT_EQ(got.klaar, got.bevindingen.empty());
    return got.bevindingen.empty() ? "" : got.bevindingen[0].code + ": " + got.bevindingen[0].wat;
  };
  write("b/uren.csv", uren("c1;11;\nc2;5;\n"));
  EXPECT_THAT(refusal(), HasSubstr("uitkomst-verouderd: De regeling `b.md` of een feit in `b` is niet meer"));
  write("b/uren.csv", uren("c1;10;voorlopig\nc2;5;\n"));
  EXPECT_THAT(refusal(), HasSubstr("uitkomst-verouderd"));
  write("b/uren.csv", uren("c2;5;\nc1;10;\n"));
  EXPECT_THAT(refusal(), IsEmpty());
  write("b.md", with(kDocument, "3%", "4%"));
  EXPECT_THAT(refusal(), HasSubstr("uitkomst-verouderd"));
  fs::remove("b.md");
  EXPECT_THAT(refusal(), HasSubstr("De regeling `b.md` is er niet meer."));
  write("b.md", kDocument);
  fs::remove_all("b");
  EXPECT_THAT(refusal(), HasSubstr("De feiten `b` zijn er niet meer."));
  write("b.json", "geen json");
  EXPECT_THAT(refusal(), HasSubstr("uitkomst-onleesbaar"));
  fs::remove("b.json");
  EXPECT_THAT(refusal(), HasSubstr("bestand-onleesbaar"));
}

TEST_F(VerschilTest, WeigertEenBedragDatVeranderdIs) {
  const std::string a = keep("a", kDocument, {{"uren", uren(kUren)}});
  std::ifstream in(a);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  write("c.json", with(text, "1854.00", "1854.01"));
  const VerschilAntwoord got = verschil(a, "c.json");
  ASSERT_EQ(got.bevindingen.size(), 1U);
  EXPECT_THAT(got.bevindingen[0].wat, HasSubstr("geven nu een andere uitkomst"));
}

TEST_F(VerschilTest, VindtDeBestandenOokNaastDeJson) {
  fs::create_directories("jaar");
  fs::current_path("jaar");
  keep("a", kDocument, {{"uren", uren(kUren)}});
  fs::current_path(map_);
  EXPECT_TRUE(both("jaar/a.json", "jaar/a.json").geen_verschil());
}

}  // namespace
}  // namespace zorgkader
