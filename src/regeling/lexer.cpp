// Reading words: numbers and dates in Dutch notation, names, texts between quotation marks, signs.
#include "regeling/lexer.hpp"

#include <array>

#include "regeling/utf8.hpp"
#include "values/notatie.hpp"

namespace zorgkader {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::string_view kEuro = "€";
/// Longer signs first.
constexpr std::array<std::string_view, 21> kSigns = {":=", "<=", ">=", "<>", "+", "-", "*", "/", "^", "=", "<",
                                                     ">",  "(",  ")",  "[",  "]", ",", ";", ".", "~", "%"};

class LineLexer {
 public:
  LineLexer(const Regels& regels, std::string_view line, int number, Bevindingen& found)
      : regels_(regels), line_(line), number_(number), found_(found) {}

  /// Appends the words of the line; false when something could not be read.
  bool run(std::vector<Woord>& out) {
    while (ok_) {
      blank_ = at_;
      while (at_ < line_.size() && (line_[at_] == ' ' || line_[at_] == '\t' || line_[at_] == '\r')) ++at_;
      if (at_ >= line_.size()) return true;
      start_ = at_;
      Woord word = next();
      word.vast = blank_ == start_ && start_ > 0;
      word.positie = {number_, char_column(line_, start_),
                      static_cast<int>(char_count(line_.substr(start_, at_ - start_)))};
      if (ok_) out.push_back(std::move(word));
    }
    return false;
  }

 private:
  Woord next() {
    const char c = line_[at_];
    if (is_digit(c)) return number_or_date();
    if (c == '"') return quoted();
    if (line_.substr(at_).starts_with(kEuro)) return sized(Woordsoort::naam, kEuro.size());
    if (is_letter(c)) {
      std::size_t end = at_;
      while (end < line_.size() && (is_letter(line_[end]) || is_digit(line_[end])) &&
             !line_.substr(end).starts_with(kEuro))
        ++end;
      return sized(Woordsoort::naam, end - at_);
    }
    for (std::string_view sign : kSigns) {
      if (line_.substr(at_).starts_with(sign)) return sized(Woordsoort::teken, sign.size());
    }
    fail("formule-fout", "Dit teken hoort niet in een formule.",
         "Haal het teken weg, of zet tekst tussen aanhalingstekens.", 1);
    return {};
  }

  Woord sized(Woordsoort kind, std::size_t length) {
    Woord out;
    out.soort = kind;
    out.tekst = line_.substr(at_, length);
    at_ += length;
    return out;
  }

  Woord quoted() {
    const auto end = line_.find('"', at_ + 1);
    if (end == std::string_view::npos) {
      fail("formule-fout", "Het aanhalingsteken wordt op deze regel niet gesloten.",
           "Zet een tweede \" achter de tekst.", 1);
      return {};
    }
    Woord out;
    out.soort = Woordsoort::tekst;
    out.tekst = line_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return out;
  }

  std::size_t digits_from(std::size_t from) const {
    std::size_t end = from;
    while (end < line_.size() && is_digit(line_[end])) ++end;
    return end;
  }

  /// `2022-03-01` or `1 maart 2022` at the current place.
  bool date(Woord& out) {
    const auto rest = line_.substr(at_);
    if (rest.size() >= 10 && rest[4] == '-' && rest[7] == '-' && digits_from(at_) == at_ + 4 &&
        digits_from(at_ + 5) == at_ + 7 && digits_from(at_ + 8) == at_ + 10) {
      return accept_date(rest.substr(0, 10), out);
    }
    const std::size_t day = digits_from(at_);
    if (day - at_ > 2 || day >= line_.size() || line_[day] != ' ') return false;
    std::size_t month = day + 1;
    while (month < line_.size() && is_letter(line_[month])) ++month;
    if (!month_from_name(line_.substr(day + 1, month - day - 1)) || month >= line_.size() || line_[month] != ' ')
      return false;
    const std::size_t year = digits_from(month + 1);
    if (year - month != 5) return false;
    return accept_date(line_.substr(at_, year - at_), out);
  }

  bool accept_date(std::string_view text, Woord& out) {
    const auto value = parse_datum(text);
    if (!value) {
      fail("formule-fout", "Deze datum bestaat niet.", "Schrijf een bestaande dag, zoals 2022-03-01 of 1 maart 2022.",
           text.size());
      return true;
    }
    out = sized(Woordsoort::datum, text.size());
    out.datum = *value;
    return true;
  }

  Woord number_or_date() {
    Woord out;
    if (date(out)) return out;
    std::size_t end = digits_from(at_);
    while (end + 1 < line_.size() && (line_[end] == '.' || line_[end] == ',') && is_digit(line_[end + 1]))
      end = digits_from(end + 1);
    const auto value = parse_getal(line_.substr(at_, end - at_), Notatie::nederlands);
    if (const auto* error = std::get_if<GetalFout>(&value)) {
      const auto length = end - at_;
      if (*error == GetalFout::dubbelzinnig)
        fail("getal-dubbelzinnig", "Dit getal kan duizend keer zo groot bedoeld zijn.", "", length);
      else
        fail("formule-fout", "Dit is geen getal in Nederlandse notatie.", "Schrijf bijvoorbeeld 1.265,00 of 3,87%.",
             length);
      return out;
    }
    out = sized(Woordsoort::getal, end - at_);
    out.getal = std::get<Getal>(value);
    if (at_ < line_.size() && line_[at_] == '%') {
      ++at_;
      out.procent = true;
      out.tekst += '%';
      out.getal = out.getal / Getal(100);
    }
    return out;
  }

  void fail(const char* code, std::string what, std::string remedy, std::size_t length) {
    const int column = char_column(line_, at_);
    found_.push_back(regels_.bevinding(code, {number_, column, static_cast<int>(char_count(line_.substr(at_, length)))},
                                       std::move(what), std::move(remedy)));
    ok_ = false;
  }

  const Regels& regels_;
  std::string_view line_;
  int number_;
  Bevindingen& found_;
  std::size_t at_ = 0, start_ = 0, blank_ = 0;
  bool ok_ = true;
};

}  // namespace

std::vector<Opdracht> split_opdrachten(const Regels& regels, const RegelBlok& blok, Bevindingen& found) {
  std::vector<Opdracht> out;
  bool readable = true;
  int number = blok.eerste_regel;
  const auto close = [&] {
    if (out.empty()) return;
    if (!readable)
      out.pop_back();
    else {
      Woord end;
      const auto& last = out.back().woorden.back().positie;
      end.positie = {last.regel, last.kolom + last.lengte, 1};
      out.back().woorden.push_back(end);
    }
    readable = true;
  };
  for (std::string_view rest = blok.tekst; !rest.empty(); ++number) {
    const auto end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const bool margin = line.front() != ' ' && line.front() != '\t';
    if (margin) {
      close();
      out.emplace_back();
    } else if (out.empty()) {
      found.push_back(regels.bevinding("formule-fout", {number, 1, 0},
                                       "Deze regel springt in, maar er staat niets boven waar hij bij hoort.",
                                       "Laat een bepaling aan de kantlijn beginnen."));
      continue;
    }
    out.back().regelstarts.push_back(out.back().woorden.size());
    readable = LineLexer(regels, line, number, found).run(out.back().woorden) && readable;
    constexpr std::size_t kMostWords = 2000;
    if (out.back().woorden.size() > kMostWords) {
      if (readable)
        found.push_back(regels.bevinding("formule-fout", out.back().woorden[0].positie,
                                         "Deze bepaling is te lang om te lezen.",
                                         "Splits haar in grootheden met een naam."));
      readable = false;
      out.back().woorden.resize(kMostWords);
    }
  }
  close();
  return out;
}

}  // namespace zorgkader
