// Receipts: what came in can be done over elsewhere, and whatever is otherwise shows.
#include "app/ontvangst.hpp"

#include <sstream>

#include "declaraties_hulp.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Ontvangst : public Declaraties {
 protected:
  /// What lies ready is taken in, and stays for another time.
  Ontvangstbewijs receive(const std::string& name, Datum day = iwmo::kNu) const {
    fs::rename(map_ / "in", map_ / name);
    fs::create_directories(map_ / "in");
    return importeer_met_bewijs({pad(), {(map_ / name).string()}, "", "", Moment(day), "proef", 2}, "1.2.3",
                                [](const Importregel&) {});
  }
  std::vector<std::string> over(const Ontvangstbewijs& bewijs, const std::vector<std::string>& names) const {
    std::vector<std::string> paden;
    for (const std::string& name : names) paden.push_back((map_ / name).string());
    return doe_over({pad(), bewijs, paden, 2});
  }
};

TEST_F(Ontvangst, X11AnImportCanBeDoneOverLater) {
  begin();
  put_message(declared("D3", "2023-03", {month_line("R3", "2023-03")}));
  put_file("rest.xml", "<geen/>");
  const Ontvangstbewijs first = receive("een");
  put_message(declared("D4", "2023-04", {month_line("R4", "2023-04")}));
  const Ontvangstbewijs second = receive("twee");
  EXPECT_THAT(first.bestanden, SizeIs(2));
  ASSERT_THAT(first.regels, SizeIs(2));
  EXPECT_EQ(first.regels[0].uitslag + ", " + first.regels[1].uitslag, "vastgelegd, overgeslagen");
  EXPECT_EQ(first.na, second.voor);
  EXPECT_THAT(over(first, {"een"}), IsEmpty());
  EXPECT_THAT(over(second, {"twee"}), IsEmpty());
  fs::rename(map_ / "twee", map_ / "elders");
  EXPECT_THAT(over(second, {"elders"}), IsEmpty()) << "names of folders do not count";
}

TEST_F(Ontvangst, TheFirstImportToo) {
  const Ontvangstbewijs none = receive("niets");
  EXPECT_THAT(none.voor, IsEmpty());
  EXPECT_FALSE(fs::exists(map_ / "d.db"));
  put_file("gemeenten.csv", "code;naam\n9901;Oost\n");
  const Ontvangstbewijs first = receive("een");
  EXPECT_THAT(first.voor, IsEmpty());
  ASSERT_THAT(first.na, SizeIs(1));
  EXPECT_EQ(first.na[0].log, "regio");
  EXPECT_THAT(over(first, {"een"}), IsEmpty());
}

TEST_F(Ontvangst, OtherFilesAndOtherOutcomesAreTold) {
  begin();
  put_message(declared("D3", "2023-03", {month_line("R3", "2023-03")}));
  Ontvangstbewijs bewijs = receive("een");
  put_file("erbij.xml", "<geen/>");
  EXPECT_THAT(over(bewijs, {"een", "in"}), ElementsAre(HasSubstr("erbij.xml hoorde er toen niet bij.")));
  EXPECT_THAT(over(bewijs, {"in"}), ElementsAre(HasSubstr("is er niet bij, of is niet meer zoals toen."),
                                                HasSubstr("erbij.xml hoorde er toen niet bij.")));
  Ontvangstbewijs altered = bewijs;
  altered.na.back().afdruk[0] = altered.na.back().afdruk[0] == '0' ? '1' : '0';
  EXPECT_THAT(over(altered, {"een"}), ElementsAre(HasSubstr("met een andere afdruk.")));
  altered = bewijs;
  ++altered.na.front().nummer;
  EXPECT_THAT(over(altered, {"een"}),
              ElementsAre(AllOf(HasSubstr("eindigt nu bij gebeurtenis"), HasSubstr("en toen bij"))));
  altered = bewijs;
  altered.voor.front().afdruk = std::string(64, '0');
  EXPECT_THROW(over(altered, {"een"}), dossier::OpslagFout);
  altered = bewijs;
  altered.lijsten = true;
  EXPECT_THAT(over(altered, {"een"}), ElementsAre(HasSubstr("lijsten van buiten")));
}

TEST_F(Ontvangst, TheReceiptIsReadBackAsItWasWritten) {
  begin();
  put_message(declared("D3", "2023-03", {month_line("R3", "2023-03")}));
  const Ontvangstbewijs bewijs = receive("een");
  std::ostringstream json, again;
  write_ontvangstbewijs(bewijs, json);
  const auto read = lees_ontvangstbewijs(json.str(), "b.json");
  ASSERT_TRUE(read);
  write_ontvangstbewijs(*read, again);
  EXPECT_EQ(again.str(), json.str());
  EXPECT_EQ(read->voor, bewijs.voor);
  EXPECT_EQ(read->moment, Moment(iwmo::kNu));
  for (const char* bad : {"", "{}", "[]", "{\"formaat\":\"zorgkader-uitkomst\"}"})
    EXPECT_FALSE(lees_ontvangstbewijs(bad, "b.json")) << bad;
  EXPECT_THAT(lees_ontvangstbewijs("{}", "b.json").errors()[0].wat, HasSubstr("geen ontvangstbewijs"));
  EXPECT_FALSE(read_bewijs((map_ / "nergens").string()));
}

}  // namespace
}  // namespace zorgkader
