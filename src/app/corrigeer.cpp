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

/// Whether the program answered this event, or made it as an answer.
bool is_answer_to(const dossier::Gebeurtenis& g, std::int64_t bericht) {
  const auto answered = beantwoord_bericht(g.kenmerk);
  return answered && (bericht == 0 || *answered == bericht);
}

void append(const Correctievraag& vraag, const Logregel& line, Correctieantwoord& out) {
  Dossierbestand file(vraag.dossier, Dossierbestand::Hoe::bijwerken);
  file.logboek().each(line.log, line.nummer, [&](const dossier::Gebeurtenis& g) {
    if (g.nummer > line.nummer) return out.beantwoord = is_answer_to(g, line.nummer), false;
    if (is_answer_to(g, 0))
      throw dossier::OpslagFout(
          fmt::format("Gebeurtenis {} is een antwoord van dit programma. Neem het bericht terug waar het op antwoordt: "
                      "gebeurtenis {}.",
                      g.nummer, *beantwoord_bericht(g.kenmerk)));
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
