// A log of its own, filled with sealed events: they keep their prints.
#include "app/ontvangst.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "app/tijdelijkemap.hpp"
#include "dossier/sha256.hpp"
#include "feiten/bestand.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;
using dossier::Gebeurtenis;

std::vector<Logstand> ends_of(const Dossierpad& pad) {
  std::vector<Logstand> out;
  if (!fs::exists(pad.dossier)) return out;
  const Dossierbestand file(pad, Dossierbestand::Hoe::lezen);
  for (const std::string& log : file.verzegeld().gemeenten()) {
    const dossier::Einde end = file.verzegeld().einde(log);
    out.push_back({log, end.nummer, dossier::hex(end.afdruk)});
  }
  return out;
}

/// Every file that was named, in folders too, by name; what cannot be read has no print, and the import says so.
std::vector<Ontvangstbewijs::Bestand> delivered(const std::vector<std::string>& paden) {
  std::set<std::string> files;
  std::error_code ignored;
  for (const std::string& pad : paden) {
    if (!fs::is_directory(pad, ignored)) {
      files.insert(pad);
      continue;
    }
    for (fs::recursive_directory_iterator at(pad, ignored), end; at != end; at.increment(ignored)) {
      if (at->is_regular_file(ignored)) files.insert(at->path().string());
    }
  }
  std::vector<Ontvangstbewijs::Bestand> out;
  for (const std::string& file : files) {
    const auto bytes = feiten::read_bestand(file);
    out.push_back({file, bytes ? dossier::sha256(bytes->view()) : ""});
  }
  return out;
}

/// The logs up to where they were before the import.
void copy_begin(const Dossierpad& from, const std::vector<Logstand>& voor, const Dossierpad& to) {
  const Dossierbestand file(from, Dossierbestand::Hoe::lezen);
  storage::SqliteLogboek copy(to.dossier);
  for (const Logstand& log : voor) {
    constexpr std::size_t kMany = 2000;
    std::vector<Gebeurtenis> events;
    dossier::Einde end;
    const auto write = [&] {
      if (!events.empty() && copy.add(end, events) != dossier::Toevoeging::gelukt)
        throw dossier::OpslagFout("Het logboek kan niet worden overgenomen.");
      if (!events.empty()) end = {events.back().nummer, events.back().moment, events.back().afdruk};
      events.clear();
    };
    file.verzegeld().each(log.log, 1, [&](const Gebeurtenis& g) {
      if (g.nummer > log.nummer) return false;
      events.push_back(g);
      if (events.size() == kMany) write();
      return true;
    });
    write();
    if (dossier::hex(end.afdruk) != log.afdruk)
      throw dossier::OpslagFout(
          fmt::format("Het logboek van {} is tot gebeurtenis {} niet dat van toen.", log.log, log.nummer));
  }
}

/// What was delivered then and is not here, and the other way round; by content.
std::vector<std::string> otherwise(const Ontvangstbewijs& bewijs, const std::vector<std::string>& paden) {
  std::multimap<std::string, std::string> then, now;
  for (const auto& f : bewijs.bestanden) then.emplace(f.sha256, f.naam);
  for (const auto& f : delivered(paden)) now.emplace(f.sha256, f.naam);
  std::vector<std::string> out;
  const auto add = [&](const auto& all, const auto& others, const char* sentence) {
    constexpr std::size_t kMost = 10;
    std::size_t count = 0;
    for (const auto& [print, name] : all) {
      if (!others.contains(print) && ++count <= kMost) out.push_back(fmt::format(fmt::runtime(sentence), name));
    }
    if (count > kMost) out.push_back(fmt::format("En nog {} bestanden net zo.", count - kMost));
  };
  add(then, now, "{} is er niet bij, of is niet meer zoals toen.");
  add(now, then, "{} hoorde er toen niet bij.");
  return out;
}

}  // namespace

const char* uitslag_naam(Importuitslag uitslag) {
  switch (uitslag) {
    case Importuitslag::vastgelegd:
      return "vastgelegd";
    case Importuitslag::geweigerd:
      return "geweigerd";
    case Importuitslag::bekend:
      return "was er al";
    case Importuitslag::overgeslagen:
      return "overgeslagen";
  }
  return "";
}

Ontvangstbewijs importeer_met_bewijs(const Importvraag& vraag, const std::string& programma,
                                     const std::function<void(const Importregel&)>& take,
                                     const OpVoortgang& voortgang) {
  Ontvangstbewijs out{
      programma, vraag.nu, vraag.door, !vraag.lijsten.empty(), delivered(vraag.paden), {}, ends_of(vraag.dossier), {}};
  importeer(
      vraag,
      [&](const Importregel& line) {
        out.regels.push_back(
            {line.tabel ? line.tabel->bestand : line.verdict.bestand, uitslag_naam(line.uitslag), line.antwoord});
        take(line);
      },
      voortgang);
  out.na = ends_of(vraag.dossier);
  return out;
}

Result<Ontvangstbewijs> read_bewijs(const std::string& bestand) {
  const auto bytes = feiten::read_bestand(bestand);
  return bytes ? lees_ontvangstbewijs(bytes->view(), bestand) : bytes.errors();
}

std::vector<std::string> doe_over(const Overdoen& vraag) {
  if (vraag.bewijs.lijsten)
    return {"Deze invoer is getoetst met lijsten van buiten het dossier; zij is zo niet over te doen."};
  std::vector<std::string> out = otherwise(vraag.bewijs, vraag.paden);
  if (!out.empty()) return out;
  const Tijdelijkemap map;
  const Dossierpad own{(map.pad() / "over.db").string(), vraag.dossier.sleutelpad()};
  copy_begin(vraag.dossier, vraag.bewijs.voor, own);
  importeer({own, vraag.paden, "", "", vraag.bewijs.moment, vraag.bewijs.door, vraag.threads},
            [](const Importregel&) {});
  const std::vector<Logstand> na = ends_of(own);
  for (const Logstand& then : vraag.bewijs.na) {
    const auto now = std::find_if(na.begin(), na.end(), [&](const Logstand& l) { return l.log == then.log; });
    if (now == na.end() || *now != then)
      out.push_back(fmt::format("Het logboek van {} eindigt nu bij gebeurtenis {}, en toen bij {}{}.", then.log,
                                now == na.end() ? 0 : now->nummer, then.nummer,
                                now != na.end() && now->nummer == then.nummer ? ", met een andere afdruk" : ""));
  }
  return out;
}

}  // namespace zorgkader
