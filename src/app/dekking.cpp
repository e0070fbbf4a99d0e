// Headings, what stands under them, and the euros that go through.
#include "app/dekking.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/bepalingen.hpp"
#include "app/controleer.hpp"

namespace zorgkader {
namespace {

class Overzicht {
 public:
  Overzicht(const Regeling& r, const Run* run) : r_(r), run_(run), bereik_(bereik(r)) {}

  DekkingBepaling heading(const Bepaling& b) const {
    const Kop& kop = *r_.kop(b.kop);
    DekkingBepaling out;
    out.niveau = kop.niveau;
    out.titel = kop.titel;
    out.bron = kop.bron;
    out.regel = kop.regel;
    out.hand = kop.hand;
    out.soort = b.is_automatisch() ? Bepalingsoort::geautomatiseerd
                : kop.hand.empty() ? Bepalingsoort::informatief
                                   : Bepalingsoort::met_de_hand;
    out.eisen = static_cast<int>(b.eisen.size());
    out.heeft_gebruik = heeft_gebruik(b, bereik_);
    for (int k : b.sleutels) out.onderdelen.push_back(key(k));
    for (int q : b.grootheden) {
      if (!is_unused_reason(q)) out.onderdelen.push_back(quantity(q));
    }
    std::stable_sort(out.onderdelen.begin(), out.onderdelen.end(),
                     [](const DekkingOnderdeel& x, const DekkingOnderdeel& y) { return x.regel < y.regel; });
    return out;
  }

 private:
  const Grootheid& at(int q) const { return r_.grootheden[static_cast<std::size_t>(q)]; }

  DekkingOnderdeel key(int k) const {
    const Sleutel& s = r_.sleutels[static_cast<std::size_t>(k)];
    const std::size_t n = s.leden.size();
    return {s.naam,
            "sleutel",
            n == 0 ? "leden uit feiten" : fmt::format("{} {}{}", n, n == 1 ? "lid" : "leden", s.open ? " of meer" : ""),
            s.positie.regel,
            bereik_.sleutels[static_cast<std::size_t>(k)] ? Gebruik::telt_mee : Gebruik::geen,
            {}};
  }

  DekkingOnderdeel quantity(int q) const {
    const Grootheid& g = at(q);
    const bool outcome =
        std::any_of(r_.uitkomsten.begin(), r_.uitkomsten.end(), [&](const auto& u) { return u.first == g.naam; });
    const bool counts = bereik_.grootheden[static_cast<std::size_t>(q)];
    return {g.naam,
            role(g),
            unit(g),
            g.positie.regel,
            outcome ? Gebruik::uitkomst : counts ? Gebruik::telt_mee : Gebruik::geen,
            total(q)};
  }

  /// A decision table gives the reason of every answer, also when nobody asks for it.
  bool is_unused_reason(int q) const {
    constexpr std::string_view kReden = "_reden";
    const Grootheid& g = at(q);
    if (!g.naam.ends_with(kReden) || bereik_.grootheden[static_cast<std::size_t>(q)]) return false;
    const int table = r_.grootheid(g.naam.substr(0, g.naam.size() - kReden.size()));
    return table >= 0 && at(table).beslissing && at(table).positie.regel == g.positie.regel;
  }

  static std::string role(const Grootheid& g) {
    if (g.is_open) return "open keuze";
    if (g.beslissing) return "beslistabel";
    switch (g.rol) {
      case Rol::parameter:
        return "parameter";
      case Rol::invoer:
        return "feit";
      case Rol::tabel:
        return g.sleutels.empty() ? "parameter" : "tabel";
      case Rol::formule:
        break;
    }
    return "formule";
  }

  std::string unit(const Grootheid& g) const {
    if (g.onbekend && !g.vorm_gegeven) return "";
    return g.lid_van >= 0 ? r_.sleutels[static_cast<std::size_t>(g.lid_van)].naam : g.vorm.text();
  }

  /// Whether a running total shows in the value itself, not only in a sum that is taken of it.
  static bool runs_on(const Uitdrukking& e) {
    if (e.soort == Knoopsoort::som) return false;
    return (e.soort == Knoopsoort::langs && e.tekst == "cumulatief") ||
           std::any_of(e.delen.begin(), e.delen.end(), [](const UitdrukkingPtr& part) { return runs_on(*part); });
  }

  /// Tariffs do not add up, scenarios are not added, and a running total already holds what came before.
  bool adds_up(const Grootheid& g) const {
    const bool running = g.recurrentie >= 0 || (g.formule && runs_on(*g.formule));
    const bool scenarios = r_.scenario_sleutel >= 0 && (g.sleutelset & bit(r_.scenario_sleutel)) != 0;
    return !g.onbekend && g.vorm.soort == Soort::getal && g.vorm.eenheid.text() == "€" && !running && !scenarios;
  }

  std::optional<Getal> total(int q) const {
    const Column* c = run_ == nullptr || !adds_up(at(q)) ? nullptr : run_->column(q);
    if (c == nullptr || c->onbruikbaar || c->index->rows() == 0) return std::nullopt;
    const bool given = at(q).rol == Rol::invoer || at(q).rol == Rol::tabel;  // may have rows without a value
    Getal sum;
    for (Rij row = 0; row < c->index->rows(); ++row) {
      const Toestand state = c->state(row);
      if (state == Toestand::goed)
        sum += c->getal(row);
      else if (state != Toestand::leeg || !given)
        return std::nullopt;
    }
    return sum;
  }

  const Regeling& r_;
  const Run* run_;
  Bereik bereik_;
};

}  // namespace

DekkingAntwoord dekking(const Opdrachtgegevens& gegevens) {
  DekkingAntwoord out;
  out.bevindingen = controleer(gegevens);
  const Geladen loaded = laad(gegevens);
  if (!loaded.run) return out;
  if (gegevens.met_feiten()) loaded.run->compute(computable(*loaded.run));
  const Regeling& r = *loaded.regeling;
  out.dekking.regeling = r.titel;
  out.dekking.bestand = gegevens.regeling;
  out.dekking.versie = r.versie;
  if (loaded.peildatum) out.dekking.peildatum = format_datum(*loaded.peildatum);
  out.dekking.met_feiten = gegevens.met_feiten();
  const Overzicht overview(r, gegevens.met_feiten() ? loaded.run.get() : nullptr);
  for (const Bepaling& b : bepalingen(r)) out.dekking.bepalingen.push_back(overview.heading(b));
  return out;
}

}  // namespace zorgkader
