// One event that names another.
#include "app/corrigeer.hpp"

#include <fmt/format.h>

#include "app/naloop.hpp"

namespace zorgkader {
namespace {

Logregel find_event(const Correctievraag& vraag) {
  std::optional<Logregel> out;
  each_logregel({vraag.dossier, vraag.gemeente, {}, {}, "", vraag.gebeurtenis},
                [&](const Logregel& line) { out = line; });
  if (!out || out->nummer != vraag.gebeurtenis)
    throw dossier::OpslagFout(fmt::format("Het logboek van {} heeft geen gebeurtenis {}; `zorgkader logboek` noemt ze.",
                                          vraag.gemeente, vraag.gebeurtenis));
  return *std::move(out);
}

void append(const Correctievraag& vraag, const Logregel& line, Correctieantwoord& out) {
  Dossierbestand file(vraag.dossier, Dossierbestand::Hoe::bijwerken);
  file.logboek().each(line.log, line.nummer, [&](const dossier::Gebeurtenis& g) {
    const auto answers = beantwoord_bericht(g.kenmerk);
    if (g.nummer > line.nummer) return out.beantwoord = answers == line.nummer, false;
    if (answers)
      throw dossier::OpslagFout(
          fmt::format("Gebeurtenis {} is een antwoord van dit programma. Neem het bericht terug waar het op antwoordt: "
                      "gebeurtenis {}.",
                      g.nummer, *answers));
    return true;
  });
  dossier::Gebeurtenis made;
  made.gemeente = line.log;
  made.moment = vraag.nu;
  made.soort = dossier::soorten::kCorrectie;
  made.door = vraag.door;
  made.corrigeert = line.nummer;
  made.inhoud = vraag.reden;
  out.gebeurtenis = file.append(std::move(made));
}

}  // namespace

Correctieantwoord corrigeer(const Correctievraag& vraag) {
  Correctieantwoord out{find_event(vraag), 0, false};
  const Logregel& line = out.teruggenomen;
  if (line.soort == dossier::soorten::kInzage)
    throw dossier::OpslagFout("Dat iemand in het dossier keek, kan niet teruggenomen worden.");
  if (line.teruggenomen_door != 0)
    throw dossier::OpslagFout(
        fmt::format("Gebeurtenis {} is al teruggenomen, door gebeurtenis {}.", line.nummer, line.teruggenomen_door));
  append(vraag, line, out);
  return out;
}

}  // namespace zorgkader
