// Antwoordmap: the folder where answers lie until they are sent.
#pragma once

#include <string>

#include "iwmo/boom.hpp"

namespace zorgkader {

class Antwoordmap {
 public:
  /// Made when it is not there; empty: nothing is put anywhere.
  explicit Antwoordmap(std::string map) : map_(std::move(map)) {}
  /// The name of its file, which is there whole or not at all. Another answer that would have that name stays. Throws
  /// dossier::OpslagFout.
  std::string put(const iwmo::Boom& antwoord) const;

 private:
  std::string map_;
};

}  // namespace zorgkader
