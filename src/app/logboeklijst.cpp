// Events to lines: of a message its header is enough.
#include "app/logboeklijst.hpp"

#include <fmt/format.h>

#include "dossier/contracten.hpp"
#include "dossier/regio.hpp"
#include "iwmo/kenmerk.hpp"
#include "iwmo/lezer.hpp"

namespace zorgkader {
namespace {

using dossier::Gebeurtenis;
namespace soorten = dossier::soorten;

std::string message_text(const Gebeurtenis& g) {
  const iwmo::Gelezen read = iwmo::read_bericht(iwmo::bron_van(iwmo::begin_van(g.inhoud)));
  if (read.soort == nullptr || !read.boom["Header"]) return "";
  const iwmo::Berichtkenmerk k = iwmo::kenmerk_van(read.boom);
  return fmt::format("{} {} van {}, aanbieder {}", read.soort->naam, k.identificatie, k.dagtekening, k.aanbieder());
}

std::string text_of(const Gebeurtenis& g) {
  if (g.soort == soorten::kRegister) {
    const dossier::Registerblok block = dossier::registerblok_van(g);
    return fmt::format("{}, {} {} uit {}", block.soort->naam, block.rijen.size(),
                       block.rijen.size() == 1 ? "rij" : "rijen", block.bestand);
  }
  if (g.soort == soorten::kFeiten) return g.inhoud.substr(0, g.inhoud.find('\n'));
  if (g.soort == soorten::kCorrectie) return g.inhoud;
  if (g.soort == soorten::kInzage) {
    const std::size_t end = g.inhoud.find('\n');
    return end == std::string::npos ? g.inhoud : g.inhoud.substr(0, end) + ": " + g.inhoud.substr(end + 1);
  }
  return message_text(g);
}

void each_of(const Dossierbestand& file, const Logvraag& vraag, const std::string& log, const std::string& gemeente,
             const std::function<void(const Logregel&)>& take) {
  const auto corrections = file.logboek().correcties(log);
  const auto taken_back = dossier::teruggenomen_door(corrections);
  file.logboek().each(log, vraag.nummer.value_or(1), [&](const Gebeurtenis& g) {
    const Datum day = dag_van(g.moment);
    if (vraag.tot && day > *vraag.tot) return false;
    if ((vraag.van && day < *vraag.van) || (!vraag.soort.empty() && g.soort != vraag.soort)) return true;
    const auto by = taken_back.find(g.nummer);
    take({log, gemeente, g.nummer, g.moment, g.soort, text_of(g), g.door, g.corrigeert,
          by == taken_back.end() ? 0 : by->second, dossier::hex(g.afdruk)});
    return !vraag.nummer;
  });
}

}  // namespace

void each_logregel(const Logvraag& vraag, const std::function<void(const Logregel&)>& take) {
  const Dossierbestand file(vraag.dossier, Dossierbestand::Hoe::lezen);
  const dossier::Regio regio = dossier::read_regio(file.logboek());
  const dossier::Contracten contracten(regio.registers());
  bool known = vraag.gemeente.empty();
  for (const std::string& log : file.logboek().gemeenten()) {
    const std::string name(contracten.gemeente(log));
    if (!vraag.gemeente.empty() && vraag.gemeente != log && vraag.gemeente != name) continue;
    known = true;
    each_of(file, vraag, log, name, take);
  }
  if (!known) throw dossier::OpslagFout(fmt::format("Van gemeente {} is er niets in dit dossier.", vraag.gemeente));
}

}  // namespace zorgkader
