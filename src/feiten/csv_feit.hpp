// A fact from CSV text in memory.
#pragma once

#include <string>
#include <string_view>

#include "feiten/tabel_bouwer.hpp"

namespace zorgkader::feiten {

/// `bestand` is the name that findings and the origin show.
Gelezen read_csv(std::string_view inhoud, const std::string& bestand, const FeitVorm& vorm);

}  // namespace zorgkader::feiten
