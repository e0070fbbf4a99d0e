// A dossier with a few registers, and documents that ask facts of it.
#pragma once

#include "app/opdracht.hpp"
#include "dossier_hulp.hpp"

namespace zorgkader {

using Lijst = std::vector<std::string>;

inline const Registers kPlaatsen = {
    {"gemeenten", "code;naam\n9001;Oost\n9002;West\n9003;Zuid\n"},
    {"capaciteit",
     "aanbieder;gemeente;dienst;van;tot;plaatsen;clientstop\n"
     "De Brug;Oost;BGI;2022-01-01;2022-01-31;10;nee\n"
     "De Brug;Oost;BGG;2022-01-01;;5;ja\n"
     "De Hoek;Oost;BGI;2022-02-01;2022-02-28;;nee\n"
     "De Hoek;West;BGI;2022-02-15;;7;nee\n"
     "De Laan;West;BGI;2022-03-01;;3;ja\n"},
    {"dispensaties",
     "dispensatie;gemeente;dienst;populatie;aanbieder;van;tot\n"
     "D1;Oost;BGI;een;De Brug;2022-01-01;2022-12-31\nD2;Oost;BGI;twee;;2022-02-01;\n"
     "D3;West;BGI;drie;;2022-02-01;\n"},
    {"budgetten",
     "gemeente;dienst;jaar;versie;plafond;status\nOost;BGI;2022;1;1000,50;voorlopig\n"
     "Oost;BGI;2022;2;999,25;definitief\nWest;BGI;2022;1;10,00;definitief\n"},
    {"indexcijfers", "publicatie;component;jaar;stand;waarde\nP1;ova;2022;definitief;3,87%\n"}};

inline const std::string kHoofd =
    "# Proef\nBron: Proef, 1\n\n"                                                  // 1-3
    "Sleutel `gemeente`\n\n| gemeente |\n|---|\n| Oost |\n| West |\n| Zuid |\n\n"  // 4-11
    "Sleutel `aanbieder` (open)\n\n| aanbieder |\n|---|\n| De Brug |\n\n"          // 12-17
    "Sleutel `plaats`\n\n| plaats |\n|---|\n| Oost |\n\n"                          // 18-23
    "```regel\n"                                                                   // 24
    "sleutel kalendermaand = maanden van 2022-01-01 tot en met 2022-03-31\n";      // 25

class Dossierfeiten : public Dossiertest {
 protected:
  void SetUp() override {
    for (const auto& [name, text] : kPlaatsen) put_file(name + ".csv", text);
    for (const auto& line : import()) EXPECT_THAT(line.tabel.value().bevindingen, testing::IsEmpty());
  }
  /// Facts `invoer` lines ask for, by rows of the table `Uit het dossier`.
  Geladen load(const std::string& invoer, const std::string& rows, std::optional<Datum> known = std::nullopt) {
    const std::string path = (map_ / "proef.md").string();
    std::string text = kHoofd + invoer + "```\n\n";
    rijen_ = static_cast<int>(std::count(text.begin(), text.end(), '\n')) + 5;
    if (!rows.empty())
      text += "Uit het dossier\n\n| feit | tabel | telling | waar | sleutels |\n|---|---|---|---|---|\n" + rows;
    std::ofstream(path, std::ios::binary) << text;
    Opdrachtgegevens asked;
    asked.regeling = path;
    asked.dossier = pad();
    asked.bekend_op = known;
    asked.peildatum = iwmo::kNu;
    Geladen out = laad(asked);
    // No formula uses the facts here.
    std::erase_if(out.bevindingen, [](const Bevinding& b) { return b.code == "ongebruikt"; });
    return out;
  }
  /// `lid,lid=waarde` of every row of a fact, sorted.
  static Lijst shown(const Geladen& loaded, const std::string& fact) {
    const auto found = loaded.feiten.tabellen.find(fact);
    if (found == loaded.feiten.tabellen.end()) return {"-"};
    Lijst out;
    const Tabel& table = found->second;
    for (std::size_t row = 0; row < table.size(); ++row) {
      std::string line;
      for (const auto& key : table.sleutels) line += (line.empty() ? "" : ",") + key.at(row);
      out.push_back(line + "=" + format_plain(table.waarden.at(row), table.vorm));
    }
    std::sort(out.begin(), out.end());
    return out;
  }
  /// `code rij:kolom` of what was found in the table, by its first row.
  Lijst faults(const Geladen& loaded) const {
    Lijst out;
    for (const auto& b : loaded.bevindingen) {
      if (b.code.starts_with("dossierbron"))
        out.push_back(fmt::format("{} {}:{}", b.code, b.plaats.regel - rijen_ + 1, b.plaats.kolom));
    }
    return out;
  }
  /// How many rows of the register capaciteit a condition leaves.
  std::string count(const std::string& waar) {
    const Geladen loaded = load("invoer n [getal]\n", "| n | capaciteit | aantal | " + waar + " | |\n");
    EXPECT_THAT(faults(loaded), testing::IsEmpty()) << waar;
    return shown(loaded, "n").at(0);
  }

  int rijen_ = 0;  ///< line of the first row
};

}  // namespace zorgkader
