// The command line: exit statuses, what goes to which output, and forms that other programs read.
#include "cli/programma.hpp"

#include <gmock/gmock.h>

#include <boost/json.hpp>

namespace cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class Programma : public testing::Test {
 protected:
  Afloop run(const std::vector<std::string>& arguments) const { return map.run(arguments); }
  Map map;
};

TEST_F(Programma, ZegtWatHetKanEnWelkeVersie) {
  EXPECT_EQ(run({"--help"}).status, 0);
  EXPECT_THAT(run({"--help"}).uit, HasSubstr("bereken"));
  const Afloop version = run({"--version"});
  EXPECT_EQ(version.status, 0);
  EXPECT_FALSE(version.uit.empty());
}

TEST_F(Programma, WeigertEenOpdrachtDieNietTeBegrijpenIs) {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{},
                                             {"bereke", "proef.md"},
                                             {"bereken"},
                                             {"bereken", "proef.md", "--onbekend"},
                                             {"bereken", "proef.md", "--als", "pdf"},
                                             {"bereken", "proef.md", "--zet", "index"},
                                             {"bereken", "proef.md", "--peildatum", "gisteren"},
                                             {"bereken", "proef.md", "--scenario", "laag"},
                                             {"herleid", "proef.md"}}) {
    const Afloop got = run(words);
    EXPECT_EQ(got.status, 2) << testing::PrintToString(words);
    EXPECT_THAT(got.uit, IsEmpty()) << testing::PrintToString(words);
    EXPECT_THAT(got.fout, Not(IsEmpty())) << testing::PrintToString(words);
  }
}

TEST_F(Programma, SchrijftCsvEnNietsAnders) {
  const Afloop got = run({"bereken", "proef.md", "--feiten", "feiten", "--alleen", "lumpsum", "--als", "csv"});
  EXPECT_EQ(got.status, 0);
  EXPECT_THAT(got.fout, IsEmpty());
  EXPECT_EQ(got.uit.substr(got.uit.find('\n') + 1).find("Oost"), got.uit.substr(got.uit.find('\n') + 1).rfind("Oost"));
  EXPECT_THAT(got.uit, HasSubstr("1038.70"));
  EXPECT_THAT(got.uit, HasSubstr("2077.92"));
  EXPECT_THAT(got.uit, HasSubstr("West & Zuid"));
}

TEST_F(Programma, GeeftBijTweeKeerDezelfdeVraagHetzelfdeAntwoord) {
  const std::vector<std::string> words = {"bereken", "proef.md", "--feiten", "feiten", "--als", "csv"};
  const Afloop one = run(words);
  map.write("feiten/omzet.csv", "gemeente;waarde\nWest & Zuid;2.000,50\nOost;1000\n");
  EXPECT_EQ(one.uit, run(words).uit);
}

TEST_F(Programma, MeldtBevindingenAlleenOpDeFoutuitvoer) {
  map.write("feiten/omzet.csv", "gemeente;waarde\nOost;1\nNoord;2\n");
  const Afloop got = run({"bereken", "proef.md", "--feiten", "feiten", "--als", "csv"});
  EXPECT_EQ(got.status, 1);
  EXPECT_THAT(got.uit, IsEmpty());
  EXPECT_THAT(got.fout, HasSubstr("omzet.csv:3"));
  EXPECT_THAT(got.fout, HasSubstr("[lid-onbekend]"));
  EXPECT_THAT(got.fout, Not(HasSubstr("\x1b[")));
}

TEST_F(Programma, EenMeldingIsGeenFout) {
  map.write("feiten/omzet.csv", "gemeente;waarde\nOost;1.000.000,00\nWest & Zuid;0\n");
  const Afloop got = run({"bereken", "proef.md", "--feiten", "feiten", "--als", "csv"});
  EXPECT_EQ(got.status, 0);
  EXPECT_THAT(got.fout, HasSubstr("[eis-melding]"));
  EXPECT_THAT(got.uit, HasSubstr("1038700.00"));
}

TEST_F(Programma, NoemtEenDocumentDatErNietIs) {
  for (const char* command : {"bereken", "controleer"}) {
    const Afloop got = run({command, "weg.md"});
    EXPECT_EQ(got.status, 1) << command;
    EXPECT_THAT(got.fout, HasSubstr("[document-onleesbaar]"));
    EXPECT_THAT(got.uit, IsEmpty());
  }
}

TEST_F(Programma, KentDeNamenVanDeRegeling) {
  const Afloop got = run({"bereken", "proef.md", "--feiten", "feiten", "--alleen", "lumpsom"});
  EXPECT_EQ(got.status, 2);
  EXPECT_THAT(got.fout, HasSubstr("lumpsom"));
  EXPECT_THAT(got.uit, IsEmpty());
}

TEST_F(Programma, ZetEenParameterVoorDezeKeer) {
  const std::vector<std::string> words = {"bereken", "proef.md", "--feiten", "feiten", "--alleen",
                                          "totaal",  "--als",    "csv",      "--zet",  "index=10%"};
  EXPECT_THAT(run(words).uit, HasSubstr("3300.55"));
  auto unknown = words;
  unknown.back() = "inxed=10%";
  EXPECT_EQ(run(unknown).status, 1);
  EXPECT_THAT(run(unknown).uit, IsEmpty());
}

TEST_F(Programma, RekentScenariosNaastElkaar) {
  const Afloop got = run({"bereken", "proef.md", "--feiten", "feiten", "--alleen", "totaal", "--als", "csv",
                          "--scenario", "hoog: index=10%", "--scenario", "geen: index=0%"});
  EXPECT_EQ(got.status, 0) << got.fout;
  for (const char* text : {"basis", "hoog", "geen", "3116.62", "3300.55", "3000.50"})
    EXPECT_THAT(got.uit, HasSubstr(text));
}

TEST_F(Programma, RekentNietBuitenDeGeldigheid) {
  const Afloop got = run({"bereken", "proef.md", "--feiten", "feiten", "--peildatum", "2023-01-01", "--als", "csv"});
  EXPECT_EQ(got.status, 1);
  EXPECT_THAT(got.fout, HasSubstr("[niet-van-kracht]"));
}

TEST_F(Programma, SchrijftNaarEenBestand) {
  const Afloop got = run({"bereken", "proef.md", "--feiten", "feiten", "--als", "csv", "--naar", "uit.csv"});
  EXPECT_EQ(got.status, 0);
  EXPECT_THAT(got.uit, IsEmpty());
  EXPECT_THAT(map.read("uit.csv"), HasSubstr("1038.70"));
  const Afloop lost = run({"bereken", "proef.md", "--feiten", "feiten", "--als", "csv", "--naar", "geen/map/uit.csv"});
  EXPECT_EQ(lost.status, 1);
  EXPECT_THAT(lost.fout, HasSubstr("[bestand-schrijffout]"));
}

TEST_F(Programma, MerktDatDeSchijfVolIs) {
  const Afloop got = run({"bereken", "proef.md", "--feiten", "feiten", "--als", "csv", "--naar", "/dev/full"});
  EXPECT_EQ(got.status, 1);
  EXPECT_THAT(got.fout, HasSubstr("[bestand-schrijffout]"));
}

TEST_F(Programma, SchrijftEenWerkmapNaarEenPijp) {
  const Afloop got = run({"bereken", "proef.md", "--feiten", "feiten", "--als", "xlsx"});
  EXPECT_EQ(got.status, 0) << got.fout;
  EXPECT_THAT(got.uit, StartsWith("PK"));
  const Afloop file = run({"bereken", "proef.md", "--feiten", "feiten", "--als", "xlsx", "--naar", "uit.xlsx"});
  EXPECT_EQ(file.status, 0);
  EXPECT_THAT(map.read("uit.xlsx"), StartsWith("PK"));
}

TEST_F(Programma, VergelijktTweeRegelingen) {
  std::string other = map.read("proef.md");
  other.replace(other.find("3,87%"), 5, "5,00%");
  map.write("ander.md", other);
  const Afloop got = run({"vergelijk", "proef.md", "ander.md", "--feiten", "feiten", "--als", "csv"});
  EXPECT_EQ(got.status, 0) << got.fout;
  EXPECT_THAT(got.uit, HasSubstr("lumpsum;Oost;1038.70;1050.00;11.30;€;concept\n"));
  EXPECT_THAT(got.uit, HasSubstr("verschil Proef (ander)"));
  const Afloop same = run({"vergelijk", "proef.md", "proef.md", "--feiten", "feiten"});
  EXPECT_EQ(same.status, 0) << same.fout;
  EXPECT_THAT(same.uit, HasSubstr("Geen verschil: 3 cellen van 2 uitkomsten zijn in elke regeling gelijk."));
  const Afloop file =
      run({"vergelijk", "proef.md", "ander.md", "--feiten", "feiten", "--als", "xlsx", "--naar", "uit.xlsx"});
  EXPECT_EQ(file.status, 0) << file.fout;
  EXPECT_THAT(map.read("uit.xlsx"), StartsWith("PK"));
  EXPECT_EQ(run({"vergelijk", "proef.md"}).status, 2);
  EXPECT_EQ(run({"vergelijk", "proef.md", "ander.md", "--alleen", "lumpsom"}).status, 2);
  EXPECT_EQ(run({"vergelijk", "proef.md", "weg.md"}).status, 1);
}

TEST_F(Programma, VerklaartHetVerschilTussenTweeBerekeningen) {
  map.write("nieuw/omzet.csv", "gemeente;waarde\nOost;1.100,00\nWest & Zuid;2000,50\n");
  const auto keep = [&](const std::string& facts, const std::string& naar) {
    const Afloop got = run({"bereken", "proef.md", "--feiten", facts, "--als", "json", "--naar", naar});
    EXPECT_EQ(got.status, 0) << got.fout;
  };
  keep("feiten", "a.json");
  keep("nieuw", "b.json");
  const Afloop got = run({"verschil", "a.json", "b.json", "--als", "csv"});
  EXPECT_EQ(got.status, 0) << got.fout;
  EXPECT_THAT(got.uit,
              StartsWith("naam;gemeente;A;B;verschil;volume;prijs;index;regelwijziging;laat feit;correctie;afronding;"
                         "eenheid;status\n"));
  EXPECT_THAT(got.uit, HasSubstr("lumpsum;Oost;1038.70;1142.57;103.87;103.87;0.00;"));
  const Afloop table = run({"verschil", "a.json", "b.json"});
  EXPECT_THAT(table.uit, HasSubstr("1 andere cel is gelijk."));
  EXPECT_THAT(table.uit, Not(HasSubstr("laat feit")));
  EXPECT_THAT(run({"verschil", "a.json", "a.json"}).uit, HasSubstr("Geen verschil: alle 3 cellen zijn gelijk."));
  map.write("nieuw/omzet.csv", "gemeente;waarde\nOost;1.200,00\nWest & Zuid;2000,50\n");
  const Afloop stale = run({"verschil", "a.json", "b.json"});
  EXPECT_EQ(stale.status, 1);
  EXPECT_THAT(stale.fout, HasSubstr("[uitkomst-verouderd]"));
  EXPECT_THAT(stale.uit, IsEmpty());
  EXPECT_EQ(run({"verschil", "a.json"}).status, 2);
  EXPECT_EQ(run({"verschil", "a.json", "proef.md"}).status, 1);
}

boost::json::value parsed(const Afloop& got) {
  boost::system::error_code error;
  auto out = boost::json::parse(got.uit, error);
  EXPECT_FALSE(error) << got.uit;
  return out;
}

/// The first text in a JSON value for which `test` holds.
template <typename Test>
std::string find_text(const boost::json::value& value, Test test) {
  if (const auto* text = value.if_string(); text != nullptr && test(*text)) return std::string(*text);
  std::string out;
  if (const auto* list = value.if_array()) {
    for (const auto& one : *list) {
      if (out.empty()) out = find_text(one, test);
    }
  }
  if (const auto* object = value.if_object()) {
    for (const auto& [key, one] : *object) {
      if (out.empty()) out = find_text(one, test);
    }
  }
  return out;
}

TEST_F(Programma, HerleidtMetEenVerwijzingUitDeJson) {
  const Afloop all = run({"bereken", "proef.md", "--feiten", "feiten", "--als", "json"});
  EXPECT_EQ(all.status, 0);
  const std::string reference = find_text(
      parsed(all), [](const auto& text) { return text.starts_with("lumpsum[") && text.find('@') != text.npos; });
  ASSERT_FALSE(reference.empty()) << all.uit;
  const Afloop why = run({"herleid", "proef.md", reference, "--feiten", "feiten", "--controleer"});
  EXPECT_EQ(why.status, 0) << why.fout;
  EXPECT_THAT(why.uit, HasSubstr("1.038,70"));
  EXPECT_THAT(why.uit, HasSubstr("omzet.csv, regel 2"));
  const Afloop json = run({"herleid", "proef.md", reference, "--feiten", "feiten", "--als", "json"});
  EXPECT_EQ(json.status, 0);
  EXPECT_TRUE(parsed(json).as_object().contains("stappen"));
  map.write("feiten/omzet.csv", "gemeente;waarde\nOost;1\nWest & Zuid;2\n");
  const Afloop stale = run({"herleid", "proef.md", reference, "--feiten", "feiten"});
  EXPECT_EQ(stale.status, 1);
  EXPECT_THAT(stale.fout, HasSubstr("[verwijzing-fout]"));
}

TEST_F(Programma, HerleidtMetNaamEnSleutels) {
  const Afloop why = run({"herleid", "proef.md", "lumpsum", "gemeente=West & Zuid", "--feiten", "feiten"});
  EXPECT_EQ(why.status, 0) << why.fout;
  EXPECT_THAT(why.uit, HasSubstr("2.077,92"));
  for (const char* wrong : {"gemeente=Noord", "dienst=BGI"}) {
    const Afloop got = run({"herleid", "proef.md", "lumpsum", wrong, "--feiten", "feiten"});
    EXPECT_EQ(got.status, 1) << wrong;
    EXPECT_THAT(got.uit, IsEmpty());
  }
}

TEST_F(Programma, ControleertAlsJson) {
  EXPECT_EQ(run({"controleer", "proef.md"}).status, 0);
  map.write("proef.md", "# Proef\nBron: Proef, 1\n\n```regel\na = b\n```\n");
  const Afloop got = run({"controleer", "proef.md", "--als", "json"});
  EXPECT_EQ(got.status, 1);
  EXPECT_FALSE(find_text(parsed(got), [](const auto& text) { return text == "naam-onbekend"; }).empty());
  EXPECT_EQ(run({"controleer", "proef.md"}).status, 1);
}

TEST_F(Programma, ToontEenBreukMetTellerEnNoemer) {
  const Afloop got = run({"bereken", "proef.md", "--feiten", "feiten", "--alleen", "derde", "--als", "json"});
  EXPECT_EQ(got.status, 0);
  EXPECT_THAT(got.uit, HasSubstr("noemer"));
  parsed(got);
}

}  // namespace
}  // namespace cli
