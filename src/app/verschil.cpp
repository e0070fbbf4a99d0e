// Both runs once more, then quantity by quantity: what both have, what only one has, and the causes between.
#include "app/verschil.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <numeric>

#include "app/bereken.hpp"
#include "app/herhaal.hpp"
#include "engine/verklaren.hpp"
#include "values/afronding.hpp"
#include "values/samenvoeging.hpp"

namespace zorgkader {
namespace {

/// The smallest step in which people see amounts of a quantity: a cent, or smaller where the outcomes have more
/// decimals.
Getal step_of(const Vorm& vorm, const Verschilvraag& vraag) {
  constexpr int kMostDecimals = 8;
  const Getal unit = vorm.eenheid.shows_percent() ? Getal::breuk(1, 10'000) : Getal::breuk(1, 100);
  Getal step = unit;
  const auto fits = [&](const Getal& g) { return (g / step).is_whole(); };
  for (int decimals = 2; decimals <= kMostDecimals; ++decimals, step = step / Getal(10)) {
    if (std::all_of(vraag.van.begin(), vraag.van.end(), fits) &&
        std::all_of(vraag.naar.begin(), vraag.naar.end(), fits))
      return step;
  }
  return unit;
}

Vergelijkkolom column(const std::string& titel, int groep) {
  Vergelijkkolom out;
  out.titel = titel;
  out.groep = groep;
  return out;
}

/// One quantity of both runs: its rows, and which of them are in both and differ.
struct Paar {
  const Uitkomst *a, *b;
  Samenvoeging rijen;
  std::vector<std::size_t> anders, eenzijdig;
  std::size_t gelijk = 0;

  std::optional<Waarde> value(int side, std::size_t row) const {
    const auto& place = rijen.plaatsen[static_cast<std::size_t>(side)][row];
    return place ? std::optional((side == 0 ? a : b)->tabel.waarden.at(*place)) : std::nullopt;
  }
  bool is_number() const { return a->tabel.vorm.soort == Soort::getal; }
};

/// These rows of a pair, in this order.
std::vector<SleutelKolom> keys_of(const Paar& p, const std::vector<std::size_t>& rows) {
  std::vector<SleutelKolom> out = p.rijen.sleutels;
  for (SleutelKolom& k : out) {
    std::vector<std::uint32_t> codes;
    for (std::size_t row : rows) codes.push_back(k.codes[row]);
    k.codes = std::move(codes);
  }
  return out;
}

class Verschilmaker {
 public:
  Verschilmaker(Herhaald& a, Herhaald& b) : a_(a), b_(b) {}

  Vergelijking run() {
    open();
    for (const Uitkomst& u : a_.berekening.uitkomsten) pair(u);
    one_sided_quantities();
    std::vector<Verschilvraag> vragen;
    for (const Paar& p : paren_) {
      if (p.is_number() && !p.anders.empty()) vragen.push_back(question(p));
    }
    const auto causes = vragen.empty() ? std::vector<std::vector<Delen>>() : explain(vragen);
    std::size_t at = 0;
    for (const Paar& p : paren_) {
      if (p.is_number() && !p.anders.empty()) {
        parts(p, vragen[at], causes[at]);
        ++at;
      } else if (!p.anders.empty()) {
        both(p, p.anders, p.a->tabel.naam);
      }
      if (!p.eenzijdig.empty()) both(p, p.eenzijdig, p.a->tabel.naam + ", alleen in A of in B");
    }
    close();
    return std::move(out_);
  }

 private:
  void open() {
    out_.soort = "verschil";
    out_.opening = "Verschil tussen twee berekeningen";
    out_.zijnaam = "";
    for (const auto& [titel, run] : {std::pair{"A", &a_}, {"B", &b_}}) {
      const Berekening& b = run->berekening;
      out_.zijden.push_back({titel, b.regeling, run->bestand, b.versie, b.peildatum, b.vingerafdruk, b.gezet});
    }
  }

  const Uitkomst* other(const Uitkomst& u) const {
    const auto& all = b_.berekening.uitkomsten;
    const auto same = [&](const Uitkomst& o) { return o.tabel.naam == u.tabel.naam; };
    const auto at = std::find_if(all.begin(), all.end(), same);
    return at == all.end() ? nullptr : &*at;
  }

  static bool alike(const Tabel& a, const Tabel& b) {
    std::set<std::string> one, two;
    for (const SleutelKolom& k : a.sleutels) one.insert(k.naam);
    for (const SleutelKolom& k : b.sleutels) two.insert(k.naam);
    return one == two && a.vorm.text() == b.vorm.text();
  }

  void pair(const Uitkomst& u) {
    const Uitkomst* o = other(u);
    if (o == nullptr) return;
    if (!alike(u.tabel, o->tabel)) {
      out_.slot.push_back(fmt::format("`{}` heeft in A andere sleutels of een andere eenheid dan in B.", u.tabel.naam));
      return;
    }
    Paar p{&u, o, voeg_samen({&u.tabel, &o->tabel}), {}, {}, 0};
    for (std::size_t row = 0; row < p.rijen.rijen; ++row) {
      const auto one = p.value(0, row), two = p.value(1, row);
      if (!one || !two)
        p.eenzijdig.push_back(row);
      else if (*one == *two)
        ++p.gelijk;
      else
        p.anders.push_back(row);
    }
    if (p.is_number()) biggest_first(p);
    paren_.push_back(std::move(p));
  }

  /// The size of a change, or of a cell that only one run has.
  static Getal size(const Paar& p, std::size_t row) {
    const auto number = [&](int side) {
      const auto v = p.value(side, row);
      return v ? std::get<Getal>(*v) : Getal();
    };
    return (number(1) - number(0)).abs();
  }

  static void biggest_first(Paar& p) {
    for (auto* rows : {&p.anders, &p.eenzijdig})
      std::stable_sort(rows->begin(), rows->end(),
                       [&](std::size_t x, std::size_t y) { return size(p, x) > size(p, y); });
  }

  void one_sided_quantities() {
    const auto missing = [](const Berekening& in, const Berekening& from, const char* side) {
      std::string names;
      for (const Uitkomst& u : in.uitkomsten) {
        const auto same = [&](const Uitkomst& o) { return o.tabel.naam == u.tabel.naam; };
        if (std::none_of(from.uitkomsten.begin(), from.uitkomsten.end(), same))
          names += (names.empty() ? "`" : ", `") + u.tabel.naam + "`";
      }
      return names.empty() ? names : fmt::format("Alleen in {}: {}.", side, names);
    };
    for (const std::string& line :
         {missing(a_.berekening, b_.berekening, "A"), missing(b_.berekening, a_.berekening, "B")}) {
      if (!line.empty()) out_.slot.push_back(line);
    }
  }

  static Verschilvraag question(const Paar& p) {
    Verschilvraag out{p.a->tabel.naam, keys_of(p, p.anders), {}, {}};
    for (std::size_t row : p.anders) {
      out.van.push_back(std::get<Getal>(*p.value(0, row)));
      out.naar.push_back(std::get<Getal>(*p.value(1, row)));
    }
    return out;
  }

  std::vector<std::vector<Delen>> explain(const std::vector<Verschilvraag>& vragen) const {
    const auto side = [](const Herhaald& h) {
      return Kant{h.geladen->regeling.get(), &h.geladen->feiten, h.geladen->peildatum.value_or(Datum{})};
    };
    const auto read_again = [this] {
      Bevindingen ignored;  // said when it was loaded
      return read_regeling(a_.gegevens.regeling, a_.geladen->tekst, {a_.gegevens.zetten, a_.gegevens.scenarios},
                           ignored);
    };
    return verklaar(side(a_), side(b_), read_again, vragen);
  }

  Vergelijktabel table(const Paar& p, const std::vector<std::size_t>& rows, const std::string& naam) const {
    Vergelijktabel t;
    t.naam = naam;
    t.vorm = p.a->tabel.vorm;
    t.sleutels = keys_of(p, rows);
    t.is_concept = p.a->is_concept || p.b->is_concept;
    for (int side = 0; side < 2; ++side) {
      Vergelijkkolom& k = t.kolommen.emplace_back(column(side == 0 ? "A" : "B", 0));
      for (std::size_t row : rows) k.cellen.push_back(p.value(side, row));
    }
    return t;
  }

  void both(const Paar& p, const std::vector<std::size_t>& rows, const std::string& naam) {
    out_.tabellen.push_back(table(p, rows, naam));
    if (&rows == &p.anders) out_.tabellen.back().opmerking = equal_cells(p);
  }

  static std::string equal_cells(const Paar& p) {
    if (p.gelijk == 0) return "";
    return p.gelijk == 1 ? "1 andere cel is gelijk." : fmt::format("{} andere cellen zijn gelijk.", p.gelijk);
  }

  void parts(const Paar& p, const Verschilvraag& vraag, const std::vector<Delen>& causes) {
    Vergelijktabel t = table(p, p.anders, p.a->tabel.naam);
    Vergelijkkolom& difference = t.kolommen.emplace_back(column("verschil", 0));
    difference.verschil_met = 1;
    for (std::size_t c = 0; c < kOorzaken; ++c) {
      t.kolommen.push_back(column(oorzaak_naam(static_cast<Verschiloorzaak>(c)), 1));
      t.kolommen.back().is_deel = true;
    }
    const Getal step = step_of(t.vorm, vraag);
    for (std::size_t row = 0; row < causes.size(); ++row) {
      const std::vector<Getal> exact(causes[row].begin(), causes[row].end());
      const std::vector<Getal> seen = rond_delen(exact, step);
      t.kolommen[2].cellen.emplace_back(vraag.naar[row] - vraag.van[row]);
      t.kolommen[2].getoond.emplace_back(std::accumulate(seen.begin(), seen.end(), Getal()));
      for (std::size_t c = 0; c < kOorzaken; ++c) {
        t.kolommen[3 + c].cellen.emplace_back(exact[c]);
        t.kolommen[3 + c].getoond.emplace_back(seen[c]);
      }
    }
    t.opmerking = equal_cells(p);
    out_.tabellen.push_back(std::move(t));
  }

  void close() {
    if (!out_.tabellen.empty() || !out_.slot.empty()) return;
    std::size_t cells = 0;
    for (const Paar& p : paren_) cells += p.gelijk;
    if (paren_.empty()) return out_.slot.push_back("Geen van beide berekeningen heeft een uitkomst.");
    out_.slot.push_back(cells == 1 ? "Geen verschil: de ene cel is gelijk."
                                   : fmt::format("Geen verschil: alle {} cellen zijn gelijk.", cells));
  }

  Herhaald& a_;
  Herhaald& b_;
  std::vector<Paar> paren_;
  Vergelijking out_;
};

}  // namespace

VerschilAntwoord verschil(const std::string& a, const std::string& b) {
  VerschilAntwoord out;
  auto one = herhaal(a), two = herhaal(b);
  for (const auto* r : {&one, &two}) {
    if (!*r) out.bevindingen.insert(out.bevindingen.end(), r->errors().begin(), r->errors().end());
  }
  sort_and_unique(out.bevindingen);
  if (!one || !two) return out;
  out.klaar = true;
  out.vergelijking = Verschilmaker(*one, *two).run();
  return out;
}

}  // namespace zorgkader
