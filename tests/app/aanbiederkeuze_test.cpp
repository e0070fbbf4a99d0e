// Which providers come first for an onderzoek, and the toewijzing to one of them: registers in, a list and a 301 out.
#include "app/aanbiederkeuze.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <future>
#include <set>

#include "app/antwoordmap.hpp"
#include "app/clientgegevens.hpp"
#include "app/corrigeer.hpp"
#include "app/demoregio.hpp"
#include "app/dossierstand.hpp"
#include "app/importeer.hpp"
#include "app/logboeklijst.hpp"
#include "app/toewijzingmaken.hpp"
#include "app/werklijst.hpp"
#include "iwmo/voorbeelden.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string kRegeling = ZORGKADER_ROOT "/regelingen/maastricht-heuvelland/strategisch-partnerschap-2022.md";

class Werkmap {
 public:
  Werkmap() {
    static int number = 0;
    pad_ = fs::temp_directory_path() / fmt::format("zk-keuze-{}-{}", getpid(), ++number);
    fs::create_directories(pad_);
  }
  ~Werkmap() {
    std::error_code ignored;
    fs::remove_all(pad_, ignored);
  }
  Werkmap(const Werkmap&) = delete;
  Werkmap& operator=(const Werkmap&) = delete;
  std::string operator/(const std::string& naam) const { return (pad_ / naam).string(); }
  std::string write(const std::string& naam, const std::string& text) const {
    std::ofstream(pad_ / naam, std::ios::binary) << text;
    return *this / naam;
  }

 private:
  fs::path pad_;
};

Datum day(const char* text) {
  return *parse_datum(text);
}

/// A file of a register: a header and rows.
struct Tabelrijen {
  std::string naam, kop;
  std::vector<std::string> rijen;
  std::string text() const {
    std::string out = kop + "\n";
    for (const std::string& row : rijen) out += row + "\n";
    return out;
  }
};

/// Maastricht with three partners and one other provider for individual support.
std::vector<Tabelrijen> region() {
  return {
      {"gemeenten", "code;naam", {"0935;Maastricht", "0938;Meerssen"}},
      {"aanbieders",
       "agb;naam;aanbieder;rol",
       {"42420001;Stichting Levanto;Levanto;zelf", "42420002;Radar;Radar;zelf", "42420003;SUMMA;SUMMA;zelf",
        "42420004;Stichting Een;SUMMA;lid", "42420005;Heuvelzorg;Heuvelzorg;zelf"}},
      {"producten",
       "code;categorie;omschrijving;dienst;schema;eenheid",
       {"21200;02;Preferred Supplier;BGI;preferred supplier;", "02A06;02;Profiel 1;BGI;clientprofiel;82",
        "71100;07;Preferred Supplier;BGG;preferred supplier;"}},
      {"contracten",
       "contract;aanbieder;dienst;ingangsdatum;einddatum",
       {"C1;Levanto;BGI;2022-01-01;2024-12-31", "C2;Radar;BGI;2022-01-01;2024-12-31",
        "C3;SUMMA;BGI;2022-01-01;2024-12-31", "C4;Heuvelzorg;BGI;2022-01-01;2024-12-31"}},
      {"contractgemeenten", "contract;gemeente", {"C1;0935", "C2;0935", "C3;0935", "C4;0935"}},
      {"contractvormen",
       "contract;van;variant;bekostiging",
       {"C1;2022-01-01;taakgericht;lumpsum", "C2;2022-01-01;taakgericht;lumpsum", "C3;2022-01-01;taakgericht;lumpsum",
        "C4;2022-01-01;outputgericht;maandtarief"}},
      {"capaciteit", "aanbieder;gemeente;dienst;van;plaatsen;clientstop", {"SUMMA;0935;BGI;2022-01-01;10;ja"}},
      {"clienten",
       "gemeente;bsn;geboortedatum;wijk",
       {"0935;999900006;1980-05-04;Oost", "0935;999900018;1975-05-04;West", "0935;999900031;1990-05-04;West"}},
      {"meldingen",
       "gemeente;melding;bsn;ontvangen_op",
       {"0935;M1;999900006;2022-02-01", "0935;M2;999900018;2022-02-02", "0935;M3;999900031;2022-02-03"}},
      {"onderzoeken",
       "gemeente;onderzoek;melding;afgerond_op;begeleiding_nodig;leveringsvorm;dienst;zorgbehoefte;deskundigheid;"
       "voorkeur;voorkeur_motivering;voorkeur_geworven;eerdere_lagen;ingangsdatum",
       {"0935;O1;M1;2022-02-20;ja;ZIN;BGI;wonen;begeleiding;;;;besproken;2022-03-01",
        "0935;O2;M2;2022-02-21;ja;PGB;BGI;wonen;begeleiding;;;;besproken;",
        "0935;O3;M3;2022-02-22;ja;ZIN;BGI;wonen;begeleiding;Heuvelzorg;kent hen goed;nee;besproken;2022-03-01"}},
  };
}

/// All files in one delivery, at noon.
void deliver(const Werkmap& map, const std::string& sub, const std::vector<Tabelrijen>& tables, const char* when) {
  fs::create_directories(map / sub);
  for (const Tabelrijen& table : tables) map.write(sub + "/" + table.naam + ".csv", table.text());
  Importvraag vraag;
  vraag.dossier.dossier = map / "d.db";
  vraag.paden = {map / sub};
  vraag.nu = Moment(day(when)) + std::chrono::hours(12);
  vraag.door = "toets";
  importeer(vraag, [](const Importregel& line) {
    if (!line.tabel) return;
    for (const Bevinding& b : line.tabel->bevindingen) ADD_FAILURE() << line.tabel->bestand << ": " << b.wat;
  });
}

Keuzevraag ask(const Werkmap& map, const std::string& regeling = kRegeling) {
  Keuzevraag out;
  out.regeling = regeling;
  out.dossier.dossier = map / "d.db";
  return out;
}

/// `onderzoek: rang aanbieder (reden)` of every candidate, and with `anderen` of the others.
std::vector<std::string> lines_of(const Keuzeantwoord& made, bool anderen = false) {
  std::vector<std::string> out;
  for (const Bevinding& b : made.bevindingen) {
    if (b.ernst == Ernst::fout) out.push_back(b.code + " " + b.wat);
  }
  for (const Onderzoekskeuze& choice : made.keuzes) {
    for (const auto* list : {&choice.kandidaten, anderen ? &choice.anderen : nullptr}) {
      for (const Kandidaat& k : list == nullptr ? std::vector<Kandidaat>() : *list)
        out.push_back(fmt::format("{}: {} {} ({})", choice.onderzoek, k.rang, k.aanbieder, k.reden));
    }
  }
  return out;
}

constexpr const char* kEerst = "partner: krijgt als eerste de kans om te helpen";

TEST(Aanbiederkeuze, Msp026PartnersFirstWithTheReasonOfEach) {
  const Werkmap map;
  deliver(map, "in", region(), "2022-02-28");
  const Keuzeantwoord made = kies_aanbieders(ask(map));
  EXPECT_THAT(lines_of(made),
              ElementsAre(fmt::format("O1: 2 Levanto ({})", kEerst), fmt::format("O1: 2 Radar ({})", kEerst),
                          "O3: 1 Heuvelzorg (uitzondering: nadrukkelijke en gemotiveerde voorkeur van de cliënt)",
                          fmt::format("O3: 2 Levanto ({})", kEerst), fmt::format("O3: 2 Radar ({})", kEerst)));
  ASSERT_EQ(made.keuzes.size(), 3U);
  EXPECT_EQ(made.keuzes[0].gemeente, "Maastricht");
  EXPECT_EQ(made.keuzes[0].dienst, "BGI");
  EXPECT_EQ(made.keuzes[0].kandidaten[0].product, "21200");
  EXPECT_EQ(made.keuzes[1].beste_rang(), 0) << "MSP-023: a PGB needs no provider";
  EXPECT_THAT(lines_of(made, true), testing::Contains("O1: 0 SUMMA (neemt op de begindag geen cliënten aan)"));
  EXPECT_THAT(lines_of(made, true), testing::Contains("O1: 0 SGL (geen contract dat op de begindag loopt)"));
}

TEST(Aanbiederkeuze, Msp028WhoRefusedIsPassedOverFromTheDayThatItIsKnown) {
  const Werkmap map;
  deliver(map, "in", region(), "2022-02-28");
  deliver(map, "later",
          {{"voorstellen",
            "gemeente;onderzoek;aanbieder;voorgesteld_op;antwoord;beantwoord_op;reden",
            {"0935;O1;Levanto;2022-02-21;afgewezen;2022-03-02;geen team"}}},
          "2022-03-02");
  Keuzevraag now = ask(map);
  now.onderzoek = "O1";
  EXPECT_THAT(lines_of(kies_aanbieders(now)), ElementsAre(fmt::format("O1: 2 Radar ({})", kEerst)));
  now.bekend_op = day("2022-03-01");
  EXPECT_THAT(lines_of(kies_aanbieders(now)),
              ElementsAre(fmt::format("O1: 2 Levanto ({})", kEerst), fmt::format("O1: 2 Radar ({})", kEerst)));
}

TEST(Aanbiederkeuze, Msp024TheDistrictIsAParameter) {
  const Werkmap map;
  deliver(map, "in", region(), "2022-02-28");
  Keuzevraag vraag = ask(map);
  vraag.onderzoek = "O1";
  vraag.zetten = {{"wijk_krachtenbundeling", "Oost"}};
  EXPECT_THAT(lines_of(kies_aanbieders(vraag)).at(0), HasSubstr("de werkwijze van de pilot Krachtenbundeling"));
}

/// The order of rows and of files says nothing.
TEST(Aanbiederkeuze, AnyOrderOfDeliveryGivesTheSameList) {
  const Werkmap map;
  deliver(map, "in", region(), "2022-02-28");
  const auto expected = lines_of(kies_aanbieders(ask(map)), true);
  EXPECT_GT(expected.size(), 15U);
  for (const std::uint64_t seed : {1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U}) {
    const Werkmap other;
    iwmo::Toeval chance(seed);
    auto tables = region();
    for (Tabelrijen& table : tables) {
      for (std::size_t i = table.rijen.size(); i > 1; --i) std::swap(table.rijen[i - 1], table.rijen[chance.below(i)]);
    }
    const auto cut = static_cast<std::ptrdiff_t>(1 + chance.below(tables.size() - 1));
    deliver(other, "een", {tables.begin(), tables.begin() + cut}, "2022-02-27");
    deliver(other, "twee", {tables.begin() + cut, tables.end()}, "2022-02-28");
    EXPECT_EQ(lines_of(kies_aanbieders(ask(other)), true), expected) << "seed " << seed;
  }
}

TEST(Aanbiederkeuze, ADocumentWithoutAChoiceSaysWhatIsMissing) {
  const Werkmap map;
  deliver(map, "in", region(), "2022-02-28");
  const Keuzeantwoord made = kies_aanbieders(ask(map, ZORGKADER_ROOT "/regelingen/voorbeelden/prestatieafspraken.md"));
  EXPECT_THAT(made.keuzes, IsEmpty());
  EXPECT_THAT(lines_of(made),
              testing::Contains(HasSubstr("Deze regeling kiest geen aanbieders: zij heeft geen `kandidaat_rang`")));
  EXPECT_THAT(lines_of(kies_aanbieders(ask(map, map / "weg.md"))), Not(IsEmpty()));
}

constexpr const char* kAndereRegio = R"(---
titel: Een andere regio
versie: 1
geldig_van: 2022-01-01
geldig_tot: 2022-12-31
bronnen:
  - Eigen stuk
---

# 1 Wie eerst
Bron: Eigen stuk, 1 Wie eerst

Sleutel `onderzoek` (open: uit het dossier)

| onderzoek |
|-----------|

Sleutel `aanbieder` (open: uit het dossier)

| aanbieder |
|-----------|

Uit het dossier

| feit       | tabel       | telling              | waar                    |
|------------|-------------|----------------------|-------------------------|
| gevraagd   | onderzoeken | bestaat              | begeleiding_nodig = ja  |
| contract   | contracten  | aantal contract      |                         |

```regel
invoer gevraagd per onderzoek [ja/nee] mag ontbreken
invoer contract per aanbieder [getal] mag ontbreken

heeft per onderzoek, aanbieder [ja/nee] = (contract bij_leeg 0) > 0
    waar gevraagd
```

Beslistabel `kandidaat_rang` per onderzoek, aanbieder [getal] (eerste treffer)

| aanbieder  | heeft | kandidaat_rang | reden              |
|------------|-------|---------------:|--------------------|
| *          | nee   |              0 | geen contract      |
| *          | *     |              1 | heeft een contract |
)";

/// Another region is another document: nothing of the choice stands in the program.
TEST(Aanbiederkeuze, AnotherRegionNeedsADocumentAndNoCode) {
  const Werkmap map;
  deliver(map, "in", region(), "2022-02-28");
  Keuzevraag vraag = ask(map, map.write("andere.md", kAndereRegio));
  vraag.onderzoek = "O2";
  EXPECT_THAT(lines_of(kies_aanbieders(vraag)),
              ElementsAre("O2: 1 Heuvelzorg (heeft een contract)", "O2: 1 Levanto (heeft een contract)",
                          "O2: 1 Radar (heeft een contract)", "O2: 1 SUMMA (heeft een contract)"));
}

Toewijzingsvraag assign(const Werkmap& map, const std::string& onderzoek, const std::string& aanbieder) {
  Toewijzingsvraag out;
  out.keuze = ask(map);
  out.keuze.onderzoek = onderzoek;
  out.aanbieder = aanbieder;
  out.nu = Moment(day("2022-03-01")) + std::chrono::hours(9);
  return out;
}

TEST(Aanbiederkeuze, OnlyWhoStandsInFrontCanBeChosen) {
  const Werkmap map;
  deliver(map, "in", region(), "2022-02-28");
  const auto why = [&](const Toewijzingsvraag& vraag) {
    const Toewijzingsantwoord made = maak_toewijzing(vraag);
    EXPECT_FALSE(made.bericht);
    return made.bezwaren;
  };
  EXPECT_THAT(why(assign(map, "O3", "Levanto")),
              ElementsAre(HasSubstr("Levanto staat niet vooraan: eerst Heuvelzorg (uitzondering")));
  EXPECT_THAT(why(assign(map, "O1", "SUMMA")),
              ElementsAre("SUMMA is geen kandidaat: neemt op de begindag geen cliënten aan."));
  EXPECT_THAT(why(assign(map, "O2", "Levanto")), ElementsAre(HasSubstr("de cliënt kiest een PGB")));
  EXPECT_THAT(why(assign(map, "O1", "Niemand")), ElementsAre("Niemand komt in deze keuze niet voor."));
  EXPECT_THROW(maak_toewijzing(assign(map, "O9", "Levanto")), dossier::OpslagFout) << "no such onderzoek";
  Toewijzingsvraag elsewhere = assign(map, "O1", "Levanto");
  elsewhere.keuze.gemeente = "Nergens";
  EXPECT_THROW(maak_toewijzing(elsewhere), dossier::OpslagFout);
}

TEST(Aanbiederkeuze, SaysWhatIsMissingForAToewijzing) {
  const Werkmap map;
  deliver(map, "in", region(), "2022-02-28");
  EXPECT_THAT(maak_toewijzing(assign(map, "O1", "Levanto")).bezwaren,
              ElementsAre(HasSubstr("naam, geslacht en contactgegevens ontbreken")));
  Toewijzingsvraag vraag = assign(map, "O3", "Heuvelzorg");
  EXPECT_THAT(maak_toewijzing(vraag).bezwaren, testing::Contains(HasSubstr("noem het product en de omvang")));
  vraag.product = "71100";
  vraag.omvang = Toegewezenomvang{1, "82", "4"};
  vraag.agb = "42420001";
  EXPECT_THAT(maak_toewijzing(vraag).bezwaren,
              testing::IsSupersetOf({HasSubstr("42420001 is niet van Heuvelzorg"), HasSubstr("is voor BGG")}));
  Toewijzingsvraag task = assign(map, "O1", "Levanto");
  task.omvang = Toegewezenomvang{1, "82", "4"};
  EXPECT_THAT(maak_toewijzing(task).bezwaren, testing::Contains(HasSubstr("heeft een toewijzing geen omvang")))
      << "ACH-005";
}

TEST(Aanbiederkeuze, ASizeIsOfTheUnitOfItsProductAndNotNothing) {
  const Werkmap map;
  deliver(map, "in", region(), "2022-02-28");
  Toewijzingsvraag vraag = assign(map, "O3", "Heuvelzorg");
  vraag.product = "02A06";
  vraag.omvang = Toegewezenomvang{0, "14", "4"};
  EXPECT_THAT(maak_toewijzing(vraag).bezwaren,
              ElementsAre(HasSubstr("het volume is ten minste 1"), HasSubstr("per eenheid 82; de omvang noemt 14")));
}

/// Who the clients of O1 and O3 are.
const Tabelrijen kPersonen = {
    "persoonsgegevens",
    "gemeente;bsn;geslacht;achternaam;voorvoegsel;voorletters;partnernaam;naamgebruik;straat;huisnummer;toevoeging;"
    "postcode;plaats",
    {"0935;999900006;2;Dijk;van;A;;;Markt;7;bis;6211 CK;Maastricht", "0935;999900031;1;Berg;;B;Dal;3;;12;;6211AA;"}};

TEST(Aanbiederkeuze, ANewClientIsWhoTheRegisterSays) {
  const Werkmap map;
  deliver(map, "in", region(), "2022-02-28");
  deliver(map, "wie", {kPersonen}, "2022-02-28");
  const Toewijzingsantwoord made = maak_toewijzing(assign(map, "O1", "Levanto"));
  EXPECT_THAT(made.bezwaren, IsEmpty());
  for (const auto& fault : made.fouten) ADD_FAILURE() << fault.code << " " << fault.pad << " " << fault.tekst;
  ASSERT_TRUE(made.bericht);
  const iwmo::Deel client = (*made.bericht)["Client"];
  const std::vector<std::pair<const char*, const char*>> expected = {
      {"Bsn", "999900006"},
      {"Geboortedatum/Datum", "1980-05-04"},
      {"Geslacht", "2"},
      {"Naam/Geslachtsnaam/Achternaam", "Dijk"},
      {"Naam/Geslachtsnaam/Voorvoegsel", "van"},
      {"Naam/Voorletters", "A"},
      {"Naam/NaamGebruik", "1"},
      {"Contactgegevens/Contact/Soort", "01"},
      {"Contactgegevens/Contact/Adres/Huis/Huisnummer", "7"},
      {"Contactgegevens/Contact/Adres/Huis/HuisnummerToevoeging", "bis"},
      {"Contactgegevens/Contact/Adres/Postcode", "6211CK"},
      {"Contactgegevens/Contact/Adres/Straatnaam", "Markt"},
      {"Contactgegevens/Contact/Adres/Plaatsnaam", "Maastricht"},
      {"Contactgegevens/Contact/Adres/LandCode", "NL"}};
  for (const auto& [path, value] : expected) EXPECT_EQ(client.tekst(path), value) << path;
  EXPECT_FALSE(client["Naam/Partnernaam"]);
  Toewijzingsvraag other = assign(map, "O3", "Heuvelzorg");
  other.product = "02A06";
  other.omvang = Toegewezenomvang{1, "82", "4"};
  const Toewijzingsantwoord second = maak_toewijzing(other);
  ASSERT_TRUE(second.bericht);
  EXPECT_EQ(second.bericht->wortel().tekst("Client/Naam/Partnernaam/Achternaam"), "Dal");
  EXPECT_EQ(second.bericht->wortel().tekst("Client/Naam/NaamGebruik"), "3");
}

/// What a message says later goes before the register, and the other way round.
TEST(Aanbiederkeuze, WhatCameLastSaysWhoAClientIs) {
  const Werkmap map;
  deliver(map, "in", region(), "2022-02-28");
  deliver(map, "wie", {kPersonen}, "2022-02-28");
  const Toewijzingsantwoord made = maak_toewijzing(assign(map, "O1", "Levanto"));
  ASSERT_TRUE(made.bericht);
  iwmo::Boom sent = *made.bericht;
  sent.put("Bericht/Client/Naam/Geslachtsnaam/Achternaam", "Anders");
  Antwoordmap(map / "uit").put(sent);
  const auto take = [&](const std::string& sub) {
    importeer({{map / "d.db", ""}, {map / sub}, "", "", Moment(day("2022-03-01")) + std::chrono::hours(12), "toets", 1},
              [](const Importregel& line) { EXPECT_TRUE(line.verdict.goed()); });
  };
  take("uit");
  const auto name = [&] {
    const Dossierstand dossier({map / "d.db", ""});
    return newest_client(dossier.bestand(), dossier.stand("0935"), "999900006")->naam();
  };
  EXPECT_EQ(name(), "A van Anders");
  Tabelrijen moved = kPersonen;
  moved.rijen = {"0935;999900006;2;Later;;A;;;Markt;7;;6211CK;Maastricht"};
  deliver(map, "later", {moved}, "2022-03-02");
  EXPECT_EQ(name(), "A Later");
}

/// What an onderzoek that no provider was chosen for has in the worklist.
std::string unassigned(const std::string& onderzoek) {
  return ": aanbieder kiezen: zie aanbiederkeuze (onderzoek " + onderzoek + ")";
}

std::vector<std::string> due(const Werkmap& map) {
  std::vector<std::string> out;
  for (const Werkregel& row : maak_werklijst({map / "d.db", ""}, day("2022-03-01")))
    out.push_back(row.aanbieder + ": " + row.wat + " (" + row.identificatie + ")");
  return out;
}

TEST(Aanbiederkeuze, AnOnderzoekLeadsToOneToewijzing) {
  const Werkmap map;
  deliver(map, "in", region(), "2022-02-28");
  deliver(map, "wie", {kPersonen}, "2022-02-28");
  Keuzevraag list = ask(map);
  list.onderzoek = "O1";
  EXPECT_FALSE(kies_aanbieders(list).keuzes.at(0).besluit);
  EXPECT_THAT(due(map), ElementsAre(unassigned("O1"), unassigned("O3")));
  const Toewijzingsantwoord made = maak_toewijzing(assign(map, "O1", "Levanto"));
  ASSERT_TRUE(made.bericht);
  const auto decided = kies_aanbieders(list).keuzes.at(0).besluit;
  ASSERT_TRUE(decided);
  EXPECT_EQ(decided->aanbieder, "Levanto");
  EXPECT_EQ(decided->toewijzing, 1);
  EXPECT_EQ(decided->besloten_op, day("2022-03-01"));
  EXPECT_THAT(due(map),
              ElementsAre(unassigned("O3"),
                          "Levanto: toewijzing versturen, en opnemen met importeer (onderzoek O1, toewijzing 1)"));
  for (const char* whom : {"Levanto", "Radar"})
    EXPECT_THAT(maak_toewijzing(assign(map, "O1", whom)).bezwaren,
                ElementsAre(HasSubstr("Onderzoek O1 is op 1 maart 2022 al toegewezen, aan Levanto: toewijzing 1.")));
  Antwoordmap(map / "uit").put(*made.bericht);
  importeer({{map / "d.db", ""}, {map / "uit"}, "", "", Moment(day("2022-03-01")) + std::chrono::hours(12), "toets", 1},
            [](const Importregel& line) { EXPECT_THAT(line.afwijkingen, IsEmpty()); });
  EXPECT_THAT(due(map), ElementsAre(unassigned("O3"), HasSubstr("WMO302 van de aanbieder"))) << "it went out";
  // Without the decision the toewijzing itself still stands in the way of a second one.
  corrigeer({{map / "d.db", ""}, "0935", decided->gebeurtenis, "proef", "toets", Moment(day("2022-03-02"))});
  EXPECT_FALSE(kies_aanbieders(list).keuzes.at(0).besluit);
  EXPECT_THAT(maak_toewijzing(assign(map, "O1", "Radar")).bezwaren,
              ElementsAre("De cliënt heeft vanaf 1 maart 2022 al een toewijzing voor BGI: nummer 1, aan Levanto."));
}

/// A decision that is taken back gives the onderzoek free again.
TEST(Aanbiederkeuze, ADecisionCanBeTakenBack) {
  const Werkmap map;
  deliver(map, "in", region(), "2022-02-28");
  deliver(map, "wie", {kPersonen}, "2022-02-28");
  ASSERT_TRUE(maak_toewijzing(assign(map, "O1", "Levanto")).bericht);
  Keuzevraag list = ask(map);
  list.onderzoek = "O1";
  const auto decided = kies_aanbieders(list).keuzes.at(0).besluit;
  corrigeer({{map / "d.db", ""}, "0935", decided->gebeurtenis, "vergissing", "toets", Moment(day("2022-03-02"))});
  EXPECT_THAT(due(map), ElementsAre(unassigned("O1"), unassigned("O3")));
  EXPECT_TRUE(maak_toewijzing(assign(map, "O1", "Radar")).bericht);
  EXPECT_EQ(kies_aanbieders(list).keuzes.at(0).besluit->aanbieder, "Radar");
}

/// Two people at once: one toewijzing.
TEST(Aanbiederkeuze, TwoAtOnceMakeOneToewijzing) {
  const Werkmap map;
  deliver(map, "in", region(), "2022-02-28");
  deliver(map, "wie", {kPersonen}, "2022-02-28");
  const auto choose = [&](const char* whom) {
    return std::async(std::launch::async, [&map, whom] { return maak_toewijzing(assign(map, "O1", whom)); });
  };
  auto one = choose("Levanto"), two = choose("Radar");
  const Toewijzingsantwoord a = one.get(), b = two.get();
  EXPECT_NE(a.bericht.has_value(), b.bericht.has_value());
  EXPECT_THAT((a.bericht ? b : a).bezwaren, ElementsAre(HasSubstr("al toegewezen")));
}

constexpr const char* kWachten = R"(---
titel: Wie plaats heeft
versie: 1
geldig_van: 2022-01-01
geldig_tot: 2022-12-31
bronnen:
  - Eigen stuk
---

# 1 Wie eerst
Bron: Eigen stuk, 1 Wie eerst

Sleutel `dienst` (open: uit het dossier)

| dienst |
|--------|

Sleutel `onderzoek` (open: uit het dossier)

| onderzoek |
|-----------|

Sleutel `aanbieder` (open: uit het dossier)

| aanbieder |
|-----------|

Uit het dossier

| feit      | tabel          | telling         | waar                                                                    |
|-----------|----------------|-----------------|-------------------------------------------------------------------------|
| gevraagd  | onderzoeken    | bestaat         | begeleiding_nodig = ja                                                  |
| contract  | contractvakken | bestaat         | begin <= peildatum; eind >= peildatum                                   |
| stop      | capaciteit     | bestaat         | clientstop = ja; van <= peildatum; tot >= peildatum of leeg             |
| plaatsen  | capaciteit     | som plaatsen    | plaatsen <> leeg; van <= peildatum; tot >= peildatum of leeg            |
| wachtend  | wachtlijst     | aantal client   | van <= peildatum; tot >= peildatum of leeg                              |
| wacht_zelf| wachtlijst     | bestaat         | onderzoek <> ""; van <= peildatum; tot >= peildatum of leeg             |

```regel
invoer gevraagd per dienst, onderzoek [ja/nee] mag ontbreken
invoer contract per dienst, aanbieder [ja/nee] mag ontbreken
invoer stop per dienst, aanbieder [ja/nee] mag ontbreken
invoer plaatsen per dienst, aanbieder [getal] mag ontbreken
invoer wachtend per dienst, aanbieder [getal] mag ontbreken
invoer wacht_zelf per dienst, onderzoek, aanbieder [ja/nee] mag ontbreken

heeft_contract per dienst, onderzoek, aanbieder [ja/nee] = contract bij_leeg nee
    waar gevraagd

heeft_stop per dienst, onderzoek, aanbieder [ja/nee] = stop bij_leeg nee
    waar gevraagd

wacht_hier per dienst, onderzoek, aanbieder [ja/nee] = wacht_zelf bij_leeg nee
    waar gevraagd

lange_lijst per dienst, onderzoek, aanbieder [ja/nee] = (wachtend bij_leeg 0) >= (plaatsen bij_leeg 5)
    waar gevraagd
```

Beslistabel `kandidaat_rang` per dienst, onderzoek, aanbieder [getal] (eerste treffer)

| heeft_contract | heeft_stop | wacht_hier | lange_lijst | kandidaat_rang | reden                            |
|----------------|------------|------------|-------------|---------------:|----------------------------------|
| nee            | *          | *          | *           |              0 | geen contract                    |
| *              | ja         | *          | *           |              0 | neemt geen cliënten aan          |
| *              | *          | ja         | *           |              1 | de cliënt staat hier al te wachten |
| *              | *          | *          | ja          |              3 | er wachten er al zoveel als er plaatsen zijn |
| *              | *          | *          | *           |              2 | heeft plaats                     |
)";

/// Capacity, client stop and waiting lists decide as a document says; the program knows none of them.
TEST(Aanbiederkeuze, Dre031WaitingListsAndCapacityAreForTheDocument) {
  const Werkmap map;
  auto tables = region();
  for (Tabelrijen& table : tables) {
    if (table.naam == "capaciteit") table.rijen.push_back("Radar;0935;BGI;2022-01-01;1;nee");
  }
  deliver(map, "in", tables, "2022-02-28");
  deliver(map, "wacht",
          {{"wachtlijst",
            "gemeente;bsn;aanbieder;van;tot;dienst;onderzoek",
            {"0935;999900006;Levanto;2022-02-20;;BGI;O1", "0935;999900018;Radar;2022-02-20;2022-03-31;BGI;",
             "0935;999900031;Heuvelzorg;2022-01-01;2022-02-27;BGI;O3"}}},
          "2022-02-28");
  Keuzevraag vraag = ask(map, map.write("wachten.md", kWachten));
  vraag.peildatum = day("2022-03-01");
  vraag.onderzoek = "O1";
  EXPECT_THAT(lines_of(kies_aanbieders(vraag), true),
              ElementsAre("O1: 1 Levanto (de cliënt staat hier al te wachten)", "O1: 2 Heuvelzorg (heeft plaats)",
                          "O1: 3 Radar (er wachten er al zoveel als er plaatsen zijn)",
                          "O1: 0 SUMMA (neemt geen cliënten aan)"));
  vraag.onderzoek = "O3";
  EXPECT_THAT(lines_of(kies_aanbieders(vraag)),
              ElementsAre("O3: 2 Heuvelzorg (heeft plaats)", "O3: 2 Levanto (heeft plaats)",
                          "O3: 3 Radar (er wachten er al zoveel als er plaatsen zijn)"));
  vraag.peildatum = day("2022-04-01");
  EXPECT_THAT(
      lines_of(kies_aanbieders(vraag)),
      ElementsAre("O3: 2 Heuvelzorg (heeft plaats)", "O3: 2 Levanto (heeft plaats)", "O3: 2 Radar (heeft plaats)"));
}

/// The example region once, for all that needs messages.
class Demokeuze : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    map_ = new Werkmap();
    Bevindingen found;
    Regiovraag vraag = regio_van(kRegeling, found);
    vraag.clienten = 600;
    maak_demodossier(*map_ / "demo", vraag, 1);
  }
  static void TearDownTestSuite() { delete map_; }
  static Keuzevraag ask() {
    Keuzevraag out;
    out.regeling = kRegeling;
    out.dossier.dossier = *map_ / "demo/dossier.db";
    return out;
  }
  static Werkmap* map_;
};
Werkmap* Demokeuze::map_ = nullptr;

/// Every reason that the document knows, by its decision table.
std::set<std::string> reasons_in_document() {
  Geladen loaded = laad({kRegeling, {}, {}, {}, {}, {}, {}, {}});
  const Regeling& r = *loaded.regeling;
  std::set<std::string> out;
  for (const Beslisrij& row : r.grootheden[static_cast<std::size_t>(r.grootheid(keuzenamen::kRang))].beslissing->rijen)
    out.insert(row.reden);
  return out;
}

TEST_F(Demokeuze, HasACaseOfEveryReason) {
  std::set<std::string> seen;
  for (const char* district : {"geen", "Noord", "Oost", "Zuid", "West", "Midden"}) {
    Keuzevraag vraag = ask();
    vraag.zetten = {{"wijk_krachtenbundeling", district}};
    for (const Onderzoekskeuze& choice : kies_aanbieders(vraag).keuzes) {
      for (const auto* list : {&choice.kandidaten, &choice.anderen}) {
        for (const Kandidaat& k : *list) seen.insert(k.reden);
      }
    }
  }
  EXPECT_EQ(seen, reasons_in_document());
}

TEST_F(Demokeuze, Msp036TheToewijzingHasNoSizeAndIsAGoodMessage) {
  std::size_t made_of_task = 0;
  std::set<std::string> numbers;
  std::size_t others = 0;
  for (const Onderzoekskeuze& choice : kies_aanbieders(ask()).keuzes) {
    if (!choice.onderzoek.ends_with("-2") || choice.kandidaten.empty() || made_of_task == 4) continue;
    Toewijzingsvraag vraag;
    vraag.keuze = ask();
    vraag.keuze.gemeente = choice.gemeente;
    vraag.keuze.onderzoek = choice.onderzoek;
    vraag.aanbieder = choice.kandidaten.front().aanbieder;
    vraag.nu = Moment(day("2022-12-14")) + std::chrono::hours(9);
    const bool task = !choice.kandidaten.front().product.empty();
    // An existing client keeps the code of his profile (Msp037), and other contracts need a product and a size.
    if (!task && ++others > 2) continue;
    if (!task) {
      EXPECT_THAT(maak_toewijzing(vraag).bezwaren, testing::Contains(HasSubstr("noem het product")));
      vraag.product = choice.dienst == "BGI" ? "02A06" : "07A05";
      vraag.omvang = Toegewezenomvang{1, "82", "4"};
    }
    vraag.door = "e.jansen";
    vraag.naar = *map_ / "uit";
    const Toewijzingsantwoord made = maak_toewijzing(vraag);
    // Msp028: who was asked must have agreed.
    if (choice.kandidaten.front().reden.find("het antwoord moet nog komen") != std::string::npos) {
      EXPECT_THAT(made.bezwaren, ElementsAre(HasSubstr("heeft nog niet geantwoord"))) << choice.onderzoek;
      continue;
    }
    EXPECT_THAT(made.bezwaren, IsEmpty()) << choice.onderzoek;
    for (const auto& fault : made.fouten) ADD_FAILURE() << fault.code << " " << fault.pad << " " << fault.tekst;
    ASSERT_TRUE(made.bericht) << choice.onderzoek;
    iwmo::Deel line;
    for (const iwmo::Deel one : (*made.bericht)["Client/ToegewezenProducten"].delen()) line = one;
    EXPECT_TRUE(numbers.insert(std::string(line.tekst("ToewijzingNummer"))).second)
        << "what lies in the folder has its number already";
    Antwoordmap(vraag.naar).put(*made.bericht);
    if (!task) continue;
    EXPECT_FALSE(line["Omvang"]);
    EXPECT_FALSE(line["Product/Code"]);
    EXPECT_EQ(line.tekst("Product/Categorie"), choice.dienst == "BGI" ? "02" : "07");
    EXPECT_EQ(line.tekst("Toewijzingsdatum"), "2022-12-14");
    EXPECT_EQ(line.tekst("Toewijzingstijd"), "10:00:00");
    ++made_of_task;
  }
  EXPECT_EQ(made_of_task, 4U);
  std::size_t looked = 0;
  each_logregel({ask().dossier, "", {}, {}, std::string(dossier::soorten::kInzage), {}}, [&](const Logregel& line) {
    EXPECT_EQ(line.door, "e.jansen");
    EXPECT_THAT(line.wat, HasSubstr(": toewijzing aan "));
    ++looked;
  });
  EXPECT_EQ(looked, numbers.size()) << "X-15: every look at a client leaves a line";
}

}  // namespace
}  // namespace zorgkader
