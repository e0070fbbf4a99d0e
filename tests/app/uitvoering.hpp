// Running a case and holding the answers against what it expects.
#pragma once

#include "app/bereken.hpp"
#include "app/proef.hpp"

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

/// Computes what the case asks for: the quantities it names, or the whole arrangement when it names none.
Uitvoering run(const Geval& geval, const zorgkader::Opdrachtgegevens& gegevens);
/// Everything that is not as the case expects.
std::vector<Probleem> check(const Geval& geval);

}  // namespace gevallen
