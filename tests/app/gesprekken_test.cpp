// The talks of a year by the arrangement of Maastricht-Heuvelland, from files and from a dossier.
#include "app/rapportage/gesprekken.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "dossierproef.hpp"

namespace zorgkader {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

const std::string kPlan = ZORGKADER_ROOT "/regelingen/maastricht-heuvelland/uitvoeringsplan-2023.md";

std::string text_of(const Rapportcel& cell, const Vorm& vorm) {
  return cell.waarde ? format_plain(*cell.waarde, vorm) : "";
}

/// Rows of a table, the chosen columns with a bar between.
std::vector<std::string> rows(const Gespreksantwoord& made, const std::string& tabel,
                              const std::vector<std::string>& kolommen) {
  std::vector<std::string> out;
  for (const Rapporttabel& t : made.rapport->tabellen) {
    if (t.naam != tabel) continue;
    for (const Rapportrij& row : t.rijen) {
      std::string line;
      for (const std::string& name : kolommen) {
        for (std::size_t c = 0; c < t.kolommen.size(); ++c) {
          if (t.kolommen[c].naam == name)
            line += (line.empty() ? "" : " | ") + text_of(row.cellen[c], t.kolommen[c].vorm);
        }
      }
      out.push_back(line);
    }
  }
  return out;
}

std::string calendar(const Gespreksantwoord& made) {
  std::ostringstream out;
  write_ical(made.afspraken, out);
  return out.str();
}

/// One provider with two contracts, two others; a manager, and a controller who is away for a while.
const std::map<std::string, std::string> kFeiten = {
    {"heeft_contract",
     "aanbieder;contractgroep;waarde\nStichting Radar;regulier outputgericht;ja\n"
     "Stichting Radar;regulier taakgericht;ja\nTalent B.V.;regulier outputgericht;ja\n"
     "De Verzonnen Brug;regulier outputgericht;ja\n"},
    {"omzet",
     "aanbieder;product;waarde\nStichting Radar;lumpsum;70,00\nTalent B.V.;uren;25,00\nDe Verzonnen Brug;uren;5,00\n"},
    {"deskundige_team",
     "deskundige;deskundigheid;waarde\ncontractmanager;contractmanagement;ja\ncontroller;financiën;ja\n"},
    {"gespreksdatum", "aanbieder;gesprek;waarde\nStichting Radar;1;2023-01-18\n"},
    {"gesprek_aanvang", "aanbieder;gesprek;waarde\nStichting Radar;1;13:30\n"},
    {"inbreng_op",
     "aanbieder;gesprek;gemeente;inbreng;waarde\nStichting Radar;1;Vaals;omzet;2023-01-11\n"
     "Stichting Radar;1;Vaals;klachten;2023-01-12\n"},
    {"rode_draad", "aanbieder;gesprek;waarde\nStichting Radar;1;De wachttijd loopt terug.\n"}};

class Gesprekken : public Dossierproef {
 protected:
  Gespreksantwoord report(const std::map<std::string, std::string>& anders = {}, const std::string& nu = "2023-03-01",
                          const std::string& aanbieder = "") const {
    const auto folder = map_ / "feiten";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    auto files = anders;
    files.insert(kFeiten.begin(), kFeiten.end());
    for (const auto& [name, text] : files) std::ofstream(folder / (name + ".csv"), std::ios::binary) << text;
    Gespreksvraag asked;
    asked.opdracht.regeling = kPlan;
    asked.opdracht.feiten = folder.string();
    asked.nu = Moment(dag(nu)) + std::chrono::hours(11);
    asked.aanbieder = aanbieder;
    Gespreksantwoord out = rapport_gesprekken(asked);
    EXPECT_TRUE(out.rapport.has_value());
    return out;
  }
};

// Shares 70, 25 and 5: the first two are the largest and have more than ten percent, so six talks each; the last two.
TEST_F(Gesprekken, UVP024OneSeriesForAProviderWithTwoContracts) {
  const auto made = report();
  const auto all = rows(made, "planning", {"aanbieder", "ritme", "stand"});
  EXPECT_EQ(all.size(), 14u);
  EXPECT_EQ(std::count(all.begin(), all.end(), "Stichting Radar | tweemaandelijks | gepland"), 5);
  EXPECT_THAT(all, Contains("Stichting Radar | tweemaandelijks | gehouden"));
  EXPECT_EQ(std::count(all.begin(), all.end(), "De Verzonnen Brug | halfjaarlijks | gepland"), 2);
  EXPECT_THAT(rows(made, "agenda", {"aanbieder", "gesprek", "onderwerp", "punten"}),
              Contains("Stichting Radar | 2 | contract | regulier outputgericht; regulier taakgericht"));
  EXPECT_THAT(made.rapport->signalen, IsEmpty());
}

TEST_F(Gesprekken, UVP023WhoComesByTheRhythm) {
  const auto made = report();
  const auto all = rows(made, "planning", {"aanbieder", "gesprek", "deelnemers"});
  EXPECT_THAT(all, Contains("Stichting Radar | 2 | contractmanager, controller"));
  EXPECT_THAT(all, Contains("De Verzonnen Brug | 1 | contractmanager"));
  EXPECT_THAT(rows(made, "deelnemers", {"deelnemer", "gesprekken", "duur"}),
              ElementsAre("contractmanager | 14 | 14", "controller | 12 | 12"));
}

TEST_F(Gesprekken, UVP026LateInformationDoesNotCount) {
  EXPECT_THAT(rows(report(), "informatie", {"datum", "gemeente", "onderwerp", "ontvangen_op", "uiterlijk", "telt_mee"}),
              UnorderedElementsAre("2023-01-18 | Vaals | omzet | 2023-01-11 | 2023-01-11 | ja",
                                   "2023-01-18 | Vaals | klachten | 2023-01-12 | 2023-01-11 | nee"));
}

/// Terms of the arrangement hold for a talk that was planned here: a week before it.
TEST_F(Gesprekken, UVP026APlannedTalkHasATermToo) {
  for (const std::string& row : rows(report(), "planning", {"datum", "informatie_uiterlijk"})) {
    const Datum day = dag(row.substr(0, 10)), latest = dag(row.substr(13));
    EXPECT_EQ((day - latest).count(), 7) << row;
  }
}

TEST_F(Gesprekken, UVP030OpenQuestionsStandOnTheAgendaOfTalksToCome) {
  const auto made = report({{"antwoord", "aanbieder;gesprek;vraag;waarde\nStichting Radar;2;klachten;geen\n"}});
  const auto all = rows(made, "agenda", {"aanbieder", "gesprek", "onderwerp", "punten"});
  EXPECT_THAT(all, Contains("Stichting Radar | 2 | vraag | arrangementen; kwaliteit; verbeterpunten; tevredenheid"));
  for (const std::string& row : all) EXPECT_FALSE(row.starts_with("Stichting Radar | 1 |")) << row;
}

TEST_F(Gesprekken, UVP025APointComesInTheNextTalk) {
  const auto made = report({{"punt_omschrijving", "aanbieder;punt;waarde\nStichting Radar;P1;plannen te laat\n"}});
  const auto all = rows(made, "agenda", {"aanbieder", "gesprek", "onderwerp", "punten"});
  EXPECT_THAT(all, Contains("Stichting Radar | 2 | punt | P1: plannen te laat"));
  EXPECT_THAT(all, Not(Contains("Stichting Radar | 3 | punt | P1: plannen te laat")));
}

TEST_F(Gesprekken, UVP022ATalkThatIsTooLongIsToldOfThatTalk) {
  const auto made = report({{"gespreksduur", "aanbieder;gesprek;waarde\nStichting Radar;2;2\n"}});
  EXPECT_THAT(made.rapport->signalen, Contains(HasSubstr("Gesprek 2 met Stichting Radar: ")));
}

TEST_F(Gesprekken, UVP031ASummaryWithABsnIsLeftOut) {
  const auto made =
      report({{"rode_draad", "aanbieder;gesprek;waarde\nStichting Radar;1;Zie ook 999900006 in het dossier.\n"}});
  EXPECT_THAT(rows(made, "rode_draad", {"rode_draad"}), IsEmpty());
  ASSERT_FALSE(made.bevindingen.empty());
  const auto& found = made.bevindingen.front();
  EXPECT_EQ(found.code, "bsn-verboden");
  EXPECT_EQ(found.wat,
            "De rode draad van gesprek 1 met Stichting Radar bevat een getal dat een BSN kan zijn; de tekst is niet "
            "opgenomen.");
  EXPECT_THAT(calendar(made), Not(HasSubstr("999900006")));
}

TEST_F(Gesprekken, UVP023TheSameFactsGiveTheSameBytes) {
  const auto one = report(), two = report();
  EXPECT_EQ(calendar(one), calendar(two));
  const auto turned = report({{"heeft_contract",
                               "aanbieder;contractgroep;waarde\nDe Verzonnen Brug;regulier outputgericht;ja\n"
                               "Talent B.V.;regulier outputgericht;ja\nStichting Radar;regulier taakgericht;ja\n"
                               "Stichting Radar;regulier outputgericht;ja\n"},
                              {"omzet",
                               "aanbieder;product;waarde\nDe Verzonnen Brug;uren;5,00\nTalent "
                               "B.V.;uren;25,00\nStichting Radar;lumpsum;70,00\n"}});
  EXPECT_EQ(calendar(one), calendar(turned));
}

TEST_F(Gesprekken, UVP023AMovedTalkKeepsItsNameAndLeavesTheOthers) {
  const auto before = report();
  const auto after = report(
      {{"gespreksdatum", "aanbieder;gesprek;waarde\nStichting Radar;1;2023-01-18\nStichting Radar;2;2023-04-13\n"}});
  std::map<std::string, Datum> days;
  for (const Afspraak& a : before.afspraken.afspraken) days[a.uid] = a.dag;
  ASSERT_EQ(days.size(), 14u);
  std::vector<std::string> moved;
  for (const Afspraak& a : after.afspraken.afspraken) {
    ASSERT_TRUE(days.contains(a.uid));
    if (days.at(a.uid) != a.dag) moved.push_back(a.titel + " " + format_datum(a.dag));
  }
  EXPECT_THAT(moved, ElementsAre("Gesprek met Stichting Radar (2 van 6) 2023-04-13"));
}

TEST_F(Gesprekken, UVP023AwayIsAway) {
  const auto made = report({{"afwezig_van", "deskundige;afwezigheid;waarde\ncontroller;1;2023-01-01\n"},
                            {"afwezig_tot", "deskundige;afwezigheid;waarde\ncontroller;1;2023-06-30\n"}});
  EXPECT_THAT(rows(made, "planning", {"aanbieder", "gesprek", "stand", "opmerking"}),
              Contains(testing::AllOf(testing::StartsWith("Talent B.V. | 1 | niet gepland | "),
                                      HasSubstr("controller is afwezig"))));
  EXPECT_THAT(made.rapport->signalen,
              Contains(HasSubstr("Gesprek 1 met Talent B.V. is niet gepland: tussen 1 januari")));
}

TEST_F(Gesprekken, OnlyOneProviderShowsTheSamePlan) {
  const auto all = report(), one = report({}, "2023-03-01", "Talent B.V.");
  EXPECT_EQ(one.afspraken.afspraken.size(), 6u);
  for (const std::string& row : rows(one, "planning", {"datum", "aanvang", "aanbieder", "gesprek"}))
    EXPECT_THAT(rows(all, "planning", {"datum", "aanvang", "aanbieder", "gesprek"}), Contains(row));
}

TEST_F(Gesprekken, AnArrangementWithoutTalksSaysWhatIsMissing) {
  Gespreksvraag asked;
  asked.opdracht.regeling = document("# 1 Deel\nBron: stuk\n\n```regel\na := 1\nuitkomst a\n```\n");
  const auto made = rapport_gesprekken(asked);
  EXPECT_FALSE(made.rapport.has_value());
  std::vector<std::string> told;
  for (const Bevinding& b : made.bevindingen) told.push_back(b.wat);
  EXPECT_THAT(told, Contains("Deze regeling plant geen gesprekken: zij heeft geen `gesprek_vanaf`."));
}

TEST_F(Gesprekken, UVP021FromRegistersOfADossier) {
  for (const auto& [name, csv] : kTestregisters) put_file(name + ".csv", csv);
  put_file("contractvormen.csv", "contract;van;variant;bekostiging\nC1;2022-01-01;outputgericht;p*q\n");
  put_file("gesprekken.csv",
           "aanbieder;jaar;gesprek;datum;aanvang;rode_draad\nDe Brug;2023;1;2023-02-14;11:00;Familie Test wacht.\n"
           "De Brug;2023;2;2023-10-03;;De wachttijd loopt terug.\n"
           "De Brug;2023;3;2023-11-07;;Met Jansen-Bos loopt het.\n");
  put_file("gespreksinformatie.csv",
           "aanbieder;jaar;gesprek;gemeente;onderwerp;ontvangen_op\nDe Brug;2023;1;Testdorp;omzet;2023-02-07\n");
  put_file("gesprekspunten.csv",
           "punt;aanbieder;soort;omschrijving;gemeld_op\nP1;De Brug;actie;plannen te laat;2023-01-10\n");
  put_file("deskundigen.csv",
           "deskundige;deskundigheid;kant;aanbieder\nmanager;contractmanagement;team;\ndirecteur;data;aanbieder;De "
           "Brug\n");
  put_file("clienten.csv", "gemeente;bsn;geboortedatum\n9999;999900031;1980-01-01\n");
  put_file("persoonsgegevens.csv",
           "gemeente;bsn;geslacht;achternaam;huisnummer;postcode\n9999;999900031;1;Jansen-Bos;1;6211AA\n");
  EXPECT_THAT(import("2023-03-01"), IsEmpty());
  put_message(one_toewijzing());
  Dossiertest::import(dag("2023-03-02"));
  Gespreksvraag asked;
  asked.opdracht.regeling = kPlan;
  asked.opdracht.dossier = pad();
  asked.nu = Moment(dag("2023-03-03"));
  const auto made = rapport_gesprekken(asked);
  ASSERT_TRUE(made.rapport.has_value());
  EXPECT_THAT(rows(made, "planning", {"datum", "aanvang", "aanbieder", "gesprek", "deelnemers", "stand"}),
              ElementsAre("2023-02-14 | 11:00 | De Brug | 1 | manager | gehouden",
                          "2023-10-03 | 09:30 | De Brug | 2 | manager | vast",
                          "2023-11-07 | 09:30 | De Brug | 3 | manager | vast"));
  EXPECT_THAT(rows(made, "agenda", {"gesprek", "onderwerp", "punten"}), Contains("2 | punt | P1: plannen te laat"));
  // `Test` is the surname of the client in the message; `Testdorp` is not.
  EXPECT_THAT(rows(made, "rode_draad", {"gesprek", "rode_draad"}), ElementsAre("2 | De wachttijd loopt terug."));
  ASSERT_FALSE(made.bevindingen.empty());
  EXPECT_EQ(made.bevindingen.front().code, "naam-verboden");
  EXPECT_EQ(made.bevindingen.back().wat,
            "De rode draad van gesprek 3 met De Brug bevat de achternaam van een cliënt; de tekst is niet opgenomen.")
      << "of the register";
  EXPECT_EQ(made.bevindingen.front().wat,
            "De rode draad van gesprek 1 met De Brug bevat de achternaam van een cliënt; de tekst is niet opgenomen.");
}

}  // namespace
}  // namespace zorgkader
