// Reading JSON that this program wrote: every member is asked for by name and kind, and anything else is refused.
#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zorgkader::json_lezen {

/// What is missing, or of another kind.
struct Onleesbaar {
  std::string wat;
};

inline const boost::json::value& member(const boost::json::object& o, std::string_view naam) {
  const boost::json::value* out = o.if_contains(naam);
  if (out == nullptr) throw Onleesbaar{"`" + std::string(naam) + "` ontbreekt"};
  return *out;
}

inline std::string text(const boost::json::object& o, std::string_view naam) {
  const boost::json::string* out = member(o, naam).if_string();
  if (out == nullptr) throw Onleesbaar{"`" + std::string(naam) + "` is geen tekst"};
  return std::string(*out);
}

inline std::optional<std::string> maybe_text(const boost::json::object& o, std::string_view naam) {
  return member(o, naam).is_null() ? std::nullopt : std::optional(text(o, naam));
}

inline const boost::json::array& list(const boost::json::object& o, std::string_view naam) {
  const boost::json::array* out = member(o, naam).if_array();
  if (out == nullptr) throw Onleesbaar{"`" + std::string(naam) + "` is geen lijst"};
  return *out;
}

inline const boost::json::object& object(const boost::json::value& v, std::string_view naam) {
  const boost::json::object* out = v.if_object();
  if (out == nullptr) throw Onleesbaar{"`" + std::string(naam) + "` is geen object"};
  return *out;
}

inline std::int64_t number(const boost::json::object& o, std::string_view naam) {
  const std::int64_t* out = member(o, naam).if_int64();
  if (out == nullptr) throw Onleesbaar{"`" + std::string(naam) + "` is geen geheel getal"};
  return *out;
}

/// Any bytes.
inline boost::json::value parse(std::string_view bytes) {
  boost::system::error_code error;
  boost::json::value out = boost::json::parse(boost::json::string_view(bytes.data(), bytes.size()), error);
  if (error) throw Onleesbaar{"het is geen JSON"};
  return out;
}

}  // namespace zorgkader::json_lezen
