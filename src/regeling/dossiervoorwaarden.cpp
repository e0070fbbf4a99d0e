// Conditions on rows of a dossier: `jaar = 2021; stand = wacht of goedgekeurd`.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "regeling/celwoorden.hpp"
#include "regeling/tabel_lezer.hpp"
#include "values/kalender.hpp"
#include "values/notatie.hpp"

namespace zorgkader {
namespace {

constexpr std::array kVergelijkingen = {Teken::gelijk,         Teken::ongelijk, Teken::kleiner,
                                        Teken::kleiner_gelijk, Teken::groter,   Teken::groter_gelijk};
constexpr const char* kCode = "dossierbron-waar";

/// `2022-01`: all days of a month.
std::optional<Periode> month(const std::string& text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const auto first = parse_datum(text + "-01");
  if (!first) return std::nullopt;
  return Periode{*first, last_of_month(*first)};
}

class Voorwaardelezer {
 public:
  Voorwaardelezer(const Regels& regels, Bevindingen& found) : regels_(regels), found_(found) {}

  std::optional<Dossiervoorwaarde> read(const Celdeel& deel) {
    const Celwoord& column = deel[0];
    if (column.soort != Celwoord::Soort::woord || !is_naam(column.tekst))
      return fail(column.positie, "Een voorwaarde begint met de naam van een kolom.");
    const auto teken = deel.size() < 2 ? std::nullopt : comparison(deel[1]);
    if (!teken)
      return fail(deel.size() < 2 ? column.positie : deel[1].positie,
                  fmt::format("Na `{}` hoort een teken te staan: = <> < <= > of >=.", column.tekst));
    const Positie at = place_of(deel);
    Dossiervoorwaarde out{column.tekst, *teken, {}, {regels_.bestand(), at.regel, at.kolom, at.lengte}};
    if (!values(deel, out)) return std::nullopt;
    return out;
  }

 private:
  std::nullopt_t fail(const Positie& at, std::string what, std::string remedy = {}, const char* code = kCode) {
    found_.push_back(regels_.bevinding(code, at, std::move(what), std::move(remedy)));
    return std::nullopt;
  }

  static std::optional<Teken> comparison(const Celwoord& word) {
    const auto* known = std::find_if(kVergelijkingen.begin(), kVergelijkingen.end(),
                                     [&](Teken teken) { return word.tekst == teken_tekst(teken); });
    if (word.soort != Celwoord::Soort::teken || known == kVergelijkingen.end()) return std::nullopt;
    return *known;
  }

  /// The values behind the sign, with `of` between them.
  bool values(const Celdeel& deel, Dossiervoorwaarde& out) {
    const bool more = out.teken == Teken::gelijk || out.teken == Teken::ongelijk;
    for (std::size_t before = 1; before < deel.size();) {
      std::size_t end = before + 1;
      while (end < deel.size() && !is_of(deel[end])) ++end;
      if (end == before + 1) {
        fail(deel[before].positie, fmt::format("Na `{}` staat geen waarde.", deel[before].tekst));
        return false;
      }
      const auto from = deel.begin() + static_cast<std::ptrdiff_t>(before);
      const Celdeel words(from + 1, deel.begin() + static_cast<std::ptrdiff_t>(end));
      const bool empty = words.size() == 1 && words[0].soort == Celwoord::Soort::woord && words[0].tekst == "leeg";
      if (!more && empty == out.waarden.empty()) {
        fail(
            empty ? words[0].positie : deel[before].positie,
            empty ? fmt::format("Na `{}` hoort eerst een waarde te staan.", teken_tekst(out.teken))
                  : fmt::format("Na `{}` staat één waarde.", teken_tekst(out.teken)),
            "Alleen bij = en <> mogen er meer staan, met `of` ertussen; bij de andere tekens mag er `of leeg` achter.");
        return false;
      }
      auto read = value(words);
      if (!read) return false;
      out.waarden.push_back(std::move(*read));
      before = end;
    }
    return true;
  }

  static bool is_of(const Celwoord& word) { return word.soort == Celwoord::Soort::woord && word.tekst == "of"; }

  std::optional<Dossierwaarde> value(const Celdeel& words) {
    if (words.size() == 1 && words[0].soort == Celwoord::Soort::tekst) return Dossierwaarde{words[0].tekst, {}, {}};
    std::string text;
    bool quoted = false;
    for (const Celwoord& word : words) {
      if (word.soort == Celwoord::Soort::teken)
        return fail(word.positie, "In een voorwaarde staat één teken.", "Zet een ; tussen twee voorwaarden.");
      quoted = quoted || word.soort == Celwoord::Soort::tekst;
      text += (text.empty() ? "" : " ") + word.tekst;
    }
    if (quoted) return fail(words[1].positie, "Tussen twee waarden hoort `of` te staan.", "Zet er `of` tussen.");
    return bare(text, place_of(words));
  }

  /// Without quotation marks: a date, a month, a number or a word.
  std::optional<Dossierwaarde> bare(const std::string& text, const Positie& at) {
    if (const auto day = parse_datum(text)) return Dossierwaarde{text, {}, Periode{*day, *day}};
    if (const auto days = month(text)) return Dossierwaarde{text, {}, days};
    if (text.find_first_not_of("0123456789.,-") == std::string::npos) return number(text, at);
    if (is_woord(text)) return Dossierwaarde{text, {}, {}, text == "peildatum", text == "leeg"};
    return fail(at, fmt::format("`{}` is geen woord, getal, datum of maand.", text),
                "Zet een tekst met spaties of andere tekens tussen aanhalingstekens.");
  }

  std::optional<Dossierwaarde> number(const std::string& text, const Positie& at) {
    const auto read = parse_getal(text, Notatie::nederlands);
    if (const auto* value = std::get_if<Getal>(&read)) return Dossierwaarde{text, *value, {}};
    if (std::get<GetalFout>(read) == GetalFout::dubbelzinnig)
      return fail(at, "Dit getal kan duizend keer zo groot bedoeld zijn.", "", "getal-dubbelzinnig");
    return fail(at, fmt::format("`{}` is geen getal, en geen dag of maand die bestaat.", text),
                "Schrijf bijvoorbeeld 1265,50, 2022-03-01 of 2022-03; een code met andere tekens staat tussen "
                "aanhalingstekens.");
  }

  const Regels& regels_;
  Bevindingen& found_;
};

}  // namespace

std::vector<Dossiervoorwaarde> read_voorwaarden(const Regels& regels, const Cel& cel, Bevindingen& found) {
  std::vector<Dossiervoorwaarde> out;
  Voorwaardelezer reader(regels, found);
  for (const Celdeel& deel : split_cel(regels, cel, kCode, found)) {
    if (auto one = reader.read(deel)) out.push_back(std::move(*one));
  }
  return out;
}

}  // namespace zorgkader
