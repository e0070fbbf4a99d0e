// Links between events, made and tested.
#include "dossier/logboek.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace zorgkader::dossier {

void schakel(const Einde& na, std::vector<Gebeurtenis>& gebeurtenissen) {
  Einde end = na;
  for (Gebeurtenis& g : gebeurtenissen) {
    g.nummer = end.nummer + 1;
    g.moment = std::max(g.moment, end.moment);
    g.afdruk = afdruk_van(g, end.afdruk);
    end = {g.nummer, g.moment, g.afdruk};
  }
}

std::map<std::int64_t, std::int64_t> teruggenomen_door(std::span<const Correctie> correcties) {
  std::map<std::int64_t, std::int64_t> out;
  for (auto at = correcties.rbegin(); at != correcties.rend(); ++at) {
    if (!out.contains(at->gebeurtenis)) out.emplace(at->corrigeert, at->gebeurtenis);
  }
  return out;
}

void replay(const Logboek& logboek, const std::string& gemeente, const Loggrens& grens,
            const std::function<void(const Gebeurtenis&, bool)>& take, std::int64_t vanaf) {
  std::vector<Correctie> corrections = logboek.correcties(gemeente);
  std::erase_if(corrections, [&](const Correctie& c) { return !grens.includes(c.gebeurtenis, c.moment); });
  const auto taken_back = teruggenomen_door(corrections);
  logboek.each(gemeente, vanaf, [&](const Gebeurtenis& g) {
    if (!grens.includes(g.nummer, g.moment)) return false;
    take(g, taken_back.contains(g.nummer));
    return true;
  });
}

bool Ketentoets::take(const Gebeurtenis& g) {
  if (fout_) return false;
  if (g.nummer != einde_.nummer + 1)
    fout_ = Ketenfout{g.nummer,
                      fmt::format("na gebeurtenis {} komt {}; wat ertussen hoort is weg", einde_.nummer, g.nummer)};
  else if (g.moment < einde_.moment)
    fout_ = Ketenfout{g.nummer, "het moment ligt voor dat van de vorige gebeurtenis"};
  else if (g.afdruk != afdruk_van(g, einde_.afdruk))
    fout_ = Ketenfout{g.nummer, "de inhoud past niet bij de afdruk: hier is na het vastleggen iets veranderd"};
  else
    einde_ = {g.nummer, g.moment, g.afdruk};
  return !fout_;
}

}  // namespace zorgkader::dossier
