// Three ways to write a list.
#include "rapport/lijst.hpp"

#include <algorithm>
#include <ostream>

#include "rapport/csv.hpp"
#include "rapport/json_tekst.hpp"
#include "rapport/tekening.hpp"

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

/// Numbers are written with a comma for people; JSON has a point.
std::string json_number(std::string text) {
  std::replace(text.begin(), text.end(), ',', '.');
  return text;
}

}  // namespace

void write_tabel(const Lijst& lijst, std::ostream& out, bool kleur) {
  Raster raster;
  for (std::size_t i = 0; i < lijst.kolommen.size(); ++i) {
    RasterKolom column{heading(lijst.kolommen[i].naam), lijst.kolommen[i].getallen, {}};
    for (const auto& row : lijst.rijen) column.cellen.push_back(to_printable(row[i]));
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
                 (row[i].empty()    ? "null"
                  : column.getallen ? json_number(row[i])
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
