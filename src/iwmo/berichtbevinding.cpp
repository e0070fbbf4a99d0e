// What a remedy says to people.
#include "iwmo/berichtbevinding.hpp"

#include <fmt/format.h>

#include "iwmo/tekens.hpp"

namespace zorgkader::iwmo {
namespace {

/// `pad` below the nearest class that `van` is or lies in; of `van` itself only its name.
std::string_view seen_from(std::string_view van, std::string_view pad) {
  if (van == pad) return last_step(pad);
  std::size_t begin = 0;
  for (auto slash = pad.find('/'); slash != std::string_view::npos; slash = pad.find('/', begin)) {
    const bool in_it = van.starts_with(pad.substr(0, slash)) && (van.size() == slash || van[slash] == '/');
    if (!in_it) break;
    begin = slash + 1;
  }
  return pad.substr(begin);
}

std::string in_words(const Wijziging& w, std::string_view plaats) {
  switch (w.actie) {
    case Wijziging::Actie::zet:
      return fmt::format("zet {} op {}", plaats, w.waarde);
    case Wijziging::Actie::voeg_toe:
      return fmt::format("voeg {} toe met waarde {}", plaats, w.waarde);
    case Wijziging::Actie::verwijder:
      break;
  }
  return fmt::format("haal {} weg", plaats);
}

}  // namespace

Berichtbevinding make_bevinding(std::string code, std::string pad, int regel, std::string tekst, std::string herstel) {
  return {std::move(code), 1, {}, std::move(pad), regel, std::move(tekst), {}, std::move(herstel), {}};
}

std::string herstel_tekst(const std::vector<Wijziging>& wijzigingen, std::string_view pad) {
  std::string out;
  for (const Wijziging& w : wijzigingen) {
    if (!out.empty()) out += &w == &wijzigingen.back() ? " en " : ", ";
    out += in_words(w, seen_from(pad, w.pad));
  }
  if (out.empty()) return out;
  out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out + '.';
}

}  // namespace zorgkader::iwmo
