// The sheet of one quantity: what a double holds as number, the rest as text with its fraction.
#include "rapport/blad.hpp"

#include <algorithm>

#include "rapport/tekens.hpp"
#include "rapport/waarden.hpp"

namespace zorgkader {
namespace {

constexpr std::size_t kRowsMeasured = 1'000;

/// One quantity on its sheet.
class Blad {
 public:
  Blad(Werkboek& boek, const std::string& naam, const Uitkomst& u)
      : boek_(boek),
        u_(u),
        blad_(boek.add_sheet(naam)),
        waarden_(u.tabel, Procent::getal),
        teksten_(u.tabel, Procent::honderdvoud),
        eenheid_(eenheid_tekst(u.tabel.vorm)) {}

  void write() {
    const bool exact = needs_exact();
    write_header(exact);
    for (std::size_t row = 0; row < u_.tabel.size(); ++row) write_row(row);
    const auto last = static_cast<lxw_row_t>(u_.tabel.size());
    worksheet_freeze_panes(blad_, 1, 0);
    worksheet_autofilter(blad_, 0, 0, last, static_cast<lxw_col_t>(value_column() + (exact ? 3 : 2)));
    set_widths();
  }

 private:
  std::uint16_t value_column() const { return static_cast<std::uint16_t>(u_.tabel.sleutels.size()); }

  /// The decimal text of a row, and the double that holds it, if one does.
  std::optional<double> number_at(std::size_t row) {
    cell_.clear();
    if (!waarden_.ends(row)) return std::nullopt;
    waarden_.append(cell_, row);
    return as_double(cell_);
  }

  bool needs_exact() {
    if (u_.tabel.vorm.soort != Soort::getal) return false;
    for (std::size_t row = 0; row < u_.tabel.size(); ++row) {
      if (!number_at(row)) return true;
    }
    return false;
  }

  void write_header(bool exact) {
    std::uint16_t column = 0;
    const auto put = [&](const std::string& naam) { boek_.write_text(blad_, 0, column++, naam, boek_.opmaak().kop); };
    for (const SleutelKolom& key : u_.tabel.sleutels) put(key.naam);
    for (const char* naam : {"waarde", "eenheid", "status"}) put(naam);
    if (exact) put("exact");
  }

  void write_row(std::size_t row) {
    const auto line = static_cast<std::uint32_t>(row + 1);
    std::uint16_t column = 0;
    for (const SleutelKolom& key : u_.tabel.sleutels) boek_.write_text(blad_, line, column++, key.at(row));
    write_value(row, line);
    boek_.write_text(blad_, line, static_cast<std::uint16_t>(column + 1), eenheid_);
    boek_.write_text(blad_, line, static_cast<std::uint16_t>(column + 2), status_naam(u_),
                     u_.is_voorbehoud() ? boek_.opmaak().is_concept : nullptr);
    if (fraction_.empty()) return;
    boek_.write_text(blad_, line, static_cast<std::uint16_t>(column + 3), fraction_);
    fraction_.clear();
  }

  void write_value(std::size_t row, std::uint32_t line) {
    const Vorm& vorm = u_.tabel.vorm;
    if (vorm.soort == Soort::datum)
      return boek_.write_date(blad_, line, value_column(), std::get<Datum>(u_.tabel.waarden.at(row)));
    if (vorm.soort != Soort::getal) {
      cell_.clear();
      teksten_.append(cell_, row);
      return boek_.write_text(blad_, line, value_column(), cell_);
    }
    if (const auto number = number_at(row)) {
      return boek_.write_number(blad_, line, value_column(), *number, boek_.number_format(vorm));
    }
    cell_.clear();
    teksten_.append(cell_, row);
    if (vorm.eenheid.shows_percent()) cell_ += '%';
    boek_.write_text(blad_, line, value_column(), cell_, boek_.opmaak().rechts);
    const Getal value = u_.tabel.waarden.getal(row);
    fraction_ = value.numerator().str() + "/" + value.denominator().str();
  }

  void set_widths() {
    const std::size_t rows = std::min(u_.tabel.size(), kRowsMeasured);
    for (std::uint16_t k = 0; k < value_column(); ++k) {
      std::size_t longest = display_width(u_.tabel.sleutels[k].naam);
      for (std::size_t row = 0; row < rows; ++row)
        longest = std::max(longest, display_width(u_.tabel.sleutels[k].at(row)));
      worksheet_set_column(blad_, k, k, static_cast<double>(std::clamp<std::size_t>(longest + 3, 10, 50)), nullptr);
    }
    worksheet_set_column(blad_, value_column(), value_column(), 20, nullptr);
    worksheet_set_column(blad_, static_cast<lxw_col_t>(value_column() + 1), static_cast<lxw_col_t>(value_column() + 3),
                         14, nullptr);
  }

  Werkboek& boek_;
  const Uitkomst& u_;
  lxw_worksheet* blad_;
  PlatteWaarden waarden_;
  PlatteWaarden teksten_;
  std::string eenheid_;
  std::string cell_;
  std::string fraction_;
};

}  // namespace

void write_blad(Werkboek& boek, const std::string& naam, const Uitkomst& uitkomst) {
  Blad(boek, naam, uitkomst).write();
}

}  // namespace zorgkader
