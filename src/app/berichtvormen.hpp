// A message as JSON and as CSV, and JSON as a message.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "iwmo/berichtbevinding.hpp"
#include "iwmo/boom.hpp"

namespace zorgkader {

/// `{"bericht": "WMO323", "Header": {..}, ..}`: classes are objects, what may repeat is a list, every value is a text
/// as it stands in the message. On one line.
std::string to_json(const iwmo::Boom& bericht);

/// The message that an object describes, in the order of the schema. Whole numbers may stand for texts; BerichtCode,
/// BerichtVersie, BerichtSubversie and XsdVersie may be left out. Findings have code `JSON` and the path in the object;
/// what is missing or wrong by the standard is for a check of the message to tell.
struct UitJson {
  std::optional<iwmo::Boom> bericht;
  iwmo::Berichtbevindingen bevindingen;
};
/// Every object of a text, one after another.
std::vector<UitJson> from_json(std::string_view tekst);

/// Column names of the CSV of a kind of message: `bestand`, `onderdeel`, then the path of every value.
std::vector<std::string> csv_columns(const iwmo::Berichtsoort& soort);
/// A row for every part that repeats and has no repeating part below it, with the values of all classes above it; one
/// row for a message without such parts. Codes that repeat stand in one cell with spaces between.
std::vector<std::vector<std::string>> csv_rows(const std::string& bestand, const iwmo::Boom& bericht);

}  // namespace zorgkader
