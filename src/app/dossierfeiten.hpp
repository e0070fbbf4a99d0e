// Facts of an arrangement out of a dossier, as its table `Uit het dossier` says, or from files that went into it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "app/dossierstand.hpp"
#include "feiten/feiten.hpp"
#include "regeling/regeling.hpp"

namespace zorgkader {

/// For each fact that is asked: what its sources give, or else the newest file of that name in the dossier. A row whose
/// key has no member in the document is left out, and told; one that lacks a key makes the fact useless. A dossier
/// knows that there was nothing: a sum or a count has 0 for the members that the document names where there is no row.
/// `peildatum`: what conditions mean by that word.
Feiten facts_from(const Dossierstand& dossier, const Regeling& regeling, const std::vector<FeitVorm>& gevraagd,
                  std::optional<Datum> peildatum = std::nullopt, const std::set<std::string>& elders = {});

/// What one source of a fact counted: rows of a table of the dossier, and the column that was added up or taken; empty:
/// rows were counted.
struct Feitbron {
  const dossier::Dossiertabel* tabel = nullptr;  ///< lives as long as the dossier
  std::string kolom;
  std::vector<std::size_t> rijen;
};

/// Behind the cells of a fact with these members (by key; a key may be left out), source by source, in the order of the
/// document. Findings are those of reading the sources.
std::vector<Feitbron> rows_behind(const Dossierstand& dossier, const Regeling& regeling, const FeitVorm& feit,
                                  std::optional<Datum> peildatum, const std::map<std::string, std::string>& gezocht,
                                  Bevindingen& found);

}  // namespace zorgkader
