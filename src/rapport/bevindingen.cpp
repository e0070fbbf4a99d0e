// Findings: the text of values with colours and a count, and the same as JSON.
#include "rapport/bevindingen.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <ostream>

#include "rapport/kleur.hpp"
#include "rapport/tekens.hpp"

namespace zorgkader {
namespace {

std::string_view colour_of(Ernst ernst) {
  switch (ernst) {
    case Ernst::let_op:
      return kleuren::kGeel;
    case Ernst::melding:
      return kleuren::kBlauw;
    case Ernst::fout:
      break;
  }
  return kleuren::kRood;
}

/// The first line of a finding: its place bold, the severity in colour.
std::string paint_first(const std::string& line, Ernst ernst) {
  const std::string word = ernst_naam(ernst);
  const auto found = line.find(": " + word + ": ");
  const std::size_t at = found == std::string::npos ? 0 : found + 2;
  return paint(line.substr(0, at), kleuren::kVet, true) + paint(word, colour_of(ernst), true) +
         line.substr(std::min(line.size(), at + word.size()));
}

bool is_marker(std::string_view line) {
  return line.find('^') != std::string_view::npos && line.find_first_not_of(" ^") == std::string_view::npos;
}

std::string paint_line(const std::string& line, Ernst ernst, bool first) {
  if (first) return paint_first(line, ernst);
  if (is_marker(line)) return paint(line, colour_of(ernst), true);
  return line;
}

/// Findings of one kind at one place: their first lines, then the place and what to do, once.
void write_together(std::ostream& out, const Bevinding* first, const Bevinding* last, bool kleur) {
  constexpr std::ptrdiff_t kShown = 5;
  const auto show = [&](const Bevinding& found, bool opening) {
    const std::string whole = to_text(found);
    for (std::size_t from = 0; from < whole.size();) {
      const std::size_t end = std::min(whole.find('\n', from), whole.size());
      const std::string line = to_printable(std::string_view(whole).substr(from, end - from));
      if ((from == 0) == opening) out << (kleur ? paint_line(line, found.ernst, opening) : line) << '\n';
      from = end + 1;
    }
  };
  for (const Bevinding* b = first; b != last && b - first < kShown; ++b) show(*b, true);
  if (last - first > kShown) out << "  … en op deze plaats nog " << last - first - kShown << " keer\n";
  show(*first, false);
}

bool together(const Bevinding& a, const Bevinding& b) {
  return a.plaats.regel > 0 && a.code == b.code && a.ernst == b.ernst && a.plaats.bestand == b.plaats.bestand &&
         a.plaats.regel == b.plaats.regel && a.plaats.kolom == b.plaats.kolom && a.doe == b.doe;
}

std::string count_of(const Bevindingen& found, Ernst ernst, const char* one, const char* more) {
  const auto n = std::count_if(found.begin(), found.end(), [ernst](const Bevinding& b) { return b.ernst == ernst; });
  return n == 0 ? "" : std::to_string(n) + " " + (n == 1 ? one : more);
}

std::string counts(const Bevindingen& found) {
  std::string out;
  for (const std::string& part :
       {count_of(found, Ernst::fout, "fout", "fouten"), count_of(found, Ernst::let_op, "let op", "let op"),
        count_of(found, Ernst::melding, "melding", "meldingen")}) {
    if (!part.empty()) out += (out.empty() ? "" : ", ") + part;
  }
  return out;
}

boost::json::object to_object(const Bevinding& b) {
  const auto text = [](const std::string& value) { return boost::json::string(to_valid_utf8(value)); };
  return {{"code", text(b.code)},
          {"ernst", ernst_naam(b.ernst)},
          {"bestand", text(b.plaats.bestand)},
          {"regel", b.plaats.regel},
          {"kolom", b.plaats.kolom},
          {"wat", text(b.wat)},
          {"doe", text(b.doe.empty() ? melding(b.code).doe : b.doe)},
          {"fragment", text(b.fragment)}};
}

}  // namespace

void write_bevindingen(std::ostream& out, const Bevindingen& found, bool kleur) {
  if (found.empty()) return;
  for (const Bevinding *b = found.data(), *end = b + found.size(); b != end;) {
    const Bevinding* next = std::find_if_not(b + 1, end, [&](const Bevinding& other) { return together(*b, other); });
    write_together(out, b, next, kleur);
    b = next;
  }
  const bool wrong = has_errors(found);
  out << paint(counts(found), wrong ? kleuren::kRood : kleuren::kVet, kleur) << '\n';
}

std::string bevindingen_json(const Bevindingen& found) {
  std::string out = "[";
  for (const Bevinding& b : found) {
    out += (&b == found.data() ? "\n" : ",\n") + boost::json::serialize(to_object(b));
  }
  return out + (found.empty() ? "]\n" : "\n]\n");
}

}  // namespace zorgkader
