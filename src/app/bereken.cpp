// From columns to tables with names.
#include "app/bereken.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "values/naam.hpp"

namespace zorgkader {
namespace {

Tabel to_tabel(const Run& run, int q) {
  const Regeling& r = run.regeling();
  const Grootheid& g = r.grootheden[static_cast<std::size_t>(q)];
  const Column& column = *run.column(q);
  const Index& index = *column.index;
  Tabel out;
  out.naam = g.naam;
  out.vorm = g.vorm;
  out.waarden.soort = g.vorm.soort;
  for (int i = 0; i < static_cast<int>(index.keys().size()); ++i) {
    const int key = index.keys()[static_cast<std::size_t>(i)];
    SleutelKolom k{r.sleutels[static_cast<std::size_t>(key)].naam, {}, {}};
    for (Code c = 0; c < run.leden().count(key); ++c) k.leden.push_back(run.leden().name(key, c));
    k.codes.resize(index.rows());
    index.fill(i, 0, index.rows(), k.codes.data());
    out.sleutels.push_back(std::move(k));
  }
  if (g.vorm.soort == Soort::getal && column.exact.empty()) {
    out.waarden.noemer = column.noemer;
    out.waarden.ints = column.ints;
  } else {
    for (Rij row = 0; row < index.rows(); ++row) out.waarden.push_back(run.waarde(column, row));
  }
  return out;
}

/// Inputs and tables that were asked for may have rows without a value; those are no rows of the outcome.
bool every_cell_good(const Column& c) {
  return !c.onbruikbaar &&
         std::all_of(c.toestand.begin(), c.toestand.end(), [](Toestand t) { return t == Toestand::goed; });
}

std::vector<int> chosen(const Regeling& r, const std::vector<std::string>& alleen, Bevindingen& found) {
  std::vector<int> out;
  for (const std::string& name : alleen) {
    if (const int q = r.grootheid(name); q >= 0)
      out.push_back(q);
    else
      found.push_back({Ernst::fout,
                       "naam-onbekend",
                       {"--alleen", 0, 0, 0},
                       fmt::format("De regeling heeft geen `{}`.", name),
                       bedoelt_u(name, names_of(r, [](const Grootheid&) { return true; })),
                       ""});
  }
  return alleen.empty() ? uitkomsten_van(r) : out;
}

/// An outcome that waits for a choice says which; the others are named together, after what went wrong.
void not_computed(const Run& run, const std::vector<int>& quantities, Bevindingen& found) {
  const Regeling& r = run.regeling();
  std::string names;
  for (int q : quantities) {
    const Grootheid& g = r.grootheden[static_cast<std::size_t>(q)];
    const auto& states = run.column(q)->toestand;
    if (std::find(states.begin(), states.end(), Toestand::open) == states.end()) {
      names += (names.empty() ? "`" : ", `") + g.naam + "`";
      continue;
    }
    Bevinding b = r.document.regels.bevinding("open-keuze", g.positie, fmt::format("`{}` is niet berekend.", g.naam));
    b.ernst = Ernst::let_op;
    const std::vector<bool> needed = behind(r, {q});
    for (std::size_t o = 0; o < needed.size(); ++o) {
      const Grootheid& choice = r.grootheden[o];
      if (needed[o] && choice.is_open)
        b.wat += fmt::format(" `{}` staat nog open: {}.", choice.naam, choice.open_reden);
    }
    found.push_back(std::move(b));
  }
  if (names.empty()) return;
  found.push_back({Ernst::let_op, "niet-berekend", {"", 0, 0, 0}, fmt::format("Niet berekend: {}.", names), "", ""});
}

/// Without any facts, only what needs none is computed: a table of tariffs shows without a file of clients.
void without_facts(const Run& run, std::vector<int>& asked, Bevindingen& found) {
  std::string names;
  for (int q : asked) {
    if (!run.has_facts(q))
      names += (names.empty() ? "`" : ", `") + run.regeling().grootheden[static_cast<std::size_t>(q)].naam + "`";
  }
  const bool none = std::none_of(asked.begin(), asked.end(), [&](int q) { return run.has_facts(q); });
  if (names.empty() || none) return;
  std::erase_if(asked, [&](int q) { return !run.has_facts(q); });
  found.push_back({Ernst::melding,
                   "niet-berekend",
                   {"", 0, 0, 0},
                   fmt::format("Zonder feiten niet berekend: {}.", names),
                   "Geef de feiten met --feiten.",
                   ""});
}

Uitkomst outcome(const Geladen& loaded, int q) {
  const Regeling& r = *loaded.regeling;
  const Grootheid& g = r.grootheden[static_cast<std::size_t>(q)];
  Uitkomst u;
  u.tabel = to_tabel(*loaded.run, q);
  u.is_concept = is_concept(loaded, q);
  u.is_afgekeurd = loaded.run->is_afgekeurd(q);
  if (const Kop* kop = r.kop(g.kop)) {
    u.kop = kop->titel;
    u.bron = kop->bron;
  }
  u.regel = g.positie.regel;
  u.vingerafdruk = loaded.vingerafdruk;
  return u;
}

Zetparen pairs(const std::vector<Zet>& zetten) {
  Zetparen out;
  for (const Zet& z : zetten) out.emplace_back(z.naam, z.waarde);
  return out;
}

Oproep call(const Opdrachtgegevens& gegevens, const std::vector<std::string>& alleen) {
  Oproep out{gegevens.regeling, gegevens.feiten, pairs(gegevens.zetten), {}, std::nullopt, alleen, {}, {}};
  for (const Scenario& s : gegevens.scenarios) out.scenarios.emplace_back(s.naam, pairs(s.zetten));
  if (gegevens.peildatum) out.peildatum = format_datum(*gegevens.peildatum);
  if (gegevens.dossier) out.dossier = gegevens.dossier->dossier;
  if (gegevens.bekend_op) out.bekend_op = format_datum(*gegevens.bekend_op);
  return out;
}

}  // namespace

std::vector<int> uitkomsten_van(const Regeling& r) {
  std::vector<int> out;
  for (const auto& [name, at] : r.uitkomsten) out.push_back(r.grootheid(name));
  for (int q = 0; q < static_cast<int>(r.grootheden.size()) && r.uitkomsten.empty(); ++q) {
    if (r.grootheden[static_cast<std::size_t>(q)].rol == Rol::formule) out.push_back(q);
  }
  return out;
}

BerekenAntwoord bereken(const Opdrachtgegevens& gegevens, const std::vector<std::string>& alleen) {
  Geladen loaded = laad(gegevens);
  return bereken(loaded, gegevens, alleen);
}

BerekenAntwoord bereken(Geladen& loaded, const Opdrachtgegevens& gegevens, const std::vector<std::string>& alleen) {
  BerekenAntwoord out;
  const auto finish = [&] {
    out.bevindingen.insert(out.bevindingen.begin(), loaded.bevindingen.begin(), loaded.bevindingen.end());
    sort_and_unique(out.bevindingen);
  };
  if (!loaded.run) {
    finish();
    return out;
  }
  const Regeling& r = *loaded.regeling;
  auto asked = chosen(r, alleen, out.bevindingen);
  if (!gegevens.met_feiten() && alleen.empty()) without_facts(*loaded.run, asked, out.bevindingen);
  loaded.run->compute(asked);
  loaded.run->check_eisen(alleen.empty());
  out.berekening.regeling = r.titel;
  out.berekening.bestand = gegevens.regeling;
  out.berekening.versie = r.versie;
  if (loaded.peildatum) out.berekening.peildatum = format_datum(*loaded.peildatum);
  out.berekening.oproep = call(gegevens, alleen);
  out.berekening.gezet = out.berekening.oproep.gezet;
  out.berekening.vingerafdruk = loaded.vingerafdruk;
  std::vector<int> failed;
  for (int q : asked) {
    if (every_cell_good(*loaded.run->column(q)))
      out.berekening.uitkomsten.push_back(outcome(loaded, q));
    else
      failed.push_back(q);
  }
  finish();
  not_computed(*loaded.run, failed, out.bevindingen);
  return out;
}

}  // namespace zorgkader
