// CSV as RFC 4180 has it, cut into rows of cells that point into the text; no meaning is given to them here.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "feiten/rij.hpp"

namespace zorgkader::feiten {

/// Reads rows one by one from text that outlives it. Lines end in LF or CRLF; a quoted cell may hold either, and
/// separators, and doubled quotes. A row has at most kMaxKolommen + 1 cells: one more than allowed shows the fault.
class CsvLezer {
 public:
  CsvLezer(std::string_view inhoud, char scheiding);

  /// False at the end of the text. `rij` is reused, and points into this reader where quotes were doubled.
  bool next(Rij& rij) &;

 private:
  void read_plain(const char* end, Rij& rij) const;
  void read_quoted(Rij& rij);
  const char* quoted_cell(const char* at, const char* row, Rij& rij);
  std::string_view without_doubling(const char* begin, const char* end);

  char scheiding_;
  const char* at_;
  const char* end_;
  const char* quote_;  // first quote at or after at_, or end_: rows before it need no look at quotes
  std::uint32_t regel_ = 1;
  std::deque<std::string> ontdubbeld_;  // cells of the current row that had doubled quotes
};

}  // namespace zorgkader::feiten
