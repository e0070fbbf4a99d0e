// Trees to JSON and CSV and back, by the tables of the release.
#include "app/berichtvormen.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "iwmo/kop.hpp"
#include "rapport/json_tekst.hpp"

namespace zorgkader {
namespace {

namespace json = boost::json;
using iwmo::Berichtsoort;
using iwmo::Boom;
using iwmo::Deel;
using iwmo::Element;

void append(std::string& out, Deel deel) {
  if (deel.element().type != nullptr) {
    out += json_text(deel.tekst());
    return;
  }
  out += '{';
  const char* between = "";
  for (Deel part = deel.eerste(); part; part = part.volgende()) {
    out += between + json_text(part.naam()) + ": ";
    between = ", ";
    if (!part.element().herhaald) {
      append(out, part);
      continue;
    }
    out += '[';
    append(out, part);
    for (Deel next = part.volgende(); next && next.naam() == part.naam(); next = part.volgende()) {
      part = next;
      out += ", ";
      append(out, part);
    }
    out += ']';
  }
  out += '}';
}

/// One object to a tree.
class Bouwer {
 public:
  explicit Bouwer(UitJson& out) : out_(out) {}

  void build(const json::value& value) {
    const json::object* object = value.if_object();
    if (object == nullptr) return fault("", "Een bericht is een object tussen accolades.");
    const json::value* kind = object->if_contains("bericht");
    const std::string name = kind != nullptr && kind->is_string() ? std::string(kind->get_string()) : "";
    const auto& all = iwmo::release_3_2().berichten;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Berichtsoort& b) { return b.naam == name; });
    if (found == all.end())
      return fault("bericht", fmt::format("`{}` is geen bericht; schrijf bijvoorbeeld \"bericht\": \"WMO301\".", name));
    out_.bericht.emplace(*found);
    fill(out_.bericht->wortel(), *object, "");
  }

 private:
  void fault(const std::string& path, std::string text) {
    out_.bevindingen.push_back(iwmo::make_bevinding("JSON", path, 0, std::move(text)));
  }

  void fill(Deel parent, const json::object& object, const std::string& path) {
    const Element& e = parent.element();
    std::size_t known = path.empty() ? 1 : 0;  // `bericht` itself
    for (int i = e.eerste; i < e.eerste + e.aantal; ++i) {
      const Element& part = out_.bericht->soort().elementen[static_cast<std::size_t>(i)];
      const json::value* value = object.if_contains(part.naam);
      const std::string place = path.empty() ? std::string(part.naam) : path + "/" + std::string(part.naam);
      if (value == nullptr)
        add_default(parent, i, part);
      else
        add(parent, i, *value, place);
      known += value == nullptr ? 0 : 1;
    }
    if (known < object.size()) unknown(e, object, path);
  }

  void unknown(const Element& e, const json::object& object, const std::string& path) {
    for (const auto& [key, value] : object) {
      const std::string name(key);
      const bool there = (path.empty() && name == "bericht") || iwmo::part_of(out_.bericht->soort(), e, name) >= 0;
      if (!there) fault(path.empty() ? name : path + "/" + name, fmt::format("{} hoort niet in {}.", name, e.naam));
    }
  }

  void add_default(Deel parent, int element, const Element& part) {
    if (!part.vast.empty()) {
      out_.bericht->set_tekst(out_.bericht->add(parent, element), part.vast);
    } else if (part.naam == "XsdVersie") {
      iwmo::add_xsd_versie(*out_.bericht, parent, part.naam);
    }
  }

  void add(Deel parent, int element, const json::value& value, const std::string& place) {
    const Element& part = out_.bericht->soort().elementen[static_cast<std::size_t>(element)];
    const json::array* list = value.if_array();
    if (list == nullptr) return add_one(parent, element, value, place);
    if (!part.herhaald)
      return fault(place, fmt::format("{} komt maar een keer voor; hier staat een lijst.", part.naam));
    for (std::size_t n = 0; n < list->size(); ++n)
      add_one(parent, element, (*list)[n], fmt::format("{}[{}]", place, n + 1));
  }

  void add_one(Deel parent, int element, const json::value& value, const std::string& place) {
    const Element& part = out_.bericht->soort().elementen[static_cast<std::size_t>(element)];
    const Deel made = out_.bericht->add(parent, element);
    if (part.type == nullptr) {
      if (const json::object* object = value.if_object()) return fill(made, *object, place);
      return fault(place, fmt::format("{} heeft onderdelen; hier hoort een object.", part.naam));
    }
    if (value.is_string())
      out_.bericht->set_tekst(made, std::string_view(value.get_string()));
    else if (value.is_int64() || value.is_uint64())
      out_.bericht->set_tekst(made, json::serialize(value));
    else
      fault(place, fmt::format("{} is een tekst of een geheel getal.", part.naam));
  }

  UitJson& out_;
};

UitJson syntax_fault(std::string text) {
  return {std::nullopt, {iwmo::make_bevinding("JSON", "", 0, std::move(text))}};
}

/// Calls `take(element, path)` for everything that has a value, in the order of a message.
template <typename Take>
void each_value(const Berichtsoort& soort, std::size_t parent, const std::string& path, Take take) {
  const Element& e = soort.elementen[parent];
  for (std::size_t i = e.eerste; i < static_cast<std::size_t>(e.eerste) + e.aantal; ++i) {
    const std::string below = (path.empty() ? "" : path + "/") + std::string(soort.elementen[i].naam);
    if (soort.elementen[i].type != nullptr)
      take(i, below);
    else
      each_value(soort, i, below, take);
  }
}

/// Column of every element that has a value; the first two columns are the file and the kind of part.
std::vector<std::size_t> columns_by_element(const Berichtsoort& soort) {
  std::vector<std::size_t> out(soort.elementen.size());
  std::size_t next = 2;
  each_value(soort, 0, "", [&](std::size_t element, const std::string&) { out[element] = next++; });
  return out;
}

bool has_list_below(const Berichtsoort& soort, const Element& e) {
  for (int i = e.eerste; i < e.eerste + e.aantal; ++i) {
    const Element& part = soort.elementen[static_cast<std::size_t>(i)];
    if (part.type == nullptr && (part.herhaald || has_list_below(soort, part))) return true;
  }
  return false;
}

class Rijen {
 public:
  Rijen(const std::string& bestand, const Boom& bericht)
      : bestand_(bestand),
        soort_(bericht.soort()),
        columns_(columns_by_element(soort_)),
        width_(csv_columns(soort_).size()) {
    walk(bericht.wortel());
    if (rows_.empty()) add(bericht.wortel());
  }
  std::vector<std::vector<std::string>> rows() && { return std::move(rows_); }

 private:
  void walk(Deel deel) {
    for (Deel part : deel.delen()) {
      if (part.element().type != nullptr) continue;
      walk(part);
      if (part.element().herhaald && !has_list_below(soort_, part.element())) add(part);
    }
  }

  void add(Deel line) {
    std::vector<std::string> row(width_);
    row[0] = bestand_;
    row[1] = line.naam();
    for (Deel at = line; at; at = at.ouder()) {
      if (at == line || at.element().herhaald || !at.ouder()) collect(at, row);
    }
    rows_.push_back(std::move(row));
  }

  void collect(Deel deel, std::vector<std::string>& row) {
    for (Deel part : deel.delen()) {
      const Element& e = part.element();
      if (e.type == nullptr) {
        if (!e.herhaald) collect(part, row);
        continue;
      }
      std::string& cell = row[columns_[static_cast<std::size_t>(&e - soort_.elementen.data())]];
      cell += (cell.empty() ? "" : " ") + std::string(part.tekst());
    }
  }

  const std::string& bestand_;
  const Berichtsoort& soort_;
  std::vector<std::size_t> columns_;
  std::size_t width_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace

std::string to_json(const Boom& bericht) {
  std::string out = "{\"bericht\": " + json_text(bericht.soort().naam);
  std::string parts;
  append(parts, bericht.wortel());
  return out + (parts == "{}" ? "}" : ", " + parts.substr(1));
}

std::vector<UitJson> from_json(std::string_view tekst) {
  std::vector<UitJson> out;
  json::stream_parser parser({}, {.max_depth = 32, .allow_invalid_utf8 = false});
  while (true) {
    const auto begin = tekst.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) break;
    tekst.remove_prefix(begin);
    json::error_code error;
    parser.reset();
    const std::size_t used = parser.write_some(tekst.data(), tekst.size(), error);
    if (!error && !parser.done()) parser.finish(error);
    if (error) {
      out.push_back(syntax_fault(fmt::format("Dit is geen JSON, of een deel ervan (bij `{}`).",
                                             tekst.substr(std::min(used, tekst.size()), 20))));
      break;
    }
    Bouwer(out.emplace_back()).build(parser.release());
    tekst.remove_prefix(used);
  }
  if (out.empty()) out.push_back(syntax_fault("Het bestand is leeg."));
  return out;
}

std::vector<std::string> csv_columns(const Berichtsoort& soort) {
  std::vector<std::string> out = {"bestand", "onderdeel"};
  each_value(soort, 0, "", [&](std::size_t, const std::string& path) { out.push_back(path); });
  return out;
}

std::vector<std::vector<std::string>> csv_rows(const std::string& bestand, const Boom& bericht) {
  return Rijen(bestand, bericht).rows();
}

}  // namespace zorgkader
