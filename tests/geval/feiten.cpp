// `feit:` lines to CSV files, in the shape that the arrangement asks for.
#include <fstream>
#include <set>

#include "geval/proef.hpp"
#include "regeling/regeling.hpp"

namespace gevallen {
namespace {

namespace fs = std::filesystem;
using zorgkader::Grootheid;
using zorgkader::Regeling;

struct Rij {
  std::string waarde, peildatum, status;
};
using Rijen = std::map<std::vector<std::string>, Rij>;

class Feitenschrijver {
 public:
  Feitenschrijver(const Regeling& r, std::vector<Probleem>& problemen) : r_(r), problemen_(problemen) {}

  void line(const std::string& bestand, int regel, const std::string& text) {
    const auto cel = parse_cel(text);
    const int q = cel ? r_.grootheid(cel->naam) : -1;
    if (!cel || !cel->rest.starts_with('=')) return report(bestand, regel, "Schrijf `feit: naam[lid; lid] = waarde`.");
    if (q < 0 || grootheid(q).rol != zorgkader::Rol::invoer)
      return report(bestand, regel, "De regeling heeft geen invoer `" + cel->naam + "`.");
    if (cel->leden.size() != grootheid(q).per.size())
      return report(
          bestand, regel,
          "Bij `" + cel->naam + "` horen " + std::to_string(grootheid(q).per.size()) + " leden tussen de haken.");
    std::vector<std::string> tuple;
    set(grootheid(q), *cel, parse_rij(cel->rest.substr(1)), tuple);
  }

  void write(const fs::path& map) const {
    for (const auto& [name, rows] : feiten_) {
      if (!rows.empty()) write_one(map / (name + ".csv"), grootheid(r_.grootheid(name)), rows);
    }
  }

 private:
  const Grootheid& grootheid(int q) const { return r_.grootheden[static_cast<std::size_t>(q)]; }
  void report(const std::string& bestand, int regel, std::string what) {
    problemen_.push_back({bestand, regel, std::move(what)});
  }

  /// `400,00 peildatum 2022-03-01`, `400,00 voorlopig`
  static Rij parse_rij(const std::string& text) {
    Rij out{trim(text), "", ""};
    const auto cut = [&](const std::string& word) {
      const auto at = out.waarde.find(" " + word);
      if (at == std::string::npos) return std::string();
      std::string rest = trim(out.waarde.substr(at + 1));
      out.waarde = trim(out.waarde.substr(0, at));
      return rest;
    };
    out.status = cut("voorlopig");
    if (const std::string date = cut("peildatum "); !date.empty()) out.peildatum = trim(date.substr(10));
    return out;
  }

  /// Every member of the key table where the line says `*`.
  void set(const Grootheid& g, const Cel& cel, const Rij& rij, std::vector<std::string>& tuple) {
    const std::size_t at = tuple.size();
    if (at == cel.leden.size()) {
      if (rij.waarde == "weg")
        feiten_[g.naam].erase(tuple);
      else
        feiten_[g.naam][tuple] = rij;
      return;
    }
    const int key = r_.sleutel(g.per[at].naam);
    const auto leden = cel.leden[at] == "*" && key >= 0 ? r_.sleutels[static_cast<std::size_t>(key)].leden
                                                        : std::vector<std::string>{cel.leden[at]};
    for (const std::string& lid : leden) {
      tuple.push_back(lid);
      set(g, cel, rij, tuple);
      tuple.pop_back();
    }
  }

  static std::string quoted(const std::string& text) {
    if (text.find_first_of(";\"") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
  }

  static void write_one(const fs::path& path, const Grootheid& g, const Rijen& rows) {
    bool dates = false, states = false;
    for (const auto& [tuple, rij] : rows) {
      dates = dates || !rij.peildatum.empty();
      states = states || !rij.status.empty();
    }
    std::ofstream out(path, std::ios::binary);
    for (const auto& k : g.per) out << k.naam << ';';
    out << "waarde" << (dates ? ";peildatum" : "") << (states ? ";status" : "") << '\n';
    for (const auto& [tuple, rij] : rows) {
      for (const std::string& lid : tuple) out << quoted(lid) << ';';
      out << quoted(rij.waarde) << (dates ? ";" + rij.peildatum : "") << (states ? ";" + rij.status : "") << '\n';
    }
  }

  const Regeling& r_;
  std::vector<Probleem>& problemen_;
  std::map<std::string, Rijen> feiten_;
};

void basis(const Geval& geval, const Regel& regel, Feitenschrijver& schrijver, std::vector<Probleem>& problemen) {
  const auto lines = read_lines(root() / regel.tekst);
  if (!lines) return void(problemen.push_back({geval.bestand, regel.nummer, "`" + regel.tekst + "` is er niet."}));
  for (std::size_t i = 0; i < lines->size(); ++i) {
    std::string text = trim((*lines)[i]);
    if (text.empty() || text.starts_with('#')) continue;
    if (text.starts_with("feit:")) text = trim(text.substr(5));
    schrijver.line(regel.tekst, static_cast<int>(i) + 1, text);
  }
}

}  // namespace

void write_feiten(const Geval& geval, const std::string& document, const fs::path& map,
                  std::vector<Probleem>& problemen) {
  const auto feiten = geval.met("feit"), bases = geval.met("basis");
  if (feiten.empty() && bases.empty()) return;
  const auto text = zorgkader::read_text_file(document, std::size_t{4} << 20);
  zorgkader::Bevindingen ignored;  // the run itself tells them
  const Regeling r = zorgkader::read_regeling(document, text ? *text : std::string(), {}, ignored);
  Feitenschrijver schrijver(r, problemen);
  for (const Regel* regel : bases) basis(geval, *regel, schrijver, problemen);
  for (const Regel* regel : feiten) schrijver.line(geval.bestand, regel->nummer, regel->tekst);
  schrijver.write(map);
}

}  // namespace gevallen
