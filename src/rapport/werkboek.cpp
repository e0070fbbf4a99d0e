// Werkboek: formats, sheet names and closing.
#include "rapport/werkboek.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "rapport/tekens.hpp"
#include "values/naam.hpp"
#include "values/notatie.hpp"

namespace zorgkader {
namespace {

constexpr std::size_t kLongestSheetName = 31;
constexpr std::size_t kDoubleDigits = 15;  // any decimal of 15 digits goes through a double unchanged
constexpr time_t kCreated = 946'684'800;   // 2000-01-01: the moment of writing would make every file different

/// The first `count` characters.
std::string first_characters(const std::string& text, std::size_t count) {
  std::size_t end = 0;
  for (; end < text.size(); ++end) {
    const bool begins = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
    if (begins && count-- == 0) break;
  }
  return text.substr(0, end);
}

/// Without the characters that Excel refuses in a sheet name, and without quotes, which stand around it in a formula.
std::string allowed(const std::string& wens) {
  std::string out = to_printable(wens);
  for (char& c : out) c = std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : '_';
  if (out.empty()) return "blad";
  return out;
}

std::size_t significant_digits(const std::string& decimal) {
  std::string digits;
  for (char c : decimal) {
    if (c >= '0' && c <= '9') digits += c;
  }
  digits.erase(0, digits.find_first_not_of('0'));
  return digits.find_last_not_of('0') + 1;  // npos + 1 is 0
}

lxw_format* format_with(lxw_workbook* boek, const char* code) {
  lxw_format* format = workbook_add_format(boek);
  format_set_num_format(format, code);
  return format;
}

/// Codes are written in the notation of the file format; a Dutch Excel shows them with a decimal comma. Decimals beyond
/// the usual two stay visible.
Opmaak make_formats(lxw_workbook* boek) {
  Opmaak out;
  out.kop = workbook_add_format(boek);
  format_set_bold(out.kop);
  format_set_bottom(out.kop, LXW_BORDER_THIN);
  out.is_concept = workbook_add_format(boek);
  format_set_bold(out.is_concept);
  format_set_bg_color(out.is_concept, 0xFFEB9C);
  out.getal = format_with(boek, "General");
  out.euro = format_with(boek, "[$€-413] #,##0.00######;-[$€-413] #,##0.00######");
  out.procent = format_with(boek, "0.00######%");
  out.datum = format_with(boek, "dd-mm-yyyy");
  out.rechts = workbook_add_format(boek);
  format_set_align(out.rechts, LXW_ALIGN_RIGHT);
  return out;
}

}  // namespace

std::optional<double> as_double(const std::string& decimal) {
  double number = 0;
  if (significant_digits(decimal) > kDoubleDigits) return std::nullopt;
  const auto [end, error] = std::from_chars(decimal.data(), decimal.data() + decimal.size(), number);
  return error == std::errc{} ? std::optional(number) : std::nullopt;
}

Werkboek::Werkboek(const std::string& pad, bool constant_memory, const std::string& titel) {
  lxw_workbook_options options{};
  options.constant_memory = constant_memory ? LXW_TRUE : LXW_FALSE;
  boek_ = workbook_new_opt(pad.c_str(), &options);
  opmaak_ = make_formats(boek_);
  std::string title = first_characters(to_printable(titel), 255);
  std::string author = "Zorgkader";
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.author = author.data();
  properties.created = kCreated;
  note(workbook_set_properties(boek_, &properties));
}

Werkboek::~Werkboek() {
  if (boek_ != nullptr) workbook_close(boek_);
}

void Werkboek::note(lxw_error error) {
  if (error_ == LXW_NO_ERROR) error_ = error;
}

std::string Werkboek::free_name(const std::string& wens) {
  const std::string base = allowed(wens);
  for (int number = 1;; ++number) {
    const std::string tail = number == 1 ? "" : "~" + std::to_string(number);
    std::string naam = first_characters(base, kLongestSheetName - tail.size()) + tail;
    if (naam.back() == '\'') naam.back() = '_';
    if (lower(naam) != "history" && namen_.insert(lower(naam)).second) return naam;
  }
}

lxw_worksheet* Werkboek::add_sheet(const std::string& naam) {
  return workbook_add_worksheet(boek_, naam.c_str());
}

void Werkboek::write_text(lxw_worksheet* blad, std::uint32_t row, std::uint16_t column, const std::string& text,
                          lxw_format* format) {
  note(worksheet_write_string(blad, row, column, to_valid_utf8(text).c_str(), format));
}

void Werkboek::write_number(lxw_worksheet* blad, std::uint32_t row, std::uint16_t column, double number,
                            lxw_format* format) {
  note(worksheet_write_number(blad, row, column, number, format));
}

lxw_format* Werkboek::number_format(const Vorm& vorm) const {
  if (vorm.eenheid.shows_percent()) return opmaak_.procent;
  return vorm.eenheid.has_euro() ? opmaak_.euro : opmaak_.getal;
}

void Werkboek::write_date(lxw_worksheet* blad, std::uint32_t row, std::uint16_t column, Datum datum) {
  constexpr std::chrono::sys_days kZero = std::chrono::year(1899) / 12 / 30;
  constexpr int kFirst = 61;
  const auto days = (datum - kZero).count();
  if (days >= kFirst) return write_number(blad, row, column, static_cast<double>(days), opmaak_.datum);
  write_text(blad, row, column, format_datum(datum));
}

std::string Werkboek::write_value(lxw_worksheet* blad, std::uint32_t row, std::uint16_t column, const Waarde& waarde,
                                  const Vorm& vorm) {
  if (const auto* day = std::get_if<Datum>(&waarde)) {
    write_date(blad, row, column, *day);
    return "";
  }
  const auto* number = std::get_if<Getal>(&waarde);
  if (number == nullptr) {
    write_text(blad, row, column, format_plain(waarde, vorm));
    return "";
  }
  const auto held = ends(*number) ? as_double(format_plain(*number)) : std::nullopt;
  if (held) {
    write_number(blad, row, column, *held, number_format(vorm));
    return "";
  }
  write_text(blad, row, column, format_plain(waarde, vorm) + (vorm.eenheid.shows_percent() ? "%" : ""), opmaak_.rechts);
  return number->numerator().str() + "/" + number->denominator().str();
}

std::string Werkboek::close() {
  note(workbook_close(boek_));
  boek_ = nullptr;
  if (error_ == LXW_NO_ERROR) return "";
  if (error_ == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED) return "een tekst is langer dan 32.767 tekens.";
  return lxw_strerror(error_);
}

}  // namespace zorgkader
