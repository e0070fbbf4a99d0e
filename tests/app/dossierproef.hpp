// Dossierproef: a dossier made of files, and what arrangements make of it.
#pragma once

#include "app/bereken.hpp"
#include "dossier_hulp.hpp"

namespace zorgkader {

inline Datum dag(const std::string& iso) {
  return *parse_datum(iso);
}

class Dossierproef : public Dossiertest {
 protected:
  static std::string regeling(const std::string& pad) { return std::string(ZORGKADER_ROOT) + "/regelingen/" + pad; }
  std::string document(const std::string& tekst) const {
    std::ofstream(map_ / "proef.md") << tekst;
    return (map_ / "proef.md").string();
  }
  /// Takes in what was put; gives the codes of findings about tables.
  std::vector<std::string> import(const std::string& nu = "2022-01-02") const {
    std::vector<std::string> out;
    for (const Importregel& line : Dossiertest::import(dag(nu))) {
      for (const Bevinding& b : line.tabel ? line.tabel->bevindingen : Bevindingen()) out.push_back(b.code);
    }
    return out;
  }

  std::string client(const std::string& gemeente, const std::string& bsn) const {
    return Dossierbestand(pad(), Dossierbestand::Hoe::lezen).kluis().pseudoniem(gemeente, bsn);
  }

  /// Of a quantity `leden = waarde` for every row, as people read it; and findings that are errors.
  std::vector<std::string> cells(const std::string& document, const std::string& naam, const std::string& peildatum,
                                 Bevindingen* fouten = nullptr) const {
    Opdrachtgegevens asked;
    asked.regeling = document;
    asked.dossier = pad();
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
};

}  // namespace zorgkader
