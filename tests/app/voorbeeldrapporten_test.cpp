// The reports of the regions on their example facts, each as a whole page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/rapportage/regelingrapport.hpp"
#include "app/rapportproef.hpp"

namespace zorgkader {
namespace {

/// A report and what it is asked with; the golden file is named after the region and the report.
struct Voorbeeld {
  const char* regeling;  ///< below `regelingen/`
  const char* feiten;
  const char* regio;
  const char* naam;
  const char* peildatum = "";
  std::map<std::string, std::string> sleutels = {};
  std::vector<Zet> zetten = {};
};

Rapportvraag vraag_van(const Voorbeeld& v) {
  Rapportvraag out;
  const auto map = gevallen::root() / "regelingen";
  out.gegevens.regeling = (map / v.regeling).string();
  out.gegevens.feiten = (map / v.feiten).string();
  if (*v.peildatum != '\0') out.gegevens.peildatum = parse_datum(v.peildatum);
  out.gegevens.zetten = v.zetten;
  out.naam = v.naam;
  out.sleutels = v.sleutels;
  return out;
}

void expect_page(const Voorbeeld& v) {
  const auto made = maak_rapport(vraag_van(v));
  ASSERT_TRUE(made.rapport) << findings(made);
  expect_golden(std::string("rapport-") + v.regio + "-" + v.naam + ".txt", shown(*made.rapport));
}

constexpr const char* kAchterhoek = "achterhoek/segmenten-en-startbudget-2022.md";
constexpr const char* kAchterhoekFeiten = "achterhoek/segmenten-en-startbudget-voorbeeld";

Voorbeeld achterhoek(const char* naam) {
  return {kAchterhoek, kAchterhoekFeiten, "achterhoek", naam};
}

/// ACH-054 to ACH-057: what happens to every offer, and the places with their parts.
TEST(Voorbeeldrapporten, AchterhoekInschrijving) {
  Voorbeeld v = achterhoek("inschrijving");
  const auto open = maak_rapport(vraag_van(v));
  EXPECT_FALSE(open.rapport);
  EXPECT_THAT(findings(open), testing::HasSubstr("`gewicht_samenwerking` staat nog open"));
  v.zetten = {{"gewicht_samenwerking", "60%"}, {"gewicht_binding", "40%"}};
  expect_page(v);
}

/// ACH-067: providers per municipality and (sub)segment, and the gaps.
TEST(Voorbeeldrapporten, AchterhoekDekking) {
  expect_page(achterhoek("dekking"));
}

/// ACH-049, ACH-050, ACH-052: who delivered, every version of a form, and the regional estimate with the local one.
TEST(Voorbeeldrapporten, AchterhoekAanlevering) {
  expect_page(achterhoek("aanlevering"));
}

/// ACH-051, ACH-053: what each consideration does in euros, and the comparison.
TEST(Voorbeeldrapporten, AchterhoekStartbudget) {
  Voorbeeld v = achterhoek("startbudget");
  const auto open = maak_rapport(vraag_van(v));
  EXPECT_FALSE(open.rapport);
  EXPECT_THAT(findings(open), testing::HasSubstr("`indexering` staat nog open"));
  v.zetten = {{"indexering", "3,87%"}, {"doelmatigheid", "2%"}, {"ketenzorg", "-0,5%"}};
  expect_page(v);
}

/// ACH-010, ACH-017: how clients move between segments, and beside them the general provisions.
TEST(Voorbeeldrapporten, AchterhoekBewegingen) {
  expect_page(achterhoek("bewegingen"));
}

/// ACH-007, ACH-008, ACH-016, ACH-029: indicators with their objectives, from client to municipality, each client once.
TEST(Voorbeeldrapporten, AchterhoekKpi) {
  Voorbeeld v = achterhoek("kpi");
  v.peildatum = "2022-12-31";
  v.sleutels = {{"meetjaar", "2022"}};
  EXPECT_THAT(findings(maak_rapport(vraag_van(v))), testing::HasSubstr("niet te meten: er is geen enkele meting"));
  expect_page(v);
}

/// ACH-030: each risk with what it is seen by.
TEST(Voorbeeldrapporten, AchterhoekRisicos) {
  Voorbeeld v = achterhoek("risicos");
  v.peildatum = "2022-12-31";
  v.sleutels = {{"kwartaal", "2022-K1"}};
  expect_page(v);
}

/// DRE-003 to DRE-007: the index of every method and year, the tariffs beside each other, and what contracts got.
TEST(Voorbeeldrapporten, DrechtstedenIndexering) {
  expect_page({"drechtsteden/indexering.md", "drechtsteden/voorbeeld-indexering", "drechtsteden", "indexering"});
}

/// DRE-036: the assumed mean beside the middle of a band, and beside the plans; small counts stay out.
TEST(Voorbeeldrapporten, DrechtstedenBandbreedte) {
  expect_page({"drechtsteden/bandbreedtemodel-huishoudelijke-ondersteuning-2025.md",
               "drechtsteden/voorbeeld-bandbreedtemodel", "drechtsteden", "bandbreedte"});
}

constexpr const char* kOverlegtafel = "drechtsteden/overlegtafel.md";
constexpr const char* kOverlegtafelFeiten = "drechtsteden/voorbeeld-overlegtafel";

/// DRE-038: what providers said of each option, and what went into the advice.
TEST(Voorbeeldrapporten, DrechtstedenReacties) {
  expect_page({kOverlegtafel, kOverlegtafelFeiten, "drechtsteden", "reacties"});
}

/// DRE-037, DRE-039: every action with its owner, last day and state.
TEST(Voorbeeldrapporten, DrechtstedenActies) {
  expect_page({kOverlegtafel, kOverlegtafelFeiten, "drechtsteden", "acties", "2024-12-13"});
}

void expect_lekstroom(const char* naam) {
  expect_page({"lekstroom/maandtarieven-2022.md", "lekstroom/voorbeeld", "lekstroom", naam, "2022-06-30"});
}

/// LEK-024 to LEK-026: the tariffs, and from old to new with what departs from the rule.
TEST(Voorbeeldrapporten, LekstroomMaandtarieven) {
  expect_lekstroom("maandtarieven");
}

/// LEK-007: old beside new, per provider and in total.
TEST(Voorbeeldrapporten, LekstroomOvergang) {
  expect_lekstroom("overgang");
}

/// LEK-038, LEK-040: the bounds of every product.
TEST(Voorbeeldrapporten, LekstroomBandbreedte) {
  expect_lekstroom("bandbreedte");
}

/// LEK-035, LEK-036: how many plans lie in, below and above their band.
TEST(Voorbeeldrapporten, LekstroomPlannen) {
  expect_lekstroom("plannen");
}

/// LEK-029, LEK-030: what was received for what was delivered, proposals and measures.
TEST(Voorbeeldrapporten, LekstroomMonitoring) {
  expect_lekstroom("monitoring");
}

}  // namespace
}  // namespace zorgkader
