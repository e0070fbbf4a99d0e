// Names and references of results: writing them and reading them back.
#include "rapport/uitkomst.hpp"

#include <algorithm>

namespace zorgkader {
namespace {

constexpr std::string_view kSpecial = "[]=;@\"\\";
constexpr std::size_t kFingerprintLength = 16;

void append_text(std::string& out, std::string_view text) {
  if (!text.empty() && text.find_first_of(kSpecial) == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

void append_key(std::string& out, bool first, std::string_view naam, std::string_view lid) {
  out += first ? '[' : ';';
  append_text(out, naam);
  out += '=';
  append_text(out, lid);
}

void append_end(std::string& out, bool has_keys, std::string_view vingerafdruk) {
  if (has_keys) out += ']';
  if (!vingerafdruk.empty()) out.append("@").append(vingerafdruk);
}

/// Reads from the front of what is left.
class Lezer {
 public:
  explicit Lezer(std::string_view text) : left_(text) {}

  bool at_end() const { return left_.empty(); }
  std::string_view rest() const { return left_; }

  bool take(char c) {
    if (left_.empty() || left_.front() != c) return false;
    left_.remove_prefix(1);
    return true;
  }

  std::optional<std::string> text() {
    if (take('"')) return quoted();
    const auto length = std::min(left_.find_first_of(kSpecial), left_.size());
    if (length == 0) return std::nullopt;
    std::string out(left_.substr(0, length));
    left_.remove_prefix(length);
    return out;
  }

 private:
  std::optional<std::string> quoted() {
    std::string out;
    while (!left_.empty() && left_.front() != '"') {
      if (take('\\') && (left_.empty() || (left_.front() != '"' && left_.front() != '\\'))) return std::nullopt;
      out += left_.front();
      left_.remove_prefix(1);
    }
    return take('"') ? std::optional(std::move(out)) : std::nullopt;
  }

  std::string_view left_;
};

bool is_fingerprint(std::string_view text) {
  return text.size() == kFingerprintLength && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool names_differ(const Verwijzing& found) {
  std::vector<std::string_view> names;
  for (const auto& key : found.sleutels) names.push_back(key.first);
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) == names.end();
}

/// What stands between the brackets, the closing one included.
bool read_keys(Lezer& reader, Verwijzing& out) {
  do {
    auto naam = reader.text();
    if (!naam || !reader.take('=')) return false;
    auto lid = reader.text();
    if (!lid) return false;
    out.sleutels.emplace_back(std::move(*naam), std::move(*lid));
  } while (reader.take(';'));
  return reader.take(']') && names_differ(out);
}

}  // namespace

const char* const kConceptZin =
    "Concept: aan deze bedragen kunnen geen rechten worden ontleend; er kan niet op worden betaald.";

const char* status_naam(const Uitkomst& uitkomst) {
  if (uitkomst.is_afgekeurd) return "afgekeurd";
  return uitkomst.is_concept ? "concept" : "definitief";
}

std::string slotzin(const Berekening& berekening) {
  const auto any = [&](bool Uitkomst::*status) {
    return std::any_of(berekening.uitkomsten.begin(), berekening.uitkomsten.end(),
                       [&](const Uitkomst& u) { return u.*status; });
  };
  if (any(&Uitkomst::is_afgekeurd))
    return "Afgekeurd: aan een eis van de regeling is niet voldaan; bedragen met deze status gelden niet.";
  return any(&Uitkomst::is_concept) ? kConceptZin : "";
}

std::string format_verwijzing(const Verwijzing& v) {
  std::string out;
  append_text(out, v.naam);
  for (const auto& key : v.sleutels) append_key(out, &key == v.sleutels.data(), key.first, key.second);
  append_end(out, !v.sleutels.empty(), v.vingerafdruk);
  return out;
}

std::string verwijzing(const Uitkomst& uitkomst, std::size_t row) {
  const auto& keys = uitkomst.tabel.sleutels;
  std::string out;
  append_text(out, uitkomst.tabel.naam);
  for (const auto& key : keys) append_key(out, &key == keys.data(), key.naam, key.at(row));
  append_end(out, !keys.empty(), uitkomst.vingerafdruk);
  return out;
}

std::optional<Verwijzing> parse_verwijzing(std::string_view text) {
  if (text.size() > kLangsteVerwijzing) return std::nullopt;
  Lezer reader(text);
  Verwijzing out;
  auto naam = reader.text();
  if (!naam) return std::nullopt;
  out.naam = std::move(*naam);
  if (reader.take('[') && !read_keys(reader, out)) return std::nullopt;
  if (reader.take('@')) {
    if (!is_fingerprint(reader.rest())) return std::nullopt;
    out.vingerafdruk = reader.rest();
    return out;
  }
  return reader.at_end() ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace zorgkader
