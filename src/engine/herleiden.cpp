// Walking from a value to its facts, clause by clause.
#include "engine/herleiden.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/herkomst.hpp"
#include "engine/herrekenen.hpp"
#include "values/afronding.hpp"

namespace zorgkader {

class Herleider {
 public:
  Herleider(Run& run, const HerleidOpties& opties, Herleiding& out)
      : run_(run), r_(run.regeling()), opties_(opties), out_(out) {}

  std::size_t quantity(int q, Rij row) {
    if (const auto known = done_.find({q, row}); known != done_.end()) return known->second;
    const Grootheid& g = r_.grootheden[static_cast<std::size_t>(q)];
    const Column& column = *run_.column(q);
    HerleidingStap s = start(g.naam, g.vorm, *column.index, row, g.kop, g.positie.regel);
    if (column.state(row) == Toestand::goed) s.waarde = run_.waarde(column, row);
    if (g.is_open) {
      s.rol = "open";
      s.toelichting = "Nog te besluiten: " + g.open_reden;
    } else if (g.rol == Rol::invoer) {
      s.rol = "feit";
      s.herkomst = fact_origin(run_, q, row);
    } else if (g.rol == Rol::tabel) {
      s.rol = "tabel";
      s.herkomst = table_origin(r_, g, column.index->codes(row), run_.opties_.peildatum);
    } else {
      formula(g, q, row, s);
    }
    return done_[{q, row}] = add(std::move(s));
  }

 private:
  HerleidingStap start(std::string name, const Vorm& form, const Index& index, Rij row, int kop, int line) const {
    HerleidingStap s;
    s.naam = std::move(name);
    s.vorm = form;
    for (int i = 0; i < static_cast<int>(index.keys().size()); ++i) {
      const int key = index.keys()[static_cast<std::size_t>(i)];
      s.sleutels.emplace_back(r_.sleutels[static_cast<std::size_t>(key)].naam,
                              run_.leden().name(key, index.code(row, i)));
    }
    if (const Kop* k = r_.kop(kop)) {
      s.kop = k->titel;
      s.bron = k->bron;
    }
    s.regel = line;
    return s;
  }

  std::size_t add(HerleidingStap s) {
    out_.stappen.push_back(std::move(s));
    return out_.stappen.size() - 1;
  }

  void formula(const Grootheid& g, int q, Rij row, HerleidingStap& s) {
    const Column& column = *run_.column(q);
    const bool begins =
        g.begin && column.index->code(row, column.index->place(g.begin->sleutel)) == static_cast<Code>(g.begin->lid);
    const Uitdrukking& e = begins ? *g.begin->waarde : *g.formule;
    s.rol = g.rol == Rol::parameter ? "parameter" : "formule";
    s.toelichting = begins ? "Beginwaarde." : g.toelichting;
    const auto computed = whole(e, *column.index, row, s);
    if (g.beslissing) decision(*g.beslissing, s);
    const auto published = run_.opties_.zonder_vastgesteld ? nullptr : vaststelling(g, *column.index, row);
    if (published == nullptr) return check_step(s, computed);
    s.rol = "vastgesteld";
    s.toelichting = fmt::format("Vastgesteld: {}. De eigen regel geeft {}.", published->reden,
                                computed ? format_nl(*computed, g.vorm) : "geen waarde");
  }

  /// Fills formula, filled-in formula and operands; returns the value of the expression for this row.
  std::optional<Waarde> expression(const Uitdrukking& e, const Index& index, Rij row, HerleidingStap& s) {
    const Node root = run_.compile(e, index, false);
    Evaluator values(root, index);
    const Vec v = values.run(0, 1, &row);
    std::map<const Uitdrukking*, std::string> texts;
    operands(root, values, texts, s);
    decided_ = decided(root, values);
    s.formule = to_text(e);
    s.ingevuld = to_text(e, [&](const Uitdrukking& part) {
      const auto at = texts.find(&part);
      return at == texts.end() ? std::string() : at->second;
    });
    if (v.state(0) != Toestand::goed) return std::nullopt;
    return run_.waarde(v, e.vorm.soort, e.lid_van);
  }

  /// The line of the outcome that a chain of choices came to.
  static int decided(const Node& root, const Evaluator& values) {
    const Node* n = &root;
    while (n->soort == Node::Soort::choose && values.result(n->in[0]).state(0) == Toestand::goed) {
      const Vec& test = values.result(n->in[0]);
      n = &n->in[test.num[test.at(0)] != 0 ? 1 : 2];
    }
    return n->bron == nullptr ? 0 : n->bron->positie.regel;
  }

  /// A decision table is told by the row that counted, not by the whole table.
  void decision(const Beslissing& table, HerleidingStap& s) const {
    const Beslisrij* row = table.rij(decided_);
    if (row == nullptr) return;
    const std::string asked = table.tekst(*row);
    s.formule = asked.empty() ? "beslistabel: in alle andere gevallen" : "beslistabel: " + asked;
    s.ingevuld.clear();
    s.toelichting =
        fmt::format("Eerste rij die past: regel {}{}{}.", decided_, row->reden.empty() ? "" : ", ", row->reden);
  }

  void operands(const Node& n, Evaluator& values, std::map<const Uitdrukking*, std::string>& texts, HerleidingStap& s) {
    const auto good = [&](const Node& node) { return values.result(node).state(0) == Toestand::goed; };
    const bool named = n.bron != nullptr && (n.soort == Node::Soort::leaf || n.soort == Node::Soort::periode ||
                                             n.soort == Node::Soort::code);
    if (named || (n.soort == Node::Soort::fallback && n.bron->soort != Knoopsoort::bij_leeg)) {
      const Vec& v = values.result(n);
      texts.emplace(n.bron, v.state(0) == Toestand::goed
                                ? format_nl(run_.waarde(v, n.bron->vorm.soort, n.bron->lid_van), n.bron->vorm)
                                : "(leeg)");
    }
    if (n.soort == Node::Soort::leaf) leaf(n, values, s);
    if (n.soort == Node::Soort::round) multiple(*n.bron->delen[1], texts, s);
    if (n.soort == Node::Soort::periode) period(n, values, s);
    if (n.soort == Node::Soort::choose && good(n.in[0])) {
      const Vec& test = values.result(n.in[0]);
      operands(n.in[0], values, texts, s);
      return operands(n.in[test.num[test.at(0)] != 0 ? 1 : 2], values, texts, s);
    }
    if (n.soort == Node::Soort::fallback && good(n.in[0])) return operands(n.in[0], values, texts, s);
    for (const Node& c : n.in) operands(c, values, texts, s);
  }

  /// What was rounded to, when it stands elsewhere.
  void multiple(const Uitdrukking& e, std::map<const Uitdrukking*, std::string>& texts, HerleidingStap& s) {
    if (e.soort == Knoopsoort::getal || e.soort == Knoopsoort::cent) return;
    const std::size_t step = part(e, Index::grid({}, {}), 0);
    if (const auto& value = out_.stappen[step].waarde) texts.emplace(&e, format_nl(*value, e.vorm));
    use(s, step);
  }

  void use(HerleidingStap& s, std::size_t step) const {
    if (std::find(s.van.begin(), s.van.end(), step) == s.van.end()) s.van.push_back(step);
  }

  /// The operand behind a leaf: a quantity, a sum of rows, a part of a division.
  void leaf(const Node& n, Evaluator& values, HerleidingStap& s) {
    const std::vector<Code> codes = values.looked_up(n);
    if (std::find(codes.begin(), codes.end(), kGeenLid) != codes.end()) return;
    const Rij row = codes.empty() ? 0 : n.column->index->find(codes.data());
    if (row == kGeenRij) return;
    for (int q = 0; q < static_cast<int>(r_.grootheden.size()); ++q) {
      if (run_.column(q) == n.column) return use(s, quantity(q, row));
    }
    for (const auto& [e, column] : run_.hidden_) {
      if (column.get() == n.column) return use(s, hidden(*e, *column, row));
    }
    for (const auto& [place, column] : run_.attributes_) {
      if (column.get() == n.column) return use(s, attribute(place.first, place.second, *column, row));
    }
  }

  /// A cell of a key table.
  std::size_t attribute(int key, int which, const Column& column, Rij row) {
    const Sleutel& k = r_.sleutels[static_cast<std::size_t>(key)];
    const Attribuut& a = k.attributen[static_cast<std::size_t>(which)];
    HerleidingStap s = start(k.naam + "." + a.naam, a.vorm, *column.index, row, k.kop, k.positie.regel);
    s.rol = "tabel";
    if (column.state(row) == Toestand::goed) s.waarde = run_.waarde(column, row);
    s.herkomst = fmt::format("{}, regel {}", r_.document.regels.bestand(), k.positie.regel);
    return add(std::move(s));
  }

  /// A cell of a table with periods, as it was in force on a date.
  void period(const Node& n, Evaluator& values, HerleidingStap& s) {
    const Vec& date = values.result(n.in.back());
    const Vec& value = values.result(n);
    if (date.state(0) != Toestand::goed || value.state(0) != Toestand::goed) return;
    const Datum day(std::chrono::days(date.num[date.at(0)]));
    const Grootheid& g = r_.grootheden[static_cast<std::size_t>(n.bron->delen[0]->grootheid)];
    const std::vector<Code> codes = values.looked_up(n);
    HerleidingStap step;
    step.naam = g.naam;
    step.vorm = g.vorm;
    step.rol = "tabel";
    step.waarde = run_.waarde(value, g.vorm.soort, g.lid_van);
    if (const Kop* kop = r_.kop(g.kop)) {
      step.kop = kop->titel;
      step.bron = kop->bron;
    }
    for (std::size_t i = 0; i < codes.size(); ++i) {
      step.sleutels.emplace_back(r_.sleutels[static_cast<std::size_t>(g.sleutels[i])].naam,
                                 run_.leden().name(g.sleutels[i], codes[i]));
    }
    step.regel = g.positie.regel;
    step.herkomst = table_origin(r_, g, codes, day);
    use(s, add(std::move(step)));
  }

  /// A formula that is a sum or a division as a whole needs no step of its own for it.
  std::optional<Waarde> whole(const Uitdrukking& e, const Index& index, Rij row, HerleidingStap& s) {
    const Column* column = run_.hidden(e);
    if (column == nullptr || e.soort == Knoopsoort::kies || e.tekst == "vorige") return expression(e, index, row, s);
    std::vector<Code> codes;
    for (int k : column->index->keys()) codes.push_back(index.code(row, index.place(k)));
    const Rij at = codes.empty() ? 0 : column->index->find(codes.data());
    s.formule = to_text(e);
    if (at == kGeenRij || column->state(at) != Toestand::goed) return std::nullopt;
    const Waarde value = run_.waarde(*column, at);
    if (!s.waarde) s.waarde = value;
    details(e, *column, at, s);
    return value;
  }

  std::size_t hidden(const Uitdrukking& e, const Column& column, Rij row) {
    if (const auto known = hidden_done_.find({&e, row}); known != hidden_done_.end()) return known->second;
    HerleidingStap s = start(to_text(e), e.vorm, *column.index, row, -1, e.positie.regel);
    s.rol = "deel";
    s.formule = s.naam;
    if (column.state(row) == Toestand::goed) s.waarde = run_.waarde(column, row);
    details(e, column, row, s);
    return hidden_done_[{&e, row}] = add(std::move(s));
  }

  void details(const Uitdrukking& e, const Column& column, Rij row, HerleidingStap& s) {
    switch (e.soort) {
      case Knoopsoort::som:
        return terms(e, column, row, s);
      case Knoopsoort::verdeel:
        return part_of(e, column, row, s);
      case Knoopsoort::naar_rato:
        return share_of(e, column, row, s);
      default:
        break;
    }
    if (e.soort == Knoopsoort::langs && e.tekst != "vorige") return running(e, column, row, s);
    expression(*e.delen[0], *column.index, row, s);
  }

  /// An operand that may be a plain name or a formula of its own.
  std::size_t part(const Uitdrukking& e, const IndexPtr& index, Rij row) {
    if (e.soort == Knoopsoort::naam && e.grootheid >= 0 && run_.column(e.grootheid)->index->same_rows(*index))
      return quantity(e.grootheid, row);
    HerleidingStap s = start(to_text(e), e.vorm, *index, row, -1, e.positie.regel);
    s.rol = "deel";
    s.waarde = expression(e, *index, row, s);
    return add(std::move(s));
  }

  bool in_group(const Uitdrukking& e, const Index& rows, Rij r, const Index& groups, Rij group) const {
    for (int i = 0; i < static_cast<int>(groups.keys().size()); ++i) {
      const int key = groups.keys()[static_cast<std::size_t>(i)];
      Code code;
      if (const int place = rows.place(key); place >= 0) {
        code = rows.code(r, place);
      } else {
        const Column& to = run_.destination(e, key);
        std::vector<Code> codes;
        for (int k : to.index->keys()) codes.push_back(rows.code(r, rows.place(k)));
        const Rij at = to.index->find(codes.data());
        if (at == kGeenRij || to.state(at) != Toestand::goed) return false;
        code = static_cast<Code>(to.ints[at]);
      }
      if (code != groups.code(group, i)) return false;
    }
    return true;
  }

  void terms(const Uitdrukking& e, const Column& column, Rij row, HerleidingStap& s) {
    const Uitdrukking& x = *e.delen[0];
    const IndexPtr rows = run_.rows_of(x, run_.ordered(x.sleutels));
    std::size_t count = 0;
    std::vector<Waarde> values;
    for (Rij r = 0; r < rows->rows(); ++r) {
      if (!in_group(e, *rows, r, *column.index, row)) continue;
      if (++count <= opties_.meeste_termen && out_.stappen.size() < opties_.meeste_stappen)
        take(s, part(x, rows, r), values);
      else
        ++s.weggelaten;
    }
    // Members of a key are ordered by the key, not by the alphabet: those are not recomputed.
    if (values.size() == count && x.vorm.soort != Soort::tekst) check_step(s, combine(e.tekst, values));
    s.toelichting = fmt::format("{} over {} {}.", e.tekst, count, count == 1 ? "rij" : "rijen");
  }

  /// Uses a step as operand and keeps its value, when it has one.
  void take(HerleidingStap& s, std::size_t step, std::vector<Waarde>& values) const {
    use(s, step);
    if (const auto& value = out_.stappen[step].waarde) values.push_back(*value);
  }

  void part_of(const Uitdrukking& e, const Column& column, Rij row, HerleidingStap& s) {
    const Uitdrukking& x = *e.delen[0];
    const IndexPtr amounts = run_.rows_of(x, run_.ordered(x.sleutels));
    const int place = column.index->place(e.over[0].sleutel);
    std::vector<Code> codes;
    for (int k : amounts->keys()) codes.push_back(column.index->code(row, column.index->place(k)));
    std::vector<Waarde> amount;
    take(s, part(x, amounts, codes.empty() ? 0 : amounts->find(codes.data())), amount);
    const auto parts = run_.leden().count(e.over[0].sleutel);
    const Code which = column.index->code(row, place);
    Getal veelvoud;
    if (run_.constant_of(*e.delen[1], veelvoud) == Toestand::goed && !amount.empty()) {
      check_step(s, Waarde(verdeel(std::get<Getal>(amount[0]), static_cast<int>(parts), veelvoud)[which]));
    }
    s.toelichting = fmt::format("Deel {} van {}{}.", which + 1, parts,
                                which + 1 == parts ? "; het laatste deel neemt wat overblijft" : "");
  }

  void share_of(const Uitdrukking& e, const Column& column, Rij row, HerleidingStap& s) {
    const Uitdrukking &amount = *e.delen[0], &weight = *e.delen[1];
    const int key = e.over[0].sleutel;
    const IndexPtr& rows = column.index;
    HerleidingStap a = start(to_text(amount), amount.vorm, *rows, row, -1, amount.positie.regel);
    std::erase_if(a.sleutels,
                  [&](const auto& k) { return k.first == r_.sleutels[static_cast<std::size_t>(key)].naam; });
    a.rol = "deel";
    a.waarde = expression(amount, *rows, row, a);
    use(s, add(std::move(a)));
    Getal total;
    std::vector<Getal> weights;
    std::size_t which = 0;
    for (Rij r = 0; r < rows->rows(); ++r) {
      bool same = true;
      for (int i = 0; i < static_cast<int>(rows->keys().size()); ++i) {
        same = same && (rows->keys()[static_cast<std::size_t>(i)] == key || rows->code(r, i) == rows->code(row, i));
      }
      if (!same) continue;
      const std::size_t step = part(weight, rows, r);
      use(s, step);
      const auto& w = out_.stappen[step].waarde;
      if (!w) return;
      total += std::get<Getal>(*w);
      if (r == row) which = weights.size();
      weights.push_back(std::get<Getal>(*w));
    }
    const auto& whole = out_.stappen[s.van[0]].waarde;
    if (!whole || !s.waarde || total.is_zero()) return;
    Getal veelvoud;
    if (run_.constant_of(*e.delen[2], veelvoud) != Toestand::goed) return;
    check_step(s, Waarde(naar_rato(std::get<Getal>(*whole), weights, veelvoud)[which]));
    const Getal own = weights[which], exact = std::get<Getal>(*whole) * own / total;
    const Getal given = std::get<Getal>(*s.waarde);
    s.toelichting = fmt::format("Aandeel {} van {}; naar rato precies {}{}.", format_nl(Waarde(own), weight.vorm),
                                format_nl(Waarde(total), weight.vorm), format_nl(Waarde(exact), e.vorm),
                                given.abs() > exact.abs() ? "; dit deel kreeg een deel van de rest"
                                : given == exact          ? ""
                                                          : "; de rest ging naar een ander deel");
  }

  void running(const Uitdrukking& e, const Column& column, Rij row, HerleidingStap& s) {
    const Uitdrukking& x = *e.delen[0];
    const auto stretches = run_.stretches_of(e, run_.operand(x));
    const auto own = std::find_if(stretches.begin(), stretches.end(), [&](const std::vector<Rij>& rows) {
      return std::find(rows.begin(), rows.end(), row) != rows.end();
    });
    const auto at = static_cast<std::size_t>(std::find(own->begin(), own->end(), row) - own->begin());
    const bool window = !e.getal.is_zero();
    std::vector<Waarde> values;
    for (std::size_t i = window ? run_.window_start(e, *column.index, *own, at) : 0; i <= at; ++i)
      take(s, part(x, column.index, (*own)[i]), values);
    const auto& key = e.over[0];
    const std::string member =
        run_.leden().name(key.sleutel, column.index->code(row, column.index->place(key.sleutel)));
    if (e.tekst == "rang") {
      if (s.waarde) check_step(s, Waarde(Getal(static_cast<std::int64_t>(values.size()))));
      s.toelichting = fmt::format("Plaats van {} {} van groot naar klein, van {}.", key.naam, member, own->size());
      return;
    }
    if (s.waarde) check_step(s, combine(window ? e.tekst : "som", values));
    s.toelichting = window ? fmt::format("{} over {} van de laatste {} tot en met {} {}.", e.tekst, values.size(),
                                         *e.getal.as_int64(), key.naam, member)
                           : fmt::format("Opgeteld {}tot en met {} {}.",
                                         e.tekst2.empty() ? "" : "van groot naar klein ", key.naam, member);
  }

  Run& run_;
  const Regeling& r_;
  const HerleidOpties& opties_;
  Herleiding& out_;
  int decided_ = 0;  ///< the line that the last choices came to
  std::map<std::pair<int, Rij>, std::size_t> done_;
  std::map<std::pair<const Uitdrukking*, Rij>, std::size_t> hidden_done_;
};

Herleiding derive(Run& run, int grootheid, Rij row, const HerleidOpties& opties) {
  Herleiding out;
  out.regeling = run.regeling().titel;
  out.bestand = run.regeling().document.regels.bestand();
  Herleider(run, opties, out).quantity(grootheid, row);
  return out;
}

}  // namespace zorgkader
