// The quantities of a choice, read out per onderzoek.
#include "app/aanbiederkeuze.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "app/bereken.hpp"
#include "app/dossierstand.hpp"

namespace zorgkader {
namespace {

constexpr const char* kOnderzoek = "onderzoek";
constexpr const char* kAanbieder = "aanbieder";
constexpr const char* kGemeente = "gemeente";
constexpr const char* kDienst = "dienst";

/// What a row is about.
struct Vak {
  std::string gemeente, onderzoek, dienst, aanbieder;
  friend auto operator<=>(const Vak&, const Vak&) = default;
};

Vak cell_of(const Tabel& table, std::size_t row) {
  Vak out;
  for (const SleutelKolom& key : table.sleutels) {
    if (key.naam == kGemeente) out.gemeente = key.at(row);
    if (key.naam == kOnderzoek) out.onderzoek = key.at(row);
    if (key.naam == kDienst) out.dienst = key.at(row);
    if (key.naam == kAanbieder) out.aanbieder = key.at(row);
  }
  return out;
}

/// Whether a document gives a choice in the form that is asked, or what is wrong with it.
class Keuzetoets {
 public:
  Keuzetoets(const Regeling& regeling, Bevindingen& found) : r_(regeling), found_(found) {}

  bool is_good() {
    return check(keuzenamen::kRang, Soort::getal) && check(keuzenamen::kReden, Soort::tekst) &&
           (!has_product() || check(keuzenamen::kProduct, Soort::tekst));
  }
  bool has_product() const { return r_.grootheid(keuzenamen::kProduct) >= 0; }

 private:
  bool report(const char* code, int regel, std::string wat, std::string doe) {
    found_.push_back(
        {Ernst::fout, code, {r_.document.regels.bestand(), regel, 0, 0}, std::move(wat), std::move(doe), ""});
    return false;
  }

  bool check(const char* name, Soort soort) {
    const int q = r_.grootheid(name);
    if (q < 0)
      return report("naam-onbekend", 0, fmt::format("Deze regeling kiest geen aanbieders: zij heeft geen `{}`.", name),
                    fmt::format("Zet in de regeling een beslistabel `{}` per onderzoek en aanbieder, met een kolom "
                                "`reden`.",
                                keuzenamen::kRang));
    const Grootheid& g = r_.grootheden[static_cast<std::size_t>(q)];
    const auto is_key = [&](const char* key) {
      return std::any_of(g.per.begin(), g.per.end(), [&](const SleutelNaam& k) { return k.naam == key; });
    };
    const bool others = std::any_of(g.per.begin(), g.per.end(), [](const SleutelNaam& k) {
      return k.naam != kOnderzoek && k.naam != kAanbieder && k.naam != kGemeente && k.naam != kDienst;
    });
    if (!is_key(kOnderzoek) || !is_key(kAanbieder) || others)
      return report("sleutel-onbekend", g.positie.regel,
                    fmt::format("`{}` hoort per onderzoek en aanbieder te zijn; gemeente en dienst mogen erbij.", name),
                    "");
    if (g.vorm.soort != soort)
      return report("soort-fout", g.positie.regel,
                    fmt::format("`{}` hoort {} te zijn.", name, soort == Soort::getal ? "een getal" : "een tekst"), "");
    return true;
  }

  const Regeling& r_;
  Bevindingen& found_;
};

using Woorden = std::map<Vak, std::string>;

Woorden texts_of(const Berekening& computed, const char* name) {
  Woorden out;
  for (const Uitkomst& u : computed.uitkomsten) {
    if (u.tabel.naam != name) continue;
    for (std::size_t row = 0; row < u.tabel.size(); ++row)
      out[cell_of(u.tabel, row)] = format_plain(u.tabel.waarden.at(row), u.tabel.vorm);
  }
  return out;
}

std::string text_at(const Woorden& texts, const Vak& cell) {
  const auto found = texts.find(cell);
  return found == texts.end() ? "" : found->second;
}

/// A rank is a whole number from 0; anything else is a fault in the document.
std::optional<int> rank_of(const std::string& text) {
  constexpr std::size_t kMostDigits = 6;
  const bool whole = !text.empty() && text.size() <= kMostDigits &&
                     std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return whole ? std::optional(std::stoi(text)) : std::nullopt;
}

std::vector<Onderzoekskeuze> gather(const Berekening& computed, const Keuzevraag& vraag, Bevindingen& found) {
  const Woorden reasons = texts_of(computed, keuzenamen::kReden), products = texts_of(computed, keuzenamen::kProduct);
  std::map<std::tuple<std::string, std::string, std::string>, Onderzoekskeuze> out;
  for (const auto& [cell, text] : texts_of(computed, keuzenamen::kRang)) {
    if (!vraag.onderzoek.empty() && cell.onderzoek != vraag.onderzoek) continue;
    if (!vraag.gemeente.empty() && cell.gemeente != vraag.gemeente) continue;
    const auto rank = rank_of(text);
    if (!rank) {
      found.push_back({Ernst::fout,
                       "soort-fout",
                       {computed.bestand, 0, 0, 0},
                       fmt::format("De rang van {} voor onderzoek {} is {}; een rang is 0, 1, 2, ...", cell.aanbieder,
                                   cell.onderzoek, text),
                       "",
                       ""});
      continue;
    }
    Onderzoekskeuze& choice = out[{cell.gemeente, cell.onderzoek, cell.dienst}];
    choice.gemeente = cell.gemeente;
    choice.onderzoek = cell.onderzoek;
    choice.dienst = cell.dienst;
    (*rank > 0 ? choice.kandidaten : choice.anderen)
        .push_back({cell.aanbieder, *rank, text_at(reasons, cell), text_at(products, cell)});
  }
  std::vector<Onderzoekskeuze> list;
  for (auto& [key, choice] : out) list.push_back(std::move(choice));
  return list;
}

/// Where a document does not tell gemeenten apart, that of the one that has the onderzoek.
std::optional<Keuzebesluit> decision_of(const Onderzoekskeuze& choice, const Dossierstand& dossier) {
  for (const auto& stand : dossier.standen()) {
    const bool here = choice.gemeente.empty() || dossier.contracten().gemeente(stand->gemeente()) == choice.gemeente;
    if (auto found = here ? besluit_na(*stand, choice.onderzoek) : std::nullopt) return found;
  }
  return std::nullopt;
}

/// The question with the name of the gemeente, that may be its code. Throws when there is no such gemeente or
/// onderzoek: an empty answer would say that nothing has to be chosen.
Keuzevraag checked(Keuzevraag vraag, const Dossierstand& dossier) {
  const auto has = [&](const dossier::Stand& stand) {
    return stand.registers().find("onderzoeken", {stand.gemeente(), vraag.onderzoek}) != nullptr;
  };
  bool known = vraag.onderzoek.empty();
  if (!vraag.gemeente.empty()) {
    const dossier::Stand& stand = dossier.stand(vraag.gemeente);
    vraag.gemeente = dossier.contracten().gemeente(stand.gemeente());
    known = known || has(stand);
  } else {
    const auto& all = dossier.standen();
    known = known || std::any_of(all.begin(), all.end(), [&](const auto& stand) { return has(*stand); });
  }
  if (!known) throw dossier::OpslagFout(fmt::format("Onderzoek {} staat niet in dit dossier.", vraag.onderzoek));
  return vraag;
}

}  // namespace

Keuzeantwoord kies_aanbieders(const Keuzevraag& asked, const Dossierstand* dossier) {
  std::optional<Dossierstand> own;
  if (dossier == nullptr) dossier = &own.emplace(asked.dossier, asked.bekend_op);
  const Keuzevraag vraag = checked(asked, *dossier);
  Keuzeantwoord out;
  Opdrachtgegevens given;
  given.regeling = vraag.regeling;
  given.dossier = vraag.dossier;
  given.bekend_op = vraag.bekend_op;
  given.peildatum = vraag.peildatum;
  given.zetten = vraag.zetten;
  given.stand = dossier;
  Geladen loaded = laad(given);
  out.bevindingen = loaded.bevindingen;
  if (!loaded.run) return out;
  Keuzetoets form(*loaded.regeling, out.bevindingen);
  if (!form.is_good()) return out;
  std::vector<std::string> names = {keuzenamen::kRang, keuzenamen::kReden};
  if (form.has_product()) names.emplace_back(keuzenamen::kProduct);
  BerekenAntwoord computed = bereken(loaded, given, names);
  out.bevindingen = std::move(computed.bevindingen);
  out.keuzes = gather(computed.berekening, vraag, out.bevindingen);
  for (Onderzoekskeuze& choice : out.keuzes) {
    std::stable_sort(choice.kandidaten.begin(), choice.kandidaten.end(),
                     [](const Kandidaat& a, const Kandidaat& b) { return a.rang < b.rang; });
    choice.besluit = decision_of(choice, *dossier);
  }
  return out;
}

}  // namespace zorgkader
