// Reports as a page that stands alone: nothing is fetched, nothing runs, and it prints on A4.
#include <ostream>

#include "rapport/bladzijde.hpp"
#include "rapport/grafiek.hpp"
#include "rapport/rapport.hpp"
#include "rapport/uitkomst.hpp"

namespace zorgkader {
namespace {

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
  begin_bladzijde(r.titel, r.is_concept ? "concept" : "definitief", out);
  out << "<dl>\n";
  for (const auto& [naam, waarde] : r.gegevens) out << "<dt>" << html(naam) << "</dt><dd>" << html(waarde) << "</dd>\n";
  for (const std::string& bron : r.bronnen) out << "<dt>bron</dt><dd>" << html(bron) << "</dd>\n";
  out << "</dl>\n";
}

}  // namespace

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
  end_bladzijde(out);
}

}  // namespace zorgkader
