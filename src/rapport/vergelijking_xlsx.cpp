// Comparisons as a workbook: a sheet with the sides, then one for each quantity.
#include <algorithm>

#include "rapport/tekens.hpp"
#include "rapport/vergelijking.hpp"
#include "rapport/waarden.hpp"
#include "rapport/werkboek.hpp"

namespace zorgkader {
namespace {

class Zijdenblad {
 public:
  Zijdenblad(Werkboek& boek, const Vergelijking& v)
      : boek_(boek), v_(v), blad_(boek.add_sheet(boek.free_name("Overzicht"))) {}

  void write() {
    line({v_.opening}, boek_.opmaak().kop);
    ++row_;
    line({v_.zijnaam, "regeling", "bestand", "versie", "peildatum", "vingerafdruk", "gezet"}, boek_.opmaak().kop);
    for (const Zijde& z : v_.zijden) {
      std::string set;
      for (const auto& [naam, waarde] : z.gezet) set += (set.empty() ? "" : "; ") + naam + "=" + waarde;
      line({z.titel, z.regeling, z.bestand, z.versie, z.peildatum, z.vingerafdruk, set});
    }
    ++row_;
    for (const std::string& text : v_.slot) line({text});
    const bool any = std::any_of(v_.tabellen.begin(), v_.tabellen.end(), [](const auto& t) { return t.is_concept; });
    if (any) line({kConceptZin}, boek_.opmaak().is_concept);
    constexpr double kWidths[] = {30, 40, 50, 10, 12, 20, 30};
    lxw_col_t column = 0;
    for (double width : kWidths) {
      worksheet_set_column(blad_, column, column, width, nullptr);
      ++column;
    }
  }

 private:
  void line(const std::vector<std::string>& cells, lxw_format* format = nullptr) {
    std::uint16_t column = 0;
    for (const std::string& c : cells) boek_.write_text(blad_, row_, column++, c, format);
    ++row_;
  }

  Werkboek& boek_;
  const Vergelijking& v_;
  lxw_worksheet* blad_;
  std::uint32_t row_ = 0;
};

class Tabelblad {
 public:
  Tabelblad(Werkboek& boek, const std::string& naam, const Vergelijktabel& t)
      : boek_(boek), t_(t), blad_(boek.add_sheet(naam)), exact_(t.kolommen.size(), 0) {}

  void write() {
    std::uint16_t column = 0;
    const auto head = [&](const std::string& text) { boek_.write_text(blad_, 0, column++, text, boek_.opmaak().kop); };
    for (const SleutelKolom& k : t_.sleutels) head(k.naam);
    for (const Vergelijkkolom& k : t_.kolommen) head(k.titel);
    head("eenheid");
    head("status");
    behind_ = column;
    for (std::size_t row = 0; row < t_.size(); ++row) write_row(row);
    worksheet_freeze_panes(blad_, 1, static_cast<lxw_col_t>(t_.sleutels.size()));
    worksheet_autofilter(blad_, 0, 0, static_cast<lxw_row_t>(t_.size()), static_cast<lxw_col_t>(behind_ - 1));
    worksheet_set_column(blad_, 0, static_cast<lxw_col_t>(behind_ - 1), 18, nullptr);
  }

 private:
  void write_row(std::size_t row) {
    const auto line = static_cast<std::uint32_t>(row + 1);
    std::uint16_t column = 0;
    for (const SleutelKolom& k : t_.sleutels) boek_.write_text(blad_, line, column++, k.at(row));
    std::vector<std::string> fractions(t_.kolommen.size());
    for (std::size_t i = 0; i < fractions.size(); ++i, ++column) {
      const auto& cell = t_.kolommen[i].zichtbaar()[row];
      if (cell) fractions[i] = boek_.write_value(blad_, line, column, *cell, t_.vorm);
    }
    boek_.write_text(blad_, line, column++, eenheid_tekst(t_.vorm));
    boek_.write_text(blad_, line, column, t_.is_concept ? "concept" : "definitief",
                     t_.is_concept ? boek_.opmaak().is_concept : nullptr);
    for (std::size_t i = 0; i < fractions.size(); ++i) {
      if (!fractions[i].empty()) boek_.write_text(blad_, line, exact_column(i), fractions[i]);
    }
  }

  /// The column for fractions of column `i`, made when the first one comes.
  std::uint16_t exact_column(std::size_t i) {
    if (exact_[i] == 0) {
      exact_[i] = static_cast<std::uint16_t>(behind_ + made_++);
      boek_.write_text(blad_, 0, exact_[i], "exact " + t_.kolommen[i].titel, boek_.opmaak().kop);
    }
    return exact_[i];
  }

  Werkboek& boek_;
  const Vergelijktabel& t_;
  lxw_worksheet* blad_;
  std::vector<std::uint16_t> exact_;  // 0: none yet
  int behind_ = 0, made_ = 0;
};

std::string write_workbook(const Vergelijking& v, const std::string& pad) {
  Werkboek boek(pad, false, v.opening);
  Zijdenblad(boek, v).write();
  for (const Vergelijktabel& t : v.tabellen) Tabelblad(boek, boek.free_name(t.naam), t).write();
  return boek.close();
}

}  // namespace

Result<std::uintmax_t> write_xlsx(const Vergelijking& v, const std::string& pad) {
  for (const Vergelijktabel& t : v.tabellen) {
    if (const auto found = too_many_rows(t.naam, t.size(), pad)) return *found;
  }
  return write_whole(pad, [&](const std::string& beside) { return write_workbook(v, beside); });
}

}  // namespace zorgkader
