// Reports as a workbook: a sheet that says what it is about, then one for each table.
#include <algorithm>

#include "rapport/bladgrafiek.hpp"
#include "rapport/rapport.hpp"
#include "rapport/tekens.hpp"
#include "rapport/uitkomst.hpp"
#include "rapport/werkboek.hpp"

namespace zorgkader {
namespace {

class Voorblad {
 public:
  Voorblad(Werkboek& boek, const Rapport& r) : boek_(boek), r_(r), blad_(boek.add_sheet(boek.free_name("Overzicht"))) {}

  void write(const std::vector<std::string>& bladen) {
    pair("rapport", r_.titel);
    pair("status", r_.is_concept ? "concept" : "definitief", r_.is_concept ? boek_.opmaak().is_concept : nullptr);
    for (const auto& [naam, waarde] : r_.gegevens) pair(naam, waarde);
    for (const std::string& bron : r_.bronnen) pair("bron", bron);
    ++row_;
    for (std::size_t i = 0; i < bladen.size(); ++i) about(bladen[i], r_.tabellen[i]);
    for (const std::string& text : r_.signalen) pair("signaal", text);
    for (const std::string& text : r_.opmerkingen) pair("", text);
    if (r_.is_concept) boek_.write_text(blad_, ++row_, 0, kConceptZin, boek_.opmaak().is_concept);
    worksheet_set_column(blad_, 0, 0, 24, nullptr);
    worksheet_set_column(blad_, 1, 1, 100, nullptr);
  }

 private:
  void pair(const std::string& naam, const std::string& value, lxw_format* format = nullptr) {
    boek_.write_text(blad_, row_, 0, naam, boek_.opmaak().kop);
    boek_.write_text(blad_, row_++, 1, value, format);
  }

  /// Which table a sheet holds, with the sentences around it.
  void about(const std::string& blad, const Rapporttabel& tabel) {
    pair("blad " + blad, tabel.titel);
    if (!tabel.uitleg.empty()) pair("", tabel.uitleg);
    if (tabel.rijen.empty()) pair("", tabel.leeg);
    for (const std::string& noot : tabel.noten) pair("", noot);
  }

  Werkboek& boek_;
  const Rapport& r_;
  lxw_worksheet* blad_;
  std::uint32_t row_ = 0;
};

/// The table from row 1 on, so that it filters; a column with what a workbook cannot hold has its fraction at the end.
class Rapportblad {
 public:
  Rapportblad(Werkboek& boek, const std::string& naam, const Rapporttabel& t)
      : boek_(boek),
        naam_(naam),
        t_(t),
        blad_(boek.add_sheet(naam)),
        totals_(has_totals(t)),
        free_(static_cast<std::uint16_t>(t.kolommen.size() + (totals_ ? 2 : 1))) {}

  void write() {
    const auto count = static_cast<std::uint16_t>(t_.kolommen.size());
    for (std::uint16_t i = 0; i < count; ++i) {
      const std::string kop = kop_van(t_.kolommen[i]);
      boek_.write_text(blad_, 0, i, kop, boek_.opmaak().kop);
      std::size_t longest = display_width(kop);
      for (const std::string& text : teksten_van(t_, i)) longest = std::max(longest, display_width(text));
      worksheet_set_column(blad_, i, i, static_cast<double>(std::clamp<std::size_t>(longest + 4, 10, 60)), nullptr);
    }
    if (totals_) boek_.write_text(blad_, 0, count, "rijsoort", boek_.opmaak().kop);
    for (std::size_t row = 0; row < t_.rijen.size(); ++row) write_row(row);
    worksheet_freeze_panes(blad_, 1, 0);
    worksheet_autofilter(blad_, 0, 0, static_cast<lxw_row_t>(t_.rijen.size()),
                         static_cast<lxw_col_t>(count - (totals_ ? 0 : 1)));
    std::uint32_t line = 1;
    for (const Tabelgrafiek& drawn : grafieken_van(t_))
      line += 1 + insert_grafiek(boek_, blad_, naam_, t_, drawn, {line, free_});
  }

 private:
  static bool has_totals(const Rapporttabel& t) {
    return std::any_of(t.rijen.begin(), t.rijen.end(), [](const Rapportrij& r) { return r.soort != Rijsoort::rij; });
  }

  void write_row(std::size_t at) {
    const Rapportrij& row = t_.rijen[at];
    const auto line = static_cast<std::uint32_t>(at + 1);
    for (std::uint16_t i = 0; i < row.cellen.size(); ++i) {
      const Rapportcel& cel = row.cellen[i];
      if (cel.weggelaten)
        boek_.write_text(blad_, line, i, kWeggelaten, boek_.opmaak().rechts);
      else if (cel.waarde)
        write_exact(line, i, boek_.write_value(blad_, line, i, *cel.waarde, t_.kolommen[i].vorm));
    }
    if (totals_) boek_.write_text(blad_, line, static_cast<std::uint16_t>(row.cellen.size()), rijsoort_naam(row.soort));
  }

  void write_exact(std::uint32_t line, std::uint16_t column, const std::string& fraction) {
    if (fraction.empty()) return;
    const auto behind = static_cast<std::uint16_t>(t_.kolommen.size() + 1 + column);
    boek_.write_text(blad_, 0, behind, "exact " + kop_van(t_.kolommen[column]), boek_.opmaak().kop);
    boek_.write_text(blad_, line, behind, fraction);
    free_ = std::max<std::uint16_t>(free_, behind + 2);
  }

  Werkboek& boek_;
  std::string naam_;
  const Rapporttabel& t_;
  lxw_worksheet* blad_;
  bool totals_;
  std::uint16_t free_;  ///< the first column with room beside all that is written
};

std::string write_workbook(const Rapport& r, const std::string& pad) {
  Werkboek boek(pad, false, r.titel);
  Voorblad front(boek, r);
  std::vector<std::string> bladen;
  for (const Rapporttabel& t : r.tabellen) bladen.push_back(boek.free_name(t.naam));
  front.write(bladen);
  for (std::size_t i = 0; i < bladen.size(); ++i) Rapportblad(boek, bladen[i], r.tabellen[i]).write();
  return boek.close();
}

}  // namespace

Result<std::uintmax_t> write_xlsx(const Rapport& r, const std::string& pad) {
  for (const Rapporttabel& t : r.tabellen) {
    if (const auto found = too_many_rows(t.naam, t.rijen.size(), pad)) return *found;
  }
  return write_whole(pad, [&](const std::string& beside) { return write_workbook(r, beside); });
}

}  // namespace zorgkader
