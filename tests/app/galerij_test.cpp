// The gallery of findings: every code has a case that provokes it, and the documentation shows what those cases show.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "geval/uitvoering.hpp"
#include "regeling/document.hpp"

namespace gevallen {
namespace {

using zorgkader::Bevinding;
using zorgkader::Melding;

/// Codes that no case of a few lines can provoke, and why.
const std::map<std::string, std::string> kZonderGeval = {
    {"document-te-groot", "Een voorbeeld zou groter zijn dan 4 MB."},
    {"document-tekenset", "Een voorbeeld zou zelf geen leesbare tekst zijn."},
    {"bestand-te-groot", "Een voorbeeld zou groter zijn dan 2 GB."},
    {"bestand-schrijffout", "Komt van de schijf of de map waarin geschreven wordt, niet van een document."},
    {"register-onbekend", "Gaat over een register, en een geval heeft er geen."},
    {"register-regel", "Gaat over een register, en een geval heeft er geen."},
    {"register-verwijzing", "Gaat over een register, en een geval heeft er geen."},
    {"bsn-verboden", "Gaat over een register, en een geval heeft er geen."},
    {"naam-verboden", "Gaat over een dossier, en een geval heeft er geen."},
    {"dossierbron-tabel", "Gaat over een dossier, en een geval heeft er geen."},
    {"dossierbron-kolom", "Gaat over een dossier, en een geval heeft er geen."},
    {"dossierbron-rij", "Gaat over een dossier, en een geval heeft er geen."},
    {"dossier-leeg", "Gaat over een dossier, en een geval heeft er geen."},
    {"dossierbron-buiten", "Gaat over een dossier, en een geval heeft er geen."},
    {"gebruik-fout", "Komt van de opdrachtregel, niet van een document."},
    {"rapport-telling", "Gaat over een rapport, en een geval maakt er geen."},
    {"sjabloon-veld", "Gaat over een sjabloon voor brieven, en een geval heeft er geen."},
    {"uitkomst-onleesbaar", "Gaat over een eerdere uitkomst, en een geval heeft er geen."},
    {"uitkomst-verouderd", "Gaat over een eerdere uitkomst, en een geval heeft er geen."},
    {"niet-vergelijkbaar", "Gaat over twee documenten, en een geval heeft er een."},
};

std::filesystem::path map() {
  return root() / "gevallen" / "fouten";
}

std::vector<Geval> gevallen_van(const std::string& code) {
  std::vector<Probleem> problemen;
  const auto path = map() / (code + ".geval");
  return std::filesystem::exists(path) ? read_gevallen(path, problemen) : std::vector<Geval>();
}

/// The findings with this code, in the order in which a user sees them.
std::vector<Bevinding> provoked(const Geval& geval, const std::string& code) {
  const Proef proef(geval);
  std::vector<Bevinding> out;
  for (const Bevinding& b : run(geval, proef.gegevens()).bevindingen) {
    if (b.code == code) out.push_back(b);
  }
  return out;
}

/// `kring: Twee bepalingen` -> `Twee bepalingen`
std::string onderschrift(const Geval& geval) {
  const auto colon = geval.titel.find(": ");
  return colon == std::string::npos ? geval.titel : geval.titel.substr(colon + 2);
}

void show_blok(std::ostream& out, const std::string& soort, const std::string& text) {
  out << "~~~~" << soort << '\n' << text << (text.ends_with('\n') ? "" : "\n") << "~~~~\n\n";
}

void show_geval(std::ostream& out, const Geval& geval, const std::string& code) {
  out << "### " << onderschrift(geval) << "\n\n";
  if (const Regel* document = geval.eerste("regeling"); document != nullptr && !document->blok.empty())
    show_blok(out, "markdown", document->blok);
  for (const Regel* csv : geval.met("csv")) {
    out << "Met `" << csv->tekst << "`:\n\n";
    show_blok(out, "text", csv->blok);
  }
  for (const char* word : {"feit", "peildatum", "opdracht"}) {
    for (const Regel* r : geval.met(word)) out << "Met " << word << " `" << r->tekst << "`.\n\n";
  }
  std::string text;
  for (const Bevinding& b : provoked(geval, code)) text += (text.empty() ? "" : "\n") + to_text(b);
  while (text.ends_with("\n\n")) text.pop_back();
  show_blok(out, "text", text);
}

std::string galerij() {
  std::ostringstream out;
  out << "# Foutengalerij\n\nElke bevinding die Zorgkader kan melden: wat er mis is, een voorbeeld met de melding "
         "zoals "
         "die op het scherm komt,\nen wat u eraan doet. Dit bestand volgt uit de gevallen in `gevallen/fouten/`; "
         "vernieuw het met `make galerij`.\n";
  for (const Melding& m : zorgkader::meldingen()) {
    out << "\n## " << m.code << "\n\n" << m.titel << ".\n\n";
    if (*m.doe != '\0') out << "**Wat te doen.** " << m.doe << "\n\n";
    if (const auto reason = kZonderGeval.find(m.code); reason != kZonderGeval.end())
      out << "Hierbij staat geen voorbeeld. " << reason->second << "\n\n";
    for (const Geval& g : gevallen_van(m.code)) show_geval(out, g, m.code);
  }
  std::string text = out.str();
  while (text.ends_with("\n\n")) text.pop_back();
  return text;
}

/// A case says where its finding stands: a line of the document or file, or nowhere at all.
bool names_place(const Geval& geval, const std::string& code) {
  for (const Regel* r : geval.met("verwacht")) {
    if (!r->tekst.starts_with("bevinding ")) continue;
    const auto wanted = parse_bevinding(trim(r->tekst.substr(10)));
    if (wanted && wanted->code == code && wanted->regel >= 0 && wanted->kolom >= 0) return true;
  }
  return false;
}

TEST(Foutengalerij, HeeftBijElkeCodeEenGevalMetPlaats) {
  for (const Melding& m : zorgkader::meldingen()) {
    const auto all = gevallen_van(m.code);
    EXPECT_NE(all.empty(), !kZonderGeval.contains(m.code)) << m.code;
    for (const Geval& g : all) EXPECT_TRUE(names_place(g, m.code)) << g.bestand << ":" << g.regel;
  }
}

TEST(Foutengalerij, KentGeenGevallenVoorAndereCodes) {
  const auto& known = zorgkader::meldingen();
  for (const auto& entry : std::filesystem::directory_iterator(map())) {
    const std::string code = entry.path().stem().string();
    EXPECT_TRUE(std::any_of(known.begin(), known.end(), [&](const Melding& m) { return m.code == code; })) << code;
  }
}

TEST(Foutengalerij, StaatInDeDocumentatie) {
  const auto path = root() / "docs" / "foutengalerij.md";
  const std::string wanted = galerij();
  if (std::getenv("ZORGKADER_GALERIJ") != nullptr) std::ofstream(path, std::ios::binary) << wanted;
  std::ifstream in(path, std::ios::binary);
  const std::string have{std::istreambuf_iterator<char>(in), {}};
  EXPECT_TRUE(have == wanted) << "docs/foutengalerij.md is niet meer van nu; vernieuw het met `make galerij`.";
}

TEST(Foutengalerij, WeigertEenTeGrootDocument) {
  zorgkader::Bevindingen found;
  zorgkader::parse_document("groot.md", std::string((std::size_t{4} << 20) + 1, 'x'), found);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, "document-te-groot");
}

TEST(Foutengalerij, WeigertEenAndereTekenset) {
  zorgkader::Bevindingen found;
  zorgkader::parse_document("latin1.md", "# Proef\nBron: Proef, 1\n\nge\xEFndexeerd\n", found);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, "document-tekenset");
  EXPECT_EQ(found[0].plaats.regel, 4);
}

}  // namespace
}  // namespace gevallen
