// Expressions: each function reads one level of binding, from loose (`als`, `of`) to tight (literals).
#include "regeling/uitdrukking_parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "regeling/kalenderfuncties.hpp"

namespace zorgkader {
namespace {

constexpr int kMostDepth = 100;

struct Operator {
  std::string_view sign;
  Teken teken;
};
constexpr std::array<Operator, 6> kComparisons = {{{"=", Teken::gelijk},
                                                   {"<>", Teken::ongelijk},
                                                   {"<=", Teken::kleiner_gelijk},
                                                   {">=", Teken::groter_gelijk},
                                                   {"<", Teken::kleiner},
                                                   {">", Teken::groter}}};

bool is_aggregate(std::string_view w) {
  return w == "som" || w == "gemiddelde" || w == "tel" || w == "min" || w == "max" || w == "product";
}

}  // namespace

std::vector<Keuze> UitdrukkingParser::choices() {
  std::vector<Keuze> out;
  do {
    out.push_back({expression(), -1});
  } while (accept_sign(","));
  expect_sign("]", "na een keuze");
  return out;
}

UitdrukkingPtr UitdrukkingParser::node(Knoopsoort soort, const Positie& at) const {
  auto out = std::make_unique<Uitdrukking>();
  out->soort = soort;
  out->positie = at;
  return out;
}

UitdrukkingPtr UitdrukkingParser::binary(Teken teken, const Positie& at, UitdrukkingPtr left,
                                         UitdrukkingPtr right) const {
  auto out = node(Knoopsoort::binair, at);
  out->teken = teken;
  out->delen.push_back(std::move(left));
  out->delen.push_back(std::move(right));
  return out;
}

void UitdrukkingParser::deeper() {
  if (++depth_ > kMostDepth) fail("Deze formule is te diep genest.", "Splits haar in grootheden met een naam.");
}

UitdrukkingPtr UitdrukkingParser::expression() {
  deeper();
  auto out = at_name("als") ? condition() : either();
  --depth_;
  return out;
}

UitdrukkingPtr UitdrukkingParser::condition() {
  auto out = node(Knoopsoort::als, take().positie);
  out->delen.push_back(expression());
  if (!accept_name("dan"))
    fail(fmt::format("Na de voorwaarde hoort `dan`, niet {}.", shown(peek())),
         "Schrijf: als voorwaarde dan x anders y.");
  out->delen.push_back(expression());
  if (!accept_name("anders"))
    fail(fmt::format("Bij `als` hoort `anders`, niet {}.", shown(peek())),
         "Zeg ook wat geldt als de voorwaarde niet opgaat.");
  out->delen.push_back(expression());
  return out;
}

UitdrukkingPtr UitdrukkingParser::either() {
  auto left = both();
  while (at_name("of")) {
    const Positie at = take().positie;
    left = binary(Teken::of, at, std::move(left), both());
  }
  return left;
}

UitdrukkingPtr UitdrukkingParser::both() {
  auto left = negation();
  while (at_name("en")) {
    const Positie at = take().positie;
    left = binary(Teken::en, at, std::move(left), negation());
  }
  return left;
}

UitdrukkingPtr UitdrukkingParser::negation() {
  if (!at_name("niet")) return comparison();
  deeper();
  auto out = node(Knoopsoort::niet, take().positie);
  out->delen.push_back(negation());
  --depth_;
  return out;
}

UitdrukkingPtr UitdrukkingParser::comparison() {
  auto left = sum();
  for (const auto& [sign, teken] : kComparisons) {
    if (!at_sign(sign)) continue;
    const Positie at = take().positie;
    return binary(teken, at, std::move(left), sum());
  }
  return left;
}

UitdrukkingPtr UitdrukkingParser::sum() {
  auto left = term();
  while (at_sign("+") || at_sign("-")) {
    const Woord& sign = take();
    left = binary(sign.tekst == "+" ? Teken::plus : Teken::min, sign.positie, std::move(left), term());
  }
  return left;
}

UitdrukkingPtr UitdrukkingParser::term() {
  auto left = minus();
  while (at_sign("*") || at_sign("/")) {
    const Woord& sign = take();
    left = binary(sign.tekst == "*" ? Teken::maal : Teken::deel, sign.positie, std::move(left), minus());
  }
  return left;
}

UitdrukkingPtr UitdrukkingParser::minus() {
  if (!at_sign("-")) return power();
  deeper();
  auto out = node(Knoopsoort::min_teken, take().positie);
  out->delen.push_back(minus());
  --depth_;
  return out;
}

UitdrukkingPtr UitdrukkingParser::power() {
  auto left = with_default();
  if (!at_sign("^")) return left;
  deeper();
  const Positie at = take().positie;
  auto right = at_sign("-") ? minus() : power();
  --depth_;
  return binary(Teken::macht, at, std::move(left), std::move(right));
}

UitdrukkingPtr UitdrukkingParser::with_default() {
  auto left = postfix();
  while (at_name("bij_leeg")) {
    auto out = node(Knoopsoort::bij_leeg, take().positie);
    out->delen.push_back(std::move(left));
    out->delen.push_back(at_sign("-") ? minus() : postfix());
    left = std::move(out);
  }
  return left;
}

UitdrukkingPtr UitdrukkingParser::postfix() {
  auto left = primary();
  while (true) {
    const bool choose = at_sign("[");
    if (!choose && !(at_name("op") && peek(1).tekst == "(")) return left;
    auto out = node(choose ? Knoopsoort::kies : Knoopsoort::op, peek().positie);
    take();
    out->delen.push_back(std::move(left));
    if (choose) {
      out->keuzes = choices();
    } else {
      expect_sign("(", "na `op`");
      out->delen.push_back(expression());
      expect_sign(")", "na de datum");
      // tabel[sleutel = lid] op(datum) is tabel op(datum)[sleutel = lid].
      if (out->delen[0]->soort == Knoopsoort::kies) {
        left = std::move(out->delen[0]);
        std::swap(out->delen[0], left->delen[0]);
        std::swap(left->delen[0], out);
        continue;
      }
    }
    left = std::move(out);
  }
}

UitdrukkingPtr UitdrukkingParser::number() {
  const Woord& w = take();
  auto out = node(Knoopsoort::getal, w.positie);
  out->getal = w.getal;
  out->tekst = w.tekst;
  if (w.procent) {
    out->vorm.eenheid = Eenheid::procent();
    return out;
  }
  const auto unit_at = [&](std::size_t ahead) {
    const Woord& next = peek(ahead);
    return next.soort == Woordsoort::naam && !is_taalwoord(next.tekst) ? Eenheid::canonical(next.tekst, eenheden_)
                                                                       : std::nullopt;
  };
  if (const auto unit = unit_at(0); unit && !unit->empty()) {
    take();
    out->vorm.eenheid = Eenheid::basis(*unit);
    while (at_sign("/") && peek().vast && peek(1).vast && unit_at(1)) {
      out->vorm.eenheid = out->vorm.eenheid / Eenheid::basis(*unit_at(1));
      take();
      take();
    }
  }
  return out;
}

UitdrukkingPtr UitdrukkingParser::primary() {
  const Woord& w = peek();
  if (w.soort == Woordsoort::getal) return number();
  if (w.soort == Woordsoort::tekst || w.soort == Woordsoort::datum) {
    auto out = node(w.soort == Woordsoort::tekst ? Knoopsoort::tekst : Knoopsoort::datum, w.positie);
    out->tekst = w.tekst;
    out->datum = w.datum;
    take();
    return out;
  }
  if (accept_sign("(")) {
    auto out = expression();
    expect_sign(")", "na wat tussen haakjes staat");
    return out;
  }
  if (w.soort != Woordsoort::naam)
    fail(fmt::format("Hier hoort een waarde te staan, niet {}.", shown(w)),
         "Vul een getal, naam of formule in, of haal het teken ervoor weg.");
  take();
  if (w.tekst == "ja" || w.tekst == "nee") {
    auto out = node(Knoopsoort::ja_nee, w.positie);
    out->ja = w.tekst == "ja";
    return out;
  }
  if (w.tekst == "cent") return node(Knoopsoort::cent, w.positie);
  if (at_sign("(")) return call(w);
  if (is_taalwoord(w.tekst))
    throw LeesFout{w.positie, fmt::format("Het woord `{}` hoort hier niet.", w.tekst),
                   "Vul hier een getal, naam of formule in."};
  auto out = node(Knoopsoort::naam, w.positie);
  out->tekst = w.tekst;
  if (at_sign(".") && peek().vast && peek(1).soort == Woordsoort::naam) {
    take();
    const Woord& attribute = take();
    out->soort = Knoopsoort::attribuut;
    out->tekst2 = attribute.tekst;
    out->positie.lengte = attribute.positie.kolom + attribute.positie.lengte - out->positie.kolom;
  }
  return out;
}

UitdrukkingPtr UitdrukkingParser::call(const Woord& name) {
  take();  // (
  if (name.tekst == "verdeel") return spread(name);
  if (name.tekst == "naar_rato") return shares(name);
  if (name.tekst == "vorige" || name.tekst == "cumulatief" || name.tekst == "rang") return along(name);
  if (is_kalenderfunctie(name.tekst)) return on_dates(name);
  if (name.tekst == "bekend" || name.tekst == "grootte" || name.tekst == "begrens") return plain_call(name);
  const bool rounding = name.tekst == "rond" || name.tekst == "rond_omhoog" || name.tekst == "rond_omlaag";
  if (!is_aggregate(name.tekst) && !rounding) {
    throw LeesFout{
        name.positie, fmt::format("De functie `{}` bestaat niet.", name.tekst),
        "Bekend zijn: som, gemiddelde, tel, min, max, product, rond, rond_omhoog, rond_omlaag, verdeel, "
        "naar_rato, vorige, cumulatief, rang, bekend, grootte, begrens; voor datums: weken, maanden, jaren, werkdagen, "
        "jaardeel, werkdag, "
        "begin_van_maand, einde_van_maand."};
  }
  auto first = expression();
  if (at_name("over")) {
    if (rounding) fail("`rond` neemt geen sleutel weg.", "Schrijf rond(x; cent).");
    return aggregate(name, std::move(first));
  }
  if (is_aggregate(name.tekst) && at_name("langs")) return window(name, std::move(first));
  if (!rounding && name.tekst != "min" && name.tekst != "max")
    fail(fmt::format("Bij `{}` hoort een sleutel.", name.tekst),
         fmt::format("Schrijf {}(x over sleutel).", name.tekst));
  auto out = node(Knoopsoort::functie, name.positie);
  out->tekst = name.tekst;
  out->delen.push_back(std::move(first));
  while (accept_sign(";")) out->delen.push_back(expression());
  if (at_sign(",")) fail("Argumenten worden met `;` gescheiden, want de komma hoort bij getallen.", "Schrijf een `;`.");
  expect_sign(")", "na de argumenten");
  if (out->delen.size() != 2 && (rounding || out->delen.size() < 2)) {
    throw LeesFout{
        name.positie, fmt::format("`{}` heeft {} argument(en).", name.tekst, out->delen.size()),
        rounding ? "Schrijf het bedrag en het veelvoud: rond(x; cent)." : "Geef er ten minste twee: max(0; x)."};
  }
  return out;
}

UitdrukkingPtr UitdrukkingParser::on_dates(const Woord& name) {
  auto out = node(Knoopsoort::functie, name.positie);
  out->tekst = name.tekst;
  do {
    out->delen.push_back(expression());
  } while (accept_sign(";"));
  expect_sign(")", "na de argumenten");
  if (kalenderfunctie(*out) == nullptr)
    throw LeesFout{name.positie, fmt::format("Zo is `{}` niet te gebruiken.", name.tekst),
                   fmt::format("Schrijf {}.", voorbeelden_van(name.tekst))};
  return out;
}

UitdrukkingPtr UitdrukkingParser::plain_call(const Woord& name) {
  auto out = node(Knoopsoort::functie, name.positie);
  out->tekst = name.tekst;
  out->delen.push_back(expression());
  if (name.tekst == "begrens") {
    for (const char* where : {"na de waarde", "na de laagste"}) {
      expect_sign(";", where);
      out->delen.push_back(expression());
    }
  }
  expect_sign(")", "na de waarde");
  return out;
}

}  // namespace zorgkader
