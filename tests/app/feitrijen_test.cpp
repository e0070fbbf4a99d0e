// The rows behind a fact are those that it was made of: their number and their sum say so.
#include "app/feitrijen.hpp"

#include "declaraties_hulp.hpp"

namespace zorgkader {
namespace {

using iwmo::operator+;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kRegeling = R"(---
titel: Rijen
geldig_van: 2023-01-01
geldig_tot: 2023-12-31
---

# 1 Omzet
Bron: Eigen stuk, 1 Omzet

Sleutel `maand` (open: uit het dossier)

| maand |
|-------|

Uit het dossier

| feit  | tabel      | telling         | waar                |
|-------|------------|-----------------|---------------------|
| omzet | prestaties | som goedgekeurd | stand = goedgekeurd |

```regel
invoer omzet per maand [€] mag ontbreken
invoer ander per maand [€] mag ontbreken
dubbel per maand [€] = omzet + (ander bij_leeg 0)
```
)";

/// A toewijzing that is not there.
const iwmo::Waarden kNergens = {{"ToewijzingNummer", "77"}};

class Rijen : public Declaraties {
 protected:
  Feitrijantwoord ask(const std::string& feit, const std::map<std::string, std::string>& keys) const {
    std::ofstream(map_ / "rijen.md") << kRegeling;
    Feitrijvraag vraag;
    vraag.gegevens.regeling = (map_ / "rijen.md").string();
    vraag.gegevens.dossier = pad();
    vraag.feit = feit;
    vraag.sleutels = keys;
    return feitrijen(vraag);
  }
};

TEST_F(Rijen, X11TheRowsAddUpToTheFact) {
  begin();
  declare("D3", "2023-03", {month_line("R3", "2023-03")});
  declare("D4", "2023-04", {month_line("R4", "2023-04", 5), month_line("R5", "2023-04") + kNergens});
  const Feitrijantwoord april = ask("omzet", {{"maand", "2023-04"}});
  ASSERT_EQ(april.bronnen.size(), 1U);
  EXPECT_EQ(april.bronnen[0].rijen.rijen, 1U) << "a refused line does not count";
  EXPECT_EQ(april.bronnen[0].som, Getal(250));
  EXPECT_EQ(std::get<std::string>(april.bronnen[0].rijen.kolom("referentie")->waarden.at(0)), "R4");
  const Feitrijantwoord all = ask("omzet", {});
  EXPECT_EQ(all.bronnen.at(0).rijen.rijen, 2U);
  EXPECT_EQ(all.bronnen.at(0).som, Getal(650));
}

TEST_F(Rijen, SaysWhatItDoesNotKnow) {
  begin();
  const auto why = [&](const Feitrijantwoord& a) {
    EXPECT_THAT(a.bronnen, IsEmpty());
    std::vector<std::string> out;
    for (const Bevinding& b : a.bevindingen) {
      if (b.ernst == Ernst::fout) out.push_back(b.wat);
    }
    return out;
  };
  EXPECT_THAT(why(ask("omzat", {})), ElementsAre("De regeling vraagt geen feit `omzat`."));
  EXPECT_THAT(why(ask("omzet", {{"mand", "x"}})), ElementsAre("`omzet` heeft geen sleutel `mand`."));
  EXPECT_THAT(why(ask("ander", {})), ElementsAre(HasSubstr("uit een bestand met feiten")));
}

}  // namespace
}  // namespace zorgkader
