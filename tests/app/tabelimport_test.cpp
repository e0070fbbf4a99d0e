// Registers and facts into a dossier: what goes in where, what is refused, and that the rest goes in all the same.
#include "app/tabelimport.hpp"

#include <gmock/gmock.h>

#include "dossier_hulp.hpp"
#include "feiten/zipbouwer.hpp"

namespace zorgkader {
namespace {

using iwmo::kNu;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

constexpr const char* kBsn = "999900006";

/// A workbook of sheets with texts, by name.
std::string workbook(const std::vector<std::pair<std::string, std::vector<std::vector<std::string>>>>& sheets,
                     const std::filesystem::path& scratch) {
  feiten::Delen parts = feiten::minimal("");
  const std::string frame = parts["xl/worksheets/sheet1.xml"];
  std::string names, links;
  for (std::size_t n = 0; n < sheets.size(); ++n) {
    std::string data;
    for (const auto& row : sheets[n].second) {
      data += "<row>";
      for (const auto& cell : row) data += "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
      data += "</row>";
    }
    const std::string id = std::to_string(n + 1), file = "worksheets/s" + id + ".xml";
    std::string sheet = frame;
    parts["xl/" + file] = sheet.replace(sheet.find("<sheetData>") + 11, 0, data);
    names += "<sheet name=\"" + sheets[n].first + "\" sheetId=\"" + id + "\" r:id=\"s" + id + "\"/>";
    links += "<Relationship Id=\"s" + id +
             "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"" +
             file + "\"/>";
  }
  std::string &book = parts["xl/workbook.xml"], &rels = parts["xl/_rels/workbook.xml.rels"];
  book.replace(book.find("<sheets>") + 8, book.find("</sheets>") - book.find("<sheets>") - 8, names);
  rels.insert(rels.find("</Relationships>"), links);
  const std::string path = (scratch / "made.xlsx").string();
  feiten::write_zip(path, parts);
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Tabelimporttest : public Dossiertest {
 protected:
  /// `bestand wat: nieuw gelijk geweigerd` of every table, and `code regel` of what was found.
  std::vector<std::string> outcome(Datum day = kNu) {
    std::vector<std::string> out;
    found_.clear();
    for (const auto& line : import(day)) {
      if (!line.tabel) continue;
      const Tabeluitslag& t = *line.tabel;
      const Importuitslag expected = t.nieuw > 0    ? Importuitslag::vastgelegd
                                     : t.gelijk > 0 ? Importuitslag::bekend
                                                    : Importuitslag::overgeslagen;
      EXPECT_EQ(line.uitslag, expected);
      out.push_back(fmt::format("{}{} {}: {} {} {}", std::filesystem::path(t.bestand).filename().string(),
                                t.blad.empty() ? "" : "/" + t.blad, t.wat, t.nieuw, t.gelijk, t.geweigerd));
      for (const auto& b : t.bevindingen) found_.push_back(fmt::format("{} {}", b.code, b.plaats.regel));
    }
    return out;
  }
  dossier::Regio regio(std::optional<Moment> tot = std::nullopt) const {
    return read_regio(Dossierbestand(pad(), Dossierbestand::Hoe::lezen).logboek(), dossier::Loggrens::tot(tot));
  }
  /// Rows of a register as they are now, `waarde|waarde`.
  std::vector<std::string> rows(std::string_view name) const {
    const dossier::Regio region = regio();
    return rows_of(region.registers(), name);
  }
  std::vector<std::string> rows(const std::string& gemeente, std::string_view name) const {
    const dossier::Regio region = regio();
    const Dossierbestand file(pad(), Dossierbestand::Hoe::lezen);
    return rows_of(read_stand(file.logboek(), gemeente, &region.registers()).registers(), name);
  }
  static std::vector<std::string> rows_of(const dossier::Registerstand& state, std::string_view name) {
    std::vector<std::string> out;
    state.each(name, [&](const dossier::Standrij& row) {
      out.push_back(fmt::format("{}", fmt::join(row.rij.waarden, "|")));
      return true;
    });
    return out;
  }
  std::size_t events(const std::string& log) const {
    const Dossierbestand file(pad(), Dossierbestand::Hoe::lezen);
    return static_cast<std::size_t>(file.logboek().einde(log).nummer);
  }

  std::vector<std::string> found_;
};

TEST_F(Tabelimporttest, ANameOfAGemeenteIsItsCode) {
  put_file("contractgemeenten.csv", "contract;gemeente\nC1;Testdorp\nC1;9998\nC1;Nergens\n");
  put_file("contracten.csv", kTestregisters.at("contracten"));
  put_file("gemeenten.csv", kTestregisters.at("gemeenten"));
  EXPECT_THAT(outcome(), ElementsAre("gemeenten.csv gemeenten: 2 0 0", "contracten.csv contracten: 1 0 0",
                                     "contractgemeenten.csv contractgemeenten: 2 0 1"));
  EXPECT_THAT(found_, ElementsAre("cel-fout 4"));
  EXPECT_THAT(rows("contractgemeenten"), ElementsAre("C1|9999||", "C1|9998||"));
}

/// Sheets of one workbook refer to each other as files do.
TEST_F(Tabelimporttest, SheetsOfAWorkbookAreRegisters) {
  put_file("levering.xlsx", workbook({{"contractgemeenten", {{"contract", "gemeente"}, {"C1", "Testdorp"}}},
                                      {"toelichting", {{"wat dit is"}}},
                                      {"contracten",
                                       {{"contract", "aanbieder", "dienst", "ingangsdatum", "einddatum"},
                                        {"C1", "De Brug", "BGI", "2022-01-01", "2024-12-31"}}},
                                      {" gemeenten", {{"code", "naam"}, {"9999", "Testdorp"}}}},
                                     map_));
  EXPECT_THAT(outcome(),
              ElementsAre("levering.xlsx/ gemeenten gemeenten: 1 0 0", "levering.xlsx/contracten contracten: 1 0 0",
                          "levering.xlsx/contractgemeenten contractgemeenten: 1 0 0"));
  EXPECT_THAT(rows("contractgemeenten"), ElementsAre("C1|9999||"));
}

/// Wherever the files lie, and so in whatever order they are found, the same comes in: the same log to the byte.
TEST_F(Tabelimporttest, TheOrderOfFilesAndWhereTheyLieDoNotMatter) {
  const Registers more = {{"clienten", "gemeente;bsn;geboortedatum\nTestdorp;999900006;1950-02-03\n"},
                          {"meldingen", "gemeente;melding;bsn;ontvangen_op\n9999;M1;999900006;2023-01-02\n"},
                          {"onderzoeken", "gemeente;onderzoek;melding\n9999;O1;M1\n"}};
  Registers all = kTestregisters;
  all.insert(more.begin(), more.end());
  int number = 100;
  for (const auto& [name, text] : all) put_file(name + ".csv", text);
  import();
  std::filesystem::copy_file(pad().sleutelpad(), pad("e.db").sleutelpad());
  for (const auto& [name, text] : all) put_file(std::to_string(--number) + "/" + name + ".csv", text);
  for (const auto& line : import(kNu, "e.db")) EXPECT_THAT(line.tabel.value().bevindingen, IsEmpty());
  EXPECT_EQ(prints("d.db"), prints("e.db"));
  EXPECT_THAT(rows("9999", "onderzoeken"), ElementsAre(testing::StartsWith("9999|O1|M1|")));
}

TEST_F(Tabelimporttest, TheSameFileTwiceIsNothingNew) {
  for (const auto& [name, text] : kTestregisters) put_file(name + ".csv", text);
  put_file("omzet_2021.csv", "gemeente;waarde\nTestdorp;12,50\n");
  import();
  const std::string before = prints();
  const auto logged = events("regio");
  for (const auto& [name, text] : kTestregisters) put_file(name + ".csv", text);
  put_file("elders/omzet_2021.csv", "gemeente;waarde\nTestdorp;12,50\n");
  EXPECT_THAT(
      outcome(kNu + std::chrono::days(1)),
      ElementsAre("omzet_2021.csv feiten: 0 1 0", "gemeenten.csv gemeenten: 0 2 0", "aanbieders.csv aanbieders: 0 1 0",
                  "producten.csv producten: 0 2 0", "contracten.csv contracten: 0 1 0",
                  "contractgemeenten.csv contractgemeenten: 0 1 0", "contractvormen.csv contractvormen: 0 1 0"));
  EXPECT_EQ(prints(), before);
  EXPECT_EQ(events("regio"), logged);
}

TEST_F(Tabelimporttest, X11ACorrectedRowRemembersItsPredecessor) {
  const std::string head = "gemeente;dienst;jaar;versie;plafond;status\n9998;BGI;2022;1;5,00;voorlopig\n";
  put_file("budgetten.csv", head + "9999;BGI;2022;1;100,50;voorlopig\n");
  import(kNu);
  put_file("budgetten.csv", head + "9999;BGI;2022;1;101,00;definitief\n");
  EXPECT_THAT(outcome(kNu + std::chrono::days(1)), ElementsAre("budgetten.csv budgetten: 1 1 0"));
  const dossier::Regio now = regio(), then = regio(einde_van_dag(kNu));
  const std::vector<std::string> key = {"9999", "BGI", "2022", "1"};
  const auto* row = now.registers().find("budgetten", key);
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->tekst("plafond"), "101.00");
  EXPECT_EQ(row->gebeurtenis, 2);
  EXPECT_EQ(row->corrigeert, 1);
  EXPECT_EQ(now.registers().find("budgetten", {"9998", "BGI", "2022", "1"})->corrigeert, 0);
  EXPECT_EQ(then.registers().find("budgetten", key)->tekst("plafond"), "100.50") << "as it was known";
}

TEST_F(Tabelimporttest, RefusedRowsLeaveTheOthers) {
  put_file("aanbieders.csv",
           "agb;naam;aanbieder;rol\n42420001;A;De Brug;zelf\n4242;B;De Hoek;zelf\n42420003;C;De Hoek;baas\n"
           "42420001;D;Dubbel;zelf\n42420004;;De Hoek;zelf\n42420005;E;De Laan;lid\n");
  EXPECT_THAT(outcome(), ElementsAre("aanbieders.csv aanbieders: 2 0 4"));
  EXPECT_THAT(found_, ElementsAre("cel-fout 3", "cel-fout 4", "rij-dubbel 5", "cel-fout 6"));
  EXPECT_THAT(rows("aanbieders"), ElementsAre("42420001|A|De Brug|zelf||", "42420005|E|De Laan|lid||"));
}

TEST_F(Tabelimporttest, Msp003AnAddendumHangsUnderAContract) {
  put_file("contracten.csv", kTestregisters.at("contracten"));
  put_file("addenda.csv", "addendum;contract\nA1;C1\nA2;C9\n");
  EXPECT_THAT(outcome(), ElementsAre("contracten.csv contracten: 1 0 0", "addenda.csv addenda: 1 0 1"));
  EXPECT_THAT(found_, ElementsAre("register-verwijzing 3"));
  EXPECT_THAT(rows("addenda"), ElementsAre("A1|C1||||"));
}

TEST_F(Tabelimporttest, Msp002AnAddendumGoesStepByStep) {
  put_file("contracten.csv", kTestregisters.at("contracten"));
  put_file("addenda.csv",
           "addendum;contract;in_overleg_op;akkoord_op;besluit_op;getekend_op\n"
           "A1;C1;2022-01-20;2022-03-08;2022-04-12;2022-04-12\nA2;C1;2022-01-20;;2022-04-12;\n"
           "A3;C1;2022-01-20;2022-01-19;;\n");
  EXPECT_THAT(outcome(), testing::Contains("addenda.csv addenda: 1 0 2"));
  EXPECT_THAT(found_, ElementsAre("register-regel 3", "register-regel 4"));
}

TEST_F(Tabelimporttest, EveryGemeenteHasItsOwnLog) {
  put_file("gemeenten.csv", kTestregisters.at("gemeenten"));
  put_file("clienten.csv",
           "gemeente;bsn;geboortedatum\nTestdorp;999900006;1950-02-03\n9998;999900018;1960-02-03\n"
           "Elders;999900031;geen dag\n");
  put_file("meldingen.csv",
           "gemeente;melding;bsn;ontvangen_op\n9999;M1;999900006;2023-01-02\n9998;M1;999900018;2023-01-03\n"
           "9998;M2;999900006;2023-01-03\n");
  EXPECT_THAT(outcome(), ElementsAre("gemeenten.csv gemeenten: 2 0 0", "clienten.csv clienten: 2 0 1",
                                     "meldingen.csv meldingen: 2 0 1"));
  EXPECT_THAT(found_, ElementsAre("cel-fout 4", "register-verwijzing 4"))
      << "who is a client of one gemeente is none of another";
  EXPECT_THAT(rows("9999", "clienten"), ElementsAre("9999|999900006|1950-02-03|||"));
  EXPECT_THAT(rows("9998", "clienten"), ElementsAre("9998|999900018|1960-02-03|||"));
  EXPECT_THAT(rows("clienten"), IsEmpty());
  EXPECT_EQ(events("regio"), 1U);
  EXPECT_EQ(events("9998"), 2U);
}

TEST_F(Tabelimporttest, X15Uvp027ABsnIsRefusedWhereNoneMayStand) {
  const std::string row = std::string("gemeente;omschrijving\nTestdorp;client ") + kBsn + "\n";
  put_file("opmerkingen.csv", row);
  put_file(std::string(kBsn) + ".csv", "gemeente;waarde\nTestdorp;1\n");
  put_file("omzet.xlsx",
           workbook({{"omzet", {{"gemeente", "waarde"}, {"Testdorp", "1"}}}, {"kladblad", {{kBsn}}}}, map_));
  put_file("besluiten.csv", std::string("besluit;datum;orgaan;onderwerp\nB1;2022-01-01;college;") + kBsn + "\n");
  put_file("goed.csv", "gemeente;waarde\nTestdorp;999900007\n");
  const auto lines = import();
  ASSERT_EQ(lines.size(), 5U);
  std::size_t refused = 0;
  for (const auto& line : lines) {
    for (const auto& b : line.tabel.value().bevindingen) {
      ++refused;
      EXPECT_EQ(b.code, "bsn-verboden");
      EXPECT_THAT(b.wat + b.fragment, Not(HasSubstr(kBsn))) << "what may not be there is not repeated";
    }
  }
  EXPECT_EQ(refused, 4U);
  EXPECT_THAT(regio().feiten(), ElementsAre(testing::Key("goed.csv"))) << "nine digits that fail the elfproef are none";
  EXPECT_THAT(rows("besluiten"), IsEmpty());
}

/// A sheet that cannot be read to its end may hold anything, and a workbook that does not open as well.
TEST_F(Tabelimporttest, ABadFileIsRefusedAndTheRestGoesIn) {
  put_file("aanbieders.csv", "naam;rol\nA;zelf\n");
  put_file("producten.xlsx", "geen werkmap");
  put_file("omzet.xlsx", "ook geen werkmap");
  feiten::Delen broken = feiten::minimal("<row><c t=\"inlineStr\"><is><t>gemeente</t></is></c></row><row><c");
  feiten::write_zip((map_ / "in" / "kapot.xlsx").string(), broken);
  put_file("gemeenten.csv", kTestregisters.at("gemeenten"));
  put_file("omzet_2021.csv", "gemeente;waarde\nTestdorp;12,50\n");
  put_message(one_toewijzing());
  EXPECT_THAT(outcome(), UnorderedElementsAre("aanbieders.csv aanbieders: 0 0 1", "producten.xlsx : 0 0 0",
                                              "omzet.xlsx feiten: 0 0 1", "kapot.xlsx feiten: 0 0 1",
                                              "gemeenten.csv gemeenten: 2 0 0", "omzet_2021.csv feiten: 1 0 0"));
  EXPECT_EQ(std::count(found_.begin(), found_.end(), "bestand-onleesbaar 0"), 3) << "the three workbooks";
  EXPECT_EQ(std::count(found_.begin(), found_.end(), "kolom-ontbreekt 1"), 2) << "agb and aanbieder";
  EXPECT_THAT(regio().feiten(), ElementsAre(testing::Key("omzet_2021.csv")));
  EXPECT_EQ(events("9999"), 1U) << "the message";
  prints();
}

TEST_F(Tabelimporttest, OfFactsTheNewestVersionOfAFileCounts) {
  put_file("omzet.csv", "waarde\n1\n");
  EXPECT_THAT(outcome(), ElementsAre("omzet.csv feiten: 1 0 0"));
  put_file("omzet.csv", "waarde\n2\n");
  EXPECT_THAT(outcome(kNu + std::chrono::days(1)), ElementsAre("omzet.csv feiten: 1 0 0"));
  EXPECT_EQ(regio().feiten().at("omzet.csv").bytes, "waarde\n2\n");
  EXPECT_EQ(regio(einde_van_dag(kNu)).feiten().at("omzet.csv").bytes, "waarde\n1\n");
  put_file("omzet.csv", "waarde\n1\n");
  EXPECT_THAT(outcome(kNu + std::chrono::days(2)), ElementsAre("omzet.csv feiten: 1 0 0")) << "back is a change too";
  EXPECT_EQ(regio().feiten().at("omzet.csv").bytes, "waarde\n1\n");
}

/// Nothing in the log says on whose machine a file lay.
TEST_F(Tabelimporttest, X15TheLogHoldsNamesOfFilesWithoutFolders) {
  put_file("mijn map/gemeenten.csv", kTestregisters.at("gemeenten"));
  put_file("mijn map/omzet.csv", "waarde\n1\n");
  import();
  const Dossierbestand file(pad(), Dossierbestand::Hoe::lezen);
  file.logboek().each("regio", 1, [&](const dossier::Gebeurtenis& g) {
    EXPECT_THAT(g.inhoud, Not(HasSubstr("mijn map")));
    return true;
  });
}

TEST_F(Tabelimporttest, WhatAFileDoesNotHaveStaysAndAnEmptyCellEmpties) {
  put_file("gemeenten.csv", kTestregisters.at("gemeenten"));
  put_file("clienten.csv", "gemeente;bsn;geboortedatum;wijk;bewaren_tot\n9999;999900006;1950-02-03;Noord;2040-01-01\n");
  import();
  put_file("clienten.csv", "gemeente;bsn;geboortedatum\n9999;999900006;1950-02-04\n");
  EXPECT_THAT(outcome(), ElementsAre("clienten.csv clienten: 1 0 0"));
  EXPECT_THAT(rows("9999", "clienten"), ElementsAre("9999|999900006|1950-02-04|Noord||2040-01-01"));
  put_file("clienten.csv", "gemeente;bsn;geboortedatum;wijk\n9999;999900006;1950-02-04;\n");
  EXPECT_THAT(outcome(), ElementsAre("clienten.csv clienten: 1 0 0"));
  EXPECT_THAT(rows("9999", "clienten"), ElementsAre("9999|999900006|1950-02-04|||2040-01-01"));
}

/// Which of two files of one delivery holds, nobody can tell from their names.
TEST_F(Tabelimporttest, TwoFilesThatContradictEachOther) {
  const std::string head = "besluit;datum;orgaan;onderwerp\n";
  put_file("april/besluiten.csv", head + "B1;2022-04-12;college;Taak\nB2;2022-01-01;college;Zelfde\n");
  put_file("begin/besluiten.csv", head + "B1;2022-01-01;college;Output\nB2;2022-01-01;college;Zelfde\n");
  EXPECT_THAT(outcome(), ElementsAre("besluiten.csv besluiten: 2 0 0", "besluiten.csv besluiten: 0 1 1"));
  EXPECT_THAT(found_, ElementsAre("rij-dubbel 2"));
  EXPECT_THAT(rows("besluiten"),
              UnorderedElementsAre("B1|2022-04-12|college|Taak|||", "B2|2022-01-01|college|Zelfde|||"));
}

TEST_F(Tabelimporttest, ANameInCapitalsIsARegisterToo) {
  put_file("Gemeenten.CSV", kTestregisters.at("gemeenten"));
  EXPECT_THAT(outcome(), ElementsAre("Gemeenten.CSV gemeenten: 2 0 0"));
}

TEST_F(Tabelimporttest, X15ABsnInGroupsAndTextThatIsNoTextAreRefused) {
  for (const char* text : {"9999.00.006", "999 900 006", "999-900-006", "9999 00 006"})
    put_file("m" + std::string(text).substr(3, 1) + std::to_string(text[4]) + ".csv",
             std::string("a;b\nx;") + text + "\n");
  put_file("bedrag.csv", "a;b\nx;999.900.006\n");
  put_file("unicode.csv", std::string("\xff\xfe"
                                      "9\0"
                                      "9\0",
                                      6));
  std::map<std::string, std::size_t> codes;
  for (const auto& line : import()) {
    for (const auto& b : line.tabel.value().bevindingen) ++codes[b.code];
  }
  EXPECT_EQ(codes["bsn-verboden"], 4U);
  EXPECT_EQ(codes.size(), 2U) << "and a file that is no text";
  EXPECT_THAT(regio().feiten(), ElementsAre(testing::Key("bedrag.csv"))) << "groups of three with dots are an amount";
}

}  // namespace
}  // namespace zorgkader
