// Tables of a dossier: what a row refers to comes along, what is derived, and the document that names them all.
#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "dossier/tabellen.hpp"
#include "register_hulp.hpp"

namespace zorgkader::dossier {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kDocument = ZORGKADER_ROOT "/docs/dossiertabellen.md";

/// A region with one gemeente, filled as a delivery would.
class Proefregio {
 public:
  Proefregio() : regio_(), stand_("0935", &regio_) { add("gemeenten", "code;naam\n0935;Maastricht\n"); }
  void add(std::string_view naam, std::string_view csv) {
    Registerstand& state = soort(naam).per_gemeente() ? stand_.registers() : regio_;
    const Registerblok read = lees(naam, csv, [](std::string_view) { return std::vector<std::string>{"0935"}; });
    EXPECT_THAT(zinnen(read.bevindingen), IsEmpty());
    const Registerblok block = state.check(read);
    EXPECT_THAT(zinnen(block.bevindingen), IsEmpty());
    state.apply(*block.soort, block.rijen, ++number_);
  }
  Dossiertabel tabel(std::string_view naam) const {
    const Contracten contracts(regio_);
    return make_tabel(naam, {&stand_}, regio_, contracts,
                      [](std::string_view, std::string_view bsn) { return "CL" + std::string(bsn.substr(5)); });
  }

 private:
  Registerstand regio_;
  Stand stand_;
  std::int64_t number_ = 0;
};

std::string cell(const Dossiertabel& table, std::string_view column, std::size_t row) {
  const Dossierkolom* found = table.kolom(column);
  if (found == nullptr) return "geen kolom";
  if (!found->has(row)) return "-";
  const Waarde value = found->waarden.at(row);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* day = std::get_if<Datum>(&value)) return format_datum(*day);
  if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "ja" : "nee";
  return format_plain(value, {});
}

Teksten row_of(const Dossiertabel& table, const Teksten& columns, std::size_t row) {
  Teksten out;
  for (const std::string& column : columns) out.push_back(cell(table, column, row));
  return out;
}

constexpr const char* kClient =
    "gemeente;bsn;geboortedatum;wijk;psychogeriatrisch\n0935;999900006;1952-03-01;Oost;ja\n";

TEST(Dossiertabellen, Msp023WhatAnOnderzoekRefersToComesAlong) {
  Proefregio region;
  region.add("clienten", kClient);
  region.add("meldingen", "gemeente;melding;bsn;ontvangen_op\n0935;M1;999900006;2022-02-01\n");
  region.add("onderzoeken", "gemeente;onderzoek;melding;afgerond_op;begeleiding_nodig\n0935;O1;M1;2022-02-20;nee\n");
  region.add("voorstellen", "gemeente;onderzoek;aanbieder;voorgesteld_op\n0935;O1;Levanto;2022-02-21\n");
  const Dossiertabel studies = region.tabel("onderzoeken");
  EXPECT_THAT(row_of(studies,
                     {"gemeente", "onderzoek", "melding", "ontvangen_op", "client", "geboortedatum", "wijk",
                      "psychogeriatrisch", "ingangsdatum"},
                     0),
              ElementsAre("Maastricht", "O1", "M1", "2022-02-01", "CL0006", "1952-03-01", "Oost", "ja", "-"));
  EXPECT_EQ(studies.kolom("bewaren_tot"), nullptr) << "how long data are kept decides nothing";
  EXPECT_THAT(row_of(region.tabel("voorstellen"), {"aanbieder", "afgerond_op", "geboortedatum"}, 0),
              ElementsAre("Levanto", "2022-02-20", "1952-03-01"));
}

TEST(Dossiertabellen, AClientThatIsNotThereLeavesCellsEmpty) {
  Proefregio region;
  region.add("pgb", "gemeente;bsn;dienst;maand;bedrag\n0935;999900006;BGI;2022-01-01;100,00\n");
  EXPECT_THAT(row_of(region.tabel("pgb"), {"client", "geboortedatum", "wijk", "psychogeriatrisch", "bedrag"}, 0),
              ElementsAre("CL0006", "-", "", "-", "100"));
}

/// The own column goes before that of the same name elsewhere.
TEST(Dossiertabellen, OwnColumnsGoFirst) {
  Proefregio region;
  region.add("contracten", "contract;aanbieder;dienst;ingangsdatum;einddatum\nC1;Levanto;BGI;2022-01-01;2024-12-31\n");
  region.add("contractgemeenten", "contract;gemeente;van;tot\nC1;0935;2022-02-01;2022-06-30\n");
  EXPECT_THAT(row_of(region.tabel("contractgemeenten"), {"contract", "van", "aanbieder", "ingangsdatum"}, 0),
              ElementsAre("C1", "2022-02-01", "Levanto", "2022-01-01"));
}

TEST(Dossiertabellen, ContractvakkenHoldOnTheDaysThatAllThreeHold) {
  Proefregio region;
  region.add("contracten",
             "contract;aanbieder;dienst;ingangsdatum;einddatum\nC1;Levanto;BGI;2022-01-01;2024-12-31\n"
             "C2;Radar;BGG;2022-01-01;2022-12-31\n");
  region.add("contractgemeenten", "contract;gemeente;van;tot\nC1;0935;2022-02-01;2023-06-30\nC2;0935;;\n");
  region.add("contractvormen",
             "contract;van;tot;variant;bekostiging\nC1;2021-01-01;2022-12-31;taakgericht;lumpsum\n"
             "C1;2023-01-01;;outputgericht;maandtarief\nC1;2020-01-01;2020-12-31;outputgericht;maandtarief\n");
  const Dossiertabel table = region.tabel("contractvakken");
  const Teksten columns = {"gemeente", "aanbieder", "dienst", "contract", "begin", "eind", "variant", "bekostiging"};
  ASSERT_EQ(table.rijen, 3U) << "a form of 2020 has no day in common with the contract";
  std::set<Teksten> rows;
  for (std::size_t row = 0; row < table.rijen; ++row) rows.insert(row_of(table, columns, row));
  EXPECT_THAT(
      rows,
      ElementsAre(
          Teksten{"Maastricht", "Levanto", "BGI", "C1", "2022-02-01", "2022-12-31", "taakgericht", "lumpsum"},
          Teksten{"Maastricht", "Levanto", "BGI", "C1", "2023-01-01", "2023-06-30", "outputgericht", "maandtarief"},
          Teksten{"Maastricht", "Radar", "BGG", "C2", "2022-01-01", "2022-12-31", "", ""}));
}

TEST(Dossiertabellen, HaveTheColumnsThatTheySay) {
  const Proefregio region;
  std::vector<std::string> names = afgeleide_tabellen();
  for (const Registersoort* kind : registersoorten()) names.emplace_back(kind->naam);
  for (const std::string& name : names) {
    const Dossiertabel table = region.tabel(name);
    const auto heads = koppen_van(name);
    ASSERT_EQ(table.kolommen.size(), heads.size()) << name;
    std::set<std::string> once;
    for (std::size_t i = 0; i < heads.size(); ++i) {
      EXPECT_EQ(table.kolommen[i].naam, heads[i].naam);
      EXPECT_EQ(table.kolommen[i].waarden.soort, heads[i].soort);
      EXPECT_TRUE(once.insert(heads[i].naam).second) << name << " " << heads[i].naam;
    }
    EXPECT_TRUE(toelichting_van(name).ends_with('.')) << name;
  }
  EXPECT_THAT(koppen_van("bestaat niet"), IsEmpty());
  EXPECT_THAT(region.tabel("bestaat niet").kolommen, IsEmpty());
}

void show(std::ostream& out, const std::string& name) {
  out << "\n### " << name << "\n\n"
      << toelichting_van(name) << "\n\n| Kolom | Soort | Betekenis |\n| --- | --- | --- |\n";
  for (const Tabelkop& head : koppen_van(name))
    out << "| `" << head.naam << "` | " << soort_naam(head.soort) << " | " << head.toelichting << " |\n";
}

std::string document() {
  std::ostringstream out;
  out << "# De tabellen van een dossier\n\n"
         "Gemaakt uit de code met `make galerij`. Uit deze tabellen haalt een regeling haar feiten: een tabel `Uit het "
         "dossier` noemt\neen tabel en de kolommen die tellen (docs/regeltaal.md).\n\n"
         "- Een gemeente staat er met haar naam, een cliënt met een pseudoniem; een burgerservicenummer staat "
         "nergens.\n"
         "- Een tekst die er niet is, is leeg; een getal, een datum of ja/nee kan ontbreken.\n"
         "- Bedragen zijn in euro, percentages als getal: 3,87% is 0,0387.\n"
         "- Een rij van een register die naar een rij van een ander register verwijst, heeft ook de kolommen daarvan "
         "die "
         "zij zelf niet\n  heeft. Van een cliënt zijn dat de geboortedatum, de wijk en de psychogeriatrische "
         "grondslag.\n\n"
         "## Tabellen die uit berichten en registers volgen\n";
  for (const std::string& name : afgeleide_tabellen()) show(out, name);
  out << "\n## Registers\n\nWat er in een register staat, en wie het aanlevert: [registers](registers.md).\n";
  for (const Registersoort* kind : registersoorten()) {
    if (!kind->besloten) show(out, std::string(kind->naam));
  }
  return out.str();
}

/// An interruption is as long as its days, the last one included; without an end it has no length yet.
TEST(Dossiertabellen, AnInterruptionHasAMonthAndALength) {
  Proefregio region;
  region.add("onderbrekingen",
             "gemeente;bsn;toewijzing;van;tot;reden\n0935;999900006;1;2025-02-03;2025-02-16;op reis\n"
             "0935;999900006;1;2025-03-31;2025-04-03;op reis\n0935;999900006;1;2025-05-01;;ziek\n");
  const Dossiertabel table = region.tabel("onderbrekingen");
  const Teksten columns = {"tot", "maand", "begin_maand", "weken"};
  ASSERT_EQ(table.rijen, 3U);
  EXPECT_THAT(row_of(table, columns, 0), ElementsAre("2025-02-16", "2025-02", "2025-02-01", "2"));
  EXPECT_THAT(row_of(table, columns, 1),
              ElementsAre("2025-04-03", "2025-03", "2025-03-01", testing::StartsWith("0.57")));
  EXPECT_THAT(row_of(table, columns, 2), ElementsAre("-", "2025-05", "2025-05-01", "-"));
}

TEST(Dossiertabellen, DocumentSaysWhatTheTablesAre) {
  if (std::getenv("ZORGKADER_GALERIJ") != nullptr) std::ofstream(kDocument, std::ios::binary) << document();
  std::ifstream in(kDocument, std::ios::binary);
  const std::string have{std::istreambuf_iterator<char>(in), {}};
  EXPECT_TRUE(have == document()) << "run `make galerij`";
}

}  // namespace
}  // namespace zorgkader::dossier
