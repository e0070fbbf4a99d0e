// Plain Dutch for who does not have this program.
#include "rapport/bundelblad.hpp"

#include <fmt/format.h>

#include <ostream>

#include "rapport/bladzijde.hpp"

namespace zorgkader {
namespace {

std::string link(const std::string& file) {
  return fmt::format("<a href=\"{0}\">{0}</a>", html(file));
}

void write_uitkomsten(const Berekening& b, std::ostream& out) {
  out << "<section>\n<h2>De uitkomsten</h2>\n<div class=\"breed\"><table>\n<caption>Kies een uitkomst voor de "
         "herleiding "
         "van elk bedrag.</caption>\n<thead><tr><th scope=\"col\">uitkomst</th><th scope=\"col\">eenheid</th>"
         "<th scope=\"col\" class=\"getal\">rijen</th><th scope=\"col\">status</th><th scope=\"col\">staat in</th>"
         "<th scope=\"col\">bron</th></tr></thead>\n<tbody>\n";
  for (const Uitkomst& u : b.uitkomsten)
    out << fmt::format(
        "<tr><th scope=\"row\"><a href=\"herleidingen/{0}.html\">{0}</a></th><td>{1}</td><td class=\"getal\">{2}</td>"
        "<td>{3}</td><td>{4}</td><td>{5}</td></tr>\n",
        html(u.tabel.naam), html(u.tabel.vorm.text()), u.tabel.size(), status_naam(u),
        html(fmt::format("{} (regel {})", u.kop, u.regel)), html(u.bron));
  out << "</tbody>\n</table></div>\n</section>\n";
}

void write_check(const Bundelblad& blad, std::ostream& out) {
  out << "<section>\n<h2>Zo controleert u deze map</h2>\n<ol>\n"
         "<li>Is er niets veranderd? In <a href=\"SHA256SUMS\">SHA256SUMS</a> staat van elk bestand de afdruk. Onder "
         "Linux "
         "en macOS vergelijkt <code>sha256sum -c SHA256SUMS</code> (of <code>shasum -a 256 -c SHA256SUMS</code>) ze "
         "alle; "
         "onder Windows toont <code>Get-FileHash BESTAND</code> er een.</li>\n"
         "<li>Klopt de som? De formules staan in de regeling, de cijfers in de map <code>feiten</code>, en elke "
         "herleiding laat zien welk cijfer waar is ingevuld.</li>\n"
         "<li>Met Zorgkader rekent een andere machine alles na:<ul>\n";
  for (const std::string& call : blad.opdrachten) out << "<li><code>" << html(call) << "</code></li>\n";
  out << "</ul></li>\n</ol>\n</section>\n";
}

void write_findings(const Bevindingen& found, std::ostream& out) {
  if (found.empty()) return;
  out << "<section>\n<h2>Wat het programma opmerkte</h2>\n<ul>\n";
  for (const Bevinding& b : found) {
    std::string where = b.plaats.bestand;
    if (b.plaats.regel > 0) where += fmt::format(", regel {}", b.plaats.regel);
    out << "<li>" << html(fmt::format("{}: {}", ernst_naam(b.ernst), b.wat))
        << (where.empty() ? "" : " <span class=\"noot\">" + html(where) + "</span>") << "</li>\n";
  }
  out << "</ul>\n</section>\n";
}

}  // namespace

void write_html(const Bundelblad& blad, std::ostream& out) {
  const Berekening& b = blad.berekening;
  const std::string last = slotzin(b);
  begin_bladzijde(b.regeling, "", out);
  out << "<p>Deze map laat zien hoe deze uitkomsten tot stand kwamen: de regeling, de cijfers, de uitkomsten en van "
         "elk bedrag "
         "de herleiding. Alles is te lezen zonder Zorgkader.</p>\n";
  if (blad.over_clienten)
    out << "<p><b>Vertrouwelijk:</b> er staan rijen over aparte cliënten in, onder een pseudoniem maar soms met "
           "geboortedatum. Geef deze map alleen aan wie ze mag zien, en bewaar haar niet langer dan nodig.</p>\n";
  if (!last.empty()) out << "<p><b>" << html(last) << "</b></p>\n";
  out << "<dl>\n";
  for (const auto& [naam, waarde] : blad.gegevens)
    out << "<dt>" << html(naam) << "</dt><dd>" << html(waarde) << "</dd>\n";
  out << "</dl>\n";
  write_uitkomsten(b, out);
  out << "<section>\n<h2>Wat er in de map staat</h2>\n<table>\n<tbody>\n";
  for (const auto& [file, what] : blad.inhoud)
    out << "<tr><th scope=\"row\">" << link(file) << "</th><td>" << html(what) << "</td></tr>\n";
  out << "</tbody>\n</table>\n</section>\n";
  write_check(blad, out);
  write_findings(blad.bevindingen, out);
  end_bladzijde(out);
}

}  // namespace zorgkader
