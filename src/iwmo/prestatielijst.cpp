// Lines as rows of one size, in chains by what they are asked by.
#include "iwmo/prestatielijst.hpp"

#include <boost/container_hash/hash.hpp>
#include <stdexcept>
#include <type_traits>

namespace zorgkader::iwmo {
namespace {

std::int32_t days_of(Datum day) {
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}
Datum day_of(std::int32_t days) {
  return Datum(std::chrono::days(days));
}

}  // namespace

std::uint32_t Woorden::add(std::string_view woord) {
  if (const auto known = find(woord)) return *known;
  const auto number = static_cast<std::uint32_t>(woorden_.size());
  woorden_.emplace_back(woord);
  nummers_.emplace(woord, number);
  return number;
}

std::optional<std::uint32_t> Woorden::find(std::string_view woord) const {
  const auto found = nummers_.find(woord);
  return found == nummers_.end() ? std::nullopt : std::optional(found->second);
}

Prestatielijst::Tekst Prestatielijst::keep(std::string_view tekst) {
  if (teksten_.size() + tekst.size() > kGeen) throw std::length_error("more references than one list holds");
  const Tekst out{static_cast<std::uint32_t>(teksten_.size()), static_cast<std::uint32_t>(tekst.size())};
  teksten_ += tekst;
  return out;
}

Prestatielijst::Nummer Prestatielijst::add(const Prestatieregel& p) {
  static_assert(std::has_unique_object_representations_v<Regel>);
  const auto number = static_cast<Nummer>(regels_.size());
  Regel& made = regels_.emplace_back();
  made.toewijzing = p.toewijzing;
  made.volume = p.volume;
  made.tarief_cent = p.tarief_cent.value_or(0);
  made.bedrag_cent = p.bedrag_cent;
  made.gemeente = woorden_.add(p.gemeente);
  made.aanbieder = woorden_.add(p.aanbieder);
  made.bsn = woorden_.add(p.bsn);
  made.declaratie = woorden_.add(p.declaratie);
  made.categorie = woorden_.add(p.categorie);
  made.code = woorden_.add(p.code);
  made.eenheid = woorden_.add(p.eenheid);
  made.referentie = keep(p.referentie);
  made.vorig_referentie = keep(p.vorig_referentie);
  made.dagtekening = days_of(p.dagtekening);
  made.van = days_of(p.periode.van);
  made.tot = days_of(p.periode.tot);
  made.heeft_tarief = p.tarief_cent.has_value();
  made.credit = p.credit;
  made.gecrediteerd = p.gecrediteerd;
  made.stand = p.stand;
  link(number);
  return number;
}

Prestatieregel Prestatielijst::operator[](Nummer nummer) const {
  const Regel& r = regels_[nummer];
  Prestatieregel out;
  out.gemeente = woorden_[r.gemeente];
  out.aanbieder = woorden_[r.aanbieder];
  out.bsn = woorden_[r.bsn];
  out.declaratie = woorden_[r.declaratie];
  out.dagtekening = day_of(r.dagtekening);
  out.referentie = tekst(r.referentie);
  out.vorig_referentie = tekst(r.vorig_referentie);
  out.toewijzing = r.toewijzing;
  out.categorie = woorden_[r.categorie];
  out.code = woorden_[r.code];
  out.periode = {day_of(r.van), day_of(r.tot)};
  out.volume = r.volume;
  out.eenheid = woorden_[r.eenheid];
  if (r.heeft_tarief != 0) out.tarief_cent = r.tarief_cent;
  out.bedrag_cent = r.bedrag_cent;
  out.credit = r.credit != 0;
  out.gecrediteerd = r.gecrediteerd != 0;
  out.stand = r.stand;
  return out;
}

Prestatielijst::Sleutel Prestatielijst::key_of(const Regel& r, Soort soort) const {
  if (soort == kToewijzing) return {r.gemeente, r.toewijzing, {}};
  return {r.aanbieder, 0, tekst(soort == kCredit ? r.vorig_referentie : r.referentie)};
}

std::uint64_t Prestatielijst::print_of(const Sleutel& s) {
  std::size_t out = std::hash<std::string_view>()(s.referentie);
  boost::hash_combine(out, s.eigenaar);
  boost::hash_combine(out, s.toewijzing);
  return out;
}

void Prestatielijst::link(Nummer nummer) {
  Regel& own = regels_[nummer];
  for (const Soort soort : {kToewijzing, kReferentie, kCredit}) {
    own.volgende[soort] = kGeen;
    if (soort == kCredit && own.credit == 0) continue;
    const auto [at, fresh] = ketens_[soort].try_emplace(print_of(key_of(own, soort)), Keten{nummer, nummer});
    if (fresh) continue;
    regels_[at->second.laatste].volgende[soort] = nummer;
    at->second.laatste = nummer;
  }
}

Prestatieregels Prestatielijst::chain(Soort soort, std::string_view eigenaar, std::int64_t toewijzing,
                                      std::string_view referentie) const {
  Prestatieregels out(*this, soort);
  const auto owner = woorden_.find(eigenaar);
  if (!owner) return out;
  out.sleutel_ = {*owner, toewijzing, referentie};
  const auto found = ketens_[soort].find(print_of(out.sleutel_));
  if (found != ketens_[soort].end()) out.eerste_ = out.from(found->second.eerste);
  // Its own text, which lasts as long as the list does.
  if (!out.empty()) out.sleutel_ = key_of(regels_[out.eerste_], soort);
  return out;
}

Prestatieregels Prestatielijst::op_toewijzing(std::string_view gemeente, std::int64_t nummer) const {
  return chain(kToewijzing, gemeente, nummer, {});
}

Prestatieregels Prestatielijst::met_referentie(std::string_view aanbieder, std::string_view referentie) const {
  return chain(kReferentie, aanbieder, 0, referentie);
}

Prestatieregels Prestatielijst::credits_op(std::string_view aanbieder, std::string_view referentie) const {
  return chain(kCredit, aanbieder, 0, referentie);
}

Prestatielijst::Nummer Prestatieregels::from(Prestatielijst::Nummer at) const {
  const auto& lines = lijst_->regels_;
  while (at != Prestatielijst::kGeen && (lines[at].vergeten != 0 || lijst_->key_of(lines[at], soort_) != sleutel_))
    at = lines[at].volgende[soort_];
  return at;
}

std::size_t Prestatieregels::size() const {
  std::size_t out = 0;
  for (auto at = begin(); at != end(); ++at) ++out;
  return out;
}

Prestatieregel Prestatieregels::at(std::size_t plaats) const {
  for (auto at = begin(); at != end(); ++at) {
    if (plaats-- == 0) return *at;
  }
  throw std::out_of_range("fewer lines than that");
}

}  // namespace zorgkader::iwmo
