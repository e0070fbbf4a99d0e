// The cutting: memchr finds line ends and quotes; only rows that hold a quote take the careful path.
#include "feiten/csv.hpp"

#include <algorithm>
#include <cstring>

#include "feiten/grenzen.hpp"

namespace zorgkader::feiten {
namespace {

const char* find(char wanted, const char* begin, const char* end) {
  if (begin == end) return end;
  const void* hit = std::memchr(begin, wanted, static_cast<std::size_t>(end - begin));
  return hit == nullptr ? end : static_cast<const char*>(hit);
}

std::string_view view(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

/// The end of the line without the CR of a CRLF.
const char* without_cr(const char* begin, const char* end) {
  return end != begin && end[-1] == '\r' ? end - 1 : end;
}

inline void add(const char* begin, const char* end, const char* row, Rij& rij, Gebrek gebrek = Gebrek::geen) {
  const auto length = static_cast<std::size_t>(end - begin);
  Cel& cel = rij.cellen.emplace_back();
  cel.tekst = {begin, length};
  cel.plek = static_cast<std::uint32_t>(begin - row);
  cel.gebrek = gebrek;
  if (length <= kMaxCelBytes) return;
  cel.tekst = cel.tekst.substr(0, kMaxCelBytes);
  if (gebrek == Gebrek::geen) cel.gebrek = Gebrek::te_lang;
}

}  // namespace

CsvLezer::CsvLezer(std::string_view inhoud, char scheiding)
    : scheiding_(scheiding), at_(inhoud.data()), end_(at_ + inhoud.size()), quote_(find('"', at_, end_)) {}

bool CsvLezer::next(Rij& rij) & {
  if (at_ == end_) return false;
  rij.regel = regel_;
  rij.cellen.clear();
  const char* line_end = find('\n', at_, end_);
  if (quote_ < at_) quote_ = find('"', at_, end_);
  if (quote_ < line_end) {
    read_quoted(rij);
    return true;
  }
  read_plain(without_cr(at_, line_end), rij);
  at_ = line_end == end_ ? end_ : line_end + 1;
  ++regel_;
  return true;
}

void CsvLezer::read_plain(const char* end, Rij& rij) const {
  rij.bron = view(at_, end);
  for (const char* cell = at_;;) {
    const char* stop = cell;
    while (stop != end && *stop != scheiding_) ++stop;
    add(cell, stop, at_, rij);
    if (stop == end || rij.cellen.size() > kMaxKolommen) return;
    cell = stop + 1;
  }
}

/// One row that holds a quote somewhere: cell by cell, across line ends inside quotes.
void CsvLezer::read_quoted(Rij& rij) {
  const char* const row = at_;
  const char* cell = at_;
  ontdubbeld_.clear();
  for (;;) {
    const char* stop = cell;
    if (cell != end_ && *cell == '"') {
      stop = quoted_cell(cell, row, rij);
    } else {
      while (stop != end_ && *stop != scheiding_ && *stop != '\n') ++stop;
      const char* cell_end = stop != end_ && *stop == '\n' ? without_cr(cell, stop) : stop;
      const bool stray = find('"', cell, cell_end) != cell_end;
      add(cell, cell_end, row, rij, stray ? Gebrek::losse_aanhaling : Gebrek::geen);
    }
    if (rij.cellen.size() > kMaxKolommen) stop = find('\n', stop, end_);
    if (stop == end_ || *stop == '\n') {
      rij.bron = view(row, without_cr(row, stop));
      at_ = stop == end_ ? end_ : stop + 1;
      regel_ += 1 + static_cast<std::uint32_t>(std::count(row, stop, '\n'));
      return;
    }
    cell = stop + 1;
  }
}

/// The cell whose opening quote is at `open`; returns the separator or line end behind it.
const char* CsvLezer::quoted_cell(const char* open, const char* row, Rij& rij) {
  const char* const begin = open + 1;
  bool doubled = false;
  const char* quote = find('"', begin, end_);
  while (quote != end_ && quote + 1 != end_ && quote[1] == '"') {
    doubled = true;
    quote = find('"', quote + 2, end_);
  }
  const char* stop = quote == end_ ? end_ : quote + 1;
  while (stop != end_ && *stop != scheiding_ && *stop != '\n') ++stop;
  const char* after = quote == end_ ? end_ : quote + 1;
  const char* clean_stop = stop == end_ || *stop == '\n' ? without_cr(after, stop) : stop;
  const Gebrek gebrek = quote == end_         ? Gebrek::open_aanhaling
                        : clean_stop != after ? Gebrek::na_aanhaling
                                              : Gebrek::geen;
  add(begin, quote, row, rij, gebrek);
  Cel& cel = rij.cellen.back();
  cel.plek = static_cast<std::uint32_t>(open - row);
  if (doubled && cel.gebrek == Gebrek::geen) cel.tekst = without_doubling(begin, quote);
  return stop;
}

std::string_view CsvLezer::without_doubling(const char* begin, const char* end) {
  std::string& text = ontdubbeld_.emplace_back();
  for (const char* at = begin; at != end; ++at) {
    text += *at;
    if (*at == '"') ++at;  // the second of a pair; quoted_cell saw to it that there is one
  }
  return text;
}

}  // namespace zorgkader::feiten
