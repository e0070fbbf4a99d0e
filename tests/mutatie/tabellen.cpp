// Mutants of tables: values, eigenschappen of keys, parameters, and the conditions of decision tables.
#include <algorithm>
#include <array>

#include "mutatie/mutanten.hpp"
#include "regeling/tabel_lezer.hpp"
#include "regeling/utf8.hpp"
#include "values/tekst.hpp"

namespace mutatie {

using namespace zorgkader;

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

class Tabelmuteerder {
 public:
  Tabelmuteerder(const Omgeving& o, const TabelBlok& t, const Bijschrift& b, Verzameling& uit)
      : o_(o), t_(t), b_(b), uit_(uit) {}

  void run() {
    using S = Bijschrift::Soort;
    if (b_.soort == S::sleutel) return key();
    if (b_.soort == S::parameters) return parameters();
    if (b_.soort == S::termijnen) return terms();
    if ((b_.soort == S::tabel || b_.soort == S::beslistabel) && o_.bereik.grootheid(b_.naam)) values();
  }

 private:
  const std::string& head(std::size_t column) const { return t_.kop[column].tekst; }
  std::optional<std::size_t> column(std::string_view name) const {
    for (std::size_t c = 0; c < t_.kop.size(); ++c) {
      if (head(c) == name) return c;
    }
    return std::nullopt;
  }
  static bool is_note(const std::string& name) { return name == "reden" || name == "toelichting" || name == "bron"; }
  bool is_key(const std::string& name) const {
    return std::any_of(b_.per.begin(), b_.per.end(), [&](const SleutelNaam& k) { return k.naam == name; });
  }

  void key() {
    const Sleutel& s = o_.regeling.sleutels[static_cast<std::size_t>(o_.regeling.sleutel(b_.naam))];
    for (std::size_t c = 1; c < t_.kop.size(); ++c) {
      const std::string name(trim(std::string_view(head(c)).substr(0, head(c).find('['))));
      if (!o_.bereik.eigenschap(s.naam, name)) continue;
      const auto a =
          std::find_if(s.attributen.begin(), s.attributen.end(), [&](const Attribuut& x) { return x.naam == name; });
      if (a == s.attributen.end()) continue;
      for (const auto& row : t_.rijen) {
        if (c < row.size())
          cell({s.naam + "." + name, "`" + s.naam + "` rij " + row[0].tekst + ", kolom " + name, 0}, row[c], a->vorm,
               a->verwijst);
      }
    }
  }

  void parameters() {
    const auto name = column("naam"), value = column("waarde");
    if (!name || !value) return;
    for (const auto& row : t_.rijen) {
      if (std::max(*name, *value) >= row.size() || !o_.bereik.grootheid(row[*name].tekst)) continue;
      const Plek plek{row[*name].tekst, "`" + row[*name].tekst + "`", 0};
      if (row[*value].tekst != "open") expression(plek, row[*value]);
      periods(plek, row);
    }
  }

  /// The cell as a formula; words come with places inside the cell.
  void expression(const Plek& plek, const Cel& cel) {
    Bevindingen ignored;
    const RegelBlok blok{cel.tekst, cel.positie.regel, -1};
    for (Opdracht& o : split_opdrachten(o_.regeling.document.regels, blok, ignored)) {
      for (Woord& w : o.woorden) w.positie.kolom += cel.positie.kolom - 1;
      muteer_uitdrukking(o_, o.woorden, 0, plek, uit_);
    }
  }

  void periods(const Plek& plek, const std::vector<Cel>& row) {
    for (const char* name : {"geldig_van", "geldig_tot"}) {
      const auto c = column(name);
      if (c && *c < row.size())
        cell({plek.grootheid, plek.tekst + ", kolom " + name, 0}, row[*c], Vorm{Soort::datum, {}}, -1);
    }
  }

  /// Which columns of a value table hold values; a decision table has one.
  std::vector<std::size_t> value_columns() const {
    if (const auto c = column("waarde")) return {*c};
    std::vector<std::size_t> out;
    for (std::size_t c = 0; c < t_.kop.size(); ++c) {
      const bool across = b_.soort == Bijschrift::Soort::beslistabel || is_member(head(c));
      if (across && !is_key(head(c)) && !is_note(head(c)) && !head(c).starts_with("geldig_")) out.push_back(c);
    }
    if (b_.soort == Bijschrift::Soort::beslistabel && !out.empty()) return {out.back()};
    return out;
  }
  bool is_member(const std::string& name) const {
    const int k = b_.per.empty() ? -1 : o_.regeling.sleutel(b_.per.back().naam);
    return k >= 0 && o_.regeling.sleutels[static_cast<std::size_t>(k)].lid(name).has_value();
  }

  void values() {
    const Grootheid& g = o_.regeling.grootheden[static_cast<std::size_t>(o_.regeling.grootheid(b_.naam))];
    const bool decides = b_.soort == Bijschrift::Soort::beslistabel;
    const auto results = value_columns();
    for (std::size_t r = 0; r < t_.rijen.size(); ++r) {
      const auto& row = t_.rijen[r];
      const std::string label = "`" + g.naam + "` rij " + (decides ? std::to_string(r + 1) : row_label(row));
      for (const std::size_t c : results) {
        if (c < row.size()) cell({g.naam, label + ", kolom " + head(c), 0}, row[c], g.vorm, g.lid_van);
      }
      periods({g.naam, label, 0}, row);
      if (decides) conditions(g, row, label, results);
    }
    if (decides) heads(g, results);
  }

  /// Formulas above the columns of a decision table.
  void heads(const Grootheid& g, const std::vector<std::size_t>& results) {
    for (std::size_t c = 0; c < t_.kop.size(); ++c) {
      Cel head_cell = t_.kop[c];
      if (is_key(head(c)) || is_note(head(c)) || std::find(results.begin(), results.end(), c) != results.end())
        continue;
      if (head_cell.tekst.starts_with('`') && head_cell.tekst.ends_with('`') && head_cell.tekst.size() > 2) {
        head_cell.tekst = head_cell.tekst.substr(1, head_cell.tekst.size() - 2);
        ++head_cell.positie.kolom;
      }
      if (head_cell.tekst.find('`') == std::string::npos)
        expression({g.naam, "`" + g.naam + "` kop " + head_cell.tekst, 0}, head_cell);
    }
  }

  /// `8 weken` or a date, where the term itself or whether it was kept counts.
  void terms() {
    const auto name = column("naam");
    if (!name) return;
    for (const auto& row : t_.rijen) {
      for (const char* head_text : {"binnen", "uiterlijk", "voor"}) {
        const auto c = column(head_text);
        if (!c || std::max(*c, *name) >= row.size()) continue;
        std::string own = row[*name].tekst;
        std::erase(own, '`');
        const std::string quantity = own + (std::string_view(head_text) == "binnen" ? "_binnen" : "_uiterlijk");
        if (!o_.bereik.grootheid(quantity)) continue;
        const bool date = parse_datum(row[*c].tekst).has_value();
        cell({quantity, "termijn `" + own + "`, kolom " + head_text, 0}, row[*c],
             Vorm{date ? Soort::datum : Soort::getal, {}}, -1);
      }
    }
  }

  std::string row_label(const std::vector<Cel>& row) const {
    std::string out;
    for (std::size_t c = 0; c < std::min(row.size(), t_.kop.size()); ++c) {
      if (is_key(head(c))) out += (out.empty() ? "" : ", ") + row[c].tekst;
    }
    return out;
  }

  void conditions(const Grootheid& g, const std::vector<Cel>& row, const std::string& label,
                  const std::vector<std::size_t>& results) {
    for (std::size_t c = 0; c < std::min(row.size(), t_.kop.size()); ++c) {
      if (head(c).starts_with("geldig_") || std::find(results.begin(), results.end(), c) != results.end()) continue;
      const Plek plek{g.naam, label + ", kolom " + head(c), 0};
      const int own_key = is_key(head(c)) ? o_.regeling.sleutel(head(c)) : -1;
      if (head(c) == "reden") {
        const std::string reasons = g.naam + "_reden";  // a quantity of its own, seen by other cases
        if (o_.bereik.grootheid(reasons)) cell({reasons, plek.tekst, 0}, row[c], Vorm{Soort::tekst, {}}, -1);
      } else if (!is_note(head(c))) {
        condition(plek, row[c], own_key);
      }
    }
  }

  /// `*`, or alternatives between `;`: a value, `< x` or `x t/m y`.
  void condition(const Plek& plek, const Cel& cel, int key) {
    if (cel.tekst == "*") return;
    const std::string_view whole = cel.tekst;
    for (std::size_t at = 0; at <= whole.size();) {
      const std::size_t end = std::min(whole.find(';', at), whole.size());
      const std::size_t through = whole.substr(at, end - at).find(" t/m ");
      if (through != std::string_view::npos) {
        bound(plek, cel, at, at + through, key);
        bound(plek, cel, at + through + 5, end, key);
      } else {
        bound(plek, cel, at, end, key);
      }
      at = end + 1;
    }
  }

  /// One value of a condition, between two bytes of the cell, with the sign before it.
  void bound(const Plek& plek, const Cel& cel, std::size_t begin, std::size_t end, int key) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kSigns = {
        {{"<=", "<"}, {">=", ">"}, {"<>", "="}, {"<", "<="}, {">", ">="}, {"=", "<>"}}};
    const auto skip_blanks = [&] {
      while (begin < end && cel.tekst[begin] == ' ') ++begin;
    };
    skip_blanks();
    for (const auto& [sign, other] : kSigns) {
      if (!std::string_view(cel.tekst).substr(begin, end - begin).starts_with(sign)) continue;
      uit_.vervang(plek, part(cel, begin, sign.size()), {std::string(other)});
      begin += sign.size();
      skip_blanks();
      break;
    }
    const std::string_view text = trim(std::string_view(cel.tekst).substr(begin, end - begin));
    if (!text.empty()) any_value(plek, {std::string(text), part(cel, begin, text.size())}, key);
  }

  /// The place of some bytes of a cell.
  static Positie part(const Cel& cel, std::size_t begin, std::size_t length) {
    const std::string_view text = cel.tekst;
    return {cel.positie.regel, cel.positie.kolom + static_cast<int>(char_count(text.substr(0, begin))),
            static_cast<int>(char_count(text.substr(begin, length)))};
  }

  /// A value of which only the text says what it is.
  void any_value(const Plek& plek, const Cel& cel, int key) {
    const auto others = andere_leden(o_.regeling, cel.tekst, key);
    if (key >= 0 || (!others.empty() && !is_digit(cel.tekst[0]))) return uit_.vervang(plek, cel.positie, others);
    if (parse_datum(cel.tekst)) return cell(plek, cel, Vorm{Soort::datum, {}}, -1);
    if (cel.tekst == "ja" || cel.tekst == "nee") return cell(plek, cel, Vorm{Soort::ja_nee, {}}, -1);
    const bool number = std::any_of(cel.tekst.begin(), cel.tekst.end(), is_digit);
    cell(plek, cel, Vorm{number ? Soort::getal : Soort::tekst, {}}, -1);
  }

  void cell(const Plek& plek, const Cel& cel, const Vorm& vorm, int key) {
    if (cel.tekst.empty() || o_.tekst.stuk(cel.positie) != cel.tekst) return;
    switch (vorm.soort) {
      case Soort::getal:
        return number(plek, cel);
      case Soort::datum:
        return uit_.vervang(plek, cel.positie, {dag_later(cel.tekst)});
      case Soort::ja_nee:
        return uit_.vervang(plek, cel.positie, {cel.tekst == "ja" ? "nee" : "ja"});
      case Soort::tekst:
        break;
    }
    uit_.vervang(plek, cel.positie,
                 key >= 0 ? andere_leden(o_.regeling, cel.tekst, key) : std::vector{cel.tekst + "x"});
  }

  void number(const Plek& plek, const Cel& cel) {
    const std::size_t begin = std::min(cel.tekst.find_first_of("0123456789"), cel.tekst.size());
    std::size_t end = begin;
    while (end < cel.tekst.size() && (is_digit(cel.tekst[end]) || cel.tekst[end] == ',' || cel.tekst[end] == '.'))
      ++end;
    if (begin == end) return;
    const std::string digits = cel.tekst.substr(begin, end - begin);
    const Positie at = part(cel, begin, end - begin);
    uit_.vervang(plek, at, andere_getallen(digits));
    const bool zero = digits.find_first_of("123456789") == std::string::npos;
    if (cel.tekst.ends_with('%') && !zero) uit_.vervang(plek, at, {dubbel(digits)});
  }

  const Omgeving& o_;
  const TabelBlok& t_;
  const Bijschrift& b_;
  Verzameling& uit_;
};

}  // namespace

void muteer_tabellen(const Omgeving& o, Verzameling& uit) {
  Bevindingen ignored;
  for (const TabelBlok& t : o.regeling.document.tabellen) {
    if (const auto b = read_bijschrift(o.regeling, t, ignored)) Tabelmuteerder(o, t, *b, uit).run();
  }
}

}  // namespace mutatie
