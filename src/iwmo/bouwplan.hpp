// How the tables of a release are written down, and how the messages follow from them.
#pragma once

#include "iwmo/schema.hpp"

namespace zorgkader::iwmo {

/// A class or group: parts in the notation of release_3_2.cpp, and the paths of its logical key with spaces between.
struct Klasse {
  std::string_view naam;
  std::string_view delen;
  std::string_view sleutel = {};
};

struct Berichtplan {
  int nummer;
  std::string_view titel, code;
  Partij van;
  std::string_view inhoud;  ///< what stands below the header
  std::span<const Klasse> klassen;
  int retour = 0;  ///< the same with RetourCodes in every class that has a key, and a longer header
  std::string_view retour_code = {};
};

struct Releaseplan {
  std::string_view naam, versie, subversie, xsd_versie, regels_versie, ruimte;
  std::span<const Klasse> groepen;
  std::string_view header, header_retour, header_325;
  std::span<const Berichtplan> berichten;
};

/// Lays every message out as a flat list of elements. A name in the plan that does not exist is a fault in the program.
Release build_release(const Releaseplan& plan);

}  // namespace zorgkader::iwmo
