// Reports as a page that stands alone: nothing is fetched, nothing runs, and it prints on A4.
#include <ostream>

#include "rapport/grafiek.hpp"
#include "rapport/rapport.hpp"
#include "rapport/tekens.hpp"
#include "rapport/uitkomst.hpp"

namespace zorgkader {
namespace {

constexpr const char* kStijl = R"(
:root { color-scheme: light; }
body { font: 1rem/1.45 "Segoe UI", "Liberation Sans", Arial, sans-serif; color: #1a1a1a; background: #fff;
  max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; } h2 { font-size: 1.2rem; margin: 2rem 0 .25rem; }
.status { font-size: .9rem; font-weight: 600; padding: .1rem .5rem; border: 1px solid; border-radius: .25rem;
  vertical-align: middle; color: #1d5a2b; } .concept { color: #6b4500; background: #fff3d0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .5rem 0; }
dt { color: #555; } dd { margin: 0; }
table { border-collapse: collapse; margin: .5rem 0; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: #555; padding-bottom: .25rem; }
th, td { padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #ddd; }
thead th { border-bottom: 2px solid #555; vertical-align: bottom; } .getal { text-align: right; }
.datum { white-space: nowrap; }
.gehoord { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.subtotaal, .totaal { font-weight: 600; } .totaal > * { border-top: 2px solid #555; }
tbody th { font-weight: 400; } .totaal th, .subtotaal th { font-weight: 600; }
figure { margin: .5rem 0 1rem; max-width: 48rem; break-inside: avoid; } svg { width: 100%; height: auto; }
svg text { font-size: 12px; fill: #1a1a1a; } .raster { stroke: #ddd; } .nul { stroke: #555; }
.vlak { stroke: #1a1a1a; stroke-width: .5; } figcaption { font-weight: 600; margin-bottom: .25rem; }
.noot { color: #555; font-size: .9rem; margin: .25rem 0; } .breed { overflow-x: auto; }
@media print { body { margin: 0; max-width: none; font-size: 9.5pt; } h2 { break-after: avoid; }
  tr { break-inside: avoid; } thead { display: table-header-group; } .breed { overflow: visible; } }
@page { size: A4; margin: 18mm; } @page liggend { size: A4 landscape; margin: 15mm; } .liggend { page: liggend; }
)";

/// More columns than this do not fit on a page that stands.
constexpr std::size_t kStaand = 7;

std::string class_of(const Rapportkolom& kolom) {
  if (kolom.vorm.soort == Soort::getal) return " class=\"getal\"";
  return kolom.vorm.soort == Soort::datum ? " class=\"datum\"" : "";
}

void write_row(const Rapporttabel& tabel, const std::vector<std::vector<std::string>>& texts, std::size_t row,
               std::ostream& out) {
  const Rijsoort soort = tabel.rijen[row].soort;
  out << (soort == Rijsoort::rij ? "<tr>" : std::string("<tr class=\"") + rijsoort_naam(soort) + "\">");
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string kind = class_of(tabel.kolommen[i]);
    const std::string text = tabel.rijen[row].cellen[i].weggelaten
                                 ? std::string("<abbr title=\"weggelaten\">") + kWeggelaten + "</abbr>"
                                 : html(texts[i][row]);
    if (i < naamkolommen_van(tabel))
      out << "<th scope=\"row\"" << kind << ">" << text << "</th>";
    else
      out << "<td" << kind << ">" << text << "</td>";
  }
  out << "</tr>\n";
}

void write_block(const Rapporttabel& tabel, std::ostream& out) {
  out << (tabel.kolommen.size() > kStaand ? "<section class=\"liggend\">\n<h2>" : "<section>\n<h2>")
      << html(tabel.titel) << "</h2>\n";
  if (tabel.rijen.empty()) {
    out << "<p>" << html(tabel.uitleg.empty() ? tabel.leeg : tabel.uitleg + " " + tabel.leeg) << "</p>\n";
  } else {
    for (const Tabelgrafiek& drawn : grafieken_van(tabel)) {
      out << "<figure>\n<figcaption>" << html(onderwerp_van(tabel, drawn)) << "</figcaption>\n";
      write_svg(tabel, drawn, out);
      out << "</figure>\n";
    }
    // The title stands above the table already; who hears the table hears it again.
    out << "<div class=\"breed\"><table>\n<caption" << (tabel.uitleg.empty() ? " class=\"gehoord\">" : ">")
        << html(tabel.uitleg.empty() ? tabel.titel : tabel.uitleg) << "</caption>\n<thead><tr>";
    std::vector<std::vector<std::string>> texts;
    for (std::size_t i = 0; i < tabel.kolommen.size(); ++i) {
      out << "<th scope=\"col\"" << class_of(tabel.kolommen[i]) << ">" << html(kop_van(tabel.kolommen[i])) << "</th>";
      texts.push_back(teksten_van(tabel, i));
    }
    out << "</tr></thead>\n<tbody>\n";
    for (std::size_t row = 0; row < tabel.rijen.size(); ++row) write_row(tabel, texts, row, out);
    out << "</tbody>\n</table></div>\n";
  }
  for (const std::string& noot : tabel.noten) out << "<p class=\"noot\">" << html(noot) << "</p>\n";
  out << "</section>\n";
}

void write_head(const Rapport& r, std::ostream& out) {
  const char* status = r.is_concept ? "concept" : "definitief";
  out << "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n"
      << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" << html(r.titel)
      << "</title>\n<style>" << kStijl << "</style>\n</head>\n<body>\n<main>\n<h1>" << html(r.titel)
      << " <span class=\"status " << status << "\">" << status << "</span></h1>\n<dl>\n";
  for (const auto& [naam, waarde] : r.gegevens) out << "<dt>" << html(naam) << "</dt><dd>" << html(waarde) << "</dd>\n";
  for (const std::string& bron : r.bronnen) out << "<dt>bron</dt><dd>" << html(bron) << "</dd>\n";
  out << "</dl>\n";
}

}  // namespace

std::string html(const std::string& text) {
  std::string out;
  for (const char c : to_printable(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

void write_html(const Rapport& r, std::ostream& out) {
  write_head(r, out);
  for (const Rapporttabel& tabel : r.tabellen) write_block(tabel, out);
  if (!r.signalen.empty()) {
    out << "<section>\n<h2>Signalen</h2>\n<ul>\n";
    for (const std::string& text : r.signalen) out << "<li>" << html(text) << "</li>\n";
    out << "</ul>\n</section>\n";
  }
  for (const std::string& text : r.opmerkingen) out << "<p>" << html(text) << "</p>\n";
  if (r.is_concept) out << "<p class=\"noot\">" << html(kConceptZin) << "</p>\n";
  out << "</main>\n</body>\n</html>\n";
}

}  // namespace zorgkader
