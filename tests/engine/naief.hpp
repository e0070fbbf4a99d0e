// A deliberately naive evaluator: walks the tree once for every cell, with fractions of arbitrary precision in maps.
#pragma once

#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "values/getal.hpp"

namespace naief {

using Getal = zorgkader::GrootGetal;
/// Key place (0 a, 1 b, 2 c) -> member.
using Cel = std::map<int, int>;

inline constexpr int kLeden[] = {3, 2, 4};
inline constexpr const char* kNamen[] = {"a", "b", "c"};

struct Formule {
  enum class Soort {
    getal,
    naam,
    plus,
    min,
    maal,
    max,
    laagste,
    rond,
    omhoog,
    omlaag,
    som,
    hoogste,
    als,
    vorige
  } soort{};
  Getal getal;            ///< literal, or the multiple of a rounding
  std::string tekst;      ///< as the document writes it
  int naam = -1;          ///< which input
  int sleutel = -1;       ///< som, hoogste, vorige
  unsigned sleutels = 0;  ///< a bit a key
  std::vector<std::shared_ptr<const Formule>> delen;
};
using FormulePtr = std::shared_ptr<const Formule>;

/// An input: its keys and a value for every combination.
struct Invoer {
  std::string naam;
  std::vector<int> sleutels;
  std::map<std::vector<int>, Getal> waarden;
};

struct Proef {
  std::vector<Invoer> invoeren;
  std::vector<FormulePtr> formules;
};

/// Inputs with random numbers and formulas over them, from one seed.
Proef make(std::uint64_t seed);
/// The document that says the same.
std::string document(const Proef& proef);
Getal value(const Proef& proef, const Formule& f, const Cel& cel);
/// Every combination of members of these keys.
std::vector<Cel> cellen(unsigned sleutels);

}  // namespace naief
