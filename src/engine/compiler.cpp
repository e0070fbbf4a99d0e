// Binding formulas to columns: one node for every part of a formula.
#include "engine/compiler.hpp"

#include <algorithm>

#include "regeling/kalenderfuncties.hpp"

namespace zorgkader {
namespace {

constexpr std::int64_t kNoMember = -1;

}  // namespace

Node Compiler::make(Node::Soort soort, const Uitdrukking& e) const {
  Node n;
  n.soort = soort;
  n.bron = &e;
  return n;
}

Node Compiler::wrap(Node::Soort soort, const Uitdrukking& e, Node first) const {
  Node n = make(soort, e);
  n.in.push_back(std::move(first));
  return n;
}

Node Compiler::literal(const Uitdrukking& e) {
  Node n = make(Node::Soort::constant, e);
  switch (e.soort) {
    case Knoopsoort::ja_nee:
      n.num = e.ja ? 1 : 0;
      return n;
    case Knoopsoort::datum:
      n.num = e.datum.time_since_epoch().count();
      return n;
    case Knoopsoort::peildatum:
      n.num = run_.opties_.peildatum.time_since_epoch().count();
      return n;
    case Knoopsoort::tekst: {
      if (e.lid_van < 0) {
        n.num = run_.woorden_.code(e.tekst);
      } else {
        const Code code = run_.leden_.code(e.lid_van, e.tekst);
        if (code == kGeenLid) run_.unknown_member(e);
        n.num = code == kGeenLid ? kNoMember : static_cast<std::int64_t>(code);
      }
      return n;
    }
    default:
      break;
  }
  n.is_exact = !e.getal.is_small();
  if (n.is_exact)
    n.exact = e.getal;
  else {
    n.num = e.getal.small_num();
    n.den = e.getal.small_den();
  }
  return n;
}

void Compiler::route_by_batch(Node& node, const Index& target) {
  for (int key : target.keys()) {
    Herkomstcode from;
    from.plaats = index_.place(key);
    node.route.push_back(from);
  }
}

Node Compiler::leaf(const Column& column, const Uitdrukking& e) {
  Node n = make(Node::Soort::leaf, e);
  n.column = &column;
  route_by_batch(n, *column.index);
  n.identity = column.index.get() == &index_;
  return n;
}

Node Compiler::with_default(Node node, int q, const Uitdrukking& e) {
  const Grootheid& g = run_.r_.grootheden[static_cast<std::size_t>(q)];
  if (!g.bij_leeg) return node;
  Node out = wrap(Node::Soort::fallback, e, std::move(node));
  out.in.push_back(compile(*g.bij_leeg));
  return out;
}

Node Compiler::quantity(int q, const Uitdrukking& e) {
  return with_default(leaf(*run_.column(q), e), q, e);
}

Node Compiler::name(const Uitdrukking& e) {
  if (e.grootheid >= 0) return quantity(e.grootheid, e);
  Node n = make(Node::Soort::code, e);
  n.plaats = index_.place(e.sleutel);
  return n;
}

Node Compiler::attribute(const Uitdrukking& e) {
  return leaf(*run_.attributes_.at({e.sleutel, e.attribuut}), e);
}

/// An expression as member code of `key`: plain text is looked up among the members.
Node Compiler::member_of(const Uitdrukking& e, int key) {
  Node value = compile(e);
  if (e.lid_van == key) return value;
  Node n = wrap(Node::Soort::naar_lid, e, std::move(value));
  for (std::int64_t word = 0; word < run_.woorden_.size(); ++word) {
    const Code code = run_.leden_.code(key, run_.woorden_.word(word));
    n.leden.push_back(code == kGeenLid ? kNoMember : static_cast<std::int64_t>(code));
  }
  return n;
}

Node Compiler::choice(const Uitdrukking& e) {
  const Uitdrukking& x = *e.delen[0];
  const Column* filtered = run_.hidden(e);
  const Column& column = filtered != nullptr ? *filtered : *run_.column(x.grootheid);
  Node n = leaf(column, e);
  for (const Keuze& k : e.keuzes) {
    const int place = k.sleutel < 0 ? -1 : column.index->place(k.sleutel);
    if (place < 0) continue;
    n.identity = false;
    Herkomstcode& from = n.route[static_cast<std::size_t>(place)];
    const Uitdrukking& value = *k.voorwaarde->delen[1];
    if (value.soort == Knoopsoort::tekst && value.lid_van == k.sleutel) {
      from.bron = Herkomstcode::Bron::vast;
      from.code = run_.leden_.code(k.sleutel, value.tekst);
      if (from.code == kGeenLid) run_.unknown_member(value);
    } else {
      from.bron = Herkomstcode::Bron::knoop;
      from.kind = static_cast<int>(n.in.size());
      n.in.push_back(member_of(value, k.sleutel));
    }
  }
  return filtered != nullptr ? std::move(n) : with_default(std::move(n), x.grootheid, e);
}

Node Compiler::previous(const Uitdrukking& e) {
  const Uitdrukking& x = *e.delen[0];
  const Column* own = run_.hidden(e);
  const bool direct = own == nullptr;
  const Column& column = direct ? *run_.column(x.grootheid) : *own;
  Node n = leaf(column, e);
  n.identity = false;
  n.route[static_cast<std::size_t>(column.index->place(e.over[0].sleutel))].vorige = true;
  if (!direct || !run_.r_.grootheden[static_cast<std::size_t>(x.grootheid)].bij_leeg) return n;
  // The default of an input counts where there is an earlier place, and not before the first.
  Node place = make(Node::Soort::code, e);
  place.plaats = index_.place(e.over[0].sleutel);
  Node later = wrap(Node::Soort::compare, e, std::move(place));
  later.teken = Teken::groter;
  later.in.push_back(make(Node::Soort::constant, e));
  Node out = wrap(Node::Soort::choose, e, std::move(later));
  out.in.push_back(with_default(std::move(n), x.grootheid, e));
  out.in.push_back(make(Node::Soort::constant, e));
  out.in.back().toestand = Toestand::leeg;
  return out;
}

Node Compiler::in_force(const Uitdrukking& e) {
  const int q = e.delen[0]->grootheid;
  Node n = make(Node::Soort::periode, e);
  const auto& [starts, columns] = run_.periods_.at(q);
  n.grenzen = starts;
  for (const auto& c : columns) n.perioden.push_back(c.get());
  const Index shape = *Index::grid(run_.r_.grootheden[static_cast<std::size_t>(q)].sleutels,
                                   run_.counts(run_.r_.grootheden[static_cast<std::size_t>(q)].sleutels));
  route_by_batch(n, shape);
  n.in.push_back(compile(*e.delen[1]));
  return n;
}

Node Compiler::binary(const Uitdrukking& e) {
  const Uitdrukking &a = *e.delen[0], &b = *e.delen[1];
  Node n = make(Node::Soort::arithmetic, e);
  n.teken = e.teken;
  const bool date_step = a.vorm.soort == Soort::datum && b.vorm.soort == Soort::getal;
  switch (e.teken) {
    case Teken::en:
    case Teken::of:
      n.soort = Node::Soort::logic;
      break;
    case Teken::plus:
    case Teken::min:
      if (!date_step) break;
      n.soort = Node::Soort::stap;
      n.maat = tijdmaat(b.vorm.eenheid).value_or(Tijdmaat::dag);  // an open choice has no unit yet
      n.richting = e.teken == Teken::min ? -1 : 1;
      break;
    case Teken::maal:
    case Teken::deel:
    case Teken::macht:
      break;
    default:
      n.soort = Node::Soort::compare;
      break;
  }
  n.in.push_back(compile(a));
  n.in.push_back(compile(b));
  return n;
}

Node Compiler::function(const Uitdrukking& e) {
  if (e.tekst == "bekend") return wrap(Node::Soort::bekend, e, compile(*e.delen[0]));
  if (const Kalenderfunctie* f = kalenderfunctie(e)) {
    Node n = make(Node::Soort::kalender, e);
    n.vraag = f->vraag;
    for (std::size_t i = 0; i < f->datums; ++i) n.in.push_back(compile(*e.delen[i]));
    return n;
  }
  if (e.tekst.starts_with("rond")) {
    if (run_.opties_.zonder_afronding) return compile(*e.delen[0]);
    Node n = wrap(Node::Soort::round, e, compile(*e.delen[0]));
    if (const Toestand state = run_.constant_of(*e.delen[1], n.veelvoud); state != Toestand::goed) {
      Node none = make(Node::Soort::constant, e);
      none.toestand = state;
      return none;
    }
    n.mode = e.tekst == "rond_omhoog"   ? Afronding::omhoog
             : e.tekst == "rond_omlaag" ? Afronding::omlaag
                                        : Afronding::rekenkundig;
    return n;
  }
  Node n = compile(*e.delen[0]);
  if (e.tekst == "grootte") {
    Node opposite = wrap(Node::Soort::negate, e, compile(*e.delen[0]));
    n = wrap(Node::Soort::extreme, e, std::move(n));
    n.highest = true;
    n.in.push_back(std::move(opposite));
    return n;
  }
  for (std::size_t i = 1; i < e.delen.size(); ++i) {
    n = wrap(Node::Soort::extreme, e, std::move(n));
    n.highest = e.tekst == "max" || (e.tekst == "begrens" && i == 1);
    n.in.push_back(compile(*e.delen[i]));
  }
  return n;
}

Node Compiler::compile(const Uitdrukking& e) {
  switch (e.soort) {
    case Knoopsoort::naam:
      return name(e);
    case Knoopsoort::attribuut:
      return attribute(e);
    case Knoopsoort::kies:
      return choice(e);
    case Knoopsoort::op:
      return in_force(e);
    case Knoopsoort::niet:
      return wrap(Node::Soort::invert, e, compile(*e.delen[0]));
    case Knoopsoort::min_teken:
      return wrap(Node::Soort::negate, e, compile(*e.delen[0]));
    case Knoopsoort::binair:
      return binary(e);
    case Knoopsoort::als: {
      Node n = wrap(Node::Soort::choose, e, compile(*e.delen[0]));
      n.in.push_back(compile(*e.delen[1]));
      n.in.push_back(compile(*e.delen[2]));
      return n;
    }
    case Knoopsoort::bij_leeg: {
      Node n = wrap(Node::Soort::fallback, e, compile(*e.delen[0]));
      n.in.push_back(compile(*e.delen[1]));
      return n;
    }
    case Knoopsoort::functie:
      return function(e);
    case Knoopsoort::langs:
      if (e.tekst == "vorige") return previous(e);
      break;
    case Knoopsoort::som:
    case Knoopsoort::verdeel:
    case Knoopsoort::naar_rato:
      break;
    default:
      return literal(e);
  }
  return leaf(*run_.hidden(e), e);
}

Node Run::compile(const Uitdrukking& e, const Index& index, bool optimised) {
  Node root = Compiler(*this, index).compile(e);
  if (optimised) optimise(root, index, hoisted_);
  number_nodes(root);
  return root;
}

}  // namespace zorgkader
