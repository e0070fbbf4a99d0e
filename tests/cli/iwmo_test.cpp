// The commands on messages: judged, read out, made, answered and made up, as users call them.
#include <gmock/gmock.h>

#include <boost/json.hpp>
#include <filesystem>
#include <set>
#include <sstream>

#include "cli/programma.hpp"
#include "feiten/zipbouwer.hpp"

namespace cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

constexpr const char* kDag = "2024-06-01";

class Iwmo : public testing::Test {
 protected:
  Iwmo() {
    EXPECT_EQ(run({"iwmo", "voorbeeld", "b", "--clienten", "6", "--aanbieders", "2", "--gemeenten", "1"}).status, 0);
  }

  Afloop run(const std::vector<std::string>& arguments) const { return map.run(arguments); }

  /// A declaration with text `what` replaced.
  std::string declaratie(const std::string& what = "", const std::string& with = "") const {
    std::string out = map.read("b/WMO323_0000007.xml");
    if (what.empty()) return out;
    EXPECT_NE(out.find(what), std::string::npos) << out;
    return out.replace(out.find(what), what.size(), with);
  }

  std::vector<boost::json::object> lines(const std::string& text) const {
    std::vector<boost::json::object> out;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) out.push_back(boost::json::parse(line).as_object());
    return out;
  }

  Map map;
};

TEST_F(Iwmo, ControleertEenMap) {
  const Afloop got = run({"iwmo", "controleer", "b"});
  EXPECT_EQ(got.status, 0);
  EXPECT_THAT(got.fout, IsEmpty());
  EXPECT_THAT(got.uit, HasSubstr("b/WMO301_0000001.xml: WMO301 goed\n"));
  EXPECT_THAT(got.uit, HasSubstr("berichten: 30 goed, 0 niet (0 bevindingen)\n"));
}

TEST_F(Iwmo, NoemtAllesWatNietKlopt) {
  map.write("fout.xml", declaratie("<wmo323:Eenheid>04", "<wmo323:Eenheid>99"));
  map.write("regel.xml", declaratie("<iwmo:DebetCredit>D", "<iwmo:DebetCredit>C"));
  const Afloop got = run({"iwmo", "controleer", "fout.xml", "regel.xml", "weg.xml"});
  EXPECT_EQ(got.status, 1);
  EXPECT_THAT(got.uit, HasSubstr("fout.xml: WMO323 1 bevinding\n"));
  EXPECT_THAT(got.uit, HasSubstr("XSD Eenheid `99` staat niet in de codelijst"));
  EXPECT_THAT(got.uit, HasSubstr("in Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]/Eenheid\n"));
  EXPECT_THAT(got.uit, AllOf(HasSubstr("TR358"), HasSubstr("herstel: Zet")));
  EXPECT_THAT(got.uit, HasSubstr("weg.xml: 1 bevinding\n  BESTAND Dit bestand bestaat niet.\n"));
  EXPECT_THAT(got.uit, HasSubstr("3 berichten: 0 goed, 3 niet (3 bevindingen)\n"));
}

TEST_F(Iwmo, GeeftJsonPerBericht) {
  map.write("regel.xml", declaratie("<iwmo:DebetCredit>D", "<iwmo:DebetCredit>C"));
  const Afloop got = run({"iwmo", "controleer", "--als", "json", "b/WMO301_0000001.xml", "regel.xml", "weg.xml"});
  EXPECT_EQ(got.status, 1);
  const auto all = lines(got.uit);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].at("bestand"), "b/WMO301_0000001.xml");
  EXPECT_EQ(all[0].at("bericht"), "WMO301");
  EXPECT_EQ(all[0].at("uitslag"), "goed");
  EXPECT_TRUE(all[0].at("bevindingen").as_array().empty());
  EXPECT_EQ(all[1].at("uitslag"), "fout");
  const auto& finding = all[1].at("bevindingen").as_array()[0].as_object();
  EXPECT_EQ(finding.at("code"), "TR358");
  EXPECT_EQ(finding.at("niveau"), 2);
  EXPECT_EQ(finding.at("pad"), "Bericht/Declaratie/TotaalIngediendBedrag");
  EXPECT_GT(finding.at("regel").as_int64(), 0);
  for (const char* key : {"tekst", "bepaling", "herstel"}) EXPECT_FALSE(finding.at(key).as_string().empty()) << key;
  EXPECT_TRUE(all[2].at("bericht").is_null());
}

TEST_F(Iwmo, LeestArchieven) {
  zorgkader::feiten::write_zip(
      (map.pad() / "berichten.zip").string(),
      {{"een/a.xml", declaratie()}, {"b.xml", "geen xml"}, {"c.zip", "PK"}, {"lees.txt", "niets"}});
  map.write("stuk.zip", "PK\x03\x04 en verder niets");
  const Afloop got = run({"iwmo", "controleer", "berichten.zip", "stuk.zip"});
  EXPECT_EQ(got.status, 1);
  EXPECT_THAT(got.uit, HasSubstr("berichten.zip/een/a.xml: WMO323 goed\n"));
  EXPECT_THAT(got.uit, HasSubstr("berichten.zip/b.xml: 1 bevinding\n"));
  EXPECT_THAT(got.uit, HasSubstr("archief in een archief"));
  EXPECT_THAT(got.uit, HasSubstr("stuk.zip: 1 bevinding\n  BESTAND Het bestand is geen ZIP-archief"));
  EXPECT_THAT(got.uit, Not(HasSubstr("lees.txt")));
}

TEST_F(Iwmo, VergelijktMetHetArchief) {
  map.write("dubbel.xml", declaratie("V0000007", "ANDERS"));
  const Afloop got = run({"iwmo", "controleer", "--nu", kDag, "--archief", "b", "dubbel.xml"});
  EXPECT_EQ(got.status, 1);
  EXPECT_THAT(got.uit, AllOf(HasSubstr("TR333 DeclaratieNummer DN0000007 is al gebruikt."), HasSubstr("TR314"),
                             HasSubstr("TR389")));
  EXPECT_THAT(got.uit, Not(HasSubstr("TR338")));
}

TEST_F(Iwmo, ToetstNietMetEenArchiefDatNietKlopt) {
  map.write("a/stuk.xml", "<wmo301:Bericht");
  for (const char* command : {"controleer", "retour"}) {
    const Afloop got = run({"iwmo", command, "--nu", kDag, "--archief", "a", "b/WMO323_0000007.xml"});
    EXPECT_EQ(got.status, 1);
    EXPECT_THAT(got.uit + got.fout, AllOf(HasSubstr("a/stuk.xml: "), HasSubstr("ARCHIEF Dit bestand in het archief"),
                                          HasSubstr("daarom is er niets getoetst"), Not(HasSubstr("TR338"))));
    EXPECT_THAT(got.uit, Not(HasSubstr("<?xml")));
  }
}

TEST_F(Iwmo, VergelijktMetLijsten) {
  map.write("l/producten.csv",
            "aanbieder;categorie;code;eenheid;tarief;variant;van;tot\n;02;02A05;04;1,25;inspanning;;\n");
  map.write("l/gemeenten.csv", "code;naam;van;tot\n9001;Ergens;2020-01-01;\n");
  const Afloop got = run({"iwmo", "controleer", "--lijsten", "l", "b/WMO323_0000007.xml"});
  EXPECT_EQ(got.status, 1);
  EXPECT_THAT(got.uit, HasSubstr("TR418"));
  EXPECT_THAT(got.uit, HasSubstr("het contract zegt 1,25 euro"));
  EXPECT_THAT(got.uit, Not(HasSubstr("TR378")));
  map.write("l/producten.csv",
            "aanbieder;categorie;code;eenheid;tarief;variant;van;tot\n;02;02A05;04;veel;inspanning;;gisteren\n");
  const Afloop wrong = run({"iwmo", "controleer", "--lijsten", "l", "b/WMO323_0000007.xml"});
  EXPECT_EQ(wrong.status, 1);
  EXPECT_THAT(wrong.uit, AllOf(HasSubstr("l/producten.csv: 2 bevindingen"), HasSubstr("regel 2: LIJST `veel`"),
                               HasSubstr("`gisteren`")));
}

TEST_F(Iwmo, ZegtWatErAanEenLijstNietKlopt) {
  const std::string columns = "aanbieder;categorie;code;eenheid;tarief;variant;van;tot\n";
  const auto judged = [&](const std::string& list) {
    map.write("l/producten.csv", list);
    return run({"iwmo", "controleer", "--lijsten", "l", "b/WMO323_0000007.xml"}).uit;
  };
  EXPECT_THAT(judged("\xEF\xBB\xBF" + columns + ";02;02A05;04;1,25;;;\n"), HasSubstr("het contract zegt 1,25 euro"));
  EXPECT_THAT(judged(columns + ";02;02A05;04;;;;\n"), HasSubstr("WMO323 goed"));
  EXPECT_THAT(judged(columns + ";02;02A05;4;1,25;;;\n"),
              HasSubstr("regel 2: LIJST `4` is geen eenheid; kies uit 01, 04, 14, 16, 82, 83, 84."));
  EXPECT_THAT(judged(columns + ";02;02A05;04;1,25;;;2023-01-31\n;02;02A05;04;1,50;;2023-01-31;\n"),
              HasSubstr("regel 3: LIJST Product 02 02A05 staat voor dezelfde dagen ook op regel 2"));
  EXPECT_THAT(judged(columns + ";02;02A05;04;1,25;;;2023-01-30\n;02;02A05;04;1,50;;2023-01-31;\n"),
              AllOf(HasSubstr("het contract zegt 1,"), Not(HasSubstr("LIJST"))));
  EXPECT_THAT(judged(columns + ";02;02A05;04;1,25;;;\n42420001;02;02A05;04;1,50;;;\n"),
              AllOf(HasSubstr("het contract zegt 1,"), Not(HasSubstr("LIJST"))));
}

TEST_F(Iwmo, ToetstDeDag) {
  const Afloop got = run({"iwmo", "controleer", "--nu", "2022-01-01", "b/WMO301_0000001.xml"});
  EXPECT_EQ(got.status, 1);
  EXPECT_THAT(got.uit, HasSubstr("TR135 Dagtekening 2023-01-01 ligt na vandaag (2022-01-01)."));
}

TEST_F(Iwmo, LeestEnMaaktHetzelfde) {
  const Afloop read = run({"iwmo", "lees", "b"});
  EXPECT_EQ(read.status, 0);
  EXPECT_EQ(lines(read.uit).size(), 30U);
  map.write("alles.json", read.uit);
  EXPECT_EQ(run({"iwmo", "maak", "alles.json", "--naar", "nieuw/"}).status, 0);
  EXPECT_EQ(map.read("nieuw/WMO323_42420001_9001_V0000007.xml"), declaratie());
  EXPECT_EQ(run({"iwmo", "maak", "alles.json"}).status, 2);
}

TEST_F(Iwmo, VultAanWatVanzelfSpreekt) {
  map.write("start.json", R"({"bericht": "WMO319", "Header": {"Afzender": "9001", "Ontvanger": 42420001,
    "BerichtIdentificatie": {"Identificatie": "A1", "Dagtekening": "2023-05-01"}},
    "Antwoord": {"ReferentieAanbieder": "R1", "VerzoekAntwoord": 2}})");
  const Afloop got = run({"iwmo", "maak", "start.json"});
  EXPECT_EQ(got.status, 0) << got.fout;
  EXPECT_THAT(got.uit, AllOf(StartsWith("<?xml"), HasSubstr("<wmo319:BerichtCode>482<"),
                             HasSubstr("<iwmo:BerichtXsdVersie>1.0.0<"), HasSubstr("\r\n")));
}

TEST_F(Iwmo, MaaktNietsWatNietKlopt) {
  map.write("a.json", R"({"bericht": "WMO319", "Header": [], "Antwoord": {"x": 1, "VerzoekAntwoord": true}})");
  map.write("b.json", R"({"bericht": "WMO999"})");
  map.write("c.json", "{\"bericht\": ");
  map.write("d.json", R"({"bericht": "WMO319", "Header": {"Afzender": "9001", "Ontvanger": "42420001",
    "BerichtIdentificatie": {"Identificatie": "A1", "Dagtekening": "2023-05-01"}}, "Antwoord": {"ReferentieAanbieder": "R1", "VerzoekAntwoord": "1"}})");
  const Afloop got = run({"iwmo", "maak", "a.json", "b.json", "c.json", "d.json", "--naar", "uit/"});
  EXPECT_EQ(got.status, 1);
  EXPECT_THAT(got.uit, IsEmpty());
  EXPECT_THAT(got.fout, HasSubstr("a.json: WMO319 3 bevindingen"));
  EXPECT_THAT(got.fout, HasSubstr("JSON x hoort niet in Antwoord."));
  EXPECT_THAT(got.fout, HasSubstr("`WMO999` is geen bericht"));
  EXPECT_THAT(got.fout, HasSubstr("Dit is geen JSON"));
  EXPECT_THAT(got.fout, HasSubstr("CD085"));
  EXPECT_FALSE(std::filesystem::exists(map.pad() / "uit"));
}

TEST_F(Iwmo, ToontCsvMetEenRijPerRegel) {
  const Afloop got = run({"iwmo", "lees", "--als", "csv", "b/WMO323_0000007.xml"});
  EXPECT_EQ(got.status, 0);
  EXPECT_THAT(got.uit, StartsWith("bestand;onderdeel;Header/BerichtCode;"));
  EXPECT_THAT(got.uit, HasSubstr("\nb/WMO323_0000007.xml;Prestatie;484;3;2;42420001;9001;V0000007;"));
  EXPECT_THAT(got.uit, HasSubstr(";DN0000007;2023-01-01;2023-01-31;2023-02-10;"));
  EXPECT_EQ(run({"iwmo", "lees", "--als", "csv", "b"}).status, 2);
  EXPECT_EQ(run({"iwmo", "lees", "--als", "csv", "b", "--naar", "t/"}).status, 0);
  EXPECT_THAT(map.read("t/WMO301.csv"), HasSubstr("ToegewezenProduct"));
  EXPECT_THAT(map.read("t/WMO323.csv"), HasSubstr("Prestatie"));
}

TEST_F(Iwmo, BeantwoordtBerichten) {
  const Afloop good = run({"iwmo", "retour", "--nu", kDag, "b/WMO301_0000001.xml"});
  EXPECT_EQ(good.status, 0);
  EXPECT_THAT(good.uit, AllOf(HasSubstr("<wmo302:DagtekeningRetour>2024-06-01<"), Not(HasSubstr("RetourCode"))));
  map.write("regel.xml", declaratie("<iwmo:DebetCredit>D", "<iwmo:DebetCredit>C"));
  const Afloop technical = run({"iwmo", "retour", "--nu", kDag, "--identificatie", "X1", "regel.xml"});
  EXPECT_EQ(technical.status, 0);
  EXPECT_THAT(technical.fout, HasSubstr("TR358"));
  EXPECT_THAT(technical.uit, AllOf(HasSubstr("<wmo325:RetourCode>0001<"), HasSubstr("<iwmo:Identificatie>X1<"),
                                   Not(HasSubstr("DeclaratieAntwoord"))));
  map.write("vorm.xml", declaratie("<wmo323:Eenheid>04", "<wmo323:Eenheid>99"));
  const Afloop none = run({"iwmo", "retour", "vorm.xml"});
  EXPECT_EQ(none.status, 1);
  EXPECT_THAT(none.uit, IsEmpty());
  EXPECT_EQ(run({"iwmo", "retour", "--nu", kDag, "b", "--naar", "antwoorden/"}).status, 0);
  EXPECT_EQ(run({"iwmo", "controleer", "antwoorden"}).status, 0);
  const Afloop again = run({"iwmo", "retour", "antwoorden/WMO302_9001_42420001_V0000001.xml"});
  EXPECT_EQ(again.status, 1);
  EXPECT_THAT(again.fout, HasSubstr("Op een WMO302 hoort geen antwoord."));
}

/// Two providers may number their declarations alike; neither answer may push the other aside.
TEST_F(Iwmo, LaatAntwoordenElkaarNietVerdringen) {
  const std::string one = declaratie("<iwmo:Identificatie>", "<iwmo:Identificatie>N");
  std::string other = one;
  const std::size_t from = one.find("Afzender>") + 9;
  other.replace(from, 8, "99999999");
  map.write("een.xml", one);
  map.write("ander.xml", other);
  EXPECT_EQ(run({"iwmo", "retour", "--nu", kDag, "een.xml", "ander.xml", "--naar", "uit/"}).status, 0);
  std::set<std::string> names, numbers;
  for (const auto& entry : std::filesystem::directory_iterator(map.pad() / "uit")) {
    const std::string text = map.read("uit/" + entry.path().filename().string());
    const auto at = text.find("<iwmo:Identificatie>") + 20;
    names.insert(entry.path().filename().string());
    numbers.insert(text.substr(at, text.find('<', at) - at));
  }
  EXPECT_EQ(names.size(), 2U);
  EXPECT_EQ(numbers.size(), 2U) << "a number of the gemeente is used once (TR056)";
  EXPECT_EQ(run({"iwmo", "retour", "--nu", kDag, "een.xml", "ander.xml", "--naar", "uit/"}).status, 0) << "the same";
  map.write("uit/" + *names.begin(), "iets anders");
  const Afloop refused = run({"iwmo", "retour", "--nu", kDag, "een.xml", "ander.xml", "--naar", "uit/"});
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.fout, HasSubstr("bestaat al en is anders"));
  EXPECT_EQ(map.read("uit/" + *names.begin()), "iets anders");
}

TEST_F(Iwmo, MaaktGeenAntwoordDatZelfNietKlopt) {
  for (const char* number : {" ", "a\x01", "\xff"}) {
    const Afloop got = run({"iwmo", "retour", "--nu", kDag, "--identificatie", number, "b/WMO323_0000007.xml"});
    EXPECT_EQ(got.status, 1) << number;
    EXPECT_THAT(got.uit, IsEmpty());
    EXPECT_THAT(got.fout, HasSubstr("het antwoord op b/WMO323_0000007.xml"));
  }
  EXPECT_EQ(run({"iwmo", "retour", "--nu", kDag, "--identificatie", "éééééééé", "b/WMO323_0000007.xml"}).status, 0);
}

TEST_F(Iwmo, ZegtDatErGeenArchiefIs) {
  EXPECT_THAT(run({"iwmo", "retour", "--nu", kDag, "b/WMO323_0000007.xml"}).fout, HasSubstr("zonder --archief"));
  EXPECT_THAT(run({"iwmo", "retour", "--nu", kDag, "b/WMO323_0000007.xml", "--archief", "b"}).fout,
              Not(HasSubstr("zonder --archief")));
}

/// A value that is cut to be shown stays text.
TEST_F(Iwmo, GeeftJsonDatAltijdTekstIs) {
  std::string text = map.read("b/WMO301_0000001.xml");
  std::string name = "a";
  for (int i = 0; i < 250; ++i) name += "\u00e9";
  const auto from = text.find("<iwmo:Naam>") + 11;
  text.replace(from, text.find('<', from) - from, name);
  map.write("lang.xml", text);
  const Afloop got = run({"iwmo", "controleer", "--als", "json", "lang.xml"});
  EXPECT_EQ(got.status, 1);
  EXPECT_EQ(lines(got.uit).size(), 1U);  // throws at what is not UTF-8
}

TEST_F(Iwmo, WeigertVerkeerdeWoorden) {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"iwmo"},
                                             {"iwmo", "controleer"},
                                             {"iwmo", "controleer", "b", "--nu", "morgen"},
                                             {"iwmo", "controleer", "b", "--xsd", "weg"},
                                             {"iwmo", "controleer", "b", "--als", "xml"},
                                             {"iwmo", "retour", "b", "--identificatie", "dit is te lang"},
                                             {"iwmo", "voorbeeld", "b"}}) {
    const Afloop got = run(words);
    EXPECT_EQ(got.status, 2) << testing::PrintToString(words);
    EXPECT_THAT(got.uit, IsEmpty()) << testing::PrintToString(words);
    EXPECT_THAT(got.fout, StartsWith("zorgkader: ")) << testing::PrintToString(words);
  }
}

}  // namespace
}  // namespace cli
