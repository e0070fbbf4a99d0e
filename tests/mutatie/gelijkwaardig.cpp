// Reading the list of equal mutants.
#include "mutatie/gelijkwaardig.hpp"

#include "regeling/document.hpp"

namespace mutatie {
namespace {

/// Without accents (`), and with one blank wherever there are any.
std::string plain(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t';
    if (c == '`' || (blank && (out.empty() || out.back() == ' '))) continue;
    out += blank ? ' ' : c;
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace

std::vector<Gelijkwaardig> lees_gelijkwaardig(const std::filesystem::path& pad, std::vector<std::string>& fouten) {
  std::vector<Gelijkwaardig> out;
  if (!std::filesystem::exists(pad)) return out;
  const auto text = zorgkader::read_text_file(pad.string(), std::size_t{4} << 20);
  if (!text) return out;
  zorgkader::Bevindingen ignored;
  for (const auto& t : zorgkader::parse_document(pad.string(), *text, ignored).tabellen) {
    if (t.kop.size() < 3 || t.kop[0].tekst != "regel" || t.kop[1].tekst != "mutatie" || t.kop[2].tekst != "reden")
      continue;
    for (const auto& row : t.rijen) {
      const int line = row.empty() ? t.positie.regel : row[0].positie.regel;
      if (row.size() < 3 || row[2].tekst.empty()) {
        fouten.push_back(pad.string() + ":" + std::to_string(line) + ": deze rij noemt geen reden.");
        continue;
      }
      out.push_back({line, plain(row[0].tekst), plain(row[1].tekst), row[2].tekst});
    }
  }
  return out;
}

bool staat_in(std::vector<Gelijkwaardig>& lijst, const std::string& plek, const std::string& mutatie) {
  bool listed = false;
  for (Gelijkwaardig& g : lijst) {
    if (g.plek != plain(plek) || g.mutatie != plain(mutatie)) continue;
    g.gevonden = true;
    listed = true;
  }
  return listed;
}

}  // namespace mutatie
