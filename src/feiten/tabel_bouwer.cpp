// Rows to columns. Keys of bad rows are kept too, so that one run also finds every double row.
#include "feiten/tabel_bouwer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "feiten/dubbel.hpp"
#include "feiten/grenzen.hpp"

namespace zorgkader::feiten {
namespace {

/// `gemeente = A, jaar = 2022`
std::string key_text(const std::vector<SleutelKolom>& sleutels, std::size_t row) {
  std::string out;
  for (const SleutelKolom& s : sleutels) out += fmt::format("{}{} = {}", out.empty() ? "" : ", ", s.naam, s.at(row));
  return out;
}

const char* line_word(const Oorsprong& from) {
  return from.scheiding != 0 ? "regel" : "rij";
}

}  // namespace

TabelBouwer::TabelBouwer(const FeitVorm& vorm, Oorsprong oorsprong)
    : vorm_(vorm),
      meldlijst_(std::move(oorsprong)),
      waarden_(vorm.vorm.soort),
      leden_(vorm.sleutels.size()),
      bekend_(vorm.sleutels.size()),
      sleutels_(vorm.sleutels.size()),
      codes_(vorm.sleutels.size()) {
  for (std::size_t i = 0; i < sleutels_.size(); ++i) sleutels_[i].naam = vorm.sleutels[i];
  // The members of a closed key get the first codes, so that a name with a higher one is none of them.
  for (std::size_t i = 0; i < vorm.leden.size(); ++i) {
    for (const std::string& lid : vorm.leden[i]) bekend_[i] = leden_[i].code(lid) + 1;
  }
  herkomst_.bestand = meldlijst_.oorsprong().bestand;
  herkomst_.blad = meldlijst_.oorsprong().blad;
}

void TabelBouwer::add_kop(const Rij& rij) {
  kop_ = read_kop(rij, vorm_, meldlijst_);
}

void TabelBouwer::reserve(std::size_t rijen) {
  herkomst_.regels.reserve(rijen);
  waarden_.reserve(rijen);
  for (SleutelKolom& s : sleutels_) s.codes.reserve(rijen);
}

void TabelBouwer::add_rij(const Rij& rij) {
  if (!kop_.compleet || !accept_shape(rij)) return;
  std::fill(codes_.begin(), codes_.end(), std::nullopt);
  for (std::size_t i = 0; i < rij.cellen.size(); ++i) read_cel(rij, i);
  if (!std::all_of(codes_.begin(), codes_.end(), [](const auto& code) { return code.has_value(); })) return;
  for (std::size_t i = 0; i < codes_.size(); ++i) sleutels_[i].codes.push_back(*codes_[i]);
  herkomst_.regels.push_back(rij.regel);
}

/// Empty rows are nothing at the end and a fault in between; others must have as many cells as the header.
bool TabelBouwer::accept_shape(const Rij& rij) {
  const bool full = rij.cellen.size() == kop_.kolommen.size();
  if (full && lege_regel_ == 0 && !plain_tekst(rij.cellen.front()).empty()) {
    laatste_regel_ = rij.regel;
    return true;
  }
  if (std::all_of(rij.cellen.begin(), rij.cellen.end(), is_leeg)) {
    if (lege_regel_ == 0) lege_regel_ = rij.regel;
    return false;
  }
  laatste_regel_ = rij.regel;
  if (lege_regel_ != 0) {
    Rij empty;
    empty.regel = std::exchange(lege_regel_, 0);
    meldlijst_.add(empty, nullptr, {"rij-fout", "Er staat een lege rij tussen de rijen.", "Haal de lege rij weg."});
  }
  if (full) return true;
  const auto bad =
      std::find_if(rij.cellen.begin(), rij.cellen.end(), [](const Cel& c) { return c.gebrek != Gebrek::geen; });
  if (bad != rij.cellen.end()) {
    meldlijst_.add(rij, &*bad, std::get<CelFout>(read_tekst(*bad)));
    return false;
  }
  const bool many = rij.cellen.size() > kMaxKolommen;
  const bool comma = meldlijst_.oorsprong().scheiding == ',';
  meldlijst_.add(
      rij, nullptr,
      {"rij-fout",
       fmt::format("De rij heeft {}{} cellen, de kopregel heeft er {}.", many ? "meer dan " : "",
                   many ? kMaxKolommen : rij.cellen.size(), kop_.kolommen.size()),
       comma ? "Zet een cel met een komma erin tussen aanhalingstekens, of scheid de kolommen met puntkomma's." : ""});
  return false;
}

/// Stores what `read` makes of the cell, or reports it.
template <typename Read, typename Keep>
void TabelBouwer::keep(const Rij& rij, const Cel& cel, Read read, Keep store) {
  auto result = read(cel);
  if (auto* fault = std::get_if<CelFout>(&result)) return meldlijst_.add(rij, &cel, std::move(*fault));
  store(std::get<0>(result));
}

void TabelBouwer::read_cel(const Rij& rij, std::size_t index) {
  const Cel& cel = rij.cellen[index];
  const KolomRol rol = kop_.kolommen[index];
  switch (rol.rol) {
    case Rol::sleutel:
      if (const auto lid = plain_tekst(cel); !lid.empty()) {
        return read_lid(rij, cel, rol.sleutel, lid);
      }
      return keep(rij, cel, read_sleutel, [&](std::string_view lid) { read_lid(rij, cel, rol.sleutel, lid); });
    case Rol::waarde:
      return read_waarde(rij, cel);
    case Rol::bron:
      if (is_leeg(cel)) return herkomst_.bron.emplace_back(), void();
      return keep(rij, cel, read_tekst, [&](std::string_view text) { herkomst_.bron.emplace_back(text); });
    case Rol::peildatum:
      if (is_leeg(cel)) return herkomst_.peildatum.push_back(kGeenBegin);
      return keep(rij, cel, read_datum, [&](Datum day) { herkomst_.peildatum.push_back(day); });
    case Rol::status:
      return keep(rij, cel, read_status, [&](bool early) { herkomst_.voorlopig.push_back(early); });
    case Rol::onbekend:
      return;
  }
}

void TabelBouwer::read_lid(const Rij& rij, const Cel& cel, std::size_t sleutel, std::string_view naam) {
  const std::uint32_t code = leden_[sleutel].code(naam);
  codes_[sleutel] = code;
  if (bekend_[sleutel] == 0 || code < bekend_[sleutel]) return;
  meldlijst_.add(
      rij, &cel,
      {"lid-onbekend", fmt::format("`{}` is geen {} van deze regeling.", naam, vorm_.sleutels[sleutel]), ""});
}

void TabelBouwer::read_waarde(const Rij& rij, const Cel& cel) {
  const auto store = [this](const auto& value) { waarden_.add(value); };
  switch (vorm_.vorm.soort) {
    case Soort::ja_nee:
      return keep(rij, cel, read_ja_nee, store);
    case Soort::tekst:
      return keep(rij, cel, read_tekst, store);
    case Soort::datum:
      return keep(rij, cel, read_datum, store);
    case Soort::getal:
      break;
  }
  if (const auto decimal = simple_decimal(plain_tekst(cel)); decimal && !vorm_.vorm.eenheid.shows_percent()) {
    return waarden_.add(*decimal);
  }
  auto number = read_getal(cel, vorm_.vorm.eenheid);
  if (const auto* decimal = std::get_if<Decimaal>(&number)) return store(*decimal);
  if (const auto* exact = std::get_if<Getal>(&number)) return store(*exact);
  meldlijst_.add(rij, &cel, std::get<CelFout>(std::move(number)));
}

void TabelBouwer::report_dubbel(const std::function<std::string(std::uint32_t)>& regeltekst) {
  const char* line = line_word(meldlijst_.oorsprong());
  for (const Dubbel& d : find_dubbel(sleutels_, herkomst_.regels.size())) {
    Rij rij;
    rij.regel = herkomst_.regels[d.rij];
    const std::string text = regeltekst(rij.regel);
    rij.bron = text;
    const std::uint32_t first = herkomst_.regels[d.eerste];
    meldlijst_.add(
        rij, nullptr,
        {"rij-dubbel",
         sleutels_.empty()
             ? fmt::format("Dit feit heeft geen sleutels en dus één waarde; die staat al op {} {}.", line, first)
             : fmt::format("Dezelfde sleutels als op {} {}: {}.", line, first, key_text(sleutels_, d.rij)),
         sleutels_.empty() ? "Bewaar een van de rijen." : ""});
  }
}

Gelezen TabelBouwer::take(const std::function<std::string(std::uint32_t)>& regeltekst) {
  for (std::size_t i = 0; i < sleutels_.size(); ++i) sleutels_[i].leden = leden_[i].take();
  report_dubbel(regeltekst);
  if (meldlijst_.is_leeg() && sleutels_.empty() && herkomst_.regels.empty()) {
    Rij rij;
    rij.regel = laatste_regel_;
    meldlijst_.add(rij, nullptr, {"rij-fout", "Er is geen rij met een waarde.", "Zet de waarde onder de kopregel."});
  }
  Gelezen out;
  if (meldlijst_.is_leeg())
    out.tabel = Tabel{vorm_.naam, vorm_.vorm, std::move(sleutels_), waarden_.take(), std::move(herkomst_)};
  out.bevindingen = meldlijst_.take(laatste_regel_);
  return out;
}

}  // namespace zorgkader::feiten
