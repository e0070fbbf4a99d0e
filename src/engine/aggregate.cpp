// som, gemiddelde, tel, min, max and product: a stream of rows into groups, without keeping the rows.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "engine/grouping.hpp"

namespace zorgkader {
namespace {

bool groups_fit(const std::vector<Code>& sizes) {
  constexpr std::uint64_t kMostGroups = 50'000'000;
  unsigned __int128 groups = 1;
  for (Code size : sizes) groups = std::min<unsigned __int128>(groups * size, kMostGroups + 1);
  return groups <= kMostGroups;
}

/// What is known of every group so far.
struct Groepen {
  std::vector<std::int64_t> sum;  ///< numerators over `den`, while bounds prove that they fit
  std::vector<Getal> exact;       ///< takes over when they do not, and for min, max and product
  std::vector<std::uint32_t> count;
  std::vector<Toestand> state;
  std::int64_t den = 0;
  std::uint64_t most = 0;  ///< no |sum| is above this

  explicit Groepen(std::size_t n) : sum(n), count(n), state(n, Toestand::goed) {}

  bool present(std::size_t group) const { return count[group] != 0; }

  void make_exact() {
    if (!exact.empty()) return;
    exact.reserve(sum.size());
    for (std::int64_t s : sum) exact.push_back(den == 0 ? Getal() : Getal::breuk(s, den));
  }

  /// Whether a batch can be added as integers.
  bool fits(const Vec& v, std::size_t rows) {
    if (!exact.empty() || v.exact != nullptr || (den != 0 && den != v.den)) return false;
    const auto more = static_cast<unsigned __int128>(v.bound) * rows + most;
    if (more > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return false;
    most = static_cast<std::uint64_t>(more);
    den = v.den;
    return true;
  }

  Getal value(std::size_t group, const std::string& how, bool yes_no) const {
    if (how == "tel" && !yes_no) return Getal(count[group]);
    const Getal total = !exact.empty() ? exact[group] : den == 0 ? Getal() : Getal::breuk(sum[group], den);
    return how == "gemiddelde" ? total / Getal(count[group]) : total;
  }
};

void add(Groepen& g, const Vec& v, const std::vector<Groepreeks>& runs, std::size_t rows) {
  std::size_t i = 0;
  if (!g.fits(v, rows)) {
    g.make_exact();
    for (const auto& [group, count] : runs) {
      for (const std::size_t end = i + count; i < end; ++i) {
        if (v.state(i) == Toestand::goed) g.exact[group] += v.value(i);
      }
    }
    return;
  }
  const bool plain = v.toestand == nullptr && !v.constant;
  for (const auto& [group, count] : runs) {
    std::int64_t total = 0;
    const std::size_t end = i + count;
    if (plain) {
      for (; i < end; ++i) total += v.num[i];
    } else {
      for (; i < end; ++i) total += v.state(i) == Toestand::goed ? v.num[v.at(i)] : 0;
    }
    g.sum[group] += total;
  }
}

/// min, max and product: the first value of a group stands for itself. A group may come back within one batch, so that
/// its rows are counted at once.
void fold(Groepen& g, const std::string& how, const Vec& v, const std::vector<Groepreeks>& runs) {
  g.make_exact();
  std::size_t i = 0;
  for (const auto& [group, count] : runs) {
    bool fresh = !g.present(group);
    Getal& have = g.exact[group];
    for (const std::size_t end = i + count; i < end; ++i) {
      if (v.state(i) != Toestand::goed) continue;
      const Getal value = v.value(i);
      if (fresh)
        have = value;
      else if (how == "product")
        have *= value;
      else if (how == "min" ? value < have : value > have)
        have = value;
      fresh = false;
    }
    g.count[group] += count;
  }
}

}  // namespace

/// The column that names, for rows of what is summed, the member of a key that is grouped by.
const Column& Run::destination(const Uitdrukking& e, int key) const {
  for (const SleutelNaam& k : e.naar) {
    if (k.sleutel == key && k.grootheid >= 0) return *column(k.grootheid);
  }
  for (const SleutelNaam& from : e.over) {
    const auto& attributes = r_.sleutels[static_cast<std::size_t>(from.sleutel)].attributen;
    for (std::size_t a = 0; a < attributes.size(); ++a) {
      if (attributes[a].verwijst == key) return *attributes_.at({from.sleutel, static_cast<int>(a)});
    }
  }
  std::abort();  // the checker has seen that there is one
}

Column Run::aggregate(const Uitdrukking& e) {
  const Uitdrukking& x = *e.delen[0];
  const IndexPtr rows = rows_of(x, ordered(x.sleutels));
  const std::vector<int> keys = ordered(e.sleutels);
  Column out;
  out.soort = e.vorm.soort;
  out.lid_van = e.lid_van;
  if (!groups_fit(counts(keys))) {
    refused_ = true;
    report("rekenfout", e.positie, "Deze som zou te veel groepen krijgen.", "Groepeer naar minder sleutels tegelijk.");
    out.index = none(keys);
    return out;
  }
  Grouping grouping(*this, e, *rows, keys, counts(keys));
  Groepen groups(grouping.index()->rows());
  const bool yes_no = x.vorm.soort == Soort::ja_nee;
  const bool folds = e.tekst == "min" || e.tekst == "max" || e.tekst == "product";
  const bool adds = !folds && (e.tekst != "tel" || yes_no);
  const Node root = compile(x, *rows, true);
  Evaluator values(root, *rows);
  const Rij step = batch_rows(*rows);
  std::vector<std::int64_t> sums;
  for (Rij first = 0; first < rows->rows(); first += step) {
    const Rij count = std::min(step, rows->rows() - first);
    const auto& runs = grouping.of(first, count);
    if (!grouping.complete()) break;
    Vec shape;
    if (adds && values.run_sums(first, count, runs, sums, shape) && groups.fits(shape, count)) {
      for (std::size_t i = 0; i < runs.size(); ++i) {
        groups.sum[runs[i].groep] += sums[i];
        groups.count[runs[i].groep] += runs[i].count;
      }
      continue;
    }
    const Vec v = values.run(first, count);
    if (v.toestand != nullptr) note_states(x, rows, first, v, runs, groups.state);
    if (folds) {
      fold(groups, e.tekst, v, runs);
      continue;
    }
    if (adds) add(groups, v, runs, count);
    for (const auto& [group, length] : runs) groups.count[group] += length;
  }
  if (!grouping.complete()) {
    report("feit-ontbreekt", e.positie,
           fmt::format("Niet elke rij van `{}` hoort bij een groep.", zorgkader::to_text(x)));
  }
  // When a row has no group, no group is known to be whole: all of them are there, without a value.
  std::vector<std::uint8_t> present(groups.count.size());
  for (std::size_t i = 0; i < present.size(); ++i) present[i] = !grouping.complete() || groups.present(i);
  out.index = keys.empty() ? grouping.index() : intern(filter(grouping.index(), present));
  for (std::size_t i = 0; i < present.size(); ++i) {
    // A sum without keys over no rows at all is missing, not zero.
    if (present[i] == 0 && keys.empty()) out.append_int(0, Toestand::leeg);
    if (present[i] == 0) continue;
    const Toestand state = grouping.complete() ? groups.state[i] : Toestand::fout;
    out.append(state == Toestand::goed ? groups.value(i, e.tekst, yes_no) : Getal(), state);
  }
  return out;
}

/// A group with a cell that has no value has none itself; a missing cell is told where it is missed.
void Run::note_states(const Uitdrukking& x, const IndexPtr& rows, Rij first, const Vec& v,
                      const std::vector<Groepreeks>& runs, std::vector<Toestand>& states) {
  std::size_t i = 0;
  for (const auto& [group, count] : runs) {
    for (const std::size_t end = i + count; i < end; ++i) {
      const Toestand state = v.state(i);
      if (state == Toestand::leeg || state == Toestand::fout) explain(x, rows, first + static_cast<Rij>(i));
      states[group] = std::max(states[group], state == Toestand::leeg ? Toestand::fout : state);
    }
  }
}

}  // namespace zorgkader
