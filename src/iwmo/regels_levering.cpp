// Level 3, starts and stops (305, 307) against what was started and stopped before.
#include <fmt/format.h>

#include "iwmo/berichtenarchief.hpp"
#include "iwmo/herstel.hpp"
#include "iwmo/regelhulp.hpp"
#include "iwmo/regels.hpp"

namespace zorgkader::iwmo {
namespace {

bool is_deletion(Deel line) {
  return line.tekst("StatusAanlevering") == "3";
}

/// What was accepted before, less what this message takes back, and the lines of this message before this one.
std::vector<Levering> before(Deel line, const Toetsing& t) {
  std::vector<Levering> out = t.gegevens().archief->leveringen(gemeente_van(line), aanbieder_van(line), bsn_van(line));
  for (Deel other : line.ouder().delen()) {
    if (is_deletion(other)) std::erase(out, levering_van(other, bsn_van(line)));
  }
  for (Deel other = line.ouder().eerste(); other && other != line; other = other.volgende()) {
    if (!is_deletion(other)) out.push_back(levering_van(other, bsn_van(line)));
  }
  return out;
}

std::string of_product(const Levering& l) {
  return l.toewijzing != 0 ? fmt::format("toewijzing {}", l.toewijzing)
                           : fmt::format("product {} {}", l.categorie, l.code);
}

/// Only taakgericht goes without a number (IV096); which products those are only the list of the contract says.
void tr019(Deel line, Toetsing& t) {
  if (is_deletion(line)) return;
  const Deel number = line["ToewijzingNummer"];
  if (!number) {
    const Contractproduct* product = contractproduct(line, t);
    if (product != nullptr && product->variant != Variant::taakgericht)
      t.meld(line, fmt::format("Bij product {} {} hoort een ToewijzingNummer.", product->categorie, product->code));
    return;
  }
  const Toewijzing* known = t.toewijzing(line);
  if (known != nullptr && known->bsn == bsn_van(line) && known->aanbieder == aanbieder_van(line)) return;
  t.meld(number, fmt::format("Toewijzing {} is voor deze client en aanbieder niet bekend.", number.tekst()));
}

void tr063(Deel line, Toetsing& t) {
  if (!is_deletion(line)) return;
  const auto known = t.gegevens().archief->leveringen(gemeente_van(line), aanbieder_van(line), bsn_van(line));
  const Levering own = levering_van(line, bsn_van(line));
  if (std::find(known.begin(), known.end(), own) == known.end())
    t.meld(line,
           fmt::format("Er is niets aangeleverd bij {} met deze gegevens dat verwijderd kan worden.", of_product(own)));
}

void tr071(Deel line, Toetsing& t) {
  if (!is_deletion(line)) return;
  const Levering own = levering_van(line, bsn_van(line));
  for (const Levering& l : t.gegevens().archief->leveringen(gemeente_van(line), aanbieder_van(line), bsn_van(line))) {
    if (!l.is_stop() || !l.same_start(own)) continue;
    return t.meld(line, fmt::format("De start bij {} is al gestopt op {}; verwijder eerst de stop.", of_product(own),
                                    format_datum(*l.einddatum)));
  }
}

void tr074(Deel line, Toetsing& t) {
  if (is_deletion(line)) return;
  const auto known = before(line, t);
  const Levering own = levering_van(line, bsn_van(line));
  if (std::find(known.begin(), known.end(), own) != known.end())
    t.meld(line, fmt::format("Dit is bij {} al aangeleverd.", of_product(own)), weg(line));
}

/// An active start is one after which the same start was not stopped.
void tr326(Deel line, Toetsing& t) {
  if (is_deletion(line)) return;
  const Levering own = levering_van(line, bsn_van(line));
  const auto known = before(line, t);
  for (const Levering& start : known) {
    if (start.is_stop() || !start.same_opdracht(own) || start == own) continue;
    const bool stopped =
        std::any_of(known.begin(), known.end(), [&](const Levering& l) { return l.is_stop() && l.same_start(start); });
    if (stopped) continue;
    return t.meld(line["Begindatum"], fmt::format("De levering bij {} is al gestart op {} en nog niet gestopt.",
                                                  of_product(own), format_datum(start.begindatum)));
  }
}

/// When one start on the same toewijzing is not stopped yet, only its Begindatum can be meant.
void tr382(Deel line, Toetsing& t) {
  if (is_deletion(line)) return;
  const Levering own = levering_van(line, bsn_van(line));
  std::vector<Levering> open;
  const auto known = t.gegevens().archief->leveringen(gemeente_van(line), aanbieder_van(line), bsn_van(line));
  for (const Levering& l : known) {
    if (l.is_stop()) continue;
    if (l.same_start(own)) return;
    const bool same_key = l.same_opdracht(own) && l.categorie == own.categorie && l.code == own.code;
    const auto stops = [&](const Levering& stop) { return stop.is_stop() && stop.same_start(l); };
    if (same_key && std::none_of(known.begin(), known.end(), stops)) open.push_back(l);
  }
  const bool one = open.size() == 1 && open[0].begindatum <= *own.einddatum;
  t.meld(line,
         fmt::format("Er is geen start bij {} op {} met hetzelfde product.", of_product(own),
                     format_datum(own.begindatum)),
         one ? std::vector{zet(line, "Begindatum", format_datum(open[0].begindatum))} : std::vector<Wijziging>{},
         "Neem product en Begindatum over van de start.");
}

/// Calls `wrong(own, earlier)` for the last earlier stop of the same delivery (client, toewijzing and Begindatum): the
/// definitive one, or that with the latest Einddatum, whatever the order in which they came.
template <typename Wrong>
void against_stop(Deel line, Toetsing& t, Wrong wrong) {
  if (is_deletion(line)) return;
  const Levering own = levering_van(line, bsn_van(line));
  std::optional<Levering> latest;
  for (const Levering& l : before(line, t)) {
    if (!l.is_stop() || !l.same_opdracht(own) || l.begindatum != own.begindatum || l == own) continue;
    const auto rank = [](const Levering& stop) { return std::pair(!stop.is_tijdelijk(), stop.einddatum); };
    if (!latest || rank(*latest) < rank(l)) latest = l;
  }
  if (latest) wrong(own, *latest);
}

void tr413(Deel line, Toetsing& t) {
  against_stop(line, t, [&](const Levering& own, const Levering& earlier) {
    if (own.is_tijdelijk() && earlier.is_tijdelijk())
      t.meld(line["RedenBeeindiging"], fmt::format("De levering bij {} is al tijdelijk gestopt op {}.", of_product(own),
                                                   format_datum(*earlier.einddatum)));
  });
}

void tr414(Deel line, Toetsing& t) {
  against_stop(line, t, [&](const Levering& own, const Levering& earlier) {
    if (earlier.is_tijdelijk() && *own.einddatum < *earlier.einddatum)
      t.meld(line["Einddatum"],
             fmt::format("Einddatum ligt voor die van de tijdelijke stop ({}).", format_datum(*earlier.einddatum)),
             when(!own.is_tijdelijk(), zet(line["Einddatum"], format_datum(*earlier.einddatum))),
             "Stop niet eerder dan de tijdelijke stop.");
  });
}

void tr415(Deel line, Toetsing& t) {
  against_stop(line, t, [&](const Levering& own, const Levering& earlier) {
    if (!earlier.is_tijdelijk())
      t.meld(line,
             fmt::format("De levering bij {} is al definitief gestopt op {}.", of_product(own),
                         format_datum(*earlier.einddatum)),
             weg(line));
  });
}

}  // namespace

std::span<const Regel> regels_levering() {
  static const std::vector<Regel> rules = {
      {"TR019", 3, "9019", "305 307", "StartProduct StopProduct",
       "Een ToewijzingNummer verwijst naar een bekende toewijzing.", tr019, Vraagt::archief},
      {"TR063", 3, "9063", "305 307", "StartProduct StopProduct", "Alleen wat is aangeleverd kan worden verwijderd.",
       tr063, Vraagt::archief},
      {"TR071", 3, "9071", "305", "StartProduct", "Een start die gestopt is wordt niet verwijderd.", tr071,
       Vraagt::archief},
      {"TR074", 3, "9074", "305 307", "StartProduct StopProduct",
       "Wat nieuw wordt aangeleverd is niet eerder aangeleverd.", tr074, Vraagt::archief},
      {"TR326", 3, "9326", "305", "StartProduct", "Er is bij een toewijzing hoogstens een start die loopt.", tr326,
       Vraagt::archief},
      {"TR382", 3, "9069", "307", "StopProduct", "Een stop hoort bij een start met dezelfde gegevens.", tr382,
       Vraagt::archief},
      {"TR413", 3, "9413", "307", "StopProduct", "Na een tijdelijke stop volgt geen tweede tijdelijke stop.", tr413,
       Vraagt::archief},
      {"TR414", 3, "9414", "307", "StopProduct", "Een volgende stop eindigt niet eerder dan de tijdelijke.", tr414,
       Vraagt::archief},
      {"TR415", 3, "9415", "307", "StopProduct", "Na een definitieve stop volgt geen stop zonder nieuwe start.", tr415,
       Vraagt::archief},
  };
  return rules;
}

}  // namespace zorgkader::iwmo
