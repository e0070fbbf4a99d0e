// Terms of the standard, over the messages of a dossier.
#include "dossier/openstaand.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "values/kalender.hpp"

namespace zorgkader::dossier {
namespace {

constexpr int kRetour = 3, kDeclaratie = 10, kVerzoek = 5, kOnderzoekWeken = 8;

Datum after(Datum day, int count, Tijdmaat in) {
  return step(day, count, in).value_or(kGeenEinde);
}

std::optional<Openstaand> missing_answer(const Dossierbericht& b) {
  if (b.soort->antwoord == 0 || b.antwoord != 0 || b.geweigerd) return std::nullopt;
  const bool declaration = b.soort->nummer == 323;
  return Openstaand{&b,
                    fmt::format("WMO{} {}", b.soort->antwoord, b.verzonden ? "van de aanbieder" : "van de gemeente"),
                    declaration ? "OP090x4" : "OP090",
                    after(dag_van(b.moment), declaration ? kDeclaratie : kRetour, Tijdmaat::werkdag), !b.verzonden};
}

/// A 315 is decided product by product, a 317 as a whole; both by a 301 or a 319.
std::optional<Openstaand> missing_decision(const Stand& stand, const Dossierbericht& b) {
  if (b.referenties.empty() || b.geweigerd) return std::nullopt;
  bool open = false, all_looked_into = true;
  for (const iwmo::Verzoek& v : stand.archief().verzoeken(b.aanbieder)) {
    const bool ours = std::find(b.referenties.begin(), b.referenties.end(), v.referentie) != b.referenties.end();
    if (!ours || !v.is_open()) continue;
    open = true;
    all_looked_into = all_looked_into && v.in_onderzoek;
  }
  if (!open) return std::nullopt;
  if (all_looked_into)
    return Openstaand{&b, "besluit op het verzoek (WMO301 of WMO319)", "OP346",
                      after(b.dagtekening, kOnderzoekWeken, Tijdmaat::week), true};
  return Openstaand{&b, "antwoord op het verzoek (WMO301 of WMO319)", "OP274",
                    after(dag_van(b.moment), kVerzoek, Tijdmaat::werkdag), true};
}

}  // namespace

int Openstaand::werkdagen(Datum nu) const {
  int out = 0;
  for (Datum day = std::min(nu, uiterlijk); day < std::max(nu, uiterlijk);) {
    day += std::chrono::days(1);
    out += is_werkdag(day) ? 1 : 0;
  }
  return nu > uiterlijk ? -out : out;
}

std::vector<Openstaand> openstaand(const Stand& stand) {
  std::vector<Openstaand> out;
  for (const Dossierbericht& b : stand.berichten()) {
    if (auto found = missing_answer(b)) out.push_back(*std::move(found));
    if (auto found = missing_decision(stand, b)) out.push_back(*std::move(found));
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.uiterlijk < b.uiterlijk; });
  return out;
}

}  // namespace zorgkader::dossier
