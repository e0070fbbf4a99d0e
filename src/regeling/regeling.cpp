// Reading an arrangement: document, blocks, tables, front matter, checks. Each step adds its findings.
#include "regeling/regeling.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "regeling/controle.hpp"
#include "regeling/parser.hpp"
#include "regeling/tabellen.hpp"

namespace zorgkader {
namespace {

class VoorwerkLezer {
 public:
  VoorwerkLezer(Regeling& r, Bevindingen& found) : r_(r), found_(found) {}

  void run() {
    for (const auto& [name, value] : r_.document.voorwerk.velden) known(name, value);
    r_.titel = text("titel");
    if (r_.titel.empty() && !r_.document.koppen.empty()) r_.titel = r_.document.koppen[0].titel;
    r_.versie = text("versie");
    const auto from = date("geldig_van"), to = date("geldig_tot");
    if (from || to) r_.geldig = Periode{from.value_or(kGeenBegin), to.value_or(kGeenEinde)};
    if (r_.geldig && r_.geldig->tot < r_.geldig->van)
      report(*field("geldig_tot"), "De regeling eindigt voor zij begint.");
    r_.peildatum = date("peildatum");
    status();
  }

 private:
  const Voorwerk::Waarde* field(const std::string& name) const {
    const auto at = r_.document.voorwerk.velden.find(name);
    return at == r_.document.voorwerk.velden.end() ? nullptr : &at->second;
  }
  std::string text(const std::string& name) const {
    const auto* f = field(name);
    return f == nullptr ? "" : f->tekst;
  }
  void report(const Voorwerk::Waarde& at, std::string what, const char* code = "voorwerk-fout") {
    found_.push_back(r_.document.regels.bevinding(code, at.positie, std::move(what)));
  }

  void known(const std::string& name, const Voorwerk::Waarde& value) {
    static const std::set<std::string> kFields = {"titel",     "regio",  "versie",  "geldig_van",  "geldig_tot",
                                                  "peildatum", "status", "besluit", "ondertekend", "bronnen"};
    if (!kFields.contains(name)) report(value, fmt::format("Het voorwerk kent geen veld `{}`.", name));
  }

  std::optional<Datum> date(const std::string& name) {
    const auto* f = field(name);
    if (f == nullptr) return std::nullopt;
    const auto d = parse_datum(f->tekst);
    if (!d) report(*f, fmt::format("`{}` is geen datum.", f->tekst));
    return d;
  }

  /// Definitief takes a decision and a signature: without them every outcome stays concept.
  void status() {
    const auto* s = field("status");
    const auto signed_on = date("ondertekend");
    if (s == nullptr) return;
    if (s->tekst != "concept" && s->tekst != "definitief") return report(*s, "De status is `concept` of `definitief`.");
    if (s->tekst == "concept") return;
    if (text("besluit").empty() || !signed_on)
      return report(*s, "De regeling heet definitief, maar het besluit of de ondertekening ontbreekt.",
                    "status-zonder-ondertekening");
    r_.definitief = true;
  }

  Regeling& r_;
  Bevindingen& found_;
};

}  // namespace

std::optional<int> Sleutel::lid(const std::string& name) const {
  const auto at = std::find(leden.begin(), leden.end(), name);
  if (at == leden.end()) return std::nullopt;
  return static_cast<int>(at - leden.begin());
}

int Regeling::grootheid(const std::string& name) const {
  const auto at =
      std::find_if(grootheden.begin(), grootheden.end(), [&](const Grootheid& g) { return g.naam == name; });
  return at == grootheden.end() ? -1 : static_cast<int>(at - grootheden.begin());
}

int Regeling::sleutel(const std::string& name) const {
  const auto at = std::find_if(sleutels.begin(), sleutels.end(), [&](const Sleutel& s) { return s.naam == name; });
  return at == sleutels.end() ? -1 : static_cast<int>(at - sleutels.begin());
}

Regeling read_regeling(const std::string& bestand, std::string_view text, const Opties& opties, Bevindingen& found) {
  Regeling r;
  r.document = parse_document(bestand, text, found);
  VoorwerkLezer(r, found).run();
  parse_blokken(r, found);
  read_tabellen(r, found);
  if (r.grootheden.empty() && r.sleutels.empty() && r.eisen.empty() && r.uitkomsten.empty() && !has_errors(found)) {
    found.push_back(r.document.regels.bevinding("document-leeg", {1, 1, 0}, "Hier staat nog geen tabel of formule."));
    found.back().ernst = Ernst::let_op;
  }
  apply_opties(r, opties, found);
  check_regeling(r, found);
  // A parameter that is set from outside may leave unused what its own value was made of.
  if (!opties.zetten.empty()) std::erase_if(found, [](const Bevinding& b) { return b.code == "ongebruikt"; });
  sort_and_unique(found);
  return r;
}

}  // namespace zorgkader
