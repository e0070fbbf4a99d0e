// What a reader of CSV wants to know before its first row: whether the bytes are text, and what separates cells.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "feiten/rij.hpp"
#include "values/bevinding.hpp"

namespace zorgkader::feiten {

/// One finding for the first byte that is not UTF-8: in the wrong character set no cell can be trusted.
std::optional<Bevinding> check_tekenset(std::string_view inhoud, const std::string& bestand);

/// The separator, `;` or `,`, under which the header names most of the columns that `count_gevraagd` knows, then most
/// columns; `;` when equal.
char choose_scheiding(std::string_view inhoud, const std::function<std::size_t(const Rij&)>& count_gevraagd);

}  // namespace zorgkader::feiten
