// Statements: parameter, open choice, invoer, grootheid, eis, uitkomst, eenheid.
#include "regeling/parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "regeling/uitdrukking_parser.hpp"
#include "values/tekst.hpp"

namespace zorgkader {
namespace {

class OpdrachtParser {
 public:
  OpdrachtParser(Regeling& regeling, const Opdracht& opdracht, int kop)
      : regeling_(regeling), kop_(kop), p_(opdracht.woorden, regeling.eenheden) {}

  void run() {
    if (p_.accept_name("invoer")) return invoer();
    if (p_.accept_name("eis")) return eis();
    if (p_.accept_name("uitkomst")) return uitkomst();
    if (p_.at_name("sleutel") && p_.peek(1).soort == Woordsoort::naam) return periods();
    if (p_.at_name("oorzaak") && p_.peek(1).soort == Woordsoort::naam) return oorzaak();
    if (p_.at_name("eenheid") && p_.peek(1).soort == Woordsoort::naam) return;  // read before the others
    grootheid(p_.expect_new_name("de naam van een grootheid"));
  }

 private:
  Grootheid start(const Woord& name, Rol rol) const {
    Grootheid g;
    g.naam = name.tekst;
    g.rol = rol;
    g.kop = kop_;
    g.positie = name.positie;
    return g;
  }

  void finish(Grootheid g) {
    if (!p_.at_end())
      p_.fail(fmt::format("Na deze bepaling staat nog `{}`.", p_.peek().tekst),
              "Haal het weg, of zet een volgende bepaling aan de kantlijn.");
    regeling_.grootheden.push_back(std::move(g));
  }

  void parameter(Grootheid g) {
    g.rol = Rol::parameter;
    if (p_.at_name("open") && p_.peek(1).soort == Woordsoort::tekst) {
      p_.take();
      g.is_open = true;
      g.open_reden = p_.expect_text("Na `open`");
    } else {
      g.formule = p_.expression();
    }
    finish(std::move(g));
  }

  void keys_and_unit(Grootheid& g) {
    if (p_.accept_name("per")) g.per = p_.key_list();
    if (!p_.at_sign("[")) return;
    g.eenheid_positie = p_.take().positie;
    while (!p_.at_sign("]") && !p_.at_end()) {
      const bool word = p_.peek().soort == Woordsoort::naam && p_.peek(1).soort == Woordsoort::naam;
      g.eenheid_tekst += p_.take().tekst + (word ? " " : "");
    }
    p_.expect_sign("]", "na de eenheid");
    g.vorm_gegeven = true;
  }

  void invoer() {
    Grootheid g = start(p_.expect_new_name("de naam van een feit"), Rol::invoer);
    keys_and_unit(g);
    if (!g.vorm_gegeven)
      p_.fail("Bij een invoer hoort de eenheid tussen rechte haken.",
              "Schrijf bijvoorbeeld [€], [client] of [ja/nee].");
    while (!p_.at_end()) {
      if (p_.accept_name("bij_leeg")) {
        g.bij_leeg = p_.expression();
      } else if (p_.accept_name("peildatum") && p_.peek().soort == Woordsoort::datum) {
        g.peildatum = p_.take().datum;
      } else if (p_.at_name("mag") && p_.peek(1).tekst == "ontbreken") {
        p_.take();
        p_.take();
        g.mag_ontbreken = true;
      } else {
        p_.fail("Na een invoer kan alleen `bij_leeg waarde`, `peildatum datum` of `mag ontbreken` volgen.",
                "Haal de rest weg.");
      }
    }
    finish(std::move(g));
  }

  void grootheid(const Woord& name) {
    Grootheid g = start(name, Rol::formule);
    keys_and_unit(g);
    if (g.per.empty() && p_.accept_sign(":=")) return parameter(std::move(g));
    p_.expect_sign("=", "na naam, sleutels en eenheid");
    g.formule = p_.expression();
    if (p_.accept_name("waar")) g.waar = p_.expression();
    while (!p_.at_end()) {
      const Positie at = p_.peek().positie;
      if (p_.accept_name("vastgesteld")) {
        g.vastgesteld.push_back(vastgesteld(at));
      } else if (p_.accept_name("beginnend")) {
        if (g.begin) p_.fail("Een grootheid heeft een `beginnend`.", "Haal er een weg.");
        g.begin = beginnend(at);
      } else {
        break;
      }
    }
    finish(std::move(g));
  }

  Vaststelling vastgesteld(const Positie& at) {
    Vaststelling v;
    v.positie = at;
    if (p_.accept_sign("[")) v.keuzes = p_.choices();
    p_.expect_sign("=", "voor de vastgestelde waarde");
    v.waarde = p_.expression();
    if (!p_.accept_name("omdat")) p_.fail("Bij een vastgestelde waarde hoort een reden.", "Schrijf: omdat \"...\".");
    v.reden = p_.expect_text("Na `omdat`");
    return v;
  }

  Begin beginnend(const Positie& at) {
    Begin b;
    b.positie = at;
    p_.expect_sign("[", "na `beginnend`");
    b.keuzes = p_.choices();
    p_.expect_sign("=", "voor de beginwaarde");
    b.waarde = p_.expression();
    return b;
  }

  void eis() {
    Eis e;
    e.kop = kop_;
    e.positie = p_.peek().positie;
    e.voorwaarde = p_.expression();
    if (p_.accept_name("per")) e.per = p_.key_list();
    if (p_.accept_name("waar")) e.waar = p_.expression();
    if (p_.accept_name("meld")) {
      e.is_melding = true;
      e.meld = p_.expect_text("Na `meld`");
    } else if (p_.accept_name("fout")) {
      e.meld = p_.expect_text("Na `fout`");
    }
    if (!p_.at_end()) p_.fail(fmt::format("Na de eis staat nog `{}`.", p_.peek().tekst), "Haal het weg.");
    regeling_.eisen.push_back(std::move(e));
  }

  void uitkomst() {
    do {
      const Woord& name = p_.expect_new_name("de naam van een grootheid");
      regeling_.uitkomsten.emplace_back(name.tekst, name.positie);
    } while (p_.accept_sign(","));
    if (!p_.at_end())
      p_.fail(fmt::format("Na de uitkomsten staat nog `{}`.", p_.peek().tekst), "Scheid namen met een komma.");
  }

  /// sleutel maand = maanden van 2025-01-01 tot en met 2026-12-31
  void periods() {
    p_.take();
    const Woord& name = p_.expect_new_name("de naam van een sleutel");
    p_.expect_sign("=", "na de naam van de sleutel");
    const Woord& unit = p_.take();
    Sleutel s;
    s.naam = name.tekst;
    s.kop = kop_;
    s.positie = name.positie;
    if (const auto word = Eenheid::canonical(unit.tekst); word && !word->empty())
      s.stap = tijdmaat(Eenheid::basis(*word));
    const auto day = [&] {
      if (p_.peek().soort == Woordsoort::datum) return p_.take().datum;
      p_.fail("Hier hoort een datum te staan.", kPeriods);
    };
    const auto word = [&](const char* wanted) {
      if (!p_.accept_name(wanted))
        p_.fail(fmt::format("Hier hoort `{}` te staan, niet {}.", wanted, shown(p_.peek())), kPeriods);
    };
    word("van");
    s.loop.van = day();
    for (const char* w : {"tot", "en", "met"}) word(w);
    s.loop.tot = day();
    if (!s.stap || *s.stap == Tijdmaat::werkdag || !p_.at_end())
      throw LeesFout{unit.positie, "Dit is geen reeks van perioden.", kPeriods};
    regeling_.sleutels.push_back(std::move(s));
  }

  static constexpr const char* kPeriods =
      "Schrijf bijvoorbeeld: sleutel maand = maanden van 2025-01-01 tot en met 2026-12-31.";

  void oorzaak() {
    p_.take();
    const Woord& cause = p_.take();
    constexpr std::array<std::string_view, 4> kCauses = {"volume", "prijs", "index", "regel"};
    if (std::find(kCauses.begin(), kCauses.end(), cause.tekst) == kCauses.end())
      throw LeesFout{cause.positie, fmt::format("De oorzaak {} bestaat niet.", shown(cause)),
                     "Kies uit volume, prijs, index en regel."};
    p_.expect_sign("=", "na de oorzaak");
    do {
      const Woord& name = p_.expect_new_name("de naam van een grootheid");
      regeling_.oorzaken.push_back({name.tekst, cause.tekst, name.positie});
    } while (p_.accept_sign(","));
    if (!p_.at_end())
      p_.fail(fmt::format("Na de oorzaken staat nog `{}`.", p_.peek().tekst), "Scheid namen met een komma.");
  }

  Regeling& regeling_;
  int kop_;
  UitdrukkingParser p_;
};

/// `eenheid etmaal, dagdeel`: new unit words, known before anything else is read.
void read_eenheden(Regeling& regeling, const Opdracht& o) {
  if (o.woorden[0].tekst != "eenheid" || o.woorden[1].soort != Woordsoort::naam) return;
  UitdrukkingParser p(o.woorden, regeling.eenheden);
  p.take();
  do {
    regeling.eenheden.insert(p.expect_new_name("een eenheid").tekst);
  } while (p.accept_sign(","));
  if (!p.at_end()) p.fail("Na de eenheden staat nog iets.", "Scheid ze met een komma.");
}

/// A statement that cannot be read still names something, so that its users are not reported as well.
void keep_name(Regeling& regeling, const Opdracht& o, int kop) {
  const bool invoer = o.woorden[0].tekst == "invoer";
  const Woord& name = o.woorden[invoer ? 1 : 0];
  if (name.soort != Woordsoort::naam || is_taalwoord(name.tekst) || regeling.grootheid(name.tekst) >= 0) return;
  Grootheid g;
  g.naam = name.tekst;
  g.kop = kop;
  g.positie = name.positie;
  g.onbekend = true;
  regeling.grootheden.push_back(std::move(g));
}

void report(const Regels& regels, const LeesFout& e, Bevindingen& found) {
  found.push_back(regels.bevinding(e.code, e.positie, e.wat, e.doe));
}

}  // namespace

void parse_blokken(Regeling& regeling, Bevindingen& found) {
  const Regels& regels = regeling.document.regels;
  std::vector<std::pair<int, std::vector<Opdracht>>> all;
  for (const RegelBlok& blok : regeling.document.blokken)
    all.emplace_back(blok.kop_index, split_opdrachten(regels, blok, found));
  for (const auto& [kop, opdrachten] : all) {
    for (const Opdracht& o : opdrachten) {
      try {
        read_eenheden(regeling, o);
      } catch (const LeesFout& e) {
        report(regels, e, found);
      }
    }
  }
  for (const auto& [kop, opdrachten] : all) {
    for (const Opdracht& o : opdrachten) {
      try {
        OpdrachtParser(regeling, o, kop).run();
      } catch (const LeesFout& e) {
        report(regels, e, found);
        keep_name(regeling, o, kop);
      }
    }
  }
}

UitdrukkingPtr parse_los(const Regels& regels, std::string_view text, Positie waar,
                         const std::set<std::string>& eenheden, Bevindingen& found) {
  RegelBlok blok{std::string(trim(text)), waar.regel, -1};
  Bevindingen own;
  UitdrukkingPtr out;
  const auto opdrachten = split_opdrachten(regels, blok, own);
  if (opdrachten.size() == 1) {
    UitdrukkingParser p(opdrachten[0].woorden, eenheden);
    try {
      out = p.expression();
      const bool word = p.peek().soort == Woordsoort::naam;
      if (!p.at_end())
        p.fail(fmt::format("Na de waarde staat nog `{}`{}.", p.peek().tekst, word ? ", en dat is geen eenheid" : ""),
               word ? "Verbeter de eenheid, of haal het weg." : "Haal het weg.");
    } catch (const LeesFout& e) {
      report(regels, e, own);
      out = nullptr;
    }
  } else if (own.empty()) {
    own.push_back(regels.bevinding("cel-fout", waar, "Hier hoort een waarde te staan."));
  }
  for (Bevinding& b : own) {
    // The places count inside the loose text: shift them to where it stands.
    if (b.plaats.kolom > 0) b.plaats.kolom += std::max(waar.kolom, 1) - 1;
    found.push_back(std::move(b));
  }
  return out;
}

}  // namespace zorgkader
