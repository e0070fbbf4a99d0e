// The head of a message that the program makes.
#pragma once

#include <string_view>

#include "iwmo/boom.hpp"
#include "values/datum.hpp"

namespace zorgkader::iwmo {

/// Begins a message with its Header, and in that the codes of the message and both parties. Returns the Header.
Deel add_header(Boom& out, std::string_view afzender, std::string_view ontvanger);
/// BerichtIdentificatie, or another part of that type.
void add_identificatie(Boom& out, Deel header, std::string_view naam, std::string_view identificatie,
                       std::string_view dag);
/// The versions of this release, as XsdVersie or another part of that type.
void add_xsd_versie(Boom& out, Deel header, std::string_view naam);

}  // namespace zorgkader::iwmo
