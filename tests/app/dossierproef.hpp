// Dossierproef: a dossier made of files in a folder of its own, and what arrangements make of it.
#pragma once

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "app/bereken.hpp"
#include "app/importeer.hpp"

namespace zorgkader {

inline Datum dag(const std::string& iso) {
  return *parse_datum(iso);
}

class Dossierproef : public testing::Test {
 protected:
  Dossierproef() : map_(std::filesystem::temp_directory_path() / ("zk-proef-" + std::to_string(getpid()))) {
    std::filesystem::remove_all(map_);
    std::filesystem::create_directories(map_ / "in");
  }
  ~Dossierproef() override { std::filesystem::remove_all(map_); }

  static std::string regeling(const std::string& pad) { return std::string(ZORGKADER_ROOT) + "/regelingen/" + pad; }
  std::string document(const std::string& tekst) const {
    std::ofstream(map_ / "proef.md") << tekst;
    return (map_ / "proef.md").string();
  }
  Dossierpad dossier() const { return {(map_ / "d.db").string(), ""}; }
  void write(const std::string& naam, const std::string& tekst) const { std::ofstream(map_ / "in" / naam) << tekst; }

  /// Takes in what was written; gives the codes of findings about tables.
  std::vector<std::string> import(const std::string& nu = "2022-01-02") const {
    std::vector<std::string> out;
    const Importvraag vraag{dossier(), {(map_ / "in").string()}, "", "", Moment(dag(nu)), "proef", 1};
    importeer(vraag, [&](const Importregel& line) {
      if (!line.tabel) return;
      for (const Bevinding& b : line.tabel->bevindingen) out.push_back(b.code);
    });
    std::filesystem::remove_all(map_ / "in");
    std::filesystem::create_directories(map_ / "in");
    return out;
  }

  std::string client(const std::string& gemeente, const std::string& bsn) const {
    return Dossierbestand(dossier(), Dossierbestand::Hoe::lezen).kluis().pseudoniem(gemeente, bsn);
  }

  /// Of a quantity `leden = waarde` for every row, as people read it; and findings that are errors.
  std::vector<std::string> cells(const std::string& document, const std::string& naam, const std::string& peildatum,
                                 Bevindingen* fouten = nullptr) const {
    Opdrachtgegevens asked;
    asked.regeling = document;
    asked.dossier = dossier();
    asked.peildatum = dag(peildatum);
    const BerekenAntwoord answer = bereken(asked, {naam});
    std::vector<std::string> out;
    for (const Uitkomst& u : answer.berekening.uitkomsten) {
      for (std::size_t row = 0; row < u.tabel.size(); ++row) {
        std::string line;
        for (const SleutelKolom& key : u.tabel.sleutels) line += (line.empty() ? "" : "; ") + key.at(row);
        out.push_back((line.empty() ? "" : line + " = ") + format_nl(u.tabel.waarden.at(row), u.tabel.vorm));
      }
    }
    for (const Bevinding& b : answer.bevindingen) {
      if (b.ernst != Ernst::fout) continue;
      if (fouten == nullptr)
        ADD_FAILURE() << naam << ": " << to_text(b);
      else
        fouten->push_back(b);
    }
    return out;
  }

  std::filesystem::path map_;
};

}  // namespace zorgkader
