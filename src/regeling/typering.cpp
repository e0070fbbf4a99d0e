// Kinds and units of arithmetic, comparison and choice between values.
#include "regeling/typering.hpp"

#include <fmt/format.h>

#include "regeling/kalenderfuncties.hpp"

namespace zorgkader {

void Typering::report(const char* code, const Positie& at, std::string what, std::string remedy) {
  found_.push_back(r_.document.regels.bevinding(code, at, std::move(what), std::move(remedy)));
}

std::string Typering::key_names(Sleutels keys) const {
  std::string out;
  for (std::size_t i = 0; i < r_.sleutels.size(); ++i) {
    if (keys & bit(static_cast<int>(i))) out += (out.empty() ? "" : ", ") + r_.sleutels[i].naam;
  }
  return out;
}

void Typering::take_form(Uitdrukking& e, const Uitdrukking& from) {
  e.vorm = from.vorm;
  e.lid_van = from.lid_van;
  e.eenheid_vrij = from.eenheid_vrij;
}

bool Typering::want(const Uitdrukking& e, Soort soort, const char* what) {
  if (e.onbekend || e.vorm.soort == soort) return !e.onbekend;
  report("soort-fout", e.positie,
         fmt::format("{} hoort {} te zijn, maar `{}` is {}.", what, soort_naam(soort), to_text(e), e.vorm.text()));
  return false;
}

void Typering::expression(Uitdrukking& e) {
  switch (e.soort) {
    case Knoopsoort::getal:
      e.eenheid_vrij =
          (e.getal.is_zero() || e.neemt_eenheid) && e.vorm.eenheid.is_bare() && !e.vorm.eenheid.shows_percent();
      return;
    case Knoopsoort::cent:
      report("soort-fout", e.positie, "`cent` kan alleen als veelvoud staan.",
             "Schrijf rond(x; cent), of een bedrag zoals 0,01 €.");
      return broken(e);
    case Knoopsoort::tekst:
      e.vorm = {Soort::tekst, {}};
      return;
    case Knoopsoort::datum:
    case Knoopsoort::peildatum:
      e.vorm = {Soort::datum, {}};
      return;
    case Knoopsoort::ja_nee:
      e.vorm = {Soort::ja_nee, {}};
      return;
    case Knoopsoort::naam:
      return name(e);
    case Knoopsoort::attribuut:
      return attribute(e);
    case Knoopsoort::kies:
      return choice(e);
    case Knoopsoort::op:
      return in_force(e);
    case Knoopsoort::niet:
    case Knoopsoort::min_teken: {
      expression(*e.delen[0]);
      const bool negation = e.soort == Knoopsoort::niet;
      e.sleutels = e.delen[0]->sleutels;
      e.vorm = negation ? Vorm{Soort::ja_nee, {}} : e.delen[0]->vorm;
      if (!want(*e.delen[0], negation ? Soort::ja_nee : Soort::getal,
                negation ? "Wat na `niet` staat" : "Wat na het minteken staat"))
        broken(e);
      return;
    }
    case Knoopsoort::binair:
      return binary(e);
    case Knoopsoort::als:
      return condition(e);
    case Knoopsoort::bij_leeg:
      return fallback(e);
    case Knoopsoort::functie:
      return function(e);
    case Knoopsoort::som:
      return aggregate(e);
    case Knoopsoort::langs:
      return along(e);
    case Knoopsoort::verdeel:
      return spread(e);
    case Knoopsoort::naar_rato:
      return shares(e);
  }
}

/// A bare number beside a percentage: 3 may mean 3% or 300%. 0 and 1 are clear.
bool Typering::unclear_percent(const Uitdrukking& literal, const Vorm& beside) {
  const bool bare = literal.soort == Knoopsoort::getal && literal.vorm.eenheid.is_bare() &&
                    !literal.vorm.eenheid.shows_percent() && beside.soort == Soort::getal &&
                    beside.eenheid.shows_percent();
  if (!bare || literal.getal.is_zero() || literal.getal == Getal(1)) return false;
  report("getal-dubbelzinnig", literal.positie,
         fmt::format("Bij een percentage kan {0} zowel {0}% als {0} keer betekenen.", literal.tekst),
         "Schrijf het getal met een %-teken.");
  return true;
}

/// Makes the forms of two operands equal, or says why they are not.
bool Typering::same_form(Uitdrukking& a, Uitdrukking& b, const Positie& at, const char* verb) {
  if (a.onbekend || b.onbekend) return false;
  if (a.vorm.soort != b.vorm.soort) {
    report("soort-fout", at,
           fmt::format("Links staat {} en rechts {}: dat kan niet worden {}.", a.vorm.text(), b.vorm.text(), verb));
    return false;
  }
  if (unclear_percent(a, b.vorm) || unclear_percent(b, a.vorm)) return false;
  if (a.vorm.soort != Soort::getal || a.vorm.eenheid.like(b.vorm.eenheid)) return true;
  if (a.eenheid_vrij)
    a.vorm = b.vorm;
  else if (b.eenheid_vrij)
    b.vorm = a.vorm;
  else {
    report("eenheid-ongelijk", at,
           fmt::format("Links staat {} en rechts {}: dat kan niet worden {}.", a.vorm.text(), b.vorm.text(), verb));
    return false;
  }
  return true;
}

void Typering::binary(Uitdrukking& e) {
  switch (e.teken) {
    case Teken::plus:
    case Teken::min:
    case Teken::maal:
    case Teken::deel:
      return arithmetic(e);
    case Teken::macht:
      return power(e);
    case Teken::en:
    case Teken::of:
      return logic(e);
    default:
      return comparison(e);
  }
}

void Typering::arithmetic(Uitdrukking& e) {
  Uitdrukking &a = *e.delen[0], &b = *e.delen[1];
  expression(a);
  expression(b);
  e.sleutels = a.sleutels | b.sleutels;
  if (a.onbekend || b.onbekend) return broken(e);
  const bool sum = e.teken == Teken::plus || e.teken == Teken::min;
  if (sum && a.vorm.soort == Soort::datum) {
    if (e.teken == Teken::min && b.vorm.soort == Soort::datum)
      return void(e.vorm = {Soort::getal, Eenheid::basis("dag")});
    if (b.vorm.soort == Soort::getal && tijdmaat(b.vorm.eenheid)) return void(e.vorm = a.vorm);
    report(
        "soort-fout", b.positie,
        fmt::format("Bij een datum kunnen dagen, werkdagen, weken, maanden, kwartalen of jaren worden geteld, geen {}.",
                    b.vorm.text()),
        "Schrijf bijvoorbeeld datum + 8 weken.");
    return broken(e);
  }
  if (!want(a, Soort::getal, "Waarmee gerekend wordt") || !want(b, Soort::getal, "Waarmee gerekend wordt"))
    return broken(e);
  if (sum) {
    if (!same_form(a, b, e.positie, e.teken == Teken::plus ? "opgeteld" : "afgetrokken")) return broken(e);
    e.vorm = a.vorm;
    if (!b.vorm.eenheid.shows_percent()) e.vorm.eenheid = b.vorm.eenheid;
    return;
  }
  e.vorm.eenheid = e.teken == Teken::maal ? a.vorm.eenheid * b.vorm.eenheid : a.vorm.eenheid / b.vorm.eenheid;
}

void Typering::power(Uitdrukking& e) {
  Uitdrukking &a = *e.delen[0], &b = *e.delen[1];
  expression(a);
  expression(b);
  e.sleutels = a.sleutels | b.sleutels;
  if (a.onbekend || b.onbekend) return broken(e);
  if (!want(a, Soort::getal, "Het grondtal") || !want(b, Soort::getal, "De macht")) return broken(e);
  if (!b.vorm.eenheid.is_bare()) {
    report("eenheid-ongelijk", b.positie,
           fmt::format("Een macht is een getal zonder eenheid, geen {}.", b.vorm.text()));
    return broken(e);
  }
  if (a.vorm.eenheid.is_bare()) return;
  const auto whole = b.soort == Knoopsoort::getal ? b.getal.as_int64() : std::nullopt;
  if (!whole || *whole < -9 || *whole > 9) {
    report("eenheid-ongelijk", e.positie,
           fmt::format("Een waarde in {} kan alleen tot een vaste, hele macht worden verheven.", a.vorm.text()));
    return broken(e);
  }
  e.vorm.eenheid = a.vorm.eenheid.pow(static_cast<int>(*whole));
}

void Typering::comparison(Uitdrukking& e) {
  e.vorm = {Soort::ja_nee, {}};
  Uitdrukking &a = *e.delen[0], &b = *e.delen[1];
  // A bare word beside a key is a member of that key, so the other side is looked at first.
  const auto bare = [this](const Uitdrukking& x) {
    return x.soort == Knoopsoort::tekst || x.soort == Knoopsoort::getal ||
           (x.soort == Knoopsoort::naam && r_.grootheid(x.tekst) < 0 && r_.sleutel(x.tekst) < 0);
  };
  if (bare(a) && !bare(b)) {
    expression(b);
    b.lid_van >= 0 ? as_member(a, b.lid_van) : expression(a);
  } else {
    expression(a);
    a.lid_van >= 0 && bare(b) ? as_member(b, a.lid_van) : expression(b);
  }
  e.sleutels = a.sleutels | b.sleutels;
  if (!same_form(a, b, e.positie, "vergeleken")) return broken(e);
  const bool order = e.teken != Teken::gelijk && e.teken != Teken::ongelijk;
  if (a.vorm.soort == Soort::tekst && a.lid_van != b.lid_van) {
    report("soort-fout", e.positie, "Deze twee horen niet bij dezelfde sleutel.",
           "Vergelijk met een lid van de sleutel.");
    return broken(e);
  }
  if (order && (a.vorm.soort == Soort::ja_nee || (a.vorm.soort == Soort::tekst && a.lid_van < 0))) {
    report("soort-fout", e.positie, fmt::format("Een {} heeft geen volgorde.", a.vorm.text()),
           "Vergelijk met = of <>.");
    broken(e);
  }
}

void Typering::logic(Uitdrukking& e) {
  e.vorm = {Soort::ja_nee, {}};
  for (auto& part : e.delen) {
    expression(*part);
    e.sleutels |= part->sleutels;
    if (!want(*part, Soort::ja_nee, e.teken == Teken::en ? "Wat bij `en` staat" : "Wat bij `of` staat")) broken(e);
  }
}

void Typering::condition(Uitdrukking& e) {
  for (auto& part : e.delen) {
    expression(*part);
    e.sleutels |= part->sleutels;
  }
  want(*e.delen[0], Soort::ja_nee, "De voorwaarde");
  Uitdrukking &yes = *e.delen[1], &no = *e.delen[2];
  if (yes.lid_van >= 0 && no.lid_van < 0) as_member(no, yes.lid_van);
  if (no.lid_van >= 0 && yes.lid_van < 0) as_member(yes, no.lid_van);
  if (!same_form(yes, no, e.positie, "afgewisseld")) return broken(e);
  take_form(e, yes.eenheid_vrij ? no : yes);
  if (e.delen[0]->onbekend) broken(e);
}

void Typering::fallback(Uitdrukking& e) {
  Uitdrukking &a = *e.delen[0], &b = *e.delen[1];
  const bool before = std::exchange(left_of_default_, true);
  expression(a);
  left_of_default_ = before;
  if (a.lid_van >= 0 && (b.soort == Knoopsoort::tekst || b.soort == Knoopsoort::naam))
    as_member(b, a.lid_van);
  else
    expression(b);
  e.sleutels = a.sleutels | b.sleutels;
  if (!same_form(a, b, e.positie, "ingevuld")) return broken(e);
  take_form(e, a.eenheid_vrij ? b : a);
}

void Typering::multiple(Uitdrukking& m, const Uitdrukking& x) {
  if (m.soort == Knoopsoort::cent) {
    m.soort = Knoopsoort::getal;
    m.tekst = "cent";
    m.getal = Getal::breuk(1, 100);
    m.vorm = x.vorm;
    if (!x.onbekend && x.vorm.soort == Soort::getal && !x.vorm.eenheid.has_euro())
      report("eenheid-ongelijk", m.positie, fmt::format("`cent` past niet bij een waarde in {}.", x.vorm.text()),
             "Schrijf het veelvoud als getal, zoals 0,1.");
    return;
  }
  expression(m);
  if (!want(m, Soort::getal, "Het veelvoud") || x.onbekend || x.vorm.soort != Soort::getal) return;
  if (m.sleutels != 0) report("sleutel-verdwijnt", m.positie, "Het veelvoud van een afronding heeft geen sleutels.");
  if (unclear_percent(m, x.vorm)) return;
  if (m.soort == Knoopsoort::getal && m.vorm.eenheid.is_bare() && !m.vorm.eenheid.shows_percent()) m.vorm = x.vorm;
  if (!m.vorm.eenheid.like(x.vorm.eenheid))
    report("eenheid-ongelijk", m.positie,
           fmt::format("Het veelvoud is in {}, de waarde in {}.", m.vorm.text(), x.vorm.text()));
  if (m.soort == Knoopsoort::getal && m.getal.sign() <= 0)
    report("soort-fout", m.positie, "Het veelvoud hoort groter dan nul te zijn.",
           "Schrijf bijvoorbeeld cent, 5 of 0,1.");
}

/// Questions about one or two dates; the way of counting behind them is a fixed text.
void Typering::on_dates(Uitdrukking& e) {
  const Kalenderfunctie& f = *kalenderfunctie(e);
  for (std::size_t i = 0; i < f.datums; ++i) {
    expression(*e.delen[i]);
    e.sleutels |= e.delen[i]->sleutels;
    if (!want(*e.delen[i], Soort::datum, "Wat hier staat")) broken(e);
  }
  e.vorm = f.eenheid.empty() ? Vorm{Soort::datum, {}} : Vorm{Soort::getal, Eenheid::basis(std::string(f.eenheid))};
}

/// bekend(x): x may be absent, and is not looked at further.
void Typering::known(Uitdrukking& e) {
  const bool before = std::exchange(left_of_default_, true);
  expression(*e.delen[0]);
  left_of_default_ = before;
  e.sleutels = e.delen[0]->sleutels;
  e.vorm = {Soort::ja_nee, {}};
  if (e.delen[0]->onbekend) broken(e);
}

void Typering::function(Uitdrukking& e) {
  if (kalenderfunctie(e) != nullptr) return on_dates(e);
  if (e.tekst == "bekend") return known(e);
  Uitdrukking& first = *e.delen[0];
  expression(first);
  e.sleutels = first.sleutels;
  if (e.tekst.starts_with("rond")) {
    const bool rounds = want(first, Soort::getal, "Wat wordt afgerond");
    multiple(*e.delen[1], first);
    if (!rounds) return broken(e);
    e.vorm = first.vorm;
    return;
  }
  Uitdrukking* leading = &first;
  for (std::size_t i = 1; i < e.delen.size(); ++i) {
    expression(*e.delen[i]);
    e.sleutels |= e.delen[i]->sleutels;
    if (!same_form(*leading, *e.delen[i], e.delen[i]->positie, "vergeleken")) return broken(e);
    if (leading->eenheid_vrij) leading = e.delen[i].get();
  }
  if (leading->vorm.soort != Soort::getal && (leading->vorm.soort != Soort::datum || e.tekst == "grootte")) {
    report("soort-fout", e.positie, fmt::format("`{}` werkt op getallen en datums.", e.tekst));
    return broken(e);
  }
  take_form(e, *leading);
}

bool Typering::fits(Uitdrukking& e, const Vorm& wanted, bool bare_fits, const std::string& what) {
  if (e.onbekend) return false;
  if (e.vorm.soort != wanted.soort) {
    report("soort-fout", e.positie,
           fmt::format("{} hoort {} te zijn, maar de formule geeft {}.", what, wanted.text(), e.vorm.text()));
    return false;
  }
  if (unclear_percent(e, wanted)) return false;
  const bool bare =
      bare_fits && e.soort == Knoopsoort::getal && e.vorm.eenheid.is_bare() && !e.vorm.eenheid.shows_percent();
  if (wanted.soort != Soort::getal || e.vorm.eenheid.like(wanted.eenheid) || e.eenheid_vrij || bare) {
    if (e.eenheid_vrij || bare) e.vorm = wanted;
    return true;
  }
  report("eenheid-ongelijk", e.positie,
         fmt::format("{} staat in {}, maar de formule geeft {}.", what, wanted.text(), e.vorm.text()),
         "Verbeter de eenheid tussen de rechte haken, of de formule.");
  return false;
}

}  // namespace zorgkader
