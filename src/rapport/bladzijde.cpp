// The frame and the style of every page.
#include "rapport/bladzijde.hpp"

#include <ostream>

#include "rapport/tekens.hpp"

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
details { margin: .25rem 0; border-bottom: 1px solid #ddd; padding-bottom: .25rem; } summary { cursor: pointer; }
.boom, .boom ul { list-style: none; padding-left: 1.25rem; border-left: 1px solid #ccc; margin: .25rem 0; }
.boom li { margin: .4rem 0; } .formule { font-family: "Liberation Mono", Consolas, monospace; font-size: .85rem; }
.bedrag { font-weight: 600; } code { font-family: "Liberation Mono", Consolas, monospace; font-size: .9em; }
.noot { color: #555; font-size: .9rem; margin: .25rem 0; } .breed { overflow-x: auto; }
@media print { body { margin: 0; max-width: none; font-size: 9.5pt; } h2 { break-after: avoid; }
  tr { break-inside: avoid; } thead { display: table-header-group; } .breed { overflow: visible; } }
@page { size: A4; margin: 18mm; } @page liggend { size: A4 landscape; margin: 15mm; } .liggend { page: liggend; }
)";

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

void begin_bladzijde(const std::string& titel, const std::string& status, std::ostream& out) {
  out << "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n"
      << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" << html(titel)
      << "</title>\n<style>" << kStijl << "</style>\n</head>\n<body>\n<main>\n<h1>" << html(titel);
  if (!status.empty()) out << " <span class=\"status " << html(status) << "\">" << html(status) << "</span>";
  out << "</h1>\n";
}

void end_bladzijde(std::ostream& out) {
  out << "</main>\n</body>\n</html>\n";
}

}  // namespace zorgkader
