// The mutation check itself: what it changes, what it leaves, and that it tells noticed from unnoticed.
#include <gmock/gmock.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "geval/uitvoering.hpp"
#include "mutatie/gelijkwaardig.hpp"
#include "mutatie/mutanten.hpp"
#include "mutatie/proefstand.hpp"

namespace mutatie {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

const std::string kKop = "# Proef\nBron: Proef, 1\n\n";

std::string regel(const std::string& formules) {
  return "```regel\n" + formules + "\n```\n";
}

/// A document with its mutants, as `grootheid: mutatie` of the first attempt.
struct Proefstuk {
  explicit Proefstuk(const std::string& body) : tekst(kKop + body) {
    zorgkader::Bevindingen found;
    regeling = read_regeling("proef.md", tekst.tekst(), {}, found);
    for (const auto& b : found) EXPECT_NE(b.ernst, zorgkader::Ernst::fout) << to_text(b);
    mutanten = maak_mutanten(regeling, tekst);
  }

  std::vector<std::string> namen() const {
    std::vector<std::string> out;
    for (const Mutant& m : mutanten) out.push_back(m.grootheid + ": " + m.pogingen[0].mutatie);
    return out;
  }

  Tekst tekst;
  zorgkader::Regeling regeling;
  std::vector<Mutant> mutanten;
};

TEST(Getallen, LiggenErnaast) {
  EXPECT_THAT(andere_getallen("60,00"), ElementsAre("61,00", "59,00"));
  EXPECT_THAT(andere_getallen("1.265,50"), ElementsAre("1266,50", "1264,50"));
  EXPECT_THAT(andere_getallen("99"), ElementsAre("100", "98"));
  EXPECT_THAT(andere_getallen("100"), ElementsAre("101", "99"));
  EXPECT_THAT(andere_getallen("0,5"), ElementsAre("1,5"));
  EXPECT_EQ(dubbel("7,5"), "15,0");
  EXPECT_EQ(dubbel("0,05"), "0,10");
  EXPECT_EQ(dubbel("50"), "100");
}

TEST(Datums, KrijgenEenDagErbij) {
  EXPECT_EQ(dag_later("2022-02-28"), "2022-03-01");
  EXPECT_EQ(dag_later("31-12-2022"), "01-01-2023");
  EXPECT_EQ(dag_later("1 maart 2022"), "2 maart 2022");
}

TEST(Teksten, KennenPlaatsenInTekensNietInBytes) {
  const Tekst t(
      "\xEF\xBB\xBF"
      "a\nëé+b\n");
  const Ingreep i = t.ingreep({2, 3, 1}, "-");
  EXPECT_EQ(t.met({{i}, ""}),
            "\xEF\xBB\xBF"
            "a\nëé-b\n");
  EXPECT_EQ(t.stuk({2, 1, 2}), "ëé");
}

TEST(Formules, VeranderenWoordVoorWoord) {
  const Proefstuk p(regel("invoer a [€] bij_leeg 0\nx [€] = rond(a * 7,5% + 2 €; cent)\nuitkomst x"));
  EXPECT_THAT(p.namen(),
              ElementsAre("a: `0` wordt `1`", "x: `rond` wordt `rond_omhoog`", "x: `rond` wordt `rond_omlaag`",
                          "x: `*` wordt `/`", "x: `7,5%` wordt `8,5%`", "x: `7,5%` wordt `15,0%`", "x: `+` wordt `-`",
                          "x: `2` wordt `3`", "x: `cent` wordt `1`"));
}

TEST(Formules, KerenVoorwaardenOmEnRuilenWoorden) {
  const Proefstuk p(
      regel("invoer a [€]\ninvoer b [ja/nee]\nx [€] = als b en niet (a < 5 €) dan min(a; 3 €) anders -a\nuitkomst x"));
  EXPECT_THAT(p.namen(), Contains("x: `als` omgekeerd"));
  EXPECT_THAT(p.namen(), Contains("x: `en` wordt `of`"));
  EXPECT_THAT(p.namen(), Contains("x: `niet` weg"));
  EXPECT_THAT(p.namen(), Contains("x: `<` wordt `<=`"));
  EXPECT_THAT(p.namen(), Contains("x: `<` wordt `>=`"));
  EXPECT_THAT(p.namen(), Contains("x: `min` wordt `max`"));
  EXPECT_THAT(p.namen(), Contains("x: `-` weg"));
  for (const Mutant& m : p.mutanten) {
    if (m.pogingen[0].mutatie != "`als` omgekeerd") continue;
    EXPECT_NE(p.tekst.met(m.pogingen[0]).find("als niet (b en niet (a < 5 €)) dan"), std::string::npos);
  }
}

TEST(Formules, LatenDeVormEnDeUitlegStaan) {
  const Proefstuk p("Sleutel `jaar`\n\n| jaar |\n|---|\n| 2021 |\n| 2022 |\n\n" +
                    regel("invoer u per jaar [uur]\nx per jaar [€/uur] = 6 €/uur\n    vastgesteld [jaar = 2022] = 5 "
                          "omdat \"zo staat het er\"\neis u <= 9 uur per jaar\n    meld \"te veel\"\nuitkomst x"));
  EXPECT_THAT(p.namen(), ElementsAre("x: `6` wordt `7`", "x: `2022` wordt `2023`", "x: `5` wordt `6`",
                                     ": `<=` wordt `<`", ": `<=` wordt `>`", ": `9` wordt `10`"));
}

TEST(Formules, ZonderInvloedBlijvenStaan) {
  const Proefstuk p(regel("invoer a [€]\nx [€] = a + 1 €\ny [€] = a + 2 €\nuitkomst x"));
  EXPECT_THAT(p.namen(), ElementsAre("x: `+` wordt `-`", "x: `1` wordt `2`"));
}

TEST(Formules, LedenWordenAndereLeden) {
  const Proefstuk p(
      "Sleutel `stad`\n\n| stad | groot | oud |\n|---|---|---|\n| A | ja | ja |\n| \"B C\" | nee | nee |\n\n" +
      regel("x per stad [€] = als stad = A dan 1 € anders 2 €\ny per stad [ja/nee] = stad.groot\n"
            "uitkomst x, y"));
  EXPECT_THAT(p.namen(), Contains("x: `A` wordt `\"\"B C\"\"`"));
  EXPECT_THAT(p.namen(), Contains("stad.groot: `ja` wordt `nee`"));
  EXPECT_THAT(p.namen(), Not(Contains("stad.oud: `ja` wordt `nee`")));
}

TEST(Tabellen, VeranderenCelVoorCel) {
  const Proefstuk p(
      "Sleutel `jaar`\n\n| jaar |\n|---|\n| 2021 |\n| 2022 |\n\n"
      "Tabel `t` per jaar [€]\n\n| jaar | waarde | toelichting |\n|---|---|---|\n| 2021 | € 5,00 | 7 |\n| 2022 | 6,00 "
      "| |\n\n"
      "Beslistabel `b` per jaar [ja/nee]\n\n| jaar | waarde | reden |\n|---|---|---|\n| 2021 | ja | x |\n| * | nee | y "
      "|\n\n"
      "Parameters\n\n| naam | waarde | eenheid |\n|---|---|---|\n| p | 12,00 | € |\n| o | open | |\n| ongebruikt | 3 | "
      "|\n\n" +
      regel("x per jaar [€] = als b dan t anders p\nuitkomst x"));
  EXPECT_THAT(p.namen(), ElementsAre("t: `5,00` wordt `6,00`", "t: `6,00` wordt `7,00`", "b: `2021` wordt `2022`",
                                     "b: `ja` wordt `nee`", "b: `nee` wordt `ja`", "p: `12,00` wordt `13,00`",
                                     "x: `als` omgekeerd"));
  EXPECT_EQ(p.mutanten[0].plek, "`t` rij 2021, kolom waarde");
}

class Map : public testing::Test {
 protected:
  Map() : map_(fs::temp_directory_path() / ("zorgkader-mutatietoets-" + std::to_string(getpid()))) {
    fs::create_directories(map_ / "werk");
  }
  ~Map() override { fs::remove_all(map_); }
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(map_ / name, std::ios::binary) << text;
    return (map_ / name).string();
  }
  fs::path map_;
};

gevallen::Geval geval(const std::string& document, const std::string& feit, const std::string& verwacht) {
  return {"proef.geval",
          1,
          "PROEF-1 Een geval",
          {{2, "regeling", document, "", 0}, {3, "feit", feit, "", 0}, {4, "verwacht", verwacht, "", 0}}};
}

TEST_F(Map, EenGevalMerktWatHetNagaat) {
  const Proefstuk p(regel("invoer a [€]\nx [€] = a * 2 + 1 €\ny [€] = max(0; a - 5 €)\nuitkomst x, y"));
  const std::string document = write("proef.md", p.tekst.tekst());
  Proefstand stand(
      document, p.regeling,
      {geval(document, "a = 3", "x = 7"), geval(document, "a = 5", "y = 0"), geval("elders.md", "a = 3", "x = 0")});
  EXPECT_THAT(stand.zonder_kapotte(), IsEmpty());
  ASSERT_EQ(stand.aantal(), 2U);
  std::vector<std::string> over;
  for (const Mutant& m : p.mutanten) {
    const Oordeel o = stand.keur(p.tekst, m, map_ / "werk");
    if (o.lot == Lot::overleefd) over.push_back(m.pogingen[static_cast<std::size_t>(o.poging)].mutatie);
  }
  EXPECT_THAT(over, ElementsAre("`max` wordt `min`", "`5` wordt `6`"));  // 5 - 5 and 5 - 6 are both at most 0
}

TEST_F(Map, EenGevalDatAlFaaltDoetNietMee) {
  const Proefstuk p(regel("invoer a [€]\nx [€] = a + 1 €\nuitkomst x"));
  const std::string document = write("proef.md", p.tekst.tekst());
  Proefstand stand(document, p.regeling, {geval(document, "a = 3", "x = 5"), geval(document, "a = 3", "x = 4")});
  EXPECT_EQ(stand.zonder_kapotte().size(), 1U);
  EXPECT_EQ(stand.aantal(), 1U);
}

TEST_F(Map, GelijkwaardigIsWatErStaatMetEenReden) {
  const std::string pad =
      write("gelijkwaardig.md",
            "# Lijst\n\n| regel | mutatie | reden |\n|---|---|---|\n| x  = `a` \\| b | `+` wordt `-` | nul |\n"
            "| y = 1 | `1` wordt `2` | |\n");
  std::vector<std::string> wrong;
  auto list = lees_gelijkwaardig(pad, wrong);
  EXPECT_THAT(wrong, ElementsAre(pad + ":6: deze rij noemt geen reden."));
  ASSERT_EQ(list.size(), 1U);
  EXPECT_FALSE(staat_in(list, "x = a | b", "`-` wordt `+`"));
  EXPECT_FALSE(list[0].gevonden);
  EXPECT_TRUE(staat_in(list, "x = a | b", "`+` wordt `-`"));
  EXPECT_TRUE(list[0].gevonden);
}

TEST(Werkers, OverlevenWatErAfbreekt) {
  const auto keuring = [](int mutant, const fs::path&) {
    if (mutant == 1) std::raise(SIGKILL);
    if (mutant == 2) {
      wekker(1);
      pause();
    }
    return Oordeel{mutant, mutant == 3 ? Lot::overleefd : Lot::gemerkt, 0, 0};
  };
  int heard = 0;
  const auto all = keur_alle(6, 2, keuring, [&](const Oordeel&) { ++heard; });
  EXPECT_EQ(heard, 6);
  std::vector<Lot> got;
  for (const Oordeel& o : all) got.push_back(o.lot);
  EXPECT_THAT(got,
              ElementsAre(Lot::gemerkt, Lot::afgebroken, Lot::te_lang, Lot::overleefd, Lot::gemerkt, Lot::gemerkt));
}

}  // namespace
}  // namespace mutatie
