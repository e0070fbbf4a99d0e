// Where facts come from in a dossier: what a table says, exactly, and every fault at its place.
#include <gtest/gtest.h>

#include <fmt/format.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>

#include "dossierbron_hulp.hpp"
#include "regeling/celwoorden.hpp"

namespace zorgkader {
namespace {

TEST(Dossierbronnen, WordenGelezenZoalsZijErStaan) {
  const auto got = rows(
      "| omzet | prestaties | som goedgekeurd | jaar = 2021; maand >= 2022-01; stand = wacht of goedgekeurd | "
      "kwartaal = periode; jaar=boekjaar |\n"
      "| `aantal_clienten` | `toewijzingen` | aantal `client` | dienst <> onbekend of \"nog niet; of\" of 0344 | |\n"
      "| begin | clienten | eerste van | dag < 1 maart 2022 ; dag<=02-03-2022;bedrag > -3,50 |\n"
      "| gekozen | keuzes | bestaat | |\n"
      "| stand | plannen | waarde soort | ja_of_nee = ja; naam = café; code = 02A06 of 2022-W05 | |\n"
      "| eerste_jaar | plannen | laatste jaar | | |");
  EXPECT_EQ(faults(got), Lijst());
  ASSERT_EQ(got.regeling.dossierbronnen.size(), 6U);
  Lijst lines;
  for (const Dossierbron& b : got.regeling.dossierbronnen) lines.push_back(shown(b));
  EXPECT_EQ(
      lines,
      Lijst({"omzet < prestaties: som goedgekeurd; jaar = ('2021' 2021); maand >= ('2022-01' "
             "2022-01-01..2022-01-31); stand = ('wacht') ('goedgekeurd'); kwartaal <- periode; jaar <- boekjaar",
             "aantal_clienten < toewijzingen: aantal client; dienst <> ('onbekend') ('nog niet; of') ('0344' 344)",
             "begin < clienten: eerste van; dag < ('1 maart 2022' 2022-03-01..2022-03-01); dag <= ('02-03-2022' "
             "2022-03-02..2022-03-02); bedrag > ('-3,50' -3.5)",
             "gekozen < keuzes: bestaat ",
             "stand < plannen: waarde soort; ja_of_nee = ('ja'); naam = ('café'); code = ('02A06') ('2022-W05')",
             "eerste_jaar < plannen: laatste jaar"}));
}

TEST(Dossierbronnen, WetenWaarZijStaan) {
  const auto got = rows("| omzet | café   | som  goedgekeurd | naam = \"é\"; stand <> nee | jaar = boekjaar |");
  ASSERT_EQ(faults(got), Lijst());
  const Dossierbron& b = got.regeling.dossierbronnen.at(0);
  EXPECT_EQ(shown(b.plaats), "proef.md:21:3+5");
  EXPECT_EQ(shown(b.tabel_plaats), "proef.md:21:11+4");
  EXPECT_EQ(shown(b.telling_plaats), "proef.md:21:20+16");
  EXPECT_EQ(shown(b.waar.at(0).plaats), "proef.md:21:39+10");
  EXPECT_EQ(shown(b.waar.at(1).plaats), "proef.md:21:51+12");
  EXPECT_EQ(shown(b.sleutels_plaats), "proef.md:21:66+15");
}

TEST(Dossierbronnen, HalenEenSleutelUitDeKolomMetHaarNaam) {
  const auto got = rows("| omzet | prestaties | som bedrag | | kwartaal = periode |");
  ASSERT_EQ(faults(got), Lijst());
  EXPECT_EQ(got.regeling.dossierbronnen.at(0).kolom_van("kwartaal"), "periode");
  EXPECT_EQ(got.regeling.dossierbronnen.at(0).kolom_van("jaar"), "jaar");
}

TEST(Dossierbronnen, MogenDeKolommenWaarEnSleutelsMissen) {
  const auto got =
      rows("| bestaat | voor de lezer; of = niet | keuzes | gekozen |", "| telling | toelichting | tabel | feit |");
  EXPECT_EQ(faults(got), Lijst());
  ASSERT_EQ(got.regeling.dossierbronnen.size(), 1U);
  EXPECT_EQ(shown(got.regeling.dossierbronnen[0]), "gekozen < keuzes: bestaat ");
  EXPECT_TRUE(got.regeling.dossierbronnen[0].waar.empty());
}

TEST(Dossierbronnen, TellenAlleDagenVanEenMaand) {
  const auto got = rows("| omzet | prestaties | som bedrag | maand = 2024-02 | |");
  ASSERT_EQ(faults(got), Lijst());
  const auto& value = got.regeling.dossierbronnen.at(0).waar.at(0).waarden.at(0);
  EXPECT_EQ(value,
            (Dossierwaarde{"2024-02", std::nullopt, Periode{*parse_datum("2024-02-01"), *parse_datum("2024-02-29")}}));
}

TEST(Dossierbronnen, LatenEenTekstTussenAanhalingstekensEenTekst) {
  const auto got = rows("| omzet | prestaties | som bedrag | code = \"2021\" of \"2022-01\" of \"a \\| b\" | |");
  ASSERT_EQ(faults(got), Lijst());
  const auto& values = got.regeling.dossierbronnen.at(0).waar.at(0).waarden;
  EXPECT_EQ(values, (std::vector<Dossierwaarde>{{"2021", {}, {}}, {"2022-01", {}, {}}, {"a | b", {}, {}}}));
}

TEST(Dossierbronnen, MogenInMeerTabellenStaanMaarEenFeitOpEenPlaats) {
  const std::string table = "Uit het dossier (stand van de maand):\n\n| feit | tabel | telling |\n|---|---|---|\n";
  const auto got = read(kFeiten + table + "| omzet | prestaties | som a |\n| begin | clienten | eerste b |\n\n" +
                        table + "| gekozen | keuzes | bestaat |\n| omzet | prestaties | aantal |\n");
  EXPECT_EQ(faults(got), Lijst({"+8 dossierbron-dubbel 3+5"}));
  EXPECT_EQ(got.bevindingen.at(0).wat, "`omzet` heeft al een bron op regel 21.");
}

TEST(Dossierbronnen, StaanNietInEenDocumentZonderDeTabel) {
  EXPECT_TRUE(read(kFeiten).regeling.dossierbronnen.empty());
  const auto overview = read(kFeiten + "Overzicht\n\n| feit | tabel | telling |\n|---|---|---|\n| x | y | z |\n");
  EXPECT_EQ(faults(overview), Lijst());
  EXPECT_TRUE(overview.regeling.dossierbronnen.empty());
}

TEST(Dossierbronnen, HebbenEenBijschriftDatVolledigIs) {
  const std::string table = "\n\n| feit | tabel | telling |\n|---|---|---|\n| omzet | prestaties | som a |\n";
  for (const char* caption : {"Uit het dossier", "Uit het dossier:", "Uit het dossier (2022)"})
    EXPECT_EQ(read(kFeiten + caption + table).regeling.dossierbronnen.size(), 1U) << caption;
  for (const auto& [caption, code] :
       std::vector<std::pair<const char*, const char*>>{{"Uit het dossier van 2022", "bijschrift-fout"},
                                                        {"Uit het dossier per jaar", "bijschrift-fout"},
                                                        {"Uit", "tabel-zonder-bijschrift"},
                                                        {"Uit het dossiers", "tabel-zonder-bijschrift"},
                                                        {"Uit de nota", "tabel-zonder-bijschrift"},
                                                        {"uit het dossier", "tabel-zonder-bijschrift"}}) {
    const auto got = read(kFeiten + caption + table);
    ASSERT_EQ(got.bevindingen.size(), 1U) << caption;
    EXPECT_EQ(got.bevindingen[0].code, code) << caption;
    EXPECT_TRUE(got.regeling.dossierbronnen.empty()) << caption;
  }
}

TEST(Dossierbronnen, WeigerenWatGeenFeitIs) {
  check({{"| grens | t | som k | | |", {"dossierbron-feit 3+5"}},
         {"| som_omzet | t | som k | | |", {"dossierbron-feit 3+9"}},
         {"| jaar | t | bestaat | | |", {"dossierbron-feit 3+4"}},
         {"| omzt | t | som k | | |", {"dossierbron-feit 3+4"}},
         {"| | t | som k | | |", {"cel-fout 2+0"}},
         {"| omzet begin | t | som k | | |", {"cel-fout 3+11"}},
         {"| omzet | | som k | | |", {"cel-fout 10+0"}},
         {"| omzet | 2t | som k | | |", {"cel-fout 11+2"}},
         {"| omzet | \"t\" | som k | | |", {"cel-fout 11+3"}},
         {"| omzet | \"t | som k | | |", {"cel-fout 11+1"}},
         {"| omzet |", {"cel-fout 3+5", "dossierbron-telling 3+5"}}});
  EXPECT_EQ(rows("| omzt | t | som k | | |").bevindingen.at(0).doe, "Bedoelt u `omzet`?");
  EXPECT_EQ(rows("| grens | t | som k | | |").bevindingen.at(0).wat, "`grens` is geen feit maar een parameter.");
}

TEST(Dossierbronnen, NoemenEenFeitDatNietTeLezenIsNietNogEens) {
  const auto got = read(kFeiten + "```regel\ninvoer kapot per jaar [\n```\n\nUit het dossier\n\n" +
                        "| feit | tabel | telling |\n|---|---|---|\n| kapot | t | som k |\n");
  ASSERT_EQ(got.bevindingen.size(), 1U);
  EXPECT_EQ(got.bevindingen[0].code, "formule-fout");
}

TEST(Dossierbronnen, WeigerenEenTellingDieErNietIs) {
  check({{"| omzet | t | | | |", {"dossierbron-telling 14+0"}},
         {"| omzet | t | soms k | | |", {"dossierbron-telling 15+4"}},
         {"| omzet | t | \"som\" k | | |", {"dossierbron-telling 15+5"}},
         {"| omzet | t | som | | |", {"dossierbron-telling 15+3"}},
         {"| begin | t | waarde | | |", {"dossierbron-telling 15+6"}},
         {"| begin | t | eerste | | |", {"dossierbron-telling 15+6"}},
         {"| begin | t | laatste | | |", {"dossierbron-telling 15+7"}},
         {"| gekozen | t | bestaat k | | |", {"dossierbron-telling 25+1"}},
         {"| omzet | t | som 2k | | |", {"dossierbron-telling 19+2"}},
         {"| omzet | t | som = | | |", {"dossierbron-telling 19+1"}},
         {"| omzet | t | som k x | | |", {"dossierbron-telling 21+1"}},
         {"| omzet | t | som k; som x | | |", {"dossierbron-telling 22+3"}},
         {"| omzet | t | ; | | |", {"dossierbron-telling 15+1"}}});
  EXPECT_EQ(rows("| omzet | t | Som k | | |").bevindingen.at(0).doe, "Bedoelt u `som`?");
}

TEST(Dossierbronnen, WeigerenEenTellingVanEenAndereSoort) {
  check({{"| begin | t | som k | | |", {"dossierbron-soort 15+3"}},
         {"| gekozen | t | aantal | | |", {"dossierbron-soort 17+6"}},
         {"| stand | t | aantal k | | |", {"dossierbron-soort 15+6"}},
         {"| eerste_jaar | t | som k | | |", {"dossierbron-soort 21+3"}},
         {"| omzet | t | bestaat | | |", {"dossierbron-soort 15+7"}},
         {"| gekozen | t | waarde k | | |", {}},
         {"| omzet | t | laatste k | | |", {}},
         {"| omzet | t | aantal | | |", {}}});
}

TEST(Dossierbronnen, WeigerenEenVoorwaardeDieNietTeLezenIs) {
  check({{"| omzet | t | aantal | jaar 2021 | |", {"dossierbron-waar 29+4"}},
         {"| omzet | t | aantal | jaar | |", {"dossierbron-waar 24+4"}},
         {"| omzet | t | aantal | 2021 = jaar | |", {"dossierbron-waar 24+4"}},
         {"| omzet | t | aantal | \"jaar\" = 2021 | |", {"dossierbron-waar 24+6"}},
         {"| omzet | t | aantal | = 2021 | |", {"dossierbron-waar 24+1"}},
         {"| omzet | t | aantal | jaar = | |", {"dossierbron-waar 29+1"}},
         {"| omzet | t | aantal | jaar = of 3 | |", {"dossierbron-waar 29+1"}},
         {"| omzet | t | aantal | jaar = 3 of | |", {"dossierbron-waar 33+2"}},
         {"| omzet | t | aantal | jaar => 3 | |", {"dossierbron-waar 30+1"}},
         {"| omzet | t | aantal | jaar > 3 of 4 | |", {"dossierbron-waar 33+2"}},
         {"| omzet | t | aantal | a = 1 en b = 2 | |", {"dossierbron-waar 35+1"}},
         {"| omzet | t | aantal | a = x y | |", {"dossierbron-waar 28+3"}},
         {"| omzet | t | aantal | a = x, y | |", {"dossierbron-waar 28+4"}},
         {"| omzet | t | aantal | a = “x” | |", {"dossierbron-waar 28+3"}},
         {"| omzet | t | aantal | a = \"x\" \"y\" | |", {"dossierbron-waar 32+3"}},
         {"| omzet | t | aantal | a = \"x | |", {"dossierbron-waar 28+1"}},
         {"| omzet | t | aantal | a = 5% | |", {"dossierbron-waar 28+2"}},
         {"| omzet | t | aantal | a = 1.265 | |", {"getal-dubbelzinnig 28+5"}},
         {"| omzet | t | aantal | a = 2022-13 | |", {"dossierbron-waar 28+7"}},
         {"| omzet | t | aantal | a = 2022-02-29 | |", {"dossierbron-waar 28+10"}},
         {"| omzet | t | aantal | a = - | |", {"dossierbron-waar 28+1"}},
         {"| omzet | t | aantal | a = 1; | |", {"dossierbron-waar 29+1"}},
         {"| omzet | t | aantal | ; a = 1 | |", {"dossierbron-waar 24+1"}},
         {"| omzet | t | aantal | a = 1;; b = 2 | |", {"dossierbron-waar 30+1"}}});
}

TEST(Dossierbronnen, NoemenAlleFoutenVanEenRij) {
  check({{"| omzet | t | telling | a 1; b = 2 3; c = 4 | jaar = k; maand = m |",
          {"dossierbron-telling 15+7", "dossierbron-waar 27+1", "dossierbron-waar 34+3", "dossierbron-sleutel 57+5"}}});
  const auto got = rows("| omzet | t | aantal | a 1; c = 4 | |");
  EXPECT_EQ(shown(got.regeling.dossierbronnen.at(0)), "omzet < t: aantal ; c = ('4' 4)");
}

TEST(Dossierbronnen, WeigerenEenSleutelDieHetFeitNietHeeft) {
  check({{"| omzet | t | aantal | | maand = k |", {"dossierbron-sleutel 26+5"}},
         {"| omzet | t | aantal | | kwartal = k |", {"dossierbron-sleutel 26+7"}},
         {"| aantal_clienten | t | aantal | | jaar = k |", {"dossierbron-sleutel 36+4"}},
         {"| omzet | t | aantal | | jaar = k; jaar = m |", {"dossierbron-sleutel 36+4"}},
         {"| omzet | t | aantal | | jaar |", {"dossierbron-sleutel 26+4"}},
         {"| omzet | t | aantal | | jaar <> k |", {"dossierbron-sleutel 26+9"}},
         {"| omzet | t | aantal | | jaar = \"k\" |", {"dossierbron-sleutel 33+3"}},
         {"| omzet | t | aantal | | jaar = k of m |", {"dossierbron-sleutel 26+13"}},
         {"| omzet | t | aantal | | jaar = k; |", {"dossierbron-sleutel 34+1"}}});
  EXPECT_EQ(rows("| omzet | t | aantal | | kwartal = k |").bevindingen.at(0).doe, "Bedoelt u `kwartaal`?");
}

TEST(Dossierbronnen, WeigerenEenKolomDieNiemandLeest) {
  const auto misspelt = rows("| omzet | t | som k | jaar = 2021 |", "| feit | tabel | telling | war |");
  EXPECT_EQ(faults(misspelt), Lijst({"-2 tabel-fout 28+3"}));
  EXPECT_EQ(misspelt.bevindingen.at(0).doe, "Bedoelt u `waar`?");
  EXPECT_EQ(faults(rows("| omzet | t | som k | a = 1 | b = 2 |", "| feit | tabel | telling | waar | waar |")),
            Lijst({"-2 tabel-fout 35+4"}));
  EXPECT_EQ(faults(rows("| t | a = 1 |", "| tabel | waar |")), Lijst({"-2 tabel-fout 1+0", "-2 tabel-fout 1+0"}));
  EXPECT_EQ(faults(rows("| omzet | t | som k | naam = \"a|b\" | |")),
            Lijst({"dossierbron-waar 30+1", "dossierbron-sleutel 34+1", "tabel-fout 37+0"}));
}

/// Pieces of cells in any order: what a person may type, and what nobody would.
std::string random_cel(std::mt19937_64& random) {
  static const std::vector<std::string> pieces = {"jaar",  "kwartaal", "som",       "aantal",  "bestaat", "of",
                                                  "=",     "<>",       "<=",        ">",       ";",       ";;",
                                                  "\"",    "\"a b\"",  "`",         "2022-01", "-3,5",    "1.265",
                                                  "02A06", "café",     "“oud”",     "\u00A0",  "€",       "%",
                                                  ",",     "\\|",      "2022-02-30"};
  std::string out;
  for (auto count = random() % 8; count > 0; --count)
    out += pieces[random() % pieces.size()] + (random() % 3 ? " " : "");
  return out;
}

RC_GTEST_PROP(Dossierbronnen, LezenElkeCelEnWijzenErinAan, (std::uint64_t seed)) {
  std::mt19937_64 random(seed);
  std::string row = "|";
  for (int i = 0; i < 5; ++i) row += " " + (i == 0 && random() % 2 ? "omzet" : random_cel(random)) + " |";
  const auto got = rows(row);
  // An escaped bar loses its sign, so what follows may point one place to the left; never outside the line.
  const int longest = static_cast<int>(row.size()) + 1;
  for (const Bevinding& b : got.bevindingen) {
    RC_ASSERT(b.plaats.regel == kEersteRij);
    RC_ASSERT(b.plaats.kolom >= 1 && b.plaats.kolom + b.plaats.lengte <= longest);
    RC_ASSERT(!b.wat.empty());
  }
  for (const Dossierbron& b : got.regeling.dossierbronnen) {
    for (const Dossiervoorwaarde& v : b.waar) RC_ASSERT(!v.kolom.empty() && !v.waarden.empty());
  }
}

TEST(Dossierbronnen, OverlevenRijenZonderCellen) {
  for (const char* row : {"||", "| |", "|||||||||", "\\|", "x"}) EXPECT_FALSE(rows(row).bevindingen.empty()) << row;
}

TEST(Celwoorden, ZijnWoordenGetallenOfNamen) {
  for (const char* text : {"a", "02A06", "2022-W05", "ja_nee", "café", "x-y"}) EXPECT_TRUE(is_woord(text)) << text;
  for (const char* text : {"", "-", "-a", "a b", "a,", "p*q", "“a”", "€", "a\u00A0b"})
    EXPECT_FALSE(is_woord(text)) << text;
  for (const char* text : {"a", "_a1", "café"}) EXPECT_TRUE(is_naam(text)) << text;
  for (const char* text : {"", "1a", "a-b", "a.b"}) EXPECT_FALSE(is_naam(text)) << text;
}

}  // namespace
}  // namespace zorgkader
