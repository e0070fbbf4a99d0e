// The checks of single values; characters are counted, not bytes.
#include "iwmo/waarde.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "iwmo/boom.hpp"
#include "iwmo/tekens.hpp"

namespace zorgkader::iwmo {
namespace {

bool all(std::string_view text, bool (*test)(char)) {
  return std::all_of(text.begin(), text.end(), test);
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Letters, those with diacritics included; the text is valid UTF-8.
bool is_letters(std::string_view text) {
  while (!text.empty()) {
    if (static_cast<unsigned char>(text[0]) < 0x80) {
      if (!is_letter(text[0])) return false;
      text.remove_prefix(1);
      continue;
    }
    const Teken letter = wide_character(text);
    if (letter.punt < 0xC0 || letter.punt > 0x1EF3) return false;
    text.remove_prefix(letter.bytes);
  }
  return true;
}

/// `1.0.12`: three whole numbers without leading zeros.
bool is_versie(std::string_view text) {
  int parts = 0;
  while (true) {
    const auto dot = text.find('.');
    const std::string_view part = text.substr(0, dot);
    if (part.empty() || !all(part, is_digit) || (part.size() > 1 && part[0] == '0')) return false;
    ++parts;
    if (dot == std::string_view::npos) return parts == 3;
    text.remove_prefix(dot + 1);
  }
}

/// `23:59:59`, with or without a fraction of a second; `24:00:00` is the end of the day.
bool is_tijd(std::string_view text) {
  if (text.size() < 8 || text[2] != ':' || text[5] != ':') return false;
  const auto part = [&](std::size_t at, int most) {
    if (!is_digit(text[at]) || !is_digit(text[at + 1])) return -1;
    const int value = (text[at] - '0') * 10 + (text[at + 1] - '0');
    return value <= most ? value : -1;
  };
  const int hour = part(0, 24), minute = part(3, 59), second = part(6, 59);
  if (hour < 0 || minute < 0 || second < 0) return false;
  const std::string_view rest = text.substr(8);
  if (!rest.empty() && (rest[0] != '.' || rest.size() == 1 || !all(rest.substr(1), is_digit))) return false;
  return hour < 24 || (minute == 0 && second == 0 && rest.find_first_not_of(".0") == std::string_view::npos);
}

std::string look_fault(Patroon look, std::string_view text) {
  switch (look) {
    case Patroon::vrij:
      return {};
    case Patroon::zichtbaar:
      if (text.find_first_of("\r\n") != std::string_view::npos) return "heeft meer dan een regel";
      [[fallthrough]];
    case Patroon::alinea:
      return all(text, is_space) ? "bestaat alleen uit spaties" : "";
    case Patroon::cijfers:
      return all(text, is_digit) ? "" : "mag alleen cijfers bevatten";
    case Patroon::letters_cijfers:
      return all(text, [](char c) { return is_digit(c) || is_letter(c); }) ? ""
                                                                           : "mag alleen letters en cijfers bevatten";
    case Patroon::letters:
      return is_letters(text) ? "" : "mag alleen letters bevatten";
    case Patroon::versie:
      return is_versie(text) ? "" : "is geen versienummer zoals 1.0.0";
  }
  return {};
}

std::string number_fault(const Datatype& type, std::string_view text) {
  const auto value = parse_getal(text);
  if (!value) return "is geen geheel getal";
  if (*value < type.minimum) return fmt::format("is lager dan {}", type.minimum);
  if (*value > type.maximum) return fmt::format("is hoger dan {}", type.maximum);
  return {};
}

std::string length_fault(const Datatype& type, std::string_view text) {
  const auto length = static_cast<std::int64_t>(characters(text));
  if (length < type.minimum)
    return type.minimum == type.maximum ? fmt::format("heeft geen {} tekens", type.minimum)
                                        : fmt::format("heeft minder dan {} teken", type.minimum);
  if (type.maximum != 0 && length > type.maximum)
    return type.minimum == type.maximum ? fmt::format("heeft geen {} tekens", type.maximum)
                                        : fmt::format("is langer dan {} tekens", type.maximum);
  return {};
}

std::string code_fault(const Datatype& type, std::string_view text) {
  if (type.codes.empty()) return {};
  if (std::any_of(type.codes.begin(), type.codes.end(), [&](const Code& c) { return c.code == text; })) return {};
  if (type.codes.size() > 25) return "staat niet in de codelijst";
  std::string list;
  for (const Code& c : type.codes) list += (list.empty() ? "" : ", ") + std::string(c.code);
  return fmt::format("staat niet in de codelijst ({})", list);
}

}  // namespace

std::string_view significant(const Element& element, std::string_view waarde) {
  return element.type->basis == Basis::tekst ? waarde : without_space(waarde);
}

std::string value_fault(const Element& element, std::string_view waarde) {
  const Datatype& type = *element.type;
  if (waarde.empty()) return "is leeg";
  switch (type.basis) {
    case Basis::datum:
      return parse_datum_iso(waarde) ? "" : "is geen bestaande datum zoals 2023-04-30, zonder tijdzone";
    case Basis::tijd:
      return is_tijd(waarde) ? "" : "is geen tijd zoals 14:30:00, zonder tijdzone";
    case Basis::getal:
      if (auto fault = number_fault(type, waarde); !fault.empty()) return fault;
      break;
    case Basis::tekst:
      if (auto fault = code_fault(type, waarde); !fault.empty()) return fault;
      if (auto fault = length_fault(type, waarde); !fault.empty()) return fault;
      if (auto fault = look_fault(type.patroon, waarde); !fault.empty()) return fault;
  }
  if (!element.vast.empty() && waarde != element.vast) return fmt::format("moet {} zijn", element.vast);
  return {};
}

}  // namespace zorgkader::iwmo
