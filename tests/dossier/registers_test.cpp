// The table of registers: whole, and as the documentation shows it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "dossier/registerregels.hpp"
#include "register_hulp.hpp"

namespace zorgkader::dossier {
namespace {

const std::string kDocument = ZORGKADER_ROOT "/docs/registers.md";

std::string code_list(std::string_view names) {
  std::string out;
  for (const std::string& name : split(names, ' ')) out += (out.empty() ? "`" : ", `") + name + "`";
  return out;
}

/// What must be true for a rule to be asked: `` `a` gevuld en `b` = ja``.
std::string als_tekst(const Registerregel& regel) {
  std::string out;
  for (const std::string& condition : split(regel.als, ' ')) {
    const auto parts = split(condition, '=');
    out += (out.empty() ? "" : " en ") + ("`" + parts[0] + "`") + (parts.size() > 1 ? " = " + parts[1] : " gevuld");
  }
  return out;
}

std::string vorm_tekst(const Registerregel& regel) {
  const std::string fields = code_list(regel.velden);
  const std::string then = regel.als.empty() ? "" : "als " + als_tekst(regel) + ", dan ";
  switch (regel.vorm) {
    case Regelvorm::volgorde:
      return "in deze volgorde: " + fields;
    case Regelvorm::stappen:
      return "stap voor stap: " + fields;
    case Regelvorm::gevuld:
      return then + "gevuld: " + fields;
    case Regelvorm::gelijk:
      return then + fields + " = " + std::string(regel.waarde);
    case Regelvorm::eerste_dag:
      return "eerste dag van een maand: " + fields;
    case Regelvorm::een_tegelijk:
      break;
  }
  return "geen twee rijen op één dag per: " + fields;
}

std::string toelichting(const Veld& veld) {
  std::string out(veld.toelichting);
  const auto add = [&](const std::string& text) { out += (out.empty() ? "" : " ") + text; };
  if (!veld.keuzes.empty()) {
    std::string keuzes;
    for (const std::string& keuze : split(veld.keuzes, '|')) keuzes += (keuzes.empty() ? "" : ", ") + keuze;
    add("Keuze uit: " + keuzes + ".");
  }
  if (!veld.verwijst.empty())
    add("Moet staan in [" + std::string(veld.verwijst) + "](#" + std::string(veld.verwijst) + ").");
  if (const auto parts = split(veld.komt_uit, ' '); !parts.empty())
    add("Moet als " + parts[1] + " staan in [" + parts[0] + "](#" + parts[0] + ")" +
        (veld.altijd ? "." : ", zodra dat gevuld is."));
  if (veld.vanaf > 0) add("Vanaf " + std::to_string(veld.vanaf) + ".");
  if (veld.ook_negatief) add("Mag negatief zijn.");
  return out;
}

void show(std::ostream& out, const Registersoort& soort) {
  out << "\n### " << soort.naam << "\n\n"
      << soort.toelichting << "\n\n| Kolom | Soort | Vullen | Toelichting |\n| --- | --- | --- | --- |\n";
  for (const Veld& veld : soort.velden) {
    const char* fill = veld.mag_leeg    ? "sleutel, mag leeg"
                       : veld.sleutel   ? "sleutel"
                       : veld.verplicht ? "verplicht"
                                        : "";
    out << "| `" << veld.naam << "` | " << soort_naam(veld) << " | " << fill << " | " << toelichting(veld) << " |\n";
  }
  if (soort.regels.empty()) return;
  out << "\n| Regel | Wat er moet gelden | Bron |\n| --- | --- | --- |\n";
  for (const Registerregel& regel : soort.regels)
    out << "| " << vorm_tekst(regel) << " | " << regel.zegt << " | " << regel.bron << " |\n";
}

std::string document() {
  std::ostringstream out;
  out << "# De registers van een dossier\n\n"
         "Gemaakt uit de code met `make galerij`. Een register is een tabel die mensen of andere systemen aanleveren: "
         "een "
         "bestand\n`<register>.csv` (met `;` of `,`, in UTF-8), of een blad van een werkmap dat zo heet. De eerste "
         "regel "
         "noemt de kolommen, in\nwillekeurige volgorde; kolommen die niet verplicht zijn mogen ontbreken.\n\n"
         "- Een rij die niet klopt wordt geweigerd, met regel en reden; de andere rijen tellen mee.\n"
         "- Een rij met een bekende sleutel vervangt de vorige. Een gelijke rij verandert niets. Twee keer dezelfde "
         "sleutel in een\n  bestand: de tweede wordt geweigerd.\n"
         "- Datums als 2022-03-01, 01-03-2022 of 1 maart 2022; getallen als 1.265,00, 1265,00 of 1265.00; ja of nee.\n"
         "- Een gemeente is een CBS-code van vier cijfers, of haar naam als het register gemeenten die heeft. Is dat "
         "register gevuld, dan\n  wordt een gemeente geweigerd die er niet in staat.\n"
         "- Waar `van` en `tot` staan, ligt `van` niet na `tot`; beide dagen horen bij de periode.\n"
         "- Een burgerservicenummer staat alleen in een kolom van de soort bsn, in een register over personen. Elders "
         "wordt een rij met\n  negen cijfers die de elfproef doorstaan geweigerd.\n"
         "- Ten hoogste 1.000.000 rijen en 256 MB per bestand.\n\n"
         "## Registers van de regio\n\nZij gaan niet over personen.\n";
  for (const Registersoort& soort : registers_van_regio()) show(out, soort);
  out << "\n## Registers van een gemeente\n\nZij gaan over personen en blijven in het dossier van de gemeente die in "
         "de "
         "eerste kolom staat.\n";
  for (const Registersoort& soort : registers_van_gemeente()) show(out, soort);
  return out.str();
}

TEST(Registers, DocumentSaysWhatTheTableSays) {
  if (std::getenv("ZORGKADER_GALERIJ") != nullptr) std::ofstream(kDocument, std::ios::binary) << document();
  std::ifstream in(kDocument, std::ios::binary);
  const std::string have{std::istreambuf_iterator<char>(in), {}};
  EXPECT_TRUE(have == document()) << "run `make galerij`";
}

TEST(Registers, AreAllThere) {
  EXPECT_EQ(registers_van_regio().size(), 23u);
  EXPECT_EQ(registers_van_gemeente().size(), 15u);
  EXPECT_EQ(find_registersoort("plannen")->naam, "plannen");
  EXPECT_TRUE(find_registersoort("plannen")->per_gemeente());
  EXPECT_FALSE(find_registersoort("contractgemeenten")->per_gemeente());
  EXPECT_EQ(find_registersoort("Plannen"), nullptr);
}

TEST(Registers, HaveNamesAndKeysOnce) {
  std::set<std::string_view> names;
  for (const Registersoort* soort : registersoorten()) {
    EXPECT_TRUE(names.insert(soort->naam).second) << soort->naam;
    EXPECT_TRUE(soort->toelichting.ends_with('.')) << soort->naam;
    EXPECT_FALSE(soort->sleutelkolommen().empty()) << soort->naam;
    std::set<std::string_view> columns;
    for (const Veld& veld : soort->velden) {
      EXPECT_TRUE(columns.insert(veld.naam).second) << soort->naam << " " << veld.naam;
      EXPECT_TRUE(veld.toelichting.empty() || veld.toelichting.ends_with('.')) << soort->naam << " " << veld.naam;
      EXPECT_TRUE(veld.soort != Veldsoort::code || veld.cijfers > 0) << soort->naam << " " << veld.naam;
      EXPECT_TRUE(veld.soort != Veldsoort::bsn || soort->per_gemeente()) << soort->naam;
    }
    if (soort->per_gemeente()) {
      EXPECT_EQ(soort->velden.front().naam, "gemeente");
      EXPECT_TRUE(soort->velden.front().sleutel);
    }
  }
}

/// A delivery can be taken in in the order of the table.
TEST(Registers, ReferBackOnly) {
  std::set<std::string_view> before;
  for (const Registersoort* soort : registersoorten()) {
    for (const Veld& veld : soort->velden) {
      EXPECT_TRUE(veld.verwijst.empty() || before.contains(veld.verwijst)) << soort->naam << " " << veld.naam;
      const bool is_first = soort->naam == "gemeenten";
      if (const auto parts = split(herkomst_van(veld), ' '); !parts.empty() && !is_first) {
        EXPECT_TRUE(before.contains(parts[0])) << soort->naam;
        EXPECT_TRUE(find_registersoort(parts[0])->kolom(parts[1])) << soort->naam;
      }
    }
    before.insert(soort->naam);
  }
}

/// The state keeps rows in the group of their key: a later row of that key must be in the same one.
TEST(Registers, RulesNameColumnsAndGroupsAreOfTheKey) {
  for (const Registersoort* soort : registersoorten()) {
    const Regeltoets compiles(*soort);
    for (const Registerregel& regel : soort->regels) {
      EXPECT_FALSE(regel.velden.empty() || regel.zegt.empty() || regel.bron.empty()) << soort->naam;
      if (regel.vorm != Regelvorm::een_tegelijk) continue;
      EXPECT_TRUE(soort->has_looptijd());
      for (const std::size_t kolom : kolommen_van(*soort, regel.velden)) EXPECT_TRUE(soort->velden[kolom].sleutel);
    }
  }
}

}  // namespace
}  // namespace zorgkader::dossier
