// Reports: the same figures in every form, and a withheld value in none.
#include "rapport/rapport.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <regex>
#include <sstream>

#include "rapport/werkboek_lezer.hpp"

namespace zorgkader {
namespace {

Vorm unit(const char* text) {
  return {Soort::getal, Eenheid::parse(text).value()};
}

Rapport example() {
  Rapport out;
  out.naam = "sla";
  out.titel = "Rapport <proef>";
  out.gegevens = {{"kwartaal", "2024-Q3"}};
  out.bronnen = {"Notulen, 5"};
  Rapporttabel t;
  t.naam = "uitstroom";
  t.titel = "Uitstroom per account";
  t.kolommen = {{"account", "", {Soort::tekst, {}}}, {"uitgestroomd", "uit", unit("client")},
                {"percentage", "", unit("%")},       {"omzet", "", unit("€")},
                {"begin", "", {Soort::datum, {}}},   {"met_naam", "", {Soort::ja_nee, {}}}};
  const Rapportcel weg{std::nullopt, true};
  t.rijen = {{{{std::string("101")},
               {Getal(12)},
               {Getal::breuk(1, 8)},
               {Getal::breuk(123450, 100)},
               {parse_datum("2024-07-01").value()},
               {true}}},
             {{{std::string("102; \"B\"")}, weg, weg, {Getal(7)}, {}, {false}}},
             {{{std::string("samen")}, {Getal(1500)}, {Getal::breuk(3, 20)}, {Getal::breuk(124150, 100)}, {}, {}},
              Rijsoort::totaal}};
  t.noten = {"x: weggelaten."};
  out.tabellen = {t};
  out.signalen = {"Let op."};
  return out;
}

template <typename Write>
std::string made(const Rapport& rapport, Write write) {
  std::ostringstream out;
  write(rapport, out);
  return out.str();
}

std::string as_tabel(const Rapport& r) {
  return made(r, [](const auto& x, auto& out) { write_tabel(x, out); });
}
std::string as_csv(const Rapport& r) {
  return made(r, [](const auto& x, auto& out) { write_csv(x, out); });
}
std::string as_json(const Rapport& r) {
  return made(r, [](const auto& x, auto& out) { write_json(x, out); });
}
std::string as_html(const Rapport& r) {
  return made(r, [](const auto& x, auto& out) { write_html(x, out); });
}

TEST(Rapport, AtTheTerminal) {
  EXPECT_EQ(as_tabel(example()),
            "Rapport <proef>  concept\n"
            "kwartaal: 2024-Q3\n"
            "Bron: Notulen, 5\n"
            "\n"
            "Uitstroom per account\n"
            "account     uit  percentage (%)  omzet (€)  begin        met naam\n"
            "─────────────────────────────────────────────────────────────────\n"
            "101          12            12,5   1.234,50  1 juli 2024  ja\n"
            "102; \"B\"      x             x         7,00  –            nee\n"
            "─────────────────────────────────────────────────────────────────\n"
            "samen     1.500            15,0   1.241,50\n"
            "x: weggelaten.\n"
            "\n"
            "Signalen\n"
            "! Let op.\n"
            "\n"
            "Concept: aan deze bedragen kunnen geen rechten worden ontleend; er kan niet op worden betaald.\n");
}

TEST(Rapport, AsCsv) {
  EXPECT_EQ(as_csv(example()),
            "account;uitgestroomd;percentage;omzet;begin;met_naam;rijsoort\n"
            "101;12;12.5;1234.50;2024-07-01;ja;rij\n"
            "\"102; \"\"B\"\"\";x;x;7.00;;nee;rij\n"
            "samen;1500;15;1241.50;;;totaal\n");
  Rapport two = example();
  two.tabellen[0].rijen.resize(1);
  two.tabellen.push_back(
      {"open", "Open", "", {{"account", "", {Soort::tekst, {}}}, {"stand", "", {Soort::tekst, {}}}}, {}, {}});
  two.tabellen[1].rijen = {{{{std::string("7")}, {std::string("te laat")}}}};
  EXPECT_EQ(as_csv(two),
            "tabel;account;uitgestroomd;percentage;omzet;begin;met_naam;stand\n"
            "uitstroom;101;12;12.5;1234.50;2024-07-01;ja;\n"
            "open;7;;;;;;te laat\n");
}

TEST(Rapport, AsJson) {
  const auto read = boost::json::parse(as_json(example()));
  EXPECT_EQ(read.at("formaat"), "zorgkader-rapport");
  EXPECT_EQ(read.at("gegevens").at("kwartaal"), "2024-Q3");
  const auto& table = read.at("tabellen").at(0);
  EXPECT_EQ(table.at("kolommen").at(2).at("eenheid"), "%");
  const auto& rows = table.at("rijen");
  EXPECT_EQ(rows.at(0).at("cellen").at("percentage"), "12.5");
  EXPECT_EQ(rows.at(0).at("cellen").at("met_naam"), true);
  EXPECT_EQ(rows.at(1).at("cellen").at("uitgestroomd"), "x");
  EXPECT_TRUE(rows.at(1).at("cellen").at("begin").is_null());
  EXPECT_EQ(rows.at(2).at("soort"), "totaal");
}

TEST(Rapport, AsWorkbookWithNumbersInTheirFormat) {
  const Map map;
  ASSERT_TRUE(write_xlsx(example(), map.file("r.xlsx")));
  const auto front = sheet(map.file("r.xlsx"), 1);
  EXPECT_EQ(front.at(0), (Rij{"'rapport'", "'Rapport &lt;proef&gt;'"}));
  EXPECT_EQ(front.at(2), (Rij{"'kwartaal'", "'2024-Q3'"}));
  const auto rows = sheet(map.file("r.xlsx"), 2);
  EXPECT_EQ(rows.at(0),
            (Rij{"'account'", "'uit'", "'percentage (%)'", "'omzet (€)'", "'begin'", "'met naam'", "'rijsoort'"}));
  EXPECT_EQ(rows.at(1), (Rij{"'101'", "12", "0.125", "1234.5", "45474", "'ja'", "'rij'"}));
  EXPECT_EQ(rows.at(2).at(1), "'x'");
  EXPECT_NE(part(map.file("r.xlsx"), "xl/worksheets/sheet2.xml").find("<pane ySplit=\"1\""), std::string::npos);
}

TEST(Rapport, AsPageThatSafelyHoldsAnyText) {
  const std::string page = as_html(example());
  EXPECT_NE(page.find("<h1>Rapport &lt;proef&gt; <span class=\"status concept\">concept</span></h1>"),
            std::string::npos);
  EXPECT_NE(
      page.find("<th scope=\"row\">102; &quot;B&quot;</th><td class=\"getal\"><abbr title=\"weggelaten\">x</abbr>"),
      std::string::npos);
  EXPECT_EQ(page.find("<proef>"), std::string::npos);
}

/// What people see at the terminal stands on the page too, cell by cell, and is what programs get.
TEST(Rapport, AllFormsHaveTheSameFigures) {
  const Rapport r = example();
  const std::string page = as_html(r), screen = as_tabel(r), lines = as_csv(r);
  const Rapporttabel& t = r.tabellen[0];
  for (std::size_t i = 1; i < t.kolommen.size(); ++i) {
    const std::vector<std::string> texts = teksten_van(t, i);
    for (std::size_t row = 0; row < texts.size(); ++row) {
      EXPECT_NE(screen.find(texts[row]), std::string::npos) << texts[row];
      EXPECT_NE(page.find(">" + texts[row] + "<"), std::string::npos) << texts[row];
      const auto* number =
          t.rijen[row].cellen[i].waarde ? std::get_if<Getal>(&*t.rijen[row].cellen[i].waarde) : nullptr;
      if (number == nullptr) continue;
      const Vorm& vorm = t.kolommen[i].vorm;
      EXPECT_NE(lines.find(";" + format_plain(*number, vorm) + ";"), std::string::npos);
      const auto read = boost::json::parse(as_json(r)).at("tabellen").at(0).at("rijen").at(row);
      EXPECT_EQ(read.at("cellen").at(t.kolommen[i].naam).as_string(), format_plain(*number, vorm));
    }
  }
}

TEST(Rapport, ATableWithoutRowsSaysSo) {
  Rapport r = example();
  r.is_concept = false;
  r.tabellen[0].rijen.clear();
  r.tabellen[0].leeg = "Alles is binnen.";
  EXPECT_NE(as_tabel(r).find("  Alles is binnen.\n"), std::string::npos);
  EXPECT_NE(as_html(r).find("<p>Alles is binnen.</p>"), std::string::npos);
  EXPECT_EQ(as_tabel(r).find("Concept"), std::string::npos);
}

}  // namespace
}  // namespace zorgkader
