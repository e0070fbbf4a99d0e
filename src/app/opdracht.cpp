// Loading a document with its facts.
#include "app/opdracht.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/bepalingen.hpp"
#include "app/dossierfeiten.hpp"
#include "feiten/feiten.hpp"
#include "values/hash.hpp"

namespace zorgkader {
namespace {

/// The sum over rows does not depend on their order.
std::uint64_t table_hash(const Tabel& t) {
  std::vector<std::vector<std::uint64_t>> members;
  for (const SleutelKolom& k : t.sleutels) {
    auto& hashes = members.emplace_back();
    for (const std::string& lid : k.leden) {
      Hash h;
      h.add(k.naam);
      h.add(lid);
      hashes.push_back(h.value());
    }
  }
  std::uint64_t total = t.size();
  for (std::size_t r = 0; r < t.size(); ++r) {
    Hash row;
    for (std::size_t k = 0; k < members.size(); ++k) row.add(members[k][t.sleutels[k].codes[r]]);
    if (t.waarden.soort == Soort::getal && t.waarden.exact.empty()) {
      const Getal g = t.waarden.getal(r);
      row.add(static_cast<std::uint64_t>(g.small_num()));
      row.add(static_cast<std::uint64_t>(g.small_den()));
    } else {
      row.add(format_plain(t.waarden.at(r), t.vorm));
    }
    if (r < t.herkomst.voorlopig.size() && t.herkomst.voorlopig[r]) row.add("voorlopig");
    total += row.value();
  }
  return total;
}

void choose_date(const Opdrachtgegevens& gegevens, Geladen& out) {
  const Regeling& r = *out.regeling;
  out.peildatum = gegevens.peildatum ? gegevens.peildatum : r.peildatum;
  if (!out.peildatum && r.geldig) out.peildatum = r.geldig->van;
  const Plaats whole{r.document.regels.bestand(), 0, 0, 0};
  const bool dossier_asks = gegevens.dossier && std::any_of(r.dossierbronnen.begin(), r.dossierbronnen.end(),
                                                            [](const Dossierbron& b) { return b.vraagt_peildatum(); });
  if (!out.peildatum && (r.vraagt_peildatum || dossier_asks)) {
    out.bevindingen.push_back({Ernst::fout, "niet-van-kracht", whole,
                               "De berekening hangt van de peildatum af, en die is niet bekend.",
                               "Geef --peildatum, of zet peildatum of geldig_van in het voorwerk.", ""});
  }
  if (!out.peildatum || !r.geldig || r.geldig->contains(*out.peildatum)) return;
  out.bevindingen.push_back(
      {Ernst::fout, "niet-van-kracht", whole,
       fmt::format("Op {} is deze regeling niet van kracht; zij geldt van {} tot en met {}.",
                   format_datum_nl(*out.peildatum), format_datum_nl(r.geldig->van), format_datum_nl(r.geldig->tot)),
       "", ""});
}

}  // namespace

std::vector<FeitVorm> gevraagde_feiten(const Regeling& r) {
  std::vector<FeitVorm> out;
  for (const Grootheid& g : r.grootheden) {
    if (g.rol != Rol::invoer || g.onbekend) continue;
    FeitVorm form{g.naam, g.vorm, {}, {}};
    for (int k : g.sleutels) {
      const Sleutel& s = r.sleutels[static_cast<std::size_t>(k)];
      form.sleutels.push_back(s.naam);
      form.leden.push_back(s.open ? std::vector<std::string>() : s.leden);
    }
    out.push_back(std::move(form));
  }
  return out;
}

std::string vingerafdruk(const std::string& tekst, const Opdrachtgegevens& gegevens, const FeitenInvoer& feiten) {
  Hash h;
  h.add(tekst);
  for (const Zet& z : gegevens.zetten) {
    h.add(z.naam);
    h.add(z.waarde);
  }
  for (const Scenario& s : gegevens.scenarios) {
    h.add(s.naam);
    for (const Zet& z : s.zetten) {
      h.add(z.naam);
      h.add(z.waarde);
    }
  }
  if (gegevens.peildatum) h.add(format_datum(*gegevens.peildatum));
  for (const auto& [naam, tabel] : feiten.tabellen) {
    h.add(naam);
    h.add(table_hash(tabel));
  }
  return fmt::format("{:016x}", h.value());
}

bool is_concept(const Geladen& geladen, int grootheid) {
  const Regeling& r = *geladen.regeling;
  if (!r.definitief || geladen.anders) return true;
  const std::vector<bool> needed = behind(r, {grootheid});
  for (int q = 0; q < static_cast<int>(needed.size()); ++q) {
    if (needed[static_cast<std::size_t>(q)] && geladen.run->voorlopig(q)) return true;
  }
  return false;
}

std::vector<int> computable(const Run& run) {
  std::vector<int> out;
  for (int q = 0; q < static_cast<int>(run.regeling().grootheden.size()); ++q) {
    const Rol rol = run.regeling().grootheden[static_cast<std::size_t>(q)].rol;
    if (rol != Rol::invoer && run.has_facts(q)) out.push_back(q);
  }
  return out;
}

Geladen laad(const Opdrachtgegevens& gegevens, bool zonder_vastgesteld) {
  Geladen out;
  auto text = read_text_file(gegevens.regeling, kMostDocumentBytes);
  if (!text) {
    out.bevindingen = text.errors();
    return out;
  }
  out.tekst = std::move(*text);
  out.regeling = std::make_unique<Regeling>(
      read_regeling(gegevens.regeling, out.tekst, {gegevens.zetten, gegevens.scenarios}, out.bevindingen));
  clauses_without_source(*out.regeling, out.bevindingen);
  choose_date(gegevens, out);
  if (gegevens.feiten) {
    Feiten read = read_feiten(*gegevens.feiten, gevraagde_feiten(*out.regeling), gegevens.elders);
    out.bevindingen.insert(out.bevindingen.end(), read.bevindingen.begin(), read.bevindingen.end());
    out.feiten = {std::move(read.tabellen), std::move(read.onbruikbaar)};
    out.feitbestanden = std::move(read.bestanden);
  }
  if (gegevens.dossier) {
    std::optional<Dossierstand> own;
    const Dossierstand& dossier =
        gegevens.stand != nullptr ? *gegevens.stand : own.emplace(*gegevens.dossier, gegevens.bekend_op);
    Feiten made = facts_from(dossier, *out.regeling, gevraagde_feiten(*out.regeling), out.peildatum, gegevens.elders);
    out.bevindingen.insert(out.bevindingen.end(), made.bevindingen.begin(), made.bevindingen.end());
    out.feiten = {std::move(made.tabellen), std::move(made.onbruikbaar)};
  }
  out.anders = !gegevens.zetten.empty() || !gegevens.scenarios.empty();
  out.vingerafdruk = vingerafdruk(out.tekst, gegevens, out.feiten);
  const bool sound = std::none_of(out.bevindingen.begin(), out.bevindingen.end(), [&](const Bevinding& b) {
    return b.ernst == Ernst::fout && (b.plaats.bestand == gegevens.regeling || b.plaats.bestand.starts_with("--"));
  });
  if (sound)
    out.run = std::make_unique<Run>(*out.regeling, out.feiten,
                                    RunOpties{out.peildatum.value_or(Datum{}), zonder_vastgesteld}, out.bevindingen);
  return out;
}

}  // namespace zorgkader
