// Bevinding: one thing found wrong (or worth saying) in a document, a file or a run, at its place, with the remedy.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace zorgkader {

/// `fout` stops what depends on it and makes the exit status 1; `let_op` and `melding` do not.
enum class Ernst { fout, let_op, melding };

/// Where: lines and columns count from 1, columns in characters (not bytes); 0 means "the whole file" or "no column".
struct Plaats {
  std::string bestand;
  int regel = 0;
  int kolom = 0;
  int lengte = 0;  ///< characters to underline; 0 when not known
  friend bool operator==(const Plaats&, const Plaats&) = default;
};

struct Bevinding {
  Ernst ernst = Ernst::fout;
  std::string code;  ///< a code of the table in meldingen.cpp, such as `eenheid-ongelijk`
  Plaats plaats;
  std::string wat;       ///< what is wrong, one Dutch sentence
  std::string doe;       ///< what to do; when empty, the remedy of the code's row in the table
  std::string fragment;  ///< the line of source text, filled in by whoever has the text
};

using Bevindingen = std::vector<Bevinding>;

/// `fout`, `let op` or `melding`.
const char* ernst_naam(Ernst ernst);
bool has_errors(const Bevindingen& found);
/// By file, line, column; equal findings once.
void sort_and_unique(Bevindingen& found);

/// A value, or the findings that stood in its way.
template <typename T>
class Result {
 public:
  Result(T value) : content_(std::move(value)) {}                       // NOLINT(google-explicit-constructor)
  Result(Bevindingen errors) : content_(std::move(errors)) {}           // NOLINT(google-explicit-constructor)
  Result(Bevinding error) : content_(Bevindingen{std::move(error)}) {}  // NOLINT(google-explicit-constructor)
  explicit operator bool() const { return content_.index() == 0; }
  T& operator*() { return std::get<0>(content_); }
  const T& operator*() const { return std::get<0>(content_); }
  T* operator->() { return &std::get<0>(content_); }
  const T* operator->() const { return &std::get<0>(content_); }
  const Bevindingen& errors() const { return std::get<1>(content_); }

 private:
  std::variant<T, Bevindingen> content_;
};

/// One row of the error table: what a code means and what its remedy is.
struct Melding {
  const char* code;
  const char* titel;
  const char* doe;
};

/// The whole table, in the order of the gallery in the documentation.
const std::vector<Melding>& meldingen();
/// The row of `code`; a code without a row is a fault in the program.
const Melding& melding(const std::string& code);

/// For people, on standard error: `bestand:regel:kolom: fout: wat` with the excerpt, a marker and the remedy.
std::string to_text(const Bevinding& found);

}  // namespace zorgkader
