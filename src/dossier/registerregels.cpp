// Rules of rows: conditions and columns by number, dates compared as ISO texts.
#include "dossier/registerregels.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace zorgkader::dossier {
namespace {

std::string remedy(const Registerregel& regel) {
  return fmt::format("{} (Bron: {}.)", regel.zegt, regel.bron);
}

}  // namespace

const Registerregel& regel_looptijd() {
  static const Registerregel regel{.vorm = Regelvorm::volgorde,
                                   .velden = "van tot",
                                   .zegt = "Een periode eindigt niet voordat zij begint.",
                                   .bron = "Afspraak van deze registers"};
  return regel;
}

const Registerregel* regel_een_tegelijk(const Registersoort& soort) {
  for (const Registerregel& regel : soort.regels) {
    if (regel.vorm == Regelvorm::een_tegelijk) return &regel;
  }
  return nullptr;
}

std::vector<std::size_t> kolommen_van(const Registersoort& soort, std::string_view namen) {
  std::vector<std::size_t> out;
  for (const std::string& naam : split(namen, ' ')) out.push_back(soort.kolom(naam).value());
  return out;
}

Regeltoets::Regeltoets(const Registersoort& soort) : soort_(soort) {
  const auto add = [&](const Registerregel& regel) {
    Toets& made = toetsen_.emplace_back(Toets{&regel, {}, kolommen_van(soort, regel.velden)});
    for (const std::string& condition : split(regel.als, ' ')) {
      const auto parts = split(condition, '=');
      made.als.push_back({soort.kolom(parts[0]).value(), parts.size() > 1 ? parts[1] : ""});
    }
  };
  for (const Registerregel& regel : soort.regels) {
    if (regel.vorm != Regelvorm::een_tegelijk) add(regel);
  }
  if (soort.has_looptijd()) add(regel_looptijd());
}

std::vector<Regelbreuk> Regeltoets::check(const std::vector<std::string>& waarden) const {
  std::vector<Regelbreuk> out;
  for (const Toets& toets : toetsen_) {
    const bool asked = std::all_of(toets.als.begin(), toets.als.end(), [&](const Voorwaarde& v) {
      return v.waarde.empty() ? !waarden[v.kolom].empty() : waarden[v.kolom] == v.waarde;
    });
    if (asked) check_one(toets, waarden, out);
  }
  return out;
}

void Regeltoets::check_one(const Toets& toets, const std::vector<std::string>& waarden,
                           std::vector<Regelbreuk>& out) const {
  const Registerregel& regel = *toets.regel;
  for (std::size_t i = 0; i < toets.kolommen.size(); ++i) {
    const std::size_t kolom = toets.kolommen[i];
    const std::string &value = waarden[kolom], empty = fmt::format("`{}` is niet gevuld", soort_.velden[kolom].naam);
    const auto breaks = [&](std::string wat) { out.push_back({kolom, std::move(wat), remedy(regel)}); };
    switch (regel.vorm) {
      case Regelvorm::gevuld:
        if (value.empty()) breaks(empty + ".");
        break;
      case Regelvorm::gelijk:
        if (value.empty()) {
          breaks(fmt::format("{}; hier hoort `{}`.", empty, regel.waarde));
        } else if (value != regel.waarde) {
          breaks(fmt::format("Hier staat `{}`; hier hoort `{}`.", value, regel.waarde));
        }
        break;
      case Regelvorm::eerste_dag:
        if (!value.empty() && !value.ends_with("-01"))
          breaks(fmt::format("{} is niet de eerste dag van een maand.", value));
        break;
      case Regelvorm::volgorde:
      case Regelvorm::stappen:
        if (!value.empty()) check_eerdere(toets, i, waarden, out);
        break;
      case Regelvorm::een_tegelijk:
        break;
    }
  }
}

/// The dates in front of the one at `place`, the nearest that is wrong.
void Regeltoets::check_eerdere(const Toets& toets, std::size_t place, const std::vector<std::string>& waarden,
                               std::vector<Regelbreuk>& out) const {
  const std::size_t kolom = toets.kolommen[place];
  const auto naam = [&](std::size_t at) { return soort_.velden[at].naam; };
  for (std::size_t i = place; i-- > 0;) {
    const std::size_t eerder = toets.kolommen[i];
    const bool missing = waarden[eerder].empty();
    if (missing ? toets.regel->vorm == Regelvorm::volgorde : waarden[eerder] <= waarden[kolom]) continue;
    out.push_back({kolom,
                   missing ? fmt::format("`{}` is gevuld, maar `{}` niet.", naam(kolom), naam(eerder))
                           : fmt::format("`{}` ({}) ligt voor `{}` ({}).", naam(kolom), waarden[kolom], naam(eerder),
                                         waarden[eerder]),
                   remedy(*toets.regel)});
    return;
  }
}

}  // namespace zorgkader::dossier
