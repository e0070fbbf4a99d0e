// Brieven: a letter for every row of a report, from a template with the columns of its table as fields.
#pragma once

#include <string>
#include <vector>

#include "rapport/rapport.hpp"

namespace zorgkader {

/// One letter: the name of its file, and what goes in.
struct Brief {
  std::string naam;
  std::string tekst;
};

struct Brievenantwoord {
  std::vector<std::string> bestanden;
  Bevindingen bevindingen;
};

/// `{{aanbieder}}` becomes what stands in the column of that name or heading, else what the report is about (its
/// `gegevens`). A field without a value, or that nobody knows, is a finding that names it, and there is no letter then.
std::vector<Brief> vul_brieven(const Rapport& rapport, const std::string& sjabloon, const std::string& tekst,
                               Bevindingen& found);

/// Reads the template and writes the letters into a folder, all or none.
Brievenantwoord schrijf_brieven(const Rapport& rapport, const std::string& sjabloon, const std::string& map);

}  // namespace zorgkader
