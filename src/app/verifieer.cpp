// First what can be seen without the key, then what is inside.
#include "app/verifieer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <thread>

#include "app/berichten.hpp"
#include "app/naloop.hpp"
#include "dossier/momentopname.hpp"
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

/// Every command begins with it, so it must say what the log says.
void test_momentopname(Dossierbestand& file, bool herstel, Logboekverdict& out) {
  const auto sealed = file.verzegeld().momentopname(out.gemeente);
  if (!sealed) return;
  const auto kept = file.logboek().momentopname(out.gemeente);
  if (kept && !dossier::open_momentopname(*kept)) return;  // of another version: nobody begins with it
  const dossier::Stand replayed =
      dossier::replay_stand(file.logboek(), out.gemeente, nullptr, dossier::Loggrens::voor(sealed->nummer + 1));
  const dossier::Einde end{sealed->nummer, sealed->moment, sealed->afdruk};
  const dossier::Gebeurtenis right = dossier::make_momentopname(replayed, end);
  if (kept && kept->inhoud == right.inhoud) return;
  out.hersteld = herstel;
  if (herstel) return file.logboek().keep_momentopname(right);
  out.fouten.push_back(
      fmt::format("De momentopname na gebeurtenis {} is niet wat er uit het logboek volgt. Met --herstel wordt zij "
                  "opnieuw gemaakt; aan het logboek verandert dat niets.",
                  sealed->nummer));
}

void look_inside(Dossierbestand& file, bool herstel, Logboekverdict& out) {
  try {
    if (out.gemeente == dossier::kRegio) return void(dossier::read_regio(file.logboek()));
    test_momentopname(file, herstel, out);
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
Logboekverdict look_at(Dossierbestand& file, bool herstel, const std::string& gemeente,
                       std::vector<Genoteerd>& genoteerd) {
  const dossier::Ketentoets chain = test_chain(file.verzegeld(), gemeente, &genoteerd);
  Logboekverdict found;
  found.gemeente = gemeente;
  found.gebeurtenissen = chain.einde().nummer;
  found.afdruk = dossier::hex(chain.einde().afdruk);
  if (chain.einde().nummer > 0) found.laatste_moment = format_moment(chain.einde().moment);
  if (chain.fout())
    found.fouten.push_back(
        fmt::format("De keten breekt bij gebeurtenis {}: {}.", chain.fout()->nummer, chain.fout()->wat));
  look_inside(file, herstel, found);
  return found;
}

}  // namespace

std::vector<std::string> verifieer(const Verificatievraag& vraag,
                                   const std::function<void(const Logboekverdict&)>& take) {
  std::vector<Genoteerd> missing = vraag.genoteerd;
  const auto how = vraag.herstel ? Dossierbestand::Hoe::bijwerken : Dossierbestand::Hoe::lezen;
  const Dossierbestand file(vraag.dossier, how);
  std::vector<std::string> out;
  if (const auto fault = file.verzegeld().fault()) out.push_back(*fault);
  const std::vector<std::string> logs = file.verzegeld().gemeenten();
  std::vector<Logboekverdict> found(logs.size());
  std::vector<std::vector<Genoteerd>> left(logs.size(), vraag.genoteerd);
  // Logs do not know of each other, and a connection is for one thread.
  in_order(
      logs.size(), std::thread::hardware_concurrency(),
      [&](std::size_t i) {
        Dossierbestand own(vraag.dossier, how);
        found[i] = look_at(own, vraag.herstel, logs[i], left[i]);
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
