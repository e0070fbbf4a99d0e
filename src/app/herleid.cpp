// Finding the cell, deriving it, and on request deriving it again from scratch.
#include "app/herleid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "engine/herleiden.hpp"

namespace zorgkader {
namespace {

void refuse(Bevindingen& found, std::string what, std::string remedy = {}) {
  found.push_back({Ernst::fout, "verwijzing-fout", {"", 0, 0, 0}, std::move(what), std::move(remedy), ""});
}

/// The codes of the asked keys in the order of the quantity; nothing with findings when they do not fit.
std::optional<Rij> find_row(const Run& run, int q, const Verwijzing& v, Bevindingen& found) {
  const Regeling& r = run.regeling();
  const Index& index = *run.column(q)->index;
  std::vector<Code> codes;
  for (int key : index.keys()) {
    const std::string& name = r.sleutels[static_cast<std::size_t>(key)].naam;
    const auto given =
        std::find_if(v.sleutels.begin(), v.sleutels.end(), [&](const auto& k) { return k.first == name; });
    if (given == v.sleutels.end()) {
      refuse(found, fmt::format("`{}` is per {}; die sleutel is niet gegeven.", v.naam, name),
             fmt::format("Voeg {}=... toe.", name));
      continue;
    }
    codes.push_back(run.leden().code(key, given->second));
    if (codes.back() == kGeenLid)
      refuse(found, fmt::format("`{}` is geen {}.", given->second, name), "Kies een waarde uit de sleuteltabel.");
  }
  for (const auto& [name, member] : v.sleutels) {
    const int key = r.sleutel(name);
    if (key < 0 || index.place(key) < 0) refuse(found, fmt::format("`{}` heeft geen sleutel {}.", v.naam, name));
  }
  if (has_errors(found)) return std::nullopt;
  const Rij row = codes.empty() ? 0 : index.find(codes.data());
  if (row != kGeenRij) return row;
  refuse(found, fmt::format("`{}` heeft geen rij voor deze sleutels.", v.naam),
         "De regeling berekent deze combinatie niet.");
  return std::nullopt;
}

HerleidAntwoord once(const HerleidVraag& vraag) {
  HerleidAntwoord out;
  Geladen loaded = laad(vraag.gegevens);
  const auto finish = [&] {
    out.bevindingen.insert(out.bevindingen.begin(), loaded.bevindingen.begin(), loaded.bevindingen.end());
    sort_and_unique(out.bevindingen);
    return std::move(out);
  };
  if (!loaded.run) return finish();
  const int q = loaded.regeling->grootheid(vraag.amount.naam);
  if (q < 0) {
    refuse(out.bevindingen, fmt::format("De regeling heeft geen `{}`.", vraag.amount.naam));
    return finish();
  }
  if (!vraag.amount.vingerafdruk.empty() && vraag.amount.vingerafdruk != loaded.vingerafdruk) {
    refuse(out.bevindingen, "Deze verwijzing is gemaakt met een ander document, andere feiten of andere parameters.",
           "Geef dezelfde --feiten, --zet en --peildatum, of maak de uitkomst opnieuw.");
    return finish();
  }
  loaded.run->compute({q});
  Bevindingen wrong;
  const auto row = find_row(*loaded.run, q, vraag.amount, wrong);
  out.bevindingen.insert(out.bevindingen.end(), wrong.begin(), wrong.end());
  if (!row) return finish();
  HerleidOpties options;
  if (vraag.termen > 0)
    options.meeste_termen = vraag.termen;
  else
    options.meeste_termen = options.meeste_stappen = std::numeric_limits<std::size_t>::max();
  out.herleiding = derive(*loaded.run, q, *row, options);
  out.herleiding.is_concept = is_concept(loaded, q);
  return finish();
}

bool same(const HerleidingStap& a, const HerleidingStap& b) {
  return a.naam == b.naam && a.sleutels == b.sleutels && a.waarde == b.waarde && a.ingevuld == b.ingevuld &&
         a.van == b.van;
}

}  // namespace

HerleidAntwoord herleid(const HerleidVraag& vraag) {
  HerleidAntwoord out = once(vraag);
  if (!vraag.opnieuw || out.herleiding.stappen.empty()) return out;
  const HerleidAntwoord again = once(vraag);
  const auto &a = out.herleiding.stappen, &b = again.herleiding.stappen;
  if (!std::equal(a.begin(), a.end(), b.begin(), b.end(), same)) {
    refuse(out.bevindingen, "De herberekening geeft een ander resultaat.",
           "Zijn de bestanden intussen veranderd? Probeer het opnieuw.");
  }
  return out;
}

}  // namespace zorgkader
