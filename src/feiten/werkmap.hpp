// Werkmap: an XLSX workbook in memory: its sheets, shared texts and cell formats.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feiten/opmaak.hpp"
#include "feiten/tabel_bouwer.hpp"
#include "feiten/zip.hpp"

namespace zorgkader::feiten {

struct Werkblad {
  std::string naam;
  std::string deel;  ///< entry of the archive
};

class Werkmap {
 public:
  /// `bytes` outlives the workbook. Check fault() before anything else.
  explicit Werkmap(std::string_view bytes);

  const std::optional<std::string>& fault() const { return fault_; }
  /// In the order of the workbook.
  const std::vector<Werkblad>& bladen() const { return bladen_; }
  const std::vector<std::string>& teksten() const { return teksten_; }
  Opmaaksoort opmaak(std::size_t stijl) const {
    return stijl < stijlen_.size() ? stijlen_[stijl] : Opmaaksoort::gewoon;
  }
  bool from_1904() const { return from_1904_; }
  const Zip& zip() const { return zip_; }

 private:
  /// What a part points to: relation id to the kind (last word of its type) and the entry.
  struct Verwijzing {
    std::string soort;
    std::string deel;
  };
  using Verwijzingen = std::map<std::string, Verwijzing>;

  std::optional<std::string> read_all();
  std::optional<std::string> read_verwijzingen(const std::string& van, Verwijzingen& out) const;
  std::optional<std::string> read_bladen(const std::string& deel, const Verwijzingen& links);
  std::optional<std::string> read_teksten(const std::string& deel);
  std::optional<std::string> read_stijlen(const std::string& deel);

  Zip zip_;
  std::vector<Werkblad> bladen_;
  std::vector<std::string> teksten_;
  std::vector<Opmaaksoort> stijlen_;
  bool from_1904_ = false;
  std::optional<std::string> fault_;
};

/// Gives the header of a sheet to `take`, even when it has no cell, and then its rows, each at least as wide as the
/// header. A row without cells stands for rows that were left out. A finding when the sheet cannot be read to its end.
std::optional<Bevinding> each_rij(const Werkmap& werkmap, const Werkblad& blad, const std::string& bestand,
                                  const std::function<void(const Rij&)>& take);

/// Reads one sheet as the fact `vorm`. `bestand` is the name that findings and the origin show.
Gelezen read_werkblad(const Werkmap& werkmap, const Werkblad& blad, const std::string& bestand, const FeitVorm& vorm);

}  // namespace zorgkader::feiten
