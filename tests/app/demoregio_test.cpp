// The example region as a dossier: what its messages get is what its faults deserve, what follows from it is what its
// maker says, and what was known on a day stays known.
#include "app/demoregio.hpp"

#include <gmock/gmock.h>

#include <set>
#include <sstream>

#include "app/bereken.hpp"
#include "app/declaraties.hpp"
#include "app/werklijst.hpp"
#include "dossier/contracttoets.hpp"
#include "dossier_hulp.hpp"
#include "iwmo/hulp.hpp"
#include "rapport/json.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

const std::string kRegeling = ZORGKADER_ROOT "/regelingen/maastricht-heuvelland/strategisch-partnerschap-2022.md";
const Datum kFebruari = parse_datum("2022-02-28").value();

/// A region of 150 clients, made once.
class Demoregio : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    map_ = new fs::path(fs::temp_directory_path() / ("zk-demo-" + std::to_string(getpid())));
    fs::remove_all(*map_);
    demo_ = new Demodossier(make("een"));
  }
  static void TearDownTestSuite() {
    fs::remove_all(*map_);
    delete demo_;
    delete map_;
  }
  static Demodossier make(const std::string& name) {
    Bevindingen found;
    Regiovraag asked = regio_van(kRegeling, found);
    EXPECT_THAT(found, IsEmpty());
    asked.clienten = 150;
    asked.fouten_per_duizend = 60;
    return maak_demodossier((*map_ / name).string(), asked, 2);
  }
  static std::string prints(const Dossierpad& pad) {
    std::string out;
    EXPECT_THAT(verifieer({pad},
                          [&](const Logboekverdict& v) {
                            EXPECT_THAT(v.fouten, IsEmpty()) << v.gemeente;
                            out += fmt::format("{} {} {}\n", v.gemeente, v.gebeurtenissen, v.afdruk);
                          }),
                IsEmpty());
    return out;
  }
  static Opdrachtgegevens on(const Dossierpad& pad, std::optional<Datum> known = std::nullopt) {
    Opdrachtgegevens out;
    out.regeling = kRegeling;
    out.dossier = pad;
    out.bekend_op = known;
    return out;
  }
  static std::set<std::string> months() {
    std::set<std::string> out;
    for (const auto& at : fs::directory_iterator(delivered("berichten"))) out.insert(at.path().filename().string());
    return out;
  }
  static Datum last_day(const std::string& month) { return last_of_month(parse_datum(month + "-01").value()); }
  static fs::path delivered(const std::string& path) { return fs::path(demo_->aangeleverd) / path; }

  static fs::path* map_;
  static Demodossier* demo_;
};
fs::path* Demoregio::map_ = nullptr;
Demodossier* Demoregio::demo_ = nullptr;

using Fouten = std::multiset<std::string>;

/// `referentie code` of what the maker put in, or `identificatie code` about a whole message.
Fouten put_in(const fs::path& root) {
  Fouten out;
  for (const auto& row : iwmo::read_rows(root / "fouten.csv")) {
    const auto read = iwmo::read_bericht(iwmo::bron_van(iwmo::read_file(root / row.at(0))));
    const std::string id(read.boom["Header/BerichtIdentificatie"].tekst("Identificatie"));
    std::istringstream codes(row.at(3));
    for (std::string code; codes >> code;)
      out.insert(id + " " + (row.at(1).empty() ? "geheel" : row.at(1)) + " " +
                 (code == "MSP-038" ? "TAAKGERICHT" : code));
  }
  return out;
}

/// What an import says of messages, in the same words.
class Gehoord {
 public:
  void take(const Importregel& line) {
    if (line.tabel) {
      EXPECT_THAT(line.tabel->bevindingen, IsEmpty()) << line.tabel->bestand;
      return;
    }
    EXPECT_NE(line.uitslag, Importuitslag::overgeslagen) << line.verdict.bestand;
    geweigerd += line.uitslag == Importuitslag::geweigerd ? 1 : 0;
    if (line.verdict.goed()) return;
    const auto read = iwmo::read_bericht(iwmo::bron_van(iwmo::read_file(line.verdict.bestand)));
    const std::string id(read.boom["Header/BerichtIdentificatie"].tekst("Identificatie"));
    for (const auto& b : line.verdict.bevindingen) {
      const auto at = b.pad.find("/Prestatie[");
      const std::string part = at == std::string::npos ? "" : b.pad.substr(0, b.pad.find(']', at) + 1);
      found.insert(
          id + " " +
          (part.empty() ? "geheel" : std::string(read.boom.at(part).tekst("ProductReferentie/ReferentieNummer"))) +
          " " + b.code);
    }
  }
  Fouten found;
  std::size_t geweigerd = 0;
};

/// (a) What the import finds, message by message, is exactly what the maker put in.
TEST_F(Demoregio, ItsFaultsAreFoundAndNothingElse) {
  // As the demo did it, once more into another dossier, to hear what it says.
  Gehoord heard;
  const auto import = [&](const fs::path& from, Datum day) {
    importeer({{(*map_ / "nogmaals.db").string(), ""}, {from.string()}, "", "", Moment(day), "proef", 2},
              [&](const Importregel& line) { heard.take(line); });
  };
  import(delivered("registers"), parse_datum("2021-01-01").value());
  EXPECT_EQ(months().size(), 25U) << "two years, and December declared in January";
  for (const std::string& month : months()) {
    if (month == "2022-04") import(delivered("besluit-2022-04"), parse_datum("2022-04-21").value());
    import(delivered("berichten") / month, last_day(month));
  }
  const Fouten expected = put_in(demo_->aangeleverd);
  EXPECT_EQ(heard.found, expected);
  std::set<std::string> messages, whole, codes;
  for (const std::string& f : expected) {
    messages.insert(f.substr(0, f.find(' ')));
    codes.insert(f.substr(f.rfind(' ') + 1));
    if (f.ends_with(" geheel TR137")) whole.insert(f);
  }
  EXPECT_EQ(heard.geweigerd, whole.size());
  EXPECT_EQ(demo_->berichten.at(Importuitslag::geweigerd), whole.size());
  EXPECT_EQ(demo_->met_bevindingen, messages.size());
  EXPECT_THAT(codes,
              testing::IsSupersetOf({"TR137", "TR307", "TR314", "TR321", "TR338", "TR340", "TR418", "TAAKGERICHT"}));
}

/// The reasons that are given afterwards are those that were found then; a line in a message that was refused whole has
/// the fault of the message besides its own.
TEST_F(Demoregio, MSP038TheReasonsGivenAfterwardsAreThoseFaults) {
  const Fouten expected = put_in(demo_->aangeleverd);
  Fouten told;
  for (const int year : {2021, 2022}) {
    Declaratievraag asked;
    asked.dossier = demo_->pad;
    asked.jaar = year;
    asked.redenen = true;
    const auto settled = reken_declaraties_af(asked);
    EXPECT_THAT(settled.fouten, IsEmpty());
    for (const auto& [cell, b] : settled.vakken) {
      EXPECT_EQ(b.verschil(), 0) << cell.gemeente << cell.aanbieder << cell.maand;
      EXPECT_EQ(b.wacht, 0);
    }
    for (const Afwijzing& a : settled.afwijzingen) {
      std::set<std::string> codes;
      for (const auto& reason : a.redenen) codes.insert(reason.code);
      for (const auto& code : codes) told.insert(a.declaratie + " " + a.referentie + " " + code);
    }
  }
  Fouten lines;
  for (const std::string& f : expected) {
    if (f.find(" geheel ") == std::string::npos) lines.insert(f);
  }
  EXPECT_EQ(told, lines);
}

/// (b) The chain is whole, and every answer is made again to the byte.
TEST_F(Demoregio, X11EveryAnswerIsMadeAgain) {
  std::size_t messages = 0, again = 0, logs = 0, answers = 0, to_answer = 0;
  EXPECT_THAT(verifieer({demo_->pad},
                        [&](const Logboekverdict& v) {
                          EXPECT_THAT(v.fouten, IsEmpty()) << v.gemeente;
                          again += v.nagerekend;
                          ++logs;
                        }),
              IsEmpty());
  EXPECT_EQ(logs, 7U) << "six gemeenten and the region";
  const Dossierbestand file(demo_->pad, Dossierbestand::Hoe::lezen);
  std::size_t kept = 0;
  for (const std::string& log : file.logboek().gemeenten()) kept += file.logboek().momentopname(log) ? 1 : 0;
  EXPECT_GT(kept, 0U) << "and what is kept of a log was compared with it";
  for (const auto& at : fs::recursive_directory_iterator(delivered("berichten"))) {
    const std::string bytes = at.is_regular_file() ? iwmo::read_file(at.path()) : "";
    if (bytes.empty()) continue;
    const auto read = iwmo::read_bericht(iwmo::bron_van(bytes));
    const bool answer = iwmo::is_antwoord(*read.soort);
    messages += read.soort->van == iwmo::Partij::aanbieder && !answer ? 1 : 0;
    answers += answer ? 1 : 0;
    to_answer += read.soort->van == iwmo::Partij::gemeente ? 1 : 0;
  }
  EXPECT_EQ(again, messages) << "all that providers asked or declared";
  EXPECT_GT(answers, to_answer * 9 / 10);
  std::size_t open = 0;
  for (const Werkregel& row : maak_werklijst(demo_->pad, *parse_datum("2023-02-01")))
    open += row.wie == "aanbieder" ? 1 : 0;
  EXPECT_EQ(open, to_answer - answers) << "what providers forgot is on the worklist";
  std::set<std::string> files;
  for (const auto& at : fs::directory_iterator(demo_->antwoorden)) files.insert(at.path().filename().string());
  EXPECT_EQ(files.size(), messages);
}

/// A fact by its keys, as plain text.
using Cellen = std::map<std::vector<std::string>, std::string>;

Cellen cells_of(const Tabel& table) {
  Cellen out;
  for (std::size_t row = 0; row < table.size(); ++row) {
    std::vector<std::string> key;
    for (const auto& k : table.sleutels) key.push_back(k.at(row));
    out[key] = format_plain(table.waarden.at(row), table.vorm);
  }
  return out;
}

/// The facts of the maker as a folder. Its files have no rows for what there was not, so partners get a row of zero.
std::string facts_of_maker(const fs::path& delivered, const fs::path& folder, const Regeling& regeling) {
  fs::remove_all(folder);
  fs::copy(delivered, folder);
  std::set<std::string> there;
  for (const auto& row : iwmo::read_rows(folder / "omzet_2021.csv")) there.insert(row[0] + ";" + row[1] + ";" + row[2]);
  std::ofstream out(folder / "omzet_2021.csv", std::ios::app);
  const auto members = [&](const char* key) {
    return regeling.sleutels[static_cast<std::size_t>(regeling.sleutel(key))].leden;
  };
  for (const auto& g : members("gemeente")) {
    for (const auto& d : members("dienst")) {
      for (const auto& a : members("aanbieder")) {
        const std::string key = fmt::format("{};{};{}", g, d, a);
        if (!there.contains(key)) out << key << ";0;verzonnen\n";
      }
    }
  }
  return folder.string();
}

/// (c), (d) What the dossier gives is what the maker of the region counted, and zero where that has no row; so the
/// lumpsums are the same.
TEST_F(Demoregio, TheFactsAndLumpsumsAreThoseThatItsMakerCounted) {
  const Geladen from_dossier = laad(on(demo_->pad));
  for (const auto& b : from_dossier.bevindingen) EXPECT_NE(b.ernst, Ernst::fout) << b.code << " " << b.wat;
  Opdrachtgegevens files;
  files.regeling = kRegeling;
  files.feiten = facts_of_maker(delivered("feiten"), *map_ / "feiten", *from_dossier.regeling);
  const Geladen from_files = laad(files);
  for (const char* fact : {"omzet_2021", "omzet_70plus_2021", "omzet_leden_2021", "pgb_peildatum", "toewijzingen",
                           "betaald_2022", "uitgaven_overig_2022"}) {
    ASSERT_TRUE(from_files.feiten.tabellen.contains(fact)) << fact;
    ASSERT_TRUE(from_dossier.feiten.tabellen.contains(fact)) << fact;
    Cellen have = cells_of(from_dossier.feiten.tabellen.at(fact)), want = cells_of(from_files.feiten.tabellen.at(fact));
    EXPECT_GT(want.size(), 1U) << fact;
    // The maker only counts elderly people in the service from which the arrangement excepts them.
    if (std::string(fact) == "omzet_70plus_2021")
      std::erase_if(have, [](const auto& cell) { return cell.first.at(1) == "BGI"; });
    const auto nothing = [](const auto& cell) { return cell.second == "0" || cell.second == "0.00"; };
    std::erase_if(have, nothing);
    std::erase_if(want, nothing);
    EXPECT_FALSE(have.empty()) << fact;
    EXPECT_EQ(have, want) << fact;
  }
  const auto lumpsum = [](const BerekenAntwoord& answer) {
    return answer.berekening.uitkomsten.empty() ? Cellen() : cells_of(answer.berekening.uitkomsten[0].tabel);
  };
  const Cellen want = lumpsum(bereken(files, {"lumpsum"}));
  EXPECT_EQ(want.size(), 24U) << "eight combinations of partner and service in three gemeenten";
  EXPECT_EQ(lumpsum(bereken(on(demo_->pad), {"lumpsum"})), want);
}

/// MSP-045 to MSP-062: from messages to the settlement at the end of the year, each step as from the maker's own count.
TEST_F(Demoregio, MSP057ThePartnershipRunsToItsSettlement) {
  Opdrachtgegevens files;
  files.regeling = kRegeling;
  files.feiten = facts_of_maker(delivered("feiten"), *map_ / "feiten2", *laad(on(demo_->pad)).regeling);
  for (const char* name : {"budgetplafond", "lumpsum", "termijn", "nog_te_betalen", "te_veel_betaald", "overschrijding",
                           "onderschrijding", "terugvordering", "toevoeging", "saldo_afrekening"}) {
    const BerekenAntwoord have = bereken(on(demo_->pad), {name}), want = bereken(files, {name});
    ASSERT_EQ(have.berekening.uitkomsten.size(), 1U) << name;
    ASSERT_EQ(want.berekening.uitkomsten.size(), 1U) << name;
    EXPECT_EQ(cells_of(have.berekening.uitkomsten[0].tabel), cells_of(want.berekening.uitkomsten[0].tabel)) << name;
  }
}

std::string json(BerekenAntwoord answer) {
  // Where the files lie is part of the call.
  answer.berekening.oproep = {};
  std::ostringstream out;
  write_json(answer.berekening, out);
  return out.str();
}

/// (e) The same question gives the same logs, wherever they are made.
TEST_F(Demoregio, X11TheSameQuestionGivesTheSameLogs) {
  const std::string before = prints(demo_->pad);
  EXPECT_EQ(before, prints(make("een andere map").pad));
  EXPECT_TRUE(make("een").was_er_al);
  EXPECT_EQ(prints(demo_->pad), before) << "a dossier that is there stays as it is";
}

/// (f) As it was known at the end of February 2022 is as it was when nothing else had come in.
TEST_F(Demoregio, X11AsKnownOnADayIsAsItWasThen) {
  const fs::path early = *map_ / "vroeg";
  const Dossierpad pad{(early / "dossier.db").string(), ""};
  fs::create_directories(early);
  fs::copy_file(demo_->pad.sleutelpad(), pad.sleutelpad());
  const auto import = [&](const fs::path& from, Moment when) {
    importeer({pad, {from.string()}, "", "", when, "demo", 2}, [](const Importregel&) {});
  };
  import(delivered("registers"), Moment(parse_datum("2021-01-01").value()));
  for (const std::string& month : months()) {
    const Datum last = last_day(month);
    if (last <= kFebruari) import(delivered("berichten") / month, Moment(last) + std::chrono::hours(12));
  }
  const std::string then = json(bereken(on(pad), {})), known = json(bereken(on(demo_->pad, kFebruari), {}));
  EXPECT_EQ(known, then);
  EXPECT_NE(known, json(bereken(on(demo_->pad), {}))) << "later messages do change it";
  EXPECT_EQ(json(bereken(on(demo_->pad, kFebruari), {})), known) << "asked again";
  EXPECT_EQ(json(bereken(on(pad, kFebruari), {})), then);
  Declaratievraag asked;
  asked.dossier = pad;
  asked.jaar = 2022;
  const auto was = reken_declaraties_af(asked);
  asked.dossier = demo_->pad;
  asked.bekend_op = kFebruari;
  EXPECT_EQ(reken_declaraties_af(asked).vakken, was.vakken);
  EXPECT_FALSE(was.vakken.empty());
}

/// Missing is not zero: before anything was recorded nothing can be said.
TEST_F(Demoregio, X11BeforeItKnewAnythingItSaysNothing) {
  const BerekenAntwoord answer = bereken(on(demo_->pad, parse_datum("2020-06-30")), {"lumpsum"});
  EXPECT_TRUE(answer.berekening.uitkomsten.empty());
  EXPECT_TRUE(std::any_of(answer.bevindingen.begin(), answer.bevindingen.end(),
                          [](const Bevinding& b) { return b.code == "dossier-leeg" && b.ernst == Ernst::fout; }));
}

/// UVP-027: what leaves the dossiers of gemeenten names nobody.
TEST_F(Demoregio, UVP027FactsHaveNoBsn) {
  const Dossierstand dossier(demo_->pad);
  for (const char* name : {"prestaties", "toewijzingen", "leveringen", "clienten", "pgb"}) {
    const auto& table = dossier.tabel(name);
    EXPECT_GT(table.rijen, 0U) << name;
    for (const auto& column : table.kolommen) {
      for (const std::string& word : column.waarden.woorden)
        EXPECT_FALSE(word.size() == 9 && word.starts_with("99990")) << name << " " << column.naam;
    }
  }
}

}  // namespace
}  // namespace zorgkader
