// The worklist of arrangements on a dossier: terms per member, what blocks them, and requirements as work.
#include "app/werklijst.hpp"

#include <fmt/format.h>

#include "dossierproef.hpp"

namespace zorgkader {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kAnna = "999900006", kBram = "999900018";

/// A step before a day and one up to a day, in an order; and something to look into.
const std::string kStappen =
    "---\ntitel: Stappen\ngeldig_van: 2022-01-01\ngeldig_tot: 2022-12-31\n---\n\n"
    "# 1 De stappen\nBron: Nota, 1 De stappen\n\n"
    "Sleutel `client` (open: uit het dossier)\n\n| client |\n|--------|\n\n"
    "```regel\n"
    "invoer ontvangen per client [datum]\n"
    "invoer ingediend per client [datum]\n"
    "invoer getoetst per client [datum]\n"
    "invoer maanden per client [maand]\n"
    "eis ((getoetst >= ingediend) bij_leeg nee) per client\n"
    "    waar bekend(getoetst)\n"
    "    fout \"De toets kwam voor het plan.\"\n"
    "eis maanden <= 12 maanden per client\n"
    "    meld \"Het plan duurt {links}.\"\n"
    "eis 1 = 2\n"
    "```\n\n"
    "Uit het dossier\n\n"
    "| feit | tabel | telling |\n|---|---|---|\n"
    "| ontvangen | plannen | waarde toewijzing_ontvangen_op |\n"
    "| ingediend | plannen | waarde begin |\n"
    "| getoetst | plannen | waarde hoger_tot |\n"
    "| maanden | plannen | waarde maanden |\n\n"
    "Termijnen per client\n\n"
    "| naam | wat | wie | na | binnen | uiterlijk | voor | gereed |\n|---|---|---|---|---|---|---|---|\n"
    "| plan | plan ingediend | aanbieder | ontvangen | 1 week | 2 weken | | ingediend |\n"
    "| oordeel_gemeente | | | ontvangen | | | 3 weken | getoetst |\n"
    "| gesprek | gesprek gevoerd | | ontvangen | | 4 weken | | |\n";

class Werklijsten : public Dossierproef {
 protected:
  Werklijsten() {
    put_file("gemeenten.csv", "code;naam\n0935;Maastricht\n");
    put_file("clienten.csv", "gemeente;bsn;geboortedatum\n0935;" + kAnna + ";1980-01-01\n");
  }
  void plan(const std::string& rest) const {
    put_file("plannen.csv", "gemeente;plan;bsn;soort;toewijzing_ontvangen_op;begin;hoger_tot;maanden\n0935;P1;" +
                                kAnna + ";begeleidingsplan;2022-03-01;" + rest + "\n");
  }
  Werklijst list(const std::string& regeling, const std::string& nu, bool alles = false) const {
    return maak_werklijst({pad(), dag(nu), std::nullopt, {regeling}, alles});
  }
  /// `uiterlijk wat: stand, dagen` of every line.
  std::vector<std::string> lines(const std::string& regeling, const std::string& nu, bool alles = false) const {
    std::vector<std::string> out;
    for (const Werkregel& row : list(regeling, nu, alles).regels)
      out.push_back(fmt::format("{} {}: {}{}", row.uiterlijk, row.wat, werkstand_naam(row.stand),
                                row.uiterlijk.empty() ? "" : fmt::format(", {}", row.dagen)));
    return out;
  }
};

TEST_F(Werklijsten, X14TheLastDayCountsAndTheDayBeforeWhichDoesNot) {
  plan(";;");
  EXPECT_THAT(import(), IsEmpty());
  const std::string stappen = document(kStappen);
  EXPECT_THAT(lines(stappen, "2022-03-15"),
              ElementsAre("2022-03-15 plan ingediend: op tijd, 0", "2022-03-21 oordeel gemeente: op tijd, 6",
                          "2022-03-29 gesprek gevoerd: op tijd, 14"));
  EXPECT_THAT(lines(stappen, "2022-03-22"),
              ElementsAre("2022-03-15 plan ingediend: te laat, -7", "2022-03-21 oordeel gemeente: te laat, -1",
                          "2022-03-29 gesprek gevoerd: op tijd, 7"));
  EXPECT_THAT(lines(stappen, "2022-03-30"), testing::SizeIs(2)) << "nobody says whether there was a talk";
}

TEST_F(Werklijsten, ALineSaysWhoWhereAndWhy) {
  plan(";;");
  import();
  const Werkregel row = list(document(kStappen), "2022-03-10").regels.at(0);
  EXPECT_EQ(row.bericht, "termijn plan");
  EXPECT_EQ(row.identificatie, "client " + client("0935", kAnna));
  EXPECT_EQ(row.gemeente, "Maastricht");
  EXPECT_EQ(row.wie, "aanbieder");
  EXPECT_EQ(row.streven, "2022-03-08");
  EXPECT_EQ(row.werkdagen, 3) << "Friday, Monday and Tuesday";
  EXPECT_EQ(row.regeling, "Stappen");
  EXPECT_EQ(row.bepaling, "1 De stappen");
  EXPECT_EQ(row.bron, "Nota, 1 De stappen");
}

TEST_F(Werklijsten, WhatIsDoneIsShownOnRequestOnly) {
  plan("2022-03-16;2022-03-17;13");
  EXPECT_THAT(import(), IsEmpty());
  const std::string stappen = document(kStappen);
  EXPECT_THAT(lines(stappen, "2022-03-20"),
              ElementsAre("2022-03-29 gesprek gevoerd: op tijd, 9", " Het plan duurt 13 maand.: na te gaan"));
  EXPECT_THAT(lines(stappen, "2022-03-30", true),
              ElementsAre("2022-03-15 plan ingediend: te laat klaar, -15", "2022-03-21 oordeel gemeente: klaar, -9",
                          "2022-03-29 gesprek gevoerd: voorbij, -1", " Het plan duurt 13 maand.: na te gaan"));
  EXPECT_THAT(lines(stappen, "2022-03-15"), testing::Contains("2022-03-15 plan ingediend: op tijd, 0"))
      << "what is dated tomorrow has not happened";
}

TEST_F(Werklijsten, LEK033AStepWithoutTheOneBeforeItBlocks) {
  plan(";2022-03-10;");
  EXPECT_THAT(import(), IsEmpty());
  EXPECT_THAT(lines(document(kStappen), "2022-03-14"),
              ElementsAre("2022-03-15 plan ingediend: geblokkeerd, 1", "2022-03-29 gesprek gevoerd: op tijd, 15",
                          " De toets kwam voor het plan.: te herstellen"));
}

TEST_F(Werklijsten, MSP017AnOnderzoekThatAsksForAProviderWaitsForOne) {
  put_file("clienten.csv",
           "gemeente;bsn;geboortedatum\n0935;" + kAnna + ";1980-01-01\n0935;" + kBram + ";1981-01-01\n");
  put_file("meldingen.csv",
           "gemeente;melding;bsn;ontvangen_op\n0935;M1;" + kAnna + ";2022-02-01\n0935;M2;" + kBram + ";2022-02-01\n");
  put_file("onderzoeken.csv",
           "gemeente;onderzoek;melding;afgerond_op;begeleiding_nodig;leveringsvorm;dienst;zorgbehoefte;deskundigheid;"
           "ingangsdatum;"
           "eerdere_lagen\n"
           "0935;O1;M1;2022-03-01;ja;ZIN;BGI;wonen;algemeen;2022-04-01;geen netwerk\n"
           "0935;O2;M2;2022-03-01;ja;PGB;BGI;wonen;algemeen;2022-04-01;geen netwerk\n"
           "0935;O3;M2;2022-03-01;nee;;;;;;\n"
           "0935;O4;M2;;ja;ZIN;BGI;wonen;algemeen;2022-04-01;geen netwerk\n");
  EXPECT_THAT(import(), IsEmpty());
  const auto waiting = [&](const std::string& nu) {
    std::vector<std::string> out;
    for (const Werkregel& row : maak_werklijst({pad(), dag(nu), std::nullopt, {}, false}).regels)
      out.push_back(fmt::format("{} {} {}: {}, {}", row.uiterlijk, row.identificatie, row.wat,
                                werkstand_naam(row.stand), row.dagen));
    return out;
  };
  const std::string line = " onderzoek O1 aanbieder kiezen: zie aanbiederkeuze: ";
  EXPECT_THAT(waiting("2022-03-30"), ElementsAre("2022-04-01" + line + "op tijd, 2"));
  EXPECT_THAT(waiting("2022-04-02"), ElementsAre("2022-04-01" + line + "te laat, -1"));
  put_file("aanbiederkeuzes.csv",
           "gemeente;onderzoek;aanbieder;toewijzing;besloten_op\n0935;O1;De Brug;1;2022-03-31\n");
  put_file("aanbieders.csv", kTestregisters.at("aanbieders"));
  EXPECT_THAT(import(), IsEmpty());
  EXPECT_THAT(waiting("2022-04-02"), ElementsAre(testing::HasSubstr("toewijzing versturen")));
}

TEST_F(Werklijsten, WhatIsWrongWithTheDocumentIsAFindingAndNoLine) {
  plan(";;");
  import();
  const Werklijst made = list(document(kStappen), "2022-03-14");
  ASSERT_EQ(made.bevindingen.size(), 1U);
  EXPECT_EQ(made.bevindingen[0].code, "eis-niet-gehaald");
  const Werklijst absent = list((map_ / "weg.md").string(), "2022-03-14");
  EXPECT_THAT(absent.regels, IsEmpty());
  EXPECT_TRUE(has_errors(absent.bevindingen));
}

TEST_F(Werklijsten, AfterItsLastDayAnArrangementKeepsItsWork) {
  plan(";;");
  import();
  const std::string stappen = document(kStappen);
  const Werklijst after = list(stappen, "2023-01-02");
  ASSERT_EQ(after.regels.size(), 2U);
  EXPECT_EQ(after.regels[0].dagen, -293);
  EXPECT_EQ(after.bevindingen.at(0).code, "niet-van-kracht");
  EXPECT_EQ(after.bevindingen.at(0).ernst, Ernst::let_op);
  EXPECT_THAT(list(stappen, "2021-12-31").regels, IsEmpty());
}

TEST_F(Werklijsten, LEK032ThePlanOfAClientIsLateTheDayAfterTwelveWeeks) {
  plan(";;");
  import();
  const std::string lekstroom = regeling("lekstroom/maandtarieven-2022.md");
  const auto term = [&](const std::string& nu) { return list(lekstroom, nu).regels.at(0); };
  EXPECT_EQ(term("2022-05-24").uiterlijk, "2022-05-24");
  EXPECT_EQ(term("2022-05-24").stand, Werkstand::op_tijd);
  EXPECT_EQ(term("2022-05-24").streven, "2022-04-26");
  EXPECT_EQ(term("2022-05-25").stand, Werkstand::te_laat);
}

/// A client at a partner, for one of the two services and for others.
TEST_F(Werklijsten, MSP041ClientsWithoutAProfileBlockTheSwitch) {
  iwmo::Boom sent = iwmo::toewijzingen();
  put(sent, {{"Header/BerichtIdentificatie/Dagtekening", "2022-02-21"}});
  for (int i = 1; i <= 6; ++i)
    put(sent, iwmo::below(iwmo::kProduct + fmt::format("[{}]", i),
                          {{"Ingangsdatum", "2022-03-01"}, {"Toewijzingsdatum", "2022-02-20"}}));
  put(sent, {{iwmo::kProduct + "[4]/Einddatum", "2022-03-01"}});
  put_file("301.xml", iwmo::write_xml(sent));
  put_file("gemeenten.csv", "code;naam\n9999;Meerssen\n");
  put_file("clienten.csv", "gemeente;bsn;geboortedatum\n9999;" + kAnna + ";1950-02-03\n");
  put_file("producten.csv",
           "code;categorie;omschrijving;dienst\n02A05;02;Begeleiding;BGI\n05A01;05;Anders;anders\n"
           "06A01;06;Anders;anders\n07A01;07;Anders;anders\n03A01;03;Anders;anders\n04A01;04;Anders;anders\n");
  put_file("aanbieders.csv", "agb;naam;aanbieder;rol\n42420001;Stichting Radar;Radar;zelf\n");
  import("2022-03-01");
  const std::string partnerschap = regeling("maastricht-heuvelland/strategisch-partnerschap-2022.md");
  const auto without_profile = [&] {
    std::vector<std::string> out;
    for (const Werkregel& row : list(partnerschap, "2022-12-31").regels) {
      if (row.bericht == "eis" && row.bepaling == "Wie nog geen cliëntprofiel heeft")
        out.push_back(row.gemeente + ", " + row.identificatie);
    }
    return out;
  };
  EXPECT_THAT(without_profile(), ElementsAre("Meerssen, dienst BGI, client " + client("9999", kAnna)));
  EXPECT_THAT(cells(partnerschap, "overgang_mogelijk", "2022-12-31"), ElementsAre("nee"));
  put_file("profielen.csv", "gemeente;bsn;dienst;profiel;van\n9999;" + kAnna + ";BGI;profiel 3;2022-12-01\n");
  import("2022-12-01");
  EXPECT_THAT(without_profile(), IsEmpty());
  EXPECT_THAT(cells(partnerschap, "overgang_mogelijk", "2022-12-31"), ElementsAre("ja"));
}

/// What need not be kept any longer is asked about, and a list can be cut down to one gemeente or one party.
TEST_F(Werklijsten, WhatIsNoLongerKeptAndWhoMustDoIt) {
  put_file("clienten.csv", "gemeente;bsn;geboortedatum;bewaren_tot\n0935;" + kAnna + ";1980-01-01;2022-06-30\n0935;" +
                               kBram + ";1980-01-01;2022-07-01\n");
  import();
  const auto rows = [&](const std::string& wie, const std::string& gemeente) {
    return maak_werklijst({pad(), dag("2022-07-01"), std::nullopt, {}, false, wie, gemeente}).regels;
  };
  ASSERT_EQ(rows("", "").size(), 1U) << "the last day itself is kept";
  EXPECT_EQ(rows("", "")[0].bericht, client("0935", kAnna));
  EXPECT_EQ(rows("", "")[0].dagen, -1);
  EXPECT_EQ(rows("gemeente", "Maastricht").size(), 1U);
  EXPECT_THAT(rows("aanbieder", ""), IsEmpty());
  EXPECT_EQ(rows("", "0935").size(), 1U);
  EXPECT_THROW(rows("", "Meerssen"), dossier::OpslagFout) << "nothing is known of it";
}

}  // namespace
}  // namespace zorgkader
