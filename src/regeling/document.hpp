// A Markdown document as headings, tables and formula blocks, each with its place. Wraps cmark-gfm.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "values/bevinding.hpp"
#include "values/datum.hpp"

namespace zorgkader {

/// A place inside one document: line and column from 1, columns in characters.
struct Positie {
  int regel = 0;
  int kolom = 0;
  int lengte = 0;
};

/// The lines of a text, for excerpts and places.
class Regels {
 public:
  Regels() = default;
  Regels(std::string bestand, std::string_view text);
  const std::string& bestand() const { return bestand_; }
  const std::string& regel(int number) const;  ///< 1-based; empty when out of range
  int size() const { return static_cast<int>(regels_.size()); }
  /// Takes in a text from outside the document, under its own name. Its line has a number below zero.
  int add_buiten(std::string naam, std::string_view text);
  /// A finding at a place in this text, with its excerpt.
  Bevinding bevinding(const char* code, Positie waar, std::string wat, std::string doe = {}) const;

 private:
  std::string bestand_;
  std::vector<std::string> regels_;
  std::vector<std::pair<std::string, std::string>> buiten_;  ///< name, text
};

struct Kop {
  int niveau = 0;
  std::string titel;  ///< text after the #-signs, e.g. `4.3 Lumpsum per aanbieder`
  std::string bron;   ///< the `Bron:` line under it, or that of the nearest heading above that has one
  std::string hand;   ///< what stands after `Met de hand:` under it: who does this clause, and how
  int regel = 0;
};

struct Cel {
  std::string tekst;  ///< trimmed source text
  Positie positie;
};

struct TabelBlok {
  std::string bijschrift;  ///< the paragraph directly above, on one line; empty when there is none
  Positie bijschrift_positie;
  std::vector<Cel> kop;
  std::vector<std::vector<Cel>> rijen;
  Positie positie;
  int kop_index = -1;  ///< heading it stands under, -1 when none
};

struct RegelBlok {
  std::string tekst;
  int eerste_regel = 0;  ///< document line of the first line of `tekst`
  int kop_index = -1;
};

struct Voorwerk {
  struct Waarde {
    std::string tekst;
    Positie positie;
  };
  std::multimap<std::string, Waarde> velden;  ///< lists give one entry an item
};

struct Document {
  Regels regels;
  Voorwerk voorwerk;
  std::vector<Kop> koppen;
  std::vector<TabelBlok> tabellen;
  std::vector<RegelBlok> blokken;
};

/// Splits `text` in its parts. Text limits: 4 MB, UTF-8. Never fails on Markdown itself: everything is Markdown.
Document parse_document(const std::string& bestand, std::string_view text, Bevindingen& found);

/// Reads a whole text file of at most `most` bytes.
Result<std::string> read_text_file(const std::string& path, std::size_t most);

}  // namespace zorgkader
