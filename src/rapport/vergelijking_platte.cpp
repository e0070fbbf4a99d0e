// Comparisons as CSV and JSON: exact values for programs.
#include <algorithm>
#include <ostream>

#include "rapport/csv.hpp"
#include "rapport/json_tekst.hpp"
#include "rapport/vergelijking.hpp"
#include "rapport/waarden.hpp"
#include "values/notatie.hpp"

namespace zorgkader {
namespace {

const char* status_of(const Vergelijktabel& t) {
  return t.is_concept ? "concept" : "definitief";
}

void add_new(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

/// The column of each name, or nullptr where this table has none.
template <typename Column, typename Name>
std::vector<const Column*> by_name(const std::vector<Column>& all, const std::vector<std::string>& names, Name name) {
  std::vector<const Column*> out;
  for (const std::string& wanted : names) {
    const auto at = std::find_if(all.begin(), all.end(), [&](const Column& c) { return c.*name == wanted; });
    out.push_back(at == all.end() ? nullptr : &*at);
  }
  return out;
}

void write_csv_rows(const Vergelijktabel& t, const std::string& before, const std::vector<std::string>& keys,
                    const std::vector<std::string>& columns, std::ostream& out) {
  const auto key_columns = by_name(t.sleutels, keys, &SleutelKolom::naam);
  const auto value_columns = by_name(t.kolommen, columns, &Vergelijkkolom::titel);
  const std::string after = csv_text(eenheid_tekst(t.vorm)) + ";" + status_of(t) + "\n";
  for (std::size_t row = 0; row < t.size(); ++row) {
    out << before;
    for (const SleutelKolom* k : key_columns) out << (k == nullptr ? "" : csv_text(k->at(row))) << ';';
    for (const Vergelijkkolom* k : value_columns) {
      if (k != nullptr && k->cellen[row]) out << csv_text(format_plain(*k->cellen[row], t.vorm));
      out << ';';
    }
    out << after;
  }
}

std::string json_value(const Waarde& waarde, const Vorm& vorm) {
  if (const auto* yes = std::get_if<bool>(&waarde)) return std::string("{\"waarde\":") + (*yes ? "true" : "false");
  std::string out = "{" + json_member("waarde", format_plain(waarde, vorm));
  const auto* number = std::get_if<Getal>(&waarde);
  if (number == nullptr || ends(*number)) return out;
  return out + "," + json_member("teller", number->numerator().str()) + "," +
         json_member("noemer", number->denominator().str());
}

std::string json_cell(const Vergelijkkolom& k, std::size_t row, const Vorm& vorm) {
  if (!k.cellen[row]) return "null";
  std::string out = json_value(*k.cellen[row], vorm);
  const auto& seen = k.zichtbaar()[row];
  if (seen && *seen != *k.cellen[row]) out += "," + json_member("getoond", format_plain(*seen, vorm));
  return out + "}";
}

std::string json_side(const Zijde& z) {
  std::string out = "{" + json_member("titel", z.titel) + "," + json_member("regeling", z.regeling) + "," +
                    json_member("bestand", z.bestand) + "," + json_member("versie", z.versie) + "," +
                    json_member("peildatum", z.peildatum) + "," + json_member("vingerafdruk", z.vingerafdruk) +
                    ",\"gezet\":{";
  for (const auto& [naam, waarde] : z.gezet) out += (out.back() == '{' ? "" : ",") + json_member(naam, waarde);
  return out + "}}";
}

template <typename List, typename Name>
std::string json_names(const List& list, Name name) {
  std::string out = "[";
  for (const auto& one : list) out += (out.size() == 1 ? "" : ",") + json_text(name(one));
  return out + "]";
}

void write_json_table(const Vergelijktabel& t, std::ostream& out) {
  out << '{' << json_member("naam", t.naam) << ','
      << json_member("eenheid", t.vorm.soort == Soort::getal ? t.vorm.eenheid.text() : "") << ','
      << json_member("soort", soort_naam(t.vorm.soort)) << ',' << json_member("status", status_of(t))
      << ",\"geen_verschil\":" << (t.geen_verschil ? "true" : "false") << ',' << json_member("opmerking", t.opmerking)
      << ",\"sleutels\":" << json_names(t.sleutels, [](const auto& k) { return k.naam; })
      << ",\"kolommen\":" << json_names(t.kolommen, [](const auto& k) { return k.titel; }) << ",\"rijen\":[";
  for (std::size_t row = 0; row < t.size(); ++row) {
    std::string line = row == 0 ? "\n{\"sleutels\":{" : ",\n{\"sleutels\":{";
    for (const SleutelKolom& k : t.sleutels) line += (line.back() == '{' ? "" : ",") + json_member(k.naam, k.at(row));
    line += "},\"waarden\":{";
    for (const Vergelijkkolom& k : t.kolommen)
      line += (line.back() == '{' ? "" : ",") + json_text(k.titel) + ":" + json_cell(k, row, t.vorm);
    out << line << "}}";
  }
  out << "\n]}";
}

}  // namespace

void write_csv(const Vergelijking& v, std::ostream& out) {
  const bool several = v.tabellen.size() > 1;
  std::vector<std::string> keys, columns;
  for (const Vergelijktabel& t : v.tabellen) {
    for (const SleutelKolom& k : t.sleutels) add_new(keys, k.naam);
    for (const Vergelijkkolom& k : t.kolommen) add_new(columns, k.titel);
  }
  out << (several ? "naam;" : "");
  for (const auto* names : {&keys, &columns}) {
    for (const std::string& name : *names) out << csv_text(name) << ';';
  }
  out << "eenheid;status\n";
  for (const Vergelijktabel& t : v.tabellen)
    write_csv_rows(t, several ? csv_text(t.naam) + ";" : "", keys, columns, out);
}

void write_json(const Vergelijking& v, std::ostream& out) {
  out << "{\"formaat\":\"zorgkader-vergelijking\",\"formaatversie\":1,\n"
      << json_member("soort", v.soort) << ",\n\"geen_verschil\":" << (v.geen_verschil() ? "true" : "false")
      << ",\n\"zijden\":[";
  for (const Zijde& z : v.zijden) out << (&z == v.zijden.data() ? "\n" : ",\n") << json_side(z);
  out << "\n],\n\"tabellen\":[";
  for (const Vergelijktabel& t : v.tabellen) {
    out << (&t == v.tabellen.data() ? "\n" : ",\n");
    write_json_table(t, out);
  }
  out << "\n]}\n";
}

}  // namespace zorgkader
