// A dossier with contracts and one toewijzing, to declare on, and its settlement in short.
#pragma once

#include "app/declaraties.hpp"
#include "dossier_hulp.hpp"

namespace zorgkader {

inline constexpr std::chrono::days kDag{1};

class Declaraties : public Dossiertest {
 protected:
  /// With the registers above and others in their place, and one toewijzing.
  void begin(Registers others = {}) const {
    others.insert(kTestregisters.begin(), kTestregisters.end());
    for (const auto& [name, text] : others) put_file(name + ".csv", text);
    put_message(one_toewijzing());
    for (const auto& line : import()) {
      EXPECT_EQ(line.uitslag, Importuitslag::vastgelegd);
      EXPECT_THAT(line.verdict.bevindingen, testing::IsEmpty());
    }
  }
  void declare(const std::string& id, const std::string& month, const std::vector<iwmo::Waarden>& lines,
               Datum day = iwmo::kNu) const {
    put_message(declared(id, month, lines));
    import(day);
  }
  Declaratieafrekening settle(Declaratievraag asked = {}) const {
    asked.dossier = pad();
    if (asked.jaar == 0) asked.jaar = 2023;
    Declaratieafrekening out = reken_declaraties_af(asked);
    for (const auto* cells : {&out.vakken, &out.verschillen}) {
      for (const auto& [cell, b] : *cells) EXPECT_EQ(b.verschil(), 0) << cell.maand;
    }
    EXPECT_THAT(out.fouten, testing::IsEmpty());
    return out;
  }
  Declaratieafrekening since(Datum day, std::optional<Datum> known = std::nullopt) const {
    Declaratievraag asked;
    asked.sinds = day;
    asked.bekend_op = known;
    return settle(asked);
  }
};

/// `maand: ingediend gecrediteerd wacht goedgekeurd afgewezen betaald` of every cell.
inline std::vector<std::string> shown(const std::map<Boekingsvak, Boeking>& cells) {
  std::vector<std::string> out;
  for (const auto& [cell, b] : cells)
    out.push_back(fmt::format("{} {} {}: {} {} {} {} {} {}", cell.gemeente, cell.aanbieder, cell.maand, b.ingediend,
                              b.gecrediteerd, b.wacht, b.goedgekeurd, b.afgewezen, b.betaald));
  return out;
}

}  // namespace zorgkader
