// Rows of one register: header by name, cells by kind, rules of the row, keys once.
#include "dossier/registerlezer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "dossier/registerregels.hpp"
#include "dossier/veldlezer.hpp"
#include "feiten/csv.hpp"
#include "feiten/csvtekst.hpp"
#include "feiten/meldlijst.hpp"
#include "feiten/tekenset.hpp"
#include "values/naam.hpp"
#include "values/tekst.hpp"

namespace zorgkader::dossier {
namespace {

using feiten::Cel;
using feiten::CelFout;
using feiten::Rij;

constexpr std::size_t kShownNaam = 100;

std::vector<std::string> namen_van(const Registersoort& soort) {
  std::vector<std::string> out;
  for (const Veld& veld : soort.velden) out.emplace_back(veld.naam);
  return out;
}

class Bloklezer {
 public:
  Bloklezer(const Registersoort& soort, feiten::Oorsprong oorsprong, const Gemeentezoeker& gemeenten)
      : soort_(soort), meldlijst_(oorsprong), regels_(soort) {
    for (const Veld& veld : soort.velden) velden_.emplace_back(veld, gemeenten);
    blok_.soort = &soort;
    blok_.bestand = std::move(oorsprong.bestand);
    blok_.blad = std::move(oorsprong.blad);
  }

  /// The header first, then the rows.
  void add(const Rij& rij) { had_kop_ ? add_rij(rij) : add_kop(rij); }
  Registerblok take();
  Registerblok refuse(Bevinding fault) {
    blok_.geweigerd += std::exchange(blok_.rijen, {}).size();
    blok_.bevindingen = {std::move(fault)};
    return std::move(blok_);
  }

 private:
  void add_kop(const Rij& rij);
  void add_kolom(const Rij& rij, const Cel& cel);
  void add_rij(const Rij& rij);
  bool accept_rij(const Rij& rij, Registerrij& out);
  bool accept_shape(const Rij& rij);
  bool accept_bsn(const Rij& rij);
  bool accept_cellen(const Rij& rij, Registerrij& out);
  bool accept_regels(const Rij& rij, const Registerrij& made);
  bool accept_sleutel(const Rij& rij, const Registerrij& made);
  const Cel* cel_van(const Rij& rij, std::size_t veld) const;
  void fault(const Rij& rij, const Cel* cel, CelFout fout) {
    fout.vertrouwelijk = fout.vertrouwelijk || soort_.per_gemeente();
    meldlijst_.add(rij, cel, std::move(fout));
  }

  const Registersoort& soort_;
  feiten::Meldlijst meldlijst_;
  Regeltoets regels_;
  std::vector<Veldlezer> velden_;
  std::vector<std::optional<std::size_t>> kolommen_;  // of the file: which column of the register
  std::unordered_map<std::string, std::uint32_t> regels_per_sleutel_;
  Registerblok blok_;
  std::uint32_t laatste_regel_ = 1;
  bool had_kop_ = false, kop_goed_ = true, te_veel_ = false;
};

void Bloklezer::add_kolom(const Rij& rij, const Cel& cel) {
  const std::string naam(feiten::trim(cel.tekst));
  const auto known = soort_.kolom(naam);
  const std::string quoted = fmt::format("`{}`", feiten::shown(naam, kShownNaam));
  if (auto read = feiten::read_tekst(cel); std::holds_alternative<CelFout>(read) && !feiten::is_leeg(cel)) {
    fault(rij, &cel, std::get<CelFout>(std::move(read)));
  } else if (naam.empty()) {
    fault(rij, &cel, {"kolom-onbekend", "Een kolom heeft geen naam.", "Geef haar een naam of haal haar weg."});
  } else if (!known) {
    fault(rij, &cel,
          {"kolom-onbekend", fmt::format("De kolom {} hoort niet bij het register {}.", quoted, soort_.naam),
           bedoelt_u(naam, namen_van(soort_))});
  } else if (std::find(kolommen_.begin(), kolommen_.end(), known) != kolommen_.end()) {
    fault(rij, &cel, {"kolom-onbekend", fmt::format("De kolom {} staat er twee keer.", quoted), ""});
    kop_goed_ = false;
  } else {
    return kolommen_.push_back(known);
  }
  kolommen_.push_back(std::nullopt);
}

void Bloklezer::add_kop(const Rij& rij) {
  had_kop_ = true;
  if (rij.cellen.size() > feiten::kMaxKolommen) {
    kop_goed_ = false;
    return fault(rij, nullptr,
                 {"kolom-onbekend", fmt::format("Er zijn meer dan {} kolommen.", feiten::kMaxKolommen), ""});
  }
  for (const Cel& cel : rij.cellen) add_kolom(rij, cel);
  const char scheiding = meldlijst_.oorsprong().scheiding;
  for (std::size_t i = 0; i < soort_.velden.size(); ++i) {
    const Veld& veld = soort_.velden[i];
    const bool there = std::find(kolommen_.begin(), kolommen_.end(), std::optional(i)) != kolommen_.end();
    if (!there) blok_.afwezig.push_back(i);
    if (there || !veld.gevuld()) continue;
    kop_goed_ = false;
    const std::string read = scheiding == 0 ? "" : fmt::format(" (gelezen met `{}` als scheidingsteken)", scheiding);
    fault(rij, nullptr, {"kolom-ontbreekt", fmt::format("De kolom `{}` ontbreekt{}.", veld.naam, read), ""});
  }
}

void Bloklezer::add_rij(const Rij& rij) {
  if (te_veel_ || std::all_of(rij.cellen.begin(), rij.cellen.end(), feiten::is_leeg)) return;
  laatste_regel_ = rij.regel;
  te_veel_ = blok_.rijen.size() + blok_.geweigerd >= kMaxRegisterRijen;
  Registerrij made;
  if (!te_veel_ && kop_goed_ && accept_rij(rij, made))
    blok_.rijen.push_back(std::move(made));
  else
    ++blok_.geweigerd;
}

bool Bloklezer::accept_rij(const Rij& rij, Registerrij& out) {
  out.regel = rij.regel;
  out.waarden.resize(soort_.velden.size());
  if (!accept_shape(rij) || !accept_bsn(rij)) return false;
  const bool good = accept_cellen(rij, out) && accept_regels(rij, out);
  return accept_sleutel(rij, out) && good;
}

bool Bloklezer::accept_shape(const Rij& rij) {
  const std::size_t have = rij.cellen.size(), want = kolommen_.size();
  if (have == want) return true;
  const auto bad =
      std::find_if(rij.cellen.begin(), rij.cellen.end(), [](const Cel& c) { return c.gebrek != feiten::Gebrek::geen; });
  if (bad != rij.cellen.end()) {
    fault(rij, &*bad, std::get<CelFout>(feiten::read_tekst(*bad)));
    return false;
  }
  CelFout wrong{"rij-fout", fmt::format("De rij heeft {} cellen, de kopregel heeft er {}.", have, want), ""};
  wrong.vertrouwelijk = contains_bsn(rij.bron);
  fault(rij, nullptr, std::move(wrong));
  return false;
}

/// A row with a bsn where none may stand is not looked at any further, and not quoted.
bool Bloklezer::accept_bsn(const Rij& rij) {
  bool good = true;
  for (std::size_t i = 0; i < rij.cellen.size(); ++i) {
    const Veld* veld = kolommen_[i] ? &soort_.velden[*kolommen_[i]] : nullptr;
    const bool may =
        veld != nullptr && soort_.per_gemeente() && (veld->soort == Veldsoort::bsn || veld->toewijzingnummer);
    if (may || !contains_bsn(rij.cellen[i].tekst)) continue;
    CelFout wrong{"bsn-verboden", "Hier staan negen cijfers die een burgerservicenummer kunnen zijn.", ""};
    wrong.vertrouwelijk = true;
    fault(rij, &rij.cellen[i], std::move(wrong));
    good = false;
  }
  return good;
}

bool Bloklezer::accept_cellen(const Rij& rij, Registerrij& out) {
  bool good = true;
  for (std::size_t i = 0; i < rij.cellen.size(); ++i) {
    if (!kolommen_[i]) continue;
    auto read = velden_[*kolommen_[i]].read(rij.cellen[i]);
    if (auto* value = std::get_if<std::string>(&read)) {
      out.waarden[*kolommen_[i]] = std::move(*value);
    } else {
      fault(rij, &rij.cellen[i], std::get<CelFout>(std::move(read)));
      good = false;
    }
  }
  return good;
}

/// The cell that holds a column of the register, or nothing where the file has no such column.
const Cel* Bloklezer::cel_van(const Rij& rij, std::size_t veld) const {
  const auto at = std::find(kolommen_.begin(), kolommen_.end(), std::optional(veld));
  return at == kolommen_.end() ? nullptr : &rij.cellen[static_cast<std::size_t>(at - kolommen_.begin())];
}

bool Bloklezer::accept_regels(const Rij& rij, const Registerrij& made) {
  const auto broken = regels_.check(made.waarden);
  for (const Regelbreuk& b : broken) fault(rij, cel_van(rij, b.kolom), {"register-regel", b.wat, b.doe});
  return broken.empty();
}

/// Keys of refused rows count too, so that one reading finds every double row.
bool Bloklezer::accept_sleutel(const Rij& rij, const Registerrij& made) {
  for (std::size_t i = 0; i < made.waarden.size(); ++i) {
    if (soort_.velden[i].sleutel && made.waarden[i].empty() && !soort_.velden[i].mag_leeg) return false;
  }
  const auto [first, fresh] = regels_per_sleutel_.emplace(sleutel_van(soort_, made.waarden), rij.regel);
  if (fresh) return true;
  const char* line = meldlijst_.oorsprong().scheiding != 0 ? "regel" : "rij";
  fault(rij, nullptr,
        {"rij-dubbel",
         fmt::format("Dezelfde sleutel als op {} {}: {}.", line, first->second, sleutel_tekst(soort_, made.waarden)),
         "Houd er een over; een verbetering van een eerdere levering komt in een volgend bestand."});
  return false;
}

Registerblok Bloklezer::take() {
  if (te_veel_)
    return refuse({Ernst::fout,
                   "bestand-te-groot",
                   {blok_.bestand, 0, 0, 0},
                   fmt::format("Er zijn meer dan {} rijen; er is geen enkele rij gelezen.", kMaxRegisterRijen),
                   "Verdeel het register over bestanden.",
                   ""});
  blok_.bevindingen = meldlijst_.take(laatste_regel_);
  return std::move(blok_);
}

}  // namespace

Registerblok read_register(const Registersoort& soort, std::string_view inhoud, const std::string& bestand,
                           const Gemeentezoeker& gemeenten) {
  if (inhoud.size() > kMaxRegisterBytes)
    return Bloklezer(soort, {bestand, "", ';'}, gemeenten)
        .refuse({Ernst::fout,
                 "bestand-te-groot",
                 {bestand, 0, 0, 0},
                 fmt::format("Het bestand is groter dan {} MB.", kMaxRegisterBytes >> 20),
                 "Verdeel het register over bestanden.",
                 ""});
  inhoud = without_bom(inhoud);
  if (auto bad = feiten::check_tekenset(inhoud, bestand))
    return Bloklezer(soort, {bestand, "", ';'}, gemeenten).refuse(*std::move(bad));
  const char scheiding = feiten::choose_scheiding(inhoud, [&](const Rij& kop) {
    return static_cast<std::size_t>(std::count_if(kop.cellen.begin(), kop.cellen.end(), [&](const Cel& cel) {
      return soort.kolom(feiten::trim(cel.tekst)).has_value();
    }));
  });
  Bloklezer bouw(soort, {bestand, "", scheiding}, gemeenten);
  feiten::CsvLezer lezer(inhoud, scheiding);
  Rij rij;
  rij.regel = 1;
  lezer.next(rij);
  bouw.add(rij);
  while (lezer.next(rij)) bouw.add(rij);
  return bouw.take();
}

Registerblok read_register(const Registersoort& soort, const feiten::Werkmap& werkmap, const feiten::Werkblad& blad,
                           const std::string& bestand, const Gemeentezoeker& gemeenten) {
  Bloklezer bouw(soort, {bestand, blad.naam, 0}, gemeenten);
  auto fault = feiten::each_rij(werkmap, blad, bestand, [&](const Rij& rij) { bouw.add(rij); });
  return fault ? bouw.refuse(*std::move(fault)) : bouw.take();
}

}  // namespace zorgkader::dossier
