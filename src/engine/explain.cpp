// Why a cell has no value, and whether requirements hold: findings with the keys and names that matter.
#include <fmt/format.h>

#include <algorithm>

#include "engine/run.hpp"

namespace zorgkader {
namespace {

std::string name_of(const Regeling& r, const Uitdrukking& e) {
  if (e.soort == Knoopsoort::kies || e.soort == Knoopsoort::op || (e.soort == Knoopsoort::langs && e.tekst == "vorige"))
    return name_of(r, *e.delen[0]);
  return to_text(e);
}

}  // namespace

/// A name that an open key might have had, but that neither the document nor the facts know.
void Run::unknown_member(const Uitdrukking& e) {
  const std::string& key = r_.sleutels[static_cast<std::size_t>(e.lid_van)].naam;
  report("lid-onbekend", e.positie, fmt::format("`{}` komt als {} in de feiten niet voor.", e.tekst, key), "",
         Ernst::let_op);
}

void Run::explain(const Uitdrukking& e, const IndexPtr& index, Rij row) {
  const Node root = compile(e, *index, false);
  Evaluator values(root, *index);
  values.run(0, 1, &row);
  if (explain_node(root, values, index->keys().empty() ? "" : " voor " + key_text(*index, row))) return;
  report("rekenfout", e.positie,
         fmt::format("Voor {} kan `{}` niet worden berekend.", key_text(*index, row), to_text(e)));
}

/// Walks to the part where the trouble starts; true when something was said, or had been said before.
bool Run::explain_node(const Node& n, Evaluator& values, const std::string& where_from) {
  const Toestand state = values.result(n).state(0);
  if (state == Toestand::goed) return false;
  if (n.soort == Node::Soort::constant) return state == Toestand::fout;  // a multiple, reported where it was read
  if (n.soort == Node::Soort::leaf || n.soort == Node::Soort::periode) {
    for (const Node& c : n.in) {
      if (explain_node(c, values, where_from)) return true;
    }
    if (state != Toestand::leeg) return no_shares(n, values);  // others were reported where they arose
    const std::vector<Code> codes = values.looked_up(n);
    const auto& keys = n.soort == Node::Soort::periode
                           ? r_.grootheden[static_cast<std::size_t>(n.bron->delen[0]->grootheid)].sleutels
                           : n.column->index->keys();
    std::string where;
    for (std::size_t i = 0; i < codes.size(); ++i) {
      where += (i ? ", " : "") + r_.sleutels[static_cast<std::size_t>(keys[i])].naam + " " +
               (codes[i] == kGeenLid ? "(geen)" : leden_.name(keys[i], codes[i]));
    }
    report("feit-ontbreekt", n.bron->positie,
           fmt::format("`{}` heeft geen waarde{}{}.", name_of(r_, *n.bron), where.empty() ? "" : " voor ", where));
    return true;
  }
  if (n.soort == Node::Soort::choose && values.result(n.in[0]).state(0) == Toestand::goed) {
    const Vec& test = values.result(n.in[0]);
    return explain_node(n.in[test.num[test.at(0)] != 0 ? 1 : 2], values, where_from);
  }
  for (auto c = n.in.rbegin(); c != n.in.rend(); ++c) {
    if (explain_node(*c, values, where_from)) return true;
  }
  if (n.bron == nullptr || state != Toestand::fout) return false;
  const bool zero = n.soort == Node::Soort::arithmetic && n.teken == Teken::deel;
  report(zero ? "deling-door-nul" : "rekenfout", n.bron->positie,
         fmt::format("`{}` {}{}.", to_text(*n.bron), zero ? "deelt door nul" : "kan niet worden berekend", where_from));
  return true;
}

/// A division by weight that could not be made is said where it is used: a branch not taken divides nothing.
bool Run::no_shares(const Node& n, Evaluator& values) {
  const auto at = no_weights_.find(n.column);
  if (at == no_weights_.end()) return true;
  const std::vector<Code> codes = values.looked_up(n);
  const Rij row = codes.empty() ? 0 : n.column->index->find(codes.data());
  const auto why = at->second.find(row);
  if (why != at->second.end()) report("rekenfout", n.bron->positie, why->second, "Controleer de gewichten.");
  return true;
}

void Run::check_eisen(bool compute_them) {
  for (const Eis& e : r_.eisen) {
    std::vector<int> needed;
    quantities_of(*e.voorwaarde, needed);
    if (e.waar) quantities_of(*e.waar, needed);
    // Without its facts a requirement cannot be judged. That is said, unless there are no facts at all.
    if (!std::all_of(needed.begin(), needed.end(), [this](int q) { return has_facts(q); })) {
      if (compute_them && !facts_.empty()) not_judged(e, needed);
      continue;
    }
    if (compute_them) compute(needed);
    requirement(e);
  }
}

void Run::not_judged(const Eis& e, const std::vector<int>& needed) {
  const std::vector<bool> all = behind(r_, needed);
  std::string names;
  for (std::size_t q = 0; q < all.size(); ++q) {
    const Grootheid& g = r_.grootheden[q];
    if (all[q] && g.rol == Rol::invoer && !has_facts(static_cast<int>(q)))
      names += (names.empty() ? "`" : ", `") + g.naam + "`";
  }
  report("niet-getoetst", e.positie, fmt::format("Deze eis is niet getoetst: zonder {} kan dat niet.", names), "",
         Ernst::melding);
}

/// Whether no fact that a quantity needs is absent.
bool Run::has_facts(int q) const {
  const Grootheid& g = r_.grootheden[static_cast<std::size_t>(q)];
  if (g.rol == Rol::invoer) return facts_.contains(q) || g.bij_leeg || !g.verplicht;
  std::vector<int> needed;
  for (const auto* e : {g.formule.get(), g.waar.get(), g.begin ? g.begin->waarde.get() : nullptr}) {
    if (e != nullptr) quantities_of(*e, needed);
  }
  return std::all_of(needed.begin(), needed.end(), [&](int other) { return other == q || has_facts(other); });
}

void Run::requirement(const Eis& e) {
  if (!computed(*e.voorwaarde) || awaits_rows(*e.voorwaarde)) return;
  if (e.waar && (!computed(*e.waar) || awaits_rows(*e.waar))) return;
  refused_ = false;
  prepare(*e.voorwaarde);
  if (e.waar) prepare(*e.waar);
  const IndexPtr index = rows_of(*e.voorwaarde, ordered(e.voorwaarde->sleutels));
  if (refused_) return;
  constexpr std::size_t kMostFindings = 500;
  std::size_t failed = 0;
  const Node root = compile(*e.voorwaarde, *index, false);
  Evaluator values(root, *index);
  Column holds;
  if (e.waar) holds = evaluate(*e.waar, index, -1);
  if (e.waar) settle(holds, *e.waar);
  std::vector<int> named;
  if (!e.is_melding) quantities_of(*e.voorwaarde, named);
  for (Rij r = 0; r < index->rows() && failed < kMostSchendingen; ++r) {
    if (e.waar && (holds.state(r) != Toestand::goed || holds.ints[r] == 0)) continue;
    const Vec v = values.run(0, 1, &r);
    if (v.state(0) == Toestand::leeg) explain(*e.voorwaarde, index, r);
    if (v.state(0) != Toestand::goed || v.num[v.at(0)] != 0) continue;
    if (++failed == 1) geschonden_.insert(named.begin(), named.end());
    violated(e, *index, r, fill_in(e, root, values), failed <= kMostFindings);
  }
}

void Run::violated(const Eis& e, const Index& index, Rij row, std::string text, bool tell) {
  const std::string where = index.keys().empty() ? "" : fmt::format("Voor {}: ", key_text(index, row));
  if (text.empty()) text = fmt::format("niet voldaan is aan `{}`.", to_text(*e.voorwaarde));
  if (tell)
    report(e.is_melding ? "eis-melding" : "eis-niet-gehaald", e.positie, where + text, "",
           e.is_melding ? Ernst::melding : Ernst::fout);
  Schending out{static_cast<std::size_t>(&e - r_.eisen.data()), {}, std::move(text)};
  for (std::size_t i = 0; i < index.keys().size(); ++i)
    out.leden.emplace_back(index.keys()[i], index.code(row, static_cast<int>(i)));
  schendingen_.push_back(std::move(out));
}

bool Run::is_afgekeurd(int grootheid) const {
  if (geschonden_.empty()) return false;
  const std::vector<bool> needed = behind(r_, {grootheid});
  return std::any_of(geschonden_.begin(), geschonden_.end(),
                     [&](int q) { return static_cast<bool>(needed[static_cast<std::size_t>(q)]); });
}

/// Whether everything a formula names was computed and can be used.
bool Run::computed(const Uitdrukking& e) const {
  std::vector<int> needed;
  quantities_of(e, needed);
  return std::all_of(needed.begin(), needed.end(),
                     [this](int q) { return column(q) != nullptr && !column(q)->onbruikbaar; });
}

/// The text after `meld` with {links}, {rechts} and {verschil}, or both sides of a failed comparison.
std::string Run::fill_in(const Eis& e, const Node& root, const Evaluator& values) {
  const Uitdrukking& c = *e.voorwaarde;
  std::string text = e.meld;
  if (root.soort != Node::Soort::compare) return text;
  const Vec &a = values.result(root.in[0]), &b = values.result(root.in[1]);
  if (a.state(0) != Toestand::goed || b.state(0) != Toestand::goed) return text;
  const Uitdrukking &l = *c.delen[0], &r = *c.delen[1];
  const Waarde left = waarde(a, l.vorm.soort, l.lid_van), right = waarde(b, r.vorm.soort, l.lid_van);
  const std::string left_text = format_nl(left, l.vorm), right_text = format_nl(right, l.vorm);
  if (text.empty())
    return fmt::format("`{}` is {}, maar de eis is {} {} ({}).", to_text(l), left_text, teken_tekst(c.teken),
                       right_text, to_text(r));
  std::string difference;
  if (l.vorm.soort == Soort::getal)
    difference = format_nl(Waarde(a.value(0) - b.value(0)), l.vorm);
  else if (l.vorm.soort == Soort::datum)
    difference = format_nl(Waarde(a.value(0) - b.value(0)), {Soort::getal, Eenheid::basis("dag")});
  for (const auto& [mark, value] :
       {std::pair{"{links}", left_text}, std::pair{"{rechts}", right_text}, std::pair{"{verschil}", difference}}) {
    for (std::size_t at; (at = text.find(mark)) != std::string::npos;)
      text.replace(at, std::string_view(mark).size(), value);
  }
  return text;
}

}  // namespace zorgkader
