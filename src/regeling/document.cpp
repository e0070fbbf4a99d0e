// cmark-gfm behind our own shapes: the only file that knows that library.
#include "regeling/document.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>

#include "regeling/utf8.hpp"
#include "values/naam.hpp"
#include "values/tekst.hpp"

namespace zorgkader {
namespace {

constexpr std::size_t kMostBytes = 4 * 1024 * 1024;

struct NodeFree {
  void operator()(cmark_node* n) const { cmark_node_free(n); }
};
struct ParserFree {
  void operator()(cmark_parser* p) const { cmark_parser_free(p); }
};
using NodePtr = std::unique_ptr<cmark_node, NodeFree>;

NodePtr parse_markdown(std::string_view text) {
  static std::once_flag once;
  std::call_once(once, cmark_gfm_core_extensions_ensure_registered);
  std::unique_ptr<cmark_parser, ParserFree> parser(cmark_parser_new(CMARK_OPT_DEFAULT));
  cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension("table"));
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return NodePtr(cmark_parser_finish(parser.get()));
}

/// The cells of a table line, split at bars that are not escaped, with their columns in characters.
std::vector<Cel> split_cells(const std::string& line, int number) {
  std::vector<Cel> cells;
  std::size_t at = line.find_first_not_of(" \t");
  if (at != std::string::npos && line[at] == '|') ++at;
  while (at != std::string::npos && at <= line.size()) {
    std::size_t end = at;
    while (end < line.size() && (line[end] != '|' || (end > 0 && line[end - 1] == '\\'))) ++end;
    const std::string_view raw = std::string_view(line).substr(at, end - at);
    if (end >= line.size() && trim(raw).empty()) break;
    const std::size_t lead = raw.find_first_not_of(" \t");
    const std::size_t start = at + (lead == std::string_view::npos ? 0 : lead);
    std::string text(trim(raw));
    for (std::size_t bar; (bar = text.find("\\|")) != std::string::npos;) text.erase(bar, 1);
    cells.push_back({text, {number, char_column(line, start), static_cast<int>(char_count(text))}});
    at = end + 1;
  }
  return cells;
}

std::string join_lines(const Regels& lines, int first, int last) {
  std::string out;
  for (int i = first; i <= last; ++i) out += (out.empty() ? "" : " ") + std::string(trim(lines.regel(i)));
  return out;
}

class Walker {
 public:
  Walker(Document& document, Bevindingen& found) : doc_(document), found_(found) {}

  void walk(cmark_node* parent, bool top, int depth = 0) {
    // Tables and formulas of an arrangement do not stand inside quotes inside lists inside quotes.
    constexpr int kDeepest = 50;
    if (depth > kDeepest) return;
    for (cmark_node* n = cmark_node_first_child(parent); n != nullptr; n = cmark_node_next(n)) visit(n, top, depth);
  }

 private:
  void visit(cmark_node* n, bool top, int depth) {
    const std::string kind = cmark_node_get_type_string(n);
    if (kind == "heading" && top) return heading(n);
    if (kind == "paragraph") return paragraph(n);
    if (kind == "table") return table(n);
    if (kind == "code_block") return code(n);
    walk(n, false, depth + 1);
  }

  void heading(cmark_node* n) {
    const int line = cmark_node_get_start_line(n);
    std::string_view text = trim(doc_.regels.regel(line));
    while (!text.empty() && text.front() == '#') text.remove_prefix(1);
    while (!text.empty() && text.back() == '#') text.remove_suffix(1);
    Kop kop{cmark_node_get_heading_level(n), std::string(trim(text)), "", "", line};
    for (auto above = doc_.koppen.rbegin(); above != doc_.koppen.rend(); ++above) {
      if (above->niveau < kop.niveau) {
        kop.bron = above->bron;
        break;
      }
    }
    doc_.koppen.push_back(std::move(kop));
    caption_ = {};
  }

  void paragraph(cmark_node* n) {
    const int first = cmark_node_get_start_line(n);
    caption_ = {join_lines(doc_.regels, first, cmark_node_get_end_line(n)), {first, cmark_node_get_start_column(n), 0}};
    constexpr std::string_view kBron = "Bron:", kHand = "Met de hand:";
    const bool source = caption_.tekst.starts_with(kBron), by_hand = caption_.tekst.starts_with(kHand);
    if ((!source && !by_hand) || doc_.koppen.empty()) return;
    const std::string_view rest = trim(std::string_view(caption_.tekst).substr(source ? kBron.size() : kHand.size()));
    std::string& into = source ? doc_.koppen.back().bron : doc_.koppen.back().hand;
    into = (source || into.empty() ? "" : into + " ") + std::string(rest);
    caption_ = {};
  }

  void table(cmark_node* n) {
    TabelBlok block;
    block.positie = {cmark_node_get_start_line(n), cmark_node_get_start_column(n), 0};
    block.kop_index = static_cast<int>(doc_.koppen.size()) - 1;
    // cmark may report the caption line as part of the table when no blank line stands between them.
    const int last = cmark_node_get_end_line(n);
    cmark_node* header = cmark_node_first_child(n);
    const int header_line = header == nullptr ? block.positie.regel : cmark_node_get_start_line(header);
    block.positie.regel = header_line;
    block.bijschrift = caption_.tekst;
    block.bijschrift_positie = caption_.positie;
    block.bijschrift_positie.lengte = static_cast<int>(char_count(caption_.tekst));
    block.kop = split_cells(doc_.regels.regel(header_line), header_line);
    for (int line = header_line + 2; line <= last; ++line) {
      if (!trim(doc_.regels.regel(line)).empty()) block.rijen.push_back(split_cells(doc_.regels.regel(line), line));
    }
    doc_.tabellen.push_back(std::move(block));
    caption_ = {};
  }

  void code(cmark_node* n) {
    caption_ = {};
    const char* info = cmark_node_get_fence_info(n);
    const char* literal = cmark_node_get_literal(n);
    const std::string_view kind = info == nullptr ? "" : info;
    if (kind != "regel") return not_read(n, kind, literal == nullptr ? "" : literal);
    doc_.blokken.push_back({literal == nullptr ? "" : literal, cmark_node_get_start_line(n) + 1,
                            static_cast<int>(doc_.koppen.size()) - 1});
  }

  /// A block of formulas under a name that is nearly right, or under none, would be prose without anyone knowing.
  void not_read(cmark_node* n, std::string_view info, std::string_view text) {
    const bool nearly = info.starts_with("regel") || !find_bedoeld(info, {"regel"}).naam.empty();
    if (!nearly && (!info.empty() || !has_bepaling(text))) return;
    Bevinding b =
        doc_.regels.bevinding("blok-onbekend", {cmark_node_get_start_line(n), 1, 0},
                              info.empty() ? "Hier lijken bepalingen te staan, maar dit blok wordt niet gelezen."
                                           : fmt::format("Een blok `{}` wordt niet gelezen.", info));
    if (!nearly) b.ernst = Ernst::let_op;
    found_.push_back(std::move(b));
  }

  static bool has_bepaling(std::string_view text) {
    while (!text.empty()) {
      const auto end = text.find('\n');
      const std::string_view line = text.substr(0, end);
      text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
      if (line.find(":=") != std::string_view::npos || line.find("] =") != std::string_view::npos ||
          line.starts_with("uitkomst ") || line.starts_with("invoer ") || line.starts_with("eis "))
        return true;
    }
    return false;
  }

  Document& doc_;
  Bevindingen& found_;
  Cel caption_;
};

/// Takes the front matter off and returns how many lines it took; its lines become blank in `text`.
void read_voorwerk(std::string& text, Document& doc, Bevindingen& found) {
  if (doc.regels.regel(1) != "---") return;
  const auto before = static_cast<std::ptrdiff_t>(found.size());
  std::string list;
  int line = 2;
  for (; line <= doc.regels.size() && doc.regels.regel(line) != "---"; ++line) {
    const std::string& raw = doc.regels.regel(line);
    const std::string_view body = trim(raw);
    if (body.empty() || body.front() == '#') continue;
    const int column = char_column(raw, static_cast<std::size_t>(body.data() - raw.data()));
    if (body.starts_with("- ") && !list.empty()) {
      doc.voorwerk.velden.emplace(list, Voorwerk::Waarde{std::string(trim(body.substr(2))), {line, column + 2, 0}});
      continue;
    }
    const auto colon = body.find(':');
    if (colon == std::string_view::npos || colon == 0) {
      found.push_back(
          doc.regels.bevinding("voorwerk-fout", {line, column, 0}, "Deze regel is geen `sleutel: waarde`."));
      continue;
    }
    const std::string key(trim(body.substr(0, colon)));
    const std::string_view value = trim(body.substr(colon + 1));
    list = value.empty() ? key : "";
    if (!value.empty()) {
      const int at = char_column(raw, static_cast<std::size_t>(value.data() - raw.data()));
      doc.voorwerk.velden.emplace(
          key, Voorwerk::Waarde{std::string(value), {line, at, static_cast<int>(char_count(value))}});
    }
  }
  if (line > doc.regels.size()) {
    // The whole document was taken for front matter: one finding says it.
    found.erase(found.begin() + before, found.end());
    doc.voorwerk.velden.clear();
    found.push_back(
        doc.regels.bevinding("voorwerk-fout", {1, 1, 3}, "Het voorwerk wordt niet afgesloten met een regel ---."));
    return;
  }
  std::size_t end = 0;
  for (int i = 0; i < line; ++i)
    end = text.find('\n', end) == std::string::npos ? text.size() : text.find('\n', end) + 1;
  text = std::string(static_cast<std::size_t>(line), '\n') + text.substr(end);
}

}  // namespace

Regels::Regels(std::string bestand, std::string_view text) : bestand_(std::move(bestand)) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    regels_.emplace_back(line);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
}

const std::string& Regels::regel(int number) const {
  static const std::string kEmpty;
  if (number < 0) return buiten_.at(static_cast<std::size_t>(-number) - 1).second;
  return number < 1 || number > size() ? kEmpty : regels_[static_cast<std::size_t>(number) - 1];
}

int Regels::add_buiten(std::string naam, std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  buiten_.emplace_back(std::move(naam), std::move(line));
  return -static_cast<int>(buiten_.size());
}

Bevinding Regels::bevinding(const char* code, Positie waar, std::string wat, std::string doe) const {
  Plaats at{bestand_, waar.regel, waar.kolom, waar.lengte};
  if (waar.regel < 0) at = {buiten_.at(static_cast<std::size_t>(-waar.regel) - 1).first, 1, waar.kolom, waar.lengte};
  return {Ernst::fout, code, std::move(at), std::move(wat), std::move(doe), regel(waar.regel)};
}

Document parse_document(const std::string& bestand, std::string_view text, Bevindingen& found) {
  Document doc;
  text = without_bom(text);
  doc.regels = Regels(bestand, text);
  if (text.size() > kMostBytes) {
    found.push_back(
        doc.regels.bevinding("document-te-groot", {}, fmt::format("Het document is {} bytes groot.", text.size())));
    return doc;
  }
  if (const auto bad = find_invalid_utf8(text)) {
    const int line =
        1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n'));
    found.push_back(
        {Ernst::fout, "document-tekenset", {bestand, line, 0, 0}, "Hier staat een byte die geen UTF-8 is.", "", ""});
    return doc;
  }
  std::string body(text);
  read_voorwerk(body, doc, found);
  const NodePtr root = parse_markdown(body);
  Walker(doc, found).walk(root.get(), true);
  return doc;
}

Result<std::string> read_text_file(const std::string& path, std::size_t most) {
  std::ifstream in(path, std::ios::binary);
  std::string text;
  if (in) {
    text.resize(most + 1);
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
  }
  if (!in.is_open() || in.bad() || (in.fail() && !in.eof())) {
    std::error_code error;
    const bool there = std::filesystem::exists(path, error);
    return Bevinding{Ernst::fout,
                     "document-onleesbaar",
                     {path, 0, 0, 0},
                     there ? "Het bestand kan niet gelezen worden." : "Het bestand bestaat niet.",
                     "",
                     ""};
  }
  if (text.size() > most) {
    return Bevinding{
        Ernst::fout, "document-te-groot", {path, 0, 0, 0}, fmt::format("Het bestand is groter dan {} bytes.", most), "",
        ""};
  }
  return text;
}

}  // namespace zorgkader
