// Streaming XML by libxml2: elements and text as they come; no DTD, no entities of its own, no network.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "feiten/zip.hpp"

namespace zorgkader::feiten {

/// Attributes by local name; valid during the call.
class Attributen {
 public:
  void clear() { paren_.clear(); }
  void add(std::string_view naam, std::string_view waarde) { paren_.emplace_back(naam, waarde); }
  /// Empty when there is none.
  std::string_view get(std::string_view naam) const {
    for (const auto& [name, value] : paren_) {
      if (name == naam) return value;
    }
    return {};
  }

 private:
  std::vector<std::pair<std::string_view, std::string_view>> paren_;
};

/// Called with local names; text comes in pieces.
struct Ontvanger {
  std::function<void(std::string_view, const Attributen&)> open;
  std::function<void(std::string_view)> sluit;
  std::function<void(std::string_view)> tekst;
};

/// Reads one entry of the archive; a Dutch sentence when it is not there or is not XML that we accept.
std::optional<std::string> read_xml(const Zip& zip, const std::string& deel, const Ontvanger& ontvanger);

}  // namespace zorgkader::feiten
