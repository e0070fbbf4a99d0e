// Registers of the example region about clients.
#pragma once

#include "app/regioberichten.hpp"

namespace zorgkader {

/// The population of the dispensations for the elderly.
inline constexpr std::string_view kOuderenPopulatie =
    "ouderen: ouder dan 70 jaar of een (psycho)geriatrische beperking";

/// The population of the dispensation that all partners have, in the first gemeente that is taakgericht.
inline constexpr std::string_view kVrijgesteldePopulatie = "inwoners die alleen in gebarentaal spreken";
/// And of the one that the first partner alone has.
inline constexpr std::string_view kPartnerPopulatie = "doofblinde inwoners";

/// To whom a client was proposed after an onderzoek of the second year: who took him, and before that now and then a
/// partner who did not.
void add_voorstellen(const Regioplan& plan, std::size_t client, const std::string& onderzoek, Datum afgerond,
                     Regiotabel& voorstellen);
/// Clients whose support ended and who ask for it again at the end of the second year, with no provider yet: one for
/// each way in which a provider can be chosen, a few times over.
void add_heraanmeldingen(const Regioplan& plan, Regiotabel& meldingen, Regiotabel& onderzoeken,
                         Regiotabel& voorstellen);

void write_persoonsregisters(const Regioplan& plan, const OpBestand& take);

}  // namespace zorgkader
