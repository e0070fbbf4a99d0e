// First what can be seen without the key, then what is inside.
#include "app/verifieer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <thread>

#include "app/berichten.hpp"
#include "app/naloop.hpp"
#include "dossier/regio.hpp"
#include "dossier/stand.hpp"

namespace zorgkader {
namespace {

/// `genoteerd` that are in this log are taken away.
dossier::Ketentoets test_chain(const dossier::Logboek& log, const std::string& gemeente,
                               std::vector<Genoteerd>* genoteerd = nullptr) {
  dossier::Ketentoets out;
  const bool noted = genoteerd != nullptr && std::any_of(genoteerd->begin(), genoteerd->end(),
                                                         [&](const Genoteerd& n) { return n.gemeente == gemeente; });
  log.each(gemeente, 1, [&](const dossier::Gebeurtenis& g) {
    const bool good = out.take(g);
    if (noted && good)
      std::erase_if(*genoteerd, [&, print = dossier::hex(g.afdruk)](const Genoteerd& n) {
        return n.gemeente == gemeente && print.starts_with(n.afdruk);
      });
    return good;
  });
  return out;
}

void look_inside(const Dossierbestand& file, Logboekverdict& out) {
  try {
    if (out.gemeente == dossier::kRegio) return void(dossier::read_regio(file.logboek()));
    loop_na(
        file, out.gemeente, std::nullopt,
        [&](const Nagelopen& seen) {
          ++out.nagerekend;
          if (!seen.gelijk)
            out.fouten.push_back(
                fmt::format("Het antwoord op {} (gebeurtenis {}) is niet wat er uit het dossier van toen volgt.",
                            seen.boom.soort().naam, seen.bericht.nummer));
        },
        [&](const dossier::Stand& stand) {
          for (const dossier::Dossierbericht& b : stand.berichten()) ++(b.geweigerd ? out.geweigerd : out.berichten);
        });
  } catch (const dossier::OpslagFout& e) {
    out.fouten.emplace_back(e.what());
  }
}

/// `genoteerd` that are in this log are taken away.
Logboekverdict look_at(const Dossierbestand& file, const std::string& gemeente, std::vector<Genoteerd>& genoteerd) {
  const dossier::Ketentoets chain = test_chain(file.verzegeld(), gemeente, &genoteerd);
  Logboekverdict found{gemeente, chain.einde().nummer, "", dossier::hex(chain.einde().afdruk), 0, 0, 0, {}};
  if (chain.einde().nummer > 0) found.laatste_moment = format_moment(chain.einde().moment);
  if (chain.fout())
    found.fouten.push_back(
        fmt::format("De keten breekt bij gebeurtenis {}: {}.", chain.fout()->nummer, chain.fout()->wat));
  look_inside(file, found);
  return found;
}

}  // namespace

std::vector<std::string> verifieer(const Dossierpad& pad, const std::function<void(const Logboekverdict&)>& take,
                                   const std::vector<Genoteerd>& genoteerd) {
  std::vector<Genoteerd> missing = genoteerd;
  const Dossierbestand file(pad, Dossierbestand::Hoe::lezen);
  std::vector<std::string> out;
  if (const auto fault = file.verzegeld().fault()) out.push_back(*fault);
  const std::vector<std::string> logs = file.verzegeld().gemeenten();
  std::vector<Logboekverdict> found(logs.size());
  std::vector<std::vector<Genoteerd>> left(logs.size(), genoteerd);
  // Logs do not know of each other, and a connection is for one thread.
  in_order(
      logs.size(), std::thread::hardware_concurrency(),
      [&](std::size_t i) {
        found[i] = look_at({pad, Dossierbestand::Hoe::lezen}, logs[i], left[i]);
      },
      [&](std::size_t i) {
        std::erase_if(
            missing, [&](const Genoteerd& n) { return std::find(left[i].begin(), left[i].end(), n) == left[i].end(); });
        take(found[i]);
      });
  for (const Genoteerd& n : missing)
    out.push_back(fmt::format("De afdruk {} staat niet in de keten van {}: wat er toen lag, is er niet meer.", n.afdruk,
                              n.gemeente));
  return out;
}

std::optional<std::string> maak_reservekopie(const Dossierpad& pad, const std::string& naar) {
  if (std::filesystem::exists(naar)) return fmt::format("{} bestaat al; er wordt niets overschreven.", naar);
  const Dossierbestand file(pad, Dossierbestand::Hoe::lezen);
  file.verzegeld().copy_to(naar);
  const storage::SqliteLogboek copy(naar, storage::Sqlite::Toegang::lezen);
  if (const auto fault = copy.fault()) return fault;
  for (const std::string& gemeente : copy.gemeenten()) {
    if (const auto fault = test_chain(copy, gemeente).fout())
      return fmt::format("De kopie is niet heel: gemeente {}, gebeurtenis {}: {}.", gemeente, fault->nummer,
                         fault->wat);
  }
  return std::nullopt;
}

}  // namespace zorgkader
