// Which rows a formula has: those of its operands with the most keys.
#include <fmt/format.h>

#include <algorithm>

#include "engine/run.hpp"

namespace zorgkader {
namespace {

/// Copies rows of `from` (all places but `drop`) for which take(row) says so, after edit(codes).
template <typename F>
IndexPtr rebuild(const Index& from, const std::vector<int>& keys, const std::vector<Code>& sizes, F emit) {
  std::vector<std::vector<Code>> columns(keys.size());
  bool any = false;
  for (Rij r = 0; r < from.rows(); ++r) {
    std::vector<Code> codes;
    if (!emit(r, codes)) continue;
    any = true;
    for (std::size_t i = 0; i < keys.size(); ++i) columns[i].push_back(codes[i]);
  }
  if (keys.empty() && !any) return nullptr;
  return Index::list(keys, sizes, std::move(columns));
}

}  // namespace

std::vector<int> Run::ordered(Sleutels keys) const {
  std::vector<int> out;
  for (int k = 0; k < static_cast<int>(r_.sleutels.size()); ++k) {
    if (keys & bit(k)) out.push_back(k);
  }
  return out;
}

std::vector<Code> Run::counts(const std::vector<int>& keys) const {
  std::vector<Code> out;
  for (int k : keys) out.push_back(static_cast<Code>(leden_.count(k)));
  return out;
}

IndexPtr Run::full_grid(const std::vector<int>& keys) const {
  return Index::grid(keys, counts(keys));
}

/// Equal indexes become one object, so that columns with the same rows meet without looking anything up.
IndexPtr Run::intern(IndexPtr index) {
  for (const IndexPtr& known : known_indexes_) {
    if (known->same_rows(*index)) return known;
  }
  known_indexes_.push_back(index);
  return index;
}

/// The rows that are left after choices with fixed members; nullptr when a choice needs to be computed per row.
IndexPtr Run::choose_rows(const Uitdrukking& kies, const IndexPtr& rows) const {
  std::vector<std::pair<int, Code>> fixed;
  for (const Keuze& k : kies.keuzes) {
    if (k.sleutel < 0 || rows->place(k.sleutel) < 0) continue;  // an open choice has no keys yet
    const Uitdrukking& value = *k.voorwaarde->delen[1];
    if (value.soort != Knoopsoort::tekst || value.lid_van != k.sleutel) return nullptr;
    fixed.emplace_back(rows->place(k.sleutel), leden_.code(k.sleutel, value.tekst));
  }
  if (fixed.empty()) return rows;
  std::vector<int> keys;
  std::vector<int> places;
  for (int i = 0; i < static_cast<int>(rows->keys().size()); ++i) {
    if (std::any_of(fixed.begin(), fixed.end(), [i](const auto& f) { return f.first == i; })) continue;
    keys.push_back(rows->keys()[static_cast<std::size_t>(i)]);
    places.push_back(i);
  }
  return rebuild(*rows, keys, counts(keys), [&](Rij r, std::vector<Code>& codes) {
    for (const auto& [place, code] : fixed) {
      if (rows->code(r, place) != code) return false;
    }
    for (int p : places) codes.push_back(rows->code(r, p));
    return true;
  });
}

/// Every row one place later along `key`.
IndexPtr Run::shift_rows(const IndexPtr& rows, int key) const {
  const int place = rows->place(key);
  const Code count = static_cast<Code>(leden_.count(key));
  return rebuild(*rows, rows->keys(), rows->sizes(), [&](Rij r, std::vector<Code>& codes) {
    codes = rows->codes(r);
    return ++codes[static_cast<std::size_t>(place)] < count;
  });
}

/// With a default, the first place of a `vorige` has a value too: the rows of what it looks back on, not moved.
void Run::first_places(const Uitdrukking& e, int self, std::vector<IndexPtr>& weak) const {
  if (e.soort == Knoopsoort::langs && e.tekst == "vorige") {
    const Uitdrukking& x = *e.delen[0];
    const bool itself = self >= 0 && x.soort == Knoopsoort::naam && x.grootheid == self;
    if (itself) return;
    const Column* own = hidden(e);
    const IndexPtr& rows = own != nullptr ? own->index : column(x.grootheid)->index;
    if (!rows->keys().empty()) weak.push_back(rows);
    return;
  }
  if (hidden(e) != nullptr) return;
  for (const auto& part : e.delen) first_places(*part, self, weak);
}

void Run::collect(const Uitdrukking& e, int self, std::vector<IndexPtr>& strong, std::vector<IndexPtr>& weak) {
  const auto add = [](std::vector<IndexPtr>& to, const IndexPtr& rows) {
    if (rows != nullptr && !rows->keys().empty()) to.push_back(rows);
  };
  switch (e.soort) {
    case Knoopsoort::naam:
      if (e.grootheid >= 0 && e.grootheid != self) add(strong, column(e.grootheid)->index);
      return;
    case Knoopsoort::attribuut:
      return;
    case Knoopsoort::kies: {
      const Column* own = hidden(e);
      add(strong, choose_rows(e, own != nullptr ? own->index : column(e.delen[0]->grootheid)->index));
      for (const Keuze& k : e.keuzes) {
        if (k.sleutel >= 0) collect(*k.voorwaarde->delen[1], self, strong, weak);
      }
      return;
    }
    case Knoopsoort::op: {
      for (const auto& c : periods_.at(e.delen[0]->grootheid).second) add(weak, c->index);
      return collect(*e.delen[1], self, strong, weak);
    }
    case Knoopsoort::langs:
      if (e.tekst == "vorige") {
        if (e.delen[0]->grootheid == self && self >= 0 && e.delen[0]->soort == Knoopsoort::naam) return;
        const Column* own = hidden(e);
        return add(weak,
                   shift_rows(own != nullptr ? own->index : column(e.delen[0]->grootheid)->index, e.over[0].sleutel));
      }
      return add(strong, hidden(e)->index);
    case Knoopsoort::som:
    case Knoopsoort::verdeel:
    case Knoopsoort::naar_rato:
      return add(strong, hidden(e)->index);
    case Knoopsoort::bij_leeg:
      first_places(*e.delen[0], self, weak);
      for (const auto& part : e.delen) collect(*part, self, strong, weak);
      return;
    case Knoopsoort::functie:
      if (e.tekst == "bekend") return;  // it asks which rows there are, and brings none
      [[fallthrough]];
    default:
      for (const auto& part : e.delen) collect(*part, self, strong, weak);
  }
}

namespace {

/// Unites relations with equal key sets and drops those whose keys another one has as well.
std::vector<IndexPtr> maximal(const std::vector<IndexPtr>& all) {
  std::vector<IndexPtr> out;
  for (const IndexPtr& rows : all) {
    const auto covered = [&](const IndexPtr& other) { return (rows->key_set() & ~other->key_set()) == 0; };
    const auto same =
        std::find_if(out.begin(), out.end(), [&](const IndexPtr& o) { return o->key_set() == rows->key_set(); });
    if (same != out.end()) {
      *same = unite(*same, rows);
      continue;
    }
    if (std::any_of(out.begin(), out.end(), covered)) continue;
    std::erase_if(out, [&](const IndexPtr& o) { return (o->key_set() & ~rows->key_set()) == 0; });
    out.push_back(rows);
  }
  return out;
}

}  // namespace

IndexPtr Run::rows_of(const Uitdrukking& e, const std::vector<int>& keys, int self) {
  std::vector<IndexPtr> strong, weak;
  collect(e, self, strong, weak);
  const auto parts = maximal(strong.empty() ? weak : strong);
  IndexPtr out = Index::grid({}, {});
  for (const IndexPtr& part : parts) {
    std::vector<int> together = out->keys();
    for (int k : part->keys()) {
      if (out->place(k) < 0) together.push_back(k);
    }
    const IndexPtr before = out;
    if ((before->key_set() & part->key_set()) == 0 && too_many(before->rows(), part->rows(), e.positie))
      return none(keys);
    out = out->keys().empty() ? part : join(out, part, together);
    if (too_many(out->rows(), 1, e.positie)) return none(keys);
    if (!before->keys().empty()) check_join(e, *before, *part, *out);
  }
  std::size_t cells = out->rows();
  for (int k : keys) {
    if (out->place(k) >= 0) continue;
    if (too_many(cells, leden_.count(k), e.positie)) return none(keys);
    cells *= leden_.count(k);
  }
  for (int k : keys) {
    if (out->place(k) >= 0) continue;
    std::vector<int> together = out->keys();
    together.push_back(k);
    out = cross(out, k, static_cast<Code>(leden_.count(k)), together);
  }
  return intern(reorder(out, keys));
}

/// Whether a formula would get more cells than a run can hold; that is said once.
bool Run::too_many(std::size_t rows, std::size_t times, const Positie& at) {
  constexpr std::size_t kMostCells = 200'000'000;
  if (times == 0 || rows <= kMostCells / times) return false;
  refused_ = true;
  report("rekenfout", at, fmt::format("Deze formule zou {} x {} cellen krijgen.", rows, times),
         "Kies of sommeer eerst, zodat er minder sleutels tegelijk overblijven.");
  return true;
}

/// No rows at all, over these keys.
IndexPtr Run::none(const std::vector<int>& keys) const {
  return Index::list(keys, counts(keys), std::vector<std::vector<Code>>(keys.size()));
}

/// Rows of either side that found no partner are facts that would be lost without a word.
void Run::check_join(const Uitdrukking& e, const Index& a, const Index& b, const Index& joined) {
  if ((a.key_set() & b.key_set()) == 0) return;  // every row with every other: none where one side has none
  for (const Index* side : {&a, &b}) {
    std::vector<bool> used(side->rows());
    std::vector<Code> codes(side->keys().size());
    for (Rij r = 0; r < joined.rows(); ++r) {
      for (std::size_t i = 0; i < codes.size(); ++i) codes[i] = joined.code(r, joined.place(side->keys()[i]));
      if (const Rij at = side->find(codes.data()); at != kGeenRij) used[at] = true;
    }
    for (Rij r = 0; r < side->rows(); ++r) {
      if (used[r]) continue;
      refused_ = true;
      report("feit-ontbreekt", e.positie,
             fmt::format("Voor {} heeft niet elk deel van de formule een waarde.", key_text(*side, r)));
    }
  }
}

}  // namespace zorgkader
