// Herleiding: how one amount came about, step by step. Pure data, made by the engine, shown by others.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "values/tabel.hpp"

namespace zorgkader {

/// One named value. `van` points to earlier steps only, so the list can be read from first to last.
struct HerleidingStap {
  std::string naam;  ///< quantity, or the formula part it stands for
  std::string rol;   ///< formule, parameter, feit, tabel, vastgesteld, deel, open
  std::vector<std::pair<std::string, std::string>> sleutels;
  Vorm vorm;
  std::optional<Waarde> waarde;  ///< nothing: not computed, `toelichting` says why
  std::string formule;           ///< as it stands in the document
  std::string ingevuld;          ///< with the values of `van` in the place of names
  std::string kop;
  std::string bron;
  int regel = 0;            ///< line in the document
  std::string herkomst;     ///< facts: file, line, source, reference date
  std::string toelichting;  ///< what the reader should know beside the formula
  std::vector<std::size_t> van;
  std::size_t weggelaten = 0;  ///< terms of a sum that are not listed
};

struct Herleiding {
  std::string regeling;
  std::string bestand;
  bool is_concept = true;
  std::vector<HerleidingStap> stappen;  ///< the last one is what was asked
};

}  // namespace zorgkader
