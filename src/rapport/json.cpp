// JSON: Boost.JSON writes every string; the frame around them is laid out here so that a row is a line.
#include "rapport/json.hpp"

#include <ostream>

#include "rapport/json_tekst.hpp"
#include "rapport/leden.hpp"
#include "rapport/waarden.hpp"

namespace zorgkader {
namespace {

std::string text(std::string_view value) {
  return json_text(value);
}

std::string member(std::string_view naam, std::string_view value) {
  return json_member(naam, value);
}

std::string pairs_of(const Zetparen& pairs) {
  std::string out = "[";
  for (const auto& [naam, waarde] : pairs)
    out += (out.size() == 1 ? "{" : ",{") + member("naam", naam) + "," + member("waarde", waarde) + "}";
  return out + "]";
}

/// What `verschil` needs to run this once more.
std::string call_of(const Berekening& b) {
  const Oproep& o = b.oproep;
  const auto maybe = [](const std::optional<std::string>& t) { return t ? text(*t) : std::string("null"); };
  std::string out = "\"opdracht\":{" + member("regeling", o.regeling) + ",\"feiten\":" + maybe(o.feiten) +
                    ",\"zet\":" + pairs_of(o.gezet) + ",\"scenarios\":[";
  for (const auto& [naam, gezet] : o.scenarios)
    out += (out.back() == '[' ? "{" : ",{") + member("naam", naam) + ",\"zet\":" + pairs_of(gezet) + "}";
  out += "],\"peildatum\":" + maybe(o.peildatum) + ",\"alleen\":[";
  for (const std::string& naam : o.alleen) out += (out.back() == '[' ? "" : ",") + text(naam);
  out += ']';
  if (o.dossier) out += "," + member("dossier", *o.dossier) + ",\"bekend_op\":" + maybe(o.bekend_op);
  return out + "},\n" + member("vingerafdruk", b.vingerafdruk);
}

std::string head_of(const Berekening& b) {
  std::string out = "{\"formaat\":\"zorgkader-uitkomst\",\"formaatversie\":1,\n" + member("regeling", b.regeling) +
                    ",\n" + member("document", b.bestand) + ",\n" + member("versie", b.versie) + ",\n" +
                    member("peildatum", b.peildatum) + ",\n\"gezet\":{";
  for (const auto& [naam, waarde] : b.gezet) out += (out.back() == '{' ? "" : ",") + member(naam, waarde);
  return out + "},\n" + call_of(b) + ",\n\"uitkomsten\":[";
}

std::string head_of(const Uitkomst& u) {
  const Vorm& vorm = u.tabel.vorm;
  std::string out = "{" + member("naam", u.tabel.naam) + "," +
                    member("eenheid", vorm.soort == Soort::getal ? vorm.eenheid.text() : "") + "," +
                    member("soort", soort_naam(vorm.soort)) + "," + member("status", status_naam(u)) + "," +
                    member("kop", u.kop) + "," + member("bron", u.bron) + ",\"regel\":" + std::to_string(u.regel) +
                    ",\"sleutels\":[";
  for (const SleutelKolom& key : u.tabel.sleutels) out += (out.back() == '[' ? "" : ",") + text(key.naam);
  return out + "],\"rijen\":[";
}

void append_value(std::string& out, const Tabel& tabel, const PlatteWaarden& values, std::size_t row) {
  if (tabel.vorm.soort == Soort::ja_nee) {
    out += tabel.waarden.ints[row] != 0 ? "true" : "false";
    return;
  }
  if (tabel.vorm.soort == Soort::tekst) {
    out += text(tabel.waarden.woorden[static_cast<std::size_t>(tabel.waarden.ints[row])]);
    return;
  }
  out += '"';
  values.append(out, row);  // digits, a point, a sign or hyphens: nothing to escape
  out += '"';
  if (values.ends(row)) return;
  const Getal value = tabel.waarden.getal(row);
  out += ",\"teller\":\"" + value.numerator().str() + "\",\"noemer\":\"" + value.denominator().str() + "\"";
}

void write_rows(const Uitkomst& u, std::ostream& out) {
  const Tabel& tabel = u.tabel;
  const LidTeksten members = lid_teksten(tabel, [](const auto& naam, const auto& lid) { return member(naam, lid); });
  const PlatteWaarden values(tabel, Procent::honderdvoud);
  std::string line;
  for (std::size_t row = 0; row < tabel.size(); ++row) {
    line = row == 0 ? "\n{\"sleutels\":{" : ",\n{\"sleutels\":{";
    for (std::size_t k = 0; k < members.size(); ++k) {
      if (k > 0) line += ',';
      line += members[k][tabel.sleutels[k].codes[row]];
    }
    line += "},\"waarde\":";
    append_value(line, tabel, values, row);
    line += ",\"verwijzing\":" + text(verwijzing(u, row)) + "}";
    out << line;
  }
}

}  // namespace

void write_json(const Berekening& berekening, std::ostream& out) {
  out << head_of(berekening);
  for (const Uitkomst& u : berekening.uitkomsten) {
    out << (&u == berekening.uitkomsten.data() ? "\n" : ",\n") << head_of(u);
    write_rows(u, out);
    out << "\n]}";
  }
  out << "\n]}\n";
}

}  // namespace zorgkader
