// Three ways to write a list.
#include "rapport/lijst.hpp"

#include <algorithm>
#include <ostream>
#include <string_view>

#include "rapport/csv.hpp"
#include "rapport/json_tekst.hpp"
#include "rapport/tekening.hpp"
#include "values/notatie.hpp"

namespace zorgkader {
namespace {

std::string heading(std::string naam) {
  std::replace(naam.begin(), naam.end(), '_', ' ');
  return naam;
}

template <typename Cells, typename Text>
void write_row(const Cells& cells, const char* between, Text text, std::ostream& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) out << (i == 0 ? "" : between) << text(i);
}

/// A whole number as JSON writes it: other digits in a row, such as `0935`, are no number there.
bool is_whole(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  return digits && (text == "0" || text.front() != '0');
}

/// As people write it, with as many decimals as there are.
std::string for_people(const std::string& text, bool number) {
  if (!number || text.empty()) return to_printable(text);
  // The point is a decimal one, also before three digits.
  std::string plain = text.starts_with('-') ? text.substr(1) : text;
  const std::size_t point = text.find('.');
  if (const std::size_t at = plain.find('.'); at != std::string::npos) plain[at] = ',';
  const auto value = parse_getal(plain, Notatie::nederlands);
  const auto* size = std::get_if<Getal>(&value);
  if (size == nullptr) return to_printable(text);
  const std::string shown =
      format_nl(*size, point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1));
  return (text.starts_with('-') ? "-" : "") + shown;
}

}  // namespace

void drop_empty(Lijst& lijst) {
  for (std::size_t column = lijst.kolommen.size(); column-- > 0;) {
    if (std::any_of(lijst.rijen.begin(), lijst.rijen.end(), [&](const auto& row) { return !row[column].empty(); }))
      continue;
    const auto at = static_cast<std::ptrdiff_t>(column);
    lijst.kolommen.erase(lijst.kolommen.begin() + at);
    for (auto& row : lijst.rijen) row.erase(row.begin() + at);
  }
}

void write_tabel(const Lijst& lijst, std::ostream& out, bool kleur) {
  Raster raster;
  for (std::size_t i = 0; i < lijst.kolommen.size(); ++i) {
    RasterKolom column{heading(lijst.kolommen[i].naam), lijst.kolommen[i].getallen, {}};
    for (const auto& row : lijst.rijen) column.cellen.push_back(for_people(row[i], lijst.kolommen[i].getallen));
    raster.kolommen.push_back(std::move(column));
  }
  Tekening(raster, kleur).draw(out);
}

void write_csv(const Lijst& lijst, std::ostream& out) {
  write_row(
      lijst.kolommen, ";", [&](std::size_t i) { return csv_text(lijst.kolommen[i].naam); }, out);
  out << '\n';
  for (const auto& row : lijst.rijen) {
    write_row(
        row, ";", [&](std::size_t i) { return csv_text(row[i]); }, out);
    out << '\n';
  }
}

void write_json(const Lijst& lijst, std::ostream& out) {
  out << '[';
  for (std::size_t at = 0; at < lijst.rijen.size(); ++at) {
    const auto& row = lijst.rijen[at];
    out << (at == 0 ? "\n{" : ",\n{");
    write_row(
        row, ", ",
        [&](std::size_t i) {
          const Lijstkolom& column = lijst.kolommen[i];
          return json_text(column.naam) + ": " +
                 (row[i].empty()                        ? "null"
                  : column.getallen && is_whole(row[i]) ? row[i]
                                                        : json_text(row[i]));
        },
        out);
    out << '}';
  }
  out << "\n]\n";
}

void write_lijst(const Lijst& lijst, const std::string& vorm, std::ostream& out, bool kleur) {
  if (vorm == "csv") return write_csv(lijst, out);
  if (vorm == "json") return write_json(lijst, out);
  write_tabel(lijst, out, kleur);
}

}  // namespace zorgkader
