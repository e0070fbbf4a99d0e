// Cutting a cell: words, texts between quotation marks, comparisons, and `;` between parts.
#include "regeling/celwoorden.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "regeling/utf8.hpp"

namespace zorgkader {
namespace {

/// Longer signs first.
constexpr std::array<std::string_view, 7> kTekens = {"<=", ">=", "<>", "=", "<", ">", ";"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Letters of other alphabets included. What begins with C2 or E2 are signs: “, €, a blank that does not break.
bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (byte >= 0x80 && byte != 0xC2 && byte != 0xE2);
}

class Celsnijder {
 public:
  Celsnijder(const Regels& regels, const Cel& cel, const char* code, Bevindingen& found)
      : regels_(regels), cel_(cel), text_(cel.tekst), code_(code), found_(found) {}

  std::vector<Celdeel> run() {
    for (bool more = true; more;) {
      while (at_ < text_.size() && is_gap(text_[at_])) ++at_;
      more = at_ < text_.size() && next();
    }
    close();
    return std::move(out_);
  }

 private:
  static bool is_gap(char c) { return c == ' ' || c == '\t' || c == '`'; }

  bool next() {
    if (text_[at_] == '"') return quoted();
    for (const std::string_view teken : kTekens) {
      if (!text_.substr(at_).starts_with(teken)) continue;
      Celwoord word = take(Celwoord::Soort::teken, teken.size());
      if (teken != ";")
        part_.push_back(std::move(word));
      else
        close(&word.positie);
      return true;
    }
    const auto end = std::min(text_.find_first_of(" \t`\"<>=;", at_), text_.size());
    part_.push_back(take(Celwoord::Soort::woord, end - at_));
    return true;
  }

  bool quoted() {
    const auto end = text_.find('"', at_ + 1);
    if (end == std::string_view::npos) {
      report(place(1), "Het aanhalingsteken wordt in deze cel niet gesloten.", "Zet een tweede \" achter de tekst.");
      part_.clear();
      separator_.reset();  // the fault stands in the last part, which is not empty
      return false;
    }
    Celwoord word = take(Celwoord::Soort::tekst, end + 1 - at_);
    word.tekst = word.tekst.substr(1, word.tekst.size() - 2);
    part_.push_back(std::move(word));
    return true;
  }

  Positie place(std::size_t length) const {
    return {cel_.positie.regel, cel_.positie.kolom + char_column(text_, at_) - 1,
            static_cast<int>(char_count(text_.substr(at_, length)))};
  }

  Celwoord take(Celwoord::Soort soort, std::size_t length) {
    Celwoord out{soort, std::string(text_.substr(at_, length)), place(length)};
    at_ += length;
    return out;
  }

  /// The end of a part: a `;`, or the end of the cell.
  void close(const Positie* separator = nullptr) {
    if (!part_.empty())
      out_.push_back(std::move(part_));
    else if (separator != nullptr || separator_)
      report(separator != nullptr ? *separator : *separator_, "Bij deze ; staat aan een kant niets.",
             "Haal de ; weg, of vul aan wat er ontbreekt.");
    part_.clear();
    if (separator != nullptr) separator_ = *separator;
  }

  void report(const Positie& at, std::string what, std::string remedy) {
    found_.push_back(regels_.bevinding(code_, at, std::move(what), std::move(remedy)));
  }

  const Regels& regels_;
  const Cel& cel_;
  std::string_view text_;
  const char* code_;
  Bevindingen& found_;
  std::size_t at_ = 0;
  Celdeel part_;
  std::optional<Positie> separator_;  ///< the last `;`
  std::vector<Celdeel> out_;
};

}  // namespace

std::vector<Celdeel> split_cel(const Regels& regels, const Cel& cel, const char* code, Bevindingen& found) {
  return Celsnijder(regels, cel, code, found).run();
}

Positie place_of(const Celdeel& deel) {
  const Positie &first = deel.front().positie, &last = deel.back().positie;
  return {first.regel, first.kolom, last.kolom + last.lengte - first.kolom};
}

bool is_woord(std::string_view text) {
  return !text.empty() && text.front() != '-' &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

bool is_naam(std::string_view text) {
  return is_woord(text) && !is_digit(text.front()) && text.find('-') == std::string_view::npos;
}

}  // namespace zorgkader
