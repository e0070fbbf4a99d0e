// Names, ways of counting and units of the functions on dates.
#include "regeling/kalenderfuncties.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace zorgkader {
namespace {

constexpr std::array<Kalenderfunctie, 10> kFuncties = {{
    {"weken", "", Kalendervraag::weken, 2, "week"},
    {"maanden", "", Kalendervraag::maanden, 2, "maand"},
    {"jaren", "", Kalendervraag::jaren, 2, "jaar"},
    {"werkdagen", "", Kalendervraag::werkdagen, 2, "werkdag"},
    {"jaardeel", "werkelijk/365", Kalendervraag::jaar_365, 2, "jaar"},
    {"jaardeel", "werkelijk/werkelijk", Kalendervraag::jaar_werkelijk, 2, "jaar"},
    {"jaardeel", "30/360", Kalendervraag::jaar_30_360, 2, "jaar"},
    {"werkdag", "", Kalendervraag::werkdag, 1, ""},
    {"begin_van_maand", "", Kalendervraag::begin_van_maand, 1, ""},
    {"einde_van_maand", "", Kalendervraag::einde_van_maand, 1, ""},
}};

}  // namespace

bool is_kalenderfunctie(std::string_view naam) {
  return std::any_of(kFuncties.begin(), kFuncties.end(), [&](const Kalenderfunctie& f) { return f.naam == naam; });
}

const Kalenderfunctie* kalenderfunctie(const Uitdrukking& call) {
  const auto fits = [&](const Kalenderfunctie& f) {
    if (f.naam != call.tekst || call.delen.size() != f.datums + (f.wijze.empty() ? 0 : 1)) return false;
    return f.wijze.empty() || (call.delen.back()->soort == Knoopsoort::tekst && call.delen.back()->tekst == f.wijze);
  };
  const auto* found = std::find_if(kFuncties.begin(), kFuncties.end(), fits);
  return call.soort == Knoopsoort::functie && found != kFuncties.end() ? found : nullptr;
}

std::string voorbeelden_van(std::string_view naam) {
  std::string out;
  for (const Kalenderfunctie& f : kFuncties) {
    if (f.naam != naam) continue;
    const char* dates = f.datums == 1 ? "datum" : "van; tot";
    const std::string way = f.wijze.empty() ? "" : fmt::format("; \"{}\"", f.wijze);
    out += fmt::format("{}{}({}{})", out.empty() ? "" : ", of ", f.naam, dates, way);
  }
  return out;
}

}  // namespace zorgkader
