// A history of messages of one client, messages to follow it, and what must hold of findings about them.
#pragma once

#include <algorithm>
#include <set>
#include <sstream>

#include "bouw.hpp"
#include "hulp.hpp"
#include "iwmo/berichtenarchief.hpp"

namespace zorgkader::iwmo {

inline constexpr Datum kNu = std::chrono::sys_days(std::chrono::year(2023) / 5 / 10);

inline Waarden toewijzing(const std::string& nummer, const Waarden& values) {
  return Waarden{{"ToewijzingNummer", nummer},
                 {"Toewijzingsdatum", "2023-01-02"},
                 {"Toewijzingstijd", "10:00:00"},
                 {"Ingangsdatum", "2023-01-10"}} +
         values;
}

inline Waarden omvang(const std::string& volume, const std::string& eenheid, const std::string& frequentie) {
  return below("Omvang", {{"Volume", volume}, {"Eenheid", eenheid}, {"Frequentie", frequentie}});
}

inline Waarden product(const std::string& categorie, const std::string& code) {
  return below("Product", {{"Categorie", categorie}, {"Code", code}});
}

inline const std::string kProduct = "Client/ToegewezenProducten/ToegewezenProduct";

/// 1: 10 hours a month until 9 December; 2: a budget of 1.000 euro; 3: aspecific; 4: taken back; 5: over; 6: 20 hours
/// in all.
inline Boom toewijzingen(const std::string& id = "T1") {
  Boom out = made(301, Waarden{{"Client/Bsn", "999900006"},
                               {"Client/Geboortedatum/Datum", "1950-02-03"},
                               {"Client/Geslacht", "2"},
                               {"Client/Naam/Geslachtsnaam/Achternaam", "Test"},
                               {"Client/Naam/NaamGebruik", "1"},
                               {"Client/Contactgegevens/Contact/Soort", "01"},
                               {"Client/Contactgegevens/Contact/Adres/Huis/Huisnummer", "1"},
                               {"Client/Contactgegevens/Contact/Adres/Postcode", "1234AB"},
                               {"Client/Contactgegevens/Contact/Adres/LandCode", "NL"}});
  put(out, below(kProduct + "[1]", toewijzing("1", product("02", "02A05") + Waarden{{"Einddatum", "2023-12-09"}} +
                                                       omvang("10", "04", "4"))));
  put(out, below(kProduct + "[2]",
                 toewijzing("2", {{"Product/Categorie", "03"}, {"Einddatum", "2023-12-31"}, {"Budget", "100000"}})));
  put(out, below(kProduct + "[3]",
                 toewijzing("3", {{"Product/Categorie", "04"}, {"Einddatum", "2023-12-31"}, {"Budget", "5000"}})));
  put(out, below(kProduct + "[4]", toewijzing("4", product("05", "05A01") +
                                                       Waarden{{"Einddatum", "2023-01-10"}, {"RedenWijziging", "13"}} +
                                                       omvang("10", "04", "4"))));
  put(out, below(kProduct + "[5]", toewijzing("5", product("06", "06A01") + Waarden{{"Einddatum", "2023-02-28"}} +
                                                       omvang("4", "84", "2"))));
  put(out, below(kProduct + "[6]", toewijzing("6", product("07", "07A01") + Waarden{{"Einddatum", "2023-12-31"}} +
                                                       omvang("20", "04", "6"))));
  put(out,
      {{"Header/BerichtIdentificatie/Identificatie", id}, {"Header/BerichtIdentificatie/Dagtekening", "2023-01-05"}});
  return out;
}

inline Boom start(const std::string& id, const std::string& nummer, const std::string& begin) {
  return made(305, Waarden{{"Header/BerichtIdentificatie/Identificatie", id}} + client() +
                       below("Client/StartProducten/StartProduct",
                             {{"ToewijzingNummer", nummer}, {"Begindatum", begin}, {"StatusAanlevering", "1"}}));
}

inline Boom stop(const std::string& id, const std::string& nummer, const std::string& begin, const std::string& reden,
                 const std::string& einde) {
  return made(307, Waarden{{"Header/BerichtIdentificatie/Identificatie", id}} + client() +
                       below("Client/StopProducten/StopProduct", {{"ToewijzingNummer", nummer},
                                                                  {"Begindatum", begin},
                                                                  {"RedenBeeindiging", reden},
                                                                  {"Einddatum", einde},
                                                                  {"StatusAanlevering", "1"}}));
}

inline const std::string kRegel = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie";

inline Waarden regel(const std::string& referentie, const std::string& maand, const std::string& eind) {
  return {{"ProductReferentie/ReferentieNummer", referentie},
          {"ToewijzingNummer", "1"},
          {"ProductCategorie", "02"},
          {"ProductCode", "02A05"},
          {"ProductPeriode/Begindatum", maand},
          {"ProductPeriode/Einddatum", eind},
          {"GeleverdVolume", "8"},
          {"Eenheid", "04"},
          {"ProductTarief", "5000"},
          {"IngediendBedrag/Bedrag", "40000"},
          {"IngediendBedrag/DebetCredit", "D"}};
}

/// The total follows from the lines.
inline Boom declaratie(const std::string& id, const std::string& nummer, const std::string& begin,
                       const std::string& einde, const std::vector<Waarden>& lines) {
  Boom out = made(323, {{"Header/BerichtIdentificatie/Identificatie", id},
                        {"Declaratie/DeclaratieNummer", nummer},
                        {"Declaratie/DeclaratiePeriode/Begindatum", begin},
                        {"Declaratie/DeclaratiePeriode/Einddatum", einde},
                        {"Declaratie/DeclaratieDagtekening", "2023-05-02"},
                        {"Declaratie/TotaalIngediendBedrag/TotaalBedrag", "0"},
                        {"Declaratie/TotaalIngediendBedrag/DebetCredit", "D"},
                        {"Declaratie/Clienten/Client[1]/Bsn", "999900006"}});
  for (std::size_t i = 0; i < lines.size(); ++i) put(out, below(kRegel + "[" + std::to_string(i + 1) + "]", lines[i]));
  return out;
}

inline void set_total(Boom& out) {
  std::int64_t sum = 0;
  for (Deel c : out["Declaratie/Clienten"].delen()) {
    for (Deel line : c["Prestaties"].delen())
      sum += (line.tekst("IngediendBedrag/DebetCredit") == "C" ? -1 : 1) *
             line.getal("IngediendBedrag/Bedrag").value_or(0);
  }
  put(out, {{"Declaratie/TotaalIngediendBedrag/TotaalBedrag", std::to_string(sum < 0 ? -sum : sum)},
            {"Declaratie/TotaalIngediendBedrag/DebetCredit", sum < 0 ? "C" : "D"}});
}

inline Boom declaratieantwoord(const std::string& id, const std::string& of, const std::string& nummer,
                               const std::string& code) {
  return made(325, {{"Header/BerichtIdentificatie/Identificatie", id},
                    {"Header/DeclaratieIdentificatie/Identificatie", of},
                    {"Header/DeclaratieIdentificatie/Dagtekening", "2023-05-02"},
                    {"Header/XsdVersieDeclaratie/BasisschemaXsdVersie", "1.0.0"},
                    {"Header/XsdVersieDeclaratie/BerichtXsdVersie", "1.0.1"},
                    {"Header/RetourCodes/RetourCode", "0200"},
                    {"DeclaratieAntwoord/DeclaratieNummer", nummer},
                    {"DeclaratieAntwoord/TotaalIngediendBedrag/TotaalBedrag", "40000"},
                    {"DeclaratieAntwoord/TotaalIngediendBedrag/DebetCredit", "D"},
                    {"DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag", "40000"},
                    {"DeclaratieAntwoord/TotaalToegekendBedrag/DebetCredit", "D"},
                    {"DeclaratieAntwoord/RetourCodes/RetourCode", code}});
}

inline Boom verzoek(const std::string& id, const std::string& referentie, const std::string& bsn = "999900006") {
  return made(315, Waarden{{"Header/BerichtIdentificatie/Identificatie", id}} + client(bsn) +
                       below("Client/AangevraagdeProducten/AangevraagdProduct[1]",
                             Waarden{{"ReferentieAanbieder", referentie},
                                     {"ToewijzingIngangsdatum", "2023-06-01"},
                                     {"Verwijzer/Type", "01"}} +
                                 product("08", "08A03") + omvang("3", "04", "4")));
}

inline Boom antwoord(const std::string& id, const std::string& referentie, const std::string& antwoord) {
  Boom out = made(319, {{"Header/BerichtIdentificatie/Identificatie", id},
                        {"Antwoord/ReferentieAanbieder", referentie},
                        {"Antwoord/VerzoekAntwoord", antwoord}});
  if (antwoord == "1") put(out, {{"Antwoord/RedenAfwijzingVerzoek", "5"}});
  return out;
}

inline Boom wijziging() {
  return made(317, {{"Client/Bsn", "999900006"},
                    {"Client/Verzoek/ReferentieAanbieder", "W1"},
                    {"Client/Verzoek/RedenVerzoek", "1"},
                    {"Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct[1]/ToewijzingNummer", "2"},
                    {"Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct[2]/ToewijzingNummer", "3"},
                    {"Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct[3]/ToewijzingNummer", "6"},
                    {"Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]/ToewijzingNummer", "1"},
                    {"Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]/GewensteIngangsdatum", "2023-06-01"},
                    {"Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]/Omvang/Volume", "12"},
                    {"Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]/Omvang/Eenheid", "04"},
                    {"Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]/Omvang/Frequentie", "4"}});
}

/// Six toewijzingen; 1 started, 6 temporarily stopped, 5 over; March declared and granted, April not yet answered.
inline Berichtenarchief history() {
  Berichtenarchief out;
  out.add(toewijzingen());
  out.add(start("S1", "1", "2023-01-12"));
  out.add(start("S6", "6", "2023-01-12"));
  out.add(stop("E6", "6", "2023-01-12", "20", "2023-03-01"));
  out.add(start("S5", "5", "2023-01-12"));
  out.add(stop("E5", "5", "2023-01-12", "19", "2023-02-28"));
  Boom march = declaratie("D3", "DN3", "2023-03-01", "2023-03-31", {regel("R3", "2023-03-01", "2023-03-31")});
  out.add(march);
  out.add(declaratieantwoord("A3", "D3", "DN3", "8001"));
  return out;
}

inline std::set<std::string> words(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

inline const Lijsten& lijsten() {
  static const Lijsten lists{{{"9999", "Testdorp", {parse_datum_iso("2015-01-01").value(), kGeenEinde}}},
                             {{"", "02", "02A05", "04", 5000, Variant::inspanning},
                              {"", "05", "05A01", "04", 5000, Variant::inspanning},
                              {"", "06", "06A01", "84", 1000, Variant::inspanning},
                              {"", "07", "07A01", "04", 5000, Variant::inspanning},
                              {"", "08", "08A03", "04", 5000, Variant::inspanning},
                              {"", "03", "03A01", "83", 0, Variant::output}}};
  return lists;
}

/// Codes of levels 3 and 4, the message being good at levels 1 and 2.
inline std::set<std::string> codes(const Boom& message, const Archief& archive, const Lijsten& lists = lijsten()) {
  const std::string bytes = write_xml(message);
  const Oordeel inside = judge(bron_van(bytes), {2, nullptr, nullptr, std::nullopt});
  for (const auto& b : inside.bevindingen) ADD_FAILURE() << shown(b);
  std::set<std::string> out;
  const Toetsgegevens given{4, &archive, &lists, kNu};
  const auto streamed = judge(bron_van(bytes), given).bevindingen, whole = judge(message, given);
  EXPECT_EQ(streamed.size(), whole.size());
  for (const auto& b : whole) {
    out.insert(b.code);
    EXPECT_FALSE(b.tekst.empty());
    EXPECT_TRUE(message.at(b.pad)) << b.pad;
    if (!b.wijzigingen.empty()) expect_mends(message, b, given);
  }
  return out;
}

using Codes = std::set<std::string>;

/// Findings at levels 3 and 4 of a message whose total is set here.
inline Berichtbevindingen found(Boom message, const Archief& archive, const Lijsten& lists = lijsten()) {
  if (message.soort().nummer == 323) set_total(message);
  return judge(message, {4, &archive, &lists, kNu});
}

struct Geval {
  const char* code;  ///< all codes that follow from the change
  Waarden change;
};

inline void expect_all(const Boom& good, const Archief& archive, const std::vector<Geval>& cases) {
  EXPECT_EQ(codes(good, archive), std::set<std::string>{}) << "the good message";
  for (const Geval& g : cases) {
    Boom message = good;
    put(message, g.change);
    if (message.soort().nummer == 323) set_total(message);
    EXPECT_EQ(codes(message, archive), words(g.code)) << g.change.front().first << " = " << g.change.front().second;
  }
}

inline Boom april() {
  return declaratie("D4", "DN4", "2023-04-01", "2023-04-30", {regel("R4", "2023-04-01", "2023-04-30")});
}

}  // namespace zorgkader::iwmo
