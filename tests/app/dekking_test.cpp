// Clause coverage: the kind of every heading, what counts, and the euros.
#include "app/dekking.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "app/bereken.hpp"
#include "app/controleer.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::Not;

const std::string kDocument = R"(# Proef
Bron: Nota, 1

## Sleutels
Bron: Nota, 2

Sleutel `gemeente`

| gemeente | inwoners [client] |
|----------|-------------------|
| Oost     | 10                |
| West     | 30                |

Sleutel `wijk`

| wijk |
|------|
| A    |

## Bedragen

```regel
invoer omzet per gemeente [€]
tarief := 2,50 €/client
subsidie per gemeente [€] = tarief * gemeente.inwoners
oplopend per gemeente [€] = cumulatief(omzet langs gemeente)
derde [€] = som(omzet over gemeente) / 3
ongezien [€] = 7 €
keuze := open "nog te kiezen"
gekozen [€] = keuze
uitkomst subsidie, oplopend, derde
eis omzet >= 0 per gemeente
```

Met de hand: de controller kijkt de aanlevering na.

## Toegang

Met de hand: het wijkteam beslist,
met het keukentafelgesprek.

Met de hand: bezwaar gaat naar de commissie.

## Uitleg

Gewone tekst over wie met de hand: niets doet.

Overzicht

| a |
|---|
| b |

## Reserve

```regel
reserve [€] = derde
```
)";

class Dekkingstoets : public testing::Test {
 protected:
  Dekkingstoets() : map_(fs::temp_directory_path() / ("zorgkader-dekking-" + std::to_string(getpid()))) {
    fs::create_directories(map_ / "feiten");
    write("feiten/omzet.csv", "gemeente;waarde\nOost;100,00\nWest;1,00\n");
  }
  ~Dekkingstoets() override { fs::remove_all(map_); }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(map_ / name, std::ios::binary) << text;
  }
  Opdrachtgegevens gegevens(const std::string& text, bool met_feiten = true) const {
    write("proef.md", text);
    Opdrachtgegevens out;
    out.regeling = (map_ / "proef.md").string();
    if (met_feiten) out.feiten = (map_ / "feiten").string();
    return out;
  }
  static const DekkingOnderdeel& part(const Dekking& d, const std::string& name) {
    for (const DekkingBepaling& b : d.bepalingen) {
      for (const DekkingOnderdeel& o : b.onderdelen) {
        if (o.naam == name) return o;
      }
    }
    ADD_FAILURE() << name;
    static const DekkingOnderdeel kNone;
    return kNone;
  }

  fs::path map_;
};

TEST_F(Dekkingstoets, ZegtVanElkeKopWatZijIs) {
  const Dekking d = dekking(gegevens(kDocument)).dekking;
  std::vector<Bepalingsoort> kinds;
  for (const DekkingBepaling& b : d.bepalingen) kinds.push_back(b.soort);
  EXPECT_THAT(kinds,
              ElementsAre(Bepalingsoort::informatief, Bepalingsoort::geautomatiseerd, Bepalingsoort::geautomatiseerd,
                          Bepalingsoort::met_de_hand, Bepalingsoort::informatief, Bepalingsoort::geautomatiseerd));
  EXPECT_EQ(d.bepalingen[2].hand, "de controller kijkt de aanlevering na.");
  EXPECT_EQ(d.bepalingen[2].eisen, 1);
  EXPECT_EQ(d.bepalingen[2].bron, "Nota, 1");
  EXPECT_EQ(d.bepalingen[3].hand, "het wijkteam beslist, met het keukentafelgesprek. bezwaar gaat naar de commissie.");
  EXPECT_EQ(d.bepalingen[4].hand, "");
}

TEST_F(Dekkingstoets, ZegtVanElkOnderdeelOfHetTelt) {
  const Dekking d = dekking(gegevens(kDocument)).dekking;
  EXPECT_EQ(part(d, "subsidie").gebruik, Gebruik::uitkomst);
  EXPECT_EQ(part(d, "tarief").gebruik, Gebruik::telt_mee);
  EXPECT_EQ(part(d, "omzet").gebruik, Gebruik::telt_mee);
  EXPECT_EQ(part(d, "gemeente").gebruik, Gebruik::telt_mee);
  EXPECT_EQ(part(d, "wijk").gebruik, Gebruik::geen);
  EXPECT_EQ(part(d, "ongezien").gebruik, Gebruik::geen);
  EXPECT_TRUE(d.bepalingen[2].heeft_gebruik);
  EXPECT_FALSE(d.bepalingen[5].heeft_gebruik);
  EXPECT_EQ(part(d, "keuze").rol, "open keuze");
  EXPECT_EQ(part(d, "omzet").rol, "feit");
  EXPECT_EQ(part(d, "gemeente").eenheid, "2 leden");
  EXPECT_EQ(part(d, "tarief").eenheid, "€/client");
}

TEST_F(Dekkingstoets, TeltEurosOpWaarDatIetsBetekent) {
  const Dekking d = dekking(gegevens(kDocument)).dekking;
  EXPECT_EQ(part(d, "omzet").totaal, Getal(101));
  EXPECT_EQ(part(d, "subsidie").totaal, Getal(100));
  EXPECT_EQ(part(d, "derde").totaal, Getal::breuk(101, 3));
  EXPECT_EQ(part(d, "oplopend").totaal, std::nullopt) << "a running total counts the first amount twice";
  EXPECT_EQ(part(d, "tarief").totaal, std::nullopt);
  EXPECT_EQ(part(d, "gekozen").totaal, std::nullopt) << "waits for a choice";
  EXPECT_EQ(part(dekking(gegevens(kDocument, false)).dekking, "subsidie").totaal, std::nullopt);
}

TEST_F(Dekkingstoets, TeltScenariosNietBijElkaarOp) {
  Opdrachtgegevens asked = gegevens(kDocument);
  asked.scenarios = {{"hoog", {{"tarief", "3,00"}}}};
  const DekkingAntwoord answer = dekking(asked);
  EXPECT_EQ(part(answer.dekking, "subsidie").totaal, std::nullopt);
  EXPECT_EQ(part(answer.dekking, "omzet").totaal, Getal(101));
  EXPECT_FALSE(has_errors(answer.bevindingen));
}

TEST_F(Dekkingstoets, GeeftBijFoutenAlleenDeFouten) {
  const DekkingAntwoord answer = dekking(gegevens("# Proef\nBron: Nota, 1\n\n```regel\na [€] = b\n```\n", false));
  EXPECT_THAT(answer.dekking.bepalingen, IsEmpty());
  EXPECT_TRUE(has_errors(answer.bevindingen));
}

TEST_F(Dekkingstoets, MeldtEenKopZonderGebruikEenKeer) {
  const Bevindingen found = controleer(gegevens(kDocument));
  const auto is_note = [](const Bevinding& b) { return b.code == "bepaling-zonder-gebruik"; };
  ASSERT_EQ(std::count_if(found.begin(), found.end(), is_note), 1);
  const Bevinding& note = *std::find_if(found.begin(), found.end(), is_note);
  EXPECT_EQ(note.ernst, Ernst::melding);
  EXPECT_EQ(note.plaats.regel, 54);
}

TEST_F(Dekkingstoets, RekentElkeFormuleMeeAlsErGeenUitkomstIs) {
  std::string text = kDocument;
  text.erase(text.find("uitkomst subsidie"), std::string("uitkomst subsidie, oplopend, derde\n").size());
  EXPECT_THAT(controleer(gegevens(text)), Not(Contains(Field(&Bevinding::code, "bepaling-zonder-gebruik"))));
}

/// What an outcome rests on has a source, whatever it is: fact, table, parameter, formula, key, requirement.
TEST_F(Dekkingstoets, LaatNietsZonderBronTellen) {
  const std::vector<std::string> parts = {
      "```regel\ninvoer omzet per gemeente [€]\n```\n",
      "```regel\ntarief := 2,50 €/client\n```\n",
      "Parameters\n\n| naam | waarde | eenheid |\n|---|---|---|\n| opslag | 1,00 | € |\n",
      "Tabel `prijs` per gemeente [€]\n\n| gemeente | waarde |\n|---|---|\n| Oost | 1 |\n| West | 2 |\n",
      "```regel\ntussen per gemeente [€] = omzet + opslag + prijs\n```\n",
      "Sleutel `gemeente`\n\n| gemeente | inwoners [client] |\n|---|---|\n| Oost | 10 |\n| West | 30 |\n",
      "```regel\neis omzet >= 0 per gemeente\n```\n",
      "```regel\nx per gemeente [€] = tussen + tarief * gemeente.inwoners\nuitkomst x\n```\n",
  };
  for (std::size_t without = 0; without <= parts.size(); ++without) {
    std::string text =
        "# Zonder bron\n\n" + (without < parts.size() ? parts[without] : "") + "\n# Proef\nBron: Nota, 1\n\n";
    for (std::size_t i = 0; i < parts.size(); ++i) text += i == without ? "" : parts[i] + "\n";
    const BerekenAntwoord answer = bereken(gegevens(text), {});
    EXPECT_EQ(answer.berekening.uitkomsten.empty(), without < parts.size()) << text;
    if (without < parts.size())
      EXPECT_THAT(answer.bevindingen, Contains(Field(&Bevinding::code, "bron-ontbreekt"))) << text;
    else
      EXPECT_THAT(answer.bevindingen, IsEmpty());
  }
}

}  // namespace
}  // namespace zorgkader
