// Cells are named by range; where totals stand between the rows, by several.
#include "rapport/bladgrafiek.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace zorgkader {
namespace {

constexpr std::uint32_t kLijnHoog = 20;  ///< in points, as Excel has it

std::string column_letters(std::size_t column) {
  std::string out;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    out.insert(out.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return out;
}

/// `='omzet'!$A$2:$B$7`; a list between brackets when there are rows between that are not drawn.
std::string cells(const std::string& naam, const std::vector<std::size_t>& rows, std::size_t from, std::size_t to) {
  std::vector<std::string> ranges;
  for (std::size_t i = 0; i < rows.size();) {
    std::size_t end = i + 1;
    while (end < rows.size() && rows[end] == rows[end - 1] + 1) ++end;
    ranges.push_back(fmt::format("'{}'!${}${}:${}${}", naam, column_letters(from), rows[i] + 2, column_letters(to),
                                 rows[end - 1] + 2));
    i = end;
  }
  return ranges.size() == 1 ? "=" + ranges[0] : fmt::format("=({})", fmt::join(ranges, ","));
}

std::uint8_t kind_of(Grafiek soort) {
  if (soort == Grafiek::lijn) return LXW_CHART_LINE;
  return soort == Grafiek::gestapeld ? LXW_CHART_BAR_STACKED : LXW_CHART_BAR;
}

std::vector<std::size_t> shown_rows(const Rapporttabel& t, const Tabelgrafiek& g) {
  std::vector<std::size_t> out;
  for (const std::size_t row : g.rijen) {
    const auto withheld = [&](std::size_t column) { return t.rijen[row].cellen[column].weggelaten; };
    if (std::none_of(g.kolommen.begin(), g.kolommen.end(), withheld)) out.push_back(row);
  }
  return out;
}

}  // namespace

std::uint32_t insert_grafiek(Werkboek& boek, lxw_worksheet* blad, const std::string& naam, const Rapporttabel& t,
                             const Tabelgrafiek& g, Bladplaats plaats) {
  const std::vector<std::size_t> rows = shown_rows(t, g);
  if (rows.empty()) return 0;
  lxw_chart* chart = boek.add_chart(kind_of(g.soort));
  for (std::size_t i = 0; i < g.kolommen.size(); ++i) {
    lxw_chart_series* series = chart_add_series(chart, cells(naam, rows, 0, naamkolommen_van(t) - 1).c_str(),
                                                cells(naam, rows, g.kolommen[i], g.kolommen[i]).c_str());
    chart_series_set_name(series, kop_van(t.kolommen[g.kolommen[i]]).c_str());
    lxw_chart_fill fill = {};
    fill.color = kGrafiekkleuren.at(i % kGrafiekkleuren.size());
    lxw_chart_line line = {};
    line.color = fill.color;
    if (g.soort == Grafiek::lijn)
      chart_series_set_line(series, &line);
    else
      chart_series_set_fill(series, &fill);
  }
  chart_title_set_name(chart, onderwerp_van(t, g).c_str());
  if (g.kolommen.size() == 1) chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
  // The first row stands on top, as in the table.
  if (g.soort != Grafiek::lijn) chart_axis_set_reverse(chart->y_axis);
  const auto bars = static_cast<std::uint32_t>(rows.size() * (g.soort == Grafiek::staaf ? g.kolommen.size() : 1));
  const std::uint32_t lines = g.soort == Grafiek::lijn ? 18 : std::clamp<std::uint32_t>(bars + 6, 12, 60);
  std::string told = omschrijving_van(t, g);
  lxw_chart_options options = {};
  options.description = told.data();
  options.x_scale = 720.0 / 480.0;
  options.y_scale = lines * kLijnHoog / 288.0;
  worksheet_insert_chart_opt(blad, plaats.rij, plaats.kolom, chart, &options);
  return lines;
}

}  // namespace zorgkader
