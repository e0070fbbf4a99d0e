// Reports of the arrangements, on the facts of their cases: the whole page as people see it, and what is refused.
#include "app/rapportage/regelingrapport.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "app/rapportage/brieven.hpp"
#include "app/rapportproef.hpp"
#include "geval/proef.hpp"

namespace zorgkader {
namespace {

using gevallen::root;
using testing::HasSubstr;

Rapportvraag sla(const std::string& naam, const std::string& kwartaal) {
  Rapportvraag out;
  const auto map = root() / "regelingen" / "drechtsteden";
  out.gegevens.regeling = (map / "sla-rapportage.md").string();
  out.gegevens.feiten = (map / "voorbeeld-sla-rapportage").string();
  out.naam = naam;
  out.sleutels["kwartaal"] = kwartaal;
  return out;
}

/// DRE-010, DRE-013, DRE-015, DRE-017: account numbers, one group at a time, the small and what gives it away left out.
TEST(Regelingrapport, SlaZonderNamen) {
  const auto made = maak_rapport(sla("sla", "2024-Q3"));
  ASSERT_TRUE(made.rapport) << findings(made);
  expect_golden("rapport-sla-2024-q3.txt", shown(*made.rapport));
}

/// DRE-010: until 2022 five figures were asked.
TEST(Regelingrapport, SlaMetVijfGegevens) {
  const auto made = maak_rapport(sla("sla", "2022-Q4"));
  ASSERT_TRUE(made.rapport) << findings(made);
  expect_golden("rapport-sla-2022-q4.txt", shown(*made.rapport));
}

/// DRE-011, DRE-012, DRE-019: who still has to deliver, who has no production, what ends on the last day.
TEST(Regelingrapport, SlaVoorDeSdd) {
  const auto made = maak_rapport(sla("sla_intern", "2024-Q3"));
  ASSERT_TRUE(made.rapport) << findings(made);
  expect_golden("rapport-sla-intern-2024-q3.txt", shown(*made.rapport));
}

/// The first case of a file, as an order with its facts.
Rapportantwoord of_case(const std::string& file, const std::string& naam,
                        const std::map<std::string, std::string>& sleutels, const std::vector<Zet>& zetten = {}) {
  std::vector<gevallen::Probleem> problems;
  const auto cases = gevallen::read_gevallen(root() / "gevallen" / file, problems);
  const gevallen::Proef proef(cases.at(0));
  Rapportvraag vraag{proef.gegevens(), naam, sleutels};
  vraag.gegevens.zetten.insert(vraag.gegevens.zetten.end(), zetten.begin(), zetten.end());
  return maak_rapport(vraag);
}

std::string cell(const Rapport& rapport, const std::string& tabel, const std::string& first, const std::string& kolom) {
  for (const Rapporttabel& t : rapport.tabellen) {
    for (std::size_t i = 0; t.naam == tabel && i < t.kolommen.size(); ++i) {
      for (const Rapportrij& row : t.rijen) {
        std::string keys;
        for (const Rapportcel& c : row.cellen) {
          const auto* text = c.waarde ? std::get_if<std::string>(&*c.waarde) : nullptr;
          if (text != nullptr) keys += (keys.empty() ? "" : ", ") + *text;
        }
        if (t.kolommen[i].naam == kolom && keys == first) return tekst_van(row.cellen[i], t.kolommen[i].vorm);
      }
    }
  }
  return "geen cel";
}

/// DRE-014, DRE-018: names with percentages only, once that is decided and the provider agrees.
TEST(Regelingrapport, SlaMetNaam) {
  const auto made = of_case("drechtsteden/dre-014-met-naam.geval", "sla", {{"kwartaal", "2024-Q4"}});
  ASSERT_TRUE(made.rapport) << findings(made);
  for (const Rapporttabel& t : made.rapport->tabellen) {
    for (const Rapportkolom& k : t.kolommen)
      EXPECT_TRUE(t.rijen.empty() || k.vorm.soort == Soort::tekst || k.vorm.eenheid.shows_percent()) << k.naam;
  }
  EXPECT_NE(cell(*made.rapport, "rapport_met_naam", "IB licht, Aanbieder A", "rapport_met_naam"), "geen cel");
}

/// MSP-030: in January 40 new clients, 34 to partners, 6 to others: 15.0%.
TEST(Regelingrapport, InstroomInJanuari) {
  const std::map<std::string, std::string> januari = {{"kalendermaand", "2022-01"}};
  const auto made = of_case("maastricht-heuvelland/msp-030-instroom.geval", "instroom", januari);
  ASSERT_TRUE(made.rapport) << findings(made);
  expect_golden("rapport-instroom-2022-01.txt", shown(*made.rapport));
}

/// MSP-029, MSP-031: two to another provider, one of them recruited by it, one past the partners.
TEST(Regelingrapport, RedenenVanInstroomBijAnderen) {
  const auto made =
      of_case("maastricht-heuvelland/msp-029-gepasseerd.geval", "instroom_redenen", {{"kalendermaand", "2022-03"}});
  ASSERT_TRUE(made.rapport) << findings(made);
  expect_golden("rapport-instroom-redenen-2022-03.txt", shown(*made.rapport));
}

/// MSP-046: 990,000 paid after March, and what is still to come does not fit.
TEST(Regelingrapport, HetBudgetNaMaart) {
  const std::map<std::string, std::string> maart = {{"kalendermaand", "2022-03"}};
  const auto made = of_case("maastricht-heuvelland/msp-046-na-maart.geval", "budget", maart);
  ASSERT_TRUE(made.rapport) << findings(made);
  expect_golden("rapport-budget-2022-03.txt", shown(*made.rapport));
  const auto warned = of_case("maastricht-heuvelland/msp-046-na-maart.geval", "budgetwaarschuwing", maart);
  ASSERT_TRUE(warned.rapport) << findings(warned);
  expect_golden("rapport-budgetwaarschuwing-2022-03.txt", shown(*warned.rapport));
  Bevindingen found;
  const auto path = root() / "regelingen" / "maastricht-heuvelland" / "brieven" / "budget-waarschuwing.md";
  const auto letters = vul_brieven(*warned.rapport, path.string(), text_of(path), found);
  EXPECT_TRUE(found.empty());
  ASSERT_EQ(letters.size(), 1U);
  expect_golden("brief-budget-waarschuwing.md", letters[0].tekst);
}

/// MSP-007, MSP-013, MSP-020, MSP-071: what is agreed, decided, measured and accounted for.
TEST(Regelingrapport, VanBesluitTotVerantwoording) {
  for (const auto& [geval, naam] : {std::pair{"msp-007-soort-ontbreekt", "kpi"},
                                    {"msp-007-wie-overstapt", "kpi"},
                                    {"msp-013-besluiten", "ontwikkelagenda"},
                                    {"msp-012-tien-van-de-elf", "aanbieders"},
                                    {"msp-071-lumpsum-eigen-regel", "productieverantwoording"},
                                    {"msp-071-per-product", "productieverantwoording"}}) {
    const auto made = of_case(std::string("maastricht-heuvelland/") + geval + ".geval", naam, {});
    ASSERT_TRUE(made.rapport) << geval << findings(made);
    expect_golden("rapport-" + std::string(naam) + "-" + geval + ".txt", shown(*made.rapport));
  }
}

/// UVP-007, UVP-010, UVP-015, UVP-018, UVP-025, UVP-033: what contract management keeps.
TEST(Regelingrapport, Contractmanagement) {
  for (const auto& [geval, naam] : {std::pair{"uvp-018-contractregister", "contracten"},
                                    {"uvp-010-signalen-op-tijd", "signalen"},
                                    {"uvp-007-dekkend", "dekking"},
                                    {"uvp-015-stand", "kpi"},
                                    {"uvp-033-drie-sleutels", "kosten"},
                                    {"uvp-025-punten", "regielijst"}}) {
    const auto made = of_case(std::string("uitvoeringsplan/") + geval + ".geval", naam, {});
    ASSERT_TRUE(made.rapport) << geval << findings(made);
    expect_golden("rapport-" + std::string(naam) + "-" + geval + ".txt", shown(*made.rapport));
  }
}

/// A table without keys is one row, and adds nothing up.
TEST(Regelingrapport, ZonderSleutels) {
  const auto path = std::filesystem::temp_directory_path() / ("zk-rapport-" + std::to_string(getpid()) + ".md");
  std::ofstream(path)
      << "---\ntitel: Klein\n---\n\n# 1 Alles\nBron: Eigen stuk, 1\n\n```regel\na [€] = 5 €\nb = 3\n```\n\n"
         "Rapport `geheel`\n\n| kolom | grootheid | totaal | grafiek |\n|---|---|---|---|\n"
         "| a | a | som | staaf |\n| b | b | | |\n";
  Rapportvraag vraag;
  vraag.gegevens.regeling = path.string();
  vraag.naam = "geheel";
  const auto made = maak_rapport(vraag);
  std::filesystem::remove(path);
  ASSERT_TRUE(made.rapport) << findings(made);
  ASSERT_EQ(made.rapport->tabellen[0].rijen.size(), 1U);
  EXPECT_EQ(made.rapport->tabellen[0].rijen[0].cellen[0].waarde, Waarde(Getal(5)));
  EXPECT_EQ(made.rapport->tabellen[0].rijen[0].cellen[1].waarde, Waarde(Getal(3)));
}

/// A report that waits for a choice says for which, once.
TEST(Regelingrapport, WachtOpEenKeuze) {
  const auto waits = of_case("uitvoeringsplan/uvp-040-nog-onbekend.geval", "kostenafrekening", {});
  EXPECT_FALSE(waits.rapport);
  EXPECT_THAT(findings(waits), testing::HasSubstr("Dit rapport wacht op een keuze: `reele_index_2023` staat nog open"));
  EXPECT_EQ(std::count_if(waits.bevindingen.begin(), waits.bevindingen.end(),
                          [](const Bevinding& b) { return b.code == "open-keuze" && b.ernst == Ernst::fout; }),
            1);
  EXPECT_EQ(std::count_if(waits.bevindingen.begin(), waits.bevindingen.end(),
                          [](const Bevinding& b) { return b.code == "open-keuze" && b.ernst == Ernst::let_op; }),
            0);
  EXPECT_TRUE(
      of_case("uitvoeringsplan/uvp-040-nog-onbekend.geval", "kostenafrekening", {}, {{"reele_index_2023", "5%"}})
          .rapport);
}

/// MSP-063: the other expenses do not shrink, shrink half, or as much as the ceiling; each scenario with its own
/// totals.
TEST(Regelingrapport, GevoeligheidPerScenario) {
  const auto made = of_case("maastricht-heuvelland/msp-063-overzicht.geval", "gevoeligheid", {});
  ASSERT_TRUE(made.rapport) << findings(made);
  expect_golden("rapport-gevoeligheid.txt", shown(*made.rapport));
  const auto one = of_case("maastricht-heuvelland/msp-063-overzicht.geval", "gevoeligheid", {{"scenario", "half"}});
  ASSERT_TRUE(one.rapport) << findings(one);
  EXPECT_EQ(cell(*one.rapport, "budgetplafond", "Maastricht, BGI", "terugvordering_bij_aanname"), "77902.50");
}

/// MSP-030: of 3 new clients 2 went elsewhere: counts that small stay out, and the share with them.
TEST(Regelingrapport, KleineInstroomBlijftWeg) {
  const std::map<std::string, std::string> maart = {{"kalendermaand", "2022-03"}};
  const auto made = of_case("maastricht-heuvelland/msp-029-gepasseerd.geval", "instroom", maart);
  ASSERT_TRUE(made.rapport) << findings(made);
  for (const char* kolom : {"instroom_nieuw", "instroom_partners", "instroom_andere", "instroom_andere_aandeel"})
    EXPECT_EQ(cell(*made.rapport, "instroom_nieuw", "Maastricht, BGI", kolom), "x") << kolom;
  const auto all =
      of_case("maastricht-heuvelland/msp-029-gepasseerd.geval", "instroom", maart, {{"drempel_instroom", "0"}});
  ASSERT_TRUE(all.rapport) << findings(all);
  EXPECT_EQ(cell(*all.rapport, "instroom_nieuw", "Maastricht, BGI", "instroom_andere"), "2");
  EXPECT_EQ(cell(*all.rapport, "instroom_nieuw", "Maastricht, BGI", "instroom_andere_aandeel").substr(0, 4), "66.7");
}

TEST(Regelingrapport, VerkeerdGevraagd) {
  Rapportvraag vraag = sla("sla", "2024-Q3");
  vraag.sleutels.clear();
  auto made = maak_rapport(vraag);
  EXPECT_TRUE(made.verkeerd_gevraagd);
  EXPECT_THAT(findings(made),
              HasSubstr("Dit rapport gaat over één kwartaal. Zet er bijvoorbeeld `kwartaal=2025-Q4` achter."));
  vraag.sleutels = {{"kwartaal", "2024-K3"}};
  made = maak_rapport(vraag);
  EXPECT_THAT(findings(made), HasSubstr("`2024-K3` is geen kwartaal. Bedoelt u `2024-Q3`?"));
  vraag.sleutels = {{"kwartaal", "2024-Q3"}, {"jaar", "2024"}};
  EXPECT_THAT(findings(maak_rapport(vraag)), HasSubstr("Dit rapport heeft geen sleutel `jaar`."));
  vraag.naam = "kpi";
  EXPECT_THAT(findings(maak_rapport(vraag)), HasSubstr("De regeling heeft geen rapport `kpi`. Zij heeft: sla, "
                                                       "sla_intern, sla_redenen, herinnering_1, herinnering_2."));
}

/// DRE-012: who has not delivered on 5 November gets the first letter.
TEST(Regelingrapport, Herinneringen) {
  Rapportvraag vraag = sla("herinnering_1", "2024-Q3");
  vraag.gegevens.peildatum = parse_datum("2024-11-05");
  const auto made = maak_rapport(vraag);
  ASSERT_TRUE(made.rapport) << findings(made);
  Bevindingen found;
  const auto path = root() / "regelingen" / "drechtsteden" / "brieven" / "herinnering-1.md";
  const auto letters = vul_brieven(*made.rapport, path.string(), text_of(path), found);
  EXPECT_TRUE(found.empty());
  ASSERT_EQ(letters.size(), 1U);
  EXPECT_EQ(letters[0].naam, "herinnering-1-bedacht-begeleid.md");
  expect_golden("brief-herinnering-1.md", letters[0].tekst);
  vraag.naam = "herinnering_2";
  EXPECT_TRUE(maak_rapport(vraag).rapport->tabellen.at(0).rijen.empty());
  vraag.gegevens.peildatum = parse_datum("2024-11-12");
  EXPECT_EQ(maak_rapport(vraag).rapport->tabellen.at(0).rijen.size(), 1U);
}

TEST(Regelingrapport, EenVeldZonderWaardeIsEenFoutDieHetNoemt) {
  Rapport r;
  r.naam = "brief";
  r.gegevens = {{"kwartaal", "2024-Q3"}};
  r.tabellen = {{"t", "", "", {{"wie", "", {Soort::tekst, {}}}, {"dag", "de dag", {Soort::datum, {}}}}, {}, {}}};
  r.tabellen[0].rijen = {{{{std::string("A")}, {parse_datum("2024-11-05").value()}}}, {{{std::string("B")}, {}}}};
  const auto fill = [&](const std::string& text) {
    Bevindingen found;
    std::string out;
    for (const Brief& b : vul_brieven(r, "s.md", text, found)) out += b.naam + "=" + b.tekst + "\n";
    for (const Bevinding& b : found) out += fmt::format("{}:{}: {}\n", b.plaats.regel, b.plaats.kolom, b.wat);
    return out;
  };
  EXPECT_EQ(fill("{{wie}}, {{ kwartaal }}"), "brief-a.md=A, 2024-Q3\nbrief-b.md=B, 2024-Q3\n");
  EXPECT_THAT(fill("a\n {{dag}}"), HasSubstr("brief-a.md=a\n 5 november 2024\n"));
  EXPECT_THAT(fill("a\n {{de dag}}"), HasSubstr("2:2: Voor B heeft `de dag` geen waarde.\n"));
  EXPECT_THAT(fill("{{wi}}"), HasSubstr("1:1: Het rapport heeft geen veld `wi`.\n"));
  EXPECT_THAT(fill("{{wie\n}}"), HasSubstr("1:1: Na `{{` hoort op dezelfde regel `}}` te staan.\n"));
}

}  // namespace
}  // namespace zorgkader
