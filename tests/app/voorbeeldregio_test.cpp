// The example region: the same files for the same seed, what it holds, and exactly the faults that it says.
#include "app/voorbeeldregio.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>

#include "app/toetsbronnen.hpp"
#include "iwmo/antwoord.hpp"
#include "iwmo/berichtenarchief.hpp"
#include "iwmo/lezer.hpp"

namespace zorgkader {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSubsetOf;

using Bestanden = std::vector<std::pair<std::string, std::string>>;

Bestanden files_of(const Regiovraag& asked) {
  Bestanden out;
  each_bestand(asked,
               [&](std::string path, std::string bytes) { out.emplace_back(std::move(path), std::move(bytes)); });
  return out;
}

Regiovraag small(std::uint64_t seed = 1, std::uint64_t faults = 60, std::uint64_t clients = 150) {
  Regiovraag out;
  out.zaad = seed;
  out.clienten = clients;
  out.fouten_per_duizend = faults;
  return out;
}

/// Rows of a file by column.
using Rijen = std::vector<std::map<std::string, std::string>>;

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ';' && !quoted)
      out.emplace_back();
    else
      out.back() += c;
  }
  return out;
}

Rijen rows_of(const Bestanden& files, const std::string& path) {
  const auto found = std::find_if(files.begin(), files.end(), [&](const auto& f) { return f.first == path; });
  if (found == files.end()) return ADD_FAILURE() << "no " << path, Rijen();
  std::istringstream in(found->second);
  std::string line;
  std::getline(in, line);
  const auto head = cells_of(line);
  Rijen out;
  while (std::getline(in, line)) {
    const auto cells = cells_of(line);
    EXPECT_EQ(cells.size(), head.size()) << path << ": " << line;
    for (auto& row = out.emplace_back(); row.size() < head.size();) row[head[row.size()]] = "";
    for (std::size_t i = 0; i < std::min(cells.size(), head.size()); ++i) out.back()[head[i]] = cells[i];
  }
  return out;
}

/// `bestand referentie code` of every fault of the standard, or of every finding.
using Fouten = std::multiset<std::string>;

Fouten told(const Bestanden& files) {
  Fouten out;
  for (const auto& row : rows_of(files, "fouten.csv")) {
    if (!row.at("codes").starts_with("MSP"))
      out.insert(fmt::format("{} {} {}", row.at("bestand"), row.at("referentie"), row.at("codes")));
  }
  return out;
}

/// Judges all messages one after another, each against those before it and the answers that they get.
class Ontvangst {
 public:
  explicit Ontvangst(const Bestanden& files) {
    const auto map = std::filesystem::temp_directory_path() / fmt::format("zk-regio-{}", getpid());
    std::filesystem::create_directories(map);
    for (const auto& [path, bytes] : files) {
      if (path.starts_with("lijsten/"))
        std::ofstream(map / std::filesystem::path(path).filename(), std::ios::binary) << bytes;
    }
    Toetsbronnen sources = read_toetsbronnen({"", map.string()});
    std::filesystem::remove_all(map);
    EXPECT_THAT(sources.fouten, IsEmpty());
    lijsten_ = std::move(sources.lijsten);
    for (const auto& [path, bytes] : files) {
      if (path.ends_with(".xml")) receive(path, bytes);
    }
  }

  Fouten found;
  iwmo::Berichtenarchief archive;
  std::map<int, std::size_t> kinds;

 private:
  void receive(const std::string& path, const std::string& bytes) {
    const iwmo::Gelezen read = iwmo::read_bericht(iwmo::bron_van(bytes));
    ASSERT_THAT(read.bevindingen, IsEmpty()) << path;
    ++kinds[read.soort->nummer];
    const auto findings = iwmo::judge(read.boom, {4, &archive, &lijsten_, std::nullopt});
    bool inside = false;
    for (const auto& f : findings) {
      inside = inside || f.niveau <= 2;
      found.insert(fmt::format("{} {} {}", path, reference(read.boom, f.pad), f.code));
    }
    if (read.soort->nummer == 323) {
      if (!inside) archive.add(read.boom);
      const auto day = read.boom["Header/BerichtIdentificatie"].datum("Dagtekening").value();
      const auto answer = iwmo::make_antwoord(read.boom, findings, {fmt::format("A{}", ++answers_), day});
      ASSERT_TRUE(answer) << path;
      if (!inside) archive.add(*answer);
    } else {
      EXPECT_THAT(findings, IsEmpty()) << path << ": " << findings.front().code << " " << findings.front().tekst;
      archive.add(read.boom);
    }
  }

  static std::string reference(const iwmo::Boom& message, const std::string& path) {
    const auto line = path.find("/Prestatie[");
    if (line == std::string::npos) return "";
    return std::string(
        message.at(path.substr(0, path.find(']', line) + 1)).tekst("ProductReferentie/ReferentieNummer"));
  }

  iwmo::Lijsten lijsten_;
  int answers_ = 0;
};

TEST(Voorbeeldregio, TheSameBytesForTheSameSeed) {
  EXPECT_EQ(files_of(small(7)), files_of(small(7)));
  EXPECT_NE(files_of(small(7)), files_of(small(8)));
}

TEST(Voorbeeldregio, TheBytesAreThoseOfEveryMachine) {
  std::uint64_t print = 14695981039346656037U;  // FNV-1a
  for (const auto& [path, bytes] : files_of(small(1, 60, 40))) {
    for (const char c : path + bytes) print = (print ^ static_cast<unsigned char>(c)) * 1099511628211U;
  }
  EXPECT_EQ(print, 5919054275581993341U);
}

TEST(Voorbeeldregio, Msp009TwentyFourProvidersOfWhichSevenBoth) {
  const Bestanden files = files_of(small());
  std::set<std::string> parties, members, bgi, bgg, both, partners;
  for (const auto& row : rows_of(files, "registers/aanbieders.csv")) {
    EXPECT_TRUE(row.at("agb").starts_with("4242"));
    (row.at("rol") == "lid" ? members : parties).insert(row.at("naam"));
  }
  std::set<std::string> taakgericht;
  for (const auto& row : rows_of(files, "besluit-2022-04/contractvormen.csv")) {
    if (row.at("variant") == "taakgericht") taakgericht.insert(row.at("contract"));
  }
  for (const auto& row : rows_of(files, "registers/contracten.csv")) {
    (row.at("dienst") == "BGI" ? bgi : bgg).insert(row.at("aanbieder"));
    if (taakgericht.contains(row.at("contract"))) partners.insert(row.at("aanbieder"));
  }
  std::set_intersection(bgi.begin(), bgi.end(), bgg.begin(), bgg.end(), std::inserter(both, both.end()));
  EXPECT_EQ(parties.size(), 24U);
  EXPECT_EQ(members.size(), 4U);
  EXPECT_EQ(bgi.size(), 20U);
  EXPECT_EQ(bgg.size(), 11U);
  EXPECT_EQ(both.size(), 7U);
  EXPECT_EQ(partners.size(), 5U);
}

TEST(Voorbeeldregio, OnlyTheFaultsThatItSaysAreFound) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    const Bestanden files = files_of(small(seed, 60, 300));
    const Ontvangst received(files);
    EXPECT_EQ(received.found, told(files)) << "seed " << seed;
    for (const int kind : {301, 305, 307, 315, 317, 319, 323}) EXPECT_TRUE(received.kinds.contains(kind)) << kind;
  }
}

TEST(Voorbeeldregio, EveryKindOfFaultComesUp) {
  std::set<std::string> kinds;
  for (const auto& row : rows_of(files_of(small(1, 60, 400)), "fouten.csv")) kinds.insert(row.at("soort"));
  EXPECT_THAT(kinds,
              ElementsAre("buiten de toewijzing", "dubbele referentie", "maand niet voorbij", "onbekende toewijzing",
                          "taakgericht gedeclareerd", "te hoog volume", "verkeerd product", "verkeerd tarief"));
}

TEST(Voorbeeldregio, WithoutFaultsNothingIsFound) {
  const Bestanden files = files_of(small(4, 0));
  EXPECT_THAT(rows_of(files, "fouten.csv"), IsEmpty());
  EXPECT_THAT(Ontvangst(files).found, IsEmpty());
}

std::int64_t cents(const std::string& amount) {
  std::string digits = amount;
  std::erase(digits, ',');
  return std::stoll(digits);
}

/// Cents of approved lines by gemeente, dienst and contract party, without those on codes of the task.
std::map<std::string, std::int64_t> granted(const Bestanden& files, const Ontvangst& received, int year) {
  std::map<std::string, std::string> party, place;
  for (const auto& row : rows_of(files, "registers/aanbieders.csv")) party[row.at("agb")] = row.at("aanbieder");
  for (const auto& row : rows_of(files, "registers/gemeenten.csv")) place[row.at("code")] = row.at("naam");
  std::map<std::string, std::int64_t> out;
  for (const auto& [code, name] : place) {
    for (std::int64_t number = 1; number < 1000; ++number) {
      for (const auto& line : received.archive.prestaties(code, number)) {
        const bool task = line.code == "21200" || line.code == "71100";
        const std::chrono::year_month_day begin(line.periode.van);
        if (line.stand != iwmo::Prestatieregel::Stand::goedgekeurd || task || begin.year() != std::chrono::year(year))
          continue;
        out[fmt::format("{};{};{}", name, line.categorie == "02" ? "BGI" : "BGG",
                        party.at(std::string(line.aanbieder)))] += (line.credit ? -1 : 1) * line.bedrag_cent;
      }
    }
  }
  return out;
}

TEST(Voorbeeldregio, ItsFactsAreWhatTheMessagesAddUpTo) {
  const Bestanden files = files_of(small(5));
  const Ontvangst received(files);
  for (const auto& [path, year] : {std::pair{"feiten/omzet_2021.csv", 2021}, {"feiten/betaald_2022.csv", 2022}}) {
    const auto expected = granted(files, received, year);
    const Rijen rows = rows_of(files, path);
    EXPECT_GT(rows.size(), 5U);
    for (const auto& row : rows) {
      const std::string key = fmt::format("{};{};{}", row.at("gemeente"), row.at("dienst"), row.at("aanbieder"));
      EXPECT_EQ(cents(row.at("waarde")), expected.contains(key) ? expected.at(key) : 0) << path << " " << key;
    }
  }
}

TEST(Voorbeeldregio, Msp016RevenueOfMembersAddsUpToTheCombination) {
  const Bestanden files = files_of(small(5));
  std::map<std::string, std::int64_t> members, party;
  for (const auto& row : rows_of(files, "feiten/omzet_leden_2021.csv"))
    members[row.at("gemeente") + row.at("dienst")] += cents(row.at("waarde"));
  for (const auto& row : rows_of(files, "feiten/omzet_2021.csv")) {
    if (row.at("aanbieder") == "Vier Winden") party[row.at("gemeente") + row.at("dienst")] += cents(row.at("waarde"));
  }
  EXPECT_FALSE(members.empty());
  EXPECT_EQ(members, party);
}

/// MSP-036: new clients of partners get a toewijzing without Omvang, and MSP-038: those are not declared but as a
/// fault.
TEST(Voorbeeldregio, Msp036NewClientsOfPartnersHaveNoOmvang) {
  const Bestanden files = files_of(small(1, 0, 400));
  const Ontvangst received(files);
  std::size_t without = 0;
  for (const auto& place : rows_of(files, "registers/gemeenten.csv")) {
    for (std::int64_t number = 1; number < 2000; ++number) {
      const auto known = received.archive.toewijzing(place.at("code"), number);
      if (!known) continue;
      EXPECT_EQ(known->volume.has_value(), !known->code.empty());
      if (known->volume) continue;
      ++without;
      EXPECT_GE(format_datum(known->ingangsdatum), "2022-01-01");
      EXPECT_THAT(received.archive.prestaties(place.at("code"), number), IsEmpty());
    }
  }
  EXPECT_GT(without, 20U);
}

/// Partners declared January and February before the decision; elsewhere and for others nothing changes.
TEST(Voorbeeldregio, Msp038PartnersStopDeclaringWhereTheyWorkTaakgericht) {
  const Bestanden files = files_of(small(1, 0, 400));
  const Ontvangst received(files);
  const std::set<std::string> partners = {"Bedachte Brug", "Vier Winden", "Fictief", "Denkbeeldig", "Voorbeeldkracht"};
  const std::set<std::string> task = {"9001", "9002", "9003"};
  std::string last_of_task, last_elsewhere;
  for (const auto& row : rows_of(files, "registers/aanbieders.csv")) {
    if (!partners.contains(row.at("aanbieder"))) continue;
    for (const auto& b : received.archive.berichten(323, row.at("agb"))) {
      std::string& last = task.contains(b.ontvanger) ? last_of_task : last_elsewhere;
      last = std::max(last, format_datum(b.declaratieperiode.van));
    }
  }
  EXPECT_EQ(last_of_task, "2022-02-01");
  EXPECT_EQ(last_elsewhere, "2022-12-01");
}

TEST(Voorbeeldregio, RefusesWhatItCannotMake) {
  const auto ignore = [](const std::string&, const std::string&) {};
  EXPECT_THROW(each_bestand(small(1, 0, 0), ignore), std::invalid_argument);
  EXPECT_THROW(each_bestand(small(1, 0, kMeesteRegioclienten + 1), ignore), std::invalid_argument);
  Regiovraag early = small();
  early.jaar = 2021;
  EXPECT_THROW(each_bestand(early, ignore), std::invalid_argument);
}

TEST(Voorbeeldregio, X15NoBsnOutsideTheRegistersOfAGemeente) {
  const std::set<std::string> regional = {"gemeenten",         "aanbieders",     "producten", "contracten",
                                          "contractgemeenten", "contractvormen", "tarieven",  "dispensaties",
                                          "capaciteit",        "besluiten",      "budgetten"};
  std::set<std::string> names;
  for (const auto& [path, bytes] : files_of(small())) {
    if (!path.starts_with("registers/")) continue;
    const std::string name = path.substr(10, path.size() - 14);
    names.insert(name);
    if (regional.contains(name))
      EXPECT_EQ(bytes.find("99990"), std::string::npos) << path;
    else
      EXPECT_TRUE(bytes.starts_with("gemeente;")) << path;
  }
  EXPECT_THAT(regional, IsSubsetOf(names));
  EXPECT_EQ(names.size(), regional.size() + 10);
}

TEST(Voorbeeldregio, EveryPersonIsInventedAndHasATestBsn) {
  for (const auto& row : rows_of(files_of(small()), "registers/clienten.csv"))
    EXPECT_TRUE(row.at("bsn").starts_with("99990")) << row.at("bsn");
}

TEST(Voorbeeldregio, NamesOfPartiesComeFromTheQuestion) {
  Regiovraag asked = small();
  asked.jaar = 2024;
  asked.gemeenten = {{"9101", "Eenstad", true}, {"9102", "Tweedorp", false}};
  asked.partners = {{"Stichting Enig", "Enig", true, {}}};
  const Bestanden files = files_of(asked);
  EXPECT_EQ(rows_of(files, "registers/aanbieders.csv").front().at("naam"), "Stichting Enig");
  EXPECT_EQ(rows_of(files, "registers/gemeenten.csv").size(), 2U);
  EXPECT_EQ(Ontvangst(files).found, told(files));
}

}  // namespace
}  // namespace zorgkader
