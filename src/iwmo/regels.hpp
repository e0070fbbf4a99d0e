// The lists of rules, one for each file of rules.
#pragma once

#include <span>
#include <vector>

#include "iwmo/toetsing.hpp"

namespace zorgkader::iwmo {

std::span<const Regel> regels_client();             ///< level 2: birth dates, names, bsn, keys
std::span<const Regel> regels_contact();            ///< level 2: addresses and telephones
std::span<const Regel> regels_product();            ///< level 2: what is assigned or asked for
std::span<const Regel> regels_verzoek();            ///< level 2: requests and answers to them
std::span<const Regel> regels_declaratie();         ///< level 2: 323 and 325
std::span<const Regel> regels_toewijzing();         ///< level 3: 301, and what every message has
std::span<const Regel> regels_levering();           ///< level 3: 305 and 307
std::span<const Regel> regels_verzoek_eerder();     ///< level 3: 315, 317 and 319
std::span<const Regel> regels_prestatie();          ///< level 3: lines of 323 against their toewijzing
std::span<const Regel> regels_declaratie_eerder();  ///< level 3: 323 against earlier ones
std::span<const Regel> regels_antwoord();           ///< level 3: 325
std::span<const Regel> regels_lijsten();            ///< the day, municipalities, products, tariffs
std::vector<std::span<const Regel>> regellijsten();

}  // namespace zorgkader::iwmo
