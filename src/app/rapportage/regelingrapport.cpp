// The tables of one report: what they need is computed, then each is made.
#include "app/rapportage/regelingrapport.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/bereken.hpp"
#include "app/rapportage/rapporttafel.hpp"
#include "values/naam.hpp"

namespace zorgkader {
namespace {

class Rapportmaker {
 public:
  Rapportmaker(const Rapportvraag& vraag, Geladen& loaded, Rapportantwoord& out)
      : vraag_(vraag), loaded_(loaded), r_(*loaded.regeling), out_(out) {
    for (const Rapportdeel& d : r_.rapportdelen) {
      if (d.naam == vraag.naam) delen_.push_back(with_scenario(d));
    }
  }

  void make() {
    if (!is_known() || !is_chosen()) {
      out_.verkeerd_gevraagd = true;
      return;
    }
    BerekenAntwoord computed = bereken(loaded_, vraag_.gegevens, needed());
    out_.bevindingen = std::move(computed.bevindingen);
    Rapportstof stof;
    stof.gekozen = vraag_.sleutels;
    for (const Uitkomst& u : computed.berekening.uitkomsten) stof.uitkomsten.emplace(u.tabel.naam, &u);
    const auto absent = [&](const std::string& name) { return !stof.uitkomsten.contains(name); };
    const std::vector<std::string> names = needed();
    if (std::any_of(names.begin(), names.end(), absent)) return open_choices(names, absent);
    if (!members_exist(stof)) {
      out_.verkeerd_gevraagd = true;
      return;
    }
    Rapport report = about(computed.berekening);
    Bevindingen failed;
    for (const Rapportdeel& d : delen_) add(d, stof, failed, report);
    for (Bevinding& b : failed) b.plaats.bestand = vraag_.gegevens.regeling;
    out_.bevindingen.insert(out_.bevindingen.end(), failed.begin(), failed.end());
    if (failed.empty()) out_.rapport = std::move(report);
  }

 private:
  void wrong(std::string what, std::string remedy) {
    out_.bevindingen.push_back(
        {Ernst::fout, "gebruik-fout", {"rapport", 0, 0, 0}, std::move(what), std::move(remedy), ""});
  }

  /// What a report waits for, once each; whatever else went wrong is said by the findings.
  template <typename Absent>
  void open_choices(const std::vector<std::string>& names, const Absent& absent) {
    std::vector<int> waiting;
    for (const std::string& name : names) {
      if (absent(name)) waiting.push_back(r_.grootheid(name));
    }
    const std::vector<bool> all = behind(r_, waiting);
    std::erase_if(out_.bevindingen,
                  [](const Bevinding& b) { return b.code == "open-keuze" && b.ernst == Ernst::let_op; });
    for (std::size_t q = 0; q < all.size(); ++q) {
      const Grootheid& choice = r_.grootheden[q];
      if (!all[q] || !choice.is_open) continue;
      Bevinding b = r_.document.regels.bevinding(
          "open-keuze", choice.positie,
          fmt::format("Dit rapport wacht op een keuze: `{}` staat nog open: {}.", choice.naam, choice.open_reden));
      b.ernst = Ernst::fout;
      b.doe = fmt::format("Neem het besluit en vul de waarde in, of probeer een waarde met --zet {}=...", choice.naam);
      out_.bevindingen.push_back(std::move(b));
    }
  }

  bool is_known() {
    if (!delen_.empty()) return true;
    std::vector<std::string> all;
    for (const Rapportdeel& d : r_.rapportdelen) {
      if (std::find(all.begin(), all.end(), d.naam) == all.end()) all.push_back(d.naam);
    }
    wrong(fmt::format("De regeling heeft geen rapport `{}`.", vraag_.naam),
          all.empty() ? "Een rapport is een tabel met boven zich `Rapport` en een naam."
                      : fmt::format("Zij heeft: {}.", fmt::join(all, ", ")));
    return false;
  }

  /// A table of figures that differ by scenario has each scenario in front of its rows, unless one was chosen.
  Rapportdeel with_scenario(Rapportdeel d) const {
    std::set<std::string> wanted(d.per.begin(), d.per.end());
    if (r_.scenario_sleutel < 0 || vraag_.sleutels.contains("scenario")) return d;
    wanted.insert("scenario");
    const bool differs = std::any_of(d.kolommen.begin(), d.kolommen.end(), [&](const Rapportdeelkolom& k) {
      const auto own = keys_of(k.grootheid);
      return std::includes(own.begin(), own.end(), wanted.begin(), wanted.end());
    });
    if (!differs) return d;
    d.per.insert(d.per.begin(), "scenario");
    for (Rapportdeelkolom& k : d.kolommen) {
      for (Rapporttotaal& t : k.totalen) ++t.niveau;
    }
    return d;
  }

  /// The quantities of one table, and all its totals and thresholds.
  static std::vector<std::string> names_in(const Rapportdeel& d) {
    std::vector<std::string> out;
    for (const Rapportdeelkolom& k : d.kolommen) {
      out.push_back(k.grootheid);
      if (!k.drempel.empty()) out.push_back(k.drempel);
      for (const Rapporttotaal& t : k.totalen) {
        if (!t.grootheid.empty()) out.push_back(t.grootheid);
      }
    }
    return out;
  }

  std::vector<std::string> needed() const {
    std::set<std::string> out;
    for (const Rapportdeel& d : delen_) {
      for (const std::string& name : names_in(d)) out.insert(name);
    }
    return {out.begin(), out.end()};
  }

  std::set<std::string> keys_of(const std::string& name) const {
    std::set<std::string> out;
    for (const int k : r_.grootheden[static_cast<std::size_t>(r_.grootheid(name))].sleutels)
      out.insert(r_.sleutels[static_cast<std::size_t>(k)].naam);
    return out;
  }

  /// Every key that a table does not show has a member chosen, and every chosen key is one of the report.
  bool is_chosen() {
    std::set<std::string> open, all;
    for (const Rapportdeel& d : delen_) {
      for (const std::string& name : names_in(d)) {
        for (const std::string& key : keys_of(name)) {
          all.insert(key);
          if (std::find(d.per.begin(), d.per.end(), key) == d.per.end() && !vraag_.sleutels.contains(key))
            open.insert(key);
        }
      }
    }
    for (const std::string& key : open) {
      const Sleutel& s = r_.sleutels[static_cast<std::size_t>(r_.sleutel(key))];
      wrong(fmt::format("Dit rapport gaat over één {}.", key),
            s.leden.empty() ? fmt::format("Zet er `{}=...` achter.", key)
                            : fmt::format("Zet er bijvoorbeeld `{}={}` achter.", key, s.leden.back()));
    }
    for (const auto& [key, member] : vraag_.sleutels) {
      if (!all.contains(key))
        wrong(fmt::format("Dit rapport heeft geen sleutel `{}`.", key), bedoelt_u(key, {all.begin(), all.end()}));
    }
    return out_.bevindingen.empty();
  }

  /// A member with a typing error would give an empty report.
  bool members_exist(const Rapportstof& stof) {
    for (const auto& [key, member] : vraag_.sleutels) {
      std::set<std::string> all;
      for (const auto& [name, u] : stof.uitkomsten) {
        for (const SleutelKolom& k : u->tabel.sleutels) {
          if (k.naam == key) all.insert(k.leden.begin(), k.leden.end());
        }
      }
      if (all.contains(member)) continue;
      wrong(fmt::format("`{}` is geen {}.", member, key), bedoelt_u(member, {all.begin(), all.end()}));
      return false;
    }
    return true;
  }

  Rapport about(const Berekening& b) const {
    Rapport out;
    out.naam = vraag_.naam;
    out.titel = b.regeling;
    out.is_concept =
        std::any_of(b.uitkomsten.begin(), b.uitkomsten.end(), [](const Uitkomst& u) { return u.is_voorbehoud(); });
    for (const auto& [key, member] : vraag_.sleutels) out.gegevens.emplace_back(key, member);
    out.gegevens.emplace_back("regeling", b.versie.empty() ? b.regeling : b.regeling + ", versie " + b.versie);
    const auto day = parse_datum(b.peildatum);
    if (day) out.gegevens.emplace_back("peildatum", format_datum_nl(*day));
    if (const auto& known = vraag_.gegevens.bekend_op) out.gegevens.emplace_back("bekend op", format_datum_nl(*known));
    for (const auto& [naam, waarde] : b.gezet) out.gegevens.emplace_back("gezet", naam + " = " + waarde);
    for (const auto& [naam, zetten] : b.oproep.scenarios) {
      std::string text = naam + ":";
      for (const auto& [parameter, waarde] : zetten)
        text += fmt::format("{} {} = {}", text.ends_with(':') ? "" : ";", parameter, waarde);
      out.gegevens.emplace_back("scenario", text);
    }
    out.gegevens.emplace_back("vingerafdruk", b.vingerafdruk);
    return out;
  }

  void add(const Rapportdeel& d, const Rapportstof& stof, Bevindingen& failed, Rapport& report) const {
    Rapporttabel table = maak_rapporttabel(d, stof, failed);
    const Kop* kop = r_.kop(d.kop);
    table.titel = kop == nullptr ? vraag_.naam : without_number(kop->titel);
    table.uitleg = d.uitleg;
    table.naam = d.kolommen.front().grootheid;
    const auto same = std::count_if(report.tabellen.begin(), report.tabellen.end(), [&](const Rapporttabel& t) {
      return t.naam == table.naam || t.naam.starts_with(table.naam + "_");
    });
    if (same > 0) table.naam += fmt::format("_{}", same + 1);
    const std::string source = kop == nullptr ? "" : kop->bron;
    if (!source.empty() && std::find(report.bronnen.begin(), report.bronnen.end(), source) == report.bronnen.end())
      report.bronnen.push_back(source);
    report.tabellen.push_back(std::move(table));
  }

  /// `4.2 Het rapport` -> `Het rapport`
  static std::string without_number(const std::string& titel) {
    const auto end = titel.find_first_not_of("0123456789.");
    return end == std::string::npos || titel[end] != ' ' ? titel : titel.substr(end + 1);
  }

  const Rapportvraag& vraag_;
  Geladen& loaded_;
  const Regeling& r_;
  Rapportantwoord& out_;
  std::vector<Rapportdeel> delen_;  ///< of the report that was asked
};

}  // namespace

Rapportantwoord maak_rapport(const Rapportvraag& vraag) {
  Rapportantwoord out;
  Geladen loaded = laad(vraag.gegevens);
  if (!loaded.run) {
    out.bevindingen = std::move(loaded.bevindingen);
    return out;
  }
  Rapportmaker(vraag, loaded, out).make();
  return out;
}

}  // namespace zorgkader
