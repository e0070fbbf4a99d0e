// Whole runs: against a naive evaluator, with and without optimising, in any order of facts, and derived cell by cell.
#include "engine/run.hpp"

#include <gtest/gtest.h>

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>

#include "engine/compiler.hpp"
#include "engine/herleiden.hpp"
#include "engine/naief.hpp"

namespace zorgkader {
namespace {

std::uint32_t u(int i) {
  return static_cast<std::uint32_t>(i);
}

Tabel tabel(const naief::Invoer& in, std::mt19937_64& random) {
  Tabel out;
  out.naam = in.naam;
  for (int k : in.sleutels) {
    SleutelKolom key{naief::kNamen[k], {}, {}};
    for (int member = 0; member < naief::kLeden[k]; ++member)
      key.leden.push_back(naief::kNamen[k] + std::to_string(member));
    out.sleutels.push_back(std::move(key));
  }
  std::vector<std::pair<std::vector<int>, naief::Getal>> rows(in.waarden.begin(), in.waarden.end());
  std::shuffle(rows.begin(), rows.end(), random);
  for (const auto& [tuple, value] : rows) {
    for (std::size_t i = 0; i < tuple.size(); ++i) out.sleutels[i].codes.push_back(u(tuple[i]));
    out.waarden.push_back(Getal(value));
  }
  return out;
}

/// A run of a random arrangement on its random facts.
struct Draai {
  explicit Draai(std::uint64_t seed, std::uint64_t order = 1)
      : proef(naief::make(seed)), tekst(naief::document(proef)), regeling(read_regeling("proef.md", tekst, {}, found)) {
    std::mt19937_64 random(order);
    for (const auto& in : proef.invoeren) feiten.tabellen.emplace(in.naam, tabel(in, random));
    if (has_errors(found)) RC_FAIL(tekst + "\n" + to_text(found[0]));
    run = std::make_unique<Run>(regeling, feiten, RunOpties{}, found);
    std::vector<int> all;
    for (std::size_t i = 0; i < proef.formules.size(); ++i) all.push_back(grootheid(i));
    run->compute(all);
    if (has_errors(found)) RC_FAIL(tekst + "\n" + to_text(found[0]));
  }

  int grootheid(std::size_t formule) const { return regeling.grootheid("f" + std::to_string(formule)); }

  naief::Proef proef;
  std::string tekst;
  Bevindingen found;
  Regeling regeling;
  FeitenInvoer feiten;
  std::unique_ptr<Run> run;
};

RC_GTEST_PROP(Run, GivesWhatANaiveWalkGives, (std::uint64_t seed)) {
  const Draai draai(seed);
  for (std::size_t i = 0; i < draai.proef.formules.size(); ++i) {
    const naief::Formule& f = *draai.proef.formules[i];
    const Column& column = *draai.run->column(draai.grootheid(i));
    const auto cells = naief::cellen(f.sleutels);
    RC_ASSERT(column.index->rows() == cells.size());
    for (Rij row = 0; row < column.index->rows(); ++row) {
      const naief::Getal wanted = naief::value(draai.proef, f, cells[row]);
      if (column.getal(row).big() != wanted)
        RC_FAIL(draai.tekst + "\nf" + std::to_string(i) + " " + draai.run->key_text(*column.index, row) + " is " +
                column.getal(row).big().str() + ", not " + wanted.str());
    }
  }
}

RC_GTEST_PROP(Run, OptimisingChangesNoValue, (std::uint64_t seed)) {
  Draai draai(seed);
  for (std::size_t i = 0; i < draai.proef.formules.size(); ++i) {
    const Grootheid& g = draai.regeling.grootheden[static_cast<std::size_t>(draai.grootheid(i))];
    const Index& index = *draai.run->column(draai.grootheid(i))->index;
    const Node plain = draai.run->compile(*g.formule, index, false), fast = draai.run->compile(*g.formule, index, true);
    Evaluator a(plain, index), b(fast, index);
    const Vec va = a.run(0, index.rows()), vb = b.run(0, index.rows());
    for (Rij row = 0; row < index.rows(); ++row) {
      RC_ASSERT(va.state(row) == vb.state(row));
      RC_ASSERT(va.value(row) == vb.value(row));
    }
  }
}

RC_GTEST_PROP(Run, DoesNotSeeTheOrderOfFacts, (std::uint64_t seed, std::uint64_t order)) {
  const Draai one(seed, 1), other(seed, order);
  for (std::size_t i = 0; i < one.proef.formules.size(); ++i) {
    const Column &a = *one.run->column(one.grootheid(i)), &b = *other.run->column(other.grootheid(i));
    RC_ASSERT(a.index->same_rows(*b.index));
    for (Rij row = 0; row < a.index->rows(); ++row) RC_ASSERT(a.getal(row) == b.getal(row));
  }
}

/// derive() recomputes every step and aborts on a difference, so arriving is the test.
RC_GTEST_PROP(Run, DerivesEveryCell, (std::uint64_t seed)) {
  Draai draai(seed);
  for (std::size_t i = 0; i < draai.proef.formules.size(); ++i) {
    const int q = draai.grootheid(i);
    for (Rij row = 0; row < draai.run->column(q)->index->rows(); ++row) {
      const Herleiding h = derive(*draai.run, q, row);
      RC_ASSERT(!h.stappen.empty());
      RC_ASSERT(h.stappen.back().waarde == draai.run->waarde(*draai.run->column(q), row));
      for (std::size_t s = 0; s < h.stappen.size(); ++s) {
        for (std::size_t earlier : h.stappen[s].van) RC_ASSERT(earlier < s);
      }
    }
  }
}

}  // namespace
}  // namespace zorgkader
