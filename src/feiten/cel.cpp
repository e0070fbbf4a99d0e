// Reading cells: the usual number straight to an integer and a scale, everything else through values/notatie.
#include "feiten/cel.hpp"

#include <fmt/format.h>

#include "feiten/tekenset.hpp"
#include "values/notatie.hpp"

namespace zorgkader::feiten {
namespace {

constexpr std::size_t kShown = 60;
constexpr std::string_view kEuro = "€";
constexpr const char* kDoeGetal = "Schrijf een getal als 1.265,00, 1265,00 of 1265.00, zonder woorden erbij.";
constexpr const char* kDoeDatum = "Schrijf een datum als 2022-03-01, 01-03-2022 of 1 maart 2022.";
constexpr const char* kDoeRecht = "Zet de cel tussen aanhalingstekens en schrijf een aanhalingsteken erin dubbel.";

std::string quoted(std::string_view text) {
  return "`" + shown(text, kShown) + "`";
}

/// What is wrong with the cell whatever it should hold, or nothing.
std::optional<CelFout> fault_of(const Cel& cel) {
  switch (cel.gebrek) {
    case Gebrek::na_aanhaling:
      return CelFout{"cel-fout", "Na het sluitende aanhalingsteken staat nog tekst.", kDoeRecht};
    case Gebrek::losse_aanhaling:
      return CelFout{"cel-fout", "Er staat een aanhalingsteken midden in de cel.", kDoeRecht};
    case Gebrek::open_aanhaling:
      return CelFout{"cel-fout", "Het aanhalingsteken aan het begin van de cel wordt niet gesloten.", kDoeRecht};
    case Gebrek::te_lang:
      return CelFout{"cel-fout", fmt::format("De cel is langer dan {} bytes.", kMaxCelBytes),
                     "Kort de cel in, of controleer of een aanhalingsteken niet gesloten is."};
    case Gebrek::geen:
      break;
  }
  if (cel.soort != CelSoort::fout) return std::nullopt;
  return CelFout{"cel-fout", fmt::format("De cel bevat de foutwaarde {}.", quoted(cel.tekst)),
                 "Herstel de formule in de werkmap."};
}

constexpr const char* kDoeLeegGetal = "Een lege cel is geen nul: haal de rij weg, of schrijf 0 als het echt nul is.";
constexpr const char* kDoeLeeg = "Vul de cel in, of haal de rij weg.";

CelFout missing(const char* remedy) {
  return {"cel-fout", "De waarde ontbreekt.", remedy};
}

CelFout number_fault(GetalFout fault, std::string_view text) {
  switch (fault) {
    case GetalFout::dubbelzinnig:
      return {"getal-dubbelzinnig", fmt::format("{} kan een duizendtal of een breuk zijn.", quoted(text)), ""};
    case GetalFout::te_lang:
      return {"cel-fout", fmt::format("{} heeft te veel cijfers.", quoted(text)),
              "Een getal heeft ten hoogste 40 cijfers."};
    case GetalFout::geen_getal:
      break;
  }
  return {"cel-fout", fmt::format("{} is geen getal.", quoted(text)), kDoeGetal};
}

/// Takes `sign` off the front (blanks behind it too); whether it was there.
bool take_front(std::string_view& text, std::string_view sign) {
  if (!text.starts_with(sign)) return false;
  text = trim(text.substr(sign.size()));
  return true;
}

Lezing<Decimaal, Getal> hundredth(Lezing<Decimaal, Getal> number) {
  if (auto* decimal = std::get_if<Decimaal>(&number)) decimal->decimalen += 2;
  if (auto* exact = std::get_if<Getal>(&number)) *exact = *exact / Getal(100);
  return number;
}

Lezing<Decimaal, Getal> parse(std::string_view text, std::string_view whole_cell) {
  if (const auto decimal = simple_decimal(text)) return *decimal;
  const auto parsed = parse_getal(text, Notatie::nederlands_of_punt);
  if (const auto* value = std::get_if<Getal>(&parsed)) return *value;
  return number_fault(std::get<GetalFout>(parsed), whole_cell);
}

/// With a euro sign in front (`€ 5`, `-€ 5`, `€ -5`) or a percent sign behind it, as far as the unit has one.
Lezing<Decimaal, Getal> parse_decorated(std::string_view text, const Eenheid& eenheid) {
  std::string_view rest = text;
  const bool negative = take_front(rest, "-");
  if (take_front(rest, kEuro) && !eenheid.has_euro()) {
    return CelFout{"cel-fout",
                   fmt::format("{} heeft een euroteken, maar de eenheid is {}.", quoted(text), eenheid.naam()),
                   "Haal het euroteken weg, of lever het feit in de gevraagde eenheid aan."};
  }
  if (rest.ends_with('%')) {
    if (!eenheid.shows_percent()) {
      return CelFout{"cel-fout",
                     fmt::format("{} heeft een procentteken, maar de eenheid is {}.", quoted(text), eenheid.naam()),
                     "Haal het procentteken weg, of lever het feit in de gevraagde eenheid aan."};
    }
    rest = trim(rest.substr(0, rest.size() - 1));
  }
  return parse(negative ? "-" + std::string(rest) : std::string(rest), text);
}

CelFout wrong_kind(const Cel& cel, const char* wanted, const char* remedy) {
  return {"cel-fout", fmt::format("{} is geen {}.", quoted(cel.tekst), wanted), remedy};
}

/// A worksheet number: its text has no grouping, so a point or three decimals are never ambiguous.
Lezing<Decimaal, Getal> read_sheet_number(const Cel& cel, const Eenheid& eenheid) {
  if (cel.procent && !eenheid.shows_percent()) {
    return CelFout{"cel-fout",
                   fmt::format("De cel is opgemaakt als percentage, maar de eenheid is {}.", eenheid.naam()),
                   "Verander de opmaak van de cel, of lever het feit in de gevraagde eenheid aan."};
  }
  auto number = parse(cel.tekst, cel.tekst);
  // A sheet stores 3,87% as 0.0387 when the cell has a percent format, and as 3.87 when it has not.
  return eenheid.shows_percent() && !cel.procent ? hundredth(std::move(number)) : number;
}

}  // namespace

std::optional<Decimaal> simple_decimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > 18) return std::nullopt;
  std::int64_t value = 0;
  std::size_t separator = text.size();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digit = static_cast<unsigned>(static_cast<unsigned char>(text[i])) - '0';
    if (digit <= 9) {
      value = value * 10 + static_cast<std::int64_t>(digit);
    } else if ((text[i] == ',' || text[i] == '.') && separator == text.size()) {
      separator = i;
    } else {
      return std::nullopt;
    }
  }
  const std::size_t decimals = separator == text.size() ? 0 : text.size() - separator - 1;
  if (separator == 0 || separator + 1 == text.size()) return std::nullopt;
  if (decimals == 3 && separator <= 3 && text[separator] == '.') return std::nullopt;
  return Decimaal{negative ? -value : value, static_cast<int>(decimals)};
}

bool is_leeg(const Cel& cel) {
  return cel.soort == CelSoort::tekst && cel.gebrek == Gebrek::geen && (cel.tekst.empty() || trim(cel.tekst).empty());
}

Lezing<Decimaal, Getal> read_getal(const Cel& cel, const Eenheid& eenheid) {
  if (auto fault = fault_of(cel)) return *std::move(fault);
  if (cel.soort == CelSoort::getal) return read_sheet_number(cel, eenheid);
  if (cel.soort != CelSoort::tekst)
    return wrong_kind(cel, "getal", "Geef de cel de opmaak van een getal en vul het getal in.");
  const std::string_view text = trim(cel.tekst);
  if (text.empty()) return missing(kDoeLeegGetal);
  auto number = parse_decorated(text, eenheid);
  return eenheid.shows_percent() ? hundredth(std::move(number)) : number;
}

Lezing<bool> read_ja_nee(const Cel& cel) {
  if (auto fault = fault_of(cel)) return *std::move(fault);
  const std::string_view text = trim(cel.tekst);
  if (text.empty()) return missing(kDoeLeeg);
  const bool may = cel.soort == CelSoort::tekst || cel.soort == CelSoort::ja_nee;
  if (may && (text == "ja" || text == "Ja")) return true;
  if (may && (text == "nee" || text == "Nee")) return false;
  return wrong_kind(cel, "ja of nee", "Schrijf ja of nee.");
}

Lezing<Datum> read_datum(const Cel& cel) {
  if (auto fault = fault_of(cel)) return *std::move(fault);
  const std::string_view text = trim(cel.tekst);
  if (text.empty()) return missing(kDoeLeeg);
  const bool may = cel.soort == CelSoort::tekst || cel.soort == CelSoort::datum;
  if (const auto day = may ? parse_datum(text) : std::nullopt) return *day;
  return wrong_kind(cel, "datum", kDoeDatum);
}

Lezing<std::string_view> read_tekst(const Cel& cel) {
  if (auto fault = fault_of(cel)) return *std::move(fault);
  const std::string_view text = trim(cel.tekst);
  if (text.empty()) return missing(kDoeLeeg);
  return text;
}

Lezing<std::string_view> read_sleutel(const Cel& cel) {
  auto read = read_tekst(cel);
  const auto* text = std::get_if<std::string_view>(&read);
  if (text == nullptr || text->size() <= kMaxSleutelTekens || count_tekens(*text) <= kMaxSleutelTekens) return read;
  return CelFout{"cel-fout", fmt::format("{} is te lang voor een sleutel.", quoted(*text)),
                 fmt::format("Een sleutel heeft ten hoogste {} tekens.", kMaxSleutelTekens)};
}

Lezing<bool> read_status(const Cel& cel) {
  if (auto fault = fault_of(cel)) return *std::move(fault);
  const std::string_view text = trim(cel.tekst);
  if (text == "voorlopig") return true;
  if (text == "definitief") return false;
  if (text.empty()) return CelFout{"cel-fout", "De status ontbreekt.", "Schrijf voorlopig of definitief."};
  return wrong_kind(cel, "status", "Schrijf voorlopig of definitief, met kleine letters.");
}

}  // namespace zorgkader::feiten
