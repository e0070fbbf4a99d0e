// A dossier in a folder of its own, to bring files and messages into, and registers to begin with.
#pragma once

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "app/importeer.hpp"
#include "app/verifieer.hpp"
#include "iwmo/geschiedenis.hpp"
#include "values/kalender.hpp"

namespace zorgkader {

class Dossiertest : public testing::Test {
 protected:
  Dossiertest() : map_(std::filesystem::temp_directory_path() / ("zk-dossier-" + std::to_string(getpid()))) {
    std::filesystem::remove_all(map_);
    clear();
  }
  ~Dossiertest() override { std::filesystem::remove_all(map_); }

  /// A file that will come in.
  void put_file(const std::string& name, std::string_view bytes) const {
    std::filesystem::create_directories((map_ / "in" / name).parent_path());
    std::ofstream(map_ / "in" / name, std::ios::binary) << bytes;
  }
  void put_message(const iwmo::Boom& message) const {
    put_file(std::string(message["Header/BerichtIdentificatie"].tekst("Identificatie")) + ".xml",
             iwmo::write_xml(message));
  }
  void clear() const {
    std::filesystem::remove_all(map_ / "in");
    std::filesystem::create_directories(map_ / "in");
  }

  Dossierpad pad(const std::string& name = "d.db") const { return {(map_ / name).string(), ""}; }
  /// All that was put, at the begin of a day.
  std::vector<Importregel> import(Datum day = iwmo::kNu, const std::string& name = "d.db") const {
    std::vector<Importregel> out;
    importeer({pad(name), {(map_ / "in").string()}, "", "", Moment(day), "proef", 2},
              [&](const Importregel& line) { out.push_back(line); });
    clear();
    return out;
  }
  /// An event as another program would have recorded it.
  void record(std::string_view soort, const iwmo::Boom& message, Datum day = iwmo::kNu) const {
    Dossierbestand file(pad(), Dossierbestand::Hoe::maken);
    const std::string gemeente(iwmo::kenmerk_van(message).gemeente());
    std::vector<dossier::Gebeurtenis> events = {
        {gemeente, 0, Moment(day), std::string(soort), "proef", 0, "", iwmo::write_xml(message), {}}};
    EXPECT_EQ(file.logboek().add(file.logboek().einde(gemeente), events), dossier::Toevoeging::gelukt);
  }
  /// The prints of all logs; every answer is made again on the way.
  std::string prints(const std::string& name = "d.db") const {
    std::string out;
    const auto faults = verifieer({pad(name)}, [&](const Logboekverdict& v) {
      EXPECT_THAT(v.fouten, testing::IsEmpty()) << v.gemeente;
      out += v.gemeente + " " + v.afdruk + "\n";
    });
    EXPECT_THAT(faults, testing::IsEmpty());
    return out;
  }

  const std::filesystem::path map_;
};

/// Registers by name: 42420001 is De Brug, which has a contract for BGI in Testdorp (9999) in 2022 to 2024.
using Registers = std::map<std::string, std::string>;
inline const Registers kTestregisters = {
    {"gemeenten", "code;naam\n9999;Testdorp\n9998;Elders\n"},
    {"aanbieders", "agb;naam;aanbieder;rol\n42420001;Stichting De Brug;De Brug;zelf\n"},
    {"producten",
     "code;categorie;omschrijving;dienst;eenheid\n02A05;02;Begeleiding;BGI;04\n08A03;08;Reiskosten;BGV;04\n"},
    {"contracten", "contract;aanbieder;dienst;ingangsdatum;einddatum\nC1;De Brug;BGI;2022-01-01;2024-12-31\n"},
    {"contractgemeenten", "contract;gemeente\nC1;9999\n"},
    {"contractvormen", "contract;van;variant;bekostiging\nC1;2022-01-01;inspanningsgericht;p*q\n"}};

/// Toewijzing 1 of 10 hours a month, from 10 January to 9 December 2023.
inline iwmo::Boom one_toewijzing() {
  iwmo::Boom out = iwmo::toewijzingen();
  for (int n = 6; n > 1; --n) out.take_away("Bericht/" + iwmo::kProduct + "[" + std::to_string(n) + "]");
  return out;
}

/// A declaration with its total.
inline iwmo::Boom declared(const std::string& id, const std::string& month, const std::vector<iwmo::Waarden>& lines) {
  const Datum first = parse_datum(month + "-01").value();
  iwmo::Boom out = iwmo::declaratie(id, "N" + id, format_datum(first), format_datum(last_of_month(first)), lines);
  iwmo::set_total(out);
  return out;
}

/// A line of a whole month, of so many hours of 50 euros.
inline iwmo::Waarden month_line(const std::string& reference, const std::string& month, int hours = 8) {
  using iwmo::operator+;
  const Datum first = parse_datum(month + "-01").value();
  return iwmo::regel(reference, format_datum(first), format_datum(last_of_month(first))) +
         iwmo::Waarden{{"GeleverdVolume", std::to_string(hours)},
                       {"IngediendBedrag/Bedrag", std::to_string(hours * 5000)}};
}

inline iwmo::Waarden taken_back(const iwmo::Waarden& line, const std::string& reference, const std::string& of) {
  using iwmo::operator+;
  return line + iwmo::Waarden{{"ProductReferentie/ReferentieNummer", reference},
                              {"ProductReferentie/VorigReferentieNummer", of},
                              {"IngediendBedrag/DebetCredit", "C"}};
}

}  // namespace zorgkader
