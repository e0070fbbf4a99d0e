// Clause coverage: exact texts, as people and programs see them.
#include "rapport/dekking.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <sstream>

#include "rapport/tekens.hpp"

namespace zorgkader {
namespace {

Dekking voorbeeld() {
  Dekking d{"Partnerschap", "proef.md", "1.2", "2022-03-01", true, {}};
  d.bepalingen.push_back({1, "1 Inleiding", "Nota, 1", 3, Bepalingsoort::informatief, "", false, {}, 0});
  d.bepalingen.push_back({2,
                          "2 Een kop die zo lang is dat zij niet naast haar soort op een regel van het scherm past",
                          "Nota, 2",
                          9,
                          Bepalingsoort::geautomatiseerd,
                          "de controller vergelijkt de omzet van elke aanbieder met de jaarrekening en tekent daarvoor",
                          true,
                          {{"gemeente", "sleutel", "3 leden", 11, Gebruik::telt_mee, {}},
                           {"lumpsum", "formule", "€", 20, Gebruik::uitkomst, Getal(1200)},
                           {"derde", "formule", "€", 21, Gebruik::geen, Getal::breuk(1, 3)}},
                          2});
  d.bepalingen.push_back(
      {2, "3 \x1b[2J", "Nota, 3", 30, Bepalingsoort::met_de_hand, "het college \"beslist\"", false, {}, 0});
  return d;
}

std::string shown(const Dekking& d, bool kleur = false) {
  std::ostringstream out;
  write_dekking(d, out, kleur);
  return out.str();
}

TEST(Dekking, LeestOpTachtigKolommen) {
  EXPECT_EQ(shown(voorbeeld()), R"(Partnerschap, versie 1.2, peildatum 1 maart 2022

* is een uitkomst   - verandert geen uitkomst en geen eis
Rechts staat bij bedragen in euro het totaal van alle rijen.

informatief      1 Inleiding
geautomatiseerd  2 Een kop die zo lang is dat zij niet naast haar soort op een
                 regel van het scherm past
    gemeente  sleutel  3 leden
  * lumpsum   formule  €                                               1.200,00
  - derde     formule  €                                                   0,33…
    2 eisen
    Met de hand: de controller vergelijkt de omzet van elke aanbieder met de
    jaarrekening en tekent daarvoor
met de hand      3 �[2J
    Met de hand: het college "beslist"

3 bepalingen: 1 geautomatiseerd (waarvan 1 ook met de hand), 1 met de hand, 1 informatief.
)");
}

TEST(Dekking, KanInKleur) {
  const std::string text = shown(voorbeeld(), true);
  EXPECT_NE(text.find("\x1b[32mgeautomatiseerd"), std::string::npos);
  EXPECT_EQ(text.find("\x1b[2J"), std::string::npos);
}

TEST(Dekking, IsLeesbaarVoorProgrammas) {
  std::ostringstream out;
  write_dekking_json(voorbeeld(), out);
  const auto json = boost::json::parse(out.str()).as_object();
  EXPECT_EQ(json.at("formaat"), "zorgkader-dekking");
  EXPECT_EQ(json.at("telling").as_object().at("geautomatiseerd"), 1);
  const auto& clause = json.at("bepalingen").as_array().at(1).as_object();
  EXPECT_EQ(clause.at("soort"), "geautomatiseerd");
  EXPECT_EQ(clause.at("eisen"), 2);
  const auto& parts = clause.at("onderdelen").as_array();
  EXPECT_EQ(parts.at(0).as_object().contains("totaal"), false);
  EXPECT_EQ(parts.at(1).as_object().at("totaal"), "1200.00");
  EXPECT_EQ(parts.at(1).as_object().at("gebruik"), "uitkomst");
  EXPECT_EQ(parts.at(2).as_object().at("teller"), "1");
  EXPECT_EQ(parts.at(2).as_object().at("noemer"), "3");
  EXPECT_EQ(json.at("bepalingen").as_array().at(2).as_object().at("met_de_hand"), "het college \"beslist\"");
}

}  // namespace
}  // namespace zorgkader
