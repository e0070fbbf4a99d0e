// Plans and decisions out of registers: the worked numbers of the requirements, from a CSV to an outcome.
#include "dossierproef.hpp"

namespace zorgkader {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const std::string kAnna = "999900006", kBram = "999900018", kCees = "999900031", kDora = "999900043";

class Begeleidingsplannen : public Dossierproef {
 protected:
  Begeleidingsplannen() {
    put_file("gemeenten.csv", "code;naam\n0321;Houten\n");
    put_file("clienten.csv",
             "gemeente;bsn;geboortedatum\n0321;" + kAnna + ";1980-01-01\n0321;" + kBram + ";1990-01-01\n");
    put_file("beschikkingen.csv",
             "gemeente;beschikking;bsn;soort;datum;product;tijdseenheid;omvang;van;tot;omstandigheden;vervallen\n"
             "0321;B1;" +
                 kAnna +
                 ";indicatie;2022-02-25;Gemiddeld 3-4 Behouden;;;2022-03-01;;0;\n"
                 "0321;B2;" +
                 kBram +
                 ";indicatie;2022-02-25;Plus 1-2 Behouden;;;2022-03-01;;1;ja\n"
                 "0321;B3;" +
                 kBram + ";indicatie;2022-02-28;Maatwerk lichter;uren per maand;3;2022-03-01;;;\n");
  }
  void plan(const std::string& rest) const {
    put_file("plannen.csv",
             "gemeente;plan;bsn;soort;toewijzing_ontvangen_op;plan_ontvangen_op;getoetst_op;goedgekeurd_op;"
             "goedgekeurd_door;naar_inwoner_op;begin;maanden;reden_lager;reden_hoger;hoger_tot;vervallen\n"
             "0321;P1;" +
                 kAnna + ";begeleidingsplan;2022-03-01;" + rest + "\n");
  }
  void uren(const std::vector<const char*>& per_maand) const {
    std::string text = "gemeente;plan;activiteit;maand;uren\n";
    for (std::size_t i = 0; i < per_maand.size(); ++i)
      text += "0321;P1;fysieke contacttijd;" + std::to_string(i + 1) + ";" + per_maand[i] + "\n";
    put_file("planregels.csv", text);
  }
  std::string van(const std::string& naam, const std::string& peildatum = "2022-05-24",
                  Bevindingen* fouten = nullptr) const {
    for (const std::string& cell : cells(kRegeling, naam, peildatum, fouten)) {
      const std::string who = client("0321", kAnna) + " = ";
      if (cell.starts_with(who)) return cell.substr(who.size());
    }
    return "";
  }

  const std::string kRegeling = regeling("lekstroom/maandtarieven-2022.md");
};

TEST_F(Begeleidingsplannen, LEK032AndLEK034EightWeeksAndTwelveWeeksAfterTheMessage) {
  plan(";;;;;;;;;;");
  EXPECT_THAT(import(), IsEmpty());
  EXPECT_EQ(van("begeleidingsplan_binnen"), "26 april 2022");
  EXPECT_EQ(van("begeleidingsplan_uiterlijk"), "24 mei 2022");
  EXPECT_EQ(van("begeleidingsplan_op_tijd", "2022-05-24"), "ja");
  EXPECT_EQ(van("begeleidingsplan_op_tijd", "2022-05-25"), "nee");
  EXPECT_EQ(van("stand_plan", "2022-05-24"), "nog niet verzonden");
  EXPECT_EQ(van("stand_plan", "2022-05-25"), "ontbreekt na twaalf weken");
  plan("2022-05-25;;;;;;;;;;");
  EXPECT_THAT(import("2022-05-25"), IsEmpty());
  EXPECT_EQ(van("begeleidingsplan_op_tijd", "2022-06-01"), "nee");
  EXPECT_EQ(van("stand_plan", "2022-06-01"), "te laat verzonden");
  plan("2022-05-24;;;;;;;;;;");
  EXPECT_THAT(import("2022-05-26"), IsEmpty());
  EXPECT_EQ(van("stand_plan", "2022-06-01"), "binnen twaalf weken");
}

TEST_F(Begeleidingsplannen, LEK035AndLEK037TheAverageOverThePlanLiesInTheBand) {
  plan("2022-04-20;2022-04-22;2022-04-25;Sociaal Team;2022-04-26;2022-05-01;6;;;;");
  uren({"8", "5", "5", "5", "5", "5"});
  EXPECT_THAT(import(), IsEmpty());
  EXPECT_EQ(van("gemiddelde_inzet"), "5,5 uur/maand");
  EXPECT_EQ(van("ondergrens_client"), "4,9 uur/maand");
  EXPECT_EQ(van("bovengrens_client"), "6 uur/maand");
  EXPECT_EQ(van("omvang_toegestaan"), "ja");
  EXPECT_EQ(van("omvang_toegestaan_reden"), "binnen de band");
}

TEST_F(Begeleidingsplannen, LEK036BelowTheBandAsksAReasonAndAboveItAnEnd) {
  plan("2022-04-20;;;;;2022-05-01;2;;;;");
  uren({"4,8", "4,8"});
  EXPECT_THAT(import(), IsEmpty());
  EXPECT_EQ(van("omvang_toegestaan_reden"), "onder de band, zonder reden");
  plan("2022-04-20;;;;;2022-05-01;2;afschaling;;;");
  import();
  EXPECT_EQ(van("omvang_toegestaan_reden"), "onder de band, met een reden");
  plan("2022-04-20;;;;;2022-05-01;2;;opstart;;");
  EXPECT_THAT(import(), ElementsAre("register-regel")) << "above the band without an end";
  plan("2022-04-20;;;;;2022-05-01;2;;opstart;2022-06-30;");
  uren({"7", "7"});
  EXPECT_THAT(import(), IsEmpty());
  EXPECT_EQ(van("omvang_toegestaan_reden"), "tijdelijk boven de band");
}

TEST_F(Begeleidingsplannen, LEK003OnlyTheSociaalTeamApproves) {
  plan("2022-04-20;2022-04-22;2022-04-25;Sociaal Team;;;;;;;");
  EXPECT_THAT(import(), IsEmpty());
  EXPECT_EQ(van("goedgekeurd_door_wie_mag"), "ja");
  plan("2022-04-20;2022-04-22;2022-04-25;aanbieder;;;;;;;");
  EXPECT_THAT(import(), IsEmpty());
  Bevindingen errors;
  EXPECT_EQ(van("goedgekeurd_door_wie_mag", "2022-05-24", &errors), "nee");
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_THAT(errors[0].wat, HasSubstr("alleen het Sociaal Team keurt goed"));
}

TEST_F(Begeleidingsplannen, LEK033ThePlanGoesToTheInhabitantAfterApprovalOnly) {
  plan("2022-04-20;2022-04-22;;;2022-04-26;;;;;;");
  EXPECT_THAT(import(), ElementsAre("register-regel"));
  plan("2022-02-20;;;;;;;;;;");
  EXPECT_THAT(import(), IsEmpty());
  Bevindingen errors;
  cells(kRegeling, "in_volgorde", "2022-05-24", &errors);
  ASSERT_EQ(errors.size(), 1U) << "a plan before the message";
  EXPECT_THAT(errors[0].wat, HasSubstr("plan verzonden: Deze stap is gezet voordat de stap ervoor klaar was"));
}

TEST_F(Begeleidingsplannen, LEK043TravelIsNoLineOfThePlan) {
  plan("2022-04-20;;;;;2022-05-01;1;;;;");
  put_file("planregels.csv", "gemeente;plan;activiteit;maand;uren\n0321;P1;reistijd;1;1\n0321;P1;intakegesprek;1;5\n");
  EXPECT_THAT(import(), IsEmpty());
  EXPECT_EQ(van("gemiddelde_inzet"), "5 uur/maand");
  Bevindingen errors;
  cells(kRegeling, "mag_in_plan", "2022-05-24", &errors);
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_THAT(errors[0].wat, HasSubstr("activiteit reistijd"));
}

TEST_F(Begeleidingsplannen, WhatLapsedDoesNotCountAndWhatIsPaidByTheHourDoes) {
  EXPECT_THAT(import(), IsEmpty());
  EXPECT_THAT(
      cells(kRegeling, "betaling", "2022-03-01"),
      UnorderedElementsAre(client("0321", kAnna) + " = € 375,00 /maand", client("0321", kBram) + " = € 188,76 /maand"))
      << "3 hours at 62,92; his product lapsed";
  EXPECT_THAT(cells(kRegeling, "betaling", "2022-02-28"), IsEmpty()) << "the day before it begins";
}

class Ondersteuningsplannen : public Dossierproef {
 protected:
  Ondersteuningsplannen() {
    put_file("gemeenten.csv", "code;naam\n0505;Dordrecht\n");
    put_file("ondergrens.csv", "bandbreedte;waarde\nbasis-1;60\nbasis;101\nbasis+1;141\n");
    put_file("bovengrens.csv", "bandbreedte;waarde\nbasis-1;100\nbasis;140\nbasis+1;200\n");
    put_file("gemiddelde_minuten.csv", "bandbreedte;waarde\nbasis-1;82\nbasis;120,5\nbasis+1;168\n");
    put_file("arrangementstarief.csv", "bandbreedte;waarde\nbasis-1;142,40\nbasis;213,20\nbasis+1;296,80\n");
    std::string decisions = "gemeente;beschikking;bsn;soort;datum;product;tijdseenheid;omvang;van;tot;bandbreedte\n";
    for (const std::string& bsn : {kAnna, kBram, kCees})
      decisions +=
          "0505;K" + bsn.substr(6) + ";" + bsn + ";kort;2025-01-06;HO;minuten per week;101;2025-01-06;;basis\n";
    put_file("beschikkingen.csv", decisions + "0505;K9;" + kDora + ";kort;2025-01-06;HO;;;2025-01-06;;basis\n");
    put_file("plannen.csv",
             "gemeente;plan;bsn;soort;plan_ontvangen_op;minuten_per_maand;gewenste_minuten_per_maand;"
             "leveringen_per_maand;minuten_per_levering\n"
             "0505;P1;" +
                 kAnna +
                 ";ondersteuningsplan;2025-02-14;480;500;2;240\n"
                 "0505;P2;" +
                 kBram +
                 ";ondersteuningsplan;2025-03-03;430;620;;\n"
                 "0505;P3;" +
                 kCees + ";ondersteuningsplan;2025-03-04;620;;;\n");
  }
  std::map<std::string, std::string> per_client(const std::string& naam, Bevindingen* fouten = nullptr,
                                                const std::string& peildatum = "2025-04-01") const {
    std::map<std::string, std::string> names, out;
    for (const auto& [name, bsn] : {std::pair("Anna", kAnna), {"Bram", kBram}, {"Cees", kCees}, {"Dora", kDora}})
      names[client("0505", bsn)] = name;
    for (const std::string& cell : cells(kRegeling, naam, peildatum, fouten)) {
      const auto at = cell.find(" = ");
      out[names[cell.substr(0, std::min(at, cell.find(';')))]] = cell.substr(at + 3);
    }
    return out;
  }
  using Uitslag = std::map<std::string, std::string>;

  const std::string kRegeling = regeling("drechtsteden/bandbreedtemodel-huishoudelijke-ondersteuning-2025.md");
};

TEST_F(Ondersteuningsplannen, DRE027SixToEightWeeksAfterTheShortDecision) {
  EXPECT_THAT(import("2025-03-05"), IsEmpty());
  EXPECT_EQ(per_client("ondersteuningsplan_binnen").at("Anna"), "17 februari 2025");
  EXPECT_EQ(per_client("ondersteuningsplan_uiterlijk").at("Anna"), "3 maart 2025");
  EXPECT_EQ(per_client("ondersteuningsplan_op_tijd"),
            (Uitslag{{"Anna", "ja"}, {"Bram", "ja"}, {"Cees", "nee"}, {"Dora", "nee"}}));
}

TEST_F(Ondersteuningsplannen, DRE029ThePlanLiesInTheBandOrIsRefused) {
  EXPECT_THAT(import("2025-03-05"), IsEmpty());
  EXPECT_EQ(per_client("minuten_korte_beschikking").at("Anna"), "437,67 minuut/maand");
  EXPECT_EQ(per_client("bovengrens_client").at("Anna"), "606,67 minuut/maand");
  Bevindingen errors;
  EXPECT_EQ(per_client("oordeel_plan", &errors),
            (Uitslag{{"Anna", "langdurige beschikking"}, {"Bram", "geweigerd"}, {"Cees", "geweigerd"}}));
  EXPECT_EQ(errors.size(), 2U);
}

TEST_F(Ondersteuningsplannen, DRE035TheProviderAdjustsInsideTheBandOnly) {
  import("2025-03-05");
  EXPECT_EQ(per_client("wie_stelt_bij"), (Uitslag{{"Anna", "aanbieder"}, {"Bram", "SDD"}}));
  EXPECT_EQ(per_client("oordeel_levering"), (Uitslag{{"Anna", "akkoord"}})) << "DRE-030: twice 240";
}

TEST_F(Ondersteuningsplannen, DRE022ADecisionWithoutATimeIsRefused) {
  import("2025-03-05");
  Bevindingen errors;
  EXPECT_EQ(per_client("oordeel_beschikking", &errors),
            (Uitslag{{"Anna", "geldig"}, {"Bram", "geldig"}, {"Cees", "geldig"}, {"Dora", "geweigerd"}}));
  EXPECT_EQ(errors.size(), 1U);
}

TEST_F(Ondersteuningsplannen, DRE031ASecondWaitingListIsRefusedAtImport) {
  put_file("wachtlijst.csv", "gemeente;bsn;aanbieder;van;tot\n0505;" + kAnna + ";De Brug;2025-01-10;\n0505;" + kAnna +
                                 ";De Hoek;2025-02-01;\n0505;" + kBram + ";De Brug;2025-01-10;2025-02-28\n");
  EXPECT_THAT(import("2025-03-05"), ElementsAre("register-regel"));
  EXPECT_EQ(per_client("wachtlijsten", nullptr, "2025-02-28"), (Uitslag{{"Anna", "1"}, {"Bram", "1"}}));
  EXPECT_EQ(per_client("wachtlijsten", nullptr, "2025-03-01"), (Uitslag{{"Anna", "1"}})) << "the day after the last";
}

/// AMB-17: of two weeks the first is paid: 213,20 x 12/52 = 49,20 is held back.
TEST_F(Ondersteuningsplannen, DRE032OfAnInterruptionTheFirstWeekIsPaid) {
  put_file("onderbrekingen.csv", "gemeente;bsn;toewijzing;van;tot;reden;product\n0505;" + kAnna +
                                     ";1;2025-02-03;2025-02-16;vakantie;HO\n0505;" + kBram +
                                     ";2;2025-02-03;2025-02-09;doet niet open;HO\n0505;" + kCees +
                                     ";3;2025-02-03;;ziekenhuis;HO\n");
  EXPECT_THAT(import("2025-03-05"), IsEmpty());
  Bevindingen errors;  // nothing was declared over February
  EXPECT_EQ(per_client("weken_geteld", &errors), (Uitslag{{"Anna", "2 week"}, {"Bram", "1 week"}}));
  EXPECT_EQ(per_client("inhouding", &errors), (Uitslag{{"Anna", "€ 49,20"}, {"Bram", "€ 0,00"}}));
}

using Uitvoering2023 = Dossierproef;

TEST_F(Uitvoering2023, UVP012TransfersThatAreOpenAtTheEndOf2022) {
  put_file("gemeenten.csv", "code;naam\n0935;Maastricht\n0981;Vaals\n");
  put_file("overdrachten.csv", "gemeente;bsn;van_aanbieder;naar_aanbieder;gereed_op\n0935;" + kAnna +
                                   ";De Brug;Radar;2022-12-31\n0935;" + kBram + ";De Brug;Radar;2023-01-01\n0981;" +
                                   kCees + ";De Hoek;;\n");
  EXPECT_THAT(import(), IsEmpty());
  const std::string plan = regeling("maastricht-heuvelland/uitvoeringsplan-2023.md");
  EXPECT_THAT(cells(plan, "overdrachten_open_totaal", "2023-01-15"), ElementsAre("2"));
  EXPECT_THAT(cells(plan, "overdrachten_open", "2023-01-15"), UnorderedElementsAre("Maastricht = 1", "Vaals = 1"));
}

/// What the import refused is no claim any more; one that stands on a contract for a task fails the requirement.
TEST_F(Uitvoering2023, UVP008AClaimPerClientOnATaskIsRefused) {
  for (const auto& [name, csv] : kTestregisters) put_file(name + ".csv", csv);
  put_file("gemeenten.csv", "code;naam\n9999;Meerssen\n");
  put_file("contractvormen.csv",
           "contract;van;tot;variant;bekostiging\nC1;2022-01-01;2023-02-28;outputgericht;p*q\n"
           "C1;2023-03-01;;taakgericht;lumpsum\n");
  put_message(one_toewijzing());
  put_message(declared("D1", "2023-02", {month_line("R1", "2023-02")}));
  Dossiertest::import(dag("2023-05-10"));
  put_message(declared("D2", "2023-03", {month_line("R2", "2023-03")}));
  Dossiertest::import(dag("2023-05-11"));
  const std::string plan = regeling("maastricht-heuvelland/uitvoeringsplan-2023.md");
  EXPECT_THAT(cells(plan, "declaraties", "2023-04-15"), Contains("De Brug; regulier outputgericht = 1 declaratie"));
  EXPECT_THAT(cells(plan, "goedgekeurd", "2023-04-15"), ElementsAre("De Brug; regulier outputgericht = 1 declaratie"));
  EXPECT_THAT(cells(plan, "declaratiegedrag", "2023-04-15"), ElementsAre("De Brug = 100%"));
  EXPECT_THAT(cells(plan, "heeft_contract", "2023-04-15"), Contains("De Brug; regulier taakgericht = ja"));
  EXPECT_THAT(cells(plan, "heeft_contract", "2023-02-28"), Contains("De Brug; regulier outputgericht = ja"));
}

}  // namespace
}  // namespace zorgkader
