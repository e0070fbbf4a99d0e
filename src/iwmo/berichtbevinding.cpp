// What a remedy says to people.
#include "iwmo/berichtbevinding.hpp"

#include <fmt/format.h>

#include "iwmo/tekens.hpp"

namespace zorgkader::iwmo {
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

}  // namespace zorgkader::iwmo
