// Finding registers and columns by their names.
#include "dossier/registersoort.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace zorgkader::dossier {

std::optional<std::size_t> Registersoort::kolom(std::string_view wanted) const {
  for (std::size_t i = 0; i < velden.size(); ++i) {
    if (velden[i].naam == wanted) return i;
  }
  return std::nullopt;
}

std::vector<std::size_t> Registersoort::sleutelkolommen() const {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < velden.size(); ++i) {
    if (velden[i].sleutel) out.push_back(i);
  }
  return out;
}

std::span<const Registersoort* const> registersoorten() {
  static const std::vector<const Registersoort*> all = [] {
    std::vector<const Registersoort*> out;
    for (const auto* half : {&registers_van_regio(), &registers_van_gemeente()}) {
      for (const Registersoort& soort : *half) out.push_back(&soort);
    }
    return out;
  }();
  return all;
}

const Registersoort* find_registersoort(std::string_view naam) {
  for (const Registersoort* soort : registersoorten()) {
    if (soort->naam == naam) return soort;
  }
  return nullptr;
}

std::string_view herkomst_van(const Veld& veld) {
  return veld.soort == Veldsoort::gemeente ? std::string_view("gemeenten code") : veld.komt_uit;
}

std::string soort_naam(const Veld& veld) {
  switch (veld.soort) {
    case Veldsoort::tekst:
      return "tekst";
    case Veldsoort::code:
      return fmt::format("{} cijfers", veld.cijfers);
    case Veldsoort::datum:
      return "datum";
    case Veldsoort::ja_nee:
      return "ja of nee";
    case Veldsoort::bedrag:
      return "bedrag in euro's";
    case Veldsoort::getal:
      return veld.cijfers == 0 ? "geheel getal" : fmt::format("geheel getal van {} cijfers", veld.cijfers);
    case Veldsoort::decimaal:
      return "getal";
    case Veldsoort::procent:
      return "percentage";
    case Veldsoort::bsn:
      return "bsn";
    case Veldsoort::gemeente:
      break;
  }
  return "gemeente";
}

std::vector<std::string> split(std::string_view text, char scheiding) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(scheiding), text.size());
    if (end > 0) out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  for (std::string word : split(text, ';')) {
    word.erase(0, word.find_first_not_of(' '));
    word.erase(word.find_last_not_of(' ') + 1);
    if (!word.empty()) out.push_back(std::move(word));
  }
  return out;
}

}  // namespace zorgkader::dossier
