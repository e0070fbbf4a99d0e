// As JSON, a thing a line, so that two receipts can be compared.
#include "rapport/ontvangstbewijs.hpp"

#include <ostream>

#include "rapport/json_lezen.hpp"
#include "rapport/json_tekst.hpp"

namespace zorgkader {
namespace {

using namespace json_lezen;

template <typename Row, typename Write>
void write_rows(const char* name, const std::vector<Row>& rows, std::ostream& out, const Write& write) {
  out << ",\n" << json_text(name) << ":[";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    out << (i == 0 ? "\n{" : ",\n{");
    write(rows[i]);
    out << '}';
  }
  out << (rows.empty() ? "]" : "\n]");
}

void write_logs(const char* name, const std::vector<Logstand>& logs, std::ostream& out) {
  write_rows(name, logs, out, [&](const Logstand& l) {
    out << json_member("log", l.log) << ",\"nummer\":" << l.nummer << ',' << json_member("afdruk", l.afdruk);
  });
}

std::vector<Logstand> logs_of(const boost::json::object& o, const char* name) {
  std::vector<Logstand> out;
  for (const boost::json::value& v : list(o, name)) {
    const boost::json::object& one = object(v, name);
    out.push_back({text(one, "log"), number(one, "nummer"), text(one, "afdruk")});
  }
  return out;
}

Ontvangstbewijs bewijs_of(const boost::json::object& o) {
  if (text(o, "formaat") != "zorgkader-ontvangstbewijs") throw Onleesbaar{"`formaat` is anders"};
  Ontvangstbewijs out;
  out.programma = text(o, "programma");
  const auto moment = parse_moment(text(o, "moment"));
  if (!moment) throw Onleesbaar{"`moment` is geen moment"};
  out.moment = *moment;
  out.door = text(o, "door");
  out.lijsten = member(o, "lijsten") == true;
  for (const boost::json::value& v : list(o, "bestanden")) {
    const boost::json::object& one = object(v, "bestanden");
    out.bestanden.push_back({text(one, "naam"), text(one, "sha256")});
  }
  for (const boost::json::value& v : list(o, "regels")) {
    const boost::json::object& one = object(v, "regels");
    out.regels.push_back({text(one, "naam"), text(one, "uitslag"), text(one, "antwoord")});
  }
  out.voor = logs_of(o, "voor");
  out.na = logs_of(o, "na");
  return out;
}

}  // namespace

void write_ontvangstbewijs(const Ontvangstbewijs& b, std::ostream& out) {
  out << "{\"formaat\":\"zorgkader-ontvangstbewijs\",\"formaatversie\":1,\n"
      << json_member("programma", b.programma) << ",\n"
      << json_member("moment", format_moment(b.moment)) << ",\n"
      << json_member("door", b.door) << ",\n\"lijsten\":" << (b.lijsten ? "true" : "false");
  write_rows("bestanden", b.bestanden, out, [&](const Ontvangstbewijs::Bestand& f) {
    out << json_member("naam", f.naam) << ',' << json_member("sha256", f.sha256);
  });
  write_rows("regels", b.regels, out, [&](const Ontvangstbewijs::Regel& r) {
    out << json_member("naam", r.naam) << ',' << json_member("uitslag", r.uitslag) << ','
        << json_member("antwoord", r.antwoord);
  });
  write_logs("voor", b.voor, out);
  write_logs("na", b.na, out);
  out << "}\n";
}

Result<Ontvangstbewijs> lees_ontvangstbewijs(std::string_view bytes, const std::string& bestand) {
  const auto refuse = [&](const std::string& why) {
    return Bevinding{Ernst::fout,
                     "uitkomst-onleesbaar",
                     {bestand, 0, 0, 0},
                     "Dit is geen ontvangstbewijs: " + why + ".",
                     "Geef het bestand dat importeer met --bewijs schreef.",
                     ""};
  };
  try {
    const boost::json::value root = parse(bytes);
    return bewijs_of(object(root, "het geheel"));
  } catch (const Onleesbaar& e) {
    return refuse(e.wat);
  } catch (const std::exception& e) {
    return refuse(e.what());
  }
}

}  // namespace zorgkader
