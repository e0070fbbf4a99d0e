// Bundelblad: the page that opens a bundle for an auditor: what it holds, and how to check it.
#pragma once

#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

#include "rapport/uitkomst.hpp"
#include "values/bevinding.hpp"

namespace zorgkader {

struct Bundelblad {
  const Berekening& berekening;
  std::vector<std::pair<std::string, std::string>> gegevens;  ///< what it is about, name and text
  std::vector<std::pair<std::string, std::string>> inhoud;    ///< file or folder of the bundle, and what it says
  std::vector<std::string> opdrachten;                        ///< of this program, that check the bundle
  const Bevindingen& bevindingen;
  bool over_clienten = false;  ///< it holds rows about single clients
};

/// Every outcome has its derivations in `herleidingen/NAAM.html`.
void write_html(const Bundelblad& blad, std::ostream& out);

}  // namespace zorgkader
