// The walk: the first run without rounding, then one group of sources after the other as in the second run.
#include "engine/verklaren.hpp"

#include <algorithm>

#include "engine/bronnen.hpp"
#include "engine/feitenmengsel.hpp"

namespace zorgkader {
namespace {

/// In the order in which they are taken over; what remains after them are the rules.
constexpr std::array kStappen = {Verschiloorzaak::volume, Verschiloorzaak::prijs, Verschiloorzaak::index,
                                 Verschiloorzaak::laat_feit, Verschiloorzaak::correctie};

using Waarden = std::vector<std::optional<Getal>>;  ///< a cell each; nothing where this state has no good value
using Stand = std::vector<Waarden>;                 ///< a question each

/// The cells of one question in a run.
Waarden read(const Run& run, const Verschilvraag& vraag) {
  Waarden out(vraag.van.size());
  const int q = run.regeling().grootheid(vraag.naam);
  const Column* column = q < 0 ? nullptr : run.column(q);
  if (column == nullptr || column->onbruikbaar || column->soort != Soort::getal) return out;
  const Index& index = *column->index;
  std::vector<std::vector<Code>> codes;
  std::vector<const SleutelKolom*> keys;
  for (int key : index.keys()) {
    const std::string& naam = run.regeling().sleutels[static_cast<std::size_t>(key)].naam;
    const auto at = std::find_if(vraag.sleutels.begin(), vraag.sleutels.end(),
                                 [&](const SleutelKolom& k) { return k.naam == naam; });
    if (at == vraag.sleutels.end()) return out;
    keys.push_back(&*at);
    auto& known = codes.emplace_back();
    for (const std::string& lid : at->leden) known.push_back(run.leden().code(key, lid));
  }
  if (keys.size() != vraag.sleutels.size()) return out;
  std::vector<Code> tuple(keys.size());
  for (std::size_t row = 0; row < out.size(); ++row) {
    bool known = true;
    for (std::size_t k = 0; k < tuple.size(); ++k) {
      tuple[k] = codes[k][keys[k]->codes[row]];
      known = known && tuple[k] != kGeenLid;
    }
    const Rij at = !known ? kGeenRij : tuple.empty() ? (index.rows() == 1 ? 0 : kGeenRij) : index.find(tuple.data());
    if (at != kGeenRij && column->state(at) == Toestand::goed) out[row] = column->getal(at);
  }
  return out;
}

class Wandeling {
 public:
  Wandeling(const Kant& a, const Kant& b, Regeling mengsel, const std::vector<Verschilvraag>& vragen,
            bool zonder_afronding)
      : a_(a), b_(b), mix_(std::move(mengsel)), vragen_(vragen), exact_(zonder_afronding) {}

  /// Seven states: the first run, one after each step, and the second run.
  std::vector<Stand> run() {
    std::vector<Stand> out{state(*a_.regeling, *a_.feiten, a_.peildatum)};
    Bevindingen ignored;
    Run second(*b_.regeling, *b_.feiten, options(b_.peildatum), ignored);
    Feitenmengsel facts(a_, b_);
    for (Verschiloorzaak step : kStappen) {
      const bool facts_changed = facts.neem_over(step);
      const bool sources_changed = neem_bronnen_over(mix_, *a_.regeling, second, step);
      out.push_back(facts_changed || sources_changed ? state(mix_, facts.feiten(), a_.peildatum) : out.back());
    }
    out.push_back(values(second));
    return out;
  }

 private:
  RunOpties options(Datum day) const {
    RunOpties out;
    out.peildatum = day;
    out.zonder_afronding = exact_;
    return out;
  }

  Stand values(Run& run) const {
    std::vector<int> asked;
    for (const Verschilvraag& v : vragen_) {
      if (const int q = run.regeling().grootheid(v.naam); q >= 0) asked.push_back(q);
    }
    run.compute(asked);
    Stand out;
    for (const Verschilvraag& v : vragen_) out.push_back(read(run, v));
    return out;
  }

  Stand state(const Regeling& r, const FeitenInvoer& facts, Datum day) const {
    Bevindingen ignored;  // what is wrong on the way is not in either run
    Run run(r, facts, options(day), ignored);
    return values(run);
  }

  const Kant& a_;
  const Kant& b_;
  Regeling mix_;
  const std::vector<Verschilvraag>& vragen_;
  bool exact_;
};

/// The parts of one cell. A state without a value leaves its change to the next one that has one.
Delen parts(const std::vector<Stand>& states, std::size_t vraag, std::size_t row, const Getal& van, const Getal& naar) {
  Delen out;
  const Getal first = *states.front()[vraag][row], last = *states.back()[vraag][row];
  Getal before = first;
  for (std::size_t s = 0; s < kStappen.size(); ++s) {
    const auto& value = states[s + 1][vraag][row];
    if (!value) continue;
    out[static_cast<std::size_t>(kStappen[s])] = *value - before;
    before = *value;
  }
  out[static_cast<std::size_t>(Verschiloorzaak::regel)] = last - before;
  out[static_cast<std::size_t>(Verschiloorzaak::afronding)] = (naar - van) - (last - first);
  return out;
}

bool complete(const std::vector<Stand>& states, std::size_t vraag, std::size_t row) {
  return states.front()[vraag][row] && states.back()[vraag][row];
}

}  // namespace

std::vector<std::vector<Delen>> verklaar(const Kant& a, const Kant& b, const std::function<Regeling()>& lees_a,
                                         const std::vector<Verschilvraag>& vragen) {
  const std::vector<Stand> exact = Wandeling(a, b, lees_a(), vragen, true).run();
  // A cell that has a value only with rounding (a power, a date) is walked to with rounding.
  std::vector<Stand> rounded;
  std::vector<std::vector<Delen>> out;
  for (std::size_t v = 0; v < vragen.size(); ++v) {
    auto& all = out.emplace_back();
    for (std::size_t row = 0; row < vragen[v].van.size(); ++row) {
      const bool whole = complete(exact, v, row);
      if (!whole && rounded.empty()) rounded = Wandeling(a, b, lees_a(), vragen, false).run();
      all.push_back(parts(whole ? exact : rounded, v, row, vragen[v].van[row], vragen[v].naar[row]));
    }
  }
  return out;
}

}  // namespace zorgkader
