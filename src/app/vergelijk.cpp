// Each document is computed as `bereken` does; what they have in common is put side by side.
#include "app/vergelijk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/bereken.hpp"
#include "values/samenvoeging.hpp"

namespace zorgkader {
namespace {

/// One document: what it is by itself, and what it gave.
struct Deelnemer {
  std::string pad;
  Regeling regeling;  ///< without the parameters of this call
  bool gezond = false;
  std::string titel;  ///< unlike that of any other
  Berekening berekening;
  Bevindingen bevindingen;
};

void report(Bevindingen& found, Ernst ernst, const char* code, const std::string& at, std::string what) {
  found.push_back({ernst, code, {at, 0, 0, 0}, std::move(what), "", ""});
}

const Grootheid* quantity(const Deelnemer& d, const std::string& naam) {
  const int q = d.regeling.grootheid(naam);
  return q < 0 ? nullptr : &d.regeling.grootheden[static_cast<std::size_t>(q)];
}

bool is_parameter(const Deelnemer& d, const std::string& naam) {
  const Grootheid* g = quantity(d, naam);
  return g != nullptr && (g->rol == Rol::parameter || (g->met_geldigheid && g->sleutels.empty()));
}

class Vergelijker {
 public:
  explicit Vergelijker(const VergelijkVraag& vraag) : vraag_(vraag) {}

  VergelijkAntwoord run() {
    for (const std::string& path : vraag_.regelingen) read(path);
    name_them();
    if (!known_names()) return std::move(out_);
    for (Deelnemer& d : all_) compute(d);
    findings();
    sides();
    if (std::all_of(all_.begin(), all_.end(), [](const auto& d) { return d.gezond; })) compare();
    sort_and_unique(out_.bevindingen);
    return std::move(out_);
  }

 private:
  void read(const std::string& path) {
    Deelnemer& d = all_.emplace_back();
    d.pad = path;
    const auto text = read_text_file(path, kMostDocumentBytes);
    Bevindingen found;
    if (text) d.regeling = read_regeling(path, *text, {}, found);
    d.gezond = text && !has_errors(found);
  }

  /// The title of the document; with the name of its file, and if need be a number, where that is not enough.
  void name_them() {
    const auto number_of = [this](const std::string& titel, std::size_t before) {
      return std::count_if(all_.begin(), all_.begin() + static_cast<std::ptrdiff_t>(before),
                           [&](const Deelnemer& d) { return d.titel == titel; });
    };
    std::map<std::string, std::set<std::string>> files;
    for (const Deelnemer& d : all_) files[title_of(d)].insert(d.pad);
    for (Deelnemer& d : all_) {
      d.titel = title_of(d);
      if (files[d.titel].size() > 1) d.titel += fmt::format(" ({})", std::filesystem::path(d.pad).stem().string());
    }
    for (std::size_t i = all_.size(); i-- > 0;) {
      if (const auto before = number_of(all_[i].titel, i); before > 0)
        all_[i].titel += fmt::format(" ({})", before + 1);
    }
  }

  static std::string title_of(const Deelnemer& d) {
    return d.regeling.titel.empty() ? std::filesystem::path(d.pad).stem().string() : d.regeling.titel;
  }

  bool known_names() {
    for (const std::string& naam : vraag_.alleen) {
      for (const Deelnemer& d : all_) {
        if (d.gezond && quantity(d, naam) == nullptr)
          report(out_.bevindingen, Ernst::fout, "naam-onbekend", "--alleen",
                 fmt::format("`{}` heeft geen `{}`.", d.titel, naam));
      }
    }
    return out_.bevindingen.empty();
  }

  /// A parameter of this call goes to the documents that have it; one that none has is refused by all.
  std::vector<Zet> parameters_of(const Deelnemer& d) const {
    std::vector<Zet> out;
    for (const Zet& z : vraag_.zetten) {
      const bool elsewhere =
          std::any_of(all_.begin(), all_.end(), [&](const auto& o) { return is_parameter(o, z.naam); });
      if (is_parameter(d, z.naam) || !elsewhere) out.push_back(z);
    }
    return out;
  }

  void compute(Deelnemer& d) {
    Opdrachtgegevens g;
    g.regeling = d.pad;
    g.feiten = vraag_.feiten;
    g.zetten = parameters_of(d);
    g.peildatum = vraag_.peildatum;
    for (const Deelnemer& other : all_) {
      for (const Grootheid& q : other.regeling.grootheden) {
        if (q.rol == Rol::invoer && quantity(d, q.naam) == nullptr) g.elders.insert(q.naam);
      }
    }
    BerekenAntwoord answer = bereken(g, vraag_.alleen);
    d.berekening = std::move(answer.berekening);
    d.bevindingen = std::move(answer.bevindingen);
  }

  /// What a file lacks for one arrangement only, names it.
  void findings() {
    const bool all_read = std::all_of(all_.begin(), all_.end(), [](const Deelnemer& d) { return d.gezond; });
    const auto same = [](const Bevinding& a) {
      return [&a](const Bevinding& b) { return a.code == b.code && a.plaats == b.plaats && a.wat == b.wat; };
    };
    for (const Deelnemer& d : all_) {
      for (Bevinding b : d.bevindingen) {
        if (b.code == "feit-onbekend" && !all_read) continue;  // it may be for the document that cannot be read
        const auto has = [&](const Deelnemer& o) {
          return std::any_of(o.bevindingen.begin(), o.bevindingen.end(), same(b));
        };
        const bool of_document = b.plaats.bestand.empty() || b.plaats.bestand == d.pad;
        if (!of_document && std::count_if(all_.begin(), all_.end(), has) == 1)
          b.wat += fmt::format(" Gevraagd door `{}`.", d.titel);
        if (b.plaats.bestand.empty()) b.plaats.bestand = d.pad;
        out_.bevindingen.push_back(std::move(b));
      }
    }
  }

  void sides() {
    Vergelijking& v = out_.vergelijking;
    v.soort = "vergelijk";
    v.zijnaam = "regeling";
    v.opening = fmt::format("Vergelijking van {} regelingen", all_.size());
    for (const Deelnemer& d : all_) {
      const Berekening& b = d.berekening;
      const std::string print = b.uitkomsten.empty() ? "" : b.uitkomsten[0].vingerafdruk;
      v.zijden.push_back({d.titel, d.regeling.titel, d.pad, b.versie, b.peildatum, print, b.gezet});
    }
  }

  /// The names that were asked for, or that any document shows.
  std::vector<std::string> names() const {
    std::vector<std::string> out = vraag_.alleen;
    if (!out.empty()) return out;
    for (const Deelnemer& d : all_) {
      for (int q : uitkomsten_van(d.regeling)) {
        const std::string& naam = d.regeling.grootheden[static_cast<std::size_t>(q)].naam;
        if (std::find(out.begin(), out.end(), naam) == out.end()) out.push_back(naam);
      }
    }
    return out;
  }

  bool shows(const Deelnemer& d, const std::string& naam) const {
    const auto shown = uitkomsten_van(d.regeling);
    const int q = d.regeling.grootheid(naam);
    return q >= 0 && (!vraag_.alleen.empty() || std::find(shown.begin(), shown.end(), q) != shown.end());
  }

  void compare() {
    std::string elsewhere;
    for (const std::string& naam : names()) {
      const bool everywhere = std::all_of(all_.begin(), all_.end(), [&](const auto& d) { return shows(d, naam); });
      if (!everywhere)
        elsewhere += (elsewhere.empty() ? "`" : ", `") + naam + "`";
      else if (alike(naam))
        side_by_side(naam);
    }
    Vergelijking& v = out_.vergelijking;
    if (!elsewhere.empty())
      report(out_.bevindingen, Ernst::melding, "niet-vergelijkbaar", all_[0].pad,
             fmt::format("Niet in elke regeling een uitkomst: {}.", elsewhere));
    if (v.tabellen.empty() && !has_errors(out_.bevindingen))
      report(out_.bevindingen, Ernst::fout, "niet-vergelijkbaar", "", "De regelingen hebben geen uitkomst gemeen.");
    if (v.tabellen.empty() || !v.geen_verschil()) return;
    std::size_t cells = 0;
    for (const Vergelijktabel& t : v.tabellen) cells += t.size();
    v.slot.push_back(fmt::format("Geen verschil: {} cel{} van {} uitkomst{} {} in elke regeling gelijk.", cells,
                                 cells == 1 ? "" : "len", v.tabellen.size(), v.tabellen.size() == 1 ? "" : "en",
                                 cells == 1 ? "is" : "zijn"));
  }

  static std::set<std::string> keys_of(const Grootheid& g) {
    std::set<std::string> out;
    for (const SleutelNaam& k : g.per) out.insert(k.naam);
    return out;
  }

  static std::string shape(const Grootheid& g) {
    std::string keys;
    for (const SleutelNaam& k : g.per) keys += (keys.empty() ? "per " : ", ") + k.naam;
    return fmt::format("{}{}[{}]", keys, keys.empty() ? "" : " ", g.vorm.text());
  }

  bool alike(const std::string& naam) {
    const Grootheid& first = *quantity(all_[0], naam);
    for (const Deelnemer& d : all_) {
      const Grootheid& g = *quantity(d, naam);
      if (keys_of(g) == keys_of(first) && g.vorm.text() == first.vorm.text()) continue;
      report(out_.bevindingen, Ernst::let_op, "niet-vergelijkbaar", d.pad,
             fmt::format("`{}` is {} in `{}`, en {} in `{}`.", naam, shape(first), all_[0].titel, shape(g), d.titel));
      return false;
    }
    return true;
  }

  void side_by_side(const std::string& naam) {
    std::vector<const Uitkomst*> outcomes;
    std::vector<const Tabel*> tables;
    for (const Deelnemer& d : all_) {
      const auto& all = d.berekening.uitkomsten;
      const auto at = std::find_if(all.begin(), all.end(), [&](const Uitkomst& u) { return u.tabel.naam == naam; });
      if (at == all.end()) return;  // not computed: `bereken` says so
      outcomes.push_back(&*at);
      tables.push_back(&at->tabel);
    }
    const Samenvoeging rows = voeg_samen(tables);
    Vergelijktabel t;
    t.naam = naam;
    t.vorm = tables[0]->vorm;
    t.sleutels = rows.sleutels;
    t.is_concept = std::any_of(outcomes.begin(), outcomes.end(), [](const auto* u) { return u->is_concept; });
    for (std::size_t i = 0; i < tables.size(); ++i) {
      Vergelijkkolom& column = t.kolommen.emplace_back();
      column.titel = all_[i].titel;
      for (const auto& place : rows.plaatsen[i])
        column.cellen.push_back(place ? std::optional(tables[i]->waarden.at(*place)) : std::nullopt);
    }
    t.geen_verschil = std::all_of(t.kolommen.begin(), t.kolommen.end(),
                                  [&](const auto& k) { return k.cellen == t.kolommen[0].cellen; });
    if (t.vorm.soort == Soort::getal) differences(t);
    out_.vergelijking.tabellen.push_back(std::move(t));
  }

  void differences(Vergelijktabel& t) const {
    bool one_sided = false;
    for (std::size_t i = 1; i < all_.size(); ++i) {
      Vergelijkkolom d;
      d.titel = "verschil " + all_[i].titel;
      d.groep = 1;
      d.verschil_met = static_cast<int>(i);
      for (std::size_t row = 0; row < t.size(); ++row) {
        const auto &a = t.kolommen[0].cellen[row], &b = t.kolommen[i].cellen[row];
        one_sided = one_sided || a.has_value() != b.has_value();
        d.cellen.push_back(a && b ? std::optional<Waarde>(std::get<Getal>(*b) - std::get<Getal>(*a)) : std::nullopt);
      }
      t.kolommen.push_back(std::move(d));
    }
    if (one_sided)
      t.opmerking =
          "Een streepje: die regeling heeft deze cel niet. Onder de verschillen staat het verschil van de totalen.";
  }

  const VergelijkVraag& vraag_;
  std::vector<Deelnemer> all_;
  VergelijkAntwoord out_;
};

}  // namespace

VergelijkAntwoord vergelijk(const VergelijkVraag& vraag) {
  return Vergelijker(vraag).run();
}

}  // namespace zorgkader
