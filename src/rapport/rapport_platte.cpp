// Reports for programs: CSV and JSON.
#include <algorithm>
#include <ostream>

#include "rapport/json_tekst.hpp"
#include "rapport/rapport.hpp"
#include "rapport/waarden.hpp"
#include "values/tekst.hpp"

namespace zorgkader {
namespace {

std::vector<std::string> column_names(const Rapport& rapport) {
  std::vector<std::string> out;
  for (const Rapporttabel& tabel : rapport.tabellen) {
    for (const Rapportkolom& kolom : tabel.kolommen) {
      if (std::find(out.begin(), out.end(), kolom.naam) == out.end()) out.push_back(kolom.naam);
    }
  }
  return out;
}

bool has_totals(const Rapport& rapport) {
  return std::any_of(rapport.tabellen.begin(), rapport.tabellen.end(), [](const Rapporttabel& t) {
    return std::any_of(t.rijen.begin(), t.rijen.end(), [](const Rapportrij& r) { return r.soort != Rijsoort::rij; });
  });
}

void write_line(const std::vector<std::string>& cells, std::ostream& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) out << (i == 0 ? "" : ";") << csv_text(cells[i]);
  out << '\n';
}

std::string json_list(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) out += (out.size() == 1 ? "" : ",") + json_text(text);
  return out + "]";
}

std::string json_column(const Rapportkolom& kolom) {
  return "{" + json_member("naam", kolom.naam) + "," + json_member("kop", kop_van(kolom)) + "," +
         json_member("soort", soort_naam(kolom.vorm.soort)) + "," +
         json_member("eenheid", kolom.vorm.soort == Soort::getal ? kolom.vorm.eenheid.text() : "") + "}";
}

std::string json_row(const Rapporttabel& tabel, const Rapportrij& row) {
  std::string cells;
  for (std::size_t i = 0; i < tabel.kolommen.size(); ++i) {
    const Rapportcel& cel = row.cellen[i];
    const auto* yes = cel.waarde ? std::get_if<bool>(&*cel.waarde) : nullptr;
    cells += (cells.empty() ? "" : ",") + json_text(tabel.kolommen[i].naam) + ":";
    if (!cel.waarde && !cel.weggelaten)
      cells += "null";
    else if (yes != nullptr)
      cells += *yes ? "true" : "false";
    else
      cells += json_text(tekst_van(cel, tabel.kolommen[i].vorm));
  }
  return "{" + json_member("soort", rijsoort_naam(row.soort)) + ",\"cellen\":{" + cells + "}}";
}

void write_json(const Rapporttabel& tabel, std::ostream& out) {
  out << "{" << json_member("naam", tabel.naam) << "," << json_member("titel", tabel.titel) << ","
      << json_member("uitleg", tabel.uitleg) << ",\n \"kolommen\":[";
  for (std::size_t i = 0; i < tabel.kolommen.size(); ++i) out << (i == 0 ? "" : ",") << json_column(tabel.kolommen[i]);
  out << "],\n \"rijen\":[";
  for (std::size_t i = 0; i < tabel.rijen.size(); ++i)
    out << (i == 0 ? "\n  " : ",\n  ") << json_row(tabel, tabel.rijen[i]);
  out << "],\n \"noten\":" << json_list(tabel.noten) << "}";
}

}  // namespace

void write_csv(const Rapport& rapport, std::ostream& out) {
  const bool several = rapport.tabellen.size() > 1, totals = has_totals(rapport);
  const std::vector<std::string> names = column_names(rapport);
  std::vector<std::string> line;
  const auto flush = [&] {
    write_line(line, out);
    line.clear();
  };
  if (several) line.emplace_back("tabel");
  line.insert(line.end(), names.begin(), names.end());
  if (totals) line.emplace_back("rijsoort");
  flush();
  for (const Rapporttabel& tabel : rapport.tabellen) {
    for (const Rapportrij& row : tabel.rijen) {
      if (several) line.push_back(tabel.naam);
      for (const std::string& name : names) {
        const auto at = std::find_if(tabel.kolommen.begin(), tabel.kolommen.end(),
                                     [&](const Rapportkolom& k) { return k.naam == name; });
        const auto i = static_cast<std::size_t>(at - tabel.kolommen.begin());
        line.push_back(at == tabel.kolommen.end() ? "" : tekst_van(row.cellen[i], at->vorm));
      }
      if (totals) line.emplace_back(rijsoort_naam(row.soort));
      flush();
    }
  }
}

void write_json(const Rapport& rapport, std::ostream& out) {
  out << "{" << json_member("formaat", "zorgkader-rapport") << ",\"formaatversie\":1,\n"
      << json_member("naam", rapport.naam) << "," << json_member("titel", rapport.titel) << ","
      << json_member("status", rapport.is_concept ? "concept" : "definitief") << ",\n\"gegevens\":{";
  for (std::size_t i = 0; i < rapport.gegevens.size(); ++i)
    out << (i == 0 ? "" : ",") << json_member(rapport.gegevens[i].first, rapport.gegevens[i].second);
  out << "},\n\"bronnen\":" << json_list(rapport.bronnen) << ",\n\"tabellen\":[";
  for (std::size_t i = 0; i < rapport.tabellen.size(); ++i) {
    out << (i == 0 ? "\n" : ",\n");
    write_json(rapport.tabellen[i], out);
  }
  out << "],\n\"signalen\":" << json_list(rapport.signalen) << ",\n\"opmerkingen\":" << json_list(rapport.opmerkingen)
      << "}\n";
}

}  // namespace zorgkader
