// som, gemiddelde, tel, min, max and product: a stream of rows into groups, without keeping the rows.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "engine/compiler.hpp"
#include "engine/run.hpp"

namespace zorgkader {
namespace {

constexpr std::uint64_t kMostGroups = 50'000'000;

/// What is known of every group.
struct Groups {
  std::vector<std::int64_t> sum;  ///< numerators over `den`, while bounds prove that they fit
  std::vector<Getal> exact;       ///< takes over when they do not, and for min, max and product
  std::vector<std::uint32_t> count;
  std::vector<Toestand> state;
  std::int64_t den = 0;
  std::uint64_t most = 0;  ///< upper bound of any |sum|

  explicit Groups(std::size_t n) : sum(n), count(n), state(n, Toestand::goed) {}

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

void add_batch(Groups& g, const Vec& v, const Rij* at, std::size_t rows) {
  if (!g.fits(v, rows)) {
    g.make_exact();
    for (std::size_t i = 0; i < rows; ++i) {
      if (v.state(i) == Toestand::goed) g.exact[at[i]] += v.value(i);
    }
  } else if (v.toestand == nullptr && !v.constant) {
    for (std::size_t i = 0; i < rows; ++i) g.sum[at[i]] += v.num[i];
  } else {
    for (std::size_t i = 0; i < rows; ++i) {
      if (v.state(i) == Toestand::goed) g.sum[at[i]] += v.num[v.at(i)];
    }
  }
}

void fold_batch(Groups& g, const std::string& how, const Vec& v, const Rij* at, std::size_t rows) {
  g.make_exact();
  for (std::size_t i = 0; i < rows; ++i) {
    if (v.state(i) != Toestand::goed) continue;
    Getal& have = g.exact[at[i]];
    const Getal value = v.value(i);
    if (g.count[at[i]] == 0)
      have = value;
    else if (how == "product")
      have *= value;
    else if (how == "min" ? value < have : value > have)
      have = value;
    // Counted here because the first value of a group stands for itself; the caller counts nothing for these.
    ++g.count[at[i]];
  }
}

}  // namespace

/// Where each row of a batch belongs: a sum over the batch keys of what each member contributes to the group number.
class Grouping {
 public:
  Grouping(Run& run, const Uitdrukking& e, const Index& rows, const std::vector<int>& keys,
           const std::vector<Code>& sizes)
      : rows_(rows) {
    group_ = Index::grid(keys, sizes);
    for (std::size_t i = 0; i < keys.size(); ++i) part(run, e, keys[i], group_->stride(static_cast<int>(i)));
    for (Deel& d : parts_) {
      if (d.values) d.evaluator = std::make_unique<Evaluator>(*d.values, rows_);
    }
    batch_.index = &rows_;
  }

  Rij groups() const { return group_->rows(); }
  const IndexPtr& index() const { return group_; }

  /// The group numbers of a stretch of rows; nullptr when a row belongs to no group.
  const Rij* of(Rij first, Rij count) {
    batch_.start(first, count);
    at_.assign(std::max<std::size_t>(at_.size(), count), 0);
    for (Deel& d : parts_) {
      if (d.evaluator) {
        add_values(d, first, count);
      } else if (!d.table.empty()) {
        const Code* codes = batch_.codes(d.place);
        for (Rij i = 0; i < count; ++i) at_[i] += d.table[codes[i]];
      } else {
        const Code* codes = batch_.codes(d.place);
        for (Rij i = 0; i < count; ++i) at_[i] += codes[i] * d.stride;
      }
    }
    return complete_ ? at_.data() : nullptr;
  }
  bool complete() const { return complete_; }

 private:
  struct Deel {
    int place = -1;
    Rij stride = 0;
    std::vector<Rij> table;        ///< per member of the batch key: its share of the group number
    std::unique_ptr<Node> values;  ///< otherwise: a formula that gives the member
    std::unique_ptr<Evaluator> evaluator;
  };

  void part(Run& run, const Uitdrukking& e, int key, Rij stride) {
    Deel d;
    d.stride = stride;
    d.place = rows_.place(key);
    if (d.place >= 0) return void(parts_.push_back(std::move(d)));
    const Column& members = run.destination(e, key);
    const bool single = members.index->keys().size() == 1 && members.index->is_grid() && members.toestand.empty();
    if (single) {
      d.place = rows_.place(members.index->keys()[0]);
      for (std::int64_t code : members.ints) d.table.push_back(static_cast<Rij>(code) * stride);
      // A key that contributes twice is looked up once.
      for (Deel& other : parts_) {
        if (other.place != d.place || other.table.empty()) continue;
        for (std::size_t i = 0; i < d.table.size(); ++i) other.table[i] += d.table[i];
        return;
      }
    } else {
      d.values = std::make_unique<Node>();
      d.values->soort = Node::Soort::leaf;
      d.values->column = &members;
      for (int k : members.index->keys()) {
        Herkomstcode from;
        from.plaats = rows_.place(k);
        d.values->route.push_back(from);
      }
    }
    parts_.push_back(std::move(d));
  }

  void add_values(Deel& d, Rij first, Rij count) {
    const Vec v = d.evaluator->run(first, count);
    for (Rij i = 0; i < count; ++i) {
      const bool known = v.state(i) == Toestand::goed && v.num[v.at(i)] >= 0;
      if (known) at_[i] += static_cast<Rij>(v.num[v.at(i)]) * d.stride;
      complete_ = complete_ && known;
    }
  }

  const Index& rows_;
  IndexPtr group_;
  std::vector<Deel> parts_;
  Batch batch_;
  std::vector<Rij> at_;
  bool complete_ = true;
};

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
  unsigned __int128 size = 1;
  for (Code c : counts(keys)) size *= c;
  Column out;
  out.soort = e.vorm.soort;
  out.lid_van = e.lid_van;
  if (size > kMostGroups) {
    report("rekenfout", e.positie, "Deze som zou te veel groepen krijgen.", "Groepeer naar minder sleutels tegelijk.");
    out.index = Index::list(keys, counts(keys), std::vector<std::vector<Code>>(keys.size()));
    return out;
  }
  Grouping grouping(*this, e, *rows, keys, counts(keys));
  Groups groups(grouping.groups());
  const bool yes_no = x.vorm.soort == Soort::ja_nee;
  const bool fold = e.tekst == "min" || e.tekst == "max" || e.tekst == "product";
  const bool add = !fold && (e.tekst != "tel" || yes_no);
  const Node root = compile(x, *rows, true);
  Evaluator values(root, *rows);
  for (Rij first = 0; first < rows->rows(); first += kBatch) {
    const Rij count = std::min(kBatch, rows->rows() - first);
    const Rij* at = grouping.of(first, count);
    if (at == nullptr) break;
    const Vec v = values.run(first, count);
    if (v.toestand != nullptr) {
      for (Rij i = 0; i < count; ++i) {
        const Toestand state = v.state(i);
        if (state == Toestand::leeg || state == Toestand::fout) explain(x, rows, first + i);
        groups.state[at[i]] = std::max(groups.state[at[i]], state == Toestand::leeg ? Toestand::fout : state);
      }
    }
    if (fold) fold_batch(groups, e.tekst, v, at, count);
    if (add) add_batch(groups, v, at, count);
    if (fold) continue;
    for (Rij i = 0; i < count; ++i) ++groups.count[at[i]];
  }
  if (!grouping.complete())
    report("feit-ontbreekt", e.positie,
           fmt::format("Niet elke rij van `{}` hoort bij een {}.", zorgkader::to_text(x),
                       e.naar.empty() ? "groep" : e.naar[0].naam));
  std::vector<std::uint8_t> present(groups.count.size());
  for (std::size_t i = 0; i < present.size(); ++i)
    present[i] = groups.count[i] != 0 || groups.state[i] != Toestand::goed;
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

}  // namespace zorgkader
