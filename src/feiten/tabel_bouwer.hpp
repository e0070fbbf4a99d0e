// TabelBouwer: a header and rows in, a typed table or all that is wrong with them out.
#pragma once

#include <functional>
#include <optional>

#include "feiten/kolom_bouwer.hpp"
#include "feiten/kop.hpp"
#include "feiten/meldlijst.hpp"
#include "feiten/woordenboek.hpp"
#include "values/tabel.hpp"

namespace zorgkader::feiten {

/// What reading one fact gives: the table only when every row is good.
struct Gelezen {
  std::optional<Tabel> tabel;
  Bevindingen bevindingen;
};

class TabelBouwer {
 public:
  TabelBouwer(const FeitVorm& vorm, Oorsprong oorsprong);

  void add_kop(const Rij& rij);
  void add_rij(const Rij& rij);
  /// Room for so many rows; more is no fault.
  void reserve(std::size_t rijen);
  /// `regeltekst` gives the source text of a line; asked for rising line numbers.
  Gelezen take(const std::function<std::string(std::uint32_t)>& regeltekst);

 private:
  bool accept_shape(const Rij& rij);
  void read_cel(const Rij& rij, std::size_t index);
  void read_lid(const Rij& rij, const Cel& cel, std::size_t sleutel, std::string_view naam);
  void read_waarde(const Rij& rij, const Cel& cel);
  void report_dubbel(const std::function<std::string(std::uint32_t)>& regeltekst);
  template <typename Read, typename Keep>
  void keep(const Rij& rij, const Cel& cel, Read read, Keep store);

  FeitVorm vorm_;
  Meldlijst meldlijst_;
  Kop kop_;
  KolomBouwer waarden_;
  std::vector<Woordenboek> leden_;     // per key
  std::vector<std::uint32_t> bekend_;  // per key: codes below it are its members; 0 when any name will do
  std::vector<SleutelKolom> sleutels_;
  std::vector<std::optional<std::uint32_t>> codes_;  // of the current row, per key; nothing where the cell is bad
  Herkomst herkomst_;
  std::uint32_t lege_regel_ = 0;  // first of the empty rows just read, or 0
  std::uint32_t laatste_regel_ = 1;
};

}  // namespace zorgkader::feiten
