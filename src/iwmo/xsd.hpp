// Xsd: the official schemas of the standard as a second opinion on level 1.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "iwmo/berichtbevinding.hpp"
#include "iwmo/lezer.hpp"

namespace zorgkader::iwmo {

class Xsd {
 public:
  /// `map` holds WMO301.xsd and so on, with the base schema that they include. Files are read when a message needs
  /// them.
  explicit Xsd(std::filesystem::path map);
  ~Xsd();
  Xsd(const Xsd&) = delete;
  Xsd& operator=(const Xsd&) = delete;

  /// Faults by the schema of `soort`, code `XSD`, at most `grenzen.bevindingen`; one finding with code `BESTAND` when
  /// the folder has no usable schema for it. Reads as read_bericht does: streaming, no DTD, nothing from the network.
  /// One caller at a time.
  Berichtbevindingen check(const Berichtsoort& soort, const Bron& bron, const Leesgrenzen& grenzen = {});

 private:
  struct Schema;
  const Schema& schema(const Berichtsoort& soort);
  std::filesystem::path map_;
  std::map<int, std::unique_ptr<Schema>> schemas_;
};

}  // namespace zorgkader::iwmo
