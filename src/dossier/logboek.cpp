// Links between events, made and tested.
#include "dossier/logboek.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

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

void replay(const Logboek& logboek, const std::string& gemeente, std::optional<Moment> tot,
            const std::function<void(const Gebeurtenis&, bool)>& take) {
  // What takes back may itself be taken back by what came after it: so from the end.
  const std::vector<Correctie> corrections = logboek.correcties(gemeente);
  std::set<std::int64_t> taken_back;
  for (auto at = corrections.rbegin(); at != corrections.rend(); ++at) {
    const bool known = !tot || at->moment < *tot;
    if (known && !taken_back.contains(at->gebeurtenis)) taken_back.insert(at->corrigeert);
  }
  logboek.each(gemeente, 1, [&](const Gebeurtenis& g) {
    if (tot && g.moment >= *tot) return false;
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
