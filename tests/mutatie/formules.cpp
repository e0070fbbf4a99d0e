// Mutants of formulas, word by word.
#include <algorithm>
#include <map>

#include "mutatie/mutanten.hpp"
#include "regeling/uitdrukking_parser.hpp"

namespace mutatie {

using namespace zorgkader;

namespace {

/// What a sign or a function becomes; each entry is a mutant, with what to try when the language refuses the first.
using Ruil = std::map<std::string, std::vector<std::vector<std::string>>>;

const Ruil& tekens() {
  static const Ruil all = {
      {"+", {{"-"}}},         {"-", {{"+"}}},          {"*", {{"/", "+", "-"}}}, {"/", {{"*", "-", "+"}}},
      {"^", {{"*", "+"}}},    {"<", {{"<="}, {">="}}}, {"<=", {{"<"}, {">"}}},   {">", {{">="}, {"<="}}},
      {">=", {{">"}, {"<"}}}, {"=", {{"<>"}}},         {"<>", {{"="}}},
  };
  return all;
}

const Ruil& functies() {
  static const Ruil all = {
      {"min", {{"max"}}},
      {"max", {{"min"}}},
      {"som", {{"max"}}},
      {"gemiddelde", {{"max"}}},
      {"product", {{"max", "som"}}},
      {"tel", {{"som", "max"}}},
      {"bekend", {{"niet bekend"}}},
      {"grootte", {{""}}},
      {"rond", {{"rond_omhoog"}, {"rond_omlaag"}}},
      {"rond_omhoog", {{"rond"}, {"rond_omlaag"}}},
      {"rond_omlaag", {{"rond"}, {"rond_omhoog"}}},
      {"cumulatief", {{"vorige"}}},
      {"begin_van_maand", {{"einde_van_maand"}}},
      {"einde_van_maand", {{"begin_van_maand"}}},
      {"weken", {{"werkdagen", "maanden"}}},
      {"maanden", {{"weken", "jaren"}}},
      {"jaren", {{"maanden", "weken"}}},
  };
  return all;
}

const std::map<std::string, std::string>& woordenruil() {
  static const std::map<std::string, std::string> all = {{"en", "of"},  {"of", "en"},  {"niet", ""},
                                                         {"ja", "nee"}, {"nee", "ja"}, {"aflopend", ""}};
  return all;
}

class Uitdrukkingmuteerder {
 public:
  Uitdrukkingmuteerder(const Omgeving& o, const std::vector<Woord>& woorden, const Plek& plek, Verzameling& uit)
      : o_(o), w_(woorden), plek_(plek), uit_(uit) {}

  void run(std::size_t first) {
    for (at_ = first; at_ < w_.size() && w_[at_].soort != Woordsoort::einde; ++at_) word();
  }

 private:
  const Woord& here() const { return w_[at_]; }
  bool is(std::size_t at, const char* text) const {
    return at < w_.size() && w_[at].soort != Woordsoort::tekst && w_[at].tekst == text;
  }
  bool after(std::initializer_list<const char*> words) const {
    return at_ > 0 && std::any_of(words.begin(), words.end(), [&](const char* t) { return is(at_ - 1, t); });
  }

  void word() {
    switch (here().soort) {
      case Woordsoort::getal:
        return number();
      case Woordsoort::tekst:
        return text();
      case Woordsoort::datum:
        return uit_.vervang(plek_, here().positie, {dag_later(o_.tekst.stuk(here().positie))});
      case Woordsoort::teken:
        return sign();
      case Woordsoort::naam:
        return name();
      case Woordsoort::einde:
        return;
    }
  }

  void number() {
    const Woord& w = here();
    const std::string sign = w.procent ? "%" : "";
    const std::string digits = w.procent ? w.tekst.substr(0, w.tekst.size() - 1) : w.tekst;
    std::vector<std::string> tries;
    for (const std::string& n : andere_getallen(digits)) tries.push_back(n + sign);
    const bool bare = !w.procent && !unit_follows();
    if (bare && digits == "0") {
      for (const std::string& unit : o_.eenheden) tries.push_back("1 " + unit);
      tries.push_back("1%");
    }
    if (bare && digits == "1") uit_.vervang(plek_, w.positie, {"0"});
    for (const std::string& lid : andere_leden(o_.regeling, digits)) tries.push_back(lid);
    uit_.vervang(plek_, w.positie, tries);
    if (w.procent && !w.getal.is_zero()) uit_.vervang(plek_, w.positie, {dubbel(digits) + sign});
    skip_unit();
  }

  bool is_unit(std::size_t at) const {
    return at < w_.size() && w_[at].soort == Woordsoort::naam && !is_taalwoord(w_[at].tekst) &&
           Eenheid::canonical(w_[at].tekst, o_.regeling.eenheden).has_value();
  }
  bool unit_follows() const { return is_unit(at_ + 1); }
  void skip_unit() {
    if (!unit_follows()) return;
    ++at_;
    while (is(at_ + 1, "/") && w_[at_ + 1].vast && is_unit(at_ + 2) && w_[at_ + 2].vast) at_ += 2;
  }

  /// Reasons and messages are for the reader.
  void text() {
    if (after({"omdat", "meld", "fout", "open"})) return;
    std::vector<std::string> tries;
    for (const char* way : {"30/360", "werkelijk/365", "werkelijk/werkelijk"}) {  // of jaardeel
      if (after({";"}) && here().tekst.find('/') != std::string::npos && here().tekst != way)
        tries.push_back(std::string("\"") + way + "\"");
    }
    for (const std::string& lid : andere_leden(o_.regeling, here().tekst)) tries.push_back("\"" + lid + "\"");
    if (tries.empty()) tries.push_back("\"" + here().tekst + "x\"");
    uit_.vervang(plek_, here().positie, tries);
  }

  void sign() {
    const auto known = tekens().find(here().tekst);
    if (known == tekens().end()) return;
    if (here().tekst == "-" && !operand_before()) return uit_.vervang(plek_, here().positie, {""});
    for (const auto& tries : known->second) uit_.vervang(plek_, here().positie, tries);
  }

  bool operand_before() const {
    if (at_ == 0) return false;
    const Woord& before = w_[at_ - 1];
    if (before.soort == Woordsoort::teken) return before.tekst == ")" || before.tekst == "]";
    return before.soort != Woordsoort::naam || !is_taalwoord(before.tekst) || before.tekst == "cent";
  }

  void name() {
    const std::string& w = here().tekst;
    if (w == "vastgesteld" || w == "beginnend") return ruling();
    if (w == "als" || w == "waar") return negate(w);
    if (w == "cent") return cent();
    if (const auto other = woordenruil().find(w); other != woordenruil().end())
      return uit_.vervang(plek_, here().positie, {other->second});
    if (is(at_ + 1, "(")) return function();
    if (after({"bij_leeg"})) return uit_.vervang(plek_, here().positie, {"0", "ja", "nee"});
    if (is_taalwoord(w) || after({"."}) || is(at_ + 1, ".")) return;
    member();
  }

  void cent() {
    std::vector<std::string> tries{"1"};
    for (const std::string& unit : o_.eenheden) tries.push_back("1 " + unit);
    uit_.vervang(plek_, here().positie, tries);
  }

  void function() {
    const auto known = functies().find(here().tekst);
    if (known == functies().end()) return;
    for (const auto& tries : known->second) uit_.vervang(plek_, here().positie, tries);
  }

  void member() {
    const std::string& w = here().tekst;
    if (o_.regeling.grootheid(w) >= 0 || o_.regeling.sleutel(w) >= 0) return;
    std::vector<std::string> tries;
    for (const std::string& lid : andere_leden(o_.regeling, w)) tries.push_back("\"" + lid + "\"");
    uit_.vervang(plek_, here().positie, tries);
  }

  /// `vastgesteld [jaar = 2022] = 12`: its choices and its value, not the signs that belong to the form.
  void ruling() {
    bool inside = false;
    for (++at_; at_ < w_.size() && w_[at_].soort != Woordsoort::einde; ++at_) {
      if (is(at_, "=") && !inside) return;
      if (is(at_, "[") || is(at_, "]"))
        inside = is(at_, "[");
      else if (!is(at_, "="))
        word();
    }
    --at_;
  }

  /// `als v dan` and `waar v` the other way round: for `als` that swaps the branches.
  void negate(const std::string& what) {
    const std::size_t end = what == "als" ? matching_dan() : end_of_where();
    if (end == at_ + 1 || end >= w_.size()) return;
    const Woord& first = w_[at_ + 1];
    const Positie& last = w_[end - 1].positie;
    const Positie behind{last.regel, last.kolom + last.lengte, 0};
    Mutant m{here().positie, plek_.grootheid, uit_.plek_van(plek_, here().positie), {}};
    m.pogingen.push_back(
        {{o_.tekst.ingreep({first.positie.regel, first.positie.kolom, 0}, "niet ("), o_.tekst.ingreep(behind, ")")},
         "`" + what + "` omgekeerd"});
    uit_.voeg_toe(std::move(m));
  }

  std::size_t matching_dan() const {
    int depth = 0;
    for (std::size_t i = at_ + 1; i < w_.size(); ++i) {
      if (is(i, "als")) ++depth;
      if (is(i, "dan") && depth-- == 0) return i;
    }
    return w_.size();
  }

  std::size_t end_of_where() const {
    std::size_t i = at_ + 1;
    while (i < w_.size() && w_[i].soort != Woordsoort::einde && !is(i, "vastgesteld") && !is(i, "beginnend") &&
           !is(i, "meld") && !is(i, "fout"))
      ++i;
    return i;
  }

  const Omgeving& o_;
  const std::vector<Woord>& w_;
  const Plek& plek_;
  Verzameling& uit_;
  std::size_t at_ = 0;
};

/// Where the expression of a statement begins, and what the statement bepaalt; nothing for what has none.
struct Begin {
  std::size_t eerste = 0;
  std::string grootheid;
};

bool is_sign(const Woord& w, const char* text) {
  return w.soort == Woordsoort::teken && w.tekst == text;
}

/// The place after the first sign of a kind that stands outside square brackets.
std::size_t behind_sign(const std::vector<Woord>& w, const char* text) {
  bool inside = false;
  for (std::size_t i = 0; i < w.size(); ++i) {
    if (!inside && is_sign(w[i], text)) return i + 1;
    if (is_sign(w[i], "[") || is_sign(w[i], "]")) inside = is_sign(w[i], "[");
    if (is_sign(w[i], text) && !inside) return i + 1;
  }
  return w.size();
}

std::optional<Begin> begin_of(const Omgeving& o, const std::vector<Woord>& w) {
  const std::string& first = w[0].tekst;
  if (first == "eis") return Begin{1, ""};
  if (w[1].soort == Woordsoort::naam && (first == "uitkomst" || first == "oorzaak" || first == "eenheid"))
    return std::nullopt;
  const bool invoer = first == "invoer";
  const std::string& name = invoer ? w[1].tekst : first;
  if (!o.bereik.grootheid(name)) return std::nullopt;
  if (invoer) return Begin{behind_sign(w, "]"), name};
  if (w.size() > 2 && is_sign(w[1], ":=")) return Begin{2, name};
  return Begin{behind_sign(w, "="), name};
}

}  // namespace

void muteer_uitdrukking(const Omgeving& o, const std::vector<Woord>& woorden, std::size_t eerste, const Plek& plek,
                        Verzameling& uit) {
  Uitdrukkingmuteerder(o, woorden, plek, uit).run(eerste);
}

void muteer_blokken(const Omgeving& o, Verzameling& uit) {
  const Regels& regels = o.regeling.document.regels;
  Bevindingen ignored;
  for (const RegelBlok& blok : o.regeling.document.blokken) {
    for (const Opdracht& opdracht : split_opdrachten(regels, blok, ignored)) {
      const auto begin = begin_of(o, opdracht.woorden);
      const Plek plek{begin ? begin->grootheid : "", "", opdracht.woorden[0].positie.regel};
      if (begin) muteer_uitdrukking(o, opdracht.woorden, begin->eerste, plek, uit);
    }
  }
}

}  // namespace mutatie
