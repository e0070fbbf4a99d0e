// Who looks at a client is in the log before anything is shown.
#include "app/inzage.hpp"

#include "app/logboeklijst.hpp"
#include "declaraties_hulp.hpp"

namespace zorgkader {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

class Inzage : public Declaraties {
 protected:
  Inzagevraag asked(const std::string& client) const {
    return {pad(), "Testdorp", client, "bezwaar", "e.jansen", Moment(iwmo::kNu + kDag), {}};
  }
  std::vector<std::string> looked() const {
    std::vector<std::string> out;
    each_logregel({pad(), "9999", {}, {}, std::string(dossier::soorten::kInzage), {}},
                  [&](const Logregel& line) { out.push_back(line.door + " " + line.wat); });
    return out;
  }
};

TEST_F(Inzage, X15ALookLeavesALineWithWhoOfWhomAndWhy) {
  begin();
  const Inzageantwoord seen = zie_client_in(asked("999900006"));
  std::vector<std::string> names;
  for (const auto& table : seen.tabellen) names.push_back(table.naam);
  EXPECT_THAT(names, Contains("toewijzingen"));
  const std::string known_as =
      Dossierbestand(pad(), Dossierbestand::Hoe::lezen).kluis().pseudoniem("9999", "999900006");
  EXPECT_THAT(looked(), ElementsAre("e.jansen " + known_as + ": bezwaar"));
  EXPECT_EQ(seen.client, known_as);
  EXPECT_EQ(seen.naam, "Test");
  const Inzageantwoord again = zie_client_in(asked(known_as));
  EXPECT_EQ(again.bsn, "999900006") << "by the pseudonym it is the same";
  EXPECT_EQ(again.tabellen.size(), seen.tabellen.size());
  EXPECT_EQ(looked().size(), 2U);
  prints();
}

TEST_F(Inzage, WhoIsNotThereIsNotLookedAt) {
  begin();
  EXPECT_THROW(zie_client_in(asked("999900018")), dossier::OpslagFout);
  EXPECT_THAT(looked(), IsEmpty());
}

}  // namespace
}  // namespace zorgkader
