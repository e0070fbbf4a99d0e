// JSON texts, escaped by Boost.JSON: the frame around them is laid out by each writer, so that a row is a line.
#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>

#include "rapport/tekens.hpp"

namespace zorgkader {

inline std::string json_text(std::string_view value) {
  return boost::json::serialize(boost::json::string_view(to_valid_utf8(value)));
}

inline std::string json_member(std::string_view naam, std::string_view value) {
  return json_text(naam) + ":" + json_text(value);
}

}  // namespace zorgkader
