// Werkboek: the one place that knows libxlsxwriter's workbook, with the formats that sheets share.
#pragma once

#include <xlsxwriter.h>

#include <functional>
#include <optional>
#include <set>
#include <string>

#include "rapport/uitkomst.hpp"
#include "values/bevinding.hpp"

namespace zorgkader {

/// Cell formats; libxlsxwriter owns them.
struct Opmaak {
  lxw_format* kop = nullptr;
  lxw_format* is_concept = nullptr;
  lxw_format* getal = nullptr;
  lxw_format* euro = nullptr;
  lxw_format* procent = nullptr;
  lxw_format* datum = nullptr;
  lxw_format* rechts = nullptr;  ///< numbers that stand as text
};

/// A workbook that closes itself, and remembers the first thing that went wrong.
class Werkboek {
 public:
  Werkboek(const std::string& pad, bool constant_memory, const std::string& titel);
  ~Werkboek();
  Werkboek(const Werkboek&) = delete;
  Werkboek& operator=(const Werkboek&) = delete;

  const Opmaak& opmaak() const { return opmaak_; }

  /// A sheet name of at most 31 characters that no other sheet has, made from `wens`; then the sheet itself.
  std::string free_name(const std::string& wens);
  lxw_worksheet* add_sheet(const std::string& naam);

  /// A chart of LXW_CHART_..., that is shown once it is inserted in a sheet.
  lxw_chart* add_chart(std::uint8_t soort) { return workbook_add_chart(boek_, soort); }

  void write_text(lxw_worksheet* blad, std::uint32_t row, std::uint16_t column, const std::string& text,
                  lxw_format* format = nullptr);
  /// Not for amounts that need more than a double holds: the caller has checked.
  void write_number(lxw_worksheet* blad, std::uint32_t row, std::uint16_t column, double number, lxw_format* format);

  lxw_format* number_format(const Vorm& vorm) const;
  /// Excel counts days rightly only from 1 March 1900: earlier days stand as ISO text.
  void write_date(lxw_worksheet* blad, std::uint32_t row, std::uint16_t column, Datum datum);
  /// A value of any kind in the format of its form. What a double does not hold is written as text; then the result is
  /// the number as a fraction, else it is empty.
  std::string write_value(lxw_worksheet* blad, std::uint32_t row, std::uint16_t column, const Waarde& waarde,
                          const Vorm& vorm);

  /// Writes the file. Empty when all went well, else a sentence that says what went wrong.
  std::string close();

 private:
  void note(lxw_error error);

  lxw_workbook* boek_;
  lxw_error error_ = LXW_NO_ERROR;
  Opmaak opmaak_;
  std::set<std::string> namen_;  // in lower case
};

/// The number of a decimal text, when a double holds it without any change.
std::optional<double> as_double(const std::string& decimal);

/// Runs `write` on a name beside `pad`, and renames what it made when it gives no reason why not: on failure `pad` is
/// as it was. Gives the size of the file.
Result<std::uintmax_t> write_whole(const std::string& pad, const std::function<std::string(const std::string&)>& write);

/// A finding when a sheet cannot hold so many rows.
std::optional<Bevinding> too_many_rows(const std::string& naam, std::size_t rijen, const std::string& pad);

}  // namespace zorgkader
