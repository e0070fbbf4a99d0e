// Cells of tables as values: numbers, ja/nee, dates, texts.
#include <fmt/format.h>

#include "regeling/tabellen.hpp"
#include "values/notatie.hpp"
#include "values/tekst.hpp"

namespace zorgkader {
namespace {

std::optional<Waarde> number(const Regeling& r, const Cel& cel, const Vorm& vorm, Bevindingen& found) {
  std::string_view text = cel.tekst;
  constexpr std::string_view kEuro = "€";
  if (vorm.eenheid.has_euro() && text.starts_with(kEuro)) text = trim(text.substr(kEuro.size()));
  const bool sign = text.ends_with('%');
  const bool percent = vorm.eenheid.shows_percent() || (sign && vorm.eenheid.is_bare());
  if (percent && sign) text = trim(text.substr(0, text.size() - 1));
  const auto value = parse_getal(text, Notatie::nederlands);
  if (const auto* g = std::get_if<Getal>(&value)) return Waarde(percent ? *g / Getal(100) : *g);
  if (std::get<GetalFout>(value) == GetalFout::dubbelzinnig) {
    found.push_back(r.document.regels.bevinding("getal-dubbelzinnig", cel.positie,
                                                "Dit getal kan duizend keer zo groot bedoeld zijn."));
  } else {
    found.push_back(r.document.regels.bevinding(
        "cel-fout", cel.positie,
        fmt::format("Hier hoort een getal in {}, maar er staat `{}`.", vorm.text(), cel.tekst)));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Vorm> parse_vorm(const Regeling& regeling, const std::string& text, int& lid_van) {
  if (text == "ja/nee") return Vorm{Soort::ja_nee, {}};
  if (text == "tekst") return Vorm{Soort::tekst, {}};
  if (text == "datum") return Vorm{Soort::datum, {}};
  constexpr std::string_view kMember = "lid van ";
  if (text.starts_with(kMember)) {
    lid_van = regeling.sleutel(text.substr(kMember.size()));
    return lid_van < 0 ? std::nullopt : std::optional(Vorm{Soort::tekst, {}});
  }
  if (const auto unit = Eenheid::parse(text, regeling.eenheden)) return Vorm{Soort::getal, *unit};
  lid_van = regeling.sleutel(text);
  if (lid_van >= 0) return Vorm{Soort::tekst, {}};
  return std::nullopt;
}

std::optional<Waarde> parse_cel(const Regeling& r, const Cel& cel, const Vorm& vorm, Bevindingen& found) {
  const auto wrong = [&](const char* expected) {
    found.push_back(r.document.regels.bevinding(
        "cel-fout", cel.positie, fmt::format("Hier hoort {} te staan, niet `{}`.", expected, cel.tekst)));
    return std::nullopt;
  };
  switch (vorm.soort) {
    case Soort::getal:
      return number(r, cel, vorm, found);
    case Soort::tekst:
      return Waarde(cel.tekst);
    case Soort::datum: {
      const auto d = parse_datum(cel.tekst);
      return d ? std::optional<Waarde>(*d) : wrong("een datum");
    }
    case Soort::ja_nee:
      break;
  }
  if (cel.tekst == "ja") return Waarde(true);
  if (cel.tekst == "nee") return Waarde(false);
  return wrong("ja of nee");
}

}  // namespace zorgkader
