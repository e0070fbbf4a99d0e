// Tables `Rapport`: a row of the document is a column of the report.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "regeling/celwoorden.hpp"
#include "regeling/tabel_lezer.hpp"
#include "values/naam.hpp"
#include "values/tekst.hpp"

namespace zorgkader {
namespace {

/// The first two are required.
constexpr std::array<std::string_view, 8> kKolommen = {"kolom",    "grootheid", "totaal",  "onderdruk",
                                                       "deel_van", "volgorde",  "grafiek", "toelichting"};

class RapportdeelLezer : TabelLezer {
 public:
  RapportdeelLezer(Regeling& regeling, const TabelBlok& t, const Bijschrift& b, Bevindingen& found)
      : TabelLezer(regeling, found), t_(t) {
    out_.naam = b.naam;
    out_.kop = t.kop_index;
    out_.positie = t.bijschrift_positie;
    const std::string& text = t.bijschrift;
    if (const auto open = text.find('('); open != std::string::npos)
      out_.uitleg = text.substr(open + 1, text.rfind(')') - open - 1);
    for (const SleutelNaam& k : b.per) out_.per.push_back(k.naam);
  }

  void read() {
    if (!columns() || !keys()) return;
    for (const auto& row : t_.rijen) column_of(row);
    // The other columns of the table are known only now.
    for (std::size_t i = 0; i < rows_.size(); ++i) references(*rows_[i], out_.kolommen[i]);
    if (!out_.kolommen.empty()) r_.rapportdelen.push_back(std::move(out_));
  }

 private:
  bool columns() {
    bool good = true;
    for (const Cel& c : t_.kop) {
      if (std::find(kKolommen.begin(), kKolommen.end(), c.tekst) != kKolommen.end()) continue;
      report("tabel-fout", c.positie, fmt::format("Een tabel `Rapport` heeft geen kolom `{}`.", c.tekst),
             bedoelt_u(c.tekst, {kKolommen.begin(), kKolommen.end()}));
      good = false;
    }
    for (const std::string_view name : {kKolommen[0], kKolommen[1]}) {
      if (TabelLezer::column(t_, name)) continue;
      report("tabel-fout", t_.positie, fmt::format("In deze tabel ontbreekt de kolom `{}`.", name),
             "Een tabel `Rapport` heeft de kolommen `kolom` en `grootheid`.");
      good = false;
    }
    return good;
  }

  bool keys() {
    bool good = true;
    for (const std::string& name : out_.per) {
      if (r_.sleutel(name) >= 0) continue;
      std::vector<std::string> all;
      for (const Sleutel& s : r_.sleutels) all.push_back(s.naam);
      report("sleutel-onbekend", t_.bijschrift_positie, fmt::format("De sleutel `{}` is nergens bepaald.", name),
             bedoelt_u(name, all));
      good = false;
    }
    return good;
  }

  void column_of(const std::vector<Cel>& row) {
    const Cel *head = filled(t_, row, "kolom"), *named = filled(t_, row, "grootheid");
    if (head == nullptr || named == nullptr)
      return report("cel-fout", row.empty() ? t_.positie : row[0].positie,
                    fmt::format("Deze rij noemt geen {}.", head == nullptr ? "kolom" : "grootheid"),
                    "Vul in elke rij `kolom` en `grootheid` in.");
    Rapportdeelkolom out;
    out.kop = head->tekst;
    out.positie = named->positie;
    out.grootheid = plain(*named);
    if (quantity(out.grootheid, named->positie) == nullptr) return;
    const bool twice = std::any_of(out_.kolommen.begin(), out_.kolommen.end(),
                                   [&](const Rapportdeelkolom& k) { return k.grootheid == out.grootheid; });
    if (twice)
      return report("cel-fout", named->positie, fmt::format("`{}` staat al in deze tabel.", out.grootheid),
                    "Haal een van beide weg.");
    if (const Cel* c = filled(t_, row, "totaal")) totals(*c, out);
    if (const Cel* c = filled(t_, row, "grafiek")) drawn(*c, out);
    out_.kolommen.push_back(std::move(out));
    rows_.push_back(&row);
  }

  static std::string plain(const Cel& c) {
    std::string out = c.tekst;
    std::erase(out, '`');
    return std::string(trim(out));
  }

  /// A quantity that the report shows is used.
  Grootheid* quantity(const std::string& name, const Positie& at) {
    if (const int q = r_.grootheid(name); q >= 0) {
      Grootheid& g = r_.grootheden[static_cast<std::size_t>(q)];
      g.gebruikt = true;
      return &g;
    }
    report("naam-onbekend", at, fmt::format("De naam `{}` is nergens bepaald.", name),
           bedoelt_u(name, names_of(r_, [](const Grootheid&) { return true; })));
    return nullptr;
  }

  /// `staaf`, `gestapeld` or `lijn`: parts of a bar that are not there would be read as nothing.
  void drawn(const Cel& cel, Rapportdeelkolom& out) {
    constexpr std::array<std::pair<std::string_view, Grafiek>, 3> kKinds = {
        {{"staaf", Grafiek::staaf}, {"gestapeld", Grafiek::gestapeld}, {"lijn", Grafiek::lijn}}};
    const std::string word = plain(cel);
    for (const auto& [name, kind] : kKinds) {
      if (word == name) out.grafiek = kind;
    }
    if (out.grafiek == Grafiek::geen)
      report("cel-fout", cel.positie, "Hier hoort `staaf`, `gestapeld` of `lijn` te staan.");
  }

  /// `som`, `som per SLEUTEL` (that key and those before it), or a quantity whose keys say over what.
  void totals(const Cel& cel, Rapportdeelkolom& out) {
    for (const Celdeel& part : split_cel(r_.document.regels, cel, "cel-fout", found_)) {
      const bool sum = part[0].tekst == "som";
      if (sum && part.size() == 1) {
        out.totalen.push_back({0, ""});
      } else if (sum && part.size() == 3 && part[1].tekst == "per") {
        const auto at = std::find(out_.per.begin(), out_.per.end(), part[2].tekst);
        if (at == out_.per.end() || at + 1 == out_.per.end())
          report("cel-fout", part[2].positie,
                 fmt::format("`{}` is geen sleutel van deze tabel met een andere erachter.", part[2].tekst));
        else
          out.totalen.push_back({static_cast<std::size_t>(at - out_.per.begin()) + 1, ""});
      } else if (part.size() == 1) {
        total_of(part[0], out);
      } else {
        report("cel-fout", place_of(part), "Hier hoort `som`, `som per SLEUTEL` of een grootheid te staan.");
      }
    }
  }

  void total_of(const Celwoord& word, Rapportdeelkolom& out) {
    const Grootheid* g = quantity(word.tekst, word.positie);
    if (g == nullptr) return;
    std::size_t level = 0, own = 0;
    const auto has = [&](const std::string& key) {
      return std::any_of(g->per.begin(), g->per.end(), [&](const SleutelNaam& k) { return k.naam == key; });
    };
    for (const std::string& key : out_.per) own += has(key) ? 1U : 0U;
    while (level < out_.per.size() && has(out_.per[level])) ++level;
    if (level != own || level == out_.per.size())
      return report("cel-fout", word.positie,
                    fmt::format("`{}` kan geen totaal van deze tabel zijn: het heeft andere sleutels.", word.tekst),
                    "Een totaal heeft de eerste sleutels van de tabel, maar niet alle.");
    out.totalen.push_back({level, word.tekst});
  }

  void references(const std::vector<Cel>& row, Rapportdeelkolom& out) {
    if (const Cel* c = filled(t_, row, "onderdruk")) withheld(*c, out);
    if (const Cel* c = filled(t_, row, "deel_van")) {
      out.deel_van = sibling(plain(*c), c->positie);
      if (out.deel_van && out_.kolommen[*out.deel_van].grootheid == out.grootheid)
        report("cel-fout", c->positie, "Een kolom is geen deel van zichzelf.");
      else if (out.deel_van && filled(t_, *rows_[*out.deel_van], "deel_van") != nullptr)
        report("cel-fout", c->positie, fmt::format("`{}` is zelf al een deel van een andere kolom.", plain(*c)));
    }
    if (const Cel* c = filled(t_, row, "volgorde")) order(*c, out);
    const bool quantity_total = std::any_of(out.totalen.begin(), out.totalen.end(),
                                            [](const Rapporttotaal& t) { return !t.grootheid.empty(); });
    if (!out.drempel.empty() && quantity_total)
      report("cel-fout", out.positie, "Een kolom met `onderdruk onder` heeft als totaal alleen een `som`.",
             "Anders is niet na te gaan of een weggelaten getal te berekenen is.");
  }

  /// `oplopend` or `aflopend`; what is withheld must not show in the order of the rows.
  void order(const Cel& cel, Rapportdeelkolom& out) {
    const std::string word = plain(cel);
    if (word != "oplopend" && word != "aflopend")
      return report("cel-fout", cel.positie, "Hier hoort `oplopend` of `aflopend` te staan.");
    const bool taken = std::any_of(out_.kolommen.begin(), out_.kolommen.end(),
                                   [](const Rapportdeelkolom& k) { return k.volgorde != Volgorde::geen; });
    if (taken)
      return report("cel-fout", cel.positie, "De rijen staan al op volgorde van een andere kolom.",
                    "Kies een van beide.");
    if (!out.drempel.empty() || !out.met.empty() || out.deel_van)
      return report("cel-fout", cel.positie, "Wat onderdrukt wordt, kan de volgorde niet bepalen.",
                    "Aan de volgorde zou te zien zijn wat er wegblijft.");
    out.volgorde = word == "oplopend" ? Volgorde::oplopend : Volgorde::aflopend;
  }

  /// `onder PARAMETER`, or `met KOLOM; KOLOM`.
  void withheld(const Cel& cel, Rapportdeelkolom& out) {
    const auto parts = split_cel(r_.document.regels, cel, "cel-fout", found_);
    if (parts.empty()) return;
    const std::string& word = parts[0][0].tekst;
    if (word == "onder" && parts.size() == 1 && parts[0].size() == 2) {
      const Celwoord& name = parts[0][1];
      const Grootheid* g = quantity(name.tekst, name.positie);
      if (g != nullptr && g->rol != Rol::parameter)
        report("cel-fout", name.positie, fmt::format("`{}` is geen parameter.", name.tekst));
      out.drempel = name.tekst;
      return;
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::size_t first = i == 0 ? 1 : 0;
      if (word != "met" || parts[i].size() != first + 1)
        return report("cel-fout", place_of(parts[i]), "Hier hoort `onder PARAMETER` of `met KOLOM; KOLOM` te staan.",
                      "Achter `met` staan grootheden van deze tabel.");
      if (const auto at = sibling(parts[i][first].tekst, parts[i][first].positie)) out.met.push_back(*at);
    }
  }

  std::optional<std::size_t> sibling(const std::string& name, const Positie& at) {
    std::vector<std::string> all;
    for (const Rapportdeelkolom& k : out_.kolommen) all.push_back(k.grootheid);
    const auto found = std::find(all.begin(), all.end(), name);
    if (found != all.end()) return static_cast<std::size_t>(found - all.begin());
    report("cel-fout", at, fmt::format("`{}` is geen kolom van deze tabel.", name), bedoelt_u(name, all));
    return std::nullopt;
  }

  const TabelBlok& t_;
  Rapportdeel out_;
  std::vector<const std::vector<Cel>*> rows_;  ///< of the document, beside the columns
};

}  // namespace

void read_rapportdeel(Regeling& regeling, const TabelBlok& t, const Bijschrift& b, Bevindingen& found) {
  RapportdeelLezer(regeling, t, b, found).read();
}

}  // namespace zorgkader
