// Findings as text for people and as JSON for programs.
#include "iwmo/berichtbevinding.hpp"

#include <fmt/format.h>

#include "iwmo/tekens.hpp"

namespace zorgkader::iwmo {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      (out += '\\') += c;
    else if (static_cast<unsigned char>(c) < 0x20)
      out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
    else
      out += c;
  }
  return out + '"';
}

}  // namespace

Berichtbevinding make_bevinding(std::string code, std::string pad, int regel, std::string tekst, std::string herstel) {
  return {std::move(code), 1, {}, std::move(pad), regel, std::move(tekst), {}, std::move(herstel), {}};
}

std::string herstel_tekst(const std::vector<Wijziging>& wijzigingen) {
  std::string out;
  for (const Wijziging& w : wijzigingen) {
    const auto name = last_step(w.pad);
    const std::string step = w.actie == Wijziging::Actie::zet ? fmt::format("zet {} op {}", name, w.waarde)
                                                              : fmt::format("haal {} weg", name);
    out += out.empty() ? step : fmt::format(" en {}", step);
  }
  if (out.empty()) return out;
  out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out + '.';
}

std::string to_json(const Berichtbevinding& b) {
  return fmt::format(
      R"({{"code": {}, "niveau": {}, "pad": {}, "regel": {}, "tekst": {}, "bepaling": {}, "herstel": {}}})",
      quoted(b.code), b.niveau, quoted(b.pad), b.regel, quoted(b.tekst), quoted(b.bepaling), quoted(b.herstel));
}

}  // namespace zorgkader::iwmo
