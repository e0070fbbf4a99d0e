// Events, one after another, to what is so.
#include "dossier/stand.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dossier/regio.hpp"
#include "iwmo/lezer.hpp"
#include "iwmo/regelhulp.hpp"

namespace zorgkader::dossier {
namespace {

bool is_bericht(std::string_view soort) {
  return soort == soorten::kOntvangen || soort == soorten::kVerzonden || soort == soorten::kGeweigerd;
}

/// By what the answers to a request name it.
std::vector<std::string> references_of(const iwmo::Boom& bericht) {
  std::vector<std::string> out;
  const iwmo::Deel client = bericht["Client"];
  if (bericht.soort().nummer == 317) out.emplace_back(client.tekst("Verzoek/ReferentieAanbieder"));
  if (bericht.soort().nummer == 315) {
    for (const iwmo::Deel product : client["AangevraagdeProducten"].delen())
      out.emplace_back(product.tekst("ReferentieAanbieder"));
  }
  return out;
}

}  // namespace

void Stand::apply(const Gebeurtenis& g, bool teruggenomen) {
  if (!is_bericht(g.soort)) {
    record(g);
    if (g.soort != soorten::kRegister || teruggenomen) return;
    const Registerblok rows = registerblok_van(g);
    registers_.apply(*rows.soort, rows.rijen, g.nummer);
    return;
  }
  apply(g, bericht_van(g), teruggenomen);
}

void Stand::record(const Gebeurtenis& g) {
  einde_ = {g.nummer, g.moment, g.afdruk};
  if (!g.kenmerk.empty()) kenmerken_.emplace(g.kenmerk, g.nummer);
}

void Stand::apply(const Gebeurtenis& g, const iwmo::Boom& bericht, bool teruggenomen) {
  record(g);
  note(g, bericht, teruggenomen);
  if (!berichten_.back().geweigerd && bericht.soort().heen == 0) archief_.add(bericht);
}

void Stand::note(const Gebeurtenis& g, const iwmo::Boom& bericht, bool teruggenomen) {
  const iwmo::Berichtkenmerk kenmerk = iwmo::kenmerk_van(bericht);
  Dossierbericht made{g.nummer,
                      g.moment,
                      &bericht.soort(),
                      kenmerk,
                      kenmerk.aanbieder(),
                      iwmo::dagtekening(bericht.wortel()),
                      bericht.soort().van == iwmo::Partij::gemeente,
                      teruggenomen || g.soort == soorten::kGeweigerd,
                      0,
                      references_of(bericht)};
  if (iwmo::is_antwoord(bericht.soort()) && !teruggenomen) couple(made, iwmo::refuses_all(bericht));
  berichten_.push_back(std::move(made));
  index(berichten_.size() - 1);
}

void Stand::index(std::size_t bericht) {
  const Dossierbericht& one = berichten_[bericht];
  if (!iwmo::is_antwoord(*one.soort)) per_kenmerk_[one.kenmerk].push_back(bericht);
  per_gebeurtenis_.emplace(one.gebeurtenis, bericht);
}

void Stand::couple(const Dossierbericht& answer, bool refuses) {
  const auto same = per_kenmerk_.find(answer.kenmerk);
  if (same == per_kenmerk_.end()) return;
  for (const std::size_t at : same->second) {
    if (berichten_[at].antwoord != 0) continue;
    berichten_[at].antwoord = answer.gebeurtenis;
    berichten_[at].geweigerd = berichten_[at].geweigerd || refuses;
    return;
  }
}

const Dossierbericht* Stand::bericht(std::int64_t gebeurtenis) const {
  const auto at = per_gebeurtenis_.find(gebeurtenis);
  return at == per_gebeurtenis_.end() ? nullptr : &berichten_[at->second];
}

const Dossierbericht* Stand::wachtend(const iwmo::Berichtkenmerk& kenmerk) const {
  const auto same = per_kenmerk_.find(kenmerk);
  if (same == per_kenmerk_.end()) return nullptr;
  const auto open = std::find_if(same->second.begin(), same->second.end(),
                                 [&](std::size_t at) { return berichten_[at].antwoord == 0; });
  return open == same->second.end() ? nullptr : &berichten_[*open];
}

const Dossierbericht* Stand::antwoord_op(const std::string& kenmerk) const {
  const auto event = kenmerken_.find(kenmerk);
  const Dossierbericht* message = event == kenmerken_.end() ? nullptr : bericht(event->second);
  return message == nullptr ? nullptr : bericht(message->antwoord);
}

iwmo::Boom bericht_van(const Gebeurtenis& g) {
  iwmo::Gelezen read = iwmo::read_bericht(iwmo::bron_van(g.inhoud));
  if (read.soort == nullptr || !read.bevindingen.empty())
    throw OpslagFout(
        fmt::format("Gebeurtenis {} van gemeente {} hoort een bericht te zijn, maar is niet te lezen. "
                    "`zorgkader verifieer` zegt of het dossier heel is.",
                    g.nummer, g.gemeente));
  return std::move(read.boom);
}

Stand replay_stand(const Logboek& logboek, const std::string& gemeente, const Registerstand* regio,
                   const Loggrens& grens) {
  Stand out(gemeente, regio);
  replay(logboek, gemeente, grens, [&](const Gebeurtenis& g, bool taken_back) { out.apply(g, taken_back); });
  return out;
}

}  // namespace zorgkader::dossier
