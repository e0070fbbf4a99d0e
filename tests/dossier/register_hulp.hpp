// Short ways to read registers and to look at what came of it.
#pragma once

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "dossier/registerlezer.hpp"

namespace zorgkader::dossier {

using Teksten = std::vector<std::string>;

inline const Registersoort& soort(std::string_view naam) {
  return *find_registersoort(naam);
}

inline Registerblok lees(std::string_view naam, std::string_view csv, const Gemeentezoeker& gemeenten = {}) {
  return read_register(soort(naam), csv, std::string(naam) + ".csv", gemeenten);
}

/// `code regel:kolom` of every finding.
inline Teksten plekken(const Bevindingen& found) {
  Teksten out;
  for (const Bevinding& b : found)
    out.push_back(b.code + " " + std::to_string(b.plaats.regel) + ":" + std::to_string(b.plaats.kolom));
  return out;
}

inline Teksten zinnen(const Bevindingen& found) {
  Teksten out;
  for (const Bevinding& b : found) out.push_back(b.wat);
  return out;
}

/// `regel: waarde|waarde` of every row.
inline Teksten rijen(const Registerblok& blok) {
  Teksten out;
  for (const Registerrij& rij : blok.rijen) {
    std::string text;
    for (const std::string& waarde : rij.waarden)
      text += (text.empty() ? std::to_string(rij.regel) + ": " : "|") + waarde;
    out.push_back(text);
  }
  return out;
}

}  // namespace zorgkader::dossier
