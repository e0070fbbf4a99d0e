// Key tables: members in order, and attribute columns.
#include <fmt/format.h>

#include <algorithm>

#include "regeling/tabel_lezer.hpp"
#include "values/tekst.hpp"

namespace zorgkader {
namespace {

class SleutelLezer : TabelLezer {
 public:
  using TabelLezer::TabelLezer;

  void key_names(const TabelBlok& t, const Bijschrift& b) {
    if (r_.sleutel(b.naam) >= 0)
      return report("naam-dubbel", t.bijschrift_positie, fmt::format("De sleutel `{}` bestaat al.", b.naam));
    if (r_.sleutels.size() + 1 >= kMostSleutels)
      return report("tabel-fout", t.bijschrift_positie, "Een regeling heeft ten hoogste 63 sleutels.");
    if (t.kop.empty() || t.kop[0].tekst != b.naam)
      return report("tabel-fout", t.positie,
                    fmt::format("De eerste kolom van de sleuteltabel hoort `{}` te heten.", b.naam));
    Sleutel s;
    s.naam = b.naam;
    s.open = b.open;
    s.kop = t.kop_index;
    s.positie = t.bijschrift_positie;
    for (const auto& row : t.rijen) {
      if (row.empty() || row[0].tekst.empty()) {
        report("cel-fout", row.empty() ? t.positie : row[0].positie, "Een lid van een sleutel heeft een naam nodig.");
        continue;
      }
      if (s.lid(row[0].tekst))
        report("naam-dubbel", row[0].positie, fmt::format("`{}` staat al in deze sleutel.", row[0].tekst));
      s.leden.push_back(row[0].tekst);
    }
    r_.sleutels.push_back(std::move(s));
  }

  void key_table(const TabelBlok& t, const Bijschrift& b) {
    const int index = r_.sleutel(b.naam);
    if (index < 0 || r_.sleutels[static_cast<std::size_t>(index)].positie.regel != t.bijschrift_positie.regel) return;
    for (std::size_t column = 1; column < t.kop.size(); ++column) attribute(t, column, index);
  }

 private:
  void attribute(const TabelBlok& t, std::size_t column, int key) {
    Attribuut a;
    // `uren [uur]` in the header names the unit; without it the cells decide.
    const std::string& head = t.kop[column].tekst;
    const auto bracket = head.find('[');
    a.naam = std::string(trim(std::string_view(head).substr(0, bracket)));
    int member_of = -1;
    std::optional<Vorm> form;
    if (bracket != std::string::npos) {
      form = parse_vorm(r_, head.substr(bracket + 1, head.find(']') - bracket - 1), member_of);
      if (!form)
        return report("eenheid-onbekend", t.kop[column].positie, fmt::format("De eenheid in `{}` bestaat niet.", head));
    } else if ((member_of = r_.sleutel(a.naam)) >= 0) {
      form = Vorm{Soort::tekst, {}};
    } else {
      form = guess(t, column);
    }
    a.vorm = *form;
    a.verwijst = member_of;
    for (const auto& row : t.rijen) {
      if (row.empty() || row[0].tekst.empty()) continue;
      if (column >= row.size() || row[column].tekst.empty()) {
        a.waarden.emplace_back();
        continue;
      }
      if (member_of >= 0) member(member_of, row[column].tekst, row[column].positie);
      a.waarden.push_back(parse_cel(r_, row[column], a.vorm, found_));
    }
    r_.sleutels[static_cast<std::size_t>(key)].attributen.push_back(std::move(a));
  }

  /// ja/nee or dates when every filled cell is one, else text.
  static Vorm guess(const TabelBlok& t, std::size_t column) {
    bool yes_no = true, dates = true, any = false;
    for (const auto& row : t.rijen) {
      if (column >= row.size() || row[column].tekst.empty()) continue;
      any = true;
      yes_no = yes_no && (row[column].tekst == "ja" || row[column].tekst == "nee");
      dates = dates && parse_datum(row[column].tekst);
    }
    return Vorm{any && yes_no ? Soort::ja_nee : any && dates ? Soort::datum : Soort::tekst, {}};
  }
};

}  // namespace

void read_sleutel(Regeling& regeling, const TabelBlok& t, const Bijschrift& b, Bevindingen& found) {
  SleutelLezer(regeling, found).key_names(t, b);
}

void read_attributen(Regeling& regeling, const TabelBlok& t, const Bijschrift& b, Bevindingen& found) {
  SleutelLezer(regeling, found).key_table(t, b);
}

}  // namespace zorgkader
