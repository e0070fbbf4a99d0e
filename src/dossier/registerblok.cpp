// Keys of rows, and blocks cut by gemeente.
#include "dossier/registerblok.hpp"

#include <fmt/format.h>

#include <map>

namespace zorgkader::dossier {

std::string sleutel_van(const Registersoort& soort, const std::vector<std::string>& waarden) {
  std::string out;
  for (std::size_t i = 0; i < waarden.size(); ++i) {
    if (soort.velden[i].sleutel) out.append(waarden[i]).push_back('\0');
  }
  return out;
}

std::string waarden_van(const std::vector<std::size_t>& kolommen, const std::vector<std::string>& waarden) {
  std::string out;
  for (const std::size_t kolom : kolommen) out.append(waarden[kolom]).push_back('\0');
  return out;
}

Periode looptijd_van(const Registersoort& soort, const std::vector<std::string>& waarden) {
  const auto day = [&](std::string_view naam, Datum otherwise) {
    const auto kolom = soort.kolom(naam);
    return kolom ? parse_datum(waarden[*kolom]).value_or(otherwise) : otherwise;
  };
  return {day("van", kGeenBegin), day("tot", kGeenEinde)};
}

std::string sleutel_tekst(const Registersoort& soort, const std::vector<std::string>& waarden) {
  std::string out;
  for (std::size_t i = 0; i < waarden.size(); ++i) {
    const Veld& veld = soort.velden[i];
    if (!veld.sleutel || waarden[i].empty()) continue;
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", veld.naam,
                       veld.soort == Veldsoort::bsn ? "(niet getoond)" : waarden[i]);
  }
  return out;
}

std::vector<std::pair<std::string, Registerblok>> split_per_gemeente(const Registerblok& blok) {
  const auto column = blok.soort->kolom("gemeente");
  std::map<std::string, Registerblok> out;
  for (const Registerrij& rij : blok.rijen) {
    auto& part = out.try_emplace(column ? rij.waarden[*column] : std::string(kRegio)).first->second;
    part.soort = blok.soort;
    part.bestand = blok.bestand;
    part.blad = blok.blad;
    part.afwezig = blok.afwezig;
    part.rijen.push_back(rij);
  }
  return {std::make_move_iterator(out.begin()), std::make_move_iterator(out.end())};
}

}  // namespace zorgkader::dossier
