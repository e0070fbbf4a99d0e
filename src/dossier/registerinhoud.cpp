// Content of events: what write_inhoud writes, read with nothing taken for granted.
#include "dossier/registerinhoud.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "feiten/cel.hpp"
#include "feiten/csv.hpp"
#include "feiten/tekenset.hpp"
#include "values/tekst.hpp"

namespace zorgkader::dossier {
namespace {

using feiten::Rij;

constexpr std::string_view kRegister = "register";
constexpr std::string_view kRegel = "regel";

Bevinding fault(std::uint32_t line, std::string wat) {
  return {Ernst::fout,
          "bestand-onleesbaar",
          {"", static_cast<int>(line), 0, 0},
          fmt::format("De inhoud van de gebeurtenis is geen register: {}", wat),
          "Een dossier dat met een nieuwere versie gemaakt is, wordt alleen met die versie gelezen.",
          ""};
}

bool is_whole(const Rij& rij) {
  return std::all_of(rij.cellen.begin(), rij.cellen.end(),
                     [](const feiten::Cel& cel) { return cel.gebrek == feiten::Gebrek::geen; });
}

std::uint32_t number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}

/// The column of the register that each cell but the first holds; a finding when the header is none.
Result<std::vector<std::size_t>> read_kop(const Registersoort& soort, const Rij& kop) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < kop.cellen.size(); ++i) {
    const std::string_view naam = kop.cellen[i].tekst;
    if (i == 0) {
      if (naam != kRegel) return fault(kop.regel, "de kopregel begint niet met `regel`.");
      continue;
    }
    const auto kolom = soort.kolom(naam);
    if (!kolom || std::find(out.begin(), out.end(), *kolom) != out.end())
      return fault(kop.regel, fmt::format("de kolom `{}` is onbekend of dubbel.", feiten::shown(naam, 60)));
    out.push_back(*kolom);
  }
  for (const std::size_t key : soort.sleutelkolommen()) {
    if (std::find(out.begin(), out.end(), key) == out.end())
      return fault(kop.regel, fmt::format("de kolom `{}` ontbreekt.", soort.velden[key].naam));
  }
  return out;
}

}  // namespace

std::string write_inhoud(const Registerblok& blok) {
  std::string out =
      fmt::format("{};{};{};{}\n{}", kRegister, blok.soort->naam, csv_text(blok.bestand), csv_text(blok.blad), kRegel);
  for (const Veld& veld : blok.soort->velden) out.append(";").append(veld.naam);
  out += '\n';
  for (const Registerrij& rij : blok.rijen) {
    out += std::to_string(rij.regel);
    for (const std::string& waarde : rij.waarden) out.append(";").append(csv_text(waarde));
    out += '\n';
  }
  return out;
}

Result<Registerblok> read_inhoud(std::string_view bytes) {
  if (feiten::first_bad_byte(bytes)) return fault(0, "de tekst is geen UTF-8.");
  feiten::CsvLezer lezer(bytes, ';');
  Rij rij;
  if (!lezer.next(rij) || rij.cellen.size() != 4 || rij.cellen[0].tekst != kRegister || !is_whole(rij))
    return fault(1, "de eerste regel noemt geen register, bestand en blad.");
  Registerblok out;
  out.soort = find_registersoort(rij.cellen[1].tekst);
  if (out.soort == nullptr)
    return fault(1, fmt::format("`{}` is geen register.", feiten::shown(rij.cellen[1].tekst, 60)));
  out.bestand = rij.cellen[2].tekst;
  out.blad = rij.cellen[3].tekst;
  if (!lezer.next(rij) || !is_whole(rij)) return fault(2, "er is geen kopregel.");
  const auto kop = read_kop(*out.soort, rij);
  if (!kop) return kop.errors();
  while (lezer.next(rij)) {
    const std::uint32_t line = rij.cellen.size() == kop->size() + 1 && is_whole(rij) ? number(rij.cellen[0].tekst) : 0;
    if (line == 0) return fault(rij.regel, "de rij past niet bij de kopregel.");
    Registerrij& made = out.rijen.emplace_back(Registerrij{std::vector<std::string>(out.soort->velden.size()), line});
    for (std::size_t i = 0; i < kop->size(); ++i) made.waarden[(*kop)[i]] = rij.cellen[i + 1].tekst;
  }
  return out;
}

}  // namespace zorgkader::dossier
