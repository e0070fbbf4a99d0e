// Back from JSON, with a finding for anything that write_json does not make.
#include "rapport/herhaling.hpp"

#include <sstream>

#include "rapport/json.hpp"
#include "rapport/json_lezen.hpp"

namespace zorgkader {
namespace {

namespace json = boost::json;
using namespace json_lezen;

Zetparen pairs(const json::object& o) {
  Zetparen out;
  for (const json::value& v : list(o, "zet")) {
    const json::object& one = object(v, "zet");
    out.emplace_back(text(one, "naam"), text(one, "waarde"));
  }
  return out;
}

Oproep call(const json::object& o) {
  Oproep out{text(o, "regeling"), maybe_text(o, "feiten"), pairs(o), {}, maybe_text(o, "peildatum"), {}, {}, {}};
  if (o.contains("dossier")) {
    out.dossier = maybe_text(o, "dossier");
    out.bekend_op = maybe_text(o, "bekend_op");
  }
  for (const json::value& v : list(o, "scenarios")) {
    const json::object& one = object(v, "scenarios");
    out.scenarios.emplace_back(text(one, "naam"), pairs(one));
  }
  for (const json::value& v : list(o, "alleen")) {
    if (!v.is_string()) throw Onleesbaar{"`alleen` is geen lijst van teksten"};
    out.alleen.emplace_back(v.as_string());
  }
  return out;
}

}  // namespace

Result<Herhaling> lees_herhaling(std::string_view bytes, const std::string& bestand) {
  const auto refuse = [&](const std::string& why, std::string remedy = "") {
    return Bevinding{Ernst::fout,        "uitkomst-onleesbaar",
                     {bestand, 0, 0, 0}, "Dit is geen JSON-uitvoer van bereken: " + why + ".",
                     std::move(remedy),  ""};
  };
  try {
    const json::value root = parse(bytes);
    const json::object& o = object(root, "het geheel");
    if (text(o, "formaat") != "zorgkader-uitkomst") return refuse("`formaat` is anders");
    if (o.if_contains("opdracht") == nullptr)
      return refuse("er staat niet in waarmee zij gemaakt is", "Maak de uitkomst opnieuw met deze versie.");
    return Herhaling{call(object(member(o, "opdracht"), "opdracht")), text(o, "vingerafdruk")};
  } catch (const Onleesbaar& e) {
    return refuse(e.wat);
  } catch (const std::exception& e) {
    return refuse(e.what());
  }
}

bool zelfde_uitkomsten(std::string_view bytes, const Berekening& berekening) {
  std::ostringstream again;
  write_json(berekening, again);
  try {
    const json::value one = parse(bytes), two = parse(again.str());
    return member(object(one, ""), "uitkomsten") == member(object(two, ""), "uitkomsten");
  } catch (const Onleesbaar&) {
    return false;
  }
}

}  // namespace zorgkader
