// Registers of the example region about clients.
#pragma once

#include "app/regioberichten.hpp"

namespace zorgkader {

/// The population of the dispensations for the elderly.
inline constexpr std::string_view kOuderenPopulatie =
    "ouderen: ouder dan 70 jaar of een (psycho)geriatrische beperking";

void write_persoonsregisters(const Regioplan& plan, const OpBestand& take);

}  // namespace zorgkader
