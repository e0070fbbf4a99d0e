// Tables `Uit het dossier`: for each fact the table, the count, the conditions and the keys that give its rows.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "regeling/celwoorden.hpp"
#include "regeling/tabel_lezer.hpp"
#include "values/naam.hpp"

namespace zorgkader {
namespace {

/// In the order of Telling.
constexpr std::array<std::string_view, 6> kTellingen = {"som", "aantal", "waarde", "eerste", "laatste", "bestaat"};
/// The first three are required.
constexpr std::array<std::string_view, 6> kKolommen = {"feit", "tabel", "telling", "waar", "sleutels", "toelichting"};
constexpr std::size_t kVerplicht = 3;

bool is_word(const Celwoord& word) {
  return word.soort == Celwoord::Soort::woord && is_naam(word.tekst);
}

bool is_text(const Celwoord& word) {
  return word.soort == Celwoord::Soort::tekst;
}

class DossierbronLezer : TabelLezer {
 public:
  DossierbronLezer(Regeling& regeling, const TabelBlok& t, Bevindingen& found) : TabelLezer(regeling, found), t_(t) {}

  void read() {
    if (!columns()) return;
    for (const auto& row : t_.rijen) source(row);
  }

 private:
  /// A column that nobody reads could be a misspelt `waar`: then rows would count that were meant to stay out.
  bool columns() {
    std::vector<std::string> seen;
    for (const Cel& c : t_.kop) {
      if (std::find(kKolommen.begin(), kKolommen.end(), c.tekst) == kKolommen.end())
        report("tabel-fout", c.positie, fmt::format("Een tabel `Uit het dossier` heeft geen kolom `{}`.", c.tekst),
               bedoelt_u(c.tekst, {kKolommen.begin(), kKolommen.end()}));
      else if (std::find(seen.begin(), seen.end(), c.tekst) != seen.end())
        report("tabel-fout", c.positie, fmt::format("De kolom `{}` staat er twee keer.", c.tekst));
      seen.push_back(c.tekst);
    }
    bool complete = true;
    for (std::size_t i = 0; i < kVerplicht; ++i) {
      if (column(t_, kKolommen[i])) continue;
      report("tabel-fout", t_.positie, fmt::format("In deze tabel ontbreekt de kolom `{}`.", kKolommen[i]),
             "Een tabel `Uit het dossier` heeft de kolommen `feit`, `tabel` en `telling`.");
      complete = false;
    }
    return complete;
  }

  void source(const std::vector<Cel>& row) {
    if (row.size() > t_.kop.size())
      report("tabel-fout", row[t_.kop.size()].positie, "Deze rij heeft meer cellen dan de kopregel.",
             "Schrijf een streep die bij een tekst hoort als \\|.");
    const Celwoord fact = name(row, "feit"), table = name(row, "tabel");
    Dossierbron out;
    out.feit = fact.tekst;
    out.plaats = place(fact.positie);
    out.tabel = table.tekst;
    out.tabel_plaats = place(table.positie);
    const Grootheid* g = fact.tekst.empty() ? nullptr : find(fact);
    count(row, out, g);
    if (const Cel* c = filled(t_, row, "waar")) out.waar = read_voorwaarden(r_.document.regels, *c, found_);
    if (const Cel* c = filled(t_, row, "sleutels")) keys(*c, out, g);
    once(out, fact.positie);
    if (!fact.tekst.empty()) r_.dossierbronnen.push_back(std::move(out));
  }

  Plaats place(const Positie& at) const { return {r_.document.regels.bestand(), at.regel, at.kolom, at.lengte}; }

  /// Where a finding about a row without that cell stands.
  Positie empty_place(const std::vector<Cel>& row, std::string_view head) const {
    const auto at = column(t_, head);
    return at && *at < row.size() ? row[*at].positie : row.empty() ? t_.positie : row[0].positie;
  }

  /// The one name that a cell holds; empty with a finding.
  Celwoord name(const std::vector<Cel>& row, const char* head) {
    const Cel* c = filled(t_, row, head);
    if (c == nullptr) {
      report("cel-fout", empty_place(row, head), fmt::format("Deze rij noemt geen {}.", head),
             fmt::format("Vul in elke rij de kolom `{}` in.", head));
      return {};
    }
    const auto parts = split_cel(r_.document.regels, *c, "cel-fout", found_);
    if (parts.size() == 1 && parts[0].size() == 1 && is_word(parts[0][0])) return parts[0][0];
    if (!parts.empty())
      report("cel-fout", c->positie, fmt::format("Hier hoort één naam te staan, niet `{}`.", c->tekst),
             "Een naam bestaat uit letters, cijfers en _, en begint niet met een cijfer.");
    return {};
  }

  /// Sums from several tables add up, rows that each say a text fill what the others leave, and rows of different
  /// members stand side by side; of anything else there is one.
  void once(const Dossierbron& b, const Positie& at) {
    const auto same = std::find_if(r_.dossierbronnen.begin(), r_.dossierbronnen.end(), [&](const Dossierbron& other) {
      const bool sums = other.telling == Telling::som && b.telling == Telling::som;
      return other.feit == b.feit && !sums && !(other.vast && b.vast) && !other.is_apart(b);
    });
    if (same == r_.dossierbronnen.end()) return;
    report("dossierbron-dubbel", at, fmt::format("`{}` heeft al een bron op regel {}.", b.feit, same->plaats.regel));
  }

  /// The invoer of that name. A statement that could not be read has its finding already.
  const Grootheid* find(const Celwoord& fact) {
    const int q = r_.grootheid(fact.tekst);
    const Grootheid* g = q < 0 ? nullptr : &r_.grootheden[static_cast<std::size_t>(q)];
    if (g != nullptr && g->rol == Rol::invoer) return g;
    if (g != nullptr && g->onbekend) return nullptr;
    const bool key = r_.sleutel(fact.tekst) >= 0;
    report("dossierbron-feit", fact.positie,
           g != nullptr ? fmt::format("`{}` is geen feit maar een {}.", fact.tekst, role(g->rol))
           : key        ? fmt::format("`{}` is geen feit maar een sleutel.", fact.tekst)
                        : fmt::format("Het document vraagt geen feit `{}`.", fact.tekst),
           g != nullptr || key
               ? ""
               : bedoelt_u(fact.tekst, names_of(r_, [](const Grootheid& other) { return other.rol == Rol::invoer; })));
    return nullptr;
  }

  static const char* role(Rol rol) {
    return rol == Rol::parameter ? "parameter" : rol == Rol::tabel ? "tabel" : "formule";
  }

  void count(const std::vector<Cel>& row, Dossierbron& out, const Grootheid* fact) {
    constexpr const char* kCode = "dossierbron-telling";
    const Cel* c = filled(t_, row, "telling");
    if (c == nullptr) return report(kCode, empty_place(row, "telling"), "Deze rij zegt niet wat er geteld wordt.");
    const auto parts = split_cel(r_.document.regels, *c, kCode, found_);
    if (parts.empty()) return;
    const Celdeel& words = parts[0];
    const Celwoord& word = words[0];
    const auto* known = std::find(kTellingen.begin(), kTellingen.end(), word.tekst);
    if (known == kTellingen.end() || word.soort != Celwoord::Soort::woord)
      return report(kCode, word.positie, fmt::format("`{}` is geen telling.", word.tekst),
                    bedoelt_u(word.tekst, {kTellingen.begin(), kTellingen.end()}));
    out.telling = static_cast<Telling>(known - kTellingen.begin());
    out.telling_plaats = place(place_of(words));
    if (words.size() > 1) (is_text(words[1]) ? out.vast.emplace() : out.kolom) = words[1].tekst;
    if (words.size() > 2 || parts.size() > 1) {
      const Positie& rest = words.size() > 2 ? words[2].positie : parts[1][0].positie;
      return report(kCode, rest, "Een telling is één woord met ten hoogste één kolom erachter.",
                    "Haal het weg; voorwaarden staan in de kolom `waar`.");
    }
    if (out.vast)
      fixed(words, out.telling, fact);
    else
      counted(words, out.telling);
    if (fact != nullptr && !out.vast) suits(word, out.telling, *fact);
  }

  /// `bestaat` and `aantal` count rows; the others look at a column.
  void counted(const Celdeel& words, Telling telling) {
    constexpr const char* kCode = "dossierbron-telling";
    const std::string& word = words[0].tekst;
    if (words.size() == 1) {
      if (telling == Telling::aantal || telling == Telling::bestaat) return;
      return report(kCode, words[0].positie, fmt::format("Na `{}` hoort een kolom te staan.", word),
                    fmt::format("Schrijf `{} KOLOM`, met de kolom uit het dossier.", word));
    }
    if (telling == Telling::bestaat)
      return report(kCode, words[1].positie, "Na `bestaat` staat geen kolom: het gaat om de rij.",
                    "Haal het weg; voorwaarden staan in de kolom `waar`.");
    if (!is_word(words[1]))
      report(kCode, words[1].positie, fmt::format("`{}` kan geen naam van een kolom zijn.", words[1].tekst),
             "Een naam bestaat uit letters, cijfers en _, en begint niet met een cijfer.");
  }

  /// `waarde "tekst"`: a text for every cell that has a row. Whether it is a member is judged as for any fact.
  void fixed(const Celdeel& words, Telling telling, const Grootheid* fact) {
    if (telling != Telling::waarde)
      return report("dossierbron-telling", words[1].positie,
                    fmt::format("Na `{}` hoort een kolom te staan, geen tekst.", words[0].tekst),
                    "Alleen na `waarde` mag een tekst tussen aanhalingstekens staan.");
    if (fact == nullptr) return;
    int member = -1;
    const auto form = parse_vorm(r_, fact->eenheid_tekst, member);
    if (form && form->soort != Soort::tekst)
      report("dossierbron-soort", words[1].positie,
             fmt::format("Dit geeft een tekst, maar `{}` is [{}].", fact->naam, fact->eenheid_tekst));
    else if (form && member >= 0)
      known(member, words[1], "dossierbron-soort");
  }

  /// A closed key has the members that the document names.
  void known(int key, const Celwoord& word, const char* code) {
    const Sleutel& s = r_.sleutels[static_cast<std::size_t>(key)];
    if (s.open || s.lid(word.tekst)) return;
    report(code, word.positie, fmt::format("`{}` is geen lid van de sleutel `{}`.", word.tekst, s.naam),
           bedoelt_u(word.tekst, s.leden));
  }

  void suits(const Celwoord& word, Telling telling, const Grootheid& fact) {
    int member = -1;
    const auto form = parse_vorm(r_, fact.eenheid_tekst, member);
    if (!form) return;  // reported with the fact itself
    const bool number = telling == Telling::som || telling == Telling::aantal;
    if (number ? form->soort == Soort::getal : telling != Telling::bestaat || form->soort == Soort::ja_nee) return;
    report("dossierbron-soort", word.positie,
           fmt::format("`{}` geeft {}, maar `{}` is [{}].", word.tekst, number ? "een getal" : "ja of nee", fact.naam,
                       fact.eenheid_tekst));
  }

  /// `sleutel = kolom` or `sleutel = "lid"`, with `;` between them.
  void keys(const Cel& cel, Dossierbron& out, const Grootheid* fact) {
    constexpr const char* kCode = "dossierbron-sleutel";
    out.sleutels_plaats = place(cel.positie);
    for (const Celdeel& part : split_cel(r_.document.regels, cel, kCode, found_)) {
      if (part.size() != 3 || !is_word(part[0]) || part[1].tekst != "=" || !(is_word(part[2]) || is_text(part[2]))) {
        report(kCode, place_of(part), "Hier hoort `sleutel = kolom` te staan, of `sleutel = \"lid\"`.");
        continue;
      }
      const std::string& key = part[0].tekst;
      const auto same = [&](const auto& pair) { return pair.first == key; };
      if (std::any_of(out.sleutels.begin(), out.sleutels.end(), same) ||
          std::any_of(out.vaste_leden.begin(), out.vaste_leden.end(), same))
        report(kCode, part[0].positie, fmt::format("De sleutel `{}` staat er twee keer.", key), "Haal er een weg.");
      else if (fact != nullptr)
        belongs(part[0], *fact);
      (is_text(part[2]) ? out.vaste_leden : out.sleutels).emplace_back(key, part[2].tekst);
      if (const int k = r_.sleutel(key); k >= 0 && is_text(part[2])) known(k, part[2], kCode);
    }
  }

  void belongs(const Celwoord& key, const Grootheid& fact) {
    std::vector<std::string> own;
    for (const SleutelNaam& k : fact.per) own.push_back(k.naam);
    if (std::find(own.begin(), own.end(), key.tekst) != own.end()) return;
    report("dossierbron-sleutel", key.positie,
           own.empty() ? fmt::format("Het feit `{}` heeft geen sleutels.", fact.naam)
                       : fmt::format("Het feit `{}` heeft geen sleutel `{}`.", fact.naam, key.tekst),
           own.empty() ? "Laat de cel leeg." : bedoelt_u(key.tekst, own));
  }

  const TabelBlok& t_;
};

}  // namespace

std::string_view telling_naam(Telling telling) {
  return kTellingen.at(static_cast<std::size_t>(telling));
}

bool Dossierbron::is_apart(const Dossierbron& ander) const {
  return std::any_of(vaste_leden.begin(), vaste_leden.end(), [&](const auto& own) {
    const std::string* other = ander.vast_lid(own.first);
    return other != nullptr && *other != own.second;
  });
}

bool Dossierbron::vraagt_peildatum() const {
  return std::any_of(waar.begin(), waar.end(), [](const Dossiervoorwaarde& v) {
    return std::any_of(v.waarden.begin(), v.waarden.end(), [](const Dossierwaarde& w) { return w.peildatum; });
  });
}

const std::string* Dossierbron::vast_lid(const std::string& sleutel) const {
  const auto named =
      std::find_if(vaste_leden.begin(), vaste_leden.end(), [&](const auto& pair) { return pair.first == sleutel; });
  return named == vaste_leden.end() ? nullptr : &named->second;
}

const std::string& Dossierbron::kolom_van(const std::string& sleutel) const {
  const auto named =
      std::find_if(sleutels.begin(), sleutels.end(), [&](const auto& pair) { return pair.first == sleutel; });
  return named == sleutels.end() ? sleutel : named->second;
}

void read_dossierbronnen(Regeling& regeling, const TabelBlok& t, Bevindingen& found) {
  DossierbronLezer(regeling, t, found).read();
}

}  // namespace zorgkader
