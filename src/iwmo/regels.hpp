// The lists of rules, one for each file of rules.
#pragma once

#include <span>
#include <vector>

#include "iwmo/toetsing.hpp"

namespace zorgkader::iwmo {

std::span<const Regel> regels_client();      ///< level 2: birth dates, names, bsn, keys
std::span<const Regel> regels_contact();     ///< level 2: addresses and telephones
std::span<const Regel> regels_product();     ///< level 2: what is assigned or asked for
std::span<const Regel> regels_verzoek();     ///< level 2: requests and answers to them
std::span<const Regel> regels_declaratie();  ///< level 2: 323 and 325
std::vector<std::span<const Regel>> regellijsten();

}  // namespace zorgkader::iwmo
