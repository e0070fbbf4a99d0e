// Werkboek: formats, sheet names and closing.
#include "rapport/werkboek.hpp"

#include <algorithm>

#include "rapport/tekens.hpp"

namespace zorgkader {
namespace {

constexpr std::size_t kLongestSheetName = 31;
constexpr time_t kCreated = 946'684'800;  // 2000-01-01: the moment of writing would make every file different

/// The first `count` characters.
std::string first_characters(const std::string& text, std::size_t count) {
  std::size_t end = 0;
  for (; end < text.size(); ++end) {
    const bool begins = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
    if (begins && count-- == 0) break;
  }
  return text.substr(0, end);
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return text;
}

/// Without the characters that Excel refuses in a sheet name.
std::string allowed(const std::string& wens) {
  std::string out = to_printable(wens);
  for (char& c : out) c = std::string_view("[]:*?/\\").find(c) == std::string_view::npos ? c : '_';
  if (out.empty()) return "blad";
  if (out.front() == '\'') out.front() = '_';
  return out;
}

lxw_format* number_format(lxw_workbook* boek, const char* code) {
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
  out.getal = number_format(boek, "General");
  out.euro = number_format(boek, "[$€-413] #,##0.00######;-[$€-413] #,##0.00######");
  out.procent = number_format(boek, "0.00######%");
  out.datum = number_format(boek, "dd-mm-yyyy");
  out.rechts = workbook_add_format(boek);
  format_set_align(out.rechts, LXW_ALIGN_RIGHT);
  return out;
}

}  // namespace

Werkboek::Werkboek(const std::string& pad, bool constant_memory, const Berekening& berekening) {
  lxw_workbook_options options{};
  options.constant_memory = constant_memory ? LXW_TRUE : LXW_FALSE;
  boek_ = workbook_new_opt(pad.c_str(), &options);
  opmaak_ = make_formats(boek_);
  std::string title = first_characters(to_printable(berekening.regeling), 255);
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

std::string Werkboek::close() {
  note(workbook_close(boek_));
  boek_ = nullptr;
  if (error_ == LXW_NO_ERROR) return "";
  if (error_ == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED) return "een tekst is langer dan 32.767 tekens.";
  return lxw_strerror(error_);
}

}  // namespace zorgkader
