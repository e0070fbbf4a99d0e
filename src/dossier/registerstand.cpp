// The state: rows in order of arrival, with an index by key and one by group where rows may not overlap.
#include "dossier/registerstand.hpp"

#include "dossier/standtoets.hpp"
#include "values/notatie.hpp"

namespace zorgkader::dossier {

std::string_view Standrij::tekst(std::string_view kolom) const {
  return rij.waarden[soort->kolom(kolom).value()];
}

std::optional<Datum> Standrij::datum(std::string_view kolom) const {
  return parse_datum(tekst(kolom));
}

std::optional<Getal> Standrij::getal(std::string_view kolom) const {
  // Kept with a decimal point; three decimals are no thousands here.
  std::string text(tekst(kolom));
  if (const auto point = text.find('.'); point != std::string::npos) text[point] = ',';
  const auto read = parse_getal(text, Notatie::nederlands);
  const auto* value = std::get_if<Getal>(&read);
  return value == nullptr ? std::nullopt : std::optional(*value);
}

bool Standrij::ja(std::string_view kolom) const {
  return tekst(kolom) == "ja";
}

Periode Standrij::looptijd() const {
  return looptijd_van(*soort, rij.waarden);
}

const Registerstand::Tabel& Registerstand::table(std::string_view register_naam) const {
  static const Tabel none;
  const Registersoort* soort = find_registersoort(register_naam);
  if (regio_ != nullptr && soort != nullptr && !soort->per_gemeente()) return regio_->table(register_naam);
  const auto at = tabellen_.find(register_naam);
  return at == tabellen_.end() ? none : at->second;
}

const Standrij* Registerstand::find_sleutel(std::string_view register_naam, const std::string& sleutel) const {
  const Tabel& tabel = table(register_naam);
  const auto at = tabel.per_sleutel.find(sleutel);
  return at == tabel.per_sleutel.end() ? nullptr : &tabel.rijen[at->second];
}

const Standrij* Registerstand::find(std::string_view register_naam, const std::vector<std::string>& sleutel) const {
  std::string key;
  for (const std::string& value : sleutel) key.append(value).push_back('\0');
  return find_sleutel(register_naam, key);
}

void Registerstand::each(std::string_view register_naam, const std::function<bool(const Standrij&)>& take) const {
  for (const Standrij& rij : table(register_naam).rijen) {
    if (!take(rij)) return;
  }
}

std::vector<std::string> Registerstand::gemeentecodes(std::string_view naam) const {
  std::vector<std::string> out;
  each("gemeenten", [&](const Standrij& rij) {
    if (rij.tekst("naam") == naam) out.emplace_back(rij.tekst("code"));
    return true;
  });
  return out;
}

void Registerstand::add(Standrij rij) {
  Tabel& tabel = tabellen_[rij.soort->naam];
  const std::vector<std::string>& values = rij.rij.waarden;
  // The columns of a group are part of the key, so a later row with this key stays in its group.
  if (const Registerregel* regel = regel_een_tegelijk(*rij.soort))
    tabel.per_groep[waarden_van(kolommen_van(*rij.soort, regel->velden), values)].push_back(tabel.rijen.size());
  tabel.per_sleutel.emplace(sleutel_van(*rij.soort, values), tabel.rijen.size());
  tabel.rijen.push_back(std::move(rij));
}

std::size_t Registerstand::apply(const Registersoort& soort, const std::vector<Registerrij>& rijen,
                                 std::int64_t gebeurtenis) {
  Tabel& tabel = tabellen_[soort.naam];
  std::size_t changed = 0;
  for (const Registerrij& rij : rijen) {
    const auto known = tabel.per_sleutel.find(sleutel_van(soort, rij.waarden));
    if (known == tabel.per_sleutel.end()) {
      add({&soort, rij, gebeurtenis, 0});
      ++changed;
    } else if (Standrij& now = tabel.rijen[known->second]; now.rij.waarden != rij.waarden) {
      now = {&soort, rij, gebeurtenis, now.gebeurtenis};
      ++changed;
    }
  }
  return changed;
}

Registerblok Registerstand::check(Registerblok blok) const {
  return Standtoets(*this, std::move(blok)).take();
}

}  // namespace zorgkader::dossier
