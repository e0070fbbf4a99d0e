// Terms: from a day, within how long at best and at the latest, and whether it was in time.
#include <fmt/format.h>

#include "regeling/parser.hpp"
#include "regeling/tabel_lezer.hpp"

namespace zorgkader {
namespace {

class TermijnLezer : TabelLezer {
 public:
  TermijnLezer(Regeling& regeling, const TabelBlok& t, const Bijschrift& b, Bevindingen& found)
      : TabelLezer(regeling, found), t_(t), b_(b) {}

  void read() {
    const auto name = column(t_, "naam");
    if (!name) return;  // text for the reader
    for (const auto& row : t_.rijen) {
      const std::string own = text(row, "naam");
      if (own.empty()) {
        report("tabel-fout", row[0].positie, "Deze termijn heeft geen naam.");
        continue;
      }
      term(row, own, row[*name]);
    }
  }

 private:
  const Cel* cell(const std::vector<Cel>& row, std::string_view name) const { return filled(t_, row, name); }

  std::string text(const std::vector<Cel>& row, std::string_view name) const {
    const Cel* c = cell(row, name);
    std::string out = c == nullptr ? "" : c->tekst;
    std::erase(out, '`');
    return out;
  }

  void term(const std::vector<Cel>& row, const std::string& name, const Cel& at) {
    const Cel *within = cell(row, "binnen"), *latest = cell(row, "uiterlijk"), *before = cell(row, "voor");
    if ((latest != nullptr) == (before != nullptr))
      return report("tabel-fout", at.positie,
                    fmt::format("De termijn `{}` heeft {} dag.", name,
                                latest != nullptr ? "twee keer een laatste" : "geen laatste"),
                    "Vul `uiterlijk` in (die dag telt mee) of `voor` (de dag ervoor is de laatste).");
    const std::string from = text(row, "na");
    const std::string last = name + "_uiterlijk";
    Termijn out{name, text(row, "wat"), text(row, "wie"), "", last, "", nullptr, t_.kop_index, at.positie};
    if (within != nullptr) add(out.binnen = name + "_binnen", "datum", day(from, *within), *within);
    if (latest != nullptr) add(last, "datum", day(from, *latest), *latest);
    if (before != nullptr) add(last, "datum", fmt::format("{} - 1 dag", day(from, *before)), *before);
    // What is not done yet is in time until its last day has passed.
    if (const std::string done = text(row, "gereed"); !done.empty()) {
      add(out.op_tijd = name + "_op_tijd", "ja/nee", fmt::format("({} bij_leeg peildatum) <= {}", done, last),
          *cell(row, "gereed"));
      out.gereed = done_in(r_.grootheden.back().formule.get());
    }
    r_.termijnen.push_back(std::move(out));
  }

  /// The part before `bij_leeg peildatum`; nullptr when the cell held something else than a value.
  static const Uitdrukking* done_in(const Uitdrukking* whole) {
    if (whole == nullptr || whole->soort != Knoopsoort::binair || whole->teken != Teken::kleiner_gelijk) return nullptr;
    const Uitdrukking& left = *whole->delen[0];
    return left.soort == Knoopsoort::bij_leeg ? left.delen[0].get() : nullptr;
  }

  /// A date as it stands, or a duration after `from`.
  static std::string day(const std::string& from, const Cel& cel) {
    if (parse_datum(cel.tekst)) return cel.tekst;
    const bool back = cel.tekst.starts_with('-');
    return fmt::format("{} {} {}", from, back ? "-" : "+", back ? cel.tekst.substr(1) : cel.tekst);
  }

  void add(std::string name, const char* unit, const std::string& formula, const Cel& at) {
    Grootheid g;
    g.naam = std::move(name);
    g.rol = Rol::formule;
    g.kop = t_.kop_index;
    g.positie = at.positie;
    g.per = b_.per;
    g.vorm_gegeven = true;
    g.eenheid_tekst = unit;
    g.eenheid_positie = at.positie;
    g.formule = parse_los(r_.document.regels, formula, at.positie, r_.eenheden, found_);
    g.onbekend = !g.formule;
    if (g.formule) settle(*g.formule, at.positie);
    r_.grootheden.push_back(std::move(g));
  }

  /// The formula is not in the document: all its parts stand at the cell they were made of.
  static void settle(Uitdrukking& e, const Positie& at) {
    e.positie = at;
    for (auto& part : e.delen) settle(*part, at);
  }

  const TabelBlok& t_;
  const Bijschrift& b_;
};

}  // namespace

void read_termijnen(Regeling& regeling, const TabelBlok& t, const Bijschrift& b, Bevindingen& found) {
  TermijnLezer(regeling, t, b, found).read();
}

}  // namespace zorgkader
