// One mutant against the cases, until one notices it.
#include "mutatie/proefstand.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "geval/uitvoering.hpp"
#include "mutatie/bereik.hpp"

namespace mutatie {

using namespace zorgkader;
using gevallen::Geval;

namespace {

/// A case of some thousandths of a second that takes this long will not end.
constexpr unsigned kSecondsPerCase = 20;

}  // namespace

Tellers::Tellers(std::size_t aantal) : bytes_((aantal + 1) * sizeof(std::atomic<unsigned>)) {
  void* at = mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (at == MAP_FAILED) throw std::runtime_error("geen gedeeld geheugen");
  at_ = new (at) std::atomic<unsigned>[aantal + 1]();
}

Tellers::~Tellers() {
  munmap(at_, bytes_);
}

Proefstand::Proefstand(const std::string& document, const Regeling& regeling, const std::vector<Geval>& alle)
    : document_(document), r_(regeling), gemerkt_(alle.size()) {
  for (const Geval& g : alle) {
    const gevallen::Regel* r = g.eerste("regeling");
    if (r != nullptr && r->tekst == document) gevallen_.push_back(g);
  }
  proeven_.resize(gevallen_.size());
  for (const Geval& g : gevallen_)
    ziet_.push_back(is_breed(g) ? std::vector<bool>(r_.grootheden.size(), true) : achter(r_, named(g)));
}

const gevallen::Proef& Proefstand::proef(std::size_t geval) {
  auto& p = proeven_[geval];
  if (p == nullptr) {
    const auto before = std::filesystem::current_path();
    p = std::make_unique<gevallen::Proef>(gevallen_[geval]);
    std::filesystem::current_path(before);
  }
  return *p;
}

std::vector<std::string> Proefstand::zonder_kapotte() {
  std::vector<std::string> out;
  for (std::size_t i = gevallen_.size(); i-- > 0;) {
    if (proef(i).problemen().empty() && !merkt(i, (gevallen::root() / document_).string())) continue;
    out.push_back(gevallen_[i].bestand + ":" + std::to_string(gevallen_[i].regel) + ": " + gevallen_[i].titel);
    const auto at = static_cast<std::ptrdiff_t>(i);
    gevallen_.erase(gevallen_.begin() + at);
    ziet_.erase(ziet_.begin() + at);
    proeven_.erase(proeven_.begin() + at);
  }
  std::reverse(out.begin(), out.end());
  return out;
}

bool Proefstand::merkt(std::size_t geval, const std::string& regeling) {
  proef(geval).enter();
  Opdrachtgegevens gegevens = proef(geval).gegevens();
  gegevens.regeling = regeling;
  wekker(kSecondsPerCase);
  const bool noticed = !check(gevallen_[geval], gegevens, gevallen::Diepte::waarden).empty();
  wekker(0);
  return noticed;
}

/// A formula, table or parameter can only show in cases that ask for what rests on it; anything else anywhere.
std::vector<std::size_t> Proefstand::volgorde(const Mutant& mutant) const {
  const int q = r_.grootheid(mutant.grootheid);
  const bool anywhere = q < 0 || r_.grootheden[static_cast<std::size_t>(q)].rol == Rol::invoer;
  const auto last = laatste_.find(mutant.grootheid);
  std::vector<std::size_t> out;
  std::vector<unsigned> score(gevallen_.size());
  for (std::size_t i = 0; i < gevallen_.size(); ++i) {
    score[i] = last != laatste_.end() && last->second == i ? ~0U : gemerkt_[i].load();
    if (anywhere || ziet_[i][static_cast<std::size_t>(q)]) out.push_back(i);
  }
  std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) { return score[a] > score[b]; });
  return out;
}

Oordeel Proefstand::keur(const Tekst& tekst, const Mutant& mutant, const std::filesystem::path& map) {
  Oordeel out;
  const std::string path = (map / std::filesystem::path(document_).filename()).string();
  for (; out.poging < static_cast<int>(mutant.pogingen.size()); ++out.poging) {
    const std::string text = tekst.met(mutant.pogingen[static_cast<std::size_t>(out.poging)]);
    Bevindingen found;
    read_regeling(path, text, {}, found);
    if (has_errors(found)) continue;
    std::ofstream(path, std::ios::binary) << text;
    for (const std::size_t i : volgorde(mutant)) {
      out.geval = static_cast<int>(i);
      if (!merkt(i, path)) continue;
      ++gemerkt_[i];
      laatste_[mutant.grootheid] = i;
      out.lot = Lot::gemerkt;
      return out;
    }
    out.geval = -1;
    out.lot = Lot::overleefd;
    return out;
  }
  out.lot = Lot::geweigerd;
  out.poging = 0;
  return out;
}

}  // namespace mutatie
