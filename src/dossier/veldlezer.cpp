// Cells by the kind of their column: read as cells of facts are, then held to what a register keeps.
#include "dossier/veldlezer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "feiten/tekenset.hpp"
#include "iwmo/elfproef.hpp"
#include "values/naam.hpp"
#include "values/notatie.hpp"

namespace zorgkader::dossier {
namespace {

using feiten::Cel;
using feiten::CelFout;
using feiten::Lezing;
using Gelezen = Lezing<std::string>;

constexpr std::size_t kShown = 60;
constexpr std::size_t kBsnCijfers = 9;
constexpr std::int64_t kMaxGetal = 999'999'999'999'999;
constexpr std::int64_t kMaxToewijzing = 999'999'999;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_digits(std::string_view text, std::size_t count) {
  return text.size() == count && std::all_of(text.begin(), text.end(), is_digit);
}

CelFout fault(std::string_view text, std::string_view wat, std::string doe) {
  return {"cel-fout", fmt::format("`{}` {}.", feiten::shown(text, kShown), wat), std::move(doe)};
}

std::string joined(const std::vector<std::string>& keuzes) {
  std::string out;
  for (const std::string& keuze : keuzes) out += (out.empty() ? "" : ", ") + keuze;
  return out;
}

const Eenheid& eenheid_van(Veldsoort soort) {
  static const Eenheid none, euro = Eenheid::basis("€"), procent = Eenheid::procent();
  return soort == Veldsoort::bedrag ? euro : soort == Veldsoort::procent ? procent : none;
}

Lezing<Getal> exact(const Cel& cel, Veldsoort soort) {
  auto read = feiten::read_getal(cel, eenheid_van(soort));
  if (auto* wrong = std::get_if<CelFout>(&read)) return std::move(*wrong);
  const auto* decimal = std::get_if<feiten::Decimaal>(&read);
  Getal value =
      decimal == nullptr ? std::get<Getal>(read) : Getal(decimal->cijfers) / Getal(10).pow(decimal->decimalen);
  // A percentage is read as its hundredth, and a register keeps it as it is said.
  return soort == Veldsoort::procent ? value * Getal(100) : value;
}

}  // namespace

bool is_bsn(std::string_view text) {
  return is_digits(text, kBsnCijfers) && text != "000000000" && iwmo::doorstaat_elfproef(text);
}

namespace {

/// Whether nine digits that are a bsn stand at the begin of a text in groups, as forms write them: `9999.00.006`,
/// `999 900 006`. Three groups of three with dots are an amount.
bool begins_with_groups(std::string_view text) {
  for (const auto& [groups, marks] : {std::pair(std::array{4, 2, 3}, ". -"), std::pair(std::array{3, 3, 3}, " -")}) {
    std::string digits;
    std::string_view rest = text;
    const char mark = rest.size() > static_cast<std::size_t>(groups[0]) ? rest[static_cast<std::size_t>(groups[0])] : 0;
    if (mark == 0 || std::string_view(marks).find(mark) == std::string_view::npos) continue;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const auto size = static_cast<std::size_t>(groups[i]);
      if (i > 0 && (rest.empty() || rest.front() != mark)) break;
      if (i > 0) rest.remove_prefix(1);
      if (rest.size() < size || !std::all_of(rest.begin(), rest.begin() + groups[i], is_digit)) break;
      digits += rest.substr(0, size);
      rest.remove_prefix(size);
    }
    if ((rest.empty() || !is_digit(rest.front())) && is_bsn(digits)) return true;
  }
  return false;
}

}  // namespace

bool contains_bsn(std::string_view text) {
  for (auto at = text.begin(); at != text.end();) {
    const auto begin = std::find_if(at, text.end(), is_digit);
    at = std::find_if_not(begin, text.end(), is_digit);
    if (is_bsn({begin, at})) return true;
    if (at - begin <= 4 && begin != text.end() && begins_with_groups({begin, text.end()})) return true;
  }
  return false;
}

Veldlezer::Veldlezer(const Veld& veld, const Gemeentezoeker& gemeenten)
    : veld_(veld), gemeenten_(gemeenten), keuzes_(split(veld.keuzes, '|')) {}

Gelezen Veldlezer::read(const Cel& cel) const {
  if (feiten::is_leeg(cel)) {
    if (!veld_.gevuld()) return std::string();
    return CelFout{"cel-fout", fmt::format("`{}` is niet gevuld.", veld_.naam), "Vul de cel in, of haal de rij weg."};
  }
  switch (veld_.soort) {
    case Veldsoort::datum: {
      auto read = feiten::read_datum(cel);
      if (auto* wrong = std::get_if<CelFout>(&read)) return std::move(*wrong);
      return format_datum(std::get<Datum>(read));
    }
    case Veldsoort::ja_nee: {
      auto read = feiten::read_ja_nee(cel);
      if (auto* wrong = std::get_if<CelFout>(&read)) return std::move(*wrong);
      return std::string(std::get<bool>(read) ? "ja" : "nee");
    }
    case Veldsoort::bedrag:
    case Veldsoort::getal:
    case Veldsoort::decimaal:
    case Veldsoort::procent:
      return read_getal(cel);
    case Veldsoort::tekst:
    case Veldsoort::code:
    case Veldsoort::bsn:
    case Veldsoort::gemeente:
      break;
  }
  return read_tekst(cel);
}

Gelezen Veldlezer::read_tekst(const Cel& cel) const {
  auto read = veld_.sleutel ? feiten::read_sleutel(cel) : feiten::read_tekst(cel);
  if (auto* wrong = std::get_if<CelFout>(&read)) return std::move(*wrong);
  const std::string_view text = std::get<std::string_view>(read);
  if (text.size() > kMaxRegisterTekst)
    return fault(text, fmt::format("is langer dan {} bytes", kMaxRegisterTekst),
                 "Kort de tekst in, en verwijs voor de rest naar een document.");
  if (veld_.soort == Veldsoort::code) return read_code(text);
  if (veld_.soort == Veldsoort::gemeente) return read_gemeente(text);
  if (veld_.soort == Veldsoort::bsn && !is_bsn(text))
    return fault(text, "is geen burgerservicenummer",
                 "Een bsn heeft negen cijfers, ook de nullen vooraan, en doorstaat de elfproef.");
  if (!keuzes_.empty() && std::find(keuzes_.begin(), keuzes_.end(), text) == keuzes_.end()) {
    const std::string meant = bedoelt_u(text, keuzes_);
    return fault(text, "is geen keuze voor " + std::string(veld_.naam),
                 fmt::format("Kies uit {}.{}{}", joined(keuzes_), meant.empty() ? "" : " ", meant));
  }
  return std::string(text);
}

Gelezen Veldlezer::read_code(std::string_view text) const {
  const auto count = static_cast<std::size_t>(veld_.cijfers);
  if (is_digits(text, count)) return std::string(text);
  return fault(text, fmt::format("heeft geen {} cijfers", count),
               "Schrijf ook de nullen vooraan; geef de kolom in een werkmap de opmaak Tekst.");
}

Gelezen Veldlezer::read_getal(const Cel& cel) const {
  auto read = exact(cel, veld_.soort);
  if (auto* wrong = std::get_if<CelFout>(&read)) return std::move(*wrong);
  const Getal& value = std::get<Getal>(read);
  const bool whole = veld_.soort == Veldsoort::getal, bedrag = veld_.soort == Veldsoort::bedrag;
  if (whole && !value.is_whole())
    return fault(cel.tekst, "is geen geheel getal", "Schrijf een getal zonder decimalen.");
  if (bedrag && !(value * Getal(100)).is_whole())
    return fault(cel.tekst, "heeft meer dan twee decimalen", "Schrijf een bedrag in euro's en hele centen.");
  if (!veld_.ook_negatief && value < Getal(veld_.vanaf))
    return fault(cel.tekst, fmt::format("is kleiner dan {}", veld_.vanaf), "Verbeter het getal.");
  if (value.abs() > Getal(veld_.toewijzingnummer ? kMaxToewijzing : kMaxGetal) || value.bits() > 128)
    return fault(cel.tekst, "heeft te veel cijfers", "Verbeter het getal.");
  std::string text = format_plain(value, bedrag ? 2 : 0);
  if (veld_.cijfers > 0 && text.size() != static_cast<std::size_t>(veld_.cijfers))
    return fault(cel.tekst, fmt::format("heeft geen {} cijfers", veld_.cijfers), "Schrijf het voluit.");
  return text;
}

Gelezen Veldlezer::read_gemeente(std::string_view text) const {
  if (is_digits(text, 4)) return std::string(text);
  const auto codes = gemeenten_ ? gemeenten_(text) : std::vector<std::string>();
  if (codes.size() == 1) return codes.front();
  if (codes.size() > 1)
    return fault(text, "is de naam van meer dan een gemeente", fmt::format("Schrijf de code: {}.", joined(codes)));
  return fault(text, "is geen gemeente",
               "Schrijf de CBS-code van vier cijfers, of de naam zoals het register gemeenten haar heeft.");
}

}  // namespace zorgkader::dossier
