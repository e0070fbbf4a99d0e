// Running a case and holding the answers against what it expects.
#pragma once

#include "app/bereken.hpp"
#include "geval/proef.hpp"

namespace gevallen {

struct Uitvoering {
  zorgkader::Berekening berekening;
  zorgkader::Bevindingen bevindingen;
};

/// What a case expects to find: `bevinding code regel 3 kolom 5 in naam.csv met tekst`.
struct VerwachteBevinding {
  std::string code;
  int regel = -1, kolom = -1;
  std::string bestand, tekst;
  bool matches(const zorgkader::Bevinding& found) const;
};
std::optional<VerwachteBevinding> parse_bevinding(const std::string& tekst);

/// Whether a case also derives the amounts that it names: a derivation must end at the amount.
enum class Diepte { waarden, met_herleiding };

/// The quantities a case names, in the order in which it does.
std::vector<std::string> named(const Geval& geval);
/// Whether a case also looks at findings, the status or all outcomes, and so at the whole arrangement.
bool is_breed(const Geval& geval);
/// Computes what the case asks for: the quantities it names, or the whole arrangement when it names none.
Uitvoering run(const Geval& geval, const zorgkader::Opdrachtgegevens& gegevens);
/// Everything that is not as the case expects, with facts and options as they are given here.
std::vector<Probleem> check(const Geval& geval, const zorgkader::Opdrachtgegevens& gegevens, Diepte diepte);
/// The same, for a case set up for the occasion.
std::vector<Probleem> check(const Geval& geval);

}  // namespace gevallen
