// Bundles: they stand on their own, compute to the same once more, and show every change.
#include "app/rapportage/bundel.hpp"

#include <regex>
#include <sstream>

#include "app/bereken.hpp"
#include "declaraties_hulp.hpp"
#include "dossier/sha256.hpp"
#include "feiten/feiten.hpp"
#include "rapport/feitbestand.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kRegeling = R"(---
titel: Proef <bundel>
geldig_van: 2023-01-01
geldig_tot: 2023-12-31
---

# 1 Omzet
Bron: Eigen stuk, 1 Omzet

Sleutel `maand` (open: uit het dossier)

| maand |
|-------|

Sleutel `aanbieder`

| aanbieder |
|-----------|
| A         |

Uit het dossier

| feit  | tabel      | telling         | waar                |
|-------|------------|-----------------|---------------------|
| omzet | prestaties | som goedgekeurd | stand = goedgekeurd |
| stop  | capaciteit | bestaat         | clientstop = ja     |

```regel
invoer omzet per maand [€] mag ontbreken
invoer stop per aanbieder [ja/nee] mag ontbreken
dubbel per maand [€] = 2 * omzet
gestopt per aanbieder [ja/nee] = stop
uitkomst dubbel
```
)";

std::string content(const fs::path& file) {
  std::ostringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  return out.str();
}

/// Every file of a folder by its name within it.
std::map<std::string, std::string> files_in(const fs::path& map) {
  std::map<std::string, std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(map)) {
    if (entry.is_regular_file()) out[entry.path().lexically_relative(map).string()] = content(entry.path());
  }
  return out;
}

class Bundel : public Declaraties {
 protected:
  Bundelantwoord make(const std::string& naar = "bundel", const std::string& facts = "feiten") const {
    Bundelvraag vraag;
    vraag.gegevens.regeling = write("proef.md", kRegeling);
    if (facts == "dossier")
      vraag.gegevens.dossier = pad();
    else
      vraag.gegevens.feiten = (map_ / facts).string();
    vraag.naar = (map_ / naar).string();
    vraag.programma = "1.2.3";
    return maak_bundel(vraag);
  }
  std::string write(const std::string& name, const std::string& text) const {
    fs::create_directories((map_ / name).parent_path());
    std::ofstream(map_ / name, std::ios::binary) << text;
    return (map_ / name).string();
  }
  void facts() const {
    write("feiten/omzet.csv", "maand;waarde;bron\n2023-01;1.000,50;grootboek <4711>\n2023-02;7;\n");
  }
  std::vector<std::string> faults(const std::string& map = "bundel") const {
    return controleer_bundel((map_ / map).string()).fouten;
  }
};

TEST_F(Bundel, X11HoldsAllThatAnAmountRestsOn) {
  facts();
  const Bundelantwoord made = make();
  EXPECT_FALSE(has_errors(made.bevindingen));
  const auto files = files_in(map_ / "bundel");
  EXPECT_EQ(made.bestanden, files.size());
  EXPECT_EQ(files.at("regeling/proef.md"), kRegeling);
  EXPECT_EQ(files.at("feiten/omzet.csv"), content(map_ / "feiten/omzet.csv"));
  EXPECT_EQ(files.at("uitkomsten/dubbel.csv"),
            "maand;waarde;eenheid;status\n2023-01;2001.00;€;concept\n2023-02;14.00;€;concept\n");
  EXPECT_THAT(
      files.at("herleidingen/dubbel.html"),
      AllOf(HasSubstr("<summary>maand 2023-01: <span class=\"bedrag\">€ 2.001,00</span>"),
            HasSubstr("= 2 * € 1.000,50</div>"), HasSubstr("feit: feiten/omzet.csv, regel 2; grootboek &lt;4711&gt;"),
            HasSubstr("bron: Eigen stuk, 1 Omzet")));
  EXPECT_THAT(files.at("LEESMIJ.html"),
              AllOf(HasSubstr("Proef &lt;bundel&gt;"), HasSubstr("Zorgkader 1.2.3"),
                    HasSubstr("kan niet op worden betaald"), Not(HasSubstr("Vertrouwelijk"))));
  for (const auto& [name, text] : files)
    EXPECT_THAT(text, Not(HasSubstr(map_.string()))) << name << " says where it was made";
}

TEST_F(Bundel, ComputesToTheSameOnAnotherPlaceAndIsTheSameEachTime) {
  facts();
  make();
  make("nog-een");
  EXPECT_EQ(files_in(map_ / "bundel"), files_in(map_ / "nog-een"));
  fs::rename(map_ / "bundel", map_ / "elders");
  fs::remove_all(map_ / "feiten");
  fs::remove(map_ / "proef.md");
  const Bundelverdict seen = controleer_bundel((map_ / "elders").string());
  EXPECT_THAT(seen.fouten, IsEmpty());
  EXPECT_EQ(seen.uitkomsten, 1U);
  EXPECT_EQ(seen.bestanden, 7U);
}

TEST_F(Bundel, ShowsEveryChange) {
  facts();
  make();
  write("bundel/feiten/omzet.csv", "maand;waarde\n2023-01;1.000,51\n2023-02;7\n");
  write("bundel/feiten/ander.csv", "maand;waarde\n");
  fs::remove(map_ / "bundel/uitkomsten.xlsx");
  EXPECT_THAT(faults(), ElementsAre("feiten/omzet.csv is niet meer zoals toen de bundel werd gemaakt.",
                                    "uitkomsten.xlsx is er niet, of is niet te lezen.",
                                    "feiten/ander.csv hoort niet bij de bundel.", HasSubstr("niet meer zoals toen")));
  EXPECT_THAT(faults("nergens"), ElementsAre(HasSubstr("is geen bundel")));
}

/// Who changes the prints too is found by computing once more.
TEST_F(Bundel, AnOutcomeThatWasChangedWithItsPrintIsFound) {
  facts();
  make();
  std::string json = content(map_ / "bundel/uitkomst.json");
  json.replace(json.find("2001"), 4, "2002");
  write("bundel/uitkomst.json", json);
  std::string sums = content(map_ / "bundel/SHA256SUMS");
  sums = std::regex_replace(sums, std::regex("[0-9a-f]{64}  uitkomst.json"), dossier::sha256(json) + "  uitkomst.json");
  write("bundel/SHA256SUMS", sums);
  EXPECT_THAT(faults(), ElementsAre(HasSubstr("geven nu een andere uitkomst")));
}

TEST_F(Bundel, ReadsNothingOutsideItself) {
  facts();
  make();
  write("bundel/SHA256SUMS", std::string(64, '0') + "  ../proef.md\nkort\n");
  EXPECT_THAT(faults(), Contains(HasSubstr("geen afdruk en bestand")).Times(2));
  std::string json = content(map_ / "bundel/uitkomst.json");
  json.replace(json.find("regeling/proef.md", json.find("opdracht")), 17, "../proef.md");
  write("bundel/uitkomst.json", json);
  EXPECT_THAT(faults(), Contains("De regeling `../proef.md` is er niet meer."));
}

TEST_F(Bundel, IsThereAsAWholeOrNotAtAll) {
  facts();
  write("vol/iets.txt", "x");
  EXPECT_EQ(make("vol").bestanden, 0U);
  EXPECT_THAT(files_in(map_ / "vol"), ElementsAre(testing::Pair("iets.txt", "x")));
  EXPECT_EQ(make("bundel", "geen-feiten").bestanden, 0U);
  EXPECT_FALSE(fs::exists(map_ / "bundel"));
  for (const auto& entry : fs::directory_iterator(map_)) EXPECT_THAT(entry.path().string(), Not(HasSubstr(".deel-")));
}

TEST_F(Bundel, OfADossierHasItsRowsItsLogAndNoMoreThanIsNeeded) {
  begin();
  declare("D3", "2023-03", {month_line("R3", "2023-03")});
  const Bundelantwoord made = make("bundel", "dossier");
  ASSERT_FALSE(has_errors(made.bevindingen)) << made.bevindingen.back().wat;
  const auto files = files_in(map_ / "bundel");
  EXPECT_THAT(files.at("feiten/omzet.csv"), HasSubstr("maand;waarde;bron\n2023-03;"));
  EXPECT_THAT(files.at("feiten/omzet.csv"), HasSubstr(";1 rij van prestaties\n"));
  EXPECT_THAT(files.at("bronrijen/omzet.csv"), HasSubstr(";2023-03;"));
  EXPECT_FALSE(files.contains("feiten/stop.csv")) << "no outcome rests on it";
  EXPECT_FALSE(files.contains("bronrijen/stop.csv"));
  EXPECT_THAT(files.at("LEESMIJ.html"), HasSubstr("Vertrouwelijk"));
  for (const auto& [name, text] : files) EXPECT_THAT(text, Not(HasSubstr("999900006"))) << name;
  std::map<std::string, std::string> prints;
  std::istringstream log(files.at("logboek.csv"));
  std::string line;
  std::getline(log, line);
  while (std::getline(log, line)) prints[line.substr(0, line.find(';'))] = line.substr(line.rfind(';') + 1, 32);
  ASSERT_EQ(prints.size(), 2U);
  for (const auto& [name, print] : prints) {
    EXPECT_THAT(files.at("LEESMIJ.html"), HasSubstr("--afdruk " + name + "=" + print));
    EXPECT_THAT(verifieer({pad(), {{name, print}}}, [](const Logboekverdict&) {}), IsEmpty())
        << "the log goes on from it";
  }
  EXPECT_THAT(faults(), IsEmpty());
}

Tabel round_trip(const Tabel& t) {
  const fs::path map = fs::temp_directory_path() / ("zk-feit-" + std::to_string(getpid()));
  fs::create_directories(map);
  {
    std::ofstream out(map / (t.naam + ".csv"));
    EXPECT_TRUE(write_feitbestand(t, out));
  }
  std::vector<std::string> keys;
  for (const SleutelKolom& k : t.sleutels) keys.push_back(k.naam);
  Feiten read = read_feiten(map, {{t.naam, t.vorm, keys, std::vector<std::vector<std::string>>(keys.size())}});
  fs::remove_all(map);
  EXPECT_THAT(read.bevindingen, IsEmpty());
  return read.tabellen.at(t.naam);
}

Tabel table(const Vorm& vorm, const std::vector<Waarde>& values) {
  Tabel t{"feit", vorm, {{"wie", {"a; \"b\"", "c"}, {}}}, {}, {}};
  t.waarden.soort = vorm.soort;
  for (std::size_t i = 0; i < values.size(); ++i) {
    t.sleutels[0].codes.push_back(static_cast<std::uint32_t>(i));
    t.waarden.push_back(values[i]);
  }
  return t;
}

TEST(Feitbestand, IsReadBackAsTheSameFact) {
  const auto number = [](const char* unit) { return Vorm{Soort::getal, Eenheid::parse(unit).value()}; };
  Tabel t = table(number("€"), {Getal::breuk(1265, 1000), Getal::breuk(-5, 100)});
  t.herkomst.bron = {"grootboek; 4711", ""};
  t.herkomst.peildatum = {parse_datum("2022-03-01").value(), kGeenBegin};
  t.herkomst.voorlopig = {true, false};
  const Tabel back = round_trip(t);
  EXPECT_EQ(back.waarden.at(0), Waarde(Getal::breuk(1265, 1000)));
  EXPECT_EQ(back.waarden.at(1), Waarde(Getal::breuk(-5, 100)));
  EXPECT_EQ(back.sleutels[0].at(0), "a; \"b\"");
  EXPECT_EQ(back.herkomst.bron, t.herkomst.bron);
  EXPECT_EQ(back.herkomst.peildatum, t.herkomst.peildatum);
  EXPECT_EQ(back.herkomst.voorlopig, t.herkomst.voorlopig);
  EXPECT_EQ(round_trip(table(number("%"), {Getal::breuk(387, 10000)})).waarden.at(0), Waarde(Getal::breuk(387, 10000)));
  EXPECT_EQ(round_trip(table({Soort::ja_nee, {}}, {true, false})).waarden.at(1), Waarde(false));
  EXPECT_EQ(round_trip(table({Soort::tekst, {}}, {std::string("1.265; \"x\"")})).waarden.at(0),
            Waarde(std::string("1.265; \"x\"")));
  EXPECT_EQ(round_trip(table({Soort::datum, {}}, {parse_datum("2022-03-01").value()})).waarden.at(0),
            Waarde(parse_datum("2022-03-01").value()));
  std::ostringstream out;
  EXPECT_FALSE(write_feitbestand(table(number("€"), {Getal::breuk(1, 3)}), out)) << "no decimal text";
}

TEST(Sha256, IsThatOfTheStandard) {
  EXPECT_EQ(dossier::sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(dossier::sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace zorgkader
