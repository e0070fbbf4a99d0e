// Rows as the content of an event: what goes in comes out, and nothing else does.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "dossier/registerinhoud.hpp"
#include "register_hulp.hpp"

namespace zorgkader::dossier {
namespace {

using testing::HasSubstr;

TEST(Registerinhoud, LooksLikeThis) {
  auto blok = lees("besluiten", "besluit;datum;orgaan;onderwerp\nB1;1 maart 2022;college;\"Wie; wat\"\n");
  blok.blad = "Blad 1";
  EXPECT_EQ(write_inhoud(blok),
            "register;besluiten;besluiten.csv;Blad 1\n"
            "regel;besluit;datum;orgaan;onderwerp;document;gemeente;betreft\n"
            "2;B1;2022-03-01;college;\"Wie; wat\";;;\n");
}

rc::Gen<std::string> gen_tekst() {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                          "a", ";", "\"", "\n", "\r", "\r\n", ",", " ", "é", "€", "=", "0", "\t")),
                      [](const std::vector<std::string>& parts) {
                        std::string out;
                        for (const auto& part : parts) out += part;
                        return out;
                      });
}

RC_GTEST_PROP(Registerinhoud, ComesBackExactly, ()) {
  Registerblok blok;
  blok.soort = registersoorten()[*rc::gen::inRange<std::size_t>(0, registersoorten().size())];
  blok.bestand = *gen_tekst();
  blok.blad = *gen_tekst();
  const auto rows = *rc::gen::inRange(0, 4);
  for (int i = 0; i < rows; ++i) {
    Registerrij rij;
    rij.regel = *rc::gen::inRange(1U, 1'048'576U);
    for (std::size_t c = 0; c < blok.soort->velden.size(); ++c) rij.waarden.push_back(*gen_tekst());
    blok.rijen.push_back(std::move(rij));
  }
  const std::string bytes = write_inhoud(blok);
  const auto back = read_inhoud(bytes);
  RC_ASSERT(static_cast<bool>(back));
  RC_ASSERT(back->soort == blok.soort);
  RC_ASSERT(back->bestand == blok.bestand);
  RC_ASSERT(back->blad == blok.blad);
  RC_ASSERT(back->rijen == blok.rijen);
  RC_ASSERT(write_inhoud(*back) == bytes);
}

/// Bytes with a change anywhere are read or refused, never worse; what is read is a block of that register.
RC_GTEST_PROP(Registerinhoud, AnyBytesAreAnswered, ()) {
  auto blok = lees("gemeenten", "code;naam\n0935;\"Een \"\"stad\"\"\"\n0936;Twee\n");
  std::string bytes = write_inhoud(blok);
  const auto changes = *rc::gen::inRange(1, 6);
  for (int i = 0; i < changes; ++i) {
    const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    const char byte = *rc::gen::element(';', '"', '\n', '\r', '\0', 'x', '9', '\xFF');
    if (*rc::gen::arbitrary<bool>())
      bytes.insert(at, 1, byte);
    else
      bytes[at] = byte;
  }
  const auto back = read_inhoud(bytes);
  if (!back) RC_SUCCEED("refused");
  for (const Registerrij& rij : back->rijen) RC_ASSERT(rij.waarden.size() == back->soort->velden.size());
}

TEST(Registerinhoud, LongestTextFitsEvenWhenAllOfItIsQuotes) {
  auto blok = lees("gemeenten", "code;naam\n0935;Een\n");
  blok.rijen[0].waarden[1] = std::string(kMaxRegisterTekst, '"');
  const auto back = read_inhoud(write_inhoud(blok));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->rijen, blok.rijen);
}

TEST(Registerinhoud, ColumnsThatCameLaterAreEmpty) {
  const auto back = read_inhoud("register;gemeenten;g.csv;\nregel;naam;code\n7;Een;0935\n");
  ASSERT_TRUE(back);
  EXPECT_THAT(rijen(*back), testing::ElementsAre("7: 0935|Een|||"));
}

TEST(Registerinhoud, WhatIsNoRegisterSaysWhy) {
  const std::pair<const char*, const char*> wrong[] = {
      {"", "eerste regel"},
      {"register;gemeenten;x\n", "eerste regel"},
      {"register;iets;x;\nregel;code\n", "`iets` is geen register"},
      {"register;gemeenten;x;\n", "geen kopregel"},
      {"register;gemeenten;x;\ncode;naam\n", "begint niet met `regel`"},
      {"register;gemeenten;x;\nregel;code;kleur\n", "`kleur`"},
      {"register;gemeenten;x;\nregel;code;code\n", "`code`"},
      {"register;gemeenten;x;\nregel;naam\n", "`code` ontbreekt"},
      {"register;gemeenten;x;\nregel;code\n0;0935\n", "past niet bij"},
      {"register;gemeenten;x;\nregel;code\n2;0935;x\n", "past niet bij"},
      {"register;gemeenten;x;\nregel;code\n2;\"0935\n", "past niet bij"},
      {"register;gemeenten;x;\nregel;code\n2;\xFF\n", "UTF-8"},
  };
  for (const auto& [bytes, part] : wrong) {
    const auto back = read_inhoud(bytes);
    ASSERT_FALSE(back) << bytes;
    EXPECT_THAT(back.errors()[0].wat, HasSubstr(part)) << bytes;
  }
}

}  // namespace
}  // namespace zorgkader::dossier
